"""The box in which something is said about an order; it covers nothing and keeps what is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui.editors import TextEdit
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label

_LIMIT = 2000
_WIDTH = 160  # of the words at least, in logical pixels at 100 %


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
        self._row = WrapRow(self, gap=8)  # below a card it is narrow, below a whole order it is wide
        self._row.add(self.words, _WIDTH, 1)
        self._row.add(self._send, 0)
        self._row.add(self._cancel, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._row)
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
        self._row.arrange()
