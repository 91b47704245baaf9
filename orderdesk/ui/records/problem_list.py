"""All that keeps a record from being saved, each a way to its place; what two changed, with both values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.actions import is_enter
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.theme import theme

_MOST_SHOWN = 4  # rows before the list scrolls: the record itself must stay in sight


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """One line of the list: the place, where it is called so, and the sentence."""

    path: str
    place: str
    sentence: str
    is_conflict: bool = False


class _Row(QFrame):
    """One problem. Enter, Space or a click go to its place."""

    chosen = Signal(str)
    answered = Signal(str, bool)

    def __init__(self, line: ProblemLine, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self.setObjectName("records.problem")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{line.place}: {line.sentence}")
        sign = Label(parent=self)
        sign.setPixmap(icons.pixmap("circle-alert", "error"))
        place = Label(line.place, self, role="strong")
        place.setMinimumWidth(theme().px(110))
        text = Label(line.sentence, self)
        text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 10, 3)
        row.setSpacing(8)
        row.addWidget(sign)
        row.addWidget(place)
        row.addWidget(text, 1)
        if line.is_conflict:
            for word, mine in (("records.conflict.mine", True), ("records.conflict.theirs", False)):
                button = QPushButton(tr(word), self)
                button.setObjectName(word)
                button.clicked.connect(lambda _on=False, mine=mine: self.answered.emit(line.path, mine))
                row.addWidget(button)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Go to the place."""
        self.chosen.emit(self.line.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the place by Enter or Space, to the next line by the arrows."""
        if is_enter(event) or event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self.line.path)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextChild() if event.key() == Qt.Key.Key_Down else self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class ProblemList(QScrollArea):
    """The list below a record; nothing there while nothing is wrong."""

    chosen = Signal(str)  # path
    answered = Signal(str, bool)  # path, whether what was typed here stays

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("records.problems")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines: tuple[ProblemLine, ...] = ()
        self._at = -1
        self.hide()

    @property
    def lines(self) -> tuple[ProblemLine, ...]:
        """What is on show."""
        return self._lines

    def show_lines(self, lines: Sequence[ProblemLine]) -> None:
        """Show these problems; the list goes with the last one."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        self._at = min(self._at, len(self._lines) - 1)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        for line in self._lines:
            row = _Row(line, inside)
            row.chosen.connect(self._chosen)
            row.answered.connect(self.answered)
            column.addWidget(row)
        column.addStretch(1)
        self.setWidget(inside)
        self.setVisible(bool(self._lines))
        self.updateGeometry()

    def step(self, by: int) -> bool:
        """Go to the next problem, or the one before; return whether there is any."""
        if not self._lines:
            return False
        self._at = (self._at + by) % len(self._lines) if self._at >= 0 or by > 0 else len(self._lines) - 1
        self.chosen.emit(self._lines[self._at].path)
        return True

    def begin(self) -> None:
        """The next step goes to the first one."""
        self._at = -1

    def sizeHint(self) -> QSize:
        """Return the height for a few rows."""
        rows = self.findChildren(_Row)[:_MOST_SHOWN] if self.widget() is not None else []
        height = sum(row.sizeHint().height() for row in rows) + 12
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        """Return the same: problems are not squeezed away."""
        return QSize(0, self.sizeHint().height())

    def _chosen(self, path: str) -> None:
        self._at = next((at for at, line in enumerate(self._lines) if line.path == path), -1)
        self.chosen.emit(path)
