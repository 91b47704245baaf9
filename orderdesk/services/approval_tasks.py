"""Approval tasks of an order: opened at a submit, one per step of its route, each bound to its material."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import ApprovalTask, Order, Person, Site
from orderdesk.rules.facts import ApprovalStep, Route
from orderdesk.services.context import Context, TouchedRow
from orderdesk.services.writing import lock_order, touched
from orderdesk.values import canonical_json, digest


def open_tasks(
    session: Session, order: Order, route: Route, material: Mapping[str, object], context: Context
) -> tuple[TouchedRow, ...]:
    """Open one task per step of ``route``: the first is active, the others wait for their turn.

    ``material`` is what is to be decided (``order_material.material_of``); each task keeps it with its
    SHA-256. The round is one more than the last. Nothing is opened for a route without steps.
    """
    last = session.execute(
        select(func.max(ApprovalTask.round)).where(ApprovalTask.order_id == order.id)
    ).scalar_one()
    number = 1 + (last or 0)
    text, sha256 = canonical_json(material), digest(material)
    rows = [
        {
            "id": context.ids.new(), "revision": 1, "order_id": order.id, "round": number,
            "step": step.step, "role": step.role, "state": "waiting" if at else "active",
            "why": canonical_json(why_of(step, route)), "material": text, "material_sha256": sha256,
            "opened_at": context.now, "reason_code": "", "reason": "",
        }
        for at, step in enumerate(route.steps)
    ]  # fmt: skip
    if not rows:
        return ()
    session.execute(insert(ApprovalTask), rows)
    return tuple(touched("task", task) for task in tasks_of_round(session, order.id, number))


def why_of(step: ApprovalStep, route: Route) -> dict[str, object]:
    """Return why a step is asked: table, version, rows with codes of their sentences, the facts as seen."""
    return {
        "table": step.table,
        "version": step.table_version,
        "row": step.row,
        "note": step.note,
        "reasons": [{"row": reason.row, "note": reason.note} for reason in step.reasons],
        "facts": dict(route.facts),
        **({} if step.hours is None else {"hours": step.hours}),
    }


def tasks_of_round(session: Session, order_id: UUID, number: int) -> tuple[ApprovalTask, ...]:
    """Return the tasks of one round of an order, by step, as the store has them now."""
    return tuple(
        session.scalars(
            select(ApprovalTask)
            .where(ApprovalTask.order_id == order_id, ApprovalTask.round == number)
            .order_by(ApprovalTask.step)
            .execution_options(populate_existing=True)
        )
    )


def locked_task(session: Session, task_id: UUID) -> tuple[Order, ApprovalTask] | None:
    """Return a task with its order as they are under the order's lock; ``None`` without such a task."""
    order_id = session.execute(
        select(ApprovalTask.order_id).where(ApprovalTask.id == task_id)
    ).scalar_one_or_none()
    order = lock_order(session, order_id) if order_id is not None else None
    if order is None:
        return None
    # Read after the lock: whoever held it before us may have decided.
    task = session.execute(
        select(ApprovalTask).where(ApprovalTask.id == task_id).execution_options(populate_existing=True)
    ).scalar_one()
    return order, task


def decided_problem(session: Session, order: Order, task: ApprovalTask) -> Problem:
    """Return that a task was decided already, by whom, how, and when at the order's site."""
    person = session.execute(
        select(Person.name, Person.name_en).where(Person.id == task.decided_by)
    ).one_or_none()
    name = person.name if person is not None else "?"
    return Problem(
        "problem.task.decided",
        "task_id",
        {
            "number": order.number,
            "by": name,
            "by_en": (person.name_en or name) if person is not None else name,
            "decision": f"term.task.{task.state}",
            "at": _local(task.decided_at, _zone(session, order)),
        },
    )


def _zone(session: Session, order: Order) -> tzinfo:
    zone = session.execute(select(Site.zone).where(Site.id == order.site_id)).scalar_one_or_none()
    return UTC if zone is None else ZoneInfo(zone)


def _local(instant: datetime | None, zone: tzinfo) -> str | None:
    return None if instant is None else instant.astimezone(zone).strftime("%Y-%m-%d %H:%M")
