"""The menu of a table's columns: ticked on show or not, and where wanted moved and kept in sight."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from orderdesk.ui.language import tr
from orderdesk.ui.tables.arrangement import Arrangement


class ColumnMenu(QMenu):
    """Which columns are on show. It stays open while they are ticked; Esc or a click beside it closes it."""

    changed = Signal(object)  # frozenset of keys

    def __init__(
        self,
        columns: Iterable[tuple[str, str]],
        chosen: Collection[str],
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._ticks: list[QAction] = []
        for key, word in columns:
            entry = self.addAction(tr(word))
            entry.setData(key)
            entry.setCheckable(True)
            entry.setChecked(key in chosen)
            entry.toggled.connect(self._tell)
            self._ticks.append(entry)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick without closing."""
        entry = self.actionAt(event.position().toPoint())
        if entry is not None and entry.isCheckable():
            entry.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick with Space or Enter without closing."""
        entry = self.activeAction()
        if entry is not None and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            entry.trigger()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        self.changed.emit(frozenset(entry.data() for entry in self._ticks if entry.isChecked()))


class ArrangeMenu(ColumnMenu):
    """The menu of one column, and of all: this one moved or kept in sight, others ticked, all as at first."""

    moved = Signal(int)  # one place to the left (-1) or right (1)
    frozen = Signal(bool)  # whether the columns up to this one stay in sight
    reset = Signal()

    def __init__(
        self,
        columns: Iterable[tuple[str, str]],
        arrangement: Arrangement,
        key: str,
        head: str,
        parent: QWidget | None = None,
        *,
        name: str,
    ) -> None:
        super().__init__(columns, arrangement.shown, parent, name=name)
        self._key = key
        first = self.actions()[0]
        self._left = self._entry("ui.columns.left", head, first)
        self._left.triggered.connect(lambda: self.moved.emit(-1))
        self._right = self._entry("ui.columns.right", head, first)
        self._right.triggered.connect(lambda: self.moved.emit(1))
        self._frozen = self._entry("ui.columns.freeze", head, first)
        self._frozen.setCheckable(True)
        self.insertSeparator(first)
        self.addSeparator()
        self.addAction(tr("ui.columns.at_first")).triggered.connect(self.reset)
        self.show_arrangement(arrangement)
        self._frozen.toggled.connect(self.frozen)

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Offer what can be done with the columns as they are now."""
        self._left.setEnabled(arrangement.can_move(self._key, -1))
        self._right.setEnabled(arrangement.can_move(self._key, 1))
        self._frozen.setChecked(arrangement.frozen_to == self._key)

    def _entry(self, word: str, head: str, before: QAction) -> QAction:
        entry = QAction(tr(word, column=head).replace("&", "&&"), self)
        self.insertAction(before, entry)
        return entry
