"""What an item's record shows beside its fields: where it lies, who buys it, what customers call it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from orderdesk.models import Customer, CustomerItem, Order, OrderLine, Site, StockLevel

_NEWEST_LINES = 5_000  # enough to know who buys an item, few enough to be read in a moment
_NOT_BOUGHT = ("draft", "cancelled")

AnyRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class SiteStock:
    """What lies at a site, in stock units."""

    id: UUID  # of the site
    code: str
    name: str
    name_en: str
    on_hand: Decimal
    reserved: Decimal

    @property
    def available(self) -> Decimal:
        """What is not yet promised to anybody."""
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer who bought the item: in how many orders, how much in stock units, and when last."""

    id: UUID
    code: str
    name: str
    name_en: str
    tier: str
    times: int
    quantity: Decimal
    last_date: date


@dataclass(frozen=True, slots=True)
class ItemAlias:
    """A customer's own number of the item."""

    customer_id: UUID
    code: str
    customer: str
    customer_en: str
    number: str
    name: str

    @property
    def id(self) -> UUID:
        """The customer's id: opening the row opens it."""
        return self.customer_id


def stock_by_site(connection: Connection, item_id: UUID) -> tuple[SiteStock, ...]:
    """Return what lies at each site, sites without any too."""
    levels = StockLevel.__table__
    rows = connection.execute(
        select(Site.id, Site.code, Site.name, Site.name_en, levels.c.on_hand, levels.c.reserved)
        .outerjoin(levels, (levels.c.site_id == Site.id) & (levels.c.item_id == item_id))
        .order_by(Site.code)
    )
    return tuple(
        SiteStock(
            row.id, row.code, row.name, row.name_en, row.on_hand or Decimal(0), row.reserved or Decimal(0)
        )
        for row in rows
    )


def buyers(connection: Connection, item_id: UUID, limit: int = 200) -> tuple[Buyer, ...]:
    """Return who bought an item, the most frequent first. Of very many lines the newest 5,000 count."""
    rows = connection.execute(
        select(
            Customer.id, Customer.code, Customer.name, Customer.name_en, Customer.tier, OrderLine.order_id,
            OrderLine.quantity, OrderLine.factor, Order.document_date,
        )
        .join(Order, Order.id == OrderLine.order_id)
        .join(Customer, Customer.id == Order.customer_id)
        .where(
            OrderLine.item_id == item_id, Order.state.not_in(_NOT_BOUGHT), OrderLine.gift.is_(False)
        )
        .order_by(Order.document_date.desc(), Order.id.desc())
        .limit(_NEWEST_LINES)
    )  # fmt: skip
    by_customer: defaultdict[UUID, list[AnyRow]] = defaultdict(list)
    for row in rows:
        by_customer[row.id].append(row)
    found = sorted(map(_buyer, by_customer.values()), key=lambda one: one.code)
    found.sort(key=lambda one: (one.times, one.last_date), reverse=True)
    return tuple(found[:limit])


def _buyer(rows: Sequence[AnyRow]) -> Buyer:
    row = rows[0]
    return Buyer(
        row.id, row.code, row.name, row.name_en, row.tier,
        times=len({one.order_id for one in rows}),
        quantity=sum((one.quantity * one.factor for one in rows), Decimal(0)),
        last_date=row.document_date,
    )  # fmt: skip


def item_aliases(connection: Connection, item_id: UUID) -> tuple[ItemAlias, ...]:
    """Return what customers call an item."""
    rows = connection.execute(
        select(
            Customer.id, Customer.code, Customer.name, Customer.name_en, CustomerItem.number,
            CustomerItem.name.label("own_name"),
        )
        .join(Customer, Customer.id == CustomerItem.customer_id)
        .where(CustomerItem.item_id == item_id)
        .order_by(Customer.code, CustomerItem.number)
    )  # fmt: skip
    return tuple(ItemAlias(row.id, row.code, row.name, row.name_en, row.number, row.own_name) for row in rows)
