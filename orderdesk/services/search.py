"""What the customer box and the code cells find things by: indexes in memory, made from the desk's facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from uuid import UUID

from orderdesk.rules.facts import ItemFacts
from orderdesk.services.columns import Shared, TextKeys
from orderdesk.services.desk import CustomerSummary, Desk, ItemSearch
from orderdesk.services.lookup import LookupEntry, LookupIndex
from orderdesk.services.lookup_block import folded_code
from orderdesk.services.packed import PackedRows, each, having, in_order, once, replaced
from orderdesk.services.pinyin import quick_readings
from orderdesk.wire.outcomes import Touched

_NO_SEARCH = ItemSearch("", ())


_MOST_REPLACED = 2_000  # then the indexes are built anew: what was replaced is searched beside the rest


@dataclass(frozen=True, slots=True)
class SearchIndexes:
    """The indexes, and which unit a barcode stands for."""

    customers: LookupIndex[UUID]
    items: LookupIndex[UUID]
    barcode_units: Mapping[str, str]


def build_indexes(desk: Desk) -> SearchIndexes:
    """Return the indexes over everything that may be typed; what was merged is found as its twin."""
    twins = _twins(desk)
    quick_readings("")  # its table is read before what is only for now: what stays would lie among that
    return SearchIndexes(
        customers=LookupIndex(customer_entries(desk, twins), in_order=True),
        items=LookupIndex(item_entries(desk, twins), in_order=True),
        barcode_units=_barcode_units(desk),
    )


def customer_entries(desk: Desk, twins: Twins) -> Iterator[LookupEntry[UUID]]:
    """Yield what each customer is found by, in the order of codes."""
    customers = in_order(desk.customers, "code", folded_code)
    return (_customer(one, desk, twins) for one in customers if one.merged_into is None)


def item_entries(desk: Desk, twins: Twins) -> Iterator[LookupEntry[UUID]]:
    """Yield what each item in use is found by, in the order of codes."""
    items = in_order(desk.items, "code", folded_code)
    return (_item(item, desk, twins) for item in items if item.active)


def _barcode_units(desk: Desk) -> PackedRows[str, str]:
    known = {barcode: unit for pairs in each(desk.item_search, "barcodes") for barcode, unit in pairs}
    return PackedRows(TextKeys([*known]), _unit_of, {"unit": Shared(known.values())})


def _unit_of(_barcode: str, unit: str) -> str:
    return unit


def refresh_indexes(indexes: SearchIndexes, desk: Desk, touched: Collection[Touched]) -> SearchIndexes:
    """Return the indexes with what was touched looked at again."""
    customer_ids = {entry.id for entry in touched if entry.type == "customer" and entry.id in desk.customers}
    item_ids = {entry.id for entry in touched if entry.type == "item" and entry.id in desk.items}
    if not customer_ids and not item_ids:
        return indexes
    before = indexes.customers.replacements + indexes.items.replacements
    if len(customer_ids) + len(item_ids) + before > _MOST_REPLACED:
        return build_indexes(desk)
    twins = _twins(desk)
    customers = [desk.customers[one] for one in customer_ids]
    items = [desk.items[one] for one in item_ids]
    barcodes = [desk.item_search[one].barcodes for one in item_ids if one in desk.item_search]
    units = {barcode: unit for pairs in barcodes for barcode, unit in pairs}
    return SearchIndexes(
        indexes.customers.without(*(one.id for one in customers if one.merged_into is not None)).replaced(
            *(_customer(one, desk, twins) for one in customers if one.merged_into is None)
        ),
        indexes.items.without(*(item.id for item in items if not item.active)).replaced(
            *(_item(item, desk, twins) for item in items if item.active)
        ),
        replaced(indexes.barcode_units, units),
    )


Twins = Mapping[UUID, tuple[UUID, ...]]  # by the one that stayed: those that were merged into it


def _twins(desk: Desk) -> Twins:
    merged = {key: into for key, into in having(desk.customers, "merged_into") if into is not None}
    merged |= {key: into for key, into in having(desk.item_search, "merged_into") if into is not None}
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
    searches = [once(desk.item_search, one.id) or _NO_SEARCH for one in known]
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
