"""Rows of the price grids, made from lists under somebody's hands and the desk's facts. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Literal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.rules.entry.folding import fold_key
from orderdesk.rules.facts import ItemFacts
from orderdesk.rules.price_changes import Beside, after_break, beside
from orderdesk.ui.screens.prices.editing import Entry, ListEdit, Shelf, entries, holds
from orderdesk.wire.records import PriceRecord

Kind = Literal["price", "break", "new"]
_NOTHING = Beside(None, None)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are on show."""

    text: str = ""
    group: str = ""
    today_only: bool = False


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One entry of a list. ``id`` is the entry's; the row for a new one has none.

    ``price`` of a break is what its first piece costs, ``None`` where nothing is there to take it off.
    """

    id: UUID | None
    kind: Kind
    item: ItemFacts | None = None
    unit: str = ""
    from_quantity: Decimal | None = None
    discount: Decimal | None = None
    mode: str = ""
    price: Decimal | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    beside: Beside = _NOTHING
    proposed: Decimal | None = None
    is_changed: bool = False
    is_clashing: bool = False
    problems: tuple[Problem, ...] = ()

    @property
    def is_below_floor(self) -> bool:
        """Whether the price is lower than allowed."""
        return self.price is not None and self.beside.is_below(self.price)

    @property
    def would_be_below_floor(self) -> bool:
        """Whether the price that a change on show would make is lower than allowed."""
        return self.proposed is not None and self.beside.is_below(self.proposed)


@dataclass(frozen=True, slots=True)
class CompareCell:
    """What a list asks for an item on the day; nothing where it has no price."""

    entry: PriceRecord | None
    beside: Beside
    is_changed: bool

    @property
    def is_below_floor(self) -> bool:
        """Whether the price is lower than allowed."""
        return self.entry is not None and self.beside.is_below(self.entry.price)


@dataclass(frozen=True, slots=True)
class CompareRow:
    """One item and unit with its price in each of the lists that stand side by side."""

    id: tuple[UUID, str]
    item: ItemFacts
    unit: str
    beside: Beside
    cells: tuple[CompareCell, ...]


def price_rows(
    edit: ListEdit,
    items: Mapping[UUID, ItemFacts],
    wanted: Wanted,
    today: date,
    problems: Sequence[Problem] = (),
    *,
    keeps: frozenset[UUID] = frozenset(),
) -> tuple[PriceRow, ...]:
    """Return the rows of one list, by item, unit, quantity and first day.

    ``keeps`` are entries that stay on show although the filter would not: what was just typed must not
    vanish under the hands.
    """
    said, before, shelf = _problems_by_entry(edit, problems), edit.originals(), Shelf(edit.record)
    found = []
    for entry in entries(edit.record):
        item, is_changed = items.get(entry.item_id), before.get(entry.id) != entry
        if entry.id in keeps or _is_wanted(entry, item, wanted, today, is_changed=is_changed):
            row = _row(edit, entry, item, _break_base(shelf, entry, today))
            found.append(replace(row, is_changed=is_changed, problems=said.get(entry.id, ())))
    return tuple(sorted(found, key=_place))


def compare_rows(
    edits: Sequence[ListEdit], items: Mapping[UUID, ItemFacts], wanted: Wanted, today: date
) -> tuple[CompareRow, ...]:
    """Return a row for each item and unit that any of the lists prices."""
    pairs = {(one.item_id, one.unit or _usual(items, one.item_id)) for e in edits for one in e.record.prices}
    shelves = [(edit, Shelf(edit.record), edit.originals()) for edit in edits]
    rows = []
    for item_id, unit in pairs:
        item = items.get(item_id)
        if item is None or not matches(item, wanted):
            continue
        cells = tuple(_cell(*shelf, item, unit, today) for shelf in shelves)
        if wanted.today_only and not any(cell.entry for cell in cells):
            continue
        basis = edits[0].record.prices_include_tax if edits else True
        rows.append(CompareRow((item_id, unit), item, unit, beside(item, unit, includes_tax=basis), cells))
    return tuple(sorted(rows, key=lambda row: (row.item.code, row.unit != row.item.sales_unit, row.unit)))


def matches(item: ItemFacts, wanted: Wanted) -> bool:
    """Whether an item is in the chosen group and bears all words of the text in its code, names or spec."""
    if wanted.group and item.group != wanted.group:
        return False
    if not wanted.text.strip():
        return True
    hay = fold_key(f"{item.code} {item.name} {item.name_en} {item.spec} {item.group}")
    return all(word in hay for word in fold_key(wanted.text).split())


def groups_of(items: Iterable[ItemFacts]) -> tuple[str, ...]:
    """Return the groups that there are, by name."""
    return tuple(sorted({item.group for item in items if item.group}))


def entry_of_path(edit: ListEdit, path: str) -> Entry | None:
    """Return the entry that a problem's path (``record.prices[3].unit``) speaks of."""
    for name, family in (("prices", edit.record.prices), ("breaks", edit.record.breaks)):
        start = f"record.{name}["
        if path.startswith(start):
            index = int(path.removeprefix(start).partition("]")[0])
            return family[index] if index < len(family) else None
    return None


