"""Changing an order that is submitted but not released: withdrawn and sent again, as one command.

Its open tasks are withdrawn, and it is checked, priced and routed again under the same number, with a new
round of approval. It was made on one revision of the order; whoever acted meanwhile was faster, and nothing
of the change happens then.
"""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import ApprovalTask, Order
from orderdesk.rules import states
from orderdesk.services import submitting
from orderdesk.services.approval_tasks import decided_problem
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.drafts import unknown_references
from orderdesk.services.writing import content_digest, lock_order, revision_conflict, touched_order
from orderdesk.wire.commands import ChangeOrder


def change_order(session: Session, data: ChangeOrder, context: Context) -> Result:
    """Put a changed order in the place of the submitted one; every problem comes back in the outcome."""
    order = lock_order(session, data.draft.id)
    problem = _hindrance(session, order, data, context)
    if problem is not None:
        return refused(problem)
    assert order is not None  # else it was a problem
    missing = unknown_references(session, data.draft)
    if missing:
        return refused(*missing)
    before = content_digest(order)
    submitting.lock_what_decides(session, data.draft, order.customer_id)
    withdrawn = submitting.to_draft(session, order, context, cause="changed", reason="")
    sent = submitting.send(session, order, data.draft, before, context)
    if sent.is_refused:
        return sent
    order.state_cause = ""
    session.flush()
    return Result(_once((*sent.touched, *withdrawn), order, before), sent.problems)


def _hindrance(session: Session, order: Order | None, data: ChangeOrder, context: Context) -> Problem | None:
    """Return why the order cannot be changed as it was meant; ``None`` if it can."""
    if order is None or order.source:
        return Problem("problem.order.unknown", "draft.id", {"id": str(data.draft.id)})
    if data.draft.number not in (None, order.number):
        params = {"number": order.number, "given": data.draft.number}
        return Problem("problem.order.number_differs", "draft.number", params)
    is_as_it_was = context.base_revision is not None and not revision_conflict(order, context)
    if is_as_it_was and states.can("order", order.state, "change"):
        return None
    acted = None if is_as_it_was else _decision(session, order)
    return acted or _by_state(order)


def _by_state(order: Order) -> Problem:
    """Return why an order in its present state is not changed, or that somebody else has changed it."""
    if order.state in ("released", "closed"):
        return Problem("problem.change.released", "", {"number": order.number})
    if order.state == "draft":
        return Problem("problem.change.draft", "", {"number": order.number})
    if not states.can("order", order.state, "change"):
        state = {"number": order.number, "state": f"term.state.order.{order.state}"}
        return Problem("problem.order.state", "", state)
    return Problem("problem.change.stale", "", {"number": order.number, "now": order.revision})


def _decision(session: Session, order: Order) -> Problem | None:
    """Return who has decided about the order last, and how; ``None`` where nobody has in its last round."""
    task = session.execute(
        select(ApprovalTask)
        .where(ApprovalTask.order_id == order.id)
        .order_by(
            ApprovalTask.round.desc(), ApprovalTask.decided_at.is_(None), ApprovalTask.decided_at.desc()
        )
        .limit(1)
    ).scalar_one_or_none()
    if task is None or task.decided_at is None:
        return None
    return Problem("problem.change.acted", "", dict(decided_problem(session, order, task).params))


def _once(rows: tuple[TouchedRow, ...], order: Order, before: str) -> tuple[TouchedRow, ...]:
    """Return the rows with the order at its last content, each thing once."""
    others = {(row.type, row.id): row for row in rows if row.type != "order"}
    return (touched_order(order, before), *others.values())


HANDLERS = {"change_order": Handler(ChangeOrder, change_order)}
