"""Stores of made-up companies, small, made once per run and database, by what makes the large ones."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from orderdesk.clock import FixedClock
from orderdesk.intake.office.making import fill_store
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.ports import fixed_ports
from orderdesk.services.store import Store, create_store, open_store
from tests.support.databases import chosen_databases, sqlite_url_of
from tests.support.postgres import PostgresServer

NOW = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
SMALL = StoreSize(customers=120, items=200, orders=300, recent=110, live=20, days=90, seed=5)


def make(url: str, size: StoreSize = SMALL) -> None:
    """Make the store of a made-up company at ``url``, as it stands on the fixed day."""
    create_store(url, fixed_ports(FixedClock(NOW), seed=3))
    store = open_store(url)
    fill_store(store, NOW, size, lambda what, done, of: None)
    store.close()


@pytest.fixture(scope="session")
def made_up_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with a small made-up company, to be copied."""
    path = tmp_path_factory.mktemp("made_up") / "made_up.sqlite"
    make(sqlite_url_of(path))
    return path


@pytest.fixture(params=chosen_databases())
def made_up(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """The open store of a small made-up company; the test runs once on each database."""
    if request.param == "sqlite":
        path = tmp_path / "made_up.sqlite"
        shutil.copyfile(request.getfixturevalue("made_up_sqlite"), path)
        url = sqlite_url_of(path)
        store = open_store(url)
        yield store
        store.close()
        return
    server: PostgresServer = request.getfixturevalue("pg_server")
    url = server.create_database(server.template("orderdesk_made_up", make))
    store = open_store(url)
    yield store
    store.close()
    server.drop_database(url)
