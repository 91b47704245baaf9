"""Deciding approval tasks: who is asked, what a decision does, and what it is bound to."""

from __future__ import annotations

from decimal import Decimal

import pytest

from orderdesk import words
from orderdesk.intake.sample import sample_id
from orderdesk.models import Delivery, OrderLine
from orderdesk.wire.commands import Command, DecideTask, WithdrawSubmit
from tests.services.approval_support import (
    STANDARD,
    VIP,
    active,
    approve_all,
    codes,
    count,
    dear_draft,
    decide,
    exposure,
    newest_draft,
    order_row,
    put_line,
    reserved,
    states,
    submitted,
    tasks,
)
from tests.support.desk import SampleDesk


def test_a_vip_order_has_no_finance_step(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    assert states(sample, order.id) == [("manager", "active")]


def test_a_standard_order_of_the_same_content_has_all_steps(sample: SampleDesk) -> None:
    order = submitted(sample, STANDARD)
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]


def test_an_order_within_the_rules_goes_straight_through_and_says_which_row(sample: SampleDesk) -> None:
    draft = sample.draft(STANDARD, ("A105", "2"))
    assert sample.submit(draft).outcome == "applied"
    order = order_row(sample, draft.id)
    assert (order.state, order.approved_by, tasks(sample, draft.id)) == ("released", None, [])
    assert '"through_row":2' in order.route


def test_the_task_says_which_rows_of_the_table_asked(sample: SampleDesk) -> None:
    order = submitted(sample)
    manager, finance = tasks(sample, order.id)
    assert '"note":"receipt.approval.discount"' in manager.why
    assert '"note":"receipt.approval.finance_amount"' in finance.why
    assert '"max_discount":"0.05"' in manager.why


