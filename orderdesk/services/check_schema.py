"""Whether an SQLite file says of its tables what this program made them: a flipped letter is damage.

A database server watches over its own catalogue; of what stands there only indexes and references could be
missing, where filling a store in bulk broke off.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from orderdesk.models import Base
from orderdesk.services.findings import Finding
from orderdesk.services.store import Reader

_Words = Counter[str]
_WORD = re.compile(r"\w+|[^\s\w\"`\[\]]")


def schema_findings(connection: Reader) -> Iterator[Finding]:
    """Yield tables and indexes that are described in other words than those of the models.

    Only the words count, each as often as it is there: a store that came through migrations has them in
    another order.
    """
    if connection.dialect.name != "sqlite":
        for name in _missing_names(connection):
            yield Finding("check.storage.schema", {"name": name})
        return
    said = "SELECT name, CAST(sql AS BLOB) FROM sqlite_master WHERE sql IS NOT NULL"
    found = {
        name: _words(bytes(sql).decode(errors="replace")) for name, sql in connection.exec_driver_sql(said)
    }
    for name, words in _expected().items():
        if found.get(name) != words:
            yield Finding("check.storage.schema", {"name": name})


def _missing_names(connection: Reader) -> list[str]:
    """Return the indexes and references of the models that a database server does not have."""
    there = set(
        connection.exec_driver_sql(
            "SELECT relname FROM pg_class WHERE relkind = 'i' UNION ALL"
            " SELECT conname FROM pg_constraint WHERE contype = 'f'"
        ).scalars()
    )
    namer = connection.dialect.identifier_preparer
    wanted = [
        name
        for table in Base.metadata.sorted_tables
        for name in (
            *map(namer.format_index, table.indexes),
            *map(namer.format_constraint, table.foreign_key_constraints),
        )
    ]
    return sorted(name for name in wanted if name is not None and name not in there)


@cache
def _expected() -> dict[str, _Words]:
    dialect = sqlite.dialect()
    expected = {}
    for table in Base.metadata.sorted_tables:
        expected[table.name] = _words(str(CreateTable(table).compile(dialect=dialect)))
        for index in table.indexes:
            expected[str(index.name)] = _words(str(CreateIndex(index).compile(dialect=dialect)))
    return expected


def _words(text: str) -> _Words:
    return Counter(_WORD.findall(text))
