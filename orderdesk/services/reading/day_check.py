"""The day check 日结检查: what must not be left at closing time, each row with who has to do with it.

Every section is gathered by an index of what is still going on, never from the table of orders as a whole:
orders only ever grow, what is open does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Row, Select, exists, func, select, union
from sqlalchemy.orm import aliased

from orderdesk.clock import business_date
from orderdesk.models import (
    ApprovalTask,
    Customer,
    Delivery,
    DeliveryLine,
    Hold,
    NotePrint,
    Order,
    OrderLine,
    Person,
    ScheduleLine,
)
from orderdesk.rules.states import open_quantity
from orderdesk.services.planning import UNSHIPPED_STATES
from orderdesk.services.reading.inbox import default_zone, start_of_day
from orderdesk.values import round_amount

Section = Literal["drafts", "approvals", "due", "unprinted", "missed"]
SECTIONS: tuple[Section, ...] = ("drafts", "approvals", "due", "unprinted", "missed")

PAPERLESS_DAYS = 31  # a note that nobody has printed for so long is not going to be missed tonight
_GONE = ("shipped", "delivered", "exception")
_CHUNK = 500  # ids bound to one statement

CHECK_FIELDS = (
    "section", "number", "customer_code", "customer", "day", "since", "who", "role", "amount", "currency",
    "cause", "tier", "order_id", "id",
)  # fmt: skip

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One thing that is left. ``amount`` in ``currency`` is what it is about, tax included.

    ``cause`` says more of its state: of a draft ``parked``, ``sent_back`` or ``withdrawn``; of goods that are
    to go ``submitted`` (nobody has approved them yet) or ``held``; else nothing. ``day`` is the one that was
    promised, in the site's zone; ``since`` is when it began to lie: keyed, asked, shipped.
    """

    section: Section
    id: UUID  # of the order, the task or the delivery that it is about
    order_id: UUID
    number: str  # of the order; of a note its own
    customer_code: str
    customer: str
    customer_en: str
    tier: str
    day: date | None
    since: datetime
    who: str
    who_en: str
    role: str  # that is asked to approve
    amount: Decimal
    currency: str
    cause: str = ""


@dataclass(frozen=True, slots=True)
class DayCheck:
    """What is left on ``today``, a day in the site's ``zone``; the oldest first in each section."""

    today: date
    zone: str
    rows: tuple[CheckRow, ...]

    def of(self, section: Section) -> tuple[CheckRow, ...]:
        """Return the rows of one section."""
        return tuple(row for row in self.rows if row.section == section)

    @property
    def counts(self) -> dict[Section, int]:
        """How many rows each section has."""
        return {section: len(self.of(section)) for section in SECTIONS}

    @property
    def is_clear(self) -> bool:
        """Whether nothing is left."""
        return not self.rows


def day_check(connection: Connection, now: datetime) -> DayCheck:
    """Return what is left of our own orders; ``now`` says which day it is at the company's site."""
    zone = default_zone(connection)
    today = business_date(now, zone)
    rows = (
        *_drafts(connection),
        *_approvals(connection),
        *_open_goods(connection, today),
        *_unprinted(connection, start_of_day(connection, now) - timedelta(days=PAPERLESS_DAYS)),
    )
    return DayCheck(today, zone, tuple(sorted(rows, key=_place)))


def _place(row: CheckRow) -> tuple[int, date, datetime, str]:
    """Sections one after the other; in each what has waited longest comes first."""
    return SECTIONS.index(row.section), row.day or date.max, row.since, row.number


def check_fields(row: CheckRow) -> dict[str, object]:
    """Return a row under the names of ``CHECK_FIELDS``, for lists at the command line."""
    return dict(zip(CHECK_FIELDS, (getattr(row, name) for name in CHECK_FIELDS), strict=True))


# ── drafts and approvals ───────────────────────────────────────────────────────────────────────────


