"""A desk without a window for presenters of records: everything is answered at once, by a real store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.intake.sample import sample_id
from orderdesk.ports import Ids
from orderdesk.services.desk import Desk, PersonFacts
from orderdesk.services.search import SearchIndexes, build_indexes
from orderdesk.services.store import Reader
from orderdesk.ui.records.presenter import RecordKind, RecordPresenter
from orderdesk.ui.records.specs import FieldSpec
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Changes, Outcome
from tests.support.desk import SampleDesk


class DeskByHand:
    """Executes and reads at once; ``held`` keeps answers of commands back until ``let_go``."""

    def __init__(self, sample: SampleDesk, person: str) -> None:
        self.sample = sample
        self._person = person
        self._desk = sample.desk()
        self._indexes = build_indexes(self._desk)
        self.held: list[Callable[[], None]] | None = None
        self.changes: list[Changes] = []
        sample.door.subscribe(self.changes.append)

    @property
    def ids(self) -> Ids:
        return self.sample.ports.ids

    @property
    def person(self) -> PersonFacts | None:
        return self._desk.people[sample_id("person", self._person)]

    def desk(self) -> Desk:
        return self._desk

    def indexes(self) -> SearchIndexes:
        return self._indexes

    def refresh(self) -> None:
        """Take over what was committed."""
        self._desk = self.sample.desk()
        self._indexes = build_indexes(self._desk)

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        with self.sample.store.reading() as connection:
            found = work(connection)
        done(found)

    def execute(
        self,
        command: Command,
        done: Callable[[Outcome], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        outcome = self.sample.door.execute(command, self.sample.actor(self._person))
        if self.held is None:
            done(outcome)
        else:
            self.held.append(lambda: done(outcome))

    def let_go(self) -> None:
        """Hand over the answers that were kept back."""
        waiting, self.held = self.held or [], None
        for answer in waiting:
            answer()


class ViewByHand:
    """Remembers what the presenter asked of the window."""

    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []
        self.problems: tuple[Problem, ...] = ()
        self.jumped = False
        self.left = False

    def show_record(self) -> None:
        pass

    def show_problems(self, problems: tuple[Problem, ...], *, jump: bool) -> None:
        self.problems = problems
        self.jumped = self.jumped or jump

    def tell(self, code: str, severity: str, /, **params: object) -> None:
        self.said.append((code, severity))

    def leave(self) -> None:
        self.left = True


class Opened:
    """A record that is open at a desk, typed into by the names of its fields."""

    def __init__(self, sample: SampleDesk, kind: RecordKind[Any], key: object | None, person: str) -> None:
        self.desk = DeskByHand(sample, person)
        self.view = ViewByHand()
        self.presenter: RecordPresenter[Any] = RecordPresenter(self.desk, self.view, kind)
        self.presenter.open(key)

    @property
    def form(self) -> Any:
        form = self.presenter.form
        assert form is not None
        return form

    def spec(self, path: str) -> FieldSpec:
        found = self.presenter.kind.spec.spec_at(path)
        assert found is not None, path
        return found

    def type(self, path: str, text: str) -> bool:
        """Type into a field and leave it."""
        return self.presenter.take(path, self.spec(path), text)

    def text(self, path: str) -> str:
        """What stands in the box of a field."""
        text: str = self.form.text(path, self.spec(path))
        return text

    def wrong(self) -> list[tuple[str, str]]:
        """Path and code of every problem on show."""
        return [(one.path, one.code.removeprefix("problem.")) for one in self.view.problems]
