"""``dev.py prove P10``: the clock jumps a year, an hour, stands still and drifts while orders are taken.

``--size`` is the number of orders, each from the first key to the goods issue over one jump at one step.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from devtools.findings import Finding, size_from, tell

SIZE = 1_200


def main(words: Sequence[str] | None = None) -> int:
    """Print what was done; 1 where something was refused or lost because of the clock."""
    from tests.proofs.clock_jumps import jump_about
    from tests.support.databases import sqlite_url_of
    from tests.support.desk import found

    with tempfile.TemporaryDirectory(prefix="orderdesk-clock-") as name:
        url = sqlite_url_of(Path(name) / "sample.sqlite")
        found(url)
        counts = jump_about(url, Path(name), size_from(words, SIZE))
    jumps = ", ".join(f"{times} {jump}" for jump, times in counts.jumps.items())
    done = f"{counts.orders} orders, {counts.commands} commands ({jumps})"
    return tell(
        [
            Finding(f"{done}; refused", "none", "; ".join(counts.refused[:5]) or "none"),
            Finding("dates, numbers, journal, jobs", "right", "; ".join(counts.wrong[:5]) or "right"),
        ]
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
