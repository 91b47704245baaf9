"""A question in the page, not over it: one sentence, answers as buttons with their keys, Esc to leave it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.actions import is_enter
from orderdesk.ui.language import language
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as a button: its words, the key beside them, and what it does."""

    word: str
    key: str
    run: Callable[[], None]
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question in the language on show. The main answer takes Enter; without one Enter does nothing."""

    icon: str
    tone: str
    text: str
    note: str
    answers: tuple[Answer, ...]


class QuestionBar(QWidget):
    """Shows a question and takes the focus until it is answered or left."""

    left = Signal()
    shown = Signal(bool)  # whether a question stands now
    shipped_again = Signal()  # + or Ctrl+Enter, the keys that asked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("warehouse.question")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._make: Callable[[], Question] | None = None
        self._question: Question | None = None
        self._tight = False
        self._picture = Label(parent=self)
        self._text = Label(parent=self, role="strong")
        self._text.setWordWrap(True)
        self._note = Label(parent=self, role="quiet")
        self._note.setWordWrap(True)
        self._buttons: list[QPushButton] = []
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._note)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._picture)
        self._row.addLayout(words, 1)
        self.setVisible(False)
        language().changed.connect(self.retranslate)
        theme().changed.connect(self.retranslate)

    @property
    def question(self) -> Question | None:
        """The question on show."""
        return self._question

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Its answers."""
        return tuple(self._buttons)

    def ask(self, make: Callable[[], Question]) -> None:
        """Ask; ``make`` words the question, also again after the language was switched."""
        self._make = make
        self.retranslate()
        self.setVisible(True)
        self.shown.emit(True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_tight(self, tight: bool) -> None:
        """Leave the note out where there is not room for it; a screen reader still has it."""
        if tight != self._tight:
            self._tight = tight
            self._note.setVisible(not tight and bool(self._note.text()))

    def close_question(self) -> None:
        """Take the question away."""
        self._make = self._question = None
        self.setVisible(False)
        self.shown.emit(False)

    def retranslate(self) -> None:
        """Word the question in the language on show."""
        if self._make is None:
            return
        question = self._question = self._make()
        self._picture.setPixmap(icons.pixmap(question.icon, question.tone))
        self._text.setText(question.text)
        self._note.setText(question.note)
        self._note.setVisible(bool(question.note) and not self._tight)
        self.setAccessibleName(" ".join(part for part in (question.text, question.note) if part))
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(answer) for answer in question.answers]
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answers' keys; nothing else does anything while a question stands."""
        question = self._question
        if question is None:
            super().keyPressEvent(event)
            return
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_enter(event) or event.text() == "+":
            self._answer_main(asks_again=event.text() == "+" or bool(held))
        elif not held:
            for answer in question.answers:
                if event.text() and event.text() == answer.key:
                    answer.run()
                    return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar in its tone, with the ring while it has the focus."""
        tone = self._question.tone if self._question is not None else "info"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme().size("focus") if self.hasFocus() else 1
        edge = theme().colour("focus" if self.hasFocus() else "edge_strong")
        painter.setPen(QPen(edge, width))
        painter.setBrush(theme().colour(f"{tone}_fill"))
        inset = width / 2 + 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()

    def _answer_main(self, *, asks_again: bool) -> None:
        main = next((one for one in self._question.answers if one.is_main), None) if self._question else None
        if main is not None:
            main.run()
        elif asks_again:
            self.shipped_again.emit()

    def _button(self, answer: Answer) -> QPushButton:
        button = QPushButton(f"{answer.word}  {answer.key}" if answer.key else answer.word, self)
        button.setProperty("role", "main" if answer.is_main else "")
        button.setAccessibleName(f"{answer.word}, {answer.key}" if answer.key else answer.word)
        button.setAutoDefault(True)  # Enter presses it before the bar takes the key
        button.clicked.connect(lambda: answer.run())  # noqa: PLW0108 - clicked brings a flag along
        self._row.addWidget(button)
        return button
