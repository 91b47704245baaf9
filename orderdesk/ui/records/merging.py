"""Three-way merge of records: what only one changed is taken, what both changed differently a person decides.

Unlike drafts (``services.merging``) what was typed here stands until then: it is on the screen of whoever
decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from orderdesk.ui.records.specs import TableSpec
from orderdesk.wire.base import Frozen

R = TypeVar("R", bound=Frozen)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both changed. ``theirs`` is ``None`` too where they took its row away (``gone``)."""

    path: str
    mine: object
    theirs: object
    gone: bool = False


def merge_records(
    base: R, mine: R, theirs: R, tables: tuple[TableSpec, ...]
) -> tuple[R, tuple[Conflict, ...]]:
    """Return ``mine`` with what they changed since ``base``, and what both changed differently."""
    conflicts: list[Conflict] = []
    record = _fields(base, mine, theirs, "", {table.path: table for table in tables}, conflicts)
    return record, tuple(conflicts)


def _fields(
    base: R, mine: R, theirs: R, path: str, tables: dict[str, TableSpec], conflicts: list[Conflict]
) -> R:
    taken: dict[str, object] = {}
    for name in type(mine).model_fields:
        place = f"{path}.{name}" if path else name
        was, here, there = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if here == there:
            continue
        if place in tables:
            taken[name] = _rows(was, here, there, tables[place], conflicts)
        elif isinstance(here, Frozen):
            taken[name] = _fields(was, here, there, place, {}, conflicts)
        elif here == was:
            taken[name] = there
        elif there != was:
            conflicts.append(Conflict(place, here, there))
    return mine.model_copy(update=taken)


def _rows(
    base: tuple[Any, ...],
    mine: tuple[Any, ...],
    theirs: tuple[Any, ...],
    table: TableSpec,
    conflicts: list[Conflict],
) -> tuple[Any, ...]:
    """Return my rows in my order, without those that they took away, and theirs that are new behind them."""
    was = {table.key(row): row for row in base}
    there = {table.key(row): row for row in theirs}
    here = {table.key(row) for row in mine}
    merged: list[Any] = []
    for row in mine:
        key = table.key(row)
        place = f"{table.path}[{len(merged)}]"
        if key in there:
            merged.append(_fields(was.get(key, there[key]), row, there[key], place, {}, conflicts))
        elif key not in was:
            merged.append(row)
        elif row != was[key]:
            conflicts.append(Conflict(place, row, None, gone=True))
            merged.append(row)
    new = [row for key, row in there.items() if key not in here and (key not in was or row != was[key])]
    return (*merged, *new)
