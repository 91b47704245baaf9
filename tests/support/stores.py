"""Fixtures that hand out migrated stores: migrated once per run and database, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.databases import chosen_databases, sqlite_url_of
from tests.support.postgres import PostgresServer

if TYPE_CHECKING:
    from sqlalchemy import Engine


def migrate(url: str) -> None:
    """Bring the empty database of ``url`` to the newest schema and leave no connection behind."""
    from orderdesk.models.engine import open_engine  # tests of pure rules need not wait for SQLAlchemy
    from orderdesk.models.migrate import upgrade

    engine = open_engine(url)
    try:
        upgrade(engine, copy_first=False)
    finally:
        engine.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied; its write-ahead log is empty and gone."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite"
    migrate(sqlite_url_of(path))
    assert sorted(path.parent.iterdir()) == [path]
    return path


@pytest.fixture(scope="session")
def pg_template(pg_server: PostgresServer) -> str:
    """The name of a migrated template database on the run's PostgreSQL."""
    return pg_server.template("orderdesk_template", migrate)


@pytest.fixture
def sqlite_store_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated SQLite file with no rows but those of the migrations."""
    path = tmp_path / "store.sqlite"
    shutil.copyfile(sqlite_template, path)
    return sqlite_url_of(path)


@pytest.fixture
def pg_store_url(pg_server: PostgresServer, pg_template: str) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database with no rows but those of the migrations."""
    url = pg_server.create_database(pg_template)
    yield url
    pg_server.drop_database(url)


@pytest.fixture(params=chosen_databases())
def store_url(request: pytest.FixtureRequest) -> str:
    """The URL of a migrated, empty store; the test runs once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue("sqlite_store_url" if request.param == "sqlite" else "pg_store_url")
    return url


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    """The production engine on a migrated, empty store; the test runs once on each database."""
    from orderdesk.models.engine import open_engine

    opened = open_engine(store_url)
    yield opened
    opened.dispose()
