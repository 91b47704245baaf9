"""The file of rejects: the rows that are not in the store, as they were, each with why.

A CSV file with a mark at its start, so that Excel reads it as UTF-8; no cell of it runs as a formula
(``cells``). Put right and taken in again it needs the same mapping; the column of reasons is not read.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

from orderdesk.errors import EnvironmentProblem
from orderdesk.intake.files.cells import neutral
from orderdesk.intake.files.parsing import Cell
from orderdesk.intake.files.reading import FileTable
from orderdesk.intake.files.rows import Finding
from orderdesk.intake.files.verdicts import FileImport


def rejects_path(path: Path) -> Path:
    """Return where the rejects of a file go: beside it."""
    return path.with_name(f"{path.stem}.rejects.csv")


def rejects_text(
    table: FileTable, done: FileImport, reason_column: str, say: Callable[[Finding], str]
) -> str:
    """Return the rejected rows with their cells and reasons as CSV; ``say`` puts a finding into words."""
    findings = {verdict.row: verdict.findings for verdict in done.rejected}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    width = len(table.header)
    writer.writerow([*map(neutral, table.header), neutral(reason_column)])
    for number, cells in table.rows:
        if number not in findings:
            continue
        texts = [_text(cell) for cell in cells]
        shown = [*texts[:width], *[""] * (width - len(texts))]
        reason = " ".join(dict.fromkeys(say(finding) for finding in findings[number]))
        writer.writerow([*map(neutral, shown), neutral(reason)])
    return out.getvalue()


def write_rejects(path: Path, text: str) -> None:
    """Write a file of rejects over the one of an earlier run.

    Raises ``EnvironmentProblem`` ``error.file.unwritable``.
    """
    try:
        path.write_text(text, encoding="utf-8-sig", newline="")
    except OSError as fault:
        raise EnvironmentProblem(
            "error.file.unwritable", file=path.name, detail=fault.strerror or ""
        ) from fault


def _text(cell: Cell) -> str:
    return next(iter(cell.values()), "") if isinstance(cell, dict) else cell
