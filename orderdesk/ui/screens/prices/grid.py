"""The grid of prices: cells as in a spreadsheet, Shift with the arrows marks, rows can be pasted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from orderdesk.ui.completion import Completion, Suggestion, SuggestionColumn
from orderdesk.ui.editors import Edit
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel

Search = Callable[[str], tuple[Suggestion, ...]]
_ITEMS = (SuggestionColumn(96, "code"), SuggestionColumn(240), SuggestionColumn(88, "number"))


class PriceGrid(GridView):
    """A grid whose cells can be marked in a block and pasted into."""

    pasted = Signal(str, int, list)  # text of more than one cell, row, keys of the columns from the cursor on

    def __init__(self, model: RowsModel, parent: QWidget, *, name: str, search: Search | None = None) -> None:
        super().__init__(model, parent, name=name)
        self._search = search
        if search is not None:
            self.complete = self._completion_for
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def marked_rows(self) -> list[int]:
        """Return the rows that any marked cell is in, from above; without one the row of the cursor."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return rows or ([self.current_row()] if self.current_row() >= 0 else [])

    def mark_all(self) -> None:
        """Mark the cells of all rows in the column of the cursor."""
        last = self.rows_model.rowCount() - 1
        column = max(self.currentIndex().column(), 0)
        if last < 0:
            return
        self.clearSelection()
        for row in range(last + 1):
            self.selectionModel().select(
                self.rows_model.index(row, column), QItemSelectionModel.SelectionFlag.Select
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste rows, mark all; everything else is the grid's."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.mark_all()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def setCurrentIndex(self, index: QModelIndex) -> None:
        """Put the cursor on one cell, whatever keys are held."""
        super().setCurrentIndex(index)
        if index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _completion_for(self, editor: Edit, column: Column) -> Completion | None:
        if column.key != "code" or self._search is None:
            return None
        return Completion(editor, self._search, _ITEMS, takes_enter=False)

    def _paste(self) -> None:
        text, index = QGuiApplication.clipboard().text(), self.currentIndex()
        if not index.isValid():
            return
        if "\t" in text or "\n" in text.strip():
            keys = [
                column.key
                for at, column in enumerate(self.rows_model.columns)
                if at >= index.column() and not self.isColumnHidden(at)
            ]
            self.pasted.emit(text, index.row(), keys)
        elif text.strip() and (editor := self.open_editor()) is not None:
            editor.selectAll()
            editor.insert(text.strip())
