"""Prices and stock: figures of items that are there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.intake.files.batch import Batch, object_id
from orderdesk.intake.files.mapping import Options
from orderdesk.intake.files.rows import FileRow
from orderdesk.services.reading.records import default_site
from orderdesk.services.reading.whole_records import (
    Standing,
    items_by_code,
    on_hand,
    price_lists_by_code,
    sites_by_code,
)
from orderdesk.values import MAX_QUANTITY, MAX_UNIT_PRICE, digest
from orderdesk.wire.commands import MoveStock, PutPriceList
from orderdesk.wire.records import ItemRecord, PriceListRecord, PriceRecord

_ENTRY = re.compile(r"record\.prices\[([0-9]+)\]")
_PriceKey = tuple[UUID, str, date | None]  # item, unit, first day


@dataclass(frozen=True, slots=True)
class _PriceRow:
    """A row that names a price."""

    row: FileRow
    label: str
    price: PriceRecord

    @property
    def key(self) -> _PriceKey:
        return self.price.item_id, self.price.unit, self.price.valid_from


def take_prices(batch: Batch, rows: Sequence[FileRow], options: Options) -> None:
    """Put prices into their lists, one command a list; rows that their list does not take stay out."""
    lists = {row.number: row.code("list", required=True) for row in rows}
    codes = {row.number: row.code("item", required=True) for row in rows}
    with batch.store.reading() as connection:
        items = items_by_code(connection, codes.values())
        standing = price_lists_by_code(connection, lists.values())
    by_list: dict[str, list[_PriceRow]] = {}
    for row in rows:
        code = lists[row.number]
        if code and code not in standing and not options.create_missing:
            row.report("list", "problem.reference.unknown", value=code)
        price = _price(row, code, codes[row.number], items)
        if price is not None:
            by_list.setdefault(code, []).append(price)
        else:
            batch.judge(row, codes[row.number], "rejected")
    done = len(batch.verdicts)
    for code, prices in by_list.items():
        if not batch.goes_on(done, len(rows)):
            return
        _put_list(batch, code, _once(batch, prices), standing.get(code))
        done += len(prices)


def _price(
    row: FileRow, list_code: str, code: str, items: Mapping[str, Standing[ItemRecord]]
) -> _PriceRow | None:
    unit, price = row.code("unit"), row.figure("price", 4, MAX_UNIT_PRICE, required=True)
    first, last = row.day("valid_from"), row.day("valid_to")
    item = items.get(code)
    if item is None and code:
        row.report("item", "problem.reference.unknown", value=code)
    if item is not None and unit and unit not in {item.record.unit, *(e.unit for e in item.record.units)}:
        row.report("unit", "problem.item.unit_unknown", unit=unit)
    if first and last and last < first:
        row.report("valid_to", "problem.import.days_reversed")
    if row.findings or item is None or price is None:
        return None
    unit = unit or item.record.sales_unit
    record = PriceRecord(
        id=object_id("price", f"{list_code}:{code}:{unit}:{first or ''}"), item_id=item.record.id, unit=unit,
        price=price, valid_from=first, valid_to=last,
    )  # fmt: skip
    return _PriceRow(row, code, record)


def _once(batch: Batch, prices: Iterable[_PriceRow]) -> list[_PriceRow]:
    """Return the first row for each price; another one that says the same adds nothing."""
    first: dict[_PriceKey, _PriceRow] = {}
    for entry in prices:
        earlier = first.setdefault(entry.key, entry)
        if earlier is entry:
            continue
        if earlier.price != entry.price:
            entry.row.report("item", "problem.import.repeated", value=entry.label)
        batch.judge(entry.row, entry.label, "unchanged")
    return list(first.values())


def _put_list(
    batch: Batch, code: str, prices: list[_PriceRow], stands: Standing[PriceListRecord] | None
) -> None:
    """Put the prices of one list; where it is refused for some of them, put the others."""
    old = None if stands is None else stands.record
    base = old or PriceListRecord(id=object_id("price_list", code), code=code, name=code, source="list")
    known = {(entry.item_id, entry.unit, entry.valid_from): entry for entry in base.prices}
    fresh = []
    for entry in prices:
        stored = known.get(entry.key)
        if stored is not None and stored == entry.price.model_copy(update={"id": stored.id}):
            batch.judge(entry.row, entry.label, "unchanged")
        else:
            fresh.append(entry)
    while fresh:
        key = digest([code, [entry.row.number for entry in fresh]])
        batch.look_up([key])
        if batch.was_done(key):
            _judge_all(batch, fresh, known, done=True)
            return
        record, places = _merged(base, fresh)
        refused = batch.send(key, PutPriceList(record=record), None if stands is None else stands.revision)
        if not refused:
            _judge_all(batch, fresh, known, done=False)
            return
        fresh = _without_refused(batch, fresh, places, refused)


def _merged(
    base: PriceListRecord, fresh: Iterable[_PriceRow]
) -> tuple[PriceListRecord, dict[int, _PriceRow]]:
    """Return a list with its new prices, and which of its places came from which row."""
    prices = list(base.prices)
    at = {(entry.item_id, entry.unit, entry.valid_from): index for index, entry in enumerate(prices)}
    places = {}
    for entry in fresh:
        index = at.get(entry.key)
        if index is None:
            index = len(prices)
            prices.append(entry.price)
        else:
            prices[index] = entry.price.model_copy(update={"id": prices[index].id})
        places[index] = entry
    return base.model_copy(update={"prices": tuple(prices)}), places


def _judge_all(
    batch: Batch, fresh: Iterable[_PriceRow], known: Mapping[_PriceKey, PriceRecord], *, done: bool
) -> None:
    for entry in fresh:
        is_there = entry.key in known
        batch.judge(entry.row, entry.label, "unchanged" if done else "changed" if is_there else "created")


def _without_refused(
    batch: Batch, fresh: list[_PriceRow], places: Mapping[int, _PriceRow], refused: Iterable[Problem]
) -> list[_PriceRow]:
    """Reject the rows that a refusal names, all of them where it names none; return the others."""
    named: dict[int, list[Problem]] = {}
    for problem in refused:
        match = _ENTRY.match(problem.path)
        entry = places.get(int(match[1])) if match else None
        if entry is not None:
            named.setdefault(entry.row.number, []).append(problem)
    for entry in fresh:
        problems = named.get(entry.row.number) if named else list(refused)
        if problems:
            batch.judge(entry.row, entry.label, "rejected", problems, "price")
    return [entry for entry in fresh if entry.row.number not in named] if named else []


def take_stock(batch: Batch, rows: Sequence[FileRow], note: str) -> None:
    """Record counts: what lies at a site becomes what the row says, the difference is its movement."""
    codes = {row.number: row.code("item", required=True) for row in rows}
    with batch.store.reading() as connection:
        items = items_by_code(connection, codes.values())
        sites, usual = sites_by_code(connection), default_site(connection)
    batch.look_up(codes)
    seen: dict[tuple[UUID, UUID], Decimal] = {}
    for done, row in enumerate(rows):
        if not batch.goes_on(done, len(rows)):
            return
        code, site_code = codes[row.number], row.code("site")
        counted = row.figure("quantity", 3, MAX_QUANTITY, required=True)
        item, site = items.get(code), sites.get(site_code) if site_code else usual
        if item is None and code:
            row.report("item", "problem.reference.unknown", value=code)
        if site is None:
            row.report("site", "problem.reference.unknown", value=site_code)
        if item is not None and site is not None and counted is not None:
            key = (item.record.id, site)
            if seen.setdefault(key, counted) != counted:
                row.report("item", "problem.import.repeated", value=code)
            elif not row.findings:
                _count(batch, row, code, key, counted, note)
                continue
        batch.judge(row, code, "rejected")


def _count(
    batch: Batch, row: FileRow, code: str, key: tuple[UUID, UUID], counted: Decimal, note: str
) -> None:
    if batch.was_done(row.number):
        batch.judge(row, code, "unchanged")
        return
    with batch.store.reading() as connection:
        lies = on_hand(connection, *key)
    if lies == counted:
        batch.judge(row, code, "unchanged")
        return
    data = MoveStock(item_id=key[0], site_id=key[1], quantity=counted - lies, kind="count", note=note)
    refused = batch.send(row.number, data)
    batch.judge(row, code, "changed" if lies else "created", refused, "quantity")
