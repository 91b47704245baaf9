"""Lines of a price adjustment as the grid shows them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from orderdesk.rules.facts import ItemFacts
from orderdesk.rules.price_changes import Beside


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the adjustment; the row for a new one has no id."""

    id: UUID | None
    list_code: str = ""
    item: ItemFacts | None = None
    unit: str = ""
    old_price: Decimal | None = None
    new_price: Decimal | None = None
    beside: Beside = Beside(None, None)  # noqa: RUF009 - frozen

    @property
    def rate(self) -> Decimal | None:
        """By which fraction the price changes."""
        if not self.old_price or self.new_price is None:
            return None
        return (self.new_price - self.old_price) / self.old_price

    @property
    def crossing(self) -> str:
        """``down`` where the price falls below the floor, ``below`` where it stays there, ``up`` again."""
        if self.new_price is None or self.beside.floor is None:
            return ""
        was = self.old_price is not None and self.beside.is_below(self.old_price)
        now = self.beside.is_below(self.new_price)
        return "below" if now and was else "down" if now else "up" if was else ""
