"""Writing very many rows at once: rows as the store keeps them, by ``executemany`` or ``COPY``.

What each of a million rows would have to be sorted into is set aside meanwhile and made when all of them are
there: that is faster by far, and the indexes come out dense.

Bulk rows are tuples in the order of their columns, each value as SQLite keeps it: amounts as whole numbers,
ids as 16 bytes, days as ISO text. Whoever makes a million of them makes them so; ``as_stored`` does it for
rows with typed values.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Connection, Date, Dialect, Engine, Executable, Table, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import AddConstraint, CreateIndex, DropConstraint, DropIndex

from orderdesk.models.order_text import drop_order_text, fill_order_text
from orderdesk.models.types import Guid

Stored = tuple[Any, ...]

_SQLITE: Dialect = sqlite.dialect()
_CACHE_KIB = 256 * 1024
_PG_SETTINGS = ("statement_timeout = 0", "maintenance_work_mem = '256MB'", "work_mem = '64MB'")
_ROWS_A_BLOCK = 2_000
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def as_stored(table: Table, rows: Iterable[Mapping[str, Any]]) -> list[Stored]:
    """Return typed rows, each with all columns of ``table``, as bulk rows."""
    binds = [(column.name, _bind(column.type)) for column in table.columns]
    return [
        tuple(row[name] if bind is None else bind(row[name]) for name, bind in binds) for row in rows
    ]  # fmt: skip


def _bind(type_: Any) -> Callable[[Any], Any] | None:
    if isinstance(type_, Date):
        return _iso
    bind = getattr(type_, "process_bind_param", None)
    return None if bind is None else lambda value: bind(value, _SQLITE)


def _iso(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


@contextmanager
def indexes_later(engine: Engine, tables: Sequence[Table]) -> Iterator[None]:
    """Let rows be written to ``tables`` without their indexes, and make these when all is written.

    References are checked with each row on SQLite, and all at once on PostgreSQL when the constraints come
    back. What breaks off leaves the indexes out: ``orderdesk check`` names those that are missing.
    """
    indexes = [index for table in tables for index in sorted(table.indexes, key=lambda one: str(one.name))]
    keys = [
        key for table in tables for key in sorted(table.foreign_key_constraints, key=lambda k: str(k.name))
    ]
    if engine.dialect.name == "sqlite":
        keys = []
    with engine.begin() as connection:
        for key in keys:
            connection.execute(DropConstraint(key))
        for index in indexes:
            connection.execute(DropIndex(index))
        drop_order_text(connection)
    yield
    # A table keeps its references: else every store that this process makes later would be without them.
    references = [AddConstraint(key, isolate_from_table=False) for key in keys]
    steps: list[Executable] = [*map(CreateIndex, indexes), *references]
    for step in steps:
        with engine.begin() as connection:
            prepare_bulk(connection)
            connection.execute(step)
    with engine.begin() as connection:
        prepare_bulk(connection)
        fill_order_text(connection)
        if engine.dialect.name == "postgresql":  # SQLite knows enough from the indexes themselves
            connection.exec_driver_sql("ANALYZE")


def prepare_bulk(connection: Connection) -> None:
    """Make the transaction that is open ready for long statements and large indexes."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE_KIB}")
    else:
        for setting in _PG_SETTINGS:
            connection.execute(text(f"SET LOCAL {setting}"))


def insert_bulk(connection: Connection, table: Table, rows: Sequence[Stored]) -> None:
    """Write bulk rows with all columns of ``table``; references are checked as ever."""
    if not rows:
        return
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(table.columns))
        # On the driver's own cursor: nothing has to be looked at in these values.
        raw = connection.connection.cursor()
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 # names of our own
        raw.executemany(statement, rows)
        raw.close()
        return
    cursor = connection.connection.cursor()
    with cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
        for start in range(0, len(rows), _ROWS_A_BLOCK):
            copy.write(copy_text(table, rows[start : start + _ROWS_A_BLOCK]))
    cursor.close()


def copy_text(table: Table, rows: Sequence[Stored]) -> str:
    """Return bulk rows as PostgreSQL's ``COPY`` reads them."""
    shown = [_shown(column.type) for column in table.columns]
    lines = ["\t".join([show(value) for show, value in zip(shown, row, strict=True)]) for row in rows]
    return "\n".join(lines) + "\n"


def _shown(type_: Any) -> Callable[[Any], str]:
    if isinstance(type_, Guid):
        return _hex
    if isinstance(type_, Boolean):
        return _flag
    return _text


def _hex(value: bytes | None) -> str:
    return "\\N" if value is None else value.hex()


def _flag(value: object) -> str:
    return "\\N" if value is None else "t" if value else "f"


def _text(value: object) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return value if value.isalnum() else value.translate(_ESCAPES)
    return str(value)
