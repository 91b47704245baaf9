"""A panel below the lines: a title, what its keys do, and a table. The order stays in sight above it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language
from orderdesk.ui.safety import Label
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import RowsHeight
from orderdesk.ui.theme import theme


class BelowPanel(QFrame):
    """The frame that such panels share. While what they show is being read, keys typed into the table are
    held and played when it is there: nobody has to wait before typing on.
    """

    shown = Signal(bool)
    typing = Signal()  # what stands in it has changed, and is not the order's yet

    def __init__(self, parent: QWidget, *, name: str, most_rows: int) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self._most_rows = most_rows
        self._is_reading = False
        self._tables: list[tuple[GridView, tuple[str, ...]]] = []
        self._heights: list[RowsHeight] = []
        self._held: list[Callable[[], None]] = []
        self.title = Label(parent=self, role="section")
        self.sum = Label(parent=self, role="strong")
        self.sum.setObjectName(f"{name}.sum")
        self.hint = ElidedLabel(self, role="caption")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(6)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addWidget(self.sum)
        top.addWidget(self.hint, 1)
        self.column.addLayout(top)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the panel is on show."""
        return not self.isHidden()

    @property
    def is_reading(self) -> bool:
        """Whether what it shows is still being read."""
        return self._is_reading

    def put_table(self, table: GridView, spare: tuple[str, ...] = ()) -> None:
        """Give the panel a table; where that is narrow its ``spare`` columns go, the first ones first."""
        self._tables.append((table, spare))
        self._heights.append(RowsHeight(table, self._most_rows, self.table))
        table.installEventFilter(self)

    def follow(self) -> None:
        """Follow language and theme from now on: the panel is complete."""
        theme().changed.connect(self.fit)
        language().follow(self)

    @property
    def table(self) -> GridView:
        """The table that the keys go to first."""
        return self._tables[0][0]

    def open_reading(self) -> None:
        """Show the panel with the focus in its table, and hold the keys until ``arrived``."""
        self._is_reading = True
        self._held = []
        self.retranslate()
        self.show()
        self.table.setFocus()
        self.fit()
        self.shown.emit(True)

    def arrived(self) -> None:
        """What is shown is there: play the keys that came meanwhile, in their order."""
        self._is_reading = False
        self.retranslate()
        self.fit()
        self.play_held()

    def hold(self) -> None:
        """Hold the keys from now on: what they act on is on its way."""
        self._is_reading = True

    def hold_key(self, event: QKeyEvent) -> None:
        """Keep a key until ``play_held``."""
        kept = event.clone()
        self._held.append(lambda: _play(kept))

    def forget_held(self) -> None:
        """Drop the keys that are held, and hold no more: what they were meant for did not come."""
        self._is_reading, self._held = False, []

    def play_held(self) -> None:
        """Play the keys that came meanwhile to whatever has the focus, until they must be held again."""
        self._is_reading = False
        held, self._held = self._held, []
        while held and not self._is_reading:
            held.pop(0)()
        self._held = [*held, *self._held]

    def when_there(self, run: Callable[[], None]) -> None:
        """Call ``run`` now, or after the keys that are held."""
        if self._is_reading:
            self._held.append(run)
        else:
            run()

    def close_panel(self) -> None:
        """Put the panel away; what is held goes with it."""
        self.forget_held()
        if self.is_open:
            if self.table.editor() is not None:
                self.table.revert_editor()
            self.hide()
            self.shown.emit(False)

    def retranslate(self) -> None:
        """Say every word in the present language."""

    def fit(self) -> None:
        """Give the tables room for the rows of the first, as far as there may be so many."""
        for table, spare in self._tables:
            fit_columns(table, spare)
        for height in self._heights:
            height.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the keys of a table while what it shows is being read."""
        found = next((one for one in self._tables if one[0] is watched), None)
        if found is not None and self._is_reading and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress and event.key() != Qt.Key.Key_Escape:
                self.hold_key(event)
                return True
            return event.type() == QEvent.Type.KeyRelease
        if found is not None and event.type() == QEvent.Type.Resize:
            fit_columns(*found)
        return super().eventFilter(watched, event)


def _play(event: QKeyEvent) -> None:
    focus = QApplication.focusWidget()
    if focus is not None:
        QCoreApplication.sendEvent(focus, event)


def fit_columns(table: GridView, spare: tuple[str, ...]) -> None:
    """Leave out as many of the ``spare`` columns, first ones first, as the others need room."""
    columns = table.rows_model.columns
    lacking = sum(theme().px(column.width) for column in columns) - table.viewport().width()
    for at, column in sorted(enumerate(columns), key=lambda one: _order_of(one[1].key, spare)):
        goes = lacking > 0 and column.key in spare
        table.setColumnHidden(at, goes)
        lacking -= theme().px(column.width) if goes else 0


def _order_of(key: str, spare: tuple[str, ...]) -> int:
    return spare.index(key) if key in spare else len(spare)
