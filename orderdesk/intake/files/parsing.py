"""CSV and XLSX as rows of cells. This module is what runs in a process of its own (``worker``)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from orderdesk.intake.files import limits
from orderdesk.values import plain

_DELIMITERS = (",", "\t", ";", "|")
_LARGEST_FIGURE = Decimal(10) ** 20  # far beyond all amounts; figures up to here are written out
_SHEET_ROWS = 1_048_576  # the most that the format has; a row number beyond it is made up


class Unparsable(Exception):
    """The file cannot be parsed; a problem code with its params says why."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How a file is to be read where it does not say so itself; empty: found out."""

    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""


# A row with its number as a spreadsheet counts. A cell is text; or of a workbook a number (with a point
# for its decimals, whatever the file's language), or what keeps it from saying anything: formula, error.
Cell = str | dict[str, str]
Row = tuple[int, list[Cell]]


def parse(path: Path, kind: str, options: FileOptions) -> tuple[str, Iterator[Row]]:
    """Return how the file was read (its encoding, or its sheet) and its rows, empty ones left out.

    Raises ``Unparsable``, also while the rows are taken.
    """
    if kind == "xlsx":
        return _sheet(path, options)
    encoding, text = _decoded(path.read_bytes(), options.encoding)
    return encoding, _bounded(_csv_rows(text, options.delimiter or _delimiter_of(text)))


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        tried: tuple[str, ...] = ("utf-16",)
    else:
        tried = (encoding,) if encoding else ("utf-8-sig", "gb18030")
    for name in tried:
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        except LookupError:
            raise Unparsable("problem.import.encoding_unknown", value=name) from None
        if "\0" in text:
            break
        return name.removesuffix("-sig"), text
    raise Unparsable("problem.import.encodings")


def _delimiter_of(text: str) -> str:
    """Return the sign that cuts the header into the most cells; a comma where none does."""
    start = io.StringIO(text[: limits.CELL_CHARACTERS * 4], newline="")
    header = next((line for line in start if line.strip()), "")
    counts = {sign: len(next(csv.reader([header], delimiter=sign), [])) for sign in _DELIMITERS}
    return max(_DELIMITERS, key=lambda sign: counts[sign])


def _csv_rows(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(limits.CELL_CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield number, list(cells)
    except csv.Error as fault:
        code = "problem.import.cell_too_long" if "field limit" in str(fault) else "problem.import.csv"
        raise Unparsable(code, row=number + 1, most=limits.CELL_CHARACTERS) from fault


def _bounded(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows that are not empty, without empty cells at their ends, as long as limits are kept."""
    count = characters = 0
    for number, cells in rows:
        while cells and not cells[-1]:
            cells.pop()
        if not any(cells):
            continue
        count += 1
        if count > limits.ROWS + 1:  # the header
            raise Unparsable("problem.import.rows", most=limits.ROWS)
        if len(cells) > limits.COLUMNS:
            raise Unparsable("problem.import.too_wide", row=number, most=limits.COLUMNS)
        lengths = [len(cell) for cell in cells]
        if max(lengths) > limits.CELL_CHARACTERS:
            raise Unparsable("problem.import.cell_too_long", row=number, most=limits.CELL_CHARACTERS)
        characters += sum(lengths)
        if characters > limits.TABLE_CHARACTERS:
            raise Unparsable("problem.import.too_large", megabytes=limits.TABLE_CHARACTERS // 1024**2)
        yield number, cells


def _sheet(path: Path, options: FileOptions) -> tuple[str, Iterator[Row]]:
    import openpyxl
    import openpyxl.xml

    if not openpyxl.DEFUSEDXML or openpyxl.LXML:  # else entities of the file's own would be unfolded
        raise Unparsable("problem.import.xml_unsafe")
    books = [
        openpyxl.load_workbook(path, read_only=True, data_only=values, keep_links=False)
        for values in (True, False)
    ]
    names = [sheet.title for sheet in books[0].worksheets]
    if not names or (options.sheet and options.sheet not in names):
        raise Unparsable("problem.import.sheet", value=options.sheet, sheets=names)
    name = options.sheet or names[0]
    sheets = [book[name] for book in books]
    for sheet in sheets:
        sheet.reset_dimensions()  # the size that the file claims: it would be filled up with empty cells
    return name, _bounded(_sheet_rows(*sheets))


def _sheet_rows(results: Any, formulas: Any) -> Iterator[Row]:
    """Yield the rows of a sheet; two views tell an empty cell from a formula whose result is not stored."""
    pairs = zip(results.iter_rows(), formulas.iter_rows(), strict=True)
    for number, (row, sources) in enumerate(pairs, 1):
        if number > _SHEET_ROWS:
            raise Unparsable("problem.import.rows", most=limits.ROWS)
        if len(row) > limits.COLUMNS and any(cell.value is not None for cell in row[limits.COLUMNS :]):
            raise Unparsable("problem.import.too_wide", row=number, most=limits.COLUMNS)
        pairs_of_cells = zip(row, sources, strict=True)
        yield number, [_cell(cell, source) for cell, source in pairs_of_cells][: limits.COLUMNS]


def _cell(cell: Any, source: Any) -> Cell:
    value = cell.value
    if value is None:
        return {"formula": str(source.value)[:200]} if source.data_type == "f" else ""
    if cell.data_type == "e":
        return {"error": str(value)[:200]}
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _figure(value, is_percent="%" in str(cell.number_format))
    return _text_of(value)


def _text_of(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)


def _figure(value: int | float, *, is_percent: bool) -> Cell:
    """Return a stored number as Excel shows it: the 15 digits that it keeps, not the binary ones behind."""
    exact = Decimal(value) if isinstance(value, int) else Decimal(f"{value:.15g}")
    if not exact.is_finite():
        return {"error": str(value)}
    if abs(exact) > _LARGEST_FIGURE:
        return {"error": f"{exact:.6g}"}
    return {"number": plain(exact * 100) + "%" if is_percent else plain(exact)}
