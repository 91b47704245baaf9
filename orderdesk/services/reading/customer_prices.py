"""The prices that are a customer's own: agreements with it, then the lists of its tier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select

from orderdesk.models import Customer, Item, ItemUnit, Price, PriceBreak, PriceList

_MOST = 5_000  # rows on one page; nobody reads further


@dataclass(frozen=True, slots=True)
class CustomerPrice:
    """One price or break with its list; ``list_price`` is the item's own standard price.

    A price has ``price``, a break 阶梯价 ``from_quantity`` and ``discount``.
    """

    id: UUID
    item_id: UUID
    code: str
    name: str
    name_en: str
    unit: str
    unit_en: str
    source: str  # agreement, tier, list
    list_id: UUID
    list_code: str
    list_name: str
    price: Decimal | None
    from_quantity: Decimal | None
    discount: Decimal | None
    list_price: Decimal | None
    valid_from: date | None
    valid_to: date | None


def customer_prices(connection: Connection, customer_id: UUID) -> tuple[CustomerPrice, ...]:
    """Return the customer's agreements, then what its tier has, by item; other currencies are not its own."""
    customer = connection.execute(
        select(Customer.tier, Customer.currency).where(Customer.id == customer_id)
    ).one_or_none()
    if customer is None:
        return ()
    of_tier = and_(
        PriceList.source == "tier", PriceList.tier == customer.tier, PriceList.currency == customer.currency
    )
    rows = _entries(connection, or_(PriceList.customer_id == customer_id, of_tier))
    return tuple(sorted(rows, key=lambda row: (row.source, row.code, row.from_quantity or Decimal(0))))


def item_prices(connection: Connection, item_id: UUID) -> tuple[CustomerPrice, ...]:
    """Return every price and break of an item, whichever list it is in: for all, for tiers, agreements."""
    rows = _entries(connection, Item.id == item_id)
    order = {"list": 0, "tier": 1, "agreement": 2}
    return tuple(
        sorted(rows, key=lambda row: (order[row.source], row.list_code, row.from_quantity or Decimal(0)))
    )


def _entries(connection: Connection, condition: ColumnElement[bool]) -> list[CustomerPrice]:
    found: list[CustomerPrice] = []
    for entry in (Price, PriceBreak):
        statement = (
            select(
                entry.__table__, Item.code, Item.name, Item.name_en, Item.list_price, Item.unit_en,
                ItemUnit.name_en.label("other_unit_en"), PriceList.id.label("list_id"),
                PriceList.code.label("list_code"), PriceList.name.label("list_name"), PriceList.source,
                PriceList.valid_from.label("list_from"), PriceList.valid_to.label("list_to"),
            )
            .join(PriceList, PriceList.id == entry.price_list_id)
            .join(Item, Item.id == entry.item_id)
            .outerjoin(ItemUnit, and_(ItemUnit.item_id == Item.id, ItemUnit.unit == entry.unit))
            .where(condition)
            .order_by(Item.code, entry.id)
            .limit(_MOST)
        )  # fmt: skip
        found += [_row(row) for row in connection.execute(statement)]
    return found


def _row(row: Row[Any]) -> CustomerPrice:
    said = row._mapping
    return CustomerPrice(
        id=row.id, item_id=row.item_id, code=row.code, name=row.name, name_en=row.name_en, unit=row.unit,
        unit_en=row.other_unit_en or row.unit_en, source=row.source, list_id=row.list_id,
        list_code=row.list_code, list_name=row.list_name, price=said.get("price"),
        from_quantity=said.get("from_quantity"), discount=said.get("discount"), list_price=row.list_price,
        valid_from=_of(max, row.valid_from, row.list_from), valid_to=_of(min, row.valid_to, row.list_to),
    )  # fmt: skip


def _of(choose: Any, *days: date | None) -> date | None:
    there: Iterable[date] = [day for day in days if day is not None]
    return choose(there) if there else None
