"""What an edited file would change in the list on show: how much, and each row that is not taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from orderdesk.intake.files.price_sheets import BadRow, SheetReading
from orderdesk.ui.fields import WrapRow
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.prices import wording
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.heights import RowsHeight
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

_MOST_SHOWN = 5


class ImportPanel(QFrame):
    """Shows a file that was read; ``taken`` says whether what it lacks goes as well."""

    taken = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("prices.import")
        self._reading: SheetReading | None = None
        self._title = Label(parent=self, role="section")
        self._counts = Label(parent=self, role="strong")
        self._counts.setWordWrap(True)
        self.remove = QToolButton(self)
        self.remove.setObjectName("prices.import.remove")
        self.remove.setProperty("role", "button")
        self.remove.setCheckable(True)
        self.remove.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take_button, self.close_button = QPushButton(self), QPushButton(self)
        self.take_button.setProperty("role", "main")
        for button, name in ((self.take_button, "take"), (self.close_button, "close")):
            button.setObjectName(f"prices.import.{name}")
            button.setAutoDefault(True)
        columns = (
            Column("row", "prices.import.row", lambda row: str(row.number), "number", width=56),
            Column("key", "prices.column.code", lambda row: row.key, "code", width=100),
            Column("why", "prices.column.problem", _why, width=240, stretches=True, tooltip=_why,
                   icon=lambda _row: "circle-alert", icon_tone=lambda _row: "error"),
        )  # fmt: skip
        self.model = RowsModel(columns, self, identity=lambda row: row.number)
        self.view = GridView(self.model, self, name="prices.import.bad", whole_rows=True)
        self._height = RowsHeight(self.view, _MOST_SHOWN)
        self._lay_out()
        self.take_button.clicked.connect(lambda: self.taken.emit(self.remove.isChecked()))
        self.close_button.clicked.connect(lambda: self.closed.emit())  # noqa: PLW0108 - without the flag
        language().follow(self)
        self.hide()

    def show_reading(self, reading: SheetReading | None) -> None:
        """Show what a file would change; without one the panel goes."""
        was_shown = not self.isHidden()
        self._reading = reading
        self.setVisible(reading is not None)
        if reading is None:
            return
        if not was_shown:
            self.remove.setChecked(False)
        self.remove.setVisible(bool(reading.missing))
        self.model.show_rows(reading.bad)
        self.view.setVisible(bool(reading.bad))
        self._height.fit()
        self.retranslate()
        if not was_shown:
            self.take_button.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language on show."""
        self.take_button.setText(tr("prices.change.take"))
        self.close_button.setText(tr("prices.change.close"))
        reading = self._reading
        if reading is None:
            return
        self._title.setText(reading.file)
        self._counts.setText(
            tr(
                "prices.import.counts", changed=len(reading.changed), new=len(reading.new), same=reading.same,
                missing=len(reading.missing), bad=len(reading.bad),
            )
        )  # fmt: skip
        self.remove.setText(tr("prices.import.remove", n=len(reading.missing)))
        self.setAccessibleName(f"{reading.file}: {self._counts.text()}")

    def _lay_out(self) -> None:
        near = theme().space("near")
        row = WrapRow(self, gap=near)
        row.add(self._title, 60, 1)
        for button in (self.remove, self.take_button, self.close_button):
            row.add(button, 60)
        column = QVBoxLayout(self)
        column.setContentsMargins(near, near, near, near)
        column.setSpacing(near)
        column.addWidget(row)
        column.addWidget(self._counts)
        column.addWidget(self.view)


def _why(row: BadRow) -> str:
    return " ".join(wording.problem_text(problem) for problem in row.problems)
