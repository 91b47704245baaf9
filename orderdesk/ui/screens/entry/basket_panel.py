"""The usual basket below the lines (F7): one column of quantities, typed over as the customer says them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.basket_commands import BasketCommands, Offered
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.screens.entry.wording import local_name, price_text, short_date, unit_word
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.values import plain
from orderdesk.words import format_quantity

_MOST_ROWS = 6


class BasketGrid(GridView):
    """The rows. Space takes the usual quantity of one, Ctrl+A of all."""

    marked = Signal(int)
    all_marked = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark rows; every other key is the grid's."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.current_row() >= 0:
            self.marked.emit(self.current_row())
        elif event.key() == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.all_marked.emit()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


class BasketPanel(BelowPanel):
    """Shows the basket and takes quantities. ``taken`` tells that its rows stand on the order now."""

    taken = Signal()
    left = Signal()  # there is nothing to offer

    def __init__(self, commands: BasketCommands, parent: QWidget) -> None:
        super().__init__(parent, name="entry.basket", most_rows=_MOST_ROWS)
        self._commands = commands
        self._model = RowsModel(self._columns(), self)
        self.grid = BasketGrid(self._model, self, name="entry.basket.rows")
        self._model.edited.connect(self._edited)
        self.grid.marked.connect(self._marked)
        self.grid.all_marked.connect(self._all_marked)
        self.grid.past_end.connect(lambda path: self.accept() if path == "enter" else None)
        self.column.addWidget(self.grid)
        self.put_table(self.grid, spare=("times", "on_order", "price", "last"))
        self.follow()

    def show_basket(self) -> None:
        """Show what was read; without a row the panel goes again."""
        if not self._commands.rows:
            self.close_panel()
            self.left.emit()
            return
        self.refresh()
        self.grid.go_to(max(self.grid.current_row(), 0), "quantity")
        self.arrived()

    def refresh(self) -> None:
        """Show the rows as they stand."""
        if self.is_open:
            self._model.show_rows(self._commands.rows)
            self.retranslate()

    def accept(self) -> bool:
        """Put the rows taken on the order; ``False`` while a quantity cannot be read, or there is no room."""
        if not self.grid.finish_editing() or not self._commands.take():
            return False
        self.close_panel()
        self._model.show_rows(())
        self.taken.emit()
        return True

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self.title.setText(tr("memory.basket.title"))
        count, rows = self._commands.count, self._model.rowCount()
        self.sum.setText(
            tr("memory.reading") if self.is_reading else tr("memory.basket.sum", n=count, rows=rows)
        )
        self.hint.show_text(tr("memory.basket.hint"))
        self.grid.setAccessibleName(tr("memory.basket.title"))

    def _edited(self, row: int, _key: str, value: object) -> None:
        self._commands.typed(row, str(value))
        self.refresh()

    def _marked(self, row: int) -> None:
        self._commands.toggle(row)
        self.refresh()

    def _all_marked(self) -> None:
        self._commands.take_all()
        self.refresh()

    def _check(self, row: Offered, text: str) -> bool:
        return self._commands.can_take(self._model.rows.index(row), text)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("code", "entry.column.code", lambda row: row.known.code, "code", 84, icon=_mark,
                   icon_tone=_mark_tone, icon_word=_mark_word, tone=_sold_tone),
            Column("item", "entry.column.item", _name, "text", 180, stretches=True, tone=_sold_tone),
            Column("quantity", "entry.column.quantity", _quantity, "number", 72, editable=_is_sold,
                   enter_stop=True, edit_text=_plain_quantity, check=self._check, tone=_quantity_tone,
                   strong=True),
            Column("unit", "entry.column.unit", _unit, "text", 60, tone=_sold_tone),
            Column("on_order", "memory.column.on_order", _on_order, "number", 76, tone=_quiet),
            Column("times", "memory.column.times", lambda row: str(row.known.times), "number", 64,
                   tone=_quiet),
            Column("last", "memory.column.last", _last, "text", 168, tone=_quiet),
            Column("price", "memory.column.last_price", _price, "number", 88, tone=_quiet),
        )  # fmt: skip


def _is_sold(row: Offered) -> bool:
    return row.is_sold


def _mark(row: Offered) -> str | None:
    if not row.is_sold:
        return "ban"
    return "check" if row.taken is not None else None


def _mark_tone(row: Offered) -> str | None:
    return "done" if row.is_sold else "text_faint"


def _mark_word(row: Offered) -> str:
    if not row.is_sold:
        return tr("memory.basket.gone")
    return tr("memory.basket.marked") if row.taken is not None else ""


def _name(row: Offered) -> str:
    known = row.known
    name = " · ".join(part for part in (local_name(known.name, known.name_en), known.spec) if part)
    return name if row.is_sold else f"{name} ({tr('memory.basket.gone')})"


def _quantity(row: Offered) -> str:
    return "" if row.quantity is None else format_quantity(row.quantity)


def _plain_quantity(row: Offered) -> str:
    """Return what an editor begins with: nothing before it is taken, so that the usual one typed is typed."""
    return "" if row.taken is None else plain(row.taken)


def _unit(row: Offered) -> str:
    return row.unit if row.item is None else unit_word(row.item, row.unit)


def _on_order(row: Offered) -> str:
    return "" if row.on_order is None else format_quantity(row.on_order)


def _last(row: Offered) -> str:
    unit = row.known.last_unit if row.item is None else unit_word(row.item, row.known.last_unit)
    return f"{short_date(row.known.last_date)} · {format_quantity(row.known.last_quantity)} {unit}"


def _price(row: Offered) -> str:
    return price_text(row.known.last_price)


def _quantity_tone(row: Offered) -> str | None:
    return None if row.taken is not None else "text_faint"


def _sold_tone(row: Offered) -> str | None:
    return None if row.is_sold else "text_faint"


def _quiet(_row: Offered) -> str:
    return "text_quiet"
