"""Lanes: everything slower than memory runs on one of a few single threads, and its result comes back to
Qt's.

A lane keeps its order: the second read starts when the first is through. Reads, writes, jobs and errands
never wait for each other. Only this module of the program makes threads.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import MethodType
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from orderdesk.errors import Bug
from orderdesk.ui.collecting import collector

_log = logging.getLogger(__name__)

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


@dataclass(frozen=True, slots=True)
class _Answer:
    value: Any
    error: BaseException | None
    on_done: Done | None
    on_error: Failed | None


class Lane(QObject):
    """One thread that runs what is submitted, in order. Make it and call it on the GUI thread.

    ``failed`` tells of an exception for which the submitter gave no ``on_error``.
    """

    failed = Signal(object)  # BaseException
    idle = Signal()
    _answered = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"lane.{name}")
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"orderdesk-{name}")
        self._open = True
        collector().begin()
        self._waiting = 0
        # Connected before anything can start, and queued: a result never arrives in the middle of a slot.
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether everything submitted was run and its result delivered."""
        return self._waiting == 0

    def submit(
        self, work: Callable[[], Any], on_done: Done | None = None, on_error: Failed | None = None
    ) -> None:
        """Run ``work`` on the lane's thread; its result goes to ``on_done``, its exception to ``on_error``.

        Both must be bound methods of a ``QObject``: they are called on the GUI thread, and not at all if that
        object was deleted meanwhile. Raises ``TypeError`` for anything else and ``Bug`` after ``close``.
        """
        _check_bound(on_done)
        _check_bound(on_error)
        if not self._open:
            raise Bug("ui.fault.lane_closed", lane=self.objectName())
        self._waiting += 1
        self._pool.submit(self._run, work, on_done, on_error)

    def finish(self) -> None:
        """Wait until everything submitted was run and its result delivered, also what that submits again."""
        while self._waiting:
            self._pool.submit(_nothing).result()  # the lane keeps its order: all before it has been run
            QCoreApplication.sendPostedEvents(self)

    def close(self) -> None:
        """Let what was submitted finish, then end the thread.

        Results not yet delivered are still delivered.
        """
        was_open, self._open = self._open, False
        self._pool.shutdown(wait=True)
        if was_open:
            collector().end()

    def _run(self, work: Callable[[], Any], on_done: Done | None, on_error: Failed | None) -> None:
        try:
            answer = _Answer(work(), None, on_done, on_error)
        except BaseException as error:  # noqa: BLE001 - it is handed to whoever submitted the work
            answer = _Answer(None, error, on_done, on_error)
        self._answered.emit(answer)

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        self._waiting -= 1
        try:
            if answer.error is None:
                _call(answer.on_done, answer.value)
            elif answer.on_error is not None:
                _call(answer.on_error, answer.error)
            else:
                _log.error("work on %s failed", self.objectName(), exc_info=answer.error)
                self.failed.emit(answer.error)
        finally:
            if self._waiting == 0:
                self.idle.emit()


class Lanes(QObject):
    """The lanes of one desk: interactive reads, writes, jobs, and errands that wait for printers.

    The exchange gets its own.
    """

    failed = Signal(object)  # BaseException

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reads = Lane("reads", self)
        self.writes = Lane("writes", self)
        self.jobs = Lane("jobs", self)
        self.errands = Lane("errands", self)
        for lane in self.all:
            lane.failed.connect(self.failed)

    @property
    def is_idle(self) -> bool:
        """Whether no lane has anything under way; tests wait for this, never for time."""
        return all(lane.is_idle for lane in self.all)

    def close(self) -> None:
        """Let all lanes finish and end their threads; writes last, for a job may still ask for one."""
        for lane in (self.errands, self.jobs, self.reads, self.writes):
            lane.close()

    @property
    def all(self) -> tuple[Lane, ...]:
        """Every lane of the desk."""
        return (self.reads, self.writes, self.jobs, self.errands)


def _nothing() -> None:
    """Take a turn on a lane."""


def _check_bound(method: Callable[..., None] | None) -> None:
    if method is not None and not (isinstance(method, MethodType) and isinstance(method.__self__, QObject)):
        raise TypeError("a result goes to a bound method of a QObject, so that it lands on the right thread")


def _call(method: Callable[[Any], None] | None, value: Any) -> None:
    if method is not None and shiboken6.isValid(method.__self__):  # type: ignore[attr-defined] # submit takes bound methods alone
        method(value)
