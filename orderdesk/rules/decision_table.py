"""Decision tables as data: rows of typed conditions with outputs, evaluated by a bitmap index per column.

A table comes in as parsed JSON (``rules/tables.py``); loading a file is the business of ``services``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from orderdesk.errors import UserError
from orderdesk.rules.cells import MEASURED, NUMERIC, Cell, FactType
from orderdesk.rules.formulas import Formula, FormulaError
from orderdesk.rules.hit_policies import RANKED, SINGLE, Aggregation, HitPolicy, chosen, ranking
from orderdesk.rules.measures import FactValue, Measured, Money, as_text, figure_of
from orderdesk.rules.table_index import ColumnIndex, index_column

MAX_NEAR = 5
Outputs = Mapping[str, FactValue]


@dataclass(frozen=True, slots=True)
class Column:
    """An input: which fact it looks at, of which type; ``choices`` are the only values its cells may name.

    ``measure`` is the currency or unit of its figures. ``optional``: the fact may be null; ``low``, ``high``
    and ``step`` say which figures there are. These three are for the checks of a table, never for deciding.
    """

    fact: str
    type: FactType
    choices: frozenset[str] = frozenset()
    measure: str = ""
    optional: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """An output column; ``order`` lists its values, the one with the highest priority first."""

    name: str
    type: FactType
    measure: str = ""
    order: tuple[FactValue, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One rule: a cell per input column, a value or a formula per output."""

    cells: tuple[Cell, ...]
    then: Mapping[str, FactValue | Formula]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """Facts with the answer that somebody expects of them: the rows, and the outputs where they are given."""

    facts: Mapping[str, FactValue]
    rows: tuple[int, ...]
    outputs: tuple[Outputs, ...] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class NearRow:
    """A row that only one column refused: which, what it asked for, and what the fact was."""

    row: int  # 1, 2, … as the grid shows it
    fact: str
    cell: str
    value: str


@dataclass(frozen=True)
class Decision:
    """What a table answered: the rows that decided (1-based), their outputs, the facts as evaluated.

    ``seen``: figures are bare, in the currency or unit of their column. ``total`` is the one figure of a
    table that adds up, counts, or takes the least or most; elsewhere null.
    """

    table: str
    version: int
    rows: tuple[int, ...]
    outputs: tuple[Outputs, ...]
    seen: Mapping[str, FactValue]
    total: FactValue = None

    @cached_property
    def facts(self) -> Mapping[str, str]:
        """The facts as evidence keeps them; made when asked, as most decisions are not kept."""
        return {fact: as_text(value) for fact, value in self.seen.items()}


