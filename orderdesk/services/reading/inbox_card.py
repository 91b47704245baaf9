"""One task with all that its decision needs: why it is here, what changed, lines, margin, credit, history."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, Row, select

from orderdesk.errors import Problem
from orderdesk.models import ApprovalTask, CreditAccount, Customer, Order, Person, Site
from orderdesk.rules.material import Kind, diff
from orderdesk.services.flagged_notes import read_notes
from orderdesk.services.holds import OpenHold, open_holds
from orderdesk.services.order_material import (
    difference,
    line_of,
    material_from_rows,
    units_in_english,
)
from orderdesk.services.places import place_text
from orderdesk.services.reading.comments import Comment, comments_of
from orderdesk.services.reading.files import FileRow, order_files
from orderdesk.services.reading.inbox import InboxRow, Reason, row_of_task
from orderdesk.services.reading.inbox_lines import CardLine, card_lines, line_cost
from orderdesk.values import digest
from orderdesk.wire.drafts import NoteDraft

BaselineKind = Literal["approved", "sent_back", "rules"]
_SIMILAR_LIMIT = 50
_DECIDED = ("approved", "refused", "sent_back")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the order is compared with: what was approved or sent back before, else what the rules allow."""

    kind: BaselineKind
    is_own: bool = False
    by: str = ""
    by_en: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CardChange:
    """A difference from the baseline, and which line it is about."""

    mark: Kind
    problem: Problem  # its words: a code of ``problem.task.difference`` with params
    item: str  # code; empty for the order itself
    position: int | None  # of the line now; None for the order itself and for a line that is gone


@dataclass(frozen=True, slots=True)
class CardStep:
    """A step of the route, with who decided it."""

    id: UUID
    step: int
    role: str
    state: str
    by: str
    by_en: str
    at: datetime | None
    reason_code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Similar:
    """A decision for the same customer, by the same role, for the same reason."""

    number: str
    total: Decimal
    currency: str
    state: str
    at: datetime
    by: str
    by_en: str
    reason_code: str
    reason: str


@dataclass(frozen=True, slots=True)
class InboxCard:
    """A task as its approver sees it. A decision sends ``material`` back: it holds for exactly this.

    Amounts are in the row's currency; margins are fractions of the price without tax.
    """

    row: InboxRow
    state: str  # of the task
    order_state: str
    material: str  # SHA-256 of the material as the order stands now
    is_as_submitted: bool  # whether that is still what was submitted
    reasons: tuple[Reason, ...]
    table: str
    table_version: int
    facts: Mapping[str, str]
    document_date: date
    requested: date | None
    po_number: str
    delivery_method: str
    deliver_to: str
    notes: tuple[NoteDraft, ...]
    terms: Mapping[str, Any]
    salesperson: str
    salesperson_en: str
    submitted_at: datetime | None
    zone: str
    prices_include_tax: bool
    order_discount: Decimal
    self_approved_reason: str
    baseline: Baseline
    changes: tuple[CardChange, ...]
    lines: tuple[CardLine, ...]
    margin: Decimal | None
    margin_before: Decimal | None
    lines_without_cost: int
    credit_limit: Decimal | None
    credit_after: Decimal | None  # with this order taken; None where no limit is set
    steps: tuple[CardStep, ...]
    similar: tuple[Similar, ...]  # the newest first
    holds: tuple[OpenHold, ...]
    comments: tuple[Comment, ...] = ()
    files: tuple[FileRow, ...] = ()  # the newest first

    @property
    def unchanged_lines(self) -> int:
        """How many lines are as they were in the baseline."""
        touched = {entry.position for entry in self.changes}
        return sum(1 for line in self.lines if line.position not in touched)

    def count_similar(self, state: str) -> int:
        """Return how many similar tasks were decided so (approved, refused, sent_back)."""
        return sum(1 for entry in self.similar if entry.state == state)


