"""What the presenter of rules asks of the desktop and of its window. No Qt here."""

from __future__ import annotations

from typing import Protocol

from orderdesk.ui.asked import Executes, HasClock, HasDesk, HasIds, HasPerson, Reads, ReadsLong
from orderdesk.ui.messages import Message

# The key of the screen: nothing, the name of a rulebook, or a rulebook with the row (1-based) to go to.
Key = str | tuple[str, int] | None


class RulesBackend(HasClock, HasIds, HasPerson, HasDesk, Reads, ReadsLong, Executes, Protocol):
    """What this screen needs of the running desk."""


class RulesView(Protocol):
    """What the presenter asks of the window."""

    def show_books(self) -> None:
        """Show the rulebooks and the versions of the one on show."""
        ...

    def show_table(self) -> None:
        """Show the table with its problems, its rehearsal and its state."""
        ...

    def go_to_cell(self, row: int, column: str) -> None:
        """Put the cursor on a row (1-based), in the column of that name where it is named."""
        ...

    def save_soon(self) -> None:
        """Have the draft saved in a moment: a burst of keys is saved once."""
        ...

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        ...
