"""Draws the delivery note 送货单: one exact layout for preview, PDF and printer.

Everything is measured first, then the rows are given to pages, then the pages are drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from orderdesk.errors import Problem
from orderdesk.printing.documents import DeliveryNoteDocument, DeliveryNoteLine
from orderdesk.printing.note_closing import Closing, draw_closing, measure_closing
from orderdesk.printing.note_columns import Column, columns_for
from orderdesk.printing.note_header import (
    Header,
    HeadTexts,
    draw_header,
    draw_running_header,
    measure_header,
    note_head,
    running_height,
)
from orderdesk.printing.note_table import (
    Heading,
    Row,
    draw_heading,
    draw_row,
    draw_tint,
    measure_heading,
    measure_rows,
)
from orderdesk.printing.papers import Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, shorten
from orderdesk.printing.wording import Wording

_FOOTER = Style(8, grey=0.35)
FOOTER_HEIGHT = 18.0
CONTINUED_HEIGHT = 18.0
"""Points kept free on each page, and on each but the last."""


@dataclass(frozen=True, slots=True)
class RenderedDocument:
    """A paper as PDF bytes; ``warnings`` name what it does not show as given."""

    pdf: bytes
    pages: int
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Layout:
    """One note, measured."""

    head: HeadTexts
    header: Header
    columns: tuple[Column[DeliveryNoteLine], ...]
    heading: Heading
    rows: tuple[Row, ...]
    closing: Closing


def render_delivery_note(document: DeliveryNoteDocument, paper: Paper) -> RenderedDocument:
    """Return ``document`` drawn on ``paper``; equal documents give equal bytes.

    A sign in neither font prints as □, a text without room ends in an ellipsis; both come back as warnings.
    """
    wording = Wording(document.labels)
    layout = _measured(document, wording, paper)
    room = paper.height - paper.margin_top - paper.margin_bottom - FOOTER_HEIGHT - layout.heading.height
    pages = paginate(
        [row.height for row in layout.rows],
        first_room=room - layout.header.height,
        next_room=room - running_height(),
        closing=layout.closing.height,
        continued=CONTINUED_HEIGHT,
    )
    title = wording.joined("document.title.delivery_note")
    pen = Pen(
        paper,
        f"{title} {wording.clean(document.number)}".rstrip(),
        wording.clean(document.company.name),
        "en" if document.language == "en" else "zh-CN",
    )
    for index, rows in enumerate(pages):
        _draw_page(pen, document, wording, layout, rows, index, len(pages))
        pen.next_page()
    return RenderedDocument(pen.finish(), len(pages), wording.warnings())


def paginate(
    heights: Sequence[float], *, first_room: float, next_room: float, closing: float, continued: float
) -> list[range]:
    """Return the rows of each page, all lengths in points; no row is split.

    The closing block stands on the last page with one row at least; on any other page ``continued`` is kept
    free for the line that says so. Raises ``ValueError`` if a row does not fit a page with what must stand
    beside it.
    """
    pages: list[range] = []
    start, room = 0, first_room
    while True:
        end, used = start, 0.0
        while end < len(heights) and used + heights[end] <= room - continued:
            used += heights[end]
            end += 1
        rest = sum(heights[start:])
        if rest + closing <= room:
            pages.append(range(start, len(heights)))
            return pages
        end = min(end, len(heights) - 1)
        if end == start:
            raise ValueError("a row is higher than the page")
        pages.append(range(start, end))
        start, room = end, next_room


def _measured(document: DeliveryNoteDocument, wording: Wording, paper: Paper) -> _Layout:
    columns = columns_for(document, wording, paper.inner_width)
    head = note_head(document, wording)
    return _Layout(
        head=head,
        header=measure_header(head, wording, paper),
        columns=columns,
        heading=measure_heading(columns, wording),
        rows=measure_rows(document, columns, wording),
        closing=measure_closing(document, wording, paper.inner_width),
    )


def _draw_page(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    layout: _Layout,
    rows: range,
    index: int,
    pages: int,
) -> None:
    if document.is_draft:
        pen.across(wording.joined("document.draft"))
    if index == 0:
        top = draw_header(pen, layout.head, wording, layout.header)
    else:
        top = draw_running_header(pen, layout.head, wording)
    rows_height = sum(layout.rows[number].height for number in rows)
    draw_tint(pen, layout.columns, top, layout.heading.height + rows_height)
    top = draw_heading(pen, layout.columns, layout.heading, top)
    for number in rows:
        top = draw_row(pen, layout.columns, layout.rows[number], top, is_last=number == rows[-1])
    if index == pages - 1:
        draw_closing(pen, document, wording, layout.columns, layout.closing, top)
    else:
        draw_continued(pen, wording, top)
    draw_footer(pen, wording, (document.printed_by, document.printed_at), index + 1, pages)


def draw_footer(pen: Pen, wording: Wording, printed: tuple[str, str], page: int, pages: int) -> None:
    """Draw who printed it and when, and page x of y, on the last line of the page."""
    paper = pen.paper
    baseline = paper.height - paper.margin_bottom
    number = wording.joined("document.page", " / ", page=page, pages=pages)
    used = pen.text(paper.width - paper.margin_side, baseline, number, _FOOTER, "right")
    if any(printed):
        person, time = printed
        text = wording.joined("document.printed", " / ", person=person, time=time)
        pen.text(paper.margin_side, baseline, shorten(text, _FOOTER, paper.inner_width - used - 16), _FOOTER)


def draw_continued(pen: Pen, wording: Wording, top: float) -> None:
    """Draw below the last row of a page that there are more."""
    right = pen.paper.width - pen.paper.margin_side
    pen.text(right, top + 13, wording.joined("document.continued", " / "), _FOOTER, "right")
