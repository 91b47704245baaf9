"""The table on show on its card: what it is, how its rows answer, its cells, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.rules.hit_policies import POLICIES
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.ui.editors import Choice
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.rules import wording
from orderdesk.ui.screens.rules.columns import table_columns
from orderdesk.ui.screens.rules.grid import RuleGrid
from orderdesk.ui.screens.rules.sheet import Sheet, SheetColumn, SheetRow, place_of
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.words import problem_text

if TYPE_CHECKING:
    from orderdesk.ui.screens.rules.presenter import RulesPresenter

_LEAST, _MOST = 72, 210  # logical pixels of a column at 100 %


class SheetCard(QFrame):
    """Shows one table. Another set of columns gets a grid of its own."""

    moved = Signal()

    def __init__(self, presenter: RulesPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._presenter = presenter
        self._columns: tuple[SheetColumn, ...] = ()
        self._faults: Mapping[tuple[int, str], str] = {}
        self._is_showing = False
        self.grid: RuleGrid | None = None
        self.title = Label(parent=self, role="section")
        self.state = Label(parent=self, role="caption")
        self.state.setWordWrap(True)
        self._policy_word = Label(parent=self, role="caption")
        self.policy = Choice(self, name="rules.policy")
        self.add = Choice(self, name="rules.add")
        for box in (self.policy, self.add):
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(8)
        self._lay_out()
        self.policy.activated.connect(self._choose)
        self.add.activated.connect(self._add_condition)
        language().follow(self)

    def show_table(self) -> None:
        """Show the table, or that there is none."""
        sheet = self._presenter.sheet
        self.title.setText(self._title())
        self.state.setText(self._state())
        self._show_policy()
        if sheet is None:
            if self.grid is not None:
                self.grid.hide()
            return
        self._faults = self._faulty(sheet)
        is_other = self.grid is None or sheet.columns != self._columns
        if is_other:
            self._make_grid(sheet)
        grid = self.grid
        assert grid is not None  # made above
        grid.show()
        blank = (SheetRow(len(sheet.rows) + 1, {}, is_blank=True),) if self._presenter.can_edit else ()
        grid.rows_model.show_rows((*sheet.rows, *blank))
        if is_other:
            self._fit_columns()
        if not grid.currentIndex().isValid() and grid.rows_model.rowCount():
            grid.go_to(0, grid.rows_model.columns[0].key)
        grid.viewport().update()

    def go_to(self, row: int, column: str) -> None:
        """Put the cursor on a row (1-based), in the column of that name where it is named."""
        grid = self.grid
        if grid is None or not 1 <= row <= grid.rows_model.rowCount():
            return
        key = next((one.key for one in self._columns if one.name == column), None)
        grid.go_to(row - 1, key)
        grid.setFocus()

    def finish(self) -> bool:
        """Take what is open in a cell; ``False`` where it cannot be taken."""
        return self.grid is None or self.grid.finish_editing()

    def marked(self) -> tuple[list[int], list[SheetColumn]]:
        """Return the marked rows (1-based, the blank one too) and columns."""
        if self.grid is None:
            return [], []
        rows, keys = self.grid.marked()
        return [row + 1 for row in rows], [one for one in self._columns if one.key in keys]

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self._policy_word.setText(tr("rules.policy"))
        self.policy.setAccessibleName(tr("rules.policy"))
        self.show_table()

    # inside

    def _lay_out(self) -> None:
        near = theme().space("near")
        head = QHBoxLayout()
        head.setContentsMargins(near, near, near, 0)
        head.setSpacing(near)
        head.addWidget(self.title)
        head.addWidget(self.state, 1)
        how = QHBoxLayout()
        how.setContentsMargins(near, 4, near, 6)
        how.setSpacing(near)
        how.addWidget(self._policy_word)
        how.addWidget(self.policy, 1)
        how.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 6)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(how)

    def _make_grid(self, sheet: Sheet) -> None:
        had_focus = self.grid is not None and self.grid.hasFocus()
        if self.grid is not None:
            self._column.removeWidget(self.grid)
            self.grid.hide()
            self.grid.deleteLater()
        self._columns = sheet.columns
        columns = table_columns(sheet.columns, lambda: self._presenter.can_edit, self._fault)
        model = RowsModel(columns, self, identity=lambda row: row.number, numbered=True)
        drafting = self._presenter.drafting
        self.grid = RuleGrid(model, self, sheet.columns, drafting.names_for)
        self.grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.grid.setAccessibleName(self._title())
        model.edited.connect(self._typed)
        self.grid.cleared.connect(self._clear)
        self.grid.pasted.connect(self._paste)
        self.grid.cell_changed.connect(lambda _row, _key: self.moved.emit())
        self._column.addWidget(self.grid, 1)
        if had_focus:
            self.grid.setFocus()

    def _typed(self, row: int, key: str, value: object) -> None:
        column = next((one for one in self._columns if one.key == key), None)
        if column is not None:
            self._presenter.drafting.type(row + 1, column, str(value))

    def _clear(self) -> None:
        sheet = self._presenter.sheet
        rows, columns = self.marked()
        if sheet is not None:
            self._presenter.drafting.clear([row for row in rows if row <= len(sheet.rows)], columns)

    def _paste(self, text: str) -> None:
        """Put the cells of a spreadsheet where the cursor is, and below and to the right of it."""
        rows, columns = self.marked()
        if not rows or not columns or not text.strip("\r\n"):
            return
        first = self._columns.index(columns[0])
        cells = {
            (rows[0] + down, column): cell
            for down, line in enumerate(text.rstrip("\r\n").splitlines())
            for column, cell in zip(self._columns[first:], line.split("\t"), strict=False)
        }
        self._presenter.drafting.put("paste", cells)

    def _faulty(self, sheet: Sheet) -> dict[tuple[int, str], str]:
        found: dict[tuple[int, str], str] = {}
        for one in self._presenter.problems:
            place = place_of(one.problem.path)
            if place is not None and one.bars and place[0] <= len(sheet.rows):
                found.setdefault(place, problem_text(one.problem, language().current))
        return found

    def _fault(self, row: SheetRow, column: SheetColumn) -> str:
        return self._faults.get((row.number, column.name), "")

    def _show_policy(self) -> None:
        source = self._presenter.source
        self._is_showing = True
        self.policy.clear()
        if source is not None:
            allowed = BOOKS[self._presenter.book].policies
            now = str(source.get("hit_policy", "")).upper()
            for name, policy in POLICIES.items():
                if policy in allowed or name == now:
                    self.policy.addItem(wording.policy_sentence({**source, "hit_policy": name}), name)
            self.policy.setCurrentIndex(self.policy.findData(now))
        self.policy.setEnabled(self._presenter.can_edit)
        self.add.clear()
        self.add.addItem(tr("rules.add"), "")
        for fact in self._presenter.drafting.facts_to_add():
            self.add.addItem(wording.heading(SheetColumn("when", fact)), fact)
        self.add.setVisible(self._presenter.can_edit)
        self._is_showing = False

    def _choose(self, at: int) -> None:
        if not self._is_showing:
            self._presenter.drafting.choose_policy(str(self.policy.itemData(at)))

    def _add_condition(self, at: int) -> None:
        fact = str(self.add.itemData(at) or "")
        if not self._is_showing and fact:
            self._presenter.drafting.add_condition(fact)

    def _fit_columns(self) -> None:
        """Make each column as wide as its words, within reason; the remark takes what is left."""
        grid = self.grid
        if grid is None:
            return
        for at, column in enumerate(self._columns):
            if column.part != "note":
                grid.resizeColumnToContents(at)
                width = max(grid.columnWidth(at), grid.horizontalHeader().sectionSizeHint(at) + theme().px(8))
                grid.setColumnWidth(at, min(max(width, theme().px(_LEAST)), theme().px(_MOST)))

    def _title(self) -> str:
        presenter = self._presenter
        book = tr(f"term.rulebook.{presenter.book}")
        if presenter.version is not None:
            return tr("rules.title.version", book=book, version=presenter.version.version)
        if presenter.draft is not None:
            return tr("rules.title.draft", book=book, version=_next(presenter))
        live = presenter.live
        return tr("rules.title.version", book=book, version=live.version) if live is not None else book

    def _state(self) -> str:
        presenter = self._presenter
        if presenter.loaded is None:
            return tr("rules.loading")
        draft, live = presenter.draft, presenter.live
        parts = [tr(f"term.rulebook.{presenter.book}.no_row")]
        if live is not None:
            parts.append(tr("rules.state.live_is", version=live.version))
        if draft is not None:
            name = wording.local(draft.head.editor, draft.head.editor_en)
            parts.append(tr("rules.state.held" if presenter.is_held else "rules.state.drafted", by=name))
            saved = "rules.state.unsaved" if presenter.drafting.is_dirty else "rules.state.saved"
            parts.append(tr(saved))
        return " · ".join(parts)


def _next(presenter: RulesPresenter) -> int:
    return max((one.version for one in presenter.versions), default=0) + 1
