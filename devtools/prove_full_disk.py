"""``dev.py prove P8``: the disk is full at every write of a deed; it is said, nothing is lost, it goes on.

A small disk in memory is mounted, which needs root, and filled up but for some bytes, each time a few more.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.findings import Finding, size_from, tell
from devtools.running import SetupProblem
from tests.support.databases import sqlite_url_of
from tests.support.desk import found
from tests.support.faults.deeds import DEEDS
from tests.support.faults.full_disk import SmallDisk, Tally, fill_up
from tests.support.faults.worlds import SqliteWorld

DEEDS_FILLED = ("save", "edit", "submit", "approve", "ship")
USUAL = 4_096  # bytes of room more at each try: one page


@contextmanager
def small_disk() -> Iterator[Path]:
    """Yield the folder of a disk of 24 MB. Raises ``SetupProblem`` where none can be mounted."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-full-") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "orderdesk-full", folder]
        done = subprocess.run(mount, capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise SetupProblem(f"prove P8 mounts a small disk, which needs root: {done.stderr.strip()}")
        try:
            yield Path(folder)
        finally:
            unmount = ["umount", folder]
            subprocess.run(unmount, check=True)


def _line(tally: Tally) -> str:
    return f"{tally.deed}: faults after {tally.refused} full disks, {tally.done} commands done in the end"


def findings_of(tallies: Sequence[Tally]) -> list[Finding]:
    """Return what must hold of the deeds."""
    return [Finding(_line(tally), "0", str(len(tally.faults))) for tally in tallies]


def main(words: Sequence[str] | None = None) -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where no disk can be mounted."""
    step = size_from(words, USUAL)
    try:
        with small_disk() as folder:
            sample = folder / "sample.sqlite"
            found(sqlite_url_of(sample))
            world = SqliteWorld(folder / "world", sample)
            tallies = [fill_up(world, DEEDS[name], SmallDisk(folder), step) for name in DEEDS_FILLED]
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    for tally in tallies:
        print("\n".join(tally.faults[:20]), file=sys.stderr)
    return tell(findings_of(tallies))


if __name__ == "__main__":
    sys.exit(main())
