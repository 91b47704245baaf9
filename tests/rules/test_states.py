"""Transitions are one table; derived states are functions of figures."""

from __future__ import annotations

import pytest

from orderdesk.rules.states import (
    TRANSITIONS,
    Axis,
    IllegalTransition,
    Quantities,
    approval_summary,
    can,
    delivery_summary,
    line_state,
    next_state,
    open_quantity,
    verbs,
)
from tests.rules.pricing_support import D


@pytest.mark.parametrize(
    ("axis", "state", "verb", "to"),
    [
        ("order", "draft", "submit", "submitted"),
        ("order", "submitted", "release", "released"),
        ("order", "submitted", "send_back", "draft"),
        ("order", "submitted", "refuse", "cancelled"),
        ("order", "submitted", "withdraw_submit", "draft"),
        ("order", "released", "withdraw_submit", "draft"),
        ("order", "released", "withdraw_decision", "submitted"),
        ("order", "draft", "withdraw_decision", "submitted"),
        ("order", "cancelled", "withdraw_decision", "submitted"),
        ("order", "released", "close", "closed"),
        ("order", "released", "cancel", "cancelled"),
        ("task", "active", "approve", "approved"),
        ("task", "skipped", "withdraw_decision", "waiting"),
        ("delivery", "planned", "pick", "picking"),
        ("delivery", "picking", "ship", "shipped"),
        ("delivery", "shipped", "fail", "exception"),
        ("delivery", "exception", "deliver", "delivered"),
    ],
)
def test_a_legal_transition(axis: Axis, state: str, verb: str, to: str) -> None:
    assert can(axis, state, verb)
    assert next_state(axis, state, verb) == to


@pytest.mark.parametrize(
    ("axis", "state", "verb"),
    [
        ("order", "closed", "cancel"),
        ("order", "draft", "release"),
        ("order", "released", "submit"),
        ("task", "waiting", "approve"),
        ("delivery", "shipped", "ship"),
        ("delivery", "planned", "ship"),
        ("delivery", "order", "release"),
    ],
)
def test_an_illegal_transition(axis: Axis, state: str, verb: str) -> None:
    assert not can(axis, state, verb)
    with pytest.raises(IllegalTransition) as caught:
        next_state(axis, state, verb)
    assert caught.value.params == {"axis": axis, "state": state, "verb": verb}


def test_a_verb_leads_to_one_state_only() -> None:
    keys = [(axis, state, verb) for axis, state, verb, _ in TRANSITIONS]
    assert len(keys) == len(set(keys))


def test_what_may_be_done_with_a_submitted_order() -> None:
    assert verbs("order", "submitted") == ("release", "send_back", "refuse", "withdraw_submit", "change")
    assert verbs("order", "closed") == ()


def q(ordered: int, shipped: int = 0, cancelled: int = 0, returned: int = 0) -> Quantities:
    return Quantities(D(ordered), D(shipped), D(cancelled), D(returned))


@pytest.mark.parametrize(
    ("line", "state", "left"),
    [
        (q(10), "open", 10),
        (q(10, 4), "partly_delivered", 6),
        (q(10, 10), "delivered", 0),
        (q(10, 11), "delivered", 0),
        (q(10, 4, 6), "short_closed", 0),
        (q(10, 4, 2), "partly_delivered", 4),
        (q(10, 0, 10), "cancelled", 0),
        (q(10, 10, 0, 3), "partly_delivered", 3),
        (q(10, 10, 0, 10), "open", 10),
        (q(0), "open", 0),
    ],
)
def test_the_state_of_a_line(line: Quantities, state: str, left: int) -> None:
    assert line_state(line) == state
    assert line.open == left


def test_open_quantity_is_ordered_less_shipped_less_cancelled_plus_returned() -> None:
    assert open_quantity(D("48"), D("40.5"), D("2"), D("1")) == D("6.5")


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ([], "open"),
        ([q(10), q(5)], "open"),
        ([q(10, 10), q(5)], "partly_delivered"),
        ([q(10, 10), q(5, 5)], "delivered"),
        ([q(10, 10), q(5, 0, 5)], "short_closed"),
        ([q(10, 0, 10), q(5, 0, 5)], "cancelled"),
        ([q(10, 0, 10), q(5)], "open"),
        ([q(10, 4), q(5, 0, 5)], "partly_delivered"),
    ],
)
def test_how_far_an_order_is_delivered(lines: list[Quantities], state: str) -> None:
    assert delivery_summary(lines) == state


@pytest.mark.parametrize(
    ("state", "tasks", "shown"),
    [
        ("draft", [], "none"),
        ("submitted", ["active", "waiting"], "pending"),
        ("submitted", ["approved", "active"], "pending"),
        ("released", [], "straight"),
        ("closed", [], "straight"),
        ("released", ["approved", "approved"], "approved"),
        ("cancelled", ["approved", "refused"], "refused"),
        ("draft", ["sent_back", "skipped"], "sent_back"),
        ("draft", ["withdrawn", "withdrawn"], "withdrawn"),
    ],
)
def test_what_is_shown_of_an_approval(state: object, tasks: object, shown: str) -> None:
    assert approval_summary(state, tasks) == shown  # type: ignore[arg-type]  # literals from the table above
