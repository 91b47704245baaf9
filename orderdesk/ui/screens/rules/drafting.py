"""A draft as it is typed: cells, rows, undo, saved by itself, taken over, given up. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from orderdesk.clock import business_date
from orderdesk.errors import OrderDeskError, UserError
from orderdesk.rules.cells import CellError
from orderdesk.rules.fact_catalogue import Fact
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.services.reading.rules import CheckedProblem
from orderdesk.ui.screens.rules import sheet as steps
from orderdesk.ui.screens.rules import wording
from orderdesk.ui.screens.rules.sheet import SheetColumn, Source
from orderdesk.wire.commands import Command, CommandData
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.rule_commands import (
    AcceptRuleWarning,
    DiscardRuleDraft,
    SaveRuleDraft,
    TakeOverRuleDraft,
)

if TYPE_CHECKING:
    from orderdesk.ui.screens.rules.presenter import RulesPresenter

Done = Callable[[Outcome], None]


class Drafting:
    """What is typed into the draft of the book on show, and its way into the store."""

    def __init__(self, presenter: RulesPresenter) -> None:
        self._presenter = presenter
        self.is_dirty = False  # something typed is not in the store
        self.is_sending = False
        self._revision: int | None = None  # of our own last save, until the store is read again
        self._after: list[Callable[[], None]] = []
        self._once_read: list[Callable[[], None]] = []

    # cells and rows

    def type(self, number: int, column: SheetColumn, text: str) -> bool:
        """Take what was typed into a cell. What cannot be read stays as typed; it bars publishing."""
        return self.put("cell", {(number, column): text})

    def put(self, name: str, texts: Mapping[tuple[int, SheetColumn], str]) -> bool:
        """Take texts into cells as one step: typed, pasted, or filled down."""
        values = {place: self._stored(*place, text) for place, text in texts.items()}
        return self._change(name, lambda source: steps.with_cells(source, values))

    def clear(self, numbers: Sequence[int], columns: Sequence[SheetColumn]) -> bool:
        """Empty cells: a condition lets everything through then."""
        values = {(number, column): None for number in numbers for column in columns}
        return self._change("clear", lambda source: steps.with_cells(source, values))

    def fill_down(self, numbers: Sequence[int], column: SheetColumn) -> bool:
        """Put what stands in the first of these rows into the others, or what stands above a single one."""
        sheet = self._presenter.sheet
        if sheet is None or not numbers:
            return False
        first = numbers[0] if len(numbers) > 1 else numbers[0] - 1
        if first < 1 or first > len(sheet.rows):
            return False
        value = sheet.rows[first - 1].text(column)
        values = {(number, column): value for number in numbers if number != first}
        return self._change("fill", lambda source: steps.with_cells(source, values))

    def insert(self, at: int) -> bool:
        """Insert an empty row at this place."""
        return self._change("insert", lambda source: steps.with_row(source, at))

    def delete(self, numbers: Sequence[int]) -> bool:
        """Delete rows."""
        return self._change("delete", lambda source: steps.without_rows(source, frozenset(numbers)))

    def move(self, number: int, by: int) -> bool:
        """Let a row change places with its neighbour; the cursor goes with it."""
        if not self._change("move", lambda source: steps.with_row_moved(source, number, by)):
            return False
        self._presenter.view.go_to_cell(number + by, "")
        return True

    def choose_policy(self, policy: str) -> bool:
        """Choose how rows answer together."""
        return self._change("policy", lambda source: steps.with_policy(source, policy))

    def facts_to_add(self) -> tuple[str, ...]:
        """Return the facts that the table does not ask for yet, in the order of the catalogue."""
        sheet = self._presenter.sheet
        asked = {one.name for one in sheet.columns if one.part == "when"} if sheet is not None else set()
        return tuple(name for name in self._facts() if name not in asked)

    def add_condition(self, fact: str) -> bool:
        """Let the table ask for a fact more."""
        found = self._facts().get(fact)
        if found is None or fact not in self.facts_to_add():
            return False
        measure = self._presenter.backend.desk().settings["currency"] if found.type == "money" else ""
        if not self._change("column", lambda source: steps.with_condition(source, fact, found.type, measure)):
            return False
        self._presenter.view.go_to_cell(1, fact)
        return True

    def drop_condition(self, column: SheetColumn) -> bool:
        """Let the table not ask for a fact any more; the last one stays."""
        sheet = self._presenter.sheet
        count = sum(one.part == "when" for one in sheet.columns) if sheet is not None else 0
        if column.part != "when" or count < 2:
            return False
        return self._change("column_gone", lambda source: steps.without_condition(source, column.name))

    def _facts(self) -> Mapping[str, Fact]:
        loaded = self._presenter.loaded
        custom = loaded.existing.custom if loaded is not None else {}
        found = BOOKS[self._presenter.book].facts(custom)
        return {name: one for name, one in found.items() if one.type != "quantity"}  # it needs a unit

    def renew_example(self, at: int) -> bool:
        """Let an example expect what its facts come to now; ``False`` where they come to nothing at all."""
        draft = self._presenter.draft
        if draft is None or draft.table is None or self.is_dirty or at >= len(draft.table.examples):
            return False
        try:
            rows = draft.table.decide(draft.table.examples[at].facts).rows
        except UserError as fault:
            self._presenter.fault(fault)
            return False
        return self._change("example", lambda source: steps.with_example_renewed(source, at, rows))

    def drop_example(self, at: int) -> bool:
        """Give an example up."""
        return self._change("example_gone", lambda source: steps.without_example(source, at))

    def undo(self) -> bool:
        """Go back a step."""
        return self._presenter.can_edit and self._went(self._presenter.steps.undo(), "rules.undone")

    def redo(self) -> bool:
        """Do a step again."""
        return self._presenter.can_edit and self._went(self._presenter.steps.redo(), "rules.redone")

    def names_for(self, column: SheetColumn) -> tuple[str, ...]:
        """Return the values that exist for a column: people, tiers, items, by what they are called."""
        loaded = self._presenter.loaded
        if column.choices or loaded is None:
            return column.choices
        book = BOOKS[self._presenter.book]
        if column.part == "then":
            output = book.output(column.name)
            listed, choices = (output.values, output.choices) if output is not None else ("", ())
        else:
            fact = self._facts().get(column.name)
            listed, choices = (fact.values, fact.choices) if fact is not None else ("", ())
        return choices or tuple(sorted(loaded.existing.values.get(listed, ())))

    def _stored(self, number: int, column: SheetColumn, text: str) -> object:
        sheet = self._presenter.sheet
        known = sheet.rows[number - 1].text(column) if sheet and number <= len(sheet.rows) else None
        if known is not None and text == wording.shown(column, known):
            return known  # what was not changed stays what it is, in whatever words it is shown
        desk = self._presenter.backend.desk()
        zone = "UTC" if desk.default_site_id is None else desk.sites[desk.default_site_id].zone
        today = business_date(self._presenter.backend.clock.now(), zone)
        try:
            return wording.stored(column, text, today, self.names_for(column))
        except (CellError, KeyError):
            return text

    def _change(self, name: str, step: Callable[[Source], Source]) -> bool:
        presenter = self._presenter
        source = presenter.steps.source
        if not presenter.can_edit or source is None or not presenter.steps.take(name, step(source)):
            return False
        self._mark()
        return True

    def _went(self, name: str | None, code: str) -> bool:
        if name is None:
            return False
        self._mark()
        self._presenter.say(code, step=f"rules.step.{name}")
        return True

    def _mark(self) -> None:
        self.is_dirty = True
        self._presenter.view.show_table()
        self._presenter.view.save_soon()

    # into the store

    def save(self) -> bool:
        """Save what is typed; ``False`` where it cannot be: who asked goes nowhere then."""
        presenter = self._presenter
        source = presenter.steps.source
        if not self.is_dirty or source is None:
            return True
        if self.is_sending:
            return False
        self.is_sending = True
        data = SaveRuleDraft(book=presenter.book, body=dict(source))
        self.send(data, lambda outcome: self._saved(outcome, source))
        return False

    def send(self, data: CommandData, done: Done) -> None:
        """Send a command about the draft, on the revision that is known of it."""
        presenter = self._presenter
        draft = presenter.draft
        known = draft.head.revision if draft is not None else None
        revision = max(filter(None, (known, self._revision)), default=None)
        command = Command(id=presenter.backend.ids.new(), data=data, base_revision=revision)
        presenter.backend.execute(command, done, self._failed)

    def when_saved(self, then: Callable[[], None]) -> None:
        """Do something once the store has what is typed; at once where it has."""
        if not self.is_dirty and not self.is_sending:
            then()
            return
        self._after.append(then)
        self.save()

    def when_read(self, then: Callable[[], None]) -> None:
        """Do something once the draft as typed is stored, checked and read back."""
        if not self.is_dirty and not self.is_sending and self._revision is None:
            then()
            return
        self._once_read.append(then)
        self.save()

    def note_read(self) -> None:
        """The store was read: what waited for that begins, where nothing has been typed since."""
        draft = self._presenter.draft
        if self.is_dirty or self.is_sending or draft is None:
            return
        if self._revision is not None and draft.head.revision < self._revision:
            return
        self._revision = None
        waiting, self._once_read = self._once_read, []
        for then in waiting:
            then()

    def forget_revision(self) -> None:
        """The draft became a version: the next one begins anew."""
        self._revision, self.is_dirty = None, False

    def take_over(self) -> bool:
        """Go on with the draft that somebody else has."""
        if not self._presenter.is_held or not self._presenter.may("take_over_rule_draft"):
            return False
        self.send(TakeOverRuleDraft(book=self._presenter.book), self.told("rules.taken_over"))
        return True

    def discard(self) -> bool:
        """Give the draft up; what decides is on show again."""
        if self._presenter.draft is None or not self._presenter.can_edit:
            return False
        self.is_dirty = False
        self.send(DiscardRuleDraft(book=self._presenter.book), self.told("rules.discarded"))
        return True

    def accept(self, problem: CheckedProblem, reason: str) -> bool:
        """Take a warning on with a reason."""
        if not self._presenter.can_edit or problem.problem.severity != "warn":
            return False
        data = AcceptRuleWarning(book=self._presenter.book, key=problem.key, reason=reason)
        self.when_saved(lambda: self.send(data, self.told("rules.accepted")))
        return True

    def told(self, code: str) -> Done:
        """Return what says that something was done, or every problem of it; the store is read again."""

        def done(outcome: Outcome) -> None:
            for problem in outcome.problems if outcome.is_refused else ():
                self._presenter.tell(problem.code, problem.params, "error")
            if not outcome.is_refused:
                self._revision = None
                self._presenter.say(code, "done")
            self._presenter.refresh()

        return done

    def _saved(self, outcome: Outcome, source: Source) -> None:
        presenter = self._presenter
        self.is_sending = False
        if outcome.is_refused:
            self._after.clear()
            for problem in outcome.problems:
                presenter.tell(problem.code, problem.params, "error")
            presenter.refresh()
            return
        self._revision = outcome.touched[0].revision
        if presenter.steps.source is source or presenter.steps.source == source:
            self.is_dirty = False
        presenter.refresh()
        if self.is_dirty:
            presenter.view.save_soon()
            return
        after, self._after = self._after, []
        for then in after:
            then()

    def _failed(self, fault: OrderDeskError) -> None:
        self.is_sending = False
        self._after.clear()
        self._presenter.fault(fault)
