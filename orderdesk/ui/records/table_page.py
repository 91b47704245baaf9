"""Rows of a record that are typed in place: addresses, units, barcodes, the customer's own numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from orderdesk.ui.completion import Completion
from orderdesk.ui.editors import Edit
from orderdesk.ui.language import language, tr
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.page import RecordPage
from orderdesk.ui.records.specs import FieldSpec, Kind, TableSpec
from orderdesk.ui.records.values import value_at
from orderdesk.ui.safety import Label
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.columns import Kind as CellKind
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

Complete = Callable[[Edit, str], Completion | None]  # editor, path of the column

_KINDS: dict[Kind, CellKind] = {
    "code": "code",
    "whole": "number",
    "number": "number",
    "percent": "number",
    "date": "date",
    "yes_no": "code",
}


@dataclass(frozen=True, slots=True)
class CellRow:
    """A row on show: which one it is, its texts by column, and the columns with a problem."""

    key: object
    at: int
    texts: tuple[str, ...]
    faults: frozenset[str]
    may_change: bool


class TableCard(QFrame):
    """One table with its heading. Ctrl+Ins and Ctrl+Del put rows in and take them out."""

    def __init__(
        self,
        spec: TableSpec,
        *,
        name: str,
        take: Callable[[str, FieldSpec, object], bool],
        can_read: Callable[[str, FieldSpec, str], bool],
        complete: Complete | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.spec = spec
        self._take = take
        self._can_read = can_read
        self._heading = Label(parent=self, role="section")
        self._empty = Label(parent=self, role="quiet")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(theme().space("apart"), 0, theme().space("apart"), 0)
        columns = [self._column(at, one) for at, one in enumerate(spec.columns)]
        self.model = RowsModel(columns, self, identity=lambda row: row.key, numbered=True)
        self.grid = GridView(self.model, self, name=name)
        if complete is not None:
            self.grid.complete = lambda editor, column: complete(editor, column.key)
        self.model.edited.connect(self._edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, theme().space("near"), 1, 6)
        column.setSpacing(6)
        self._heading.setContentsMargins(theme().space("apart"), 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._empty)
        column.addWidget(self.grid, 1)
        language().follow(self)

    @property
    def holds_focus(self) -> bool:
        """Whether the keys go to this table."""
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def show_form(self, form: RecordForm[Any], marks: Mapping[str, str], *, may_change: bool) -> None:
        """Show the rows; cursor and open editor stay with theirs."""
        rows = []
        for at, row in enumerate(value_at(form.record, self.spec.path)):
            paths = [f"{self.spec.path}[{at}].{one.path}" for one in self.spec.columns]
            texts = tuple(form.text(path, one) for path, one in zip(paths, self.spec.columns, strict=True))
            faulty = {
                one.path
                for path, one in zip(paths, self.spec.columns, strict=True)
                if path in marks or f"{self.spec.path}[{at}]" in marks
            }
            rows.append(CellRow(self.spec.key(row), at, texts, frozenset(faulty), may_change))
        self.model.show_rows(_distinct(rows))
        self._empty.setVisible(not rows)

    def go_to(self, path: str) -> bool:
        """Put the cursor on a row, or on one cell of it."""
        head, _, rest = path.partition("[")
        if head != self.spec.path:
            return False
        row, _, column = rest.partition("].")
        known = {one.path for one in self.spec.columns}
        self.grid.setFocus()
        if rest and self.model.rowCount():
            at = min(int(row.rstrip("]")), self.model.rowCount() - 1)
            self.grid.go_to(at, column if column in known else self.spec.columns[0].path)
        return True

    def retranslate(self) -> None:
        """Say heading and what to do without rows."""
        self._heading.setText(tr(self.spec.word))
        self._empty.setText(tr(self.spec.empty))
        self.grid.setAccessibleName(tr(self.spec.word))

    def _column(self, at: int, spec: FieldSpec) -> Column:
        def path(row: CellRow) -> str:
            return f"{self.spec.path}[{row.at}].{spec.path}"

        return Column(
            spec.path, spec.word, lambda row: row.texts[at], _KINDS.get(spec.kind, "text"),
            width=spec.width, stretches=spec.stretch > 1,
            editable=lambda row: row.may_change,
            check=lambda row, text: self._can_read(path(row), spec, text),
            enter_stop=True,
            tone=lambda row: "error" if spec.path in row.faults else None,
        )  # fmt: skip

    def _edited(self, row: int, key: str, value: object) -> None:
        spec = next(one for one in self.spec.columns if one.path == key)
        self._take(f"{self.spec.path}[{self.model.rows[row].at}].{key}", spec, value)


class TablePage(RecordPage):
    """One or more tables below each other."""

    def __init__(self, page_id: str, cards: tuple[TableCard, ...], above: QWidget | None = None) -> None:
        super().__init__(page_id)
        self.cards = cards
        self._form: RecordForm[Any] | None = None
        self._may_change = False
        self.insert: Callable[[str, int], None] = _ignore
        self.remove: Callable[[str, int], bool] = _refuse
        if above is not None:
            self.column.addWidget(above)
        for card in cards:
            self.column.addWidget(card, 1)
            card.grid.past_end.connect(lambda _path, card=card: self._append(card))

    def show_form(self, form: RecordForm[Any], marks: Mapping[str, str], *, may_change: bool) -> None:
        """Show all tables."""
        self._form, self._may_change = form, may_change
        for card in self.cards:
            card.show_form(form, marks, may_change=may_change)

    def count(self) -> int | None:
        """Return how many rows the tables have."""
        if self._form is None:
            return None
        return sum(len(value_at(self._form.record, card.spec.path)) for card in self.cards)

    def commit(self) -> bool:
        """Hand over what an open editor holds."""
        taken = [card.grid.finish_editing() for card in self.cards]
        return all(taken)

    def restore(self) -> bool:
        """Close an open editor and leave its cell as it was."""
        for card in self.cards:
            if card.grid.editor() is not None:
                card.grid.revert_editor()
                return True
        return False

    def go_to(self, path: str) -> bool:
        """Put the cursor on a row or cell."""
        return any(card.go_to(path) for card in self.cards)

    def actions(self) -> tuple[str, ...]:
        """Return what can be done to rows."""
        if not self._may_change:
            return ()
        has_row = self._active().model.rowCount() > 0
        return ("edit", "line.insert", "line.delete") if has_row else ("line.insert",)

    def run_action(self, action_id: str) -> bool:
        """Put a row in, take one out, or open the cell with the cursor."""
        card = self._active()
        at = card.grid.current_row()
        if action_id == "line.insert":
            self._append(card)
            return True
        if action_id == "line.delete":
            return card.grid.finish_editing() and self.remove(card.spec.path, at)
        if action_id == "edit":
            return card.grid.open_editor() is not None
        return False

    def landing(self) -> None:
        """Go to the first table."""
        self.cards[0].grid.setFocus()

    def _active(self) -> TableCard:
        return next((card for card in self.cards if card.holds_focus), self.cards[0])

    def _append(self, card: TableCard) -> None:
        if not self._may_change or not card.grid.finish_editing():
            return
        at = card.model.rowCount()
        self.insert(card.spec.path, at)
        card.grid.setFocus()
        card.grid.go_to(at, card.spec.columns[0].path)


def _distinct(rows: list[CellRow]) -> list[CellRow]:
    """Return the rows with keys that tell them apart, also while two of them have the same."""
    seen: dict[object, int] = {}
    for at, row in enumerate(rows):
        again = seen.get(row.key, 0)
        seen[row.key] = again + 1
        if again:
            rows[at] = CellRow((row.key, again), row.at, row.texts, row.faults, row.may_change)
    return rows


def _ignore(_table: str, _at: int) -> None:
    """Do nothing: the page is not wired to a record yet."""


def _refuse(_table: str, _at: int) -> bool:
    """Return that there was nothing to take away."""
    return False
