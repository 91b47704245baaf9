"""The grid of lines: rows can be pasted into it, and its columns stand as who works here wants them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from orderdesk.ui.order_files.page import brings_files
from orderdesk.ui.tables.arrangement import Arrangement
from orderdesk.ui.tables.frozen import FrozenColumns
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_FITS = 880  # logical pixels at 100 % in which the columns just fit
_WIDEST = 1.3


class LineGrid(GridView):
    """The grid of lines: columns share a wide window, and only Shift with the arrows marks several lines."""

    pasted = Signal(str, int, list)  # text of more than one cell, row, keys of the columns from the cursor on
    widened = Signal(str, int)  # column, its width in logical pixels at 100 %: somebody has dragged it

    _arrangement: Arrangement | None = None  # as the columns are declared
    _frozen: FrozenColumns | None = None  # made when it is first wanted
    _is_fitting = False

    def __init__(self, model: RowsModel, parent: QWidget, *, name: str) -> None:
        super().__init__(model, parent, name=name)
        self.horizontalHeader().sectionResized.connect(self._resized)

    def arrange(self, arrangement: Arrangement) -> None:
        """Show the columns like this; the cursor stays in its column, or goes beside one that is gone."""
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        shown = arrangement.shown
        self._is_fitting = True
        self.rows_model.arrange((*shown, *(key for key in arrangement.order if key not in shown)))
        for at in range(self.rows_model.columnCount()):
            self.setColumnHidden(at, at >= len(shown))
        self._is_fitting = False
        self._take_theme()
        count = len(arrangement.frozen)
        if count and self._frozen is None:
            self._frozen = FrozenColumns(self)
            self._frozen.horizontalHeader().setContextMenuPolicy(self.horizontalHeader().contextMenuPolicy())
        if self._frozen is not None:
            self._frozen.keep(count)
        if self.currentIndex().isValid() and self.current_key() not in shown:
            self.go_to(self.current_row(), "code")

    def take_widths(self, arrangement: Arrangement) -> None:
        """Note widths that stand so already, because the mouse has just dragged them."""
        self._arrangement = arrangement

    def go_to(self, row: int, key: str | None = None) -> None:
        """Put the cursor on a cell; a column that was put away is there again for what must be seen in it."""
        if key is not None and self._arrangement is not None and key in self._arrangement.hidden:
            self.arrange(self._arrangement.showing({*self._arrangement.shown, key}))
        super().go_to(row, key)

    def scrollTo(
        self,
        index: QModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell in sight, and out from under the columns that stay there."""
        super().scrollTo(index, hint)
        frozen, bar = self._frozen, self.horizontalScrollBar()
        if frozen is None or not index.isValid():
            return
        if frozen.is_kept(index):
            bar.setValue(0)
            return
        lacking = frozen.covers - self.visualRect(index).left()
        if lacking > 0:
            bar.setValue(bar.value() - lacking)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste: rows are the owner's, a single value goes into the cell as if it were typed."""
        if not event.matches(QKeySequence.StandardKey.Paste):
            super().keyPressEvent(event)
            return
        if brings_files(QGuiApplication.clipboard().mimeData()):
            event.ignore()  # a picture or files: they go on the order
            return
        event.accept()
        text, index = QGuiApplication.clipboard().text(), self.currentIndex()
        if "\t" in text or "\n" in text.strip():
            columns = enumerate(self.rows_model.columns)
            keys = [one.key for at, one in columns if at >= index.column() and not self.isColumnHidden(at)]
            self.pasted.emit(text, index.row(), keys)
        elif text.strip() and (editor := self.open_editor()) is not None:
            editor.selectAll()
            editor.insert(text.strip())

    def setCurrentIndex(self, index: QModelIndex) -> None:
        """Put the cursor on one cell, whatever keys are held: Ctrl+Enter and Shift+Enter mark nothing."""
        super().setCurrentIndex(index)
        if index.isValid():
            self.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the figures more room in a wide window; what is left is the item's."""
        super().resizeEvent(event)
        self._fit()
        if self._frozen is not None:
            self._frozen.place()

    def _take_theme(self) -> None:
        self._is_fitting = True
        super()._take_theme()
        self._is_fitting = False
        self._fit()

    def _fit(self) -> None:
        share = min(max(self.viewport().width() / theme().px(_FITS), 1.0), _WIDEST)
        own = dict(self._arrangement.widths) if self._arrangement is not None else {}
        self._is_fitting = True
        for at, column in enumerate(self.rows_model.columns):
            if column.stretches or self.isColumnHidden(at):
                continue
            width = (
                theme().px(own[column.key]) if column.key in own else round(theme().px(column.width) * share)
            )
            self.horizontalHeader().resizeSection(at, width)
        self._is_fitting = False

    def _resized(self, at: int, _before: int, width: int) -> None:
        column = self.rows_model.columns[at]
        if width and not self._is_fitting and not column.stretches:
            self.widened.emit(column.key, round(width * 100 / theme().scale))
