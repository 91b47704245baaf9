"""What the store has of an order, read past the windows: the facts that the tour compares with and keeps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from orderdesk.errors import Bug
from orderdesk.services.notes import note_document
from orderdesk.services.reading.order_card import CardDelivery, CardLine, OrderCard, order_card
from orderdesk.services.reading.orders import desk_orders
from orderdesk.tour.stage import Stage


def card_of(stage: Stage, number: str) -> OrderCard:
    """Return an order of today by its number. Raises ``Bug`` ``tour.fault.no_order``."""
    now = stage.backend.clock.now()
    page = stage.read(lambda connection: desk_orders(connection, now))
    for row in page.rows:
        if row.number == number:
            card = stage.read(lambda connection, order_id=row.id: order_card(connection, order_id))
            if card is not None:
                return card
    raise Bug("tour.fault.no_order", number=number)


def order_facts(card: OrderCard) -> dict[str, Any]:
    """Return what an order is: its figures, its states, its lines with their dates and places."""
    row = card.row
    return {
        "number": row.number,
        "customer": row.customer,
        "tier": row.tier,
        "total": row.total,
        "currency": row.currency,
        "state": row.state,
        "approval": row.approval,
        "delivered": row.delivered,
        "entered_by": row.entered_by,
        "approved_by": row.approved_by,
        "tasks": [{"role": task.role, "state": task.state, "by": task.by} for task in card.tasks],
        "lines": [_line_facts(line) for line in card.lines],
    }


def _line_facts(line: CardLine) -> dict[str, Any]:
    quantities = line.quantities
    return {
        "position": line.position,
        "code": line.code,
        "unit": line.unit,
        "ordered": None if quantities is None else quantities.ordered,
        "shipped": None if quantities is None else quantities.shipped,
        "deliveries": [
            {"quantity": part.quantity, "day": part.day, "to": part.deliver_to.label or part.deliver_to.city}
            for part in line.schedule
        ],
    }


def delivery_of(card: OrderCard, part: int) -> CardDelivery:
    """Return a part of an order. Raises ``Bug`` ``tour.fault.no_part``."""
    for delivery in card.deliveries:
        if delivery.part == part:
            return delivery
    raise Bug("tour.fault.no_part", number=card.row.number, part=part)


def note_facts(stage: Stage, delivery_id: UUID) -> dict[str, Any]:
    """Return what the delivery note of a part says: ordered, before, now and open of each of its lines."""
    document = stage.read(lambda connection: note_document(connection, delivery_id, "zh"))
    return {
        "number": document.number,
        "part": document.part,
        "date": document.delivery_date,
        "to": document.ship_to,
        "receiver": document.receiver,
        "copy": document.copy_no,
        "lines": [
            {
                "code": line.code,
                "ordered": line.ordered,
                "before": line.before,
                "now": line.now,
                "open": line.open,
            }
            for line in document.lines
        ],
    }
