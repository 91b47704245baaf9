"""Whose order was that? Customers by the number or the PO number of an order in the past, by key."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import Order
from orderdesk.rules.entry.folding import searchable
from orderdesk.services.reading.order_text import whole_numbers

_MOST = 8


@dataclass(frozen=True, slots=True)
class OldOrder:
    """A customer, and the newest of its orders that has the number that was asked for."""

    customer_id: UUID
    number: str
    po_number: str


def customers_by_order(connection: Connection, text: str) -> tuple[OldOrder, ...]:
    """Return the customers of orders whose number or PO number is ``text``, each once, the newest first.

    Only whole numbers are found, by index: the answer takes no longer for a million orders. A PO number is
    found as it was written, or in capitals or small letters throughout.
    """
    wanted = searchable(text).strip()
    if not wanted:
        return ()
    by_number = Order.number.in_(whole_numbers(connection, wanted)) & (Order.source == "")
    by_po = Order.po_number.in_(sorted({wanted, wanted.upper(), wanted.lower()}))
    found: dict[UUID, OldOrder] = {}
    for condition in (by_number, by_po):
        statement = (
            select(Order.customer_id, Order.number, Order.po_number)
            .where(condition, Order.customer_id.is_not(None), Order.state_cause != "discarded")
            .order_by(Order.entered_at.desc(), Order.id.desc())
            .limit(_MOST)
        )
        for row in connection.execute(statement):
            found.setdefault(row.customer_id, OldOrder(row.customer_id, row.number, row.po_number))
    return tuple(found.values())[:_MOST]
