"""``dev.py prove P6``: the power goes after each thing a deed did to its files, and nothing told is lost.

The SQL of the real stack is played through an SQLite whose files are watched. For each point the disk is made
as it could be: what was not synced dropped, kept, partly there, or torn between sectors. Stock SQLite opens
it, and of each 50 distinct ones one is opened and checked by the program.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from devtools.findings import Finding, size_from, tell
from tests.support.databases import sqlite_url_of
from tests.support.desk import found
from tests.support.faults.deeds import DEEDS
from tests.support.faults.file_deeds import FILE_DEEDS
from tests.support.faults.power import Tally, cut_power, cut_power_of_files
from tests.support.faults.worlds import SqliteWorld
from tests.support.postgres_files import fast_temp_root

USUAL = 6  # ways in which a disk keeps things partly, and in which it tears them, at each point
DEEDS_CUT = ("save", "edit", "submit", "ship", "import", "migrate", "attach")
FEWEST_STATES = 20_000  # at the usual size


def cut_everywhere(root: Path, ways: int) -> list[Tally]:
    """Cut the power of every deed at every point."""
    sample = root / "sample.sqlite"
    found(sqlite_url_of(sample))
    world = SqliteWorld(root / "sqlite", sample)
    tallies = []
    for name in DEEDS_CUT:
        tallies.append(cut_power(world, DEEDS[name], ways))
        _report(tallies[-1])
    for deed in FILE_DEEDS.values():
        tallies.append(cut_power_of_files(root, deed, ways * 4))
        _report(tallies[-1])
    return tallies


def _report(tally: Tally) -> None:
    print("\n".join([*tally.faults[:20], _line(tally)]), file=sys.stderr, flush=True)


def _line(tally: Tally) -> str:
    counts = f"{tally.states} states, {tally.distinct} distinct, {tally.started} opened by the program"
    return f"{tally.deed}: faults in {counts}, at {tally.points} points"


def findings_of(tallies: Sequence[Tally], ways: int) -> list[Finding]:
    """Return what must hold of the deeds."""
    states, faults = sum(one.states for one in tallies), sum(len(one.faults) for one in tallies)
    findings = [Finding(_line(tally), "0", str(len(tally.faults))) for tally in tallies]
    if ways >= USUAL:
        enough = f"at least {FEWEST_STATES}"
        findings.append(Finding("states in all", enough, enough if states >= FEWEST_STATES else str(states)))
    return [*findings, Finding(f"faults in {states} states in all", "0", str(faults))]


def main(words: Sequence[str] | None = None) -> int:
    """Print the findings; 1 where one of them is not as it must be."""
    ways = size_from(words, USUAL)
    with tempfile.TemporaryDirectory(prefix="orderdesk-power-", dir=fast_temp_root()) as folder:
        return tell(findings_of(cut_everywhere(Path(folder), ways), ways))


if __name__ == "__main__":
    sys.exit(main())
