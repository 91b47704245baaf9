"""Credit after an order, and what holds stop."""

from __future__ import annotations

import pytest

from orderdesk.rules.credit import check_credit
from orderdesk.rules.holds import MAY_STOP, HoldFacts, HoldKind, Stage, cause_words, new_hold, stopping
from tests.rules.pricing_support import D


@pytest.mark.parametrize(
    ("tier", "amount", "left", "verdict"),
    [
        ("standard", "41760", "0", "ok"),
        ("standard", "41760.01", "-0.01", "warn"),
        ("vip", "41760", "0", "ok"),
        ("vip", "41760.01", "-0.01", "hold"),
    ],
)
def test_credit_after_an_order(tier: str, amount: str, left: str, verdict: str) -> None:
    found = check_credit(D(100000), D(58240), D(amount), tier)
    assert (found.left_after, found.verdict, found.over) == (D(left), verdict, -D(left))


def test_without_a_limit_nothing_is_over_it() -> None:
    found = check_credit(None, D(58240), D(1), "standard")
    assert (found.left_after, found.verdict, found.over) == (None, "ok", D(0))


def test_a_limit_of_zero_is_a_limit() -> None:
    assert check_credit(D(0), D(0), D("0.01"), "b").verdict == "warn"


def test_a_negative_amount_is_no_order() -> None:
    with pytest.raises(ValueError, match="no credit check"):
        check_credit(D(1), D(0), D(-1), "b")


def test_a_credit_hold_lets_picking_go_on_and_stops_shipping() -> None:
    hold = new_hold(HoldKind.CREDIT)
    assert stopping([hold], Stage.PICKING) == ()
    assert stopping([hold], Stage.SHIPPING) == (hold,)


def test_a_hold_stops_everything_after_its_stage() -> None:
    hold = new_hold(HoldKind.DELIVERY_BLOCK)
    assert [stage for stage in Stage if stopping([hold], stage)] == [
        Stage.DELIVERY_CREATION, Stage.PICKING, Stage.PACKING_LIST, Stage.SHIPPING,
    ]  # fmt: skip


def test_a_lifted_hold_stops_nothing() -> None:
    assert stopping([HoldFacts(HoldKind.PRICE, Stage.RELEASE, lifted=True)], Stage.SHIPPING) == ()


def test_the_cause_of_a_credit_hold_is_told_with_what_was_left_before_the_order() -> None:
    cause = {"rule": "credit", "limit": "59000.0000", "order": "1654.0000", "left_after": "-894.0000"}
    assert cause_words(cause) == (
        "problem.hold.cause.credit",
        {"limit": "59000", "order": "1654", "left": "760", "over": "894"},
    )
    already_over = cause | {"left_after": "-2000"}
    assert cause_words(already_over)[1]["left"] == "-346"


def test_a_hold_that_no_rule_set_has_no_cause_in_words() -> None:
    assert (cause_words({}), cause_words({"rule": "retired"})) == (("", {}), ("", {}))


def test_a_hold_cannot_stop_what_its_kind_does_not() -> None:
    with pytest.raises(ValueError, match="cannot stop"):
        new_hold(HoldKind.PRICE, Stage.SHIPPING)


def test_every_kind_stops_something() -> None:
    assert set(MAY_STOP) == set(HoldKind)
