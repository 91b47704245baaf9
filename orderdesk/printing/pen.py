"""Draws on one page after another; lengths in points, measured from the upper left corner of the sheet."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal

from orderdesk.printing import fonts
from orderdesk.printing.papers import Paper
from orderdesk.printing.texts import Style

Align = Literal["left", "center", "right"]

_BAR_WIDTH = 0.85  # points; a hand scanner reads 0.19 mm modules, ours are 0.3 mm
_SMALLEST_BAR = 0.55
_NEEDLE_BARS = (1.2, 0.8)  # points: three and two dots of 1/180 inch
_OUTLINE = 0.5


class Pen:
    """One PDF being drawn. Equal strokes give equal bytes: no clock and no chance stands in the file."""

    def __init__(
        self,
        paper: Paper,
        title: str,
        author: str,
        language: str,
        shift: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        """Begin a file; ``shift`` moves everything on every page to the right and down, in points."""
        from reportlab.pdfgen.canvas import Canvas  # with the first paper: a start does not wait for it

        self.paper = paper
        self._shift = shift
        self._buffer = io.BytesIO()
        first_face = fonts.form_regular() if paper.strip else fonts.regular()
        # Canvas has no types; `invariant` writes a fixed date and id.
        self._sheets: Any = Canvas(
            self._buffer,
            pagesize=(paper.width, paper.height),
            invariant=1,
            pageCompression=1,
            lang=language,
            initialFontName=first_face.first,  # or a Helvetica that is not embedded stands in the file
        )
        self._sheets.setTitle(title)
        self._sheets.setAuthor(author)
        self._sheets.setCreator("OrderDesk")
        self._has_begun = False

    @property
    def _canvas(self) -> Any:
        """The page being drawn; moved at its first stroke, since a page that was moved is no longer empty."""
        if not self._has_begun:
            self._has_begun = True
            right, down = self._shift
            if right or down:
                self._sheets.translate(right, -down)
        return self._sheets

    def next_page(self) -> None:
        """Finish this page; what is drawn from now on stands on the next."""
        self._canvas.showPage()
        self._has_begun = False

    def finish(self) -> bytes:
        """Return the PDF."""
        self._sheets.save()
        return self._buffer.getvalue()

    def text(self, x: float, baseline: float, text: str, style: Style, align: Align = "left") -> float:
        """Draw one line at ``x`` (its left end, middle or right end) and return its width."""
        width = style.width(text)
        start = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        written = self._canvas.beginText(start, self.paper.height - baseline)
        written.setFillGray(style.grey)
        for font, run in style.face.runs(text):
            written.setFont(font, style.size)
            written.textOut(run)
        self._canvas.drawText(written)
        return width

    def text_lines(
        self, x: float, top: float, lines: Iterable[str], style: Style, align: Align = "left"
    ) -> float:
        """Draw ``lines`` below ``top`` and return where they end."""
        for line in lines:
            self.text(x, top + style.size, line, style, align)
            top += style.line_height
        return top

    def rule(self, x: float, y: float, width: float, thickness: float, grey: float = 0.0) -> None:
        """Draw a horizontal line."""
        self._canvas.setStrokeGray(grey)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, self.paper.height - y, x + width, self.paper.height - y)

    def upright(self, x: float, top: float, height: float, thickness: float) -> None:
        """Draw a vertical line in black."""
        self._canvas.setStrokeGray(0)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, self.paper.height - top, x, self.paper.height - top - height)

    def frame(self, x: float, top: float, width: float, height: float, thickness: float) -> None:
        """Draw the edge of a rectangle in black."""
        self._canvas.setStrokeGray(0)
        self._canvas.setLineWidth(thickness)
        self._canvas.rect(x, self.paper.height - top - height, width, height, stroke=1, fill=0)

    def box(self, x: float, top: float, width: float, height: float, grey: float) -> None:
        """Fill a rectangle."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, self.paper.height - top - height, width, height, stroke=0, fill=1)

    def mark(self, x: float, top: float, text: str, style: Style, *, is_filled: bool) -> float:
        """Draw ``text`` in a rounded frame (white on black when filled) and return its width."""
        width = style.width(text) + style.size
        height = style.size * 1.75
        self._canvas.setStrokeGray(0)
        self._canvas.setFillGray(0)
        self._canvas.setLineWidth(0.8)
        low = self.paper.height - top - height
        self._canvas.roundRect(x, low, width, height, 2.5, stroke=1, fill=int(is_filled))
        worn = replace(style, grey=1.0 if is_filled else 0.0)
        self.text(x + style.size / 2, top + style.size * 1.23, text, worn)
        return width

    def across(self, text: str) -> None:
        """Draw ``text`` large and pale across the page; called first, so that all else stands over it.

        A form has one colour and no grey: there only the edges of the signs are drawn.
        """
        paper = self.paper
        is_form = bool(paper.strip)
        style = Style(100, is_strong=True, grey=0.0 if is_form else 0.9, is_form=is_form)
        wanted = (paper.height if is_form else paper.width) * 0.8
        style = replace(style, size=min(150.0, 100 * wanted / style.width(text)))
        self._canvas.saveState()
        self._canvas.translate(paper.width / 2, paper.height / 2)
        self._canvas.rotate(20 if is_form else 40)
        self._canvas.setFillGray(style.grey)
        self._canvas.setStrokeGray(0)
        self._canvas.setLineWidth(_OUTLINE)
        x = -style.width(text) / 2
        for font, run in style.face.runs(text):
            self._canvas.setFont(font, style.size)
            self._canvas.drawString(x, -style.size * 0.35, run, mode=1 if is_form else None)
            x += self._canvas.stringWidth(run, font, style.size)
        self._canvas.restoreState()

    def code128(self, right: float, top: float, payload: str, room: float, height: float) -> float:
        """Draw ``payload`` as bars ending at ``right`` and return their width; 0 when ``room`` is too narrow.

        Bars thinner than a hand scanner reads are worse than none: the number stands beside them in any case.
        On forms they are whole needles of a 24-needle head thick, or neighbouring bars would run together.
        """
        from reportlab.graphics.barcode.code128 import Code128

        bar = Code128(payload, barWidth=1.0, barHeight=height, quiet=False)
        thickness = min(_BAR_WIDTH, room / bar.width)
        if self.paper.strip:
            thickness = next((width for width in _NEEDLE_BARS if width * bar.width <= room), 0.0)
        if thickness < _SMALLEST_BAR:
            return 0.0
        bar = Code128(payload, barWidth=thickness, barHeight=height, quiet=False)
        self._canvas.setFillGray(0)
        bar.drawOn(self._canvas, right - bar.width, self.paper.height - top - height)
        return float(bar.width)

    def qr(self, right: float, top: float, payload: str, size: float) -> None:
        """Draw ``payload`` as a QR code of ``size`` points whose right edge is ``right``."""
        modules, operators = _qr_path(payload)
        self._canvas.saveState()
        self._canvas.translate(right - size, self.paper.height - top - size)
        self._canvas.scale(size / modules, size / modules)
        self._canvas.setFillGray(0)
        self._canvas.addLiteral(operators)
        self._canvas.restoreState()


@lru_cache(maxsize=16)
def _qr_path(payload: str) -> tuple[int, str]:
    """Return the side of the QR code in modules, and PDF operators that fill its dark runs.

    Written out here, since a note's worth of rectangles through the canvas takes as long as half the note.
    """
    import segno

    rows = tuple(segno.make(payload, error="m", micro=False, boost_error=False).matrix)
    bars: list[str] = []
    for index, row in enumerate(rows):
        x = 0
        for is_dark, run in groupby(row, key=bool):
            length = len(list(run))
            if is_dark:
                bars.append(f"{x} {len(rows) - 1 - index} {length} 1 re")
            x += length
    return len(rows), " ".join([*bars, "f"])