def _drafts(connection: Connection) -> Iterator[CheckRow]:
    """Drafts that somebody parked, that came back, or that were never sent."""
    found = connection.execute(
        _orders(Order.entered_at.label("since"), Order.total.label("amount")).where(Order.state == "draft")
    )
    for row in found:
        cause = "sent_back" if row.state_cause == "sent_back" else "parked" if row.parked else row.state_cause
        yield _row("drafts", row, row.order_id, cause=cause)


def _approvals(connection: Connection) -> Iterator[CheckRow]:
    """Steps that somebody is to decide now."""
    found = connection.execute(
        _orders(
            ApprovalTask.id.label("task_id"), ApprovalTask.role, ApprovalTask.opened_at.label("since"),
            Order.total.label("amount"),
        )
        .join(ApprovalTask, ApprovalTask.order_id == Order.id)
        .where(ApprovalTask.state == "active")
    )  # fmt: skip
    for row in found:
        yield _row("approvals", row, row.task_id, role=row.role)


# ── goods that are to go ───────────────────────────────────────────────────────────────────────────


def _open_goods(connection: Connection, today: date) -> Iterator[CheckRow]:
    """Orders of which something is to go today, and those of which something was promised for before."""
    due: defaultdict[UUID, Decimal] = defaultdict(Decimal)
    missed: defaultdict[UUID, Decimal] = defaultdict(Decimal)
    missed_day: dict[UUID, date] = {}
    for part in connection.execute(_dated_parts(today)):
        left = open_quantity(part.quantity, part.shipped, part.cancelled)
        amount = part.amount_gross * left / part.ordered
        promised = part.promised or part.requested
        planned = part.planned or promised
        if planned == today:
            due[part.order_id] += amount
        if promised is not None and promised < today:
            missed[part.order_id] += amount
            missed_day[part.order_id] = min(promised, missed_day.get(part.order_id, promised))
    held = _held(connection, {*due, *missed})
    for row in _going_on(connection, {*due, *missed}):
        cause = "submitted" if row.state == "submitted" else "held" if row.order_id in held else ""
        if row.order_id in due:
            amount = round_amount(due[row.order_id], row.currency)
            yield _row("due", row, row.order_id, day=today, amount=amount, cause=cause)
        if row.order_id in missed:
            amount, day = round_amount(missed[row.order_id], row.currency), missed_day[row.order_id]
            yield _row("missed", row, row.order_id, day=day, amount=amount, cause=cause)


def _dated_parts(today: date) -> Select[*tuple[Any, ...]]:
    """Parts of our orders that are going on, of which something is open and due by today."""
    submitted = select(Order.id).where(Order.state == "submitted")
    undelivered = select(Delivery.order_id).where(Delivery.state.in_(UNSHIPPED_STATES))
    going_on = union(submitted, undelivered).subquery()
    first = func.coalesce(ScheduleLine.promised, ScheduleLine.requested)
    return (
        select(
            OrderLine.order_id, OrderLine.quantity.label("ordered"), OrderLine.amount_gross,
            ScheduleLine.quantity, ScheduleLine.shipped, ScheduleLine.cancelled, ScheduleLine.requested,
            ScheduleLine.promised, ScheduleLine.planned,
        )
        .select_from(going_on)
        .join(OrderLine, OrderLine.order_id == going_on.c.id)
        .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
        .where(
            ScheduleLine.quantity > ScheduleLine.shipped + ScheduleLine.cancelled,
            (func.coalesce(ScheduleLine.planned, first) == today) | (first < today),
        )
    )  # fmt: skip


def _going_on(connection: Connection, order_ids: Iterable[UUID]) -> Iterator[AnyRow]:
    statement = _orders(Order.entered_at.label("since"))
    for ids in _chunks(order_ids):
        for row in connection.execute(statement.where(Order.id.in_(ids))):
            if row.state in ("submitted", "released"):
                yield row


