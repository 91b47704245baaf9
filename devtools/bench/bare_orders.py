"""The list of orders and the search in them, as a bare driver would ask: the floors of ``rows_store``."""

from __future__ import annotations

import sqlite3
from typing import Any

import psycopg

from orderdesk.models.order_text import trigrams

_STATES = ("draft", "submitted", "released", "closed", "cancelled")
_WALK = (
    "SELECT * FROM (SELECT id, document_date FROM sales_order WHERE state = '{state}' {more}"
    " ORDER BY document_date DESC, id DESC LIMIT 101) AS {state}"
)
_FACTS = (
    "o.id, o.number, o.revision, o.customer_class, o.tier, o.total, o.currency, o.line_count, o.state,"
    " o.state_cause, o.state_reason, o.self_approved_reason, o.entered_at, o.document_date, o.requested,"
    " o.po_number, o.source, c.code, c.name, c.name_en, e.name, e.name_en, a.name, a.name_en, s.name,"
    " s.name_en"
)
_JOINS = (
    " LEFT JOIN customer c ON c.id = o.customer_id LEFT JOIN person e ON e.id = o.entered_by"
    " LEFT JOIN person a ON a.id = o.approved_by LEFT JOIN person s ON s.id = o.salesperson_id"
)
_TASKS = (
    "SELECT order_id, round, role, state FROM approval_task WHERE order_id {among}"
    " ORDER BY order_id, round, step"
)
_GOODS = (
    "SELECT l.order_id, l.quantity, s.quantity, s.shipped, s.cancelled,"
    " coalesce(s.planned, s.promised, s.requested) FROM order_line l"
    " JOIN schedule_line s ON s.order_line_id = l.id WHERE l.order_id {among}"
)
_HOLDS = "SELECT order_id, kind FROM hold WHERE order_id {among} AND lifted_at IS NULL ORDER BY set_at, id"
_CALLED = "(lower(o.number) LIKE ? OR lower(o.po_number) LIKE ?)"
_SEARCHES = {
    True: "SELECT {facts} FROM order_text t JOIN sales_order o ON o.rowid = t.rowid{joins}"
    " WHERE order_text MATCH ? AND {called} ORDER BY t.rowid DESC LIMIT 8",
    False: "SELECT {facts} FROM sales_order o{joins} WHERE {called} ORDER BY o.entered_at DESC LIMIT 8",
}
_PAGE = (
    "SELECT {facts} FROM ({walks}) k JOIN sales_order o ON o.id = k.id{joins}"
    " ORDER BY o.document_date DESC, o.id DESC LIMIT 101"
)


class Bare:
    """A connection with nothing between it and the driver."""

    def __init__(self, raw: Any, mark: str) -> None:
        self.raw, self.mark = raw, mark

    @property
    def is_sqlite(self) -> bool:
        """Whether it is SQLite's."""
        return self.mark == "?"

    def close(self) -> None:
        """Close it."""
        self.raw.close()

    def ask(self, statement: str, values: Any = ()) -> list[Any]:
        """Return all rows."""
        found: list[Any] = self.raw.execute(statement.replace("?", self.mark), values).fetchall()
        return found

    def beside(self, ids: list[Any]) -> None:
        """Read what other tables say of some orders."""
        among = f"IN ({', '.join('?' * len(ids))})" if self.is_sqlite else "= ANY(?)"
        for statement in (_TASKS, _GOODS, _HOLDS):
            self.ask(statement.format(among=among), ids if self.is_sqlite else (ids,))


def bare_connection(url: str) -> Bare:
    """Return a bare connection to a store."""
    if url.startswith("sqlite:///"):
        return Bare(sqlite3.connect(url.removeprefix("sqlite:///")), "?")
    return Bare(psycopg.connect(url.replace("+psycopg", ""), autocommit=True), "%s")


def bare_page(bare: Bare, after: Any) -> list[Any]:
    """Return a page of the list of orders with all that it shows."""
    key, values = "", []
    if after is not None:
        day, order_id = (after[0].isoformat(), after[1].bytes) if bare.is_sqlite else after
        key, values = "AND document_date <= ? AND (document_date < ? OR id < ?)", [day, day, order_id]
    walks = []
    for state in _STATES:
        more = key + (" AND state_cause <> 'discarded'" if state == "cancelled" else "")
        walks.append(_WALK.format(state=state, more=more))
    page = _PAGE.format(facts=_FACTS, walks=" UNION ALL ".join(walks), joins=_JOINS)
    found = bare.ask(page, values * len(_STATES))
    bare.beside([row[0] for row in found[:100]])
    return found


def bare_search(bare: Bare, part: str) -> list[Any]:
    """Return the newest orders in whose number or PO number a part stands, with all that is shown of them."""
    plain = part.lower()
    values = [f"%{plain}%"] * 2
    statement = _SEARCHES[bare.is_sqlite].format(facts=_FACTS, joins=_JOINS, called=_CALLED)
    found = bare.ask(statement, [trigrams(plain), *values] if bare.is_sqlite else values)
    bare.beside([row[0] for row in found])
    return found
