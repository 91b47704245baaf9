"""The table: a row each with value, floor, ratio and bar, as text and as JSON; who misses a bar fails it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LIMIT = "a fixed limit"


@dataclass(frozen=True)
class Row:
    """One figure and its floor, measured in the same run.

    ``value_ms`` and ``floor_ms`` are milliseconds where ``unit`` names nothing else. ``floor_is`` says in a
    few words what the floor does.
    """

    name: str
    value_ms: float
    floor_ms: float
    bar: float
    unit: str = "ms"
    floor_is: str = ""
    tries: int = 1

    @property
    def ratio(self) -> float:
        """How many times the floor the value is; without end where there is no floor to compare with."""
        return self.value_ms / self.floor_ms if self.floor_ms > 0 else float("inf")

    @property
    def met(self) -> bool:
        """Whether the ratio is within its bar."""
        return self.ratio <= self.bar

    def as_json(self) -> dict[str, Any]:
        """Return the row for programs."""
        return {
            "name": self.name,
            "value": round(self.value_ms, 4),
            "floor": round(self.floor_ms, 4),
            "unit": self.unit,
            "ratio": round(self.ratio, 3) if self.floor_ms > 0 else None,
            "bar": self.bar,
            "met": self.met,
            "floor_is": self.floor_is,
            "tries": self.tries,
        }


def row_from_json(entry: Mapping[str, Any]) -> Row:
    """Return the row that a process of its own has measured and written down."""
    return Row(
        name=entry["name"], value_ms=entry["value"], floor_ms=entry["floor"], bar=entry["bar"],
        unit=entry["unit"], floor_is=entry["floor_is"], tries=entry["tries"],
    )  # fmt: skip


def limit(name: str, value: float, most: float, unit: str = "ms") -> Row:
    """Return a row whose bar is a fixed figure and no ratio: the limit stands where the floor does."""
    return Row(name, value, most, 1.0, unit, LIMIT)


def exit_code(rows: Sequence[Row]) -> int:
    """Return 0 if there are rows and each is within its bar, else 1."""
    return 0 if rows and all(row.met for row in rows) else 1


def as_json(rows: Sequence[Row]) -> str:
    """Return the table for programs."""
    entries = [row.as_json() for row in rows]
    return json.dumps({"rows": entries, "met": exit_code(rows) == 0}, indent=2, ensure_ascii=False)


def as_text(rows: Sequence[Row]) -> str:
    """Return the table for people, its columns aligned."""
    head = ("row", "value", "floor", "", "ratio", "bar", "")
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[at]) for line in cells) for at in range(len(head))]
    aligned = (
        "  ".join(
            text.rjust(width) if at in (1, 2, 4, 5) else text.ljust(width)
            for at, (text, width) in enumerate(zip(line, widths, strict=True))
        )
        for line in cells
    )
    return "\n".join(line.rstrip() for line in aligned)


def _cells(row: Row) -> tuple[str, ...]:
    verdict = "met" if row.met else "MISSED"
    if row.tries > 1:
        verdict += f" at try {row.tries}" if row.met else f" {row.tries} times"
    return (
        row.name, _figure(row.value_ms), _figure(row.floor_ms), row.unit,
        f"{row.ratio:.2f}", f"{row.bar:g}", verdict,
    )  # fmt: skip


def _figure(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3f}" if value < 10 else f"{value:.1f}"
