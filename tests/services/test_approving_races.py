"""Two desks on one PostgreSQL: what both want to decide is decided once."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from orderdesk.wire.commands import Command, CommandData, DecideTask, WithdrawDecision, WithdrawSubmit
from orderdesk.wire.outcomes import Outcome
from tests.proofs.races import Act, at_once
from tests.services.approval_support import (
    VIP,
    active,
    codes,
    decide,
    order_row,
    put_roles,
    states,
    submitted,
    tasks,
)
from tests.support.desk import SampleDesk, open_sample_desk

ROUNDS = 4


def race(*acts: Act) -> list[Outcome]:
    """Start all acts at the same moment; returns their outcomes in order."""
    return at_once(acts)


def test_two_approvers_at_once_decide_once(sample_pg_url: str) -> None:
    one, other = open_sample_desk(sample_pg_url), open_sample_desk(sample_pg_url, seed=12)
    put_roles(one, "wangfang", "manager")
    for _ in range(ROUNDS):
        order = submitted(one, VIP)
        task = active(one, order.id)
        outcomes = race(
            partial(decide, one, task, "approve", "zhangwei"),
            partial(decide, other, task, "refuse", "wangfang", reason_code="price"),
        )
        assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "refused"]
        (loser,) = [outcome for outcome in outcomes if outcome.is_refused]
        winner = "张伟" if outcomes[1].is_refused else "王芳"
        assert codes(loser) == ["problem.task.decided"]
        assert loser.problems[0].params["by"] == winner
        expected = "released" if outcomes[1].is_refused else "cancelled"
        assert order_row(one, order.id).state == expected
    one.store.close()
    other.store.close()


def test_an_approval_against_the_clerk_who_takes_the_order_back_has_one_effect(sample_pg_url: str) -> None:
    one, other = open_sample_desk(sample_pg_url), open_sample_desk(sample_pg_url, seed=12)
    for _ in range(ROUNDS):
        order = submitted(one, VIP)
        task = active(one, order.id)
        approved, withdrawn = race(
            partial(decide, one, task, "approve", "zhangwei"),
            partial(other.do, WithdrawSubmit(order_id=order.id), "lina"),
        )
        assert approved.is_refused != withdrawn.is_refused
        assert order_row(one, order.id).state == ("draft" if approved.is_refused else "released")
        assert codes(approved) == (["problem.task.not_active"] if approved.is_refused else [])
    one.store.close()
    other.store.close()


def test_the_next_step_against_the_withdrawal_before_it_has_one_effect(sample_pg_url: str) -> None:
    one, other = open_sample_desk(sample_pg_url), open_sample_desk(sample_pg_url, seed=12)
    for _ in range(ROUNDS):
        order = submitted(one)
        decide(one, active(one, order.id), "approve", "zhangwei")
        first, second = tasks(one, order.id)
        taken_back, approved = race(
            partial(one.do, WithdrawDecision(task_id=first.id), "zhangwei"),
            partial(decide, other, second, "approve", "chenjing"),
        )
        assert taken_back.is_refused != approved.is_refused
        expected = "waiting" if approved.is_refused else "approved"
        assert states(one, order.id)[1] == ("finance", expected)
        if approved.is_refused:  # so that the next order does not exceed the credit of this one
            decide(one, active(one, order.id), "refuse", "zhangwei", reason_code="other", reason="测试结束")
    one.store.close()
    other.store.close()


def test_the_same_command_from_two_threads_is_one_decision(sample_pg_url: str) -> None:
    one, other = open_sample_desk(sample_pg_url), open_sample_desk(sample_pg_url, seed=12)
    order = submitted(one)
    task = active(one, order.id)
    data: CommandData = DecideTask(task_id=task.id, decision="approve", material=task.material_sha256)
    known = one.ports.ids.new()
    first, second = race(partial(send, one, known, data), partial(send, other, known, data))
    assert first == second
    assert first.outcome == "applied"
    assert [task.revision for task in tasks(one, order.id)] == [2, 2]
    one.store.close()
    other.store.close()


def send(desk: SampleDesk, known: UUID, data: CommandData) -> Outcome:
    """Send a command under a known id."""
    return desk.door.execute(Command(id=known, data=data), desk.actor("zhangwei"))
