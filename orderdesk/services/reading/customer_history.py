"""What a customer has ordered: its usual basket, its earlier orders, its history of one item, look-alikes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from statistics import median_low
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, func, or_, select, tuple_

from orderdesk.models import Item, Order, OrderLine, OrderRevision, Person, ScheduleLine
from orderdesk.rules.duplicates import WINDOW, OrderPrint
from orderdesk.rules.entry import fold_key
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.entry import sales_unit
from orderdesk.services.flagged_notes import read_notes
from orderdesk.wire.drafts import AddressDraft, NoteDraft, OrderDraft

PAGE = 50

_NEWEST_LINES = 2_000  # enough to know what a customer buys, few enough to be read in a moment
_NOT_BOUGHT = ("draft", "cancelled")
_CANDIDATES = 400  # lines and orders looked at for duplicates

AnyRow = Row[*tuple[Any, ...]]
OrderKey = tuple[date, UUID]  # where a page of orders ends
LineKey = tuple[date, UUID, int]  # where a page of an item's history ends


@dataclass(frozen=True, slots=True)
class BasketRow:
    """An item that the customer buys. ``quantity`` is typical: the lower median of the orders in ``unit``."""

    item_id: UUID
    code: str
    name: str
    name_en: str
    spec: str
    active: bool
    quantity: Decimal
    unit: str  # the one it is ordered in most often
    times: int  # in how many orders
    last_date: date
    last_quantity: Decimal
    last_unit: str
    last_price: Decimal  # per price unit of the item, in ``last_unit``
    last_price_with_tax: bool
    currency: str


@dataclass(frozen=True, slots=True)
class EarlierOrder:
    """An order of the customer's past, in whatever state but draft."""

    id: UUID
    number: str
    document_date: date
    requested: date | None
    state: str
    po_number: str
    line_count: int
    total: Decimal
    currency: str
    entered_by: str
    entered_by_en: str

    @property
    def key(self) -> OrderKey:
        """Where a page that ends with this row goes on."""
        return self.document_date, self.id


@dataclass(frozen=True, slots=True)
class ItemHistoryRow:
    """One line in which the customer ordered the item; prices are per price unit, after the line discount."""

    order_id: UUID
    number: str
    state: str
    document_date: date
    position: int
    quantity: Decimal
    unit: str
    net_unit_price: Decimal
    gross_unit_price: Decimal
    currency: str
    discount: Decimal  # as a fraction
    price_source: str
    gift: bool
    reason: str

    @property
    def key(self) -> LineKey:
        """Where a page that ends with this row goes on."""
        return self.document_date, self.order_id, self.position


