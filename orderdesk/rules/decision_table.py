"""Decision tables as data: rows of typed conditions with outputs, evaluated by a bitmap index per column.

A table comes in as parsed JSON (``resources/rules/*.json``); loading a file is the business of ``services``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from orderdesk.errors import UserError
from orderdesk.rules.cells import ORDERED, Cell, FactType
from orderdesk.rules.table_index import ColumnIndex, FactValue, index_column
from orderdesk.values import plain

HitPolicy = Literal["first", "collect"]
OutputType = Literal["text", "number"]
MAX_NEAR = 5


@dataclass(frozen=True, slots=True)
class Column:
    """An input: which fact it looks at, of which type; ``choices`` are the only values its cells may name."""

    fact: str
    type: FactType
    choices: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Output:
    """An output column."""

    name: str
    type: OutputType


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: a cell per input column, a value per output."""

    cells: tuple[Cell, ...]
    then: Mapping[str, str | Decimal | None]


@dataclass(frozen=True, slots=True)
class NearRow:
    """A row that only one column refused: which, what it asked for, and what the fact was."""

    row: int  # 1, 2, … as the grid shows it
    fact: str
    cell: str
    value: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a table answered: the rows that hit (1-based, in order), their outputs, the facts as evaluated."""

    table: str
    version: int
    rows: tuple[int, ...]
    outputs: tuple[Mapping[str, str | Decimal | None], ...]
    facts: Mapping[str, str]


@dataclass(frozen=True)
class DecisionTable:
    """A version of a rule table; ``hit_policy`` first: the topmost hit answers, collect: all hits do."""

    name: str
    version: int
    hit_policy: HitPolicy
    inputs: tuple[Column, ...]
    outputs: tuple[Output, ...]
    rows: tuple[Row, ...] = field(repr=False)

    @cached_property
    def _indexes(self) -> tuple[ColumnIndex, ...]:
        return tuple(
            index_column([row.cells[place] for row in self.rows], column.type)
            for place, column in enumerate(self.inputs)
        )

    def decide(self, facts: Mapping[str, FactValue]) -> Decision:
        """Return the rows that all columns let through; facts that no column names are ignored.

        Raises:
            UserError: a fact that the table names is absent or of another type (its params say which).
        """
        values = self._checked(facts)
        hits = (1 << len(self.rows)) - 1
        for index, value in zip(self._indexes, values, strict=True):
            hits &= index.matching(value)
        if self.hit_policy == "first":
            hits &= -hits  # the lowest bit is the topmost row
        rows = tuple(_bits(hits))
        return Decision(
            self.name,
            self.version,
            tuple(row + 1 for row in rows),
            tuple(self.rows[row].then for row in rows),
            {column.fact: as_text(value) for column, value in zip(self.inputs, values, strict=True)},
        )

    def near_misses(self, facts: Mapping[str, FactValue]) -> tuple[NearRow, ...]:
        """Return at most 5 rows that exactly one column refused; under *first* only rows above the winner."""
        values = self._checked(facts)
        all_rows = (1 << len(self.rows)) - 1
        clean, once = all_rows, 0
        masks = [index.matching(value) for index, value in zip(self._indexes, values, strict=True)]
        for mask in masks:
            once = (once & mask) | (clean & ~mask)
            clean &= mask
        if self.hit_policy == "first" and clean:
            once &= (clean & -clean) - 1
        found = []
        for row in _bits(once):
            place = next(place for place, mask in enumerate(masks) if not mask >> row & 1)
            column, cell = self.inputs[place], self.rows[row].cells[place]
            found.append(NearRow(row + 1, column.fact, cell.text, as_text(values[place])))
            if len(found) == MAX_NEAR:
                break
        return tuple(found)

    def replay(self, decision: Decision) -> Decision:
        """Return what this table answers to the stored facts of a decision."""
        return self.decide(self.facts_from_text(decision.facts))

    def facts_from_text(self, stored: Mapping[str, str]) -> dict[str, FactValue]:
        """Return the facts that a decision stored, in their types; ``UserError`` names an absent one."""
        return {
            column.fact: _from_text(as_text(self._fact(stored, column)), column.type)
            for column in self.inputs
        }

    def _checked(self, facts: Mapping[str, FactValue]) -> list[FactValue]:
        return [self._typed(self._fact(facts, column), column) for column in self.inputs]

    def _fact(self, facts: Mapping[str, FactValue], column: Column) -> FactValue:
        try:
            return facts[column.fact]
        except KeyError:
            raise UserError("problem.table.fact.absent", table=self.name, fact=column.fact) from None

    def _typed(self, value: FactValue, column: Column) -> FactValue:
        """Return the fact as compared: a whole number as decimal, an empty text or set as null."""
        if isinstance(value, int) and not isinstance(value, bool):
            value = Decimal(value)
        if value is None or value in ("", frozenset()):
            return None
        if not isinstance(value, _PYTHON_TYPES[column.type]):
            raise UserError("problem.table.fact.type", table=self.name, fact=column.fact, type=column.type)
        return value


_PYTHON_TYPES: Mapping[str, type] = {
    "number": Decimal,
    "percent": Decimal,
    "date": date,
    "text": str,
    "choice": str,
    "set": frozenset,
    "yes_no": bool,
}


def as_text(value: FactValue) -> str:
    """Return a fact as a decision stores and shows it; a null fact is an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def _from_text(text: str, fact_type: FactType) -> FactValue:
    if not text:
        return None
    if fact_type == "date":
        return date.fromisoformat(text)
    if fact_type in ORDERED:
        return Decimal(text)
    if fact_type == "yes_no":
        return text == "yes"
    return frozenset(text.split(", ")) if fact_type == "set" else text


def _bits(mask: int) -> Iterator[int]:
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
