"""One order with all that became of it: lines, dates, deliveries, approval and holds, read at one moment."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, case, func, select

from orderdesk.models import (
    ApprovalTask,
    Customer,
    Delivery,
    DeliveryLine,
    Item,
    ItemUnit,
    Order,
    OrderLine,
    Person,
    ScheduleLine,
    Site,
)
from orderdesk.rules.states import LineState, Quantities, line_state
from orderdesk.services.flagged_notes import read_notes
from orderdesk.services.reading.card_stock import CardStock, card_stock
from orderdesk.services.reading.comments import Comment, comments_of
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.services.reading.holds import CardHold, card_holds
from orderdesk.services.reading.orders import OrderRow, order_row
from orderdesk.wire.drafts import AddressDraft, LineDraft, NoteDraft, OrderDraft

AnyRow = Row[*tuple[Any, ...]]

_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class CardSchedule:
    """When a part of a line goes where, in the line's unit."""

    quantity: Decimal
    shipped: Decimal
    day: date | None  # planned, else promised, else requested
    deliver_to: AddressDraft


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line with what became of its quantity, in ``unit``. A draft's line may lack item or quantity."""

    id: UUID
    position: int
    code: str
    name: str
    name_en: str
    unit: str
    unit_en: str
    quantities: Quantities | None
    schedule: tuple[CardSchedule, ...]
    notes: tuple[NoteDraft, ...] = ()
    when_short: str = ""  # its own wish; empty: as the order says
    reserved: Decimal = _ZERO  # of what is open, in ``unit``
    free: Decimal | None = None  # at its sites, in ``unit``; None where no stock is kept, and in drafts

    @property
    def state(self) -> LineState:
        """How far the line is delivered."""
        return line_state(self.quantities) if self.quantities is not None else "open"


@dataclass(frozen=True, slots=True)
class CardDelivery:
    """A part of the order on its way; ``number`` is its note's, from the goods issue on."""

    id: UUID
    part: int
    number: str
    state: str
    planned: date | None
    shipped_at: datetime | None
    site: str
    site_en: str
    line_count: int


@dataclass(frozen=True, slots=True)
class CardTask:
    """A step of the approval, with who decided it and when."""

    id: UUID
    round: int
    role: str
    state: str
    by: str
    by_en: str
    at: datetime | None  # decided, else opened
    reason: str  # as typed, else the code of its words


@dataclass(frozen=True, slots=True)
class CardFacts:
    """What else the header says: who sells, how it goes and how it is charged."""

    salesperson: str
    salesperson_en: str
    department: str
    delivery_method: str
    urgency: str
    when_short: str
    freight_terms: str
    freight: Decimal
    prices_include_tax: bool
    order_discount: Decimal
    rounding_step: str
    invoice_kind: str  # empty on orders from before it was asked
    sender: str  # of a drop order 代发: under whose name the goods go; else empty
    channel: str  # by which it came in: typed, pasted, file, api, portal


@dataclass(frozen=True, slots=True)
class OrderCard:
    """An order as a clerk tells the customer about it."""

    row: OrderRow
    po_number: str
    requested: date | None
    deliver_to: AddressDraft
    notes: tuple[NoteDraft, ...]
    facts: CardFacts
    lines: tuple[CardLine, ...]
    deliveries: tuple[CardDelivery, ...]
    tasks: tuple[CardTask, ...]
    holds: tuple[CardHold, ...]
    comments: tuple[Comment, ...] = ()

    @property
    def places(self) -> frozenset[tuple[date | None, str]]:
        """The different days and addresses that its lines go to; one of them need not stand at each line."""
        return frozenset(
            (part.day, part.deliver_to.model_dump_json(exclude={"address_id"}))
            for line in self.lines
            for part in line.schedule
        )


