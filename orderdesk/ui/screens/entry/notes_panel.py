"""Notes of the order or of a line (Shift+F2) with their marks; a line's wish when stock is short, too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import get_args
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from orderdesk.ui.editors import Choice, Edit
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.tables.columns import Column, always
from orderdesk.ui.tables.grid_view import GridView, Path, Stop
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.wire.drafts import NoteDraft, WhenShort

MOST_NOTES = 20
LONGEST_NOTE = 2_000
FLAGS = ("internal", "on_delivery_note", "for_customer")

_MOST_ROWS = 5
_WISHES: tuple[WhenShort | None, ...] = (None, *get_args(WhenShort))


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A row of the panel; one without a text is where the next note begins."""

    id: int
    text: str
    internal: bool
    on_delivery_note: bool
    for_customer: bool

    @property
    def note(self) -> NoteDraft:
        """The note as the draft has it; one that is marked nowhere is for the house."""
        marks = {flag: getattr(self, flag) for flag in FLAGS}
        return NoteDraft(text=self.text.strip(), **(marks if any(marks.values()) else {"internal": True}))

    def turned(self, flag: str) -> NoteRow:
        """Return the row with a mark set, or taken."""
        marks = {one: getattr(self, one) != (one == flag) for one in FLAGS}
        return NoteRow(self.id, self.text, **marks)


@dataclass(frozen=True, slots=True)
class Noted:
    """What the panel hands over: the line (``None`` for the order), its notes, and its wish."""

    line_id: UUID | None
    notes: tuple[NoteDraft, ...]
    when_short: WhenShort | None


