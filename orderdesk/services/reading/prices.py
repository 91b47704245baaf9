"""Price lists, tier lists and agreements as lists show them, and whole for editing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.models import Customer, Price, PriceBreak, PriceList
from orderdesk.services.reading.whole_records import Standing, price_lists_by_code
from orderdesk.wire.records import PriceListRecord

Source = Literal["list", "tier", "agreement"]
_ORDER = {"list": 0, "tier": 1, "agreement": 2}


@dataclass(frozen=True, slots=True)
class PriceListHead:
    """A price list without its prices; the customer's fields are empty but for an agreement."""

    id: UUID
    revision: int
    code: str
    name: str
    source: Source
    tier: str
    customer_id: UUID | None
    customer_code: str
    customer: str
    customer_en: str
    currency: str
    prices_include_tax: bool
    valid_from: date | None
    valid_to: date | None
    prices: int
    breaks: int

    def holds_on(self, day: date) -> bool:
        """Whether any of its prices can hold on that day; both of its days count."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or self.valid_to >= day)


def price_list_heads(connection: Connection) -> tuple[PriceListHead, ...]:
    """Return all lists: for everybody, of tiers, then agreements; each kind by its code."""
    prices = _counted(connection, select(Price.price_list_id, func.count()).group_by(Price.price_list_id))
    breaks = _counted(
        connection, select(PriceBreak.price_list_id, func.count()).group_by(PriceBreak.price_list_id)
    )
    rows = connection.execute(
        select(
            PriceList.__table__, Customer.code.label("customer_code"), Customer.name.label("customer"),
            Customer.name_en.label("customer_en"),
        ).outerjoin(Customer, Customer.id == PriceList.customer_id)
    )  # fmt: skip
    heads = [
        PriceListHead(
            id=row.id, revision=row.revision, code=row.code, name=row.name, source=row.source, tier=row.tier,
            customer_id=row.customer_id, customer_code=row.customer_code or "", customer=row.customer or "",
            customer_en=row.customer_en or "", currency=row.currency,
            prices_include_tax=row.prices_include_tax, valid_from=row.valid_from, valid_to=row.valid_to,
            prices=prices.get(row.id, 0), breaks=breaks.get(row.id, 0),
        )
        for row in rows
    ]  # fmt: skip
    return tuple(sorted(heads, key=lambda head: (_ORDER[head.source], head.code)))


def _counted(connection: Connection, statement: object) -> dict[UUID, int]:
    return {row[0]: row[1] for row in connection.execute(statement)}  # type: ignore[call-overload] # a pair


def standing_price_lists(
    connection: Connection, ids: Collection[UUID]
) -> dict[UUID, Standing[PriceListRecord]]:
    """Return those lists whole, with the revision that a change must name."""
    wanted = list(ids)
    codes = connection.scalars(select(PriceList.code).where(PriceList.id.in_(wanted))).all()
    return {found.record.id: found for found in price_lists_by_code(connection, codes).values()}
