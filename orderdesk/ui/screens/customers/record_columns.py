"""The columns of the pages of a customer that are only read."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from orderdesk.services.reading.customer_history import BasketRow, EarlierOrder
from orderdesk.services.reading.customer_prices import CustomerPrice
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import tr
from orderdesk.ui.order_card.wording import Here, local, term
from orderdesk.ui.records.price_cells import from_text, list_text, price_or_break, price_text, valid_text
from orderdesk.ui.tables.columns import Column
from orderdesk.values import minor_digits
from orderdesk.words import format_amount, format_quantity

Where = Callable[[], Here]

_STATES = {
    "draft": "draft", "submitted": "waiting", "released": "approved", "closed": "shipped",
    "cancelled": "refused",
}  # fmt: skip


def order_columns(here: Where) -> tuple[Column, ...]:
    """Return the columns of a customer's orders."""

    def state(row: EarlierOrder) -> str:
        return tr(f"term.state.order.{row.state}")

    return (
        Column("number", "orders.column.number", lambda row: row.number, "code", 136, strong=True),
        Column("dated", "orders.column.dated", lambda row: here().day(row.document_date), "date", 150),
        Column("po_number", "orders.column.po_number", lambda row: row.po_number, "code", 130),
        Column(
            "state", "orders.column.state", state, width=130,
            chip=lambda row: Chip(_STATES[row.state], state(row)),
        ),
        Column("lines", "orders.column.lines", lambda row: str(row.line_count), "number", 60),
        Column("total", "orders.column.total", _total, "number", 130),
        Column(
            "entered_by", "orders.column.entered_by", lambda row: local(row.entered_by, row.entered_by_en),
            width=110, stretches=True,
        ),
    )  # fmt: skip


def basket_columns(here: Where, unit: Callable[[UUID, str], str]) -> tuple[Column, ...]:
    """Return the columns of what a customer usually buys; ``unit`` words a unit of an item."""

    def usual(row: BasketRow) -> str:
        return f"{format_quantity(row.quantity)} {unit(row.item_id, row.unit)}"

    return (
        Column("code", "customers.column.item", lambda row: row.code, "code", 90, strong=True),
        Column(
            "name", "customers.column.item_name", lambda row: local(row.name, row.name_en), width=200,
            stretches=True,
            tone=lambda row: None if row.active else "text_faint",
        ),
        Column("spec", "customers.column.spec", lambda row: row.spec, width=140),
        Column("quantity", "customers.column.usual", usual, "number", 110),
        Column("times", "customers.column.times", lambda row: str(row.times), "number", 80),
        Column("last", "customers.column.last", lambda row: here().day(row.last_date), "date", 150),
        Column("price", "customers.column.last_price", lambda row: price_text(row.last_price), "number", 110),
    )  # fmt: skip


def price_columns() -> tuple[Column, ...]:
    """Return the columns of the prices that are a customer's own or its tier's."""
    return (
        Column("code", "customers.column.item", lambda row: row.code, "code", 90, strong=True),
        Column(
            "name", "customers.column.item_name", lambda row: local(row.name, row.name_en), width=190,
            stretches=True,
        ),
        Column("unit", "customers.column.unit", lambda row: local(row.unit, row.unit_en), width=60),
        Column("from", "customers.column.from", from_text, "number", 90),
        Column("price", "customers.column.price", price_or_break, "number", 110),
        Column("list_price", "customers.column.list_price", _list_price, "number", 110),
        Column("source", "customers.column.source", lambda row: term("source", row.source), width=152),
        Column("list", "customers.column.list", lambda row: row.list_name, width=150, tooltip=list_text),
        Column("valid", "customers.column.valid", valid_text, width=210),
    )  # fmt: skip


def _total(row: EarlierOrder) -> str:
    return f"{row.currency} {format_amount(row.total, minor_digits(row.currency))}"


def _list_price(row: CustomerPrice) -> str:
    return "" if row.list_price is None else price_text(row.list_price)
