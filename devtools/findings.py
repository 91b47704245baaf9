"""What a proof found: each thing beside what it must be, printed, and made into an exit code."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: what was expected and what was found."""

    what: str
    expected: str
    found: str

    @property
    def holds(self) -> bool:
        """Return whether it is as it must be."""
        return self.expected == self.found


def tell(findings: Sequence[Finding]) -> int:
    """Print the findings as a table; return 1 where one of them is not as it must be."""
    width = max(len(finding.what) for finding in findings)
    for finding in findings:
        verdict = "ok" if finding.holds else f"FAILED, expected {finding.expected}"
        print(f"{finding.what:<{width}}  {finding.found.strip()}  {verdict}")
    return int(not all(finding.holds for finding in findings))


def size_from(words: Sequence[str] | None, usual: int) -> int:
    """Return the size that ``dev.py prove ID --size N`` passed on, else the usual one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=usual)
    size: int = parser.parse_args(words).size
    return size
