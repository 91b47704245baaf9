"""One bitmap index per column: which rows does a value let through? Bit n stands for row n (0-based)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from orderdesk.rules.cells import ORDERED, Cell, FactType, Interval, Ordered
from orderdesk.rules.measures import FactValue

__all__ = ["ColumnIndex", "FactValue", "index_column"]


class ColumnIndex(Protocol):
    """Answers for one column."""

    def matching(self, value: FactValue) -> int:
        """Return the bit mask of the rows whose cell lets ``value`` through."""
        ...


def index_column(cells: Sequence[Cell], fact_type: FactType) -> ColumnIndex:
    """Return the index of a column's cells, top to bottom."""
    if fact_type in ORDERED:
        return _OrderedIndex(cells)
    return _SetIndex(cells) if fact_type == "set" else _NamedIndex(cells)


class _OrderedIndex:
    """Cuts the line at every end that a cell names; each point and each gap between has one ready mask."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        spans = [
            (row, interval)
            for row, cell in enumerate(cells)
            for interval in (cell.intervals or _everything(cell))
        ]
        ends = {end for _, span in spans for end in (span.low, span.high) if end is not None}
        self._points: list[Ordered] = sorted(ends)
        place = {point: number for number, point in enumerate(self._points)}
        regions = 2 * len(self._points) + 1  # gap, point, gap, … , gap
        toggles = [0] * (regions + 1)
        for row, span in spans:
            first = 0 if span.low is None else 2 * place[span.low] + (1 if span.low_in else 2)
            last = regions - 1 if span.high is None else 2 * place[span.high] + (1 if span.high_in else 0)
            toggles[first] ^= 1 << row
            toggles[last + 1] ^= 1 << row
        self._masks: list[int] = []
        mask = 0
        for toggle in toggles[:regions]:
            mask ^= toggle
            self._masks.append(mask)
        self._null = _rows(cells, lambda cell: cell.matches_null())

    def matching(self, value: FactValue) -> int:
        if not isinstance(value, (Decimal, date)):
            return self._null
        place = bisect_left(self._points, value)
        hits_point = place < len(self._points) and self._points[place] == value
        return self._masks[2 * place + (1 if hits_point else 0)]


class _NamedIndex:
    """Texts, choices, yes and no: a mask for each value that a cell names, and one for all others."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._null = _rows(cells, lambda cell: cell.matches_null())
        self._other = _rows(cells, lambda cell: cell.kind in {"any", "not_in"})
        named = {value for cell in cells if cell.kind in {"in", "not_in"} for value in cell.values}
        self._masks = dict.fromkeys(named, self._other)
        self._contains: dict[str, int] = {}
        self._starts: dict[str, int] = {}
        for row, cell in enumerate(cells):
            for value in cell.values:
                if cell.kind == "in":
                    self._masks[value] |= 1 << row
                elif cell.kind == "not_in":
                    self._masks[value] &= ~(1 << row)
                else:
                    parts = self._contains if cell.kind == "contains" else self._starts
                    parts[value] = parts.get(value, 0) | 1 << row
        self._lengths = sorted({len(start) for start in self._starts})

    def matching(self, value: FactValue) -> int:
        if value is None:
            return self._null
        text = ("yes" if value else "no") if isinstance(value, bool) else str(value)
        mask = self._masks.get(text, self._other)
        for needle, rows in self._contains.items():
            if needle in text:
                mask |= rows
        for length in self._lengths:
            mask |= self._starts.get(text[:length], 0)
        return mask


class _SetIndex:
    """Sets: ``in`` (and ``contains``) asks for one of its values, ``not in`` for none of them."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self._null = _rows(cells, lambda cell: cell.matches_null())
        self._any = _rows(cells, lambda cell: cell.kind == "any")
        self._none_of = _rows(cells, lambda cell: cell.kind == "not_in")
        self._wanted: dict[str, int] = {}
        self._banned: dict[str, int] = {}
        for row, cell in enumerate(cells):
            masks = self._wanted if cell.kind == "in" else self._banned
            for value in cell.values:
                masks[value] = masks.get(value, 0) | 1 << row

    def matching(self, value: FactValue) -> int:
        if not isinstance(value, frozenset):
            return self._null
        wanted, banned = self._any, 0
        for element in value:
            wanted |= self._wanted.get(element, 0)
            banned |= self._banned.get(element, 0)
        return wanted | self._none_of & ~banned


def _everything(cell: Cell) -> tuple[Interval, ...]:
    return (Interval(None, False, None, False),) if cell.kind == "any" else ()


def _rows(cells: Sequence[Cell], wanted: Callable[[Cell], bool]) -> int:
    return sum(1 << row for row, cell in enumerate(cells) if wanted(cell))
