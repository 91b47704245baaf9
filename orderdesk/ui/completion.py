"""The list below a box while a code or a name is typed. What is in the box when Enter comes decides, nothing
else.

The list never takes the focus, never writes into the box, and is asked again at the very key that accepts: a
list that was drawn for fewer letters cannot answer for more. It is drawn after the keys that are waiting, so
a scanner's burst asks once and not eight times.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QVBoxLayout, QWidget

from orderdesk.ui.actions import is_enter
from orderdesk.ui.editors import Edit
from orderdesk.ui.tables.columns import Column, Kind
from orderdesk.ui.tables.delegate import CellDelegate
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

MAX_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row of the list. ``cells`` are its texts, ``value`` is what choosing it means.

    ``is_exact``: the typed text is its code, bar code or alias. ``is_lookalike``: it was only similar, so
    Enter takes it after somebody moved onto it and never by itself (``B2I0`` is not ``B210``).
    """

    value: object
    cells: tuple[str, ...]
    is_exact: bool = False
    is_lookalike: bool = False


@dataclass(frozen=True, slots=True)
class SuggestionColumn:
    """How wide a column of the list is (logical pixels at 100 %), and what it holds."""

    width: int
    kind: Kind = "text"
    tone: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the typed text means at the moment of asking; ``suggestion`` is ``None`` where it means no one
    thing.
    """

    text: str
    suggestion: Suggestion | None
    matches: int


Search = Callable[[str], Sequence[Suggestion]]


class Completion(QObject):
    """Joins a box, a search in memory and the list. Give it the box as parent and it lives as long.

    In a form, Enter in the box emits ``chosen`` with the suggestion's value, or ``unresolved`` with the text
    and how many matched. A cell's delegate asks ``resolve`` itself (``takes_enter=False``).
    """

    chosen = Signal(object)
    unresolved = Signal(str, int)
    picked = Signal()  # by the mouse, where a delegate decides

    def __init__(
        self, edit: Edit, search: Search, columns: tuple[SuggestionColumn, ...], *, takes_enter: bool = True
    ) -> None:
        super().__init__(edit)
        self._edit = edit
        self._search = search
        self._columns = columns
        self._takes_enter = takes_enter
        self._found: tuple[Suggestion, ...] = ()
        self._found_for: str | None = None
        self._moved = False
        self._popup: CompletionPopup | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_found)
        edit.textEdited.connect(self._typed)
        edit.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether the list is on show."""
        return self._popup is not None and self._popup.isVisible()

    def resolve(self) -> Resolution:
        """Return what the text in the box means now: the row moved onto, else the one exact hit, else the
        only one.
        """
        text = self._edit.text()
        row = self._popup.current_row() if self.is_open and self._popup is not None and self._moved else -1
        was_for = self._found_for
        self._ask()
        if was_for == text and 0 <= row < len(self._found):
            return Resolution(text, self._found[row], len(self._found))
        return Resolution(text, sure_of(self._found), len(self._found))

    def open(self) -> None:
        """Show the list for what is in the box, also for an empty one (F4, Alt+Down)."""
        self._ask()
        self._show_found()

    def refresh(self) -> None:
        """More has become known for what stands in the box: show it, the highlight where it is."""
        if self._edit.text().strip() and self._edit.hasFocus() and not self._soon.isActive():
            self._ask()
            self._show_found()

    def close(self) -> None:
        """Take the list away; what is typed stays."""
        self._soon.stop()
        self._moved = False
        if self._popup is not None:
            self._popup.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean the list, and close it when the box is left."""
        if watched is not self._edit:
            return False
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.close()
        elif event.type() in (QEvent.Type.Move, QEvent.Type.Resize) and self.is_open:
            self._place()
        elif isinstance(event, QKeyEvent) and not self._edit.owns(event):
            if (
                event.type() == QEvent.Type.ShortcutOverride
                and self.is_open
                and event.key() == Qt.Key.Key_Escape
            ):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or (plain and event.key() == Qt.Key.Key_F4):
            self.open()
            return True
        if not plain:
            return False
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close()
            return True
        if event.key() in _STEPS and (self.is_open or self._soon.isActive()):
            return self._step(_STEPS[Qt.Key(event.key())])
        if is_enter(event) and self._takes_enter:
            return self._enter()
        return False

    def _enter(self) -> bool:
        answer = self.resolve()
        if not answer.text.strip() and answer.suggestion is None:
            return False
        if answer.suggestion is None:
            self._show_found()
            self.unresolved.emit(answer.text, answer.matches)
            return True
        self.close()
        self.chosen.emit(answer.suggestion.value)
        return True

    def _step(self, step: int) -> bool:
        self._ask()
        self._show_found()
        if self._popup is not None and self._found:
            self._popup.step(step)
            self._moved = True
        return True

    def _typed(self) -> None:
        self._moved = False
        if self._edit.text().strip():
            self._soon.start()
        else:
            self.close()

    def _ask(self) -> None:
        self._soon.stop()
        text = self._edit.text()
        if self._found_for != text:
            self._moved = False
        self._found = tuple(self._search(text))[:MAX_SHOWN]
        self._found_for = text

    def _show_found(self) -> None:
        if self._found_for != self._edit.text():
            self._ask()
        if not self._found or not self._edit.hasFocus():
            self.close()
            return
        if self._popup is not None and self._popup.parentWidget() is not self._edit.window():
            self._popup.deleteLater()  # the tab has moved to another window
            self._popup = None
        if self._popup is None:
            self._popup = CompletionPopup(self._edit.window(), self._columns)
            self._popup.pressed.connect(self._pressed)
            self.destroyed.connect(self._popup.deleteLater)
        self._popup.show_found(self._found, self._row_to_mark())
        self._place()
        self._popup.show()
        self._popup.raise_()

    def _row_to_mark(self) -> int:
        """Return the row that Enter would take: a highlight must not promise more than that."""
        if self._moved and self._popup is not None:
            return self._popup.current_row()
        sure = sure_of(self._found)
        return -1 if sure is None else self._found.index(sure)

    def _place(self) -> None:
        if self._popup is not None:
            self._popup.place_at(self._edit)

    def _pressed(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        if self._takes_enter:
            picked = self._found[row]
            self.close()
            self.chosen.emit(picked.value)
        else:
            self._moved = True
            self.picked.emit()


def sure_of(found: Sequence[Suggestion]) -> Suggestion | None:
    """Return what Enter takes without a choice: the one exact hit, else the only row unless it is a
    look-alike.
    """
    exact = [one for one in found if one.is_exact]
    if exact:
        return exact[0] if len(exact) == 1 else None
    return found[0] if len(found) == 1 and not found[0].is_lookalike else None


_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: MAX_SHOWN,
    Qt.Key.Key_PageUp: -MAX_SHOWN,
}


class CompletionPopup(QFrame):
    """The list itself: a child of the window, so that it can never take the focus or outlive it."""

    pressed = Signal(int)

    def __init__(self, window: QWidget, columns: tuple[SuggestionColumn, ...]) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("completion")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widths = tuple(column.width for column in columns)
        self._model = RowsModel(tuple(_column(at, entry) for at, entry in enumerate(columns)), self)
        self._table = QTableView(self)
        self._dress_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._table)
        self.hide()

    def current_row(self) -> int:
        """Return the highlighted row, or -1."""
        return self._table.currentIndex().row()

    def show_found(self, found: tuple[Suggestion, ...], row: int) -> None:
        """Fill the list and highlight a row, or none for -1."""
        self._model.show_rows(found)
        if row < 0:
            self._table.setCurrentIndex(QModelIndex())
            self._table.clearSelection()
        else:
            self._table.setCurrentIndex(self._model.index(min(row, len(found) - 1), 0))

    def step(self, rows: int) -> None:
        """Move the highlight, staying inside the list."""
        row = max(0, min(self.current_row() + rows, self._model.rowCount() - 1))
        self._table.setCurrentIndex(self._model.index(row, 0))

    def place_at(self, edit: QWidget) -> None:
        """Stand below ``edit``, or above it where there is no room below; never on it."""
        window = self._window
        self._table.verticalHeader().setDefaultSectionSize(theme().row_height)
        height = theme().row_height * self._model.rowCount() + 4
        for column, width in enumerate(self._widths):
            self._table.setColumnWidth(column, theme().px(width))
        width = min(sum(theme().px(one) for one in self._widths) + 4, window.width() - 8)
        corner = edit.mapTo(window, QPoint(0, edit.height()))
        above = corner.y() - edit.height() - height - 1
        top = above if corner.y() + height + 2 > window.height() and above >= 0 else corner.y() + 1
        self.setGeometry(max(4, min(corner.x(), window.width() - width - 4)), top, width, height)

    def _dress_table(self) -> None:
        self._table.setModel(self._model)
        self._table.setItemDelegate(CellDelegate(self._table, whole_rows=True, ring=False))
        self._table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setShowGrid(False)
        self._table.horizontalHeader().hide()
        self._table.horizontalHeader().setStretchLastSection(True)
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._table.clicked.connect(self._clicked)

    def _clicked(self, index: QModelIndex) -> None:
        self.pressed.emit(index.row())


def _column(at: int, entry: SuggestionColumn) -> Column:
    def text(row: Suggestion) -> str:
        return row.cells[at] if at < len(row.cells) else ""

    def tone(_row: Suggestion) -> str | None:
        return entry.tone

    return Column(key=str(at), word="", text=text, kind=entry.kind, width=entry.width, tone=tone)
