"""One adjustment: its head, its lines, and whom it meets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.services.reading.adjustments import OpenOrder
from orderdesk.ui.chips import ChipLabel
from orderdesk.ui.completion import Completion, Suggestion, SuggestionColumn
from orderdesk.ui.editors import Choice, Edit, TextEdit
from orderdesk.ui.fields import Committing, DateEdit, Field, WrapRow
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.adjustments import wording
from orderdesk.ui.screens.adjustments.columns import line_columns, met_columns
from orderdesk.ui.screens.adjustments.presenter import AdjustmentsPresenter
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.words import format_date

Search = Callable[[str], tuple[Suggestion, ...]]
OPEN_ORDERS = ("keep", "ask", "follow")
VIEWS = ("customers", "items", "open_orders")
_LIST = (SuggestionColumn(120, "code"), SuggestionColumn(180))
_ITEMS = (SuggestionColumn(96, "code"), SuggestionColumn(240))


class AdjustmentForm(QFrame):
    """Shows what the presenter has, and tells it what is typed."""

    order_opened = Signal(object)  # OpenOrder
    moved = Signal()

    def __init__(
        self, presenter: AdjustmentsPresenter, lists: Search, items: Search, today: Callable[[], date],
        parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("adjustments.form")
        self._presenter = presenter
        self._searches = {"list": (lists, _LIST), "code": (items, _ITEMS)}
        self._title = Label(parent=self, role="section")
        self._chip = ChipLabel(self, name="adjustments.state")
        self._facts = ElidedLabel(self, role="quiet")
        self.start = DateEdit(self, name="adjustments.start")
        self.start.set_today(today)
        self.reason = TextEdit(self, name="adjustments.reason")
        self.reason.setMaxLength(2000)
        self.open_orders = Choice(self, name="adjustments.open_orders")
        for choice in OPEN_ORDERS:
            self.open_orders.addItem("", choice)
        self._fields = {
            "start": Field("adjustments.field.start", self.start, self, note=False),
            "open_orders": Field("adjustments.field.open_orders", self.open_orders, self, note=False),
            "reason": Field("adjustments.field.reason", self.reason, self, note=False),
        }
        self.committing = {
            "start": Committing(self.start, presenter.takes_day),
            "reason": Committing(self.reason, self._take_reason),
        }
        self.model = RowsModel(line_columns(lambda: presenter.can_edit, presenter.takes), self)
        self.grid = GridView(self.model, self, name="adjustments.lines")
        self.grid.complete = self._completion_for
        self.view = Choice(self, name="adjustments.view")
        for view in VIEWS:
            self.view.addItem("", view)
        self._total = ElidedLabel(self, role="quiet")
        self.met_model = RowsModel(met_columns(), self)
        self.met = GridView(self.met_model, self, name="adjustments.met", whole_rows=True)
        self._none = Label(parent=self, role="quiet")
        self._none.setWordWrap(True)
        self._lay_out()
        self._connect()

    def finish(self) -> bool:
        """Take what open boxes and cells hold; ``False`` if it cannot be taken."""
        taken = [one.commit() for one in self.committing.values()]
        return all(taken) and self.grid.finish_editing()

    def enter(self) -> None:
        """Put the keys into the lines: at the new prices, or where the first item is named."""
        self.grid.setFocus()
        if self.model.rowCount():
            at = max(self.grid.current_row(), 0)
            self.grid.go_to(at, "code" if self.model.rows[at].id is None else "new_price")

    def go_to_line(self, line_id: object, key: str) -> None:
        """Put the cursor on a cell of the lines."""
        at = next((at for at, row in enumerate(self.model.rows) if row.id == line_id), None)
        if at is not None:
            self.grid.setFocus()
            self.grid.go_to(at, key)

    def go_to_field(self, name: str) -> None:
        """Put the focus into a box of the head."""
        self._fields[name].box.setFocus()

    def show_state(self) -> None:
        """Show everything that the presenter has."""
        presenter, record = self._presenter, self._presenter.record
        row = presenter.row
        self._title.setText(row.number if row is not None else tr("adjustments.new"))
        self._chip.show_chip(wording.state_chip(presenter.state) if record is not None else None)
        rows = presenter.lines()
        self.model.show_rows(rows)
        self.grid.setColumnHidden(self.model.column_of("note"), not any(one.crossing for one in rows))
        for field in self._fields.values():
            field.setVisible(record is not None)
        if record is not None:
            self.committing["start"].show(record.start.isoformat())
            self.committing["reason"].show(record.reason)
            with QSignalBlocker(self.open_orders):
                self.open_orders.setCurrentIndex(self.open_orders.findData(record.open_orders))
        for box in (self.start, self.reason, self.open_orders):
            box.setEnabled(presenter.can_edit)
        self._facts.show_text(self._facts_text())
        self._show_met()

    def retranslate(self) -> None:
        """Say everything in the language on show; the tables do so themselves."""
        for field in self._fields.values():
            field.retranslate()
        for at, choice in enumerate(OPEN_ORDERS):
            self.open_orders.setItemText(at, tr(f"adjustments.open_orders.{choice}"))
        for at, view in enumerate(VIEWS):
            self.view.setItemText(at, tr(f"adjustments.view.{view}"))
        self.view.setAccessibleName(tr("adjustments.views"))
        self.met.setAccessibleName(tr("adjustments.views"))
        self.grid.setAccessibleName(tr("adjustments.lines"))
        self.show_state()

    # inside

    def _connect(self) -> None:
        presenter = self._presenter
        self.open_orders.currentIndexChanged.connect(
            lambda at: presenter.set_field("open_orders", self.open_orders.itemData(at))
        )
        self.model.edited.connect(lambda at, key, value: presenter.type(self.model.rows[at], key, value))
        self.grid.cell_changed.connect(lambda _row, _key: self.moved.emit())
        self.grid.unresolved.connect(
            lambda _row, key, text, _n: presenter.say(
                "adjustments.no_list" if key == "list" else "error.price.item", "warn", text=text
            )
        )
        self.view.currentIndexChanged.connect(lambda _at: self._show_met())
        self.met.row_opened.connect(self._open_order)
        self.reason.enter_pressed.connect(lambda _backwards: self.enter())

    def _take_reason(self, text: str) -> bool:
        self._presenter.set_field("reason", text.strip())
        return True

    def _completion_for(self, editor: Edit, column: Column) -> Completion | None:
        found = self._searches.get(column.key)
        return None if found is None else Completion(editor, found[0], found[1], takes_enter=False)

    def _facts_text(self) -> str:
        presenter, row = self._presenter, self._presenter.row
        if presenter.record is None:
            return tr("adjustments.choose")
        if row is None:
            return tr("adjustments.unsaved")
        facts = [tr("adjustments.written", name=wording.made_by(row))]
        if presenter.state in ("scheduled", "in_force"):
            day = format_date(row.start, language().current, with_year=True)
            facts.append(tr("adjustments.holds_from", day=day))
        if row.end_reason:
            facts.append(row.end_reason)
        if presenter.is_modified:
            facts.append(tr("prices.unsaved"))
        return " · ".join(facts)

    def _show_met(self) -> None:
        presenter = self._presenter
        found, view = presenter.impact, self.view.currentData()
        rows = getattr(found, view) if found is not None else ()
        self.met_model.show_rows(rows)
        for widget in (self.view, self._total):
            widget.setVisible(presenter.record is not None)
        if found is None:
            is_empty = presenter.record is None or not presenter.record.lines
            self._total.show_text("" if is_empty else tr("adjustments.reckoning"))
        else:
            total = wording.difference_text(found.total.difference)
            self._total.show_text(tr("adjustments.total", total=total, day=found.since.isoformat()))
        self.met.setVisible(bool(rows))
        self._none.setText("" if rows or found is None else tr(f"adjustments.none.{view}"))
        self._none.setVisible(bool(self._none.text()))

    def _open_order(self, at: int) -> None:
        row = self.met_model.rows[at] if 0 <= at < len(self.met_model.rows) else None
        if isinstance(row, OpenOrder):
            self.order_opened.emit(row)

    def _take_theme(self) -> None:
        for table in (self.grid, self.met):  # both have room for a row in the largest text
            table.setMinimumHeight(theme().row_height * 2)

    def _lay_out(self) -> None:
        near = theme().space("near")
        head, below = QHBoxLayout(), QHBoxLayout()
        for row in (head, below):
            row.setSpacing(near)
        head.addWidget(self._title)
        head.addWidget(self._chip)
        head.addWidget(self._facts, 1)
        fields = WrapRow(self)
        for name, width, stretch in (("start", 104, 0), ("open_orders", 150, 0), ("reason", 110, 1)):
            fields.add(self._fields[name], width, stretch)
        below.addWidget(self.view)
        below.addWidget(self._total, 1)
        theme().changed.connect(self._take_theme)
        self._take_theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.setSpacing(near)
        column.addLayout(head)
        column.addWidget(fields)
        column.addWidget(self.grid, 3)
        column.addLayout(below)
        column.addWidget(self._none)
        column.addWidget(self.met, 2)


class ReasonBar(QFrame):
    """Asks why an adjustment is taken back."""

    given = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("adjustments.back")
        self._number = ""
        self._caption = Label(parent=self, role="strong")
        self.reason = TextEdit(self, name="adjustments.back.reason")
        self.reason.setMaxLength(2000)
        self.take_button, self.close_button = QPushButton(self), QPushButton(self)
        self.take_button.setProperty("role", "main")
        row = QHBoxLayout(self)
        near = theme().space("near")
        row.setContentsMargins(near, near, near, near)
        row.setSpacing(near)
        row.addWidget(self._caption)
        row.addWidget(self.reason, 1)
        for button, name in ((self.take_button, "take"), (self.close_button, "close")):
            button.setObjectName(f"adjustments.back.{name}")
            button.setAutoDefault(True)
            row.addWidget(button)
        self.reason.enter_pressed.connect(lambda _backwards: self._give())
        self.take_button.clicked.connect(self._give)
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag
        self.hide()

    def ask(self, number: str) -> None:
        """Ask about an adjustment."""
        self._number = number
        self.reason.clear()
        self.retranslate()
        self.show()
        self.reason.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._caption.setText(tr("adjustments.back.ask", number=self._number))
        self.reason.setAccessibleName(self._caption.text())
        self.reason.setPlaceholderText(tr("adjustments.back.hint"))
        self.take_button.setText(tr("adjustments.action.roll_back"))
        self.close_button.setText(tr("prices.new.close"))

    def _give(self) -> None:
        self.given.emit(self.reason.text())
