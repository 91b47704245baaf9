"""Tables from CSV files: rows with the numbers a spreadsheet shows, cells checked one by one, nothing lost.

A cell that says ``NULL`` is empty. A row with too many cells is mended where the surplus can only come from
commas in its one free-text column; any other row of the wrong length is a problem, as is each cell that
cannot be read.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from orderdesk.errors import EnvironmentProblem, Problem, UserError

_PLAIN_NUMBER = re.compile(r"[0-9]{1,15}(\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong in one row of a file; ``row`` counts as a spreadsheet does, the header is row 1."""

    file: str
    row: int
    field: str
    problem: Problem


@dataclass(slots=True)
class TableRow:
    """One row as cells by column, with the problems that reading them brought up."""

    file: str
    number: int
    cells: Mapping[str, str]
    problems: list[RowProblem] = field(default_factory=list)

    def text(self, column: str, *, required: bool = False) -> str:
        """Return a cell without blanks around it; an empty one that is ``required`` is a problem."""
        value = self.cells[column].strip()
        if value == "NULL":
            value = ""
        if required and not value:
            self.report(column, "problem.import.missing")
        return value

    def decimal(self, column: str, default: Decimal = Decimal(0)) -> Decimal:
        """Return a plain decimal number that is not negative; an empty cell is ``default``."""
        value = self.text(column)
        if not value:
            return default
        if not _PLAIN_NUMBER.fullmatch(value):
            self.report(column, "problem.import.number", value=value)
            return default
        return Decimal(value)

    def day(self, column: str) -> date | None:
        """Return the day of a date or of a date with time of day; ``None`` for an empty cell."""
        value = self.text(column)
        if not value:
            return None
        try:
            return datetime.fromisoformat(value).date()
        except ValueError:
            self.report(column, "problem.import.date", value=value)
            return None

    def report(self, column: str, code: str, **params: object) -> None:
        """Note a problem with a cell of this row."""
        self.problems.append(RowProblem(self.file, self.number, column, Problem(code, column, params)))


def read_table(path: Path, columns: Iterable[str], *, free_text: str = "") -> list[TableRow]:
    """Return the rows of a UTF-8 CSV file that must have ``columns``; more of them are read too.

    ``free_text`` names the one column in which commas may stand without quotes.

    Raises:
        EnvironmentProblem: ``error.file.missing`` when the file cannot be read.
        UserError: ``error.import.file`` when it is not UTF-8, or columns are missing.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as fault:
        raise EnvironmentProblem("error.file.missing", file=path.name, detail=fault.strerror or "") from fault
    except UnicodeDecodeError as fault:
        raise _bad_file(path, Problem("problem.import.encoding", "", {"position": fault.start})) from fault
    reader = csv.reader(text.splitlines(keepends=True))
    try:
        header = [name.strip() for name in next(reader, [])]
        missing = [name for name in columns if name not in header]
        if missing:
            raise _bad_file(path, Problem("problem.import.columns", "", {"columns": missing}))
        return [_row(path.name, reader.line_num, header, cells, free_text) for cells in reader if cells]
    except csv.Error as fault:
        raise _bad_file(path, Problem("problem.import.csv", "", {"row": reader.line_num})) from fault


def _bad_file(path: Path, problem: Problem) -> UserError:
    return UserError("error.import.file", (problem,), file=path.name)


def _row(file: str, number: int, header: Sequence[str], cells: list[str], free_text: str) -> TableRow:
    surplus = len(cells) - len(header)
    if surplus > 0 and free_text:
        start = header.index(free_text)
        joined = ",".join(cells[start : start + surplus + 1])
        # A comma of a sentence has a blank after it: where one has none, the surplus came from somewhere
        # else.
        if all(cell.startswith(" ") for cell in cells[start + 1 : start + surplus + 1]):
            cells = [*cells[:start], joined, *cells[start + surplus + 1 :]]
    row = TableRow(file, number, dict(zip(header, [*cells, *[""] * len(header)], strict=False)))
    if len(cells) != len(header):
        row.report("", "problem.import.cells", wanted=len(header), got=len(cells))
    return row
