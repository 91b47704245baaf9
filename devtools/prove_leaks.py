"""``dev.py prove leaks``: screens and windows open and close, orders are keyed for eight hours of the clock.

``--size`` is how often everything is opened and closed; five orders are keyed for each. Offscreen, on SQLite.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.findings import Finding, size_from, tell

if TYPE_CHECKING:
    from tests.proofs.leaks import Leak

SIZE = 50
ORDERS = 5  # for each round: 250, one in two minutes of the desk's clock, are more than eight hours
MOST_OBJECTS = 40  # that may stay behind each time: the desk remembers what was done last


def main(words: Sequence[str] | None = None) -> int:
    """Print what there was before and after; 1 where something stays behind."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from orderdesk.ui.theme import theme
    from tests.proofs.leaks import leak_desk, watched
    from tests.support.databases import sqlite_url_of
    from tests.support.desk import found

    size = size_from(words, SIZE)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    theme().apply(application)
    codes = []
    with tempfile.TemporaryDirectory(prefix="orderdesk-leaks-") as name:
        url = sqlite_url_of(Path(name) / "sample.sqlite")
        found(url)
        with leak_desk(url, Path(name)) as desk:
            for what, act, times in (
                ("screens opened and closed", desk.screens, size),
                ("windows opened and closed", desk.windows, size),
                ("orders keyed and sent", desk.order, ORDERS * size),
            ):
                codes.append(tell(findings_of(watched(desk, what, act, times, warm_up=5))))
                sys.stdout.flush()
    return max(codes)


def findings_of(leak: Leak) -> list[Finding]:
    """Return what must hold of one kind of coming and going."""
    before = ", ".join(f"{count} {name}" for name, count in leak.before.counts.items())
    grown = ", ".join(f"{count} {name}" for name, count in leak.grown.items())
    kinds = leak.after.new_objects(leak.before)
    few = "few" if leak.objects_each <= MOST_OBJECTS else f"{leak.objects_each:.0f} each: {kinds}"
    return [
        Finding(f"{leak.times} {leak.what}: before {before}; more of them after", "none", grown or "none"),
        Finding(f"{leak.what}: {leak.objects_each:.1f} objects stay each time", "few", few),
    ]


if __name__ == "__main__":
    sys.exit(main())
