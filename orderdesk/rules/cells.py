"""The language of a condition cell: ``any``, ``= x``, ``<= 30000``, ``4 .. 8 %``, ``in A, B``, ``empty``, ….

The same in both languages (``cell_words`` reads and shows their words); files hold this form with plain
decimals. Only ``any`` and ``empty`` match a null fact. A value that looks like a word of the language, or
holds a comma, stands in quotes: ``= "any"``, ``in "Smith, Ltd", B``; a quote inside is doubled.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Literal

FactType = Literal[
    "number", "percent", "money", "quantity", "date", "relative_date", "text", "choice", "person", "set",
    "yes_no",
]  # fmt: skip
MEASURED: frozenset[str] = frozenset({"money", "quantity"})  # a figure with its currency or unit
NUMERIC: frozenset[str] = MEASURED | {"number", "percent", "relative_date"}
ORDERED: frozenset[str] = NUMERIC | {"date"}
NAMED: frozenset[str] = frozenset({"choice", "person", "set"})  # values that a catalogue can know
FACT_TYPES: frozenset[str] = ORDERED | NAMED | {"text", "yes_no"}

Ordered = Decimal | date
Kind = Literal["any", "empty", "in", "not_in", "contains", "starts_with", "intervals"]

_NUMBER = re.compile(r"^(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)( ?%)?$")
_RANGE = re.compile(r"^(.+?)\s*(<?)\.\.(<?)\s*(.+)$", re.DOTALL)
_COMPARED = re.compile(r"^(<=|>=|<>|<|>|=)\s*(.+)$", re.DOTALL)
_LISTED = re.compile(r"^(not\s+in|in)\s+(.+)$", re.IGNORECASE | re.DOTALL)
_PART = re.compile(r"^(contains|starts\s+with)\s+(.+)$", re.IGNORECASE | re.DOTALL)
_ENTRY = re.compile(r'\s*("(?:[^"]|"")*"|[^,]*?)\s*(,|$)', re.DOTALL)
_DAYS = re.compile(r"^(?:today\s*)?([+-]?\s*[0-9]{1,4})(?:\s*days?)?$", re.IGNORECASE)
_RESERVED = re.compile(
    r'^(any|-|empty|(not\s+)?in\s.*|contains\s.*|starts\s+with\s.*|[<>=".].*|.*\.\..*|.*,.*|)$',
    re.IGNORECASE | re.DOTALL,
)


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

    kind: Kind
    text: str
    values: tuple[str, ...] = ()
    intervals: tuple[Interval, ...] = ()

    def matches_null(self) -> bool:
        """Return whether a fact without value satisfies the cell."""
        return self.kind in {"any", "empty"}


def read_cell(
    text: str, fact_type: FactType, choices: frozenset[str] = frozenset(), measure: str = ""
) -> Cell:
    """Return the condition written in ``text`` for a fact of ``fact_type``; an empty text is ``any``.

    Args:
        choices: the only values that a cell may name; empty: every value.
        measure: the currency or unit of the column; figures may name it and no other (``> 20000 CNY``).

    Raises:
        CellError: the text is no condition of this type, or names a value that is not among ``choices``.
    """
    shown = text.strip()
    if shown.lower() in {"", "any", "-"}:
        return Cell("any", shown or "any")
    if shown.lower() == "empty":
        return Cell("empty", shown)
    if fact_type in ORDERED:
        return Cell("intervals", shown, intervals=_intervals(shown, figure_reader(fact_type, measure)))
    return _named(shown, fact_type, choices)


def _named(text: str, fact_type: FactType, choices: frozenset[str]) -> Cell:
    kind: Kind = "in"
    values: tuple[str, ...]
    if match := _PART.match(text):
        is_start = match[1].lower() != "contains"
        if fact_type != "text" and (is_start or fact_type != "set"):
            raise CellError("type")
        if fact_type == "text":
            kind = "starts_with" if is_start else "contains"
        values = (unquoted(match[2]),)
    elif match := _LISTED.match(text):
        kind = "in" if match[1].lower() == "in" else "not_in"
        values = tuple(listed(match[2]))
    elif match := _COMPARED.match(text):
        if match[1] not in {"=", "<>"}:
            raise CellError("type")
        kind = "in" if match[1] == "=" else "not_in"
        values = (unquoted(match[2]),)
    else:
        values = (unquoted(text),)
    if fact_type == "yes_no":
        choices = frozenset({"yes", "no"})
    if choices and not choices.issuperset(values):
        raise CellError("choice")
    return Cell(kind, text, values)


def quoted(value: str) -> str:
    """Return a value as a cell names it: as it is, or in quotes where it would be read as something else."""
    if _RESERVED.match(value) or value != value.strip():
        return '"' + value.replace('"', '""') + '"'
    return value


def unquoted(text: str) -> str:
    """Return the value that a text names, with or without its quotes."""
    shown = text.strip()
    if not shown.startswith('"'):
        return shown
    inner = shown[1:-1].replace('""', "")
    if len(shown) < 2 or not shown.endswith('"') or '"' in inner:
        raise CellError("form")
    return shown[1:-1].replace('""', '"')


def listed(text: str) -> list[str]:
    """Return the values of a list, whose commas may stand inside quotes; an empty entry is an error."""
    found, at = [], 0
    while True:
        match = _ENTRY.match(text, at)
        if match is None or not match[1]:
            raise CellError("form")
        found.append(unquoted(match[1]))
        if not match[2]:
            return found
        at = match.end()


def figure_reader(fact_type: FactType, measure: str = "") -> Callable[[str], Ordered]:
    """Return what reads a figure of an ordered type; it raises ``CellError`` where there is none."""
    if fact_type == "date":
        return _read_date
    if fact_type == "relative_date":
        return _read_days
    if fact_type in MEASURED:
        return lambda text: _read_measured(text, measure)
    return read_number


def _intervals(text: str, read: Callable[[str], Ordered]) -> tuple[Interval, ...]:
    if match := _RANGE.match(text):
        return (_range(match, read),)
    if match := _LISTED.match(text):
        points = sorted({read(entry) for entry in listed(match[2])})
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


def _read_measured(text: str, measure: str) -> Decimal:
    shown = text.strip()
    match = re.search(r"[^0-9.\s-]\S*$", shown)
    if match is not None:
        if match[0] != measure:
            raise CellError("measure")
        shown = shown[: match.start()].strip()
    if shown.endswith("%"):
        raise CellError("number")
    return read_number(shown)


def _read_date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise CellError("date") from None


def _read_days(text: str) -> Decimal:
    """Return how many days after the day of the decision: ``today``, ``today + 7``, ``+7``, ``-3 days``."""
    shown = text.strip()
    if shown.lower() == "today":
        return Decimal(0)
    match = _DAYS.match(shown)
    if match is None:
        raise CellError("days")
    return Decimal(match[1].replace(" ", ""))
