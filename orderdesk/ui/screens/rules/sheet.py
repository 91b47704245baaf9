"""A rule table as a sheet of cells: read from its JSON as it stands, readable or not, changed step by step.

Every change gives new JSON and leaves the old as it was, so that a step is undone by going back to it. No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, cast

from orderdesk.rules.cells import FACT_TYPES, FactType
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.rules.table_diff import diff_tables
from orderdesk.rules.tables import FORMAT

Part = Literal["when", "then", "note"]
Source = Mapping[str, Any]
ANY = "any"
_EXAMPLE = re.compile(r"^examples\[(\d+)\]")
_PATH = re.compile(r"^rows\[(\d+)\](?:\.(.+))?$")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: a condition on a fact, an answer, or the remark. ``choices`` are its only values, if any."""

    part: Part
    name: str
    type: FactType = "text"
    measure: str = ""
    choices: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What names it among all columns."""
        return f"{self.part}.{self.name}"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row as it stands: what its file holds in each column, and where it differs from what decides."""

    number: int  # 1, 2, …
    cells: Mapping[str, object]  # by the key of the column
    changed: frozenset[str] = frozenset()
    is_new: bool = False
    is_blank: bool = False  # the one below the last: it is there once something is typed into it

    def text(self, column: SheetColumn) -> object:
        """Return what stands in a cell; a condition that is not there is ``any``."""
        return self.cells.get(column.key, ANY if column.part == "when" else None)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All of a table that a grid shows."""

    source: Source
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]


def sheet_of(source: Source, live: Source | None = None) -> Sheet:
    """Return a table as a sheet; with ``live`` its cells are marked where they differ from that table."""
    columns = _columns(source)
    changed, new = _differences(live, source) if live is not None else ({}, frozenset())
    rows = tuple(
        SheetRow(number, _cells(entry), frozenset(changed.get(number, ())), number in new)
        for number, entry in enumerate(_listed(source, "rows"), start=1)
    )
    return Sheet(source, columns, rows)


def place_of(path: str) -> tuple[int, str] | None:
    """Return row (1-based) and column name of a problem's path; ``None`` where it is of no row."""
    found = _PATH.match(path)
    return None if found is None else (int(found[1]) + 1, found[2] or "")


def first_table(book: str, currency: str) -> Source:
    """Return the table that a book begins with: one condition, all its answers, one row that says nothing."""
    definition = BOOKS[book]
    facts = definition.facts()
    begin = next((name for name in ("tier", "customer_class") if name in facts), next(iter(facts)))
    policy = "RULE ORDER" if "rule_order" in definition.policies else "FIRST"
    outputs = [
        {"name": one.name, "type": one.type, **({"measure": currency} if one.type == "money" else {})}
        for one in definition.outputs
    ]
    return {
        "format": FORMAT, "name": book, "version": 1, "hit_policy": policy,
        "inputs": [{"fact": begin, "type": facts[begin].type}], "outputs": outputs,
        "rows": [{"when": {}, "then": {}}],
    }  # fmt: skip


def says_the_same(one: Source, other: Source) -> bool:
    """Whether two tables differ in nothing but the name and the version that the store gives them."""
    return _said(one) == _said(other)


def _said(source: Source) -> dict[str, Any]:
    return {key: value for key, value in source.items() if key not in {"name", "version"}}


def _columns(source: Source) -> tuple[SheetColumn, ...]:
    found = [_column("when", str(one.get("fact", "")), one) for one in _listed(source, "inputs")]
    found += [_column("then", str(one.get("name", "")), one) for one in _listed(source, "outputs")]
    return (*found, SheetColumn("note", "note"))


def _column(part: Part, name: str, entry: Mapping[str, Any]) -> SheetColumn:
    kind = entry.get("type")
    choices = entry.get("choices", ())
    return SheetColumn(
        part, name, cast(FactType, kind) if kind in FACT_TYPES else "text", str(entry.get("measure", "")),
        tuple(map(str, choices)) if isinstance(choices, list | tuple) else (),
    )  # fmt: skip


def _cells(entry: Mapping[str, Any]) -> dict[str, object]:
    cells: dict[str, object] = {}
    for part in ("when", "then"):
        found = entry.get(part)
        if isinstance(found, Mapping):
            cells.update({f"{part}.{name}": value for name, value in found.items()})
    if entry.get("note"):
        cells["note.note"] = entry["note"]
    return cells


def _differences(live: Source, source: Source) -> tuple[dict[int, set[str]], frozenset[int]]:
    diff = diff_tables(live, source)
    changed: dict[int, set[str]] = {}
    for one in diff.cells:
        if one.row_after is not None:
            changed.setdefault(one.row_after, set()).add(f"{one.part}.{one.column}")
    new = frozenset(one.row_after for one in diff.rows if one.kind == "added" and one.row_after is not None)
    return changed, new


