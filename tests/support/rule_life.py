"""Short ways to lead a rulebook through its life, as a person with commands does."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from orderdesk.services.reading.live_rules import live_version
from orderdesk.services.reading.rules import DraftView, draft_view, version_source
from orderdesk.services.rehearsing import RehearsalReport, rehearse
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.rule_commands import AcceptRuleWarning, PublishRules, RollBackRules, SaveRuleDraft
from tests.support.desk import SampleDesk

ADMIN = "zhoumin"


@dataclass
class RuleDesk:
    """A rulebook of the sample company in somebody's hands."""

    sample: SampleDesk
    book: str = "approval"
    person: str = ADMIN

    def live(self, *, with_examples: bool = False) -> dict[str, Any]:
        """Return a copy of what decides now, to be changed: its examples would rightly object."""
        with self.sample.store.reading() as connection:
            version = live_version(connection, self.book, self.sample.clock.now())
            source = version_source(connection, self.book, version)
        assert source is not None
        body = copy.deepcopy(dict(source))
        if not with_examples:
            body.pop("examples", None)
        return body

    def view(self) -> DraftView | None:
        with self.sample.store.reading() as connection:
            return draft_view(connection, self.book, self.sample.clock.now())

    def revision(self) -> int | None:
        view = self.view()
        return None if view is None else view.head.revision

    def save(self, body: Mapping[str, Any]) -> Outcome:
        return self.sample.do(SaveRuleDraft(book=self.book, body=dict(body)), self.person, self.revision())

    def rehearse(self, **how: Any) -> RehearsalReport:
        """Rehearse the draft and keep what it came to."""
        view = self.view()
        assert view is not None
        assert view.table is not None
        with self.sample.store.reading() as connection:
            report = rehearse(connection, view.table, view.source, self.sample.clock.now(), **how)
        assert report is not None
        outcome = self.sample.do(report.record(), self.person, self.revision())
        assert not outcome.is_refused, outcome.problems
        return report

    def accept_all(self, reason: str = "it is meant") -> None:
        view = self.view()
        assert view is not None
        for one in view.problems:
            if one.problem.severity == "warn" and not one.accepted:
                data = AcceptRuleWarning(book=self.book, key=one.key, reason=reason)
                outcome = self.sample.do(data, self.person, self.revision())
                assert not outcome.is_refused, outcome.problems

    def publish(self, reason: str = "new limits", start: date | None = None, **more: Any) -> Outcome:
        data = PublishRules(book=self.book, reason=reason, start=start, **more)
        return self.sample.do(data, self.person, self.revision())

    def published(self, body: Mapping[str, Any], **more: Any) -> Outcome:
        """Save, rehearse and publish a table, as its author does."""
        saved = self.save(body)
        assert not saved.is_refused, saved.problems
        self.accept_all()
        self.rehearse()
        outcome = self.publish(**more)
        assert not outcome.is_refused, outcome.problems
        return outcome

    def roll_back(self, version: int, reason: str = "it was wrong", **more: Any) -> Outcome:
        return self.sample.do(
            RollBackRules(book=self.book, to_version=version, reason=reason, **more), self.person
        )


def codes(outcome: Outcome) -> list[str]:
    """Return what an outcome names, without the family."""
    return [one.code.removeprefix("problem.") for one in outcome.problems]
