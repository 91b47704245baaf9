"""Deliveries of a line in one expression: ``3x7d+2``, ``16@t+2,16@fri``, ``half@t+2,rest@eom`` (ux, 2.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from orderdesk import values
from orderdesk.errors import UserError
from orderdesk.rules.entry.dates import DateOrder, add_months, read_date
from orderdesk.rules.entry.folding import fold_key

MAX_LENGTH = 400  # of a list, which has no more parts than that allows: two characters each
MAX_PARTS = 200  # as many as a line may have on the wire

_HALVES: Final = frozenset({"half", "一半", "半"})
_RESTS: Final = frozenset({"rest", "其余", "剩余", "余下", "余"})
_RHYTHM = re.compile(r"([0-9]{1,3})[x×*]([0-9]{1,3})(d|w|m|天|周|个?月)((?:[-+@].*)?)")
_NUMBER = re.compile(r"[0-9]{1,10}(?:\.[0-9]{1,3})?")
_SHARE = re.compile(r"([0-9]{1,3})/([0-9]{1,3})")
_PERCENT = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)%")


@dataclass(frozen=True, slots=True)
class Part:
    """One delivery of a line: a quantity in the line's unit, and its date if it has one."""

    quantity: Decimal
    requested: date | None


@dataclass(frozen=True, slots=True)
class Schedule:
    """What an expression says; ``left`` of the quantity is in no part (negative: the parts are too much)."""

    parts: tuple[Part, ...]
    left: Decimal


@dataclass(frozen=True, slots=True)
class _Amount:
    value: Fraction | None  # None: the rest
    is_share: bool = False


def read_schedule(
    text: str,
    quantity: Decimal,
    today: date,
    default_date: date | None = None,
    step: Decimal = Decimal(1),
    order: DateOrder = "ymd",
) -> tuple[Part, ...]:
    """Return the parts of ``parse_schedule``; they sum to ``quantity``.

    Raises:
        UserError: as ``parse_schedule``, and ``error.schedule.left`` or ``error.schedule.over`` where the
            parts are not the ordered quantity, with the ``difference``.
    """
    found = parse_schedule(text, quantity, today, default_date, step, order)
    if found.left:
        raise UserError(
            "error.schedule.left" if found.left > 0 else "error.schedule.over",
            difference=values.plain(abs(found.left)),
            scheduled=values.plain(quantity - found.left),
            quantity=values.plain(quantity),
        )
    return found.parts


def parse_schedule(
    text: str,
    quantity: Decimal,
    today: date,
    default_date: date | None = None,
    step: Decimal = Decimal(1),
    order: DateOrder = "ymd",
) -> Schedule:
    """Return the parts that an expression cuts ``quantity`` into, and what it leaves over.

    ``3x7d+2`` is three equal parts every 7 days, the first in 2 days; ``@`` takes any date shorthand there
    (``3x1w@fri``). A list has amounts (``16``, ``half``, ``1/3``, ``30%``, ``rest``) each with ``@`` and
    a date. Shares are cut to whole ``step``s, and what that leaves goes to the last part. A part without
    date has ``default_date``; so has the first of equal parts, or else today.

    Raises:
        UserError: ``error.schedule.…`` empty, unreadable, no_quantity, too_many_parts, part_empty, two_rests,
            nothing_left; or as ``read_date`` for a date in it.
    """
    if not text.strip():
        raise UserError("error.schedule.empty")
    if len(text) > MAX_LENGTH:
        raise UserError("error.schedule.unreadable", part=text[:20].strip())
    if quantity <= 0:
        raise UserError("error.schedule.no_quantity")
    shown = fold_key(text).replace(" ", "")
    rhythm = _RHYTHM.fullmatch(shown)
    if rhythm is not None:
        start = _first_date(rhythm[4], today, default_date, order)
        return Schedule(_equal_parts(rhythm, quantity, start, step), Decimal(0))
    return _listed(shown, quantity, today, default_date, step, order)


