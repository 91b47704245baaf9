"""The deliveries of a line (Ctrl+L), below the grid: an expression, the parts it makes, and what is left."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.errors import UserError
from orderdesk.rules.entry import read_date, read_quantity
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.lookup import LookupEntry, LookupIndex
from orderdesk.services.readings import readings_of
from orderdesk.ui.completion import Completion, Suggestion, SuggestionColumn
from orderdesk.ui.editors import CodeEdit, Edit
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.entry.addresses import known_addresses, read_typed
from orderdesk.ui.screens.entry.plan import Plan, PlannedPart
from orderdesk.ui.screens.entry.wording import (
    address_line,
    address_name,
    local_name,
    long_date,
    receiver_line,
    short_date,
    unit_word,
)
from orderdesk.ui.tables.columns import Column, always
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import RowsHeight
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.values import plain
from orderdesk.wire.drafts import AddressDraft
from orderdesk.words import format_quantity

ADDRESS_LIST = (
    SuggestionColumn(28, "number", "text_faint"),
    SuggestionColumn(130),
    SuggestionColumn(290, tone="text_quiet"),
    SuggestionColumn(176, tone="text_quiet"),
)
_MOST_ROWS = 5


class SchedulePanel(QFrame):
    """Plans deliveries without leaving the order. Enter accepts, Esc leaves everything as it was."""

    accepted = Signal(object)  # line id -> its schedule
    refused = Signal(object)  # UserError
    shown = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.schedule")
        self.setProperty("role", "card")
        self._plan: Plan | None = None
        self._reading_words: Callable[[], str] = str  # what the expression means, or why it cannot be read
        self._desk: Desk | None = None
        self._addresses: tuple[AddressDraft, ...] = ()
        self._index: LookupIndex[int] = LookupIndex(())
        self._title = Label(parent=self, role="section")
        self.expression = CodeEdit(self, name="entry.schedule.expression")
        self._reading = ElidedLabel(self, role="quiet")
        self._sum = Label(parent=self, role="strong")
        self._sum.setObjectName("entry.schedule.sum")
        self._undated = QPushButton(self)
        self._undated.setProperty("role", "link")
        self._undated.clicked.connect(self._deliver_rest_later)
        self._hint = ElidedLabel(self, role="caption")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._model = RowsModel(self._columns(), self, numbered=True)
        self.table = GridView(self._model, self, name="entry.schedule.parts")
        self.table.complete = self._complete_address
        self.table.takes_unresolved = self._takes_typed
        self.table.next_stop = self._next_stop
        self._height = RowsHeight(self.table, _MOST_ROWS)
        self.table.holds_tab = True
        self.table.past_end.connect(self._past_end)
        self.table.before_start.connect(lambda _path: self.expression.setFocus())
        self._model.edited.connect(self._edited)
        self.expression.textEdited.connect(self._expression_typed)
        self.expression.enter_pressed.connect(lambda _backwards: self.accept())
        self.expression.installEventFilter(self)
        self._lay_out()
        language().follow(self)
        theme().changed.connect(self._height.fit)
        self.hide()

    @property
    def plan(self) -> Plan | None:
        """What is being planned; ``None`` while the panel is closed."""
        return self._plan

    @property
    def reading_text(self) -> str:
        """What the expression means, or why it cannot be read."""
        return self._reading.whole_text

    def open(self, plan: Plan, desk: Desk, customer: CustomerDesk | None) -> None:
        """Plan the deliveries of these lines; the cursor is in the expression."""
        self._plan, self._desk = plan, desk
        self._know(known_addresses(plan.draft, customer))
        self.expression.clear()
        self._reading_words = str
        self.expression.set_problem("")
        self.retranslate()
        self.show()
        self.expression.setFocus()
        self.shown.emit(True)

    def address_at_cursor(self) -> AddressDraft | None:
        """Return where the part under the cursor goes; ``None`` while the cursor is on no part."""
        at = self.table.current_row()
        is_there = self._plan is not None and self.table.hasFocus() and 0 <= at < self._model.rowCount()
        return self._address(self._model.rows[at]) if is_there else None

    def send_to(self, address: AddressDraft) -> None:
        """Send the part under the cursor to an address, which is known from now on."""
        if self._plan is None or self.table.current_row() < 0:
            return
        self._know(tuple(dict.fromkeys((*self._addresses, address))))
        self._plan.set_address(self.table.current_row(), address)
        self._show()
        self.table.setFocus()

    def _know(self, addresses: tuple[AddressDraft, ...]) -> None:
        self._addresses = addresses
        self._index = LookupIndex(_entry(at, address) for at, address in enumerate(addresses))

    def _takes_typed(self, _row: int, key: str, text: str) -> bool:
        """Return whether a text that no known address answers names a place itself."""
        return key == "address" and read_typed(text) is not None

    def close_plan(self) -> None:
        """Put the panel away without a change."""
        self._plan = None
        self.hide()
        self.shown.emit(False)

    def accept(self) -> bool:
        """Take the deliveries; ``False`` where they are not the quantity of their line."""
        if self._plan is None or not self.table.finish_editing():
            return False
        try:
            schedules = self._plan.schedules()
        except UserError as fault:
            self.refused.emit(fault)
            return False
        self.close_plan()
        self.accepted.emit(schedules)
        return True

    def insert_row(self) -> None:
        """Put a part below the cursor."""
        if self._plan is not None and self.table.finish_editing():
            at = self.table.current_row() if self.table.hasFocus() else len(self._plan.parts) - 1
            self._plan.insert(at)
            self._show()
            self.table.setFocus()
            self.table.go_to(at + 1, "quantity")

    def delete_row(self) -> None:
        """Take the part under the cursor out."""
        if self._plan is not None and self.table.hasFocus():
            self._plan.delete(self.table.current_row())
            self._show()

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._hint.show_text(tr("entry.schedule.hint"))
        self._undated.setText(tr("entry.schedule.undated"))
        self.expression.setPlaceholderText("3x7d+2   16@+2,16@fri   half@+2,rest@eom")
        self.expression.setAccessibleName(tr("entry.schedule.expression"))
        if self._plan is not None and self._desk is not None:
            self._show_title(self._plan, self._desk)
            self._reading.show_text(self._reading_words())
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Down and Tab walk from the expression into the parts."""
        if watched is self.expression and isinstance(event, QKeyEvent):
            is_press = event.type() == QEvent.Type.KeyPress and not self.expression.owns(event)
            if is_press and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Down) and not event.modifiers():
                self.table.setFocus()
                self.table.go_to(0, "address" if event.key() == Qt.Key.Key_Tab else "quantity")
                return True
        return super().eventFilter(watched, event)

    def _show_title(self, plan: Plan, desk: Desk) -> None:
        item = desk.items.get(plan.line.item_id) if plan.line.item_id is not None else None
        name = local_name(item.name, item.name_en) if item is not None else plan.line.typed_code
        unit = unit_word(item, plan.line.unit or item.sales_unit) if item is not None else ""
        title = tr("entry.schedule.title", item=name, quantity=format_quantity(plan.quantity), unit=unit)
        if len(plan.lines) > 1:
            title += " · " + tr("entry.schedule.others", n=len(plan.lines) - 1)
        self._title.setText(title)

    def _show(self) -> None:
        plan = self._plan
        if plan is None:
            return
        self._model.show_rows(plan.parts)
        left = plan.left
        self._sum.setText(
            tr(
                "entry.schedule.sum",
                scheduled=format_quantity(plan.quantity - left),
                quantity=format_quantity(plan.quantity),
                left=format_quantity(left),
            )
        )
        self._sum.setProperty("role", "strong" if not left else "warn")
        self._sum.style().polish(self._sum)
        self._undated.setVisible(left > 0)
        self._height.fit()

    def _expression_typed(self, text: str) -> None:
        if self._plan is None:
            return
        try:
            self._plan.read(text)
            self.expression.set_problem("")
            self._reading_words = partial(_reading_of, text, self._plan)
        except UserError as fault:
            self.expression.set_problem("warn" if text.strip() else "")
            self._reading_words = partial(tr, fault.code, **fault.params) if text.strip() else str
        self._reading.show_text(self._reading_words())
        self._show()

    def _edited(self, row: int, key: str, value: object) -> None:
        plan = self._plan
        if plan is None:
            return
        try:
            if key == "quantity":
                plan.set_quantity(row, str(value))
            elif key == "date":
                plan.set_date(row, str(value))
            elif isinstance(value, int):
                plan.set_address(row, self._addresses[value])
            elif (address := read_typed(str(value))) is not None:
                self._know(tuple(dict.fromkeys((*self._addresses, address))))
                plan.set_address(row, address)
        except UserError as fault:
            self.refused.emit(fault)
        self._show()

    def _can_take(self, key: str) -> Callable[[PlannedPart, str], bool]:
        def check(row: PlannedPart, text: str) -> bool:
            try:
                if key == "quantity":
                    read_quantity(text, (("", Decimal(1)),), row.quantity)
                elif text.strip() and self._desk is not None:
                    read_date(text, self._desk.today)
            except UserError as fault:
                self.refused.emit(fault)
                return False
            return True

        return check

    def _deliver_rest_later(self) -> None:
        if self._plan is not None:
            self._plan.rest_undated()
            self._show()
            self.table.setFocus()

    def _complete_address(self, editor: Edit, column: Column) -> Completion | None:
        if column.key != "address":
            return None
        return Completion(editor, self._search_addresses, ADDRESS_LIST, takes_enter=False)

    def _search_addresses(self, text: str) -> tuple[Suggestion, ...]:
        return tuple(
            Suggestion(match.key, _address_cells(match.key, self._addresses[match.key]), is_exact=match.exact)
            for match in self._index.search(text)
        )

    def _next_stop(self, row: int, column: int, backwards: bool, path: str) -> tuple[int, int] | None:
        """Enter walks down the column it is in, Tab through all cells."""
        if path != "enter":
            return self.table.declared_stop(row, column, backwards, path)  # type: ignore[arg-type] # the paths of the walk
        row += -1 if backwards else 1
        return (row, column) if 0 <= row < self._model.rowCount() else None

    def _past_end(self, path: str) -> None:
        if path == "enter":
            self.accept()
        elif path == "tab":
            self.expression.setFocus()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addSpacing(12)
        top.addWidget(self._hint, 1)
        line = WrapRow(self, gap=10)  # large text beside the context panel leaves no room for all in one row
        line.add(self.expression, 200, 2)
        line.add(self._reading, 180, 2)
        line.add(self._undated, 0)
        line.add(self._sum, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(line)
        column.addWidget(self.table)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("quantity", "entry.column.quantity", _quantity_text, "number", 80, editable=always,
                   enter_stop=True, edit_text=lambda row: plain(row.quantity),
                   check=self._can_take("quantity")),
            Column("date", "entry.schedule.date", _date_text, "date", 150, editable=always, enter_stop=True,
                   edit_text=lambda row: "" if row.requested is None else row.requested.isoformat(),
                   check=self._can_take("date"), tone=_date_tone),
            Column("address", "entry.field.deliver_to", self._address_text, "code", 190, editable=always,
                   enter_stop=True, stretches=True, edit_text=lambda _row: "", tooltip=self._address_tip),
            Column("receiver", "entry.schedule.receiver", self._receiver_text, "text", 170, tone=_quiet),
            Column("stock", "entry.column.stock", _stock_text, "text", 84, tone=_stock_tone),
        )  # fmt: skip

    def _address(self, row: PlannedPart) -> AddressDraft:
        if row.deliver_to is not None:
            return row.deliver_to
        return self._plan.draft.deliver_to if self._plan is not None else AddressDraft()

    def _address_text(self, row: PlannedPart) -> str:
        return address_name(self._address(row))

    def _address_tip(self, row: PlannedPart) -> str:
        return address_line(self._address(row))

    def _receiver_text(self, row: PlannedPart) -> str:
        return receiver_line(self._address(row))


