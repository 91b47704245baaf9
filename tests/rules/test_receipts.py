"""A stored receipt is plain JSON, comes back unchanged, and gives the same price when worked out again."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings

from orderdesk.errors import Bug
from orderdesk.rules.facts import NearMiss, OrderPricingFacts, PriceBook
from orderdesk.rules.pricing import price_order
from orderdesk.rules.receipts import (
    all_words,
    line_from_json,
    line_json,
    near_words,
    order_from_json,
    order_json,
    replay,
    step_words,
)
from orderdesk.values import canonical_json
from tests.architecture.sources import ROOT
from tests.rules.pricing_strategies import orders
from tests.rules.pricing_support import D, brk, item, line, order, price, priced

CHAIR = item()


@settings(max_examples=120, deadline=None)
@given(orders())
def test_a_replayed_line_has_the_figures_it_was_stored_with(
    case: tuple[OrderPricingFacts, PriceBook],
) -> None:
    for one in price_order(*case).lines:
        again = replay(json.loads(canonical_json(line_json(one))))
        assert again.difference is None
        assert (again.unit_price, again.amount) == (one.unit_price, one.amount)
        assert (again.amount_net, again.tax, again.amount_gross) == (
            one.amount_net,
            one.tax,
            one.amount_gross,
        )


@settings(max_examples=60, deadline=None)
@given(orders())
def test_a_stored_order_comes_back_unchanged(case: tuple[OrderPricingFacts, PriceBook]) -> None:
    result = price_order(*case)
    assert order_from_json(json.loads(canonical_json(order_json(result)))) == result


def test_a_changed_step_is_found_at_its_place() -> None:
    one = priced(order(line(CHAIR, "10", discount=D("0.05"))), price(CHAIR, "100")).lines[0]
    stored = line_json(one)
    stored["receipt"][1]["params"]["discount"] = "0.06"
    again = replay(stored)
    assert (again.difference, again.amount_gross) == (1, D("940.00"))
    assert one.amount_gross == D("950.00")


@pytest.mark.parametrize("broken", [{"format": 2}, {"format": 1}, {"format": 1, "figures": {"amount": "x"}}])
def test_a_receipt_that_cannot_be_read_is_a_bug(broken: dict[str, object]) -> None:
    with pytest.raises(Bug):
        line_from_json(broken)


def test_steps_name_their_sentence_and_what_it_shows() -> None:
    facts = order(line(CHAIR, "10", discount=D("0.05")), order_discount=D("0.02"), rounding="yuan")
    one = priced(facts, price(CHAIR, "9.99", ref_name="标准价 2026"), brk(CHAIR, "10", "0.03")).lines[0]
    codes = [step_words(step)[0] for step in one.receipt]
    assert codes == [
        "receipt.base.list", "receipt.break.whole", "receipt.line_discount", "receipt.amount.one",
        "receipt.order_discount", "receipt.tax.included", "receipt.rounding.yuan",
    ]  # fmt: skip
    assert set(codes) <= set(all_words())
    params = step_words(one.receipt[1])[1]
    assert (params["percent"], params["before"], params["after"], params["ref"]) == (
        "3", "9.99", "9.6903", "FROM-10",
    )  # fmt: skip


def test_near_misses_name_their_sentence() -> None:
    one = priced(order(line(CHAIR, "7")), price(CHAIR, "9.99"), brk(CHAIR, "10", "0.03")).lines[0]
    code, params = near_words(one.near[0])
    assert (code, params["missing"], params["percent"]) == ("receipt.near.quantity", "3", "3")


def near_row(fact: str, cell: str) -> tuple[str, dict[str, object]]:
    shown = {"row": "2", "fact": fact, "cell": cell, "value": ""}
    return near_words(NearMiss("column", "approval 2", shown))


def test_a_near_row_names_its_condition_and_shows_discounts_in_percent() -> None:
    code, params = near_row("max_discount", "<= 4 %")
    assert (code, params["measure"], params["high"]) == ("receipt.near.ordered.at_most", "percent", ["4"])
    assert near_row("below_floor", "no") == ("receipt.near.below_floor.no", {"row": "2"})
    code, params = near_row("tier", "<> vip")
    assert (code, params["values"]) == ("receipt.near.tier.not", ["term.tier.vip"])


@pytest.mark.parametrize(
    ("cell", "form", "ends"),
    [
        ("> 5", "above", {"low": ["5"]}),
        ("< 5", "below", {"high": ["5"]}),
        (">= 10", "at_least", {"low": ["10"]}),
        ("4 .. 8", "between", {"low": ["4"], "high": ["8"]}),
        ("4 <.. 8", "over_to", {"low": ["4"], "high": ["8"]}),
        ("4 ..< 8", "from_under", {"low": ["4"], "high": ["8"]}),
        ("4 <..< 8", "over_under", {"low": ["4"], "high": ["8"]}),
        ("in 5, 2", "one_of", {"values": ["2", "5"]}),
        ("not in 5, 2", "none_of", {"values": ["2", "5"]}),
    ],
)
def test_a_near_row_of_figures_names_its_form(cell: str, form: str, ends: dict[str, list[str]]) -> None:
    code, params = near_row("amount", cell)
    assert code == f"receipt.near.ordered.{form}"
    assert {name: params[name] for name in ends} == ends


@pytest.mark.parametrize(
    ("cell", "form"), [(">= 0", "within"), (">= 0.00", "within"), ("< 0", "beyond"), ("empty", "empty")]
)
def test_a_row_about_credit_left_speaks_of_the_limit(cell: str, form: str) -> None:
    assert near_row("credit_after", cell)[0] == f"receipt.near.credit_after.{form}"


def test_every_cell_of_the_approval_table_is_said_in_words() -> None:
    table = json.loads((ROOT / "resources" / "rules" / "approval.json").read_text("utf-8"))
    cells = {(fact, cell) for row in table["rows"] for fact, cell in row["when"].items()}
    assert {near_row(fact, cell)[0] for fact, cell in cells} <= set(all_words()) - {"receipt.near.column"}


def test_a_fact_that_nobody_knows_is_shown_as_the_table_has_it() -> None:
    code, params = near_row("colour", "= red")
    assert (code, params["fact"], params["cell"]) == ("receipt.near.column", "colour", "= red")
