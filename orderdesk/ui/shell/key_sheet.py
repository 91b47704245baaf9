"""All keys of the screen on top, searchable: Ctrl+F1, or ``?`` in a list. Built from the table of actions.

With F1 what the screen is for stands above them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from orderdesk.ui.actions import action, all_keys, is_enter
from orderdesk.ui.editors import TextEdit
from orderdesk.ui.language import tr
from orderdesk.ui.safety import Label
from orderdesk.ui.shell.command_index import Command, CommandIndex
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from orderdesk.ui.theme import theme


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the sheet; ``code`` is the code of its words."""

    id: str
    keys: str
    word: str
    code: str


_COLUMNS = (
    Column("keys", "ui.keys.key", lambda row: row.keys, kind="code", width=190, strong=True),
    Column("word", "ui.keys.action", lambda row: row.word, stretches=True),
)


def key_rows(action_ids: Sequence[str], words: Mapping[str, str]) -> tuple[KeyRow, ...]:
    """Return one row for each action that has a key, in the given order, in the language on show."""
    rows = []
    for action_id in dict.fromkeys(action_ids):
        keys = all_keys(action(action_id))
        if keys:
            code = words.get(action_id, action(action_id).word)
            rows.append(KeyRow(action_id, "   ".join(keys), tr(code), code))
    return tuple(rows)


class KeySheet(QDialog):
    """A list of keys over the window; typing narrows it, Enter does what is chosen, Esc closes it."""

    action_chosen = Signal(str)

    def __init__(
        self, rows: tuple[KeyRow, ...], title: str, parent: QWidget | None = None, *, about: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName("key_sheet")
        self.setWindowTitle(tr("ui.keys.title", screen=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._all = rows
        self._index = CommandIndex(Command(row.id, row.code) for row in rows)
        self._model = RowsModel(_COLUMNS, self)
        self.box = TextEdit(self, name="key_sheet.find")
        self.box.setPlaceholderText(tr("ui.keys.find"))
        self.box.setAccessibleName(tr("ui.keys.find"))
        self.box.textChanged.connect(self._narrow)
        self.box.installEventFilter(self)
        self.table = GridView(self._model, self, name="key_sheet.keys", whole_rows=True)
        self.table.setAccessibleName(tr("ui.keys.title", screen=title))
        head = QHBoxLayout()
        head.addWidget(Label(tr("ui.keys.title", screen=title), self, role="section"), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(head)
        if about:
            text = Label(about, self)
            text.setWordWrap(True)
            text.setObjectName("key_sheet.about")
            column.addWidget(text)
            column.addSpacing(theme().space("near"))
        column.addWidget(self.box)
        column.addWidget(self.table, 1)
        self._narrow("")
        room = parent.size() if parent is not None else self.sizeHint()
        self.resize(min(theme().px(560), room.width() - 40), min(theme().px(560), room.height() - 40))
        self.box.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Up and Down in the box move the list, and Enter do what is chosen in it."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or self.box.owns(event):
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in steps:
            row = self.table.current_row() + steps[Qt.Key(event.key())]
            if 0 <= row < len(self._model.rows):
                self.table.go_to(row)
            return True
        if is_enter(event) and self.box.text().strip():
            self._choose()
            return True
        return super().eventFilter(watched, event)

    def _choose(self) -> None:
        row = max(0, self.table.current_row())
        if row < len(self._model.rows):
            chosen = self._model.rows[row].id
            self.accept()
            self.action_chosen.emit(chosen)

    def _narrow(self, text: str) -> None:
        """Show what has the text in its words of either language, its pinyin, its synonyms or its keys."""
        wanted = text.casefold().strip()
        found = {match.key for match in self._index.search(text)} if wanted else set()
        self._model.show_rows(
            [row for row in self._all if not wanted or row.id in found or wanted in row.keys.casefold()]
        )
        if wanted and self._model.rows:
            self.table.go_to(0)
