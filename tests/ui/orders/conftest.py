"""The orders list in a window, over a store of the sample company."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Area, Person
from orderdesk.ui.screens.orders.screen import OrdersScreen
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import show
from tests.ui.desk.conftest import Opened


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@dataclass(slots=True)
class World:
    """A running desk with its window, the list on top."""

    sample: SampleDesk
    backend: Backend
    window: MainWindow
    screen: OrdersScreen
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until all that was asked of the lanes is done and shown."""
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

    @property
    def said(self) -> str:
        """The message in the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""

    @property
    def numbers(self) -> list[str]:
        """The numbers of the orders on show."""
        return [row.order.number for row in self.screen.list.view.rows_model.rows]

    @property
    def headers(self) -> list[str]:
        """The words above the columns that can be seen."""
        view = self.screen.list.view
        model = view.rows_model
        return [
            model.headerData(at, Qt.Orientation.Horizontal)
            for at in range(model.columnCount())
            if not view.isColumnHidden(at)
        ]


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Open the list over what the test has put into the store; for Li Na unless another person is named."""
    made: list[Backend] = []

    def opening(code: str = "lina", size: tuple[int, int] = (1366, 768)) -> World:
        backend = Backend(sample.store, sample.door, sample.ports, tmp_path, "test")
        made.append(backend)
        with qtbot.waitSignal(backend.ready, timeout=5000):
            backend.start()
        backend.set_person(sample_id("person", code))
        person = backend.person
        assert person is not None
        roles = frozenset({"clerk", "manager", "finance"})
        window = MainWindow(
            (
                Area("entry", "ui.area.entry", "file-plus", Opened, roles, many=True, takes_new=True),
                Area(
                    "orders", "ui.area.orders", "list", partial(OrdersScreen, backend), roles,
                    starts=roles,
                ),
            )
        )  # fmt: skip
        window.resize(*size)
        window.set_person(Person(person.id, person.name_en, person.roles))
        show(qtbot, window)
        screen = window.current_screen
        assert isinstance(screen, OrdersScreen)
        world = World(sample, backend, window, screen, qtbot)
        world.settle()
        return world

    yield opening
    for backend in made:
        backend.stop()
