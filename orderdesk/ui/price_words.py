"""Prices, rates, days and items as every screen of prices shows them, in the language on show."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from orderdesk import words
from orderdesk.rules.facts import ItemFacts
from orderdesk.ui.language import language, tr
from orderdesk.words import format_amount, format_percent, format_quantity

_CENT = Decimal("0.01")


def local(name: str, name_en: str) -> str:
    """Return the name in the language on show; the Chinese one where there is no other."""
    return name_en if language().current == "en" and name_en else name


def price_text(price: Decimal | None) -> str:
    """Return a unit price with two decimals, or with all four where it has them."""
    if price is None:
        return ""
    return format_amount(price, 2 if price == price.quantize(_CENT) else 4)


def percent_text(rate: Decimal | None) -> str:
    """Return a rate in per cent."""
    return "" if rate is None else format_percent(rate)


def quantity_text(quantity: Decimal | None) -> str:
    """Return a quantity with the decimals it has."""
    return "" if quantity is None else format_quantity(quantity)


def day_text(day: date | None) -> str:
    """Return a day as it is typed; prices of several years stand below each other."""
    return "" if day is None else day.isoformat()


def item_name(item: ItemFacts | None) -> str:
    """Return what an item is called, with its specification."""
    if item is None:
        return tr("prices.item.gone")
    return " · ".join(part for part in (local(item.name, item.name_en), item.spec) if part)


def unit_word(item: ItemFacts | None, unit: str) -> str:
    """Return a unit of an item in the language on show."""
    units = item.units if item is not None else ()
    return local(unit, next((entry.name_en for entry in units if entry.unit == unit), ""))


def data_word(kind: str, value: str) -> str:
    """Return the word of a tier or group; they are data, so one that nobody has worded stands as it is."""
    code = f"term.{kind}.{value}"
    return tr(code) if words.has(code, language().current) else value
