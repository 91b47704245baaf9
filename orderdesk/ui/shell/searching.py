"""Joins a window and its search box: what can be done now goes in, what was chosen comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QPushButton

from orderdesk.ui import icons
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language, tr
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.safety import set_tooltip
from orderdesk.ui.shell.helping import text_of
from orderdesk.ui.theme import theme
from orderdesk.wire.outcomes import Changes

if TYPE_CHECKING:
    from orderdesk.ui.shell.command_index import Command
    from orderdesk.ui.shell.palette import Palette
    from orderdesk.ui.shell.palette_presenter import Offer

# What is no command to look for: steps from one place to the next.
_STEPS = frozenset(
    {"back", "pane.next", "pane.previous", "tab.next", "palette", "ime.allow", "help.field", "list"}
)
_FOR_WORDS = 900  # logical pixels at 100 % that menus and field take with all their words


class Searching(QObject):
    """The search box of one window, and the field in its menu bar that opens it by the mouse."""

    def __init__(self, window: MainWindow, backend: Backend) -> None:
        super().__init__(window)
        self._window = window
        self._backend = backend
        self._palette: Palette | None = None
        backend.notifier.changed.connect(self._note_changes)
        self._field = QPushButton(window)
        self._field.setObjectName("search_field")
        self._field.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field.setCursor(Qt.CursorShape.PointingHandCursor)
        self._field.clicked.connect(lambda _checked: self.open())
        window.menuBar().setCornerWidget(self._field)
        window.offer("palette", self.open)
        window.offer("order.open", lambda: self.open("#"))
        window.installEventFilter(self)
        theme().changed.connect(self.retranslate)
        language().follow(self)

    @property
    def palette(self) -> Palette:
        """The box, made when it is first opened: no start waits for it."""
        if self._palette is not None:
            return self._palette
        from orderdesk.ui.shell.palette import Palette

        palette = self._palette = Palette(self._backend, self._window)
        palette.action_chosen.connect(self._run)
        palette.document_chosen.connect(self._open_document)
        palette.person_chosen.connect(self._window.person_chosen)
        palette.help_chosen.connect(self._window.helping.show_help_of)
        return palette

    def open(self, text: str = "") -> None:
        """Open the box, once somebody works here."""
        if self._backend.person is not None:
            self.palette.open(self._offer(), text)

    def retranslate(self) -> None:
        """Say what the field is for; where the window is small for its text, with the key alone."""
        is_wide = self._window.width() >= theme().px(_FOR_WORDS)
        self._field.setText(f"{tr('palette.field')}   Ctrl+K" if is_wide else "Ctrl+K")
        self._field.setIcon(icons.icon("search"))
        self._field.setIconSize(QSize(theme().px(14), theme().px(14)))
        set_tooltip(self._field, f"{tr('ui.action.palette')}  Ctrl+K")
        self._field.setAccessibleName(tr("ui.action.palette"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Follow the width of the window."""
        if event.type() == QEvent.Type.Resize:
            self.retranslate()
        return False

    def _offer(self) -> Offer:
        from orderdesk.ui.shell.palette_presenter import Offer

        window = self._window
        documents = window.documents
        helped = tuple((area.id, area.word) for area in documents.areas if text_of(area.id))
        return Offer(self._commands(), frozenset(area.id for area in documents.areas), helped)

    def _commands(self) -> tuple[Command, ...]:
        """Return what works now: what the screen on top offers first, then what the window does."""
        from orderdesk.ui.shell.command_index import Command

        window, screen = self._window, self._window.current_screen
        words = screen.action_words() if screen is not None else {}
        own = screen.actions() if screen is not None else ()
        marked = screen.marked() if screen is not None else 0
        areas = {f"area.{at}": area.word for at, area in enumerate(window.rail.areas, start=1)}
        found: dict[str, Command] = {}
        for action_id in (*own, *window.shell_actions()):
            if action_id not in _STEPS and action_id not in found:
                word = words.get(action_id, f"ui.action.{action_id}")
                is_own = action_id in own
                found[action_id] = Command(
                    action_id, word, areas.get(action_id, ""), is_own, marked if is_own else 0
                )
        return tuple(found.values())

    def _run(self, action_id: str) -> None:
        self._window.run_action(action_id)

    def _open_document(self, area_id: str, key: object, new_tab: bool) -> None:
        """Open what was chosen in its area."""
        self._window.open_document(area_id, key, new_tab)

    def _note_changes(self, changes: object) -> None:
        if isinstance(changes, Changes) and self._palette is not None:
            self._palette.note_changes(changes)
