"""Files become tables: whatever writes them, within limits, in a process of their own."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from orderdesk import words
from orderdesk.cli import PARSER, main
from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.intake.files import limits, worker
from orderdesk.intake.files.parsing import FileOptions, Row, Unparsable, parse
from orderdesk.intake.files.reading import FileTable, read_file


def written(tmp_path: Path, content: bytes, name: str = "file.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def new_workbook() -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def workbook(tmp_path: Path, *rows: tuple[Any, ...]) -> Path:
    book, sheet = new_workbook()
    for row in rows:
        sheet.append(row)
    path = tmp_path / "book.xlsx"
    book.save(path)
    return path


def refusal(path: Path, **options: Any) -> str:
    with pytest.raises(UserError) as caught:
        read_file(path, **options)
    assert caught.value.code == "error.import.file"
    return caught.value.problems[0].code


def parsed(path: Path) -> list[Row] | str:
    """Return the rows of a CSV file, or the code of what is wrong with it."""
    try:
        return list(parse(path, "csv", FileOptions())[1])
    except Unparsable as problem:
        return problem.code


def cells(table: FileTable) -> list[tuple[Any, ...]]:
    return [row for _, row in table.rows]


# ── CSV ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("encoding", "read_as"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gbk", "gb18030"), ("utf-16", "utf-16")],
)
def test_the_encodings_that_excel_writes_are_told_apart(tmp_path: Path, encoding: str, read_as: str) -> None:
    table = read_file(written(tmp_path, "编码,名称\nA1,木凳\n".encode(encoding)))
    assert (table.read_as, table.header, cells(table)) == (read_as, ("编码", "名称"), [("A1", "木凳")])


def test_bytes_of_no_encoding_are_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"code,name\nA1,Caf\xe9,\n")) == "problem.import.encodings"


def test_an_encoding_that_the_mapping_names_is_taken(tmp_path: Path) -> None:
    table = read_file(written(tmp_path, b"code,name\nA1,Caf\xe9\n"), FileOptions(encoding="latin-1"))
    assert cells(table) == [("A1", "Café")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_cuts_the_header(tmp_path: Path, delimiter: str) -> None:
    text = f'code{delimiter}name\nA1{delimiter}"a, b; c"\n'
    assert cells(read_file(written(tmp_path, text.encode()))) == [("A1", "a, b; c")]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them(tmp_path: Path) -> None:
    table = read_file(written(tmp_path, b'code,name\n\nA1,"two\nlines"\nA2,x\n'))
    assert [number for number, _ in table.rows] == [3, 4]


def test_an_open_quote_is_no_csv(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b'code,name\nA1,"open\nA2,x\n')) == "problem.import.csv"


@pytest.mark.parametrize("content", [b"", b"\n\n", b",,\n"])
def test_a_file_without_anything_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path, content)) == "problem.import.empty"


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match=r"error\.file\.missing"):
        read_file(tmp_path / "none.csv")


_PIECES = st.sampled_from(
    [
        b",",
        b";",
        b"\t",
        b"|",
        b'"',
        b"\n",
        b"\r",
        b"\r\n",
        b"\0",
        b"a",
        b"1",
        b"=",
        b"'",
        "品".encode(),
        b"\xff",
        b"\xfe",
        b"\xe9",
    ]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.lists(_PIECES, max_size=40).map(b"".join))
def test_whatever_bytes_a_file_has_they_are_rows_or_a_named_problem(tmp_path: Path, content: bytes) -> None:
    found = parsed(written(tmp_path, content))
    if isinstance(found, str):
        assert words.has(found, "en")
    else:
        assert all(any(cells) for _, cells in found)


# ── XLSX ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_workbooks_values_are_read_as_excel_shows_them(tmp_path: Path) -> None:
    path = workbook(
        tmp_path,
        ("text", "whole", "figure", "day", "yes"),
        ("007", 12, 19.989999999999998, date(2026, 3, 4), True),
    )
    assert cells(read_file(path)) == [
        ("007", {"number": "12"}, {"number": "19.99"}, "2026-03-04", "TRUE"),
    ]


def test_a_percent_of_a_workbook_keeps_its_sign(tmp_path: Path) -> None:
    book, sheet = new_workbook()
    sheet.append(["tax rate"])
    sheet["A2"] = 0.13
    sheet["A2"].number_format = "0%"
    book.save(tmp_path / "book.xlsx")
    assert cells(read_file(tmp_path / "book.xlsx")) == [({"number": "13%"},)]


def test_a_formula_without_its_result_and_an_error_say_what_they_are(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("a", "b", "c"), ("x", "=1+1", "#N/A"))
    assert cells(read_file(path)) == [("x", {"formula": "=1+1"}, {"error": "#N/A"})]


def test_the_sheet_that_the_mapping_names_is_read(tmp_path: Path) -> None:
    book, first = new_workbook()
    first.append(["other"])
    sheet = book.create_sheet("价格")
    sheet.append(["code"])
    sheet.append(["A1"])
    book.save(tmp_path / "book.xlsx")
    table = read_file(tmp_path / "book.xlsx", FileOptions(sheet="价格"))
    assert (table.read_as, cells(table)) == ("价格", [("A1",)])
    assert refusal(tmp_path / "book.xlsx", options=FileOptions(sheet="none")) == "problem.import.sheet"


def test_an_old_workbook_is_told_from_a_csv(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"\xd0\xcf\x11\xe0rest", "a.csv")) == "problem.import.old_excel"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("notes.txt", "hello")
    assert refusal(tmp_path / "a.xlsx") == "problem.import.xlsx"


def test_a_workbook_whose_parts_are_broken_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        archive.writestr("[Content_Types].xml", "<broken")
    assert refusal(tmp_path / "a.xlsx") == "problem.import.xlsx"


# ── bombs (threat A23) ───────────────────────────────────────────────────────────────────────────


@pytest.fixture
def no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever starts a process fails the test: the refusal must come before."""

    def started(*_: object, **__: object) -> None:
        raise AssertionError("parsing began")

    monkeypatch.setattr(subprocess, "run", started)


