"""Order entry as an area of the desk: makes its tabs and brings back what was being typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QObject

from orderdesk.errors import Problem
from orderdesk.services.journal import Journalled
from orderdesk.services.reading.drafts import Standing, standing_of
from orderdesk.ui.backend import Backend
from orderdesk.ui.screen import Area, Screen
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.view import EntryScreen

AREA_ID = "entry"


class EntryArea(QObject):
    """Makes entry screens. One lives as long as the window."""

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self._returned: dict[UUID, tuple[DraftSession, tuple[Problem, ...]]] = {}
        self._journalled: dict[UUID, tuple[Journalled, Standing]] = {}

    @property
    def area(self) -> Area:
        """The area as the shell knows it: Ctrl+N opens here, and a clerk's day starts here."""
        return Area(
            id=AREA_ID,
            word="entry.area",
            icon="file-plus",
            make=self.make,
            roles=frozenset({"clerk", "manager"}),
            starts=frozenset({"clerk"}),
            many=True,
            takes_new=True,
        )

    def make(self, key: object | None) -> Screen:
        """Return a screen: blank, with an order that came back, or with a draft of the store."""
        screen = EntryScreen(self._backend, self)
        self._backend.desk_changed.connect(screen.presenter_desk_changed)
        if isinstance(key, UUID):
            self._fill(screen, key)
        return screen

    def keep(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """Keep an order until its tab is made."""
        self._returned[session.draft.id] = (session, problems)

    def restore(self, entries: Sequence[Journalled], open_document: Callable[[str, object], object]) -> None:
        """Bring back what was being typed when the program ended, each order in its tab.

        The newer of store and journal counts; what was sent or thrown away meanwhile stays so.
        """
        for entry in entries:
            self._backend.read(
                lambda connection, entry=entry: standing_of(connection, entry.draft.id),
                lambda standing, entry=entry: self._restore(entry, standing, open_document),
            )

    def _restore(
        self, entry: Journalled, standing: Standing, open_document: Callable[[str, object], object]
    ) -> None:
        if standing.state not in (None, "draft"):
            self._backend.forget_journal(entry.draft.id)
            return
        self._journalled[entry.draft.id] = (entry, standing)
        open_document(AREA_ID, entry.draft.id)

    def _fill(self, screen: EntryScreen, key: UUID) -> None:
        returned = self._returned.pop(key, None)
        if returned is not None:
            session, problems = returned
            screen.presenter.open(session, problems, (len(session.draft.lines), "code"))
            return
        journalled = self._journalled.pop(key, None)
        if journalled is not None:
            screen.presenter.restore(*journalled)
            return
        screen.open_stored(key)


def make_entry_area(backend: Backend) -> EntryArea:
    """Return order entry over a running desk; ``.area`` goes into the window, ``.restore`` is for the start."""
    return EntryArea(backend)
