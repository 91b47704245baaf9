"""Rows of every kind for lists that a person or a program asks for: plain columns, filtered by equality.

Only tables, no mapped classes: whoever lists from the command line waits for what is imported here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Integer,
    Select,
    Table,
    select,
    type_coerce,
)
from sqlalchemy.types import TypeEngine

from orderdesk.errors import Problem, UserError
from orderdesk.models import Base
from orderdesk.models.types import Guid, Instant, Quantity, ScaledDecimal
from orderdesk.rules.entry.folding import searchable
from orderdesk.values import plain

T: Mapping[str, Table] = Base.metadata.tables

_BOOLEANS = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_MOST_INTEGER = 2**63 - 1

DAY_CHECK = "daycheck"  # no kind of rows that the store keeps: it is worked out each time

Row = Mapping[str, object]  # what a list shows: column name to value, in the order of the columns


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of rows: where they come from, their columns by name, and the order they come in."""

    source: FromClause
    columns: Mapping[str, ColumnElement[Any]]
    order: tuple[ColumnElement[Any], ...]
    keys: tuple[str, ...]  # columns by which one row is asked for: its id first, then its spoken name
    aggregate: str = ""


def list_rows(
    connection: Connection,
    kind: str,
    where: Sequence[tuple[str, str]] = (),
    limit: int | None = None,
    now: datetime | None = None,
) -> tuple[Row, ...]:
    """Return the rows of ``kind`` whose columns have the given values, at most ``limit``.

    ``now`` is needed by the day check alone: it says which day it is.

    Raises ``UserError`` ``error.list`` with a problem for each unknown kind or column (it names those there
    are), and for each value that such a column cannot have.
    """
    if kind == DAY_CHECK and now is not None:
        return _day_check(connection, now, where)[:limit]
    chosen = kind_of(kind)
    conditions = []
    problems = []
    for name, text in where:
        column = chosen.columns.get(name)
        if column is None:
            params = {"field": name, "fields": list(chosen.columns)}
            problems.append(Problem("problem.list.field", name, params))
            continue
        try:
            conditions.append(column == _value(column.type, text))
        except (ValueError, InvalidOperation):
            problems.append(Problem("problem.list.value", name, {"field": name, "value": text}))
    if problems:
        raise UserError("error.list", tuple(problems), kind=kind)
    statement = _statement(chosen).where(*conditions).order_by(*chosen.order)
    return tuple(dict(row._mapping) for row in connection.execute(statement.limit(limit)))


def find_rows(connection: Connection, kind: str, key: str) -> tuple[Row, ...]:
    """Return the rows of ``kind`` that ``key`` (an id, a code or a number) names: one, or none."""
    chosen = kind_of(kind)
    for name in chosen.keys:
        column = chosen.columns[name]
        try:
            value = _value(column.type, key)
        except (ValueError, InvalidOperation):
            continue
        found = connection.execute(_statement(chosen).where(column == value)).mappings().all()
        if found:
            return tuple(dict(row) for row in found)
    return ()


def kind_of(name: str) -> Kind:
    """Return a kind by its name; ``UserError`` with the names there are for any other."""
    make = KINDS.get(name)
    if make is None:
        kinds = [*KINDS, DAY_CHECK]
        raise UserError("error.list", (Problem("problem.list.kind", "", {"kinds": kinds}),), kind=name)
    return make()


def _day_check(connection: Connection, now: datetime, where: Sequence[tuple[str, str]]) -> tuple[Row, ...]:
    """Return what is left of the day; its columns are compared as they are written out."""
    from orderdesk.services.reading.day_check import CHECK_FIELDS, check_fields, day_check

    unknown = [name for name, _ in where if name not in CHECK_FIELDS]
    if unknown:
        params = {"field": unknown[0], "fields": list(CHECK_FIELDS)}
        raise UserError("error.list", (Problem("problem.list.field", unknown[0], params),), kind=DAY_CHECK)
    rows = [check_fields(row) for row in day_check(connection, now).rows]
    return tuple(row for row in rows if all(_shown(row[name]) == text for name, text in where))


def _shown(value: object) -> str:
    return "" if value is None else plain(value) if isinstance(value, Decimal) else str(value)


def _statement(kind: Kind) -> Select[Any]:
    labelled = [column.label(name) for name, column in kind.columns.items()]
    return select(*labelled).select_from(kind.source)


def _value(of: TypeEngine[Any], text: str) -> object:
    """Return ``text`` as a value of a column's type; an empty text is no value at all."""
    if text == "":
        return None if isinstance(of, (Guid, Instant, ScaledDecimal, Date, Integer)) else ""
    if isinstance(of, Guid):
        return UUID(text)
    if isinstance(of, Instant):
        found = datetime.fromisoformat(text)
        if found.tzinfo is None:
            raise ValueError(text)
        return found
    if isinstance(of, ScaledDecimal):
        number = Decimal(text)
        if not number.is_finite() or number != number.quantize(Decimal(1).scaleb(-of.digits)):
            raise ValueError(text)
        return number
    if isinstance(of, Date):
        return date.fromisoformat(text)
    if isinstance(of, Boolean):
        if text.lower() not in _BOOLEANS:
            raise ValueError(text)
        return _BOOLEANS[text.lower()]
    if isinstance(of, Integer):
        whole = int(text)
        if abs(whole) > _MOST_INTEGER:
            raise ValueError(text)
        return whole
    return searchable(text)


def _plain(table: Table, *hidden: str) -> dict[str, ColumnElement[Any]]:
    return {column.name: column for column in table.columns if column.name not in hidden}


