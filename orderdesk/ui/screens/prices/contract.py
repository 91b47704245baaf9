"""What the presenter of prices asks of the desktop and of its window. No Qt here."""

from __future__ import annotations

from typing import Protocol

from orderdesk.ui.asked import Executes, Facts, HasClock, HasIds, HasPerson, Reads, ReadsLong
from orderdesk.ui.messages import Message


class PricesBackend(HasClock, HasIds, HasPerson, Facts, Reads, ReadsLong, Executes, Protocol):
    """What this screen needs of the running desk."""


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
