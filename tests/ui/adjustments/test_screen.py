"""Price adjustments in their window, by keys: from a list's change to the published document and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.ui.areas import make_areas
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Person
from orderdesk.ui.screens.adjustments.screen import AdjustmentsScreen
from orderdesk.ui.screens.prices.screen import PricesScreen
from tests.services.test_adjusting import entries, line, price_on, published
from tests.services.test_adjusting_impact import sell
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import press, show, type_text

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


class World:
    """A running desk with its window, for Zhang Wei, manager."""

    def __init__(self, sample: SampleDesk, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.backend = Backend(sample.store, sample.door, sample.ports, folder, "test")
        with qtbot.waitSignal(self.backend.ready, timeout=5000):
            self.backend.start()
        self.backend.set_person(sample_id("person", "zhangwei"))
        person = self.backend.person
        assert person is not None
        self.window = MainWindow(make_areas(self.backend))
        self.window.resize(1366, 768)
        self.window.set_person(Person(person.id, person.name_en, person.roles))
        show(qtbot, self.window)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

    def adjustments(self) -> AdjustmentsScreen:
        if not isinstance(self.window.current_screen, AdjustmentsScreen):
            self.window.run_action("prices.adjustments")
        self.settle()
        screen = self.window.current_screen
        assert isinstance(screen, AdjustmentsScreen)
        return screen

    @property
    def said(self) -> str:
        message = self.window.strip.message
        return message.text if message is not None else ""


@pytest.fixture
def open_world(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], World]]:
    made: list[World] = []

    def opening() -> World:
        made.append(World(sample, qtbot, tmp_path))
        return made[-1]

    yield opening
    for world in made:
        world.backend.stop()


def test_a_change_of_many_becomes_an_adjustment_and_is_taken_back(
    sample: SampleDesk, open_world: Callable[[], World]
) -> None:
    sell(sample, "C2002", ("A105", "2"))
    world = open_world()
    prices = world.window.open_area("prices")
    world.settle()
    assert isinstance(prices, PricesScreen)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_B, CTRL | SHIFT)
    type_text("+5")
    prices.card.change.adjust_button.setFocus()
    press(Qt.Key.Key_Space)
    screen = world.adjustments()
    assert len(screen.form.model.rows) == 62
    assert [row.item.code for row in screen.form.model.rows[:2]] == ["A105", "A107"]
    type_text("oak is dearer")
    press(Qt.Key.Key_Return)
    type_text("900")
    press(Qt.Key.Key_Return)
    world.settle()
    assert screen.form.met_model.rows[0].code == "C2002"
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert world.said.startswith("PA-")
    assert "is scheduled" in world.said
    assert price_on(sample, date(2026, 3, 10)) == 900
    assert screen.form.grid.editor() is None
    type_text("5")  # what is published cannot be typed into
    assert screen.form.grid.editor() is None
    press(Qt.Key.Key_Escape)
    type_text("b")
    type_text("a mistake")
    press(Qt.Key.Key_Return)
    world.settle()
    assert "is rolled back" in world.said
    assert entries(sample) == [("880", "None", "None")]


def test_an_adjustment_is_written_by_keys_in_chinese(
    sample: SampleDesk, open_world: Callable[[], World]
) -> None:
    published(sample, line(sample, "1080", "1100", "A107"))
    world = open_world()
    language().switch_to("zh")
    screen = world.adjustments()
    assert screen.title() == "调价单"
    screen.first_focus()
    model = screen.list.view.rows_model
    assert model.index(0, model.column_of("state")).data() == "已排期"
    type_text("n")
    press(Qt.Key.Key_Return)  # the reason may wait
    type_text("a105")
    press(Qt.Key.Key_Return)
    world.settle()
    assert screen.form.grid.current_key() == "new_price"
    type_text("700")
    press(Qt.Key.Key_Return)
    assert screen.form.model.rows[0].crossing == "down"
    assert not screen.form.grid.isColumnHidden(screen.form.model.column_of("note"))
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert screen.presenter.problems[0].code == "problem.adjustment.reason"
    press(Qt.Key.Key_F8, CTRL)
    assert screen.form.reason.hasFocus()
    type_text("x")
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert price_on(sample, date(2026, 3, 10)) == 700
    assert "已排期" in world.said


def test_what_is_not_saved_is_not_lost_by_closing(
    sample: SampleDesk, open_world: Callable[[], World]
) -> None:
    world = open_world()
    screen = world.adjustments()
    screen.first_focus()
    assert screen.form._none.isHidden()
    screen.run_action("prices.new")
    assert not screen.can_close()
    assert "not saved" in world.said
    screen._drop()
    assert screen.can_close()
