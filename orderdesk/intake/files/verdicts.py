"""What became of each row of a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from orderdesk.intake.files.rows import Finding

State = Literal["created", "changed", "unchanged", "rejected"]
STATES: tuple[State, ...] = ("created", "changed", "unchanged", "rejected")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a row, or on a dry run would; ``key`` is the code or number that it is about."""

    row: int
    key: str
    state: State
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class FileImport:
    """What an import did, or on a dry run would do.

    ``left`` counts the rows behind the one at which somebody stopped it; ``orders`` and ``total``, the exact
    sum in the currency of each order, speak of the orders of an orders file that are in the store afterwards.
    """

    file: str
    family: str
    read_as: str
    verdicts: tuple[Verdict, ...]
    left: int = 0
    orders: int = 0
    totals: tuple[tuple[str, Decimal], ...] = ()

    def counts(self) -> dict[State, int]:
        """Return how many rows came to each state."""
        found = Counter(verdict.state for verdict in self.verdicts)
        return {state: found[state] for state in STATES}

    @property
    def rejected(self) -> Sequence[Verdict]:
        """The rows that are not in the store."""
        return [verdict for verdict in self.verdicts if verdict.state == "rejected"]
