"""Orders as the search box finds them: by number, by the customer's PO number, by customer.

A whole number and the orders of a customer are found by key. Ends and beginnings of numbers are looked for
among the newest orders; the list of orders finds them among all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from orderdesk.models import Order, StoreMeta
from orderdesk.rules.entry.folding import searchable
from orderdesk.services.reading.orders import OrderRow, order_rows
from orderdesk.values import order_number

FoundBy = Literal["number", "number_part", "po_number", "customer", "newest"]

_NEWEST = 5_000  # orders in which a part of a number is looked for
_LEAST_PART = 3
_MOST_DIGITS = 9


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
    newest = select(Order.id).order_by(Order.entered_at.desc()).limit(_NEWEST).scalar_subquery()
    number, po_number = func.lower(Order.number), func.lower(Order.po_number)
    plain = text.lower()
    among = _orders(Order.id.in_(newest)).order_by(Order.entered_at.desc(), Order.id.desc())
    yield "po_number", among.where(po_number == plain)
    if len(text) >= _LEAST_PART:
        ends = number.endswith(plain, autoescape=True)
        yield "number_part", among.where(or_(ends, number.startswith(plain, autoescape=True)))
        yield "po_number", among.where(po_number.startswith(plain, autoescape=True))
    for customer in question.customers:
        yield (
            "customer",
            _orders(Order.customer_id == customer).order_by(Order.document_date.desc(), Order.id.desc()),
        )


def whole_numbers(connection: Connection, text: str) -> Sequence[str]:
    """Return the numbers that a text may be: as typed, and as digits alone that number of this store."""
    wanted = [text.upper()]
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text) > 0:
        code = connection.execute(select(StoreMeta.store_code)).scalar_one()
        wanted.append(order_number(code, int(text)))
    return wanted


def _orders(*conditions: ColumnElement[bool]) -> Select[UUID, str, UUID | None]:
    is_there = or_(Order.state != "cancelled", Order.state_cause != "discarded")
    return select(Order.id, Order.po_number, Order.customer_id).where(and_(is_there, *conditions))
