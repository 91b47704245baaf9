"""Garbage is collected on the GUI thread alone.

Python collects wherever it happens to allocate. On the thread of a lane that would take widgets apart away
from their own thread, while the GUI thread waits for a lock of Qt's that this needs: the desk stands still.
So while any lane is open nothing is collected by itself, and a timer does it here.
"""

from __future__ import annotations

import gc
from functools import cache

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 250


class Collector(QObject):
    """Collects between two events, as much as Python itself would have; made on the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._open = 0
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def begin(self) -> None:
        """Another lane has a thread: from the first one on garbage waits for this thread."""
        self._open += 1
        if self._open == 1:
            gc.disable()
            self._timer.start()

    def end(self) -> None:
        """A lane has ended its thread; after the last one Python collects by itself again."""
        self._open -= 1
        if self._open == 0:
            self._timer.stop()
            gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation whose turn it is."""
        due = [
            generation
            for generation, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > limit
        ]
        if due:
            gc.collect(due[-1])


@cache
def collector() -> Collector:
    """Return the one collector of this process."""
    return Collector()
