"""The message strip: one line, the newest on top, severity by icon and word, ways on as buttons."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from orderdesk.ui import icons
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.messages import SEVERITY_ICONS, Message, MessageButton
from orderdesk.ui.safety import Label, repolish, set_tooltip
from orderdesk.ui.theme import theme

KEPT = 100


class MessageStrip(QFrame):
    """Shows the newest message; Esc dismisses it, Ctrl+Shift+M lists the others. Its room is always kept:
    nothing under the clerk's hands moves when a message comes.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._shown: Message | None = None
        self._kept: list[Message] = []
        self._buttons: list[QPushButton] = []
        self._icon = Label(parent=self)
        self._word = Label(parent=self)
        self._word.setObjectName("strip_word")
        self._text = ElidedLabel(self)
        self._text.setObjectName("strip_text")
        self._history = QToolButton(self)
        self._history.setAutoRaise(True)
        self._history.setObjectName("strip.history")
        self._history.clicked.connect(self.show_history)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 2, 6, 2)
        self._row.setSpacing(8)
        for widget in (self._icon, self._word):
            self._row.addWidget(widget)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._history)
        language().follow(self)
        theme().changed.connect(self.retranslate)

    @property
    def message(self) -> Message | None:
        """The message on show."""
        return self._shown

    @property
    def history(self) -> tuple[Message, ...]:
        """What was said, newest first."""
        return tuple(self._kept)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The ways on that are still open."""
        return tuple(self._buttons)

    def say(self, message: Message) -> None:
        """Show a message; a screen reader hears it without the focus moving."""
        # Only its words are listed later: a way back holds the whole order that it leads to.
        self._kept = [replace(message, buttons=()), *self._kept][:KEPT]
        self._show(message)
        polite = QAccessible.AnnouncementPoliteness
        event = QAccessibleAnnouncementEvent(self, message.text)
        event.setPoliteness(polite.Assertive if message.severity == "error" else polite.Polite)
        QAccessible.updateAccessibility(event)

    def dismiss(self) -> bool:
        """Take the message away; return whether there was one."""
        if self._shown is None:
            return False
        self._show(None)
        self.dismissed.emit()
        return True

    def show_history(self) -> None:
        """List what was said, newest first; Esc closes the list."""
        HistoryPopup(self, self.history).open_above(self)

    def retranslate(self) -> None:
        """Say the message on show in the present language."""
        self._history.setIcon(icons.icon("history"))
        self._history.setIconSize(QSize(theme().size("icon"), theme().size("icon")))
        self._history.setAccessibleName(tr("ui.action.messages"))
        set_tooltip(self._history, f"{tr('ui.action.messages')}  Ctrl+Shift+M")
        self.setFixedHeight(theme().size("strip"))
        message = self._shown
        self._word.setVisible(message is not None)
        self._icon.setVisible(message is not None)
        if message is None:
            self._text.show_text("")
        else:
            self._icon.setPixmap(icons.pixmap(SEVERITY_ICONS[message.severity], message.severity))
            self._word.setText(tr(f"ui.severity.{message.severity}"))
            self._text.show_text(message.text)
        for button in self._buttons:
            self._word_button(button)

    def _show(self, message: Message | None) -> None:
        self._shown = message
        for button in self._buttons:
            self._drop(button)
        self._buttons = []
        for entry in message.buttons if message is not None else ():
            self._add_button(entry)
        if message is not None:
            self._add_button(MessageButton("ui.strip.dismiss", self.dismiss, key="Esc"))
        self.setProperty("severity", message.severity if message is not None else "")
        repolish(self)
        repolish(self._word)
        self.retranslate()

    def _add_button(self, entry: MessageButton) -> None:
        button = QPushButton(self)
        button.setProperty("role", "link")
        button.setProperty("word", entry.word)
        button.setProperty("key", entry.key)
        button.setObjectName(f"strip.{entry.word}")
        button.clicked.connect(lambda: entry.run())  # noqa: PLW0108 - clicked brings a flag along
        if entry.seconds is not None:
            QTimer.singleShot(entry.seconds * 1000, button, lambda: self._expire(button))
        self._row.insertWidget(self._row.count() - 1, button)
        self._buttons.append(button)

    def _expire(self, button: QPushButton) -> None:
        self._buttons = [one for one in self._buttons if one is not button]
        self._drop(button)

    def _drop(self, button: QPushButton) -> None:
        self._row.removeWidget(button)
        button.hide()
        button.deleteLater()

    @staticmethod
    def _word_button(button: QPushButton) -> None:
        word, key = tr(button.property("word")), button.property("key")
        button.setText(f"{word}  {key}" if key else word)


class HistoryPopup(QFrame):
    """What was said, newest first. It takes the focus while it is open and gives it back."""

    def __init__(self, parent: QWidget, messages: tuple[Message, ...]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("ui.action.messages"))
        self.list.setWordWrap(True)
        for message in messages:
            picture = icons.icon(SEVERITY_ICONS[message.severity], message.severity)
            word = tr(f"ui.severity.{message.severity}")
            QListWidgetItem(picture, f"{word}  {message.text}", self.list)
        if not messages:
            QListWidgetItem(tr("ui.strip.nothing"), self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.list)

    def open_above(self, anchor: QWidget) -> None:
        """Stand above ``anchor`` and take the focus."""
        height = min(theme().px(300), theme().row_height * (self.list.count() + 1) + 12)
        self.resize(anchor.width(), height)
        self.move(anchor.mapToGlobal(QPoint(0, -height)))
        self.show()
        self.list.setCurrentRow(0)
        self.list.setFocus()
