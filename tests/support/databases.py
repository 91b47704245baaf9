"""Fixtures that hand out databases: SQLite files and real PostgreSQL databases, one per test.

``ORDERDESK_TEST_DB`` (``sqlite`` or ``postgresql``) keeps a run to one of the two; unset means both.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.postgres import Keeper, PostgresServer, connect_to

_CHOICE = "ORDERDESK_TEST_DB"
_KEEPER_FOLDER = "ORDERDESK_TEST_PG"  # the controller tells its workers where the keeper is
_KEEPER = pytest.StashKey[Keeper]()


def chosen_databases() -> tuple[str, ...]:
    """Return the databases that this run uses.

    Raises:
        pytest.UsageError: ``ORDERDESK_TEST_DB`` names something else.
    """
    known = ("sqlite", "postgresql")
    choice = os.environ.get(_CHOICE, "")
    if not choice:
        return known
    if choice not in known:
        raise pytest.UsageError(f"{_CHOICE} is {choice!r}; it can be sqlite or postgresql, or unset for both")
    return (choice,)


def pytest_configure(config: pytest.Config) -> None:
    """Start the one server of a run with several workers early: it gets ready while they collect."""
    is_controller = not hasattr(config, "workerinput") and config.getoption("dist", "no") != "no"
    if is_controller and not config.option.collectonly and "postgresql" in chosen_databases():
        keeper = config.stash[_KEEPER] = Keeper()
        os.environ[_KEEPER_FOLDER] = str(keeper.folder)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop it, whatever became of the run."""
    keeper = config.stash.get(_KEEPER, None)
    if keeper is not None:
        os.environ.pop(_KEEPER_FOLDER, None)
        keeper.stop()


@pytest.fixture(scope="session")
def pg_server() -> Iterator[PostgresServer]:
    """The real PostgreSQL of this run; ``create_database(template=None)`` returns a new database's URL."""
    if "postgresql" not in chosen_databases():
        pytest.skip(f"needs PostgreSQL, and {_CHOICE} is sqlite")
    if shared := os.environ.get(_KEEPER_FOLDER):
        yield connect_to(Path(shared))
        return
    keeper = Keeper()
    try:
        yield connect_to(keeper.folder)
    finally:
        keeper.stop()


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a SQLite file that does not exist yet."""
    return sqlite_url_of(tmp_path / "store.sqlite")


@pytest.fixture
def pg_url(pg_server: PostgresServer) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, for tests of races and of PostgreSQL itself."""
    url = pg_server.create_database()
    yield url
    pg_server.drop_database(url)


@pytest.fixture(params=chosen_databases())
def database_url(request: pytest.FixtureRequest) -> str:
    """The URL of an empty database; the test runs once on SQLite and once on PostgreSQL."""
    url: str = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "pg_url")
    return url


def sqlite_url_of(path: Path) -> str:
    """Return the SQLAlchemy URL of a SQLite file."""
    return f"sqlite:///{path.resolve().as_posix()}"
