"""What may be asked of the running desk, one protocol for each kind of question.

A screen says what it uses by naming these together; ``Backend`` answers all of them. Answers to reads,
commands and errands come on the GUI thread, later.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar
from uuid import UUID

from orderdesk.clock import Clock
from orderdesk.errors import OrderDeskError
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.search import SearchIndexes
from orderdesk.services.store import Reader
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome

T = TypeVar("T")


class HasClock(Protocol):
    """Knows the time."""

    @property
    def clock(self) -> Clock:
        """The clock port."""
        ...


class HasIds(Protocol):
    """Makes ids."""

    @property
    def ids(self) -> Ids:
        """The port for ids."""
        ...


class HasPerson(Protocol):
    """Knows who works here."""

    @property
    def person(self) -> PersonFacts | None:
        """Who works here; ``None`` before anybody was chosen."""
        ...


class HasDesk(Protocol):
    """Knows what holds for every order."""

    def desk(self) -> Desk:
        """Return what holds for every order now, from memory."""
        ...


class Facts(HasDesk, Protocol):
    """Knows what may be asked for while somebody types: all of it from memory."""

    def indexes(self) -> SearchIndexes:
        """Return what customers and items are found by."""
        ...


class Reads(Protocol):
    """Reads the store."""

    def read(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read on its lane; ``done`` gets its rows."""
        ...


class ReadsLong(Protocol):
    """Reads the store for seconds."""

    def read_long(
        self,
        work: Callable[[Reader], T],
        done: Callable[[T], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Run a read that takes seconds, beside those that somebody waits for."""
        ...


class Executes(Protocol):
    """Puts commands through the one door."""

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        """Put a command through the one door on the write lane, as the person who works here now."""
        ...


class RunsErrands(Protocol):
    """Waits for the world outside."""

    def errand(
        self,
        work: Callable[[], T],
        done: Callable[[T, Outcome | OrderDeskError | None], None],
        failed: Callable[[OrderDeskError], None],
        record: Callable[[T], Command | None] | None = None,
    ) -> None:
        """Run what waits for a printer or the like; ``record`` gives the command that its result leads to."""
        ...


class ForgetsTyping(Protocol):
    """Keeps the typing journal."""

    def forget_journal(self, order_id: UUID) -> None:
        """Remove the typing journal of an order, after what is still to be written."""
        ...


class Prefers(Protocol):
    """Remembers how a person wants things shown."""

    def read_preference(self, name: str, done: Callable[[object], None]) -> None:
        """Read how who works here wants something shown; ``None`` where nothing was ever chosen."""
        ...

    def keep_preference(self, name: str, value: object) -> None:
        """Keep how who works here wants something shown, at this desk."""
        ...
