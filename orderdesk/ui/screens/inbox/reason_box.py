"""Why an order goes back or is refused: five numbered reasons, and words where they say more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui.checks import Radio
from orderdesk.ui.editors import TextEdit
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screens.inbox.contract import Decision

CODES = ("price", "credit", "stock", "unclear", "other")
_LIMIT = 2000


class ReasonBox(QFrame):
    """Asks for the reason of one decision, in place of the buttons; 1 to 5 choose, Ctrl+Enter sends."""

    sent = Signal(str, str)  # code of the reason or an empty string, words
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("inbox.reason")
        self.setProperty("role", "card")
        self._decision: Decision = "send_back"
        self._number = ""
        self._problem = ""
        self.title = Label(parent=self, role="section")
        self.problem = Label(parent=self, role="error")
        self.problem.setWordWrap(True)
        self._group = QButtonGroup(self)
        self.choices = tuple(Radio(parent=self, name=f"inbox.reason.{code}") for code in CODES)
        self._choice_row = QWidget(self)
        row = QHBoxLayout(self._choice_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for at, choice in enumerate(self.choices):
            self._group.addButton(choice, at)
            choice.installEventFilter(self)
            row.addWidget(choice)
        row.addStretch(1)
        self._group.idToggled.connect(self._chosen)
        self.words = TextEdit(self, name="inbox.reason.words")
        self.words.setMaxLength(_LIMIT)
        self.send = QPushButton(self)
        self.send.setObjectName("inbox.reason.send")
        self.send.setProperty("role", "main")
        self.send.clicked.connect(self.submit)
        self.cancel = QPushButton(self)
        self.cancel.setObjectName("inbox.reason.cancel")
        self.cancel.clicked.connect(self.cancelled)
        self._lay_out()

    @property
    def code(self) -> str:
        """The chosen reason, or an empty string."""
        chosen = self._group.checkedId()
        return CODES[chosen] if chosen >= 0 and not self._choice_row.isHidden() else ""

    @property
    def is_composing(self) -> bool:
        """Whether the input method holds words that are not in the box yet."""
        return self.words.is_composing

    def ask(self, decision: Decision, number: str) -> None:
        """Ask about a decision, with nothing chosen yet, and take the focus."""
        self._decision, self._number, self._problem = decision, number, ""
        self._group.setExclusive(False)
        for choice in self.choices:
            choice.setChecked(False)
        self._group.setExclusive(True)
        self.words.clear()
        self.words.set_problem("")
        self._choice_row.setVisible(decision != "approve")
        self.retranslate()
        self.show()
        first: QWidget = self.words if decision == "approve" else self.choices[0]
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_problem(self, sentence: str) -> None:
        """Say what is missing, and go where it can be mended."""
        self._problem = sentence
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        if sentence and (self.code or self._choice_row.isHidden()):
            self.words.set_problem("block")
            self.words.setFocus()

    def submit(self) -> None:
        """Send what is chosen and written; while somebody composes, the key was the input method's."""
        if not self.is_composing:
            self.sent.emit(self.code, self.words.text().strip())

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self.title.setText(tr(f"inbox.reason.{self._decision}", number=self._number))
        for at, (choice, code) in enumerate(zip(self.choices, CODES, strict=True), start=1):
            choice.setText(f"{at}  {tr(f'term.reason.{code}')}")
        hint = "inbox.reason.own" if self._decision == "approve" else "inbox.reason.words"
        self.words.setPlaceholderText(tr(hint))
        self.words.setAccessibleName(tr(hint))
        self.send.setText(f"{tr(f'ui.action.inbox.{self._decision}')}  Ctrl+Enter")
        self.cancel.setText(f"{tr('inbox.cancel')}  Esc")
        set_tooltip(self.send, self.send.text())
        self.problem.setText(self._problem)
        self.problem.setVisible(bool(self._problem))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let figures choose while the reasons have the focus, and Enter go on to the words."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self.choices:
            typed = event.text()
            if typed.isdecimal() and 1 <= int(typed) <= len(CODES) and not event.modifiers() & _HELD:
                self.choices[int(typed) - 1].setChecked(True)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _HELD:
                self.words.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _chosen(self, at: int, is_on: bool) -> None:
        if is_on:
            self.show_problem("")
            self.words.set_problem("")
            if CODES[at] == "other":  # it says nothing by itself
                self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
            elif not self.words.hasFocus():
                self.choices[at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.words, 1)
        buttons.addWidget(self.send)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self._choice_row)
        column.addWidget(self.problem)
        column.addLayout(buttons)


_HELD = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
