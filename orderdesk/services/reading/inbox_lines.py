"""The lines of a submitted order as an approver reads them: price against list, floor, stock, margin."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, and_, select
from sqlalchemy.orm import aliased

from orderdesk.models import Item, ItemUnit, OrderLine, ScheduleLine, StockLevel
from orderdesk.rules.receipts import line_from_json
from orderdesk.services.order_material import whole_discount
from orderdesk.values import QUANTITY_STEP, round_price


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of the card. Prices are per ``price_unit`` of ``unit`` in the order's typed basis."""

    id: UUID
    position: int
    code: str
    name: str
    name_en: str
    spec: str
    quantity: Decimal
    unit: str
    unit_en: str
    price_unit: int
    base_price: Decimal  # the base price: what it would have cost without a discount or a typed price
    price: Decimal  # after line and order discount
    discount: Decimal  # the whole of both, as a fraction
    source: str  # agreement, last, tier, list, manual, gift, none
    reason: str
    gift: bool
    below_floor: bool
    floor_price: Decimal | None  # with tax, in the line's unit
    amount: Decimal  # with tax
    amount_net: Decimal
    unit_cost: Decimal | None  # without tax, company currency, per ``price_unit`` of ``unit``
    cost: Decimal | None
    margin: Decimal | None  # fraction of the net amount
    available: Decimal | None  # at the line's sites, in ``unit``; None where no stock is kept
    first_date: date | None
    dates: int  # how many schedule lines

    @property
    def is_short(self) -> bool:
        """Whether less is there than was ordered."""
        return self.available is not None and self.available < self.quantity


def card_lines(connection: Connection, order_id: UUID, rate: Decimal) -> tuple[CardLine, ...]:
    """Return the lines of an order in their order; ``rate`` is company currency per unit of the order's."""
    own_unit = aliased(ItemUnit)
    found = connection.execute(
        select(
            OrderLine.__table__, Item.name_en, Item.floor_price, Item.sales_unit,
            Item.unit.label("stock_unit"), Item.unit_en.label("stock_unit_en"),
            ItemUnit.factor.label("sales_factor"), own_unit.name_en.label("own_unit_en"),
        )
        .join(Item, Item.id == OrderLine.item_id)
        .outerjoin(ItemUnit, and_(ItemUnit.item_id == Item.id, ItemUnit.unit == Item.sales_unit))
        .outerjoin(own_unit, and_(own_unit.item_id == Item.id, own_unit.unit == OrderLine.unit))
        .where(OrderLine.order_id == order_id)
        .order_by(OrderLine.position)
    ).all()  # fmt: skip
    schedules = _schedules(connection, order_id)
    levels = _levels(connection, order_id)
    return tuple(_line(row, schedules[row.id], levels, rate) for row in found)


def line_cost(unit_cost: Decimal, quantity: Decimal, price_unit: int) -> Decimal:
    """Return what a quantity costs us; ``unit_cost`` is per ``price_unit`` units."""
    return unit_cost * quantity / price_unit


def _line(
    row: Row[*tuple[Any, ...]],
    schedule: list[Row[*tuple[Any, ...]]],
    levels: Mapping[tuple[UUID, UUID], Decimal],
    rate: Decimal,
) -> CardLine:
    priced = line_from_json(json.loads(row.receipt))
    factor = row.factor / (row.sales_factor or Decimal(1))  # sales units in one unit of the line
    unit_cost = None if row.cost is None else round_price(row.cost * factor)
    cost = None if unit_cost is None else line_cost(unit_cost, row.quantity, row.price_unit)
    net = row.amount_net * rate
    discount = whole_discount(priced)
    paid = Decimal(0) if row.gift else row.unit_price * (1 - discount)
    return CardLine(
        id=row.id, position=row.position, code=row.code, name=row.name, name_en=row.name_en, spec=row.spec,
        quantity=row.quantity, unit=row.unit,
        unit_en=(row.stock_unit_en if row.unit == row.stock_unit else row.own_unit_en) or "",
        price_unit=row.price_unit,
        base_price=round_price(row.list_value * row.price_unit / row.quantity), price=round_price(paid),
        discount=discount, source=row.price_source, reason=row.reason, gift=row.gift,
        below_floor=priced.below_floor,
        floor_price=None if row.floor_price is None else round_price(row.floor_price * factor),
        amount=row.amount_gross, amount_net=row.amount_net, unit_cost=unit_cost, cost=cost,
        margin=None if cost is None or net <= 0 else (net - cost) / net,
        available=_available(row, schedule, levels),
        first_date=min((part.promised for part in schedule if part.promised), default=None),
        dates=len(schedule),
    )  # fmt: skip


def _available(
    row: Row[*tuple[Any, ...]],
    schedule: list[Row[*tuple[Any, ...]]],
    levels: Mapping[tuple[UUID, UUID], Decimal],
) -> Decimal | None:
    sites = {part.site_id for part in schedule}
    known = [levels[row.item_id, site] for site in sites if (row.item_id, site) in levels]
    if not known:
        return None
    factor: Decimal = row.factor
    return (sum(known, Decimal(0)) / factor).quantize(QUANTITY_STEP, ROUND_DOWN)


def _schedules(connection: Connection, order_id: UUID) -> Mapping[UUID, list[Row[*tuple[Any, ...]]]]:
    found = connection.execute(
        select(ScheduleLine.order_line_id, ScheduleLine.promised, ScheduleLine.site_id)
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .where(OrderLine.order_id == order_id)
        .order_by(ScheduleLine.position)
    )
    by_line: defaultdict[UUID, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
    for row in found:
        by_line[row.order_line_id].append(row)
    return by_line


def _levels(connection: Connection, order_id: UUID) -> Mapping[tuple[UUID, UUID], Decimal]:
    items = select(OrderLine.item_id).where(OrderLine.order_id == order_id)
    found = connection.execute(select(StockLevel.__table__).where(StockLevel.item_id.in_(items)))
    return {(row.item_id, row.site_id): row.on_hand - row.reserved for row in found}
