"""What the warehouse's presenters know of the desk and of their window: only this."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol
from uuid import UUID

from orderdesk.services.reading.warehouse import DeliveryCard, DeliveryRow
from orderdesk.ui.asked import Executes, HasClock, HasIds, Reads
from orderdesk.ui.messages import Severity
from orderdesk.ui.screens.warehouse.lines import LineOnShow


class WarehouseDesk(HasClock, HasIds, Reads, Executes, Protocol):
    """What the presenter asks of the running desk; answers come on the GUI thread."""


class WarehouseView(Protocol):
    """What the presenter needs of a window."""

    def show_rows(self, rows: tuple[DeliveryRow, ...], selected: UUID | None) -> None:
        """Show the list, the cursor on ``selected``."""
        ...

    def show_card(self, card: DeliveryCard | None, lines: tuple[LineOnShow, ...]) -> None:
        """Show one delivery, or that none is chosen."""
        ...

    def ask_reason(self, line: LineOnShow, picked: Decimal) -> None:
        """Ask why only ``picked`` of a line was found."""
        ...

    def ask_ship(self, card: DeliveryCard, lines: tuple[LineOnShow, ...]) -> None:
        """Ask once, with specifics, whether these goods leave."""
        ...

    def close_question(self) -> None:
        """Take an open question away."""
        ...

    def go_to_line(self, line_id: UUID) -> None:
        """Put the cursor into the picked cell of a line and open it."""
        ...

    def go_to_list(self) -> None:
        """Put the focus on the list."""
        ...

    def say(self, code: str, severity: Severity = "info", /, **params: object) -> None:
        """Show one sentence."""
        ...

    def say_shipped(self, card: DeliveryCard, number: str, rest: DeliveryCard | None) -> None:
        """Say under which number a part left, and what remains."""
        ...
