"""Prices changed by a percentage or an amount, and their floor and cost in the same basis."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final, Literal, get_args

from orderdesk.rules.base_price import EXACT, ONE, ZERO
from orderdesk.rules.facts import ItemFacts
from orderdesk.values import MAX_UNIT_PRICE, PRICE_STEP

Rounding = Literal["0.01", "0.1", "1", ".9"]
ROUNDINGS: Final[tuple[Rounding, ...]] = get_args(Rounding)

_NINE = Decimal("0.9")


@dataclass(frozen=True, slots=True)
class PriceChange:
    """What is done to each price: ``value`` is a signed fraction (percent) or a signed amount."""

    kind: Literal["percent", "amount"]
    value: Decimal
    rounding: Rounding = "0.01"


def changed_price(price: Decimal, change: PriceChange) -> Decimal | None:
    """Return the changed price, rounded half up; ``None`` where it would be no price.

    It would be none below zero, above the highest unit price, and where rounding leaves nothing of a price
    that was something.
    """
    with localcontext(EXACT):
        exact = price * (ONE + change.value) if change.kind == "percent" else price + change.value
        found = _rounded(exact, change.rounding)
    if exact < ZERO or not ZERO <= found <= MAX_UNIT_PRICE or (exact > ZERO and not found):
        return None
    return found


def _rounded(exact: Decimal, rounding: Rounding) -> Decimal:
    """Return the nearest price of the kind; ``.9`` is the nearest one that ends so, the dearer of two."""
    if rounding == ".9":
        return (exact - _NINE).quantize(ONE, ROUND_HALF_UP) + _NINE if exact >= _NINE else _NINE
    step = Decimal(rounding)
    return exact.quantize(step, ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Beside:
    """Floor price and cost of an item for one unit, in the basis of a list; ``None`` where not known."""

    floor: Decimal | None
    cost: Decimal | None

    def is_below(self, price: Decimal) -> bool:
        """Whether a price is lower than the lowest that is allowed."""
        return self.floor is not None and price < self.floor


def beside(item: ItemFacts, unit: str, *, includes_tax: bool) -> Beside:
    """Return what a price for ``unit`` is compared with; nothing for a unit that the item does not have."""
    factor, usual = item.factor(unit), item.factor(item.sales_unit)
    if factor is None or not usual:
        return Beside(None, None)
    gross = ONE + item.tax_rate
    with localcontext(EXACT):
        floor, cost = item.floor_price, item.cost
        if floor is not None:
            floor = floor * factor / usual / (ONE if includes_tax else gross)
        if cost is not None:
            cost = cost * factor / usual * (gross if includes_tax else ONE)
        return Beside(
            None if floor is None else floor.quantize(PRICE_STEP),
            None if cost is None else cost.quantize(PRICE_STEP),
        )


def after_break(price: Decimal, discount: Decimal) -> Decimal:
    """Return the unit price under a break, rounded to 4 decimals."""
    with localcontext(EXACT):
        return (price * (ONE - discount)).quantize(PRICE_STEP)
