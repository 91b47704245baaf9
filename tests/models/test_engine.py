"""The engine: settings that hold, writers that wait, readers that see one state and change none."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import Column, Engine, Integer, MetaData, Table, func, insert, make_url, select, text, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Base, Setting
from orderdesk.models.bulk import indexes_later
from orderdesk.models.engine import open_engine, reading
from orderdesk.ports import Ports
from orderdesk.services.store import create_store
from tests.support.postgres import PostgresServer

METADATA = MetaData()
COUNTER = Table("counter", METADATA, Column("n", Integer, nullable=False))
WRITERS, EACH = 6, 100


def put(engine: Engine, key: str) -> None:
    with engine.begin() as connection:
        connection.execute(insert(Setting), [{"key": key, "value": "x"}])


def count(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(Setting)).scalar_one()


def test_sqlite_has_the_settings_that_durability_needs(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    names = "journal_mode synchronous foreign_keys cell_size_check trusted_schema secure_delete busy_timeout"
    with engine.connect() as one, engine.connect() as two:  # each connection of the pool, not only the first
        for connection in (one, two):
            found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in names.split()]
            connection.rollback()
            assert found == ["wal", 2, 1, 1, 0, 1, 5000]
    engine.dispose()


def test_a_database_that_ignores_a_setting_is_refused() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        open_engine("sqlite:///:memory:")  # has no write-ahead log, whatever it is told
    assert caught.value.code == "error.store.setting_refused"
    assert caught.value.params == {"setting": "journal_mode", "wanted": "wal", "got": "memory"}


def test_postgresql_has_time_limits(pg_url: str) -> None:
    engine = open_engine(pg_url)
    names = ("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout", "TimeZone")
    with reading(engine) as connection:
        found = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in names]
    engine.dispose()
    assert found == ["2s", "10s", "15s", "UTC"]


def test_who_reads_all_of_a_store_is_waited_for_and_nobody_after_him(pg_url: str) -> None:
    engine = open_engine(pg_url)
    limits = ("statement_timeout", "idle_in_transaction_session_timeout")
    with reading(engine, at_length=True) as connection:
        rows = connection.execute(text("SELECT generate_series(1, 5000)"))
        assert rows.context.cursor.name, "rows come in blocks, from the server's own cursor"
        assert sum(rows.scalars()) == 12_502_500
        long = [connection.execute(text(f"SELECT current_setting('{name}')")).scalar() for name in limits]
    with reading(engine) as connection:
        usual = [connection.exec_driver_sql(f"SHOW {name}").scalar() for name in limits]
    engine.dispose()
    assert long == ["0", "0"]
    assert usual == ["10s", "15s"]


def test_increments_from_many_threads_lose_none(database_url: str) -> None:
    """With the driver's own transactions, begun only by the first write, most of them would be lost."""
    engine = open_engine(database_url)
    METADATA.create_all(engine)
    with engine.begin() as connection:
        connection.execute(insert(COUNTER), [{"n": 0}])
    barrier = Barrier(WRITERS)

    def add_many(_writer: int) -> None:
        barrier.wait(timeout=10)
        for _ in range(EACH):
            with engine.begin() as connection:
                n = connection.execute(select(COUNTER.c.n).with_for_update()).scalar_one()
                connection.execute(update(COUNTER).values(n=n + 1))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(add_many, range(WRITERS)))
    with reading(engine) as connection:
        assert connection.execute(select(COUNTER.c.n)).scalar_one() == WRITERS * EACH
    engine.dispose()


