"""What the presenter of price adjustments asks of the desktop and of its window. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol
from uuid import UUID

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.search import SearchIndexes
from orderdesk.services.store import Reader
from orderdesk.ui.messages import Message
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome


class AdjustmentsBackend(Protocol):
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


class AdjustmentsView(Protocol):
    """What the presenter asks of the window."""

    def show_list(self) -> None:
        """Show the adjustments there are."""
        ...

    def show_form(self) -> None:
        """Show the adjustment under the hands, its problems and whom it meets."""
        ...

    def go_to_line(self, line_id: UUID, key: str) -> None:
        """Put the cursor on a cell of the lines."""
        ...

    def go_to_field(self, name: str) -> None:
        """Put the focus into a box of the head."""
        ...

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        ...
