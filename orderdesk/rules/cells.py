"""The language of a condition cell: ``any``, ``= x``, ``<= 30000``, ``4 .. 8 %``, ``in A, B``, ``empty``, ….

The same in both languages; files hold plain decimals. Only ``any`` and ``empty`` match a null fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

FactType = Literal["number", "percent", "date", "text", "choice", "set", "yes_no"]
ORDERED: frozenset[str] = frozenset({"number", "percent", "date"})
FACT_TYPES: frozenset[str] = ORDERED | {"text", "choice", "set", "yes_no"}

Ordered = Decimal | date

_NUMBER = re.compile(r"^(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)( ?%)?$")
_RANGE = re.compile(r"^(.+?)\s*(<?)\.\.(<?)\s*(.+)$")
_COMPARED = re.compile(r"^(<=|>=|<>|<|>|=)\s*(.+)$")
_LISTED = re.compile(r"^(not\s+in|in)\s+(.+)$", re.IGNORECASE)
_CONTAINS = re.compile(r"^contains\s+(.+)$", re.IGNORECASE)


class CellError(ValueError):
    """A cell cannot be read; ``reason`` is the last part of a code ``problem.table.cell.…``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of an ordered type; ``None`` is unbounded, ``…_in`` says whether that end belongs to it."""

    low: Ordered | None
    low_in: bool
    high: Ordered | None
    high_in: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A condition as read, ``text`` as written. Ordered types use ``intervals``, the others ``values``."""

    kind: Literal["any", "empty", "in", "not_in", "contains", "intervals"]
    text: str
    values: tuple[str, ...] = ()
    intervals: tuple[Interval, ...] = ()

    def matches_null(self) -> bool:
        """Return whether a fact without value satisfies the cell."""
        return self.kind in {"any", "empty"}


def read_cell(text: str, fact_type: FactType, choices: frozenset[str] = frozenset()) -> Cell:
    """Return the condition written in ``text`` for a fact of ``fact_type``; an empty text is ``any``.

    Raises:
        CellError: the text is no condition of this type, or names a value that is not among ``choices``.
    """
    shown = text.strip()
    if shown.lower() in {"", "any", "-"}:
        return Cell("any", shown or "any")
    if shown.lower() == "empty":
        return Cell("empty", shown)
    if fact_type in ORDERED:
        return Cell("intervals", shown, intervals=_intervals(shown, fact_type))
    return _named(shown, fact_type, choices)


def _named(text: str, fact_type: FactType, choices: frozenset[str]) -> Cell:
    kind: Literal["in", "not_in", "contains"] = "in"
    values: tuple[str, ...] = (text,)
    if match := _CONTAINS.match(text):
        if fact_type not in {"text", "set"}:
            raise CellError("type")
        kind = "contains" if fact_type == "text" else "in"
        values = (match[1].strip(),)
    elif match := _LISTED.match(text):
        kind = "in" if match[1].lower() == "in" else "not_in"
        values = tuple(_listed(match[2]))
    elif match := _COMPARED.match(text):
        if match[1] not in {"=", "<>"}:
            raise CellError("type")
        kind = "in" if match[1] == "=" else "not_in"
        values = (match[2],)
    if fact_type == "yes_no":
        choices = frozenset({"yes", "no"})
    if choices and not choices.issuperset(values):
        raise CellError("choice")
    return Cell(kind, text, values)


def _listed(text: str) -> list[str]:
    entries = [entry.strip() for entry in text.split(",")]
    if not all(entries):
        raise CellError("form")
    return entries


def _intervals(text: str, fact_type: FactType) -> tuple[Interval, ...]:
    read = _read_date if fact_type == "date" else read_number
    if match := _RANGE.match(text):
        return (_range(match, read),)
    if match := _LISTED.match(text):
        points = sorted({read(entry) for entry in _listed(match[2])})
        return _points(points) if match[1].lower() == "in" else _gaps(points)
    match = _COMPARED.match(text)
    sign, value = (match[1], read(match[2])) if match else ("=", read(text))
    if sign == "=":
        return _points([value])
    if sign == "<>":
        return _gaps([value])
    if sign in {"<", "<="}:
        return (Interval(None, False, value, sign == "<="),)
    return (Interval(value, sign == ">=", None, False),)


def _range(match: re.Match[str], read: Callable[[str], Ordered]) -> Interval:
    low_text, high_text = match[1].strip(), match[4].strip()
    if high_text.endswith("%") and not low_text.endswith("%"):
        low_text += " %"  # 4 .. 8 % means 4 % .. 8 %
    low, high = read(low_text), read(high_text)
    if _is_after(low, high) or (low == high and (match[2] or match[3])):
        raise CellError("range")
    return Interval(low, not match[2], high, not match[3])


def _is_after(low: Ordered, high: Ordered) -> bool:
    return min(low, high) != low


def _points(values: list[Ordered]) -> tuple[Interval, ...]:
    return tuple(Interval(value, True, value, True) for value in values)


def _gaps(values: list[Ordered]) -> tuple[Interval, ...]:
    ends: list[Ordered | None] = [None, *values, None]
    return tuple(Interval(low, False, high, False) for low, high in pairwise(ends))


def read_number(text: str) -> Decimal:
    """Return a plain decimal or a percentage (``4 %`` is 0.04); ``CellError`` otherwise."""
    match = _NUMBER.match(text.strip())
    if match is None:
        raise CellError("number")
    value = Decimal(match[1])
    return value.scaleb(-2) if match[2] else value


def _read_date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise CellError("date") from None