def test_a_writer_on_sqlite_holds_the_file_from_its_first_moment(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    path = make_url(sqlite_url).database
    assert path is not None
    with (
        engine.begin(),  # nothing written yet
        closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    engine.dispose()


def test_a_reader_sees_one_state_while_others_commit(engine: Engine) -> None:
    put(engine, "one")
    with reading(engine) as connection:
        before = connection.execute(select(func.count()).select_from(Setting)).scalar_one()
        put(engine, "two")
        assert connection.execute(select(func.count()).select_from(Setting)).scalar_one() == before == 1
    assert count(engine) == 2


def test_a_reader_cannot_write_and_its_connection_can_afterwards(engine: Engine) -> None:
    with pytest.raises(DBAPIError), reading(engine) as connection:
        connection.execute(insert(Setting), [{"key": "smuggled", "value": "x"}])
    assert count(engine) == 0
    assert engine.pool.checkedin() >= 1  # type: ignore[attr-defined] # a QueuePool
    put(engine, "allowed")
    assert count(engine) == 1


def test_a_file_opened_for_reading_takes_no_writer(sqlite_store_url: str) -> None:
    engine = open_engine(sqlite_store_url, read_only=True)
    with pytest.raises(DBAPIError, match="readonly"):
        put(engine, "smuggled")
    assert count(engine) == 0
    engine.dispose()


def test_a_file_nobody_writes_to_needs_no_files_beside_it(sqlite_store_url: str, tmp_path: Path) -> None:
    odd = tmp_path / "a%20b#c?d.sqlite"
    (tmp_path / "store.sqlite").rename(odd)
    engine = open_engine(f"sqlite:///{odd}", read_only=True, alone=True)
    with reading(engine) as connection:
        assert connection.execute(select(func.count()).select_from(Setting)).scalar_one() == 0
        assert list(tmp_path.iterdir()) == [odd]
    engine.dispose()


@pytest.mark.parametrize(
    "options",
    ["LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'UTF8'", "LC_COLLATE 'C' LC_CTYPE 'C' ENCODING 'SQL_ASCII'"],
)
def test_a_character_type_without_chinese_is_refused(pg_server: PostgresServer, options: str) -> None:
    name = f"plain_c_{abs(hash(options))}"
    url = pg_server.url(name)
    with psycopg.connect(pg_server.url("postgres").replace("+psycopg", ""), autocommit=True) as admin:
        create = "CREATE DATABASE {} TEMPLATE template0 LOCALE_PROVIDER libc " + options
        admin.execute(sql.SQL(create).format(sql.Identifier(name)))
    try:
        with pytest.raises(EnvironmentProblem) as caught:
            open_engine(url)
    finally:
        pg_server.drop_database(url)
    assert caught.value.code == "error.store.wrong_ctype"


@pytest.mark.parametrize("url", ["mysql://me:hidden@host/db", "oracle://me:hidden@host/db"])
def test_another_kind_of_database_is_refused_by_name(url: str) -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        open_engine(url)
    assert caught.value.code == "error.store.unknown_kind"
    assert caught.value.params == {"kind": url.partition(":")[0]}


def test_what_is_no_address_is_refused_without_repeating_it() -> None:
    with pytest.raises(EnvironmentProblem) as caught:
        open_engine("me:hidden@host")
    assert str(caught.value) == "error.store.unknown_kind (kind=?)"


def test_whoever_stops_among_the_rows_of_a_large_store_leaves_nothing_open(pg_url: str) -> None:
    engine = open_engine(pg_url)
    opened: list[psycopg.ServerCursor] = []
    with reading(engine, at_length=True) as connection:
        rows = connection.execute(text("SELECT n FROM generate_series(1, 100000) AS n"))
        assert next(iter(rows))[0] == 1
        opened.append(rows.cursor)  # type: ignore[arg-type] # a server's, as rows come in blocks
        assert not opened[0].closed
    assert opened[0].closed
    engine.dispose()


def test_tables_filled_without_their_references_keep_them_for_the_next_store(pg_url: str) -> None:
    create_store(pg_url, Ports())
    engine = open_engine(pg_url)
    tasks = Base.metadata.tables["approval_task"]
    wanted = str(CreateTable(tasks).compile(engine))
    assert "REFERENCES" in wanted
    with indexes_later(engine, [tasks]):
        pass
    assert str(CreateTable(tasks).compile(engine)) == wanted
    engine.dispose()
