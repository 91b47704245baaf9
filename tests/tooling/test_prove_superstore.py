"""Superstore comes in with its total to the last digit; without the file the proof says so."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import dev
from devtools import prove_superstore
from devtools.running import SetupProblem


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


@pytest.mark.slow
def test_superstore_comes_in_with_its_total_to_the_last_digit() -> None:
    try:
        file = prove_superstore.data_file()
    except SetupProblem:
        pytest.skip("the shared data folder with Superstore's file is not here")
    findings = prove_superstore.prove(file)
    assert [finding for finding in findings if not finding.holds] == []
