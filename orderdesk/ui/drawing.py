"""Text that is drawn by hand, and what has to stand level with it."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from orderdesk.ui.safety import Label

_ANY_ROOM = QRect(0, 0, 100_000, 0)


def draw_line(
    painter: QPainter,
    room: QRect | QRectF,
    text: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """Draw one line of text, shortened to ``room``, on the baseline of the font's first family.

    Qt centres a line by the tallest face in it: Chinese words would stand a pixel lower than Latin ones
    beside them, and a row of cells would look uneven.
    """
    if not text:
        return
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()) + 1)
    left = float(room.x())
    before = _share_before(align)
    if before:
        left += (room.width() - metrics.horizontalAdvance(shown)) * before
    baseline = room.y() + (room.height() + metrics.capHeight()) / 2
    painter.drawText(QPointF(left, round(baseline)), shown)


@cache
def _share_before(align: Qt.AlignmentFlag) -> float:
    """Return how much of the room that is left stands before a text."""
    return (
        1.0 if align & Qt.AlignmentFlag.AlignRight else 0.5 if align & Qt.AlignmentFlag.AlignHCenter else 0.0
    )


def stand_level(sign: Label, text: Label) -> None:
    """Make a sign as high as the first line of the text beside it, so that it stands in that line's middle.

    A line with Chinese in it is higher than the font's own height: the face of another family is in it.
    """
    line = text.fontMetrics().boundingRect(_ANY_ROOM, 0, text.text().partition("\n")[0])
    sign.setFixedHeight(max(line.height(), sign.pixmap().deviceIndependentSize().toSize().height()))
