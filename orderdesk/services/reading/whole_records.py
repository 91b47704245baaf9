"""Records of master data as they stand, whole: what a file or a person changes some fields of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, select

from orderdesk.models import (
    CommandLog,
    Customer,
    CustomerAddress,
    CustomerItem,
    Item,
    ItemBarcode,
    ItemUnit,
    Person,
    Price,
    PriceBreak,
    PriceList,
    Site,
    StockLevel,
)
from orderdesk.wire.base import Frozen
from orderdesk.wire.records import (
    AddressRecord,
    BarcodeRecord,
    BreakRecord,
    CustomerItemRecord,
    CustomerRecord,
    InvoiceRecord,
    ItemRecord,
    PriceListRecord,
    PriceRecord,
    TermsRecord,
    UnitRecord,
)

_CHUNK = 500  # values in one statement: far below the limits of both databases
_R = TypeVar("_R", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Standing(Generic[_R]):
    """A record as it stands, and the revision that a change must name."""

    revision: int
    record: _R


def customers_by_code(connection: Connection, codes: Iterable[str]) -> dict[str, Standing[CustomerRecord]]:
    """Return the customers that there are among ``codes``."""
    found = {}
    for part in _parts(codes):
        found.update({one.record.code: one for one in _customers(connection, Customer.code.in_(part))})
    return found


def customer_by_id(connection: Connection, customer_id: UUID) -> Standing[CustomerRecord] | None:
    """Return a customer as it stands; ``None`` if there is none."""
    return next(iter(_customers(connection, Customer.id == customer_id)), None)


def _customers(connection: Connection, condition: ColumnElement[bool]) -> list[Standing[CustomerRecord]]:
    people = {row.id: row.code for row in connection.execute(select(Person.id, Person.code))}
    rows = connection.execute(select(Customer.__table__).where(condition)).all()
    ids = [row.id for row in rows]
    addresses = _children(connection, CustomerAddress, CustomerAddress.customer_id, ids)
    numbers = _children(connection, CustomerItem, CustomerItem.customer_id, ids)
    found = []
    for row in rows:
        mine = sorted(addresses.get(row.id, ()), key=lambda entry: entry.position)
        own = sorted(numbers.get(row.id, ()), key=lambda entry: entry.number)
        found.append(Standing(row.revision, _customer(row, people, mine, own)))
    return found


def _customer(
    row: Row[Any], people: Mapping[UUID, str], addresses: Iterable[Row[Any]], numbers: Iterable[Row[Any]]
) -> CustomerRecord:
    terms = TermsRecord(
        kind=row.terms_kind, days=row.terms_days, closing_day=row.terms_closing_day,
        due_day=row.terms_due_day,
    )  # fmt: skip
    same = _same_fields(CustomerRecord, row)
    return CustomerRecord(
        **same,
        salesperson_code=people.get(row.salesperson_id, ""),
        terms=terms,
        price_sources=tuple(row.price_sources.split()),
        invoice=InvoiceRecord.model_validate(json.loads(row.invoice)),
        addresses=tuple(AddressRecord(**_same_fields(AddressRecord, entry)) for entry in addresses),
        item_numbers=tuple(
            CustomerItemRecord(**_same_fields(CustomerItemRecord, entry)) for entry in numbers
        ),
    )


def items_by_code(connection: Connection, codes: Iterable[str]) -> dict[str, Standing[ItemRecord]]:
    """Return the items that there are among ``codes``."""
    found = {}
    for part in _parts(codes):
        found.update({one.record.code: one for one in _items(connection, Item.code.in_(part))})
    return found


def item_by_id(connection: Connection, item_id: UUID) -> Standing[ItemRecord] | None:
    """Return an item as it stands; ``None`` if there is none."""
    return next(iter(_items(connection, Item.id == item_id)), None)


def _items(connection: Connection, condition: ColumnElement[bool]) -> list[Standing[ItemRecord]]:
    rows = connection.execute(select(Item.__table__).where(condition)).all()
    ids = [row.id for row in rows]
    units = _children(connection, ItemUnit, ItemUnit.item_id, ids)
    barcodes = _children(connection, ItemBarcode, ItemBarcode.item_id, ids)
    found = []
    for row in rows:
        own = sorted(units.get(row.id, ()), key=lambda entry: (entry.factor, entry.unit))
        codes = sorted(barcodes.get(row.id, ()), key=lambda entry: entry.barcode)
        record = ItemRecord(
            **_same_fields(ItemRecord, row),
            group=row.item_group,
            units=tuple(UnitRecord(**_same_fields(UnitRecord, entry)) for entry in own),
            barcodes=tuple(BarcodeRecord(**_same_fields(BarcodeRecord, entry)) for entry in codes),
        )
        found.append(Standing(row.revision, record))
    return found


def price_lists_by_code(connection: Connection, codes: Iterable[str]) -> dict[str, Standing[PriceListRecord]]:
    """Return the price lists that there are among ``codes``, with all their prices and breaks."""
    found = {}
    for part in _parts(codes):
        rows = connection.execute(select(PriceList.__table__).where(PriceList.code.in_(part))).all()
        ids = [row.id for row in rows]
        prices = _children(connection, Price, Price.price_list_id, ids)
        breaks = _children(connection, PriceBreak, PriceBreak.price_list_id, ids)
        for row in rows:
            record = PriceListRecord(
                **_same_fields(PriceListRecord, row),
                prices=tuple(
                    PriceRecord(**_same_fields(PriceRecord, entry)) for entry in prices.get(row.id, ())
                ),
                breaks=tuple(
                    BreakRecord(**_same_fields(BreakRecord, entry)) for entry in breaks.get(row.id, ())
                ),
            )
            found[row.code] = Standing(row.revision, record)
    return found


def sites_by_code(connection: Connection) -> dict[str, UUID]:
    """Return all sites."""
    return {row.code: row.id for row in connection.execute(select(Site.code, Site.id))}


def people_codes(connection: Connection) -> frozenset[str]:
    """Return the codes of all people."""
    return frozenset(connection.scalars(select(Person.code)))


def on_hand(connection: Connection, item_id: UUID, site_id: UUID) -> Decimal:
    """Return what lies of an item at a site now, in stock units; 0 where it never lay."""
    statement = select(StockLevel.on_hand).where(StockLevel.item_id == item_id, StockLevel.site_id == site_id)
    found: Decimal | None = connection.execute(statement).scalar_one_or_none()
    return Decimal(0) if found is None else found


def command_results(connection: Connection, ids: Iterable[UUID]) -> dict[UUID, bool]:
    """Return those of ``ids`` under which a command was executed, and whether it was done (not refused)."""
    found: dict[UUID, bool] = {}
    for part in _parts(ids):
        rows = connection.execute(select(CommandLog.id, CommandLog.v).where(CommandLog.id.in_(part)))
        found.update({row.id: row.v > 0 for row in rows})
    return found


def _same_fields(record: type[Any], row: Row[Any]) -> dict[str, Any]:
    """Return the plain columns that a record has under the same name."""
    nested = {"invoice", "price_sources"}
    return {
        name: value
        for name, value in row._mapping.items()
        if name in record.model_fields and name not in nested
    }


def _children(
    connection: Connection, table: Any, key: Any, parents: list[UUID]
) -> dict[UUID, list[Row[Any]]]:
    found: dict[UUID, list[Row[Any]]] = {}
    for row in connection.execute(select(table.__table__).where(key.in_(parents))):
        found.setdefault(row._mapping[key.key], []).append(row)
    return found


_T = TypeVar("_T")


def _parts(values: Iterable[_T]) -> Iterator[list[_T]]:
    """Yield distinct values in lists that one statement may hold."""
    whole = list(dict.fromkeys(values))
    for start in range(0, len(whole), _CHUNK):
        yield whole[start : start + _CHUNK]
