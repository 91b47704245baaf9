"""What the tour found out: facts, which are equal from run to run, and timings, which never are."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from orderdesk.errors import Bug
from orderdesk.values import plain

FORMAT = 1


@dataclass(frozen=True, slots=True)
class StepRow:
    """What one step left: its name, how long it took without its pictures, and its files below ``out``."""

    name: str
    milliseconds: int
    keys: int
    files: tuple[str, ...]

    @property
    def word(self) -> str:
        """The code of the words that say what happens in it."""
        return f"tour.step.{self.name}"


@dataclass(frozen=True, slots=True)
class Played:
    """A tour that was played to its end."""

    out: Path
    steps: tuple[StepRow, ...]
    facts: dict[str, Any]
    milliseconds: int

    @property
    def pictures(self) -> int:
        """How many pictures were taken, of windows and of pages."""
        return sum(file.endswith(".png") for step in self.steps for file in step.files)

    @property
    def papers(self) -> int:
        """How many delivery notes were saved."""
        return sum(file.endswith(".pdf") for step in self.steps for file in step.files)


@dataclass(slots=True)
class Record:
    """Collects facts and steps while the tour is played."""

    facts: dict[str, Any] = field(default_factory=dict)
    steps: list[StepRow] = field(default_factory=list)

    def note(self, family: str, **facts: object) -> None:
        """Keep facts, as texts where JSON has no exact form."""
        self.facts.setdefault(family, {}).update({name: as_fact(value) for name, value in facts.items()})

    def write(self, file: Path, *, fixed: bool, milliseconds: int, failed: str = "") -> None:
        """Write ``tour.json``; the facts come out in the order in which they were found, always the same."""
        timings = {
            "total_ms": milliseconds,
            "steps": [{"step": step.name, "ms": step.milliseconds, "keys": step.keys} for step in self.steps],
        }
        content = {"format": FORMAT, "fixed": fixed, "facts": self.facts, "timings": timings}
        if failed:
            content["failed"] = failed
        file.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def as_fact(value: object) -> Any:
    """Return a value as JSON can hold it exactly: amounts, quantities and days as texts."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): as_fact(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_fact(entry) for entry in value]
    return value


def expect(what: str, found: object, expected: object) -> None:
    """Compare what was found with what should be. Raises ``Bug`` ``tour.fault.fact`` where they differ."""
    if found != expected:
        raise Bug("tour.fault.fact", what=what, found=str(found), expected=str(expected))
