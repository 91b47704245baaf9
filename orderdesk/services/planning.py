"""Deliveries planned from schedule lines: one for each site, day, address and receiver of an order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from orderdesk.models import Delivery, DeliveryLine, Order, OrderLine, ScheduleLine
from orderdesk.models.types import Quantity
from orderdesk.services.context import Context, TouchedRow
from orderdesk.services.writing import content_digest, touched
from orderdesk.values import digest

NOTHING = Decimal(0)
_ADDRESS_FIELDS = ("province", "city", "district", "rest", "receiver", "phone")
# States in which nothing of a delivery has left: its quantities are planned, not shipped.
UNSHIPPED_STATES = ("planned", "released", "picking", "packed", "at_dock")


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A quantity of a schedule line for a delivery, in the order line's unit."""

    schedule_line_id: UUID
    order_line_id: UUID
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class _Group:
    """What goes together: where from, on which day, and to whom."""

    site_id: UUID
    planned: date | None
    address: tuple[str, ...]


def plan_deliveries(session: Session, order: Order, context: Context) -> tuple[TouchedRow, ...]:
    """Plan deliveries for all that is open and not planned yet; return them as touched, in the order of
    their parts.

    One delivery per site × day × address × receiver; the day is the promised one, else the requested one.
    Parts count on from those the order has. The caller holds the order's lock.
    """
    groups: defaultdict[_Group, list[PlannedLine]] = defaultdict(list)
    places: dict[_Group, str] = {}
    already = _planned_quantities(session, order.id)
    for row in session.execute(_schedule_of(order.id)):
        left = row.quantity - row.shipped - row.cancelled - already.get(row.id, NOTHING)
        if left <= NOTHING:
            continue
        place = row.deliver_to if _is_place(row.deliver_to) else order.deliver_to
        group = _Group(row.site_id, row.promised or row.requested, _address(place))
        places.setdefault(group, place)
        groups[group].append(PlannedLine(row.id, row.order_line_id, left))
    part = last_part(session, order.id)
    made: list[Delivery] = []
    for group in sorted(groups, key=lambda one: one.planned or date.max):  # the same day: as the lines stand
        part += 1
        made.append(
            add_delivery(
                session, order, part, group.site_id, group.planned, places[group], groups[group], context
            )
        )
    return tuple(touched_delivery(session, delivery) for delivery in made)


def drop_planned(session: Session, order_id: UUID, context: Context) -> tuple[TouchedRow, ...] | None:
    """Take the planned deliveries of an order away; ``None`` if anything was already picked or shipped.

    The caller holds the order's lock.
    """
    deliveries = session.scalars(
        select(Delivery).where(Delivery.order_id == order_id).with_for_update()
    ).all()
    if any(delivery.state != "planned" for delivery in deliveries):
        return None
    gone = tuple(
        TouchedRow("delivery", one.id, one.revision, kind="tombstone", before=delivery_digest(session, one))
        for one in sorted(deliveries, key=lambda one: one.part)
    )
    ids = [one.id for one in deliveries]
    session.execute(delete(DeliveryLine).where(DeliveryLine.delivery_id.in_(ids)))
    session.execute(delete(Delivery).where(Delivery.id.in_(ids)))
    return gone


def add_delivery(
    session: Session,
    order: Order,
    part: int,
    site_id: UUID,
    planned: date | None,
    deliver_to: str,
    lines: Sequence[PlannedLine],
    context: Context,
) -> Delivery:
    """Return a new planned delivery with these lines, and note its day on their schedule lines."""
    delivery = Delivery(
        id=context.ids.new(), revision=1, order_id=order.id, part=part, number=None, state="planned",
        customer_id=order.customer_id, site_id=site_id, planned=planned, deliver_to=deliver_to,
        method=order.delivery_method, picked_by=None, shipped_by=None, shipped_at=None, note=order.note,
    )  # fmt: skip
    session.add(delivery)
    session.flush()
    rows = [
        {
            "id": context.ids.new(), "delivery_id": delivery.id, "position": position,
            "schedule_line_id": line.schedule_line_id, "order_line_id": line.order_line_id,
            "quantity": line.quantity,
            "picked": NOTHING, "shipped": NOTHING, "before": NOTHING, "short_reason": "",
        }
        for position, line in enumerate(lines, start=1)
    ]  # fmt: skip
    session.execute(insert(DeliveryLine), rows)
    session.execute(
        update(ScheduleLine)
        .where(ScheduleLine.id.in_([line.schedule_line_id for line in lines]))
        .values(planned=planned)
        .execution_options(synchronize_session=False)
    )
    return delivery


def last_part(session: Session, order_id: UUID) -> int:
    """Return the highest part number of an order's deliveries, 0 where it has none."""
    found = session.execute(
        select(func.max(Delivery.part)).where(Delivery.order_id == order_id)
    ).scalar_one_or_none()
    return int(found or 0)


def lines_of(session: Session, delivery_id: UUID) -> list[DeliveryLine]:
    """Return the lines of a delivery in their order."""
    statement = (
        select(DeliveryLine)
        .where(DeliveryLine.delivery_id == delivery_id)
        .order_by(DeliveryLine.position)
        .execution_options(populate_existing=True)
    )
    return list(session.scalars(statement))


def delivery_digest(session: Session, delivery: Delivery) -> str:
    """Return the SHA-256 of a delivery with its lines, as the audit names this state of it."""
    session.flush()
    return digest(
        [content_digest(delivery), *(content_digest(line) for line in lines_of(session, delivery.id))]
    )


def touched_delivery(session: Session, delivery: Delivery, before: str = "") -> TouchedRow:
    """Return a delivery as touched; its lines count to its content."""
    row = touched("delivery", delivery, before, delivery.number)
    return TouchedRow(
        row.type, row.id, row.revision, row.number, before=before, after=delivery_digest(session, delivery)
    )


def _planned_quantities(session: Session, order_id: UUID) -> dict[UUID, Decimal]:
    statement = (
        select(DeliveryLine.schedule_line_id, func.sum(DeliveryLine.quantity, type_=Quantity).label("quantity"))
        .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
        .where(Delivery.order_id == order_id, Delivery.state.in_(UNSHIPPED_STATES))
        .group_by(DeliveryLine.schedule_line_id)
    )
    return {row.schedule_line_id: row.quantity for row in session.execute(statement)}


def _schedule_of(order_id: UUID) -> Any:
    return (
        select(
            ScheduleLine.id,
            ScheduleLine.order_line_id,
            ScheduleLine.quantity,
            ScheduleLine.shipped,
            ScheduleLine.cancelled,
            ScheduleLine.requested,
            ScheduleLine.promised,
            ScheduleLine.deliver_to,
            ScheduleLine.site_id,
        )
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .where(OrderLine.order_id == order_id)
        .order_by(OrderLine.position, ScheduleLine.position)
    )


def _address(place: str) -> tuple[str, ...]:
    """Return what makes two addresses the same place for the driver: its fields, not its label or its id."""
    fields = json.loads(place) if place else {}
    return tuple(str(fields.get(name) or "").strip() for name in _ADDRESS_FIELDS)


def _is_place(place: str) -> bool:
    return any(_address(place))