def inbox_card(connection: Connection, task_id: UUID, person_id: UUID) -> InboxCard | None:
    """Return the card of a task as ``person_id`` sees it; ``None`` if there is no such task."""
    row = row_of_task(connection, task_id, person_id)
    if row is None:
        return None
    task = connection.execute(select(ApprovalTask.__table__).where(ApprovalTask.id == task_id)).one()
    order = connection.execute(_order().where(Order.id == row.order_id)).one()
    now = material_from_rows(connection, row.order_id)
    lines = card_lines(connection, row.order_id, order.rate)
    baseline, before = _baseline(connection, task, person_id)
    net = sum((line.amount_net * order.rate for line in lines), Decimal(0))
    costs = [line.cost for line in lines if line.cost is not None]
    told = json.loads(task.why)
    return InboxCard(
        row=row, state=task.state, order_state=order.state, material=digest(now),
        is_as_submitted=digest(now) == task.material_sha256, reasons=row.reasons, table=told["table"],
        table_version=told["version"], facts=told["facts"], document_date=order.document_date,
        requested=order.requested, po_number=order.po_number, delivery_method=order.delivery_method,
        deliver_to=_address(order.deliver_to), notes=read_notes(order.note, order.notes),
        terms=json.loads(order.terms) if order.terms else {}, salesperson=order.salesperson or "",
        salesperson_en=order.salesperson_en or "", submitted_at=order.submitted_at,
        zone=order.zone or "UTC", prices_include_tax=order.prices_include_tax,
        order_discount=order.order_discount, self_approved_reason=order.self_approved_reason,
        baseline=baseline, changes=_changes(connection, before, now, lines), lines=lines,
        margin=_margin(net, sum(costs, Decimal(0))) if len(costs) == len(lines) else None,
        margin_before=_margin_before(before, now, lines, order.rate),
        lines_without_cost=len(lines) - len(costs), credit_limit=order.credit_limit,
        credit_after=_credit_after(order), steps=_steps(connection, task),
        similar=_similar(connection, task, order.customer_id), holds=open_holds(connection, row.order_id),
        comments=comments_of(connection, row.order_id), files=order_files(connection, row.order_id),
    )  # fmt: skip


def _order() -> Any:
    return (
        select(
            Order.state, Order.rate, Order.document_date, Order.requested, Order.po_number,
            Order.delivery_method, Order.deliver_to, Order.note, Order.notes, Order.terms, Order.submitted_at,
            Order.prices_include_tax, Order.order_discount, Order.self_approved_reason, Order.customer_id,
            Person.name.label("salesperson"), Person.name_en.label("salesperson_en"), Site.zone,
            Customer.credit_limit, Customer.receivable, CreditAccount.exposure,
        )
        .outerjoin(Person, Person.id == Order.salesperson_id)
        .outerjoin(Site, Site.id == Order.site_id)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .outerjoin(CreditAccount, CreditAccount.customer_id == Order.customer_id)
    )  # fmt: skip


def _credit_after(order: Row[*tuple[Any, ...]]) -> Decimal | None:
    """Return what is left of the limit; a submitted order stands in the exposure already."""
    if order.credit_limit is None:
        return None
    taken: Decimal = (order.exposure or Decimal(0)) + (order.receivable or Decimal(0))
    return Decimal(order.credit_limit) - taken


def _baseline(
    connection: Connection, task: Row[*tuple[Any, ...]], person_id: UUID
) -> tuple[Baseline, Mapping[str, Any] | None]:
    """Return what to compare with, and its material: own decisions first, then approvals, then others'."""
    found = connection.execute(
        select(
            ApprovalTask.state, ApprovalTask.decided_by, ApprovalTask.decided_at, ApprovalTask.material,
            Person.name, Person.name_en,
        )
        .outerjoin(Person, Person.id == ApprovalTask.decided_by)
        .where(
            ApprovalTask.order_id == task.order_id,
            ApprovalTask.round < task.round,
            ApprovalTask.state.in_(("approved", "sent_back")),
        )
        .order_by(ApprovalTask.round.desc(), ApprovalTask.step.desc())
    ).all()  # fmt: skip
    own = [entry for entry in found if entry.decided_by == person_id]
    approved = [entry for entry in found if entry.state == "approved"]
    best = next(iter(own or approved or found), None)
    if best is None:
        return Baseline("rules"), None
    baseline = Baseline(
        kind=best.state, is_own=best.decided_by == person_id, by=best.name or "", by_en=best.name_en or "",
        at=best.decided_at,
    )  # fmt: skip
    return baseline, json.loads(best.material)


