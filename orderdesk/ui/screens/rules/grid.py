"""The grid of a rule table: cells as in a spreadsheet, with the real values offered while one is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from orderdesk.ui.completion import MAX_SHOWN, Completion, Suggestion, SuggestionColumn
from orderdesk.ui.editors import Edit
from orderdesk.ui.screens.rules import wording
from orderdesk.ui.screens.rules.sheet import SheetColumn
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView, Path, Stop
from orderdesk.ui.tables.rows_model import RowsModel

_OFFERED = (SuggestionColumn(220),)
_OPERATORS = ("any", "empty", "= ", "<> ", "in ", "not in ")
_ORDERED = ("any", "empty", "<= ", ">= ", "< ", "> ")


class RuleGrid(GridView):
    """A grid over one table. Enter goes down its column, Tab along the row, Del lets everything through."""

    cleared = Signal()
    pasted = Signal(str)

    def __init__(
        self,
        model: RowsModel,
        parent: QWidget,
        columns: tuple[SheetColumn, ...],
        names: Callable[[SheetColumn], tuple[str, ...]],
    ) -> None:
        super().__init__(model, parent, name="rules.grid")
        self._columns = {one.key: one for one in columns}
        self._names = names
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.complete = self._completion_for
        self.takes_unresolved = lambda _row, _key, _text: True  # a cell that is none stays as it is typed
        self.next_stop = self._next

    def marked(self) -> tuple[list[int], list[str]]:
        """Return the rows (from 0) and the keys of the columns that marked cells are in."""
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        rows = sorted({index.row() for index in indexes if index.isValid()})
        at = sorted({index.column() for index in indexes if index.isValid()})
        return rows, [self.rows_model.columns[column].key for column in at]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear, and paste more than one cell; everything else is the grid's."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not event.modifiers():
            self.cleared.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def setCurrentIndex(self, index: QModelIndex) -> None:
        """Put the cursor on one cell, whatever keys are held."""
        super().setCurrentIndex(index)
        if index.isValid():
            self.selectionModel().select(index, self.selectionModel().SelectionFlag.ClearAndSelect)

    def _next(self, row: int, column: int, backwards: bool, path: Path) -> Stop | None:
        if path != "enter":
            return self.declared_stop(row, column, backwards, path)
        row += -1 if backwards else 1
        return (row, column) if 0 <= row < self.rows_model.rowCount() else None

    def _completion_for(self, editor: Edit, column: Column) -> Completion | None:
        of = self._columns.get(column.key)
        if of is None or of.part == "note":
            return None
        return Completion(
            editor, lambda text: suggestions(of, text, self._names(of)), _OFFERED, takes_enter=False
        )


def suggestions(column: SheetColumn, text: str, names: tuple[str, ...]) -> tuple[Suggestion, ...]:
    """Return what a cell may come to: values that exist by what is typed of them, signs where nothing is.

    In a list, what stands before the last comma stays.
    """
    typed = text.strip()
    head, comma, tail = typed.rpartition(",")
    head, wanted = (f"{head}{comma} ", tail.strip()) if comma else _sign(typed)
    named = wording.known_values(column)
    known = [wording.value_word(column, one) for one in dict.fromkeys((*named, *names))]
    found = [one for one in known if wanted.casefold() in one.casefold()]
    front = head or ("= " if column.part == "when" else "")
    offers = [
        Suggestion(f"{front}{one}", (f"{front}{one}",), is_exact=one.casefold() == wanted.casefold())
        for one in found
    ]
    if not typed and column.part == "when":
        signs = _OPERATORS if column.type in wording.NAMED or column.type == "yes_no" else _ORDERED
        offers = [
            *(Suggestion(one.strip(), (one.strip(),)) for one in signs if not one.endswith(" ")),
            *offers,
        ]
    return tuple(offers[:MAX_SHOWN])


def _sign(text: str) -> tuple[str, str]:
    for sign in ("not in ", "in ", "<> ", "= "):
        if text.casefold().startswith(sign):
            return text[: len(sign)], text[len(sign) :].strip()
    return "", text
