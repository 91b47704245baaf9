"""Taking in a file in its window: all by keys, verdicts before anything is written, the desk stays usable."""

from __future__ import annotations

from collections.abc import Iterator
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
from orderdesk.ui.screens.importing.screen import ImportScreen
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import focused, press, show, type_text
from tests.ui.importing.test_presenter import MIXED, customers, file

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@pytest.fixture
def backend(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Backend]:
    made = Backend(sample.store, sample.door, sample.ports, tmp_path / "data", "test")
    with qtbot.waitSignal(made.ready, timeout=5000):
        made.start()
    yield made
    made.stop()


def open_window(backend: Backend, qtbot: QtBot, code: str) -> MainWindow:
    backend.set_person(sample_id("person", code))
    person = backend.person
    assert person is not None
    window = MainWindow(make_areas(backend))
    window.resize(1366, 768)
    window.set_person(Person(person.id, person.name_en, person.roles))
    show(qtbot, window)
    return window


def test_a_file_is_checked_then_imported_by_keys_and_its_result_stays(
    sample: SampleDesk, backend: Backend, qtbot: QtBot, tmp_path: Path
) -> None:
    before = customers(sample)
    path = file(tmp_path, MIXED)
    window = open_window(backend, qtbot, "zhoumin")
    window.run_action("import.file")
    screen = window.current_screen
    assert isinstance(screen, ImportScreen)
    assert focused() is screen.kinds
    press(Qt.Key.Key_Return, CTRL)
    assert focused() is screen.path or not screen.path.text()
    screen.path.setFocus()
    type_text(str(path))
    press(Qt.Key.Key_Return)
    assert screen.presenter.is_busy
    assert not screen.can_close()
    qtbot.waitUntil(lambda: not screen.presenter.is_busy, timeout=20_000)
    assert screen.list.view.rows_model.rowCount() == 3
    assert screen.result.text().startswith("Can be imported: 1, would be rejected: 2.")
    assert "hobby" in screen.meaning.text()
    assert "code → code" in screen.meaning.text()
    assert customers(sample) == before
    assert screen.action_words()["finish"] == "importing.action.write"
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: screen.presenter.stage == "written", timeout=20_000)
    qtbot.waitUntil(lambda: backend.is_idle, timeout=10_000)
    assert customers(sample) == before + 1
    assert screen.result.text().startswith("Imported: 1, rejected: 2.")
    assert screen.open_rejects.isVisible()
    message = window.strip.message
    assert message is not None
    assert "new.rejects.csv" in message.text
    language().switch_to("zh")
    assert screen.result.text().startswith("已导入 1 行，拒收 2 行")
    assert "新增 1" in screen.summary().text
    assert screen.can_close()


def test_a_file_that_cannot_be_read_says_why_and_the_typed_name_stays(
    backend: Backend, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window(backend, qtbot, "zhoumin")
    window.run_action("import.file")
    screen = window.current_screen
    assert isinstance(screen, ImportScreen)
    screen.path.setFocus()
    type_text(str(tmp_path / "no.csv"))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.presenter.is_busy, timeout=20_000)
    assert "no.csv" in screen.trouble.text()
    assert screen.trouble.isVisible()
    assert screen.path.text().endswith("no.csv")


def test_only_the_administrator_has_it(backend: Backend, qtbot: QtBot) -> None:
    window = open_window(backend, qtbot, "lina")
    window.run_action("import.file")
    assert not isinstance(window.current_screen, ImportScreen)
