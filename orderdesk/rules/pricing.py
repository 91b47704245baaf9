"""Prices of lines and orders, each with its receipt: vocabulary.md, section 5; docs/adr/0004.

A line is worked out once, in exact decimals; unit prices round to 4 decimals, and the amount of a line rounds
once, half up, to the minor unit of the currency. Shares of the order are spread by largest remainder, so sums
are exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, localcontext

from orderdesk.errors import Problem, UserError
from orderdesk.rules.base_price import EXACT, ONE, ZERO, BasePrice
from orderdesk.rules.bounds import check_order_figures
from orderdesk.rules.facts import (
    LineFacts,
    OrderPricingFacts,
    PriceBook,
    PricedLine,
    PricedOrder,
)
from orderdesk.rules.worked_line import Basis, LineMemo, WorkedLine
from orderdesk.values import MAX_AMOUNT, minor_digits, plain, spread

ROUNDING_STEPS = {"none": None, "jiao": Decimal("0.1"), "yuan": ONE}
REFUSED = "problem.order.figures.range"

_MINOR_STEPS = {digits: ONE.scaleb(-digits) for digits in range(5)}


def price_order(facts: OrderPricingFacts, book: PriceBook, memo: LineMemo | None = None) -> PricedOrder:
    """Return the order with every line priced, in the currency and typed basis of the order.

    Totals are exact sums of the lines and the freight. Replaying the same facts gives the same figures, with
    a ``memo`` of earlier lines or without; it only saves the work for lines that have not changed.

    Raises:
        UserError: figures outside the bounds of ``orderdesk.values``; problems name each ``lines[i]`` field.

    Source: vocabulary.md, section 5; architecture.md, section 5, "Money, quantity, time".
    """
    kept = LineMemo() if memo is None else memo
    with localcontext(EXACT):
        refuse_if_any(check_order_figures(facts, kept.sound))
        minor = _MINOR_STEPS[minor_digits(facts.currency)]
        basis = Basis(facts.prices_include_tax, facts.currency, minor, facts.rules)
        lines = kept.work_out(facts, book, basis)
        refuse_if_any(problem for line in lines for problem in line.problems)
        order_discount = _spread_order_discount(lines, facts.order_discount, basis)
        freight = _Freight(facts, basis)
        rounding = _round_down(lines, freight, facts, basis)
        return _sum_up(facts, lines, freight, order_discount, rounding)


def price_line(
    line: LineFacts, book: PriceBook, day: date, currency: str, *, prices_include_tax: bool = True
) -> PricedLine:
    """Return one line priced on its own: no order discount, no freight, no rounding of an amount due.

    Raises:
        UserError: a figure of the line is outside the bounds.
    """
    return price_order(OrderPricingFacts(day, currency, prices_include_tax, (line,)), book).lines[0]


def refuse_if_any(problems: Iterable[Problem]) -> None:
    """Raise one ``UserError`` with all ``problems``, if there are any."""
    found = tuple(problems)
    if found:
        raise UserError(REFUSED, found)


class _Freight:
    """What is charged for carrying: nothing where it is free 包邮 or the customer pays the carrier 到付."""

    __slots__ = ("gross", "net", "rate", "tax")

    def __init__(self, facts: OrderPricingFacts, basis: Basis) -> None:
        charged = facts.freight if facts.freight_terms == "prepaid" else ZERO
        self.rate = facts.freight_tax_rate
        self.net, self.tax, self.gross = basis.taxed(charged.quantize(basis.minor), self.rate)

    def take_rounding(self, share: Decimal, basis: Basis) -> None:
        self.net, self.tax, self.gross = basis.from_gross(self.gross - share, self.rate)


def _spread_order_discount(lines: list[WorkedLine], discount: Decimal, basis: Basis) -> Decimal:
    """Take the order discount off the lines that allow it, to the minor unit; return how much it is.

    Lines that it changes are replaced in ``lines``.
    """
    if not discount:
        return ZERO
    taking = [at for at, line in enumerate(lines) if line.takes_order_discount]
    for at, line in enumerate(lines):
        if line.source not in {"gift", "none"} and not line.takes_order_discount:
            lines[at] = line.without_order_discount(discount)
    weights = [lines[at].amount for at in taking]
    total = (sum(weights, ZERO) * discount).quantize(basis.minor)
    for at, share in zip(taking, spread(total, weights, basis.minor), strict=True):
        lines[at] = lines[at].with_order_discount(discount, share, basis)
    return total


def _round_down(
    lines: list[WorkedLine], freight: _Freight, facts: OrderPricingFacts, basis: Basis
) -> Decimal:
    """Round the amount due down (抹零) and take the difference off ``lines``, replaced there; return it.

    The goods carry it, so that returning all lines credits exactly what was charged for them; only what is
    more than all goods together comes off the freight.
    """
    step = ROUNDING_STEPS[facts.rounding]
    if step is None:
        return ZERO
    goods = sum((line.gross for line in lines), ZERO)
    cut = (goods + freight.gross) % step
    from_goods = min(cut, goods)
    for at, share in enumerate(spread(from_goods, [line.gross for line in lines], basis.minor)):
        if share:
            lines[at] = lines[at].with_rounding(share, facts.rounding, basis)
    if cut > from_goods:
        freight.take_rounding(cut - from_goods, basis)
    return cut


def _sum_up(
    facts: OrderPricingFacts, lines: list[WorkedLine], freight: _Freight, discount: Decimal, rounding: Decimal
) -> PricedOrder:
    net = sum((line.net for line in lines), ZERO)
    tax = sum((line.tax for line in lines), ZERO)
    total = net + tax + freight.gross
    if total > MAX_AMOUNT:
        refuse_if_any([Problem("problem.order.amount.range", "lines", {"limit": plain(MAX_AMOUNT)})])
    return PricedOrder(
        currency=facts.currency,
        lines=tuple(line.priced(facts.prices_include_tax) for line in lines),
        goods_net=net,
        goods_tax=tax,
        goods_gross=net + tax,
        order_discount=discount,
        freight_net=freight.net,
        freight_tax=freight.tax,
        freight_gross=freight.gross,
        rounding=rounding,
        total_net=net + freight.net,
        total_tax=tax + freight.tax,
        total=total,
    )


__all__ = ["ROUNDING_STEPS", "BasePrice", "LineMemo", "price_line", "price_order", "refuse_if_any"]
