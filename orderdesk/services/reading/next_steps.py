"""What can be done next with an order: decide its open task, pick and ship its planned parts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import ApprovalTask, Delivery, DeliveryLine
from orderdesk.services.order_material import material_from_rows
from orderdesk.services.planning import UNSHIPPED_STATES
from orderdesk.values import digest


@dataclass(frozen=True, slots=True)
class OpenTask:
    """A task that waits for a decision about ``material``."""

    id: UUID
    role: str
    material: str


@dataclass(frozen=True, slots=True)
class OpenPart:
    """A part that waits in the warehouse; ``lines`` are ids with their quantities."""

    id: UUID
    planned: date | None
    is_packed: bool
    lines: tuple[tuple[UUID, Decimal], ...]


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What waits of an order; nothing waits of one that is through."""

    task: OpenTask | None
    parts: tuple[OpenPart, ...]


def next_steps(connection: Connection, order_id: UUID) -> NextSteps:
    """Return what waits of an order."""
    task = connection.execute(
        select(ApprovalTask.id, ApprovalTask.role)
        .where(ApprovalTask.order_id == order_id, ApprovalTask.state == "active")
        .order_by(ApprovalTask.step)
        .limit(1)
    ).one_or_none()
    waiting = (Delivery.order_id == order_id) & Delivery.state.in_(UNSHIPPED_STATES)
    lines: defaultdict[UUID, list[tuple[UUID, Decimal]]] = defaultdict(list)
    statement = (
        select(DeliveryLine.delivery_id, DeliveryLine.id, DeliveryLine.quantity)
        .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
        .where(waiting)
        .order_by(DeliveryLine.position)
    )
    for line in connection.execute(statement):
        lines[line.delivery_id].append((line.id, line.quantity))
    parts = connection.execute(
        select(Delivery.id, Delivery.planned, Delivery.state).where(waiting).order_by(Delivery.part)
    )
    return NextSteps(
        None
        if task is None
        else OpenTask(task.id, task.role, digest(material_from_rows(connection, order_id))),
        tuple(
            OpenPart(part.id, part.planned, part.state in {"packed", "at_dock"}, tuple(lines[part.id]))
            for part in parts
        ),
    )