def _first_date(text: str, today: date, default_date: date | None, order: DateOrder) -> date:
    if text:
        return read_date(text.removeprefix("@"), today, order=order)
    return today if default_date is None else default_date


def _equal_parts(rhythm: re.Match[str], quantity: Decimal, start: date, step: Decimal) -> tuple[Part, ...]:
    count, every = int(rhythm[1]), int(rhythm[2])
    if not 1 <= count <= MAX_PARTS:
        raise UserError("error.schedule.too_many_parts", n=MAX_PARTS)
    share = _Amount(Fraction(quantity) / count, is_share=True)
    amounts, _ = _quantities([share] * count, quantity, step)
    try:
        if rhythm[3].endswith(("m", "月")):
            days = [add_months(start, every * index) for index in range(count)]
        else:
            every *= 1 if rhythm[3] in {"d", "天"} else 7
            days = [start + timedelta(days=every * index) for index in range(count)]
    except OverflowError:
        raise UserError("error.date.out_of_range", text=rhythm[0]) from None
    return tuple(map(Part, amounts, days))


def _listed(
    shown: str, quantity: Decimal, today: date, default_date: date | None, step: Decimal, order: DateOrder
) -> Schedule:
    pieces = [piece for piece in re.split(r"[,;]", shown) if piece]
    if not pieces:
        raise UserError("error.schedule.empty")
    amounts: list[_Amount] = []
    days: list[date | None] = []
    for piece in pieces:
        amount, at, when = piece.partition("@")
        amounts.append(_amount(amount, quantity, piece))
        days.append(read_date(when, today, order=order) if at else default_date)
    quantities, left = _quantities(amounts, quantity, step)
    return Schedule(tuple(map(Part, quantities, days)), left)


def _amount(text: str, quantity: Decimal, piece: str) -> _Amount:
    if text in _RESTS:
        return _Amount(None)
    if text in _HALVES:
        return _Amount(Fraction(quantity) / 2, is_share=True)
    share = _SHARE.fullmatch(text)
    if share is not None and int(share[2]):
        return _Amount(Fraction(quantity) * Fraction(int(share[1]), int(share[2])), is_share=True)
    percent = _PERCENT.fullmatch(text)
    if percent is not None:
        return _Amount(Fraction(quantity) * Fraction(percent[1]) / 100, is_share=True)
    if not _NUMBER.fullmatch(text):
        raise UserError("error.schedule.unreadable", part=piece)
    return _Amount(Fraction(text))


def _quantities(amounts: list[_Amount], quantity: Decimal, step: Decimal) -> tuple[list[Decimal], Decimal]:
    """Return the quantity of each part, and what of ``quantity`` is in none of them.

    Typed figures stay as typed. Shares are cut to whole steps; what that leaves over is in the rest, or,
    where the uncut parts are all of ``quantity``, in the last share.
    """
    rests = [index for index, amount in enumerate(amounts) if amount.value is None]
    if len(rests) > 1:
        raise UserError("error.schedule.two_rests")
    quantities = [_cut(amount, step) for amount in amounts]
    left = quantity - sum(quantities, Decimal(0))
    if rests:
        if left <= 0:
            raise UserError("error.schedule.nothing_left")
        quantities[rests[0]] = left
    elif sum(amount.value or 0 for amount in amounts) == quantity and left:
        quantities[max(index for index, amount in enumerate(amounts) if amount.is_share)] += left
    if min(quantities) <= 0:
        raise UserError("error.schedule.part_empty")
    return quantities, quantity - sum(quantities, Decimal(0))


def _cut(amount: _Amount, step: Decimal) -> Decimal:
    if amount.value is None:
        return Decimal(0)
    if amount.is_share:
        return step * (amount.value // Fraction(step))
    return Decimal(amount.value.numerator) / Decimal(amount.value.denominator)
