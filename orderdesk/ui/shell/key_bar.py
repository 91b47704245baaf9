"""The bar of keys: what works now, and nothing else. Each entry is a button for the mouse."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QWidget

from orderdesk.ui.actions import ActionSpec, action, shown_key
from orderdesk.ui.drawing import draw_line
from orderdesk.ui.language import language, tr
from orderdesk.ui.theme import theme

_MOST_ROWS = 2
_LOW_WINDOW = 460  # logical pixels at 100 %: 1366 × 768 at 175 % of the text and more


class KeyButton(QAbstractButton):
    """One key as a cap, and what it does."""

    def __init__(self, spec: ActionSpec, parent: QWidget) -> None:
        super().__init__(parent)
        self.spec = spec
        self.key = ""
        self._size: QSize | None = None
        self.setObjectName(f"key_bar.{spec.id}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it must not take the focus from the cell it acts on
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, key: str, word: str) -> None:
        """Show this key and word."""
        if (key, word) != (self.key, self.text()):
            self.key = key
            self.setText(word)
            self.setAccessibleName(f"{word}, {key}")
            self.measure()
            self.update()

    def measure(self) -> None:
        """Work the room for cap and word out anew: they are others, or the size of the text is."""
        self._size = None

    def sizeHint(self) -> QSize:
        """Return the room for cap and word; at least 24 px high."""
        if self._size is None:
            small = QFontMetrics(theme().font("small"))
            width = self._cap_width() + 6 + small.horizontalAdvance(self.text()) + 10
            self._size = QSize(width, max(24, theme().px(24)))
        return self._size

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the mouse is over it."""
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw cap and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse()
        if over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("select" if self.isDown() else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        height = theme().px(18)
        cap = QRectF(3.5, (self.height() - height) / 2 + 0.5, self._cap_width() - 1, height - 1)
        painter.setPen(QPen(theme().colour("edge_strong" if over else "edge"), 1))
        painter.setBrush(theme().colour("surface"))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setFont(theme().font("small", strong=True))
        painter.setPen(theme().colour("text"))
        draw_line(painter, cap, self.key, Qt.AlignmentFlag.AlignHCenter)
        painter.setFont(theme().font("small"))
        painter.setPen(theme().colour("text" if over else "text_quiet"))
        room = self.rect().adjusted(self._cap_width() + 9, 0, 0, 0)
        draw_line(painter, room, self.text())
        painter.end()

    def _cap_width(self) -> int:
        small = QFontMetrics(theme().font("small", strong=True))
        return max(theme().px(22), small.horizontalAdvance(self.key) + theme().px(10))


class KeyBar(QFrame):
    """The keys of the screen on top, in its order.

    What does not fit in two rows, or in one where the window is low, is found on the key sheet.
    """

    action_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("key_bar")
        self._ids: tuple[str, ...] = ()
        self._words: Mapping[str, str] = {}
        self._made: dict[str, KeyButton] = {}
        self._buttons: list[KeyButton] = []  # those on show, in their order
        self._most_rows = _MOST_ROWS
        language().follow(self)
        theme().changed.connect(self.retranslate)

    @property
    def action_ids(self) -> tuple[str, ...]:
        """The actions on show."""
        return tuple(button.spec.id for button in self._buttons)

    def show_actions(self, action_ids: Sequence[str], words: Mapping[str, str]) -> None:
        """Show these actions, those without a key left out; ``words`` are codes that a screen prefers."""
        ids = tuple(dict.fromkeys(one for one in action_ids if shown_key(action(one))))
        if ids != self._ids or words != self._words:
            self._ids, self._words = ids, dict(words)
            self._name()

    def retranslate(self) -> None:
        """Say the keys in the present language and text size."""
        for button in self._made.values():
            button.measure()
        self._name()

    def _name(self) -> None:
        """Name the buttons that are on show now; a button is made once, and hidden while it is not needed."""
        # A screen with actions that have nothing but a letter is a list: letters act there, so they are
        # shown.
        letters = any(action(one).letters and not action(one).keys for one in self._ids)
        shown = [self._made.get(one) or self._make(action(one)) for one in self._ids]
        for button in self._buttons:
            if button not in shown:
                button.hide()
        self._buttons = shown
        for button in shown:
            spec = button.spec
            button.say(shown_key(spec, letters=letters), tr(self._words.get(spec.id, spec.word)))
        self._arrange()

    def _make(self, spec: ActionSpec) -> KeyButton:
        button = self._made[spec.id] = KeyButton(spec, self)
        button.clicked.connect(self._clicked)
        return button

    def fit(self, window_height: int) -> None:
        """Keep to one row where two would take too much of the window from the work."""
        most = 1 if window_height < theme().px(_LOW_WINDOW) else _MOST_ROWS
        if most != self._most_rows:
            self._most_rows = most
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the buttons for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return one row, or two where one is not enough."""
        return QSize(0, self._rows(self.width()) * self._row_height() + 4)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, KeyButton):
            self.action_clicked.emit(button.spec.id)

    def _arrange(self) -> None:
        left, row = 8, 0
        height = self._row_height()
        for button in self._buttons:
            width = button.sizeHint().width()
            if left + width > self.width() - 4 and left > 8:
                left, row = 8, row + 1
            button.setGeometry(QRect(left, 2 + row * height, width, height))
            button.setVisible(row < self._most_rows)
            left += width + 2
        self.setFixedHeight(min(row + 1, self._most_rows) * height + 4)

    def _rows(self, width: int) -> int:
        left, row = 8, 0
        for button in self._buttons:
            needed = button.sizeHint().width()
            if left + needed > width - 4 and left > 8:
                left, row = 8, row + 1
            left += needed + 2
        return min(row + 1, self._most_rows)

    @staticmethod
    def _row_height() -> int:
        return max(24, theme().px(24))
