"""Tables as files: texts stay texts, figures figures, and a file appears whole or not at all."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.intake.files import exporting
from orderdesk.intake.files.exporting import Cell, write_table

HOSTILE = ("=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", "＝1+1", " =1", "'=1")


def read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_a_csv_file_has_its_mark_plain_figures_and_iso_dates(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    row: Sequence[Cell] = ("青禾, 公寓", Decimal("-1654.50"), 3, date(2026, 3, 9), None, "00017")
    assert write_table(path, ["客户", "Total", "Lines", "Date", "None", "Code"], [row]) == 1
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert read_csv(path)[1] == ["青禾, 公寓", "-1654.5", "3", "2026-03-09", "", "00017"]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_that_would_run_in_a_csv_file_is_marked(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.csv"
    write_table(path, [text], [[text]])
    assert read_csv(path) == [[f"'{text}"], [f"'{text}"]]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_in_a_workbook_is_a_text_whatever_it_begins_with(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ["PO"], [[text]])
    sheet = load_workbook(path).active
    assert sheet is not None
    cell = sheet["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)


def test_a_workbook_keeps_figures_dates_and_leading_zeros(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ["A", "B", "C", "D"], [[Decimal("1654.5"), date(2026, 3, 9), "00017", 12]])
    sheet = load_workbook(path).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]] == [1654.5, datetime(2026, 3, 9), "00017", 12]
    assert not sheet["C2"].quotePrefix


def test_signs_that_a_workbook_cannot_hold_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_table(path, ["A"], [["a\x01b\x1f"]])
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet["A2"].value == "ab"


def test_a_file_that_breaks_off_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write_table(path, ["A"], [["before"]])

    def rows() -> Iterator[Sequence[Cell]]:
        yield ["after"]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write_table(path, ["A"], rows())
    assert read_csv(path) == [["A"], ["before"]]
    assert [one.name for one in tmp_path.iterdir()] == ["a.csv"]


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "SHEET_ROWS", 3)
    assert write_table(tmp_path / "a.xlsx", ["A"], [["1"], ["2"]]) == 2
    with pytest.raises(UserError) as fault:
        write_table(tmp_path / "b.xlsx", ["A"], [["1"], ["2"], ["3"]])
    assert (fault.value.code, fault.value.params) == ("error.export.rows", {"rows": 2})
    assert [one.name for one in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem) as fault:
        write_table(tmp_path / "no" / "a.csv", ["A"], [])
    assert fault.value.code == "error.file.unwritable"


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError) as fault:
        write_table(tmp_path / "a.ods", ["A"], [])
    assert fault.value.code == "error.export.kind"
