"""What the presenter of prices asks of the desktop and of its window. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.search import SearchIndexes
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome


class PricesBackend(Protocol):
    """What this screen needs of the running desk."""

    @property
    def clock(self) -> Clock: ...

    @property
    def ids(self) -> Ids: ...

    @property
    def person(self) -> PersonFacts | None: ...

    def desk(self) -> Desk: ...

    def indexes(self) -> SearchIndexes: ...

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...

    def read_long(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...


class PricesView(Protocol):
    """What the presenter asks of the window."""

    def show_lists(self) -> None:
        """Show the lists there are."""
        ...

    def show_prices(self) -> None:
        """Show the chosen list, or several side by side, with problems and state."""
        ...

    def go_to_entry(self, entry: object, key: str) -> None:
        """Put the cursor on a cell of the grid; ``entry`` is the identity of its row."""
        ...

    def go_to_list(self, list_id: object) -> None:
        """Put the cursor on a list."""
        ...

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        ...
