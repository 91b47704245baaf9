"""Opening a store: SQLite file or PostgreSQL database, with the settings that keep what was said to be saved.

Writers begin at once (``BEGIN IMMEDIATE`` on SQLite): a deferred transaction that turns into a writing one
loses updates or fails with "database is locked". Readers see one state of the store from their first to
their last row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import DBAPIError

from orderdesk.errors import EnvironmentProblem
from orderdesk.models.faults import as_environment_problem

BUSY_TIMEOUT_MS = 5_000
_SQLITE_SETTINGS = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: with NORMAL, orders already shown as saved are lost when the power goes
    "foreign_keys": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
    "busy_timeout": BUSY_TIMEOUT_MS,
}
_PG_OPTIONS = (
    "-c lock_timeout=2s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s -c timezone=UTC"
)
_READING = "orderdesk_reading"


def open_engine(url: str, *, read_only: bool = False) -> Engine:
    """Return an engine for a store's URL (``sqlite:///file`` or ``postgresql+psycopg://…``).

    Raises ``EnvironmentProblem`` with a code of ``error.store.*`` when the store cannot be reached, is
    damaged, or does not take the settings that durability needs.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        engine = create_engine(
            parsed, connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False}
        )
        _prepare_sqlite(engine, read_only=read_only)
    elif parsed.get_backend_name() == "postgresql":
        engine = create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            connect_args={"options": _PG_OPTIONS, "connect_timeout": 10, "application_name": "orderdesk"},
            pool_pre_ping=True,
        )
        _prepare_postgresql(engine)
    else:
        raise EnvironmentProblem("error.store.unknown_kind", kind=parsed.get_backend_name())
    try:
        with engine.connect() as connection:
            _check_settings(connection, read_only=read_only)
    except DBAPIError as fault:
        engine.dispose()
        raise as_environment_problem(fault, parsed) from fault
    return engine


def _prepare_sqlite(engine: Engine, *, read_only: bool) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # the driver must not open transactions by itself
        cursor = raw.cursor()
        for name, value in _SQLITE_SETTINGS.items():
            if read_only and name == "journal_mode":
                continue
            cursor.execute(f"PRAGMA {name}={value}")
        if read_only:
            cursor.execute("PRAGMA query_only=1")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        reading = read_only or connection.get_execution_options().get(_READING, False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _prepare_postgresql(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        if connection.get_execution_options().get(_READING, False):
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _check_settings(connection: Connection, *, read_only: bool) -> None:
    """Read the settings back: a store that silently ignores one is not safe to save to."""
    reading = connection.execution_options(**{_READING: True})
    if connection.dialect.name == "sqlite":
        for name, wanted in _SQLITE_SETTINGS.items():
            got = reading.exec_driver_sql(f"PRAGMA {name}").scalar()
            if got != wanted and not (read_only and name == "journal_mode"):
                raise EnvironmentProblem(
                    "error.store.setting_refused", setting=name, wanted=str(wanted), got=str(got)
                )
        reading.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()
        return
    ctype = reading.execute(
        text("SELECT datctype FROM pg_database WHERE datname = current_database()")
    ).scalar()
    if str(ctype).split(".")[0].upper() in {"C", "POSIX"} and "." not in str(ctype):
        # pg_trgm then finds nothing in Chinese, without a word.
        raise EnvironmentProblem("error.store.wrong_ctype", got=str(ctype))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Yield a connection that sees one state of the store and cannot change it."""
    with engine.connect().execution_options(**{_READING: True}) as connection, connection.begin():
        yield connection
