"""Order entry as an area of the desk: makes its tabs and brings back what was being typed."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from orderdesk.errors import Problem
from orderdesk.services.journal import Journalled
from orderdesk.services.reading.changing import ToChange, order_to_change
from orderdesk.services.reading.drafts import Standing, standing_of
from orderdesk.ui.backend import Backend
from orderdesk.ui.screen import Area, NewFor, Screen
from orderdesk.ui.screens.entry.changing import is_changed
from orderdesk.ui.screens.entry.session import DraftSession
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.wire.drafts import OrderDraft

AREA_ID = "entry"


class EntryArea(QObject):
    """Makes entry screens, and keeps orders that came back until their tab is made."""

    def __init__(self, backend: Backend) -> None:
        super().__init__()
        self._backend = backend
        self._returned: dict[UUID, tuple[DraftSession, tuple[Problem, ...]]] = {}
        self._screens: list[EntryScreen] = []

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

    def make(self, key: object | None, parent: QWidget) -> Screen:
        """Return a screen in ``parent`` for a key: ``None`` is a blank order, an id an order that came back
        or a draft of the store, a ``Journalled`` what was being typed when the program ended, a ``NewFor`` a
        new order of a customer, an ``OrderDraft`` a new order that was begun elsewhere.
        """
        screen = EntryScreen(self._backend, self, parent)
        self._backend.desk_changed.connect(screen.take_desk_change)
        self._screens.append(screen)
        screen.destroyed.connect(lambda: self._screens.remove(screen))
        if isinstance(key, UUID):
            self._fill(screen, key)
        elif isinstance(key, Journalled):
            self._restore(screen, key)
        elif isinstance(key, NewFor):
            screen.presenter.customer_chosen(key.customer_id)
        elif isinstance(key, OrderDraft):
            screen.presenter.begin(key)
        return screen

    def keep(self, session: DraftSession, problems: tuple[Problem, ...]) -> None:
        """Keep an order until its tab is made."""
        self._returned[session.draft.id] = (session, problems)

    def has_tab(self, order_id: UUID) -> bool:
        """Return whether a tab of this desk has that order."""
        return any(screen.document_key() == order_id for screen in self._screens)

    def _fill(self, screen: EntryScreen, order_id: UUID) -> None:
        returned = self._returned.pop(order_id, None)
        if returned is None:
            self._backend.after_writes(lambda: screen.open_stored(order_id))
            return
        session, problems = returned
        screen.presenter.open(session, problems, (len(session.draft.lines), "code"))

    def _restore(self, screen: EntryScreen, entry: Journalled) -> None:
        """Bring back a journalled draft; what was sent or thrown away meanwhile stays so."""

        def answered(standing: Standing) -> None:
            if standing.state == "submitted":
                self._backend.read(lambda connection: order_to_change(connection, entry.draft.id), changed)
            elif standing.state in (None, "draft") and not _was_parked(entry, standing):
                screen.presenter.restore(entry, standing)
            else:
                gone()

        def changed(found: ToChange | None) -> None:
            if found is not None and is_changed(entry, found):
                screen.presenter.changing.restore(entry, found)
            else:
                gone()

        def gone() -> None:
            self._backend.forget_journal(entry.draft.id)
            screen.close_requested.emit()

        self._backend.read(lambda connection: standing_of(connection, entry.draft.id), answered)


def _was_parked(entry: Journalled, standing: Standing) -> bool:
    """Return whether the store has the draft as parked since: the desk ended before it forgot the journal."""
    stored, saved_at = standing.draft, standing.saved_at
    if stored is None or not stored.parked or standing.revision == entry.base_revision:
        return False  # what was typed on the parked draft itself is newer, whatever the clock said
    return saved_at is not None and saved_at >= entry.at


def make_entry_area(backend: Backend) -> Area:
    """Return order entry over a running desk, as the window takes it."""
    return EntryArea(backend).area
