"""The program as people start it, on a sample store of its own, with answers that can be slow on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from orderdesk.app import Desktop
from orderdesk.errors import OrderDeskError
from orderdesk.models import Order, OrderLine, ScheduleLine
from orderdesk.services.store import Reader
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.words import Language
from tests.support.desk import SampleDesk
from tests.support.keystrokes import KEYING, Keystrokes, MouseBlock, let_the_window_work
from tests.support.windows import focused

Booked = tuple[tuple[str, Decimal], ...]


@dataclass
class _Asked:
    """A read under way: when its answer may be there, and the answer once it is."""

    due: float
    run: Callable[[], None] | None = None


class SlowBackend(Backend):
    """A backend whose reads answer ``slowness`` seconds late, by the clock of the session that is played."""

    slowness = 0.0
    now = 0.0
    _asked: list[_Asked]

    def read(
        self,
        work: Callable[[Reader], Any],
        done: Callable[[Any], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        if not self.slowness:
            super().read(work, done, failed)
            return
        asked = _Asked(self.now + self.slowness)
        self._asked.append(asked)

        def answered(value: Any) -> None:
            asked.run = lambda: done(value)

        super().read(work, answered, failed)

    @property
    def is_waited_for(self) -> bool:
        """Whether an answer is still to be let through."""
        return bool(self._asked)

    def due(self) -> list[_Asked]:
        """Return what was asked so long ago that its answer should be there."""
        return [asked for asked in self._asked if asked.due <= self.now + 1e-9]

    def answer(self, asked: _Asked) -> None:
        """Let an answer through."""
        assert asked.run is not None
        self._asked.remove(asked)
        asked.run()


@dataclass
class Office:
    """The running program, and short ways to say what is played and what came of it."""

    qtbot: QtBot
    sample: SampleDesk
    backend: SlowBackend
    desktop: Desktop

    @property
    def window(self) -> MainWindow:
        """The window in front."""
        return self.desktop.window

    @property
    def entry(self) -> EntryScreen:
        """The order on top."""
        screen = self.window.current_screen
        assert isinstance(screen, EntryScreen)
        return screen

    @property
    def said(self) -> str:
        """The newest message of the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""

    def place(self) -> object:
        """Where the keys go: a cell as row and column, else the name of the box."""
        box = focused()
        screen = self.window.current_screen
        if isinstance(screen, EntryScreen):
            grid = screen.lines.grid
            if box is grid or grid.isAncestorOf(box):
                return grid.current_row(), grid.current_key()
        return box.objectName()

    def session(self, *, slowness: float = 0.0, between: float = KEYING, turns: bool = True) -> Keystrokes:
        """Return a session at this pace; without ``turns`` the window gets none between two keys."""
        self.backend.slowness, self.backend.now = slowness, 0.0

        def pause(seconds: float) -> None:
            self.backend.now = seconds
            if turns:
                let_the_window_work(seconds)
                self._let_through()

        return Keystrokes(self.place, pause, between)

    def settle(self) -> None:
        """Wait until nothing is under way; what was held back comes now."""
        self.backend.now = float("inf")
        while True:
            self._let_through()
            self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=10_000)
            QCoreApplication.processEvents()
            if self.backend.is_idle and not self.backend.is_waited_for:
                break
        self.backend.slowness = 0.0

    def come_back(self) -> None:
        """Give the window its focus back: offscreen, nobody does after a dialog."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow, timeout=5_000)

    def orders(self, *, since: frozenset[UUID] = frozenset()) -> list[tuple[str, str, Booked]]:
        """Return number, state and lines of all orders that the desk wrote, oldest first."""
        with self.backend.store.reading() as connection:
            found = connection.execute(
                select(Order.id, Order.number, Order.state).where(Order.source == "").order_by(Order.number)
            ).all()
            lines = connection.execute(
                select(OrderLine.order_id, OrderLine.code, OrderLine.quantity).order_by(OrderLine.position)
            ).all()
        return [
            (
                row.number,
                row.state,
                tuple((line.code, line.quantity) for line in lines if line.order_id == row.id),
            )
            for row in found
            if row.id not in since
        ]

    def known(self) -> frozenset[UUID]:
        """Return the ids of all orders there are."""
        with self.backend.store.reading() as connection:
            return frozenset(connection.execute(select(Order.id)).scalars())

    def deliveries(self, number: str) -> list[list[tuple[Decimal, object]]]:
        """Return quantity and date of the schedule lines of an order, line by line."""
        with self.backend.store.reading() as connection:
            rows = connection.execute(
                select(OrderLine.position, ScheduleLine.quantity, ScheduleLine.requested)
                .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
                .join(Order, Order.id == OrderLine.order_id)
                .where(Order.number == number)
                .order_by(OrderLine.position, ScheduleLine.position)
            ).all()
        found: dict[int, list[tuple[Decimal, object]]] = {}
        for row in rows:
            found.setdefault(row.position, []).append((row.quantity, row.requested))
        return list(found.values())

    def _let_through(self) -> None:
        for asked in self.backend.due():
            self.qtbot.waitUntil(partial(_has_come, asked), timeout=10_000)
            if asked.run is not None:
                self.backend.answer(asked)


def _has_come(asked: _Asked) -> bool:
    return asked.run is not None


@contextmanager
def open_office(
    qtbot: QtBot,
    sample: SampleDesk,
    folder: Path,
    shown_in: Language = "en",
    person: str = "lina",
    size: tuple[int, int] = (1366, 768),
) -> Iterator[Office]:
    """Start the program for somebody on a sample store; the mouse is blocked until it ends."""
    language().switch_to(shown_in)
    backend = SlowBackend(sample.store, sample.door, sample.ports, folder, "test")
    backend._asked = []
    memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
    memory.setValue("desk/person", person)
    desktop = Desktop(backend, memory)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    block = MouseBlock(application)
    with qtbot.waitActive(desktop.window):
        desktop.start()
        desktop.window.resize(*size)
        desktop.window.activateWindow()
    qtbot.waitUntil(lambda: backend.person is not None and backend.is_idle, timeout=10_000)
    try:
        yield Office(qtbot, sample, backend, desktop)
        assert block.tried == 0, "the session needed the mouse"
    finally:
        block.lift()
        backend.slowness = 0.0
        windows = tuple(desktop.windows.all)
        for window in windows:
            window.close()
        desktop.stop()
        for one in (*windows, backend, desktop):  # a window that stays would be restyled by every later test
            one.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
