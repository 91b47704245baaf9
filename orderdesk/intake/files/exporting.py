"""Tables as files: CSV and XLSX for spreadsheets, PDF for people.

What is text stays text: no cell is run (threat A22).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.intake.files.cells import neutral
from orderdesk.values import plain
from orderdesk.words import format_amount

Cell = str | Decimal | int | date | None

SHEET_ROWS = 1_048_576  # the most that a sheet holds, its header among them
PDF_ROWS = 10_000  # some three hundred pages: nobody prints more of a list
_Writer = Callable[[Path, Sequence[str], Iterable[Sequence[Cell]]], int]
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class PageLook:
    """What a table on paper says around its rows: title, a line below, and ``page {page} of {pages}``."""

    title: str
    note: str
    page: str
    language: str


def write_table(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]], look: PageLook | None = None
) -> int:
    """Write a table in the format of the name's ending; return how many rows it has.

    That is ``.csv`` or ``.xlsx``, and with a ``look`` also ``.pdf``, on A4 lying across.

    The file appears whole or not at all. CSV is UTF-8 with its mark, figures plain and dates ISO; a workbook
    has one sheet whose texts are texts, figures figures and dates dates.

    Raises:
        UserError: ``error.export.kind`` for another ending, ``error.export.rows`` for more rows than a sheet
            holds.
        EnvironmentProblem: ``error.file.unwritable`` when the disk does not take it.
    """
    writers: dict[str, _Writer] = {".csv": _write_csv, ".xlsx": _write_workbook}
    if look is not None:
        writers[".pdf"] = partial(_write_pdf, look)
    write = writers.get(path.suffix.lower())
    if write is None:
        raise UserError("error.export.kind", file=path.name)
    fresh = path.with_name(f".{path.name}.new")
    try:
        count = write(fresh, header, rows)
        fresh.replace(path)
    except OSError as fault:
        detail = fault.strerror or type(fault).__name__
        raise EnvironmentProblem("error.file.unwritable", file=str(path), detail=detail) from fault
    finally:
        fresh.unlink(missing_ok=True)
    return count


def _write_pdf(look: PageLook, path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    from orderdesk.printing.table_sheet import TableSheet, render_table  # as openpyxl: only where needed

    made: list[tuple[str, ...]] = []
    right: set[int] = set()
    for row in rows:
        if len(made) >= PDF_ROWS:
            raise UserError("error.export.rows", rows=PDF_ROWS)
        right.update(at for at, cell in enumerate(row) if isinstance(cell, (Decimal, int)))
        made.append(tuple(_on_paper(cell) for cell in row))
    sheet = TableSheet(
        look.title, look.note, tuple(header), tuple(made), frozenset(right), look.page, look.language
    )
    path.write_bytes(render_table(sheet).pdf)
    return len(made)


def _on_paper(cell: Cell) -> str:
    """Return a cell as people read it: amounts with their group signs."""
    if isinstance(cell, Decimal):
        return format_amount(cell, max(2, -int(cell.normalize().as_tuple().exponent)))
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def _write_csv(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow([neutral(name) for name in header])
        for row in rows:
            table.writerow([_shown(cell) for cell in row])
            count += 1
    return count


def _shown(cell: Cell) -> str:
    if isinstance(cell, str):
        return neutral(cell)
    if isinstance(cell, Decimal):
        return plain(cell)
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)


def _write_workbook(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    from openpyxl import Workbook  # it takes longer to load than the rest of what a command needs
    from openpyxl.cell import WriteOnlyCell

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()

    def made(cells: Sequence[Cell]) -> Iterator[object]:
        for cell in cells:
            if not isinstance(cell, str):
                yield cell
                continue
            text = WriteOnlyCell(sheet, _NOT_IN_XML.sub("", cell))
            text.data_type = "s"  # whatever it begins with
            text.quotePrefix = neutral(cell) != cell  # a text also after somebody has edited it
            yield text

    count = 0
    try:
        sheet.append(list(made(header)))
        for row in rows:
            count += 1
            if count >= SHEET_ROWS:
                raise UserError("error.export.rows", rows=SHEET_ROWS - 1)
            sheet.append(list(made(row)))
    finally:
        workbook.save(path)  # also where the rows broke off: it takes the workbook's own files away
    return count
