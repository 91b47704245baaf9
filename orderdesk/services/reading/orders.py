"""What a clerk's day looks like: the orders entered today and those still open, each as one row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Date,
    Row,
    Select,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    type_coerce,
    union,
)
from sqlalchemy.orm import aliased

from orderdesk.models import (
    ApprovalTask,
    Customer,
    Delivery,
    Hold,
    Order,
    OrderLine,
    Person,
    ScheduleLine,
)
from orderdesk.rules.states import (
    ApprovalState,
    LineState,
    OrderState,
    Quantities,
    TaskState,
    approval_summary,
    delivery_summary,
)
from orderdesk.services.planning import UNSHIPPED_STATES
from orderdesk.services.reading.inbox import start_of_day

PAGE = 200

ShownState = Literal[
    "draft",
    "submitted",
    "pending",
    "released",
    "partly_delivered",
    "delivered",
    "short_closed",
    "closed",
    "refused",
    "cancelled",
]
Key = tuple[datetime, UUID]  # where a page ends: ``entered_at`` and id of its last row

AnyRow = Row[*tuple[Any, ...]]

_GOING_ON = frozenset({"submitted", "released"})
_ENTERED, _APPROVED = aliased(Person), aliased(Person)
# What a list shows of an order, with its customer and people: built once, it is read with every list.
SHOWN = (
    select(
        Order.id, Order.number, Order.revision, Order.customer_class, Order.tier, Order.total,
        Order.currency, Order.line_count, Order.state, Order.state_cause, Order.state_reason,
        Order.self_approved_reason, Order.entered_at, Customer.name, Customer.name_en,
        _ENTERED.name.label("entered_by"), _ENTERED.name_en.label("entered_by_en"),
        _APPROVED.name.label("approved_by"), _APPROVED.name_en.label("approved_by_en"),
    )
    .outerjoin(Customer, Customer.id == Order.customer_id)
    .outerjoin(_ENTERED, _ENTERED.id == Order.entered_by)
    .outerjoin(_APPROVED, _APPROVED.id == Order.approved_by)
)  # fmt: skip
_TASK_ORDER = (ApprovalTask.order_id, ApprovalTask.round, ApprovalTask.step)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order as a list shows it. ``total`` is the amount due in ``currency``, tax included.

    The axes of its state stay apart; ``shown`` is the one word for all of them.
    """

    id: UUID
    number: str
    revision: int
    customer: str
    customer_en: str
    customer_class: str
    tier: str
    total: Decimal
    currency: str
    line_count: int
    state: OrderState
    approval: ApprovalState
    delivered: LineState
    reason: str  # of a refusal, a sending back: as typed, or the code of its words
    waits_for: str  # the role that is to decide now; "" where nobody is
    next_delivery: date | None  # of what is still open
    approved_by: str
    approved_by_en: str
    self_approved_reason: str
    holds: tuple[str, ...]  # kinds of the open ones, the oldest first
    entered_by: str
    entered_by_en: str
    entered_at: datetime
    state_cause: str = ""  # what made it so: refused, discarded, …

    @property
    def shown(self) -> ShownState:
        """The state in one word: how far the commercial side is, then how far the goods are."""
        return shown_state(self.state, self.approval, self.delivered)

    @property
    def key(self) -> Key:
        """Where a page that ends with this row goes on."""
        return self.entered_at, self.id


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Some rows, newest first, and whether older ones follow."""

    rows: tuple[OrderRow, ...]
    has_more: bool


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other tables say of some orders, by order id."""

    tasks: Mapping[UUID, Sequence[AnyRow]]
    lines: Mapping[UUID, Sequence[Quantities]]
    next_dates: Mapping[UUID, date]
    holds: Mapping[UUID, tuple[str, ...]]


def shown_state(state: OrderState, approval: ApprovalState, delivered: LineState) -> ShownState:
    """Return the one word for an order: pending and refused come from the approval, parts from the goods."""
    if state == "submitted":
        return "pending" if approval == "pending" else "submitted"
    if state == "cancelled":
        return "refused" if approval == "refused" else "cancelled"
    if state == "released" and delivered != "open":
        return delivered
    return state


