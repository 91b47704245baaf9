"""The stage of the tour: a store of its own, the real desktop on it, and ways to wait for what it does."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QSettings,
    QTimer,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from orderdesk.app import Desktop, make_sample_store
from orderdesk.clock import FixedClock, SystemClock
from orderdesk.config import Config, as_store_url
from orderdesk.errors import Bug, OrderDeskError
from orderdesk.ports import Ports, fixed_ports
from orderdesk.services.desk import PersonFacts
from orderdesk.services.registry import open_door
from orderdesk.services.store import Reader, open_store
from orderdesk.tour.folders import SCREEN
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.theme import theme

log = logging.getLogger(__name__)

T = TypeVar("T")

FIXED_START = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # a Monday, 10:00 in Shanghai
PATIENCE_S = 20.0  # longer than anything takes on a slow machine; a step that waits longer has failed
_LOOK_AGAIN_MS = 5
_LAYOUTS_DEEP = 8
# What Qt says of its offscreen platform, of fonts (ours are in resources), and of the locale.
_CHATTER = ("This plugin does not support", "QFontDatabase: Cannot find font directory", "Detected locale")


class Stage:
    """A desk of the sample company, of whose store nobody else knows."""

    def __init__(self, config: Config, folder: Path, *, fixed: bool) -> None:
        self.watch = SystemClock()
        self.faults: list[str] = []
        self.clock = FixedClock(FIXED_START) if fixed else None
        self._old_hook = sys.excepthook
        self._old_messages = qInstallMessageHandler(self._qt_says)
        sys.excepthook = self._unexpected
        self.application = _application()
        language().switch_to("zh")
        theme().apply(self.application)
        self.backend = self._open_backend(config, folder)
        memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        self.desktop = Desktop(self.backend, memory)
        self.backend.fault.connect(self._fault)

    @property
    def window(self) -> Any:
        """The main window."""
        return self.desktop.window

    def raise_curtain(self) -> None:
        """Show the window and wait until somebody can work in it."""
        self.desktop.start()
        self.window.resize(*SCREEN)
        self.window.activateWindow()
        self.wait_until("ready", lambda: self.backend.person is not None)
        self.wait_until("focus", self.window.isActiveWindow)
        self.settle()

    def close(self) -> None:
        """Close the window, let everything finish, and put the process back as it was."""
        try:
            self.window.close()
            self._wait_quietly(lambda: self.backend.is_idle)
            self.desktop.window.deleteLater()  # no timer of a screen may ask for a lane that is closed
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self.desktop.stop()
            self.desktop.deleteLater()
            self.backend.deleteLater()
            self.application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        finally:
            sys.excepthook = self._old_hook
            qInstallMessageHandler(self._old_messages)

    # time

    def take_keys(self) -> None:
        """Let the windows take what waits for them now; nothing is waited for."""
        self.application.processEvents()

    def settle(self) -> None:
        """Wait until nothing is under way: no read, no write, and nothing that follows from them."""
        self.wait_until("idle", self._is_idle)
        for _ in range(_LAYOUTS_DEEP):  # a layout that has found its size asks the one around it
            self.application.processEvents()
        if QGuiApplication.focusWindow() is None:  # offscreen, nobody gives the focus back after a dialog
            self.window.activateWindow()
            self.wait_until("focus", self.window.isActiveWindow)

    def wait_until(self, what: str, condition: Callable[[], bool]) -> None:
        """Let the program run until ``condition`` holds. Raises ``Bug`` ``tour.fault.late`` after a while."""
        if not self._wait_quietly(condition):
            raise Bug("tour.fault.late", what=what, seconds=int(PATIENCE_S))
        self.check_faults()

    def check_faults(self) -> None:
        """Raise ``Bug`` ``tour.fault.unexpected`` if anything broke, also if only the strip says so."""
        said = [message.text for message in self.window.strip.history if message.severity == "error"]
        if self.faults or said:
            raise Bug("tour.fault.unexpected", detail=[*self.faults, *said][0])

    def pass_minutes(self, minutes: int) -> None:
        """Let a fixed clock go on; another one goes by itself."""
        if self.clock is not None:
            self.clock.advance(timedelta(minutes=minutes))

    # what the store has

    def read(self, work: Callable[[Reader], T]) -> T:
        """Return what a read finds in the store, past the windows."""
        with self.backend.store.reading() as connection:
            return work(connection)

    def person(self, code: str) -> PersonFacts:
        """Return a person of the sample company."""
        return next(one for one in self.backend.desk().people.values() if one.code == code)

    @contextmanager
    def shown_in(self, name: str) -> Iterator[None]:
        """Show everything in another language, as the switch in the status bar does, and switch back."""
        before = language().current
        language().switch_to("zh" if name == "zh" else "en")
        self.settle()
        try:
            yield
        finally:
            language().switch_to(before)
            self.settle()

    # inside

    def _open_backend(self, config: Config, folder: Path) -> Backend:
        """Return the backend on a new store. Door and screens draw ids from sources of their own.

        They run on different threads: from one source, which of them is faster would decide who gets which.
        """
        url = as_store_url(str(folder / "tour.sqlite"))
        clock = self.clock
        make_sample_store(url, Ports() if clock is None else fixed_ports(clock, seed=1))
        at_door = Ports() if clock is None else fixed_ports(clock, seed=2)
        at_desk = Ports() if clock is None else fixed_ports(clock, seed=3)
        store = open_store(url)
        return Backend(store, open_door(store, at_door), at_desk, folder, config.device)

    def _wait_quietly(self, condition: Callable[[], bool]) -> bool:
        """Let the program run until ``condition`` holds; return whether it came to that in time."""
        end = self.watch.monotonic() + PATIENCE_S
        again = QTimer(interval=_LOOK_AGAIN_MS)  # wakes the loop: a condition may come true without an event
        again.start()
        while not condition():
            if self.watch.monotonic() > end:
                return False
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        return True

    def _is_idle(self) -> bool:
        self.application.processEvents()  # what a result set off may ask for more
        return self.backend.is_idle

    @Slot(object)
    def _fault(self, fault: OrderDeskError) -> None:
        self.faults.append(str(fault))

    def _unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.critical("unexpected fault", exc_info=(kind, error, trace))
        self.faults.append(f"{kind.__name__}: {error}")

    def _qt_says(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if not text.startswith(_CHATTER):
            log.warning("Qt: %s", text)


def _application() -> QApplication:
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("windows need a QApplication")
    return application
