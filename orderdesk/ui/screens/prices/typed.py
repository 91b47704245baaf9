"""What is typed into a cell of the price grid, read into the list. No Qt."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.rules.entry import read_date
from orderdesk.rules.entry.folding import fold, fold_key
from orderdesk.rules.entry.numbers import read_number, read_percent, read_price
from orderdesk.rules.facts import ItemFacts
from orderdesk.rules.price_changes import PriceChange, changed_price
from orderdesk.ui.screens.prices.editing import Entry, ListEdit
from orderdesk.values import MAX_QUANTITY, QUANTITY_STEP, plain
from orderdesk.wire.records import BreakRecord, PriceRecord

_E = TypeVar("_E", PriceRecord, BreakRecord)
_BY_PERCENT = re.compile(r"([+-])\s*([0-9]+(?:\.[0-9]+)?)\s*%")
_MODE = re.compile(r"\s*(above|a|超量|c|whole|w|全量|q)$")
_ABOVE = frozenset({"above", "a", "超量", "c"})


@dataclass(frozen=True, slots=True)
class Place:
    """The cell that something is typed into, and what that may mean."""

    edit: ListEdit
    entry: Entry
    item: ItemFacts | None
    today: date


def take_cell(place: Place, key: str, text: str) -> ListEdit:
    """Return the list with ``text`` taken into the cell.

    Raises ``UserError`` where it cannot mean anything there.
    """
    if isinstance(place.entry, PriceRecord):
        return _PRICE_CELLS[key](place, place.entry, text)
    return _BREAK_CELLS[key](place, place.entry, text)


def read_changed_price(text: str, present: Decimal | None) -> Decimal:
    """Return a price as typed; ``+5%`` and ``-3%`` change the one that stands there.

    Raises ``UserError`` as ``read_price`` does.
    """
    match = _BY_PERCENT.fullmatch(fold(text).strip())
    if match is None or present is None:
        return read_price(text)
    rate = Decimal(match[2]) / 100
    found = changed_price(present, PriceChange("percent", rate if match[1] == "+" else -rate))
    if found is None:
        raise UserError("error.price.negative", text=text.strip())
    return found


def unit_of(item: ItemFacts | None, text: str) -> str:
    """Return the unit of an item that a text names, in either language.

    Raises ``UserError`` ``error.quantity.unit`` for one that the item does not have.
    """
    wanted = fold_key(text)
    for unit in item.units if item is not None else ():
        if wanted in (fold_key(unit.unit), fold_key(unit.name_en or unit.unit)):
            return unit.unit
    units = [unit.unit for unit in item.units] if item is not None else []
    raise UserError("error.quantity.unit", unit=text.strip(), units=units)


def day_of(text: str, today: date) -> date | None:
    """Return the day that a text means; none for an empty one. Raises ``UserError`` for no day."""
    return read_date(text, today) if text.strip() else None


def from_quantity_of(text: str) -> Decimal:
    """Return the quantity from which on a break holds. Raises ``UserError`` for none."""
    value = read_number(text)
    if not 0 < value <= MAX_QUANTITY or value != value.quantize(QUANTITY_STEP):
        raise UserError("error.price.from_quantity", text=text.strip(), most=plain(MAX_QUANTITY))
    return value


def _price(place: Place, entry: PriceRecord, text: str) -> ListEdit:
    present = None if entry.id in place.edit.unpriced else entry.price
    price = read_changed_price(text, present)
    return place.edit.with_price(entry.model_copy(update={"price": price}))


def _unit(place: Place, entry: _E, text: str) -> ListEdit:
    return place.edit.put(entry.model_copy(update={"unit": unit_of(place.item, text)}))


def _valid_from(place: Place, entry: _E, text: str) -> ListEdit:
    return place.edit.put(entry.model_copy(update={"valid_from": day_of(text, place.today)}))


def _valid_to(place: Place, entry: _E, text: str) -> ListEdit:
    return place.edit.put(entry.model_copy(update={"valid_to": day_of(text, place.today)}))


def _from_quantity(place: Place, entry: BreakRecord, text: str) -> ListEdit:
    return place.edit.put(entry.model_copy(update={"from_quantity": from_quantity_of(text)}))


def _discount(place: Place, entry: BreakRecord, text: str) -> ListEdit:
    """Take a percentage, and behind it what it is off: ``5`` of the whole, ``5 a`` of the part above."""
    folded = fold_key(text)
    mode = _MODE.search(folded)
    rate = read_percent(folded[: mode.start()] if mode else folded)
    said = ("above" if mode[1] in _ABOVE else "whole") if mode else entry.mode
    return place.edit.put(entry.model_copy(update={"discount": rate, "mode": said}))


_PRICE_CELLS: dict[str, Callable[[Place, PriceRecord, str], ListEdit]] = {
    "price": _price, "unit": _unit, "valid_from": _valid_from, "valid_to": _valid_to,
}  # fmt: skip
_BREAK_CELLS: dict[str, Callable[[Place, BreakRecord, str], ListEdit]] = {
    "from_quantity": _from_quantity, "discount": _discount, "unit": _unit,
    "valid_from": _valid_from, "valid_to": _valid_to,
}  # fmt: skip


def cells_of(entry: Entry) -> frozenset[str]:
    """Return the keys of the cells of an entry that can be typed into."""
    return frozenset(_PRICE_CELLS if isinstance(entry, PriceRecord) else _BREAK_CELLS)


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One pasted row, judged: what it would put, or why it cannot be taken. ``key`` is what names it."""

    number: int
    key: str
    entry: PriceRecord | None = None
    fault: UserError | None = None


