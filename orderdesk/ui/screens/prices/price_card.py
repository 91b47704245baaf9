"""The card with the prices: bar, grid of one list or of several, problems, and what is asked below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from orderdesk.errors import Problem
from orderdesk.rules.price_changes import PriceChange
from orderdesk.services.reading.prices import PriceListHead
from orderdesk.ui.completion import Suggestion
from orderdesk.ui.language import tr
from orderdesk.ui.messages import Message
from orderdesk.ui.screens.prices import wording
from orderdesk.ui.screens.prices.bar import PriceBar
from orderdesk.ui.screens.prices.change_panel import ChangePanel
from orderdesk.ui.screens.prices.columns import column_note, compare_columns, price_columns
from orderdesk.ui.screens.prices.editing import ListEdit
from orderdesk.ui.screens.prices.grid import PriceGrid
from orderdesk.ui.screens.prices.import_panel import ImportPanel
from orderdesk.ui.screens.prices.presenter import PricesPresenter
from orderdesk.ui.screens.prices.problem_list import ProblemList, ProblemRow
from orderdesk.ui.screens.prices.rows import PriceRow, entry_of_path, groups_of
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

Search = Callable[[str], tuple[Suggestion, ...]]
_LARGE = 150  # per cent of the usual text


class PriceCard(QFrame):
    """Shows what the presenter has, and tells it what is typed."""

    message = Signal(object)
    adjusted = Signal(object)  # AdjustmentRecord: the change of many, to hold from a day on
    changed = Signal()  # where the cursor is, or what is open

    def __init__(self, presenter: PricesPresenter, search: Search, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("prices.card")
        self._presenter = presenter
        self._beside: tuple[object, ...] = ()
        self._affected: list[PriceRow] = []
        self._panels: tuple[QWidget, ...] = ()
        cells = presenter.cells
        self.model = RowsModel(
            price_columns(cells.can_type, cells.takes), self, provisional=lambda row: row.is_changed
        )
        self.bar = PriceBar(self)
        self.grid = PriceGrid(self.model, self, name="prices.grid", search=search)
        self.compare: PriceGrid | None = None
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.grid)
        self.problems = ProblemList(self)
        self.change = ChangePanel(self)
        self.imports = ImportPanel(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 6)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self.change)
        self._column.addWidget(self.imports)
        self._column.addWidget(self.problems)
        self._connect()
        theme().changed.connect(self._take_theme)
        self._take_theme()

    @property
    def shown_grid(self) -> PriceGrid:
        """The grid on show."""
        return self.compare if self.compare is not None and self._presenter.marked else self.grid

    @property
    def is_comparing(self) -> bool:
        """Whether several lists stand side by side."""
        return self.shown_grid is not self.grid

    def put_panels(self, *panels: QWidget) -> None:
        """Put what asks for something below the grid."""
        self._panels = panels
        for panel in panels:
            self._column.insertWidget(2, panel)

    def current_row(self) -> PriceRow | None:
        """Return the entry with the cursor, in the grid of one list."""
        at = self.grid.current_row()
        return self.model.rows[at] if not self.is_comparing and 0 <= at < len(self.model.rows) else None

    def marked_rows(self) -> list[PriceRow]:
        """Return the entries that are marked, or the one with the cursor."""
        rows = self.model.rows
        return [rows[at] for at in self.grid.marked_rows() if at < len(rows)]

    def affected_rows(self) -> list[PriceRow]:
        """Return the entries that a change of many is about: those marked, if several are, else all."""
        marked = self.marked_rows()
        return marked if len(marked) > 1 else list(self.model.rows)

    def enter(self) -> None:
        """Put the keys into the grid, at the first price."""
        grid = self.shown_grid
        grid.setFocus()
        if not grid.currentIndex().isValid() or grid.current_key() in ("", "code"):
            key = "list0" if self.is_comparing else "price"
            if grid.rows_model.rowCount():
                grid.go_to(max(grid.current_row(), 0), key)

    def finish(self) -> bool:
        """Take what an open cell holds; ``False`` if it cannot be taken."""
        return self.shown_grid.finish_editing()

    def go_to_entry(self, entry: object, key: str) -> None:
        """Put the cursor on a cell."""
        at = next((at for at, row in enumerate(self.model.rows) if row.id == entry), None)
        if at is None:
            return
        keys = {column.key for column in self.model.columns}
        self.grid.setFocus()
        self.grid.go_to(at, key if key in keys else "price")

    def open_change(self) -> bool:
        """Ask how many prices are to be changed; return whether there are any."""
        if self.is_comparing or not self._presenter.can_edit:
            return False
        count = len([row for row in self.affected_rows() if row.kind == "price" and row.price is not None])
        if not count:
            return False
        self._affected = self.affected_rows()
        self.change.open(count)
        self.show_state()
        return True

    def close_change(self) -> bool:
        """Put the change of many away; return whether it was asked for."""
        if self.change.isHidden():
            return False
        self.change.hide()
        self._presenter.lists.drop_proposal()
        self.show_state()
        self.grid.setFocus()
        return True

    def close_file(self) -> bool:
        """Put a file that was read away; return whether one was shown."""
        if not self._presenter.sheets.drop():
            return False
        self.show_state()
        self.grid.setFocus()
        return True

    def counted(self) -> str:
        """Return how many entries are on show."""
        if self.is_comparing:
            return tr("prices.count", n=self.shown_grid.rows_model.rowCount())
        return tr("prices.count", n=sum(1 for row in self.model.rows if row.kind != "new"))

    def show_state(self) -> None:
        """Show rows, problems and facts."""
        presenter = self._presenter
        self.bar.show_groups(groups_of(presenter.items.values()))
        if presenter.marked:
            self._show_compared()
        else:
            self._pages.setCurrentWidget(self.grid)
            self.model.show_rows(presenter.rows())
            self._hide_columns()
        rows = tuple(self._problem_row(edit, problem) for edit, problem in presenter.problems)
        # In the largest text a form needs the room of the prices.
        self._pages.setHidden(theme().scale > _LARGE and any(not one.isHidden() for one in self._panels[:1]))
        is_asking = any(not panel.isHidden() for panel in (self.change, *self._panels))
        self.problems.show_problems(() if is_asking else rows)  # one thing at a time below the grid
        self.imports.show_reading(presenter.sheets.reading)
        self._show_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the cost go where there is no room for it."""
        super().resizeEvent(event)
        self._hide_columns()

    def retranslate(self) -> None:
        """Say the bar again; the tables do so themselves."""
        self.bar.retranslate()
        self._beside = ()

    # inside

    def _take_theme(self) -> None:
        self.grid.setMinimumHeight(theme().row_height * 2)  # room for a row beside what is asked below

    def _connect(self) -> None:
        self.bar.wanted.connect(lambda field, value: self._presenter.want(**{field: value}))
        self.bar.entered.connect(self.enter)
        self.model.edited.connect(self._edited)
        self.grid.pasted.connect(self._pasted)
        self.grid.unresolved.connect(self._unresolved)
        self.grid.cell_changed.connect(lambda _row, _key: self.changed.emit())
        self.problems.chosen.connect(lambda row: self._presenter.jump(row.edit, row.problem))
        self.change.changed.connect(self._propose)
        self.change.taken.connect(self._take_change)
        self.change.closed.connect(self.close_change)
        self.imports.taken.connect(self._take_file)
        self.imports.closed.connect(self.close_file)
        self.change.adjusted.connect(self._adjust)

    def _edited(self, at: int, key: str, value: object) -> None:
        self._presenter.cells.type(self.model.rows[at], key, value)

    def _pasted(self, text: str, at: int, keys: list[str]) -> None:
        rows = self.model.rows
        self._presenter.cells.paste(text, rows[at] if 0 <= at < len(rows) else None, keys)

    def _unresolved(self, _row: int, _key: str, text: str, matches: int) -> None:
        code = "prices.item.several" if matches else "error.price.item"
        self.message.emit(Message(code, {"text": text, "n": matches}, "warn"))

    def _propose(self, change: PriceChange | None) -> None:
        self._presenter.lists.propose(change, self._affected)
        if change is not None:  # in large text the column may stand beyond the edge
            at = max(self.grid.current_row(), 0)
            self.grid.scrollTo(self.model.index(at, self.model.column_of("proposed")))

    def _take_change(self) -> None:
        if self._presenter.lists.take_proposal():
            self.change.hide()
            self.show_state()
            self.grid.setFocus()

    def _take_file(self, remove: bool) -> None:
        if self._presenter.sheets.take(remove=remove):
            self.grid.setFocus()

    def _adjust(self) -> None:
        seed = self._presenter.lists.adjustment()
        if seed is not None:
            self.close_change()
            self.adjusted.emit(seed)

    def _hide_columns(self) -> None:
        proposes = self._presenter.lists.proposal is not None
        shown = {"proposed": proposes, "valid_from": not proposes, "valid_to": not proposes}
        rows = self.model.rows
        for key in ("from_quantity", "discount"):
            shown[key] = any(row.kind == "break" for row in rows)
        shown["below"] = any(column_note(row) for row in rows)
        needed = sum(theme().px(one.width) for one in self.model.columns if shown.get(one.key, True))
        shown["cost"] = self._presenter.can_edit and needed <= self.grid.width() - theme().px(12)
        for key, is_shown in shown.items():
            self.grid.setColumnHidden(self.model.column_of(key), not is_shown)

    def _show_compared(self) -> None:
        presenter = self._presenter
        heads = [head for one in presenter.side_by_side if (head := presenter.head(one.record.id))]
        if not heads:
            return
        beside = tuple((head.id, head.code) for head in heads)
        if beside != self._beside or self.compare is None:
            self._beside = beside
            self._build_compare(heads)
        assert self.compare is not None  # built above
        self.compare.rows_model.show_rows(presenter.compared())
        self.compare.setColumnHidden(self.compare.rows_model.column_of("cost"), not presenter.can_edit)
        self._pages.setCurrentWidget(self.compare)

    def _build_compare(self, heads: list[PriceListHead]) -> None:
        presenter, had_keys = self._presenter, False
        if self.compare is not None:
            had_keys = self.compare.hasFocus()
            self._pages.removeWidget(self.compare)
            self.compare.deleteLater()
        columns = compare_columns(heads, lambda: presenter.can_edit, presenter.cells.takes_beside)
        model = RowsModel(columns, self)
        self.compare = PriceGrid(model, self, name="prices.compare")
        model.setParent(self.compare)
        model.edited.connect(self._edited_beside)
        self.compare.cell_changed.connect(lambda _row, _key: self.changed.emit())
        self._pages.addWidget(self.compare)
        if had_keys:
            self.compare.setFocus()

    def _edited_beside(self, at: int, key: str, value: object) -> None:
        assert self.compare is not None  # it has told so
        row = self.compare.rows_model.rows[at]
        self._presenter.cells.type_beside(row, int(key.removeprefix("list")), str(value))

    def _problem_row(self, edit: ListEdit, problem: Problem) -> ProblemRow:
        entry = entry_of_path(edit, problem.path)
        item = self._presenter.items.get(entry.item_id) if entry is not None else None
        place = f"{item.code} {wording.item_name(item)}" if item is not None else ""
        return ProblemRow((str(edit.record.id), f"{problem.code} {problem.path}"), edit, problem, place)

    def _show_facts(self) -> None:
        presenter = self._presenter
        if presenter.marked:
            codes = [head.code for one in presenter.marked if (head := presenter.head(one)) is not None]
            self.bar.show_facts(tr("prices.beside", n=len(codes)), ", ".join(codes), self.counted())
            return
        head = presenter.head(presenter.focused) if presenter.focused is not None else None
        if head is None:
            self.bar.show_facts("", "", "")
            return
        facts = [head.name, wording.for_whom(head), wording.basis_text(head), wording.days_text(head)]
        if not head.prices and not head.breaks:
            facts.append(tr("prices.none_yet"))
        if not presenter.can_edit:
            facts.append(tr("prices.read_only"))
        self.bar.show_facts(head.code, " · ".join(dict.fromkeys(facts)), self.counted())
