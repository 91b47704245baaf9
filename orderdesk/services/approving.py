"""Decisions on approval tasks: approve 同意, send back 退回修改, refuse 不同意, bound to the material shown.

Two who decide at once are put in a row by the lock on the order; the second learns who was faster. Taking a
decision back is ``approving_undo``.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import ApprovalTask, Order
from orderdesk.rules import states
from orderdesk.services import approving_undo, credit, holds, releasing, submitting
from orderdesk.services.approval_rights import relate_to_task
from orderdesk.services.approval_tasks import decided_problem, locked_task, open_tasks, tasks_of_round
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.order_material import changed_problems, material_of
from orderdesk.services.writing import content_digest, touched, touched_order
from orderdesk.values import digest
from orderdesk.wire.commands import DecideTask, WithdrawDecision

__all__ = ["HANDLERS", "decide_task", "material_of", "open_tasks"]


def decide_task(session: Session, data: DecideTask, context: Context) -> Result:
    """Decide a task: the next step is asked, or the order is released, sent back, or cancelled.

    Refused with ``problem.task.decided`` (who was faster, and when), ``problem.task.material_changed`` and
    one problem per difference, ``problem.task.reason_missing``, or the holds that stop the release.
    """
    found = locked_task(session, data.task_id)
    if found is None:
        return refused(Problem("problem.task.unknown", "task_id"))
    order, task = found
    problems = _problems(session, order, task, data, context)
    if problems:
        return refused(*problems)
    before = content_digest(task)
    task.state = states.next_state("task", task.state, data.decision)
    task.decided_at, task.decided_by = context.now, context.actor.person_id
    task.reason_code, task.reason, task.revision = data.reason_code, data.reason.strip(), task.revision + 1
    session.flush()
    further = _EFFECTS[data.decision](session, order, task, context)
    return Result((touched("task", task, before), *further))


def _problems(
    session: Session, order: Order, task: ApprovalTask, data: DecideTask, context: Context
) -> tuple[Problem, ...]:
    if not states.can("task", task.state, data.decision):
        return _too_late(session, order, task)
    if context.base_revision not in (None, task.revision):
        return (Problem("problem.revision.stale", "", {"now": task.revision}),)
    problems = (*_binding_problems(session, order, task, data), *_reason_problems(data, context))
    if data.decision == "approve" and _next_step(session, task) is None:
        problems += holds.stop_problems(session, order.id, "release")
    return problems


def _too_late(session: Session, order: Order, task: ApprovalTask) -> tuple[Problem, ...]:
    """Return why a task cannot be decided any more; if the order came again, with what is different."""
    if task.decided_at is not None:
        return (decided_problem(session, order, task),)
    again = session.execute(
        select(ApprovalTask)
        .where(ApprovalTask.order_id == order.id, ApprovalTask.round > task.round)
        .order_by(ApprovalTask.round.desc(), ApprovalTask.step)
        .limit(1)
    ).scalar_one_or_none()
    if again is not None and again.material_sha256 != task.material_sha256:
        return changed_problems(session, order.number, json.loads(task.material), json.loads(again.material))
    state = {"number": order.number, "state": f"term.task.{task.state}"}
    return (Problem("problem.task.not_active", "task_id", state),)


def _binding_problems(
    session: Session, order: Order, task: ApprovalTask, data: DecideTask
) -> tuple[Problem, ...]:
    """Return the differences between what was shown and what is there now; none if they are the same.

    What is sent back need only be what was shown. Approving or refusing takes the material that was
    submitted, too.
    """
    now = material_of(session, order)
    is_shown = data.material == digest(now)
    is_submitted = task.material_sha256 == digest(now)
    if is_shown and (is_submitted or data.decision == "send_back"):
        return ()
    if not is_submitted:
        return changed_problems(session, order.number, json.loads(task.material), now)
    earlier = session.execute(
        select(ApprovalTask.material)
        .where(ApprovalTask.order_id == order.id, ApprovalTask.material_sha256 == data.material)
        .limit(1)
    ).scalar_one_or_none()
    shown = None if earlier is None else json.loads(earlier)
    return changed_problems(session, order.number, shown, now)


def _reason_problems(data: DecideTask, context: Context) -> tuple[Problem, ...]:
    """Return what is missing of a reason: a code, or words; words always where an author decides alone."""
    has_words = bool(data.reason.strip())
    if data.decision == "approve":
        alone = context.relation == "author_alone"
        return (Problem("problem.task.own_reason_missing", "reason"),) if alone and not has_words else ()
    if not data.reason_code and not has_words:
        return (Problem("problem.task.reason_missing", "reason_code"),)
    if data.reason_code == "other" and not has_words:
        return (Problem("problem.task.reason_words_missing", "reason"),)
    return ()


def _next_step(session: Session, task: ApprovalTask) -> ApprovalTask | None:
    """Return the step that is asked after this one; ``None`` after the last."""
    for other in tasks_of_round(session, task.order_id, task.round):
        if other.step > task.step and other.state == "waiting":
            return other
    return None


def _approve(session: Session, order: Order, task: ApprovalTask, context: Context) -> tuple[TouchedRow, ...]:
    before = content_digest(order)
    order.revision += 1
    if context.relation == "author_alone":
        order.self_approved_reason = task.reason
    following = _next_step(session, task)
    if following is not None:
        return touched_order(order, before), _activate(session, following, context)
    order.approved_by = context.actor.person_id
    further = releasing.release_order(session, order, context)
    return touched_order(order, before), *further


def _activate(session: Session, task: ApprovalTask, context: Context) -> TouchedRow:
    before = content_digest(task)
    task.state = states.next_state("task", task.state, "activate")
    task.opened_at, task.revision = context.now, task.revision + 1
    session.flush()
    return touched("task", task, before)


def _send_back(
    session: Session, order: Order, task: ApprovalTask, context: Context
) -> tuple[TouchedRow, ...]:
    before = content_digest(order)
    further = submitting.to_draft(session, order, context, cause="sent_back", reason=_reason(task))
    return touched_order(order, before), *further


def _reason(task: ApprovalTask) -> str:
    """Return the reason as typed, else the code of its words."""
    return task.reason or f"term.reason.{task.reason_code}"


def _refuse(session: Session, order: Order, task: ApprovalTask, context: Context) -> tuple[TouchedRow, ...]:
    before = content_digest(order)
    skipped = tuple(
        _skip(session, other)
        for other in tasks_of_round(session, order.id, task.round)
        if other.state == "waiting"
    )
    order.state = states.next_state("order", order.state, "refuse")
    order.state_cause, order.state_reason = "refused", _reason(task)
    if order.customer_id is not None and order.exposure:
        credit.lower(session, order.customer_id, order.exposure)
    order.exposure, order.revision = order.exposure * 0, order.revision + 1
    session.flush()
    return touched_order(order, before), *skipped


def _skip(session: Session, task: ApprovalTask) -> TouchedRow:
    before = content_digest(task)
    task.state, task.revision = states.next_state("task", task.state, "skip"), task.revision + 1
    session.flush()
    return touched("task", task, before)


_Effect = Callable[[Session, Order, ApprovalTask, Context], tuple[TouchedRow, ...]]
_EFFECTS: Mapping[str, _Effect] = {"approve": _approve, "send_back": _send_back, "refuse": _refuse}

HANDLERS = {
    "decide_task": Handler(DecideTask, decide_task, relate_to_task),
    "withdraw_decision": Handler(WithdrawDecision, approving_undo.withdraw_decision, relate_to_task),
}
