"""Reads a decision table from its documented JSON form, naming everything that is wrong with it at once.

::

    {"format": 1, "name": "approval", "version": 1, "hit_policy": "COLLECT",
     "inputs": [{"fact": "amount", "type": "money", "measure": "CNY"},
                {"fact": "tier", "type": "choice", "choices": ["vip", "a"]}],
     "outputs": [{"name": "role", "type": "text"}, {"name": "limit", "type": "money", "measure": "CNY"}],
     "uses": [{"fact": "list", "type": "money", "measure": "CNY"}],
     "rows": [{"when": {"amount": "> 20000"}, "then": {"role": "manager", "limit": "= list * 0.95"}}],
     "examples": [{"facts": {"amount": "30000", "tier": "vip", "list": "100"}, "rows": [1]}]}

Hit policies and aggregations have their names in DMN: UNIQUE, FIRST, ANY, PRIORITY, COLLECT (with
``"aggregation"`` SUM, MIN, MAX or COUNT), RULE ORDER, OUTPUT ORDER. A column that a row does not name is
``any``; an output that it does not name is null. Figures are texts or integers, with the currency or unit of
their column. An output of figures may be a formula: a text that begins with ``=``. ``"order"`` of an output
lists its values, the highest priority first. An input may be ``"optional"`` (it can be null) and say which
figures there are: ``"low"``, ``"high"``, ``"step"``; the checks of the table go by that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import cast

from orderdesk.errors import Problem, UserError
from orderdesk.rules.cells import (
    FACT_TYPES,
    MEASURED,
    NUMERIC,
    Cell,
    CellError,
    FactType,
    figure_reader,
    read_cell,
    read_number,
)
from orderdesk.rules.decision_table import (
    Column,
    Decision,
    DecisionTable,
    Example,
    NearRow,
    Output,
    Outputs,
    Row,
    in_measure,
)
from orderdesk.rules.formulas import NUMBER, Formula, FormulaError, Type, read_formula
from orderdesk.rules.hit_policies import RANKED, aggregation_named, policy_named
from orderdesk.rules.measures import FactValue, Measured, Money

FORMAT = 1
MAX_ROWS = 20_000
MAX_COLUMNS = 100


def read_table(source: Mapping[str, object]) -> DecisionTable:
    """Return the table that parsed JSON describes.

    Raises:
        UserError: ``problem.table.unreadable`` with a problem for each fault, path like ``rows[3].amount``.
    """
    reader = _Reader()
    table = reader.table(source)
    if reader.problems:
        raise UserError("problem.table.unreadable", tuple(reader.problems), table=str(source.get("name", "")))
    return table


class _Reader:
    """Reads on after each fault, so that all of them are listed."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.types: Mapping[str, Type] = {}

    def fault(self, reason: str, path: str, **params: object) -> None:
        self.problems.append(Problem(f"problem.table.{reason}", path, params))

    def table(self, source: Mapping[str, object]) -> DecisionTable:
        if source.get("format") != FORMAT:
            self.fault("format", "format", value=str(source.get("format")))
        name, version, policy = source.get("name"), source.get("version"), source.get("hit_policy")
        if not isinstance(name, str) or not name:
            self.fault("shape", "name")
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            self.fault("shape", "version")
            version = 1
        hit_policy, aggregation = policy_named(policy), aggregation_named(source.get("aggregation"))
        if hit_policy is None:
            self.fault("policy", "hit_policy", value=str(policy))
        inputs = self.columns(source, "inputs")
        uses = self.columns(source, "uses") if source.get("uses") else ()
        outputs = self.output_columns(source)
        if aggregation is None or (aggregation and not _adds_up(hit_policy, aggregation, outputs)):
            self.fault("aggregation", "aggregation", value=str(source.get("aggregation")))
        if hit_policy in RANKED and outputs and not any(output.order for output in outputs):
            self.fault("order", "outputs", value=str(policy))
        self.types = {
            column.fact: _formula_type(column.type, column.measure)
            for column in (*inputs, *uses)
            if column.type in NUMERIC
        }
        rows = tuple(
            self.row(entry, f"rows[{number}]", inputs, outputs)
            for number, entry in enumerate(self.entries(source, "rows", MAX_ROWS))
        )
        examples = self.examples(source, (*inputs, *uses), outputs, len(rows))
        return DecisionTable(
            str(name),
            version,
            hit_policy or "first",
            inputs,
            outputs,
            rows,
            aggregation or "",
            uses,
            examples,
        )

    def entries(
        self, source: Mapping[str, object], key: str, most: int = MAX_COLUMNS
    ) -> list[Mapping[str, object]]:
        listed = source.get(key)
        if not isinstance(listed, Sequence) or isinstance(listed, str) or not 0 < len(listed) <= most:
            self.fault("shape", key)
            return []
        found = [entry if isinstance(entry, Mapping) else {} for entry in listed]
        for number, entry in enumerate(listed):
            if not isinstance(entry, Mapping):
                self.fault("shape", f"{key}[{number}]")
        return found

    def columns(self, source: Mapping[str, object], key: str) -> tuple[Column, ...]:
        columns: list[Column] = []
        for number, entry in enumerate(self.entries(source, key)):
            fact, path, choices = entry.get("fact"), f"{key}[{number}]", entry.get("choices", ())
            fact_type = self.type_of(entry, fact, {column.fact for column in columns}, path)
            if fact_type is None:
                continue
            if not _is_list_of_texts(choices):
                self.fault("shape", f"{path}.choices")
                continue
            named = frozenset(cast(Sequence[str], choices))
            low, high, step = (self.bound(entry, name, path) for name in ("low", "high", "step"))
            if (low is not None and high is not None and low > high) or (step is not None and step <= 0):
                self.fault("bounds", path, value=str(fact))
            columns.append(
                Column(
                    str(fact), fact_type, named, str(entry.get("measure", "")),
                    entry.get("optional") is True, low, high, step,
                )
            )  # fmt: skip
        return tuple(columns)

    def type_of(
        self, entry: Mapping[str, object], name: object, known: set[str], path: str
    ) -> FactType | None:
        """Return the type of a column; ``None`` with a fault where name, type or measure do not do."""
        fact_type, measure = entry.get("type"), entry.get("measure", "")
        if not isinstance(name, str) or name in known:
            self.fault("column", path, value=str(name))
        elif not isinstance(fact_type, str) or fact_type not in FACT_TYPES:
            self.fault("type", f"{path}.type", value=str(fact_type))
        elif not isinstance(measure, str) or bool(measure) is not (fact_type in MEASURED):
            self.fault("measure", f"{path}.measure", value=str(measure), type=fact_type)
        else:
            return cast(FactType, fact_type)
        return None

    def bound(self, entry: Mapping[str, object], name: str, path: str) -> Decimal | None:
        value = entry.get(name)
        if value is None:
            return None
        try:
            if isinstance(value, bool) or not isinstance(value, (str, int)):
                raise CellError("number")
            return read_number(str(value))
        except CellError:
            self.fault("bounds", f"{path}.{name}", value=str(value))
            return None

    def output_columns(self, source: Mapping[str, object]) -> tuple[Output, ...]:
        outputs: list[Output] = []
        for number, entry in enumerate(self.entries(source, "outputs")):
            name, path = entry.get("name"), f"outputs[{number}]"
            output_type = self.type_of(entry, name, {output.name for output in outputs}, path)
            if output_type is None:
                continue
            output = Output(str(name), output_type, str(entry.get("measure", "")))
            order = entry.get("order", ())
            if not isinstance(order, Sequence) or isinstance(order, str):
                self.fault("shape", f"{path}.order")
                order = ()
            values = tuple(self.literal(value, output, f"{path}.order") for value in order)
            outputs.append(Output(output.name, output.type, output.measure, values))
        return tuple(outputs)

    def row(
        self, entry: Mapping[str, object], path: str, inputs: tuple[Column, ...], outputs: tuple[Output, ...]
    ) -> Row:
        when, then = self.part(entry, "when", path), self.part(entry, "then", path)
        known = {column.fact for column in inputs}, {output.name for output in outputs}
        for part, names in zip((when, then), known, strict=True):
            for name in part:
                if name not in names:
                    self.fault("column", f"{path}.{name}", value=name)
        cells = tuple(self.cell(when.get(column.fact, "any"), column, path) for column in inputs)
        values = {output.name: self.value(then.get(output.name), output, path) for output in outputs}
        return Row(cells, values, str(entry.get("note", "")))

    def part(self, entry: Mapping[str, object], key: str, path: str) -> Mapping[str, object]:
        part = entry.get(key, {})
        if isinstance(part, Mapping):
            return part
        self.fault("shape", f"{path}.{key}")
        return {}

    def cell(self, text: object, column: Column, path: str) -> Cell:
        try:
            if not isinstance(text, str):
                raise CellError("form")
            return read_cell(text, column.type, column.choices, column.measure)
        except CellError as error:
            self.fault(f"cell.{error.reason}", f"{path}.{column.fact}", cell=str(text), type=column.type)
            return Cell("any", "any")

    def value(self, value: object, output: Output, path: str) -> FactValue | Formula:
        if isinstance(value, str) and value.lstrip().startswith("=") and output.type in NUMERIC:
            return self.formula(value.strip()[1:], output, f"{path}.{output.name}")
        return self.literal(value, output, f"{path}.{output.name}")

    def formula(self, text: str, output: Output, path: str) -> Formula | None:
        try:
            formula = read_formula(text, self.types)
            if formula.type != _formula_type(output.type, output.measure):
                raise FormulaError("type")
        except FormulaError as error:
            self.fault(f"formula.{error.reason}", path, formula=text.strip(), name=error.name)
            return None
        return formula

    def literal(self, value: object, output: Output | Column, path: str) -> FactValue:
        try:
            return read_value(value, output.type, output.measure)
        except CellError:
            self.fault("output", path, value=str(value), type=output.type)
            return None

    def examples(
        self, source: Mapping[str, object], inputs: tuple[Column, ...], outputs: tuple[Output, ...], rows: int
    ) -> tuple[Example, ...]:
        found: list[Example] = []
        for number, entry in enumerate(
            self.entries(source, "examples", MAX_ROWS) if source.get("examples") else ()
        ):
            path = f"examples[{number}]"
            facts, hit, expected = self.part(entry, "facts", path), entry.get("rows"), entry.get("outputs")
            if not isinstance(hit, list) or not all(type(row) is int and 0 < row <= rows for row in hit):
                self.fault("shape", f"{path}.rows")
                continue
            if expected is not None and not (
                isinstance(expected, list) and all(isinstance(one, Mapping) for one in expected)
            ):
                self.fault("shape", f"{path}.outputs")
                continue
            values = {
                column.fact: self.literal(facts[column.fact], column, f"{path}.{column.fact}")
                for column in inputs
                if column.fact in facts
            }
            answers = None
            if expected is not None:
                answers = tuple(self.answer(one, outputs, path) for one in expected)
            found.append(Example(values, tuple(hit), answers, str(entry.get("note", ""))))
        return tuple(found)

    def answer(self, given: Mapping[str, object], outputs: tuple[Output, ...], path: str) -> Outputs:
        return {one.name: self.literal(given.get(one.name), one, f"{path}.{one.name}") for one in outputs}


