"""What the presenter of order entry asks of the desktop and of its window. No Qt here."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.services.context import Actor
from orderdesk.ui.asked import Facts, Reads
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.screens.entry.session import DraftSession, EntryServices

if TYPE_CHECKING:
    from orderdesk.services.reading.parked import ParkedRow


class Services(EntryServices, Facts, Reads, Protocol):
    """What the screen asks of the desktop."""

    @property
    def actor(self) -> Actor:
        """Who works here, and at which desk."""
        ...

    def reread(self, items: Collection[UUID], done: Callable[[], None]) -> None:
        """Read prices and stock of these items again; ``done`` is called when ``desk`` has them."""
        ...


class EntryView(Protocol):
    """What the presenter asks of the window."""

    def show_lines(self, rows: tuple[EntryRow, ...]) -> None:
        """Show the lines and the blank row below them."""
        ...

    def show_header(self) -> None:
        """Show the header of the order on the screen."""
        ...

    def show_figures(self) -> None:
        """Show totals, credit, route and whatever else follows from the evaluation."""
        ...

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """List these problems, or put the list away."""
        ...

    def show_state(self) -> None:
        """Show number, saved state and which actions work now."""
        ...

    def start_order(self) -> None:
        """Another order is on the screen: empty every box, close lists and panels."""
        ...

    def go_to_cell(self, row: int, column: str) -> None:
        """Put the cursor on a cell of the grid."""
        ...

    def go_to_field(self, name: str) -> None:
        """Put the focus into a box of the header."""
        ...

    def ask_reason(self, row: int) -> None:
        """Open the box for the reason of a manual price or a gift on a line."""
        ...

    def show_message(self, message: Message) -> None:
        """Show a message in the strip."""
        ...

    def is_untouched(self) -> bool:
        """Whether nothing is being typed, so that another order may take this place."""
        ...

    def open_elsewhere(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """Open an order that came back in a tab of its own."""
        ...

    def show_parked(self, rows: tuple[ParkedRow, ...]) -> None:
        """List these parked drafts, or put the list away."""
        ...

    def show_if_open(self, order_id: UUID) -> bool:
        """Bring the tab with that order to the front; ``False`` where no tab has it."""
        ...

    def evaluate_soon(self) -> None:
        """Call ``evaluate_now`` when the keys that wait have been taken."""
        ...

    def keep_soon(self) -> None:
        """Call ``keeper.journal_now`` within a second and ``keeper.save`` after thirty idle ones."""
        ...