def _held(connection: Connection, order_ids: Iterable[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for ids in _chunks(order_ids):
        found.update(
            connection.scalars(select(Hold.order_id).where(Hold.order_id.in_(ids), Hold.lifted_at.is_(None)))
        )
    return found


def _chunks(ids: Iterable[UUID]) -> Iterator[Sequence[UUID]]:
    """Some hundreds at a time: each id is bound by itself."""
    every = sorted(ids)
    for start in range(0, len(every), _CHUNK):
        yield every[start : start + _CHUNK]


# ── papers ─────────────────────────────────────────────────────────────────────────────────────────


def _unprinted(connection: Connection, since: datetime) -> Iterator[CheckRow]:
    """Deliveries that have left since then, of whose note no print is recorded."""
    printed = exists().where(NotePrint.delivery_id == Delivery.id)
    found = connection.execute(
        _orders(
            Delivery.id.label("delivery_id"), Delivery.number.label("note"),
            Delivery.shipped_at.label("since"), Delivery.shipped_by, Delivery.state.label("delivery_state"),
        )
        .join(Delivery, Delivery.order_id == Order.id)
        .where(Delivery.shipped_at >= since, ~printed)  # a state here, and SQLite walks all that ever left
    ).all()  # fmt: skip
    found = [row for row in found if row.delivery_state in _GONE]
    amounts = _shipped_amounts(connection, [row.delivery_id for row in found])
    people = _people(connection, {row.shipped_by for row in found if row.shipped_by is not None})
    for row in found:
        amount = round_amount(amounts.get(row.delivery_id, Decimal(0)), row.currency)
        name, name_en = people.get(row.shipped_by, ("", ""))
        yield _row(
            "unprinted", row, row.delivery_id, number=row.note or row.number, amount=amount, who=name,
            who_en=name_en,
        )  # fmt: skip


def _shipped_amounts(connection: Connection, delivery_ids: Sequence[UUID]) -> dict[UUID, Decimal]:
    amounts: defaultdict[UUID, Decimal] = defaultdict(Decimal)
    for ids in _chunks(delivery_ids):
        lines = connection.execute(
            select(DeliveryLine.delivery_id, DeliveryLine.shipped, OrderLine.quantity, OrderLine.amount_gross)
            .join(OrderLine, OrderLine.id == DeliveryLine.order_line_id)
            .where(DeliveryLine.delivery_id.in_(ids))
        )
        for line in lines:
            amounts[line.delivery_id] += line.amount_gross * line.shipped / line.quantity
    return amounts


def _people(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    found = connection.execute(select(Person.id, Person.name, Person.name_en).where(Person.id.in_(set(ids))))
    return {row.id: (row.name, row.name_en) for row in found}


# ── rows ───────────────────────────────────────────────────────────────────────────────────────────


def _orders(*more: Any) -> Select[*tuple[Any, ...]]:
    """Return what every row says of its order, for our own orders."""
    seller, clerk = aliased(Person), aliased(Person)
    return (
        select(
            Order.id.label("order_id"), Order.number, Order.state, Order.state_cause, Order.parked,
            Order.tier, Order.currency, Customer.code.label("customer_code"), Customer.name, Customer.name_en,
            func.coalesce(clerk.name, seller.name, "").label("who"),
            func.coalesce(clerk.name_en, seller.name_en, "").label("who_en"),
            *more,
        )
        .select_from(Order)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(clerk, clerk.id == Order.entered_by)
        .outerjoin(seller, seller.id == Order.salesperson_id)
        .where(func.length(Order.source) == 0)  # no comparison: SQLite would walk all our orders by its index
    )  # fmt: skip


def _row(section: Section, row: AnyRow, object_id: UUID, **other: Any) -> CheckRow:
    """Return what every row says of its order, with what is otherwise in this section."""
    said = {
        "number": row.number, "day": None, "amount": getattr(row, "amount", None), "role": "", "cause": "",
        "who": row.who, "who_en": row.who_en, **other,
    }  # fmt: skip
    return CheckRow(
        section=section, id=object_id, order_id=row.order_id, customer_code=row.customer_code or "",
        customer=row.name or "", customer_en=row.name_en or "", tier=row.tier, since=row.since,
        currency=row.currency, **said,
    )  # fmt: skip
