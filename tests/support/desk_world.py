"""What every test of a screen has: a running desk on a sample store, its window, and what the strip says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.ui.backend import Backend
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Area, Person
from tests.support.desk import SampleDesk
from tests.support.windows import show


@dataclass
class DeskWorld:
    """A running desk with its window. Tests of a screen add what is read on it."""

    sample: SampleDesk
    backend: Backend
    window: MainWindow
    qtbot: QtBot

    def settle(self) -> None:
        """Wait until all that was asked of the lanes is done and shown."""
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

    @property
    def said(self) -> str:
        """The message in the strip."""
        message = self.window.strip.message
        return message.text if message is not None else ""


class Desks:
    """Opens desks on one store in one folder, each with a window of its own; ``stop`` ends them all."""

    def __init__(self, sample: SampleDesk, qtbot: QtBot, folder: Path) -> None:
        self._sample, self._qtbot, self._folder = sample, qtbot, folder
        self._made: list[Backend] = []

    def open(
        self, person: str, areas: Callable[[Backend], Sequence[Area]], size: tuple[int, int] = (1366, 768)
    ) -> DeskWorld:
        """Open a desk for a person, with these areas in its window."""
        sample, qtbot = self._sample, self._qtbot
        backend = Backend(sample.store, sample.door, sample.ports, self._folder, "test")
        self._made.append(backend)
        with qtbot.waitSignal(backend.ready, timeout=5000):
            backend.start()
        backend.set_person(sample_id("person", person))
        chosen = backend.person
        assert chosen is not None
        window = MainWindow(areas(backend))
        window.resize(*size)
        window.set_person(Person(chosen.id, chosen.name_en, chosen.roles))
        show(qtbot, window)
        return DeskWorld(sample, backend, window, qtbot)

    def stop(self) -> None:
        """End every desk as the program does."""
        for backend in self._made:
            backend.stop()
