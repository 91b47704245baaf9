"""Draws the delivery note 送货单 on carbonless continuous forms, 241 × 140 mm, for dot matrix printers.

One colour without grey, nothing on the perforated strips, no text below 10.5 points, no line thinner than
0.5. Every sheet is whole in itself: head, table, sums so far, signatures, in the same places.
"""

from __future__ import annotations

from dataclasses import dataclass

from orderdesk.printing.delivery_note import RenderedDocument, paginate
from orderdesk.printing.documents import DeliveryNoteDocument
from orderdesk.printing.form_closing import (
    FormFoot,
    Sums,
    draw_edge,
    draw_foot,
    draw_footer,
    draw_sums,
    measure_foot,
    sums_of,
)
from orderdesk.printing.form_columns import CELL, form_columns
from orderdesk.printing.form_head import FormHead, draw_head, measure_head
from orderdesk.printing.form_table import FormRow, Grid, draw_grid, heading_of, measure_rows
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import FORM_241, Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.wording import Wording

_MOST_ROWS = 10
_LEAST_STEP, _MOST_STEP = 15.4, 18.0


@dataclass(frozen=True, slots=True)
class _Layout:
    """One note, measured."""

    head: FormHead
    grid: Grid
    rows: tuple[FormRow, ...]
    foot: FormFoot


def render_delivery_form(
    document: DeliveryNoteDocument, options: FormOptions | None = None, paper: Paper = FORM_241
) -> RenderedDocument:
    """Return ``document`` drawn on continuous forms; equal documents and options give equal bytes.

    A page has eight to ten rows. A sign in neither font prints as □, a text without room ends in an ellipsis;
    both come back as warnings.
    """
    options = options or FormOptions()
    wording = Wording(document.labels)
    layout = _measured(document, wording, paper)
    pages = paginate(
        [row.steps for row in layout.rows],
        first_room=layout.grid.capacity,
        next_room=layout.grid.capacity,
        closing=0,
        continued=0,
    )
    title = wording.joined("document.title.delivery_note")
    pen = Pen(
        paper,
        f"{title} {wording.clean(document.number)}".rstrip(),
        wording.clean(document.company.name),
        "en" if document.language == "en" else "zh-CN",
        options.shift,
    )
    for index, (rows, sums) in enumerate(zip(pages, sums_of(document, pages), strict=True)):
        _draw_page(pen, document, wording, layout, rows, sums, (index + 1, len(pages)))
        draw_footer(pen, document, wording, options, index + 1, len(pages))
        pen.next_page()
    return RenderedDocument(pen.finish(), len(pages), wording.warnings())


def _measured(document: DeliveryNoteDocument, wording: Wording, paper: Paper) -> _Layout:
    head = measure_head(document, wording, paper)
    foot = measure_foot(document, wording, paper)
    columns = form_columns(document, wording, paper.inner_width)
    heading = heading_of(columns, wording)
    heading_height = max(map(len, heading)) * CELL.line_height + 4
    inner = paper.height - paper.margin_top - paper.margin_bottom
    room = inner - head.height - foot.height - heading_height
    capacity = min(_MOST_ROWS, int(room / _LEAST_STEP) - 1)  # one step is for the sums
    step = min(room / (capacity + 1), _MOST_STEP)
    grid = Grid(columns, heading, heading_height, step, capacity)
    return _Layout(head, grid, measure_rows(document, columns, wording), foot)


def _draw_page(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    layout: _Layout,
    rows: range,
    sums: Sums,
    place: tuple[int, int],
) -> None:
    page, pages = place
    if document.is_draft:
        pen.across(wording.joined("document.draft"))
    top = draw_head(pen, document, wording, layout.head)
    chosen = [layout.rows[number] for number in rows]
    below = wording.joined("document.nothing_below", " / ") if page == pages else ""
    end = draw_grid(pen, layout.grid, chosen, top, below)
    end = draw_sums(pen, document, wording, layout.grid, sums, end, is_only=pages == 1)
    draw_edge(pen, layout.grid, top)
    draw_foot(pen, document, wording, layout.foot, sums, end, is_last=page == pages, is_only=pages == 1)
