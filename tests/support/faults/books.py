"""What a store holds, read past the program by the plain driver: two states are equal or they are not."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from orderdesk.services.journal import Journal
from orderdesk.services.store import sqlite_path


@dataclass(frozen=True, slots=True)
class Table:
    """How many rows a table has, and one digest over all of them."""

    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a desk works: the URL of its store and its data folder."""

    url: str
    folder: Path


@dataclass(frozen=True, slots=True)
class State:
    """All that a desk keeps: the tables of its store (``None``: there is none) and what it was typing."""

    books: dict[str, Table] | None
    typed: tuple[str, ...]

    def differs_from(self, other: State) -> str:
        """Return what is different, for people to read; empty where nothing is."""
        if (self.books is None) != (other.books is None):
            return "a store" if other.books is None else "no store"
        mine, theirs = self.books or {}, other.books or {}
        names = [name for name in sorted(mine.keys() | theirs.keys()) if mine.get(name) != theirs.get(name)]
        return ", ".join([*names, *(["typing"] if self.typed != other.typed else [])])

    def counts(self) -> tuple[dict[str, int] | None, int]:
        """Return the numbers of rows and of journals: what doing a thing again must not raise."""
        books = None if self.books is None else {name: table.rows for name, table in self.books.items()}
        return books, len(self.typed)


def state_of(place: Place, *, beside: Collection[str] = ()) -> State:
    """Return the state of a place; the tables in ``beside`` are left out."""
    return State(books_of(place.url, beside=beside), typed_in(place.folder))


def typed_in(folder: Path) -> tuple[str, ...]:
    """Return what the typing journals of a desk would bring back."""
    found = Journal(folder / "drafts").read_all()
    return tuple(sorted(f"{entry.draft.model_dump_json()} {entry.typed}" for entry in found))


def files_left(place: Place) -> list[str]:
    """Return the files that lie there; the locks' stay for ever, empty."""
    found = [path for path in place.folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return sorted(str(path.relative_to(place.folder)) for path in found)


def books_of(url: str, *, beside: Collection[str] = ()) -> dict[str, Table] | None:
    """Return the tables of a store as the plain driver reads them; ``None`` where there is no store."""
    path = sqlite_path(url)
    if path is not None and not path.exists():
        return None
    tables = _sqlite_tables(path) if path is not None else _postgres_tables(url)
    return {name: table for name, table in tables if name not in beside}


def _sqlite_tables(path: Path) -> Iterator[tuple[str, Table]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.text_factory = bytes
        connection.execute("BEGIN")
        yield from tables_of(connection)


def tables_of(connection: sqlite3.Connection) -> Iterator[tuple[str, Table]]:
    """Yield the schema and every table of an SQLite connection."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    schema = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    yield "schema", _table(schema)
    for (name,) in names:
        text = name.decode() if isinstance(name, bytes) else name
        if not text.startswith("sqlite_"):
            yield text, _table(connection.execute(f'SELECT * FROM "{text}"').fetchall())


def _postgres_tables(url: str) -> Iterator[tuple[str, Table]]:
    with psycopg.connect(url.replace("+psycopg", "")) as connection:
        listed = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        for (name,) in connection.execute(listed).fetchall():
            rows = connection.execute(
                sql.SQL("SELECT t::text FROM {} t").format(sql.Identifier(name))
            ).fetchall()
            yield name, _table(rows)


def _table(rows: list[tuple[object, ...]]) -> Table:
    lines = sorted(repr(tuple(map(_as_number, row))) for row in rows)
    return Table(len(rows), hashlib.sha256("\n".join(lines).encode()).hexdigest())


def _as_number(value: object) -> object:
    """Return a value as a comparison takes it: a whole number kept as a float is that number."""
    return int(value) if isinstance(value, float) and value.is_integer() else value
