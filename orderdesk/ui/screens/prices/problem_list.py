"""All problems of the changed lists at once; Enter on one goes to where it can be mended."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from orderdesk.errors import Problem
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.prices import wording
from orderdesk.ui.screens.prices.editing import ListEdit
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import RowsHeight
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem: of which list and item it is, and where."""

    id: tuple[str, str]
    edit: ListEdit
    problem: Problem
    place: str


class ProblemList(QFrame):
    """Hidden while there is no problem."""

    chosen = Signal(object)  # ProblemRow

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label(parent=self, role="section")
        self._title.setContentsMargins(theme().space("near"), 0, 0, 0)
        columns = (
            Column("list", "prices.column.list", lambda row: row.edit.record.code, "code", width=136),
            Column("place", "prices.column.item", lambda row: row.place, width=180),
            Column(
                "text", "prices.column.problem", lambda row: wording.problem_text(row.problem), width=240,
                stretches=True, icon=lambda _row: "circle-alert", icon_tone=lambda _row: "error",
                tooltip=lambda row: wording.problem_text(row.problem),
            ),
        )  # fmt: skip
        self._model = RowsModel(columns, self)
        self.view = GridView(self._model, self, name="prices.problems", whole_rows=True)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._height = RowsHeight(self.view, _MOST_SHOWN)
        self._at = -1
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme().space("near"), 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.view)
        self.view.row_opened.connect(self._open)
        language().follow(self)
        self.hide()

    @property
    def rows(self) -> tuple[ProblemRow, ...]:
        """The problems on show."""
        return tuple(self._model.rows)

    def show_problems(self, rows: tuple[ProblemRow, ...]) -> None:
        """Show these problems, or nothing."""
        self._model.show_rows(rows)
        self._at = min(self._at, len(rows) - 1)
        self._height.fit()
        self.setVisible(bool(rows))
        self.retranslate()

    def walk(self, step: int) -> bool:
        """Go to the next problem or the one before; return whether there is any."""
        if not self.rows:
            return False
        self._at = (self._at + step) % len(self.rows)
        self.view.go_to(self._at)
        self.chosen.emit(self.rows[self._at])
        return True

    def retranslate(self) -> None:
        """Say how many there are."""
        self._title.setText(tr("prices.problems", n=len(self.rows)))
        self.view.setAccessibleName(self._title.text())

    def _open(self, at: int) -> None:
        if 0 <= at < len(self.rows):
            self._at = at
            self.chosen.emit(self.rows[at])
