"""Price adjustments as lists and forms show them: what they change, whom it meets, which orders are open."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import aliased

from orderdesk.models import (
    Customer,
    Item,
    ItemUnit,
    Order,
    OrderLine,
    OrderRevision,
    Person,
    Price,
    PriceAdjustment,
    PriceAdjustmentLine,
    PriceList,
)
from orderdesk.rules.adjustments import Effect, OpenOrders, SoldLine, effect
from orderdesk.rules.base_price import base_price
from orderdesk.services.desk import CustomerDesk, Desk, price_book
from orderdesk.services.entry import line_facts
from orderdesk.services.reading.desk import load_customer, load_desk
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.records import AdjustmentLineRecord, AdjustmentRecord

EFFECT_DAYS = 90  # how far back orders are looked at
_CHUNK = 500  # values in one statement: far below the limits of both databases
_SOLD_STATES = ("submitted", "released", "closed")


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """One adjustment in the list."""

    id: UUID
    revision: int
    number: str
    state: str  # as stored; ``rules.adjustments.adjustment_state`` says what is shown
    start: date
    reason: str
    open_orders: OpenOrders
    lines: int
    written_by: str
    written_by_en: str
    written_at: datetime
    ended_at: datetime | None
    end_reason: str


@dataclass(frozen=True, slots=True)
class AdjustmentCard:
    """An adjustment whole."""

    row: AdjustmentRow
    record: AdjustmentRecord


def adjustment_rows(connection: Connection, limit: int = 500) -> tuple[AdjustmentRow, ...]:
    """Return the newest adjustments, newest first."""
    return _rows(connection, None, limit)


def adjustment_card(connection: Connection, adjustment_id: UUID) -> AdjustmentCard | None:
    """Return an adjustment with its lines; ``None`` if there is none."""
    rows = _rows(connection, adjustment_id, 1)
    if not rows:
        return None
    lines = connection.execute(
        select(PriceAdjustmentLine.__table__)
        .where(PriceAdjustmentLine.adjustment_id == adjustment_id)
        .order_by(PriceAdjustmentLine.position)
    )
    record = AdjustmentRecord(
        id=adjustment_id, start=rows[0].start, reason=rows[0].reason, open_orders=rows[0].open_orders,
        lines=tuple(
            AdjustmentLineRecord(
                id=row.id, price_list_id=row.price_list_id, item_id=row.item_id, unit=row.unit,
                old_price=row.old_price, new_price=row.new_price,
            )
            for row in lines
        ),
    )  # fmt: skip
    return AdjustmentCard(rows[0], record)


def _rows(connection: Connection, only: UUID | None, limit: int) -> tuple[AdjustmentRow, ...]:
    writer = aliased(Person)
    lines = (
        select(PriceAdjustmentLine.adjustment_id, func.count().label("n"))
        .group_by(PriceAdjustmentLine.adjustment_id)
        .subquery()
    )
    statement = (
        select(
            PriceAdjustment.__table__, lines.c.n, writer.name.label("writer"),
            writer.name_en.label("writer_en"),
        )
        .outerjoin(lines, lines.c.adjustment_id == PriceAdjustment.id)
        .outerjoin(writer, writer.id == PriceAdjustment.written_by)
        .order_by(PriceAdjustment.written_at.desc(), PriceAdjustment.number.desc())
        .limit(limit)
    )  # fmt: skip
    if only is not None:
        statement = statement.where(PriceAdjustment.id == only)
    return tuple(
        AdjustmentRow(
            id=row.id, revision=row.revision, number=row.number, state=row.state, start=row.start,
            reason=row.reason, open_orders=row.open_orders, lines=row.n or 0, written_by=row.writer or "",
            written_by_en=row.writer_en or "", written_at=row.written_at, ended_at=row.ended_at,
            end_reason=row.end_reason,
        )
        for row in connection.execute(statement)
    )  # fmt: skip


def prices_on(
    connection: Connection, keys: Collection[tuple[UUID, UUID, str]], day: date
) -> dict[tuple[UUID, UUID, str], Decimal]:
    """Return the prices that hold on a day, by list, item and unit; without an entry there is none."""
    wanted = set(keys)
    rows = connection.execute(
        select(Price.__table__).where(
            Price.price_list_id.in_({key[0] for key in wanted}), Price.item_id.in_({key[1] for key in wanted})
        )
    )
    found = {}
    for row in rows:
        key = (row.price_list_id, row.item_id, row.unit)
        begun = row.valid_from is None or row.valid_from <= day
        if key in wanted and begun and (row.valid_to is None or row.valid_to >= day):
            found[key] = row.price
    return found


# ── winners and losers ─────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Met:
    """A customer or an item with what the adjustment would have meant for it; positive: more is paid."""

    id: UUID
    code: str
    name: str
    name_en: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class OpenOrder:
    """An order that is not released yet and has a price that changes."""

    id: UUID
    number: str
    state: Literal["draft", "submitted"]
    customer: str
    customer_en: str
    lines: int
    difference: Decimal


@dataclass(frozen=True, slots=True)
class Impact:
    """Whom an adjustment meets, reckoned from what was sold lately at the very prices that change."""

    since: date
    total: Effect
    customers: tuple[Met, ...]
    items: tuple[Met, ...]
    open_orders: tuple[OpenOrder, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """By how much a price changes, and how many stock units one of its units is."""

    list_id: UUID
    item_id: UUID
    unit: str
    difference: Decimal
    factor: Decimal


class _Steps:
    """The price changes by list code and item."""

    def __init__(self, connection: Connection, lines: Collection[AdjustmentLineRecord]) -> None:
        codes = {row.id: row.code for row in connection.execute(select(PriceList.id, PriceList.code))}
        self.items = {line.item_id for line in lines}
        factors = _factors(connection, self.items)
        self._steps: defaultdict[tuple[str, UUID], list[_Step]] = defaultdict(list)
        for line in lines:
            factor = factors.get((line.item_id, line.unit))
            code = codes.get(line.price_list_id)
            if factor is not None and code is not None and line.old_price is not None:
                difference = line.new_price - line.old_price
                step = _Step(line.price_list_id, line.item_id, line.unit, difference, factor)
                self._steps[code, line.item_id].append(step)

    def of(self, code: str, item_id: UUID, unit: str) -> _Step | None:
        """Return the change that a line of this unit meets: that of its own unit, else the first."""
        found = self._steps.get((code, item_id), [])
        return next((step for step in found if step.unit == unit), found[0] if found else None)


def impact(connection: Connection, lines: Collection[AdjustmentLineRecord], now: datetime) -> Impact:
    """Return winners and losers from the orders of the last 90 days, and the open orders that it meets.

    Counted are lines whose receipt names the list: at a manual, a last or another list's price nobody pays
    more or less.
    """
    steps = _Steps(connection, lines)
    desk = load_desk(connection, now, item_ids=steps.items, with_customers=False)
    since = desk.today - timedelta(days=EFFECT_DAYS)
    sold: list[tuple[SoldLine, Decimal]] = []
    submitted: dict[UUID, OpenOrder] = {}
    customers = _names(connection, Customer)
    for row in _sold(connection, steps.items, since):
        step = steps.of(json.loads(row.receipt).get("source_ref", ""), row.item_id, row.unit)
        if step is None:
            continue
        quantity = row.quantity * row.factor / step.factor
        one = SoldLine(row.customer_id, row.item_id, quantity, row.price_unit, step.list_id)
        sold.append((one, step.difference))
        if row.state == "submitted":
            named = customers[row.customer_id]
            known = submitted.get(row.order_id) or OpenOrder(
                row.order_id, row.number, "submitted", *named[1:], lines=0, difference=Decimal(0)
            )
            submitted[row.order_id] = _with_line(known, effect([(one, step.difference)]))
    drafts = tuple(_drafts(connection, steps, desk, customers))
    orders = (*sorted(submitted.values(), key=lambda order: order.number), *drafts)
    return Impact(
        since=since,
        total=effect(sold),
        customers=_met(sold, customers, lambda line: line.customer_id),
        items=_met(sold, _names(connection, Item), lambda line: line.item_id),
        open_orders=orders,
    )


def _sold(connection: Connection, items: Collection[UUID], since: date) -> Iterator[Any]:
    """Yield the lines of these items that were sold at a price of a list since that day."""
    wanted = sorted(items, key=lambda one: one.int)
    for at in range(0, len(wanted), _CHUNK):
        yield from connection.execute(
            select(
                Order.id.label("order_id"), Order.number, Order.state, Order.customer_id, OrderLine.item_id,
                OrderLine.unit, OrderLine.quantity, OrderLine.factor, OrderLine.price_unit, OrderLine.receipt,
            )
            .join(Order, Order.id == OrderLine.order_id)
            .where(
                OrderLine.item_id.in_(wanted[at : at + _CHUNK]), Order.document_date >= since,
                Order.state.in_(_SOLD_STATES), OrderLine.price_source.in_(("agreement", "tier", "list")),
                OrderLine.receipt != "",
            )
        )  # fmt: skip


def _drafts(
    connection: Connection, steps: _Steps, desk: Desk, customers: Mapping[UUID, tuple[str, str, str]]
) -> Iterator[OpenOrder]:
    """Yield the open drafts with an item whose price changes for their customer, by number."""
    newest = (
        select(OrderRevision.order_id, func.max(OrderRevision.revision).label("revision"))
        .group_by(OrderRevision.order_id)
        .subquery()
    )
    rows = connection.execute(
        select(Order.number, OrderRevision.draft)
        .join(newest, newest.c.order_id == Order.id)
        .join(
            OrderRevision,
            (OrderRevision.order_id == Order.id) & (OrderRevision.revision == newest.c.revision),
        )
        .where(Order.state == "draft", Order.customer_id.is_not(None))
        .order_by(Order.number)
    )
    known: dict[UUID, CustomerDesk | None] = {}
    for row in rows:
        draft = OrderDraft.model_validate_json(row.draft)
        if draft.customer_id is None or not any(line.item_id in steps.items for line in draft.lines):
            continue
        if draft.customer_id not in known:
            known[draft.customer_id] = load_customer(connection, draft.customer_id, with_addresses=False)
        customer = known[draft.customer_id]
        if customer is None:
            continue
        found = OpenOrder(
            draft.id, row.number, "draft", *customers[customer.id][1:], lines=0, difference=Decimal(0)
        )
        for change in _draft_changes(draft, steps, desk, customer):
            found = _with_line(found, effect([change]))
        if found.lines:
            yield found


def _draft_changes(
    draft: OrderDraft, steps: _Steps, desk: Desk, customer: CustomerDesk
) -> Iterator[tuple[SoldLine, Decimal]]:
    book = price_book(desk, customer, draft.currency)
    for line in line_facts(draft, desk):
        if line.item.id not in steps.items or line.gift or line.manual_price is not None:
            continue
        base = base_price(line.item, book, line.quantity, line.unit, draft.document_date or desk.today)
        step = steps.of(base.entry.ref, line.item.id, line.unit) if base.entry is not None else None
        factor = line.item.factor(line.unit)
        if step is not None and factor is not None:
            quantity = line.quantity * factor / step.factor
            sold = SoldLine(customer.id, line.item.id, quantity, line.item.price_unit, step.list_id)
            yield sold, step.difference


def _with_line(order: OpenOrder, met: Effect) -> OpenOrder:
    return replace(order, lines=order.lines + 1, difference=order.difference + met.difference)


def _met(
    sold: Iterable[tuple[SoldLine, Decimal]],
    names: Mapping[UUID, tuple[str, str, str]],
    key: Callable[[SoldLine], UUID],
) -> tuple[Met, ...]:
    """Return the effects by customer or item, who would have paid most more first."""
    groups: defaultdict[UUID, list[tuple[SoldLine, Decimal]]] = defaultdict(list)
    for one in sold:
        groups[key(one[0])].append(one)
    found = [Met(one, *names[one], effect(lines)) for one, lines in groups.items()]
    return tuple(sorted(found, key=lambda met: (-met.effect.difference, met.code)))


def _names(connection: Connection, model: type[Customer] | type[Item]) -> dict[UUID, tuple[str, str, str]]:
    rows = connection.execute(select(model.id, model.code, model.name, model.name_en))
    return {row.id: (row.code, row.name, row.name_en) for row in rows}


def _factors(connection: Connection, items: Collection[UUID]) -> dict[tuple[UUID, str], Decimal]:
    wanted = list(items)
    heads = connection.execute(select(Item.id, Item.unit).where(Item.id.in_(wanted)))
    found = {(row.id, row.unit): Decimal(1) for row in heads}
    units = connection.execute(select(ItemUnit.__table__).where(ItemUnit.item_id.in_(wanted)))
    return {**found, **{(row.item_id, row.unit): row.factor for row in units}}
