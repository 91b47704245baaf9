"""Reading CSV files: what is empty, what is mended, and what is a problem of which row."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.intake.tables import TableRow, read_table


def table(tmp_path: Path, text: str | bytes, *columns: str, free_text: str = "") -> list[TableRow]:
    path = tmp_path / "t.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_table(path, columns, free_text=free_text)


def codes(row: TableRow) -> list[tuple[int, str, str]]:
    return [(found.row, found.field, found.problem.code) for found in row.problems]


def test_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    rows = table(tmp_path, 'a,b\n1,"two\nlines"\n\n3,x\n', "a")
    assert [(row.number, row.text("a")) for row in rows] == [(3, "1"), (5, "3")]


def test_null_and_blanks_are_empty(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "a,b,c\nNULL, ,x\n", "a")
    assert (row.text("a"), row.text("b"), row.text("c")) == ("", "", "x")
    assert row.text("a", required=True) == ""
    assert codes(row) == [(2, "a", "problem.import.missing")]


def test_a_byte_order_mark_and_accents_are_read(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "\ufeffname\nSuprêmes délices\n", "name")
    assert row.text("name") == "Suprêmes délices"


def test_commas_in_the_free_text_are_mended(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "id,address,city\n1,Rua do Paço, 67, 2nd floor,Rio\n", "id", free_text="address")
    assert (row.text("address"), row.text("city"), row.problems) == ("Rua do Paço, 67, 2nd floor", "Rio", [])


@pytest.mark.parametrize("line", ["1,one,two,Rio", "1,Rio"])
def test_a_row_of_another_length_is_a_problem(tmp_path: Path, line: str) -> None:
    (row,) = table(tmp_path, f"id,address,city\n{line}\n", "id", free_text="address")
    assert codes(row) == [(2, "", "problem.import.cells")]


@pytest.mark.parametrize("cell", ["12,5", "-1", "NaN", "Infinity", "twelve", "1e9999999"])
def test_what_is_no_plain_number_is_a_problem(tmp_path: Path, cell: str) -> None:
    (row,) = table(tmp_path, f'n\n"{cell}"\n', "n")
    assert row.decimal("n", Decimal(7)) == 7
    assert codes(row) == [(2, "n", "problem.import.number")]


def test_numbers_and_dates_are_read_exactly(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "n,d,e\n14.40,1996-07-04 00:00:00.000,NULL\n", "n")
    assert (row.decimal("n"), row.day("d"), row.day("e")) == (Decimal("14.40"), date(1996, 7, 4), None)
    assert row.problems == []


def test_what_is_no_date_is_a_problem(tmp_path: Path) -> None:
    (row,) = table(tmp_path, "d\n30 Feb\n", "d")
    assert row.day("d") is None
    assert codes(row) == [(2, "d", "problem.import.date")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("name\nMünchen\n".encode("latin-1"), "problem.import.encoding"),
        (b"title\nx\n", "problem.import.columns"),
        (b"", "problem.import.columns"),
        (b'name\n"' + b"x" * 200_000, "problem.import.csv"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, code: str) -> None:
    with pytest.raises(UserError) as raised:
        table(tmp_path, content, "name")
    assert [problem.code for problem in raised.value.problems] == [code]
    assert raised.value.params == {"file": "t.csv"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"nothing\.csv"):
        read_table(tmp_path / "nothing.csv", ("a",))
