"""The index of what orders are called: a part of a number or of a customer's PO number finds them.

SQLite keeps the trigrams of both in a table of its own, ``order_text`` (FTS5), whose rows have the rowids of
``sales_order``: orders are never deleted, so these stay. The door keeps it (``put_order_text``): triggers may
not, for the store trusts no code that stands in its file. PostgreSQL keeps a GIN index by itself; where its
extension ``pg_trgm`` may not be had, the search reads all orders and finds the same.
"""

import logging
from collections.abc import Iterator, Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, event, text
from sqlalchemy.exc import DBAPIError

from orderdesk.models.base import Base
from orderdesk.models.types import Guid

log = logging.getLogger(__name__)

LEAST = 3  # signs of which a part consists at least

_CREATE_SQLITE = (
    "CREATE VIRTUAL TABLE order_text USING fts5"
    "(number, po_number, tokenize='trigram', detail=none, columnsize=0)"
)
_CREATE_POSTGRESQL = (
    "CREATE INDEX ix_sales_order_text ON sales_order"
    " USING gin (lower(number) gin_trgm_ops, lower(po_number) gin_trgm_ops)"
)
_ALL = (
    "INSERT INTO order_text (rowid, number, po_number)"
    " SELECT rowid, number, po_number FROM sales_order ORDER BY rowid"
)
_PUT = text(
    "INSERT OR REPLACE INTO order_text (rowid, number, po_number)"
    " SELECT o.rowid, o.number, o.po_number FROM sales_order AS o"
    " LEFT JOIN order_text AS t ON t.rowid = o.rowid"
    " WHERE o.id IN :ids AND (t.number IS NOT o.number OR t.po_number IS NOT o.po_number)"
).bindparams(bindparam("ids", expanding=True, type_=Guid))

_UNLISTED = text(
    "SELECT o.number FROM sales_order AS o LEFT JOIN order_text AS t ON t.rowid = o.rowid"
    " WHERE t.number IS NOT o.number OR t.po_number IS NOT o.po_number ORDER BY o.number"
)


def create_order_text(connection: Connection) -> None:
    """Make the index over all orders that there are."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_CREATE_SQLITE)
        connection.exec_driver_sql(_ALL)
        return
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            connection.exec_driver_sql(_CREATE_POSTGRESQL)
    except DBAPIError:
        log.warning("no pg_trgm: parts of order numbers are looked for without an index")


def put_order_text(connection: Connection, order_ids: Sequence[UUID]) -> None:
    """Index what these orders are called now; nothing is written for those whose names did not change."""
    if order_ids and connection.dialect.name == "sqlite":
        connection.execute(_PUT, {"ids": list(order_ids)})


def drop_order_text(connection: Connection) -> None:
    """Take the index of a store without orders out of the way of many that are going to be written."""
    connection.exec_driver_sql(
        "DELETE FROM order_text"
        if connection.dialect.name == "sqlite"
        else "DROP INDEX IF EXISTS ix_sales_order_text"
    )


def fill_order_text(connection: Connection) -> None:
    """Index all orders after ``drop_order_text``."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(_ALL)
    else:
        create_order_text(connection)


def unlisted_orders(connection: Connection) -> Iterator[str]:
    """Yield the numbers of orders that the index does not have as they are called."""
    if connection.dialect.name == "sqlite":
        yield from connection.scalars(_UNLISTED)


def is_of_order_text(name: str | None) -> bool:
    """Return whether a table or an index is one of these, which no model describes."""
    return name is not None and (name.startswith("order_text") or name == "ix_sales_order_text")


def trigrams(part: str) -> str:
    """Return the question for the index whether all trigrams of a part are there, in whatever order."""
    grams = dict.fromkeys(part[at : at + LEAST] for at in range(len(part) - LEAST + 1))
    return " AND ".join('"' + gram.replace('"', '""') + '"' for gram in grams)


@event.listens_for(Base.metadata, "after_create")
def _with_the_tables(_target: object, connection: Connection, **_: object) -> None:
    create_order_text(connection)
