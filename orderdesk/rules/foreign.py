"""What tables of other formats have in common: what was answered, and why a file is refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from orderdesk.errors import Problem, UserError

MAX_NEAR = 5
Json = object  # what JSON knows, figures as Decimal


@dataclass(frozen=True, slots=True)
class NearCell:
    """A row that one column refused: which, what its cell asked for, what the value was."""

    row: int
    column: str
    cell: str
    value: Json


@dataclass(frozen=True, slots=True)
class Answer:
    """What a table of another format answered, the rows that decided (1-based), and near misses."""

    output: Json
    rows: tuple[int, ...]
    near: tuple[NearCell, ...] = ()


class LanguageError(ValueError):
    """An expression cannot be read; ``reason`` is the last part of ``problem.table.expression.…``."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(f"{reason} {name}")
        self.reason, self.name = reason, name


def fault_of(error: LanguageError, path: str, text: str) -> Problem:
    """Return the problem that says why an expression at ``path`` is refused."""
    return Problem(f"problem.table.expression.{error.reason}", path, {"text": text, "name": error.name})


def refused(problems: Sequence[Problem], name: str) -> UserError:
    """Return the error that refuses a file, with everything that is wrong with it."""
    return UserError("problem.table.foreign", tuple(problems), table=name)


def scan(
    rows: int, columns: int, lets_through: Callable[[int, int], bool], first_only: bool
) -> tuple[list[int], list[tuple[int, int]]]:
    """Return the rows that every column lets through, and (row, column) where only one refused (5 at most).

    Rows and columns count from 0. With ``first_only`` the scan ends at the first row that hits.
    """
    hits: list[int] = []
    near: list[tuple[int, int]] = []
    for row in range(rows):
        refusing: list[int] = []
        for column in range(columns):
            if not lets_through(row, column):
                refusing.append(column)
                if len(refusing) > 1:
                    break
        if not refusing:
            hits.append(row)
            if first_only:
                break
        elif len(refusing) == 1 and len(near) < MAX_NEAR:
            near.append((row, refusing[0]))
    return hits, near


def as_json(value: object) -> Json:
    """Return a value as JSON has it: figures stay decimals, days and times become ISO texts."""
    if value is None or isinstance(value, (bool, str, int, Decimal)):
        return value
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): as_json(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_json(entry) for entry in value]
    return str(value)
