"""What a record may refer to: codes and ids that the store, or the batch at hand, knows already."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from orderdesk.models import Customer, CustomerAddress, Item, ItemBarcode, ItemUnit, Person, PriceList, Site
from orderdesk.services.desk import Desk
from orderdesk.wire.records import CustomerRecord, ItemRecord, PersonRecord, PriceListRecord, SiteRecord

_S = TypeVar("_S", bound=Select[*tuple[Any, ...]])


@dataclass(slots=True)
class Known:
    """Codes to ids, and what items have. ``None`` as an answer means: there is no such thing."""

    people: dict[str, UUID] = field(default_factory=dict)
    sites: dict[str, UUID] = field(default_factory=dict)
    customers: dict[str, UUID] = field(default_factory=dict)
    items: dict[str, UUID] = field(default_factory=dict)
    price_lists: dict[str, UUID] = field(default_factory=dict)
    barcodes: dict[str, UUID] = field(default_factory=dict)
    addresses: dict[UUID, UUID] = field(default_factory=dict)  # address to customer
    customer_ids: set[UUID] = field(default_factory=set)
    sales_units: dict[UUID, str] = field(default_factory=dict)  # by item: also says which items there are
    units: dict[UUID, set[str]] = field(default_factory=dict)  # by item, the stock unit included

    def ids(self) -> frozenset[UUID]:
        """Return the ids of all records that are known by a code."""
        families = (self.people, self.sites, self.customers, self.items, self.price_lists)
        return frozenset(found for family in families for found in family.values())

    def add_person(self, record: PersonRecord) -> None:
        """Know a person."""
        self.people[record.code] = record.id

    def add_site(self, record: SiteRecord) -> None:
        """Know a site."""
        self.sites[record.code] = record.id

    def add_customer(self, record: CustomerRecord) -> None:
        """Know a customer with its addresses."""
        self.customers[record.code] = record.id
        self.customer_ids.add(record.id)
        self.addresses.update((address.id, record.id) for address in record.addresses)

    def add_item(self, record: ItemRecord) -> None:
        """Know an item with its units and barcodes."""
        self.items[record.code] = record.id
        self.sales_units[record.id] = record.sales_unit or record.unit
        self.units[record.id] = {record.unit, *(unit.unit for unit in record.units)}
        self.barcodes.update((entry.barcode, record.id) for entry in record.barcodes)

    def add_price_list(self, record: PriceListRecord) -> None:
        """Know a price list."""
        self.price_lists[record.code] = record.id


def known_for_customer(session: Session, record: CustomerRecord) -> Known:
    """Return what the store knows of all that ``record`` names."""
    known = Known()
    known.people = _pairs(session, Person.code, Person.id, Person.code == record.salesperson_code)
    known.customers = _pairs(session, Customer.code, Customer.id, Customer.code == record.code)
    partners = {entry for entry in (record.bill_to_id, record.payer_id) if entry is not None}
    known.customer_ids = set(session.scalars(_among(select(Customer.id), Customer.id, partners)))
    known.addresses = {
        row.id: row.customer_id
        for row in session.execute(
            _among(
                select(CustomerAddress.id, CustomerAddress.customer_id),
                CustomerAddress.id,
                {address.id for address in record.addresses},
            )
        )
    }
    _learn_items(session, known, {entry.item_id for entry in record.item_numbers})
    return known


def known_for_item(session: Session, record: ItemRecord) -> Known:
    """Return what the store knows of all that ``record`` names."""
    known = Known()
    known.items = _pairs(session, Item.code, Item.id, Item.code == record.code)
    wanted = {entry.barcode for entry in record.barcodes}
    statement = _among(select(ItemBarcode.barcode, ItemBarcode.item_id), ItemBarcode.barcode, wanted)
    known.barcodes = {row.barcode: row.item_id for row in session.execute(statement)}
    return known


def known_for_price_list(session: Session, record: PriceListRecord) -> Known:
    """Return what the store knows of all that ``record`` names."""
    known = Known()
    known.price_lists = _pairs(session, PriceList.code, PriceList.id, PriceList.code == record.code)
    wanted = {record.customer_id} if record.customer_id is not None else set()
    known.customer_ids = set(session.scalars(_among(select(Customer.id), Customer.id, wanted)))
    priced = {entry.item_id for entry in record.prices} | {entry.item_id for entry in record.breaks}
    _learn_items(session, known, priced)
    return known


def known_of_store(session: Session) -> Known:
    """Return everything that the store knows; for bulk work."""
    known = Known()
    known.people = _pairs(session, Person.code, Person.id)
    known.sites = _pairs(session, Site.code, Site.id)
    known.customers = _pairs(session, Customer.code, Customer.id)
    known.customer_ids = set(known.customers.values())
    known.price_lists = _pairs(session, PriceList.code, PriceList.id)
    known.items = _pairs(session, Item.code, Item.id)
    known.barcodes = _pairs(session, ItemBarcode.barcode, ItemBarcode.item_id)
    statement = select(CustomerAddress.id, CustomerAddress.customer_id)
    known.addresses = {row.id: row.customer_id for row in session.execute(statement)}
    _learn_items(session, known, None)
    return known


def known_of_desk(record: CustomerRecord | ItemRecord, desk: Desk) -> Known:
    """Return what a desk knows, in memory, of all that ``record`` names; addresses of others it does not."""
    known = Known()
    known.people = {person.code: person.id for person in desk.people.values()}
    known.items = {item.code: item.id for item in desk.items.values() if item.code == record.code}
    known.customers = {one.code: one.id for one in desk.customers.values() if one.code == record.code}
    if isinstance(record, ItemRecord):
        wanted = {entry.barcode for entry in record.barcodes}
        for item_id, search in desk.item_search.items():
            known.barcodes.update({code: item_id for code, _ in search.barcodes if code in wanted})
        return known
    partners = (record.bill_to_id, record.payer_id)
    known.customer_ids = {one for one in partners if one is not None and one in desk.customers}
    for entry in record.item_numbers:
        item = desk.items.get(entry.item_id)
        if item is not None:
            known.sales_units[item.id] = item.sales_unit
    return known


def _learn_items(session: Session, known: Known, ids: Collection[UUID] | None) -> None:
    heads = _among(select(Item.id, Item.unit, Item.sales_unit), Item.id, ids)
    for row in session.execute(heads):
        known.sales_units[row.id] = row.sales_unit or row.unit
        known.units[row.id] = {row.unit}
    for unit in session.execute(_among(select(ItemUnit.item_id, ItemUnit.unit), ItemUnit.item_id, ids)):
        known.units[unit.item_id].add(unit.unit)


def _pairs(
    session: Session,
    key: InstrumentedAttribute[str],
    value: InstrumentedAttribute[UUID],
    *conditions: ColumnElement[bool],
) -> dict[str, UUID]:
    return {row[0]: row[1] for row in session.execute(select(key, value).where(*conditions))}


def _among(statement: _S, column: Any, wanted: Collection[Any] | None) -> _S:
    """Return ``statement`` narrowed to the ``wanted`` values of ``column``; ``None`` wants all."""
    return statement if wanted is None else statement.where(column.in_(wanted))
