"""The bounds of typed figures: inside them, what the store must hold fits (``orderdesk.values``)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from orderdesk.errors import Problem
from orderdesk.rules.facts import LineFacts, OrderPricingFacts
from orderdesk.values import (
    MAX_AMOUNT,
    MAX_QUANTITY,
    MAX_UNIT_PRICE,
    PRICE_STEP,
    QUANTITY_STEP,
    RATE_STEP,
    plain,
)

ONE = Decimal(1)


def line_path(line: LineFacts, index: int) -> str:
    """Return the path of a line in its draft, such as ``lines[3]``."""
    return f"lines[{index if line.position is None else line.position}]"


def is_within(value: Decimal, most: Decimal, step: Decimal) -> bool:
    """Return whether ``value`` is a number between 0 and ``most`` with no more decimals than ``step``."""
    return value.is_finite() and not value.is_signed() and value <= most and value % step == 0


def check_line_figures(line: LineFacts, index: int) -> Iterator[Problem]:
    """Yield a problem for each figure of the line that is negative, too large, too fine or no number."""
    path = line_path(line, index)
    if not is_within(line.quantity, MAX_QUANTITY, QUANTITY_STEP):
        yield Problem("problem.line.quantity.range", f"{path}.quantity", {"limit": plain(MAX_QUANTITY)})
    if line.manual_price is not None and not is_within(line.manual_price, MAX_UNIT_PRICE, PRICE_STEP):
        yield Problem("problem.line.price.range", f"{path}.manual_price", {"limit": plain(MAX_UNIT_PRICE)})
    if not is_within(line.discount, ONE, RATE_STEP):
        yield Problem("problem.line.discount.range", f"{path}.discount")


def check_order_figures(facts: OrderPricingFacts, sound: Sequence[LineFacts] = ()) -> Iterator[Problem]:
    """Yield a problem for each figure outside its bounds, of the order and of all its lines.

    ``sound`` are lines that were within them, each at the place where it stood: these very objects still are.
    """
    if not is_within(facts.order_discount, ONE, RATE_STEP):
        yield Problem("problem.order.discount.range", "order_discount")
    if not is_within(facts.freight, MAX_AMOUNT, PRICE_STEP):
        yield Problem("problem.order.freight.range", "freight", {"limit": plain(MAX_AMOUNT)})
    for index, line in enumerate(facts.lines):
        if index >= len(sound) or sound[index] is not line:
            yield from check_line_figures(line, index)