def desk_orders(
    connection: Connection, now: datetime, after: Key | None = None, limit: int = PAGE
) -> OrderPage:
    """Return our own orders of today and those still open from before, newest first.

    Open is what waits for a decision or has a delivery that has not left. An older order refused today
    stands here too: its clerk has to tell the customer. Drafts have a list of their own, discarded ones and
    orders taken over from another system have none. ``now`` says which day it is at the company's site;
    ``after`` is the ``key`` of the last row already shown.
    """
    conditions = [
        Order.id.in_(_ids_of_the_day(start_of_day(connection, now))),
        func.length(Order.source) == 0,  # no comparison: SQLite would walk all our orders by its index
        Order.state != "draft",
        or_(Order.state != "cancelled", Order.state_cause != "discarded"),
    ]
    if after is not None:
        at, order_id = after
        conditions.append(or_(Order.entered_at < at, and_(Order.entered_at == at, Order.id < order_id)))
    found = _rows(connection, conditions, limit + 1)
    return OrderPage(found[:limit], has_more=len(found) > limit)


def order_row(connection: Connection, order_id: UUID) -> OrderRow | None:
    """Return one order in whatever state, drafts too; ``None`` if there is none."""
    return next(iter(_rows(connection, [Order.id == order_id], 1)), None)


def order_rows(connection: Connection, order_ids: Collection[UUID]) -> dict[UUID, OrderRow]:
    """Return these orders by id, those that there are; some hundreds at a time, each is bound by itself."""
    found = connection.execute(_SHOWN_BY_ID, {"ids": list(order_ids)}).all() if order_ids else ()
    return {row.id: row for row in shown_rows(connection, found)}


def counted_tasks(state: OrderState, tasks: Sequence[TaskState]) -> tuple[TaskState, ...]:
    """Return the tasks of the latest round that speak of the latest submit.

    An order that was sent back and then went straight through has a round, but not of this submit.
    """
    if state in {"released", "closed"} and not set(tasks) <= {"approved", "skipped"}:
        return ()
    return tuple(tasks)


def _ids_of_the_day(start: datetime) -> Select[Any]:
    """Return the ids, gathered by index: the table of orders only ever grows, the day does not."""
    today = select(Order.id).where(Order.entered_at >= start)
    submitted = select(Order.id).where(Order.state == "submitted")
    undelivered = select(Delivery.order_id).where(Delivery.state.in_((*UNSHIPPED_STATES, "exception")))
    refused = select(ApprovalTask.order_id).where(
        ApprovalTask.state == "refused", ApprovalTask.decided_at >= start
    )
    return select(union(today, submitted, undelivered, refused).subquery().c.id)


def _rows(
    connection: Connection, conditions: Collection[ColumnElement[bool]], limit: int
) -> tuple[OrderRow, ...]:
    found = connection.execute(
        SHOWN.where(*conditions).order_by(Order.entered_at.desc(), Order.id.desc()).limit(limit)
    ).all()
    return shown_rows(connection, found)


def shown_rows(connection: Connection, found: Sequence[AnyRow]) -> tuple[OrderRow, ...]:
    """Return rows of ``SHOWN``, whatever columns stand beside it, as lists show them."""
    beside = _beside(connection, [row.id for row in found])
    return tuple(_row(row, beside) for row in found)


def _row(row: AnyRow, beside: _Beside) -> OrderRow:
    tasks = beside.tasks.get(row.id, ())
    counted = counted_tasks(row.state, [task.state for task in tasks])
    return OrderRow(
        id=row.id, number=row.number, revision=row.revision, customer=row.name or "",
        customer_en=row.name_en or "", customer_class=row.customer_class, tier=row.tier, total=row.total,
        currency=row.currency, line_count=row.line_count, state=row.state,
        approval=approval_summary(row.state, counted),
        delivered=delivery_summary(beside.lines.get(row.id, ())),
        reason=row.state_reason, waits_for=next((task.role for task in tasks if task.state == "active"), ""),
        next_delivery=beside.next_dates.get(row.id) if row.state in _GOING_ON else None,
        approved_by=row.approved_by or "", approved_by_en=row.approved_by_en or "",
        self_approved_reason=row.self_approved_reason,
        holds=beside.holds.get(row.id, ()), entered_by=row.entered_by or "",
        entered_by_en=row.entered_by_en or "", entered_at=row.entered_at,
        state_cause=row.state_cause,
    )  # fmt: skip