class NotesGrid(GridView):
    """The notes. Space sets and takes a mark, wherever a mark is."""

    marked = Signal(int, str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark; every other key is the grid's."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers() and self.current_key() in FLAGS:
            self.marked.emit(self.current_row(), self.current_key())
            event.accept()
        else:
            super().keyPressEvent(event)


class NotesPanel(BelowPanel):
    """Enter in the empty row accepts, Esc leaves everything as it was."""

    accepted = Signal(object)  # Noted
    too_long = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, name="entry.notes", most_rows=_MOST_ROWS)
        self._line_id: UUID | None = None
        self._of: Callable[[], str] = str
        self._rows: tuple[NoteRow, ...] = ()
        self._made = 0
        self._model = RowsModel(self._columns(), self, numbered=True)
        self.grid = NotesGrid(self._model, self, name="entry.notes.rows")
        self.grid.next_stop = self._next_stop
        self.grid.holds_tab = True
        self.grid.past_end.connect(self._past_end)
        self.grid.before_start.connect(lambda _path: self._before_start())
        self.grid.complete = self._watch
        self.grid.marked.connect(self._marked)
        self.grid.clicked.connect(self._clicked)
        self._model.edited.connect(self._edited)
        self.wish = Choice(self, name="entry.notes.when_short")
        self.wish.activated.connect(self.typing)
        self._wish_word = Label(parent=self, role="caption")
        self._wish_word.setBuddy(self.wish)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._wish_word)
        row.addWidget(self.wish)
        row.addStretch(1)
        self.put_table(self.grid)
        self.column.addWidget(self.grid)
        self.column.addLayout(row)
        self.setTabOrder(self.grid, self.wish)
        self.follow()

    def open_notes(
        self,
        of: Callable[[], str],
        notes: tuple[NoteDraft, ...],
        line_id: UUID | None = None,
        when_short: WhenShort | None = None,
    ) -> None:
        """Show these notes; ``of`` says in words what they belong to. The cursor is in the empty row."""
        self._of, self._line_id, self._made = of, line_id, 0
        self._rows = ()
        for note in notes:
            self._rows = (*self._rows, self._row(note.text, *(getattr(note, flag) for flag in FLAGS)))
        self._show()
        for widget in (self.wish, self._wish_word):
            widget.setVisible(line_id is not None)
        self.retranslate()
        self.wish.setCurrentIndex(_WISHES.index(when_short))
        self.show()
        self.grid.setFocus()
        self.grid.go_to(len(self._rows), "text")
        self.fit()
        self.shown.emit(True)

    def half_typed(self) -> dict[str, str]:
        """Return what stands here, with the cell of the cursor and what is typed in it."""
        found = {
            "line": "" if self._line_id is None else str(self._line_id),
            "wish": str(max(self.wish.currentIndex(), 0)),
            "row": str(self.grid.current_row()), "column": self.grid.current_key(),
        }  # fmt: skip
        for at, row in enumerate(self._rows):
            marks = [flag for flag in FLAGS if getattr(row, flag)]
            found |= {f"{at}.text": row.text, f"{at}.marks": " ".join(marks)}
        editor = self.grid.editor()
        return found if editor is None else {**found, "cell": editor.text()}

    def open_again(self, of: Callable[[], str], kept: Mapping[str, str], line_id: UUID | None) -> None:
        """Show what ``half_typed`` returned, the cursor in its cell, which is open as it was."""
        self.open_notes(of, (), line_id)
        for at in takewhile(lambda at: f"{at}.text" in kept, range(MOST_NOTES)):
            marks = kept.get(f"{at}.marks", "").split()
            self._rows = (*self._rows, self._row(kept[f"{at}.text"], *(flag in marks for flag in FLAGS)))
        self._show()
        wish, row, column = (kept.get(name, "") for name in ("wish", "row", "column"))
        self.wish.setCurrentIndex(int(wish) if wish.isdecimal() and int(wish) < len(_WISHES) else 0)
        at = int(row) if row.isdecimal() else len(self._rows)
        self.grid.go_to(min(at, self._model.rowCount() - 1), column if column in FLAGS else "text")
        editor = self.grid.open_editor() if "cell" in kept else None
        if editor is not None:
            editor.selectAll()
            editor.insert(kept["cell"])

    def accept(self) -> bool:
        """Hand over what stands here; ``False`` while a text cannot be taken."""
        if not self.grid.finish_editing():
            return False
        notes = tuple(row.note for row in self._rows if row.text.strip())
        noted = Noted(self._line_id, notes, _WISHES[max(self.wish.currentIndex(), 0)])
        self.close_panel()
        self.accepted.emit(noted)
        return True

    def insert_row(self) -> None:
        """Go to the empty row: that is where a note begins."""
        if self.grid.finish_editing():
            self.grid.setFocus()
            self.grid.go_to(len(self._rows), "text")

    def delete_row(self) -> None:
        """Take the note under the cursor out."""
        at = self.grid.current_row()
        if self.grid.editor() is not None:
            self.grid.revert_editor()
        if 0 <= at < len(self._rows):
            self._rows = (*self._rows[:at], *self._rows[at + 1 :])
            self._show()
            self.grid.go_to(min(at, len(self._rows)), "text")

    def retranslate(self) -> None:
        """Say every word in the present language."""
        self.title.setText(tr("note.title", of=self._of()))
        self.sum.setText("")
        self.hint.show_text(tr("note.hint"))
        self.grid.setAccessibleName(self.title.text())
        self._wish_word.setText(tr("entry.field.when_short"))
        self.wish.setAccessibleName(tr("entry.field.when_short"))
        at = self.wish.currentIndex()
        self.wish.clear()
        self.wish.addItems(
            [tr(f"term.when_short.{one}") if one else tr("note.wish.order") for one in _WISHES]
        )
        self.wish.setCurrentIndex(at)

    def _show(self) -> None:
        blank = () if len(self._rows) == MOST_NOTES else (self._blank(),)
        self._model.show_rows((*self._rows, *blank))
        self.fit()
        self.typing.emit()

    def _watch(self, editor: Edit, _column: Column) -> None:
        editor.textEdited.connect(self.typing)

    def _blank(self) -> NoteRow:
        """Return the empty row, with the id that its note will have, marked as the note above it.

        The first one is for every paper.
        """
        if not self._rows:
            return NoteRow(self._made + 1, "", False, True, True)
        return replace(self._rows[-1], id=self._made + 1, text="")

    def _row(self, text: str, *marks: bool) -> NoteRow:
        self._made += 1
        return NoteRow(self._made, text, *marks)

    def _edited(self, at: int, _key: str, value: object) -> None:
        text = " ".join(str(value).split())
        if at < len(self._rows):
            self._put(at, replace(self._rows[at], text=text))
        elif text:
            blank = self._model.rows[at]
            self._rows = (*self._rows, self._row(text, *(getattr(blank, flag) for flag in FLAGS)))
            self._show()
            self.grid.go_to(at, "text")

    def _marked(self, at: int, flag: str) -> None:
        if at < len(self._rows):
            self._put(at, self._rows[at].turned(flag))

    def _clicked(self, index: QModelIndex) -> None:
        key = self._model.columns[index.column()].key
        if key in FLAGS:
            self._marked(index.row(), key)

    def _put(self, at: int, row: NoteRow) -> None:
        self._rows = (*self._rows[:at], row, *self._rows[at + 1 :])
        self._show()

    def _next_stop(self, row: int, column: int, backwards: bool, path: Path) -> Stop | None:
        """Enter walks from text to text, Tab over the marks as well."""
        width, rows = len(self._model.columns), self._model.rowCount()
        if path != "tab":
            at = row + (-1 if backwards else 1)
            return (at, 0) if 0 <= at < rows else None
        at = row * width + column + (-1 if backwards else 1)
        return divmod(at, width) if 0 <= at < rows * width else None

    def _past_end(self, path: str) -> None:
        if path != "tab":
            self.accept()
        elif self.wish.isVisible():
            self.wish.setFocus()
        else:
            self.grid.go_to(0, "text")

    def _before_start(self) -> None:
        if self.wish.isVisible():
            self.wish.setFocus()
        else:
            self.grid.go_to(self._model.rowCount() - 1, FLAGS[-1])

    def _check(self, _row: NoteRow, text: str) -> bool:
        if len(text) > LONGEST_NOTE:
            self.too_long.emit(len(text))
            return False
        return True

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("text", "entry.field.note", lambda row: row.text, "text", 260, stretches=True,
                   editable=always, enter_stop=True, check=self._check, tooltip=lambda row: row.text),
            *(_flag_column(flag) for flag in FLAGS),
        )  # fmt: skip


def _flag_column(flag: str) -> Column:
    def icon(row: NoteRow) -> str | None:
        return "check" if row.text and getattr(row, flag) else None

    def word(row: NoteRow) -> str:
        return tr("note.marked" if getattr(row, flag) else "note.unmarked") if row.text else ""

    return Column(flag, f"note.column.{flag}", lambda _row: "", "text", 118, icon=icon,
                  icon_tone=lambda _row: "accent", icon_word=word)  # fmt: skip
