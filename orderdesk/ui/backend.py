"""What screens ask the program for: the desk's facts from memory, reads and writes on their lanes.

Screens know this object by the part of it that they use (each presenter has a Protocol); nothing here draws.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from orderdesk.clock import Clock, business_date
from orderdesk.errors import Bug, OrderDeskError
from orderdesk.ports import Ids, Ports
from orderdesk.services.context import Actor
from orderdesk.services.desk import CustomerDesk, Desk, PersonFacts
from orderdesk.services.door import Door
from orderdesk.services.giving_back import give_back_memory
from orderdesk.services.journal import Journal, Journalled, Waiting
from orderdesk.services.preferences import Preferences
from orderdesk.services.readable import readable
from orderdesk.services.reading.changes import changes_since
from orderdesk.services.reading.desk import load_customer, load_desk, refresh_desk
from orderdesk.services.search import SearchIndexes, build_indexes, refresh_indexes
from orderdesk.services.store import Reader, Store
from orderdesk.ui.notifier import Notifier
from orderdesk.ui.tasks import Lane, Lanes
from orderdesk.wire.commands import Command
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Changes, Outcome, Touched

T = TypeVar("T")

POLL_MS = 400  # desks on one PostgreSQL see each other's changes within a second
MINUTE_MS = 60_000


class _Reply(QObject):
    """Carries one answer of a lane to plain callables, on the GUI thread."""

    def __init__(
        self,
        parent: QObject,
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed

    @Slot(object)
    def done(self, value: Any) -> None:
        """Hand the result over."""
        self.deleteLater()
        self._done(value)

    @Slot(object)
    def failed(self, fault: BaseException) -> None:
        """Hand the fault over, as one of our own."""
        self.deleteLater()
        known = fault if isinstance(fault, OrderDeskError) else Bug("error.bug.lane", detail=repr(fault))
        known.__cause__ = None if known is fault else fault
        if self._failed is not None:
            self._failed(known)
        else:
            parent = self.parent()
            assert isinstance(parent, Backend)  # made so above
            parent.fault.emit(known)


@dataclass(frozen=True, slots=True)
class _Loaded:
    desk: Desk
    indexes: SearchIndexes


class Backend(QObject):
    """The running desk behind the screens. ``start`` reads the facts; ``ready`` says when they are there."""

    ready = Signal()
    desk_changed = Signal()
    person_changed = Signal()
    fault = Signal(object)  # OrderDeskError that no screen has taken care of

    def __init__(self, store: Store, door: Door, ports: Ports, data_dir: Path, device: str) -> None:
        super().__init__()
        self.store = store
        self.door = door
        self.ports = ports
        self.lanes = Lanes(self)
        self.notifier = Notifier(self)
        self._journal_lane = Lane("journal", self)
        self.data_dir = data_dir
        self._journal = Journal(data_dir / "drafts")
        self._typed = Waiting(self._journal)
        self._preferences = Preferences(data_dir / "preferences")
        self.device = device
        self._person: PersonFacts | None = None
        self._desk: Desk | None = None
        self._indexes: SearchIndexes | None = None
        self._cursor = 0
        self._polling = False
        self._own_ops: set[UUID] = set()
        self._stale: list[Touched] = []
        self._refreshing = False
        self._when_fresh: list[Callable[[], None]] = []
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._ask_for_changes)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._turn_the_day)
        self.lanes.failed.connect(self._lane_failed)
        self.notifier.changed.connect(self._note_changes)
        door.subscribe(self.notifier.publish)

    # who and what

    @property
    def clock(self) -> Clock:
        """The clock port."""
        return self.ports.clock

    @property
    def ids(self) -> Ids:
        """The port for ids."""
        return self.ports.ids

    @property
    def person(self) -> PersonFacts | None:
        """Who works here."""
        return self._person

    @property
    def actor(self) -> Actor:
        """Who asks, for commands and reads that depend on it."""
        return Actor(person_id=self._person.id if self._person else None, device=self.device)

    def set_person(self, person_id: UUID) -> None:
        """Let somebody else work here."""
        self._person = self.desk().people[person_id]
        self.person_changed.emit()

    def desk(self) -> Desk:
        """Return what holds for every order now, from memory. Raises ``Bug`` before ``ready``."""
        if self._desk is None:
            raise Bug("error.bug.not_ready")
        return self._desk

    def indexes(self) -> SearchIndexes:
        """Return what customers and items are found by, from memory."""
        if self._indexes is None:
            raise Bug("error.bug.not_ready")
        return self._indexes

    # reads and writes

    def read(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read on its lane; ``done`` gets its rows on the GUI thread."""
        reply = _Reply(self, done, failed)
        self.lanes.reads.submit(lambda: self._reading(work), reply.done, reply.failed)

    def read_long(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read that takes seconds on the lane of jobs: what is asked on screen need not wait for it."""
        reply = _Reply(self, done, failed)
        self.lanes.jobs.submit(lambda: self._reading(work), reply.done, reply.failed)

    def run_job(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run what takes long and reads and writes by itself, such as an import, on the lane of jobs."""
        reply = _Reply(self, done, failed)
        self.lanes.jobs.submit(work, reply.done, reply.failed)

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Put a command through the one door on the write lane, as the person who works here now."""
        actor = self.actor
        if self.store.is_shared:
            self._own_ops.add(command.id)  # its echo in the change log is no news
        reply = _Reply(self, done, failed)
        self.lanes.writes.submit(lambda: self.door.execute(command, actor), reply.done, reply.failed)

    def errand(
        self,
        work: Callable[[], T],
        done: Callable[[T, Outcome | OrderDeskError | None], None],
        failed: Callable[[OrderDeskError], None],
        record: Callable[[T], Command | None] | None = None,
    ) -> None:
        """Run what waits for the world outside, such as a printer, on the lane for errands.

        ``record`` gives the command that its result leads to, as the person who asked. It is put through even
        where the asker is gone by then, and ``done`` learns what became of it: its outcome, or the fault.
        """
        actor = self.actor

        def worked(value: T) -> None:
            command = record(value) if record is not None else None
            if command is None:
                done(value, None)
                return
            if self.store.is_shared:
                self._own_ops.add(command.id)
            reply = _Reply(self, partial(done, value), partial(done, value))
            self.lanes.writes.submit(lambda: self.door.execute(command, actor), reply.done, reply.failed)

        reply = _Reply(self, worked, failed)
        self.lanes.errands.submit(work, reply.done, reply.failed)

    def load_customer(
        self,
        customer_id: UUID,
        done: Callable[[CustomerDesk | None], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Read what entry knows of a customer."""
        self.read(lambda connection: load_customer(connection, customer_id), done, failed)

    def load_draft(self, order_id: UUID, done: Callable[[OrderDraft | None, int | None], None]) -> None:
        """Read the newest stored draft of an order and the order's revision."""
        from orderdesk.services.reading.drafts import stored_draft

        self.read(lambda connection: stored_draft(connection, order_id), lambda found: done(*found))

    def after_writes(self, then: Callable[[], None]) -> None:
        """Do something once all writes under way are done; at once where there are none.

        What a tab saves as it closes is there for the tab that opens the same document again.
        """
        if self.lanes.writes.is_idle:
            then()
        else:
            reply = _Reply(self, lambda _turn: then())
            self.lanes.writes.submit(_take_turn, reply.done, reply.failed)

    def reread(self, items: Collection[UUID], done: Callable[[], None]) -> None:
        """Read the company's facts and these items again; ``done`` is called when ``desk`` has them."""
        self._stale.append(Touched(type="setting", id=self.store.replica_id, revision=0))
        self._stale.extend(Touched(type="item", id=item_id, revision=0) for item_id in items)
        self._when_fresh.append(done)
        self._refresh()

    def journal(self, entry: Journalled, failed: Callable[[OrderDeskError], None]) -> None:
        """Write the typing journal, durably, on its own lane."""
        reply = _Reply(self, _nothing, failed)
        self._journal_lane.submit(self._typed.append(entry), reply.done, reply.failed)

    def forget_journal(self, order_id: UUID) -> None:
        """Remove the typing journal of an order, after what is still to be written."""
        reply = _Reply(self, _nothing)
        self._journal_lane.submit(self._typed.forget(order_id), reply.done, reply.failed)

    def read_journal(self, done: Callable[[tuple[Journalled, ...]], None]) -> None:
        """Read what was being typed when the program ended."""
        reply = _Reply(self, done)
        self._journal_lane.submit(self._journal.read_all, reply.done, reply.failed)

    def read_preference(self, name: str, done: Callable[[object], None]) -> None:
        """Read how who works here wants something shown; ``None`` where nothing was ever chosen."""
        person_id, reply = self.actor.person_id, _Reply(self, done)
        self._journal_lane.submit(lambda: self._preferences.read(person_id, name), reply.done, reply.failed)

    def keep_preference(self, name: str, value: object) -> None:
        """Keep how who works here wants something shown, at this desk."""
        person_id, reply = self.actor.person_id, _Reply(self, _nothing)
        self._journal_lane.submit(
            lambda: self._preferences.keep(person_id, name, value), reply.done, reply.failed
        )

    # life

    def start(self) -> None:
        """Read the facts of the desk; ``ready`` tells when they are there."""
        reply = _Reply(self, self._take_first)
        self.lanes.reads.submit(self._load, reply.done, reply.failed)

    def stop(self) -> None:
        """Let everything under way finish, durably, and close the store."""
        self._poll.stop()
        self._minute.stop()
        lanes = (*self.lanes.all, self._journal_lane)
        while not all(lane.is_idle for lane in lanes):  # a save may ask for another, and for its journal
            for lane in lanes:
                lane.finish()
        self.lanes.close()
        self._journal_lane.close()
        self.store.close()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way; tests and the tour wait for this, never for time."""
        return self.lanes.is_idle and self._journal_lane.is_idle and not self._refreshing

    def _reading(self, work: Callable[[Reader], T]) -> T:
        with self.store.reading() as connection:
            return work(connection)

    def _load(self) -> _Loaded:
        with readable(), self.store.reading() as connection:
            desk = load_desk(connection, self.clock.now())
        loaded = _Loaded(desk, build_indexes(desk))
        give_back_memory()
        return loaded

    def _take_first(self, loaded: _Loaded) -> None:
        self._desk, self._indexes = loaded.desk, loaded.indexes
        self._cursor = loaded.desk.version
        if self.store.is_shared:
            self._poll.start()
        self._minute.start()
        self.ready.emit()

    @Slot()
    def _ask_for_changes(self) -> None:
        if self._polling:
            return
        self._polling = True
        cursor = self._cursor
        self.read(lambda connection: changes_since(connection, cursor), self._take_changes, self._poll_failed)

    def _take_changes(self, found: tuple[Changes, ...]) -> None:
        self._polling = False
        for changes in found:
            self._cursor = changes.version
            if changes.op_id in self._own_ops:
                self._own_ops.discard(changes.op_id)
            else:
                self.notifier.publish(changes)

    def _poll_failed(self, fault: OrderDeskError) -> None:
        self._polling = False
        self.fault.emit(fault)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        facts = {"item", "customer", "price_list", "stock", "setting", "site", "person", "rule"}
        self._stale.extend(entry for entry in changes.touched if entry.type in facts)
        self._refresh()

    @Slot()
    def _turn_the_day(self) -> None:
        desk = self.desk()
        zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
        if business_date(self.clock.now(), zone) != desk.today:
            self._stale.append(Touched(type="setting", id=self.store.replica_id, revision=0))
            self._refresh()

    def _refresh(self) -> None:
        if self._refreshing or not self._stale or self._desk is None or self._indexes is None:
            return
        self._refreshing = True
        touched, self._stale = tuple(self._stale), []
        desk, indexes = self._desk, self._indexes
        reply = _Reply(self, self._take_refreshed, self._refresh_failed)
        self.lanes.reads.submit(lambda: self._load_again(desk, indexes, touched), reply.done, reply.failed)

    def _load_again(self, desk: Desk, indexes: SearchIndexes, touched: tuple[Touched, ...]) -> _Loaded:
        with self.store.reading() as connection:
            fresh = refresh_desk(connection, desk, self.clock.now(), touched)
        return _Loaded(fresh, refresh_indexes(indexes, fresh, touched))

    def _take_refreshed(self, loaded: _Loaded) -> None:
        self._refreshing = False
        self._desk, self._indexes = loaded.desk, loaded.indexes
        self.desk_changed.emit()
        self._refresh()
        if not self._refreshing:
            waiting, self._when_fresh = self._when_fresh, []
            for run in waiting:
                run()

    def _refresh_failed(self, fault: OrderDeskError) -> None:
        self._refreshing = False
        self._when_fresh = []
        self.fault.emit(fault)

    @Slot(object)
    def _lane_failed(self, fault: BaseException) -> None:
        known = fault if isinstance(fault, OrderDeskError) else Bug("error.bug.lane", detail=repr(fault))
        self.fault.emit(known)


def _take_turn() -> None:
    """Do nothing, after everything that a lane had to do before."""


def _nothing(_value: Any) -> None:
    """Take an answer that says nothing more than that it was done."""
