"""A list of orders on its card: a heading with a count, the rows, or what to do without."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QStackedWidget, QVBoxLayout, QWidget

from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.tables.columns import Row
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import needed_height
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_WIDEST_NAME = 240  # logical pixels at 100 %: names grow up to here where there is room
_NEAR_END = 40  # rows from the end at which the next page is asked for


class ListCard(QFrame):
    """A list on a card. Where it is narrow its ``spare`` columns go, the first ones first: the order's own
    card has them too. ``entered`` tells that the keys are here now, ``near_end`` that more rows are due."""

    entered = Signal()
    moved = Signal(int)  # the row with the cursor, -1 without one
    opened = Signal(int)
    near_end = Signal()

    def __init__(
        self,
        model: RowsModel,
        parent: QWidget,
        *,
        name: str,
        heading: str,
        empty: str,
        spare: tuple[str, ...],
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._model = model
        self._heading_code, self._empty_code = heading, empty
        self._spare = spare
        self._left_out: set[str] = set()
        self._count = ""
        self._is_loaded = False
        self._between: QWidget | None = None
        self.view = GridView(model, self, name=name, whole_rows=True)
        self.view.set_letter_actions(("desk.open",))
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._heading = Label(parent=self, role="section")
        self._counted = Label(parent=self, role="caption")
        self._empty = Label(parent=self, role="quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        self._lay_out()
        self.view.installEventFilter(self)
        self.view.cell_changed.connect(self._cell_changed)
        self.view.row_opened.connect(self.opened)
        self.view.action_keyed.connect(self._keyed)
        theme().changed.connect(self._fit_columns)
        self.view.verticalScrollBar().valueChanged.connect(self._scrolled)

    def put_below_heading(self, widget: QWidget) -> None:
        """Put something between the heading and the rows."""
        self._between = widget
        self._column.insertWidget(1, widget)

    @property
    def is_empty(self) -> bool:
        """Whether there are no rows."""
        return self._model.rowCount() == 0

    @property
    def empty_text(self) -> str:
        """What stands in place of the rows; nothing while there are some."""
        return self._empty.text() if self._pages.currentWidget() is self._empty else ""

    def current(self) -> Row | None:
        """Return the row with the cursor."""
        at = self.view.current_row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    def show_rows(self, rows: tuple[Row, ...], count: str) -> None:
        """Show rows; the cursor stays with its row, or goes to the first one."""
        self._is_loaded = True
        self._count = count
        self._model.show_rows(rows)
        self._pages.setCurrentWidget(self.view if rows else self._empty)
        if rows and not self.view.currentIndex().isValid():
            self.view.go_to(0)
        self.view.viewport().update()  # a new day changes texts of rows that are the same
        self.retranslate()

    def say_when_empty(self, code: str) -> None:
        """Choose what stands in place of the rows while there are none."""
        self._empty_code = code
        self.retranslate()

    def set_spare(self, spare: tuple[str, ...]) -> None:
        """Choose which columns go where it is narrow; without any the list scrolls sideways instead."""
        self._spare = spare
        self._fit_columns()

    def leave_out(self, key: str, *, leave_out: bool) -> None:
        """Leave a column out, or put it back."""
        if leave_out:
            self._left_out.add(key)
        else:
            self._left_out.discard(key)
        self._fit_columns()

    def leave_out_all(self, keys: Collection[str]) -> None:
        """Leave these columns out and put all others back."""
        self._left_out = set(keys)
        self._fit_columns()

    def retranslate(self) -> None:
        """Say heading, count and what to do without rows."""
        self._heading.setText(tr(self._heading_code))
        self._counted.setText(self._count)
        self._empty.setText(tr(self._empty_code if self._is_loaded else "desk.loading"))
        self.view.setAccessibleName(tr(self._heading_code))

    def set_active(self, is_active: bool) -> None:
        """Show which row the keys act on; the other list keeps its place but shows no choice."""
        if not is_active:
            self.view.clearSelection()
        elif self.view.currentIndex().isValid():
            self.view.selectRow(self.view.current_row())

    def needed_height(self, most_rows: int) -> int:
        """Return the height for its rows, at most so many, and the bar below where it is too narrow."""
        table = needed_height(self.view, max(1, min(self._model.rowCount(), most_rows)))
        return table + self._head_height() if not self.is_empty else self._head_height() + theme().px(44)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that the focus has come here."""
        if watched is self.view and event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif watched is self.view and event.type() == QEvent.Type.Resize:
            self._fit_columns()
        return False

    def _lay_out(self) -> None:
        self._head = QWidget(self)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(theme().space("near"), theme().space("near"), theme().space("near"), 6)
        head.setSpacing(theme().space("near"))
        head.addWidget(self._heading)
        head.addWidget(self._counted, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 6)
        self._column.setSpacing(0)
        self._column.addWidget(self._head)
        self._column.addWidget(self._pages, 1)

    def _fit_columns(self) -> None:
        widths = {
            column.key: theme().px(column.width)
            for column in self._model.columns
            if column.key not in self._left_out
        }
        room = self.view.width() - theme().px(12)  # for the scroll bar, there or not: columns must not jump
        gone = set(self._left_out)
        for key in self._spare:
            if sum(widths.values()) <= room:
                break
            gone |= {key} if widths.pop(key, None) else set()
        for at, column in enumerate(self._model.columns):
            self.view.setColumnHidden(at, column.key in gone)
            if column.key == "customer" and not column.stretches:
                width = widths[column.key] + max(0, room - sum(widths.values())) // 3
                self.view.setColumnWidth(at, min(width, theme().px(_WIDEST_NAME)))
        self.view.scrollTo(self.view.currentIndex())

    def _head_height(self) -> int:
        margins = self._column.contentsMargins()
        height = self._head.sizeHint().height() + margins.top() + margins.bottom()
        if self._between is not None and not self._between.isHidden():
            height += self._between.sizeHint().height()
        return height

    def _keyed(self, action_id: str) -> None:
        if action_id == "desk.open":  # its owner hears of all others from the list itself
            self.opened.emit(self.view.current_row())

    def _cell_changed(self, row: int, _key: str) -> None:
        self.moved.emit(row)
        if row >= self._model.rowCount() - _NEAR_END:
            self.near_end.emit()

    def _scrolled(self) -> None:
        bar: QScrollBar = self.view.verticalScrollBar()
        if bar.maximum() - bar.value() <= _NEAR_END:
            self.near_end.emit()
