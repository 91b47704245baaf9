"""Pricing a line with its receipt, over a price book of 5,000 rows: a figure of its own, no ratio."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from devtools.bench.measure import compare, worked
from devtools.bench.table import limit
from orderdesk.rules.facts import (
    BreakEntry,
    ItemFacts,
    LineFacts,
    OrderPricingFacts,
    PriceBook,
    PriceEntry,
    PriceSource,
    UnitFacts,
)
from orderdesk.rules.pricing import price_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devtools.bench.place import Place
    from devtools.bench.table import Row

MOST_US = 50.0
PRICE_ROWS = 5_000
LINES = 1_000
_SOURCES: tuple[PriceSource, ...] = ("agreement", "tier", "list")
_PC, _BOX = UnitFacts("pc", Decimal(1)), UnitFacts("box", Decimal(12))


def rows(place: Place) -> Iterator[Row]:
    """Yield the time of a line, out of an order whose lines are all new."""
    facts, book = order(LINES), price_book(PRICE_ROWS)

    def price() -> float:
        return worked(lambda: price_order(facts, book))

    took, _ = compare(price, lambda: 0.0, place.rounds(15, 1), warm_up=1)
    name = f"price a line with its receipt, {PRICE_ROWS:,} price rows"
    yield limit(name, took * 1000 / LINES, MOST_US, "µs")


def item(number: int) -> ItemFacts:
    """Return an item that is sold in pieces and boxes."""
    return ItemFacts(
        id=UUID(int=number), code=f"A{number}", name="椅", name_en="Chair", spec="", kind="standard",
        group="", unit="pc", sales_unit="pc", units=(_PC, _BOX), price_unit=1, tax_rate=Decimal("0.13"),
        floor_price=Decimal(1),
    )  # fmt: skip


def price_book(entries: int) -> PriceBook:
    """Return a book with so many rows: a list price, a tier price, an agreement and two breaks an item."""
    prices: dict[UUID, tuple[PriceEntry, ...]] = {}
    breaks: dict[UUID, tuple[BreakEntry, ...]] = {}
    for number in range(1, entries // 5 + 1):
        of = item(number)
        base = PriceEntry(
            UUID(int=10_000 + number), "list", of.id, "pc", Decimal(number), True, "LIST", "价目表"
        )
        tier = replace(base, id=UUID(int=20_000 + number), source="tier", price=base.price - 1, ref="VIP")
        agreed = replace(
            base, id=UUID(int=30_000 + number), source="agreement", ref="AG-7",
            valid_from=date(2026, 1, 1), valid_to=date(2026, 2, 1) if number % 2 else None,
        )  # fmt: skip
        prices[of.id] = (agreed, tier, base)
        cut = BreakEntry(UUID(int=40_000), of.id, "pc", Decimal(10), Decimal("0.03"), "whole", "FROM-10")
        breaks[of.id] = (
            cut,
            replace(cut, from_quantity=Decimal(100), discount=Decimal("0.08"), ref="FROM-100"),
        )
    return PriceBook(UUID(int=9), "end", "vip", "CNY", _SOURCES, prices, breaks)


def order(lines: int) -> OrderPricingFacts:
    """Return an order of so many lines, each of another item, some by the box and some with a discount."""
    return OrderPricingFacts(
        date(2026, 3, 10), "CNY", True,
        tuple(
            LineFacts(
                UUID(int=50_000 + number), item(number), Decimal(1 + number % 130),
                "box" if number % 7 == 0 else "pc",
                discount=Decimal("0.02") if number % 5 == 0 else Decimal(0),
            )
            for number in range(1, lines + 1)
        ),
    )  # fmt: skip
