"""A price list as a table and back: what a file that somebody edited would change, row by row.

Nothing is written here: the answer is shown before it is taken, and taken into the list under somebody's
hands. Rows are matched by item, unit, quantity and first day; ids never leave the program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.intake.files.columns import Family
from orderdesk.intake.files.exporting import Cell
from orderdesk.intake.files.mapping import Mapping as FileMapping
from orderdesk.intake.files.mapping import lay_out
from orderdesk.intake.files.reading import read_file
from orderdesk.intake.files.rows import FileRow
from orderdesk.rules.entry.folding import fold_key
from orderdesk.rules.facts import ItemFacts
from orderdesk.rules.price_changes import after_break, beside
from orderdesk.values import MAX_QUANTITY, MAX_UNIT_PRICE, plain
from orderdesk.wire.records import BreakRecord, PriceListRecord, PriceRecord

Entry = PriceRecord | BreakRecord
Mode = Literal["whole", "above"]
COLUMNS: Final = (
    "list", "code", "item", "unit", "from", "discount", "mode", "price", "floor", "valid_from", "valid_to",
)  # fmt: skip
PRICE_SHEET: Final = Family(
    "price_sheet",
    {
        "list": ("list", "price list", "list code", "价格表", "价格表编码"), "code": (), "unit": (),
        "from_quantity": ("from", "from quantity", "起始量", "起始数量"),
        "discount": ("off", "discount", "折扣率", "折扣"), "mode": ("applies to", "计算方式"), "price": (),
        "valid_from": ("valid from", "start date", "生效日期", "开始日期"),
        "valid_to": ("valid to", "to", "until", "end date", "截止日期", "失效日期", "结束日期"),
    },
    ("code", "price"),
    {"code": "code", "unit": "unit", "price": "price"},
)  # fmt: skip
_ABOVE: Final = frozenset({"above", "a", "超量"})
_WHOLE: Final = frozenset({"", "whole", "w", "全量"})
_Key = tuple[UUID, str, Decimal | None, date | None]


def sheet_rows(
    record: PriceListRecord, items: Mapping[UUID, ItemFacts], name_of: Callable[[ItemFacts], str],
    unit_of: Callable[[ItemFacts, str], str], mode_word: Callable[[Mode], str], today: date,
) -> Iterator[tuple[Cell, ...]]:  # fmt: skip
    """Yield the cells of a list's prices and breaks under ``COLUMNS``, by item, unit, quantity and day."""
    rows = []
    for entry in _entries(record):
        item = items.get(entry.item_id)
        if item is None:
            continue
        unit = entry.unit or item.sales_unit
        start = entry.from_quantity if isinstance(entry, BreakRecord) else None
        place = (item.code, unit != item.sales_unit, unit, start or Decimal(-1), entry.valid_from or date.min)
        off: tuple[Cell, ...] = (None, None, None)
        price: Cell
        if isinstance(entry, BreakRecord):
            off = (start, f"{plain(entry.discount * 100)}%", mode_word(entry.mode))
            base = _price_on(record, entry, today)
            price = None if base is None else after_break(base, entry.discount)
        else:
            price = entry.price
        floor = beside(item, unit, includes_tax=record.prices_include_tax).floor
        cells = (
            record.code, item.code, name_of(item), unit_of(item, unit), *off, price, floor, entry.valid_from,
            entry.valid_to,
        )  # fmt: skip
        rows.append((place, cells))
    rows.sort(key=lambda row: row[0])
    yield from (cells for _place, cells in rows)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not taken, by the number that a spreadsheet shows, with its item and the reasons."""

    number: int
    key: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What a file would change. ``missing`` are entries of the list that no row names.

    Entries of items with a bad row are never missing: what could not be read says nothing.
    """

    file: str
    changed: tuple[Entry, ...] = ()
    new: tuple[Entry, ...] = ()
    same: int = 0
    missing: tuple[UUID, ...] = ()
    bad: tuple[BadRow, ...] = ()


