"""Customers and items as records in a window, over a store of the sample company."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.ui.areas import make_areas
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.records.list_screen import RecordListScreen
from orderdesk.ui.records.screen import RecordScreen
from orderdesk.ui.screen import Person
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import show


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@dataclass(slots=True)
class World:
    """A running desk with its window and all its areas."""

    sample: SampleDesk
    backend: Backend
    window: MainWindow
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until all that was asked of the lanes is done and shown."""
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

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

    @property
    def said(self) -> str:
        """The message in the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., World]]:
    """Open the desk for Zhou Min, who keeps the master data, unless another person is named."""
    made: list[Backend] = []

    def opening(code: str = "zhoumin", size: tuple[int, int] = (1366, 768)) -> World:
        backend = Backend(sample.store, sample.door, sample.ports, tmp_path, "test")
        made.append(backend)
        with qtbot.waitSignal(backend.ready, timeout=5000):
            backend.start()
        backend.set_person(sample_id("person", code))
        person = backend.person
        assert person is not None
        window = MainWindow(make_areas(backend))
        window.resize(*size)
        window.set_person(Person(person.id, person.name_en, person.roles))
        show(qtbot, window)
        world = World(sample, backend, window, qtbot)
        world.settle()
        return world

    yield opening
    for backend in made:
        backend.stop()
