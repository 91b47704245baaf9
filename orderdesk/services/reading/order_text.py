"""Orders by what they are called: a part of their number or of the customer's PO number, among all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    Connection,
    Row,
    Select,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
)
from sqlalchemy.orm import InstrumentedAttribute

from orderdesk.models import Order, StoreMeta
from orderdesk.models.order_text import LEAST, trigrams
from orderdesk.values import order_number

AnyRow = Row[*tuple[Any, ...]]
NAMES = (Order.number, Order.po_number)

_MOST_DIGITS = 9
_ORDER_TEXT = table("order_text", column("rowid"))

_S = TypeVar("_S", bound=Select[*tuple[Any, ...]])


def newest_called(connection: Connection, orders: _S, part: str, *names: InstrumentedAttribute[str]) -> _S:
    """Return those of ``orders`` in one of whose ``names`` a part stands, the newest first.

    A part has at least ``LEAST`` signs.
    """
    found = _called(connection, orders, part, names)
    if connection.dialect.name != "sqlite":
        return found.order_by(Order.entered_at.desc(), Order.id.desc())
    return found.order_by(_ORDER_TEXT.c.rowid.desc())  # in which order they were written


def few_called(
    connection: Connection, text: str, customers: Collection[UUID], most: int
) -> Sequence[AnyRow] | None:
    """Return id, state, its cause and date of all orders that a text or a customer names.

    ``None`` where these are more than ``most``: then a list has some of them on each of its pages.
    """
    heads = select(Order.id, Order.state, Order.state_cause, Order.document_date)
    asked = [heads.where(Order.source == "", Order.number.in_(whole_numbers(connection, text)))]
    asked.append(heads.where(Order.po_number.in_({text, text.upper(), text.lower()})))
    if len(text) >= LEAST:
        asked.append(_called(connection, heads, text, NAMES))
    if customers:
        asked.append(heads.where(Order.customer_id.in_(customers)))
    found: dict[UUID, AnyRow] = {}
    for statement in asked:
        for row in connection.execute(statement.limit(most + 1)):
            found[row.id] = row
        if len(found) > most:
            return None
    return tuple(found.values())


def _called(connection: Connection, orders: _S, part: str, names: Sequence[InstrumentedAttribute[str]]) -> _S:
    plain = part.lower()
    found = orders.where(or_(*(func.lower(name).contains(plain, autoescape=True) for name in names)))
    if connection.dialect.name != "sqlite":
        return found
    # The index says where all trigrams are, the columns whether they stand as they were typed.
    wanted = literal_column("order_text").op("MATCH", is_comparison=True)(trigrams(plain))
    joined = found.join(_ORDER_TEXT, _ORDER_TEXT.c.rowid == literal_column("sales_order.rowid"))
    return joined.where(wanted)


def whole_numbers(connection: Connection, text: str) -> Sequence[str]:
    """Return the numbers that a text may be: as typed, and as digits alone that number of this store."""
    wanted = [text.upper()]
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text) > 0:
        code = connection.execute(select(StoreMeta.store_code)).scalar_one()
        wanted.append(order_number(code, int(text)))
    return wanted
