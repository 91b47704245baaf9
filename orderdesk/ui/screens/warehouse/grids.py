"""The two tables of the warehouse: they scroll sideways before a name gets too narrow to read."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from orderdesk.ui.editors import Edit
from orderdesk.ui.tables.grid_view import GridView, Path
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_NAME_AT_LEAST = 130
_SCROLLBAR = 18  # its width in the style sheet, with edges


class FittingGrid(GridView):
    """A table whose stretching column keeps a readable width; ``spare`` columns go first when room is short.

    Only what is also said elsewhere on the screen may be spared.
    """

    def __init__(
        self,
        model: RowsModel,
        parent: QWidget | None = None,
        *,
        name: str,
        whole_rows: bool = False,
        spare: tuple[str, ...] = (),
    ) -> None:
        super().__init__(model, parent, name=name, whole_rows=whole_rows)
        self._spare = spare
        self._never: frozenset[str] = frozenset()
        theme().changed.connect(self.fit)

    def hide_always(self, *keys: str) -> None:
        """Leave out columns that mean nothing in this list."""
        self._never = frozenset(keys)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        """Return room for the header and two rows: at 200 % text there are two tables on a small screen."""
        return QSize(theme().px(120), theme().row_height * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give every column its width; spare some, or scroll, where there is not room for all."""
        columns = self.rows_model.columns
        room = self.viewport().width()
        shown = [at for at, column in enumerate(columns) if column.key not in self._never]
        needed = sum(self._width(at) for at in shown)
        for key in self._spare:
            at = self.rows_model.column_of(key)
            if needed > room and at in shown:
                shown.remove(at)
                needed -= self._width(at)
        header = self.horizontalHeader()
        for at, column in enumerate(columns):
            self.setColumnHidden(at, at not in shown)
            if column.stretches:
                stretches = needed <= room
                mode = QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.Interactive
                header.setSectionResizeMode(at, mode)
                if not stretches:
                    header.resizeSection(at, self._width(at))

    def _width(self, at: int) -> int:
        column = self.rows_model.columns[at]
        return theme().px(_NAME_AT_LEAST if column.stretches else column.width)


class PickGrid(FittingGrid):
    """The lines of a delivery: Enter takes what stands in the box, keyed or as planned, and says so."""

    line_entered = Signal(int, bool)  # row, whether the box was left as it stood

    def minimumSizeHint(self) -> QSize:
        """Return room for the header and the line that is worked on."""
        return QSize(theme().px(120), theme().row_height * 2 + _SCROLLBAR)

    def leave_editor(self, editor: Edit, path: Path, *, backwards: bool) -> None:
        """Commit; after Enter the owner decides where to go, for a shortage is asked about first."""
        if path != "enter" or backwards:
            super().leave_editor(editor, path, backwards=backwards)
            return
        index = self.currentIndex()
        as_it_stood = editor.text() == (index.data(Qt.ItemDataRole.EditRole) or "")
        if self._commit(editor):
            self.line_entered.emit(index.row(), as_it_stood)

    def open_cell(self, row: int, key: str) -> None:
        """Put the cursor into a cell and open it, all that stands there selected."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(row, key)
        editor = self.open_editor(at_end=False)
        if editor is not None:
            editor.selectAll()

    def mouseDoubleClickEvent(self, event: QEvent) -> None:
        """Open the picked cell of the row, wherever in it the mouse was."""
        index = self.indexAt(event.position().toPoint())  # type: ignore[attr-defined] # a mouse event
        if index.isValid():
            self.open_cell(index.row(), "picked")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Typing a figure anywhere in a row means what was found of it."""
        index = self.currentIndex()
        if event.text().isdigit() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_to_picked(index)
        super().keyPressEvent(event)

    def _enter(self, *, backwards: bool) -> None:
        """Open the picked cell of the row: Enter there takes it."""
        if self.currentIndex().isValid() and not backwards:
            self.open_cell(self.current_row(), "picked")

    def _go_to_picked(self, index: QModelIndex) -> None:
        if index.isValid():
            self.go_to(index.row(), "picked")
