"""The facts of a whole desk as columns: how each kind is packed, and how it is made again (ADR 0019)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, repeat
from typing import Any
from uuid import UUID

from orderdesk.rules.facts import BreakEntry, ItemFacts, PriceEntry
from orderdesk.services.columns import (
    IdColumn,
    Ids,
    Index,
    MakeColumn,
    Pairs,
    Shared,
    Texts,
    prices,
    quantities,
)
from orderdesk.services.desk import CustomerSummary, ItemSearch, PriceShelf, StockFigure
from orderdesk.services.packed import PackedAmounts, PackedGroups, PackedRows, pack_rows

Values = tuple[Any, ...]  # of one row: its id, then its fields in their order


class Barcodes:
    """The barcodes of each item, with their units."""

    __slots__ = ("_codes", "_starts", "_units")

    def __init__(self) -> None:
        self._starts = array("I", [0])
        self._codes = Texts()
        self._units = Shared()

    def extend(self, values: Iterable[Sequence[tuple[str, str]]], /) -> None:
        """Add the barcodes of items."""
        barcodes = tuple(values)
        self._starts.extend(accumulate(map(len, barcodes), initial=self._starts.pop()))
        self._codes.extend(barcode for pairs in barcodes for barcode, _ in pairs)
        self._units.extend(unit for pairs in barcodes for _, unit in pairs)

    def __getitem__(self, row: int, /) -> tuple[tuple[str, str], ...]:
        return tuple((self._codes[at], self._units[at]) for at in range(*self._starts[row : row + 2]))

    def __iter__(self) -> Iterator[tuple[tuple[str, str], ...]]:
        return map(self.__getitem__, range(len(self._starts) - 1))


# The columns of each kind, in the order of its fields.
_ITEM: Mapping[str, MakeColumn] = {
    "code": Texts, "name": Texts, "name_en": Texts, "spec": Texts, "kind": Shared, "group": Shared,
    "unit": Shared, "sales_unit": Shared, "units": Shared, "price_unit": Shared, "tax_rate": Shared,
    "order_multiple": Shared, "floor_price": prices, "cost": prices, "active": Shared,
}  # fmt: skip
_SEARCH: Mapping[str, MakeColumn] = {"readings": Texts, "barcodes": Barcodes, "merged_into": Shared}
_CUSTOMER: Mapping[str, MakeColumn] = {
    "code": Texts, "name": Texts, "name_en": Texts, "readings": Texts, "customer_class": Shared,
    "tier": Shared, "status": Shared, "contact": Texts, "phone": Texts, "city": Shared, "last_order": Shared,
    "merged_into": Shared, "tax_number": Texts,
}  # fmt: skip


def pack_items(rows: Iterable[Values]) -> PackedRows[UUID, ItemFacts]:
    """Return items by id."""
    return pack_rows(ItemFacts, _ITEM, rows)


def pack_item_search(rows: Iterable[Values]) -> PackedRows[UUID, ItemSearch]:
    """Return by id what items are found by."""
    return pack_rows(lambda _, *values: ItemSearch(*values), _SEARCH, rows)


def pack_customers(rows: Iterable[Values]) -> PackedRows[UUID, CustomerSummary]:
    """Return customers by id."""
    return pack_rows(CustomerSummary, _CUSTOMER, rows)


def pack_stock(
    items: Index[UUID], sites: Ids, rows: Iterable[tuple[UUID, UUID, Decimal, Decimal]]
) -> PackedAmounts[tuple[UUID, UUID], StockFigure]:
    """Return what lies at each site, by item and site."""
    pairs = Pairs(items, sites)
    on_hand, reserved = (quantities(repeat(None, len(pairs))) for _ in range(2))
    for item_id, site_id, there, promised in rows:
        row = pairs.row((item_id, site_id))
        if row is not None:
            on_hand.put(row, there)
            reserved.put(row, promised)
    columns = {"on_hand": on_hand, "reserved": reserved}
    return PackedAmounts(pairs, lambda _, *figures: StockFigure(*figures), columns, "on_hand")


class _Collected:
    """Entries of items one after the other: what many have in common is kept once."""

    def __init__(self) -> None:
        self.rows = array("I")  # the item of each
        self.ids = IdColumn()
        self.alike = Shared()

    def add(self, row: int | None, entry_id: UUID, alike: Values) -> None:
        assert row is not None  # it is of an item of this desk
        self.rows.append(row)
        self.ids.extend((entry_id,))
        self.alike.extend((alike,))


class ShelfPacker:
    """Collects prices and breaks of a whole desk: what the entries of a list have in common is kept once."""

    def __init__(self, items: Index[UUID]) -> None:
        self._items = items
        self._prices, self._amounts = _Collected(), prices()
        self._breaks = _Collected()
        self._priced: set[int | None] = set()

    def add_price(self, values: Values) -> None:
        """Take the values of a ``PriceEntry``."""
        entry_id, source, item_id, unit, price, *rest = values
        row = self._items.row(item_id)
        self._prices.add(row, entry_id, (source, unit, *rest))
        self._amounts.extend((price,))
        self._priced.add(row)

    def add_break(self, values: Values) -> None:
        """Take the values of a ``BreakEntry``."""
        entry_id, item_id, *rest = values
        self._breaks.add(self._items.row(item_id), entry_id, tuple(rest))

    def has_price(self, item_id: UUID) -> bool:
        """Return whether an item has a price here."""
        return self._items.row(item_id) in self._priced

    def built(self) -> PriceShelf:
        """Return all that was collected."""
        some, cuts = self._prices, self._breaks
        return PriceShelf(
            PackedGroups(self._items, _price, some.rows, (some.ids, some.alike, self._amounts)),
            PackedGroups(self._items, _break, cuts.rows, (cuts.ids, cuts.alike)),
        )


def _price(item_id: UUID, entry_id: UUID, alike: Values, price: Decimal) -> PriceEntry:
    source, unit, *rest = alike
    return PriceEntry(entry_id, source, item_id, unit, price, *rest)


def _break(item_id: UUID, entry_id: UUID, alike: Values) -> BreakEntry:
    return BreakEntry(entry_id, item_id, *alike)
