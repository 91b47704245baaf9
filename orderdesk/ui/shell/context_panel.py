"""The panel at the right: what the screen on top has to say about the thing in focus. It never takes
the focus.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from orderdesk.ui.theme import theme

_LARGEST_SHARE = 0.34  # of the window: at 200 % the work still needs the greater part


class ContextPanel(QFrame):
    """Shows the page of the screen on top. Pages belong to their screens and are only lent."""

    shown_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("context")
        self._wanted = True
        self._page: QWidget | None = None
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.hide()

    @property
    def page(self) -> QWidget | None:
        """The page on show."""
        return self._page

    def show_page(self, page: QWidget | None) -> None:
        """Show a screen's page, or nothing; the page before is handed back alive."""
        if page is not self._page:
            if self._page is not None:
                self._scroll.takeWidget()
            self._page = page
            if page is not None:
                self._scroll.setWidget(page)
                page.show()
        self._show_or_hide()

    def toggle(self) -> None:
        """Show or hide the panel (Alt+F2) without moving the focus."""
        self._wanted = not self._wanted
        self._show_or_hide()

    def fit(self, window_width: int) -> None:
        """Take the width of the token table, but never more than a third of the window."""
        self.setFixedWidth(min(theme().size("context"), int(window_width * _LARGEST_SHARE)))

    def _show_or_hide(self) -> None:
        shown = self._wanted and self._page is not None
        if shown == self.isHidden():
            self.setVisible(shown)
            self.shown_changed.emit(shown)
