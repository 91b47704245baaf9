"""The rows of a form: a grid of equal steps, in which a long text takes two or three and is never split."""

from __future__ import annotations

from dataclasses import dataclass

from orderdesk.printing.documents import DeliveryNoteDocument
from orderdesk.printing.form_columns import CELL, FormColumn
from orderdesk.printing.pen import Pen
from orderdesk.printing.wording import Wording

MOST_STEPS = 3
EDGE = 0.9
INNER = 0.5
"""Thickness of lines in points; thinner than 0.35 a needle printer leaves gaps."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """One line of the note, broken into its cells' lines; it takes ``steps`` steps of the grid."""

    cells: tuple[tuple[str, ...], ...]
    steps: int


@dataclass(frozen=True, slots=True)
class Grid:
    """The table's place: ``capacity`` steps of ``step`` points below a heading, above one row for sums."""

    columns: tuple[FormColumn, ...]
    heading: tuple[tuple[str, ...], ...]
    heading_height: float
    step: float
    capacity: int

    @property
    def height(self) -> float:
        """Return the height of the whole table in points."""
        return self.heading_height + (self.capacity + 1) * self.step


def measure_rows(
    document: DeliveryNoteDocument, columns: tuple[FormColumn, ...], wording: Wording
) -> tuple[FormRow, ...]:
    """Return every line of ``document`` as a row of the form."""
    rows: list[FormRow] = []
    for line in document.lines:
        cells = tuple(
            (wording.clean(column.value(line)),)
            if column.is_figure
            else wording.wrapped(column.value(line), CELL, column.text_width, MOST_STEPS)
            for column in columns
        )
        rows.append(FormRow(cells, max(1, *map(len, cells))))
    return tuple(rows)


def heading_of(columns: tuple[FormColumn, ...], wording: Wording) -> tuple[tuple[str, ...], ...]:
    """Return the labels of the columns, one line for each language."""
    return tuple(
        tuple(filter(None, (wording.first(code), wording.second(code))))
        for code in (f"document.column.{column.key}" for column in columns)
    )


def draw_grid(pen: Pen, grid: Grid, rows: list[FormRow], top: float, nothing_below: str) -> float:
    """Draw the table with ``rows`` below ``top``; return where the row for sums begins.

    Steps without a row stay as empty cells, so that all forms of a pile look alike; the first of them says
    that nothing follows, or a line could be added by hand.
    """
    left = pen.paper.margin_side
    _draw_cells(pen, grid, grid.heading, top, grid.heading_height, is_heading=True)
    y = top + grid.heading_height
    used = 0
    for row in rows:
        pen.rule(left, y, pen.paper.inner_width, INNER)
        _draw_cells(pen, grid, row.cells, y, row.steps * grid.step)
        y += row.steps * grid.step
        used += row.steps
    for empty in range(grid.capacity - used):
        pen.rule(left, y, pen.paper.inner_width, INNER)
        if empty == 0 and nothing_below:
            _draw_note(pen, grid, y, nothing_below)
        y += grid.step
    pen.rule(left, y, pen.paper.inner_width, INNER)
    for column in grid.columns[1:]:
        pen.upright(left + column.x, top, y - top, INNER)
    return y


def _draw_cells(
    pen: Pen,
    grid: Grid,
    cells: tuple[tuple[str, ...], ...],
    top: float,
    height: float,
    *,
    is_heading: bool = False,
) -> None:
    """Draw the texts of one row, each in the middle of its height."""
    left = pen.paper.margin_side
    for column, lines in zip(grid.columns, cells, strict=True):
        start = top + (height - len(lines) * CELL.line_height) / 2 + 0.2
        x, align = left + column.anchor, column.align
        if is_heading:
            x, align = left + column.x + column.width / 2, "center"
        pen.text_lines(x, start, lines, CELL, align)


def _draw_note(pen: Pen, grid: Grid, top: float, text: str) -> None:
    column = next(column for column in grid.columns if column.key == "name")
    pen.text(
        pen.paper.margin_side + column.x + column.width / 2,
        top + grid.step / 2 + CELL.size * 0.37,
        text,
        CELL,
        "center",
    )
