"""Three-way merge of drafts, by field and by line id: only a true collision asks a person.

Source: sync-and-security.md, section 2.9: add + add keeps both, the same field changed to different values
is a conflict, an edit against a delete keeps the line and is a conflict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from orderdesk.errors import Problem
from orderdesk.wire.base import UUID, Frozen
from orderdesk.wire.drafts import LineDraft, OrderDraft

_Doc = TypeVar("_Doc", bound=Frozen)

# Not the clerk's words: the number is final, the seen price follows the line.
_UNMERGED = frozenset({"id", "number", "lines", "seen_price"})


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged draft, and what only a person can decide (both values in each problem)."""

    draft: OrderDraft
    conflicts: tuple[Problem, ...]


def merge(base: OrderDraft, mine: OrderDraft, theirs: OrderDraft) -> Merged:
    """Return ``mine`` and ``theirs``, both made from ``base``, as one draft.

    Where both changed the same field to different values, the conflict is listed and ``theirs`` stands.
    """
    conflicts: list[Problem] = []
    header = _fields(base, mine, theirs, "", conflicts)
    lines = _lines(base, mine, theirs, conflicts)
    return Merged(header.model_copy(update={"lines": lines}), tuple(conflicts))


def _fields(base: _Doc, mine: _Doc, theirs: _Doc, path: str, conflicts: list[Problem]) -> _Doc:
    taken: dict[str, object] = {}
    for name in type(base).model_fields:
        was, here, there = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if name in _UNMERGED or here in (was, there):
            continue
        taken[name] = here
        if there != was:
            taken.pop(name)
            params = {"field": name, "mine": _shown(here), "theirs": _shown(there)}
            conflicts.append(Problem("problem.draft.conflict", f"{path}{name}", params))
    return theirs.model_copy(update=taken)


def _lines(
    base: OrderDraft, mine: OrderDraft, theirs: OrderDraft, conflicts: list[Problem]
) -> tuple[LineDraft, ...]:
    was, here = {line.id: line for line in base.lines}, {line.id: line for line in mine.lines}
    there = {line.id: line for line in theirs.lines}
    merged: list[LineDraft] = []
    for position, line in enumerate(theirs.lines):
        if line.id in here and line.id in was:
            merged.append(_fields(was[line.id], here[line.id], line, f"lines[{position}].", conflicts))
        elif line.id in was and line != was[line.id]:  # deleted here, edited there: the line stays
            conflicts.append(_deleted(position, mine="deleted", theirs="edited"))
            merged.append(line)
        elif line.id not in was:
            merged.append(line)
    for position, line in enumerate(mine.lines):
        if line.id in there:
            continue
        if line.id not in was:
            merged.append(line)
        elif line != was[line.id]:  # edited here, deleted there
            conflicts.append(_deleted(position, mine="edited", theirs="deleted"))
            merged.append(line)
    return tuple(_without_twins(merged))


def _without_twins(lines: list[LineDraft]) -> list[LineDraft]:
    seen: set[UUID] = set()
    return [line for line in lines if not (line.id in seen or seen.add(line.id))]  # type: ignore[func-returns-value]


def _deleted(position: int, *, mine: str, theirs: str) -> Problem:
    params = {"mine": mine, "theirs": theirs}
    return Problem("problem.draft.line_deleted", f"lines[{position}]", params)


def _shown(value: object) -> str:
    return value.model_dump_json() if isinstance(value, Frozen) else "" if value is None else str(value)
