"""What is typed and not taken yet, in the open cell, in boxes and in panels: the journal keeps that too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from orderdesk.ui.screens.entry.keeping import Beside

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen

_BOX, _QUICK, _REASON, _REASON_ROW, _FOCUS = "box.", "quick", "reason", "reason.row", "focus"


class HalfTyped(QObject):
    """Joins what is being typed to the journal of one entry screen. It asks only the parts that were made."""

    def __init__(self, screen: EntryScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        screen.presenter.keeper.half_typed = self
        screen.lines.typing.connect(screen.keep_soon)
        for box in (screen.header.customer, screen.quick.box, screen.lines.reason.box):
            box.textEdited.connect(screen.keep_soon)

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

    def beside(self) -> Beside:
        """Return what is typed in boxes and open panels, by its place, and which box has the focus."""
        screen = self._screen
        found = {f"{_BOX}{name}": box.text for name, box in screen.committing().items() if box.is_changed}
        if screen.header.customer.is_changed:
            found[f"{_BOX}customer"] = screen.header.customer.text()
        if screen.quick.box.text():
            found[_QUICK] = screen.quick.box.text()
        asked = screen.lines.reason.asked
        if asked is not None:
            found |= {_REASON_ROW: str(asked[0]), _REASON: asked[1]}
        found |= screen.facts.half_typed()
        focus = screen.focusWidget()
        if found and focus is not None and not screen.lines.grid.isAncestorOf(focus):
            found[_FOCUS] = focus.objectName()
        return tuple(sorted(found.items()))

    def put_beside(self, kept: Beside) -> None:
        """Put texts back into their boxes and panels, the focus and the caret where they were."""
        screen, texts = self._screen, dict(kept)
        self._put_into_boxes(
            {name.removeprefix(_BOX): texts[name] for name in texts if name.startswith(_BOX)}
        )
        if texts.get(_QUICK):
            screen.quick.open()
            screen.quick.box.setText(texts[_QUICK])
        row = texts.get(_REASON_ROW, "")
        lines = screen.presenter.draft.lines
        if row.isdecimal() and int(row) < len(lines):
            screen.lines.reason.ask(int(row), texts.get(_REASON, ""), gift=lines[int(row)].gift)
        screen.facts.put_half_typed(texts)
        if texts.get(_FOCUS):
            self._focus(texts[_FOCUS])
        screen.keep_soon()

    def _put_into_boxes(self, texts: dict[str, str]) -> None:
        screen = self._screen
        if texts.keys() - screen.committing().keys() - {"customer"}:
            screen.title_row.open_more()
        for name, text in texts.items():
            if name == "customer":
                screen.header.customer.put_back(text)
            elif name in screen.committing():
                screen.committing()[name].put_back(text)

    def _focus(self, name: str) -> None:
        """Give the focus to a box of that name, the caret behind what stands in it."""
        box = self._screen.findChild(QWidget, name)
        if box is None:
            return
        box.setFocus()
        if isinstance(box, QLineEdit):
            box.end(False)