@dataclass(frozen=True)
class DecisionTable:
    """A version of a rule table. ``uses``: facts that only formulas ask for."""

    name: str
    version: int
    hit_policy: HitPolicy
    inputs: tuple[Column, ...]
    outputs: tuple[Output, ...]
    rows: tuple[Row, ...] = field(repr=False)
    aggregation: Aggregation = ""
    uses: tuple[Column, ...] = ()
    examples: tuple[Example, ...] = field(default=(), repr=False)

    @cached_property
    def indexes(self) -> tuple[ColumnIndex, ...]:
        """The index of each column, top to bottom."""
        return tuple(
            index_column([row.cells[place] for row in self.rows], column.type)
            for place, column in enumerate(self.inputs)
        )

    @cached_property
    def _asked(self) -> tuple[Column, ...]:
        return (*self.inputs, *self.uses)

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(column.fact for column in self._asked)

    @cached_property
    def _all_rows(self) -> int:
        return (1 << len(self.rows)) - 1

    def decide(self, facts: Mapping[str, FactValue]) -> Decision:
        """Return what the rows answer that all columns let through; facts that no column names are ignored.

        Raises:
            UserError: a fact that the table names is absent or of another type (its params say which), rows
                contradict each other where the hit policy forbids it, or a formula has no value.
        """
        values = self._checked(facts)
        hits = self._all_rows
        for index, value in zip(self.indexes, values, strict=False):
            hits &= index.matching(value)
        if self.hit_policy == "first":
            hits &= -hits  # the lowest bit is the topmost row
        rows = list(bits(hits))
        figures = self._figures(values) if self.uses or self._has_formulas else {}
        found = [(row, self._outputs(row, figures)) for row in rows]
        if self.hit_policy in _STRICT and len(found) > 1:
            self._refuse_contradiction(found)
        if self.hit_policy in RANKED or self.hit_policy == "any":
            found = chosen(self.hit_policy, found, lambda hit: self._ranks(list(hit[1].values())))
        return Decision(
            self.name,
            self.version,
            tuple(row + 1 for row, _ in found),
            tuple(then for _, then in found),
            dict(zip(self._names, values, strict=True)),
            self._total([then for _, then in found]),
        )

    def near_misses(self, facts: Mapping[str, FactValue]) -> tuple[NearRow, ...]:
        """Return at most 5 rows that exactly one column refused; above its row where one row answers."""
        values = self._checked(facts)
        clean, once = self._all_rows, 0
        masks = [index.matching(value) for index, value in zip(self.indexes, values, strict=False)]
        for mask in masks:
            once = (once & mask) | (clean & ~mask)
            clean &= mask
        if self.hit_policy in SINGLE and clean:
            once &= (1 << self._winner(clean, facts)) - 1
        found = []
        for row in bits(once):
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
            for column in self._asked
        }

    def _winner(self, hits: int, facts: Mapping[str, FactValue]) -> int:
        if self.hit_policy == "priority":
            return self.decide(facts).rows[0] - 1
        return (hits & -hits).bit_length() - 1

    def _checked(self, facts: Mapping[str, FactValue]) -> list[FactValue]:
        """Return the facts of all columns as compared: figures of the columns' currency or unit bare."""
        return [self._typed(self._fact(facts, column), column) for column in self._asked]

    def _fact(self, facts: Mapping[str, FactValue], column: Column) -> FactValue:
        try:
            return facts[column.fact]
        except KeyError:
            raise UserError("problem.table.fact.absent", table=self.name, fact=column.fact) from None

    def _typed(self, value: FactValue, column: Column) -> FactValue:
        """Return the fact as compared: a whole number as decimal, an empty text or set as null."""
        kind, wanted = type(value), _PYTHON_TYPES[column.type]
        if kind is int:
            value = Decimal(value)  # type: ignore[arg-type] # its type was asked just now
        elif value is None or ((kind is str or kind is frozenset) and not value):
            return None
        elif kind is wanted and kind is not Decimal:
            return value
        if column.type in MEASURED:
            figure, measure = figure_of(value) or (value, column.measure)
            if measure != column.measure or (
                figure is not value and not isinstance(value, _KINDS[column.type])
            ):
                raise UserError(
                    "problem.table.fact.measure",
                    table=self.name, fact=column.fact, value=as_text(value), measure=column.measure,
                )  # fmt: skip
            value = figure
        if type(value) is not wanted or (isinstance(value, Decimal) and not value.is_finite()):
            raise UserError("problem.table.fact.type", table=self.name, fact=column.fact, type=column.type)
        return value

    # ── what hits say ────────────────────────────────────────────────────────────────────────────────────

    @cached_property
    def _has_formulas(self) -> bool:
        return any(isinstance(value, Formula) for row in self.rows for value in row.then.values())

    def _figures(self, values: Sequence[FactValue]) -> dict[str, Decimal]:
        return {
            column.fact: value
            for column, value in zip(self._asked, values, strict=True)
            if isinstance(value, Decimal)
        }

    def _outputs(self, row: int, figures: Mapping[str, Decimal]) -> Outputs:
        then = self.rows[row].then
        if not self._has_formulas:
            return then  # type: ignore[return-value] # none of them is a formula
        return {
            output.name: self._computed(value, row, output, figures)
            if isinstance(value, Formula) else value
            for output in self.outputs
            for value in (then.get(output.name),)
        }  # fmt: skip

    def _computed(
        self, formula: Formula, row: int, output: Output, figures: Mapping[str, Decimal]
    ) -> FactValue:
        missing = formula.names - figures.keys()
        if missing:
            name = min(missing)
            raise UserError("problem.table.formula.null", table=self.name, row=row + 1, fact=name)
        try:
            return in_measure(formula.compute(figures), output.type, output.measure)
        except FormulaError:
            raise UserError(
                "problem.table.formula.value", table=self.name, row=row + 1, formula=formula.text
            ) from None

    @cached_property
    def _ranks(self) -> Callable[[Sequence[object]], tuple[int, ...]]:
        return ranking([output.order for output in self.outputs])

    def _refuse_contradiction(self, found: Sequence[tuple[int, Outputs]]) -> None:
        """Raise where several rows of a *unique* table apply, or rows of an *any* table differ."""
        if self.hit_policy == "unique" or any(then != found[0][1] for _, then in found[1:]):
            rows = ", ".join(str(row + 1) for row, _ in found)
            raise UserError(f"problem.table.hits.{self.hit_policy}", table=self.name, rows=rows)

    def _total(self, outputs: Sequence[Outputs]) -> FactValue:
        if not self.aggregation:
            return None
        if self.aggregation == "count":
            return Decimal(len(outputs))
        output = self.outputs[0]
        values = [value for value in (then.get(output.name) for then in outputs) if value is not None]
        if not values:
            return None
        if self.aggregation == "sum":
            total = sum((_figure(value) for value in values), Decimal(0))
            return in_measure(total, output.type, output.measure)
        choose = min if self.aggregation == "min" else max
        return choose(values, key=_figure)


_STRICT = frozenset({"unique", "any"})
_KINDS: Mapping[str, type] = {"money": Money, "quantity": Measured}
_PYTHON_TYPES: Mapping[str, type] = {
    **dict.fromkeys(NUMERIC, Decimal), "date": date, "text": str, "choice": str, "person": str,
    "set": frozenset, "yes_no": bool,
}  # fmt: skip


def in_measure(value: Decimal, kind: str, measure: str) -> FactValue:
    """Return a bare figure as what it is: money, a quantity, or the number itself."""
    if kind == "money":
        return Money(value, measure)
    return Measured(value, measure) if kind == "quantity" else value


def _figure(value: FactValue) -> Decimal:
    measured = figure_of(value)
    if measured is not None:
        return measured[0]
    if isinstance(value, date):
        return Decimal(value.toordinal())
    return value if isinstance(value, Decimal) else Decimal(0)


def _from_text(text: str, fact_type: FactType) -> FactValue:
    if not text:
        return None
    if fact_type == "date":
        return date.fromisoformat(text)
    if fact_type in NUMERIC:
        return Decimal(text)
    if fact_type == "yes_no":
        return text == "yes"
    return frozenset(text.split(", ")) if fact_type == "set" else text


def bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
