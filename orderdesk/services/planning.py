"""Deliveries planned from schedule lines: one for each site, day, address and receiver of an order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from orderdesk.models import Base, Delivery, DeliveryLine, Order
from orderdesk.models.types import Quantity
from orderdesk.rules import delivery_plan as rules
from orderdesk.rules.delivery_plan import PlannedDelivery, ScheduleFacts
from orderdesk.services.context import Context, TouchedRow
from orderdesk.services.places import read_place
from orderdesk.services.writing import add_rows, content_digest, row_digest
from orderdesk.values import digest

NOTHING = Decimal(0)
_ADDRESS_FIELDS = ("province", "city", "district", "rest", "phone", "receiver")
# States in which nothing of a delivery has left: its quantities are planned, not shipped.
UNSHIPPED_STATES = ("planned", "released", "picking", "packed", "at_dock")


_DELIVERY = Base.metadata.tables["delivery"]
_PART = Base.metadata.tables["delivery_line"]
_LINE = Base.metadata.tables["order_line"]
_SCHEDULE = Base.metadata.tables["schedule_line"]

_PLANNED = (
    select(_PART.c.schedule_line_id, func.sum(_PART.c.quantity, type_=Quantity).label("quantity"))
    .join(_DELIVERY, _DELIVERY.c.id == _PART.c.delivery_id)
    .where(_DELIVERY.c.order_id == bindparam("order"), _DELIVERY.c.state.in_(UNSHIPPED_STATES))
    .group_by(_PART.c.schedule_line_id)
)
_SCHEDULE_OF = (
    select(
        _SCHEDULE.c.id, _SCHEDULE.c.order_line_id, _LINE.c.position, _SCHEDULE.c.quantity,
        _SCHEDULE.c.shipped, _SCHEDULE.c.cancelled, _SCHEDULE.c.requested, _SCHEDULE.c.promised,
        _SCHEDULE.c.deliver_to, _SCHEDULE.c.site_id,
    )
    .join(_LINE, _LINE.c.id == _SCHEDULE.c.order_line_id)
    .where(_LINE.c.order_id == bindparam("order"))
    .order_by(_LINE.c.position, _SCHEDULE.c.position)
)  # fmt: skip
_LAST_PART = select(func.max(_DELIVERY.c.part)).where(_DELIVERY.c.order_id == bindparam("order"))
_PLAN = (
    update(_SCHEDULE)
    .where(_SCHEDULE.c.id.in_(bindparam("lines", expanding=True)))
    .values(planned=bindparam("day"))
)


def plan_deliveries(session: Session, order: Order, context: Context) -> tuple[TouchedRow, ...]:
    """Plan deliveries for all that is open and not planned yet; return them as touched, by part.

    One delivery per site × day × address × receiver (``rules.delivery_plan``); the day is the promised one,
    else the requested one. The caller holds the order's lock.
    """
    already = _planned_quantities(session, order.id)
    facts: list[ScheduleFacts] = []
    places: dict[UUID, str] = {}
    for row in session.connection().execute(_SCHEDULE_OF, {"order": order.id}):
        place = row.deliver_to if _is_place(row.deliver_to) else order.deliver_to
        *address, receiver = _address(place)
        places[row.id] = place
        facts.append(
            ScheduleFacts(
                order_id=order.id, order_number=order.number, line_id=row.order_line_id, schedule_id=row.id,
                line_position=row.position, site_id=row.site_id, promised=row.promised or row.requested,
                quantity=row.quantity - row.shipped - row.cancelled - already.get(row.id, NOTHING),
                address_key="|".join(address), receiver=receiver,
            )
        )  # fmt: skip
    planned = rules.plan_deliveries(facts, {order.id: last_part(session, order.id)})
    return add_deliveries(
        session, order, [(one, places[one.lines[0].schedule_id]) for one in planned], context
    )


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


def add_deliveries(
    session: Session, order: Order, plans: Sequence[tuple[PlannedDelivery, str]], context: Context
) -> tuple[TouchedRow, ...]:
    """Write planned deliveries, each to its address (canonical JSON), and return them as touched.

    Their schedule lines note the day. What was just written is not read again to be named in the audit.
    """
    heads: list[dict[str, object]] = []
    parts: list[dict[str, object]] = []
    days: defaultdict[date | None, list[UUID]] = defaultdict(list)
    made: list[TouchedRow] = []
    for plan, deliver_to in plans:
        head = _planned_row(order, plan, deliver_to, context)
        lines = list(_line_rows(plan, head["id"], context))
        heads.append(head)
        parts.extend(lines)
        days[plan.promised].extend(line.schedule_id for line in plan.lines)
        content = digest([row_digest(_DELIVERY, head), *(row_digest(_PART, line) for line in lines)])
        made.append(TouchedRow("delivery", head["id"], head["revision"], after=content))
    session.flush()
    add_rows(session, Delivery, heads)
    add_rows(session, DeliveryLine, parts)
    for day, schedule_lines in days.items():
        session.connection().execute(_PLAN, {"lines": schedule_lines, "day": day})
    return tuple(made)


def _planned_row(order: Order, plan: PlannedDelivery, deliver_to: str, context: Context) -> dict[str, Any]:
    return {
        "id": context.ids.new(), "revision": 1, "order_id": order.id, "part": plan.part, "number": None,
        "state": "planned", "customer_id": order.customer_id, "site_id": plan.site_id,
        "planned": plan.promised, "deliver_to": deliver_to, "method": order.delivery_method,
        "picked_by": None, "shipped_by": None, "shipped_at": None, "note": order.note, "notes": order.notes,
    }  # fmt: skip


def _line_rows(plan: PlannedDelivery, delivery_id: UUID, context: Context) -> Iterator[dict[str, object]]:
    for position, line in enumerate(plan.lines, start=1):
        yield {
            "id": context.ids.new(), "delivery_id": delivery_id, "position": position,
            "schedule_line_id": line.schedule_id, "order_line_id": line.line_id, "quantity": line.quantity,
            "picked": NOTHING, "shipped": NOTHING, "before": NOTHING, "short_reason": "",
        }  # fmt: skip


def last_part(session: Session, order_id: UUID) -> int:
    """Return the highest part number of an order's deliveries, 0 where it has none."""
    return int(session.connection().execute(_LAST_PART, {"order": order_id}).scalar_one_or_none() or 0)


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
    after = delivery_digest(session, delivery)
    return TouchedRow("delivery", delivery.id, delivery.revision, delivery.number, before=before, after=after)


def _planned_quantities(session: Session, order_id: UUID) -> dict[UUID, Decimal]:
    rows = session.connection().execute(_PLANNED, {"order": order_id})
    return {row.schedule_line_id: row.quantity for row in rows}


def _address(place: str) -> tuple[str, ...]:
    """Return what makes two addresses the same place for the driver: its fields, not its label or its id."""
    fields = read_place(place)
    return tuple(str(fields.get(name) or "").strip() for name in _ADDRESS_FIELDS)


def _is_place(place: str) -> bool:
    return any(_address(place))
