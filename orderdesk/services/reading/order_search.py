"""Orders as the search box finds them: by number, by the customer's PO number, by customer.

A whole number and the orders of a customer are found by key, parts of numbers by the index of what orders
are called: among all orders there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    Connection,
    Integer,
    Row,
    Select,
    bindparam,
    literal_column,
    or_,
    select,
    union_all,
)

from orderdesk.models import Order
from orderdesk.models.order_text import LEAST
from orderdesk.rules.entry.folding import searchable
from orderdesk.services.reading.order_text import called, part_params, whole_numbers
from orderdesk.services.reading.orders import OrderRow, order_rows

AnyRow = Row[*tuple[Any, ...]]
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
    text = searchable(question.text).strip()
    found: dict[UUID, tuple[str, UUID | None, FoundBy]] = {}
    for row in _named(connection, text, question.limit):
        found.setdefault(row.id, (row.po_number, row.customer_id, row.found_by))
    for customer in question.customers if text else ():
        if len(found) >= question.limit:
            break
        params = {"customer": customer, "limit": question.limit}
        for row in connection.execute(_OF_CUSTOMER, params):
            found.setdefault(row.id, (row.po_number, row.customer_id, "customer"))
    chosen = list(found)[: question.limit]
    rows = order_rows(connection, chosen) if chosen else {}
    return tuple(FoundOrder(rows[one], *found[one]) for one in chosen if one in rows)


def _named(connection: Connection, text: str, limit: int) -> Iterator[AnyRow]:
    """Yield the orders that a text names, the surest first; the newest of all where there is no text."""
    params: dict[str, object] = {"limit": limit}
    if not text:
        yield from connection.execute(_NEWEST, params)
        return
    params["numbers"] = whole_numbers(connection, text)
    params["po_numbers"] = [text, text.upper(), text.lower()]
    has_part = len(text) >= LEAST
    if has_part:
        params |= part_params(connection, text)
    yield from connection.execute(_by_name(connection.dialect.name, has_part=has_part), params)


@cache
def _by_name(dialect: str, *, has_part: bool) -> Select[*tuple[Any, ...]]:
    """Return the one statement that looks for a text everywhere: built once, it is run at every pause."""
    numbers: BindParameter[Sequence[str]] = bindparam("numbers", expanding=True)
    po_numbers: BindParameter[Sequence[str]] = bindparam("po_numbers", expanding=True)
    own = _ORDERS.where(Order.source == "", Order.number.in_(numbers))
    ways = [
        _way(0, "number", own.order_by(*_NEWEST_FIRST)),
        _way(1, "po_number", _ORDERS.where(Order.po_number.in_(po_numbers)).order_by(*_NEWEST_FIRST)),
    ]
    if has_part:  # SQLite has these in order already; whoever has not puts them in order now
        ways.append(_way(2, "number_part", _newest(dialect, called(dialect, _ORDERS, Order.number))))
        ways.append(_way(3, "po_number", _newest(dialect, called(dialect, _ORDERS, Order.po_number))))
    found = union_all(*(way.subquery().select() for way in ways)).subquery()
    return select(found).order_by(found.c.way, found.c.entered_at.desc(), found.c.id.desc())


def _way(way: int, by: FoundBy, orders: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    said = orders.add_columns(
        literal_column(str(way)).label("way"), literal_column(f"'{by}'").label("found_by")
    )
    return said.limit(bindparam("limit", type_=Integer))


def _newest(dialect: str, orders: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return orders if dialect == "sqlite" else orders.order_by(*_NEWEST_FIRST)


_NEWEST_FIRST = (Order.entered_at.desc(), Order.id.desc())
_ORDERS = select(Order.id, Order.po_number, Order.customer_id, Order.entered_at).where(
    or_(Order.state != "cancelled", Order.state_cause != "discarded")
)
_LIMIT = bindparam("limit", type_=Integer)
_NEWEST = (
    _ORDERS.add_columns(literal_column("'newest'").label("found_by")).order_by(*_NEWEST_FIRST).limit(_LIMIT)
)
_OF_CUSTOMER = (
    _ORDERS.where(Order.customer_id == bindparam("customer"))
    .order_by(Order.document_date.desc(), Order.id.desc())
    .limit(_LIMIT)
)
