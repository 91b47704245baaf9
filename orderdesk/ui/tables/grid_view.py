"""The dense table: typing starts editing, Enter and Tab walk their paths, single letters act in lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QHeaderView, QTableView, QWidget

from orderdesk.ui.actions import action_of_letter, is_enter
from orderdesk.ui.completion import Completion
from orderdesk.ui.editors import Edit, ime_watch, note_key
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.copying import copied
from orderdesk.ui.tables.delegate import EditingDelegate
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme

Path = Literal["enter", "tab", "rows"]

Stop = tuple[int, int]
NextStop = Callable[[int, int, bool, Path], Stop | None]  # row, column, backwards, path

_ENDS = (Qt.Key.Key_Home, Qt.Key.Key_End)
_CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_COPY_WITH_HEADERS = QKeyCombination(_CTRL_SHIFT, Qt.Key.Key_C)
_MENU = QKeyCombination(Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_F10)


class GridView(QTableView):
    """A table over a ``RowsModel``. With ``whole_rows`` it is a list: rows are chosen, single letters act.

    ``holds_tab`` is for a grid whose owner knows what lies past its ends, such as another line; from any
    other one Tab goes on to the next widget.

    ``next_stop`` may be replaced to walk another way than the columns declare. ``complete`` gives an editor
    its completion: it gets the editor and the column, and returns one or ``None``. ``takes_unresolved`` may
    accept a typed text that no suggestion answers (quick-add grammar).
    """

    action_keyed = Signal(str)  # id of the action whose single letter was typed
    cell_changed = Signal(int, str)  # row, column key; -1 and "" where there is no cell
    row_opened = Signal(int)  # Enter or double click on a row that has nothing to type into
    past_end = Signal(str)  # the path that ran out of stops, going forwards
    before_start = Signal(str)
    unresolved = Signal(int, str, str, int)  # row, column key, text as typed, how many match

    def __init__(
        self, model: RowsModel, parent: QWidget | None = None, *, name: str, whole_rows: bool = False
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.next_stop: NextStop = self.declared_stop
        self.holds_tab = False
        self.complete: Callable[[Edit, Column], Completion | None] | None = None
        self.takes_unresolved: Callable[[int, str, str], bool] | None = None
        self._rows_model = model
        self._whole_rows = whole_rows
        self._letters: tuple[str, ...] = ()
        self._completion: tuple[Edit, Completion] | None = None
        self._editing = EditingDelegate(self, whole_rows=whole_rows)
        self.setModel(model)
        self.setItemDelegate(self._editing)
        self._dress()
        self._take_theme()
        theme().changed.connect(self._take_theme)

    @property
    def rows_model(self) -> RowsModel:
        """The model on show."""
        return self._rows_model

    def set_letter_actions(self, action_ids: tuple[str, ...]) -> None:
        """Say which actions' single letters work while this list has the focus."""
        self._letters = action_ids

    def current_row(self) -> int:
        """Return the row with the cursor, or -1."""
        return self.currentIndex().row()

    def current_key(self) -> str:
        """Return the key of the column with the cursor, or an empty string."""
        index = self.currentIndex()
        return self._rows_model.columns[index.column()].key if index.isValid() else ""

    def go_to(self, row: int, key: str | None = None) -> None:
        """Put the cursor on a row, in column ``key`` or the column it is in."""
        column = max(self.currentIndex().column(), 0) if key is None else self._rows_model.column_of(key)
        self.setCurrentIndex(self._rows_model.index(row, column))

    # editing

    def open_editor(self, *, at_end: bool = True) -> Edit | None:
        """Open the current cell with what stands in it (F2), the caret at the end; ``None`` if it
        cannot be.
        """
        index = self.currentIndex()
        if not self._rows_model.is_editable(index.row(), index.column()):
            return None
        if self.editor() is None:
            self.edit(index)
        editor = self.editor()
        if editor is not None and at_end:
            editor.deselect()
            editor.end(False)
        return editor

    def open_list(self) -> bool:
        """Open the current cell's list (F4), opening the cell first; return whether it has one."""
        editor = self.open_editor()
        completion = self.completion_of(editor) if editor is not None else None
        if editor is None or completion is None:
            return False
        editor.selectAll()
        completion.open()
        return True

    def editor(self) -> Edit | None:
        """Return the open editor, if any."""
        widget = self.indexWidget(self.currentIndex())
        return widget if isinstance(widget, Edit) else None

    def finish_editing(self) -> bool:
        """Hand over what an open editor holds, before anything reads the draft; ``False`` if it cannot be
        taken.
        """
        editor = self.editor()
        return editor is None or self._commit(editor)

    def take_as_typed(self) -> None:
        """Hand over what an open editor holds, whether it means something or not: nobody comes back to it."""
        editor = self.editor()
        if editor is not None:
            self._editing.commitData.emit(editor)
            self._editing.closeEditor.emit(editor, EditingDelegate.EndEditHint.NoHint)
            self._completion = None

    def revert_editor(self) -> None:
        """Close an open editor and leave its cell as it was."""
        editor = self.editor()
        if editor is not None:
            self._editing.closeEditor.emit(editor, EditingDelegate.EndEditHint.RevertModelCache)
            self._completion = None
            self.setFocus()

    def completion_of(self, editor: Edit) -> Completion | None:
        """Return the completion that was given to an open editor."""
        return self._completion[1] if self._completion is not None and self._completion[0] is editor else None

    def dress_editor(self, editor: Edit, column: Column) -> None:
        """Give a new editor its completion; called by the delegate."""
        self._completion = None
        completion = self.complete(editor, column) if self.complete is not None else None
        if completion is not None:
            self._completion = (editor, completion)
            completion.picked.connect(self._picked)

    def leave_editor(self, editor: Edit, path: Path, *, backwards: bool) -> None:
        """Commit and close an editor and walk on; called by the delegate. A text that cannot be taken keeps
        it open.
        """
        if self._commit(editor):
            self.walk(path, backwards=backwards)

    def _commit(self, editor: Edit) -> bool:
        index = self.currentIndex()
        if not self._is_resolved(editor, index) or not self._editing.check(editor, index):
            return False
        self._editing.commitData.emit(editor)
        self._editing.closeEditor.emit(editor, EditingDelegate.EndEditHint.NoHint)
        self._completion = None
        return True

    def _is_resolved(self, editor: Edit, index: QModelIndex) -> bool:
        completion = self.completion_of(editor)
        unchanged = editor.text() == (index.data(Qt.ItemDataRole.EditRole) or "")
        if completion is None or unchanged or not editor.text().strip():
            return True
        answer = completion.resolve()
        key = self._rows_model.columns[index.column()].key
        if answer.suggestion is not None:
            return True
        if self.takes_unresolved is not None and self.takes_unresolved(index.row(), key, answer.text):
            return True
        editor.set_problem("block")
        completion.open()
        self.unresolved.emit(index.row(), key, answer.text, answer.matches)
        return False

    def _picked(self) -> None:
        editor = self.editor()
        if editor is not None:
            self.leave_editor(editor, "enter", backwards=False)

    # walking

    def walk(self, path: Path, *, backwards: bool = False) -> None:
        """Go to the next stop of a path; past the last one ``past_end`` or ``before_start`` tells the
        owner, and Tab leaves a grid that does not hold it.
        """
        index = self.currentIndex()
        stop = self.next_stop(index.row(), index.column(), backwards, path)
        if stop is not None:
            self.setCurrentIndex(self._rows_model.index(*stop))
        elif path == "tab" and not self.holds_tab:
            super().focusNextPrevChild(not backwards)
        elif backwards:
            self.before_start.emit(path)
        else:
            self.past_end.emit(path)

    def declared_stop(self, row: int, column: int, backwards: bool, path: Path) -> Stop | None:
        """Return the next stop as the columns declare it: Enter stops, or every cell that can be typed
        into.
        """
        if path == "rows":
            row += -1 if backwards else 1
            return (row, column) if 0 <= row < self._rows_model.rowCount() else None
        columns = [
            at
            for at, one in enumerate(self._rows_model.columns)
            if one.editable is not None and not self.isColumnHidden(at) and (path == "tab" or one.enter_stop)
        ]
        rows = range(row, -1, -1) if backwards else range(max(row, 0), self._rows_model.rowCount())
        for at_row in rows:
            for at in reversed(columns) if backwards else columns:
                ahead = at_row != row or (at < column if backwards else at > column)
                if ahead and self._rows_model.is_editable(at_row, at):
                    return at_row, at
        return None

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters that act, Enter along its path, F2 in place; everything else as Qt has it."""
        note_key(event)
        if self._is_composing():
            event.accept()
            return
        action_id = action_of_letter(event, self._letters)
        if action_id is not None:
            self.action_keyed.emit(action_id)
        elif is_enter(event) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._enter(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.open_editor()
        elif self._whole_rows and event.key() in _ENDS and not event.modifiers() and self.current_row() >= 0:
            self.go_to(0 if event.key() == Qt.Key.Key_Home else self._rows_model.rowCount() - 1)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.keyCombination() == _COPY_WITH_HEADERS:
            self.copy(with_headers=True)
        elif event.keyCombination() == _MENU:
            self.ask_for_menu()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def copy(self, *, with_headers: bool = False) -> bool:
        """Put the chosen cells on the clipboard; return whether there were any."""
        data = copied(self, self._rows_model, with_headers=with_headers)
        if data is None:
            return False
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def ask_for_menu(self) -> None:
        """Ask for the menu of the cell with the cursor, as the Menu key does; the screen shows it."""
        cell = self.visualRect(self.currentIndex())
        at = cell.bottomLeft() if self.currentIndex().isValid() else self.viewport().rect().topLeft()
        where = self.viewport().mapToGlobal(at)
        QCoreApplication.sendEvent(
            self.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, where)
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Put the cursor where the mouse asks for a menu, and leave the menu to the screen."""
        index = self.indexAt(event.pos())
        is_chosen = self.selectionModel().isSelected(index)
        if event.reason() == QContextMenuEvent.Reason.Mouse and index.isValid() and not is_chosen:
            self.setCurrentIndex(index)
        event.ignore()

    def keyboardSearch(self, _text: str) -> None:
        """Do nothing: a letter in a list is an action or nothing, never a jump."""

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Walk the Tab path while there is one; a list lets Tab leave it."""
        if not any(column.editable is not None for column in self._rows_model.columns):
            return super().focusNextPrevChild(forwards)
        if not self._is_composing():
            self.walk("tab", backwards=not forwards)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep shortcuts from acting while the input method composes."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_composing():
            event.accept()
            return True
        return super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Pass the first composition of a cell on to its new editor; Qt keeps the focus here until it ends.

        A composition that is given up gets back what stood in the cell. What is committed without composing
        begins the cell like a key: Qt would open the editor and drop it.
        """
        editor = self.editor()
        if editor is None and event.commitString() and not event.preeditString():
            editor = self.open_editor()
            if editor is not None:
                editor.selectAll()
                QCoreApplication.sendEvent(editor, event)
                return
        if editor is not None and not event.preeditString() and not event.commitString():
            editor.is_filled = False
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor somewhere, and keep the input method out where letters are codes or actions."""
        # Before Qt does: it would put the cursor there without selecting the row.
        if not self.currentIndex().isValid() and self._rows_model.rowCount():
            self.setCurrentIndex(self._rows_model.index(0, 0))
        # Not the item view's own: it paints all rows again, and ours look the same without the focus.
        QAbstractScrollArea.focusInEvent(self, event)
        self._rule_ime()
        self._paint_row(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        QAbstractScrollArea.focusOutEvent(self, event)
        self._paint_row(self.currentIndex())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        """Tell the owner where the cursor is."""
        super().currentChanged(current, previous)
        self._rule_ime()
        self._paint_row(previous)
        self._paint_row(current)
        key = self._rows_model.columns[current.column()].key if current.isValid() else ""
        self.cell_changed.emit(current.row(), key)

    def _paint_row(self, index: QModelIndex) -> None:
        """Paint the row of a cell again: the ring is drawn around all of it, or around one cell of it."""
        if index.isValid():
            row = index.row()
            self.viewport().update(
                0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row)
            )

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer the platform: the input method may come only where words are typed."""
        if query == Qt.InputMethodQuery.ImEnabled and not self._lets_ime_in():
            return False
        return super().inputMethodQuery(query)

    def minimumSizeHint(self) -> QSize:
        """Return room for the header and three rows."""
        return QSize(theme().px(120), theme().row_height * 4)

    def _enter(self, *, backwards: bool) -> None:
        if any(column.enter_stop for column in self._rows_model.columns):
            self.walk("enter", backwards=backwards)
        elif self.currentIndex().isValid():
            self.row_opened.emit(self.current_row())

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self._rows_model.is_editable(index.row(), index.column()):
            self.row_opened.emit(index.row())

    def _is_composing(self) -> bool:
        editor = self.editor()
        return editor is not None and editor.is_composing

    def _lets_ime_in(self) -> bool:
        index = self.currentIndex()
        if not self._rows_model.is_editable(index.row(), index.column()):
            return False
        return not self._rows_model.columns[index.column()].refuses_ime

    def _rule_ime(self) -> None:
        lets_in = self._lets_ime_in()
        if lets_in != self.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, lets_in)
            ime_watch().changed.emit()

    def _dress(self) -> None:
        behaviour = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behaviour.SelectRows if self._whole_rows else behaviour.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(not self._whole_rows)
        self.setAlternatingRowColors(not self._whole_rows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.doubleClicked.connect(self._double_clicked)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setHighlightSections(False)
        rows.setVisible(self._rows_model.is_numbered)

    def _take_theme(self) -> None:
        # The least first: the height is never set below it, so rows could not shrink with the text.
        self.verticalHeader().setMinimumSectionSize(theme().row_height)
        self.verticalHeader().setDefaultSectionSize(theme().row_height)
        self.verticalHeader().setFixedWidth(theme().px(36))
        header = self.horizontalHeader()
        header.setMinimumSectionSize(theme().px(28))
        for at, column in enumerate(self._rows_model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretches else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            header.resizeSection(at, theme().px(column.width))