def _reading_of(text: str, plan: Plan) -> str:
    """Return what an expression means, in one line."""
    if not text.strip():
        return ""
    days = [part.requested for part in plan.parts if part.requested is not None]
    first = short_date(min(days)) if days else tr("entry.undated")
    return tr("entry.schedule.reading", n=len(plan.parts), first=first)


def _entry(at: int, address: AddressDraft) -> LookupEntry[int]:
    names = (address.label, f"{address.city}{address.district}", address.rest, address.receiver)
    readings = tuple(readings_of(name) for name in names if name)
    numbers = (address.phone,) if address.phone else ()
    return LookupEntry(at, str(at + 1), tuple(name for name in names if name), readings, numbers)


def _address_cells(at: int, address: AddressDraft) -> tuple[str, ...]:
    return (str(at + 1), address_name(address), address_line(address), receiver_line(address))


def _date_text(row: PlannedPart) -> str:
    return tr("entry.undated") if row.requested is None else long_date(row.requested)


def _date_tone(row: PlannedPart) -> str | None:
    return "text_faint" if row.requested is None else None


def _quantity_text(row: PlannedPart) -> str:
    return format_quantity(row.quantity)


def _stock_text(row: PlannedPart) -> str:
    return tr(f"entry.stock.{row.stock}") if row.stock else ""


def _quiet(_row: PlannedPart) -> str:
    return "text_quiet"


def _stock_tone(row: PlannedPart) -> str | None:
    return {"ok": "done", "part": "warn", "none": "error", "unknown": "text_faint"}.get(row.stock)
