"""Orders as the search box finds them: by number, by the customer's PO number, by customer.

A whole number and the orders of a customer are found by key, parts of numbers by the index of what orders
are called: among all orders there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select

from orderdesk.models import Order
from orderdesk.models.order_text import LEAST
from orderdesk.rules.entry.folding import searchable
from orderdesk.services.reading.order_text import newest_called, whole_numbers
from orderdesk.services.reading.orders import OrderRow, order_rows

FoundBy = Literal["number", "number_part", "po_number", "customer", "newest"]


@dataclass(frozen=True, slots=True)
class OrderQuestion:
    """What was typed, and the customers that it finds in memory, the likeliest first."""

    text: str
    customers: tuple[UUID, ...] = ()
    limit: int = 8


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """An order, and by what it was found."""

    row: OrderRow
    po_number: str
    customer_id: UUID | None
    by: FoundBy


def find_orders(connection: Connection, question: OrderQuestion) -> tuple[FoundOrder, ...]:
    """Return at most ``limit`` orders, those found by their whole number first, each once.

    Nothing typed finds the newest ones. Discarded drafts are not found.
    """
    found: dict[UUID, tuple[str, UUID | None, FoundBy]] = {}
    for by, statement in _searches(connection, question):
        for row in connection.execute(statement.limit(question.limit)):
            found.setdefault(row.id, (row.po_number, row.customer_id, by))
        if len(found) >= question.limit:
            break
    chosen = list(found)[: question.limit]
    rows = order_rows(connection, chosen) if chosen else {}
    return tuple(FoundOrder(rows[one], *found[one]) for one in chosen if one in rows)


def _searches(
    connection: Connection, question: OrderQuestion
) -> Iterator[tuple[FoundBy, Select[UUID, str, UUID | None]]]:
    text = searchable(question.text).strip()
    if not text:
        yield "newest", _orders().order_by(Order.entered_at.desc(), Order.id.desc())
        return
    yield "number", _orders(Order.source == "", Order.number.in_(whole_numbers(connection, text)))
    whole = _orders(Order.po_number.in_({text, text.upper(), text.lower()}))
    yield "po_number", whole.order_by(Order.entered_at.desc(), Order.id.desc())
    if len(text) >= LEAST:
        yield "number_part", newest_called(connection, _orders(), text, Order.number)
        yield "po_number", newest_called(connection, _orders(), text, Order.po_number)
    for customer in question.customers:
        yield (
            "customer",
            _orders(Order.customer_id == customer).order_by(Order.document_date.desc(), Order.id.desc()),
        )


def _orders(*conditions: ColumnElement[bool]) -> Select[UUID, str, UUID | None]:
    is_there = or_(Order.state != "cancelled", Order.state_cause != "discarded")
    return select(Order.id, Order.po_number, Order.customer_id).where(and_(is_there, *conditions))
