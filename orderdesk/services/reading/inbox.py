"""What waits for somebody to decide: the rows of the inbox, what was decided today, the badge."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, func, select

from orderdesk.models import Base
from orderdesk.rules.approval import reason_words
from orderdesk.rules.facts import ApprovalReason
from orderdesk.services.approval_rights import Relation, Rights, authors_of, read_rights
from orderdesk.services.writing import setting

# Tables, not classes: the badge is counted at the start, and the first use of a class configures all mappers.
_T = Base.metadata.tables
TASK, ORDER, CUSTOMER = _T["approval_task"], _T["sales_order"], _T["customer"]
PERSON, SETTING, SITE = _T["person"], _T["setting"], _T["site"]

_DECIDED = ("approved", "refused", "sent_back")
_MOST_SENT_BACK = 200


@dataclass(frozen=True, slots=True)
class Reason:
    """Why somebody is asked: a row of the rule table, with code and params of its sentence."""

    row: int
    code: str
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A task that waits for a decision. ``id`` is the task's; amounts are in ``currency``."""

    id: UUID
    order_id: UUID
    number: str
    customer: str
    customer_en: str
    customer_class: str
    tier: str
    total: Decimal
    currency: str
    urgency: str
    role: str
    step: int
    steps: int
    round: int
    relation: Relation
    reasons: tuple[Reason, ...]
    opened_at: datetime
    asked_by: str
    asked_by_en: str

    @property
    def reason(self) -> Reason | None:
        """The reason that asked first."""
        return self.reasons[0] if self.reasons else None


@dataclass(frozen=True, slots=True)
class DoneRow:
    """A task that somebody decided, with what has become of the order."""

    id: UUID
    order_id: UUID
    number: str
    customer: str
    customer_en: str
    customer_class: str
    tier: str
    total: Decimal
    currency: str
    state: str  # approved, refused, sent_back
    decided_at: datetime
    order_state: str


def inbox_rows(connection: Connection, person_id: UUID) -> tuple[InboxRow, ...]:
    """Return the tasks that ``person_id`` may decide now, the oldest first.

    Orders that the person wrote are left out, but where the company's setting lets an author decide alone.
    """
    rights = read_rights(connection)
    return tuple(_row(found, relation) for found, relation in _mine(connection, rights, person_id))


def badge_count(connection: Connection, person_id: UUID) -> int:
    """Return how many tasks wait for ``person_id``."""
    rights = read_rights(connection)
    return sum(1 for _ in _mine(connection, rights, person_id))


def done_today(connection: Connection, person_id: UUID, now: datetime) -> tuple[DoneRow, ...]:
    """Return what ``person_id`` decided since midnight at the company's site, the newest first."""
    statement = _decided().where(
        TASK.c.decided_by == person_id,
        (TASK.c.state + "").in_(_DECIDED),  # a state here, and SQLite walks all that was ever decided
        TASK.c.decided_at >= start_of_day(connection, now),
    )
    return _done_rows(connection.execute(statement))


def start_of_day(connection: Connection, now: datetime) -> datetime:
    """Return the instant of the last midnight at the site that orders ship from; UTC without a site."""
    zone = ZoneInfo(default_zone(connection))
    return datetime.combine(now.astimezone(zone).date(), time(), zone).astimezone(UTC)


def default_zone(connection: Connection) -> str:
    """Return the IANA zone of the company's default site, else of its first; ``UTC`` without a site."""
    chosen = select(SETTING.c.value).where(SETTING.c.key == "site.default").scalar_subquery()
    zone = connection.execute(
        select(SITE.c.zone).order_by((SITE.c.code == chosen).desc().nulls_last(), SITE.c.code).limit(1)
    ).scalar_one_or_none()
    return zone or "UTC"


def team_rows(connection: Connection) -> tuple[InboxRow, ...]:
    """Return every task that waits for anybody, the oldest first: what the team has before it."""
    found = connection.execute(_tasks().where(TASK.c.state == "active"))
    return tuple(_row(row, "not_entitled") for row in found)


def sent_back(connection: Connection, person_id: UUID) -> tuple[DoneRow, ...]:
    """Return what ``person_id`` sent back and nobody has sent in again, the newest first."""
    statement = (
        _decided()
        .where(
            TASK.c.decided_by == person_id,
            TASK.c.state == "sent_back",
            ORDER.c.state == "draft",
            ORDER.c.state_cause == "sent_back",
        )
        .limit(_MOST_SENT_BACK)
    )
    return _done_rows(connection.execute(statement))