def bomb(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


@pytest.mark.usefixtures("no_worker")
def test_a_dense_zip_is_refused_before_anything_is_parsed(tmp_path: Path) -> None:
    path = bomb(tmp_path / "b.xlsx", {"xl/worksheets/sheet1.xml": b" " * 4 * 1024**2})
    assert path.stat().st_size < 8_000
    assert refusal(path) == "problem.import.bomb"


@pytest.mark.usefixtures("no_worker")
def test_a_zip_of_too_many_entries_is_refused_before_anything_is_parsed(tmp_path: Path) -> None:
    path = bomb(tmp_path / "b.xlsx", {f"xl/{number}": b"" for number in range(limits.ZIP_ENTRIES)})
    assert refusal(path) == "problem.import.bomb"


@pytest.mark.usefixtures("no_worker")
def test_a_zip_that_unpacks_to_too_much_is_refused_before_anything_is_parsed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ZIP_INFLATED", 1_000)
    assert refusal(bomb(tmp_path / "b.xlsx", {"a": bytes(range(200)) * 6})) == "problem.import.bomb"


@pytest.mark.usefixtures("no_worker")
def test_a_file_too_large_is_refused_before_anything_is_parsed(tmp_path: Path) -> None:
    path = written(tmp_path, b"")
    with path.open("r+b") as stream:
        stream.truncate(limits.FILE_BYTES + 1)
    assert refusal(path) == "problem.import.too_large"


def test_entities_of_a_workbooks_own_are_not_unfolded(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("code",), ("A1",))
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "lol">]>'
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = entity + parts[sheet].replace(b"A1</", b"&x;</")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert refusal(path) == "problem.import.xlsx"


def test_a_claimed_size_of_a_million_columns_costs_nothing(tmp_path: Path) -> None:
    path = workbook(tmp_path, ("code",), ("A1",))
    with zipfile.ZipFile(path) as archive:
        parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"')
    assert b"XFD1048576" in parts[sheet]
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert cells(read_file(path)) == [("A1",)]


def test_a_row_too_wide_and_a_cell_too_long_are_refused(tmp_path: Path) -> None:
    wide = ",".join(["x"] * (limits.COLUMNS + 1))
    assert refusal(written(tmp_path, wide.encode())) == "problem.import.too_wide"
    long = "x" * (limits.CELL_CHARACTERS + 1)
    assert refusal(written(tmp_path, f"code\n{long}\n".encode())) == "problem.import.cell_too_long"


def test_too_many_rows_are_refused(tmp_path: Path) -> None:
    rows = b"a\n" * (limits.ROWS + 2)
    assert refusal(written(tmp_path, rows)) == "problem.import.rows"


def test_a_parser_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"code\nA1\n"), seconds=0.001) == "problem.import.time"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its memory")
def test_the_parsing_process_cannot_take_more_memory_than_it_may() -> None:
    asked = (
        "from orderdesk.intake.files import worker\n"
        "worker.bound_this_process()\n"
        f"try: bytearray({worker.MEMORY_BYTES})\n"
        "except MemoryError: print('kept')\n"
    )
    root = Path(worker.__file__).resolve().parents[3]
    said = subprocess.run([sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True)
    assert said.stdout == "kept\n"


def test_a_built_program_parses_in_a_process_of_its_own_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(worker, "bound_this_process", lambda: None)  # it would bound the test run
    assert PARSER == worker.NAME
    assert main([PARSER, "csv", str(written(tmp_path, b"code\nA1\n"))]) == 0
    assert capsys.readouterr().out.splitlines() == [
        '{"read_as": "utf-8"}', '[1, ["code"]]', '[2, ["A1"]]', '{"end": true}',
    ]  # fmt: skip
