"""Reads drafts and the few facts of orders that entry opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import Customer, Order, OrderRevision
from orderdesk.wire.drafts import OrderDraft


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in the list of drafts."""

    id: UUID
    number: str
    revision: int
    parked: bool
    cause: str  # sent_back, withdrawn or ""
    reason: str
    customer_name: str
    customer_name_en: str
    total: Decimal
    currency: str
    line_count: int
    entered_at: datetime


def stored_draft(connection: Connection, order_id: UUID) -> tuple[OrderDraft | None, int | None]:
    """Return the newest stored draft of an order and its revision; ``(None, None)`` if it is no draft."""
    row = connection.execute(
        select(OrderRevision.draft, Order.revision)
        .join(Order, Order.id == OrderRevision.order_id)
        .where(Order.id == order_id, Order.state == "draft")
        .order_by(OrderRevision.revision.desc())
        .limit(1)
    ).one_or_none()
    return (None, None) if row is None else (OrderDraft.model_validate_json(row.draft), row.revision)


def draft_rows(connection: Connection, limit: int = 200) -> tuple[DraftRow, ...]:
    """Return the drafts of this store, newest first."""
    rows = connection.execute(
        select(Order.__table__, Customer.name, Customer.name_en)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .where(Order.state == "draft")
        .order_by(Order.entered_at.desc(), Order.id.desc())
        .limit(limit)
    )
    return tuple(
        DraftRow(
            id=row.id, number=row.number, revision=row.revision, parked=row.parked, cause=row.state_cause,
            reason=row.state_reason, customer_name=row.name or "", customer_name_en=row.name_en or "",
            total=row.total, currency=row.currency, line_count=row.line_count, entered_at=row.entered_at,
        )
        for row in rows
    )  # fmt: skip
