"""The upper half: which deliveries there are, and which one is meant."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from orderdesk.services.reading.warehouse import DeliveryRow
from orderdesk.ui.editors import TextEdit
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.warehouse.columns import Today, list_columns
from orderdesk.ui.screens.warehouse.grids import FittingGrid
from orderdesk.ui.screens.warehouse.presenter import Mode
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_MODES: tuple[Mode, ...] = ("open", "gone")
_HIDDEN: Mapping[Mode, tuple[str, ...]] = {"open": ("number", "left"), "gone": ("lines", "due", "day")}
_LETTERS = ("warehouse.pick", "warehouse.short", "warehouse.ship_part", "warehouse.note")


class FindBox(TextEdit):
    """Keeps the list to what is typed. Down or Enter goes to the list, Esc clears."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk into the list; a first Esc clears the box, the next one is somebody else's."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ListPane(QWidget):
    """Two lists to choose from, a box that filters, and the table."""

    delivery_chosen = Signal(object)  # UUID or None
    mode_chosen = Signal(str)
    filtered = Signal(str)

    def __init__(self, today: Today, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode: Mode = "open"
        self._showing = False
        self._has_rows = True
        self.model = RowsModel(list_columns(today), self)
        self.grid = FittingGrid(
            self.model, self, name="warehouse.list", whole_rows=True, spare=("lines", "receiver", "tier")
        )
        self.grid.set_letter_actions(_LETTERS)
        self.grid.hide_always(*_HIDDEN["open"])
        self.empty = Label(parent=self, role="quiet")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.count = Label(parent=self, role="quiet")
        self.find_box = FindBox(self, name="warehouse.find")
        self.modes = QButtonGroup(self)
        self._lay_out()
        self.grid.cell_changed.connect(self._choose)
        self.find_box.textChanged.connect(self.filtered)
        self.find_box.left.connect(self.grid.setFocus)
        self.find_box.enter_pressed.connect(lambda _backwards: self.grid.setFocus())
        self.modes.idClicked.connect(self._choose_mode)
        language().follow(self)
        theme().changed.connect(self._take_theme)
        self._take_theme()

    def show_rows(self, rows: tuple[DeliveryRow, ...], selected: UUID | None) -> None:
        """Show rows; the cursor stays on its delivery, wherever that stands now."""
        self._showing = True
        self.model.show_rows(rows)
        at = next((index for index, row in enumerate(rows) if row.id == selected), -1)
        if at >= 0 and self.grid.current_row() != at:
            self.grid.go_to(at)
        self._showing = False
        self._has_rows = bool(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        for button, mode in zip(self.modes.buttons(), _MODES, strict=True):
            button.setText(tr(f"warehouse.mode.{mode}"))
        self.find_box.setPlaceholderText(f"{tr('warehouse.find')}  F3")
        self.find_box.setAccessibleName(tr("warehouse.find"))
        self.grid.setAccessibleName(tr(f"warehouse.mode.{self._mode}"))
        self.count.setText(tr("warehouse.count", n=self.model.rowCount()) if self._has_rows else "")
        text = self.find_box.text().strip()
        self.empty.setText(
            tr("warehouse.empty.filtered", text=text) if text else tr(f"warehouse.empty.{self._mode}")
        )

    def _choose(self, row: int, _key: str) -> None:
        if not self._showing:
            self.delivery_chosen.emit(self.model.rows[row].id if row >= 0 else None)

    def _choose_mode(self, at: int) -> None:
        self._mode = _MODES[at]
        self.grid.hide_always(*_HIDDEN[self._mode])
        self.mode_chosen.emit(self._mode)
        self.grid.setFocus()

    def _take_theme(self) -> None:
        self.find_box.setFixedWidth(theme().px(210))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 12, 8)
        top.setSpacing(8)
        for at, mode in enumerate(_MODES):
            button = QToolButton(self)
            button.setProperty("role", "button")
            button.setObjectName(f"warehouse.mode.{mode}")
            button.setCheckable(True)
            button.setChecked(at == 0)
            self.modes.addButton(button, at)
            top.addWidget(button)
        top.addWidget(self.count)
        top.addStretch(1)
        top.addWidget(self.find_box)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(holder, 1)
