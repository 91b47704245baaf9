"""A record while it is typed in. It keeps the very text where that cannot be read, and says what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from orderdesk.errors import Problem, UserError
from orderdesk.ports import Ids
from orderdesk.services.reading.whole_records import Standing
from orderdesk.ui.asked import Facts
from orderdesk.ui.records.merging import Conflict, merge_records
from orderdesk.ui.records.specs import FieldSpec, FormSpec
from orderdesk.ui.records.values import (
    parent_and_name,
    read_value,
    shown_value,
    structure_problems,
    value_at,
    with_value,
)
from orderdesk.wire.base import Frozen

R = TypeVar("R", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Unread:
    """What stands in a box but cannot be read."""

    text: str
    problem: Problem


class RecordForm(Generic[R]):
    """One record being edited. ``base`` is it as stored; a new one has none, and begins as ``record``."""

    def __init__(self, spec: FormSpec, facts: Facts, record: R, base: Standing[R] | None = None) -> None:
        self.spec = spec
        self._facts = facts
        self._base = base
        self._begun = record
        self.record = record
        self.unread: dict[str, Unread] = {}
        self.conflicts: dict[str, Conflict] = {}

    @property
    def is_new(self) -> bool:
        """Whether the record is not in the store yet."""
        return self._base is None

    @property
    def revision(self) -> int | None:
        """The revision that the changes were made on."""
        return None if self._base is None else self._base.revision

    @property
    def is_modified(self) -> bool:
        """Whether anything is typed that is not in the store."""
        return bool(self.unread) or self.record != self._stored()

    def changed_fields(self) -> tuple[str, ...]:
        """Return the codes of the words of everything that differs from the store."""
        stored = self._stored()
        words = [
            one.word
            for path, one in self.spec.fields().items()
            if path in self.unread or value_at(self.record, path) != value_at(stored, path)
        ]
        words += [
            table.word
            for table in self.spec.all_tables()
            if value_at(self.record, table.path) != value_at(stored, table.path)
            or any(path.startswith(f"{table.path}[") for path in self.unread)
        ]
        return tuple(dict.fromkeys(words))

    # one field

    def text(self, path: str, spec: FieldSpec) -> str:
        """Return what stands in the box of a place."""
        if path in self.unread:
            return self.unread[path].text
        value = value_at(self.record, path)
        return spec.show(value, self._facts) if spec.show is not None else shown_value(value, spec)

    def take(self, path: str, spec: FieldSpec, text: str) -> bool:
        """Take a typed text; where it cannot be read it stays as it is. Returns whether it was read."""
        if text == self.text(path, spec):
            return path not in self.unread
        parent, name = parent_and_name(self.record, path)
        try:
            value = read_value(text, spec, type(parent), name, self._facts)
        except UserError as fault:
            self.unread[path] = Unread(text, Problem(fault.code, path, dict(fault.params)))
            return False
        self.set(path, value)
        return True

    def can_read(self, path: str, spec: FieldSpec, text: str) -> bool:
        """Return whether ``take`` would read a text."""
        parent, name = parent_and_name(self.record, path)
        try:
            read_value(text, spec, type(parent), name, self._facts)
        except UserError:
            return False
        return True

    def set(self, path: str, value: object) -> None:
        """Put a value at a place; it was chosen, so it can be there."""
        self.unread.pop(path, None)
        self.conflicts.pop(path, None)
        self.record = with_value(self.record, path, value)

    # rows

    def insert(self, table: str, at: int, ids: Ids) -> None:
        """Put a new row into a table before ``at``."""
        spec = self.spec.table(table)
        rows = value_at(self.record, table)
        self._renumber(table, lambda row: row + 1 if row >= at else row)
        self.record = with_value(self.record, table, (*rows[:at], spec.blank(ids, self.record), *rows[at:]))

    def remove(self, table: str, at: int) -> bool:
        """Take a row away; return whether there was one."""
        rows = value_at(self.record, table)
        if not 0 <= at < len(rows):
            return False
        self._renumber(table, lambda row: None if row == at else row - 1 if row > at else row)
        self.record = with_value(self.record, table, (*rows[:at], *rows[at + 1 :]))
        return True

    # the whole

    def problems(self, check: Callable[[R], Iterable[Problem]]) -> tuple[Problem, ...]:
        """Return everything that keeps the record from being saved, each place once, in the form's order."""
        found: dict[str, Problem] = {path: one.problem for path, one in self.unread.items()}
        for path, one in self.conflicts.items():
            if path not in found:
                found[path] = Problem("records.conflict.open", path, {"gone": one.gone})
        for problem in structure_problems(self.record):
            found.setdefault(problem.path, problem)
        for problem in check(self.record):
            path = problem.path.removeprefix("record.")
            found.setdefault(path, Problem(problem.code, path, problem.params))
        order = [*self.spec.fields(), *(table.path for table in self.spec.all_tables())]
        places = {path: at for at, path in enumerate(order)}

        def place(problem: Problem) -> tuple[int, str]:
            head = problem.path.partition("[")[0]
            return places.get(problem.path, places.get(head, -1)), problem.path

        return tuple(sorted(found.values(), key=place))

    def was_sent(self, record: R, revision: int) -> None:
        """A record was stored as it was sent; what was typed since then stays typed."""
        self._base = Standing(revision, record)

    def discard(self) -> None:
        """Give up everything typed since the record was read."""
        self.record = self._stored()
        self.unread.clear()
        self.conflicts.clear()

    def take_theirs(self, theirs: Standing[R]) -> None:
        """Somebody else has changed the record: take over what was not touched here, list what was."""
        base = self._base.record if self._base is not None else theirs.record
        self.record, found = merge_records(base, self.record, theirs.record, self.spec.all_tables())
        self.conflicts |= {one.path: one for one in found}
        self._base = theirs

    def answer(self, path: str, *, mine: bool) -> bool:
        """Settle a conflict: what was typed here stays, or theirs is taken. Returns whether there was one."""
        conflict = self.conflicts.pop(path, None)
        if conflict is None:
            return False
        if not mine and conflict.gone:
            table, _, row = path.rstrip("]").partition("[")
            self.remove(table, int(row))
        elif not mine:
            self.set(path, conflict.theirs)
        return True

    def _stored(self) -> R:
        return self._begun if self._base is None else self._base.record

    def _renumber(self, table: str, moved: Callable[[int], int | None]) -> None:
        """Let what is said of the rows of a table go with them."""

        def renamed(path: str) -> str | None:
            head, _, rest = path.partition("[")
            if head != table or not rest:
                return path
            row, _, column = rest.partition("]")
            at = moved(int(row))
            return None if at is None else f"{table}[{at}]{column}"

        self.unread = {
            new: Unread(one.text, Problem(one.problem.code, new, one.problem.params))
            for path, one in self.unread.items()
            if (new := renamed(path)) is not None
        }
        self.conflicts = {
            new: Conflict(new, one.mine, one.theirs, one.gone)
            for path, one in self.conflicts.items()
            if (new := renamed(path)) is not None
        }
