"""Superstore comes in with its total to the last digit; without the file the proof says so."""

from __future__ import annotations

import csv
import tomllib
from decimal import Decimal
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import select

import dev
from devtools import prove_superstore
from devtools.running import SetupProblem
from orderdesk.intake.files.mapping import load_mapping
from orderdesk.intake.files.taking import take_file
from orderdesk.models import Order
from orderdesk.services.check import check_store
from orderdesk.services.store import open_store
from tests.support.desk import open_sample_desk


@pytest.fixture
def no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the data."""
    monkeypatch.setenv("ORDERDESK_SUPERSTORE", str(tmp_path / "none.csv"))


def test_the_proof_can_be_asked_for() -> None:
    assert dev.PROOFS["superstore"] == prove_superstore.__name__


@pytest.mark.usefixtures("no_file")
def test_without_the_file_the_proof_ends_with_3_and_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert prove_superstore.main() == 3
    said = capsys.readouterr()
    assert (said.out, "ORDERDESK_SUPERSTORE" in said.err) == ("", True)


@pytest.mark.slow
def test_a_file_with_another_total_fails_the_proof(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    header = ",".join(tomllib.loads(prove_superstore.MAPPING.read_text(encoding="utf-8"))["columns"].values())
    file = tmp_path / "superstore.csv"
    file.write_text(
        f"{header}\nCA-1,2016-11-08,2016-11-11,CG,Claire,FUR,Bookcase,261.96,2,0.2\n", encoding="utf-8"
    )
    monkeypatch.setenv("ORDERDESK_SUPERSTORE", str(file))
    assert prove_superstore.main() == 1
    said = capsys.readouterr().out.splitlines()
    assert "rows created                    1  FAILED, expected 9994" in said
    assert "exact total                     261.96  FAILED, expected 2297200.8603" in said
    assert "store checked                   0  ok" in said


@pytest.fixture
def superstore() -> Path:
    """Superstore's file; without it the test is left out."""
    try:
        return prove_superstore.data_file()
    except SetupProblem:
        pytest.skip("the shared data folder with Superstore's file is not here")


@pytest.mark.slow
def test_a_dry_run_of_superstore_finds_its_total_to_the_last_digit(
    superstore: Path, sample_sqlite_url: str
) -> None:
    store = open_store(sample_sqlite_url, mode="read")
    try:
        _, done = take_file(superstore, "orders", load_mapping(prove_superstore.MAPPING), store, None)
    finally:
        store.close()
    assert (done.orders, done.counts()["created"], list(done.rejected)) == (5009, 9994, [])
    assert done.totals == (("USD", Decimal("2297200.8603")),)


@pytest.mark.slow
def test_the_first_orders_of_superstore_are_in_the_store_as_the_file_says(
    superstore: Path, tmp_path: Path, sample_sqlite_url: str
) -> None:
    """The whole file, 7,664 commands long, is left to ``dev.py prove superstore``."""
    with superstore.open(encoding="utf-8") as lines:
        start = list(islice(lines, 201))
    said = sum(Decimal(row["Sales"]) for row in csv.DictReader(start))
    file = tmp_path / "superstore.csv"
    file.write_text("".join(start), encoding="utf-8")
    desk = open_sample_desk(sample_sqlite_url)
    mapping = load_mapping(prove_superstore.MAPPING)
    try:
        _, done = take_file(file, "orders", mapping, desk.store, desk.door)
        with desk.store.reading() as connection:
            totals = connection.scalars(select(Order.total).where(Order.source == "superstore")).all()
        assert (len(totals), sum(totals)) == (done.orders, said)
        assert check_store(desk.store).findings == ()
        _, again = take_file(file, "orders", mapping, desk.store, desk.door)
    finally:
        desk.store.close()
    assert (done.counts()["created"], again.counts()["unchanged"]) == (200, 200)
