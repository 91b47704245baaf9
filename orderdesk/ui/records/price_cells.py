"""A price or break of a list as the cells of a table show it."""

from __future__ import annotations

from decimal import Decimal

from orderdesk.services.reading.customer_prices import CustomerPrice
from orderdesk.ui.language import tr
from orderdesk.words import format_amount, format_percent, format_quantity


def price_text(amount: Decimal) -> str:
    """Return a unit price with two decimals, or with four where it needs them."""
    return format_amount(amount, 2 if amount == amount.quantize(Decimal("0.01")) else 4)


def price_or_break(row: CustomerPrice) -> str:
    """Return the price, or how much a break takes off."""
    if row.price is not None:
        return price_text(row.price)
    return f"−{format_percent(row.discount)}" if row.discount is not None else ""


def from_text(row: CustomerPrice) -> str:
    """Return the quantity from which a break holds."""
    return "" if row.from_quantity is None else format_quantity(row.from_quantity)


def list_text(row: CustomerPrice) -> str:
    """Return code and name of the list."""
    return f"{row.list_code}  {row.list_name}"


def valid_text(row: CustomerPrice) -> str:
    """Return the days for which it holds; nothing where it always does."""
    if row.valid_from is None and row.valid_to is None:
        return ""
    if row.valid_from is None or row.valid_to is None:
        code = "records.valid.to" if row.valid_from is None else "records.valid.from"
        day = row.valid_to or row.valid_from
        return tr(code, day=day.isoformat() if day is not None else "")
    return f"{row.valid_from.isoformat()} – {row.valid_to.isoformat()}"
