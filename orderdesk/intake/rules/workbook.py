"""A rule table as a workbook, out and in again without loss: the grid on one sheet, its frame on another.

Sheet ``rules`` has a row for each rule, under ``when …``, ``then …`` and ``note``; sheet ``table`` holds
the rest as JSON. Every cell is a text, so that nothing runs and no figure is rounded; figures and days that
somebody types into it are read as they are shown. What a sheet cannot hold as it is stands behind
``json:``.
"""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.intake.files.limits import CELL_CHARACTERS, check_file
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.foreign import refused
from orderdesk.rules.table_text import table_source
from orderdesk.rules.tables import MAX_COLUMNS, MAX_ROWS, read_table
from orderdesk.values import plain

RULES, TABLE = "rules", "table"
_JSON = "json:"
_AS_JSON = re.compile(r"[\x00-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_|^json:|^$")


def write_workbook(path: Path, table: DecisionTable) -> None:
    """Write a table as a workbook."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    workbook = Workbook(write_only=True)
    source = table_source(table)
    grid, frame = workbook.create_sheet(RULES), workbook.create_sheet(TABLE)

    def texts(cells: Sequence[object]) -> list[object]:
        made: list[object] = []
        for cell in cells:
            text = WriteOnlyCell(grid, _cell_text(cell))
            text.data_type = "s"  # whatever it begins with
            text.quotePrefix = True  # a text also after somebody has edited it
            made.append(None if cell is None else text)
        return made

    whens, thens = [one.fact for one in table.inputs], [one.name for one in table.outputs]
    grid.append(texts([*(f"when {name}" for name in whens), *(f"then {name}" for name in thens), "note"]))
    for row in _dicts(source.pop("rows")):
        when, then = _dict(row["when"]), _dict(row["then"])
        cells = [*(when.get(name, "any") for name in whens), *(then.get(name) for name in thens)]
        grid.append(texts([*cells, row.get("note")]))
    for key, value in source.items():
        frame.append(texts([key, json.dumps(value, ensure_ascii=False)]))
    workbook.save(path)


def read_workbook(path: Path) -> DecisionTable:
    """Return the table in a workbook that was written here, edited since or not.

    Raises:
        UserError: it is no such workbook, breaks a limit, or the table has faults, all of them named.
        EnvironmentProblem: the file cannot be read.
    """
    if check_file(path) != "xlsx":
        raise refused([Problem("problem.table.file.workbook")], path.name)
    try:
        grid, frame = _sheets(path)
        source = {str(key): json.loads(str(value), parse_float=Decimal) for key, value, *_ in frame if key}
    except OrderDeskError:
        raise
    except Exception as fault:  # a broken workbook makes openpyxl raise whatever it meets first
        raise refused([Problem("problem.table.file.workbook")], path.name) from fault
    source["rows"] = list(_rules(grid, path.name))
    return read_table(source)


def _sheets(path: Path) -> tuple[list[list[object]], list[list[object]]]:
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = openpyxl.load_workbook(path, read_only=True, keep_links=False)
    try:
        return _cells(workbook, RULES, MAX_COLUMNS * 2 + 1), _cells(workbook, TABLE, 2)
    finally:
        workbook.close()


def _cells(workbook: object, name: str, columns: int) -> list[list[object]]:
    sheet = workbook[name]  # type: ignore[index] # a workbook; KeyError where it has no such sheet
    found = [list(row) for row in sheet.iter_rows(max_row=MAX_ROWS + 2, max_col=columns, values_only=True)]
    if len(found) > MAX_ROWS + 1:
        raise ValueError(name)
    return [row for row in found if any(cell is not None for cell in row)]


def _rules(grid: Sequence[Sequence[object]], name: str) -> Iterator[dict[str, object]]:
    header = [str(cell or "") for cell in (grid[0] if grid else ())]
    for cells in grid[1:]:
        row: dict[str, object] = {"when": {}, "then": {}}
        for title, cell in zip(header, cells, strict=False):
            part, _, column = title.partition(" ")
            value = _value(cell, name)
            if value is None:
                continue
            if title == "note":
                row["note"] = value
            elif part in {"when", "then"}:
                _dict(row[part])[column] = value
            else:
                raise refused([Problem("problem.table.column", title, {"value": title})], name)
        yield row


def _cell_text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and not _AS_JSON.search(value):
        return value
    return "" if value is None else _JSON + json.dumps(value)


def _value(cell: object, name: str) -> object:
    """Return what a cell says, as the table's JSON would have it."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        return plain(Decimal(repr(cell)))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return None
    if len(cell) > CELL_CHARACTERS:
        raise refused([Problem("problem.table.file.workbook")], name)
    if not cell.startswith(_JSON):
        return cell or None
    try:
        found: object = json.loads(cell.removeprefix(_JSON))
    except (ValueError, RecursionError) as fault:
        raise refused([Problem("problem.table.file.workbook")], name) from fault
    return found


def _dicts(value: object) -> list[dict[str, object]]:
    return value if isinstance(value, list) else []


def _dict(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}
