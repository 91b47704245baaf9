"""One thing with all that belongs to it: an order with its lines, schedule, tasks, holds and deliveries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from orderdesk.services.reading.listing import Row, T, find_rows, kind_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A row, and the tables of what belongs to it, by name."""

    kind: str
    head: Row
    parts: Mapping[str, tuple[Row, ...]]


# What belongs to a kind: name of the part, table, column that refers to the head, order.
_PARTS: dict[str, tuple[tuple[str, str, str, tuple[str, ...]], ...]] = {
    "customers": (
        ("addresses", "customer_address", "customer_id", ("position",)),
        ("item_numbers", "customer_item", "customer_id", ("number",)),
        ("agreements", "price_list", "customer_id", ("code",)),
    ),
    "items": (
        ("units", "item_unit", "item_id", ("factor", "unit")),
        ("barcodes", "item_barcode", "item_id", ("barcode",)),
        ("stock", "stock_level", "item_id", ("site_id",)),
        ("prices", "price", "item_id", ("price_list_id", "valid_from")),
    ),
    "orders": (
        ("lines", "order_line", "order_id", ("position",)),
        ("tasks", "approval_task", "order_id", ("round", "step")),
        ("holds", "hold", "order_id", ("set_at",)),
        ("deliveries", "delivery", "order_id", ("part",)),
        ("confirmations", "confirmation_print", "order_id", ("copy_no",)),
        ("comments", "order_comment", "order_id", ("said_at", "id")),
        ("revisions", "order_revision", "order_id", ("revision",)),
    ),
    "deliveries": (
        ("lines", "delivery_line", "delivery_id", ("position",)),
        ("prints", "note_print", "delivery_id", ("copy_no",)),
    ),
    "price-lists": (
        ("prices", "price", "price_list_id", ("item_id", "valid_from")),
        ("breaks", "price_break", "price_list_id", ("item_id", "from_quantity")),
    ),
}
_HIDDEN = {"draft"}  # of a draft's revisions: the whole order again
# Tables that refer to others by id only, and the names those go by: (table, key, label).
_NAMED: dict[str, tuple[tuple[str, str, str], ...]] = {
    "price": (("price_list", "price_list_id", "list"), ("item", "item_id", "item")),
    "price_break": (("item", "item_id", "item"),),
    "customer_item": (("item", "item_id", "item"),),
    "stock_level": (("site", "site_id", "site"),),
    "approval_task": (("person", "decided_by", "decided_by_code"),),
    "confirmation_print": (("person", "printed_by", "printed_by_code"),),
    "order_comment": (("person", "said_by", "said_by_code"),),
    "delivery": (("site", "site_id", "site"),),
}


def show(connection: Connection, kind: str, key: str) -> tuple[Shown, ...]:
    """Return what ``key`` (id, code or number) names among ``kind``: one thing, several alike, or nothing.

    Raises ``UserError`` ``error.list`` for an unknown kind.
    """
    heads = _whole_heads(connection, kind, find_rows(connection, kind, key))
    return tuple(Shown(kind, head, _parts(connection, kind, head)) for head in heads)


def _whole_heads(connection: Connection, kind: str, heads: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows with the columns that lists leave out (texts of evidence, invoice data)."""
    aggregate = kind_of(kind).aggregate
    if not aggregate or not heads:
        return tuple(heads)
    table = T[_TABLE_OF.get(aggregate, aggregate)]
    found = []
    for head in heads:
        row = connection.execute(select(table).where(table.c.id == head["id"])).mappings().one()
        found.append({**head, **row})
    return tuple(found)


_TABLE_OF = {"order": "sales_order", "task": "approval_task"}


def _parts(connection: Connection, kind: str, head: Row) -> dict[str, tuple[Row, ...]]:
    parts: dict[str, tuple[Row, ...]] = {}
    for name, table_name, key, order in _PARTS.get(kind, ()):
        table = T[table_name]
        parts[name] = _rows(
            connection, table, table.c[key] == head["id"], [table.c[entry] for entry in order]
        )
    if kind == "orders":
        parts["schedule"] = _schedule(connection, head)
    if kind in {"orders", "deliveries", "tasks", "customers", "items"}:
        parts["changes"] = _changes(connection, head)
    return parts


def _rows(connection: Connection, table: Table, condition: Any, order: list[Any]) -> tuple[Row, ...]:
    columns: list[ColumnElement[Any]] = [column for column in table.columns if column.name not in _HIDDEN]
    source: Any = table
    for other, key, label in reversed(_NAMED.get(table.name, ())):
        source = source.outerjoin(T[other], T[other].c.id == table.c[key])
        columns = [T[other].c.code.label(label), *columns]
    found = connection.execute(select(*columns).select_from(source).where(condition).order_by(*order))
    return tuple(dict(row) for row in found.mappings())


def _schedule(connection: Connection, head: Row) -> tuple[Row, ...]:
    line, schedule, held = T["order_line"], T["schedule_line"], T["reservation"]
    source = schedule.join(line, line.c.id == schedule.c.order_line_id)
    source = source.outerjoin(held, held.c.schedule_line_id == schedule.c.id)
    columns = [
        line.c.position.label("line"),
        line.c.code,
        *schedule.columns,
        held.c.quantity.label("reserved"),
    ]
    found = connection.execute(
        select(*columns)
        .select_from(source)
        .where(line.c.order_id == head["id"])
        .order_by(line.c.position, schedule.c.position)
    )
    return tuple(dict(row) for row in found.mappings())


def _changes(connection: Connection, head: Row) -> tuple[Row, ...]:
    """Return which commands changed it, and who sent them."""
    log, entry, person = T["change_log"], T["audit_entry"], T["person"]
    source = log.join(entry, entry.c.v == log.c.v).outerjoin(person, person.c.id == entry.c.actor_id)
    found = connection.execute(
        select(log.c.v, entry.c.at, entry.c.command, person.c.code.label("actor"), log.c.revision)
        .select_from(source)
        .where(log.c.object_id == head["id"])
        .order_by(log.c.v)
    )
    return tuple(dict(row) for row in found.mappings())
