"""What the presenter of price adjustments asks of the desktop and of its window. No Qt here."""

from __future__ import annotations

from typing import Protocol
from uuid import UUID

from orderdesk.ui.asked import Executes, Facts, HasClock, HasIds, HasPerson, Reads, ReadsLong
from orderdesk.ui.messages import Message


class AdjustmentsBackend(HasClock, HasIds, HasPerson, Facts, Reads, ReadsLong, Executes, Protocol):
    """What this screen needs of the running desk."""


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
