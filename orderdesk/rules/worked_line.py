"""A line priced on its own: base price, what was typed, amount and tax, each step with its receipt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from operator import attrgetter
from typing import Literal
from uuid import UUID

from orderdesk.errors import Problem, UserError
from orderdesk.rules.base_price import MAX_NEAR, ONE, ZERO, find_base
from orderdesk.rules.bounds import line_path
from orderdesk.rules.facts import (
    LineFacts,
    NearMiss,
    OrderPricingFacts,
    PriceBook,
    PricedLine,
    PriceSource,
    ReceiptStep,
)
from orderdesk.rules.measures import Money
from orderdesk.rules.params import Params
from orderdesk.rules.price_rules import PriceRules, adjust
from orderdesk.values import MAX_AMOUNT, MAX_UNIT_PRICE, PRICE_STEP, plain

_WHAT_COUNTS = attrgetter(*(field.name for field in fields(LineFacts) if field.name != "position"))


class Basis:
    """How this order counts: with or without tax in the typed price, currency, smallest step of money."""

    __slots__ = ("currency", "includes_tax", "minor", "rules")

    def __init__(
        self, includes_tax: bool, currency: str, minor: Decimal, rules: PriceRules | None = None
    ) -> None:
        self.rules = rules
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


class WorkedLine:
    """A line worked out on its own, with its tax; shares of the order are taken by copies of it."""

    __slots__ = (
        "_result", "amount", "base", "discount", "divisor", "facts", "gross", "near", "net", "net_price",
        "order_discount", "problems", "rounding_share", "share", "source", "source_ref", "steps", "tax",
        "unit_price", "value", "worth",
    )  # fmt: skip

    def __init__(self, facts: LineFacts, index: int, book: PriceBook, day: date, basis: Basis) -> None:
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
        self.value, self.divisor = self.base.value, self.base.divisor
        self.problems: tuple[Problem, ...] = tuple(self._take_rules(index, basis))
        self._take_what_was_typed(basis)
        self.problems += tuple(self._out_of_bounds(index))
        self._add_tax(basis)
        self._result: PricedLine | None = None

    def is_for(self, facts: LineFacts) -> bool:
        """Return whether these facts come out as this line did; their place in the draft does not count."""
        return facts is self.facts or _WHAT_COUNTS(facts) == _WHAT_COUNTS(self.facts)

    def _take_rules(self, index: int, basis: Basis) -> Iterator[Problem]:
        """Apply component 4; yield what keeps the table from deciding on this line."""
        entry, facts = self.base.entry, self.facts
        if basis.rules is None or entry is None or not entry.allows_promotion or facts.gift:
            return
        known = dict(facts.rules)
        known |= {"price": Money(self.base.price, basis.rules.currency), "price_source": self.base.source}
        try:
            found = adjust(basis.rules, known, self.base, facts.quantity, facts.item.price_unit)
        except UserError as fault:
            yield Problem(fault.code, f"{line_path(facts, index)}.item_id", fault.params)
            return
        self.steps += found.steps
        self.near = (*self.near, *found.near)[:MAX_NEAR]
        self.unit_price = self.net_price = found.price
        self.value, self.divisor = found.value, found.divisor

    def _take_what_was_typed(self, basis: Basis) -> None:
        """Apply component 6 and round the amount, once: gift, else manual price, else line discount."""
        facts, value, divisor = self.facts, self.value, self.divisor
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
        before = self.unit_price if self.base.entry else None
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
        if min(self.base.base, self.base.price, self.unit_price) < 0 or most > MAX_UNIT_PRICE:
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

    def with_order_discount(self, discount: Decimal, share: Decimal, basis: Basis) -> WorkedLine:
        """Return the line with its share of the order discount taken off, and the tax of what is left."""
        line = self._copy()
        line.order_discount, line.share = discount, share
        params = Params(discount=discount, percent=discount, share=share)
        line.steps[-1] = ReceiptStep(
            "order_discount", "amount", self.amount, self.amount - share, "", params
        )  # in the place of the tax, which follows it
        line._add_tax(basis)
        return line

    def without_order_discount(self, discount: Decimal) -> WorkedLine:
        """Return the line with a word on why the order discount does not count here."""
        line = self._copy()
        line.near = (*self.near[:4], NearMiss("order_discount", self.source_ref, Params(percent=discount)))
        return line

    def _add_tax(self, basis: Basis) -> None:
        typed, rate = self.amount - self.share, self.facts.item.tax_rate
        self.net, self.tax, self.gross = basis.taxed(typed, rate)
        params = Params(rate=rate, percent=rate, includes_tax=basis.includes_tax, net=self.net, tax=self.tax)
        self.steps.append(ReceiptStep("tax", "amount", typed, self.gross, "", params))

    def with_rounding(self, share: Decimal, step: str, basis: Basis) -> WorkedLine:
        """Return the line with a share of 抹零 off its amount with tax, and the tax of what is left."""
        line, rate = self._copy(), self.facts.item.tax_rate
        line.rounding_share = share
        line.net, line.tax, line.gross = basis.from_gross(self.gross - share, rate)
        params = Params(share=share, step=step, rate=rate, net=line.net, tax=line.tax)
        line.steps.append(ReceiptStep("rounding", "amount", self.gross, line.gross, "", params))
        return line

    def _copy(self) -> WorkedLine:
        line = WorkedLine.__new__(WorkedLine)
        for name in WorkedLine.__slots__:
            setattr(line, name, getattr(self, name))
        line.steps, line._result = list(self.steps), None
        return line

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
        """Return the priced line; the same object as long as nothing about it changes."""
        if self._result is None:
            self._result = self._priced(includes_tax)
        return self._result

    def _priced(self, includes_tax: bool) -> PricedLine:
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


class LineMemo:
    """The lines of an order as they came out last: an edit changes one of them, the others need no new work.

    What it knows holds for one price book, day and basis; with any other it forgets all of it.
    """

    __slots__ = ("_book", "_lines", "_rules", "_under", "sound")

    def __init__(self) -> None:
        self._book: PriceBook | None = None
        self._under: tuple[date, str, bool] | None = None
        self._rules: PriceRules | None = None
        self._lines: list[WorkedLine] = []
        self.sound: tuple[LineFacts, ...] = ()  # the lines as they came last; all were within their bounds

    def work_out(self, facts: OrderPricingFacts, book: PriceBook, basis: Basis) -> list[WorkedLine]:
        """Return every line of an order worked out on its own, in the caller's decimal context."""
        under = (facts.date, facts.currency, facts.prices_include_tax)
        is_same = book is self._book and under == self._under and facts.rules == self._rules
        known = _Known(self._lines if is_same else [])
        lines = []
        for index, one in enumerate(facts.lines):
            line = known.line(index, one)
            if line is None:
                line = WorkedLine(one, index, book, one.day or facts.date, basis)
            lines.append(line)
        self._book, self._under, self._rules, self.sound = book, under, facts.rules, facts.lines
        self._lines = [*lines]  # the caller replaces some of its own
        return lines


class _Known:
    """Finds a line among those that were worked out before: mostly at its old place, else by its id."""

    __slots__ = ("_by_id", "_lines")

    def __init__(self, lines: list[WorkedLine]) -> None:
        self._lines = lines
        self._by_id: dict[UUID, WorkedLine] | None = None

    def line(self, index: int, facts: LineFacts) -> WorkedLine | None:
        """Return the line if it stood so before; one that was refused must be told again."""
        if index < len(self._lines) and self._lines[index].facts.line_id == facts.line_id:
            found: WorkedLine | None = self._lines[index]
        else:
            if self._by_id is None:
                self._by_id = {line.facts.line_id: line for line in self._lines}
            found = self._by_id.get(facts.line_id)
        return found if found is not None and not found.problems and found.is_for(facts) else None
