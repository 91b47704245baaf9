"""The rule tables that decide now: asked at every submit, so built once and kept by their text."""

from __future__ import annotations

import json
from datetime import datetime
from functools import lru_cache

from sqlalchemy import Connection, bindparam, case, select

from orderdesk.models import Base
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.rules.tables import read_table

_RULE_TABLE = Base.metadata.tables["rule_table"]
_AFTER_ALL = 1_000_000  # more versions than any table will have
_IS_LIVE = _RULE_TABLE.c.live_from <= bindparam("now")
_LIVE = (
    select(_RULE_TABLE.c.body, _RULE_TABLE.c.version)
    .where(_RULE_TABLE.c.book == bindparam("book"))
    .order_by(case((_IS_LIVE, -_RULE_TABLE.c.version), else_=_RULE_TABLE.c.version + _AFTER_ALL))
    .limit(1)
)
_LIVE_TABLE = _LIVE.with_only_columns(_RULE_TABLE.c.body)
_LIVE_VERSION = _LIVE.with_only_columns(_RULE_TABLE.c.version)


def live_tables(connection: Connection, now: datetime) -> dict[str, DecisionTable]:
    """Return the table that decides at ``now`` of each rulebook that the store has a table of."""
    found = {book: live_table(connection, book, now) for book in BOOKS}
    return {book: table for book, table in found.items() if table is not None}


def live_table(connection: Connection, book: str, now: datetime) -> DecisionTable | None:
    """Return the version of a rule table that decides at ``now``: of those that have begun, the newest.

    The first one where the clock was turned back to before all of them: somebody must decide.
    """
    body = connection.execute(_LIVE_TABLE, {"book": book, "now": now}).scalar_one_or_none()
    return None if body is None else table_of(body)


def live_version(connection: Connection, book: str, now: datetime) -> int:
    """Return the number of the version that decides at ``now``; 0 where there is no table of the book."""
    return connection.execute(_LIVE_VERSION, {"book": book, "now": now}).scalar_one_or_none() or 0


@lru_cache(maxsize=16)  # of each book what decides, and those before and after a change
def table_of(body: str) -> DecisionTable:
    """Return the table of a stored version; the same object for the same text."""
    return read_table(json.loads(body))
