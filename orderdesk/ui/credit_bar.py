"""A bar that shows how much of a customer's credit is taken."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from orderdesk.ui.theme import theme


class CreditBar(QWidget):
    """How much of the credit limit is taken: before an order, and with it. The words stand beside it."""

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._before = self._after = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, before: Decimal, after: Decimal) -> None:
        """Show shares of the limit (1 is all of it)."""
        self._before, self._after = float(min(before, Decimal(1))), float(min(after, Decimal(1)))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a box, so that the words below stand in line."""
        return QSize(theme().px(120), theme().size("field") + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        thick = theme().px(6)
        top = (self.height() - thick) / 2
        tone = "error" if self._after >= 1 else "warn" if self._after > 0.8 else "accent"
        for share, colour in ((1.0, "edge"), (self._after, tone), (self._before, "edge_strong")):
            painter.setBrush(theme().colour(colour))
            if share > 0:
                painter.drawRoundedRect(0, int(top), max(int(self.width() * share), thick), thick, 3, 3)
        painter.end()
