"""Draws the cells of all tables, and puts the right editor into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from orderdesk.ui import icons
from orderdesk.ui.actions import is_enter
from orderdesk.ui.chips import paint_chip
from orderdesk.ui.drawing import draw_line
from orderdesk.ui.editors import CodeEdit, Edit, NumberEdit, TextEdit
from orderdesk.ui.safety import plain_tooltip
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.rows_model import Cell, ProvisionalRole, RowRole, RowsModel
from orderdesk.ui.theme import theme

if TYPE_CHECKING:
    from orderdesk.ui.tables.grid_view import GridView

PADDING = 8
_SELECTED = QStyle.StateFlag.State_Selected
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """Paints text, icon or chip of a cell, and the 2 px ring of the cell (or whole row) with the focus."""

    def __init__(self, table: QTableView, *, whole_rows: bool = False, ring: bool = True) -> None:
        super().__init__(table)
        self._table = table
        self._whole_rows = whole_rows
        self._ring = ring

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one cell from the token table alone, so that every system shows the same."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        cell = model.cell(index.row(), index.column())
        selected = bool(option.state & _SELECTED)
        painter.save()
        self._paint_ground(painter, option.rect, index, cell, selected=selected)
        room = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        chip = cell.chip
        if chip is not None:
            paint_chip(painter, room, chip)
        else:
            _paint_text(painter, room, cell, selected=selected)
        if self._ring and self._table.hasFocus():
            self._paint_ring(painter, option.rect, index)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: QModelIndex
    ) -> bool:
        """Show the whole text of a cell that is too narrow for it."""
        if event.type() == QEvent.Type.ToolTip and not index.data(Qt.ItemDataRole.ToolTipRole):
            text = index.data(Qt.ItemDataRole.DisplayRole) or ""
            column = _column(index)
            font = theme().font(
                strong=bool(column and column.strong), italic=bool(index.data(ProvisionalRole))
            )
            width = QFontMetrics(font).horizontalAdvance(text)
            QToolTip.showText(
                event.globalPos(),
                plain_tooltip(text) if width > option.rect.width() - 2 * PADDING else "",
                view,
            )
            return True
        return super().helpEvent(event, view, option, index)

    def _paint_ground(
        self, painter: QPainter, rect: QRect, index: QModelIndex, cell: Cell, *, selected: bool
    ) -> None:
        if selected:
            painter.fillRect(rect, theme().colour("select"))
        elif index.row() % 2 and self._table.alternatingRowColors():
            painter.fillRect(rect, theme().colour("surface_alt"))
        if cell.is_provisional and index.column() == 0:
            painter.fillRect(QRect(rect.x(), rect.y(), 3, rect.height()), theme().colour("edge_strong"))

    def _paint_ring(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:
        current = self._table.currentIndex()
        if index.row() != current.row() or not (self._whole_rows or index.column() == current.column()):
            return
        width = theme().size("focus")
        painter.setPen(QPen(theme().colour("focus"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        inner = rect.adjusted(1, 1, -(width - 1), -(width - 1))
        if not self._whole_rows:
            painter.drawRect(inner)
            return
        shown = [at for at in range(index.model().columnCount()) if not self._table.isColumnHidden(at)]
        end = inner.right() if index.column() == shown[-1] else rect.right()
        painter.drawLine(rect.left(), inner.top(), end + 1, inner.top())
        painter.drawLine(rect.left(), inner.bottom(), end + 1, inner.bottom())
        if index.column() == shown[0]:
            painter.drawLine(inner.left(), rect.top(), inner.left(), rect.bottom())
        if index.column() == shown[-1]:
            painter.drawLine(inner.right(), rect.top(), inner.right(), rect.bottom())


def _paint_text(painter: QPainter, room: QRect, cell: Cell, *, selected: bool) -> None:
    picture = cell.icon
    if picture:
        side = theme().px(14)
        drawn = icons.pixmap(picture, cell.icon_tone or "text_quiet", side)
        painter.drawPixmap(room.x(), room.center().y() - side // 2 + 1, drawn)
        room = room.adjusted(side + 6, 0, 0, 0)
    text = cell.column.text(cell.row)
    if text:
        painter.setPen(theme().colour(cell.tone or ("select_text" if selected else "text")))
        painter.setFont(theme().font(strong=cell.column.strong, italic=cell.is_provisional))
        draw_line(painter, room, text, cell.align)


class EditingDelegate(CellDelegate):
    """Adds editors. Enter and Tab commit, close and walk on in one go; Esc gives back what stood there."""

    def __init__(self, grid: GridView, *, whole_rows: bool = False) -> None:
        super().__init__(grid, whole_rows=whole_rows)
        self._grid = grid

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget | None:
        """Return the editor that the column's kind asks for, with its completion where the column has one."""
        column = _column(index)
        if column is None:
            return None
        editor = _editor(column, parent)
        editor.setProperty("cell", "true")
        editor.setObjectName(f"{self._grid.objectName()}.{column.key}.editor")
        editor.setAccessibleName(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self._grid.dress_editor(editor, column)
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        """Fill a new editor once.

        A row that changes under an open editor must not take away what is typed.
        """
        if isinstance(editor, Edit) and not editor.is_filled:
            editor.is_filled = True
            editor.setText(index.data(Qt.ItemDataRole.EditRole) or "")

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:
        """Hand over what was typed, or what the completion took it for; nothing if it stands as it was."""
        if not isinstance(editor, Edit) or editor.text() == (index.data(Qt.ItemDataRole.EditRole) or ""):
            return
        completion = self._grid.completion_of(editor)
        meant = completion.resolve().suggestion if completion is not None else None
        model.setData(index, editor.text() if meant is None else meant.value)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: QModelIndex
    ) -> None:
        """Let the editor fill its cell; style sheet padding would leave it short."""
        editor.setGeometry(option.rect)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter, Tab and Esc of an open editor; everything else is the editor's or Qt's."""
        if not isinstance(watched, Edit):
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # Qt's own filter would close the editor on these, also while somebody composes.
            return False if watched.owns(event) else self._key(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        return super().eventFilter(watched, event)

    def _key(self, editor: Edit, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if held != Qt.KeyboardModifier.NoModifier:
            return False
        completion = self._grid.completion_of(editor)
        if completion is not None and completion.is_open and event.key() in _LIST_KEYS:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
            return True
        if is_enter(event) or event.key() in _TABS:
            backwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._grid.leave_editor(editor, "enter" if is_enter(event) else "tab", backwards=backwards)
            return True
        if event.key() in _ROW_STEPS and not (completion is not None and event.key() == Qt.Key.Key_Down):
            self._grid.leave_editor(editor, "rows", backwards=event.key() == Qt.Key.Key_Up)
            return True
        return False

    def check(self, editor: Edit, index: QModelIndex) -> bool:
        """Return whether the typed text can be taken, marking the editor if not."""
        column = _column(index)
        fine = column is None or column.check is None or column.check(index.data(RowRole), editor.text())
        editor.set_problem("" if fine else "block")
        return fine


_LIST_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
_ROW_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def _editor(column: Column, parent: QWidget) -> Edit:
    if column.kind == "number":
        return NumberEdit(parent)
    if column.kind in ("code", "date"):
        return CodeEdit(parent)
    return TextEdit(parent)


def _column(index: QModelIndex) -> Column | None:
    model = index.model()
    return model.columns[index.column()] if isinstance(model, RowsModel) else None
