"""Tier changes of customers as lists show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import Person, TierChange
from orderdesk.services.writing import setting


@dataclass(frozen=True, slots=True)
class TierChangeRow:
    """One change: done, planned, or given up."""

    id: UUID
    from_tier: str
    to_tier: str
    reason: str
    effective: date
    asked_at: datetime
    who: str
    who_en: str
    state: Literal["applied", "planned", "cancelled"]


def tier_changes(connection: Connection, customer_id: UUID) -> tuple[TierChangeRow, ...]:
    """Return the changes of a customer, the newest day first."""
    rows = connection.execute(
        select(TierChange.__table__, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == TierChange.asked_by)
        .where(TierChange.customer_id == customer_id)
        .order_by(TierChange.effective.desc(), TierChange.asked_at.desc(), TierChange.id.desc())
    )
    return tuple(
        TierChangeRow(
            row.id, row.from_tier, row.to_tier, row.reason, row.effective, row.asked_at, row.name or "",
            row.name_en or "",
            "applied" if row.applied_at else "cancelled" if row.cancelled_at else "planned",
        )
        for row in rows
    )  # fmt: skip


def moved_this_quarter(connection: Connection, today: date) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Return who was raised and who was lowered since the quarter began, by the company's order of tiers."""
    begin = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    places = {tier: at for at, tier in enumerate(reversed(setting(connection, "tier.order").split()))}
    rows = connection.execute(
        select(TierChange.customer_id, TierChange.from_tier, TierChange.to_tier)
        .where(
            TierChange.applied_at.is_not(None), TierChange.effective >= begin, TierChange.effective <= today
        )
        .order_by(TierChange.applied_at, TierChange.id)
    )  # fmt: skip
    first: dict[UUID, str] = {}
    last: dict[UUID, str] = {}
    for row in rows:
        first.setdefault(row.customer_id, row.from_tier)
        last[row.customer_id] = row.to_tier
    steps = {key: _step(places, first[key], last[key]) for key in first}
    return (
        frozenset(key for key, step in steps.items() if step > 0),
        frozenset(key for key, step in steps.items() if step < 0),
    )


def _step(places: Mapping[str, int], before: str, after: str) -> int:
    """Return how far a change goes up; tiers that the company has not put in order are below all others."""
    return places.get(after, -1) - places.get(before, -1)
