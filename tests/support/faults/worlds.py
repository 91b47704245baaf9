"""Fresh places to do deeds in: copies of a prepared store on SQLite or PostgreSQL, thrown away afterwards."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import psycopg

from tests.support.databases import sqlite_url_of
from tests.support.faults.books import Place
from tests.support.faults.deeds import Deed, Work
from tests.support.postgres import PostgresServer

KEPT = Path(__file__).parents[2] / "stores" / "2"
STORE = "store.sqlite"


@dataclass(frozen=True, slots=True)
class Ready:
    """A deed that is prepared: copies of ``base`` are where it begins."""

    deed: Deed
    work: Work
    folder: Path
    base: str


class World(Protocol):
    """Where deeds are done: one kind of database."""

    database: str

    def prepare(self, deed: Deed) -> Ready:
        """Bring a place to where the deed begins, to be copied."""
        ...

    def place(self, ready: Ready) -> AbstractContextManager[Place]:
        """Return a fresh copy as a context."""
        ...


@dataclass
class SqliteWorld:
    """Files in folders below ``root``; ``sample`` is the file with the sample company."""

    root: Path
    sample: Path
    database: str = "sqlite"
    _names: Iterator[int] = field(default_factory=itertools.count)

    def prepare(self, deed: Deed) -> Ready:
        """Bring a folder to where the deed begins."""
        folder = self.root / f"ready-{deed.name}-{next(self._names)}"
        folder.mkdir(parents=True)
        if deed.base != "none":
            shutil.copyfile(self.sample if deed.base == "sample" else KEPT / STORE, folder / STORE)
        work = deed.prepare(Place(sqlite_url_of(folder / STORE), folder))
        return Ready(deed, work, folder, "")

    @contextmanager
    def place(self, ready: Ready) -> Iterator[Place]:
        """Yield a copy of the folder."""
        folder = self.root / f"place-{next(self._names)}"
        shutil.copytree(ready.folder, folder)
        try:
            yield Place(sqlite_url_of(folder / STORE), folder)
        finally:
            shutil.rmtree(folder)


@dataclass
class PostgresWorld:
    """Databases of one server, in ``tablespace`` where one is named; the desk's folders below ``root``."""

    root: Path
    server: PostgresServer
    sample: str
    database: str = "postgresql"
    tablespace: str = ""
    _names: Iterator[int] = field(default_factory=itertools.count)

    def prepare(self, deed: Deed) -> Ready:
        """Bring a database to where the deed begins."""
        folder = self.root / f"ready-pg-{deed.name}-{next(self._names)}"
        folder.mkdir(parents=True)
        url = self.server.create_database(self.sample if deed.base == "sample" else None, self.tablespace)
        if deed.base == "kept":
            with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
                connection.execute((KEPT / "store.sql").read_text(encoding="utf-8").encode())
        work = deed.prepare(Place(url, folder))
        return Ready(deed, work, folder, url)

    @contextmanager
    def place(self, ready: Ready) -> Iterator[Place]:
        """Yield a copy of the database with a folder of its own."""
        folder = self.root / f"place-pg-{next(self._names)}"
        shutil.copytree(ready.folder, folder)
        url = self.server.create_database(ready.base.rpartition("/")[2], self.tablespace)
        try:
            yield Place(url, folder)
        finally:
            self.server.drop_database(url)
            shutil.rmtree(folder)
