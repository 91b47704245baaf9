"""The pricing rulebook: adjustments on top of price data, in row order (vocabulary.md, section 5, row 4).

A row takes a share off the price (``off``; below zero it adds), or sets a price by a formula (``price``). It
joins adjustments above it only where it says so (``stacks``); otherwise it applies to a price that nothing
has adjusted yet. An agreement may say that its prices take no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from orderdesk.rules.base_price import MAX_NEAR, ONE, BasePrice
from orderdesk.rules.decision_table import Decision, DecisionTable, Outputs
from orderdesk.rules.fact_catalogue import asked_by
from orderdesk.rules.facts import NearMiss, ReceiptStep
from orderdesk.rules.measures import FactValue, Money
from orderdesk.rules.params import Params
from orderdesk.values import PRICE_STEP, canonical_json


@dataclass(frozen=True, slots=True)
class PriceRules:
    """What adjusts prices: the table that decides now, and the currency in which it counts."""

    table: DecisionTable
    currency: str


@dataclass(frozen=True, slots=True)
class Applied:
    """A row that applies: it takes ``off`` the price, or sets it."""

    row: int
    name: str
    off: Decimal | None
    price: Decimal | None


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A price after its adjustments: ``value / divisor`` is the exact amount of the line."""

    price: Decimal
    value: Decimal
    divisor: Decimal
    steps: tuple[ReceiptStep, ...]
    near: tuple[NearMiss, ...]


def applied(decision: Decision) -> tuple[tuple[Applied, ...], tuple[Applied, ...]]:
    """Return the rows that apply, in the order of the decision, and those that could not join them."""
    taken: list[Applied] = []
    left: list[Applied] = []
    for row, then in zip(decision.rows, decision.outputs, strict=True):
        one = _of_row(row, then, decision.table)
        if one.off is None and one.price is None:
            continue
        joins = not taken or then.get("stacks") is True
        (taken if joins else left).append(one)
    return tuple(taken), tuple(left)


def _of_row(row: int, then: Outputs, table: str) -> Applied:
    off, price = then.get("off"), then.get("price")
    return Applied(
        row, str(then.get("text") or f"{table} {row}"), off if isinstance(off, Decimal) else None,
        price.amount if isinstance(price, Money) else None,
    )  # fmt: skip


def adjust(
    rules: PriceRules, facts: Mapping[str, FactValue], base: BasePrice, quantity: Decimal, price_unit: int
) -> Adjusted:
    """Return the price of a line after the adjustments that apply to it, each as a step of its receipt.

    Raises:
        UserError: the table names a fact that the line does not have, or does not decide on these facts.
    """
    asked = asked_by(rules.table, facts)
    decision = rules.table.decide(asked)
    taken, left = applied(decision)
    price, value, divisor = base.price, base.value, base.divisor
    is_average = value * price_unit != price * quantity * divisor  # of a break on the part above
    steps = []
    for one in taken:
        before = price
        if one.price is not None:
            price, is_average = one.price.quantize(PRICE_STEP), False
        else:
            keep = ONE - (one.off or Decimal(0))
            price, value = (price * keep).quantize(PRICE_STEP), value * keep
        if not is_average:
            value, divisor = price * quantity, Decimal(price_unit)
        steps.append(_step(one, decision, before, price, quantity))
    near = (*_left_out(left, decision), *_near(rules.table, asked))
    return Adjusted(price, value, divisor, tuple(steps), near[:MAX_NEAR])


def _step(
    one: Applied, decision: Decision, before: Decimal, after: Decimal, quantity: Decimal
) -> ReceiptStep:
    """Return the step of one adjustment, with table, version, row and the facts as evaluated."""
    kind = "off" if one.price is None else "price"
    off = one.off if one.off is not None else Decimal(0)
    params = Params(
        kind=kind, name=one.name, off=off, percent=abs(off), direction="less" if off >= 0 else "more",
        table=decision.table, version=decision.version, row=one.row, quantity=quantity,
        facts=canonical_json(dict(decision.facts)),
    )  # fmt: skip
    return ReceiptStep("adjustment", "price", before, after, f"{decision.table} {one.row}", params)


def _left_out(left: tuple[Applied, ...], decision: Decision) -> Iterator[NearMiss]:
    for one in left:
        yield NearMiss("stacks", f"{decision.table} {one.row}", Params(name=one.name, row=one.row))


def _near(table: DecisionTable, asked: Mapping[str, FactValue]) -> Iterator[NearMiss]:
    for miss in table.near_misses(asked):
        shown = Params(row=miss.row, fact=miss.fact, cell=miss.cell, value=miss.value)
        yield NearMiss("column", f"{table.name} {miss.row}", shown)
