"""What each tier and class gets, side by side; the panel beside it says where each statement comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from orderdesk.services.tier_matrix import Group, Line, Matrix, read_matrix
from orderdesk.ui.backend import Backend
from orderdesk.ui.fact_sheet import RULE, Fact, FactSheet, head, note
from orderdesk.ui.language import tr
from orderdesk.ui.lending import Lent
from orderdesk.ui.safety import Label
from orderdesk.ui.screen import Screen
from orderdesk.ui.screens.customers.matrix_text import (
    cell_text,
    entry_text,
    group_text,
    line_text,
    source_text,
)
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import Changes

_READ_FROM = {"customer", "price_list", "rule", "item", "setting"}


class MatrixScreen(Screen):
    """The whole matrix, read from the store and read again when something it is made of changes."""

    screen_id = "matrix"

    def __init__(self, backend: Backend, _key: object | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self._lent = Lent(backend, self)
        self.matrix: Matrix | None = None
        self.grid: GridView | None = None
        self._heading = Label(parent=self, role="section")
        self.facts = FactSheet(self, name="matrix.facts")
        self._panel = QWidget(self)
        self.destroyed.connect(self._panel.deleteLater)  # the shell's panel hands it back without a parent
        panel = QVBoxLayout(self._panel)
        panel.addWidget(self.facts)
        panel.addStretch(1)
        self._column = QVBoxLayout(self)
        apart = theme().space("apart")
        self._column.setContentsMargins(apart, apart, apart, apart)
        self._column.addWidget(self._heading)
        backend.notifier.changed.connect(self._note_changes)
        theme().changed.connect(self.facts.redraw)
        self.retranslate()
        self._read()

    def title(self) -> str:
        """Return the words on the tab."""
        return tr("customers.matrix.title")

    def actions(self) -> tuple[str, ...]:
        """Return what works now."""
        return ("refresh",)

    def run_action(self, action_id: str) -> bool:
        """Read everything again."""
        if action_id != "refresh":
            return False
        self._read()
        return True

    def context_widget(self) -> QWidget | None:
        """Return where the statements of the cell in focus come from."""
        return self._panel

    def panes(self) -> tuple[QWidget, ...]:
        """Return the table."""
        return (self.grid,) if self.grid is not None else ()

    def first_focus(self) -> None:
        """Go to the table."""
        (self.grid or self).setFocus()

    def retranslate(self) -> None:
        """Say everything again."""
        self._heading.setText(tr("customers.matrix.title"))
        if self.matrix is not None:
            self._show(self.matrix)

    def _read(self) -> None:
        desk = self._backend.desk()
        self._lent.read(lambda reader: read_matrix(reader, desk), self._show)

    def _note_changes(self, changes: Changes) -> None:
        if {entry.type for entry in changes.touched} & _READ_FROM:
            self._read()

    def _show(self, matrix: Matrix) -> None:
        if self.grid is None or self.matrix is None or matrix.groups != self.matrix.groups:
            self._make_grid(matrix.groups)
        self.matrix = matrix
        if self.grid is not None:
            self.grid.setAccessibleName(tr("customers.matrix.title"))
            self.grid.rows_model.show_rows(matrix.lines)
            if matrix.lines and not self.grid.currentIndex().isValid():
                self.grid.go_to(0)  # the panel beside it explains at once
        self._explain()

    def _make_grid(self, groups: tuple[Group, ...]) -> None:
        had_focus = self.grid is not None and self.grid.hasFocus()
        if self.grid is not None:
            self._column.removeWidget(self.grid)
            self.grid.deleteLater()
        columns = [Column("line", "customers.matrix.line", line_text, width=256, strong=True)]
        columns += [_column(at, group) for at, group in enumerate(groups)]
        model = RowsModel(columns, self, identity=lambda line: line.id)
        self.grid = GridView(model, self, name="matrix.grid")
        self.grid.cell_changed.connect(lambda _row, _key: self._explain())
        self._column.addWidget(self.grid, 1)
        self.grid.show()  # at once: what is hidden takes no focus
        if had_focus or self.hasFocus():
            self.grid.setFocus()

    def _explain(self) -> None:
        grid, matrix = self.grid, self.matrix
        if grid is None or matrix is None or not 0 <= grid.current_row() < len(matrix.lines):
            return
        line = matrix.lines[grid.current_row()]
        at = grid.currentIndex().column() - 1
        facts = [head(line_text(line))]
        for place, group in enumerate(matrix.groups):
            if at in (place, -1):
                facts += _explained(line, place, group)
        self.facts.show_facts(facts)


def _column(at: int, group: Group) -> Column:
    def text(line: Line) -> str:
        return cell_text(line.cells[at]).replace("\n", "; ")

    return Column(
        str(at), f"customers.group.{group.kind}", text, width=170, heading=lambda: group_text(group)
    )


def _explained(line: Line, place: int, group: Group) -> list[Fact]:
    facts = [RULE, note(group_text(group), "strong")]
    for entry in line.cells[place]:
        facts += [note(entry_text(entry), ""), note(source_text(entry.source), "caption")]
    if not line.cells[place]:
        facts.append(note("–"))
    return facts
