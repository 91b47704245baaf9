"""Publishing a rulebook: its draft becomes the next version, or an older version comes again.

Versions are never changed. Of those that have begun the newest decides, so a version that is published later
supersedes all earlier ones from its start on. What stands in the way comes back all at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from orderdesk.clock import business_date
from orderdesk.errors import Problem
from orderdesk.models import RuleDraft, RuleTable
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.services import jobs
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.reading.live_rules import live_version
from orderdesk.services.reading.rules import (
    checked,
    content_sha256,
    is_fresh,
    version_source,
    with_acceptances,
)
from orderdesk.services.rule_drafts import draft_problem, drop_draft, locked_draft, newest_version
from orderdesk.services.writing import content_digest, zone_of_default_site
from orderdesk.values import canonical_json, digest
from orderdesk.wire.rule_commands import PublishRules, RollBackRules


def publish_rules(session: Session, data: PublishRules, context: Context) -> Result:
    """Make the draft of a book its next version; every problem comes back in the outcome."""
    draft = locked_draft(session, data.book)
    problem = draft_problem(session, draft, data.book, context)
    if problem is not None or draft is None:
        return refused(*((problem,) if problem else ()))
    source = json.loads(draft.body)
    problems = [*_terms_problems(session, data, context), *_draft_problems(session, draft, source, context)]
    if problems:
        return refused(*problems)
    new = _New(source, data.reason, data.start, data.in_flight, None, draft.accepted, draft.rehearsal)
    return Result((_write(session, data.book, new, context), drop_draft(session, draft)))


def roll_back_rules(session: Session, data: RollBackRules, context: Context) -> Result:
    """Publish an older version of a book again; it must still pass its checks: people may be gone."""
    if data.book not in BOOKS:
        return refused(Problem("problem.rule.book", "book", {"book": data.book, "names": ", ".join(BOOKS)}))
    connection = session.connection()
    source = version_source(connection, data.book, data.to_version)
    problems = [*_terms_problems(session, data, context)]
    if source is None:
        problems.append(Problem("problem.rule.version", "to_version", {"version": data.to_version}))
        return refused(*problems)
    if data.to_version == live_version(connection, data.book, context.now):
        problems.append(Problem("problem.rule.publish.same", "to_version"))
    _, found = checked(connection, data.book, source)
    problems += [one for one in found if one.severity == "block"]
    if problems:
        return refused(*problems)
    new = _New(source, data.reason, data.start, data.in_flight, data.to_version, "[]", "")
    return Result((_write(session, data.book, new, context),))


# ── what stands in the way ───────────────────────────────────────────────────────────────────────────────


def _terms_problems(
    session: Session, data: PublishRules | RollBackRules, context: Context
) -> Iterator[Problem]:
    if not data.reason.strip():
        yield Problem("problem.rule.publish.reason", "reason")
    if data.start is not None and data.start < _today(session, context):
        yield Problem("problem.rule.publish.start", "start", {"day": data.start.isoformat()})
    if data.in_flight == "reroute" and data.book in BOOKS and not BOOKS[data.book].reroutes:
        params = {"book": f"term.rulebook.{data.book}"}
        yield Problem("problem.rule.publish.in_flight", "in_flight", params)


def _draft_problems(
    session: Session, draft: RuleDraft, source: Mapping[str, Any], context: Context
) -> Iterator[Problem]:
    connection = session.connection()
    live = live_version(connection, draft.book, context.now)
    current = version_source(connection, draft.book, live)
    if current is not None and content_sha256(current) == draft.sha256:
        yield Problem("problem.rule.publish.same", "body")
    _, problems = checked(connection, draft.book, source)
    for one in with_acceptances(problems, json.loads(draft.accepted)):
        if one.bars:
            # A warning that nobody took on bars publishing: it blocks here.
            yield Problem(one.problem.code, one.problem.path, one.problem.params)
    if not draft.rehearsal:
        yield Problem("problem.rule.rehearsal.missing")
    elif not is_fresh(json.loads(draft.rehearsal), draft.sha256, live):
        yield Problem("problem.rule.rehearsal.stale")


# ── the new version ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _New:
    """What a new version is made of."""

    source: Mapping[str, Any]
    reason: str
    start: date | None
    in_flight: str
    copy_of: int | None
    accepted: str
    rehearsal: str


def _write(session: Session, book: str, new: _New, context: Context) -> TouchedRow:
    version = newest_version(session, book) + 1
    body = {**new.source, "name": book, "version": version}
    live_from = _start(session, new.start, context)
    row = RuleTable(
        book=book, version=version, body=canonical_json(body), sha256=digest(body), live_from=live_from,
        id=context.ids.new(), author_id=context.actor.person_id, published_at=context.now,
        reason=new.reason.strip(), in_flight=new.in_flight, copy_of=new.copy_of, accepted=new.accepted,
        rehearsal=new.rehearsal,
    )  # fmt: skip
    session.add(row)
    session.flush()
    if new.in_flight == "reroute":
        key = f"{jobs.REROUTE_ORDERS}:{book}:{version}"
        jobs.enqueue(session, jobs.REROUTE_ORDERS, key, f"{book}:{version}", live_from, context.ids)
    assert row.id is not None  # it was drawn above
    return TouchedRow("rule", row.id, version, f"{book} {version}", after=content_digest(row))


def _start(session: Session, day: date | None, context: Context) -> datetime:
    """Return from when a version decides: now, or the first moment of a later day at the default site."""
    if day is None or day == _today(session, context):
        return context.now
    return datetime.combine(day, time(), ZoneInfo(zone_of_default_site(session)))


def _today(session: Session, context: Context) -> date:
    return business_date(context.now, zone_of_default_site(session))


HANDLERS: dict[str, Handler] = {
    PublishRules.name: Handler(PublishRules, publish_rules),
    RollBackRules.name: Handler(RollBackRules, roll_back_rules),
}
