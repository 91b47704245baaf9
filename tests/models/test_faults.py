"""Each fault of a database arrives as what it is, and never with a password."""

from __future__ import annotations

import shutil
import socket
import sqlite3
import struct
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, make_url, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Person, Setting
from orderdesk.models import engine as engine_module
from orderdesk.models.engine import open_engine, reading
from orderdesk.models.faults import TRANSIENT, as_environment_problem
from tests.support.postgres import PostgresServer

PASSWORD = "s3cret-Wort"


def problem_of(engine: Engine, fault: DBAPIError) -> EnvironmentProblem:
    return as_environment_problem(fault, engine.url)


def opening(url: str) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        open_engine(url)
    return caught.value


def put(engine: Engine, value: str) -> None:
    with engine.begin() as connection:
        connection.execute(insert(Setting), [{"key": value[:60], "value": value}])


# SQLite


def test_a_log_that_cannot_be_made_for_want_of_room_is_told_as_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(tmp_path)._replace(free=4096)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: full)
    assert opening(f"sqlite:///{tmp_path}").code == "error.store.disk_full"


def test_a_file_that_somebody_else_holds_is_busy(
    sqlite_store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine_module._SQLITE_SETTINGS, "busy_timeout", 0)
    engine = open_engine(sqlite_store_url)
    path = make_url(sqlite_store_url).database
    assert path is not None
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DBAPIError) as caught:
            put(engine, "a")
    assert problem_of(engine, caught.value).code == "error.store.busy"
    assert "error.store.busy" in TRANSIENT
    engine.dispose()


def test_a_write_to_a_file_opened_for_reading_is_read_only(sqlite_store_url: str) -> None:
    engine = open_engine(sqlite_store_url, read_only=True)
    with pytest.raises(DBAPIError) as caught:
        put(engine, "a")
    assert problem_of(engine, caught.value).code == "error.store.read_only"
    engine.dispose()


def test_a_full_disk_is_named_and_the_store_lives_on(sqlite_store_url: str) -> None:
    engine = open_engine(sqlite_store_url)
    with engine.connect() as connection:
        pages = int(connection.exec_driver_sql("PRAGMA page_count").scalar_one())
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
        connection.rollback()
    with pytest.raises(DBAPIError) as caught:
        put(engine, "x" * 100_000)
    assert problem_of(engine, caught.value).code == "error.store.disk_full"
    put(engine, "small")  # the same connection, from the pool
    with reading(engine) as connection:
        assert connection.scalars(select(Setting.key)).all() == ["small"]
    engine.dispose()


def test_a_folder_instead_of_a_file_cannot_be_opened(tmp_path: Path) -> None:
    assert opening(f"sqlite:///{tmp_path}").code == "error.store.cannot_open"


def test_a_text_file_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.sqlite"
    file.write_text("remember to order more paper\n" * 100, encoding="utf-8")
    assert opening(f"sqlite:///{file}").code == "error.store.damaged"


def test_a_broken_header_is_damage(sqlite_store_url: str, tmp_path: Path) -> None:
    with (tmp_path / "store.sqlite").open("rb+") as file:
        file.write(b"SQLite formaX 3\0")
    assert opening(sqlite_store_url).code == "error.store.damaged"


def test_a_broken_page_is_damage(sqlite_store_url: str, tmp_path: Path) -> None:
    with (tmp_path / "store.sqlite").open("rb+") as file:
        file.seek(100)  # the root of the schema table, behind the file's header
        file.write(b"\xff" * 200)
    assert opening(sqlite_store_url).code == "error.store.damaged"


def test_a_disk_that_fails_is_named() -> None:
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = 10 | (3 << 8)  # SQLITE_IOERR_WRITE
    problem = as_environment_problem(OperationalError("", {}, fault), make_url("sqlite:///x"))
    assert problem.code == "error.store.disk_fault"


# PostgreSQL


@pytest.fixture
def pg(pg_store_url: str) -> Iterator[Engine]:
    engine = open_engine(pg_store_url)
    yield engine
    engine.dispose()


@pytest.mark.parametrize(
    ("state", "code"),
    [
        ("55P03", "busy"),
        ("40P01", "busy"),
        ("40001", "busy"),
        ("57014", "slow"),
        ("25P03", "slow"),
        ("53100", "disk_full"),
        ("58030", "disk_fault"),
        ("25006", "read_only"),
        ("42501", "read_only"),
        ("28P01", "login_refused"),
        ("53300", "unreachable"),
        ("57P01", "unreachable"),
        ("08006", "unreachable"),
        ("XX001", "damaged"),
        ("XX002", "damaged"),
        ("42703", "fault"),
    ],
)
def test_states_of_postgresql_are_sorted(pg: Engine, state: str, code: str) -> None:
    raised = f"DO $$ BEGIN RAISE EXCEPTION 'as asked' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(DBAPIError) as caught, pg.begin() as connection:
        connection.exec_driver_sql(raised)
    assert problem_of(pg, caught.value).code == f"error.store.{code}"


