"""Cells on the clipboard, as text and as a table: figures as figures, words as they stand (ux 3.10)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from html import escape

from PySide6.QtCore import QItemSelectionRange, QMimeData, Qt
from PySide6.QtWidgets import QTableView

from orderdesk.intake.files.cells import neutral
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.rows_model import RowsModel

_FIGURE = re.compile(r"-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?")
# What keeps leading zeros and long codes when a spreadsheet takes the table in.
_AS_TEXT = "mso-number-format:'\\@'"

Cell = tuple[str, bool]  # as it is copied, and whether it is a figure


def copied(view: QTableView, model: RowsModel, *, with_headers: bool) -> QMimeData | None:
    """Return the chosen cells as the smallest block that holds them; ``None`` where nothing is chosen.

    All chosen rows are there, whether they have been scrolled into view or not; hidden columns are not. A
    list whose rows are chosen as a whole gives every column on show.
    """
    parts = view.selectionModel().selection().toList()
    if not parts and view.currentIndex().isValid():
        parts = [QItemSelectionRange(view.currentIndex())]
    rows = sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})
    columns = [
        at
        for at in range(model.columnCount())
        if not view.isColumnHidden(at) and any(part.left() <= at <= part.right() for part in parts)
    ]
    if not rows or not columns:
        return None
    table = [[_cell(model.columns[at], model.rows[row]) for at in columns] for row in rows]
    if with_headers:
        names = [model.headerData(at, Qt.Orientation.Horizontal) or "" for at in columns]
        table.insert(0, [(name, False) for name in names])
    data = QMimeData()
    data.setText(_as_text(table))
    data.setHtml(_as_table(table))
    return data


def figure_in(column: Column, row: object) -> Decimal | None:
    """Return the figure that a cell shows; ``None`` where it shows words or nothing."""
    text, is_figure = _cell(column, row)
    return Decimal(text) if is_figure else None


def _cell(column: Column, row: object) -> Cell:
    if column.copied is not None:
        text = column.copied(row)
    else:
        chip = column.chip(row) if column.chip is not None else None
        text = chip.word if chip is not None else column.text(row)
    if column.kind == "number" and _FIGURE.fullmatch(text):
        return text.replace(",", ""), True
    return text, False


def _as_text(table: Sequence[Sequence[Cell]]) -> str:
    """Return lines of cells between tabs. A single cell stays as it stands: it goes into any box."""
    if len(table) == 1 and len(table[0]) == 1:
        return table[0][0][0]
    return "\n".join("\t".join(_flat(text, is_figure) for text, is_figure in row) for row in table) + "\n"


def _flat(text: str, is_figure: bool) -> str:
    return text if is_figure else neutral(" ".join(text.split()))


def _as_table(table: Sequence[Sequence[Cell]]) -> str:
    rows = "".join(f"<tr>{''.join(map(_table_cell, row))}</tr>" for row in table)
    return f'<meta charset="utf-8"><table>{rows}</table>'


def _table_cell(cell: Cell) -> str:
    text, is_figure = cell
    return f"<td>{text}</td>" if is_figure else f'<td style="{_AS_TEXT}">{escape(text)}</td>'
