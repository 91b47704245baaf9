"""The proof of leaks: screens and windows come and go, orders are keyed for hours, and nothing stays behind.

Threads, timers, widgets, windows, file handles, connections and objects are counted before and after.
"""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import update
from sqlalchemy.pool import QueuePool

from orderdesk.app import Desktop
from orderdesk.intake.sample import sample_id
from orderdesk.models import Person
from orderdesk.services.desk import Desk
from orderdesk.ui.backend import Backend
from orderdesk.ui.screens.entry.session import DraftSession
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.keying_desk import key_order, until
from tests.support.windows import press

CTRL = Qt.KeyboardModifier.ControlModifier
ALL_ROLES = "clerk warehouse manager finance administrator"
HANDLES = Path("/proc/self/fd")
KEYS = {"customer": sample_id("customer", "C1001"), "item": sample_id("item", "A105")}
AREAS = (
    "entry", "desk", "orders", "inbox", "warehouse", "customers", "customer", "items", "item", "matrix",
    "daycheck",
    "importing", "prices", "adjustments",
)  # fmt: skip
ALONE = ("threads", "timers", "widgets", "windows", "handles", "connections", "rows", "orders")


@dataclass(frozen=True)
class Census:
    """What there is at a moment."""

    counts: dict[str, int]
    objects: int
    kinds: Counter[str] = field(default_factory=Counter)

    def grown_since(self, before: Census) -> dict[str, int]:
        """Return what there is more of than before, that must not grow."""
        return {
            name: self.counts[name] - before.counts[name]
            for name in ALONE
            if self.counts[name] > before.counts[name]
        }

    def new_objects(self, before: Census, most: int = 5) -> str:
        """Return which kinds of objects there are more of, in words."""
        more = self.kinds - before.kinds
        return ", ".join(f"{kind} {count}" for kind, count in more.most_common(most))


def forget_what_went() -> None:
    """Let what was closed be deleted: without an event loop of its own, nothing else does it."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class LeakDesk:
    """The real program over a sample store, driven without a test framework, so that all is its own."""

    def __init__(self, url: str, folder: Path) -> None:
        self.sample: SampleDesk = open_sample_desk(url)
        with self.sample.store.writing() as session, session.begin():
            session.execute(update(Person).where(Person.code == "lina").values(roles=ALL_ROLES))
        self.backend = Backend(self.sample.store, self.sample.door, self.sample.ports, folder, "test")
        memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        memory.setValue("desk/person", "lina")
        self.desktop = Desktop(self.backend, memory)
        self.desktop.start()
        self.desktop.window.activateWindow()
        until(lambda: self.backend.person is not None and self.desktop.is_settled and self.backend.is_idle)

    def close(self) -> None:
        """End the program: its windows first, as a person does."""
        self.settle()
        windows = tuple(self.desktop.windows.all)
        for window in windows:
            window.close()
        self.desktop.stop()
        for one in (*windows, self.backend, self.desktop):
            one.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    def settle(self) -> None:
        """Let everything come that is under way, and everything go that was let go."""
        for _ in range(3):
            until(lambda: self.backend.is_idle)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QCoreApplication.processEvents()
            gc.collect()

    def census(self) -> Census:
        """Count everything."""
        self.settle()
        found = gc.get_objects()
        kinds = Counter(f"{type(one).__module__}.{type(one).__qualname__}" for one in found)
        pool = self.sample.store.engine.pool
        timers = sum(
            len(root.findChildren(QTimer))
            for root in (*QApplication.topLevelWidgets(), QApplication.instance())
            if root is not None
        )
        counts = {
            "threads": threading.active_count(),
            "timers": timers,
            "widgets": len(QApplication.allWidgets()),
            "windows": len(QApplication.topLevelWidgets()),
            "handles": len(list(HANDLES.iterdir())) if HANDLES.is_dir() else 0,
            "connections": pool.checkedout() if isinstance(pool, QueuePool) else 0,
            "rows": sum(1 for one in found if isinstance(one, Desk)),  # the facts of a desk, whole
            "orders": sum(1 for one in found if isinstance(one, DraftSession)),  # on screen, and to be undone
        }
        return Census(counts, len(found), kinds)

    # what is done again and again

    def screens(self) -> None:
        """Open every area in a tab, those of one document with one, and close it again."""
        window = self.desktop.window
        before = len(window.tabs.screens)
        for area in AREAS:
            window.documents.open_document(area, KEYS.get(area), new_tab=True)
            until(lambda: self.backend.is_idle)
            if len(window.tabs.screens) > before:
                window.run_action("tab.close")
            until(lambda: self.backend.is_idle and len(window.tabs.screens) == before)
            forget_what_went()

    def windows(self) -> None:
        """Open a further window, its search box, keys and notices, and close it."""
        every, first = self.desktop.windows, self.desktop.window
        every.open_window()
        until(lambda: len(every.all) > 1 and self.backend.is_idle)
        window = next(one for one in every.all if one is not first)
        for action in ("palette", "help.keys", "notices"):
            window.run_action(action)
            until(lambda: self.backend.is_idle)
            press(Qt.Key.Key_Escape)
        window.close()
        until(lambda: len(every.all) == 1 and self.backend.is_idle)
        forget_what_went()

    def order(self) -> None:
        """Key an order and send it; two minutes pass."""
        window = self.desktop.window
        window.documents.open_area("entry")
        window.activateWindow()
        until(lambda: self.backend.is_idle and QApplication.focusWidget() is not None)
        key_order(self.desktop, "C2001", ("A105", "1"), ("B210", "1"))
        press(Qt.Key.Key_Return, CTRL)
        until(lambda: self.backend.is_idle)
        self.sample.clock.advance(timedelta(minutes=2))


@dataclass(frozen=True)
class Leak:
    """What was done how often, and what there was before and after it."""

    what: str
    times: int
    before: Census
    after: Census

    @property
    def grown(self) -> dict[str, int]:
        """What there is more of, that must not be."""
        return self.after.grown_since(self.before)

    @property
    def objects_each(self) -> float:
        """How many objects stay behind each time."""
        return (self.after.objects - self.before.objects) / self.times


def watched(desk: LeakDesk, what: str, act: Callable[[], None], times: int, warm_up: int = 2) -> Leak:
    """Do it some times, until everything is there that is made once; then count, do it, and count again."""
    for _ in range(warm_up):
        act()
    before = desk.census()
    for _ in range(times):
        act()
    return Leak(what, times, before, desk.census())


@contextmanager
def leak_desk(url: str, folder: Path) -> Iterator[LeakDesk]:
    """Yield the program at work over the store at ``url``."""
    desk = LeakDesk(url, folder)
    try:
        yield desk
    finally:
        desk.close()
