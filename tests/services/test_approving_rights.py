"""Approver ≠ author, and the two ways that a company may open where nobody else is entitled."""

from __future__ import annotations

from tests.services.approval_support import (
    active,
    codes,
    decide,
    order_row,
    put,
    put_roles,
    states,
    submitted,
)
from tests.support.desk import SampleDesk


def test_a_person_without_the_role_may_not_decide(sample: SampleDesk) -> None:
    order = submitted(sample)
    for person in ("chenjing", "wangfang", "zhaoqiang", "zhoumin"):
        outcome = decide(sample, active(sample, order.id), "approve", person)
        assert codes(outcome) == ["problem.policy.denied"]
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]


def test_an_author_may_not_approve_where_another_manager_could(sample: SampleDesk) -> None:
    put_roles(sample, "wangfang", "manager")
    put(sample, approval__author="self_with_reason")
    order = submitted(sample, person="zhangwei")
    assert codes(decide(sample, active(sample, order.id), "approve", "zhangwei", reason="急单")) == [
        "problem.policy.denied"
    ]
    assert decide(sample, active(sample, order.id), "approve", "wangfang").outcome == "applied"


def test_whoever_saved_the_draft_is_an_author_though_another_submitted_it(sample: SampleDesk) -> None:
    draft = sample.draft("C2002", ("A115", "8"), ("A115", "1"))
    saved = sample.save(draft, "zhangwei").touched_one("order")
    assert sample.submit(draft.model_copy(update={"number": saved.number}), "lina").outcome == "applied"
    outcome = decide(sample, active(sample, draft.id), "approve", "zhangwei")
    assert codes(outcome) == ["problem.policy.denied"]


def test_where_nobody_else_is_entitled_an_author_is_still_denied(sample: SampleDesk) -> None:
    order = submitted(sample, person="zhangwei")
    outcome = decide(sample, active(sample, order.id), "approve", "zhangwei", reason="急单")
    assert codes(outcome) == ["problem.policy.denied"]


def test_the_named_substitute_decides_where_nobody_else_is_entitled(sample: SampleDesk) -> None:
    put(sample, approval__author="substitute", approval__substitute="zhoumin")
    order = submitted(sample, person="zhangwei")
    assert decide(sample, active(sample, order.id), "approve", "chenjing").is_refused
    assert decide(sample, active(sample, order.id), "approve", "zhoumin").outcome == "applied"
    assert states(sample, order.id)[0] == ("manager", "approved")


def test_the_named_substitute_is_denied_where_somebody_is_entitled(sample: SampleDesk) -> None:
    put(sample, approval__author="substitute", approval__substitute="zhoumin")
    order = submitted(sample, person="lina")
    assert codes(decide(sample, active(sample, order.id), "approve", "zhoumin")) == ["problem.policy.denied"]


def test_a_substitute_who_wrote_the_order_is_denied(sample: SampleDesk) -> None:
    put(sample, approval__author="substitute", approval__substitute="zhangwei")
    order = submitted(sample, person="zhangwei")
    assert codes(decide(sample, active(sample, order.id), "approve", "zhangwei")) == ["problem.policy.denied"]


def test_an_author_alone_approves_with_a_reason_that_is_marked_on_the_order(sample: SampleDesk) -> None:
    put(sample, approval__author="self_with_reason")
    order = submitted(sample, person="zhangwei")
    task = active(sample, order.id)
    assert codes(decide(sample, task, "approve", "zhangwei")) == ["problem.task.own_reason_missing"]
    outcome = decide(sample, task, "approve", "zhangwei", reason="客户急用，总经理出差")
    assert outcome.outcome == "applied"
    assert order_row(sample, order.id).self_approved_reason == "客户急用，总经理出差"


def test_the_audit_names_the_way_in_which_an_author_was_let_in(sample: SampleDesk) -> None:
    put(sample, approval__author="self_with_reason")
    order = submitted(sample, person="zhangwei")
    decide(sample, active(sample, order.id), "approve", "zhangwei", reason="急单")
    with sample.store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT policy_row FROM audit_entry ORDER BY v DESC LIMIT 1").all()
    assert rows[0][0] == "manager/decide_task/author_alone"


def test_somebody_who_left_entitles_nobody(sample: SampleDesk) -> None:
    put(sample, approval__author="self_with_reason")
    put_roles(sample, "wangfang", "manager")
    with sample.store.writing() as session:
        session.connection().exec_driver_sql("UPDATE person SET active = false WHERE code = 'wangfang'")
        session.commit()
    order = submitted(sample, person="zhangwei")
    outcome = decide(sample, active(sample, order.id), "approve", "zhangwei", reason="急单")
    assert outcome.outcome == "applied"