def _beside(connection: Connection, order_ids: Sequence[UUID]) -> _Beside:
    ids = {"ids": order_ids}
    lines, next_dates = _goods(connection, ids)
    return _Beside(_latest_tasks(connection, ids), lines, next_dates, _holds(connection, ids))


_IDS: BindParameter[Sequence[UUID]] = bindparam("ids", expanding=True)
_SHOWN_BY_ID = SHOWN.where(Order.id.in_(_IDS))
_TASKS = (
    select(ApprovalTask.order_id, ApprovalTask.round, ApprovalTask.role, ApprovalTask.state)
    .where(ApprovalTask.order_id.in_(_IDS))
    .order_by(*_TASK_ORDER)
)
_OPEN = ScheduleLine.quantity > ScheduleLine.shipped + ScheduleLine.cancelled
_DAY = func.coalesce(ScheduleLine.planned, ScheduleLine.promised, ScheduleLine.requested)
_LEFT = func.coalesce(func.sum(ScheduleLine.shipped, type_=BigInteger), 0)
_GIVEN_UP = func.coalesce(func.sum(ScheduleLine.cancelled, type_=BigInteger), 0)
_BY_LINE = (
    select(
        OrderLine.order_id,
        (type_coerce(OrderLine.quantity, BigInteger) > _LEFT + _GIVEN_UP).label("is_open"),
        (_LEFT > 0).label("has_left"),
        (_GIVEN_UP > 0).label("was_given_up"),
        func.min(case((_OPEN, _DAY)), type_=Date).label("day"),
    )
    .outerjoin(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
    .where(OrderLine.order_id.in_(_IDS))
    .group_by(OrderLine.order_id, OrderLine.id, OrderLine.quantity)
    .subquery()
)
# Lines that are equally far count as one: how many there are of them makes no difference to the order.
_GOODS = select(
    _BY_LINE.c.order_id, _BY_LINE.c.is_open, _BY_LINE.c.has_left, _BY_LINE.c.was_given_up,
    func.min(_BY_LINE.c.day, type_=Date),
).group_by(_BY_LINE.c.order_id, _BY_LINE.c.is_open, _BY_LINE.c.has_left, _BY_LINE.c.was_given_up)  # fmt: skip
_HOLDS = (
    select(Hold.order_id, Hold.kind)
    .where(Hold.order_id.in_(_IDS), Hold.lifted_at.is_(None))
    .order_by(Hold.set_at, Hold.id)
)


def _latest_tasks(connection: Connection, ids: Mapping[str, Any]) -> dict[UUID, list[AnyRow]]:
    tasks: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    for row in connection.execute(_TASKS, ids):
        if tasks[row.order_id] and tasks[row.order_id][-1].round != row.round:
            tasks[row.order_id].clear()
        tasks[row.order_id].append(row)
    return tasks


def _goods(
    connection: Connection, ids: Mapping[str, Any]
) -> tuple[dict[UUID, list[Quantities]], dict[UUID, date]]:
    """Return how far the lines of orders are, and the first day on which something open is to go."""
    lines: defaultdict[UUID, list[Quantities]] = defaultdict(list)
    days: dict[UUID, date] = {}
    for order_id, is_open, has_left, was_given_up, day in connection.execute(_GOODS, ids):
        lines[order_id].append(_quantities(bool(is_open), bool(has_left), bool(was_given_up)))
        if day is not None:
            days[order_id] = min(day, days.get(order_id, day))
    return lines, days


@cache
def _quantities(is_open: bool, has_left: bool, was_given_up: bool) -> Quantities:  # a key
    """Return figures of a line that is so far."""
    left, given_up = Decimal(has_left), Decimal(was_given_up)
    return Quantities(Decimal(is_open) + left + given_up, left, given_up)


def _holds(connection: Connection, ids: Mapping[str, Any]) -> dict[UUID, tuple[str, ...]]:
    kinds: defaultdict[UUID, dict[str, None]] = defaultdict(dict)
    for row in connection.execute(_HOLDS, ids):
        kinds[row.order_id][row.kind] = None  # each kind once: two lines may be held for the same
    return {order_id: tuple(held) for order_id, held in kinds.items()}
