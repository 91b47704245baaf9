"""What the customer box and the code cells find things by: indexes in memory, made from the desk's facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerSummary, Desk, ItemSearch
from orderdesk.services.lookup import LookupEntry, LookupIndex
from orderdesk.services.pinyin import quick_readings
from orderdesk.wire.outcomes import Touched

_NO_SEARCH = ItemSearch("", ())


@dataclass(frozen=True, slots=True)
class SearchIndexes:
    """The indexes, and which unit a barcode stands for."""

    customers: LookupIndex[UUID]
    items: LookupIndex[UUID]
    barcode_units: dict[str, str]


def build_indexes(desk: Desk) -> SearchIndexes:
    """Return the indexes over everything that may be typed; what was merged is found as its twin."""
    twins = _twins(desk)
    return SearchIndexes(
        customers=LookupIndex(
            _customer(entry, desk, twins) for entry in desk.customers.values() if entry.merged_into is None
        ),
        items=LookupIndex(_item(item, desk, twins) for item in desk.items.values() if item.active),
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
    twins = _twins(desk) if {entry.type for entry in touched} & {"customer", "item"} else {}
    for entry in changed:
        if entry.merged_into is None:
            customers = customers.replaced(_customer(entry, desk, twins))
        else:
            customers = customers.without(entry.id)
    units = dict(indexes.barcode_units)
    for item_id in {entry.id for entry in touched if entry.type == "item"}:
        item = desk.items.get(item_id)
        if item is None:
            continue
        items = items.replaced(_item(item, desk, twins)) if item.active else items.without(item_id)
        units |= dict(desk.item_search.get(item_id, _NO_SEARCH).barcodes)
    return SearchIndexes(customers, items, units)


Twins = Mapping[UUID, tuple[UUID, ...]]  # by the one that stayed: those that were merged into it


def _twins(desk: Desk) -> Twins:
    merged = {one.id: one.merged_into for one in desk.customers.values() if one.merged_into is not None}
    merged |= {key: one.merged_into for key, one in desk.item_search.items() if one.merged_into is not None}
    found: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for gone in merged:
        stays, steps = merged[gone], 0
        while stays in merged and steps < len(merged):  # merged again: the last one stays
            stays, steps = merged[stays], steps + 1
        found[stays].append(gone)
    return {stays: tuple(gone) for stays, gone in found.items()}


def _customer(customer: CustomerSummary, desk: Desk, twins: Twins) -> LookupEntry[UUID]:
    known = [customer, *(desk.customers[gone] for gone in twins.get(customer.id, ()))]
    # The tax number is found like a word, by its beginning: its end says nothing, and phones are tails.
    said = [name for one in known for name in (one.name, one.name_en, one.contact, one.tax_number)]
    names = [name for name in said if name]
    numbers = [one.phone for one in known if one.phone] + [one.code for one in known[1:]]
    return LookupEntry(
        key=customer.id,
        code=customer.code,
        names=tuple(dict.fromkeys(names)),
        readings=tuple(dict.fromkeys([*(one.readings for one in known), *_contact_readings(known)])),
        numbers=tuple(dict.fromkeys(numbers)),
    )


def _contact_readings(known: Iterable[CustomerSummary]) -> Iterator[str]:
    """Yield the pinyin of those who call: it is stored for firms only, so it is made with the index."""
    for one in known:
        if one.contact and not one.contact.isascii():
            yield from quick_readings(one.contact)


def _item(item: ItemFacts, desk: Desk, twins: Twins) -> LookupEntry[UUID]:
    known = [item, *(desk.items[gone] for gone in twins.get(item.id, ()) if gone in desk.items)]
    searches = [desk.item_search.get(one.id, _NO_SEARCH) for one in known]
    names = [name for one in known for name in (one.name, one.name_en, one.spec) if name]
    numbers = [barcode for search in searches for barcode, _unit in search.barcodes]
    numbers += [one.code for one in known[1:]]
    return LookupEntry(
        key=item.id,
        code=item.code,
        names=tuple(dict.fromkeys(names)),
        readings=tuple(dict.fromkeys(search.readings for search in searches)),
        numbers=tuple(dict.fromkeys(numbers)),
    )
