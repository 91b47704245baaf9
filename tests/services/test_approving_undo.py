"""Taking decisions back: each kind, and what stands in the way."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import select, update

from orderdesk.models import CreditAccount, Delivery, DeliveryLine, OrderLine
from orderdesk.wire.commands import PickDelivery, PickedLine, WithdrawSubmit
from tests.services.approval_support import (
    VIP,
    active,
    approve_all,
    codes,
    count,
    decide,
    exposure,
    newest_draft,
    order_row,
    put,
    reserved,
    states,
    submitted,
    tasks,
    withdraw,
)
from tests.support.desk import SampleDesk


def test_an_approval_taken_back_lets_the_next_step_wait_again(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    decide(sample, task, "approve", "zhangwei")
    assert withdraw(sample, task, "zhangwei").outcome == "applied"
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]
    again = active(sample, order.id)
    assert (again.decided_by, again.decided_at, again.material_sha256) == (None, None, task.material_sha256)


def test_the_last_approval_taken_back_takes_the_release_back(sample: SampleDesk) -> None:
    order = submitted(sample)
    approve_all(sample, order.id)
    last = tasks(sample, order.id)[1]
    assert withdraw(sample, last, "chenjing").outcome == "applied"
    row = order_row(sample, order.id)
    assert (row.state, row.approved_by, row.released_at) == ("submitted", None, None)
    assert states(sample, order.id) == [("manager", "approved"), ("finance", "active")]
    assert (count(sample, Delivery, order.id), reserved(sample)) == (0, Decimal(0))
    assert exposure(sample, row.customer_id) == row.total


def test_what_was_released_again_is_released_once(sample: SampleDesk) -> None:
    order = submitted(sample)
    approve_all(sample, order.id)
    withdraw(sample, tasks(sample, order.id)[1], "chenjing")
    assert decide(sample, active(sample, order.id), "approve", "chenjing").outcome == "applied"
    assert (count(sample, Delivery, order.id), reserved(sample)) == (1, Decimal(14))


def test_an_approval_stays_once_the_next_step_has_decided(sample: SampleDesk) -> None:
    order = submitted(sample)
    approve_all(sample, order.id)
    outcome = withdraw(sample, tasks(sample, order.id)[0], "zhangwei")
    assert codes(outcome) == ["problem.task.decided"]
    assert outcome.problems[0].params["by"] == "陈静"
    assert order_row(sample, order.id).state == "released"


def test_an_approval_stays_once_the_warehouse_has_begun(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    pick_all(sample, order.id)
    outcome = withdraw(sample, tasks(sample, order.id)[0], "zhangwei")
    assert codes(outcome) == ["problem.task.warehouse_began"]
    assert (order_row(sample, order.id).state, reserved(sample)) == ("released", Decimal(14))


def test_only_who_decided_takes_it_back(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    decide(sample, task, "approve", "zhangwei")
    assert codes(withdraw(sample, task, "chenjing")) == ["problem.policy.denied"]


def test_a_task_that_nobody_decided_cannot_be_taken_back(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert codes(withdraw(sample, active(sample, order.id), "zhangwei")) == ["problem.task.not_decided"]


def test_a_send_back_taken_back_submits_the_order_as_it_was(sample: SampleDesk) -> None:
    order = submitted(sample)
    task, before = active(sample, order.id), order_row(sample, order.id)
    decide(sample, task, "send_back", "zhangwei", reason_code="price")
    assert withdraw(sample, task, "zhangwei").outcome == "applied"
    row = order_row(sample, order.id)
    assert (row.state, row.state_cause, row.number, row.total) == (
        "submitted",
        "",
        order.number,
        before.total,
    )
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]
    assert count(sample, OrderLine, order.id) == 2
    assert exposure(sample, row.customer_id) == before.total
    assert newest_draft(sample, order.id) == order.model_dump(mode="json")
    assert decide(sample, task, "approve", "zhangwei").outcome == "applied"


def test_a_send_back_stays_once_its_author_has_edited_the_draft(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    decide(sample, task, "send_back", "zhangwei", reason_code="price")
    assert sample.save(order.model_copy(update={"po_number": "已改"})).outcome == "applied"
    assert codes(withdraw(sample, task, "zhangwei")) == ["problem.task.acted_on"]
    assert order_row(sample, order.id).state == "draft"


def test_a_send_back_stays_once_the_order_came_again(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    decide(sample, task, "send_back", "zhangwei", reason_code="price")
    sample.submit(order)
    assert codes(withdraw(sample, task, "zhangwei")) == ["problem.task.acted_on"]


def test_a_refusal_taken_back_submits_the_order_again_and_takes_its_credit(sample: SampleDesk) -> None:
    order = submitted(sample)
    task, before = active(sample, order.id), order_row(sample, order.id)
    decide(sample, task, "refuse", "zhangwei", reason_code="credit")
    assert withdraw(sample, task, "zhangwei").outcome == "applied"
    row = order_row(sample, order.id)
    assert (row.state, row.state_cause, row.state_reason) == ("submitted", "", "")
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]
    assert exposure(sample, row.customer_id) == before.total == row.exposure


def test_a_refusal_stays_where_the_credit_went_to_another_order(sample: SampleDesk) -> None:
    order = submitted(sample)
    task, row = active(sample, order.id), order_row(sample, order.id)
    decide(sample, task, "refuse", "zhangwei", reason_code="credit")
    with sample.store.writing() as session:
        session.execute(
            update(CreditAccount)
            .where(CreditAccount.customer_id == row.customer_id)
            .values(exposure=Decimal(20_000))
        )
        session.commit()
    outcome = withdraw(sample, task, "zhangwei")
    assert codes(outcome) == ["problem.task.credit_used"]
    left = Decimal(30_000) - Decimal(3_180) - Decimal(20_000) - row.total
    assert Decimal(str(outcome.problems[0].params["over"])) == -left
    assert (order_row(sample, order.id).state, exposure(sample, row.customer_id)) == (
        "cancelled",
        Decimal(20_000),
    )


def test_an_author_s_reason_goes_with_the_approval_that_he_takes_back(sample: SampleDesk) -> None:
    put(sample, approval__author="self_with_reason")
    order = submitted(sample, VIP, person="zhangwei")
    task = active(sample, order.id)
    decide(sample, task, "approve", "zhangwei", reason="急单")
    assert withdraw(sample, task, "zhangwei").outcome == "applied"
    assert order_row(sample, order.id).self_approved_reason == ""


def test_a_submit_can_be_withdrawn_again_after_the_decision_was(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    decide(sample, task, "approve", "zhangwei")
    withdraw(sample, task, "zhangwei")
    assert sample.do(WithdrawSubmit(order_id=order.id), "lina").outcome == "applied"
    assert order_row(sample, order.id).state == "draft"


@pytest.mark.parametrize("decision", ["approve", "send_back", "refuse"])
def test_deciding_and_taking_back_leaves_the_material_as_it_was(sample: SampleDesk, decision: str) -> None:
    order = submitted(sample, VIP)
    task = active(sample, order.id)
    decide(sample, task, decision, "zhangwei", reason_code="unclear")
    withdraw(sample, task, "zhangwei")
    again = active(sample, order.id)
    assert (again.id, again.material) == (task.id, task.material)


def pick_all(desk: SampleDesk, order_id: object) -> None:
    """Pick everything of the one delivery of an order."""
    with desk.store.reading() as connection:
        lines = connection.execute(
            select(DeliveryLine.id, DeliveryLine.delivery_id, DeliveryLine.quantity)
            .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
            .where(Delivery.order_id == order_id)
        ).all()
    picked = tuple(PickedLine(delivery_line_id=line.id, picked=line.quantity) for line in lines)
    outcome = desk.do(PickDelivery(delivery_id=lines[0].delivery_id, lines=picked), "zhaoqiang")
    assert outcome.outcome == "applied", outcome.problems
