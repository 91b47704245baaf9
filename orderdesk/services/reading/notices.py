"""What a person should hear of: what needs them, and what became of their orders. Read, never stored.

Grouped by order where they are shown. Each notice is one fact of the store, so it can be neither lost nor
told twice; what was seen already is remembered at the desk.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Row, Select, or_, select

from orderdesk.models import Base
from orderdesk.services.reading.inbox import inbox_rows

# Tables, not classes: read at the start, and the first use of a class configures all mappers.
_T = Base.metadata.tables
TASK, ORDER, HOLD, DELIVERY = _T["approval_task"], _T["sales_order"], _T["hold"], _T["delivery"]
COMMENT, CUSTOMER, PERSON = _T["order_comment"], _T["customer"], _T["person"]

Kind = Literal["needs_me", "about_mine"]

MOST = 200


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to hear of. ``code`` is its sentence with ``params``; ``by`` is who did it, where known."""

    kind: Kind
    code: str
    params: dict[str, object]
    order_id: UUID
    number: str
    customer: str
    customer_en: str
    by: str
    by_en: str
    at: datetime
    is_draft: bool = False


def notices(connection: Connection, person_id: UUID, since: datetime) -> tuple[Notice, ...]:
    """Return what ``person_id`` should hear of since an instant, the newest first, at most 200.

    What needs the person is there however old it is: tasks to decide, and orders that came back. About
    orders that the person entered: decisions, goods that left, holds, and what others said; comments also
    where the person has commented.
    """
    found = [
        *_to_decide(connection, person_id),
        *_came_back(connection, person_id),
        *_decided(connection, person_id, since),
        *_shipped(connection, person_id, since),
        *_held(connection, person_id, since),
        *_said(connection, person_id, since),
    ]
    return tuple(sorted(found, key=lambda notice: (notice.at, notice.number), reverse=True)[:MOST])


def _to_decide(connection: Connection, person_id: UUID) -> Iterator[Notice]:
    for row in inbox_rows(connection, person_id):
        yield Notice(
            "needs_me", "notice.to_decide", {}, row.order_id, row.number, row.customer, row.customer_en,
            row.asked_by, row.asked_by_en, row.opened_at,
        )  # fmt: skip


def _came_back(connection: Connection, person_id: UUID) -> Iterator[Notice]:
    """Yield the person's orders that an approver sent back and that nobody has sent in again."""
    newest: dict[UUID, Row[*tuple[Any, ...]]] = {}
    statement = _tasks().where(
        ORDER.c.entered_by == person_id,
        ORDER.c.state == "draft",
        ORDER.c.state_cause == "sent_back",
        TASK.c.state == "sent_back",
    )
    for row in connection.execute(statement.order_by(TASK.c.decided_at)):
        newest[row.order_id] = row
    for row in newest.values():
        reason = f"term.reason.{row.reason_code}" if row.reason_code and not row.reason else row.reason
        yield _notice("needs_me", "notice.sent_back", {"reason": reason}, row, row.decided_at, is_draft=True)


def _decided(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    statement = _tasks().where(
        TASK.c.decided_at >= since,
        (TASK.c.state + "").in_(("approved", "refused")),  # else SQLite walks all of these
        TASK.c.decided_by != person_id,
        ORDER.c.entered_by == person_id,
    )
    for row in connection.execute(statement.order_by(TASK.c.decided_at.desc()).limit(MOST)):
        last = row.task_state == "refused" or row.order_state in ("released", "closed")
        code = "notice.refused" if row.task_state == "refused" else "notice.approved"
        yield _notice("about_mine", code if last else "notice.approved_step", {}, row, row.decided_at)


def _shipped(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    statement = (
        select(DELIVERY.c.number.label("note"), DELIVERY.c.part, DELIVERY.c.shipped_at, *_OF_ORDER)
        .join(ORDER, ORDER.c.id == DELIVERY.c.order_id)
        .outerjoin(CUSTOMER, CUSTOMER.c.id == ORDER.c.customer_id)
        .outerjoin(PERSON, PERSON.c.id == DELIVERY.c.shipped_by)
        .where(DELIVERY.c.shipped_at >= since, ORDER.c.entered_by == person_id)
        .order_by(DELIVERY.c.shipped_at.desc())
        .limit(MOST)
    )
    for row in connection.execute(statement):
        params = {"note": row.note or "", "part": row.part}
        yield _notice("about_mine", "notice.shipped", params, row, row.shipped_at)


def _held(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    statement = (
        select(HOLD.c.kind.label("hold"), HOLD.c.set_at, *_OF_ORDER)
        .join(ORDER, ORDER.c.id == HOLD.c.order_id)
        .outerjoin(CUSTOMER, CUSTOMER.c.id == ORDER.c.customer_id)
        .outerjoin(PERSON, PERSON.c.id == HOLD.c.set_by)
        .where(
            HOLD.c.set_at >= since, HOLD.c.lifted_at.is_(None), ORDER.c.entered_by == person_id,
            or_(HOLD.c.set_by.is_(None), HOLD.c.set_by != person_id),
        )
        .limit(MOST)
    )  # fmt: skip
    for row in connection.execute(statement):
        yield _notice("about_mine", "notice.held", {"hold": f"term.hold.{row.hold}"}, row, row.set_at)


def _said(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    own = select(COMMENT.c.order_id).where(COMMENT.c.said_by == person_id)
    statement = (
        select(COMMENT.c.text, COMMENT.c.said_at, *_OF_ORDER)
        .join(ORDER, ORDER.c.id == COMMENT.c.order_id)
        .outerjoin(CUSTOMER, CUSTOMER.c.id == ORDER.c.customer_id)
        .outerjoin(PERSON, PERSON.c.id == COMMENT.c.said_by)
        .where(
            COMMENT.c.said_at >= since,
            or_(COMMENT.c.said_by.is_(None), COMMENT.c.said_by != person_id),
            or_(ORDER.c.entered_by == person_id, COMMENT.c.order_id.in_(own)),
        )
        .order_by(COMMENT.c.said_at.desc())
        .limit(MOST)
    )
    for row in connection.execute(statement):
        yield _notice("about_mine", "notice.said", {"text": row.text}, row, row.said_at)


_OF_ORDER = (
    ORDER.c.id.label("order_id"), ORDER.c.number, ORDER.c.state.label("order_state"),
    CUSTOMER.c.name.label("customer"), CUSTOMER.c.name_en.label("customer_en"), PERSON.c.name.label("by"),
    PERSON.c.name_en.label("by_en"),
)  # fmt: skip


def _tasks() -> Select[*tuple[Any, ...]]:
    return (
        select(
            TASK.c.state.label("task_state"), TASK.c.decided_at, TASK.c.reason,
            TASK.c.reason_code, *_OF_ORDER,
        )
        .join(ORDER, ORDER.c.id == TASK.c.order_id)
        .outerjoin(CUSTOMER, CUSTOMER.c.id == ORDER.c.customer_id)
        .outerjoin(PERSON, PERSON.c.id == TASK.c.decided_by)
    )  # fmt: skip


def _notice(
    kind: Kind,
    code: str,
    params: dict[str, object],
    row: Row[*tuple[Any, ...]],
    at: datetime,
    *,
    is_draft: bool = False,
) -> Notice:
    return Notice(
        kind, code, params, row.order_id, row.number, row.customer or "", row.customer_en or "", row.by or "",
        row.by_en or "", at, is_draft,
    )  # fmt: skip