def read_value(value: object, kind: FactType, measure: str = "") -> FactValue:
    """Return a fact or an output as JSON gives it, in its type; ``CellError`` where it is none of it.

    Figures are texts, integers or decimals, money and quantities with or without their currency or unit
    (``{"amount": …, "currency": …}``, ``{"quantity": …, "unit": …}``, ``"12 CNY"``); sets are lists.
    """
    if value is None:
        return None
    if kind in NUMERIC:
        return _read_figure(value, kind, measure)
    if kind == "yes_no":
        if isinstance(value, bool):
            return value
        if value in ("yes", "no"):  # a list is in no set
            return value == "yes"
    elif kind == "set":
        if _is_list_of_texts(value):
            return frozenset(cast(Sequence[str], value))
    elif isinstance(value, str):
        if kind != "date" or not value:
            return value
        found = figure_reader("date")(value)
        return found if isinstance(found, date) else None
    raise CellError("form")


def _read_figure(value: object, kind: FactType, measure: str) -> FactValue:
    if isinstance(value, Mapping):
        named, unit = ("amount", "currency") if kind == "money" else ("quantity", "unit")
        if kind not in MEASURED or set(value) != {named, unit} or not isinstance(value[unit], str):
            raise CellError("form")
        figure = _bare(value[named], "number", "")
        return Money(figure, value[unit]) if kind == "money" else Measured(figure, value[unit])
    return in_measure(_bare(value, kind, measure), kind, measure)


def _bare(value: object, kind: FactType, measure: str) -> Decimal:
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise CellError("form")
    if isinstance(value, int):
        return Decimal(value)
    found = figure_reader(kind, measure)(value)
    if not isinstance(found, Decimal):
        raise CellError("form")
    return found


def _formula_type(kind: FactType, measure: str) -> Type:
    return (kind, measure) if kind in MEASURED else NUMBER


def _adds_up(policy: str | None, aggregation: str, outputs: Sequence[Output]) -> bool:
    if policy != "collect" or len(outputs) != 1:
        return False
    kinds = {"count": FACT_TYPES, "sum": NUMERIC}.get(aggregation, NUMERIC | {"date"})
    return outputs[0].type in kinds


def _is_list_of_texts(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(isinstance(one, str) for one in value)
    )


__all__ = ["Column", "Decision", "DecisionTable", "NearRow", "Output", "Row", "read_table", "read_value"]
