"""Tier changes 客户等级变更: with a reason, from a day on; what is planned happens on its day.

A change of today is done at once. One of a later day waits as a row and a job; whichever desk takes the job
on that day puts ``ApplyTierChange`` through the door, once, however often it runs.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from orderdesk.clock import business_date
from orderdesk.errors import Problem
from orderdesk.models import Customer, TierChange
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.jobs import APPLY_TIER_CHANGE, enqueue
from orderdesk.services.records import read_aggregate, replace_aggregate
from orderdesk.services.writing import content_digest, zone_of_default_site
from orderdesk.wire.commands import ApplyTierChange, CancelTierChange, ChangeTier


def change_tier(session: Session, data: ChangeTier, context: Context) -> Result:
    """Change a customer's tier from a day on; of today it is done now, of a later day then."""
    zone = zone_of_default_site(session)
    today = business_date(context.now, zone)
    customer = session.execute(
        select(Customer).where(Customer.id == data.customer_id).with_for_update()
    ).scalar_one_or_none()
    if customer is None:
        return refused(Problem("problem.reference.unknown", "customer_id", {"value": str(data.customer_id)}))
    problems = list(_problems(session, customer, data, today))
    if problems:
        return refused(*problems)
    row = TierChange(
        id=data.change_id, revision=1, customer_id=customer.id, from_tier=customer.tier, to_tier=data.tier,
        reason=data.reason.strip(), effective=data.effective, asked_by=context.actor.person_id,
        asked_at=context.now,
    )  # fmt: skip
    session.add(row)
    if data.effective > today:
        due = datetime.combine(data.effective, time(0, 0), ZoneInfo(zone))
        enqueue(session, APPLY_TIER_CHANGE, f"{APPLY_TIER_CHANGE}:{row.id}", str(row.id), due, context.ids)
        return Result((_touched(session, row, ""),))
    row.applied_at = context.now
    return Result((_set_tier(session, customer.id, data.tier), _touched(session, row, "")))


def apply_tier_change(session: Session, data: ApplyTierChange, context: Context) -> Result:
    """Do what was planned, on its day or as soon after it as a desk runs; what was given up stays so."""
    row = _planned(session, data.change_id)
    today = business_date(context.now, zone_of_default_site(session))
    if row is None or row.effective > today:
        return Result()
    before = content_digest(row)
    row.applied_at, row.revision = context.now, row.revision + 1
    now = session.execute(select(Customer.tier).where(Customer.id == row.customer_id)).scalar_one()
    if now == row.to_tier:
        return Result((_touched(session, row, before),))
    return Result((_set_tier(session, row.customer_id, row.to_tier), _touched(session, row, before)))


def cancel_tier_change(session: Session, data: CancelTierChange, context: Context) -> Result:
    """Give a planned change up before its day."""
    row = _planned(session, data.change_id)
    if row is None:
        return refused(Problem("problem.tier.not_planned", "change_id"))
    before = content_digest(row)
    row.cancelled_at, row.revision = context.now, row.revision + 1
    return Result((_touched(session, row, before),))


def note_tier(session: Session, customer_id: UUID, before: str, after: str, context: Context) -> None:
    """Keep in the history that a record was saved with another tier, as imports and seeds do."""
    today = business_date(context.now, zone_of_default_site(session))
    session.add(
        TierChange(
            id=context.ids.new(), revision=1, customer_id=customer_id, from_tier=before, to_tier=after,
            reason="", effective=today, asked_by=context.actor.person_id, asked_at=context.now,
            applied_at=context.now,
        )
    )  # fmt: skip


def cancel_planned(session: Session, customer_id: UUID, context: Context) -> None:
    """Give up everything that is planned for a customer: it is not served any more."""
    for row in session.scalars(
        select(TierChange).where(
            TierChange.customer_id == customer_id, TierChange.applied_at.is_(None),
            TierChange.cancelled_at.is_(None),
        )
    ):  # fmt: skip
        row.cancelled_at, row.revision = context.now, row.revision + 1


def _problems(session: Session, customer: Customer, data: ChangeTier, today: date) -> list[Problem]:
    found = []
    if not data.reason.strip():
        found.append(Problem("problem.tier.no_reason", "reason"))
    if data.effective < today:
        found.append(Problem("problem.tier.past", "effective", {"day": data.effective.isoformat()}))
    if data.tier == customer.tier and data.effective <= today:
        found.append(Problem("problem.tier.same", "tier", {"tier": f"term.tier.{data.tier}"}))
    if customer.status == "stopped":
        found.append(Problem("problem.tier.stopped", "customer_id", {"code": customer.code}))
    same_day = select(TierChange.id).where(
        TierChange.customer_id == customer.id, TierChange.effective == data.effective,
        TierChange.applied_at.is_(None), TierChange.cancelled_at.is_(None),
    )  # fmt: skip
    if session.execute(same_day.limit(1)).first() is not None:
        found.append(Problem("problem.tier.planned", "effective", {"day": data.effective.isoformat()}))
    return found


def _planned(session: Session, change_id: UUID) -> TierChange | None:
    return session.execute(
        select(TierChange)
        .where(TierChange.id == change_id, TierChange.applied_at.is_(None), TierChange.cancelled_at.is_(None))
        .with_for_update()
    ).scalar_one_or_none()


def _set_tier(session: Session, customer_id: UUID, tier: str) -> TouchedRow:
    old = read_aggregate(session, "customer", customer_id)
    assert old is not None  # it was just read
    revision = int(old.head["revision"]) + 1
    new = replace(old, head={**old.head, "tier": tier, "revision": revision})
    replace_aggregate(session, new)
    return TouchedRow(
        "customer", customer_id, revision, new.head["code"], before=old.digest(), after=new.digest()
    )


def _touched(session: Session, row: TierChange, before: str) -> TouchedRow:
    session.flush()
    return TouchedRow("tier_change", row.id, row.revision, before=before, after=content_digest(row))


HANDLERS: dict[str, Handler] = {
    ChangeTier.name: Handler(ChangeTier, change_tier),
    ApplyTierChange.name: Handler(ApplyTierChange, apply_tier_change),
    CancelTierChange.name: Handler(CancelTierChange, cancel_tier_change),
}
