"""Bringing a store's schema up to date: one tree of migrations for both databases.

Only ``orderdesk init`` and ``orderdesk upgrade`` call this; an ordinary start reads the schema's name and
compares.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from orderdesk.durable import put_in_place
from orderdesk.errors import EnvironmentProblem
from orderdesk.models.faults import as_environment_problem, shown_url
from orderdesk.models.schema import SCHEMA_HEAD, schema_of

_LOCK_KEY = 0x0_4DE5C  # PostgreSQL advisory lock: one migration at a time


def alembic_config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for the tree, bound to ``connection`` where one is given."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def create_schema(engine: Engine, fill: Callable[[Connection], None]) -> None:
    """Make the schema in an empty database and let ``fill`` write its first rows: whole, or not at all.

    Raises ``EnvironmentProblem``: ``error.store.exists`` where a store is already (also one that another
    process made a moment ago), ``error.store.not_ours`` where there is anything else.
    """
    try:
        with _migrating(engine) as connection:
            tables = inspect(connection).get_table_names()
            if "alembic_version" in tables:
                raise EnvironmentProblem("error.store.exists", store=shown_url(engine.url))
            if tables:
                raise EnvironmentProblem("error.store.not_ours", store=shown_url(engine.url))
            command.upgrade(alembic_config(connection), "head")
            fill(connection)
    except DBAPIError as fault:
        raise as_environment_problem(fault, engine.url) from fault


def upgrade(engine: Engine, *, copy_first: bool = True) -> Path | None:
    """Bring the schema to ``SCHEMA_HEAD``; return the copy that was made of an SQLite file, if one was
    needed.

    Raises ``EnvironmentProblem`` for a store made by a newer program, for dangling keys found afterwards, and
    for faults of the database; the store is then as it was.
    """
    try:
        before = schema_of(engine)
        if before == SCHEMA_HEAD:
            return None
        if before is not None and before not in _known_revisions():
            raise EnvironmentProblem("error.store.newer", schema=before)
        copy = _copy_of_file(engine, before) if copy_first and before is not None else None
        with _migrating(engine) as connection:
            command.upgrade(alembic_config(connection), "head")
    except DBAPIError as fault:
        raise as_environment_problem(fault, engine.url) from fault
    return copy


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}


def _copy_of_file(engine: Engine, before: str) -> Path | None:
    """Copy an SQLite store as one transaction sees it, durably, under a name that says what it is."""
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    source = Path(engine.url.database)
    target = source.with_name(f"{source.name}.before-{SCHEMA_HEAD}-from-{before}")
    unfinished = target.with_name(f"{target.name}.part")
    try:
        with closing(engine.raw_connection()) as raw, closing(sqlite3.connect(unfinished)) as copy:
            assert raw.driver_connection is not None  # a checked-out connection always has one
            raw.driver_connection.backup(copy)
        with unfinished.open("rb+") as written:
            os.fsync(written.fileno())
        put_in_place(unfinished, target)
    except (OSError, sqlite3.Error) as fault:
        unfinished.unlink(missing_ok=True)
        raise EnvironmentProblem("error.store.no_copy", store=str(target), detail=str(fault)) from fault
    return target


@contextmanager
def _migrating(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in the one transaction of a migration, which nobody else can be in."""
    migrating = _migrating_sqlite if engine.dialect.name == "sqlite" else _migrating_postgresql
    with migrating(engine) as connection:
        yield connection


@contextmanager
def _migrating_sqlite(engine: Engine) -> Iterator[Connection]:
    """Migrate with foreign keys off and check them afterwards.

    A batch change makes a parent table anew and would delete its children through ``ON DELETE CASCADE``.
    """
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # a checked-out connection always has one
        raw.execute("PRAGMA foreign_keys=0")  # without effect inside a transaction
        try:
            with connection.begin():
                yield connection
                dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if dangling:
                    raise EnvironmentProblem(
                        "error.store.dangling_keys", table=str(dangling[0][0]), n=len(dangling)
                    )
        finally:
            raw.execute("PRAGMA foreign_keys=1")


@contextmanager
def _migrating_postgresql(engine: Engine) -> Iterator[Connection]:
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
        yield connection
