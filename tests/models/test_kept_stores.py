"""Every store that an earlier program left comes to the present schema whole (tests/stores/README.md)."""

from __future__ import annotations

import shutil
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import func, select

from orderdesk.models import Order
from orderdesk.models.schema import SCHEMA_HEAD, schema_of
from orderdesk.services.check import check_store
from orderdesk.services.store import Store, open_store
from orderdesk.services.upgrading import upgrade_store
from tests.support.databases import sqlite_url_of

KEPT = sorted(
    path for path in (Path(__file__).parents[1] / "stores").iterdir() if (path / "store.sql").exists()
)


# What each held, by the state of its orders; a store is kept for ever, so this is only added to.
HELD = {
    "2": {"draft": 3, "submitted": 1, "released": 2, "cancelled": 2},
    "3": {"draft": 5, "submitted": 2, "released": 3, "cancelled": 2},
    "4": {"draft": 5, "submitted": 2, "released": 3, "cancelled": 2},
}


def states(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        rows = connection.execute(select(Order.state, func.count()).group_by(Order.state))
        return {row[0]: row[1] for row in rows}


def is_whole(url: str, held: dict[str, int]) -> None:
    upgrade_store(url)
    store = open_store(url)
    try:
        assert schema_of(store.engine) == SCHEMA_HEAD
        assert states(store) == held
        assert check_store(store).findings == ()
    finally:
        store.close()


def test_there_are_kept_stores() -> None:
    assert {path.name for path in KEPT} == set(HELD)


@pytest.mark.parametrize("folder", KEPT, ids=lambda path: path.name)
def test_a_kept_file_is_upgraded_whole(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "store.sqlite"
    shutil.copyfile(folder / "store.sqlite", file)
    is_whole(sqlite_url_of(file), HELD[folder.name])


@pytest.mark.parametrize("folder", KEPT, ids=lambda path: path.name)
def test_a_kept_dump_is_upgraded_whole(folder: Path, pg_url: str) -> None:
    plain = pg_url.replace("postgresql+psycopg://", "postgresql://")
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute((folder / "store.sql").read_text(encoding="utf-8").encode())
    is_whole(pg_url, HELD[folder.name])
