"""The question of the desk, asked in its place: why may a hold be lifted."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.editors import TextEdit
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.order_card import wording
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.desk.lifting import LiftQuestionFacts
from orderdesk.ui.theme import theme

_LONGEST_REASON = 2000


class LiftQuestion(QWidget):
    """Names the hold and its cause, and asks for the reason. Enter and Ctrl+Enter lift, Esc keeps."""

    lifted = Signal(str)  # the reason as written
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk.lift")
        self._facts: LiftQuestionFacts | None = None
        self._problem_code = ""
        self._icon = Label(parent=self)
        self._text = Label(parent=self, role="strong")
        self._why = ElidedLabel(self, role="quiet")
        self._problem = Label(parent=self, role="error")
        self._problem.setWordWrap(True)
        self.reason = TextEdit(self, name="desk.lift.reason")
        self.reason.setMaxLength(_LONGEST_REASON)
        self.lift_button, self.keep_button = QPushButton(self), QPushButton(self)
        for button, name in ((self.lift_button, "lift"), (self.keep_button, "keep")):
            button.setObjectName(f"desk.lift.{name}")
            button.setAutoDefault(True)  # Enter presses the one with the focus
        self.lift_button.setProperty("role", "main")
        self._lay_out()
        self.reason.enter_pressed.connect(self.submit)
        self.reason.textEdited.connect(self._written)
        self.lift_button.clicked.connect(self.submit)
        self.keep_button.clicked.connect(lambda: self.kept.emit())  # noqa: PLW0108 - without the flag
        theme().changed.connect(self.retranslate)
        self.hide()

    @property
    def text(self) -> str:
        """The question on show."""
        return self._text.text() if self._facts is not None else ""

    @property
    def why(self) -> str:
        """The cause of the hold."""
        return self._why.whole_text

    @property
    def problem(self) -> str:
        """What is missing of the answer."""
        return self._problem.text()

    def ask(self, facts: LiftQuestionFacts | None) -> None:
        """Ask about a hold, with nothing written yet, or about nothing any more."""
        self._facts = facts
        self.reason.clear()
        self._show_problem("")
        self.retranslate()
        self.setVisible(facts is not None)
        if facts is not None:
            self.reason.setFocus()

    def show_problem(self, code: str) -> None:
        """Say what is missing, where it can be mended."""
        self._show_problem(code)
        self.reason.setFocus()

    def submit(self) -> None:
        """Answer; while somebody composes, the key was the input method's."""
        if not self.reason.is_composing:
            self.lifted.emit(self.reason.text().strip())

    def retranslate(self) -> None:
        """Say it in the language on show."""
        self._icon.setPixmap(icons.pixmap("lock-open", "text"))
        self.lift_button.setText(tr("ui.action.hold.lift"))
        self.keep_button.setText(tr("desk.ask.lift_no"))
        self.reason.setPlaceholderText(tr("desk.ask.lift_reason"))
        self.reason.setAccessibleName(tr("desk.ask.lift_reason"))
        self._problem.setText(tr(self._problem_code) if self._problem_code else "")
        if self._facts is not None:
            hold = f"term.hold.{self._facts.hold.kind}"
            self._text.setText(tr("desk.ask.lift", number=self._facts.number, hold=hold))
            self._why.show_text(wording.cause_text(self._facts.hold, self._facts.currency))
            self.setAccessibleName(f"{self._text.text()} {self.why}")

    def _written(self) -> None:
        if self._problem_code:
            self._show_problem("")

    def _show_problem(self, code: str) -> None:
        self._problem_code = code
        self._problem.setText(tr(code) if code else "")
        self._problem.setVisible(bool(code))
        self.reason.set_problem("block" if code else "")

    def _lay_out(self) -> None:
        near = theme().space("near")
        asked, answer = QHBoxLayout(), QHBoxLayout()
        for row in (asked, answer):
            row.setSpacing(near)
        asked.addWidget(self._icon)
        asked.addWidget(self._text)
        asked.addWidget(self._why, 1)
        answer.addWidget(self.reason, 1)
        answer.addWidget(self.lift_button)
        answer.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(near, 2, near, near)
        column.setSpacing(theme().space("tight"))
        column.addLayout(asked)
        column.addWidget(self._problem)
        column.addLayout(answer)