def _problems_by_entry(edit: ListEdit, problems: Iterable[Problem]) -> dict[UUID, tuple[Problem, ...]]:
    found: dict[UUID, tuple[Problem, ...]] = {}
    for problem in problems:
        entry = entry_of_path(edit, problem.path)
        if entry is not None:
            found[entry.id] = (*found.get(entry.id, ()), problem)
    return found


def _is_wanted(
    entry: Entry, item: ItemFacts | None, wanted: Wanted, today: date, *, is_changed: bool
) -> bool:
    if wanted.today_only and not holds(entry, today) and not is_changed:
        return False
    if item is None:
        return not wanted.text and not wanted.group
    return matches(item, wanted)


def _row(edit: ListEdit, entry: Entry, item: ItemFacts | None, base: PriceRecord | None) -> PriceRow:
    unit = entry.unit or (item.sales_unit if item is not None else "")
    at_side = _NOTHING
    if item is not None:
        at_side = beside(item, unit, includes_tax=edit.record.prices_include_tax)
    shown = PriceRow(
        id=entry.id, kind="price", item=item, unit=unit, valid_from=entry.valid_from, valid_to=entry.valid_to,
        beside=at_side, is_clashing=entry.id in edit.clashing,
    )  # fmt: skip
    if isinstance(entry, PriceRecord):
        return replace(shown, price=None if entry.id in edit.unpriced else entry.price)
    return replace(
        shown, kind="break", from_quantity=entry.from_quantity, discount=entry.discount, mode=entry.mode,
        price=None if base is None else after_break(base.price, entry.discount),
    )  # fmt: skip


def _break_base(shelf: Shelf, entry: Entry, today: date) -> PriceRecord | None:
    """Return the price that a break is taken off: that of today, or of its own first day."""
    if isinstance(entry, PriceRecord):
        return None
    day = entry.valid_from if entry.valid_from is not None and entry.valid_from > today else today
    return shelf.price_on(entry.item_id, entry.unit, day)


def _place(row: PriceRow) -> tuple[str, bool, str, Decimal, date, str]:
    code = row.item.code if row.item is not None else "\uffff"
    is_other = row.item is not None and row.unit != row.item.sales_unit
    first = row.from_quantity if row.from_quantity is not None else Decimal(-1)
    return code, is_other, row.unit, first, row.valid_from or date.min, str(row.id)


def _cell(
    edit: ListEdit, shelf: Shelf, before: Mapping[UUID, Entry], item: ItemFacts, unit: str, day: date
) -> CompareCell:
    entry = shelf.price_on(item.id, unit, day)
    at_side = beside(item, unit, includes_tax=edit.record.prices_include_tax)
    return CompareCell(entry, at_side, entry is not None and before.get(entry.id) != entry)


def _usual(items: Mapping[UUID, ItemFacts], item_id: UUID) -> str:
    item = items.get(item_id)
    return item.sales_unit if item is not None else ""


def selected_prices(rows: Iterable[PriceRow], record_ids: Iterable[UUID]) -> Iterator[PriceRow]:
    """Yield those rows that are prices and among the ids."""
    wanted = set(record_ids)
    for row in rows:
        if row.kind == "price" and row.id in wanted and row.price is not None:
            yield row
