"""Three-way merge of drafts, by field and by line id: only a true collision asks a person.

Source: sync-and-security.md, section 2.9: add + add keeps both, the same field changed to different values
is a conflict, an edit against a delete keeps the line and is a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from orderdesk.errors import Problem
from orderdesk.values import canonical_json, plain
from orderdesk.wire.base import Frozen
from orderdesk.wire.drafts import MOST_ANSWERS, LineDraft, NoteDraft, OrderDraft

_Doc = TypeVar("_Doc", bound=Frozen)

# Merged by themselves (lines by id, custom values by key, answers all together), or not the clerk's words:
# the number is final, the seen price follows the line, and where the cursor was is nothing to decide about.
_NOT_FIELDS = frozenset(
    {"id", "number", "lines", "custom", "seen_price", "quoted_on", "left_at", "not_twins"}
)


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged draft, and what only a person can decide (both values in each problem)."""

    draft: OrderDraft
    conflicts: tuple[Problem, ...]


def merge(base: OrderDraft, mine: OrderDraft, theirs: OrderDraft) -> Merged:
    """Return ``mine`` and ``theirs``, both made from ``base``, as one draft.

    Where both changed the same field to different values, the conflict is listed and ``theirs`` stands. The
    paths of conflicts are those of ``mine``: it is on the screen of whoever must decide.
    """
    conflicts: list[Problem] = []
    header = _fields(base, mine, theirs, "", conflicts)
    custom = _custom(base.custom, mine.custom, theirs.custom, conflicts)
    lines = _lines(base, mine, theirs, conflicts)
    answered = tuple(dict.fromkeys((*theirs.not_twins, *mine.not_twins)))[:MOST_ANSWERS]
    taken = {"custom": custom, "lines": lines, "not_twins": answered}
    return Merged(header.model_copy(update=taken), tuple(conflicts))


def _fields(base: _Doc, mine: _Doc, theirs: _Doc, path: str, conflicts: list[Problem]) -> _Doc:
    taken: dict[str, object] = {}
    for name in type(base).model_fields:
        was, here, there = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if name in _NOT_FIELDS or here in (was, there):
            continue
        if there == was:
            taken[name] = here
        else:
            conflicts.append(_both_changed(path, name, here, there))
    return theirs.model_copy(update=taken)


def _custom(
    base: dict[str, str], mine: dict[str, str], theirs: dict[str, str], conflicts: list[Problem]
) -> dict[str, str]:
    merged = dict(theirs)
    for key in sorted({*base, *mine}):
        was, here, there = base.get(key), mine.get(key), theirs.get(key)
        if here in (was, there):
            continue
        if there != was:
            conflicts.append(_both_changed("custom.", key, here, there))
        elif here is None:
            merged.pop(key)
        else:
            merged[key] = here
    return merged


def _lines(
    base: OrderDraft, mine: OrderDraft, theirs: OrderDraft, conflicts: list[Problem]
) -> tuple[LineDraft, ...]:
    was = {line.id: line for line in base.lines}
    here = {line.id: (position, line) for position, line in enumerate(mine.lines)}
    there = {line.id for line in theirs.lines}
    merged: list[LineDraft] = []
    for number, line in enumerate(theirs.lines, start=1):
        if line.id in here:
            position, own = here[line.id]
            before = was.get(line.id, LineDraft(id=line.id))  # both may have it new: one desk, saved twice
            merged.append(_fields(before, own, line, f"lines[{position}].", conflicts))
        elif line.id not in was:
            merged.append(line)
        elif _differs(line, was[line.id]):  # deleted here, edited there: the line stays
            conflicts.append(_deleted("lines", number, mine="deleted", theirs="edited"))
            merged.append(line)
    for position, own in here.values():
        if own.id in there:
            continue
        if own.id not in was:
            merged.append(own)
        elif _differs(own, was[own.id]):  # edited here, deleted there
            conflicts.append(_deleted(f"lines[{position}]", position + 1, mine="edited", theirs="deleted"))
            merged.append(own)
    return tuple(merged)


def _differs(line: LineDraft, was: LineDraft) -> bool:
    """Whether somebody worked on a line; that a price was looked at again is no work."""
    return line.model_copy(update={"seen_price": was.seen_price, "quoted_on": was.quoted_on}) != was


def _both_changed(path: str, field: str, mine: object, theirs: object) -> Problem:
    params = {"field": field, "mine": _shown(mine), "theirs": _shown(theirs)}
    return Problem("problem.draft.conflict", f"{path}{field}", params)


def _deleted(path: str, number: int, *, mine: str, theirs: str) -> Problem:
    """Return the conflict of a line that one deleted; ``number`` counts from 1 where the line still is."""
    return Problem("problem.draft.line_deleted", path, {"line": number, "mine": mine, "theirs": theirs})


def _shown(value: object) -> str:
    """Return a value as a parameter of a sentence; what has parts as its canonical JSON."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, Frozen):
        return canonical_json(value.model_dump())
    if isinstance(value, tuple) and all(isinstance(entry, NoteDraft) for entry in value):
        return "; ".join(entry.text for entry in value)
    if isinstance(value, tuple):
        return canonical_json([entry.model_dump() for entry in value])
    return "" if value is None else str(value)
