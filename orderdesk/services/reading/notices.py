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

from orderdesk.models import ApprovalTask, Customer, Delivery, Hold, Order, OrderComment, Person
from orderdesk.services.reading.inbox import inbox_rows

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
        Order.entered_by == person_id,
        Order.state == "draft",
        Order.state_cause == "sent_back",
        ApprovalTask.state == "sent_back",
    )
    for row in connection.execute(statement.order_by(ApprovalTask.decided_at)):
        newest[row.order_id] = row
    for row in newest.values():
        reason = f"term.reason.{row.reason_code}" if row.reason_code and not row.reason else row.reason
        yield _notice("needs_me", "notice.sent_back", {"reason": reason}, row, row.decided_at, is_draft=True)


def _decided(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    statement = _tasks().where(
        ApprovalTask.decided_at >= since,
        (ApprovalTask.state + "").in_(("approved", "refused")),  # else SQLite walks all of these
        ApprovalTask.decided_by != person_id,
        Order.entered_by == person_id,
    )
    for row in connection.execute(statement.order_by(ApprovalTask.decided_at.desc()).limit(MOST)):
        last = row.task_state == "refused" or row.order_state in ("released", "closed")
        code = "notice.refused" if row.task_state == "refused" else "notice.approved"
        yield _notice("about_mine", code if last else "notice.approved_step", {}, row, row.decided_at)


def _shipped(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    statement = (
        select(Delivery.number.label("note"), Delivery.part, Delivery.shipped_at, *_OF_ORDER)
        .join(Order, Order.id == Delivery.order_id)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(Person, Person.id == Delivery.shipped_by)
        .where(Delivery.shipped_at >= since, Order.entered_by == person_id)
        .order_by(Delivery.shipped_at.desc())
        .limit(MOST)
    )
    for row in connection.execute(statement):
        params = {"note": row.note or "", "part": row.part}
        yield _notice("about_mine", "notice.shipped", params, row, row.shipped_at)


def _held(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    statement = (
        select(Hold.kind.label("hold"), Hold.set_at, *_OF_ORDER)
        .join(Order, Order.id == Hold.order_id)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(Person, Person.id == Hold.set_by)
        .where(
            Hold.set_at >= since, Hold.lifted_at.is_(None), Order.entered_by == person_id,
            or_(Hold.set_by.is_(None), Hold.set_by != person_id),
        )
        .limit(MOST)
    )  # fmt: skip
    for row in connection.execute(statement):
        yield _notice("about_mine", "notice.held", {"hold": f"term.hold.{row.hold}"}, row, row.set_at)


def _said(connection: Connection, person_id: UUID, since: datetime) -> Iterator[Notice]:
    own = select(OrderComment.order_id).where(OrderComment.said_by == person_id)
    statement = (
        select(OrderComment.text, OrderComment.said_at, *_OF_ORDER)
        .join(Order, Order.id == OrderComment.order_id)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(Person, Person.id == OrderComment.said_by)
        .where(
            OrderComment.said_at >= since,
            or_(OrderComment.said_by.is_(None), OrderComment.said_by != person_id),
            or_(Order.entered_by == person_id, OrderComment.order_id.in_(own)),
        )
        .order_by(OrderComment.said_at.desc())
        .limit(MOST)
    )
    for row in connection.execute(statement):
        yield _notice("about_mine", "notice.said", {"text": row.text}, row, row.said_at)


_OF_ORDER = (
    Order.id.label("order_id"), Order.number, Order.state.label("order_state"),
    Customer.name.label("customer"), Customer.name_en.label("customer_en"), Person.name.label("by"),
    Person.name_en.label("by_en"),
)  # fmt: skip


def _tasks() -> Select[*tuple[Any, ...]]:
    return (
        select(
            ApprovalTask.state.label("task_state"), ApprovalTask.decided_at, ApprovalTask.reason,
            ApprovalTask.reason_code, *_OF_ORDER,
        )
        .join(Order, Order.id == ApprovalTask.order_id)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(Person, Person.id == ApprovalTask.decided_by)
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
