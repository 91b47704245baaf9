"""What is asked in a bar below the table: why a warning may stay, and how a draft is published."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui.editors import Choice, TextEdit
from orderdesk.ui.fields import DateEdit, Field, WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

_MOST_WORDS = 2000


class ReasonBar(QFrame):
    """Asks for a word of reason; Enter gives it, Esc goes back."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._ask = ""
        self._asked: Callable[[], str] = str
        self._caption = Label(parent=self, role="strong")
        self._caption.setWordWrap(True)
        self.reason = TextEdit(self, name=f"{name}.reason")
        self.reason.setMaxLength(_MOST_WORDS)
        self.take_button, self.close_button = QPushButton(self), QPushButton(self)
        self.take_button.setProperty("role", "main")
        near = theme().space("near")
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.addWidget(self._caption)
        row = QHBoxLayout()
        row.setSpacing(near)
        row.addWidget(self.reason, 1)
        for button in (self.take_button, self.close_button):
            button.setAutoDefault(True)
            row.addWidget(button)
        column.addLayout(row)
        self.reason.enter_pressed.connect(lambda _backwards: self._give())
        self.take_button.clicked.connect(self._give)
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag
        self.hide()
        language().follow(self)

    def ask(self, asked: Callable[[], str], take: str) -> None:
        """Ask, in these words; ``take`` is the code of what the button does."""
        self._asked, self._ask = asked, take
        self.reason.clear()
        self.retranslate()
        self.show()
        self.reason.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._caption.setText(self._asked())
        self.reason.setAccessibleName(self._caption.text())
        self.reason.setPlaceholderText(tr("rules.reason"))
        self.take_button.setText(tr(self._ask) if self._ask else "")
        self.close_button.setText(tr("rules.close"))

    def _give(self) -> None:
        if self.reason.text().strip():
            self.given.emit(self.reason.text().strip())


class PublishBar(QFrame):
    """Asks with which reason, from when, and what becomes of orders under way. What is typed stays."""

    given = Signal(str, object, str)  # reason, day or None for now, keep or reroute
    closed = Signal()

    def __init__(self, parent: QWidget, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self.setObjectName("rules.publish")
        self.setProperty("role", "card")
        self._heading = Label(parent=self, role="strong")
        self._bars = Label(parent=self, role="error")
        self._bars.setWordWrap(True)
        self.reason = TextEdit(self, name="rules.publish.reason")
        self.reason.setMaxLength(_MOST_WORDS)
        self.start = DateEdit(self, name="rules.publish.start")
        self.start.set_today(today)
        self.in_flight = Choice(self, name="rules.publish.in_flight")
        self.take_button, self.close_button = QPushButton(self), QPushButton(self)
        self.take_button.setProperty("role", "main")
        self._lay_out()
        self.reason.enter_pressed.connect(lambda _backwards: self.give())
        self.start.enter_pressed.connect(lambda _backwards: self.give())
        self.take_button.clicked.connect(self.give)
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag
        self.hide()
        language().follow(self)

    def ask(self) -> None:
        """Open the bar; what was typed before is there."""
        self.show()
        self.reason.setFocus()

    def show_bars(self, sentences: tuple[str, ...]) -> None:
        """Say what keeps the draft from being published, all at once."""
        self._bars.setText("\n".join(f"• {one}" for one in sentences))
        self._bars.setVisible(bool(sentences))

    def offer_reroute(self, *, may: bool) -> None:
        """Offer that orders under way follow the new version, where that is possible."""
        self.in_flight.setEnabled(may)

    def forget(self) -> None:
        """It was published: the next one begins with nothing typed."""
        self.reason.clear()
        self.start.clear()
        self.show_bars(())
        self.hide()

    def give(self) -> None:
        """Give what is typed; a day that is none is said at its box."""
        if self.start.text().strip() and self.start.day() is None:
            self.start.setFocus()
            self.start.selectAll()
            return
        self.given.emit(self.reason.text().strip(), self.start.day(), str(self.in_flight.currentData()))

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._heading.setText(tr("rules.publish.heading"))
        self.start.setPlaceholderText(tr("rules.publish.now"))
        kept = self.in_flight.currentIndex()
        self.in_flight.clear()
        for name in ("keep", "reroute"):
            self.in_flight.addItem(tr(f"rules.publish.{name}"), name)
        self.in_flight.setCurrentIndex(max(kept, 0))
        self.take_button.setText(tr("rules.action.publish"))
        self.close_button.setText(tr("rules.close"))

    def _lay_out(self) -> None:
        near = theme().space("near")
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.setSpacing(near)
        column.addWidget(self._heading)
        column.addWidget(self._bars)
        boxes = WrapRow(self)
        for word, box, width, stretch in (
            ("rules.reason", self.reason, 260, 1), ("rules.publish.start", self.start, 130, 0),
            ("rules.publish.in_flight", self.in_flight, 280, 0),
        ):  # fmt: skip
            field = Field(word, box, boxes, note=False)
            language().follow(field)
            boxes.add(field, width, stretch)
        column.addWidget(boxes)
        row = QHBoxLayout()
        row.setSpacing(near)
        row.addStretch(1)
        for button in (self.take_button, self.close_button):
            button.setAutoDefault(True)
            row.addWidget(button)
        column.addLayout(row)
        self._bars.hide()
