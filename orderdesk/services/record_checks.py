"""What is wrong with a record of master data: everything at once, each with the path of its field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from orderdesk.errors import Problem
from orderdesk.services.known import Known
from orderdesk.wire.records import (
    BreakRecord,
    CustomerRecord,
    ItemRecord,
    PersonRecord,
    PriceListRecord,
    PriceRecord,
    SiteRecord,
)


def customer_problems(record: CustomerRecord, known: Known) -> Iterator[Problem]:
    """Yield what keeps a customer's record from being stored."""
    yield from _head_problems(record.id, record.code, record.name, known.customers)
    if record.salesperson_code and record.salesperson_code not in known.people:
        yield _unknown("record.salesperson_code", record.salesperson_code)
    for field, partner in (("bill_to_id", record.bill_to_id), ("payer_id", record.payer_id)):
        if partner is not None and partner != record.id and partner not in known.customer_ids:
            yield _unknown(f"record.{field}", str(partner))
    if not record.price_sources or len(set(record.price_sources)) < len(record.price_sources):
        yield Problem("problem.customer.price_sources", "record.price_sources")
    terms = record.terms
    if terms.kind == "monthly" and (terms.closing_day is None or terms.due_day is None):
        yield Problem("problem.customer.monthly_days", "record.terms")
    if record.receivable is not None and record.receivable_as_of is None:
        yield Problem("problem.customer.receivable_undated", "record.receivable_as_of")
    yield from _address_problems(record, known)
    yield from _item_number_problems(record, known)


def _address_problems(record: CustomerRecord, known: Known) -> Iterator[Problem]:
    if sum(address.main for address in record.addresses) > 1:
        yield Problem("problem.customer.main_addresses", "record.addresses")
    yield from _repeated("record.addresses", [address.id for address in record.addresses])
    for index, address in enumerate(record.addresses):
        if known.addresses.get(address.id, record.id) != record.id:
            yield Problem(
                "problem.record.id_taken", f"record.addresses[{index}].id", {"value": str(address.id)}
            )


def _item_number_problems(record: CustomerRecord, known: Known) -> Iterator[Problem]:
    yield from _repeated("record.item_numbers", [entry.number for entry in record.item_numbers])
    for index, entry in enumerate(record.item_numbers):
        if entry.item_id not in known.sales_units:
            yield _unknown(f"record.item_numbers[{index}].item_id", str(entry.item_id))


def item_problems(record: ItemRecord, known: Known) -> Iterator[Problem]:
    """Yield what keeps an item's record from being stored."""
    yield from _head_problems(record.id, record.code, record.name, known.items)
    units = [record.unit, *(unit.unit for unit in record.units)]
    yield from _repeated("record.units", units, offset=-1)
    if record.sales_unit and record.sales_unit not in units:
        yield Problem("problem.item.unit_unknown", "record.sales_unit", {"unit": record.sales_unit})
    if record.order_multiple is not None and record.order_multiple <= 0:
        yield Problem("problem.item.multiple_zero", "record.order_multiple")
    yield from _repeated("record.barcodes", [entry.barcode for entry in record.barcodes])
    for index, entry in enumerate(record.barcodes):
        if entry.unit not in units:
            yield Problem("problem.item.unit_unknown", f"record.barcodes[{index}].unit", {"unit": entry.unit})
        if known.barcodes.get(entry.barcode, record.id) != record.id:
            params = {"barcode": entry.barcode}
            yield Problem("problem.item.barcode_taken", f"record.barcodes[{index}].barcode", params)


