"""Reads the parked drafts 挂单: what a clerk has set aside for the next call, at whichever desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, case, select

from orderdesk.models import Customer, Order, OrderRevision, Person
from orderdesk.wire.drafts import OrderDraft

_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class ParkedRow:
    """A parked draft: whose it is, what it comes to so far in ``currency``, who parked it and when."""

    id: UUID
    number: str
    customer: str
    customer_en: str
    tier: str
    line_count: int
    total: Decimal
    currency: str
    entered_at: datetime
    parked_by: str
    parked_by_en: str
    parked_at: datetime


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A draft as the store has it, to go on with, and who saved it last and when."""

    draft: OrderDraft
    revision: int
    saved_by: str
    saved_by_en: str
    saved_at: datetime


def parked_rows(connection: Connection, person_id: UUID | None) -> tuple[ParkedRow, ...]:
    """Return the parked drafts of this store: those that ``person_id`` parked first, the newest first in
    each.
    """
    others = case((OrderRevision.saved_by == person_id, 0), else_=1)
    found = connection.execute(
        select(
            Order.id, Order.number, Order.tier, Order.line_count, Order.total, Order.currency,
            Order.entered_at, Customer.name, Customer.name_en, OrderRevision.saved_at,
            Person.name.label("saved_by"), Person.name_en.label("saved_by_en"),
        )
        .join(OrderRevision, _newest_revision())
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(Person, Person.id == OrderRevision.saved_by)
        .where(Order.state == "draft", Order.parked)
        .order_by(others, OrderRevision.saved_at.desc(), Order.id.desc())
        .limit(_AT_MOST)
    )  # fmt: skip
    return tuple(_row(row) for row in found)


def take_up(connection: Connection, order_id: UUID) -> TakenUp | None:
    """Return a draft to go on with; ``None`` if it is none any more."""
    row = connection.execute(
        select(
            OrderRevision.draft, OrderRevision.revision, OrderRevision.saved_at, Person.name, Person.name_en
        )
        .join(Order, _newest_revision())
        .outerjoin(Person, Person.id == OrderRevision.saved_by)
        .where(Order.id == order_id, Order.state == "draft")
    ).one_or_none()
    if row is None:
        return None
    draft = OrderDraft.model_validate_json(row.draft)
    return TakenUp(draft, row.revision, row.name or "", row.name_en or "", row.saved_at)


def _newest_revision() -> Any:
    """Return the join of a draft with its newest revision: every change of a draft keeps one."""
    return and_(OrderRevision.order_id == Order.id, OrderRevision.revision == Order.revision)


def _row(row: Row[*tuple[Any, ...]]) -> ParkedRow:
    return ParkedRow(
        id=row.id, number=row.number, customer=row.name or "", customer_en=row.name_en or "", tier=row.tier,
        line_count=row.line_count, total=row.total, currency=row.currency, entered_at=row.entered_at,
        parked_by=row.saved_by or "", parked_by_en=row.saved_by_en or "", parked_at=row.saved_at,
    )  # fmt: skip
