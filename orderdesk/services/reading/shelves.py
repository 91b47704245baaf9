"""Prices and breaks as entry looks them up: by list, by tier, by agreement with one customer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Row, bindparam, select

from orderdesk.models import Base
from orderdesk.rules.facts import BreakEntry, ItemFacts, PriceEntry
from orderdesk.services.desk import PriceShelf
from orderdesk.services.packed import PackedRows, replaced
from orderdesk.services.reading.narrowing import AnySelect, rows_of
from orderdesk.services.reading.packing import ShelfPacker, Values

Key = TypeVar("Key")

_TABLES = Base.metadata.tables
ITEM, PRICE, PRICE_BREAK, PRICE_LIST = (
    _TABLES["item"], _TABLES["price"], _TABLES["price_break"], _TABLES["price_list"],
)  # fmt: skip

_STANDARD_PRICES = select(ITEM.c.id, ITEM.c.list_price, ITEM.c.sales_unit, ITEM.c.unit).where(
    ITEM.c.list_price.is_not(None)
)
_NO_LIST = ("", None, None, True, True, True)  # what a price that stands on no list has of one
_LIST_COLUMNS = (
    PRICE_LIST.c.code, PRICE_LIST.c.name, PRICE_LIST.c.source, PRICE_LIST.c.tier, PRICE_LIST.c.currency,
    PRICE_LIST.c.prices_include_tax, PRICE_LIST.c.allows_breaks, PRICE_LIST.c.allows_promotion,
    PRICE_LIST.c.allows_order_discount, PRICE_LIST.c.valid_from.label("list_from"),
    PRICE_LIST.c.valid_to.label("list_to"), ITEM.c.sales_unit, ITEM.c.unit.label("stock_unit"),
)  # fmt: skip


_ALL_PRICES: AnySelect = (
    select(PRICE, *_LIST_COLUMNS)
    .join(PRICE_LIST, PRICE_LIST.c.id == PRICE.c.price_list_id)
    .join(ITEM, ITEM.c.id == PRICE.c.item_id)
    .order_by(PRICE.c.id)
)
_ALL_BREAKS: AnySelect = (
    select(PRICE_BREAK, *_LIST_COLUMNS)
    .join(PRICE_LIST, PRICE_LIST.c.id == PRICE_BREAK.c.price_list_id)
    .join(ITEM, ITEM.c.id == PRICE_BREAK.c.item_id)
    .order_by(PRICE_BREAK.c.from_quantity, PRICE_BREAK.c.id)
)
_PRICES = _ALL_PRICES.where(PRICE_LIST.c.source != "agreement")
_BREAKS = _ALL_BREAKS.where(PRICE_LIST.c.source != "agreement")
_WITH_THEM = (
    PRICE_LIST.c.customer_id == bindparam("customer"),
    PRICE_LIST.c.currency == bindparam("currency"),
)
_AGREED_PRICES = _ALL_PRICES.where(*_WITH_THEM)
_AGREED_BREAKS = _ALL_BREAKS.where(*_WITH_THEM)


class _ShelfBuilder:
    """Collects prices and breaks by item."""

    def __init__(self) -> None:
        self._prices: defaultdict[UUID, list[PriceEntry]] = defaultdict(list)
        self._breaks: defaultdict[UUID, list[BreakEntry]] = defaultdict(list)

    def add_price(self, values: Values) -> None:
        entry = PriceEntry(*values)
        self._prices[entry.item_id].append(entry)

    def add_break(self, values: Values) -> None:
        entry = BreakEntry(*values)
        self._breaks[entry.item_id].append(entry)

    def has_price(self, item_id: UUID) -> bool:
        return item_id in self._prices

    def built(self) -> PriceShelf:
        return PriceShelf(
            prices={item_id: tuple(entries) for item_id, entries in self._prices.items()},
            breaks={item_id: tuple(entries) for item_id, entries in self._breaks.items()},
        )


def shelves_of(
    connection: Connection,
    items: Mapping[UUID, ItemFacts],
    currency: str,
    item_ids: Collection[UUID] | None,
) -> tuple[dict[str, PriceShelf], dict[tuple[str, str], PriceShelf]]:
    """Return lists by currency and tiers by currency and tier; those of a whole desk are packed."""
    builder = partial(ShelfPacker, items.index) if isinstance(items, PackedRows) else _ShelfBuilder
    lists: defaultdict[str, _ShelfBuilder | ShelfPacker] = defaultdict(builder)
    tiers: defaultdict[tuple[str, str], _ShelfBuilder | ShelfPacker] = defaultdict(builder)
    for row in rows_of(connection, _PRICES, PRICE.c.item_id, item_ids):
        shelf = lists[row.currency] if row.source == "list" else tiers[row.currency, row.tier]
        shelf.add_price(_price_values(row))
    for row in rows_of(connection, _BREAKS, PRICE_BREAK.c.item_id, item_ids):
        shelf = lists[row.currency] if row.source == "list" else tiers[row.currency, row.tier]
        shelf.add_break(_break_values(row))
    # Each item's own standard price lies behind the lists: it holds in the company's currency, with tax.
    standard = lists[currency]
    for row in rows_of(connection, _STANDARD_PRICES, ITEM.c.id, item_ids):
        if not standard.has_price(row.id):
            unit = row.sales_unit or row.unit
            standard.add_price((row.id, "list", row.id, unit, row.list_price, True, "item", *_NO_LIST))
    return (
        {key: shelf.built() for key, shelf in lists.items()},
        {key: shelf.built() for key, shelf in tiers.items()},
    )


def agreements_with(
    connection: Connection, customer_id: UUID, currency: str, item_ids: Collection[UUID] | None
) -> PriceShelf:
    """Return what is agreed with a customer, of all items or of these."""
    builder = _ShelfBuilder()
    whose = {"customer": customer_id, "currency": currency}
    for row in rows_of(connection, _AGREED_PRICES, PRICE.c.item_id, item_ids, **whose):
        builder.add_price(_price_values(row))
    for row in rows_of(connection, _AGREED_BREAKS, PRICE_BREAK.c.item_id, item_ids, **whose):
        builder.add_break(_break_values(row))
    return builder.built()


def agreements_of_all(connection: Connection) -> dict[UUID, PriceShelf]:
    """Return the agreements of all customers; breaks of agreements are left out. For bulk work."""
    builders: defaultdict[UUID, _ShelfBuilder] = defaultdict(_ShelfBuilder)
    statement = _ALL_PRICES.add_columns(PRICE_LIST.c.customer_id).where(PRICE_LIST.c.source == "agreement")
    for row in connection.execute(statement):
        builders[row.customer_id].add_price(_price_values(row))
    return {customer_id: builder.built() for customer_id, builder in builders.items()}


def _latest(own: date | None, of_list: date | None) -> date | None:
    return max(day for day in (own, of_list) if day) if own or of_list else None


def _earliest(own: date | None, of_list: date | None) -> date | None:
    return min(day for day in (own, of_list) if day) if own or of_list else None


def _price_values(row: Row[Any]) -> Values:
    return (
        row.id, row.source, row.item_id, row.unit or row.sales_unit or row.stock_unit, row.price,
        row.prices_include_tax, row.code, row.name, _latest(row.valid_from, row.list_from),
        _earliest(row.valid_to, row.list_to), row.allows_breaks, row.allows_promotion,
        row.allows_order_discount,
    )  # fmt: skip


def _break_values(row: Row[Any]) -> Values:
    return (
        row.id, row.item_id, row.unit or row.sales_unit or row.stock_unit, row.from_quantity, row.discount,
        row.mode, row.code, _latest(row.valid_from, row.list_from), _earliest(row.valid_to, row.list_to),
    )  # fmt: skip


def put_over(
    old: Mapping[Key, PriceShelf], part: Mapping[Key, PriceShelf], items: Collection[UUID]
) -> Mapping[Key, PriceShelf]:
    """Put the shelves of a few items over the old ones; an item that lost its prices loses them here too."""
    if not items:
        return old
    nothing = PriceShelf()
    return {
        key: PriceShelf(
            prices=replaced(old.get(key, nothing).prices, part.get(key, nothing).prices, items),
            breaks=replaced(old.get(key, nothing).breaks, part.get(key, nothing).breaks, items),
        )
        for key in {*old, *part}
    }
