"""A table that is as high as its rows, among other things in a column."""

from __future__ import annotations

from PySide6.QtCore import QObject

from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.theme import theme

_FRAME = 2


def needed_height(view: GridView, rows: int) -> int:
    """Return the height for a number of rows, the head, and the bar below where the table is too narrow."""
    bar = view.horizontalScrollBar()
    below = bar.sizeHint().height() if bar.maximum() > 0 else 0
    return rows * theme().row_height + view.horizontalHeader().sizeHint().height() + _FRAME + below


class RowsHeight(QObject):
    """Keeps a table as high as its rows, or as the most that are to show; ``of`` has the rows that count.

    ``fit`` is called where rows have come or gone; the bar below comes and goes by itself.
    """

    def __init__(self, view: GridView, most_rows: int | None = None, of: GridView | None = None) -> None:
        super().__init__(view)
        self._view = view
        self._of = of if of is not None else view
        self._most_rows = most_rows
        view.horizontalScrollBar().rangeChanged.connect(self.fit)

    def fit(self) -> None:
        """Give the table its height."""
        rows = max(1, self._of.rows_model.rowCount())
        if self._most_rows is not None:
            rows = min(rows, self._most_rows)
        self._view.setFixedHeight(needed_height(self._view, rows))
