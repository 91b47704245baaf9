"""Quantities as typed, with their units: ``2 box``, ``3箱5个``, ``+5`` on what is there (ux, 3.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from orderdesk import values
from orderdesk.errors import UserError
from orderdesk.rules.entry.folding import fold
from orderdesk.rules.entry.numbers import MAX_LENGTH, DecimalSign, decimal_if_exact, evaluate

_FIGURES = re.compile(r"[-+*/×÷()=%.,0-9\s]+")
_WORD = re.compile(r"[^-+*/×÷()=%.,0-9\s]+")


@dataclass(frozen=True, slots=True)
class QuantityEntry:
    """A quantity as read, in ``unit``; ``text`` is what was typed where that was another unit, else empty."""

    quantity: Decimal
    unit: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Typed:
    value: Fraction
    unit: str
    factor: Fraction  # stock units of one ``unit``


def read_quantity(
    text: str,
    units: Sequence[tuple[str, Decimal]],
    current: Decimal | None = None,
    decimal_sign: DecimalSign = ".",
) -> QuantityEntry:
    """Return the typed quantity in the line's unit if 3 decimals hold it, else in the smallest unit typed.

    Args:
        text: a figure or arithmetic, alone or before a unit; several of these add up (``3 box 5 pc``).
        units: name and factor (stock units of one) of each unit the item has, **the line's unit first**.
            Further names of a unit follow with the same factor; the first name with a factor is the one
            returned.
        current: what stands in the cell, in the line's unit; a leading ``+`` adds to it.

    Raises:
        UserError: as ``read_number``, and ``error.quantity.…`` unit, negative, too_large, decimals.
    """
    if len(text) > MAX_LENGTH:
        raise UserError("error.number.too_long", n=MAX_LENGTH)
    folded = fold(text).strip()
    typed = _typed(folded, units, decimal_sign)
    if folded.startswith("+") and current is not None:
        line_unit, line_factor = units[0]
        typed.insert(0, _Typed(Fraction(current), line_unit, Fraction(line_factor)))
        return replace(_entry(folded, typed, units), text="")  # "36 (+1 box)" would read as 48
    return _entry(folded, typed, units)


def _typed(folded: str, units: Sequence[tuple[str, Decimal]], decimal_sign: DecimalSign) -> list[_Typed]:
    """Split ``folded`` into figures with their units; a figure without unit is in the line's."""
    typed: list[_Typed] = []
    position = 0
    while position < len(folded):
        figures = _FIGURES.match(folded, position)
        if figures is None or not figures[0].strip():
            raise UserError("error.number.unreadable", text=folded)
        value, _ = evaluate(figures[0], decimal_sign)
        position = figures.end()
        name, factor = units[0]
        if position < len(folded):
            name, factor, length = _unit_at(folded, position, units)
            position += length
        typed.append(_Typed(value, name, Fraction(factor)))
    if not typed:
        raise UserError("error.number.empty")
    return typed


def _unit_at(folded: str, position: int, units: Sequence[tuple[str, Decimal]]) -> tuple[str, Decimal, int]:
    """Return the unit whose name stands at ``position``, its factor, and how many characters it took."""
    rest = folded[position:].casefold()
    for name, factor in sorted(units, key=lambda unit: -len(unit[0])):
        for spelling in (f"{name}es", f"{name}s", name):
            key = fold(spelling).casefold()
            if name and rest.startswith(key) and not _runs_on(rest, len(key)):
                shown = next(first for first, same in units if same == factor)
                return shown, factor, len(key)
    word = _WORD.match(folded, position)
    shown_units = [name for name, _ in units]
    raise UserError("error.quantity.unit", unit=word[0] if word else rest, units=shown_units)


def _runs_on(rest: str, length: int) -> bool:
    """Whether a Latin word goes on after ``length`` characters: ``m`` is not the unit of ``3 mm``."""
    return (
        rest[length - 1].isascii()
        and rest[length : length + 1].isascii()
        and rest[length : length + 1].isalpha()
    )


def _entry(folded: str, typed: list[_Typed], units: Sequence[tuple[str, Decimal]]) -> QuantityEntry:
    total = sum((part.value * part.factor for part in typed), Fraction(0))  # in stock units
    if total < 0:
        raise UserError("error.quantity.negative", text=folded)
    line_unit, line_factor = units[0]
    smallest = min(typed, key=lambda part: part.factor)
    for unit, factor in ((line_unit, Fraction(line_factor)), (smallest.unit, smallest.factor)):
        if total / factor > Fraction(values.MAX_QUANTITY):
            raise UserError("error.quantity.too_large", text=folded, max=values.plain(values.MAX_QUANTITY))
        quantity = decimal_if_exact(total / factor, 3)
        if quantity is not None:
            was_other = any(part.unit != unit for part in typed)
            return QuantityEntry(quantity, unit, folded if was_other else "")
    raise UserError("error.quantity.decimals", text=folded, n=3)