@dataclass(frozen=True, slots=True)
class SourcePart:
    """A schedule line of an earlier order; ``None``: at the order's address, at its site."""

    quantity: Decimal
    requested: date | None
    deliver_to: AddressDraft | None
    site_id: UUID | None


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of an earlier order, with its prices after the line discount."""

    id: UUID
    item_id: UUID
    code: str
    name: str
    quantity: Decimal
    unit: str
    price_unit: int
    net_unit_price: Decimal
    gross_unit_price: Decimal
    price_source: str
    discount: Decimal
    gift: bool
    notes: tuple[NoteDraft, ...]
    when_short: str  # empty: as the order says
    schedule: tuple[SourcePart, ...]


@dataclass(frozen=True, slots=True)
class SourceOrder:
    """An earlier order as far as it can be ordered again."""

    id: UUID
    number: str
    customer_id: UUID | None
    kind: str
    document_date: date
    requested: date | None
    currency: str
    delivery_method: str
    when_short: str
    freight_terms: str
    notes: tuple[NoteDraft, ...]
    deliver_to: AddressDraft
    site_id: UUID | None
    lines: tuple[SourceLine, ...]


def usual_basket(
    connection: Connection, customer_id: UUID, since: date, limit: int = PAGE
) -> tuple[BasketRow, ...]:
    """Return what the customer has bought since a day, most often first, then most lately.

    Drafts, cancelled orders and gifts do not count. Of very many lines the newest 2,000 do.
    """
    rows = connection.execute(
        select(
            OrderLine.item_id, OrderLine.order_id, OrderLine.quantity, OrderLine.unit, OrderLine.unit_price,
            Order.prices_include_tax, Order.document_date, Order.currency,
            Item.code, Item.name, Item.name_en, Item.spec, Item.active,
        )
        .join(Order, Order.id == OrderLine.order_id)
        .join(Item, Item.id == OrderLine.item_id)
        .where(
            Order.customer_id == customer_id, Order.document_date >= since,
            Order.state.not_in(_NOT_BOUGHT), OrderLine.gift.is_(False),
        )
        .order_by(Order.document_date.desc(), Order.id.desc(), OrderLine.position)
        .limit(_NEWEST_LINES)
    )  # fmt: skip
    by_item: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        by_item[row.item_id].append(row)
    basket = sorted(map(_basket_row, by_item.values()), key=lambda row: row.code)
    basket.sort(key=lambda row: (row.times, row.last_date), reverse=True)
    return tuple(basket[:limit])


def _basket_row(rows: Sequence[AnyRow]) -> BasketRow:
    """Sum up the lines of one item, newest first. A median over different units would be of nothing."""
    last = rows[0]
    units = Counter(row.unit for row in rows)  # of equally frequent ones the latest counts
    unit = max(units, key=units.__getitem__)
    return BasketRow(
        item_id=last.item_id, code=last.code, name=last.name, name_en=last.name_en, spec=last.spec,
        active=last.active, quantity=median_low(row.quantity for row in rows if row.unit == unit), unit=unit,
        times=len({row.order_id for row in rows}), last_date=last.document_date, last_quantity=last.quantity,
        last_unit=last.unit, last_price=last.unit_price, last_price_with_tax=last.prices_include_tax,
        currency=last.currency,
    )  # fmt: skip


def earlier_orders(
    connection: Connection, customer_id: UUID, after: OrderKey | None = None, limit: int = PAGE
) -> tuple[EarlierOrder, ...]:
    """Return the customer's orders, newest first; ``after`` is the ``key`` of the last row already shown."""
    statement = (
        select(
            Order.id, Order.number, Order.document_date, Order.requested, Order.state, Order.po_number,
            Order.line_count, Order.total, Order.currency, Person.name, Person.name_en,
        )
        .outerjoin(Person, Person.id == Order.entered_by)
        .where(Order.customer_id == customer_id, Order.state != "draft")
        .order_by(Order.document_date.desc(), Order.id.desc())
        .limit(limit)
    )  # fmt: skip
    if after is not None:
        statement = statement.where(tuple_(Order.document_date, Order.id) < after)
    return tuple(
        EarlierOrder(
            row.id, row.number, row.document_date, row.requested, row.state, row.po_number, row.line_count,
            row.total, row.currency, row.name or "", row.name_en or "",
        )
        for row in connection.execute(statement)
    )  # fmt: skip


def item_history(
    connection: Connection, customer_id: UUID, item_id: UUID, after: LineKey | None = None, limit: int = PAGE
) -> tuple[ItemHistoryRow, ...]:
    """Return the lines in which the customer ordered the item, newest first; cancelled orders too."""
    statement = (
        select(
            OrderLine.order_id, Order.number, Order.state, Order.document_date, OrderLine.position,
            OrderLine.quantity, OrderLine.unit, OrderLine.net_unit_price, OrderLine.gross_unit_price,
            Order.currency, OrderLine.discount, OrderLine.price_source, OrderLine.gift, OrderLine.reason,
        )
        .join(Order, Order.id == OrderLine.order_id)
        .where(Order.customer_id == customer_id, OrderLine.item_id == item_id, Order.state != "draft")
        .order_by(Order.document_date.desc(), Order.id.desc(), OrderLine.position.desc())
        .limit(limit)
    )  # fmt: skip
    if after is not None:
        statement = statement.where(tuple_(Order.document_date, Order.id, OrderLine.position) < after)
    return tuple(ItemHistoryRow(**row._mapping) for row in connection.execute(statement))