def price_list_problems(record: PriceListRecord, known: Known) -> Iterator[Problem]:
    """Yield what keeps a price list, tier list or agreement from being stored."""
    yield from _head_problems(record.id, record.code, record.name, known.price_lists)
    if (record.source == "tier") != bool(record.tier):
        yield Problem("problem.price_list.tier", "record.tier")
    if (record.source == "agreement") != (record.customer_id is not None):
        yield Problem("problem.price_list.customer", "record.customer_id")
    elif record.customer_id is not None and record.customer_id not in known.customer_ids:
        yield _unknown("record.customer_id", str(record.customer_id))
    yield from _day_problems("record", record.valid_from, record.valid_to)
    families: tuple[tuple[str, Sequence[PriceRecord | BreakRecord]], ...] = (
        ("prices", record.prices),
        ("breaks", record.breaks),
    )
    for name, entries in families:
        yield from _repeated(f"record.{name}", [entry.id for entry in entries])
        for index, entry in enumerate(entries):
            yield from _entry_problems(f"record.{name}[{index}]", entry, known)
        yield from _overlaps(f"record.{name}", entries, known)


def _entry_problems(path: str, entry: PriceRecord | BreakRecord, known: Known) -> Iterator[Problem]:
    if entry.item_id not in known.sales_units:
        yield _unknown(f"{path}.item_id", str(entry.item_id))
    elif entry.unit and entry.unit not in known.units[entry.item_id]:
        yield Problem("problem.item.unit_unknown", f"{path}.unit", {"unit": entry.unit})
    yield from _day_problems(path, entry.valid_from, entry.valid_to)


def _overlaps(path: str, entries: Sequence[PriceRecord | BreakRecord], known: Known) -> Iterator[Problem]:
    """Yield each entry whose days overlap those of an earlier one for the same item, unit and quantity."""
    groups: dict[Hashable, list[tuple[int, PriceRecord | BreakRecord]]] = {}
    for index, entry in enumerate(entries):
        unit = entry.unit or known.sales_units.get(entry.item_id, "")
        start = entry.from_quantity if isinstance(entry, BreakRecord) else None
        groups.setdefault((entry.item_id, unit, start), []).append((index, entry))
    for group in groups.values():
        ordered = sorted(group, key=lambda pair: pair[1].valid_from or date.min)
        for (_, earlier), (index, later) in pairwise(ordered):
            if (earlier.valid_to or date.max) >= (later.valid_from or date.min):
                yield Problem("problem.price_list.overlap", f"{path}[{index}]")


def person_problems(record: PersonRecord, known: Known) -> Iterator[Problem]:
    """Yield what keeps a person from being stored."""
    yield from _head_problems(record.id, record.code, record.name, known.people)
    if not record.roles:
        yield Problem("problem.person.no_role", "record.roles")


def site_problems(record: SiteRecord, known: Known) -> Iterator[Problem]:
    """Yield what keeps a site from being stored."""
    yield from _head_problems(record.id, record.code, record.name, known.sites)
    try:
        ZoneInfo(record.zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield Problem("problem.site.zone_unknown", "record.zone", {"zone": record.zone})


def _head_problems(own_id: UUID, code: str, name: str, taken: Mapping[str, UUID]) -> Iterator[Problem]:
    if not name:
        yield Problem("problem.record.name_missing", "record.name")
    if taken.get(code, own_id) != own_id:
        yield Problem("problem.record.code_taken", "record.code", {"code": code})


def _day_problems(path: str, first: date | None, last: date | None) -> Iterator[Problem]:
    if first is not None and last is not None and first > last:
        params = {"first": first.isoformat(), "last": last.isoformat()}
        yield Problem("problem.price_list.days", f"{path}.valid_to", params)


def _repeated(path: str, values: Iterable[Hashable], offset: int = 0) -> Iterator[Problem]:
    """Yield each value that stands a second time; ``offset`` is added to its index."""
    seen: Counter[Hashable] = Counter()
    for index, value in enumerate(values):
        seen[value] += 1
        if seen[value] > 1:
            yield Problem("problem.record.repeated", f"{path}[{index + offset}]", {"value": str(value)})


def _unknown(path: str, value: str) -> Problem:
    return Problem("problem.reference.unknown", path, {"value": value})
