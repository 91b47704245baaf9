"""The lines of a delivery as they stand on the screen: the store's, with what was keyed on its way there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from uuid import UUID

from orderdesk.services.reading.warehouse import DeliveryCard, DeliveryLineRow
from orderdesk.ui.numbers import evaluate
from orderdesk.values import QUANTITY_STEP, plain

ShortReason = Literal["", "damaged", "missing", "wait"]

REASONS: tuple[ShortReason, ...] = ("damaged", "missing", "wait")  # as their number keys stand


@dataclass(frozen=True, slots=True)
class Keyed:
    """What was keyed for a line; ``revision`` of the delivery once the store has it."""

    picked: Decimal
    short_reason: ShortReason = ""
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class LineOnShow:
    """A line with what was keyed over it."""

    line: DeliveryLineRow
    can_pick: bool
    is_gone: bool
    keyed: Keyed | None = None

    @property
    def id(self) -> UUID:
        """The line's id."""
        return self.line.id

    @property
    def picked(self) -> Decimal:
        """What was found."""
        return self.line.picked if self.keyed is None else self.keyed.picked

    @property
    def short_reason(self) -> str:
        """Why less was found than planned."""
        return self.line.short_reason if self.keyed is None else self.keyed.short_reason

    @property
    def is_waiting(self) -> bool:
        """Whether the store does not have it yet."""
        return self.keyed is not None and self.keyed.revision is None

    @property
    def is_settled(self) -> bool:
        """Whether somebody looked for it: all is there, or the reason why not."""
        return self.picked == self.line.quantity or bool(self.short_reason)

    @property
    def missing(self) -> Decimal:
        """What of the planned quantity was not found."""
        return self.line.quantity - self.picked

    @property
    def open(self) -> Decimal:
        """What stays open when this delivery has left."""
        if self.is_gone:
            return self.line.open
        leaves = self.picked if self.is_settled else self.line.quantity
        return max(self.line.ordered - self.line.before - leaves, Decimal(0))


def lines_on_show(card: DeliveryCard, keyed: Mapping[UUID, Keyed]) -> tuple[LineOnShow, ...]:
    """Return the lines of a card with what was keyed over them."""
    return tuple(LineOnShow(line, card.can_pick, card.has_note, keyed.get(line.id)) for line in card.lines)


def typed_quantity(text: str, most: Decimal) -> Decimal | None:
    """Return what a typed quantity means; ``None`` unless it is 0 to ``most`` with at most 3 decimals."""
    value = evaluate(text)
    if value is None or not 0 <= value <= most:
        return None
    rounded = value.quantize(QUANTITY_STEP)
    return Decimal(plain(rounded)) if rounded == value else None