def source_order(connection: Connection, order_id: UUID) -> SourceOrder | None:
    """Return an order to be copied, with its lines; ``None`` for a draft, which is opened instead."""
    rows = connection.execute(
        select(
            Order.id, Order.number, Order.customer_id, Order.kind, Order.document_date, Order.requested,
            Order.currency, Order.delivery_method, Order.when_short, Order.freight_terms, Order.note,
            Order.notes,
            Order.deliver_to, Order.site_id,
            OrderLine.id.label("line_id"), OrderLine.item_id, OrderLine.code, OrderLine.name,
            OrderLine.quantity, OrderLine.unit, OrderLine.price_unit, OrderLine.net_unit_price,
            OrderLine.gross_unit_price, OrderLine.price_source, OrderLine.discount, OrderLine.gift,
            OrderLine.note.label("line_note"), OrderLine.notes.label("line_notes"),
            OrderLine.when_short.label("line_wish"),
            ScheduleLine.quantity.label("part"), ScheduleLine.requested.label("part_day"),
            ScheduleLine.deliver_to.label("part_address"), ScheduleLine.site_id.label("part_site"),
        )
        .join(OrderLine, OrderLine.order_id == Order.id)
        .outerjoin(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
        .where(Order.id == order_id, Order.state != "draft")
        .order_by(OrderLine.position, ScheduleLine.position)
    ).all()  # fmt: skip
    if not rows:
        return None
    first = rows[0]
    by_line: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        by_line[row.line_id].append(row)
    return SourceOrder(
        id=first.id, number=first.number, customer_id=first.customer_id, kind=first.kind,
        document_date=first.document_date, requested=first.requested, currency=first.currency,
        delivery_method=first.delivery_method, when_short=first.when_short,
        freight_terms=first.freight_terms, notes=read_notes(first.note, first.notes),
        deliver_to=AddressDraft.model_validate_json(first.deliver_to), site_id=first.site_id,
        lines=tuple(map(_source_line, by_line.values())),
    )  # fmt: skip


def _source_line(rows: Sequence[AnyRow]) -> SourceLine:
    line = rows[0]
    return SourceLine(
        id=line.line_id, item_id=line.item_id, code=line.code, name=line.name, quantity=line.quantity,
        unit=line.unit, price_unit=line.price_unit, net_unit_price=line.net_unit_price,
        gross_unit_price=line.gross_unit_price, price_source=line.price_source, discount=line.discount,
        gift=line.gift, notes=read_notes(line.line_note, line.line_notes),
        when_short=line.line_wish,
        schedule=tuple(_source_part(row) for row in rows if row.part is not None),
    )  # fmt: skip


def _source_part(row: AnyRow) -> SourcePart:
    return SourcePart(
        row.part,
        row.part_day,
        None if row.part_address == row.deliver_to else AddressDraft.model_validate_json(row.part_address),
        None if row.part_site == row.site_id else row.part_site,
    )


# ── look-alikes ────────────────────────────────────────────────────────────────────────────────────


def print_of(draft: OrderDraft, items: Mapping[UUID, ItemFacts], now: datetime) -> OrderPrint | None:
    """Return what an order being typed is recognised by; ``None`` without a customer."""
    if draft.customer_id is None:
        return None
    lines = _lines_of(draft, items)
    return OrderPrint(draft.id, draft.number or "", draft.customer_id, draft.po_number, now, lines)


def duplicate_candidates(
    connection: Connection, order: OrderPrint, items: Mapping[UUID, ItemFacts]
) -> tuple[OrderPrint, ...]:
    """Return the customer's orders that ``rules.duplicates`` is to look at, drafts of other desks too.

    These are the ones entered within 24 hours of ``order``, and those with its PO number at any time;
    cancelled ones are not. ``items`` give the units of drafts.
    """
    near = and_(  # what was taken over from elsewhere was not entered by anybody
        Order.entered_at.between(order.entered_at - WINDOW, order.entered_at + WINDOW), Order.source == ""
    )
    same_po = func.lower(Order.po_number) == fold_key(order.po_number)
    rows = connection.execute(
        select(
            Order.id, Order.number, Order.customer_id, Order.po_number, Order.entered_at, Order.state,
            Person.name, Person.name_en, OrderRevision.draft,
            OrderLine.item_id, OrderLine.quantity, OrderLine.factor,
        )
        .outerjoin(Person, Person.id == Order.entered_by)
        .outerjoin(OrderLine, OrderLine.order_id == Order.id)
        .outerjoin(
            OrderRevision,
            and_(
                OrderRevision.order_id == Order.id, OrderRevision.revision == Order.revision,
                Order.state == "draft",
            ),
        )
        .where(
            Order.customer_id == order.customer_id, Order.id != order.order_id, Order.state != "cancelled",
            or_(near, same_po) if order.po_number.strip() else near,
        )
        .order_by(Order.entered_at.desc(), Order.id, OrderLine.position)
        .limit(_CANDIDATES * 10)
    )  # fmt: skip
    by_order: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        by_order[row.id].append(row)
    return tuple(_print(found, items) for found in list(by_order.values())[:_CANDIDATES])


def _print(rows: Sequence[AnyRow], items: Mapping[UUID, ItemFacts]) -> OrderPrint:
    row = rows[0]
    found = OrderPrint(
        row.id, row.number, row.customer_id, row.po_number, row.entered_at,
        tuple((line.item_id, line.quantity * line.factor) for line in rows if line.item_id is not None),
        row.state, row.name or "", row.name_en or "",
    )  # fmt: skip
    if row.draft is None:
        return found
    return replace(found, lines=_lines_of(OrderDraft.model_validate_json(row.draft), items))


def _lines_of(draft: OrderDraft, items: Mapping[UUID, ItemFacts]) -> tuple[tuple[UUID, Decimal], ...]:
    """Return item and quantity in stock units of each complete line."""
    found = []
    for line in draft.lines:
        item = items.get(line.item_id) if line.item_id is not None else None
        factor = item.factor(sales_unit(line, item)) if item is not None else None
        if item is not None and line.quantity and factor is not None:
            found.append((item.id, line.quantity * factor))
    return tuple(found)
