"""Prices of lines and orders, each with its receipt: vocabulary.md, section 5; docs/adr/0004.

A line is worked out once, in exact decimals; unit prices round to 4 decimals, and the amount of a line rounds
once, half up, to the minor unit of the currency. Shares of the order are spread by largest remainder, so sums
are exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, localcontext
from typing import Literal

from orderdesk.errors import Problem, UserError
from orderdesk.rules.base_price import EXACT, ONE, ZERO, BasePrice, find_base
from orderdesk.rules.bounds import check_order_figures, line_path
from orderdesk.rules.facts import (
    LineFacts,
    NearMiss,
    OrderPricingFacts,
    PriceBook,
    PricedLine,
    PricedOrder,
    PriceSource,
    ReceiptStep,
)
from orderdesk.rules.params import Params
from orderdesk.values import MAX_AMOUNT, MAX_UNIT_PRICE, PRICE_STEP, minor_digits, plain, spread

ROUNDING_STEPS = {"none": None, "jiao": Decimal("0.1"), "yuan": ONE}
REFUSED = "problem.order.figures.range"

_MINOR_STEPS = {digits: ONE.scaleb(-digits) for digits in range(5)}


def price_order(facts: OrderPricingFacts, book: PriceBook) -> PricedOrder:
    """Return the order with every line priced, in the currency and typed basis of the order.

    Totals are exact sums of the lines and the freight. Replaying the same facts gives the same figures.

    Raises:
        UserError: figures outside the bounds of ``orderdesk.values``; problems name each ``lines[i]`` field.

    Source: vocabulary.md, section 5; architecture.md, section 5, "Money, quantity, time".
    """
    with localcontext(EXACT):
        refuse_if_any(check_order_figures(facts))
        minor = _MINOR_STEPS[minor_digits(facts.currency)]
        basis = _Basis(facts.prices_include_tax, facts.currency, minor)
        lines = [_Line(line, index, book, facts.date, basis) for index, line in enumerate(facts.lines)]
        refuse_if_any(problem for line in lines for problem in line.problems)
        order_discount = _spread_order_discount(lines, facts.order_discount, basis)
        for line in lines:
            line.add_tax(basis)
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


class _Basis:
    """How this order counts: with or without tax in the typed price, currency, smallest step of money."""

    __slots__ = ("currency", "includes_tax", "minor")

    def __init__(self, includes_tax: bool, currency: str, minor: Decimal) -> None:
        self.includes_tax = includes_tax
        self.currency = currency
        self.minor = minor

    def taxed(self, amount: Decimal, rate: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        """Return (net, tax, gross) of an amount in the typed basis; net + tax is gross."""
        if self.includes_tax:
            return self.from_gross(amount, rate)
        tax = (amount * rate).quantize(self.minor)
        return amount, tax, amount + tax

    def from_gross(self, gross: Decimal, rate: Decimal) -> tuple[Decimal, Decimal, Decimal]:
        """Return (net, tax, gross) of an amount with tax."""
        tax = (gross * rate / (ONE + rate)).quantize(self.minor)
        return gross - tax, tax, gross


class _Line:
    """A line on its way through the components."""

    __slots__ = (
        "amount", "base", "discount", "facts", "gross", "near", "net", "net_price", "order_discount",
        "problems", "rounding_share", "share", "source", "source_ref", "steps", "tax", "unit_price", "worth",
    )  # fmt: skip

    def __init__(self, facts: LineFacts, index: int, book: PriceBook, day: date, basis: _Basis) -> None:
        self.facts = facts
        self.base = find_base(
            facts.item, book, facts.quantity, facts.unit, day, (basis.includes_tax, basis.currency)
        )
        self.steps = list(self.base.steps)
        self.near: tuple[NearMiss, ...] = self.base.near
        self.discount = ZERO
        self.order_discount = self.share = self.rounding_share = ZERO
        self.worth = (self.base.base * facts.quantity / facts.item.price_unit).quantize(basis.minor)
        self.source: PriceSource | Literal["manual", "gift", "none"] = self.base.source
        self.source_ref = self.base.entry.ref if self.base.entry else ""
        self.unit_price = self.base.price
        self.net_price = self.base.price  # after the line discount, typed basis
        self._take_what_was_typed(basis)
        self.net = self.tax = self.gross = ZERO
        self.problems = tuple(self._out_of_bounds(index))

    def _take_what_was_typed(self, basis: _Basis) -> None:
        """Apply component 6 and round the amount, once: gift, else manual price, else line discount."""
        facts, base = self.facts, self.base
        value, divisor = base.value, base.divisor
        if facts.gift:
            self._become_gift()
            value = ZERO
        elif facts.manual_price is not None:
            value, divisor = facts.manual_price * facts.quantity, Decimal(facts.item.price_unit)
            self._become_manual(facts.manual_price)
        elif facts.discount:
            value *= ONE - facts.discount
            self._take_discount(facts.discount)
        self.amount = (value / divisor).quantize(basis.minor)
        params = Params(
            quantity=facts.quantity,
            unit=facts.unit,
            price=self.net_price,
            price_unit=facts.item.price_unit,
            currency=basis.currency,
        )
        self.steps.append(ReceiptStep("amount", "amount", None, self.amount, "", params))

    def _become_gift(self) -> None:
        params = Params(reason=self.facts.gift_reason, list_value=self.worth)
        self.steps.append(ReceiptStep("gift", "price", self.unit_price, ZERO, "", params))
        self.source, self.source_ref, self.near = "gift", "", ()
        self.unit_price = self.net_price = ZERO

    def _become_manual(self, price: Decimal) -> None:
        before = self.base.price if self.base.entry else None
        params = Params(reason=self.facts.manual_reason)
        self.steps.append(ReceiptStep("manual_price", "price", before, price, "", params))
        self.source, self.source_ref, self.near = "manual", "", ()
        self.unit_price = self.net_price = price

    def _take_discount(self, discount: Decimal) -> None:
        self.discount = discount
        self.net_price = (self.unit_price * (ONE - discount)).quantize(PRICE_STEP)
        params = Params(discount=discount, percent=discount)
        self.steps.append(ReceiptStep("line_discount", "price", self.unit_price, self.net_price, "", params))

    def _out_of_bounds(self, index: int) -> Iterable[Problem]:
        path = line_path(self.facts, index)
        most = max(self.base.base, self.base.price, self.unit_price)
        if min(self.base.base, self.base.price) < 0 or most > MAX_UNIT_PRICE:
            yield Problem(
                "problem.line.price.range", f"{path}.manual_price", {"limit": plain(MAX_UNIT_PRICE)}
            )
        if max(self.amount * (ONE + self.facts.item.tax_rate), self.worth) > MAX_AMOUNT:
            yield Problem("problem.line.amount.range", f"{path}.quantity", {"limit": plain(MAX_AMOUNT)})

    @property
    def takes_order_discount(self) -> bool:
        """Whether the order discount counts here: never on gifts; an agreement may exclude it."""
        if self.source in {"gift", "none"}:
            return False
        return self.source == "manual" or self.base.entry is None or self.base.entry.allows_order_discount

    def take_order_discount(self, discount: Decimal, share: Decimal) -> None:
        self.order_discount, self.share = discount, share
        params = Params(discount=discount, percent=discount, share=share)
        self.steps.append(
            ReceiptStep("order_discount", "amount", self.amount, self.amount - share, "", params)
        )

    def add_tax(self, basis: _Basis) -> None:
        typed, rate = self.amount - self.share, self.facts.item.tax_rate
        self.net, self.tax, self.gross = basis.taxed(typed, rate)
        params = Params(rate=rate, percent=rate, includes_tax=basis.includes_tax, net=self.net, tax=self.tax)
        self.steps.append(ReceiptStep("tax", "amount", typed, self.gross, "", params))

    def take_rounding(self, share: Decimal, step: str, basis: _Basis) -> None:
        """Take a share of 抹零 off the amount with tax; the tax is worked out again from what is left."""
        before, self.rounding_share = self.gross, share
        self.net, self.tax, self.gross = basis.from_gross(before - share, self.facts.item.tax_rate)
        params = Params(share=share, step=step, rate=self.facts.item.tax_rate, net=self.net, tax=self.tax)
        self.steps.append(ReceiptStep("rounding", "amount", before, self.gross, "", params))

    def _unit_prices(self, includes_tax: bool) -> tuple[Decimal, Decimal]:
        """Return the unit price without and with tax, after the line discount."""
        factor = ONE + self.facts.item.tax_rate
        if includes_tax:
            return (self.net_price / factor).quantize(PRICE_STEP), self.net_price.quantize(PRICE_STEP)
        return self.net_price.quantize(PRICE_STEP), (self.net_price * factor).quantize(PRICE_STEP)

    def _is_below_floor(self, gross_price: Decimal) -> bool:
        """Return whether the unit price with tax, after all discounts, is below the floor; a gift is not."""
        item = self.facts.item
        if item.floor_price is None or self.source in {"gift", "none"}:
            return False
        own, sales = ONE, ONE
        if self.facts.unit != item.sales_unit:
            own, sales = item.factor(self.facts.unit) or ZERO, item.factor(item.sales_unit) or ONE
        return gross_price * (ONE - self.order_discount) * sales < item.floor_price * own

    def priced(self, includes_tax: bool) -> PricedLine:
        net_price, gross_price = self._unit_prices(includes_tax)
        return PricedLine(
            line_id=self.facts.line_id,
            source=self.source,
            source_ref=self.source_ref,
            unit_price=self.unit_price.quantize(PRICE_STEP),
            net_unit_price=net_price,
            gross_unit_price=gross_price,
            list_value=self.worth,
            discount=self.discount,
            tax_rate=self.facts.item.tax_rate,
            amount=self.amount,
            order_discount_share=self.share,
            rounding_share=self.rounding_share,
            amount_net=self.net,
            tax=self.tax,
            amount_gross=self.gross,
            below_floor=self._is_below_floor(gross_price),
            receipt=tuple(self.steps),
            near=self.near,
        )


class _Freight:
    """What is charged for carrying: nothing where it is free 包邮 or the customer pays the carrier 到付."""

    __slots__ = ("gross", "net", "rate", "tax")

    def __init__(self, facts: OrderPricingFacts, basis: _Basis) -> None:
        charged = facts.freight if facts.freight_terms == "prepaid" else ZERO
        self.rate = facts.freight_tax_rate
        self.net, self.tax, self.gross = basis.taxed(charged.quantize(basis.minor), self.rate)

    def take_rounding(self, share: Decimal, basis: _Basis) -> None:
        self.net, self.tax, self.gross = basis.from_gross(self.gross - share, self.rate)


def _spread_order_discount(lines: list[_Line], discount: Decimal, basis: _Basis) -> Decimal:
    """Take the order discount off the lines that allow it, to the minor unit; return how much it is."""
    if not discount:
        return ZERO
    taking = [line for line in lines if line.takes_order_discount]
    for line in lines:
        if line.source not in {"gift", "none"} and not line.takes_order_discount:
            miss = NearMiss("order_discount", line.source_ref, Params(percent=discount))
            line.near = (*line.near[:4], miss)
    weights = [line.amount for line in taking]
    total = (sum(weights, ZERO) * discount).quantize(basis.minor)
    for line, share in zip(taking, spread(total, weights, basis.minor), strict=True):
        line.take_order_discount(discount, share)
    return total


def _round_down(lines: list[_Line], freight: _Freight, facts: OrderPricingFacts, basis: _Basis) -> Decimal:
    """Round the amount due down (抹零) and take the difference off the lines; return it.

    The goods carry it, so that returning all lines credits exactly what was charged for them; only what is
    more than all goods together comes off the freight.
    """
    step = ROUNDING_STEPS[facts.rounding]
    if step is None:
        return ZERO
    goods = sum((line.gross for line in lines), ZERO)
    cut = (goods + freight.gross) % step
    from_goods = min(cut, goods)
    for line, share in zip(
        lines, spread(from_goods, [line.gross for line in lines], basis.minor), strict=True
    ):
        if share:
            line.take_rounding(share, facts.rounding, basis)
    if cut > from_goods:
        freight.take_rounding(cut - from_goods, basis)
    return cut


def _sum_up(
    facts: OrderPricingFacts, lines: list[_Line], freight: _Freight, discount: Decimal, rounding: Decimal
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


__all__ = ["ROUNDING_STEPS", "BasePrice", "price_line", "price_order", "refuse_if_any"]
