"""Figures that mean nothing alone: money with its currency, a quantity with its unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orderdesk.values import plain


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency (ISO 4217)."""

    amount: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity in a unit."""

    quantity: Decimal
    unit: str


FactValue = Decimal | int | str | bool | date | frozenset[str] | Money | Measured | None


def as_text(value: FactValue) -> str:
    """Return a fact as a decision stores and shows it; a null fact is an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Money):
        return f"{plain(value.amount)} {value.currency}"
    if isinstance(value, Measured):
        return f"{plain(value.quantity)} {value.unit}"
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def figure_of(value: FactValue) -> tuple[Decimal, str] | None:
    """Return amount and currency, or quantity and unit; ``None`` for every other value."""
    if isinstance(value, Money):
        return value.amount, value.currency
    if isinstance(value, Measured):
        return value.quantity, value.unit
    return None
