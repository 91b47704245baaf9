"""A list on paper: a table over pages, its header on each of them, and which page of how many it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from orderdesk.printing import fonts
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.papers import A4, Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, shorten, wrap

A4_LANDSCAPE = replace(A4, key="a4-landscape", width=A4.height, height=A4.width)

_TITLE = Style(14, is_strong=True)
_SMALL = Style(8, grey=0.35)
_HEAD = Style(8, is_strong=True)
_CELL = Style(8)
_GAP = 8.0  # points between two columns
_ROOM = 4.0  # points above and below a row's text
_MOST_LINES = 3  # of a cell
_WIDEST = 190.0
_MEASURED_ROWS = 500


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A table in words. ``right`` names the columns of figures; ``page`` is worded with two open places.

    ``note`` stands under the title: which day and view it is, how many rows.
    """

    title: str
    note: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int]
    page: str  # such as "page {page} of {pages}"
    language: str = "zh-CN"


def render_table(sheet: TableSheet, paper: Paper = A4_LANDSCAPE) -> RenderedDocument:
    """Return the table as PDF; equal tables give equal bytes. Signs that no font has print as □."""
    missing: set[str] = set()
    clean = [[fonts.printable(cell, missing) for cell in row] for row in (sheet.header, *sheet.rows)]
    widths = _widths(clean, paper.inner_width)
    head, *rows = [
        [wrap(cell, style, width, _MOST_LINES).lines for cell, width in zip(row, widths, strict=True)]
        for row, style in zip(clean, (_HEAD, *[_CELL] * len(sheet.rows)), strict=True)
    ]
    pages = _pages([_height(row) for row in rows], _height(head), paper)
    pen = Pen(paper, fonts.printable(sheet.title, missing), "OrderDesk", sheet.language)
    for number, page in enumerate(pages, start=1):
        top = _draw_top(pen, sheet, missing, is_first=number == 1)
        top = _draw_row(pen, head, widths, sheet.right, top, _HEAD)
        pen.rule(paper.margin_side, top, paper.inner_width, 0.8)
        for at in page:
            top = _draw_row(pen, rows[at], widths, sheet.right, top, _CELL)
            pen.rule(paper.margin_side, top, paper.inner_width, 0.3, grey=0.75)
        place = sheet.page.format(page=number, pages=len(pages))
        pen.text(paper.width - paper.margin_side, paper.height - paper.margin_bottom, place, _SMALL, "right")
        pen.next_page()
    return RenderedDocument(pen.finish(), len(pages))


def _widths(rows: Sequence[Sequence[str]], room: float) -> list[float]:
    """Return how wide each column is: as its widest text, all together as wide as the sheet."""
    wanted = [
        min(_WIDEST, max((_HEAD.width(row[at]) for row in rows[:_MEASURED_ROWS]), default=0)) + 2
        for at in range(len(rows[0]))
    ]
    room -= _GAP * (len(wanted) - 1)
    factor = room / max(sum(wanted), 1)
    return [width * factor for width in wanted]


def _height(row: Sequence[Sequence[str]]) -> float:
    return max(1, *(len(lines) for lines in row)) * _CELL.line_height + 2 * _ROOM


def _pages(heights: Sequence[float], head: float, paper: Paper) -> list[range]:
    """Return the rows of each page; a table without rows has one page."""
    room = paper.height - paper.margin_top - paper.margin_bottom - 14 - head
    pages, start, left = [], 0, room - _top_height(is_first=True)
    for at, height in enumerate(heights):
        if height > left and at > start:
            pages.append(range(start, at))
            start, left = at, room - _top_height(is_first=False)
        left -= height
    return [*pages, range(start, len(heights))]


def _top_height(*, is_first: bool) -> float:
    return _TITLE.line_height + _SMALL.line_height + 6 if is_first else _SMALL.line_height + 4


def _draw_top(pen: Pen, sheet: TableSheet, missing: set[str], *, is_first: bool) -> float:
    paper = pen.paper
    title, note = fonts.printable(sheet.title, missing), fonts.printable(sheet.note, missing)
    top = paper.margin_top
    if is_first:
        pen.text(paper.margin_side, top + _TITLE.size, shorten(title, _TITLE, paper.inner_width), _TITLE)
        below = shorten(note, _SMALL, paper.inner_width)
        pen.text(paper.margin_side, top + _TITLE.line_height + _SMALL.size, below, _SMALL)
    else:
        running = shorten(f"{title}  {note}", _SMALL, paper.inner_width)
        pen.text(paper.margin_side, top + _SMALL.size, running, _SMALL)
    return top + _top_height(is_first=is_first)


def _draw_row(
    pen: Pen,
    row: Sequence[Sequence[str]],
    widths: Sequence[float],
    right: frozenset[int],
    top: float,
    style: Style,
) -> float:
    left = pen.paper.margin_side
    for at, (lines, width) in enumerate(zip(row, widths, strict=True)):
        is_right = at in right
        pen.text_lines(
            left + width if is_right else left, top + _ROOM, lines, style, "right" if is_right else "left"
        )
        left += width + _GAP
    return top + _height(row)
