"""What who works here should hear of: read again after each change, new or seen, and when to show a toast."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from orderdesk.services.reading.notices import Notice, notices
from orderdesk.ui.backend import Backend
from orderdesk.wire.outcomes import Changes

SHOWN_DAYS = 7
SOON_MS = 300  # a burst of changes is read once
_SEEN = "notices.seen"
_TYPES = frozenset({"order", "task", "delivery", "hold", "comment"})


@dataclass(frozen=True, slots=True)
class NoticeBoard:
    """The notices, the newest first, and until when they were looked at."""

    notices: tuple[Notice, ...] = ()
    seen: datetime | None = None

    @property
    def unread(self) -> int:
        """How many came after somebody looked last."""
        return sum(1 for notice in self.notices if self.seen is None or notice.at > self.seen)

    @property
    def groups(self) -> tuple[Notice, ...]:
        """What needs me first, then the rest; notices of one order stand together, newest first."""
        order_of: dict[tuple[bool, UUID], int] = {}
        for notice in self.notices:
            order_of.setdefault((notice.kind != "needs_me", notice.order_id), len(order_of))
        return tuple(
            sorted(
                self.notices,
                key=lambda notice: (
                    notice.kind != "needs_me",
                    order_of[notice.kind != "needs_me", notice.order_id],
                ),
            )
        )


class Noticing(QObject):
    """Keeps the board of the person at the desk."""

    changed = Signal(object)  # NoticeBoard
    needed = Signal(object)  # Notice: something that came up just now and needs this person

    def __init__(self, backend: Backend, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._backend = backend
        self.board = NoticeBoard()
        self._person: UUID | None = None  # whose board it is
        self._is_first = True
        self._is_reading = False
        self._is_stale = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self.read)
        backend.notifier.changed.connect(self._note_changes)
        backend.person_changed.connect(self._take_person)

    @property
    def is_read(self) -> bool:
        """Whether the board of who sits here was read: what comes from then on is news."""
        return not self._is_first

    @Slot()
    def read(self) -> None:
        """Read the board again; asked for while a read is under way, once after it."""
        person = self._backend.person
        if person is None:
            return
        if self._is_reading:
            self._is_stale = True
            return
        self._is_reading, self._is_stale = True, False
        person_id, since = person.id, self._backend.clock.now() - timedelta(days=SHOWN_DAYS)
        self._backend.read(
            lambda connection: (person_id, notices(connection, person_id, since)), self._take, self._failed
        )

    def mark_seen(self) -> None:
        """Somebody has looked: nothing of it is new any more."""
        now = self._backend.clock.now()
        self.board = NoticeBoard(self.board.notices, now)
        self._backend.keep_preference(_SEEN, now.isoformat())
        self.changed.emit(self.board)

    def _take(self, found: tuple[UUID, tuple[Notice, ...]]) -> None:
        self._is_reading = False
        person_id, now = found
        if self._is_stale or person_id != self._person:
            self.read()
            return
        known = {(notice.code, notice.order_id, notice.at) for notice in self.board.notices}
        fresh = [notice for notice in now if (notice.code, notice.order_id, notice.at) not in known]
        self.board = NoticeBoard(now, self.board.seen)
        self.changed.emit(self.board)
        needed = [notice for notice in fresh if notice.kind == "needs_me"]
        if needed and not self._is_first:  # what waited before the desk opened is no news
            self.needed.emit(needed[0])
        self._is_first = False

    def _failed(self, fault: object) -> None:
        self._is_reading = False
        self._backend.fault.emit(fault)

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if any(entry.type in _TYPES for entry in changes.touched):
            self._soon.start()

    @Slot()
    def _take_person(self) -> None:
        person = self._backend.person
        self._person = person.id if person is not None else None
        self.board, self._is_first = NoticeBoard(), True
        self.changed.emit(self.board)
        self._backend.read_preference(_SEEN, self._take_seen)

    def _take_seen(self, kept: object) -> None:
        self.board = NoticeBoard(self.board.notices, seen_at(kept))
        self._soon.start()  # whoever has just sat down keys first


def seen_at(kept: object) -> datetime | None:
    """Return the instant that a preference stands for; damaged, nobody has looked yet."""
    try:
        seen = datetime.fromisoformat(kept) if isinstance(kept, str) else None
    except ValueError:
        return None
    return seen if seen is not None and seen.tzinfo is not None else None
