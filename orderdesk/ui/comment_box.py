"""The box in which something is said about an order; it covers nothing and keeps what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui.editors import TextEdit
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label

_LIMIT = 2000


class CommentBox(QFrame):
    """One line of words; Enter or Ctrl+Enter says them, Esc gives up."""

    sent = Signal(str)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("comment")
        self.setProperty("role", "card")
        self._number = ""
        self._title = Label(parent=self, role="section")
        self.words = TextEdit(self, name="comment.words")
        self.words.setMaxLength(_LIMIT)
        self.words.enter_pressed.connect(lambda _backwards: self.submit())
        self._send = QPushButton(self)
        self._send.setProperty("role", "main")
        self._send.clicked.connect(self.submit)
        self._cancel = QPushButton(self)
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self._send)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(row)
        language().follow(self)
        self.hide()

    def ask(self, number: str) -> None:
        """Open the box about an order, and take the focus."""
        self._number = number
        self.words.clear()
        self.retranslate()
        self.show()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def submit(self) -> None:
        """Say what is typed; while somebody composes, the key was the input method's."""
        if not self.words.is_composing:
            self.sent.emit(self.words.text().strip())

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._title.setText(tr("ui.comment.title", number=self._number))
        self.words.setPlaceholderText(tr("ui.comment.hint"))
        self.words.setAccessibleName(self._title.text())
        self._send.setText(f"{tr('ui.comment.send')}  Enter")
        self._cancel.setText(f"{tr('ui.comment.cancel')}  Esc")
