"""What taking in a file on screen does: check it first, then write it, with a way to stop. No Qt here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, Protocol

from orderdesk.errors import OrderDeskError
from orderdesk.intake.files.columns import FAMILIES
from orderdesk.intake.files.mapping import Mapping, lay_out, load_mapping
from orderdesk.intake.files.reading import FileTable
from orderdesk.intake.files.rejects import rejects_path, rejects_text, write_rejects
from orderdesk.intake.files.rows import Finding
from orderdesk.intake.files.taking import take_file
from orderdesk.intake.files.verdicts import FileImport, Verdict
from orderdesk.services.context import Actor
from orderdesk.services.door import Door
from orderdesk.services.store import Store

Stage = Literal["choosing", "checking", "checked", "writing", "written"]
KINDS = tuple(FAMILIES)


class Watch:
    """How far a job is, and whether it is to stop: written by its lane, read by the window."""

    def __init__(self) -> None:
        self.done = 0
        self.of = 0
        self.is_stopped = False

    def __call__(self, done: int, of: int) -> bool:
        """Note how far it is; return whether to go on."""
        self.done, self.of = done, of
        return not self.is_stopped

    def stop(self) -> None:
        """Let the row that is being taken in be the last one."""
        self.is_stopped = True


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be taken in: the kind, the file, and the saved mapping where there is one."""

    kind: str
    path: Path
    mapping: Path | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the kind with where it comes from: a column, or the same text in every row."""

    name: str
    column: str
    fixed: str
    is_required: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it was looked at or taken in: its columns, a verdict for each row, and its rejects."""

    wish: Wish
    table: FileTable
    fields: tuple[Field, ...]
    unused: tuple[str, ...]  # columns of the file that are not taken
    done: FileImport
    is_dry: bool
    rejects: Path | None = None

    @property
    def rows(self) -> tuple[Verdict, ...]:
        """The verdicts: those that need somebody first."""
        return tuple(sorted(self.done.verdicts, key=lambda one: (one.state != "rejected", one.row)))


class ImportBackend(Protocol):
    """What this screen needs of the running desk."""

    @property
    def store(self) -> Store: ...

    @property
    def door(self) -> Door: ...

    @property
    def actor(self) -> Actor: ...

    def run_job(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None: ...


class ImportView(Protocol):
    """What the presenter asks of the window."""

    def show_stage(self) -> None:
        """Something began or ended."""
        ...

    def show_looked(self, looked: Looked | None) -> None:
        """Show columns and verdicts of a file, or that there are none any more."""
        ...

    def show_fault(self, fault: OrderDeskError | None) -> None:
        """Say why the file as a whole cannot be taken in, or that nothing is wrong."""
        ...

    def say_finding(self, finding: Finding) -> str:
        """Return a finding in words, for the file of rejects."""
        ...

    def reason_column(self) -> str:
        """Return what the column of reasons is called in that file."""
        ...


class ImportPresenter:
    """One file at a time."""

    def __init__(self, backend: ImportBackend, view: ImportView) -> None:
        self._backend = backend
        self._view = view
        self.stage: Stage = "choosing"
        self.looked: Looked | None = None
        self.watch = Watch()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being looked at or taken in."""
        return self.stage in ("checking", "writing")

    @property
    def can_write(self) -> bool:
        """Whether what was looked at may be taken in: some row of it is good."""
        looked = self.looked
        return self.stage == "checked" and looked is not None and len(looked.done.rejected) < len(looked.rows)

    def check(self, wish: Wish) -> bool:
        """Look at a file without writing anything; return whether that was begun."""
        if self.is_busy:
            return False
        self._forget()
        self._begin("checking")
        store, watch = self._backend.store, self.watch

        def work() -> Looked:
            return _take(wish, store, None, watch, None)

        self._backend.run_job(work, self._checked, self._failed)
        return True

    def write(self) -> bool:
        """Take in what was looked at; return whether that was begun. What was taken in before stays so."""
        looked = self.looked
        if looked is None or not self.can_write:
            return False
        self._begin("writing")
        backend, watch, view = self._backend, self.watch, self._view
        store, door, actor, wish = backend.store, backend.door, backend.actor, looked.wish
        reason = view.reason_column()

        def work() -> Looked:
            taken = _take(wish, store, door, watch, actor)
            if not taken.done.rejected:
                return taken
            target = rejects_path(wish.path)
            write_rejects(target, rejects_text(taken.table, taken.done, reason, view.say_finding))
            return replace(taken, rejects=target)

        backend.run_job(work, self._written, self._failed)
        return True

    def stop(self) -> bool:
        """Stop after the current row; return whether anything was under way."""
        if self.is_busy:
            self.watch.stop()
        return self.is_busy

    def forget(self) -> None:
        """Another file is being chosen: what was looked at says nothing of it."""
        if not self.is_busy and self.stage != "choosing":
            self._forget()
            self.stage = "choosing"
            self._view.show_stage()

    def _begin(self, stage: Stage) -> None:
        self.stage = stage
        self.watch = Watch()
        self._view.show_fault(None)
        self._view.show_stage()

    def _forget(self) -> None:
        self.looked = None
        self._view.show_looked(None)

    def _checked(self, looked: Looked) -> None:
        # A check that was stopped has not seen every row: what it says is no ground to write on.
        self._end("choosing" if looked.done.left else "checked", looked)

    def _written(self, looked: Looked) -> None:
        self._end("written", looked)

    def _end(self, stage: Stage, looked: Looked) -> None:
        self.stage, self.looked = stage, looked
        self._view.show_looked(looked)
        self._view.show_stage()

    def _failed(self, fault: OrderDeskError) -> None:
        self.stage = "choosing"
        self._forget()
        self._view.show_fault(fault)
        self._view.show_stage()


def _take(wish: Wish, store: Store, door: Door | None, watch: Watch, actor: Actor | None) -> Looked:
    mapping = load_mapping(wish.mapping) if wish.mapping is not None else Mapping()
    table, done = take_file(wish.path, wish.kind, mapping, store, door, watch, actor)
    family = FAMILIES[wish.kind]
    layout = lay_out(family, table.header, mapping, table.file)
    fields = tuple(
        Field(
            name,
            table.header[layout.places[name]] if name in layout.places else "",
            layout.fixed.get(name, ""),
            name in family.required,
        )
        for name in family.fields
    )
    taken = set(layout.places.values())
    unused = tuple(name for at, name in enumerate(table.header) if name and at not in taken)
    return Looked(wish, table, fields, unused, done, is_dry=door is None)