def paste_rows(
    rows: tuple[tuple[int, tuple[str, ...]], ...],
    columns: tuple[str, ...],
    edit: ListEdit,
    find: Callable[[str], ItemFacts | None],
    today: date,
    new_id: Callable[[], UUID],
) -> tuple[PastedRow, ...]:
    """Return a verdict for each row: each names its item, and a price is what it must have.

    A row for an entry that is there (same item, unit and first day) changes it; another one is new.
    """
    found = []
    there = {(one.item_id, one.unit, one.valid_from): one for one in edit.record.prices}
    for number, cells in rows:
        named = dict(zip(columns, cells, strict=False))
        key = named.get("code", "")
        try:
            entry = _pasted_entry(named, find, today, new_id)
        except UserError as fault:
            found.append(PastedRow(number, key, fault=fault))
            continue
        old = there.get((entry.item_id, entry.unit, entry.valid_from))
        if old is None and "valid_from" not in columns:  # a plain list of prices speaks of those that hold
            old = next(
                (one for one in edit.record.prices if _is_same(one, entry) and _holds_on(one, today)), None
            )
            entry = entry if old is None else entry.model_copy(update={"valid_from": old.valid_from})
        if old is not None:
            last = entry.valid_to if "valid_to" in columns else old.valid_to
            entry = entry.model_copy(update={"id": old.id, "valid_to": last})
        there[entry.item_id, entry.unit, entry.valid_from] = entry
        found.append(PastedRow(number, key, entry))
    return tuple(found)


def _is_same(one: PriceRecord, other: PriceRecord) -> bool:
    return one.item_id == other.item_id and one.unit == other.unit


def _holds_on(entry: PriceRecord, day: date) -> bool:
    return (entry.valid_from or day) <= day <= (entry.valid_to or day)


def _pasted_entry(
    named: dict[str, str], find: Callable[[str], ItemFacts | None], today: date, new_id: Callable[[], UUID]
) -> PriceRecord:
    code = named.get("code", "")
    item = find(code) if code else None
    if item is None:
        raise UserError("error.price.item", text=code)
    unit = named.get("unit", "")
    return PriceRecord(
        id=new_id(),
        item_id=item.id,
        unit=unit_of(item, unit) if unit else item.sales_unit,
        price=read_price(named.get("price", "")),
        valid_from=day_of(named.get("valid_from", ""), today),
        valid_to=day_of(named.get("valid_to", ""), today),
    )
