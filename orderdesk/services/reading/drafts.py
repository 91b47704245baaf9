"""Reads drafts and the few facts of orders that entry opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, case, select

from orderdesk.models import ApprovalTask, Customer, Order, OrderRevision, Person
from orderdesk.wire.drafts import OrderDraft

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in the list of drafts. ``total`` is what it comes to as it stands, in ``currency``."""

    id: UUID
    number: str
    revision: int
    parked: bool
    cause: str  # sent_back, withdrawn or ""
    reason: str  # of a sending back: as typed, or the code of its words
    customer_name: str
    customer_name_en: str
    customer_class: str
    tier: str
    total: Decimal
    currency: str
    line_count: int
    entered_by: str
    entered_by_en: str
    entered_at: datetime
    sent_back_by: str
    sent_back_by_en: str
    sent_back_at: datetime | None


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


@dataclass(frozen=True, slots=True)
class Standing:
    """How an order stands in the store; ``state`` is ``None`` where the store has never seen it."""

    state: str | None
    draft: OrderDraft | None = None  # the newest stored draft, while it is one
    revision: int | None = None
    saved_at: datetime | None = None  # of that draft


def standing_of(connection: Connection, order_id: UUID) -> Standing:
    """Return how an order stands, for bringing back what a crash has left in the typing journal."""
    state = connection.execute(select(Order.state).where(Order.id == order_id)).scalar_one_or_none()
    if state != "draft":
        return Standing(state)
    row = connection.execute(
        select(OrderRevision.draft, OrderRevision.revision, OrderRevision.saved_at)
        .where(OrderRevision.order_id == order_id)
        .order_by(OrderRevision.revision.desc())
        .limit(1)
    ).one()
    return Standing(state, OrderDraft.model_validate_json(row.draft), row.revision, row.saved_at)


def draft_rows(connection: Connection, limit: int = 200) -> tuple[DraftRow, ...]:
    """Return the drafts of this store: those sent back first, then the parked ones; newest first in each."""
    urgency = case((Order.state_cause == "sent_back", 0), (Order.parked, 1), else_=2)
    rows = connection.execute(
        select(
            Order.id, Order.number, Order.revision, Order.parked, Order.state_cause, Order.state_reason,
            Order.customer_class, Order.tier, Order.total, Order.currency, Order.line_count, Order.entered_at,
            Customer.name, Customer.name_en, Person.name.label("entered_by"),
            Person.name_en.label("entered_by_en"),
        )
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(Person, Person.id == Order.entered_by)
        .where(Order.state == "draft")
        .order_by(urgency, Order.entered_at.desc(), Order.id.desc())
        .limit(limit)
    ).all()  # fmt: skip
    senders = _senders(connection, [row.id for row in rows if row.state_cause == "sent_back"])
    return tuple(_row(row, senders.get(row.id)) for row in rows)


def _row(row: AnyRow, sender: AnyRow | None) -> DraftRow:
    return DraftRow(
        id=row.id, number=row.number, revision=row.revision, parked=row.parked, cause=row.state_cause,
        reason=row.state_reason, customer_name=row.name or "", customer_name_en=row.name_en or "",
        customer_class=row.customer_class, tier=row.tier, total=row.total, currency=row.currency,
        line_count=row.line_count, entered_by=row.entered_by or "", entered_by_en=row.entered_by_en or "",
        entered_at=row.entered_at, sent_back_by=(sender and sender.name) or "",
        sent_back_by_en=(sender and sender.name_en) or "", sent_back_at=sender.decided_at if sender else None,
    )  # fmt: skip


def _senders(connection: Connection, order_ids: Sequence[UUID]) -> dict[UUID, AnyRow]:
    """Return who sent each of these orders back last, and when."""
    found = connection.execute(
        select(ApprovalTask.order_id, ApprovalTask.decided_at, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == ApprovalTask.decided_by)
        .where(ApprovalTask.order_id.in_(order_ids), ApprovalTask.state == "sent_back")
        .order_by(ApprovalTask.order_id, ApprovalTask.round, ApprovalTask.step)
    )
    return {row.order_id: row for row in found}
