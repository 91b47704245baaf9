"""Orders by what they are called: a part of their number or of the customer's PO number, among all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import (
    Connection,
    Row,
    Select,
    String,
    bindparam,
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


def called(dialect: str, orders: _S, *names: InstrumentedAttribute[str]) -> _S:
    """Return those of ``orders`` in one of whose ``names`` a part stands; it comes with ``part_params``.

    On SQLite the newest are first: its index has them in the order in which they were written.
    """
    pattern = bindparam("pattern", type_=String)
    found = orders.where(or_(*(func.lower(name).like(pattern, escape="/") for name in names)))
    if dialect != "sqlite":
        return found
    # The index says where all trigrams are, the columns whether they stand as they were typed.
    wanted = literal_column("order_text").op("MATCH", is_comparison=True)(bindparam("grams", type_=String))
    joined = found.join(_ORDER_TEXT, _ORDER_TEXT.c.rowid == literal_column("sales_order.rowid"))
    return joined.where(wanted).order_by(_ORDER_TEXT.c.rowid.desc())


def part_params(connection: Connection, part: str) -> dict[str, object]:
    """Return what ``called`` is asked with for a part of at least ``LEAST`` signs."""
    params: dict[str, object] = {"pattern": f"%{escaped(part)}%"}
    if connection.dialect.name == "sqlite":
        params["grams"] = trigrams(part.lower())
    return params


def escaped(text: str) -> str:
    """Return a text as a pattern takes it: every sign stands for itself."""
    return text.lower().replace("/", "//").replace("%", "/%").replace("_", "/_")


def few_called(
    connection: Connection, text: str, customers: Collection[UUID], most: int
) -> Sequence[AnyRow] | None:
    """Return id, state, its cause and date of all orders that a text or a customer names.

    ``None`` where these are more than ``most``: then a list has some of them on each of its pages.
    """
    heads = select(Order.id, Order.state, Order.state_cause, Order.document_date)
    params: dict[str, object] = {}
    asked = [heads.where(Order.source == "", Order.number.in_(whole_numbers(connection, text)))]
    asked.append(heads.where(Order.po_number.in_({text, text.upper(), text.lower()})))
    if len(text) >= LEAST:
        params = part_params(connection, text)
        asked.append(called(connection.dialect.name, heads, *NAMES))
    if customers:
        asked.append(heads.where(Order.customer_id.in_(customers)))
    found: dict[UUID, AnyRow] = {}
    for statement in asked:
        for row in connection.execute(statement.limit(most + 1), params):
            found[row.id] = row
        if len(found) > most:
            return None
    return tuple(found.values())


def whole_numbers(connection: Connection, text: str) -> Sequence[str]:
    """Return the numbers that a text may be: as typed, and as digits alone that number of this store."""
    wanted = [text.upper()]
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS and int(text) > 0:
        code = connection.execute(select(StoreMeta.store_code)).scalar_one()
        wanted.append(order_number(code, int(text)))
    return wanted
