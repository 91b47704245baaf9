"""The page that is read aloud, in large type in place of the form. Esc gives the keys back to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from orderdesk.ui.actions import is_enter
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme
from orderdesk.words import LANGUAGES, Language

_NEXT = (Qt.Key.Key_Down, Qt.Key.Key_Space)


class AloudText(QPlainTextEdit):
    """The sentences, a line each. The one that is being said is marked, and the keys move the mark."""

    language_keyed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.read_back.text")
        self.setProperty("role", "aloud")
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._at = 0

    @property
    def at(self) -> int:
        """Which sentence is being said."""
        return self._at

    def show_sentences(self, sentences: tuple[str, ...]) -> None:
        """Show sentences; the mark stays where it was."""
        text = "\n".join(sentences)
        if text != self.toPlainText():
            self.setPlainText(text)
        self.go_to(self._at)

    def go_to(self, at: int) -> None:
        """Mark a sentence and scroll to it."""
        self._at = max(0, min(at, self.blockCount() - 1))
        cursor = QTextCursor(self.document().findBlockByNumber(self._at))
        self.setTextCursor(cursor)
        mark = QTextEdit.ExtraSelection()
        mark.cursor = cursor
        mark.format.setBackground(theme().colour("select"))
        mark.format.setForeground(theme().colour("select_text"))
        mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        self.setExtraSelections([mark])
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from sentence to sentence; a page at a time, to the first and the last."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held or event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        if event.key() in _NEXT or is_enter(event):
            self.go_to(self._at + 1)
        elif event.key() == Qt.Key.Key_Up:
            self.go_to(self._at - 1)
        elif event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            page = max(1, self.viewport().height() // max(1, self.fontMetrics().lineSpacing()) - 1)
            self.go_to(self._at + (page if event.key() == Qt.Key.Key_PageDown else -page))
        elif event.key() == Qt.Key.Key_Home:
            self.go_to(0)
        elif event.key() == Qt.Key.Key_End:
            self.go_to(self.blockCount() - 1)
        elif event.text().casefold() == "l":
            self.language_keyed.emit()
        else:
            event.ignore()
            return
        event.accept()


class ReadBackPage(QFrame):
    """Shows the sentences of an order in one language, with a key for the other."""

    closed = Signal()

    def __init__(self, make: Callable[[Language], tuple[str, ...]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.read_back")
        self.setProperty("role", "card")
        self._make = make
        self._count_incomplete: Callable[[], int] = int
        self._spoken: Language = "en"
        self._title = Label(parent=self, role="section")
        self._left_out = Label(parent=self, role="warn")
        self._hint = ElidedLabel(self, role="caption")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._switch = QPushButton(self)
        self._switch.setObjectName("entry.read_back.language")
        self._back = QPushButton(self)
        self._back.setObjectName("entry.read_back.back")
        self.text = AloudText(self)
        self._lay_out()
        self.text.language_keyed.connect(self._other_language)
        self._switch.clicked.connect(self._other_language)
        self._back.clicked.connect(self.closed)
        language().follow(self)
        theme().changed.connect(self.refresh)
        self.hide()

    @property
    def spoken(self) -> Language:
        """The language that the sentences are in."""
        return self._spoken

    def open_page(self, count_incomplete: Callable[[], int]) -> None:
        """Show the order from its first sentence, in the language of the screen."""
        self._count_incomplete = count_incomplete
        self._spoken = language().current
        self.text.go_to(0)
        self.show()
        self.refresh()
        self.text.setFocus()

    def refresh(self) -> None:
        """Read the order again: a price has come."""
        if self.isHidden():
            return
        self.text.show_sentences(self._make(self._spoken))
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word around the sentences in the language of the screen."""
        self._title.setText(tr("ui.action.read.back"))
        self._hint.show_text(tr("memory.readback.hint"))
        self._switch.setText(f"{tr(f'memory.readback.in.{_other(self._spoken)}')}  L")
        self._back.setText(f"{tr('memory.readback.back')}  Esc")
        self.text.setAccessibleName(tr("ui.action.read.back"))
        count = self._count_incomplete()
        self._left_out.setVisible(bool(count))
        self._left_out.setText(tr("memory.readback.left_out", n=count) if count else "")

    def _other_language(self) -> None:
        self._spoken = _other(self._spoken)
        self.refresh()
        self.text.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._title)
        top.addWidget(self._left_out)
        top.addWidget(self._hint, 1)
        top.addWidget(self._switch)
        top.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.text, 1)


def _other(spoken: Language) -> Language:
    return next(name for name in LANGUAGES if name != spoken)
