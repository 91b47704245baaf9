"""The columns that the lines show, their order and widths: chosen at the header, kept for who works here."""

from __future__ import annotations

from dataclasses import replace

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QHeaderView

from orderdesk.ui.asked import Prefers
from orderdesk.ui.screens.entry.line_grid import LineGrid
from orderdesk.ui.tables.arrangement import Arrangement, read_arrangement
from orderdesk.ui.tables.column_menu import ArrangeMenu

FIXED = frozenset({"code", "item", "quantity"})  # without them no line can be keyed or read

_KEPT_AS = "entry.columns"
_KEEP_MS = 400  # a width is dragged in many steps


class ColumnRoom(QObject):
    """The columns of one entry screen's lines."""

    def __init__(self, backend: Prefers, grid: LineGrid) -> None:
        super().__init__(grid)
        self._backend = backend
        self._grid = grid
        self._columns = {column.key: column for column in grid.rows_model.columns}
        self.arrangement = read_arrangement(None, tuple(self._columns), FIXED)
        self._soon = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._soon.timeout.connect(self._keep)
        header = grid.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self._asked(header, at))
        grid.widened.connect(self._widened)

    def read(self) -> None:
        """Show the columns as who works here has chosen, also in another tab meanwhile."""
        if not self._soon.isActive():
            self._backend.read_preference(_KEPT_AS, self._take)

    def open_menu(self, at: QPoint | None = None, key: str = "") -> None:
        """Open the menu of a column, that of the cursor at its header unless told otherwise."""
        grid, header = self._grid, self._grid.horizontalHeader()
        key = key or grid.current_key() or self.arrangement.shown[0]
        if at is None:
            left = header.sectionViewportPosition(grid.rows_model.column_of(key))
            at = header.mapToGlobal(QPoint(max(left, 0), header.height()))
        ticks = [(one.key, one.word) for one in self._columns.values() if one.key not in FIXED]
        menu = ArrangeMenu(
            ticks, self.arrangement, key, self._columns[key].head, grid, name="entry.columns.menu"
        )

        def choose(arrangement: Arrangement) -> None:
            self._choose(arrangement)
            menu.show_arrangement(arrangement)

        menu.changed.connect(lambda keys: choose(self.arrangement.showing(keys | FIXED)))
        menu.moved.connect(lambda step: choose(self.arrangement.moved(key, step)))
        menu.frozen.connect(lambda is_on: choose(replace(self.arrangement, frozen_to=key if is_on else "")))
        menu.reset.connect(self._reset)
        menu.reset.connect(menu.close)
        menu.popup(at)
        menu.setActiveAction(next(entry for entry in menu.actions() if entry.isEnabled()))

    def _asked(self, header: QHeaderView, at: QPoint) -> None:
        section = header.logicalIndexAt(at)
        key = self._grid.rows_model.columns[section].key if section >= 0 else ""
        self.open_menu(header.mapToGlobal(at), key)

    def _reset(self) -> None:
        self._choose(read_arrangement(None, tuple(self._columns), FIXED))

    def _choose(self, arrangement: Arrangement) -> None:
        """Show the columns like this from now on; what is being typed in a cell is taken first."""
        if arrangement != self.arrangement and self._grid.finish_editing():
            self._show(arrangement)
            self._soon.start()

    def _widened(self, key: str, width: int) -> None:
        self.arrangement = self.arrangement.widened(key, width)
        self._grid.take_widths(self.arrangement)
        self._soon.start()

    def _keep(self) -> None:
        first = read_arrangement(None, tuple(self._columns), FIXED)
        kept = None if self.arrangement == first else self.arrangement.kept_form()
        self._backend.keep_preference(_KEPT_AS, kept)

    def _take(self, kept: object) -> None:
        if shiboken6.isValid(self) and not self._soon.isActive():
            self._show(read_arrangement(kept, tuple(self._columns), FIXED))

    def _show(self, arrangement: Arrangement) -> None:
        self.arrangement = arrangement
        self._grid.arrange(arrangement)