def _with_code(
    left: Table, *joins: tuple[Table, str, str, str]
) -> tuple[FromClause, dict[str, ColumnElement[Any]]]:
    """Return ``left`` joined to tables it refers to, and their spoken names: (table, key, column, label)."""
    source: FromClause = left
    names: dict[str, ColumnElement[Any]] = {}
    for table, key, column, label in joins:
        other = table.alias(label)
        source = source.outerjoin(other, other.c.id == left.c[key])
        names[label] = other.c[column]
    return source, names


def _customers() -> Kind:
    table = T["customer"]
    source, names = _with_code(table, (T["person"], "salesperson_id", "code", "salesperson"))
    account = T["credit_account"]
    source = source.outerjoin(account, account.c.customer_id == table.c.id)
    first = (
        "code",
        "name",
        "name_en",
        "customer_class",
        "tier",
        "status",
        "phone",
        "currency",
        "credit_limit",
    )
    columns = {name: table.c[name] for name in first} | {"exposure": account.c.exposure} | names
    columns |= _plain(table, "custom", "invoice", "salesperson_id")
    return Kind(source, columns, (table.c.code,), ("id", "code"), "customer")


def _items() -> Kind:
    table = T["item"]
    first = (
        "code",
        "name",
        "name_en",
        "kind",
        "spec",
        "item_group",
        "sales_unit",
        "price_unit",
        "list_price",
    )
    columns = {name: table.c[name] for name in first} | _plain(table, "custom")
    return Kind(table, columns, (table.c.code,), ("id", "code"), "item")


def _orders() -> Kind:
    table = T["sales_order"]
    source, names = _with_code(
        table,
        (T["customer"], "customer_id", "code", "customer"),
        (T["customer"], "customer_id", "name", "customer_name"),
    )
    first = ("number", "source", "state", "document_date")
    columns = {name: table.c[name] for name in first} | names
    columns |= {name: table.c[name] for name in ("requested", "currency", "total", "line_count", "po_number")}
    columns |= _plain(table, "custom", "facts", "route", "deliver_to", "terms")
    order = (table.c.document_date.desc(), table.c.number.desc())
    return Kind(source, columns, order, ("id", "number"), "order")


def _deliveries() -> Kind:
    table = T["delivery"]
    source, names = _with_code(
        table,
        (T["sales_order"], "order_id", "number", "order"),
        (T["customer"], "customer_id", "code", "customer"),
        (T["site"], "site_id", "code", "site"),
    )
    columns = {"number": table.c.number, **names, "part": table.c.part, "state": table.c.state}
    columns |= {"planned": table.c.planned, "shipped_at": table.c.shipped_at}
    columns |= _plain(table, "deliver_to")
    order = (table.c.planned, names["order"], table.c.part)
    return Kind(source, columns, order, ("id", "number"), "delivery")


def _tasks() -> Kind:
    table = T["approval_task"]
    source, names = _with_code(
        table,
        (T["sales_order"], "order_id", "number", "order"),
        (T["person"], "decided_by", "code", "decided_by_code"),
    )
    first = ("round", "step", "role", "state", "opened_at", "decided_at")
    columns = {**names, **{name: table.c[name] for name in first}, **_plain(table, "material", "why")}
    return Kind(source, columns, (table.c.opened_at.desc(), table.c.step), ("id", "order"), "task")


def _price_lists() -> Kind:
    table = T["price_list"]
    source, names = _with_code(table, (T["customer"], "customer_id", "code", "customer"))
    columns = {name: table.c[name] for name in ("code", "name", "source", "tier")} | names | _plain(table)
    return Kind(source, columns, (table.c.code,), ("id", "code"), "price_list")


def _simple(name: str) -> Callable[[], Kind]:
    def make() -> Kind:
        table = T[name]
        first = {column: table.c[column] for column in ("code", "name", "name_en")}
        return Kind(table, first | _plain(table), (table.c.code,), ("id", "code"), name)

    return make


def _stock() -> Kind:
    level, item, site = T["stock_level"], T["item"], T["site"]
    source = level.join(item, item.c.id == level.c.item_id).join(site, site.c.id == level.c.site_id)
    columns: dict[str, ColumnElement[Any]] = {
        "item": item.c.code, "name": item.c.name, "site": site.c.code, "on_hand": level.c.on_hand,
        "reserved": level.c.reserved,
        "available": type_coerce(level.c.on_hand - level.c.reserved, Quantity), "unit": item.c.unit,
        "item_id": level.c.item_id, "site_id": level.c.site_id,
    }  # fmt: skip
    return Kind(source, columns, (item.c.code, site.c.code), ("item_id", "item"))


def _holds() -> Kind:
    table = T["hold"]
    source, names = _with_code(table, (T["sales_order"], "order_id", "number", "order"))
    first = ("kind", "level", "set_at", "lifted_at", "lift_roles")
    columns = {**names, **{name: table.c[name] for name in first}, **_plain(table)}
    return Kind(source, columns, (table.c.set_at.desc(),), ("id", "order"), "hold")


def _changes() -> Kind:
    table = T["change_log"]
    return Kind(table, _plain(table), (table.c.v.desc(), table.c.seq), ("object_id", "v"))


def _audit() -> Kind:
    table = T["audit_entry"]
    source, names = _with_code(table, (T["person"], "actor_id", "code", "actor"))
    first = ("v", "at", "command")
    columns = {name: table.c[name] for name in first} | names | _plain(table, "objects", "format")
    return Kind(source, columns, (table.c.v.desc(),), ("op_id", "v"))


KINDS: dict[str, Callable[[], Kind]] = {
    "customers": _customers,
    "items": _items,
    "orders": _orders,
    "deliveries": _deliveries,
    "tasks": _tasks,
    "price-lists": _price_lists,
    "people": _simple("person"),
    "sites": _simple("site"),
    "stock": _stock,
    "holds": _holds,
    "changes": _changes,
    "audit": _audit,
}
