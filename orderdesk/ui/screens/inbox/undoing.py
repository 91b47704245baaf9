"""Decisions that one key takes back while their time lasts, the newest first. No widget here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from orderdesk.ui.asked import HasClock
from orderdesk.ui.messages import MessageButton

UNDO_SECONDS = 10

Decided = tuple[tuple[UUID, str], ...]  # tasks, each with the number of its order


@dataclass(frozen=True, slots=True)
class Undoable:
    """What was decided at once, one task or all of a sheet, until ``until`` (monotonic seconds)."""

    tasks: Decided
    until: float


class Undoing:
    """Knows what can still be taken back; ``undo`` is what the button of the message runs."""

    def __init__(self, desk: HasClock, undo: Callable[[], None]) -> None:
        self._desk = desk
        self._undo = undo
        self._kept: list[Undoable] = []

    def add(self, tasks: Decided) -> MessageButton:
        """Note what was decided; return the way back for its message."""
        self._kept.append(Undoable(tasks, self._desk.clock.monotonic() + UNDO_SECONDS))
        return MessageButton("inbox.undo", self._undo, key="z", seconds=UNDO_SECONDS)

    @property
    def is_open(self) -> bool:
        """Whether anything can still be taken back."""
        now = self._desk.clock.monotonic()
        self._kept = [entry for entry in self._kept if entry.until > now]
        return bool(self._kept)

    def take_newest(self) -> Decided:
        """Return what was decided last, and forget it; of nothing, nothing."""
        return self._kept.pop().tasks if self.is_open else ()

    def clear(self) -> None:
        """Somebody else works here: nothing can be taken back any more."""
        self._kept.clear()
