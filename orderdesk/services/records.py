"""Master data between its two forms: records as people, files and seeds give them, and rows of the store.

An aggregate is its head row and its children. Its digest covers all of them, in no order, so that ``check``
finds whatever was changed past the door.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Table, delete, select, update
from sqlalchemy.orm import Session

from orderdesk.models import (
    Base,
    Customer,
    CustomerAddress,
    CustomerItem,
    Item,
    ItemBarcode,
    ItemUnit,
    Person,
    Price,
    PriceAdjustment,
    PriceAdjustmentLine,
    PriceBreak,
    PriceList,
    Site,
    as_evidence,
)
from orderdesk.services.writing import add_rows
from orderdesk.values import canonical_json, digest
from orderdesk.wire.records import CustomerRecord, ItemRecord, PersonRecord, PriceListRecord, SiteRecord

RowData = dict[str, Any]

# Aggregates of master data by the name under which audit and change log know them: head row, and children.
HEADS: dict[str, type[Base]] = {
    "customer": Customer,
    "item": Item,
    "price_list": PriceList,
    "price_adjustment": PriceAdjustment,
    "person": Person,
    "site": Site,
}
CHILDREN: dict[str, tuple[tuple[type[Base], str], ...]] = {
    "customer": ((CustomerAddress, "customer_id"), (CustomerItem, "customer_id")),
    "item": ((ItemUnit, "item_id"), (ItemBarcode, "item_id")),
    "price_adjustment": ((PriceAdjustmentLine, "adjustment_id"),),
    "price_list": ((Price, "price_list_id"), (PriceBreak, "price_list_id")),
    "person": (),
    "site": (),
}


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The rows of one aggregate, ready for the store: its head, and children in the order of ``CHILDREN``."""

    type: str
    head: RowData
    children: tuple[list[RowData], ...] = ()

    @property
    def id(self) -> UUID:
        """The aggregate's id."""
        found: UUID = self.head["id"]
        return found

    def digest(self) -> str:
        """Return the SHA-256 over head and children."""
        return aggregate_digest(self.type, self.head, self.children)


def aggregate_digest(
    type_name: str, head: Mapping[Any, Any], children: Sequence[Sequence[Mapping[Any, Any]]]
) -> str:
    """Return the SHA-256 of an aggregate's rows; the order of the children makes no difference."""
    tables = [_table(child) for child, _key in CHILDREN[type_name]]
    parts = [
        sorted(canonical_json(as_evidence(table, row)) for row in rows)
        for table, rows in zip(tables, children, strict=False)
    ]
    return digest({"head": as_evidence(_table(HEADS[type_name]), head), "children": parts})


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]


def customer_rows(
    record: CustomerRecord, *, revision: int, salesperson_id: UUID | None, readings: str
) -> Aggregate:
    """Return the rows of a customer; ``readings`` stands for the record's own where that is empty."""
    head: RowData = {
        "id": record.id, "revision": revision, "code": record.code, "name": record.name,
        "name_en": record.name_en, "readings": record.readings or readings,
        "customer_class": record.customer_class, "tier": record.tier, "status": record.status,
        "contact": record.contact, "phone": record.phone, "salesperson_id": salesperson_id,
        "department": record.department, "bill_to_id": record.bill_to_id, "payer_id": record.payer_id,
        "terms_kind": record.terms.kind, "terms_days": record.terms.days,
        "terms_closing_day": record.terms.closing_day, "terms_due_day": record.terms.due_day,
        "price_sources": " ".join(record.price_sources), "currency": record.currency,
        "prices_include_tax": record.prices_include_tax, "credit_limit": record.credit_limit,
        "receivable": record.receivable, "receivable_as_of": record.receivable_as_of,
        "when_short": record.when_short, "delivery_method": record.delivery_method,
        "freight_terms": record.freight_terms, "rounding": record.rounding, "note": record.note,
        "invoice": canonical_json(record.invoice.model_dump()), "custom": "{}",
    }  # fmt: skip
    addresses = [
        {**address.model_dump(), "customer_id": record.id, "position": position}
        for position, address in enumerate(record.addresses)
    ]
    numbers = [{**entry.model_dump(), "customer_id": record.id} for entry in record.item_numbers]
    return Aggregate("customer", head, (addresses, numbers))


