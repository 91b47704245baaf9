"""Orders under way that follow a new version of the approval table: one command each, by the store itself.

An order keeps what was decided: a role that approved is not asked again. One whose facts do not say enough
for the new table stays on its version.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem, UserError
from orderdesk.models import ApprovalTask, Order
from orderdesk.rules import states
from orderdesk.rules.approval import route
from orderdesk.rules.facts import ApprovalStep, Route
from orderdesk.services import holds, releasing
from orderdesk.services.approval_tasks import open_tasks, tasks_of_round
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.order_facts import kept_facts
from orderdesk.services.order_material import material_of
from orderdesk.services.reading.live_rules import live_table
from orderdesk.services.submitting import route_receipt
from orderdesk.services.writing import content_digest, lock_order, setting, touched, touched_order
from orderdesk.values import canonical_json
from orderdesk.wire.rule_commands import RerouteOrder


def reroute_order(session: Session, data: RerouteOrder, context: Context) -> Result:
    """Route a waiting order again by the version that decides now; refused where nothing would change."""
    order = lock_order(session, data.order_id)
    if order is None or order.source:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    if order.state != "submitted":
        state = {"number": order.number, "state": f"term.state.order.{order.state}"}
        return refused(Problem("problem.order.state", "", state))
    table = live_table(session.connection(), data.book, context.now)
    if table is None or table.version != data.table_version:
        return refused(Problem("problem.rule.version", "table_version", {"version": data.table_version}))
    try:
        facts = kept_facts(order.facts, setting(session, "currency")).order
        found = route(facts, table)
    except UserError as fault:
        return refused(Problem(fault.code, "", fault.params))
    return _follow(session, order, found, context)


def _follow(session: Session, order: Order, found: Route, context: Context) -> Result:
    last = session.execute(
        select(func.max(ApprovalTask.round)).where(ApprovalTask.order_id == order.id)
    ).scalar()
    tasks = tasks_of_round(session, order.id, last or 0)
    approved = [task for task in tasks if task.state == "approved"]
    waiting = [task for task in tasks if task.state in {"waiting", "active"}]
    left = _still_asked(found.steps, approved)
    if [step.role for step in left] == [task.role for task in waiting]:
        return refused(Problem("problem.order.route.same", "", {"number": order.number}))
    stopped = () if left else holds.stop_problems(session, order.id, "release")
    if stopped:
        return refused(*stopped)
    before = content_digest(order)
    withdrawn = tuple(_withdraw(session, task) for task in waiting)
    order.revision += 1
    order.route = canonical_json(route_receipt(found))
    session.flush()
    if left:
        further = open_tasks(session, order, replace(found, steps=left), material_of(session, order), context)
    else:
        if approved:
            order.approved_by = approved[-1].decided_by
        further = releasing.release_order(session, order, context)
    session.flush()
    return Result((touched_order(order, before), *withdrawn, *further))


def _still_asked(steps: Sequence[ApprovalStep], approved: Sequence[ApprovalTask]) -> tuple[ApprovalStep, ...]:
    roles = {task.role for task in approved}
    left = [step for step in steps if step.role not in roles]
    return tuple(replace(step, step=number) for number, step in enumerate(left, start=1))


def _withdraw(session: Session, task: ApprovalTask) -> TouchedRow:
    before = content_digest(task)
    task.state, task.revision = states.next_state("task", task.state, "withdraw"), task.revision + 1
    session.flush()
    return touched("task", task, before)


def waiting_orders(connection: Connection) -> tuple[UUID, ...]:
    """Return the orders that wait for an approval, the oldest first."""
    statement = select(Order.id).where(Order.state == "submitted", Order.source == "")
    return tuple(connection.scalars(statement.order_by(Order.submitted_at, Order.id)))


def command_id(job_id: UUID, order_id: UUID) -> UUID:
    """Return the id of the command for one order of a job: a job that runs twice gives the same commands."""
    return uuid5(job_id, str(order_id))


HANDLERS: dict[str, Handler] = {RerouteOrder.name: Handler(RerouteOrder, reroute_order)}
