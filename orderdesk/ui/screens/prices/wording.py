"""Words of price lists, in the language on show; figures and items are worded in ``ui.price_words``."""

from __future__ import annotations

from datetime import date

from orderdesk.errors import Problem
from orderdesk.services.reading.prices import PriceListHead
from orderdesk.ui.chips import Chip
from orderdesk.ui.language import tr
from orderdesk.ui.price_words import (
    data_word,
    day_text,
    item_name,
    local,
    percent_text,
    price_text,
    quantity_text,
    unit_word,
)

__all__ = [
    "basis_text",
    "data_word",
    "day_text",
    "days_text",
    "for_whom",
    "item_name",
    "local",
    "percent_text",
    "price_text",
    "problem_text",
    "quantity_text",
    "state_chip",
    "state_of",
    "unit_word",
]


def for_whom(head: PriceListHead) -> str:
    """Return whose prices a list has: everybody's, a tier's, or a customer's."""
    if head.source == "agreement":
        return local(head.customer, head.customer_en) or head.customer_code
    if head.source == "tier":
        return tr("prices.for.tier", tier=data_word("tier", head.tier))
    return tr("prices.for.everybody")


def state_of(head: PriceListHead, today: date) -> str:
    """Return ``holds``, ``ended`` or ``begins``: whether a list can price anything today."""
    if head.valid_to is not None and head.valid_to < today:
        return "ended"
    if head.valid_from is not None and head.valid_from > today:
        return "begins"
    return "holds"


_CHIPS = {"holds": "ok", "ended": "none", "begins": "waiting"}


def state_chip(head: PriceListHead, today: date) -> Chip:
    """Return the chip that says whether a list holds today."""
    state = state_of(head, today)
    return Chip(_CHIPS[state], tr(f"prices.state.{state}"))


def problem_text(problem: Problem) -> str:
    """Return the sentence of a problem."""
    return tr(problem.code, **problem.params)


def basis_text(head: PriceListHead) -> str:
    """Return currency and tax basis of a list."""
    code = "prices.basis.gross" if head.prices_include_tax else "prices.basis.net"
    return tr(code, currency=head.currency)


def days_text(head: PriceListHead) -> str:
    """Return when a list holds."""
    first, last = day_text(head.valid_from), day_text(head.valid_to)
    if first and last:
        return tr("prices.days.both", first=first, last=last)
    if first:
        return tr("prices.days.from", first=first)
    return tr("prices.days.to", last=last) if last else tr("prices.days.always")
