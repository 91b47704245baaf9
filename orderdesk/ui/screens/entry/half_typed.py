"""What stands in an open cell of the lines and is not taken yet: the journal keeps that too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen


class HalfTyped(QObject):
    """Joins the open cell to the journal of one entry screen."""

    def __init__(self, screen: EntryScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        screen.presenter.keeper.half_typed = self
        screen.lines.typing.connect(screen.keep_soon)

    def text(self) -> str:
        """Return what is typed in the open cell; nothing where none is open, or it stands as it was."""
        lines = self._screen.lines
        editor = lines.grid.editor()
        if editor is None:
            return ""
        stood = lines.grid.currentIndex().data(Qt.ItemDataRole.EditRole) or ""
        return "" if editor.text() == stood else editor.text()

    def put(self, text: str) -> None:
        """Open the cell with the cursor and put a text into it, the caret behind."""
        editor = self._screen.lines.grid.open_editor()
        if editor is not None:
            editor.selectAll()
            editor.insert(text)