def read_sheet(
    path: Path, record: PriceListRecord, items: Iterable[ItemFacts], new_id: Callable[[], UUID]
) -> SheetReading:
    """Return what the edited file of a list would change in it.

    Raises ``EnvironmentProblem`` or ``UserError`` as ``read_file`` and ``lay_out`` do.
    """
    table = read_file(path)
    mapping = FileMapping()
    layout = lay_out(PRICE_SHEET, table.header, mapping, table.file)
    by_code = {fold_key(item.code): item for item in items}
    there = {_key(entry): entry for entry in _entries(record)}
    found: dict[_Key, Entry] = {}
    bad: list[BadRow] = []
    unsure: set[UUID] = set()
    for number, cells in table.rows:
        row = FileRow(number, cells, table.header, layout, mapping.options)
        code = row.code("code", required=True)
        item = by_code.get(fold_key(code))
        entry = _entry(row, record, item, code, new_id)
        if entry is not None and (key := _key(entry)) in found:
            row.report("code", "problem.import.repeated", value=code)
            entry = None
        if entry is None:
            bad.append(BadRow(number, code, tuple(one.problem for one in row.findings)))
            unsure |= {item.id} if item is not None else set()
            continue
        old = there.get(key)
        found[key] = entry if old is None else entry.model_copy(update={"id": old.id, "unit": old.unit})
    changed = tuple(one for key, one in found.items() if key in there and one != there[key])
    return SheetReading(
        file=table.file,
        changed=changed,
        new=tuple(one for key, one in found.items() if key not in there),
        same=sum(1 for key, one in found.items() if key in there and one == there[key]),
        missing=tuple(one.id for key, one in there.items() if key not in found and one.item_id not in unsure),
        bad=tuple(bad),
    )


def _entries(record: PriceListRecord) -> Iterator[Entry]:
    yield from record.prices
    yield from record.breaks


def _entry(
    row: FileRow, record: PriceListRecord, item: ItemFacts | None, code: str, new_id: Callable[[], UUID]
) -> Entry | None:
    """Return the entry that a row says; ``None`` with the reasons in its findings."""
    named = row.code("list")
    if named and fold_key(named) != fold_key(record.code):
        row.report("list", "problem.price_list.other", value=named, list=record.code)
    if item is None and code:
        row.report("code", "problem.reference.unknown", value=code)
    unit = row.code("unit")
    if item is not None:
        unit = _unit(row, item, unit)
    start = row.figure("from_quantity", 3, MAX_QUANTITY)
    first, last = row.day("valid_from"), row.day("valid_to")
    if first and last and last < first:
        row.report("valid_to", "problem.import.days_reversed")
    days = {"valid_from": first, "valid_to": last}
    if start is None:
        price = row.figure("price", 4, MAX_UNIT_PRICE, required=True)
        if row.findings or item is None or price is None:
            return None
        return PriceRecord(id=new_id(), item_id=item.id, unit=unit, price=price, **days)
    rate, mode = row.rate("discount", required=True), fold_key(row.text("mode"))
    if mode not in _ABOVE | _WHOLE:
        row.report("mode", "problem.price_list.mode", value=row.text("mode"))
    if row.findings or item is None or rate is None:
        return None
    said: Mode = "above" if mode in _ABOVE else "whole"
    return BreakRecord(
        id=new_id(), item_id=item.id, unit=unit, from_quantity=start, discount=rate, mode=said, **days
    )


def _unit(row: FileRow, item: ItemFacts, text: str) -> str:
    wanted = fold_key(text)
    if not wanted:
        return item.sales_unit
    for unit in item.units:
        if wanted in (fold_key(unit.unit), fold_key(unit.name_en or unit.unit)):
            return unit.unit
    row.report("unit", "problem.item.unit_unknown", unit=text)
    return text


def _key(entry: Entry) -> _Key:
    start = entry.from_quantity if isinstance(entry, BreakRecord) else None
    return entry.item_id, entry.unit, start, entry.valid_from


def _price_on(record: PriceListRecord, entry: BreakRecord, today: date) -> Decimal | None:
    day = max(entry.valid_from or today, today)
    for one in record.prices:
        begun = one.valid_from is None or one.valid_from <= day
        is_same = one.item_id == entry.item_id and one.unit == entry.unit
        if is_same and begun and (one.valid_to is None or one.valid_to >= day):
            return one.price
    return None
