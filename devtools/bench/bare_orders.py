"""The list of orders and the search in them, as a bare driver would ask: the floors of ``rows_store``."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import psycopg

from orderdesk.models.order_text import LEAST, trigrams

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

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
_FOUND = "SELECT {facts} FROM sales_order o{joins} WHERE o.id {among}"
_NUMBER = "SELECT id FROM sales_order WHERE source = '' AND number = ?"
_PO_NUMBER = "SELECT id FROM sales_order WHERE po_number = ? ORDER BY entered_at DESC LIMIT 8"
_OF_CUSTOMER = "SELECT id FROM sales_order WHERE customer_id = ? ORDER BY document_date DESC, id DESC LIMIT 8"
_CALLED = "(lower(o.number) LIKE ? OR lower(o.po_number) LIKE ?)"
_PART = {
    True: "SELECT o.id FROM order_text t JOIN sales_order o ON o.rowid = t.rowid"
    " WHERE order_text MATCH ? AND {called} ORDER BY t.rowid DESC LIMIT 8",
    False: "SELECT o.id FROM sales_order o WHERE {called} ORDER BY o.entered_at + 0 DESC LIMIT 8",
}
_MOST = 8
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

    def among(self, statement: str, ids: list[Any]) -> list[Any]:
        """Return all rows of a statement that asks for some orders."""
        among = f"IN ({', '.join('?' * len(ids))})" if self.is_sqlite else "= ANY(?)"
        return self.ask(
            statement.format(among=among, facts=_FACTS, joins=_JOINS), ids if self.is_sqlite else (ids,)
        )

    def beside(self, ids: list[Any]) -> None:
        """Read what other tables say of some orders."""
        for statement in (_TASKS, _GOODS, _HOLDS):
            self.among(statement, ids)


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


def bare_search(bare: Bare, text: str, customers: Sequence[UUID]) -> list[Any]:
    """Return the orders that a text names by the best index of each place where it may stand.

    Whole numbers first, then the newest in whose number or PO number it stands, then those of ``customers``.
    """
    plain = text.lower()
    asked: list[tuple[str, list[Any]]] = [(_NUMBER, [text.upper()]), (_PO_NUMBER, [text])]
    if len(text) >= LEAST:
        grams = [trigrams(plain)] if bare.is_sqlite else []
        asked.append((_PART[bare.is_sqlite].format(called=_CALLED), [*grams, *[f"%{plain}%"] * 2]))
    asked += [(_OF_CUSTOMER, [one.bytes if bare.is_sqlite else one]) for one in customers]
    ids: dict[Any, None] = {}
    for statement, values in asked:
        if len(ids) < _MOST:
            ids |= {row[0]: None for row in bare.ask(statement, values)}
    chosen = list(ids)[:_MOST]
    found = bare.among(_FOUND, chosen) if chosen else []
    if chosen:
        bare.beside(chosen)
    return found
