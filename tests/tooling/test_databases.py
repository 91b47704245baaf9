"""The databases that the fixtures hand out are real, apart from each other, and set up as in production."""

from __future__ import annotations

import psycopg
import pytest
from sqlalchemy import create_engine, text

from tests.support.postgres import PostgresServer


def plain(url: str) -> str:
    return url.replace("postgresql+psycopg:", "postgresql:")


def test_each_test_gets_an_empty_database_of_its_own(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(
            text("CREATE TABLE mark (n INTEGER)")
        )  # fails where another test's table is still there
        connection.execute(text("INSERT INTO mark VALUES (1)"))
        assert connection.execute(text("SELECT sum(n) FROM mark")).scalar_one() == 1
    engine.dispose()


def test_postgresql_sorts_and_lowers_chinese_and_latin_as_utf8(pg_url: str) -> None:
    with psycopg.connect(plain(pg_url)) as connection:
        row = connection.execute(
            "SELECT current_setting('server_encoding'), lower('ÄÖ'), '堃' ~ '\\w' "
            "FROM pg_database WHERE datname = current_database()"
        ).fetchone()
    assert row == ("UTF8", "äö", True)


def test_a_template_is_filled_once_and_copied(pg_server: PostgresServer) -> None:
    filled: list[str] = []

    def fill(url: str) -> None:
        filled.append(url)
        with psycopg.connect(plain(url)) as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS n")

    names = {pg_server.template("tooling_template", fill) for _ in range(2)}
    copies = [pg_server.create_database(name) for name in (*names, *names)]
    assert names == {"tooling_template"}
    assert len(filled) <= 1  # 0 where another worker was first
    for url in copies:
        with psycopg.connect(plain(url)) as connection:
            assert connection.execute("SELECT n FROM kept").fetchone() == (7,)
        pg_server.drop_database(url)


def test_a_dropped_database_is_gone_even_while_somebody_is_connected(pg_server: PostgresServer) -> None:
    url = pg_server.create_database()
    with psycopg.connect(plain(url), autocommit=True) as held:
        pg_server.drop_database(url)
        with pytest.raises(psycopg.OperationalError):
            held.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        psycopg.connect(plain(url))
