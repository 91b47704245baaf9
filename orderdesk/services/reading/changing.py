"""Reads an order that is to be changed in its place: what was typed, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import ApprovalTask, Order, OrderRevision
from orderdesk.wire.drafts import OrderDraft


@dataclass(frozen=True, slots=True)
class ToChange:
    """An order of ours as it was sent, its state and revision now, and which roles it waits for."""

    draft: OrderDraft
    number: str
    state: str
    revision: int
    waits_for: tuple[str, ...]


def order_to_change(connection: Connection, order_id: UUID) -> ToChange | None:
    """Return an order in whatever state; ``None`` for one of another system, whose words we do not have."""
    row = connection.execute(
        select(OrderRevision.draft, Order.number, Order.state, Order.revision)
        .join(Order, Order.id == OrderRevision.order_id)
        .where(Order.id == order_id, Order.source == "")
        .order_by(OrderRevision.revision.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    roles = connection.scalars(
        select(ApprovalTask.role)
        .where(ApprovalTask.order_id == order_id, ApprovalTask.state.in_(("active", "waiting")))
        .order_by(ApprovalTask.round, ApprovalTask.step)
    ).all()
    draft = OrderDraft.model_validate_json(row.draft)
    return ToChange(draft, row.number, row.state, row.revision, tuple(roles))
