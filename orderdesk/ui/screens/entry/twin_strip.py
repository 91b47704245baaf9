"""The strip above the lines that tells of an order much like this one, with three answers. Nothing stops."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QWidget

from orderdesk.ui import icons
from orderdesk.ui.drawing import stand_level
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

ANSWERS = ("compare", "open", "new")


class TwinStrip(QFrame):
    """One sentence and a button for each answer; Tab and the arrows walk them, Enter and Space press."""

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.twin")
        self.setProperty("role", "card")
        self._make: Callable[[], str] = str
        self._sign = Label(parent=self)
        self._text = Label(parent=self)
        self._text.setObjectName("entry.twin.text")
        self._text.setWordWrap(True)
        self._buttons = {name: self._button(name) for name in ANSWERS}
        self._answers = QWidget(self)
        self._row = self._lay_out()
        language().follow(self)
        theme().changed.connect(self.retranslate)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence on show."""
        return self._text.text()

    def tell(self, make: Callable[[], str]) -> None:
        """Show what ``make`` says, in the language on show."""
        self._make = make
        self.retranslate()
        self.show()

    def go_in(self) -> None:
        """Put the focus on the first answer."""
        self._buttons[ANSWERS[0]].setFocus()

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._sign.setPixmap(icons.pixmap("triangle-alert", "warn"))
        self._text.setText(self._make())
        self.setAccessibleName(self._text.text())
        for name, button in self._buttons.items():
            button.setText(tr(f"memory.twin.answer.{name}"))
        stand_level(self._sign, self._text)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below the sentence where they would squeeze it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        sentence = self._text.fontMetrics().horizontalAdvance(self._text.text())
        spare = self.width() - self._answers.sizeHint().width() - self._sign.sizeHint().width()
        is_squeezed = 2 * spare < sentence  # two rows of words may stand beside the answers
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(below if is_squeezed else beside)

    def _lay_out(self) -> QBoxLayout:
        whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        whole.setContentsMargins(10, 3, 6, 3)
        whole.setSpacing(8)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._sign)
        said.addWidget(self._text, 1)
        answers = QHBoxLayout(self._answers)
        answers.setContentsMargins(0, 0, 0, 0)
        answers.setSpacing(8)
        answers.addStretch(1)
        for button in self._buttons.values():
            answers.addWidget(button)
        whole.addLayout(said, 1)
        whole.addWidget(self._answers)
        return whole

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"entry.twin.{name}")
        button.setProperty("role", "link")
        button.setAutoDefault(True)  # Enter presses it, as Space does
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.answered.emit(name))
        return button
