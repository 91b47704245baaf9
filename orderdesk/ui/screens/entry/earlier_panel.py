"""The customer's earlier orders below the lines (Shift+F7): the orders left, the lines of one right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orderdesk.errors import OrderDeskError
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import Desk
from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.screens.entry.earlier_commands import EarlierCommands
from orderdesk.ui.screens.entry.wording import amount_text, local_name, price_text, unit_word
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.words import format_quantity

if TYPE_CHECKING:
    from orderdesk.services.reading.customer_history import EarlierOrder, SourceLine, SourceOrder

_MOST_ROWS = 6
_NEAR_END = 10


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of an earlier order as it is shown."""

    id: UUID
    line: SourceLine
    item: ItemFacts | None
    is_marked: bool


class EarlierList(GridView):
    """A list beside another: the arrows cross over, Space marks."""

    marked = Signal()
    crossed = Signal(bool)  # to the right

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cross over and mark; every other key is the list's."""
        if event.modifiers():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self.marked.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.crossed.emit(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class EarlierPanel(BelowPanel):
    """Shows earlier orders. Enter copies the one with the cursor, or only its lines that are marked."""

    copied = Signal()
    left = Signal()  # there is no earlier order
    failed = Signal(object)  # OrderDeskError

    def __init__(self, commands: EarlierCommands, parent: QWidget) -> None:
        super().__init__(parent, name="entry.earlier", most_rows=_MOST_ROWS)
        self._commands = commands
        self._desk: Desk | None = None
        self._orders_model = RowsModel(_ORDERS, self)
        self._lines_model = RowsModel(_LINES, self)
        self.orders = EarlierList(self._orders_model, self, name="entry.earlier.orders", whole_rows=True)
        self.lines = EarlierList(self._lines_model, self, name="entry.earlier.lines", whole_rows=True)
        self._side_by_side()
        self.orders.cell_changed.connect(lambda _row, _key: self._order_changed())
        self.orders.marked.connect(self._into_lines)
        self.orders.crossed.connect(lambda right: self._into_lines() if right else None)
        self.lines.crossed.connect(lambda right: None if right else self.orders.setFocus())
        self.lines.marked.connect(self._mark)
        for view in (self.orders, self.lines):
            view.row_opened.connect(lambda _row: self.copy())
        self.follow()

    def open_for(self, desk: Desk) -> None:
        """Show the panel; the orders come when they have been read."""
        self._desk = desk
        self._orders_model.show_rows(())
        self._lines_model.show_rows(())
        self.open_reading()
        self._commands.read(self._show_first, self._broke)

    def copy(self) -> None:
        """Order again what is marked, or the whole order with the cursor."""
        order = self._order()
        if order is not None and not self.is_reading:
            self.hold()
            self._commands.copy(order.id, self._was_copied, self._broke)

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self.title.setText(tr("memory.earlier.title"))
        self.hint.show_text(tr("memory.earlier.hint"))
        self.orders.setAccessibleName(tr("memory.earlier.title"))
        order = self._order()
        marked = len(self._commands.marked(order.id)) if order is not None else 0
        number = order.number if order is not None else ""
        self.lines.setAccessibleName(tr("memory.earlier.lines", number=number))
        if self.is_reading:
            self.sum.setText(tr("memory.reading"))
        elif marked:
            self.sum.setText(tr("memory.earlier.marked", n=marked))
        else:
            self.sum.setText("")

    def _show_first(self) -> None:
        if not self.is_open:
            return
        if not self._commands.rows:
            self.close_panel()
            self.left.emit()
            return
        self._orders_model.show_rows(self._commands.rows)
        self.orders.go_to(0)
        self.arrived()

    def _show_more(self) -> None:
        if self.is_open:
            self._orders_model.show_rows(self._commands.rows)
            self.fit()

    def _order_changed(self) -> None:
        order = self._order()
        if order is not None:
            if self.orders.current_row() >= len(self._commands.rows) - _NEAR_END:
                self._commands.read_more(self._show_more, self._broke)
            self._commands.read_lines(order.id, self._show_lines, self._broke)
        self._show_lines()

    def _show_lines(self) -> None:
        """Show the lines of the order with the cursor, as far as they have been read."""
        order = self._order()
        source = self._commands.source(order.id) if order is not None else None
        self._lines_model.show_rows(self._shown(source))
        if not self.is_reading:
            self.retranslate()

    def _shown(self, source: SourceOrder | None) -> tuple[Shown, ...]:
        if source is None or self._desk is None:
            return ()
        marked = self._commands.marked(source.id)
        return tuple(
            Shown(line.id, line, self._desk.items.get(line.item_id), line.id in marked)
            for line in source.lines
        )

    def _order(self) -> EarlierOrder | None:
        at = self.orders.current_row()
        rows = self._commands.rows
        return rows[at] if 0 <= at < min(len(rows), self._orders_model.rowCount()) else None

    def _into_lines(self) -> None:
        if self._lines_model.rowCount():
            self.lines.setFocus()
            self.lines.go_to(max(self.lines.current_row(), 0))

    def _mark(self) -> None:
        order, at = self._order(), self.lines.current_row()
        if order is not None and 0 <= at < len(self._lines_model.rows):
            self._commands.toggle(order.id, self._lines_model.rows[at].id)
            self._show_lines()

    def _was_copied(self) -> None:
        """Leave the panel; the keys that came meanwhile go to the lines."""
        self.hide()
        self.shown.emit(False)
        self.copied.emit()
        self.play_held()

    def _broke(self, fault: OrderDeskError) -> None:
        self.failed.emit(fault)

    def _side_by_side(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.orders, 1)
        row.addWidget(self.lines, 1)
        self.column.addLayout(row)
        self.put_table(self.orders, spare=("lines", "state", "total"))
        self.put_table(self.lines, spare=("price", "unit"))


def _state(row: EarlierOrder) -> str:
    return tr(f"term.state.order.{row.state}")


def _total(row: EarlierOrder) -> str:
    return f"{row.currency} {amount_text(row.total, row.currency)}"


def _mark_icon(row: Shown) -> str | None:
    return "check" if row.is_marked else None


def _name(row: Shown) -> str:
    if row.item is None:
        return row.line.name
    return local_name(row.line.name, row.item.name_en)


def _unit(row: Shown) -> str:
    return row.line.unit if row.item is None else unit_word(row.item, row.line.unit)


def _quiet(_row: object) -> str:
    return "text_quiet"


_ORDERS = (
    Column("number", "memory.column.number", lambda row: row.number, "text", 122, stretches=True),
    Column("date", "memory.column.date", lambda row: row.document_date.isoformat(), "date", 104),
    Column("state", "memory.column.state", _state, "text", 108, tone=_quiet),
    Column("lines", "memory.column.lines", lambda row: str(row.line_count), "number", 46, tone=_quiet),
    Column("total", "memory.column.total", _total, "number", 116),
)
_LINES = (
    Column("code", "entry.column.code", lambda row: row.line.code, "code", 84, icon=_mark_icon,
           icon_tone=lambda _row: "done",
           icon_word=lambda row: tr("memory.earlier.is_marked") if row.is_marked else ""),
    Column("item", "entry.column.item", _name, "text", 130, stretches=True),
    Column("quantity", "entry.column.quantity", lambda row: format_quantity(row.line.quantity), "number", 58),
    Column("unit", "entry.column.unit", _unit, "text", 54, tone=_quiet),
    Column("price", "entry.column.price", lambda row: price_text(row.line.gross_unit_price), "number", 84,
           tone=_quiet),
)  # fmt: skip
