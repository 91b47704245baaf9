"""Reads a decision table from its documented JSON form, naming everything that is wrong with it at once.

::

    {"format": 1, "name": "approval", "version": 1, "hit_policy": "collect",
     "inputs": [{"fact": "amount", "type": "number"},
                {"fact": "tier", "type": "choice", "choices": ["vip", "a"]}],
     "outputs": [{"name": "role", "type": "text"}, {"name": "step", "type": "number"}],
     "rows": [{"when": {"amount": "> 20000"}, "then": {"role": "manager", "step": "1"}}]}

A column that a row does not name is ``any``; an output that it does not name is null. Numbers are texts or
integers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import cast

from orderdesk.errors import Problem, UserError
from orderdesk.rules.cells import FACT_TYPES, Cell, CellError, FactType, read_cell, read_number
from orderdesk.rules.decision_table import Column, Decision, DecisionTable, HitPolicy, NearRow, Output, Row

FORMAT = 1


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
        if policy not in {"first", "collect"}:
            self.fault("policy", "hit_policy", value=str(policy))
        inputs = self.columns(source)
        outputs = self.output_columns(source)
        rows = tuple(
            self.row(entry, f"rows[{number}]", inputs, outputs)
            for number, entry in enumerate(self.entries(source, "rows"))
        )
        return DecisionTable(str(name), version, cast(HitPolicy, policy), inputs, outputs, rows)

    def entries(self, source: Mapping[str, object], key: str) -> list[Mapping[str, object]]:
        listed = source.get(key)
        if not isinstance(listed, Sequence) or isinstance(listed, str) or not listed:
            self.fault("shape", key)
            return []
        found = [entry if isinstance(entry, Mapping) else {} for entry in listed]
        for number, entry in enumerate(listed):
            if not isinstance(entry, Mapping):
                self.fault("shape", f"{key}[{number}]")
        return found

    def columns(self, source: Mapping[str, object]) -> tuple[Column, ...]:
        columns: list[Column] = []
        for number, entry in enumerate(self.entries(source, "inputs")):
            fact, fact_type = entry.get("fact"), entry.get("type")
            choices = entry.get("choices", ())
            if not isinstance(fact, str) or fact in {column.fact for column in columns}:
                self.fault("column", f"inputs[{number}]", value=str(fact))
            elif fact_type not in FACT_TYPES:
                self.fault("type", f"inputs[{number}].type", value=str(fact_type))
            elif not _is_list_of_texts(choices):
                self.fault("shape", f"inputs[{number}].choices")
            else:
                named = frozenset(cast(Sequence[str], choices))
                columns.append(Column(fact, cast(FactType, fact_type), named))
        return tuple(columns)

    def output_columns(self, source: Mapping[str, object]) -> tuple[Output, ...]:
        outputs: list[Output] = []
        for number, entry in enumerate(self.entries(source, "outputs")):
            name, output_type = entry.get("name"), entry.get("type")
            if not isinstance(name, str) or name in {output.name for output in outputs}:
                self.fault("column", f"outputs[{number}]", value=str(name))
            elif output_type not in {"text", "number"}:
                self.fault("type", f"outputs[{number}].type", value=str(output_type))
            else:
                outputs.append(Output(name, output_type))
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
        return Row(
            cells, {output.name: self.value(then.get(output.name), output, path) for output in outputs}
        )

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
            return read_cell(text, column.type, column.choices)
        except CellError as error:
            self.fault(f"cell.{error.reason}", f"{path}.{column.fact}", cell=str(text), type=column.type)
            return Cell("any", "any")

    def value(self, value: object, output: Output, path: str) -> str | Decimal | None:
        if value is None or (isinstance(value, str) and output.type == "text"):
            return value
        try:
            if output.type == "text" or isinstance(value, bool) or not isinstance(value, (str, int)):
                raise CellError("form")
            return read_number(str(value))
        except CellError:
            self.fault("output", f"{path}.{output.name}", value=str(value), type=output.type)
            return None


def _is_list_of_texts(value: object) -> bool:
    return (
        isinstance(value, Sequence)
        and not isinstance(value, str)
        and all(isinstance(one, str) for one in value)
    )


__all__ = ["Column", "Decision", "DecisionTable", "NearRow", "Output", "Row", "read_table"]
