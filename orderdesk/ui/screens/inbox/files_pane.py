"""The files of the order on show, in place of its card: Alt+F3 opens them, Esc shows the card again."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from orderdesk.ui.backend import Backend
from orderdesk.ui.order_files.page import FilesPage


class FilesPane(QScrollArea):
    """One order's files, or nothing."""

    def __init__(self, backend: Backend, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.files.pane")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.page = FilesPage(backend, name="inbox.files")
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(14, 8, 14, 10)
        column.addWidget(self.page)
        column.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.order_id: UUID | None = None
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether files are on show."""
        return self.order_id is not None

    def open(self, order_id: UUID) -> None:
        """Show the files of an order, and go to them."""
        self.order_id = order_id
        self.page.show_order(order_id)
        self.show()
        self.page.take_focus()

    def leaves_question(self) -> bool:
        """Leave a file that is too large where it is; return whether one was asked about."""
        is_asked = self.page.presenter.question is not None
        if is_asked:
            self.page.presenter.answer("leave")
        return is_asked

    def put_away(self) -> None:
        """Show no files any more."""
        self.order_id = None
        self.page.show_order(None)
        self.hide()
