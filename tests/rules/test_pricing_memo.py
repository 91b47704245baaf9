"""A memo of earlier lines saves work and changes nothing: the order is priced as if there were none."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk.errors import UserError
from orderdesk.rules.facts import OrderPricingFacts, PriceBook
from orderdesk.rules.pricing import LineMemo, price_order
from orderdesk.rules.receipts import order_json
from tests.rules.pricing_strategies import decimals, orders
from tests.rules.pricing_support import D, book, item, line, order, price

KINDS = ["quantity", "discount", "gift", "price", "remove", "turn", "header", "none"]
Case = tuple[OrderPricingFacts, PriceBook]


@st.composite
def edits(draw: Any, facts: OrderPricingFacts) -> OrderPricingFacts:
    """Return an order as one edit leaves it: a line changed, gone or moved, or something of the header."""
    lines = list(facts.lines)
    kind = draw(
        st.sampled_from(["quantity", "discount", "gift", "price", "remove", "turn", "header", "none"])
    )
    at = draw(st.integers(0, len(lines) - 1)) if lines else None
    if kind == "header" or at is None:
        return replace(
            facts,
            order_discount=draw(st.sampled_from([D(0), D("0.02"), D("0.5")])),
            rounding=draw(st.sampled_from(["none", "jiao", "yuan"])),
            prices_include_tax=draw(st.booleans()),
            date=facts.date + timedelta(days=draw(st.sampled_from([0, 400]))),
        )
    one = lines[at]
    if kind == "quantity":
        lines[at] = replace(one, quantity=draw(decimals(2_000, 3)))
    elif kind == "discount":
        lines[at] = replace(one, discount=draw(decimals(1, 3)))
    elif kind == "gift":
        lines[at] = replace(one, gift=not one.gift, gift_reason="开业")
    elif kind == "price":
        lines[at] = replace(one, manual_price=draw(st.none() | decimals(9_999, 4)))
    elif kind == "remove":
        del lines[at]
    elif kind == "turn":
        lines.reverse()
    return replace(facts, lines=tuple(replace(line, position=place) for place, line in enumerate(lines)))


@settings(max_examples=150, deadline=None)
@given(orders(hostile=True), st.data())
def test_a_memo_changes_no_figure_and_no_refusal(
    case: tuple[OrderPricingFacts, PriceBook], data: Any
) -> None:
    facts, prices = case
    memo = LineMemo()
    for _ in range(5):
        assert priced_or_refused(facts, prices, memo) == priced_or_refused(facts, prices, None)
        facts = data.draw(edits(facts))


def priced_or_refused(facts: OrderPricingFacts, prices: PriceBook, memo: LineMemo | None) -> object:
    try:
        return order_json(price_order(facts, prices, memo))
    except UserError as refused:
        return refused.problems


def test_a_memo_keeps_the_lines_that_an_edit_leaves_alone() -> None:
    first, second = item(1), item(2)
    prices = book(price(first, "10"), price(second, "20"))
    before = order(line(first, "1", 1), line(second, "1", 2))
    memo = LineMemo()
    old = price_order(before, prices, memo)
    changed = replace(before, lines=(replace(before.lines[0], quantity=D(5)), before.lines[1]))
    new = price_order(changed, prices, memo)
    assert new.lines[0].amount == D(50)
    assert new.lines[1] is old.lines[1]


def test_a_memo_of_one_price_book_is_of_no_use_for_another() -> None:
    one = item(1)
    facts = order(line(one, "1", 1))
    memo = LineMemo()
    assert price_order(facts, book(price(one, "10")), memo).total == D(10)
    assert price_order(facts, book(price(one, "12")), memo).total == D(12)
