"""From a draft to a version: rehearsed on past orders, published with a reason, rolled back. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from orderdesk.errors import OrderDeskError, Problem
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.services.rehearsing import RehearsalReport, rehearse
from orderdesk.services.store import Reader
from orderdesk.wire.commands import Command
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.rule_commands import InFlight, PublishRules, RollBackRules

if TYPE_CHECKING:
    from orderdesk.ui.screens.rules.presenter import RulesPresenter


@dataclass(slots=True)
class _Running:
    """A rehearsal under way; the lane looks here whether somebody gave it up."""

    is_cancelled: bool = False


class Publishing:
    """Rehearses, publishes and rolls back the book on show."""

    def __init__(self, presenter: RulesPresenter) -> None:
        self._presenter = presenter
        self._running: _Running | None = None
        self.report: RehearsalReport | None = None  # of this session, with orders and customers
        self.refused: tuple[Problem, ...] = ()  # why it was not published

    @property
    def is_running(self) -> bool:
        """Whether a rehearsal is under way."""
        return self._running is not None

    @property
    def can_reroute(self) -> bool:
        """Whether orders under way can follow a new version of this book."""
        return BOOKS[self._presenter.book].reroutes

    def rehearse(self) -> bool:
        """Rehearse the draft on past orders; a second time gives the one under way up."""
        if self.cancel():
            return True
        presenter = self._presenter
        if not presenter.can_edit or (presenter.draft is None and not presenter.drafting.is_dirty):
            presenter.say("rules.rehearse.nothing", "warn")
            return True
        running = self._running = _Running()
        presenter.view.show_table()
        book = presenter.book

        def work(connection: Reader) -> RehearsalReport | None:
            draft = presenter.draft
            if draft is None or draft.table is None:
                return None
            now = presenter.backend.clock.now()
            return rehearse(
                connection, draft.table, draft.source, now, is_cancelled=lambda: running.is_cancelled
            )

        def begin() -> None:
            if presenter.draft is None or presenter.draft.table is None:
                self._running = None
                presenter.say("rules.rehearse.unreadable", "warn")
                presenter.view.show_table()
                return
            presenter.backend.read_long(work, lambda found: self._rehearsed(book, running, found), failed)

        def failed(fault: OrderDeskError) -> None:
            self._running = None
            presenter.fault(fault)
            presenter.view.show_table()

        presenter.drafting.when_read(begin)
        return True

    def cancel(self) -> bool:
        """Give a rehearsal up; ``False`` where none is under way."""
        if self._running is None:
            return False
        self._running.is_cancelled = True
        self._running = None
        return True

    def publish(self, reason: str, start: date | None, in_flight: InFlight) -> bool:
        """Publish the draft; all that stands in the way comes back at once."""
        presenter = self._presenter
        if not presenter.can_edit:
            return False
        data = PublishRules(book=presenter.book, reason=reason, start=start, in_flight=in_flight)
        presenter.drafting.when_saved(lambda: presenter.drafting.send(data, self._published))
        return True

    def roll_back(self, version: int, reason: str) -> bool:
        """Publish an older version again, from now on."""
        presenter = self._presenter
        if not presenter.may("roll_back_rules"):
            return False
        data = RollBackRules(book=presenter.book, to_version=version, reason=reason)
        command = Command(id=presenter.backend.ids.new(), data=data)
        presenter.backend.execute(command, self._rolled_back, presenter.fault)
        return True

    def _published(self, outcome: Outcome) -> None:
        presenter = self._presenter
        self.refused = ()
        if outcome.is_refused:
            self.refused = tuple(
                Problem(one.code, one.path, dict(one.params), one.severity) for one in outcome.problems
            )
            presenter.tell(outcome.problems[0].code, outcome.problems[0].params, "error")
            presenter.view.show_table()
            return
        self.report = None
        presenter.version = None
        presenter.steps.begin(None)
        presenter.drafting.forget_revision()
        presenter.say("rules.published", "done", book=f"term.rulebook.{presenter.book}")
        presenter.refresh()

    def _rolled_back(self, outcome: Outcome) -> None:
        presenter = self._presenter
        for problem in outcome.problems if outcome.is_refused else ():
            presenter.tell(problem.code, problem.params, "error")
        if not outcome.is_refused:
            presenter.version = None
            presenter.say("rules.rolled_back", "done", book=f"term.rulebook.{presenter.book}")
        presenter.refresh()

    def _rehearsed(self, book: str, running: _Running, found: RehearsalReport | None) -> None:
        presenter = self._presenter
        if running.is_cancelled or found is None or book != presenter.book:
            presenter.say("rules.rehearse.cancelled")
            presenter.view.show_table()
            return
        self._running = None
        self.report = found
        presenter.drafting.send(found.record(), presenter.drafting.told("rules.rehearse.done"))
