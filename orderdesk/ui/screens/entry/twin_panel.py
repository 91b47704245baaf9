"""An order and the one that looks like it, side by side below the lines: what is the same, what is not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.screens.entry.twin_compare import Facet, Verdict
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel

_MOST_ROWS = 6
_SIGNS: Mapping[Verdict, tuple[str, str]] = {  # shape and colour; the words stand in the column beside
    "same": ("check", "done"),
    "other": ("triangle-alert", "warn"),
    "here": ("plus", "info"),
    "there": ("minus", "info"),
}


class TwinPanel(BelowPanel):
    """Shows the comparison as a list; the arrows walk it, Esc leaves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="entry.twin.compare", most_rows=_MOST_ROWS)
        self._number = ""
        self._model = RowsModel(_COLUMNS, self)
        self.rows = GridView(self._model, self, name="entry.twin.rows", whole_rows=True)
        self.column.addWidget(self.rows)
        self.put_table(self.rows, spare=("code",))
        self.follow()

    def open_for(self, number: str) -> None:
        """Show the panel; what is compared comes when it has been read."""
        self._number = number
        self._model.show_rows(())
        self.open_reading()

    def show_facets(self, facets: tuple[Facet, ...]) -> None:
        """Show what was compared, the first difference in focus."""
        was_reading = self.is_reading
        self._model.show_rows(facets)
        if was_reading:
            other = (at for at, facet in enumerate(facets) if facet.verdict != "same")
            self.rows.go_to(next(other, 0))
            self.arrived()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self.title.setText(tr("memory.twin.compare.title", number=self._number))
        self.hint.show_text(tr("memory.twin.compare.hint"))
        self.rows.setAccessibleName(self.title.text())
        rows = self._model.rows
        others = sum(1 for row in rows if row.verdict != "same")
        if self.is_reading:
            self.sum.setText(tr("memory.reading"))
        else:
            self.sum.setText(tr("memory.twin.compare.sum", n=others, rows=len(rows)))


def _verdict(row: Facet) -> str:
    return tr(f"memory.twin.verdict.{row.verdict}")


def _tone(row: Facet) -> str | None:
    return None if row.verdict == "same" else _SIGNS[row.verdict][1]


_COLUMNS = (
    Column("verdict", "memory.column.verdict", _verdict, "text", 116, icon=lambda row: _SIGNS[row.verdict][0],
           icon_tone=lambda row: _SIGNS[row.verdict][1]),
    Column("code", "entry.column.code", lambda row: row.code, "code", 76),
    Column("name", "memory.column.about", lambda row: row.name, "text", 180, stretches=True,
           tooltip=lambda row: row.name),
    Column("here", "memory.column.here", lambda row: row.here, "text", 210, tone=_tone,
           tooltip=lambda row: row.here),
    Column("there", "memory.column.there", lambda row: row.there, "text", 210, tone=_tone,
           tooltip=lambda row: row.there),
)  # fmt: skip
