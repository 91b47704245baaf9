"""The files of the order being keyed: their page and keys, and what is dropped or pasted on the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent, QKeySequence

from orderdesk.ui.backend import Backend
from orderdesk.ui.order_files.page import FilesPage, brings_files

if TYPE_CHECKING:
    from orderdesk.ui.screens.entry.view import EntryScreen


class FilesRoom(QObject):
    """Joins the page to one entry screen. A file makes a draft of an order that nothing was typed on yet."""

    def __init__(self, screen: EntryScreen, backend: Backend) -> None:
        super().__init__(screen)
        self._screen = screen
        keeper = screen.presenter.keeper
        self.page = FilesPage(backend, name="entry.files", with_order=keeper.with_saved, heading=False)
        self.page.message.connect(screen.message)
        screen.setAcceptDrops(True)
        screen.installEventFilter(self)
        self._runs: dict[str, Callable[[], bool]] = {"files.show": self.show, "files.add": self._add}

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files and pictures that are dragged onto the form, or pasted where no box wanted them."""
        if isinstance(event, QDropEvent) and event.type() in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            if event.type() == QEvent.Type.Drop:
                self.drop(event)
            elif brings_files(event.mimeData()):
                event.acceptProposedAction()
            return True
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return event.matches(QKeySequence.StandardKey.Paste) and self.paste()

    def follow(self) -> None:
        """Another order is on the screen: show its files."""
        self.page.show_order(self._screen.presenter.draft.id)

    def run(self, action_id: str) -> bool | None:
        """Do an action that is the page's; ``None`` leaves it to the screen. Esc goes back to the lines."""
        if action_id == "back" and self.page.holds_keys():
            if self.page.presenter.question is not None:
                self.page.presenter.answer("leave")
            else:
                self._screen.lines.grid.setFocus()
            return True
        run = self._runs.get(action_id)
        return None if run is None else run()

    def show(self) -> bool:
        """Turn to the page and go to it (Alt+F3)."""
        self._screen.page.turn_to("files")
        self._screen.context_requested.emit()
        self.page.take_focus()
        return True

    def paste(self) -> bool:
        """Put a picture or files of the clipboard on the order; ``False`` where it holds words or nothing."""
        mime = QGuiApplication.clipboard().mimeData()
        return brings_files(mime) and self.page.add(mime)

    def drop(self, event: QDropEvent) -> None:
        """Put what was dropped on the order, and show that it is there."""
        if self.page.add(event.mimeData()):
            event.acceptProposedAction()
            self._screen.page.turn_to("files")

    def _add(self) -> bool:
        return self.page.choose()
