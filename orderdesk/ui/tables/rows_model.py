"""Shows frozen rows. Edits leave as a signal and never change a row here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from orderdesk.ui.chips import Chip
from orderdesk.ui.language import language, tr
from orderdesk.ui.safety import plain_tooltip
from orderdesk.ui.tables.columns import Column, Row

AnyIndex = QModelIndex | QPersistentModelIndex

RowRole = Qt.ItemDataRole.UserRole
ChipRole = Qt.ItemDataRole.UserRole + 1
ToneRole = Qt.ItemDataRole.UserRole + 2
IconRole = Qt.ItemDataRole.UserRole + 3
ProvisionalRole = Qt.ItemDataRole.UserRole + 4
IconToneRole = Qt.ItemDataRole.UserRole + 5


def _no_tone(_row: Row) -> None:
    """Return that a cell has no colour of its own."""


_SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _SHOWN | Qt.ItemFlag.ItemIsEditable
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TEXT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def _own_id(row: Row) -> object:
    return getattr(row, "id", row)


class Cell(NamedTuple):
    """A cell as the delegate draws it."""

    column: Column
    row: Row
    is_provisional: bool

    @property
    def align(self) -> Qt.AlignmentFlag:
        """Where its text stands."""
        return _NUMBER if self.column.kind == "number" else _TEXT

    @property
    def chip(self) -> Chip | None:
        """The chip that is drawn in place of its text."""
        return self.column.chip(self.row) if self.column.chip is not None else None

    @property
    def icon(self) -> str | None:
        """The icon before its text."""
        return self.column.icon(self.row) if self.column.icon is not None else None

    @property
    def icon_tone(self) -> str | None:
        """The colour of its icon."""
        return (self.column.icon_tone or self.column.tone or _no_tone)(self.row)

    @property
    def tone(self) -> str | None:
        """The colour of its text."""
        return self.column.tone(self.row) if self.column.tone is not None else None


class RowsModel(QAbstractTableModel):
    """Rows under declared columns. ``identity`` (hashable) tells which row is the same in the next rows.

    ``provisional`` marks rows that do not count yet; they are drawn in italics with a bar.
    """

    edited = Signal(int, str, object)  # row, column key, text as typed or the value chosen from a list

    def __init__(
        self,
        columns: Sequence[Column],
        parent: QObject | None = None,
        *,
        identity: Callable[[Row], object] = _own_id,
        provisional: Callable[[Row], bool] | None = None,
        numbered: bool = False,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()
        self._identity = identity
        self._provisional = provisional
        self._numbered = numbered
        language().changed.connect(self._retranslate)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The declared columns."""
        return self._columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows on show."""
        return self._rows

    @property
    def is_numbered(self) -> bool:
        """Whether rows carry their number at the left."""
        return self._numbered

    def arrange(self, keys: Sequence[str]) -> None:
        """Put the columns in this order; cursor, selection and an open editor stay in theirs."""
        if tuple(keys) == tuple(column.key for column in self._columns):
            return
        self.layoutAboutToBeChanged.emit()
        before = self._columns
        by_key = {column.key: column for column in before}
        self._columns = tuple(by_key[key] for key in keys)
        kept = self.persistentIndexList()
        moved = [self.index(one.row(), self.column_of(before[one.column()].key)) for one in kept]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def column_of(self, key: str) -> int:
        """Return the position of a column; ``KeyError`` if there is none of that key."""
        for at, column in enumerate(self._columns):
            if column.key == key:
                return at
        raise KeyError(key)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show ``rows``. Cursor, selection and an open editor stay with their row; nothing is ever reset."""
        new = tuple(rows)
        before = [self._identity(row) for row in self._rows]
        after = [self._identity(row) for row in new]
        if before != after:
            # From the end, so that the positions before a change still hold.
            steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
            for kind, start, end, new_start, new_end in reversed(steps):
                if kind != "equal":
                    self._replace(start, end, new[new_start:new_end])
        self._tell_changed(new)

    def _replace(self, start: int, end: int, rows: tuple[Row, ...]) -> None:
        """Remove or insert as many rows as the numbers differ by; the others merely change."""
        shared = start + min(end - start, len(rows))
        if end > shared:
            self.beginRemoveRows(QModelIndex(), shared, end - 1)
            self._rows = self._rows[:shared] + self._rows[end:]
            self.endRemoveRows()
        elif start + len(rows) > shared:
            self.beginInsertRows(QModelIndex(), shared, start + len(rows) - 1)
            self._rows = self._rows[:shared] + rows[shared - start :] + self._rows[shared:]
            self.endInsertRows()

    def _tell_changed(self, new: tuple[Row, ...]) -> None:
        shown, self._rows = self._rows, new
        for at, row in enumerate(new):
            if shown[at] is not row and shown[at] != row:
                self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return one aspect of a cell."""
        if not index.isValid():
            return None
        column, row = self._columns[index.column()], self._rows[index.row()]
        aspect = _ASPECTS.get(role)
        if aspect is not None:
            return aspect(column, row)
        if role == ProvisionalRole:
            return bool(self._provisional and self._provisional(row))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), column, row)
        return None

    def cell(self, row: int, column: int) -> Cell:
        """Return all that a cell is drawn from: asking Qt for each aspect takes longer than drawing."""
        shown = self._rows[row]
        return Cell(
            self._columns[column], shown, bool(self._provisional is not None and self._provisional(shown))
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's words, or a row's number."""
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole and self._numbered else None
        if not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _NUMBER if column.kind == "number" else _TEXT
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return whether a cell can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.is_editable(index.row(), index.column()) else _SHOWN

    def is_editable(self, row: int, column: int) -> bool:
        """Return whether the cell can be typed into; cells outside the table cannot."""
        if not (0 <= row < len(self._rows) and 0 <= column < len(self._columns)):
            return False
        editable = self._columns[column].editable
        return editable is not None and editable(self._rows[row])

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell of what was typed; the row changes when its owner shows new rows."""
        if role != Qt.ItemDataRole.EditRole or not self.is_editable(index.row(), index.column()):
            return False
        self.edited.emit(index.row(), self._columns[index.column()].key, value)
        return True

    def _spoken(self, at: int, column: Column, row: Row) -> str:
        chip = column.chip(row) if column.chip else None
        word = f"{column.head}, " if column.head else ""
        sign = column.icon_word(row) if column.icon_word else ""
        shown = ", ".join(part for part in (chip.word if chip else column.text(row), sign) if part)
        return f"{tr('ui.table.row', row=at + 1)}, {word}{shown}"

    def _retranslate(self) -> None:
        if self._columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))


_ASPECTS: dict[int, Callable[[Column, Row], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.EditRole: lambda column, row: (column.edit_text or column.text)(row),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _NUMBER if column.kind == "number" else _TEXT,
    Qt.ItemDataRole.ToolTipRole: lambda column, row: (
        plain_tooltip(column.tooltip(row)) if column.tooltip else None
    ),
    RowRole: lambda _column, row: row,
    ChipRole: lambda column, row: Cell(column, row, False).chip,
    ToneRole: lambda column, row: Cell(column, row, False).tone,
    IconRole: lambda column, row: Cell(column, row, False).icon,
    IconToneRole: lambda column, row: Cell(column, row, False).icon_tone,
}
