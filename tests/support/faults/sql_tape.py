"""A tape of all SQL that the real stack sent to SQLite, with the moments at which people were told.

The recording VFS has an SQLite of its own and cannot sit under the program's driver: what the driver was
given is played again through it, statement by statement, connection by connection.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import event
from sqlalchemy.pool import Pool

Kind = Literal["open", "sql", "close", "told"]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: on which connection, and the statement with its values in it."""

    kind: Kind
    connection: int = 0
    sql: str = ""


@dataclass
class Tape:
    """The steps of one run, in their order."""

    steps: list[Step] = field(default_factory=list)
    _connections: dict[int, int] = field(default_factory=dict)

    def told(self) -> None:
        """Note that whoever sits at the desk was told that it is done."""
        self.steps.append(Step("told"))

    def opened(self, raw: Any, _record: Any) -> None:
        """Follow a new connection of the driver from its first setting on."""
        number = self._connections[id(raw)] = len(self._connections) + 1
        self.steps.append(Step("open", number))
        raw.set_trace_callback(lambda sql: self.steps.append(Step("sql", number, sql)))

    def closed(self, raw: Any, _record: Any) -> None:
        """Note the end of a connection: with the last one the log is cleared up."""
        number = self._connections.pop(id(raw), 0)
        if number:
            raw.set_trace_callback(None)
            self.steps.append(Step("close", number))


@contextmanager
def recording() -> Iterator[Tape]:
    """Yield the tape of everything that this process sends to SQLite until the block ends."""
    tape = Tape()
    event.listen(Pool, "connect", tape.opened)
    event.listen(Pool, "close", tape.closed)
    try:
        yield tape
    finally:
        event.remove(Pool, "connect", tape.opened)
        event.remove(Pool, "close", tape.closed)
