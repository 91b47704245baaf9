"""The power goes: whatever a disk can hold then is whole and has all that people were told.

``dev.py prove P6`` cuts at every point of every deed in many ways; here it is one deed, in a few.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev
from devtools import prove_power
from orderdesk.models import engine as engine_module
from tests.support.faults.deeds import DEEDS
from tests.support.faults.disk import Disk, Name, Sync, SyncFolder, Truncate, Write
from tests.support.faults.file_deeds import FILE_DEEDS
from tests.support.faults.power import Tally, cut_power, cut_power_of_files
from tests.support.faults.worlds import SqliteWorld
from tests.support.postgres_files import fast_temp_root

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the watched files are those of POSIX")


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory: what a disk keeps is worked out, not tried."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-power-", dir=fast_temp_root()) as folder:
        yield Path(folder)


@pytest.fixture
def world(memory: Path, sample_sqlite_template: Path) -> SqliteWorld:
    return SqliteWorld(memory / "sqlite", sample_sqlite_template)


@pytest.mark.slow
def test_a_saved_order_is_there_whatever_the_disk_kept(world: SqliteWorld) -> None:
    tally = cut_power(world, DEEDS["save"], 1, start_each=60)
    assert tally.faults == []
    assert tally.points > 60
    assert tally.distinct > 100
    assert tally.started > 0


@pytest.mark.slow
def test_without_a_sync_at_each_commit_a_lost_order_is_found(
    world: SqliteWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(engine_module._SQLITE_SETTINGS, "synchronous", 1)  # NORMAL
    tally = cut_power(world, DEEDS["save"], 1, modes=("dropped",))
    assert any(fault.endswith("told 1 times, 0 are there") for fault in tally.faults)


@pytest.mark.expects_log("holds no whole entry")  # of an order whose first line never got to the disk
def test_what_is_typed_is_there_whatever_the_disk_kept(memory: Path) -> None:
    tally = cut_power_of_files(memory, FILE_DEEDS["typing journal"], 2)
    assert tally.faults == []
    assert tally.points > 30


@pytest.mark.parametrize("name", ["preferences", "printers"])
def test_what_was_chosen_is_there_whatever_the_disk_kept(memory: Path, name: str) -> None:
    tally = cut_power_of_files(memory, FILE_DEEDS[name], 2)
    assert tally.faults == []
    assert tally.points > 20


LOSES = {"typing journal": "holds no whole entry", "preferences": "", "printers": "cannot be read"}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.expects_log(said)] if said else [])
        for name, said in LOSES.items()
    ],
)
def test_without_syncing_files_the_loss_is_found(
    memory: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr("tests.support.faults.recording_files.RecordingFiles.fsync", lambda *_: None)
    assert cut_power_of_files(memory, FILE_DEEDS[name], 1).faults


# The model of a disk


def test_what_was_not_synced_may_be_gone_there_or_torn() -> None:
    disk = Disk({"a": b"x" * 1024})
    disk.take(Write("a", 0, b"y" * 1024))
    assert disk.image("dropped", 1) == {"a": b"x" * 1024}
    assert disk.image("kept", 1) == {"a": b"y" * 1024}
    torn = {disk.image("torn", seed)["a"] for seed in range(20)}
    halves = (b"x" * 512, b"y" * 512)
    assert torn == {one + other for one in halves for other in halves}
    disk.take(Sync("a"))
    assert disk.image("dropped", 1) == {"a": b"y" * 1024}
    disk.take(Truncate("a", 3))
    assert (disk.image("dropped", 1)["a"], disk.image("kept", 1)["a"]) == (b"y" * 1024, b"yyy")


def test_a_name_counts_once_its_folder_was_synced() -> None:
    disk = Disk({"a": b"old"})
    disk.take(Name("create", "a.new"))
    disk.take(Write("a.new", 0, b"new"))
    disk.take(Name("move", "a.new", "a"))
    assert disk.image("dropped", 1) == {"a": b"old"}
    assert disk.image("kept", 1) == {"a": b"new"}
    assert {disk.image("random", seed)["a"] for seed in range(30)} >= {b"old", b"new", b""}
    disk.take(SyncFolder())
    assert disk.image("dropped", 1) == {"a": b""}  # its name is durable, its content is not


def test_a_file_in_a_folder_that_is_gone_is_gone() -> None:
    disk = Disk({})
    for event in (Name("create", "d/"), Name("create", "d/a"), Write("d/a", 0, b"x"), Sync("d/a")):
        disk.take(event)
    disk.take(SyncFolder("d/"))
    assert disk.image("dropped", 1) == {}
    disk.take(SyncFolder(""))
    assert disk.image("dropped", 1) == {"d/a": b"x"}


def test_the_proof_tells_its_counts() -> None:
    assert dev.PROOFS["P6"] == prove_power.__name__
    assert "P6" in dev.SIZED
    tallies = [Tally("save", 80, 19_000, 500, 10), Tally("ship", 170, 900, 400, 8, ["lost"])]
    found = prove_power.findings_of(tallies, prove_power.USUAL)
    assert [finding.holds for finding in found] == [True, False, False, False]
    assert found[1].what == (
        "ship: faults in 900 states, 400 distinct, 8 opened by the program, at 170 points"
    )
    assert all(one.holds for one in prove_power.findings_of(tallies[:1], 1))