def order_card(connection: Connection, order_id: UUID, person_id: UUID | None = None) -> OrderCard | None:
    """Return the card of an order in whatever state; ``None`` if there is none.

    The lines of a draft come from what was typed, those of any other from its rows. ``person_id`` is who
    reads: it decides which holds the card offers to lift.
    """
    row = order_row(connection, order_id)
    if row is None:
        return None
    head = connection.execute(
        select(Order.__table__, Person.name, Person.name_en, Customer.name.label("customer"))
        .outerjoin(Person, Person.id == Order.salesperson_id)
        .outerjoin(Customer, Customer.id == Order.customer_id)
        .where(Order.id == order_id)
    ).one()
    draft = stored_draft(connection, order_id)[0] if row.state == "draft" else None
    lines = _lines(connection, order_id) if draft is None else _draft_lines(connection, draft)
    return OrderCard(
        row=row, po_number=head.po_number, requested=head.requested,
        deliver_to=_address(head.deliver_to), notes=read_notes(head.note, head.notes),
        facts=_facts(head), lines=lines,
        deliveries=_deliveries(connection, order_id), tasks=_tasks(connection, order_id),
        holds=card_holds(connection, order_id, person_id), comments=comments_of(connection, order_id),
    )  # fmt: skip


def _facts(head: AnyRow) -> CardFacts:
    sender = (head.sender_name or head.customer or "", head.sender_phone) if head.drop_order else ()
    return CardFacts(
        salesperson=head.name or "", salesperson_en=head.name_en or "", department=head.department,
        delivery_method=head.delivery_method, urgency=head.urgency, when_short=head.when_short,
        freight_terms=head.freight_terms, freight=head.freight_gross,
        prices_include_tax=head.prices_include_tax, order_discount=head.order_discount,
        rounding_step=head.rounding_step, invoice_kind=head.invoice_kind,
        sender=" ".join(part for part in sender if part), channel=head.channel,
    )  # fmt: skip


def _lines(connection: Connection, order_id: UUID) -> tuple[CardLine, ...]:
    schedules = _schedules(connection, order_id)
    found = connection.execute(
        select(
            OrderLine.id, OrderLine.position, OrderLine.code, OrderLine.name, OrderLine.quantity,
            OrderLine.unit, OrderLine.note, OrderLine.notes, OrderLine.when_short, Item.name_en,
            OrderLine.item_id, OrderLine.factor, _unit_en().label("unit_en"),
        )
        .join(Item, Item.id == OrderLine.item_id)
        .outerjoin(ItemUnit, and_(ItemUnit.item_id == Item.id, ItemUnit.unit == OrderLine.unit))
        .where(OrderLine.order_id == order_id)
        .order_by(OrderLine.position)
    )  # fmt: skip
    stock = card_stock(connection, order_id)
    return tuple(_line(row, schedules.get(row.id, ()), stock) for row in found)


def _line(row: AnyRow, schedule: Sequence[AnyRow], stock: CardStock) -> CardLine:
    shipped = sum((part.shipped for part in schedule), _ZERO)
    cancelled = sum((part.cancelled for part in schedule), _ZERO)
    return CardLine(
        id=row.id, position=row.position, code=row.code, name=row.name, name_en=row.name_en, unit=row.unit,
        unit_en=row.unit_en or "", quantities=Quantities(row.quantity, shipped, cancelled),
        schedule=tuple(
            CardSchedule(part.quantity, part.shipped, part.day, _address(part.deliver_to))
            for part in schedule
        ),
        notes=read_notes(row.note, row.notes), when_short=row.when_short,
        reserved=stock.reserved(row.id, row.factor),
        free=stock.free(row.item_id, {part.site_id for part in schedule}, row.factor),
    )  # fmt: skip


def _schedules(connection: Connection, order_id: UUID) -> Mapping[UUID, Sequence[AnyRow]]:
    schedules: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    found = connection.execute(
        select(
            ScheduleLine.order_line_id, ScheduleLine.quantity, ScheduleLine.shipped, ScheduleLine.cancelled,
            ScheduleLine.deliver_to, ScheduleLine.site_id,
            func.coalesce(ScheduleLine.planned, ScheduleLine.promised, ScheduleLine.requested).label("day"),
        )
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .where(OrderLine.order_id == order_id)
        .order_by(ScheduleLine.position)
    )  # fmt: skip
    for row in found:
        schedules[row.order_line_id].append(row)
    return schedules


