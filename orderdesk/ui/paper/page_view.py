"""One page of a paper on its desk: zoomed to the width, to the whole page, or at its own size."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from orderdesk.ui.theme import theme

Zoom = Literal["width", "page", "actual"]

ZOOMS: tuple[Zoom, ...] = ("width", "page", "actual")
ACTUAL_DPI = 96
_MARGIN = 16
_LEAST_DPI, _MOST_DPI = 24, 400


class _Sheet(QWidget):
    """The drawn page with its edge; a picture of another size is scaled until the sharp one is there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.image: QImage | None = None
        self.page = QSize()  # logical pixels of the paper

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the paper: white in the dark as well, for that is what comes out of the printer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colour("window"))
        box = QRect(
            self.rect().center() - QRect(0, 0, self.page.width(), self.page.height()).center(), self.page
        )
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.image is not None:
            painter.drawImage(box, self.image)
        painter.setPen(QPen(theme().colour("edge_strong"), 1))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        painter.end()


class PageView(QScrollArea):
    """Shows one page. It asks for the picture that its zoom needs, and says when the page is to be turned."""

    wanted = Signal(int)  # dots per inch, in pixels of the screen
    turned = Signal(int)  # 1 forwards, -1 backwards

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper.page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheet = _Sheet(self)
        self._points = QSize(595, 842)
        self._zoom: Zoom = "actual"
        self._asked = 0
        self.setWidget(self._sheet)
        theme().changed.connect(self._sheet.update)

    @property
    def zoom(self) -> Zoom:
        """How the page is fitted."""
        return self._zoom

    @property
    def image(self) -> QImage | None:
        """The picture on show."""
        return self._sheet.image

    @property
    def page_size(self) -> QSize:
        """How large the page stands there, in logical pixels."""
        return self._sheet.page

    def set_zoom(self, zoom: Zoom) -> None:
        """Fit the page in another way."""
        self._zoom = zoom
        self._fit()

    def set_paper(self, points: QSize) -> None:
        """Take a paper of another size (in points); its picture is asked for."""
        self._points, self._asked, self._sheet.image = points, 0, None
        self._fit()

    def show_image(self, image: QImage) -> None:
        """Show the picture of the page."""
        self._sheet.image = image
        self._sheet.update()

    def ask_again(self) -> None:
        """Ask for the picture anew: another page stands here now."""
        self._asked = 0
        self.verticalScrollBar().setValue(0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the page where it cannot be scrolled any further."""
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_Space) and bar.value() >= bar.maximum():
            self.turned.emit(1)
        elif event.key() == Qt.Key.Key_PageUp and bar.value() <= bar.minimum():
            self.turned.emit(-1)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        ratio = self.devicePixelRatioF()
        pixels = int(self._dpi(room, bar) * ratio)  # whole, so that the picture fits its place dot by dot
        scale = pixels / (72 * ratio)
        self._sheet.page = QSize(round(self._points.width() * scale), round(self._points.height() * scale))
        needed = self._sheet.page + QSize(2 * _MARGIN, 2 * _MARGIN)
        beside = bar if needed.height() > room.height() else 0
        below = self.horizontalScrollBar().sizeHint().height() if needed.width() > room.width() else 0
        self._sheet.resize(needed.expandedTo(room - QSize(beside, below)))
        self._sheet.update()
        if pixels != self._asked and room.width() > 4 * _MARGIN:
            self._asked = pixels
            self.wanted.emit(pixels)

    def _dpi(self, room: QSize, bar: int) -> float:
        if self._zoom == "actual":
            return ACTUAL_DPI
        wide = (room.width() - 2 * _MARGIN) * 72 / self._points.width()
        high = (room.height() - 2 * _MARGIN) * 72 / self._points.height()
        if self._zoom == "width" and wide > high:
            wide = (room.width() - bar - 2 * _MARGIN) * 72 / self._points.width()
        return min(max(wide if self._zoom == "width" else min(wide, high), _LEAST_DPI), _MOST_DPI)
