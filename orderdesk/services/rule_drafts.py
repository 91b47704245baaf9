"""Drafts of rulebooks: one at a time for each book, in one person's hands, kept as typed whatever it says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Person, RuleDraft, RuleTable
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.reading.live_rules import live_version
from orderdesk.services.reading.rules import checked, content_sha256, warning_key
from orderdesk.services.writing import content_digest, touched
from orderdesk.values import canonical_json, rfc3339
from orderdesk.wire.rule_commands import (
    AcceptRuleWarning,
    DiscardRuleDraft,
    RecordRehearsal,
    SaveRuleDraft,
    TakeOverRuleDraft,
)

_MOST_TEXT = 5_000_000  # characters of a body: 20,000 rows


def save_rule_draft(session: Session, data: SaveRuleDraft, context: Context) -> Result:
    """Save a draft as it stands; what is wrong with it comes back as warnings, all of it at once."""
    draft = locked_draft(session, data.book)
    problem = _unknown(data.book) or (_not_ours(session, draft, context) if draft is not None else None)
    if problem is None and draft is None and context.base_revision is not None:
        problem = Problem("problem.revision.stale", "", {"now": 0})
    newest = newest_version(session, data.book)
    source = {**data.body, "name": data.book, "version": newest + 1}
    body = canonical_json(source)
    if problem is None and len(body) > _MOST_TEXT:
        problem = Problem("problem.rule.draft.size", "body", {"limit": _MOST_TEXT})
    if problem is not None:
        return refused(problem)
    before = "" if draft is None else content_digest(draft)
    if draft is None:
        draft = RuleDraft(
            id=context.ids.new(), revision=0, book=data.book, base_version=newest,
            editor_id=context.actor.person_id, since=context.now, accepted="[]", rehearsal="",
        )  # fmt: skip
        session.add(draft)
    draft.revision += 1
    draft.body, draft.sha256, draft.saved_at = body, content_sha256(source), context.now
    session.flush()
    _, problems = checked(session.connection(), data.book, source)
    told = tuple(Problem(one.code, one.path, one.params, "warn") for one in problems)
    return Result((touched("rule_draft", draft, before),), told)


def take_over_rule_draft(session: Session, data: TakeOverRuleDraft, context: Context) -> Result:
    """Let somebody else go on with a draft; who had it sees who has it now."""
    draft = locked_draft(session, data.book)
    problem = _missing(draft, data.book) or _stale(draft, context)
    if problem is not None or draft is None:
        return refused(*((problem,) if problem else ()))
    before = content_digest(draft)
    draft.editor_id, draft.since, draft.revision = context.actor.person_id, context.now, draft.revision + 1
    session.flush()
    return Result((touched("rule_draft", draft, before),))


def discard_rule_draft(session: Session, data: DiscardRuleDraft, context: Context) -> Result:
    """Give a draft up."""
    draft = locked_draft(session, data.book)
    problem = _missing(draft, data.book) or _not_ours(session, draft, context)
    if problem is not None or draft is None:
        return refused(*((problem,) if problem else ()))
    return Result((drop_draft(session, draft),))


def accept_rule_warning(session: Session, data: AcceptRuleWarning, context: Context) -> Result:
    """Take a warning on with a reason; it holds as long as the draft is warned of exactly the same."""
    draft = locked_draft(session, data.book)
    problem = _missing(draft, data.book) or _not_ours(session, draft, context)
    if problem is not None or draft is None:
        return refused(*((problem,) if problem else ()))
    _, problems = checked(session.connection(), data.book, json.loads(draft.body))
    found = next((one for one in problems if warning_key(one) == data.key and one.severity == "warn"), None)
    faults = []
    if found is None:
        faults.append(Problem("problem.rule.warning.gone", "key"))
    if not data.reason.strip():
        faults.append(Problem("problem.rule.warning.reason", "reason"))
    if faults or found is None:
        return refused(*faults)
    kept = [one for one in json.loads(draft.accepted) if one["key"] != data.key]
    kept.append({
        "key": data.key, "code": found.code, "path": found.path, "params": dict(found.params),
        "reason": data.reason.strip(), "by": context.actor.person_id, "at": rfc3339(context.now),
    })  # fmt: skip
    before = content_digest(draft)
    draft.accepted, draft.revision = canonical_json(kept), draft.revision + 1
    session.flush()
    return Result((touched("rule_draft", draft, before),))


def record_rehearsal(session: Session, data: RecordRehearsal, context: Context) -> Result:
    """Keep what a rehearsal came to; refused where the draft or the live table is another one by now."""
    draft = locked_draft(session, data.book)
    problem = _missing(draft, data.book)
    if problem is not None or draft is None:
        return refused(*((problem,) if problem else ()))
    live = live_version(session.connection(), data.book, context.now)
    if (data.sha256, data.live_version) != (draft.sha256, live):
        return refused(Problem("problem.rule.rehearsal.stale"))
    before = content_digest(draft)
    summary = data.model_dump(mode="json", exclude={"book"})
    draft.rehearsal = canonical_json({**summary, "at": rfc3339(context.now), "by": context.actor.person_id})
    draft.revision += 1
    session.flush()
    return Result((touched("rule_draft", draft, before),))


# ── shared with publishing ───────────────────────────────────────────────────────────────────────────────


def locked_draft(session: Session, book: str) -> RuleDraft | None:
    """Return the draft of a book, locked until the end of the transaction; ``None`` without one."""
    statement = select(RuleDraft).where(RuleDraft.book == book).with_for_update()
    return session.execute(statement.execution_options(populate_existing=True)).scalar_one_or_none()


def newest_version(session: Session, book: str) -> int:
    """Return the number of the newest version of a book, 0 before the first."""
    statement = select(func.max(RuleTable.version)).where(RuleTable.book == book)
    return session.execute(statement).scalar() or 0


def draft_problem(session: Session, draft: RuleDraft | None, book: str, context: Context) -> Problem | None:
    """Return why somebody may not act on the draft of a book; ``None`` if he may."""
    return _missing(draft, book) or _not_ours(session, draft, context)


def drop_draft(session: Session, draft: RuleDraft) -> TouchedRow:
    """Take a draft away: it became a version, or nothing."""
    before, revision = content_digest(draft), draft.revision + 1
    row = TouchedRow("rule_draft", draft.id, revision, draft.book, kind="tombstone", before=before)
    session.delete(draft)
    session.flush()
    return row


def _unknown(book: str) -> Problem | None:
    if book in BOOKS:
        return None
    return Problem("problem.rule.book", "book", {"book": book, "names": ", ".join(BOOKS)})


def _missing(draft: RuleDraft | None, book: str) -> Problem | None:
    if draft is None:
        return _unknown(book) or Problem(
            "problem.rule.draft.missing", "book", {"book": f"term.rulebook.{book}"}
        )
    return None


def _not_ours(session: Session, draft: RuleDraft | None, context: Context) -> Problem | None:
    """Return who has the draft, or that it was saved meanwhile; ``None`` where it is ours as we know it."""
    if draft is not None and draft.editor_id != context.actor.person_id:
        return Problem("problem.rule.draft.held", "book", _holder(session, draft.editor_id, draft))
    return _stale(draft, context)


def _holder(session: Session, person_id: UUID | None, draft: RuleDraft) -> Mapping[str, Any]:
    person = session.get(Person, person_id) if person_id is not None else None
    name = person.name if person is not None else "?"
    name_en = (person.name_en or name) if person is not None else name
    return {"by": name, "by_en": name_en, "since": rfc3339(draft.since)}


def _stale(draft: RuleDraft | None, context: Context) -> Problem | None:
    if draft is None or context.base_revision == draft.revision:
        return None
    return Problem("problem.revision.stale", "", {"now": draft.revision})


HANDLERS: dict[str, Handler] = {
    SaveRuleDraft.name: Handler(SaveRuleDraft, save_rule_draft),
    TakeOverRuleDraft.name: Handler(TakeOverRuleDraft, take_over_rule_draft),
    DiscardRuleDraft.name: Handler(DiscardRuleDraft, discard_rule_draft),
    AcceptRuleWarning.name: Handler(AcceptRuleWarning, accept_rule_warning),
    RecordRehearsal.name: Handler(RecordRehearsal, record_rehearsal),
}
