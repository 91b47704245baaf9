"""Taking a decision back while nobody has acted on it: each kind is turned round in one transaction."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import ApprovalTask, ChangeLog, Customer, Order
from orderdesk.rules import states
from orderdesk.rules.credit import check_credit
from orderdesk.rules.measures import Money
from orderdesk.services import credit, holds, releasing, submitting
from orderdesk.services.approval_rights import authors_of
from orderdesk.services.approval_tasks import decided_problem, locked_task, tasks_of_round
from orderdesk.services.context import Context, Result, TouchedRow, refused
from orderdesk.services.order_facts import kept_facts
from orderdesk.services.order_material import changed_problems, material_of
from orderdesk.services.writing import content_digest, touched, touched_order
from orderdesk.values import digest, plain
from orderdesk.wire.commands import WithdrawDecision

_ZERO = Decimal(0)


def withdraw_decision(session: Session, data: WithdrawDecision, context: Context) -> Result:
    """Take the last decision on an order back: its task is active again, and the order is as it was before.

    Refused with ``problem.task.acted_on`` once a later step decided, the warehouse picked, or the draft was
    edited or submitted again; and with the reason where credit, prices or stock no longer allow it.
    """
    found = locked_task(session, data.task_id)
    if found is None:
        return refused(Problem("problem.task.unknown", "task_id"))
    order, task = found
    if task.decided_at is None or not states.can("task", task.state, "withdraw_decision"):
        state = {"number": order.number, "state": f"term.task.{task.state}"}
        return refused(Problem("problem.task.not_decided", "task_id", state))
    later = _later_decision(session, order, task)
    if later is not None:
        return refused(later)
    before, order_before = content_digest(task), content_digest(order)
    result = _UNDO[task.state](session, order, task, context)
    if result.is_refused:
        return result
    task.state = states.next_state("task", task.state, "withdraw_decision")
    task.decided_at = task.decided_by = None
    task.reason_code, task.reason, task.revision = "", "", task.revision + 1
    session.flush()
    rows = (touched("task", task, before), touched_order(order, order_before), *result.touched)
    return Result(rows, result.problems)


def _later_decision(session: Session, order: Order, task: ApprovalTask) -> Problem | None:
    """Return that somebody decided after this task; ``None`` if it was the last decision on the order."""
    later = session.execute(
        select(ApprovalTask)
        .where(ApprovalTask.order_id == order.id, ApprovalTask.round >= task.round)
        .order_by(ApprovalTask.round.desc(), ApprovalTask.step.desc())
    ).scalars()
    for other in later:
        if other.round > task.round:
            return _acted_on(order)
        if other.step > task.step and other.decided_at is not None:
            return decided_problem(session, order, other)
    return None


def _acted_on(order: Order) -> Problem:
    return Problem("problem.task.acted_on", "", {"number": order.number})


def _was_changed_since(session: Session, order: Order, task: ApprovalTask) -> bool:
    """Whether any transaction after the decision changed the order; the change log knows them all."""
    decision = select(ChangeLog.v).where(ChangeLog.object_id == task.id).order_by(ChangeLog.v.desc()).limit(1)
    later = select(ChangeLog.v).where(
        ChangeLog.object_id == order.id, ChangeLog.v > decision.scalar_subquery()
    )
    return session.execute(later.limit(1)).first() is not None


def _undo_approval(session: Session, order: Order, task: ApprovalTask, context: Context) -> Result:
    """Let the next step wait again; after the last, take the release back unless the warehouse has begun."""
    rows: tuple[TouchedRow, ...] = ()
    if order.state == "submitted":
        rows = _put_back(session, order, task, "active", "deactivate")
    else:
        since = order.released_at
        is_released = states.can("order", order.state, "withdraw_decision")
        undone = releasing.unrelease(session, order, context) if is_released else None
        if undone is None or since is None:
            return refused(Problem("problem.task.warehouse_began", "", {"number": order.number}))
        rows = (*undone, *holds.drop_since(session, order.id, since, context))
    order.approved_by = None
    order.self_approved_reason = _own_reason(session, order, task)
    order.revision += 1
    session.flush()
    return Result(rows)


def _own_reason(session: Session, order: Order, task: ApprovalTask) -> str:
    """Return the reason with which an author approved an earlier step himself; empty if none did."""
    authors = authors_of(order.authors)
    reasons = [
        other.reason
        for other in tasks_of_round(session, order.id, task.round)
        if other.step < task.step and other.decided_by in authors
    ]
    return reasons[-1] if reasons else ""


def _undo_send_back(session: Session, order: Order, task: ApprovalTask, context: Context) -> Result:
    """Submit the draft again as it was; prices that changed meanwhile keep it with its author."""
    is_there = order.state == "draft" and order.state_cause == "sent_back"
    if not is_there or _was_changed_since(session, order, task):
        return refused(_acted_on(order))
    problems = submitting.resubmit_as_was(session, order, context)
    if problems:
        return refused(Problem("problem.task.not_as_before", "", {"number": order.number}), *problems)
    now = material_of(session, order)
    if digest(now) != task.material_sha256:
        return refused(*changed_problems(session, order.number, json.loads(task.material), now))
    return Result(_put_back(session, order, task, "withdrawn", "withdraw_decision"))


def _undo_refusal(session: Session, order: Order, task: ApprovalTask, context: Context) -> Result:
    """Submit the cancelled order again, if the customer's credit still bears it."""
    is_there = order.state == "cancelled" and order.state_cause == "refused"
    if not is_there or _was_changed_since(session, order, task):
        return refused(_acted_on(order))
    problem = _take_credit(session, order)
    if problem is not None:
        return refused(problem)
    order.state = states.next_state("order", order.state, "withdraw_decision")
    order.state_cause, order.state_reason, order.revision = "", "", order.revision + 1
    session.flush()
    return Result(_put_back(session, order, task, "skipped", "withdraw_decision"))


def _take_credit(session: Session, order: Order) -> Problem | None:
    """Take the customer's credit for the order again; a problem where it went over the limit meanwhile."""
    if order.customer_id is None:
        return None
    exposure = credit.lock_account(session, order.customer_id)
    customer = session.execute(
        select(Customer.credit_limit, Customer.receivable).where(Customer.id == order.customer_id)
    ).one()
    others = exposure + (customer.receivable or _ZERO)
    now = check_credit(customer.credit_limit, others, order.total, order.tier)
    seen = kept_facts(order.facts, order.currency).order["credit_after"]
    if now.over > 0 and (not isinstance(seen, Money) or seen.amount >= 0):
        return Problem("problem.task.credit_used", "", {"number": order.number, "over": plain(now.over)})
    credit.raise_exposure(session, order.customer_id, order.total)
    order.exposure = order.total
    return None


def _put_back(
    session: Session, order: Order, task: ApprovalTask, state: str, verb: str
) -> tuple[TouchedRow, ...]:
    """Let the later steps of the round that are in ``state`` wait for their turn again."""
    rows = []
    for other in tasks_of_round(session, order.id, task.round):
        if other.step > task.step and other.state == state:
            before = content_digest(other)
            other.state, other.revision = states.next_state("task", state, verb), other.revision + 1
            session.flush()
            rows.append(touched("task", other, before))
    return tuple(rows)


_Undo = Callable[[Session, Order, ApprovalTask, Context], Result]
_UNDO: Mapping[str, _Undo] = {
    "approved": _undo_approval,
    "sent_back": _undo_send_back,
    "refused": _undo_refusal,
}
