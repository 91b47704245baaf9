"""Figures, dates and names as the entry screen shows them, in the language on show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from orderdesk import words
from orderdesk.errors import Problem
from orderdesk.rules.facts import ItemFacts
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.ui.language import language, tr
from orderdesk.ui.screens.entry.rows import row_of_path
from orderdesk.values import minor_digits, plain, round_half_up
from orderdesk.wire.drafts import AddressDraft, OrderDraft
from orderdesk.words import format_amount, format_date, format_time


def local_name(name: str, name_en: str) -> str:
    """Return the name in the language on show; the Chinese one where there is no other."""
    return name_en if language().current == "en" and name_en else name


def price_text(price: Decimal) -> str:
    """Return a unit price with two decimals, or with all four where it has them: ``63.92``, ``0.0834``."""
    cents = price == price.quantize(Decimal("0.01"))
    return format_amount(price, 2 if cents else 4)


def amount_text(amount: Decimal, currency: str) -> str:
    """Return an amount with the decimals of its currency."""
    return format_amount(amount, minor_digits(currency))


def short_date(day: date) -> str:
    """Return a date with its weekday, without the year."""
    return format_date(day, language().current)


def long_date(day: date) -> str:
    """Return a date with weekday and year."""
    return format_date(day, language().current, with_year=True)


def clock_time(instant: datetime, desk: Desk) -> str:
    """Return the time of day at the desk's site."""
    zone = desk.sites[desk.default_site_id].zone if desk.default_site_id is not None else "UTC"
    return format_time(instant, ZoneInfo(zone))


def unit_word(item: ItemFacts, unit: str) -> str:
    """Return a unit of an item in the language on show."""
    name_en = next((entry.name_en for entry in item.units if entry.unit == unit), "")
    return local_name(unit, name_en)


def address_name(address: AddressDraft) -> str:
    """Return what an address is called: its label, else where it is."""
    place = "".join(part for part in (address.city, address.district) if part)
    return address.label or place or address.rest or address.receiver


def address_line(address: AddressDraft) -> str:
    """Return a whole address in one line."""
    province = "" if address.province == address.city else address.province
    return "".join(part for part in (province, address.city, address.district, address.rest) if part)


def receiver_line(address: AddressDraft) -> str:
    """Return who takes the goods there, and the phone."""
    return " ".join(part for part in (address.receiver, address.phone) if part)


def data_word(kind: str, value: str) -> str:
    """Return the word of a class or tier; they are data, so one that nobody has worded stands as it is."""
    code = f"term.{kind}.{value}"
    return tr(code) if words.has(code, language().current) else value


def terms_text(customer: CustomerDesk) -> str:
    """Return a customer's terms in words."""
    params: dict[str, object] = {
        "n": customer.terms_days,
        "days": customer.terms_days,
        "closing_day": customer.terms_closing_day,
        "due_day": customer.terms_due_day,
    }
    return tr(f"term.terms.{customer.terms_kind}", **params)


def _address_or_text(value: object) -> str:
    """Return one side of a conflict; an address is shown as one line."""
    text = str(value)
    if not text.startswith("{"):
        return text
    try:
        return address_line(AddressDraft.model_validate_json(text))
    except ValueError:
        return text


_UNITS = ("unit", "to", "line_unit")
_AMOUNTS = ("amount", "credit_after", "list_value", "share", "floor", "over")
_DAYS = ("valid_from", "valid_to")


def problem_words(problem: Problem, draft: OrderDraft, desk: Desk) -> str:
    """Return the sentence of a problem, its units and amounts as the screen shows them."""
    row = row_of_path(problem.path)
    line = draft.lines[row] if row is not None and row < len(draft.lines) else None
    item = desk.items.get(line.item_id) if line is not None and line.item_id is not None else None
    params = readable({"line": None if row is None else row + 1, **problem.params}, draft.currency, item)
    for side in ("mine", "theirs"):
        params |= {side: _address_or_text(params[side])} if side in params else {}
    if "over" in params:  # of credit; the limit of a discount is a rate
        params["limit"] = amount_text(Decimal(str(params["limit"])), draft.currency)
    return tr(problem.code, **params)


def readable(params: Mapping[str, object], currency: str, item: ItemFacts | None = None) -> dict[str, object]:
    """Return params of a sentence as people read them: units by name, amounts grouped, dates with weekday."""
    made = dict(params)
    for name in _UNITS:
        if item is not None and isinstance(made.get(name), str):
            made[name] = unit_word(item, str(made[name]))
    for name in _AMOUNTS:
        if made.get(name):
            made[name] = amount_text(Decimal(str(made[name])), currency)
    for name in _DAYS:
        if made.get(name):
            made[name] = long_date(date.fromisoformat(str(made[name])))
    if made.get("percent"):
        made["percent"] = plain(round_half_up(Decimal(str(made["percent"])), 2))
    for name in _ENDS:
        ends = made.get(name)
        if isinstance(ends, list):
            made[name] = [_end_text(str(end), made.get("measure"), currency) for end in ends]
    return made


_ENDS = ("low", "high", "values")
_DATA_TERMS = ("term.tier.", "term.class.")


def _end_text(end: str, measure: object, currency: str) -> str:
    """Return one value of a condition: an amount, a rate, or the word of a code."""
    if measure == "amount":
        return amount_text(Decimal(end), currency)
    if measure == "percent":
        return f"{end}%" if language().current == "zh" else f"{end} %"
    for terms in _DATA_TERMS:
        if end.startswith(terms):
            return data_word(terms.split(".")[1], end.removeprefix(terms))
    return end
