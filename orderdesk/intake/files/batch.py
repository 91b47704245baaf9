"""A batch: one file read in one way, sent through the one door so that each row takes effect once.

The id of a command is made from the batch and the row. A row that took effect is not sent again, also if
somebody changed its record since; a row that was refused may be sent again when what it lacked is there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from uuid import UUID, uuid5

from orderdesk.errors import Problem
from orderdesk.intake.files.rows import FileRow, Finding
from orderdesk.intake.files.verdicts import State, Verdict
from orderdesk.services.context import SYSTEM, Actor
from orderdesk.services.door import Door
from orderdesk.services.reading.whole_records import command_results
from orderdesk.services.store import Store
from orderdesk.wire.commands import Command, CommandData

NAMESPACE = UUID("5b0a6f0e-58a1-5d0c-9d7e-2a51f6a1c3d4")
Progress = Callable[[int, int], bool]  # rows done, rows in all; returns whether to go on

# What a field of a record is called in a file, where it is called otherwise.
_FIELDS = {
    "salesperson_code": "salesperson", "days": "terms_days", "rest": "address", "customer_code": "customer",
    "item_code": "item", "item_id": "item", "site_id": "site",
}  # fmt: skip


def object_id(family: str, key: str) -> UUID:
    """Return the id of a new thing that a file brings: the same for the same code, whichever file it is."""
    return uuid5(NAMESPACE, f"{family}:{key}")


class Batch:
    """Sends the rows of one file; without a door (dry run) nothing is sent."""

    def __init__(
        self, digest: str, store: Store, door: Door | None, progress: Progress, actor: Actor = SYSTEM
    ) -> None:
        self._actor = actor
        self.store = store
        self.door = door
        self.verdicts: dict[int, Verdict] = {}
        self.is_stopped = False
        self._digest = digest
        self._progress = progress
        self._results: dict[UUID, bool] = {}

    def look_up(self, keys: Iterable[object]) -> None:
        """Learn which of these commands were executed before."""
        with self.store.reading() as connection:
            self._results.update(command_results(connection, [self._op_id(key, 0) for key in keys]))

    def was_done(self, key: object) -> bool:
        """Return whether the command of this key took effect before; the keys were looked up."""
        return self._next(key)[1]

    def send(self, key: object, data: CommandData, base_revision: int | None = None) -> tuple[Problem, ...]:
        """Send a command; return what refused it. On a dry run nothing does."""
        if self.door is None:
            return ()
        op_id, _ = self._next(key)
        outcome = self.door.execute(Command(id=op_id, data=data, base_revision=base_revision), self._actor)
        self._results[op_id] = not outcome.is_refused
        if not outcome.is_refused:
            return ()
        return tuple(Problem(line.code, line.path, line.params, line.severity) for line in outcome.problems)

    def judge(
        self, row: FileRow, key: str, state: State, problems: Iterable[Problem] = (), field: str = ""
    ) -> None:
        """Note what became of a row; one with findings or problems is rejected, whatever ``state`` says."""
        refused = [row.finding(field or field_of_path(problem.path, row), problem) for problem in problems]
        findings: tuple[Finding, ...] = (*row.findings, *refused)
        self.verdicts[row.number] = Verdict(row.number, key, "rejected" if findings else state, findings)

    def goes_on(self, done: int, of: int) -> bool:
        """Tell how far it is; return whether to take the next row. Once stopped it stays so."""
        self.is_stopped = self.is_stopped or not self._progress(done, of)
        return not self.is_stopped

    def _next(self, key: object) -> tuple[UUID, bool]:
        """Return the id under which the command of a key was done, or else is to be sent next."""
        attempt = 0
        while True:
            op_id = self._op_id(key, attempt)
            if attempt and op_id not in self._results:
                with self.store.reading() as connection:
                    self._results.update(command_results(connection, [op_id]))
            done = self._results.get(op_id)
            if done is None:
                return op_id, False
            if done:
                return op_id, True
            attempt += 1

    def _op_id(self, key: object, attempt: int) -> UUID:
        return uuid5(NAMESPACE, f"{self._digest}:{key}:{attempt}")


def field_of_path(path: str, row: FileRow) -> str:
    """Return the field of a file that a problem's path speaks of; empty where it is the row as a whole."""
    last = path.rpartition(".")[2].partition("[")[0]
    name = _FIELDS.get(last, last)
    return name if name in row.layout else ""
