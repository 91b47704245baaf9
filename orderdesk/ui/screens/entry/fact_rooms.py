"""Rooms below the lines in which facts of the order are said in full: notes with their marks, addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from orderdesk.ui.language import tr
from orderdesk.ui.screens.entry.below_panel import BelowPanel
from orderdesk.ui.screens.entry.keys import has_focus
from orderdesk.ui.screens.entry.notes_panel import LONGEST_NOTE, Noted, NotesPanel

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen

# What acts on the order's lines has nothing to act on while the keys go to a panel.
_OF_THE_LINES = frozenset({"line.deliveries", "copy.above", "list"})


class FactRooms:
    """The panels of one entry screen. One of them is open at a time; closed, it gives the focus back."""

    def __init__(self, screen: EntryScreen) -> None:
        self._screen = screen
        self._came_from: QWidget | None = None
        self.notes = NotesPanel(screen)
        self._runs: dict[str, Callable[[], bool]] = {"notes.open": self._notes}

    @property
    def panels(self) -> tuple[BelowPanel, ...]:
        """The panels that stand below the lines."""
        return (self.notes,)

    def connect(self) -> None:
        """Join the panels to their screen."""
        self.notes.accepted.connect(self._noted)
        self.notes.too_long.connect(self._too_long)
        for panel in self.panels:
            panel.shown.connect(self._screen.fit_header)

    def actions(self) -> tuple[str, ...]:
        """Return which of their actions work now."""
        return tuple(self._runs)

    def run(self, action_id: str) -> bool | None:
        """Do an action that is theirs; ``None`` leaves it to the screen."""
        panel = next((panel for panel in self.panels if panel.is_open), None)
        if panel is not None:
            taken = self._run_in(panel, action_id)
            if taken is not None:
                return taken
        return self._runs[action_id]() if action_id in self._runs else None

    def close_all(self) -> None:
        """Put the panels away: another panel opens, or another order is on the screen."""
        for panel in self.panels:
            panel.close_panel()

    def _run_in(self, panel: BelowPanel, action_id: str) -> bool | None:
        """Do what an action means in an open panel; ``None`` where it means nothing there."""
        if action_id == "finish":  # the order is sent with what stands in the panel
            return None if self.notes.accept() else True
        if action_id == "back":
            panel.close_panel()
            self._go_back()
            return True
        if not has_focus(panel):
            return None
        runs: dict[str, Callable[[], object]] = {
            "line.insert": self.notes.insert_row,
            "line.delete": self.notes.delete_row,
            "edit": self.notes.grid.open_editor,
            "notes.open": self._take_notes,
        }
        if action_id in runs:
            runs[action_id]()
            return True
        return True if action_id in _OF_THE_LINES else None

    # notes

    def _notes(self) -> bool:
        """Open the notes of the line under the cursor, in the header those of the order."""
        screen = self._screen
        if not screen.finish_open():
            return True
        draft = screen.presenter.draft
        row = screen.lines.grid.current_row()
        is_line = has_focus(screen.lines) and 0 <= row < len(draft.lines)
        self._prepare()
        if is_line:
            line = draft.lines[row]
            of = partial(tr, "note.of_line", line=row + 1)
            self.notes.open_notes(of, line.notes, line.id, line.when_short)
        else:
            self.notes.open_notes(partial(tr, "note.of_order"), draft.notes)
        return True

    def _take_notes(self) -> None:
        self.notes.accept()

    def _noted(self, noted: Noted) -> None:
        presenter = self._screen.presenter
        if noted.line_id is None:
            presenter.field_typed("notes", noted.notes)
        else:
            presenter.lines.note(noted.line_id, noted.notes, noted.when_short)
        self._go_back()

    def _too_long(self, length: int) -> None:
        self._screen.say("note.too_long", "warn", n=length, most=LONGEST_NOTE)

    # together

    def _prepare(self) -> None:
        """Remember where the clerk was, and put other panels away."""
        screen = self._screen
        focus = QApplication.focusWidget()
        if has_focus(screen.lines):
            self._came_from = screen.lines.grid
        elif focus is not None and screen.isAncestorOf(focus):
            self._came_from = focus
        self.close_all()
        screen.memory.close_all()
        if screen.schedule.isVisible():
            screen.schedule.close_plan()
        screen.parked.close_list()

    def _go_back(self) -> None:
        """Go on where the clerk was."""
        place, self._came_from = self._came_from, None
        if place is not None and place.isVisibleTo(self._screen) and not place.isHidden():
            place.setFocus()
        else:
            self._screen.go_to_cell(*self._screen.presenter.first_open_cell())
