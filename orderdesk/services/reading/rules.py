"""Rulebooks as people see them: what decides, all versions with who and why, the draft with its checks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Row, select

from orderdesk.errors import Problem, UserError
from orderdesk.models import Base
from orderdesk.rules.cells import FACT_TYPES, FactType
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.rule_checks import Existing, check_rules
from orderdesk.rules.rulebooks import BOOKS, Rulebook
from orderdesk.rules.table_text import table_source
from orderdesk.rules.tables import read_table
from orderdesk.services.policy import POLICY
from orderdesk.services.reading.live_rules import live_version
from orderdesk.services.writing import setting
from orderdesk.values import digest

_T = Base.metadata.tables
RULE_TABLE, RULE_DRAFT, PERSON = _T["rule_table"], _T["rule_draft"], _T["person"]
State = Literal["live", "scheduled", "superseded"]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version of a rulebook; without an author it came with the program."""

    book: str
    version: int
    state: State
    live_from: datetime
    published_at: datetime | None
    author: str
    author_en: str
    reason: str
    in_flight: str
    copy_of: int | None
    rows: int
    accepted: tuple[Mapping[str, Any], ...]
    rehearsal: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class BookRow:
    """A rulebook: what decides now, what is to come, and who works on the next version."""

    book: str
    live: VersionRow | None
    scheduled: VersionRow | None
    draft: DraftHead | None


@dataclass(frozen=True, slots=True)
class DraftHead:
    """Whose draft it is, and since when."""

    book: str
    revision: int
    base_version: int
    editor_id: UUID | None
    editor: str
    editor_en: str
    since: datetime
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class CheckedProblem:
    """What a check found; ``key`` names it for ``AcceptRuleWarning``, ``accepted`` is why it may stay."""

    problem: Problem
    key: str
    accepted: str

    @property
    def bars(self) -> bool:
        """Whether it keeps the draft from being published."""
        return self.problem.severity == "block" or not self.accepted