def _unit_en() -> Any:
    """Return the English word of the line's unit, which is the stock unit or one of the others."""
    return case((OrderLine.unit == Item.unit, Item.unit_en), else_=ItemUnit.name_en)


def _draft_lines(connection: Connection, draft: OrderDraft) -> tuple[CardLine, ...]:
    wanted = {line.item_id for line in draft.lines if line.item_id is not None}
    items = {
        row.id: row for row in connection.execute(select(Item.__table__).where(Item.id.in_(wanted)))
    }  # fmt: skip
    units = {
        (row.item_id, row.unit): row.name_en
        for row in connection.execute(select(ItemUnit.__table__).where(ItemUnit.item_id.in_(wanted)))
    }
    units |= {(row.id, row.unit): row.unit_en for row in items.values()}
    return tuple(
        _draft_line(draft, line, position, items.get(line.item_id) if line.item_id else None, units)
        for position, line in enumerate(draft.lines, start=1)
    )


def _draft_line(
    draft: OrderDraft,
    line: LineDraft,
    position: int,
    item: AnyRow | None,
    units: Mapping[tuple[UUID, str], str],
) -> CardLine:
    unit = line.unit or ((item.sales_unit or item.unit) if item is not None else "")
    whole = () if line.quantity is None else ((line.quantity, draft.requested, draft.deliver_to),)
    parts = tuple(
        (part.quantity, part.requested or draft.requested, part.deliver_to or draft.deliver_to)
        for part in line.schedule
    )
    return CardLine(
        id=line.id, position=position, code=item.code if item is not None else line.typed_code,
        name=item.name if item is not None else "", name_en=item.name_en if item is not None else "",
        unit=unit, unit_en=units.get((item.id, unit), "") if item is not None else "",
        quantities=Quantities(line.quantity) if line.quantity is not None else None,
        schedule=tuple(CardSchedule(quantity, _ZERO, day, place) for quantity, day, place in parts or whole),
        notes=line.notes, when_short=line.when_short or "",
    )  # fmt: skip


def _deliveries(connection: Connection, order_id: UUID) -> tuple[CardDelivery, ...]:
    lines = (
        select(func.count())
        .where(DeliveryLine.delivery_id == Delivery.id)
        .correlate(Delivery)
        .scalar_subquery()
    )
    found = connection.execute(
        select(
            Delivery.id, Delivery.part, Delivery.number, Delivery.state, Delivery.planned,
            Delivery.shipped_at, Site.name.label("site"), Site.name_en.label("site_en"),
            lines.label("line_count"),
        )
        .join(Site, Site.id == Delivery.site_id)
        .where(Delivery.order_id == order_id, Delivery.state != "cancelled")
        .order_by(Delivery.part)
    )  # fmt: skip
    return tuple(
        CardDelivery(
            id=row.id, part=row.part, number=row.number or "", state=row.state, planned=row.planned,
            shipped_at=row.shipped_at, site=row.site, site_en=row.site_en, line_count=row.line_count,
        )
        for row in found
    )  # fmt: skip


def _tasks(connection: Connection, order_id: UUID) -> tuple[CardTask, ...]:
    found = connection.execute(
        select(ApprovalTask.__table__, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == ApprovalTask.decided_by)
        .where(ApprovalTask.order_id == order_id)
        .order_by(ApprovalTask.round, ApprovalTask.step)
    )
    return tuple(
        CardTask(
            id=row.id, round=row.round, role=row.role, state=row.state, by=row.name or "",
            by_en=row.name_en or "", at=row.decided_at or row.opened_at,
            reason=row.reason or (f"term.reason.{row.reason_code}" if row.reason_code else ""),
        )
        for row in found
    )  # fmt: skip


def _address(body: str) -> AddressDraft:
    return AddressDraft.model_validate(json.loads(body))