def _changes(
    connection: Connection,
    before: Mapping[str, Any] | None,
    now: Mapping[str, Any],
    lines: Sequence[CardLine],
) -> tuple[CardChange, ...]:
    if before is None:
        return ()
    positions = {str(line.id): line.position for line in lines}
    english = units_in_english(connection, before, now)
    changes = []
    for change in diff(before, now):
        problem = difference(change, before, now, english)
        place = positions.get(line_of(change.path) or "")
        changes.append(CardChange(change.kind, problem, str(problem.params["item"]), place))
    return tuple(changes)


def _margin(net: Decimal, cost: Decimal) -> Decimal | None:
    return (net - cost) / net if net > 0 else None


def _margin_before(
    before: Mapping[str, Any] | None, now: Mapping[str, Any], lines: Sequence[CardLine], rate: Decimal
) -> Decimal | None:
    """Return the margin of the baseline at today's cost, where all of its lines are still on the order."""
    if before is None or before == now:
        return None
    by_id = {str(line.id): line for line in lines}
    net = cost = Decimal(0)
    for line_id, was in before["lines"].items():
        line = by_id.get(line_id)
        unit_cost = line.unit_cost if line is not None and line.unit == was["unit"] else None
        if line is None or unit_cost is None or line.code != was["item"]:
            return None
        quantity = Decimal(was["quantity"])
        net += Decimal(was["net_price"]) * quantity / line.price_unit * rate
        cost += line_cost(unit_cost, quantity, line.price_unit)
    return _margin(net, cost)


def _steps(connection: Connection, task: Row[*tuple[Any, ...]]) -> tuple[CardStep, ...]:
    found = connection.execute(
        select(ApprovalTask.__table__, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == ApprovalTask.decided_by)
        .where(ApprovalTask.order_id == task.order_id, ApprovalTask.round == task.round)
        .order_by(ApprovalTask.step)
    )
    return tuple(
        CardStep(
            id=row.id, step=row.step, role=row.role, state=row.state, by=row.name or "",
            by_en=row.name_en or "", at=row.decided_at, reason_code=row.reason_code, reason=row.reason,
        )
        for row in found
    )  # fmt: skip


def _similar(
    connection: Connection, task: Row[*tuple[Any, ...]], customer_id: UUID | None
) -> tuple[Similar, ...]:
    """Return what was decided for this customer by this role for the same first reason, the newest first."""
    found = connection.execute(
        select(
            ApprovalTask.state, ApprovalTask.why, ApprovalTask.decided_at, ApprovalTask.reason_code,
            ApprovalTask.reason, Order.number, Order.total, Order.currency, Person.name, Person.name_en,
        )
        .join(Order, Order.id == ApprovalTask.order_id)
        .outerjoin(Person, Person.id == ApprovalTask.decided_by)
        .where(
            Order.customer_id == customer_id,
            Order.id != task.order_id,
            ApprovalTask.role == task.role,
            ApprovalTask.state.in_(_DECIDED),
        )
        .order_by(ApprovalTask.decided_at.desc(), ApprovalTask.id)
        .limit(_SIMILAR_LIMIT)
    )  # fmt: skip
    wanted = json.loads(task.why)["note"]
    return tuple(
        Similar(
            number=row.number, total=row.total, currency=row.currency, state=row.state, at=row.decided_at,
            by=row.name or "", by_en=row.name_en or "", reason_code=row.reason_code, reason=row.reason,
        )
        for row in found
        if json.loads(row.why)["note"] == wanted
    )  # fmt: skip


def _address(deliver_to: str) -> str:
    """Return an address as stored in one line: place, receiver, phone."""
    parts = json.loads(deliver_to)
    return " ".join(one for one in (place_text(parts), parts["receiver"], parts["phone"]) if one)
