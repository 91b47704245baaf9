"""Tables for tests: of one column or several, and what a plain scan would say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from orderdesk.rules.cells import Cell, Interval
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.tables import read_table


def made(
    inputs: Sequence[Mapping[str, Any]], rows: Sequence[Sequence[Any]], policy: str = "COLLECT", **more: Any
) -> DecisionTable:
    """Return a table whose rows are a cell for each input and then a value for each output."""
    outputs = more.pop("outputs", [{"name": "answer", "type": "text"}])
    names, said = [one["fact"] for one in inputs], [one["name"] for one in outputs]
    return read_table({
        "format": 1, "name": "t", "version": 1, "hit_policy": policy, "inputs": inputs, "outputs": outputs,
        "rows": [
            {
                "when": dict(zip(names, row, strict=False)),
                "then": dict(zip(said, row[len(names) :], strict=False)),
            }
            for row in rows
        ], **more,
    })  # fmt: skip


def inside(interval: Interval, value: Any) -> bool:
    """Return whether a value lies in a stretch."""
    low, high = interval.low, interval.high
    above = low is None or value > low or (interval.low_in and value == low)
    return bool(above and (high is None or value < high or (interval.high_in and value == high)))


def plain_match(cell: Cell, value: Any) -> bool:
    """Return whether one cell lets one value through, without any index."""
    if cell.kind == "any" or value is None:
        return cell.matches_null()
    if cell.kind == "intervals":
        return any(inside(interval, value) for interval in cell.intervals)
    if cell.kind == "contains":
        return cell.values[0] in value
    if cell.kind == "starts_with":
        return bool(value.startswith(cell.values[0]))
    found = set(cell.values) & value if isinstance(value, frozenset) else value in cell.values
    return cell.kind != "empty" and bool(found) is (cell.kind == "in")
