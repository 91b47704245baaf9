"""Tables as files for spreadsheets, CSV and XLSX. What is text stays text: no cell is run (threat A22)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.intake.files.cells import neutral
from orderdesk.values import plain

Cell = str | Decimal | int | date | None

SHEET_ROWS = 1_048_576  # the most that a sheet holds, its header among them
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write_table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    """Write a table in the format of the name's ending, ``.csv`` or ``.xlsx``; return how many rows it has.

    The file appears whole or not at all. CSV is UTF-8 with its mark, figures plain and dates ISO; a workbook
    has one sheet whose texts are texts, figures figures and dates dates.

    Raises:
        UserError: ``error.export.kind`` for another ending, ``error.export.rows`` for more rows than a sheet
            holds.
        EnvironmentProblem: ``error.file.unwritable`` when the disk does not take it.
    """
    write = {".csv": _write_csv, ".xlsx": _write_workbook}.get(path.suffix.lower())
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
