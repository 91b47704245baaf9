"""Amounts, quantities, dates and instants as people read them; text for machines is ``values.plain``."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from decimal import Decimal

from orderdesk import values
from orderdesk.words.catalogues import Language, template

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def format_amount(value: Decimal, digits: int = 2) -> str:
    """Return an amount with ``digits`` decimals, rounded half up, grouped by thousands: ``18,240.00``."""
    rounded = values.round_half_up(value, digits)
    if not rounded:
        rounded = abs(rounded)  # "-0.00" is not a figure anybody wants to read
    return f"{rounded:,.{digits}f}"


def format_quantity(value: Decimal) -> str:
    """Return a quantity grouped by thousands with only the decimals it has: ``1,200``, ``12.5``."""
    whole, point, decimals = values.plain(value).partition(".")
    return f"{int(whole):,}{point}{decimals}" if whole != "-0" else f"{whole}{point}{decimals}"


def format_percent(rate: Decimal) -> str:
    """Return a rate given as a fraction in per cent: ``Decimal("0.055")`` is ``5.5%``."""
    return f"{values.plain(rate * 100)}%"


def format_date(day: date, language: Language, *, with_year: bool = False) -> str:
    """Return a business date with its weekday: ``Thu 12 Mar``, ``3月12日 周四``; the year only on request."""
    weekday = template(f"term.weekday.{_WEEKDAYS[day.weekday()]}", language)
    if language == "zh":
        year = f"{day.year}年" if with_year else ""
        return f"{year}{day.month}月{day.day}日 {weekday}"
    year = f" {day.year}" if with_year else ""
    return f"{weekday} {day.day} {template(f'term.month.{day.month}', language)}{year}"


def format_time(instant: datetime, zone: tzinfo) -> str:
    """Return the time of day of an aware instant in ``zone``: ``09:55``."""
    return instant.astimezone(zone).strftime("%H:%M")


def format_datetime(instant: datetime, zone: tzinfo, language: Language) -> str:
    """Return an aware instant in ``zone`` to the minute: ``12 Mar 2026 09:55`` or ``2026年3月12日 09:55``."""
    local = instant.astimezone(zone)
    if language == "zh":
        return f"{local.year}年{local.month}月{local.day}日 {local:%H:%M}"
    return f"{local.day} {template(f'term.month.{local.month}', language)} {local.year} {local:%H:%M}"
