"""Damaged files: found, told, or harmless. ``dev.py prove P9`` damages thousands, here it is some."""

from __future__ import annotations

import logging
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, nullcontext
from pathlib import Path

import pytest

import dev
from devtools import prove_damage
from orderdesk.services import check as check_module
from tests.support.faults import damage
from tests.support.faults.damage import STORE_DAMAGES, Books, Kept, Tally, damage_store, keep_stores
from tests.support.faults.damaged_files import FILE_DAMAGES, damage_journal
from tests.support.postgres_files import fast_temp_root


@pytest.fixture(scope="module")
def memory() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="orderdesk-damage-", dir=fast_temp_root()) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def stores(memory: Path) -> tuple[Kept, list[Books]]:
    return keep_stores(memory / "kept")


@pytest.fixture
def quiet() -> Iterator[None]:
    """What the program says of damage is judged by what comes of it."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


# Seeds on which something was found: rows that mean nothing any more, answers, names in no alphabet.
SEEDS = {"a bit flipped": (13, 20, 44, 159, 416), "two pages swapped": (5, 34)}


@pytest.mark.slow
@pytest.mark.usefixtures("quiet")
def test_a_damaged_store_is_refused_found_or_as_it_was(
    memory: Path, stores: tuple[Kept, list[Books]]
) -> None:
    for name in STORE_DAMAGES:
        for seed in SEEDS.get(name, (1,)):
            assert damage_store(memory / "work", *stores, name, range(seed, seed + 1)).faults == []


@pytest.mark.parametrize("name", FILE_DAMAGES)
@pytest.mark.usefixtures("quiet")
def test_of_damaged_journals_what_can_come_back_does(memory: Path, name: str) -> None:
    tally = damage_journal(memory / "work", name, range(12))
    assert tally.faults == []
    assert tally.outcomes.total() == 12


# The proof can fail: each defence is taken out once


def test_without_the_checksum_a_draft_that_nobody_typed_is_found(
    memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orderdesk.services.journal.zlib.crc32", lambda _body: 0)
    logging.disable(logging.CRITICAL)
    try:
        tally = damage_journal(memory / "work", "journal: a bit flipped", range(60))
    finally:
        logging.disable(logging.NOTSET)
    assert any("was never typed" in fault for fault in tally.faults)


@pytest.mark.slow
def test_without_the_checks_of_content_damage_that_nobody_notices_is_found(
    memory: Path, stores: tuple[Kept, list[Books]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_module, "_CHECKS", ())
    # Where a sector falls depends on how the file is laid out: one seed after the other, until one hits.
    assert any(
        "nobody noticed" in fault
        for seed in range(200)
        for fault in damage_store(memory / "work", *stores, "a sector of zeros", range(seed, seed + 1)).faults
    )


def test_without_words_for_what_means_nothing_a_start_that_fails_is_found(
    memory: Path, stores: tuple[Kept, list[Books]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(damage, "readable", nullcontext)
    file = memory / "rules.sqlite"
    file.write_bytes(stores[0].store)
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("UPDATE rule_table SET body = '{'")
        connection.commit()
    assert damage.outcome_of(file, stores[1]).startswith("FAULT: starting fails")
    monkeypatch.undo()
    assert damage.outcome_of(file, stores[1]) == "refused: error.store.unreadable"


def test_the_proof_tells_its_counts() -> None:
    tally = Tally("cut off")
    tally.outcomes.update({"refused": 9, "harmless": 2})
    assert dev.PROOFS["P9"] == prove_damage.__name__
    assert "P9" in dev.SIZED
    found = prove_damage.findings_of([tally])
    assert [one.what for one in found] == [
        "cut off: 2 harmless, 9 refused; not noticed or not told",
        "faults after 11 damaged files in all",
    ]
    tally.faults.append("nobody noticed")
    assert not any(one.holds for one in prove_damage.findings_of([tally]))
