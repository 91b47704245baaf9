"""The first columns of a table, kept in sight while the others are scrolled sideways."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from orderdesk.ui.tables.delegate import CellDelegate
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.theme import theme

_MOST = 0.6  # of the width: beside wider ones nothing could be read, so they are scrolled like the others


class FrozenColumns(QTableView):
    """Draws the first columns over their table while that is scrolled sideways.

    It only draws. A click in it puts the table's cursor there; the cursor in such a column scrolls the table
    back to its start, and there the table shows these columns itself. So keys, editors and lists are always
    the table's.
    """

    def __init__(self, grid: GridView) -> None:
        super().__init__(grid)
        self._grid = grid
        self._count = 0
        self.setObjectName(f"{grid.objectName()}.frozen")
        self.setModel(grid.rows_model)
        self.setSelectionModel(grid.selectionModel())
        self.setItemDelegate(CellDelegate(grid, ring=False))
        self._dress()
        grid.verticalScrollBar().valueChanged.connect(self._follow)
        grid.horizontalScrollBar().valueChanged.connect(self.place)
        grid.horizontalHeader().sectionResized.connect(self.place)
        theme().changed.connect(self.place)
        self.hide()

    @property
    def covers(self) -> int:
        """How many pixels of the table it takes from the left; none where it has no columns to keep."""
        width = sum(self._grid.columnWidth(at) for at in range(self._count))
        return width if width <= self._grid.viewport().width() * _MOST else 0

    def is_kept(self, index: QModelIndex) -> bool:
        """Return whether a cell is in a column that stays in sight."""
        return index.column() < self._count and self.covers > 0

    def keep(self, count: int) -> None:
        """Keep so many of the first columns in sight."""
        self._count = count
        for at in range(self._grid.rows_model.columnCount()):
            self.setColumnHidden(at, at >= count)
        self.place()

    def place(self) -> None:
        """Stand over the table where that is scrolled sideways; nothing covers an editor."""
        grid, width = self._grid, self.covers
        is_needed = grid.horizontalScrollBar().value() > 0 and width > 0
        if not is_needed or (grid.editor() is not None and self.is_kept(grid.currentIndex())):
            self.hide()
            return
        header = grid.horizontalHeader()
        self.horizontalHeader().setFixedHeight(header.height())
        self.verticalHeader().setMinimumSectionSize(theme().row_height)
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        for at in range(self._count):
            self.setColumnWidth(at, grid.columnWidth(at))
        edge = grid.frameWidth()
        left = edge + (grid.verticalHeader().width() if grid.verticalHeader().isVisible() else 0)
        self.setGeometry(left, edge, width, header.height() + grid.viewport().height())
        self.show()
        self.raise_()
        self._follow(grid.verticalScrollBar().value())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the table's cursor on the cell below the mouse."""
        index = self.indexAt(event.position().toPoint())
        self._grid.setFocus()
        if index.isValid() and self._grid.finish_editing():
            self._grid.setCurrentIndex(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the cell, as in the table."""
        self.mousePressEvent(event)
        self._grid.open_editor()

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:
        """Mark nothing."""

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Mark nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table."""
        self._grid.wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, and the edge that the others go under."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(theme().colour("edge_strong"))
        right = self.viewport().width() - 1
        painter.drawLine(QPoint(right, 0), QPoint(right, self.viewport().height()))
        painter.end()

    def _follow(self, value: int) -> None:
        if self.isVisible():
            self.verticalScrollBar().setRange(0, self._grid.verticalScrollBar().maximum())
            self.verticalScrollBar().setValue(value)

    def _dress(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(self._grid.alternatingRowColors())
        self.setShowGrid(self._grid.showGrid())
        self.setVerticalScrollMode(self._grid.verticalScrollMode())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # the table's own
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
