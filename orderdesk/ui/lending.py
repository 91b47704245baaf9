"""The running desk as one screen knows it: an answer that comes when the screen is gone goes nowhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import shiboken6
from PySide6.QtCore import QObject

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.context import Actor
from orderdesk.services.desk import PersonFacts
from orderdesk.services.door import Door
from orderdesk.services.store import Reader, Store
from orderdesk.ui.backend import Backend
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome

T = TypeVar("T")


class Lent:
    """The backend, lent to a screen for as long as that lives. What was asked for is done in any case."""

    def __init__(self, backend: Backend, screen: QObject) -> None:
        self._backend = backend
        self._screen = screen

    @property
    def clock(self) -> Clock:
        """The clock port."""
        return self._backend.clock

    @property
    def ids(self) -> Ids:
        """The port for ids."""
        return self._backend.ids

    @property
    def person(self) -> PersonFacts | None:
        """Who works here."""
        return self._backend.person

    def read(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read on its lane."""
        self._backend.read(work, self._while_there(done), self._or_default(failed))

    def read_long(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read that takes seconds on the lane of jobs."""
        self._backend.read_long(work, self._while_there(done), self._or_default(failed))

    @property
    def store(self) -> Store:
        """The store, for jobs."""
        return self._backend.store

    @property
    def door(self) -> Door:
        """The one door, for jobs."""
        return self._backend.door

    @property
    def actor(self) -> Actor:
        """Who works here now."""
        return self._backend.actor

    def run_job(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run what takes long on the lane of jobs."""
        self._backend.run_job(work, self._while_there(done), self._or_default(failed))

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Put a command through the one door on the write lane."""
        self._backend.execute(command, self._while_there(done), self._or_default(failed))

    def errand(
        self,
        work: Callable[[], T],
        done: Callable[[T, Outcome | OrderDeskError | None], None],
        failed: Callable[[OrderDeskError], None],
        record: Callable[[T], Command | None] | None = None,
    ) -> None:
        """Run what waits for the world outside; what it leads to is recorded in any case."""

        def hand_over(value: T, recorded: Outcome | OrderDeskError | None) -> None:
            if shiboken6.isValid(self._screen):
                done(value, recorded)

        self._backend.errand(work, hand_over, self._while_there(failed), record)

    def _or_default(
        self, failed: Callable[[OrderDeskError], None] | None
    ) -> Callable[[OrderDeskError], None] | None:
        return None if failed is None else self._while_there(failed)

    def _while_there(self, answer: Callable[[T], None]) -> Callable[[T], None]:
        def hand_over(value: T) -> None:
            if shiboken6.isValid(self._screen):
                answer(value)

        return hand_over
