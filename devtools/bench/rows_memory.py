"""How much memory a desk takes on the large store, and how much more after a day of keying.

A day is eight hours of one clerk: 320 orders, one in a minute and a half, keyed and sent in the real window.
What a desk fetches and builds with its first orders belongs to it; the day counts from the tenth.
"""

from __future__ import annotations

import gc
import os
import shutil
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtWidgets import QApplication

from devtools.bench.rows_keys import wait_for
from devtools.bench.rows_store import large_store
from devtools.bench.table import limit
from orderdesk.app import Desktop
from orderdesk.ports import Ports
from orderdesk.services.registry import open_door
from orderdesk.services.store import open_store
from orderdesk.ui.backend import Backend

if TYPE_CHECKING:
    from collections.abc import Iterator

    from devtools.bench.place import Place
    from devtools.bench.table import Row

MOST_MB, MOST_MORE = 400.0, 1.05
ORDERS, FIRST, LINES = 320, 10, 5


def rows(place: Place) -> Iterator[Row]:
    """Yield the memory of the opened desk, and what the day makes of it."""
    from tests.support.keying_desk import key_order
    from tests.support.windows import press

    _application = QApplication.instance() or QApplication([])
    store = place.folder / "memory.sqlite"
    shutil.copyfile(large_store(place), store)  # the orders of the day must not stay in the kept one
    desktop = open_desk(f"sqlite:///{store.as_posix()}", place.folder)
    backend = desktop.backend
    # Nobody measures how long that takes here.
    wait_for(
        lambda: desktop.window.current_screen is not None and desktop.is_settled and backend.is_idle,
        seconds=600,
    )
    gc.collect()
    yield limit("memory with a desk open on the large store", used_mb(), MOST_MB, "MB")
    desk = backend.desk()
    customers = cycle(one.code for one in islice(desk.customers.values(), 500) if one.status == "active")
    items = cycle(item.code for item in islice(desk.items.values(), 2_000) if item.active)
    before = 0.0
    first, count = (1, 2) if place.small else (FIRST, ORDERS)
    for number in range(count):
        key_order(desktop, next(customers), *((next(items), "2") for _ in range(LINES)))
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        wait_for(lambda: backend.is_idle)
        # A program is back in its event loop between two keys, and what was closed goes; here nothing would.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if number + 1 == first:
            gc.collect()
            before = used_mb()
    gc.collect()
    yield limit(
        f"memory after a day of {ORDERS} orders, times that of its start", used_mb() / before, MOST_MORE, ""
    )
    for window in tuple(desktop.windows.all):
        window.close()
    desktop.stop()


def open_desk(url: str, folder: Path) -> Desktop:
    """Return the program with its window up on a store; who sits there is a clerk."""
    ports = Ports()
    store = open_store(url)
    backend = Backend(store, open_door(store, ports), ports, folder, "bench")
    desktop = Desktop(backend, QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat))
    desktop.start()
    desktop.window.activateWindow()
    return desktop


def used_mb() -> float:
    """Return how many megabytes of memory this process has in use now; the most it had where no one tells."""
    told = Path("/proc/self/statm")
    if told.exists():
        return int(told.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
