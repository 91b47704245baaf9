"""``import`` of one file: what became of each row, in words; the rejects beside the file."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from orderdesk.intake.files.batch import Batch
from orderdesk.intake.files.masters import take_customers
from orderdesk.intake.files.rows import FileRow
from tests.cli.conftest import Cli

TEXT = "code,name,credit limit\nZ1,One,1\nZ2,Two,-5\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Customers: one good row, one bad one."""
    path = tmp_path / "customers.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_an_import_prints_its_verdicts_and_names_the_file_of_rejects(
    cli: Cli, sample_url: str, file: Path
) -> None:
    said = cli("import", "customers", file, "--store", sample_url)
    assert said.code == 1
    assert said.out.splitlines() == [
        "kind       rows  created  changed  unchanged  rejected",
        "customers     2        1        0          0         1",
        "",
        "row  key  field         value  problem",
        "  3  Z2   credit limit  -5     -5 is less than zero.",
        "",
        "customers.csv was read as utf-8.",
        "The rejected rows are in customers.rejects.csv, each with its reason.",
    ]
    rejects = file.with_name("customers.rejects.csv").read_text(encoding="utf-8-sig")
    assert rejects.splitlines() == [
        "code,name,credit limit,Reason", "Z2,Two,-5,credit limit: -5 is less than zero.",
    ]  # fmt: skip
    assert cli("show", "customers", "Z1", "--store", sample_url).code == 0


def test_json_has_each_row_with_field_value_and_problem(cli: Cli, sample_sqlite_url: str, file: Path) -> None:
    said = cli("import", "customers", file, "--store", sample_sqlite_url, "--json").json
    assert said["counts"] == {"created": 1, "changed": 0, "unchanged": 0, "rejected": 1}
    assert said["rows"] == [
        {"row": 2, "key": "Z1", "verdict": "created", "problems": []},
        {
            "row": 3, "key": "Z2", "verdict": "rejected",
            "problems": [
                {
                    "field": "credit_limit", "column": "credit limit", "value": "-5",
                    "code": "problem.import.negative", "text": "-5 is less than zero.",
                }
            ],
        },
    ]  # fmt: skip


def test_a_dry_run_writes_neither_store_nor_file(cli: Cli, sample_sqlite_url: str, file: Path) -> None:
    said = cli("import", "customers", file, "--dry-run", "--store", sample_sqlite_url)
    assert said.code == 1
    assert said.out.endswith("dry run: nothing was written\n")
    assert not file.with_name("customers.rejects.csv").exists()
    assert cli("show", "customers", "Z1", "--store", sample_sqlite_url).code == 1


def test_a_mapping_says_what_the_names_do_not(cli: Cli, sample_sqlite_url: str, tmp_path: Path) -> None:
    file = tmp_path / "orders.csv"
    file.write_text(
        "Nr;Kunde;Datum;Artikel;Menge;Betrag\n7;C1001;3.4.2026;A105;2;1.234,50\n", encoding="utf-8"
    )
    mapping = tmp_path / "map.toml"
    mapping.write_text(
        '[columns]\nnumber = "Nr"\ncustomer = "Kunde"\ndocument_date = "Datum"\nitem = "Artikel"\n'
        'quantity = "Menge"\namount = "Betrag"\n[fixed]\ncurrency = "EUR"\n'
        '[options]\ndate_order = "dmy"\ndecimal_sign = ","\n',
        encoding="utf-8",
    )
    words = ("import", "orders", file, "--map", mapping, "--store", sample_sqlite_url)
    said = cli(*words, "--dry-run")
    assert "dry run: orders 1, total EUR 1234.50 (exact 1234.5)" in said.out
    said = cli(*words)
    assert (said.code, "orders 1, total EUR 1234.50 (exact 1234.5)" in said.out) == (0, True)


def test_a_file_that_cannot_be_read_as_a_whole_says_why(
    cli: Cli, sample_sqlite_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "customers.csv"
    file.write_text("phone\n1\n", encoding="utf-8")
    said = cli("import", "customers", file, "--store", sample_sqlite_url)
    assert (said.code, said.out) == (1, "")
    assert said.err.splitlines() == [
        "orderdesk: customers.csv cannot be taken in:", "These columns are missing: code, name.",
    ]  # fmt: skip


def test_a_system_takes_no_mapping(cli: Cli, sample_sqlite_url: str, tmp_path: Path) -> None:
    said = cli("import", "northwind", tmp_path, "--map", "m.toml", "--store", sample_sqlite_url)
    assert (said.code, "without a mapping" in said.err) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to a process of its own")
def test_ctrl_c_keeps_the_rows_before_it_and_tells_how_many_are_left(
    cli: Cli, sample_sqlite_url: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(batch: Batch, rows: list[FileRow]) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        take_customers(batch, rows)

    monkeypatch.setattr("orderdesk.intake.files.taking.take_customers", interrupted)
    before = signal.getsignal(signal.SIGINT)
    said = cli("import", "customers", file, "--store", sample_sqlite_url)
    assert said.code == 1
    assert "Stopped: 2 rows were not looked at." in said.out
    assert signal.getsignal(signal.SIGINT) is before
