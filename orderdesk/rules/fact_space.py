"""All facts that a table can tell apart: for each column the few values that stand for all others.

Two values of a column that the same rows let through are one class. What holds for one value of each class
holds for every value, so checks that go through classes are exact. Days and steps count: between 2026-03-31
and the day after there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import combinations, pairwise

from orderdesk.rules.cells import ORDERED, Cell
from orderdesk.rules.decision_table import Column, DecisionTable
from orderdesk.rules.measures import FactValue
from orderdesk.rules.table_index import ColumnIndex

MAX_SETS = 20_000  # of one column, told apart by what they let through
_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class ValueClass:
    """Which rows a value lets through (bit n is row n, from 0), and one value of the class."""

    rows: int
    value: FactValue


def classes_of(table: DecisionTable) -> tuple[tuple[ValueClass, ...], ...]:
    """Return the classes of each column of a table."""
    return tuple(
        _classes(column, index, [row.cells[place] for row in table.rows])
        for place, (column, index) in enumerate(zip(table.inputs, table.indexes, strict=True))
    )


def is_exact(table: DecisionTable) -> bool:
    """Return whether every value of every column has its class: a column of sets may have too many."""
    for place, column in enumerate(table.inputs):
        if column.type == "set":
            cells = [row.cells[place] for row in table.rows]
            if len(_sets(_named(column, cells), cells)) - 1 > MAX_SETS:
                return False
    return True


def _classes(column: Column, index: ColumnIndex, cells: Sequence[Cell]) -> tuple[ValueClass, ...]:
    found: dict[int, FactValue] = {}
    for value in _values(column, cells):
        found.setdefault(index.matching(value), value)
    return tuple(ValueClass(rows, value) for rows, value in found.items())


def _values(column: Column, cells: Sequence[Cell]) -> Iterator[FactValue]:
    if column.type in ORDERED:
        yield from _ordered(column, cells)
    elif column.type == "yes_no":
        yield from (True, False)
    elif column.type == "set":
        yield from _sets(_named(column, cells), cells)
    elif column.type == "text":
        yield from _texts(column, cells)
    else:
        yield from _named(column, cells)
    if column.optional or any(cell.kind == "empty" for cell in cells):
        yield None


def _named(column: Column, cells: Sequence[Cell]) -> list[str]:
    """Return the values that cells can tell apart, and one that none of them names; or the choices."""
    if column.choices:
        return sorted(column.choices)
    named = {value for cell in cells for value in cell.values}
    return [*sorted(named), _fresh(named)]


def _fresh(known: Iterable[str]) -> str:
    """Return a text that holds a sign which no known text has."""
    used = {sign for text in known for sign in text}
    return next(sign for sign in ("*", "#", "~", *map(chr, range(0xA1, 0x2000))) if sign not in used)


def _sets(names: Sequence[str], cells: Sequence[Cell]) -> list[frozenset[str]]:
    """Return a set for each way in which rows can want it and forbid it; more than ``MAX_SETS``: some.

    Values that the same rows name in the same way are one, so it is few even where many values are named.
    """
    wanted, banned = dict.fromkeys(names, 0), dict.fromkeys(names, 0)
    for row, cell in enumerate(cells):
        rows = {"in": wanted, "not_in": banned}.get(cell.kind, {})
        for value in rows.keys() & set(cell.values):
            rows[value] |= 1 << row
    nothing: tuple[tuple[int, int], frozenset[str]] = ((0, 0), frozenset())
    found: dict[tuple[int, int], frozenset[str]] = {}
    for name in names:
        for (want, ban), held in (nothing, *found.items()):
            found.setdefault((want | wanted[name], ban | banned[name]), held | {name})
        if len(found) > MAX_SETS:
            break
    return [*found.values(), frozenset(names)]  # the last one for where it broke off


def _texts(column: Column, cells: Sequence[Cell]) -> Iterator[str]:
    """Return named texts, and of all others those of one start and at most two parts that cells look for.

    Rows ask for one start or part each, so two parts are enough to tell who is alone and who meets whom.
    """
    if column.choices:
        yield from sorted(column.choices)
        return
    yield from {value for cell in cells if cell.kind in {"in", "not_in"} for value in cell.values}
    parts = sorted({cell.values[0] for cell in cells if cell.kind == "contains"})
    starts = sorted({cell.values[0] for cell in cells if cell.kind == "starts_with"})
    between = _fresh(value for cell in cells for value in cell.values)
    wanted = [(), *((one,) for one in parts), *combinations(parts, 2), tuple(parts)]
    for start in ("", *starts):
        for held in wanted:
            yield start + between + between.join(held)


def _ordered(column: Column, cells: Sequence[Cell]) -> Iterator[Decimal | date]:
    """Return each end that a cell names, and something from each gap between them where there is anything."""
    is_date = column.type == "date"
    ends = {
        end for cell in cells for span in cell.intervals for end in (span.low, span.high) if end is not None
    }
    points = {Decimal(end.toordinal()) if isinstance(end, date) else end for end in ends}
    low, high, step = column.low, column.high, column.step
    if is_date:
        low, high, step = Decimal(date.min.toordinal()), Decimal(date.max.toordinal()), _ONE
    elif column.type == "relative_date":
        step = step or _ONE
    points.update(bound for bound in (low, high) if bound is not None)
    for value in _of_line(sorted(points), step):
        if (low is None or value >= low) and (high is None or value <= high):
            yield date.fromordinal(int(value)) if is_date else value


def _of_line(points: Sequence[Decimal], step: Decimal | None) -> Iterator[Decimal]:
    if not points:
        yield Decimal(0)
        return
    gaps: list[tuple[Decimal | None, Decimal | None]] = [
        (None, points[0]), *pairwise(points), (points[-1], None),
    ]  # fmt: skip
    yield from (point for point in points if step is None or point % step == 0)
    for low, high in gaps:
        value = _inside(low, high, step)
        if value is not None:
            yield value


def _inside(low: Decimal | None, high: Decimal | None, step: Decimal | None) -> Decimal | None:
    """Return a value strictly between two ends, a whole number of steps; ``None`` where there is none."""
    if step is None:
        if low is not None and high is not None:
            return (low + high) / 2
        return low + _ONE if low is not None else (high or Decimal(0)) - _ONE
    if low is not None:
        value = ((low / step).to_integral_value(ROUND_FLOOR) + 1) * step
        return value if high is None or value < high else None
    return (((high or Decimal(0)) / step).to_integral_value(ROUND_CEILING) - 1) * step
