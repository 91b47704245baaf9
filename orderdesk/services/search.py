"""What the customer box and the code cells find things by: indexes in memory, made from the desk's facts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerSummary, Desk, ItemSearch
from orderdesk.services.lookup import LookupEntry, LookupIndex
from orderdesk.wire.outcomes import Touched

_NO_SEARCH = ItemSearch("", ())


@dataclass(frozen=True, slots=True)
class SearchIndexes:
    """The indexes, and which unit a barcode stands for."""

    customers: LookupIndex[UUID]
    items: LookupIndex[UUID]
    barcode_units: dict[str, str]


def build_indexes(desk: Desk) -> SearchIndexes:
    """Return the indexes over everything that may be typed."""
    return SearchIndexes(
        customers=LookupIndex(_customer(entry) for entry in desk.customers.values()),
        items=LookupIndex(_item(item, desk) for item in desk.items.values() if item.active),
        barcode_units={
            barcode: unit for search in desk.item_search.values() for barcode, unit in search.barcodes
        },
    )


def refresh_indexes(indexes: SearchIndexes, desk: Desk, touched: Collection[Touched]) -> SearchIndexes:
    """Return the indexes with what was touched looked at again."""
    customers, items = indexes.customers, indexes.items
    changed = [
        desk.customers[entry.id]
        for entry in touched
        if entry.type == "customer" and entry.id in desk.customers
    ]
    if changed:
        customers = customers.replaced(*(_customer(entry) for entry in changed))
    units = dict(indexes.barcode_units)
    for item_id in {entry.id for entry in touched if entry.type == "item"}:
        item = desk.items.get(item_id)
        if item is None:
            continue
        items = items.replaced(_item(item, desk)) if item.active else items.without(item_id)
        units |= dict(desk.item_search.get(item_id, _NO_SEARCH).barcodes)
    return SearchIndexes(customers, items, units)


def _customer(customer: CustomerSummary) -> LookupEntry[UUID]:
    return LookupEntry(
        key=customer.id,
        code=customer.code,
        names=tuple(name for name in (customer.name, customer.name_en, customer.contact) if name),
        readings=(customer.readings,),
        numbers=(customer.phone,) if customer.phone else (),
    )


def _item(item: ItemFacts, desk: Desk) -> LookupEntry[UUID]:
    search = desk.item_search.get(item.id, _NO_SEARCH)
    return LookupEntry(
        key=item.id,
        code=item.code,
        names=tuple(name for name in (item.name, item.name_en, item.spec) if name),
        readings=(search.readings,),
        numbers=tuple(barcode for barcode, _unit in search.barcodes),
    )
