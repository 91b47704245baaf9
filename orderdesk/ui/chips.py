"""Chips: a tier is a square with its letter, a state is round with an icon and its word. Never colour
alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from orderdesk.ui import icons
from orderdesk.ui.drawing import draw_line
from orderdesk.ui.theme import theme


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: its kind in the token table, and its word, or a letter (``V``) where that finds no room."""

    kind: str
    word: str
    mark: str = ""


def chip_width(chip: Chip) -> int:
    """Return how wide a chip is drawn, in logical pixels."""
    metrics = QFontMetrics(theme().font("small", strong=True))
    front = metrics.horizontalAdvance(chip.mark) if chip.mark else _icon_side(chip)
    gap = 5 if front and chip.word else 0
    return 16 + front + gap + metrics.horizontalAdvance(chip.word)


def paint_chip(painter: QPainter, room: QRect, chip: Chip) -> int:
    """Draw a chip at the left of ``room``, centred in height, elided to its width; return the width used."""
    look = theme().chip(chip.kind)
    height = min(theme().size("chip"), room.height() - 4)
    width = min(chip_width(chip), room.width())
    box = QRectF(room.x() + 0.5, room.y() + (room.height() - height) / 2 + 0.5, width - 1, height - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(look.edge), 1))
    painter.setBrush(QColor(look.fill))
    radius = 3 if look.shape == "square" else box.height() / 2
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(QColor(look.text))
    painter.setFont(theme().font("small", strong=True))
    _paint_inside(painter, box, chip, look.text)
    painter.restore()
    return width


def _paint_inside(painter: QPainter, box: QRectF, chip: Chip, colour: str) -> None:
    inside = box.adjusted(8, 0, -7, 0)
    side = _icon_side(chip)
    if chip.mark:
        draw_line(painter, inside, chip.mark)
        inside.adjust(painter.fontMetrics().horizontalAdvance(chip.mark) + 5, 0, 0, 0)
    elif side:
        picture = icons.pixmap(theme().chip(chip.kind).icon, colour, side)
        painter.drawPixmap(QRectF(inside.x(), box.center().y() - side / 2, side, side).topLeft(), picture)
        inside.adjust(side + 5, 0, 0, 0)
    draw_line(painter, inside, chip.word)


def _icon_side(chip: Chip) -> int:
    return theme().px(12) if not chip.mark and theme().chip(chip.kind).icon else 0


class ChipLabel(QWidget):
    """A chip in a form. Without a chip it takes no room."""

    def __init__(self, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._chip: Chip | None = None
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    @property
    def chip(self) -> Chip | None:
        """The chip on show."""
        return self._chip

    def show_chip(self, chip: Chip | None) -> None:
        """Show ``chip`` or nothing; a screen reader hears its word."""
        self._chip = chip
        self.setAccessibleName("" if chip is None else chip.word)
        self.setVisible(chip is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the chip takes."""
        return QSize(chip_width(self._chip) if self._chip else 0, theme().size("chip") + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chip."""
        if self._chip is not None:
            painter = QPainter(self)
            paint_chip(painter, self.rect(), self._chip)
            painter.end()
