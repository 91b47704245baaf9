"""Holds of orders: set with a cause, seen, lifted with a reason by who may."""

from __future__ import annotations

import json
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Customer, Hold
from orderdesk.services import holds
from orderdesk.services.context import Context
from orderdesk.services.reading.holds import card_holds, held_count
from orderdesk.services.writing import lock_order
from orderdesk.wire.commands import LiftHold
from tests.services.approval_support import VIP, active, codes, decide, order_row, states, submitted, withdraw
from tests.support.desk import SampleDesk


def place(desk: SampleDesk, order_id: UUID, kind: str, cause: str = "{}", level: str = "header") -> None:
    """Set a hold on an order that finance may lift, as a handler would."""
    context = Context(
        desk.actor("zhangwei"),
        frozenset(),
        "any",
        desk.clock.now(),
        desk.ports.ids,
        desk.ports.ids.new(),
        None,
    )
    with desk.store.writing() as session:
        order = lock_order(session, order_id)
        assert order is not None
        holds.place_hold(session, order, kind, level, order_id, cause, ("finance",), context)
        session.commit()


def open_of(desk: SampleDesk, order_id: UUID) -> tuple[holds.OpenHold, ...]:
    """Return the open holds of an order."""
    with desk.store.reading() as connection:
        return holds.open_holds(connection, order_id)


def test_a_vip_order_over_its_limit_is_approved_and_held_for_shipping(sample: SampleDesk) -> None:
    with sample.store.writing() as session:
        session.execute(update(Customer).where(Customer.code == VIP).values(credit_limit=Decimal(1000)))
        session.commit()
    order = submitted(sample, VIP)
    assert decide(sample, active(sample, order.id), "approve", "zhangwei").outcome == "applied"
    (hold,) = open_of(sample, order.id)
    assert (hold.kind, hold.stops, hold.lift_roles) == (
        "credit",
        "shipping",
        frozenset({"finance", "manager"}),
    )
    assert json.loads(hold.cause)["rule"] == "credit"
    assert holds.stops((hold,), "release") == ()
    assert holds.stops((hold,), "shipping") == (hold,)


def test_the_hold_of_a_release_goes_with_the_approval_that_is_taken_back(sample: SampleDesk) -> None:
    with sample.store.writing() as session:
        session.execute(update(Customer).where(Customer.code == VIP).values(credit_limit=Decimal(1000)))
        session.commit()
    order = submitted(sample, VIP)
    task = active(sample, order.id)
    decide(sample, task, "approve", "zhangwei")
    assert withdraw(sample, task, "zhangwei").outcome == "applied"
    assert open_of(sample, order.id) == ()


