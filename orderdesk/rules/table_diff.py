"""What is different between two versions of a rule table, cell by cell, in rows as people see them.

Works on tables as JSON has them (``table_source``, or a draft as typed): a draft that cannot be read yet has
its differences all the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal

ANY = "any"
_PARTS = ("when", "then")


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that reads otherwise; rows are 1-based, ``None`` where the row is not there."""

    row_before: int | None
    row_after: int | None
    part: Literal["when", "then", "note"]
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that came, went, or stands elsewhere."""

    kind: Literal["added", "removed", "moved"]
    row_before: int | None
    row_after: int | None


@dataclass(frozen=True, slots=True)
class HeadChange:
    """Something above the rows: hit policy, a column, the examples. ``path`` as problems have it."""

    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class TableDiff:
    """Everything that differs; nothing where two versions say the same."""

    head: tuple[HeadChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    cells: tuple[CellChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.head or self.rows or self.cells)


_Row = Mapping[str, object]


def diff_tables(before: Mapping[str, object], after: Mapping[str, object]) -> TableDiff:
    """Return what differs between two tables; their names and versions do not count."""
    old, new = _rows(before), _rows(after)
    pairs = _pairs(old, new)
    placed_old, placed_new = {a for a, _ in pairs}, {b for _, b in pairs}
    rows = [RowChange("removed", at + 1, None) for at in range(len(old)) if at not in placed_old]
    rows += [RowChange("added", None, at + 1) for at in range(len(new)) if at not in placed_new]
    rows += [RowChange("moved", a + 1, b + 1) for a, b in _moved(pairs)]
    cells = [change for a, b in pairs for change in _cells(old[a], new[b], a + 1, b + 1)]
    rows.sort(key=lambda one: (one.row_after or one.row_before or 0, one.kind))
    cells.sort(key=lambda one: (one.row_after or 0, one.part, one.column))
    return TableDiff(tuple(_head(before, after)), tuple(rows), tuple(cells))


def _rows(source: Mapping[str, object]) -> list[_Row]:
    found = source.get("rows")
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [row if isinstance(row, Mapping) else {} for row in found]


def _key(row: _Row) -> str:
    return repr([(part, sorted(_part(row, part).items())) for part in _PARTS] + [row.get("note", "")])


def _part(row: _Row, part: str) -> dict[str, str]:
    """Return the cells of a row that say something, by column."""
    found = row.get(part)
    cells = found.items() if isinstance(found, Mapping) else ()
    shown = {str(name): _text(value) for name, value in cells}
    return {name: text for name, text in shown.items() if text not in ("", ANY if part == "when" else "")}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(_text, value))
    return str(value)


def _pairs(old: Sequence[_Row], new: Sequence[_Row]) -> list[tuple[int, int]]:
    """Return which row became which: the same ones, then those at the same place between them, then moved."""
    keys_old, keys_new = [_key(row) for row in old], [_key(row) for row in new]
    matcher = SequenceMatcher(None, keys_old, keys_new, autojunk=False)
    pairs, left_old, left_new = [], list[int](), list[int]()
    for tag, a1, a2, b1, b2 in matcher.get_opcodes():
        both = range(min(a2 - a1, b2 - b1)) if tag in {"equal", "replace"} else range(0)
        if tag == "replace" and {*keys_old[a1:a2]} & {*keys_new}:
            both = range(0)  # a row that stands elsewhere was not rewritten
        pairs += [(a1 + step, b1 + step) for step in both]
        left_old += range(a1 + len(both), a2)
        left_new += range(b1 + len(both), b2)
    return sorted(pairs + _far(keys_old, keys_new, left_old, left_new), key=lambda pair: pair[1])


def _far(
    old: Sequence[str], new: Sequence[str], left_old: list[int], left_new: list[int]
) -> list[tuple[int, int]]:
    """Return rows that stand elsewhere, and what is left over between the same neighbours."""
    found = []
    for a in tuple(left_old):
        b = next((one for one in left_new if new[one] == old[a]), None)
        if b is not None:
            found.append((a, b))
            left_old.remove(a)
            left_new.remove(b)
    return found


def _moved(pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield pairs outside the longest run in which both versions have the same order."""
    ends: list[int] = []  # of runs by their length: the least old row that one can end with
    length_at = []
    for old, _ in pairs:
        length = bisect_left(ends, old)
        ends[length : length + 1] = [old]
        length_at.append(length)
    wanted, kept = len(ends) - 1, set[int]()
    for place in reversed(range(len(pairs))):
        if length_at[place] == wanted:
            kept.add(place)
            wanted -= 1
    yield from (pair for place, pair in enumerate(pairs) if place not in kept)


def _cells(old: _Row, new: _Row, row_before: int, row_after: int) -> Iterator[CellChange]:
    for part in _PARTS:
        nothing = ANY if part == "when" else ""
        before, after = _part(old, part), _part(new, part)
        for column in sorted({*before, *after}):
            was, now = before.get(column, nothing), after.get(column, nothing)
            if was != now:
                yield CellChange(
                    row_before, row_after, "when" if part == "when" else "then", column, was, now
                )
    was, now = _text(old.get("note")), _text(new.get("note"))
    if was != now:
        yield CellChange(row_before, row_after, "note", "note", was, now)


def _head(before: Mapping[str, object], after: Mapping[str, object]) -> Iterator[HeadChange]:
    for name in ("hit_policy", "aggregation"):
        was, now = (_text(one.get(name)).upper().replace("_", " ") for one in (before, after))
        if was != now:
            yield HeadChange(name, was, now)
    for part, key in (("inputs", "fact"), ("outputs", "name"), ("uses", "fact")):
        old, new = _named(before, part, key), _named(after, part, key)
        for name in dict.fromkeys([*old, *new]):
            if old.get(name) != new.get(name):
                yield HeadChange(f"{part}.{name}", old.get(name, ""), new.get(name, ""))
        if old.keys() == new.keys() and list(old) != list(new):
            yield HeadChange(part, ", ".join(old), ", ".join(new))
    examples = (list(map(_example, _listed(one, "examples"))) for one in (before, after))
    for number, (was, now) in enumerate(zip_longest(*examples, fillvalue="")):
        if was != now:
            yield HeadChange(f"examples[{number}]", was, now)


def _example(one: Mapping[str, object]) -> str:
    facts = one.get("facts")
    shown = facts.items() if isinstance(facts, Mapping) else ()
    said = ", ".join(f"{name} = {_text(value) or 'empty'}" for name, value in shown)
    return f"{said} → {_text(one.get('rows')) or '–'}"


def _listed(source: Mapping[str, object], part: str) -> list[Mapping[str, object]]:
    found = source.get(part)
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [one for one in found if isinstance(one, Mapping)]


def _unordered(name: str, value: object) -> object:
    """Return the choices of a column in one order: it makes no difference which stands first."""
    return sorted(map(str, value)) if name == "choices" and isinstance(value, list | tuple) else value


def _named(source: Mapping[str, object], part: str, key: str) -> dict[str, str]:
    return {
        str(one.get(key, "")): ", ".join(
            f"{name} {_text(_unordered(name, value))}" for name, value in sorted(one.items()) if name != key
        )
        for one in _listed(source, part)
    }
