"""Check boxes and radio buttons whose signs are drawn from the token table: Fusion's own vanish in the
dark.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QRadioButton, QStyle, QStyleOptionButton, QWidget

from orderdesk.ui import icons
from orderdesk.ui.theme import theme


class Check(QCheckBox):
    """A choice that can be on or off."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(text, parent)
        if name:
            self.setObjectName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text and ring, then the box with its tick."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        sign = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = _ground(self, sign, 3.0, filled=self.isChecked())
        if self.isChecked():
            side = sign.width() - 4
            tick = icons.pixmap("check", "on_accent", side)
            painter.drawPixmap(sign.x() + 2, sign.y() + (sign.height() - side) // 2, tick)
        painter.end()


class Radio(QRadioButton):
    """One of several choices of which one holds."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(text, parent)
        if name:
            self.setObjectName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw text and ring, then the circle with its dot."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        sign = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        painter = _ground(self, sign, sign.width() / 2, filled=self.isChecked())
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("on_accent"))
            painter.drawEllipse(QPointF(QRectF(sign).center()), sign.width() / 5, sign.width() / 5)
        painter.end()


def _ground(button: QWidget, sign: QRect, radius: float, *, filled: bool) -> QPainter:
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = "accent" if filled else "edge_strong"
    painter.setPen(QPen(theme().colour(edge if button.isEnabled() else "edge"), 1.5))
    painter.setBrush(theme().colour("accent" if filled and button.isEnabled() else "field"))
    painter.drawRoundedRect(QRectF(sign).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    return painter
