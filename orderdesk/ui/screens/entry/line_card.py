"""The lines of an order: the dense grid with its completion, its buttons, and the box for a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from orderdesk.ui import icons
from orderdesk.ui.actions import action, key_text
from orderdesk.ui.completion import Completion, Suggestion
from orderdesk.ui.editors import Edit, TextEdit
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import Label, set_tooltip
from orderdesk.ui.screens.entry.columns import ITEM_LIST, UNIT_LIST, line_columns
from orderdesk.ui.screens.entry.go_to_bar import GoToBar
from orderdesk.ui.screens.entry.line_grid import LineGrid
from orderdesk.ui.screens.entry.rows import EntryRow
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import Path, Stop
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

Search = Callable[[str], tuple[Suggestion, ...]]

_ROOM_FOR_WORDS = 600

_BUTTONS = (
    ("line.insert", "ui.action.line.insert"),
    ("line.delete", "ui.action.line.delete"),
    ("line.deliveries", "ui.action.line.deliveries"),
)


class ReasonBar(QFrame):
    """Asks why a price was typed or goods are given; it stands below the grid and covers nothing."""

    given = Signal(int, str)  # row, reason
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("entry.reason_bar")
        self._row = -1
        self._word = "entry.reason.price"
        self._caption = Label(parent=self, role="strong")
        self.box = TextEdit(self, name="entry.reason")
        self.box.enter_pressed.connect(lambda _backwards: self._give())
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.addWidget(self._caption)
        row.addWidget(self.box, 1)
        language().follow(self)
        self.hide()

    def ask(self, row: int, text: str, *, gift: bool) -> None:
        """Open the box for a line, with the reason that stands there; one that is open is taken first."""
        self.finish()
        self._row = row
        self._word = "entry.reason.gift" if gift else "entry.reason.price"
        self.retranslate()
        self.box.setText(text)
        self.show()
        self.box.setFocus()
        self.box.selectAll()

    @property
    def asked(self) -> tuple[int, str] | None:
        """The line whose reason is asked for, and what stands in the box; ``None`` while it is put away."""
        return None if self.isHidden() else (self._row, self.box.text())

    def finish(self) -> None:
        """Take what is typed in an open box."""
        if not self.isHidden():
            row, self._row = self._row, -1
            self.hide()
            if row >= 0:
                self.given.emit(row, self.box.text())

    def give_up(self) -> bool:
        """Close the box without a reason; return whether it was open."""
        was_open = not self.isHidden()
        self._row = -1
        self.hide()
        return was_open

    def retranslate(self) -> None:
        """Say what is asked in the present language."""
        self._caption.setText(tr(self._word, line=self._row + 1))
        self.box.setPlaceholderText(tr("entry.reason.hint"))
        self.box.setAccessibleName(self._caption.text())

    def _give(self) -> None:
        self.finish()
        self.left.emit()


class LineCard(QFrame):
    """The card with the grid."""

    action_clicked = Signal(str)
    gift_clicked = Signal()
    typing = Signal()  # somebody types in an open cell

    def __init__(
        self, check: Callable[[EntryRow, str, str], bool], search: Search, units: Search, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("entry.line_card")
        self.setProperty("role", "card")
        self._search, self._units = search, units
        self.reading: Callable[[str], str] = lambda _text: ""  # of a quantity that is being typed
        self.model = RowsModel(
            line_columns(check),
            self,
            identity=lambda row: row.line_id,
            provisional=lambda row: row.provisional,
            numbered=True,
        )
        self.grid = LineGrid(self.model, self, name="entry.lines")
        self.grid.complete = self._complete
        self.grid.next_stop = self._next_stop
        self.grid.holds_tab = True
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.reason = ReasonBar(self)
        self.go_to = GoToBar(self)
        self._title = Label(parent=self, role="section")
        self._count = Label(parent=self, role="caption")
        self._buttons = {action_id: self._button(action_id) for action_id, _ in _BUTTONS}
        self._gift = QPushButton(self)
        self._gift.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._gift.clicked.connect(self.gift_clicked)
        self._lay_out()
        language().follow(self)
        theme().changed.connect(self.retranslate)

    def selected_rows(self) -> list[int]:
        """Return the marked rows, at least the one with the cursor."""
        rows = {index.row() for index in self.grid.selectionModel().selectedIndexes()}
        rows.add(self.grid.current_row())
        return sorted(row for row in rows if row >= 0)

    def selected_cells(self) -> list[tuple[int, str]]:
        """Return row and column key of the marked cells, at least the one with the cursor."""
        indexes = self.grid.selectionModel().selectedIndexes() or [self.grid.currentIndex()]
        columns = self.model.columns
        return sorted((index.row(), columns[index.column()].key) for index in indexes if index.isValid())

    def show_rows(self, rows: tuple[EntryRow, ...]) -> None:
        """Show the lines, the blank row last."""
        self.model.show_rows(rows)
        self._count.setText(tr("entry.lines.count", n=sum(1 for row in rows if not row.is_blank)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words of the buttons away where they would be cut; their tool tips have them."""
        super().resizeEvent(event)
        self.retranslate()

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self._title.setText(tr("entry.lines.title"))
        rows = self.model.rows
        self._count.setText(tr("entry.lines.count", n=sum(1 for row in rows if not row.is_blank)))
        side = QSize(theme().px(14), theme().px(14))
        is_narrow = self.width() < theme().px(_ROOM_FOR_WORDS)
        for action_id, word in _BUTTONS:
            spec = action(action_id)
            button = self._buttons[action_id]
            button.setText("" if is_narrow else f" {tr(word)}")
            button.setAccessibleName(tr(word))
            button.setIcon(icons.icon(spec.icon))
            button.setIconSize(side)
            set_tooltip(button, f"{tr(word)}  {key_text(spec.keys[0])}")
        self._gift.setText("" if is_narrow else f" {tr('entry.gift')}")
        self._gift.setAccessibleName(tr("entry.gift"))
        self._gift.setIcon(icons.icon("gift"))
        self._gift.setIconSize(side)
        set_tooltip(self._gift, tr("entry.gift.tip"))

    def _complete(self, editor: Edit, column: Column) -> Completion | None:
        editor.textEdited.connect(self.typing)
        if column.key == "code":
            return Completion(editor, self._search, ITEM_LIST, takes_enter=False)
        if column.key == "quantity":
            editor.set_reading(self.reading)
        if column.key == "unit":
            return Completion(editor, self._units, UNIT_LIST, takes_enter=False)
        return None

    def _next_stop(self, row: int, column: int, backwards: bool, path: Path) -> Stop | None:
        """Walk as the columns say, but leave an empty last row only where something was typed in it."""
        is_last = row == self.model.rowCount() - 1
        if path == "enter" and not backwards and is_last and self.model.rows[row].is_blank:
            return row, self.model.column_of("code")
        return self.grid.declared_stop(row, column, backwards, path)

    def _button(self, action_id: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(f"entry.button.{action_id}")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it acts on the cell that has the focus
        button.clicked.connect(lambda: self.action_clicked.emit(action_id))
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 6, 10, 6)
        top.setSpacing(8)
        top.addWidget(self._title)
        top.addWidget(self._count)
        top.addStretch(1)
        for button in (*self._buttons.values(), self._gift):
            top.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.grid, 1)
        column.addWidget(self.reason)
        column.addWidget(self.go_to)