def bulk_limit(connection: Connection) -> Decimal | None:
    """Return the sum above which approving several at once asks for their count; ``None`` for no limit."""
    limit = setting(connection, "approval.bulk_limit")
    return Decimal(limit) if limit else None


def row_of_task(connection: Connection, task_id: UUID, person_id: UUID) -> InboxRow | None:
    """Return any task as a row of the inbox, whoever may decide it; ``None`` if there is none."""
    found = connection.execute(_tasks().where(TASK.c.id == task_id)).one_or_none()
    if found is None:
        return None
    relation = read_rights(connection).relation(person_id, found.role, authors_of(found.authors))
    return _row(found, relation)


def _mine(connection: Connection, rights: Rights, person_id: UUID) -> Iterator[tuple[Row[Any], Relation]]:
    for found in connection.execute(_tasks().where(TASK.c.state == "active")):
        relation = rights.relation(person_id, found.role, authors_of(found.authors))
        if relation != "not_entitled":
            yield found, relation


def _decided() -> Select[*tuple[Any, ...]]:
    return (
        select(
            TASK.c.id, TASK.c.order_id, TASK.c.state, TASK.c.decided_at,
            ORDER.c.number, ORDER.c.tier, ORDER.c.customer_class, ORDER.c.total, ORDER.c.currency,
            ORDER.c.state.label("order_state"), CUSTOMER.c.name, CUSTOMER.c.name_en,
        )
        .join(ORDER, ORDER.c.id == TASK.c.order_id)
        .outerjoin(CUSTOMER, CUSTOMER.c.id == ORDER.c.customer_id)
        .order_by(TASK.c.decided_at.desc(), TASK.c.id)
    )  # fmt: skip


def _done_rows(found: Iterable[Row[Any]]) -> tuple[DoneRow, ...]:
    return tuple(
        DoneRow(
            id=row.id, order_id=row.order_id, number=row.number, customer=row.name or "",
            customer_en=row.name_en or "", customer_class=row.customer_class, tier=row.tier, total=row.total,
            currency=row.currency, state=row.state, decided_at=row.decided_at, order_state=row.order_state,
        )
        for row in found
    )  # fmt: skip


def _tasks() -> Select[Any]:
    other = TASK.alias()
    steps = (
        select(func.count())
        .where(other.c.order_id == TASK.c.order_id, other.c.round == TASK.c.round)
        .scalar_subquery()
    )
    return (
        select(
            TASK.c.id, TASK.c.order_id, TASK.c.role, TASK.c.step, TASK.c.round,
            TASK.c.why, TASK.c.opened_at, steps.label("steps"), ORDER.c.number, ORDER.c.tier,
            ORDER.c.customer_class, ORDER.c.total, ORDER.c.currency, ORDER.c.urgency, ORDER.c.authors,
            CUSTOMER.c.name, CUSTOMER.c.name_en, PERSON.c.name.label("asked_by"),
            PERSON.c.name_en.label("asked_by_en"),
        )
        .join(ORDER, ORDER.c.id == TASK.c.order_id)
        .outerjoin(CUSTOMER, CUSTOMER.c.id == ORDER.c.customer_id)
        .outerjoin(PERSON, PERSON.c.id == ORDER.c.entered_by)
        .order_by(TASK.c.opened_at, ORDER.c.number, TASK.c.step)
    )  # fmt: skip


def _row(found: Row[Any], relation: Relation) -> InboxRow:
    return InboxRow(
        id=found.id, order_id=found.order_id, number=found.number, customer=found.name or "",
        customer_en=found.name_en or "", customer_class=found.customer_class, tier=found.tier,
        total=found.total, currency=found.currency, urgency=found.urgency, role=found.role, step=found.step,
        steps=found.steps, round=found.round, relation=relation, reasons=reasons_of(found.why),
        opened_at=found.opened_at, asked_by=found.asked_by or "", asked_by_en=found.asked_by_en or "",
    )  # fmt: skip


def reasons_of(why: str) -> tuple[Reason, ...]:
    """Return the reasons stored with a task, in the order of the table's rows."""
    told = json.loads(why)
    reasons = []
    for entry in told["reasons"]:
        code, params = reason_words(ApprovalReason(entry["row"], entry["note"]), told["facts"])
        reasons.append(Reason(entry["row"], code, params))
    return tuple(reasons)