def _listed(source: Source, key: str) -> list[Mapping[str, Any]]:
    found = source.get(key)
    if not isinstance(found, Sequence) or isinstance(found, str):
        return []
    return [one if isinstance(one, Mapping) else {} for one in found]


# ── steps ────────────────────────────────────────────────────────────────────────────────────────────────


def with_cells(source: Source, values: Mapping[tuple[int, SheetColumn], object]) -> Source:
    """Return a table with other values in some cells, by row (1-based) and column; ``None`` empties a cell.

    Rows past the last one are added.
    """
    rows = [dict(row) for row in _listed(source, "rows")]
    for (number, column), value in values.items():
        while len(rows) < number:
            rows.append({"when": {}, "then": {}})
        row = rows[number - 1]
        if column.part == "note":
            row.pop("note", None)
            if value:
                row["note"] = value
            continue
        part = dict(row.get(column.part) or {})
        part.pop(column.name, None)
        if value is not None and not (column.part == "when" and value == ANY):
            part[column.name] = value
        row[column.part] = part
    return {**source, "rows": rows}


def with_row(source: Source, at: int, row: Mapping[str, Any] | None = None) -> Source:
    """Return a table with a row more, at this place (1-based): an empty one, or a copy of ``row``."""
    rows = [*_listed(source, "rows")]
    rows.insert(at - 1, dict(row) if row is not None else {"when": {}, "then": {}})
    return _with_examples_moved({**source, "rows": rows}, {old: old + 1 for old in range(at, len(rows))})


def without_rows(source: Source, numbers: Collection[int]) -> Source:
    """Return a table without some rows; examples of a row that is gone expect it no longer."""
    kept = [at for at in range(1, len(_listed(source, "rows")) + 1) if at not in numbers]
    moved = {old: new for new, old in enumerate(kept, start=1)}
    rows = _listed(source, "rows")
    return _with_examples_moved({**source, "rows": [rows[at - 1] for at in kept]}, moved, set(numbers))


def with_row_moved(source: Source, number: int, by: int) -> Source:
    """Return a table with a row that changed places with its neighbour; the same where there is none."""
    rows = _listed(source, "rows")
    other = number + by
    if not 1 <= number <= len(rows) or not 1 <= other <= len(rows):
        return source
    rows[number - 1], rows[other - 1] = rows[other - 1], rows[number - 1]
    return _with_examples_moved({**source, "rows": rows}, {number: other, other: number})


def with_policy(source: Source, policy: str) -> Source:
    """Return a table with another hit policy, by DMN's name."""
    return {**{key: value for key, value in source.items() if key != "aggregation"}, "hit_policy": policy}


def example_of(path: str) -> int | None:
    """Return the position (from 0) of the example that a problem's path names; ``None`` for others."""
    found = _EXAMPLE.match(path)
    return None if found is None else int(found[1])


def with_example_renewed(source: Source, at: int, rows: Sequence[int]) -> Source:
    """Return a table whose example expects the rows that decide now, and nothing further of them."""
    examples = _listed(source, "examples")
    kept = {key: value for key, value in examples[at].items() if key != "outputs"}
    return {**source, "examples": [*examples[:at], {**kept, "rows": [*rows]}, *examples[at + 1 :]]}


def without_example(source: Source, at: int) -> Source:
    """Return a table without one of its examples."""
    examples = _listed(source, "examples")
    return {**source, "examples": [*examples[:at], *examples[at + 1 :]]}


def with_condition(source: Source, fact: str, fact_type: FactType, measure: str = "") -> Source:
    """Return a table that asks for a fact more; its rows let everything through there."""
    entry = {"fact": fact, "type": fact_type, **({"measure": measure} if measure else {})}
    return {**source, "inputs": [*_listed(source, "inputs"), entry]}


def without_condition(source: Source, fact: str) -> Source:
    """Return a table that does not ask for a fact any more: what its rows said of it is gone."""
    rows = [
        {**row, "when": {name: cell for name, cell in (row.get("when") or {}).items() if name != fact}}
        for row in _listed(source, "rows")
    ]
    inputs = [one for one in _listed(source, "inputs") if one.get("fact") != fact]
    return {**source, "inputs": inputs, "rows": rows}


def _with_examples_moved(
    source: Source, moved: Mapping[int, int], gone: Collection[int] = frozenset()
) -> Source:
    """Return a table whose examples name the rows that they named before, wherever these stand now."""
    examples = source.get("examples")
    if not isinstance(examples, list):
        return source
    return {**source, "examples": [_moved_example(one, moved, gone) for one in examples]}


def _moved_example(one: object, moved: Mapping[int, int], gone: Collection[int]) -> object:
    if not isinstance(one, Mapping) or not isinstance(one.get("rows"), list):
        return one
    rows = [moved.get(row, row) for row in one["rows"] if row not in gone]
    return {**one, "rows": rows}
