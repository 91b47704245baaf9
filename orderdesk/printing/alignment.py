"""The alignment page of a form: crosses in known places, rulers, and how to read an offset from them."""

from __future__ import annotations

from decimal import Decimal

from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import DocumentLanguage, Labels
from orderdesk.printing.form_columns import CELL
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.papers import FORM_241, POINTS_PER_MM, Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style
from orderdesk.printing.wording import Wording

CROSS_AT = Decimal(30)
"""Millimetres from two edges of the paper to the middle of each cross."""

_TITLE = Style(16, is_strong=True, is_form=True)
_ARM = 5.0  # mm
_THICKNESS = 0.5
_RULER_MM = 10


def render_alignment_page(
    labels: Labels, language: DocumentLanguage, options: FormOptions | None = None, paper: Paper = FORM_241
) -> RenderedDocument:
    """Return one form with four crosses 30 mm from the paper's edges and the frame that printing stays in.

    It is moved by ``options`` like any other form, so a page printed after setting an offset shows whether it
    was right: the crosses then stand at 30 mm.
    """
    options = options or FormOptions()
    wording = Wording(labels)
    pen = Pen(paper, wording.joined("document.alignment.title"), "", language, options.shift)
    _draw_frame(pen)
    for from_left in (True, False):
        for from_top in (True, False):
            _draw_cross(pen, from_left=from_left, from_top=from_top)
    _draw_texts(pen, wording, options)
    pen.next_page()
    return RenderedDocument(pen.finish(), 1, wording.warnings())


def _draw_frame(pen: Pen) -> None:
    """Draw the edge of what is printed, with a mark for each millimetre at its top and its left."""
    paper = pen.paper
    left, top = paper.margin_side, paper.margin_top
    height = paper.height - paper.margin_top - paper.margin_bottom
    pen.frame(left, top, paper.inner_width, height, _THICKNESS)
    for step in range(1, int(paper.inner_width / POINTS_PER_MM)):
        pen.upright(left + step * POINTS_PER_MM, top, _mark(step), _THICKNESS)
    for step in range(1, int(height / POINTS_PER_MM)):
        pen.rule(left, top + step * POINTS_PER_MM, _mark(step), _THICKNESS)


def _mark(step: int) -> float:
    """Return the length of the mark at ``step`` millimetres, in points."""
    if step % _RULER_MM == 0:
        return 9.0
    return 6.0 if step % 5 == 0 else 3.5


def _draw_cross(pen: Pen, *, from_left: bool, from_top: bool) -> None:
    distance = float(CROSS_AT) * POINTS_PER_MM
    x = distance if from_left else pen.paper.width - distance
    y = distance if from_top else pen.paper.height - distance
    arm = _ARM * POINTS_PER_MM
    pen.rule(x - arm, y, 2 * arm, _THICKNESS)
    pen.upright(x, y - arm, 2 * arm, _THICKNESS)
    beside = 4.0 if from_left else -4.0
    pen.text(x + beside, y - 4, f"{CROSS_AT} mm", CELL, "left" if from_left else "right")


def _draw_texts(pen: Pen, wording: Wording, options: FormOptions) -> None:
    """Draw what to measure and what to make of it, between the crosses."""
    paper = pen.paper
    x = (float(CROSS_AT) + 2 * _ARM) * POINTS_PER_MM
    width = paper.width - 2 * x
    y = (float(CROSS_AT) + 2 * _ARM) * POINTS_PER_MM
    pen.text(paper.width / 2, y - 20, wording.joined("document.alignment.title"), _TITLE, "center")
    params = {
        "millimetres": str(CROSS_AT),
        "right": _signed(options.right),
        "down": _signed(options.down),
    }
    for key in ("offset", "cross", "formula", "frame"):
        for text in (wording.first, wording.second):
            sentence = text(f"document.alignment.{key}", **params)
            y = pen.text_lines(x, y, wording.wrapped(sentence, CELL, width, 2), CELL)
        y += 4


def _signed(offset: Decimal) -> str:
    return f"{offset:+.1f}" if offset else "0.0"
