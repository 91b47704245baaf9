"""A short word at the lower right about something that needs who works here: it waits until nobody types.

It takes no focus, covers no strip, and goes by itself; the notice centre keeps what it said.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.services.reading.notices import Notice
from orderdesk.ui import icons
from orderdesk.ui.editors import Edit, keys_pressed
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.safety import Label
from orderdesk.ui.shell.notice_panel import customer_text, notice_text
from orderdesk.ui.theme import theme

SHOWN_MS = 8000
LOOK_MS = 500
QUIET_LOOKS = 4  # looks without a key between them: two seconds


class Toast(QFrame):
    """One notice over the lower right corner of a window."""

    chosen = Signal(object)  # Notice

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("toast")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._window = window
        self._waiting: Notice | None = None
        self._shown: Notice | None = None
        self._keys_seen = -1
        self._quiet = 0  # looks since the last key
        self._icon = Label(parent=self)
        self._title = ElidedLabel(self, role="strong")
        self._text = ElidedLabel(self)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addLayout(words, 1)
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)
        self._end = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._end.timeout.connect(self.hide)
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is on show."""
        return self._shown if self.isVisible() else None

    def ask_to_show(self, notice: Notice) -> None:
        """Show a notice as soon as nobody types."""
        self._waiting, self._quiet, self._keys_seen = notice, 0, keys_pressed()
        self._look.start()

    def look(self) -> None:
        """Show what waits once nobody has typed or composed for two seconds."""
        focus, keys = QGuiApplication.focusObject(), keys_pressed()
        is_composing = isinstance(focus, Edit) and focus.is_composing
        self._quiet = 0 if is_composing or keys != self._keys_seen else self._quiet + 1
        self._keys_seen = keys
        if self._quiet >= QUIET_LOOKS:
            self._look.stop()
            self._show()

    def _show(self) -> None:
        if self._waiting is None:
            return
        self._shown, self._waiting = self._waiting, None
        self._icon.setPixmap(icons.pixmap("bell", "accent", theme().px(18)))
        self._title.show_text(f"{self._shown.number}  {customer_text(self._shown)}")
        self._text.show_text(notice_text(self._shown))
        self._place()
        self.show()
        self.raise_()
        self._end.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what it tells of."""
        if self._shown is not None and event.button() == Qt.MouseButton.LeftButton:
            self.hide()
            self.chosen.emit(self._shown)
        event.accept()

    def _place(self) -> None:
        width = min(theme().px(360), self._window.width() // 2)
        self.ensurePolished()
        height = max(self.sizeHint().height(), theme().px(60))
        self.setFixedSize(width, height)
        below = theme().size("strip") + theme().px(28) * 3
        self.move(QPoint(self._window.width() - width - 16, self._window.height() - height - below))
