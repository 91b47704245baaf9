"""``dev.py prove P9``: files of a desk come back damaged; each damage is found, told, or does no harm.

A store is opened as a start opens it and checked as ``orderdesk check`` does; typing journals are read back;
and the real desktop starts on a folder of which one small file is damaged, twice.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from devtools.findings import Finding, size_from, tell
from tests.support.databases import sqlite_url_of
from tests.support.desk import found
from tests.support.faults.damage import STORE_DAMAGES, Tally, damage_store, keep_stores
from tests.support.faults.damaged_desk import damage_desk, keep_desk
from tests.support.faults.damaged_files import FILE_DAMAGES, damage_journal
from tests.support.postgres_files import fast_temp_root

USUAL = 2_000  # damaged files in all
_MANY = {"a bit flipped": 8}  # of each kind equally many, but of this so many times as many


def damage_everything(root: Path, size: int) -> list[Tally]:
    """Damage stores and typing journals ``size`` times in all, as evenly as it goes."""
    parts = len(STORE_DAMAGES) + len(FILE_DAMAGES) + sum(_MANY.values()) - len(_MANY)
    each = max(1, -(-size // parts))
    kept, states = keep_stores(root / "kept")
    tallies = []
    for name in STORE_DAMAGES:
        tallies.append(damage_store(root / "work", kept, states, name, range(each * _MANY.get(name, 1))))
        _report(tallies[-1])
    for name in FILE_DAMAGES:
        tallies.append(damage_journal(root / "work", name, range(each)))
        _report(tallies[-1])
    return [*tallies, *damage_desks(root, max(1, size // USUAL))]


def damage_desks(root: Path, each: int) -> list[Tally]:
    """Start the real desktop with each of its small files damaged in each way, ``each`` times."""
    application = QApplication.instance() or QApplication(["orderdesk", "-platform", "offscreen"])
    sample, tallies = root / "sample.sqlite", []
    found(sqlite_url_of(sample))
    keep_desk(root / "kept-desk", sample)
    for name in FILE_DAMAGES:
        tallies.append(damage_desk(root / "work-desk", root / "kept-desk", name, range(each)))
        _report(tallies[-1])
    application.processEvents()
    return tallies


def _report(tally: Tally) -> None:
    print("\n".join([*tally.faults[:20], _line(tally)]), file=sys.stderr, flush=True)


def _line(tally: Tally) -> str:
    counts = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tally.outcomes.items()))
    return f"{tally.damage}: {counts}; not noticed or not told"


def findings_of(tallies: Sequence[Tally]) -> list[Finding]:
    """Return what must hold of each kind of damage."""
    files, faults = sum(one.outcomes.total() for one in tallies), sum(len(one.faults) for one in tallies)
    findings = [Finding(_line(tally), "0", str(len(tally.faults))) for tally in tallies]
    return [*findings, Finding(f"faults after {files} damaged files in all", "0", str(faults))]


def main(words: Sequence[str] | None = None) -> int:
    """Print the findings; 1 where one of them is not as it must be."""
    size = size_from(words, USUAL)
    logging.disable(logging.CRITICAL)  # what the program says of each is counted here
    with tempfile.TemporaryDirectory(prefix="orderdesk-damage-", dir=fast_temp_root()) as folder:
        return tell(findings_of(damage_everything(Path(folder), size)))


if __name__ == "__main__":
    sys.exit(main())
