"""The orders list in a window, over a store of the sample company."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orderdesk.ui.backend import Backend
from orderdesk.ui.screen import Area
from orderdesk.ui.screens.orders.screen import OrdersScreen
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.desk_world import Desks, DeskWorld
from tests.ui.desk.conftest import Opened


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@dataclass
class World(DeskWorld):
    """A running desk with its window, the list on top."""

    screen: OrdersScreen

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
    desks = Desks(sample, qtbot, tmp_path)

    def areas(backend: Backend) -> tuple[Area, ...]:
        roles = frozenset({"clerk", "manager", "finance"})
        make = partial(OrdersScreen, backend)
        return (
            Area("entry", "ui.area.entry", "file-plus", Opened, roles, many=True, takes_new=True),
            Area("orders", "ui.area.orders", "list", make, roles, starts=roles),
        )

    def opening(code: str = "lina", size: tuple[int, int] = (1366, 768)) -> World:
        opened = desks.open(code, areas, size)
        screen = opened.window.current_screen
        assert isinstance(screen, OrdersScreen)
        world = World(sample, opened.backend, opened.window, qtbot, screen)
        world.settle()
        return world

    yield opening
    desks.stop()
