"""One record on the screen: read, typed in, saved against its revision, and kept true while others work."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Literal, Protocol, TypeVar
from uuid import UUID

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk
from orderdesk.services.policy import allowing_row
from orderdesk.services.reading.whole_records import Standing
from orderdesk.services.store import Reader
from orderdesk.ui.asked import Executes, Facts, HasIds, HasPerson, Reads
from orderdesk.ui.records.form import RecordForm
from orderdesk.ui.records.specs import FieldSpec, FormSpec
from orderdesk.wire.commands import Command, CommandData
from orderdesk.wire.outcomes import Changes, Outcome
from orderdesk.wire.records import CustomerRecord, ItemRecord, PriceListRecord

R = TypeVar("R", CustomerRecord, ItemRecord, PriceListRecord)


@dataclass(frozen=True, slots=True)
class CopyOf:
    """The document key of a new record that begins as a copy."""

    id: UUID


@dataclass(frozen=True, slots=True)
class RecordKind(Generic[R]):
    """What is particular to one kind of record. ``type`` is its name in changes, words and policy."""

    type: str
    command: str
    spec: FormSpec
    read: Callable[[Reader, UUID], Standing[R] | None]
    blank: Callable[[UUID, Desk], R]
    copied: Callable[[R, Ids], R]
    put: Callable[[R], CommandData]
    check: Callable[[R, Desk], Iterable[Problem]]
    in_use: Callable[[R], bool]
    set_in_use: Callable[[R, bool], R]


class RecordBackend(HasIds, HasPerson, Facts, Reads, Executes, Protocol):
    """What a record needs of the running desk."""


class RecordView(Protocol):
    """What the presenter asks of the window."""

    def show_record(self) -> None: ...

    def show_problems(self, problems: tuple[Problem, ...], *, jump: bool) -> None: ...

    def tell(
        self, code: str, severity: Literal["info", "done", "warn", "error"], /, **params: object
    ) -> None: ...

    def leave(self) -> None: ...


class RecordPresenter(Generic[R]):
    """Keeps one record. Nothing is written but by ``save`` and what says so in its name."""

    def __init__(self, backend: RecordBackend, view: RecordView, kind: RecordKind[R]) -> None:
        self._backend = backend
        self._view = view
        self.kind: RecordKind[R] = kind
        self.form: RecordForm[R] | None = None
        self.id: UUID | None = None
        self.problems: tuple[Problem, ...] = ()
        self.is_saving = False
        self._checks_along = False  # after a refused save the list of problems follows what is typed
        self._own: set[UUID] = set()
        self._then: Callable[[], None] | None = None

    # opening

    def open(self, key: object | None) -> None:
        """Open a record by its id, a copy of one, or a new one for ``None``."""
        if isinstance(key, UUID):
            self.id = key
            self._read()
        elif isinstance(key, CopyOf):
            self._backend.read(lambda reader: self.kind.read(reader, key.id), self._begin_copy)
        else:
            self._begin(self.kind.blank(self._backend.ids.new(), self._backend.desk()))

    @property
    def may_change(self) -> bool:
        """Whether who works here may change such records."""
        person = self._backend.person
        return person is not None and allowing_row(person.roles, self.kind.command, "any") is not None

    @property
    def is_modified(self) -> bool:
        """Whether anything typed is not in the store."""
        return self.form is not None and self.form.is_modified

    def _begin(self, record: R) -> None:
        self.form = RecordForm(self.kind.spec, self._backend, record)
        self._view.show_record()

    def _begin_copy(self, found: Standing[R] | None) -> None:
        if found is None:
            self._gone()
            return
        self._begin(self.kind.copied(found.record, self._backend.ids))
        self._view.tell("records.copied", "info")

    def _read(self) -> None:
        record_id = self.id
        if record_id is not None:
            self._backend.read(lambda reader: self.kind.read(reader, record_id), self._take_read)

    def _take_read(self, found: Standing[R] | None) -> None:
        if found is None:
            self._gone()
        elif self.form is None:
            self.form = RecordForm(self.kind.spec, self._backend, found.record, found)
            self._view.show_record()
        elif found.revision != self.form.revision:
            self._take_news(self.form, found)

    def _take_news(self, form: RecordForm[R], found: Standing[R]) -> None:
        was_modified = form.is_modified
        form.take_theirs(found)
        if form.conflicts:
            self._view.tell("records.conflict.found", "warn", n=len(form.conflicts))
            self._checks_along = True
            self._check(jump=True)
        elif was_modified:
            self._view.tell("records.news.merged", "info")
        self._show()

    def _gone(self) -> None:
        self._view.tell("records.gone", "error")
        self._view.leave()

    # typing

    def take(self, path: str, spec: FieldSpec, text: str) -> bool:
        """Take a typed text; ``False`` where it cannot be read: it stays, and the problem is told."""
        if self.form is None:
            return False
        taken = self.form.take(path, spec, text)
        if not taken:
            problem = self.form.unread[path].problem
            self._view.tell(problem.code, "error", **problem.params)
        self._show()
        return taken

    def set(self, path: str, value: object) -> None:
        """Take a chosen value."""
        if self.form is not None:
            self.form.set(path, value)
            self._show()

    def insert(self, table: str, at: int) -> None:
        """Put a new row into a table."""
        if self.form is not None and self.may_change:
            self.form.insert(table, at, self._backend.ids)
            self._show()

    def remove(self, table: str, at: int) -> bool:
        """Take a row out of a table; return whether there was one."""
        if self.form is None or not self.may_change or not self.form.remove(table, at):
            return False
        self._show()
        return True

    def answer(self, path: str, *, mine: bool) -> None:
        """Settle a place that somebody else changed too."""
        if self.form is not None and self.form.answer(path, mine=mine):
            self._show()

    # saving

    def save(self, then: Callable[[], None] | None = None) -> None:
        """Save the record; everything that keeps it from being saved is listed at once."""
        form = self.form
        if form is None or self.is_saving:
            return
        if not form.is_modified and not form.is_new:
            if then is not None:
                then()
            else:
                self._view.tell("records.nothing_to_save", "info")
            return
        self._checks_along = True
        self._check(jump=True)
        if self.problems:
            return
        self._then = then
        self._put(form, form.record)

    def discard(self) -> None:
        """Give up what was typed since the record was read."""
        if self.form is not None and self.form.is_modified:
            self.form.discard()
            self._checks_along = False
            self._show()
            self._view.tell("records.discarded", "info")

    def toggle_use(self) -> None:
        """Stop using the record, or use it again, at once; what is typed must be saved or given up first."""
        form = self.form
        if form is None or form.is_new or self.is_saving:
            return
        if form.is_modified:
            self._view.tell("records.save_first", "warn")
            return
        form.record = self.kind.set_in_use(form.record, not self.kind.in_use(form.record))
        self._put(form, form.record)

    def do(self, data: CommandData, said: str, done: Callable[[], None], revision: int | None = None) -> None:
        """Give a command beside the form; when it is done, ``said`` is told and ``done`` called."""
        if self.is_saving:
            return
        if self.is_modified:
            self._view.tell("records.save_first", "warn")
            return

        def answered(outcome: Outcome) -> None:
            self.is_saving = False
            if outcome.is_refused:
                first = outcome.problems[0]
                self._view.tell(first.code, "error", **first.params)
            else:
                self._view.tell(said, "done")
                done()
                self._read()
            self._show()

        command = Command(id=self._backend.ids.new(), data=data, base_revision=revision)
        self._own.add(command.id)
        self.is_saving = True
        self._show()
        self._backend.execute(command, answered, self._failed)

    def _put(self, form: RecordForm[R], record: R) -> None:
        command = Command(id=self._backend.ids.new(), data=self.kind.put(record), base_revision=form.revision)
        self._own.add(command.id)
        self.is_saving = True
        self._show()
        self._backend.execute(command, lambda outcome: self._answered(form, record, outcome), self._failed)

    def _answered(self, form: RecordForm[R], sent: R, outcome: Outcome) -> None:
        self.is_saving = False
        if outcome.is_refused:
            self._refused(outcome)
            return
        self.id = sent.id
        revision = outcome.touched[0].revision if outcome.touched else form.revision
        form.was_sent(sent, revision or 1)
        self._checks_along = False
        self._view.tell("records.saved", "done", code=sent.code, name=sent.name)
        self._show()
        self._read_stored()

    def _read_stored(self) -> None:
        """The store may have filled in what was left empty, such as readings: show what it holds."""
        record_id = self.id
        assert record_id is not None  # it was just saved
        self._backend.read(lambda reader: self.kind.read(reader, record_id), self._take_stored)

    def _take_stored(self, found: Standing[R] | None) -> None:
        if self.form is not None and found is not None:
            self.form.take_theirs(found)
            self._show()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _refused(self, outcome: Outcome) -> None:
        self._then = None
        problems = tuple(
            Problem(one.code, one.path.removeprefix("record."), dict(one.params)) for one in outcome.problems
        )
        if any(one.code == "problem.revision.stale" for one in problems):
            self._read()
            return
        self.problems = problems
        self._show(check=False)
        self._view.show_problems(problems, jump=True)

    def _failed(self, fault: OrderDeskError) -> None:
        self.is_saving = False
        self._then = None
        self._view.tell(fault.code, "error", **fault.params)
        self._show()

    # what others do

    def note_changes(self, changes: Changes) -> None:
        """Somebody committed something: where it is this record, show it as it stands now."""
        mine = any(entry.type == self.kind.type and entry.id == self.id for entry in changes.touched)
        if mine and changes.op_id not in self._own:
            self._read()

    # inside

    def _check(self, *, jump: bool) -> None:
        form = self.form
        if form is None:
            return
        desk = self._backend.desk()
        self.problems = form.problems(lambda record: self.kind.check(record, desk))
        self._view.show_problems(self.problems, jump=jump and bool(self.problems))

    def _show(self, *, check: bool = True) -> None:
        if check and self._checks_along:
            self._check(jump=False)
        elif check and self.problems:
            self.problems = ()
            self._view.show_problems((), jump=False)
        self._view.show_record()
