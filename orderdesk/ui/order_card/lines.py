"""The lines on an order's card, drawn by hand: two hundred of them as labels would keep the keys waiting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orderdesk.services.reading.order_card import CardLine, OrderCard
from orderdesk.ui.drawing import draw_line
from orderdesk.ui.language import tr
from orderdesk.ui.note_words import note_text
from orderdesk.ui.order_card import wording
from orderdesk.ui.order_card.wording import Here
from orderdesk.ui.theme import theme
from orderdesk.words import format_quantity

_RIGHT = Qt.AlignmentFlag.AlignRight
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_ENDLESS = 1_000_000


@dataclass(frozen=True, slots=True)
class LineText:
    """One line in words. ``figures`` are ordered, shipped and open; empty where no quantity was typed."""

    name: str
    unit: str
    figures: tuple[str, ...]
    is_part: bool
    places: tuple[
        str, ...
    ]  # its stock while it is open; what goes where and when, if not all lines go together
    notes: tuple[str, ...] = ()  # with where they show, and the line's own wish when stock is short

    @property
    def spoken(self) -> str:
        """The line as a screen reader says it."""
        figures = (
            f"{tr(f'desk.card.{code}')} {figure} {self.unit}"
            for code, figure in zip(_FIGURES, self.figures, strict=False)
        )
        return ", ".join((self.name, *figures, *self.places, *self.notes))


_FIGURES = ("ordered", "shipped", "open")


def line_texts(card: OrderCard, here: Here) -> tuple[LineText, ...]:
    """Return the lines of a card in words."""
    with_places = len(card.places) > 1
    return tuple(_line_text(line, here, with_places=with_places) for line in card.lines)


def _line_text(line: CardLine, here: Here, *, with_places: bool) -> LineText:
    figures, unit = line.quantities, wording.local(line.unit, line.unit_en)
    shown = (figures.ordered, figures.shipped, figures.open) if figures is not None else ()
    places = (
        (
            f"{format_quantity(part.quantity)} {unit}",
            here.day(part.day) if part.day is not None else "",
            wording.address_text(part.deliver_to),
        )
        for part in (line.schedule if with_places else ())
    )
    return LineText(
        name=wording.joined((str(line.position), line.code, wording.local(line.name, line.name_en))),
        unit=unit,
        figures=tuple(format_quantity(figure) for figure in shown),
        is_part=line.state == "partly_delivered",
        places=(*_stock(line, unit), *(wording.joined(place) for place in places)),
        notes=(*(note_text(note) for note in line.notes), *_wish(line)),
    )


def _stock(line: CardLine, unit: str) -> tuple[str, ...]:
    """Say what of an open line is reserved, and what is free besides; nothing of one that has left."""
    figures = line.quantities
    if line.free is None or figures is None or figures.open <= 0:
        return ()
    reserved, free = format_quantity(line.reserved), format_quantity(line.free)
    return (tr("desk.card.stock", reserved=reserved, free=free, unit=unit),)


def _wish(line: CardLine) -> tuple[str, ...]:
    wish = wording.term("when_short", line.when_short)
    return (tr("note.wish.said", wish=wish),) if wish else ()


class CardLines(QWidget):
    """Draws lines under each other, names and addresses wrapped to the width of the panel."""

    def __init__(self, texts: Sequence[LineText], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("desk.card.lines")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("desk.card.lines"))
        self.setAccessibleDescription("\n".join(text.spoken for text in texts))
        self._texts = tuple(texts)
        self._tops: list[int] = []  # of each line, and of what comes after the last
        self._captions = tuple(tr(f"desk.card.{code}") for code in _FIGURES)
        self._metrics = QFontMetrics(theme().font())
        self._row = self._metrics.lineSpacing() + 2
        self._widths = self._figure_widths()
        self._place_all()

    @property
    def texts(self) -> tuple[LineText, ...]:
        """What is drawn."""
        return self._texts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place_all()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines that are in sight."""
        painter = QPainter(self)
        self._paint_figures(painter, 0, self._captions, theme().font("small"), "text_faint")
        for at, text in enumerate(self._texts):
            if self._tops[at + 1] >= event.rect().top() and self._tops[at] <= event.rect().bottom():
                self._paint_line(painter, self._tops[at], text)
        painter.end()

    def _paint_line(self, painter: QPainter, top: int, text: LineText) -> None:
        top = self._paint_wrapped(painter, top, text.name, "text")
        painter.setPen(theme().colour("text_quiet"))
        draw_line(painter, QRect(0, top, self.width() - sum(self._widths), self._row), text.unit)
        self._paint_figures(painter, top, text.figures, theme().font(), "text", is_part=text.is_part)
        top += self._row
        for place in (*text.places, *text.notes):
            top = self._paint_wrapped(painter, top, place, "text_quiet")

    def _paint_figures(
        self, painter: QPainter, top: int, figures: Sequence[str], font: QFont, colour: str, *,
        is_part: bool = False,
    ) -> None:  # fmt: skip
        painter.setFont(font)
        left = self.width() - sum(self._widths)
        for at, (figure, width) in enumerate(zip(figures, self._widths, strict=False)):
            painter.setPen(theme().colour("warn" if is_part and at == len(figures) - 1 else colour))
            draw_line(painter, QRect(left, top, width, self._row), figure, _RIGHT)
            left += width
        painter.setFont(theme().font())

    def _paint_wrapped(self, painter: QPainter, top: int, text: str, colour: str) -> int:
        room = QRect(0, top, self.width(), self._height_of(text))
        painter.setFont(theme().font())
        painter.setPen(theme().colour(colour))
        painter.drawText(room, _WRAPPED, text)
        return room.bottom() + 1

    def _height_of(self, text: str) -> int:
        room = QRect(0, 0, max(1, self.width()), _ENDLESS)
        return max(self._row, self._metrics.boundingRect(room, _WRAPPED, text).height())

    def _figure_widths(self) -> tuple[int, ...]:
        small = QFontMetrics(theme().font("small"))
        widths = []
        for at, caption in enumerate(self._captions):
            figures = [text.figures[at] for text in self._texts if text.figures]
            widest = max((self._metrics.horizontalAdvance(figure) for figure in figures), default=0)
            widths.append(max(widest, small.horizontalAdvance(caption)) + theme().space("apart"))
        return tuple(widths)

    def _place_all(self) -> None:
        top = self._row
        self._tops = []
        for text in self._texts:
            self._tops.append(top)
            top += self._height_of(text.name) + self._row
            top += sum(self._height_of(place) for place in (*text.places, *text.notes)) + theme().space(
                "tight"
            )
        self._tops.append(top)
        self.setFixedHeight(top)