def test_a_hold_on_the_release_stops_the_last_approval_and_says_who_may_lift_it(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    outcome = decide(sample, active(sample, order.id), "approve", "zhangwei")
    assert codes(outcome) == ["problem.hold.stops"]
    params = outcome.problems[0].params
    assert (params["hold"], params["stage"], params["roles"]) == (
        "term.hold.price", "term.stage.release", ["term.role.finance"],
    )  # fmt: skip
    assert states(sample, order.id) == [("manager", "active")]


def test_a_hold_lifted_lets_the_order_go_on(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    (hold,) = open_of(sample, order.id)
    outcome = sample.do(LiftHold(hold_id=hold.id, reason="价格已确认"), "chenjing")
    assert outcome.outcome == "applied"
    assert {entry.type for entry in outcome.touched} == {"hold", "order"}
    assert open_of(sample, order.id) == ()
    assert decide(sample, active(sample, order.id), "approve", "zhangwei").outcome == "applied"
    with sample.store.reading() as connection:
        row = connection.execute(select(Hold.__table__)).one()
    assert (row.lift_reason, row.lifted_at) == ("价格已确认", sample.clock.now())


def test_a_hold_is_lifted_once(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    (hold,) = open_of(sample, order.id)
    sample.do(LiftHold(hold_id=hold.id, reason="价格已确认"), "chenjing")
    again = sample.do(LiftHold(hold_id=hold.id, reason="再来一次"), "chenjing")
    assert codes(again) == ["problem.hold.lifted"]


def test_a_hold_is_lifted_with_a_reason_in_words(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    (hold,) = open_of(sample, order.id)
    assert codes(sample.do(LiftHold(hold_id=hold.id, reason=" "), "chenjing")) == [
        "problem.hold.reason_missing"
    ]


def test_a_person_without_the_hold_s_role_may_not_lift_it(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    (hold,) = open_of(sample, order.id)
    assert codes(sample.do(LiftHold(hold_id=hold.id, reason="我来"), "zhangwei")) == ["problem.policy.denied"]


def test_an_author_may_not_lift_the_hold_of_his_own_order(sample: SampleDesk) -> None:
    draft = sample.draft(VIP, ("A115", "40"))
    saved = sample.save(draft, "zhangwei").touched_one("order")
    sample.submit(draft.model_copy(update={"number": saved.number}), "zhangwei")
    with sample.store.writing() as session:
        session.execute(update(Hold).values(lift_roles="manager"))
        session.commit()
    place(sample, draft.id, "price")
    with sample.store.writing() as session:
        session.execute(update(Hold).values(lift_roles="manager"))
        session.commit()
    (hold,) = open_of(sample, draft.id)
    assert codes(sample.do(LiftHold(hold_id=hold.id, reason="我来"), "zhangwei")) == ["problem.policy.denied"]


def test_an_unknown_hold_is_named_as_such(sample: SampleDesk) -> None:
    outcome = sample.do(LiftHold(hold_id=sample.ports.ids.new(), reason="我来"), "zhangwei")
    assert codes(outcome) == ["problem.hold.unknown"]


def test_a_hold_may_stop_an_earlier_stage_than_usual(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "credit", '{"stops":"release"}')
    assert codes(decide(sample, active(sample, order.id), "approve", "zhangwei")) == ["problem.hold.stops"]


@pytest.mark.parametrize(
    ("kind", "level", "cause"),
    [("parked", "header", "{}"), ("price", "page", "{}"), ("price", "header", '{"stops":"shipping"}')],
)
def test_a_hold_that_the_table_does_not_know_cannot_be_set(
    sample: SampleDesk, kind: str, level: str, cause: str
) -> None:
    order = submitted(sample, VIP)
    with pytest.raises(ValueError, match=r"is not a valid|cannot stop"):
        place(sample, order.id, kind, cause, level)


def test_sending_back_lifts_what_held_the_order(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    assert (open_of(sample, order.id), order_row(sample, order.id).state) == ((), "draft")


def seen_by(desk: SampleDesk, person: str, order_id: UUID) -> list[tuple[bool, bool]]:
    """Return of each hold whether ``person`` may lift it, and whether only the authorship forbids it."""
    with desk.store.reading() as connection:
        found = card_holds(connection, order_id, sample_id("person", person))
    return [(hold.may_lift, hold.is_own) for hold in found]


def counts(desk: SampleDesk, *people: str) -> list[int]:
    """Return how many orders wait for each of some people to lift their hold."""
    with desk.store.reading() as connection:
        return [held_count(connection, sample_id("person", person)) for person in people]


def test_the_card_offers_a_hold_to_whom_the_door_lets_lift_it(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "price")
    people = ("lina", "zhangwei", "chenjing")
    assert [seen_by(sample, person, order.id) for person in people] == [
        [(False, False)], [(False, False)], [(True, False)],
    ]  # fmt: skip
    (hold,) = open_of(sample, order.id)
    lifted = [sample.do(LiftHold(hold_id=hold.id, reason="价格已确认"), person).outcome for person in people]
    assert lifted == ["refused", "refused", "applied"]


def test_an_author_sees_that_only_the_authorship_forbids_it(sample: SampleDesk) -> None:
    order = submitted(sample, VIP, "zhangwei")
    place(sample, order.id, "price")
    with sample.store.writing() as session:
        session.execute(update(Hold).values(lift_roles="manager"))
        session.commit()
    assert seen_by(sample, "zhangwei", order.id) == [(False, True)]


def test_a_hold_without_a_rule_says_what_it_stops_and_no_cause(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    place(sample, order.id, "credit", '{"stops":"release"}')
    with sample.store.reading() as connection:
        (hold,) = card_holds(connection, order.id, None)
    assert (hold.kind, hold.stops, hold.cause, hold.figures) == ("credit", "release", "", {})
    assert (hold.by, hold.by_en, hold.may_lift) == ("张伟", "Zhang Wei", False)


def test_orders_are_counted_for_whom_they_wait_until_the_last_hold_is_lifted(sample: SampleDesk) -> None:
    order, other = submitted(sample, VIP), submitted(sample, VIP)
    place(sample, order.id, "price")
    place(sample, order.id, "margin")
    place(sample, other.id, "price")
    assert counts(sample, "chenjing", "zhangwei", "lina") == [2, 0, 0]
    for hold in open_of(sample, order.id):
        sample.do(LiftHold(hold_id=hold.id, reason="价格已确认"), "chenjing")
    assert counts(sample, "chenjing") == [1]
