"""The one question of the desk, asked in its place: whether a draft may go for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from orderdesk.services.reading.drafts import DraftRow
from orderdesk.ui import icons
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme


class DiscardQuestion(QWidget):
    """Names the draft and what is in it, with a verb on each button. Enter keeps: the focus begins there."""

    discarded = Signal()
    kept = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk.question")
        self._draft: DraftRow | None = None
        self._icon = Label(parent=self)
        self._text = Label(parent=self, role="strong")
        self._why = ElidedLabel(self, role="quiet")
        self.discard_button, self.keep_button = QPushButton(self), QPushButton(self)
        for button, name in ((self.discard_button, "discard"), (self.keep_button, "keep")):
            button.setObjectName(f"desk.question.{name}")
            button.setAutoDefault(True)  # Enter presses the one with the focus
        row = QHBoxLayout(self)
        row.setContentsMargins(theme().space("near"), 2, theme().space("near"), theme().space("near"))
        row.setSpacing(theme().space("near"))
        row.addWidget(self._icon)
        row.addWidget(self._text)
        row.addWidget(self._why, 1)
        row.addWidget(self.discard_button)
        row.addWidget(self.keep_button)
        self.discard_button.clicked.connect(lambda: self.discarded.emit())  # noqa: PLW0108 - without the flag
        self.keep_button.clicked.connect(lambda: self.kept.emit())  # noqa: PLW0108 - without the flag
        theme().changed.connect(self.retranslate)
        self.hide()

    @property
    def text(self) -> str:
        """The question on show."""
        return self._text.text() if self._draft is not None else ""

    def ask(self, draft: DraftRow | None) -> None:
        """Ask about a draft, or nothing any more."""
        was_shown = self._draft is not None
        self._draft = draft
        self.retranslate()
        self.setVisible(draft is not None)
        if draft is not None and not was_shown:
            self.keep_button.setFocus()

    def retranslate(self) -> None:
        """Say it in the language on show."""
        self._icon.setPixmap(icons.pixmap("triangle-alert", "warn"))
        self.discard_button.setText(tr("desk.ask.discard_yes"))
        self.keep_button.setText(tr("desk.ask.discard_no"))
        self._why.show_text(tr("desk.ask.why"))
        if self._draft is not None:
            params = {"number": self._draft.number, "n": self._draft.line_count}
            self._text.setText(tr("desk.ask.discard", **params))
            self.setAccessibleName(self._text.text())
