"""Opening a store: SQLite file or PostgreSQL database, with the settings that keep what was said to be saved.

Writers begin at once (``BEGIN IMMEDIATE`` on SQLite): a deferred transaction that turns into a writing one
loses updates or fails with "database is locked". Readers see one state of the store from their first to
their last row, and cannot change it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError

from orderdesk.errors import EnvironmentProblem
from orderdesk.models.faults import as_environment_problem, shown_url

BUSY_TIMEOUT_MS = 5_000
_SQLITE_SETTINGS = {
    "busy_timeout": BUSY_TIMEOUT_MS,  # first: the settings after it may have to wait
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: with NORMAL, orders already shown as saved are lost when the power goes
    "foreign_keys": 1,
    "cell_size_check": 1,
    "trusted_schema": 0,
    "secure_delete": 1,
}
_PG_OPTIONS = (
    "-c lock_timeout=2s -c statement_timeout=10s -c idle_in_transaction_session_timeout=15s -c timezone=UTC"
)
# All rows of a statement are wanted, not the first ones soon, and between two of them there is much to do.
_AT_LENGTH = (
    "statement_timeout = 0", "idle_in_transaction_session_timeout = 0", "cursor_tuple_fraction = 1",
    "work_mem = '64MB'",
)  # fmt: skip
_ROWS_A_BLOCK = 1_000
_SQLITE_PREFIX = "sqlite:///"
_READING = "orderdesk_reading"


def open_engine(url: str, *, read_only: bool = False, alone: bool = False) -> Engine:
    """Return an engine for a store's URL (``sqlite:///file`` or ``postgresql+psycopg://…``).

    ``read_only`` opens an SQLite file for looking at it. ``alone`` says that nobody can write to it, so that
    SQLite needs no files beside it: the only way into a file whose folder may not be written.

    Raises ``EnvironmentProblem`` with a code of ``error.store.*`` when the store cannot be reached, is
    damaged, or does not take the settings that durability needs.
    """
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        engine = _sqlite_engine(parsed, read_only=read_only, alone=alone)
    else:
        engine = create_engine(
            parsed.set(drivername="postgresql+psycopg"),
            connect_args={
                "options": _PG_OPTIONS,
                "connect_timeout": 10,
                "application_name": "orderdesk",
                "client_encoding": "utf8",
            },
            pool_pre_ping=True,
            hide_parameters=True,
        )
        event.listen(engine, "begin", _begin_postgresql)
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "sqlite":
                _check_sqlite(connection, read_only=read_only)
            else:
                _check_postgresql(connection)
    except DBAPIError as fault:
        engine.dispose()
        raise as_environment_problem(fault, parsed) from fault
    except UnicodeDecodeError as fault:  # what SQLite says of a damaged schema is in no alphabet
        engine.dispose()
        raise EnvironmentProblem("error.store.damaged", store=shown_url(parsed), detail="") from fault
    except EnvironmentProblem:
        engine.dispose()
        raise
    return engine


def _parsed(url: str) -> URL:
    if url.startswith(_SQLITE_PREFIX):  # what follows is a file's name as it is: "%", "?" and "#" are letters
        return URL.create("sqlite", database=url.removeprefix(_SQLITE_PREFIX))
    try:
        parsed = make_url(url)
        kind = parsed.get_backend_name()
    except ArgumentError:
        # Without its cause: whatever could not be read as a URL may hold a password.
        raise EnvironmentProblem("error.store.unknown_kind", kind="?") from None
    if kind not in {"sqlite", "postgresql"}:
        raise EnvironmentProblem("error.store.unknown_kind", kind=kind)
    return parsed


def _sqlite_engine(url: URL, *, read_only: bool, alone: bool) -> Engine:
    if alone and url.database:
        # In a URI of SQLite's own these three mean something.
        name = url.database.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        url = url.set(database=f"file:{name}", query={"mode": "ro", "immutable": "1", "uri": "true"})
    engine = create_engine(
        url,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000, "check_same_thread": False},
        hide_parameters=True,  # errors go to the log, and what is stored names people
    )

    @event.listens_for(engine, "connect")
    def _on_connect(raw: Any, _record: Any) -> None:
        raw.isolation_level = None  # the driver must not open transactions by itself
        cursor = raw.cursor()
        for name, value in _SQLITE_SETTINGS.items():
            if not (read_only and name == "journal_mode"):
                cursor.execute(f"PRAGMA {name}={value}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Connection) -> None:
        reads = read_only or _is_reading(connection)
        # The connection goes back to the pool and may write next time: each transaction says what it is.
        connection.exec_driver_sql(f"PRAGMA query_only={int(reads)}")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return engine


def _begin_postgresql(connection: Connection) -> None:
    if _is_reading(connection):
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")


def _is_reading(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get(_READING, False))


def _check_sqlite(connection: Connection, *, read_only: bool) -> None:
    """Read the settings back: a store that silently ignores one is not safe to save to."""
    reading = connection.execution_options(**{_READING: True})
    for name, wanted in _SQLITE_SETTINGS.items():
        got = reading.exec_driver_sql(f"PRAGMA {name}").scalar()
        if got != wanted and not (read_only and name == "journal_mode"):
            raise EnvironmentProblem(
                "error.store.setting_refused", setting=name, wanted=str(wanted), got=str(got)
            )
    reading.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar()


def _check_postgresql(connection: Connection) -> None:
    """Look for a character type in which Chinese text has no letters: pg_trgm then finds nothing in it."""
    reading = connection.execution_options(**{_READING: True})
    ctype, encoding, knows_letters = reading.execute(
        text(
            "SELECT datctype, pg_encoding_to_char(encoding), '中' ~ '^\\w$'"
            " FROM pg_database WHERE datname = current_database()"
        )
    ).one()
    if str(ctype).upper() in {"C", "POSIX"} or encoding != "UTF8" or not knows_letters:
        raise EnvironmentProblem("error.store.wrong_ctype", got=f"{ctype}, {encoding}")


@contextmanager
def reading(engine: Engine, *, at_length: bool = False) -> Iterator[Connection]:
    """Yield a connection that sees one state of the store and cannot change it.

    ``at_length`` is for who goes through all of a large store: rows come in blocks and not all at once, and a
    database server waits for each statement as long as it takes.
    """
    with engine.connect().execution_options(**{_READING: True}) as connection, connection.begin():
        if not at_length:
            yield connection
            return
        if engine.dialect.name == "postgresql":
            for setting in _AT_LENGTH:
                connection.exec_driver_sql(f"SET LOCAL {setting}")
        connection.execution_options(yield_per=_ROWS_A_BLOCK)
        with _cursors_closed(connection):
            yield connection


@contextmanager
def _cursors_closed(connection: Connection) -> Iterator[None]:
    """Close what is still open on the server at the end: who found damage stopped in the middle of rows."""
    opened: list[Any] = []

    def keep(_connection: Connection, cursor: Any, *_more: object) -> None:
        opened[:] = [one for one in opened if not one.closed]
        if hasattr(cursor, "closed"):  # SQLite's have nothing to close on a server
            opened.append(cursor)

    event.listen(connection, "after_cursor_execute", keep)
    try:
        yield
    finally:
        for cursor in opened:
            cursor.close()
