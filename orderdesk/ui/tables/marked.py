"""What several marked cells of a grid come to: for the status bar, from what is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from orderdesk.ui.language import language, tr
from orderdesk.ui.tables.copying import figure_in
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.values import round_half_up
from orderdesk.words import format_quantity

_SOON_MS = 60  # a held key marks many cells
_PLACES = 4  # of an average


class MarkedFigures(QObject):
    """Follows the grid that the keys go to. ``text`` is empty while fewer than two figures are marked."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._grid: GridView | None = None
        self.text = ""
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._work_out)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr] # there is one while there is a window
        language().changed.connect(self._work_out)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._around.window():
            return  # another window has the keys for a while
        grid = _grid_of(now)
        if grid is self._grid:
            return
        if self._grid is not None and shiboken6.isValid(self._grid):
            self._grid.selectionModel().selectionChanged.disconnect(self._soon.start)
            self._grid.rows_model.dataChanged.disconnect(self._soon.start)
        self._grid = grid
        if grid is not None:
            grid.selectionModel().selectionChanged.connect(self._soon.start)
            grid.rows_model.dataChanged.connect(self._soon.start)
        self._soon.start()

    def _work_out(self) -> None:
        grid = self._grid if self._grid is not None and shiboken6.isValid(self._grid) else None
        figures = [] if grid is None else list(_marked(grid))
        text = ""
        if len(figures) > 1:
            total = sum(figures, Decimal(0))
            average = round_half_up(total / len(figures), _PLACES)
            text = tr(
                "ui.status.marked",
                sum=format_quantity(total),
                n=len(figures),
                average=format_quantity(average),
            )
        if text != self.text:
            self.text = text
            self.changed.emit()


def _grid_of(widget: QWidget) -> GridView | None:
    """Return the grid that a widget is, or is an editor of; a list of whole rows has no cells to mark."""
    found: QWidget | None = widget
    while found is not None and not isinstance(found, GridView):
        found = found.parentWidget()
    is_cells = (
        found is not None and found.selectionBehavior() == QAbstractItemView.SelectionBehavior.SelectItems
    )
    return found if is_cells else None


def _marked(grid: GridView) -> Iterator[Decimal]:
    model = grid.rows_model
    for part in grid.selectionModel().selection().toList():
        for at in range(part.left(), part.right() + 1):
            if grid.isColumnHidden(at):
                continue
            for row in range(part.top(), part.bottom() + 1):
                figure = figure_in(model.columns[at], model.rows[row])
                if figure is not None:
                    yield figure
