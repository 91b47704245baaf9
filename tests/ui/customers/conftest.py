"""Customers and items as records in a window, over a store of the sample company."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from orderdesk.ui.areas import make_areas
from orderdesk.ui.records.list_screen import RecordListScreen
from orderdesk.ui.records.screen import RecordScreen
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.desk_world import Desks, DeskWorld


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@dataclass
class World(DeskWorld):
    """A running desk with its window and all its areas."""

    def open_list(self, area: str) -> RecordListScreen:
        """Go to a list of records."""
        screen = self.window.open_area(area)
        assert isinstance(screen, RecordListScreen)
        self.settle()
        return screen

    @property
    def record(self) -> RecordScreen[Any]:
        """The record on top."""
        screen = self.window.current_screen
        assert isinstance(screen, RecordScreen)
        return screen

    def open_record(self, area: str, key: object | None) -> RecordScreen[Any]:
        """Open a record in its tab."""
        self.window.open_document(area, key)
        self.settle()
        return self.record


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Open the desk for Zhou Min, who keeps the master data, unless another person is named."""
    desks = Desks(sample, qtbot, tmp_path)

    def opening(code: str = "zhoumin", size: tuple[int, int] = (1366, 768)) -> World:
        opened = desks.open(code, make_areas, size)
        world = World(sample, opened.backend, opened.window, qtbot)
        world.settle()
        return world

    yield opening
    desks.stop()
