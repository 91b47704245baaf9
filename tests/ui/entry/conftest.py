"""A running desk with the sample company, one real window, and a store that can be slow on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from orderdesk.clock import FixedClock
from orderdesk.errors import OrderDeskError
from orderdesk.intake.sample import sample_id
from orderdesk.models import Order, OrderLine, ScheduleLine
from orderdesk.services.desk import CustomerDesk
from orderdesk.services.store import Reader
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Person
from orderdesk.ui.screens.entry.area import make_entry_area
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.ui.tables.grid_view import GridView
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import focused, press, show, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


class SlowBackend(Backend):
    """A backend whose answers about customers can be held back: what a slow search looks like to a screen."""

    holds = False
    _held: list[Callable[[], None]]

    def load_customer(
        self,
        customer_id: UUID,
        done: Callable[[CustomerDesk | None], None],
        failed: Callable[[OrderDeskError], None] | None = None,
    ) -> None:
        super().load_customer(customer_id, lambda customer: self._answer(lambda: done(customer)), failed)

    def _answer(self, run: Callable[[], None]) -> None:
        if self.holds:
            self._held.append(run)
        else:
            run()

    @property
    def held(self) -> int:
        """How many answers wait."""
        return len(self._held)

    def release(self) -> None:
        """Let the answers through that were held back."""
        waiting, self._held = self._held, []
        for run in waiting:
            run()


@dataclass
class EntryDesk:
    """The desk of a test: its window, and short ways to say what is typed and read."""

    qtbot: QtBot
    sample: SampleDesk
    backend: SlowBackend
    window: MainWindow
    data_dir: Path

    @property
    def screen(self) -> EntryScreen:
        """The order on top."""
        screen = self.window.current_screen
        assert isinstance(screen, EntryScreen)
        return screen

    @property
    def grid(self) -> GridView:
        """Its lines."""
        return self.screen.lines.grid

    @property
    def said(self) -> str:
        """The newest message of the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""

    @property
    def place(self) -> Any:
        """Where the keys go: a cell as row and column, else the name of the box."""
        box = focused()
        if box is self.grid or self.grid.isAncestorOf(box):
            return self.grid.current_row(), self.grid.current_key()
        return box.objectName()

    def idle(self) -> None:
        """Wait until nothing is under way and nothing waits to be shown."""
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=10_000)
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=10_000)

    def choose_customer(self, text: str = "hdjj") -> None:
        """Key a customer and wait for its prices."""
        type_text(text)
        press(ENTER)
        self.idle()

    def key_lines(self, *lines: tuple[str, str]) -> None:
        """Key lines of code and quantity from where the cursor is."""
        for code, quantity in lines:
            type_text(code)
            press(ENTER)
            type_text(quantity)
            press(ENTER)
        QCoreApplication.processEvents()

    def submit(self) -> None:
        """Send the order and wait for what comes of it."""
        press(ENTER, CTRL)
        self.idle()

    def go(self, row: int, column: str) -> None:
        """Put the cursor on a cell."""
        self.screen.go_to_cell(row, column)

    def cell(self, row: int, column: str) -> str:
        """Return what a cell shows."""
        model = self.screen.lines.model
        return str(model.index(row, model.column_of(column)).data())

    def orders(self) -> list[tuple[str, str, tuple[tuple[str, Decimal], ...]]]:
        """Return number, state and lines of all orders in the store, oldest first."""
        with self.backend.store.reading() as connection:
            found = connection.execute(
                select(Order.id, Order.number, Order.state).order_by(Order.number)
            ).all()
            return [(row.number, row.state, self._lines(connection, row.id)) for row in found]

    def schedule(self, number: str) -> list[tuple[Decimal, object, str]]:
        """Return quantity, date and address of an order's schedule lines."""
        with self.backend.store.reading() as connection:
            rows = connection.execute(
                select(ScheduleLine.quantity, ScheduleLine.requested, ScheduleLine.deliver_to)
                .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
                .join(Order, Order.id == OrderLine.order_id)
                .where(Order.number == number)
                .order_by(OrderLine.position, ScheduleLine.position)
            )
            return [(row.quantity, row.requested, row.deliver_to) for row in rows]

    @staticmethod
    def _lines(connection: Reader, order_id: UUID) -> tuple[tuple[str, Decimal], ...]:
        statement = (
            select(OrderLine.code, OrderLine.quantity)
            .where(OrderLine.order_id == order_id)
            .order_by(OrderLine.position)
        )
        return tuple((row.code, row.quantity) for row in connection.execute(statement))


def open_entry_desk(qtbot: QtBot, sample: SampleDesk, data_dir: Path) -> EntryDesk:
    """Return a desk at work: facts read, the clerk chosen, a blank order on the screen."""
    backend = SlowBackend(sample.store, sample.door, sample.ports, data_dir, "test")
    backend._held = []
    with qtbot.waitSignal(backend.ready, timeout=10_000):
        backend.start()
    backend.set_person(sample_id("person", "lina"))
    window = MainWindow([make_entry_area(backend)])
    window.resize(1366, 768)
    show(qtbot, window)
    person = backend.person
    assert person is not None
    window.set_person(Person(person.id, person.name, person.roles))
    return EntryDesk(qtbot, sample, backend, window, data_dir)


def close_entry_desk(desk: EntryDesk) -> None:
    """End the backend as the program does after its last window was closed (pytest-qt has closed it)."""
    desk.backend.holds = False
    desk.backend.stop()


@pytest.fixture
def sample_here(sample_sqlite_url: str) -> SampleDesk:
    """The sample company in an SQLite file."""
    return open_sample_desk(sample_sqlite_url)


@pytest.fixture
def desk(qtbot: QtBot, sample_here: SampleDesk, tmp_path: Path) -> Iterator[EntryDesk]:
    """A running desk with a blank order on the screen."""
    opened = open_entry_desk(qtbot, sample_here, tmp_path)
    yield opened
    close_entry_desk(opened)


def clock_of(desk: EntryDesk) -> FixedClock:
    """Return the clock, to be set by the test."""
    return desk.sample.clock


def text_of(widget: QWidget) -> str:
    """Return the text of a box."""
    return str(widget.property("text"))
