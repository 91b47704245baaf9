"""The panel at the right: what the screen on top has to say about the thing in focus. It never takes
the focus.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from orderdesk.ui.theme import theme

_LARGEST_SHARE = 0.4  # of the room beside the rail: at 200 % the work still needs the greater part
_WORK_NEEDS = 520  # logical pixels at 100 %; with less, the panel shows only when asked for


class ContextPanel(QFrame):
    """Shows the page of the screen on top. Pages belong to their screens and are only lent."""

    shown_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("context")
        self._wanted: bool | None = None  # nobody said: shown where there is room
        self._has_room = True
        self._page: QWidget | None = None
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.viewport().setAutoFillBackground(False)
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
                page.setAutoFillBackground(False)  # the scroll area turned it on
                page.show()
        self._show_or_hide()

    def toggle(self) -> None:
        """Show or hide the panel (Alt+F2) without moving the focus."""
        self._wanted = self.isHidden()
        self._show_or_hide()

    def toggle_for_work(self, maximised: bool) -> None:
        """Give the room to the work (F11), or back to what it was for before."""
        self._wanted = False if maximised else None
        self._show_or_hide()

    def reveal(self) -> None:
        """Show the panel: somebody asked for what stands in it."""
        self._wanted = True
        self._show_or_hide()

    def fit(self, work_width: int) -> None:
        """Take a share of ``work_width`` (logical pixels beside the rail), or hide where the work needs
        it all.
        """
        width = min(theme().size("context"), int(work_width * _LARGEST_SHARE))
        self._has_room = work_width - theme().size("context") >= theme().px(_WORK_NEEDS)
        self.setFixedWidth(width)
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        wanted = self._has_room if self._wanted is None else self._wanted
        shown = wanted and self._page is not None
        if shown == self.isHidden():
            self.setVisible(shown)
            self.shown_changed.emit(shown)
