"""The rows of a delivery note, measured before they are drawn: a row has one height and is never split."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from orderdesk.printing.documents import DeliveryNoteDocument, DeliveryNoteLine
from orderdesk.printing.note_columns import (
    HEADING,
    HEADING_SECOND,
    Column,
    LineT,
    has_own_specification,
)
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, fit, wrap
from orderdesk.printing.wording import Wording

_SMALL = Style(8.5, grey=0.35, leading=1.3)
_PADDING = 5.0
_TINT = 0.945
_NAME_LINES = 5
_CELL_LINES = 4
_SMALL_LINES = 2
_SMALLEST_FIGURES = 3.0


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the note, broken into its cells' lines; ``height`` in points."""

    cells: tuple[tuple[str, ...], ...]
    below_name: tuple[str, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Heading:
    """The table's head: for each column its label's lines, and those of the second language."""

    first: tuple[tuple[str, ...], ...]
    second: tuple[tuple[str, ...], ...]
    height: float


def measure_heading(columns: tuple[Column[Any], ...], wording: Wording) -> Heading:
    """Return the head of the table, set into the columns' widths."""
    first = tuple(_heading_lines(wording.first, column, HEADING) for column in columns)
    second = tuple(_heading_lines(wording.second, column, HEADING_SECOND) for column in columns)
    height = max(map(len, first)) * HEADING.line_height + max(map(len, second)) * HEADING_SECOND.line_height
    return Heading(first, second, height + 2 * _PADDING)


def measure_rows(
    document: DeliveryNoteDocument, columns: tuple[Column[DeliveryNoteLine], ...], wording: Wording
) -> tuple[Row, ...]:
    """Return every line of a delivery note as a row of the table."""
    with_specification = not has_own_specification(columns)
    return measure_lines(
        document.lines, columns, wording, lambda line: _below_name(line, wording, with_specification)
    )


def measure_lines(
    lines: Sequence[LineT],
    columns: tuple[Column[LineT], ...],
    wording: Wording,
    below_name: Callable[[LineT], Sequence[str]],
) -> tuple[Row, ...]:
    """Return ``lines`` as rows; ``below_name`` gives the texts that stand small under a line's name."""
    return tuple(_measure_row(line, columns, wording, below_name(line)) for line in lines)


def _heading_lines(label: Callable[[str], str], column: Column[Any], style: Style) -> tuple[str, ...]:
    return wrap(label(f"document.column.{column.key}"), style, column.width, 3).lines


def _measure_row(
    line: LineT, columns: tuple[Column[LineT], ...], wording: Wording, small: Sequence[str]
) -> Row:
    cells: list[tuple[str, ...]] = []
    below: tuple[str, ...] = ()
    heights: list[float] = []
    for column in columns:
        text = column.value(line)
        if column.is_figure:
            lines: tuple[str, ...] = (wording.clean(text),)
        else:
            most = _NAME_LINES if column.key == "name" else _CELL_LINES
            lines = wording.wrapped(text, column.style, column.width, most)
        cells.append(lines)
        height = len(lines) * column.style.line_height
        if column.key == "name":
            below = tuple(
                part for text in small for part in wording.wrapped(text, _SMALL, column.width, _SMALL_LINES)
            )
            height += len(below) * _SMALL.line_height
        heights.append(height)
    return Row(tuple(cells), below, max(heights) + 2 * _PADDING)


def _below_name(line: DeliveryNoteLine, wording: Wording, with_specification: bool) -> list[str]:
    """Return the small texts under a name: specification, gift, customer's item number, note."""
    texts: list[str] = []
    if with_specification and line.specification:
        texts.append(line.specification)
    if line.is_gift:
        texts.append(wording.joined("document.gift"))
    if line.customer_item:
        texts.append(f"{wording.first('document.customer_item')} {line.customer_item}")
    if line.note:
        texts.append(line.note)
    return texts


def draw_heading(pen: Pen, columns: tuple[Column[Any], ...], heading: Heading, top: float) -> float:
    """Draw the head of the table below ``top`` and return where it ends."""
    left, width = pen.paper.margin_side, pen.paper.inner_width
    pen.rule(left, top, width, 1.1)
    for column, first, second in zip(columns, heading.first, heading.second, strict=True):
        x = left + column.anchor
        end = pen.text_lines(x, top + _PADDING, first, HEADING, column.align)
        pen.text_lines(x, end, second, HEADING_SECOND, column.align)
    pen.rule(left, top + heading.height, width, 0.6)
    return top + heading.height


def draw_row(pen: Pen, columns: tuple[Column[Any], ...], row: Row, top: float, *, is_last: bool) -> float:
    """Draw one row below ``top``, the line under it strong if last, and return where it ends."""
    left = pen.paper.margin_side
    for column, lines in zip(columns, row.cells, strict=True):
        style = column.style
        if column.is_figure:
            style = fit(lines[0], style, column.width, _SMALLEST_FIGURES)
        # A smaller figure stands on the base line of its row.
        drop = max(0.0, 10.5 - style.size)
        end = pen.text_lines(left + column.anchor, top + _PADDING + drop, lines, style, column.align)
        if column.key == "name":
            pen.text_lines(left + column.anchor, end, row.below_name, _SMALL, column.align)
    bottom = top + row.height
    pen.rule(left, bottom, pen.paper.inner_width, 1.1 if is_last else 0.4, 0.0 if is_last else 0.65)
    return bottom


def draw_tint(pen: Pen, columns: tuple[Column[Any], ...], top: float, height: float) -> None:
    """Shade the column that counts, what is in this delivery; first, so that the table's lines cross it."""
    for column in columns:
        if column.is_tinted:
            pen.box(pen.paper.margin_side + column.x - 4.5, top, column.width + 9, height, _TINT)
