"""Facts for pricing tests: short to write, complete in content."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from orderdesk.rules.facts import (
    BreakEntry,
    ItemFacts,
    LineFacts,
    OrderPricingFacts,
    PriceBook,
    PricedOrder,
    PriceEntry,
    UnitFacts,
)
from orderdesk.rules.pricing import price_order

D = Decimal
DAY = date(2026, 3, 10)
PIECES = UnitFacts("pc", D(1))
BOX = UnitFacts("box", D(12))


def number(value: int) -> UUID:
    return UUID(int=value)


def item(key: int = 1, **changes: Any) -> ItemFacts:
    known: dict[str, Any] = {
        "id": number(key), "code": f"A{key}", "name": "椅", "name_en": "Chair", "spec": "",
        "kind": "standard", "group": "", "unit": "pc", "sales_unit": "pc", "units": (PIECES, BOX),
        "price_unit": 1, "tax_rate": D("0.13"),
    }  # fmt: skip
    return ItemFacts(**(known | changes))


def price(of: ItemFacts, amount: str, source: str = "list", **changes: Any) -> PriceEntry:
    known: dict[str, Any] = {
        "id": number(1000 + of.id.int), "source": source, "item_id": of.id, "unit": "pc", "price": D(amount),
        "includes_tax": True, "ref": source.upper(),
    }  # fmt: skip
    return PriceEntry(**(known | changes))


def brk(of: ItemFacts, from_quantity: str, discount: str, mode: str = "whole", **changes: Any) -> BreakEntry:
    known: dict[str, Any] = {
        "id": number(2000), "item_id": of.id, "unit": "pc", "from_quantity": D(from_quantity),
        "discount": D(discount), "mode": mode, "ref": f"FROM-{from_quantity}",
    }  # fmt: skip
    return BreakEntry(**(known | changes))


def book(*entries: PriceEntry | BreakEntry, currency: str = "CNY", sources: Any = ()) -> PriceBook:
    prices: dict[UUID, tuple[PriceEntry, ...]] = {}
    breaks: dict[UUID, tuple[BreakEntry, ...]] = {}
    for entry in entries:
        if isinstance(entry, PriceEntry):
            prices[entry.item_id] = (*prices.get(entry.item_id, ()), entry)
        else:
            breaks[entry.item_id] = (*breaks.get(entry.item_id, ()), entry)
    order: Any = sources or ("agreement", "last", "tier", "list")
    return PriceBook(number(9), "end", "standard", currency, order, prices, breaks)


def line(of: ItemFacts, quantity: str, key: int = 1, **changes: Any) -> LineFacts:
    known: dict[str, Any] = {"line_id": number(100 + key), "item": of, "quantity": D(quantity), "unit": "pc"}
    return LineFacts(**(known | changes))


def order(*lines: LineFacts, **changes: Any) -> OrderPricingFacts:
    known: dict[str, Any] = {"date": DAY, "currency": "CNY", "prices_include_tax": True, "lines": lines}
    return OrderPricingFacts(**(known | changes))


def priced(facts: OrderPricingFacts, *entries: PriceEntry | BreakEntry) -> PricedOrder:
    return price_order(facts, book(*entries, currency=facts.currency))


def components(receipt: Any) -> list[str]:
    return [step.component for step in receipt]


def figures(of: PricedOrder, index: int = 0) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Return (amount, net, tax, gross) of a line."""
    one = of.lines[index]
    return one.amount, one.amount_net, one.tax, one.amount_gross