def test_a_statement_that_takes_too_long_is_slow(pg: Engine) -> None:
    with pg.connect() as connection:
        connection.execute(text("SET LOCAL statement_timeout = '5ms'"))
        with pytest.raises(DBAPIError) as caught:
            connection.execute(text("SELECT pg_sleep(5)"))
    assert problem_of(pg, caught.value).code == "error.store.slow"


def test_a_row_that_somebody_else_holds_is_busy(pg: Engine) -> None:
    put(pg, "held")
    held = select(Setting).where(Setting.key == "held").with_for_update()
    with pg.connect() as one, pg.connect() as two:
        one.execute(held)
        two.execute(text("SET LOCAL lock_timeout = '5ms'"))
        with pytest.raises(DBAPIError) as caught:
            two.execute(held)
    assert problem_of(pg, caught.value).code == "error.store.busy"


def test_a_write_in_a_reading_transaction_is_read_only(pg: Engine) -> None:
    with pytest.raises(DBAPIError) as caught, reading(pg) as connection:
        connection.execute(insert(Setting), [{"key": "a", "value": ""}])
    assert problem_of(pg, caught.value).code == "error.store.read_only"


def test_a_server_that_goes_away_is_unreachable_and_the_next_try_connects_anew(pg: Engine) -> None:
    with pytest.raises(DBAPIError) as caught, pg.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
    assert problem_of(pg, caught.value).code == "error.store.unreachable"
    with reading(pg) as connection:
        assert connection.execute(select(Person.id)).all() == []


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound but not listening: nobody else takes the port
        port = unused.getsockname()[1]
        assert opening(f"postgresql://me@127.0.0.1:{port}/db").code == "error.store.unreachable"


def test_a_database_that_is_not_there_cannot_be_opened(pg_server: PostgresServer) -> None:
    assert opening(pg_server.url("nowhere")).code == "error.store.cannot_open"


def test_a_person_the_server_does_not_know_is_refused(pg_server: PostgresServer) -> None:
    url = make_url(pg_server.url("postgres")).set(username="stranger").render_as_string()
    assert opening(url).code == "error.store.login_refused"


@contextmanager
def refusing_server() -> Iterator[int]:
    """Yield the port of a server that speaks just enough of PostgreSQL's protocol to refuse a password."""

    def message(kind: bytes, body: bytes) -> bytes:
        return kind + struct.pack("!i", len(body) + 4) + body

    def refuse(listening: socket.socket) -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return  # closed: the test is over
            with connection:
                connection.settimeout(5)
                start = connection.recv(1024)
                if struct.unpack("!i", start[4:8])[0] in (80877103, 80877104):  # asks for encryption
                    connection.sendall(b"N")
                    connection.recv(1024)
                connection.sendall(message(b"R", struct.pack("!i", 3)))  # give me your password
                connection.recv(1024)
                words = b'SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user "me"\0\0'
                connection.sendall(message(b"E", words))

    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(1) as pool:
        pool.submit(refuse, listening)
        try:
            yield listening.getsockname()[1]
        finally:
            listening.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "address", ["postgresql://me:{password}@{place}/db", "postgresql://me@{place}/db?password={password}"]
)
def test_a_wrong_password_is_refused_and_shown_nowhere(address: str) -> None:
    with refusing_server() as port:
        problem = opening(address.format(password=PASSWORD, place=f"127.0.0.1:{port}"))
    assert problem.code == "error.store.login_refused"
    assert "***" in str(problem.params["store"])
    told = "".join(traceback.format_exception(problem))  # what a log would keep: with its causes
    assert PASSWORD not in told + str(problem) + repr(problem)


def test_a_password_in_the_words_of_the_driver_is_masked() -> None:
    fault = OperationalError("", {}, Exception(f"connection failed: password={PASSWORD} host=x"))
    url = make_url(f"postgresql://me:{PASSWORD}@host/db")
    problem = as_environment_problem(fault, url)
    assert problem.params == {
        "store": "postgresql://me:***@host/db",
        "detail": "connection failed: password=*** host=x",
    }


def test_what_is_stored_stands_in_no_error(engine: Engine) -> None:
    """Errors go to the log, which names nobody."""
    rows = [{"key": "person", "value": "周敏 13801968812"}] * 2
    with pytest.raises(IntegrityError) as caught, engine.begin() as connection:
        connection.execute(insert(Setting), rows)
    problem = problem_of(engine, caught.value)
    assert "13801968812" not in str(caught.value) + str(problem)