def test_approving_asks_the_next_step(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert decide(sample, active(sample, order.id), "approve", "zhangwei").outcome == "applied"
    assert states(sample, order.id) == [("manager", "approved"), ("finance", "active")]
    assert order_row(sample, order.id).state == "submitted"


def test_the_last_approval_releases_the_order_to_the_warehouse(sample: SampleDesk) -> None:
    order = submitted(sample)
    approve_all(sample, order.id)
    row = order_row(sample, order.id)
    assert (row.state, row.approved_by) == ("released", sample_id("person", "chenjing"))
    assert count(sample, Delivery, order.id) == 1
    assert reserved(sample) == Decimal(14)


def test_sending_back_makes_a_draft_under_the_same_number_with_all_that_was_typed(sample: SampleDesk) -> None:
    order = submitted(sample, note="送货前请先电话联系")
    outcome = decide(sample, active(sample, order.id), "send_back", "zhangwei", reason="单价请再确认")
    assert outcome.outcome == "applied"
    row = order_row(sample, order.id)
    assert (row.state, row.state_cause, row.state_reason, row.number) == (
        "draft", "sent_back", "单价请再确认", order.number,
    )  # fmt: skip
    stored = newest_draft(sample, order.id)
    assert stored == order.model_dump(mode="json")
    assert states(sample, order.id) == [("manager", "sent_back"), ("finance", "withdrawn")]
    assert count(sample, OrderLine, order.id) == 0
    assert exposure(sample, row.customer_id) == 0


def test_an_order_sent_back_comes_again_in_the_next_round(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    assert sample.submit(order).outcome == "applied"
    assert [(task.round, task.step) for task in tasks(sample, order.id)] == [(1, 1), (1, 2), (2, 1), (2, 2)]
    first, _, again, _ = tasks(sample, order.id)
    assert first.material_sha256 == again.material_sha256


def test_refusing_cancels_the_order_and_gives_the_credit_back(sample: SampleDesk) -> None:
    order = submitted(sample)
    before = order_row(sample, order.id)
    assert exposure(sample, before.customer_id) == before.total > 0
    outcome = decide(sample, active(sample, order.id), "refuse", "zhangwei", reason_code="credit")
    assert outcome.outcome == "applied"
    row = order_row(sample, order.id)
    assert (row.state, row.state_cause, row.state_reason) == ("cancelled", "refused", "term.reason.credit")
    assert states(sample, order.id) == [("manager", "refused"), ("finance", "skipped")]
    assert exposure(sample, row.customer_id) == 0


@pytest.mark.parametrize("decision", ["send_back", "refuse"])
def test_sending_back_and_refusing_need_a_reason(sample: SampleDesk, decision: str) -> None:
    order = submitted(sample)
    outcome = decide(sample, active(sample, order.id), decision, "zhangwei", reason="  ")
    assert codes(outcome) == ["problem.task.reason_missing"]
    assert order_row(sample, order.id).state == "submitted"


def test_another_reason_says_which(sample: SampleDesk) -> None:
    order = submitted(sample)
    outcome = decide(sample, active(sample, order.id), "refuse", "zhangwei", reason_code="other")
    assert codes(outcome) == ["problem.task.reason_words_missing"]


def test_a_step_whose_turn_has_not_come_cannot_be_decided(sample: SampleDesk) -> None:
    order = submitted(sample)
    outcome = decide(sample, tasks(sample, order.id)[1], "approve", "chenjing")
    assert codes(outcome) == ["problem.task.not_active"]
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]


def test_the_second_decision_learns_who_was_faster_and_when(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    decide(sample, task, "approve", "zhangwei")
    outcome = decide(sample, task, "refuse", "zhangwei", reason_code="price")
    assert codes(outcome) == ["problem.task.decided"]
    assert outcome.problems[0].params == {
        "number": order.number, "by": "张伟", "by_en": "Zhang Wei", "decision": "term.task.approved",
        "at": "2026-03-09 10:00",
    }  # fmt: skip


def test_a_decision_on_what_the_clerk_has_changed_meanwhile_is_refused_with_the_difference(
    sample: SampleDesk,
) -> None:
    order = submitted(sample)
    shown = active(sample, order.id)
    sample.do(WithdrawSubmit(order_id=order.id), "lina")
    first = order.lines[0].model_copy(update={"quantity": Decimal(9)})
    changed = sample.with_seen_prices(order.model_copy(update={"lines": (first, order.lines[1])}))
    assert sample.submit(changed).outcome == "applied"
    outcome = decide(sample, shown, "approve", "zhangwei")
    assert codes(outcome) == ["problem.task.material_changed", "problem.task.difference.quantity"]
    assert outcome.problems[1].path == f"lines[{first.id}].quantity"
    difference = outcome.problems[1].params
    assert [difference[name] for name in ("mark", "item", "before", "after")] == ["~", "A115", "8", "9"]
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]


def test_a_changed_unit_is_told_by_its_name_in_each_language(sample: SampleDesk) -> None:
    order = submitted(sample)
    shown = active(sample, order.id)
    sample.do(WithdrawSubmit(order_id=order.id), "lina")
    chairs = order.lines[1].model_copy(update={"unit": "箱"})
    new = order.lines[0].model_copy(update={"id": sample.ports.ids.new()})
    changed = order.model_copy(update={"lines": (order.lines[0], chairs, new)})
    assert sample.submit(sample.with_seen_prices(changed)).outcome == "applied"
    outcome = decide(sample, shown, "approve", "zhangwei")
    told = {problem.code.rpartition(".")[2]: problem for problem in outcome.problems}
    assert words.problem_text(told["unit"], "en") == "B210: unit pc → carton"
    assert words.problem_text(told["unit"], "zh") == "B210：单位 把 → 箱"
    assert words.problem_text(told["line_added"], "en").startswith("A115: new line, 8 pc at ")
    assert words.problem_text(told["line_added"], "zh").startswith("A115：新增一行，8 张")


@pytest.mark.parametrize("decision", ["approve", "refuse"])
def test_rows_that_are_not_what_was_submitted_are_not_decided(sample: SampleDesk, decision: str) -> None:
    order = submitted(sample)
    put_line(sample, order.id, quantity=Decimal(80))
    outcome = decide(sample, active(sample, order.id), decision, "zhangwei", reason_code="price")
    assert codes(outcome) == ["problem.task.material_changed", "problem.task.difference.quantity"]
    assert order_row(sample, order.id).state == "submitted"


def test_a_digest_that_nobody_was_shown_decides_nothing(sample: SampleDesk) -> None:
    order = submitted(sample)
    outcome = decide(sample, active(sample, order.id), "approve", "zhangwei", material="0" * 64)
    assert codes(outcome) == ["problem.task.material_changed"]


def test_an_unknown_task_is_named_as_such(sample: SampleDesk) -> None:
    order = submitted(sample)
    data = {"task_id": order.id, "decision": "approve", "material": "0" * 64}
    outcome = sample.do(DecideTask.model_validate(data), "zhangwei")
    assert codes(outcome) == ["problem.task.unknown"]


def test_a_decision_sent_twice_has_one_effect_and_one_outcome(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    data = DecideTask(task_id=task.id, decision="approve", material=task.material_sha256)
    command = Command(id=sample.ports.ids.new(), data=data)
    first = sample.door.execute(command, sample.actor("zhangwei"))
    again = sample.door.execute(command, sample.actor("zhangwei"))
    assert first == again
    assert active(sample, order.id).revision == 2  # opened, then activated once


def test_an_order_discount_is_part_of_what_is_approved(sample: SampleDesk) -> None:
    order = submitted(sample, order_discount=Decimal("0.01"))
    assert '"discount":"0.0595"' in active(sample, order.id).material


def test_moving_a_line_changes_nothing_that_was_approved(sample: SampleDesk) -> None:
    draft = dear_draft(sample)
    sample.submit(draft)
    sha = active(sample, draft.id).material_sha256
    decide(sample, active(sample, draft.id), "send_back", "zhangwei", reason_code="unclear")
    sample.submit(draft.model_copy(update={"lines": draft.lines[::-1]}))
    assert active(sample, draft.id).material_sha256 == sha
