"""What is wrong with a table before it does harm: gaps, dead rows, overlaps, contradictions, names.

Exact and not by pairs: a row that earlier rows cover only together is found, and a gap comes with facts
that fall into it. Problems that ``block`` bar publishing; those that ``warn`` are for a person to accept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from orderdesk.errors import Problem, Severity, UserError
from orderdesk.rules.cells import FactType
from orderdesk.rules.decision_table import Column, DecisionTable, Output, Row, bits
from orderdesk.rules.fact_space import ValueClass, classes_of, is_exact
from orderdesk.rules.formulas import Formula
from orderdesk.rules.hit_policies import SINGLE, ranking
from orderdesk.rules.measures import FactValue, as_text

MAX_FOUND = 20  # of one kind; more help nobody
MAX_STEPS = 400_000


@dataclass(frozen=True, slots=True)
class Known:
    """What exists: facts with their types, values of facts and outputs (people, items) by name."""

    facts: Mapping[str, FactType] | None = None
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)


_NOTHING = Known()


def check_table(table: DecisionTable, known: Known = _NOTHING) -> tuple[Problem, ...]:
    """Return everything that is wrong with a table, its examples included; nothing where all is well."""
    checker = _Checker(table)
    found = [*_unknown(table, known), *checker.never(), *checker.covered(), *checker.overlaps()]
    if table.hit_policy in SINGLE:
        found += checker.gaps()
    if checker.gave_up or not is_exact(table):
        found.append(_problem("undecided", "", "warn"))
    return (*found, *check_examples(table))


def check_examples(table: DecisionTable) -> tuple[Problem, ...]:
    """Return a problem for each example that the table answers otherwise, or not at all."""
    found = []
    for number, example in enumerate(table.examples):
        try:
            decided = table.decide(example.facts)
        except UserError as error:
            found.append(
                _problem("example_fails", f"examples[{number}]", cause=error.code, number=number + 1)
            )
            continue
        is_as_expected = decided.rows == example.rows and example.outputs in (None, decided.outputs)
        if not is_as_expected:
            expected, rows = _numbers(example.rows), _numbers(decided.rows)
            path = f"examples[{number}]"
            found.append(_problem("example", path, number=number + 1, expected=expected, rows=rows))
    return tuple(found)


def _numbers(rows: Sequence[int]) -> str:
    return ", ".join(map(str, rows)) or "–"


def _problem(reason: str, path: str, severity: Severity = "block", **params: object) -> Problem:
    return Problem(f"problem.table.check.{reason}", path, params, severity)


# ── names ────────────────────────────────────────────────────────────────────────────────────────────────


def _unknown(table: DecisionTable, known: Known) -> Iterator[Problem]:
    for column in (*table.inputs, *table.uses):
        if known.facts is not None and column.fact not in known.facts:
            yield _problem("unknown_fact", column.fact, fact=column.fact)
        elif known.facts is not None and known.facts[column.fact] != column.type:
            yield _problem(
                "fact_type", column.fact, fact=column.fact, type=column.type, is_type=known.facts[column.fact]
            )
    for number, row in enumerate(table.rows):
        for place, column in enumerate(table.inputs):
            yield from _unknown_values(row.cells[place].values, column, known, f"rows[{number}]", number + 1)
        for output in table.outputs:
            value = row.then.get(output.name)
            if isinstance(value, str):
                yield from _unknown_values((value,), output, known, f"rows[{number}]", number + 1)


def _unknown_values(
    values: Sequence[str], column: Column | Output, known: Known, path: str, row: int
) -> Iterator[Problem]:
    name = column.fact if isinstance(column, Column) else column.name
    if name in known.values and column.type != "yes_no":
        for value in values:
            if value not in known.values[name]:
                yield _problem("unknown", f"{path}.{name}", value=value, column=name, row=row)


# ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────


class _Checker:
    """Goes through the classes of all columns in turn, with the rows that are still let through."""

    def __init__(self, table: DecisionTable) -> None:
        self.table = table
        self.classes = classes_of(table)
        self.gave_up = False
        self._steps = 0
        # columns that leave the fewest rows come first: most ways end early
        self._columns = sorted(range(len(self.classes)), key=self._rows_left)
        self._open = self._open_after()

    def _rows_left(self, place: int) -> float:
        classes = self.classes[place]
        return sum(one.rows.bit_count() for one in classes) / max(1, len(classes))

    def _open_after(self) -> list[int]:
        """Return the rows that the columns from each depth on let through whatever the facts are."""
        masks = [(1 << len(self.table.rows)) - 1]
        for place in reversed(self._columns):
            mask = masks[-1]
            for one in self.classes[place]:
                mask &= one.rows
            masks.append(mask)
        return masks[::-1]

    def reached(self, row: int, rows: int) -> bool:
        """Return whether there are facts that ``row`` lets through and none of ``rows`` does."""
        inside = [[one for one in classes if one.rows >> row & 1] for classes in self.classes]
        return next(self._uncovered(inside, rows, True), None) is not None

    def _uncovered(
        self, classes: Sequence[Sequence[ValueClass]], rows: int, for_one_row: bool = False
    ) -> Iterator[tuple[FactValue, ...]]:
        """Yield facts, by depth, that none of ``rows`` lets through; what follows them does not matter."""
        full, covered = self._open, set[tuple[int, int]]()
        if for_one_row:
            full = [0] * (len(self._columns) + 1)
            full[-1] = -1
        self._steps = 0

        def search(depth: int, left: int, way: tuple[FactValue, ...]) -> Iterator[tuple[FactValue, ...]]:
            if not left:
                yield way
                return
            if left & full[depth] or (depth, left) in covered:
                return
            self._steps += 1
            if self._steps > MAX_STEPS:
                self.gave_up = True
                return
            found = False
            for one in classes[self._columns[depth]]:
                for gap in search(depth + 1, left & one.rows, (*way, one.value)):
                    found = True
                    yield gap
            if not found and not self.gave_up:
                covered.add((depth, left))

        yield from search(0, rows, ())

    def gaps(self) -> Iterator[Problem]:
        """Yield facts for which no row answers; a column that is not named may be anything."""
        if any(not classes for classes in self.classes):
            return
        rows = (1 << len(self.table.rows)) - 1
        for number, way in enumerate(self._uncovered(self.classes, rows)):
            if number == MAX_FOUND:
                return
            facts = {
                self.table.inputs[place].fact: as_text(value)
                for place, value in zip(self._columns, way, strict=False)
            }
            shown = ", ".join(f"{fact} = {value or 'empty'}" for fact, value in facts.items())
            yield _problem("gap", "", "warn", facts=shown, values=facts)

    def _may_apply(self, row: int) -> bool:
        return all(any(one.rows >> row & 1 for one in classes) for classes in self.classes)

    def never(self) -> Iterator[Problem]:
        """Yield the rows with a cell that no fact of its column can satisfy."""
        for row in range(len(self.table.rows)):
            if not self._may_apply(row):
                yield _problem("never", f"rows[{row}]", row=row + 1)

    def covered(self) -> Iterator[Problem]:
        """Yield the rows that never decide, as others always do before them, alone or together."""
        if self.table.hit_policy not in {"first", "priority"}:
            return
        ranks = self._ranks()
        for row in range(len(self.table.rows)):
            before = (1 << row) - 1
            if self.table.hit_policy == "priority":
                before = sum(
                    1 << other for other in range(len(ranks)) if (ranks[other], other) < (ranks[row], row)
                )
            if before and self._may_apply(row) and not self.reached(row, before) and not self.gave_up:
                others = _numbers([other + 1 for other in bits(before & self._meeting(row))])
                yield _problem("covered", f"rows[{row}]", row=row + 1, rows=others)

    def _ranks(self) -> list[tuple[int, ...]]:
        order = ranking([output.order for output in self.table.outputs])
        return [
            order([row.then.get(output.name) for output in self.table.outputs]) for row in self.table.rows
        ]

    def _meeting(self, row: int) -> int:
        """Return the rows that some facts let through together with ``row``."""
        met = (1 << len(self.table.rows)) - 1
        for classes in self.classes:
            here = 0
            for one in classes:
                if one.rows >> row & 1:
                    here |= one.rows
            met &= here
        return met & ~(1 << row)

    def overlaps(self) -> Iterator[Problem]:
        """Yield the rows that apply together where they must not: *unique*, or with answers that differ."""
        policy = self.table.hit_policy
        if policy not in {"unique", "any", "priority"}:
            return
        said, ranks = [_said(row) for row in self.table.rows], self._ranks()
        count = 0
        for row in range(len(self.table.rows)):
            later = self._meeting(row) >> (row + 1) << (row + 1)
            for other in bits(later):
                if policy != "unique" and said[row] == said[other]:
                    continue
                if policy == "priority" and ranks[row] != ranks[other]:
                    continue
                reason = "overlap" if policy == "unique" else "contradiction"
                yield _problem(reason, f"rows[{other}]", row=other + 1, other=row + 1)
                count += 1
                if count == MAX_FOUND:
                    return


def _said(row: Row) -> dict[str, object]:
    """Return what a row answers, formulas by their text."""
    return {name: ("=", one.text) if isinstance(one, Formula) else one for name, one in row.then.items()}
