"""The columns of the pages of an item that are only read."""

from __future__ import annotations

from collections.abc import Callable

from orderdesk.services.reading.item_reads import Buyer, ItemAlias, SiteStock
from orderdesk.ui.order_card.wording import Here, local, term, tier_chip
from orderdesk.ui.records.price_cells import from_text, list_text, price_or_break, valid_text
from orderdesk.ui.tables.columns import Column
from orderdesk.words import format_quantity

Where = Callable[[], Here]


def price_columns() -> tuple[Column, ...]:
    """Return the columns of every price of the item."""
    return (
        Column("source", "items.column.source", lambda row: term("source", row.source), width=152),
        Column("list", "items.column.list", list_text, width=220, stretches=True),
        Column("unit", "items.column.unit", lambda row: local(row.unit, row.unit_en), width=80),
        Column("from", "items.column.from", from_text, "number", 90),
        Column("price", "items.column.price", price_or_break, "number", 120),
        Column("valid", "items.column.valid", valid_text, width=210),
    )


def stock_columns() -> tuple[Column, ...]:
    """Return the columns of the stock at each site."""

    def site(row: SiteStock) -> str:
        return f"{row.code}  {local(row.name, row.name_en)}"

    return (
        Column("site", "items.column.site", site, width=220, stretches=True),
        Column(
            "on_hand", "items.column.on_hand", lambda row: format_quantity(row.on_hand), "number", width=120
        ),
        Column(
            "reserved", "items.column.reserved", lambda row: format_quantity(row.reserved), "number",
            width=120,
        ),
        Column(
            "available", "items.column.available", lambda row: format_quantity(row.available), "number",
            width=120, strong=True,
        ),
    )  # fmt: skip


def buyer_columns(here: Where) -> tuple[Column, ...]:
    """Return the columns of who buys the item."""

    def name(row: Buyer) -> str:
        return local(row.name, row.name_en)

    return (
        Column("code", "items.column.customer_code", lambda row: row.code, "code", 100, strong=True),
        Column("name", "items.column.customer", name, width=220, stretches=True),
        Column(
            "tier", "items.column.tier", lambda row: term("tier", row.tier), width=96,
            chip=lambda row: tier_chip(row.tier),
        ),
        Column("times", "items.column.times", lambda row: str(row.times), "number", 90),
        Column(
            "quantity", "items.column.bought", lambda row: format_quantity(row.quantity), "number", width=130
        ),
        Column("last", "items.column.last", lambda row: here().day(row.last_date), "date", 150),
    )  # fmt: skip


def alias_columns() -> tuple[Column, ...]:
    """Return the columns of what customers call the item."""

    def customer(row: ItemAlias) -> str:
        return local(row.customer, row.customer_en)

    return (
        Column("code", "items.column.customer_code", lambda row: row.code, "code", 100, strong=True),
        Column("customer", "items.column.customer", customer, width=220, stretches=True),
        Column("number", "items.column.their_number", lambda row: row.number, "code", 180),
        Column("name", "items.column.their_name", lambda row: row.name, width=240),
    )
