"""Routes of the shipped approval table: who is asked, in turn, and because of which row."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk.rules.approval import deepest_discount, reason_words, replay_route, route
from orderdesk.rules.facts import Route
from orderdesk.rules.measures import FactValue, Money
from orderdesk.rules.tables import read_table
from tests.rules.pricing_support import D, item, line, order, price, priced

SHIPPED = Path(__file__).parents[2] / "resources" / "rules" / "approval.json"
TABLE = read_table(json.loads(SHIPPED.read_text("utf-8")))


def cny(amount: str | int | Decimal | None) -> Money | None:
    return None if amount is None else Money(D(amount), "CNY")


SMALL: dict[str, FactValue] = {
    "customer_class": "end", "tier": "standard", "amount": cny(9000), "max_discount": D(0),
    "has_manual_price": False, "below_floor": False, "credit_after": cny(5000),
    "kinds": frozenset({"standard"}), "order_kind": "order",
}  # fmt: skip


def but(**changes: Any) -> dict[str, FactValue]:
    money: dict[str, FactValue] = {
        name: cny(changes[name]) for name in ("amount", "credit_after") if name in changes
    }
    return {**SMALL, **changes, **money}


def asked(**changes: Any) -> list[str]:
    return [step.role for step in route(but(**changes), TABLE).steps]


def notes(found: Route) -> list[str]:
    return [reason.note.removeprefix("receipt.approval.") for step in found.steps for reason in step.reasons]


def test_a_straight_through_order_says_which_row_let_it_through() -> None:
    found = route(SMALL, TABLE)
    assert (found.steps, found.through_row, found.through_note) == ((), 2, "receipt.approval.through.small")
    assert (found.table, found.table_version) == ("approval", 1)
    assert found.facts == {
        "order_kind": "order", "tier": "standard", "amount": "9000", "max_discount": "0",
        "has_manual_price": "no", "below_floor": "no", "credit_after": "5000",
    }  # fmt: skip


def test_a_customer_without_limit_goes_through_by_his_own_row() -> None:
    assert route(but(credit_after=None), TABLE).through_row == 3


def test_a_vip_order_has_no_finance_step_where_a_standard_order_of_the_same_content_has_all() -> None:
    content = {"amount": D("45000"), "max_discount": D("0.05"), "credit_after": D("-100")}
    assert asked(tier="standard", **content) == ["manager", "finance"]
    assert asked(tier="vip", **content) == ["manager"]


@settings(max_examples=200, deadline=None)
@given(
    st.integers(0, 10_000_000).map(lambda n: Decimal(n).scaleb(-2)),
    st.integers(0, 100).map(lambda n: Decimal(n).scaleb(-2)),
    st.none() | st.integers(-9999, 9999).map(Decimal),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["order", "call_off", "sample", "quotation"]),
)
def test_every_order_is_let_through_or_asked_by_a_row_and_vip_never_asks_finance(
    amount: Decimal, discount: Decimal, credit: Decimal | None, manual: bool, floor: bool, kind: str
) -> None:
    for tier in ("vip", "a", "b", "standard"):
        found = route(
            but(
                tier=tier, amount=amount, max_discount=discount, has_manual_price=manual, below_floor=floor,
                credit_after=credit, order_kind=kind,
            ),
            TABLE,
        )  # fmt: skip
        assert (found.through_row is None) == bool(found.steps)
        assert all(reason.row > 0 for step in found.steps for reason in step.reasons)
        assert tier != "vip" or all(step.role != "finance" for step in found.steps)


@pytest.mark.parametrize(
    ("changes", "roles"),
    [
        ({"amount": D("10000.00")}, []),
        ({"amount": D("10000.01")}, ["finance"]),
        ({"amount": D("20000.00")}, ["finance"]),
        ({"amount": D("20000.01")}, ["manager", "finance"]),
        ({"max_discount": D("0.04")}, []),
        ({"max_discount": D("0.0401")}, ["manager"]),
        ({"has_manual_price": True}, ["manager"]),
        ({"below_floor": True}, ["manager"]),
        ({"credit_after": D(0)}, []),
        ({"credit_after": D("-0.01")}, ["finance"]),
        ({"tier": "vip", "amount": D("30000")}, []),
        ({"tier": "vip", "amount": D("30000.01")}, ["manager"]),
        ({"tier": "vip", "has_manual_price": True}, []),
        ({"tier": "vip", "below_floor": True}, ["manager"]),
        ({"order_kind": "sample", "amount": D(1000), "max_discount": D(1)}, []),
        ({"order_kind": "sample", "amount": D("1000.01")}, ["manager"]),
    ],
)
def test_who_is_asked(changes: dict[str, Any], roles: list[str]) -> None:
    assert asked(**changes) == roles


def test_several_reasons_for_one_person_are_one_step() -> None:
    found = route(but(amount=D(25000), max_discount=D("0.05"), below_floor=True), TABLE)
    assert [(step.step, step.role, step.row) for step in found.steps] == [
        (1, "manager", 6),
        (2, "finance", 11),
    ]
    assert notes(found) == ["below_floor", "discount", "amount", "finance_amount"]


def test_what_would_have_let_it_through_is_a_near_miss() -> None:
    near = route(but(amount=D("10000.01")), TABLE).near
    assert [(miss.ref, miss.params["fact"], miss.params["cell"]) for miss in near][:2] == [
        ("approval 1", "tier", "vip"),
        ("approval 2", "amount", "<= 10000"),
    ]


def test_a_gap_in_the_table_asks_the_manager() -> None:
    empty = read_table({
        "format": 1, "name": "gap", "version": 4, "hit_policy": "collect",
        "inputs": [{"fact": "amount", "type": "number"}], "outputs": [{"name": "role", "type": "text"}],
        "rows": [{"when": {"amount": "< 0"}}],
    })  # fmt: skip
    found = route(SMALL, empty)
    assert [(step.role, step.row, step.note) for step in found.steps] == [
        ("manager", 0, "receipt.approval.no_row")
    ]
    assert found.through_row is None


def test_a_stored_route_is_decided_the_same_again() -> None:
    found = route(but(amount=D(25000), credit_after=None), TABLE)
    assert replay_route(found.facts, TABLE) == found


@pytest.mark.parametrize(
    ("changes", "order_discount", "deepest"),
    [
        ({}, "0", "0"),
        ({"discount": D("0.05")}, "0", "0.05"),
        ({"discount": D("0.05")}, "0.02", "0.069"),
        ({}, "0.02", "0.02"),
        ({"manual_price": D("96"), "manual_reason": "x"}, "0", "0.04"),
        ({"manual_price": D("95.99"), "manual_reason": "x"}, "0", "0.0401"),
        ({"manual_price": D("120"), "manual_reason": "x"}, "0", "0"),
        ({"gift": True, "gift_reason": "x"}, "0.02", "0"),
    ],
)
def test_the_deepest_discount_counts_typed_prices_too(
    changes: dict[str, Any], order_discount: str, deepest: str
) -> None:
    facts = order(line(item(), "3", **changes), order_discount=D(order_discount))
    assert deepest_discount(priced(facts, price(item(), "100")).lines, D(order_discount)) == D(deepest)


def test_a_typed_price_without_any_base_is_no_discount() -> None:
    facts = order(line(item(), "3", manual_price=D(5), manual_reason="x"))
    assert deepest_discount(priced(facts).lines, D(0)) == 0


def test_a_reason_shows_the_facts_of_the_order() -> None:
    found = route(but(max_discount=D("0.05")), TABLE)
    code, params = reason_words(found.steps[0].reasons[0], found.facts)
    assert (code, params["percent"], params["amount"]) == ("receipt.approval.discount", "5", "9000")
