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
    String,
    bindparam,
    case,
    func,
    literal_column,
    or_,
    select,
    union_all,
)

from orderdesk.models import Order
from orderdesk.models.order_text import LEAST
from orderdesk.rules.entry.folding import searchable
from orderdesk.services.reading.order_text import NAMES, called, part_params, whole_numbers
from orderdesk.services.reading.orders import OrderRow, order_rows

_FEW = 64  # orders among which all that are found by a part can be put in order here
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
    numbers, po_numbers = whole_numbers(connection, text), [text, text.upper(), text.lower()]
    yield from connection.execute(_WHOLE, params | {"numbers": numbers, "po_numbers": po_numbers})
    if len(text) >= LEAST:
        yield from _named_in_part(connection, params | part_params(connection, text))


def _named_in_part(connection: Connection, params: dict[str, object]) -> Iterator[AnyRow]:
    """Yield the orders in whose names a part stands, numbers before PO numbers, the newest of each first."""
    dialect = connection.dialect.name
    found = connection.execute(_in_any_name(dialect), params | {"limit": _FEW}).all()
    if len(found) == _FEW:  # these are not all: whose number has the part may be among the older ones
        yield from connection.execute(_in_each_name(dialect), params)
        return
    yield from sorted(found, key=lambda row: row.found_by)  # a number comes before a PO number here, too


@cache
def _in_any_name(dialect: str) -> Select[*tuple[Any, ...]]:
    """Return the statement that looks through the index of names once: built once, run at every pause."""
    in_number = func.lower(Order.number).like(bindparam("pattern", type_=String), escape="/")
    said = case((in_number, "number_part"), else_="po_number").label("found_by")
    return _newest(dialect, called(dialect, _ORDERS.add_columns(said), *NAMES)).limit(_LIMIT)


@cache
def _in_each_name(dialect: str) -> Select[*tuple[Any, ...]]:
    """Return the statement that looks for the newest by number, and for the newest by PO number."""
    return _one_after_the_other(
        _way(0, "number_part", _newest(dialect, called(dialect, _ORDERS, Order.number))),
        _way(1, "po_number", _newest(dialect, called(dialect, _ORDERS, Order.po_number))),
    )


def _way(way: int, by: FoundBy, orders: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    said = orders.add_columns(
        literal_column(str(way)).label("way"), literal_column(f"'{by}'").label("found_by")
    )
    return said.limit(bindparam("limit", type_=Integer))


def _newest(dialect: str, orders: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return orders if dialect == "sqlite" else orders.order_by(*_NEWEST_FIRST)


def _among(name: str) -> BindParameter[Sequence[str]]:
    return bindparam(name, expanding=True)


def _one_after_the_other(*ways: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    found = union_all(*(way.subquery().select() for way in ways)).subquery()
    return select(found).order_by(found.c.way, found.c.entered_at.desc(), found.c.id.desc())


_NEWEST_FIRST = (Order.entered_at.desc(), Order.id.desc())
_ORDERS = select(Order.id, Order.po_number, Order.customer_id, Order.entered_at).where(
    or_(Order.state != "cancelled", Order.state_cause != "discarded")
)
_LIMIT = bindparam("limit", type_=Integer)
_NEWEST = (
    _ORDERS.add_columns(literal_column("'newest'").label("found_by")).order_by(*_NEWEST_FIRST).limit(_LIMIT)
)
_WHOLE = _one_after_the_other(
    _way(0, "number", _ORDERS.where(Order.source == "", Order.number.in_(_among("numbers")))),
    _way(1, "po_number", _ORDERS.where(Order.po_number.in_(_among("po_numbers"))).order_by(*_NEWEST_FIRST)),
)
_OF_CUSTOMER = (
    _ORDERS.where(Order.customer_id == bindparam("customer"))
    .order_by(Order.document_date.desc(), Order.id.desc())
    .limit(_LIMIT)
)