@dataclass(frozen=True, slots=True)
class RehearsalState:
    """What the draft was rehearsed on last; ``is_stale``: a cell or the live table has changed since."""

    summary: Mapping[str, Any]
    is_stale: bool


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft with all that can be said of it; ``table`` is ``None`` while it cannot be read."""

    head: DraftHead
    source: Mapping[str, Any]
    table: DecisionTable | None
    problems: tuple[CheckedProblem, ...]
    rehearsal: RehearsalState | None
    sha256: str


def rulebook(name: str) -> Rulebook:
    """Return the definition of a rulebook; ``UserError`` with the names of all where there is none."""
    found = BOOKS.get(name)
    if found is None:
        raise UserError("error.rules.book", book=name, names=", ".join(BOOKS))
    return found


def book_rows(connection: Connection, now: datetime) -> tuple[BookRow, ...]:
    """Return all rulebooks in the order of their definitions."""
    drafts = {head.book: head for head in _draft_heads(connection)}
    found = []
    for book in BOOKS:
        versions = version_rows(connection, book, now)
        by_state = {one.state: one for one in reversed(versions)}
        found.append(BookRow(book, by_state.get("live"), _next_scheduled(versions), drafts.get(book)))
    return tuple(found)


def _next_scheduled(versions: tuple[VersionRow, ...]) -> VersionRow | None:
    waiting = [one for one in versions if one.state == "scheduled"]
    return min(waiting, key=lambda one: (one.live_from, -one.version), default=None)


def version_rows(connection: Connection, book: str, now: datetime) -> tuple[VersionRow, ...]:
    """Return the versions of a rulebook, the newest first."""
    statement = (
        select(RULE_TABLE, PERSON.c.name, PERSON.c.name_en)
        .outerjoin(PERSON, PERSON.c.id == RULE_TABLE.c.author_id)
        .where(RULE_TABLE.c.book == book)
        .order_by(RULE_TABLE.c.version.desc())
    )
    rows = connection.execute(statement).all()
    live = live_version(connection, book, now)
    return tuple(_version(row, live) for row in rows)


def _version(row: Row[Any], live: int) -> VersionRow:
    state: State = "superseded"
    if row.version >= live:
        state = "live" if row.version == live else "scheduled"
    return VersionRow(
        row.book, row.version, state, row.live_from, row.published_at, row.name or "",
        row.name_en or row.name or "", row.reason, row.in_flight, row.copy_of,
        len(json.loads(row.body).get("rows", ())), tuple(json.loads(row.accepted)),
        json.loads(row.rehearsal) if row.rehearsal else None,
    )  # fmt: skip


def version_source(connection: Connection, book: str, version: int) -> Mapping[str, Any] | None:
    """Return a stored version as JSON has it; ``None`` if there is none."""
    statement = select(RULE_TABLE.c.body).where(RULE_TABLE.c.book == book, RULE_TABLE.c.version == version)
    body = connection.execute(statement).scalar_one_or_none()
    found: Mapping[str, Any] | None = None if body is None else json.loads(body)
    return found


# ── drafts ───────────────────────────────────────────────────────────────────────────────────────────────


def _draft_heads(connection: Connection, book: str | None = None) -> Iterator[DraftHead]:
    statement = select(RULE_DRAFT, PERSON.c.name, PERSON.c.name_en).outerjoin(
        PERSON, PERSON.c.id == RULE_DRAFT.c.editor_id
    )
    if book is not None:
        statement = statement.where(RULE_DRAFT.c.book == book)
    for row in connection.execute(statement):
        yield DraftHead(
            row.book, row.revision, row.base_version, row.editor_id, row.name or "",
            row.name_en or row.name or "", row.since, row.saved_at,
        )  # fmt: skip


def draft_view(connection: Connection, book: str, now: datetime) -> DraftView | None:
    """Return the draft of a rulebook with its problems and its last rehearsal; ``None`` without a draft."""
    head = next(_draft_heads(connection, book), None)
    if head is None:
        return None
    row = connection.execute(select(RULE_DRAFT).where(RULE_DRAFT.c.book == book)).one()
    source = json.loads(row.body)
    table, problems = checked(connection, book, source)
    rehearsal = None
    if row.rehearsal:
        summary = json.loads(row.rehearsal)
        is_stale = not is_fresh(summary, row.sha256, live_version(connection, book, now))
        rehearsal = RehearsalState(summary, is_stale)
    marked = with_acceptances(problems, json.loads(row.accepted))
    return DraftView(head, source, table, marked, rehearsal, row.sha256)


def is_fresh(summary: Mapping[str, Any], sha256: str, live: int) -> bool:
    """Whether a rehearsal was made on exactly this draft, beside the version that decides now."""
    return (summary["sha256"], summary["live_version"]) == (sha256, live)


def content_sha256(source: Mapping[str, Any]) -> str:
    """Return the digest of what a table says: its version is not part of it, nor how its file is written."""
    try:
        said: Mapping[str, object] = table_source(read_table(source))
    except UserError:
        said = source
    return digest({name: value for name, value in said.items() if name != "version"})


def with_acceptances(
    problems: tuple[Problem, ...], accepted: list[Mapping[str, Any]]
) -> tuple[CheckedProblem, ...]:
    """Return problems with the reasons for which somebody took them on."""
    reasons = {one["key"]: one["reason"] for one in accepted}
    return tuple(
        CheckedProblem(one, key, reasons.get(key, "") if one.severity == "warn" else "")
        for one in problems
        for key in (warning_key(one),)
    )


def warning_key(problem: Problem) -> str:
    """Return what a warning is known by: what it says, and of what."""
    return digest({"code": problem.code, "path": problem.path, "params": dict(problem.params)})


def checked(
    connection: Connection, book: str, source: Mapping[str, Any]
) -> tuple[DecisionTable | None, tuple[Problem, ...]]:
    """Return the table of a draft and everything that is wrong with it; ``None`` where it cannot be read."""
    try:
        table = read_table(source)
    except UserError as fault:
        return None, fault.problems
    return table, check_rules(table, rulebook(book), existing_for(connection, table, rulebook(book)))


# ── what exists ──────────────────────────────────────────────────────────────────────────────────────────


def existing_for(connection: Connection, table: DecisionTable | None, book: Rulebook) -> Existing:
    """Return what exists for the columns of a table; of an editor's whole book without ``table``.

    Customers and items are read only where the table names them: there may be 100,000.
    """
    own = custom_fields(connection)
    facts = book.facts(own)
    wanted = {fact.values for fact in facts.values()}
    if table is not None:
        asked = {column.fact for column in (*table.inputs, *table.uses)}
        wanted = {fact.values for name, fact in facts.items() if name in asked}
    wanted |= {one.values for one in book.outputs}
    values = {name: frozenset(read(connection)) - {""} for name, read in _LISTS.items() if name in wanted}
    return Existing(values, own, setting(connection, "currency"))


def custom_fields(connection: Connection) -> dict[str, FactType]:
    """Return the fields that the company added to its orders, with their types."""
    field = _T["field_definition"]
    statement = select(field.c.key, field.c.type).where(
        field.c.document == "order", field.c.retired.is_(False)
    )
    return {row.key: row.type for row in connection.execute(statement) if row.type in FACT_TYPES}


def _column(table: str, column: str) -> Any:
    statement = select(_T[table].c[column]).distinct()
    return lambda connection: connection.scalars(statement)


def _tiers(connection: Connection) -> set[str]:
    used = set(_column("customer", "tier")(connection)) | set(_column("price_list", "tier")(connection))
    return used | set(setting(connection, "tier.order").split())


def _classes(connection: Connection) -> set[str]:
    return {*_column("customer", "customer_class")(connection), *_CLASSES}


def _currencies(connection: Connection) -> set[str]:
    used = set(_column("customer", "currency")(connection)) | set(
        _column("price_list", "currency")(connection)
    )
    return used | {setting(connection, "currency")}


def _departments(connection: Connection) -> set[str]:
    return set(_column("person", "department")(connection)) | set(
        _column("customer", "department")(connection)
    )


def _approvers(_connection: Connection) -> set[str]:
    return {row.role for row in POLICY if (row.command, row.relation) == ("decide_task", "entitled")}


_CLASSES = ("end", "dealer", "shop", "export")
_LISTS: Mapping[str, Any] = {
    "tier": _tiers, "class": _classes, "currency": _currencies, "department": _departments,
    "approver": _approvers, "person": _column("person", "code"), "site": _column("site", "code"),
    "region": _column("customer_address", "province"), "item": _column("item", "code"),
    "item_group": _column("item", "item_group"), "customer": _column("customer", "code"),
}  # fmt: skip
