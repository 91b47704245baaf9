"""Price adjustments: how a new price is written into a list by its days, what orders keep, who wins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Literal
from uuid import UUID

from orderdesk.rules.base_price import EXACT, ZERO

OpenOrders = Literal["keep", "ask", "follow"]
AdjustmentState = Literal["draft", "scheduled", "in_force", "rolled_back", "cancelled"]
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DatedPrice:
    """An entry of a list for one item and unit; both of its days count."""

    id: UUID
    price: Decimal
    valid_from: date | None = None
    valid_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Whether the entry prices anything on that day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or self.valid_to >= day
        )


def adjustment_state(stored: str, start: date, today: date) -> AdjustmentState:
    """Return what is shown: a published adjustment is scheduled until its start, then in force."""
    if stored == "published":
        return "in_force" if start <= today else "scheduled"
    found: AdjustmentState = stored  # type: ignore[assignment] # the store knows no others
    return found


def price_on(entries: Iterable[DatedPrice], day: date) -> Decimal | None:
    """Return the price that holds on a day; ``None`` where none does."""
    return next((entry.price for entry in entries if entry.holds_on(day)), None)


def adjusted(
    entries: Sequence[DatedPrice], start: date, price: Decimal, new_id: UUID
) -> tuple[DatedPrice, ...]:
    """Return the entries of one item and unit with a new price from ``start`` on.

    The one that holds then ends the day before; where it begins on that very day it is replaced. The new one
    ends where that one would have ended, and at the latest the day before the next one begins: what somebody
    has planned for later stays as it is planned.
    """
    kept: list[DatedPrice] = []
    last: date | None = None
    for entry in entries:
        if not entry.holds_on(start):
            kept.append(entry)
            continue
        last = entry.valid_to
        if entry.valid_from is None or entry.valid_from < start:
            kept.append(replace(entry, valid_to=start - _DAY))
    later = [entry.valid_from for entry in kept if entry.valid_from is not None and entry.valid_from > start]
    if later:
        before_next = min(later) - _DAY
        last = before_next if last is None else min(last, before_next)
    return (*kept, DatedPrice(new_id, price, start, last))


@dataclass(frozen=True, slots=True)
class SoldLine:
    """What was sold at one of the prices that change, and how many units of that price it was."""

    customer_id: UUID
    item_id: UUID
    quantity: Decimal  # in units of the price
    price_unit: int
    price_list_id: UUID


@dataclass(frozen=True, slots=True)
class Effect:
    """What an adjustment would have meant for one customer, item or all: more is paid where positive."""

    quantity: Decimal
    difference: Decimal


def effect(sold: Iterable[tuple[SoldLine, Decimal]]) -> Effect:
    """Return quantity and amount by which sold lines would have cost more, each with its price difference."""
    quantity, total = ZERO, ZERO
    with localcontext(EXACT):
        for line, difference in sold:
            quantity += line.quantity
            total += line.quantity * difference / line.price_unit
    return Effect(quantity, total)


@dataclass(frozen=True, slots=True)
class Kept:
    """An adjustment that lines quoted before its start need not follow."""

    number: str
    start: date
    open_orders: OpenOrders
    source: str
    tier: str
    customer_id: UUID | None

    def concerns(self, customer_id: UUID, tier: str) -> bool:
        """Whether the list that it changed can price anything for this customer."""
        if self.source == "agreement":
            return self.customer_id == customer_id
        return self.source == "list" or self.tier == tier


def honoured(
    kept: Sequence[Kept], quoted_on: date | None, day: date, most_days: int, customer_id: UUID, tier: str
) -> Kept | None:
    """Return the adjustment whose old price a line keeps, because it was quoted before; ``None`` for none.

    A quotation is honoured for ``most_days`` from the day on which the new price began. An adjustment whose
    orders follow keeps nothing.
    """
    if quoted_on is None or quoted_on >= day:
        return None
    found = [
        one
        for one in kept
        if quoted_on < one.start <= day
        and (day - one.start).days < most_days
        and one.concerns(customer_id, tier)
    ]
    if not found or any(one.open_orders == "follow" for one in found):
        return None
    return max(found, key=lambda one: (one.open_orders == "ask", one.start, one.number))
