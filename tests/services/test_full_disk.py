"""A full disk: it is said, nothing half is there, and the same desk goes on once there is room."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import dev
from devtools import prove_full_disk
from tests.support.faults.deeds import DEEDS
from tests.support.faults.full_disk import FileLimit, Tally, fill_up
from tests.support.faults.sabotage import commit_on_the_way
from tests.support.faults.worlds import SqliteWorld

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a limit of POSIX keeps files from growing")


@pytest.fixture
def world(tmp_path: Path, sample_sqlite_template: Path) -> SqliteWorld:
    return SqliteWorld(tmp_path / "world", sample_sqlite_template)


@pytest.mark.slow
def test_an_order_that_finds_no_room_is_there_once_there_is(world: SqliteWorld) -> None:
    tally = fill_up(world, DEEDS["submit"], FileLimit(), 24_000)
    assert tally.faults == []
    assert tally.refused > 2
    assert tally.done == 1


@pytest.mark.slow
def test_without_one_transaction_what_is_left_of_it_is_found(
    world: SqliteWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_on_the_way(monkeypatch.setattr)
    tally = fill_up(world, DEEDS["submit"], FileLimit(), 8_000)
    assert any("something of it is there" in fault for fault in tally.faults)


def test_the_proof_tells_its_counts() -> None:
    assert dev.PROOFS["P8"] == prove_full_disk.__name__
    assert "P8" in dev.SIZED
    found = prove_full_disk.findings_of([Tally("save", 30, 1), Tally("ship", 60, 3, ["lost"])])
    assert [one.holds for one in found] == [True, False, False]
