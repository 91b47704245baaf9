"""A table as the text of its file: the form that ``tables.py`` reads, in one order, one line for each row.

The same table gives the same text, so that two versions differ in the lines that somebody changed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from orderdesk.rules.decision_table import Column, DecisionTable, Example, Output, Row
from orderdesk.rules.formulas import Formula
from orderdesk.rules.hit_policies import AGGREGATIONS, POLICIES
from orderdesk.rules.measures import FactValue, as_text, figure_of
from orderdesk.rules.tables import FORMAT
from orderdesk.values import plain

_LISTS = ("inputs", "outputs", "uses", "rows", "examples")


def table_source(table: DecisionTable) -> dict[str, object]:
    """Return a table as JSON has it; ``read_table`` makes the same table of it."""
    policies = {policy: name for name, policy in POLICIES.items()}
    source: dict[str, object] = {
        "format": FORMAT, "name": table.name, "version": table.version,
        "hit_policy": policies[table.hit_policy],
    }  # fmt: skip
    if table.aggregation:
        source["aggregation"] = next(name for name, how in AGGREGATIONS.items() if how == table.aggregation)
    source["inputs"] = [_column(column) for column in table.inputs]
    source["outputs"] = [_output(output) for output in table.outputs]
    if table.uses:
        source["uses"] = [_column(column) for column in table.uses]
    source["rows"] = [_row(row, table) for row in table.rows]
    if table.examples:
        source["examples"] = [_example(example) for example in table.examples]
    return source


def table_text(table: DecisionTable) -> str:
    """Return the text of a table's file."""
    parts = []
    for key, value in table_source(table).items():
        if key in _LISTS and isinstance(value, list):
            lines = ",\n    ".join(json.dumps(one, ensure_ascii=False) for one in value)
            parts.append(f'  "{key}": [\n    {lines}\n  ]')
        else:
            parts.append(f'  "{key}": {json.dumps(value, ensure_ascii=False)}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _column(column: Column) -> dict[str, object]:
    shown: dict[str, object] = {"fact": column.fact, "type": column.type}
    if column.measure:
        shown["measure"] = column.measure
    if column.choices:
        shown["choices"] = sorted(column.choices)
    if column.optional:
        shown["optional"] = True
    bounds = {"low": column.low, "high": column.high, "step": column.step}
    return shown | {name: plain(bound) for name, bound in bounds.items() if bound is not None}


def _output(output: Output) -> dict[str, object]:
    shown: dict[str, object] = {"name": output.name, "type": output.type}
    if output.measure:
        shown["measure"] = output.measure
    if output.order:
        shown["order"] = [_value(value) for value in output.order]
    return shown


def _row(row: Row, table: DecisionTable) -> dict[str, object]:
    cells = zip(table.inputs, row.cells, strict=True)
    shown: dict[str, object] = {
        "when": {column.fact: cell.text for column, cell in cells if cell.text != "any"}
    }
    shown["then"] = _values(row.then)
    return shown | ({"note": row.note} if row.note else {})


def _example(example: Example) -> dict[str, object]:
    shown: dict[str, object] = {"facts": _values(example.facts, keep_null=True), "rows": list(example.rows)}
    if example.outputs is not None:
        shown["outputs"] = [_values(said) for said in example.outputs]
    return shown | ({"note": example.note} if example.note else {})


def _values(values: Mapping[str, FactValue | Formula], *, keep_null: bool = False) -> dict[str, object]:
    return {name: _value(value) for name, value in values.items() if keep_null or value is not None}


def _value(value: FactValue | Formula) -> object:
    if isinstance(value, Formula):
        return f"= {value.text}"
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, frozenset):
        return sorted(value)
    measured = figure_of(value)
    return as_text(value) if measured is None else plain(measured[0])