def item_rows(record: ItemRecord, *, revision: int, readings: str) -> Aggregate:
    """Return the rows of an item; without a sales unit of its own it is sold in its stock unit."""
    head: RowData = {
        "id": record.id, "revision": revision, "code": record.code, "name": record.name,
        "name_en": record.name_en, "readings": record.readings or readings, "kind": record.kind,
        "spec": record.spec, "brand": record.brand, "item_group": record.group, "unit": record.unit,
        "unit_en": record.unit_en,
        "sales_unit": record.sales_unit or record.unit, "price_unit": record.price_unit,
        "order_multiple": record.order_multiple, "tax_rate": record.tax_rate, "list_price": record.list_price,
        "cost": record.cost, "floor_price": record.floor_price, "active": record.active, "custom": "{}",
    }  # fmt: skip
    units = [{**unit.model_dump(), "item_id": record.id} for unit in record.units]
    barcodes = [{**barcode.model_dump(), "item_id": record.id} for barcode in record.barcodes]
    return Aggregate("item", head, (units, barcodes))


def price_list_rows(record: PriceListRecord, *, revision: int, sales_units: Mapping[UUID, str]) -> Aggregate:
    """Return the rows of a price list; a price without a unit is for the item's sales unit."""
    head = record.model_dump(exclude={"prices", "breaks"})
    head["revision"] = revision
    children: list[list[RowData]] = []
    for entries in (record.prices, record.breaks):
        rows = [
            {
                **entry.model_dump(),
                "price_list_id": record.id,
                "unit": entry.unit or sales_units[entry.item_id],
            }
            for entry in entries
        ]
        children.append(rows)
    return Aggregate("price_list", head, tuple(children))


def person_rows(record: PersonRecord, *, revision: int = 1) -> Aggregate:
    """Return the row of a person."""
    head = {**record.model_dump(), "revision": revision, "roles": " ".join(record.roles), "active": True}
    return Aggregate("person", head)


def site_rows(record: SiteRecord, *, revision: int = 1) -> Aggregate:
    """Return the row of a site; no day is closed yet."""
    return Aggregate("site", {**record.model_dump(), "revision": revision, "closed_until": None})


def read_aggregate(
    session: Session, type_name: str, object_id: UUID, *, lock: bool = True
) -> Aggregate | None:
    """Return an aggregate as it is stored, its head locked unless it is only shown; ``None`` without one."""
    table = HEADS[type_name].__table__
    statement = select(table).where(table.c.id == object_id)
    head = session.execute(statement.with_for_update() if lock else statement).mappings().one_or_none()
    if head is None:
        return None
    children = tuple(
        [
            dict(row)
            for row in session.execute(
                select(child.__table__).where(child.__table__.c[key] == object_id)
            ).mappings()
        ]
        for child, key in CHILDREN[type_name]
    )
    return Aggregate(type_name, dict(head), children)


def insert_aggregates(session: Session, type_name: str, aggregates: Sequence[Aggregate]) -> None:
    """Write new aggregates of one type: one statement a table, however many there are."""
    if not aggregates:
        return
    add_rows(session, HEADS[type_name], [entry.head for entry in aggregates])
    _insert_children(session, type_name, aggregates)


def replace_aggregate(session: Session, aggregate: Aggregate) -> None:
    """Write an aggregate over the one with its id; its children are taken away and written anew."""
    table = HEADS[aggregate.type]
    session.execute(update(table).where(table.__table__.c.id == aggregate.id).values(**aggregate.head))
    for child, key in CHILDREN[aggregate.type]:
        session.execute(delete(child).where(child.__table__.c[key] == aggregate.id))
    _insert_children(session, aggregate.type, (aggregate,))


def _insert_children(session: Session, type_name: str, aggregates: Sequence[Aggregate]) -> None:
    for index, (child, _key) in enumerate(CHILDREN[type_name]):
        rows = [row for entry in aggregates for row in entry.children[index]]
        add_rows(session, child, rows)
