"""The day check in its window: counts, ways on by keys, live, clear, on paper and in files."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.day_check import SECTIONS
from orderdesk.spool.jobs import PrintJob
from orderdesk.ui.areas import make_areas
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screen import Person
from orderdesk.ui.screens.daycheck.screen import DayCheckScreen
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.ui.screens.orders.screen import OrdersScreen
from tests.printing.pages import texts_of
from tests.services.approval_support import submitted
from tests.services.test_order_list import TODAY, YESTERDAY, move, saved
from tests.services.test_reading_orders import ship, straight
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import focused, press, show, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


class Room:
    """The desk's own window with the check on top."""

    def __init__(self, sample: SampleDesk, backend: Backend, window: MainWindow, qtbot: QtBot) -> None:
        self.sample, self.backend, self.window, self.qtbot = sample, backend, window, qtbot
        press(Qt.Key.Key_F12, CTRL)
        screen = window.current_screen
        assert isinstance(screen, DayCheckScreen)
        self.screen = screen
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=5000)

    @property
    def sections(self) -> list[str]:
        return [row.section for row in self.screen.list.view.rows_model.rows]

    @property
    def said(self) -> str:
        message = self.window.strip.message
        return message.text if message is not None else ""

    def go(self, section: str) -> None:
        self.screen.counts.buttons[section].click()  # type: ignore[index] # one of the sections
        self.settle()


Open = Callable[..., Room]


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


@pytest.fixture
def open_room(sample: SampleDesk, qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    made: list[Backend] = []

    def opening(code: str = "lina") -> Room:
        backend = Backend(sample.store, sample.door, sample.ports, tmp_path, "test")
        made.append(backend)
        with qtbot.waitSignal(backend.ready, timeout=5000):
            backend.start()
        backend.set_person(sample_id("person", code))
        person = backend.person
        assert person is not None
        window = MainWindow(make_areas(backend))
        window.resize(1366, 768)
        window.set_person(Person(person.id, person.name_en, person.roles))
        show(qtbot, window)
        return Room(sample, backend, window, qtbot)

    yield opening
    for backend in made:
        backend.stop()


def fill(sample: SampleDesk) -> None:
    saved(sample)
    submitted(sample)
    move(sample, straight(sample), TODAY)
    ship(sample, straight(sample), "2")
    move(sample, straight(sample), YESTERDAY)


def test_one_key_shows_what_is_left_section_by_section(sample: SampleDesk, open_room: Open) -> None:
    fill(sample)
    room = open_room()
    assert room.sections == list(SECTIONS)
    counts = [button.text() for button in room.screen.counts.buttons.values()]
    assert counts == [
        "Drafts not sent  1", "Unanswered approvals  1", "Due today  1", "Notes not printed  1",
        "Missed promises  1",
    ]  # fmt: skip
    assert focused() is room.screen.list.view
    card = room.screen.card.card
    assert card is not None
    assert card.row.state == "draft"
    model = room.screen.list.view.rows_model
    at = model.column_of("do")
    words = [str(model.index(row, at).data()) for row in range(5)]
    assert words == ["Open  Enter", "Show  Enter", "Show  Enter", "Print note  Enter", "Show  Enter"]
    language().switch_to("zh")
    assert room.screen.counts.buttons["missed"].text() == "逾期未发  1"
    assert [str(model.index(row, at).data()) for row in range(2)] == ["打开  Enter", "查看  Enter"]


def test_a_clear_day_says_so_and_fills_while_others_work(sample: SampleDesk, open_room: Open) -> None:
    room = open_room()
    assert room.screen.list.empty_text.startswith("All clear.")
    assert room.screen.actions() == ("refresh",)
    saved(sample)
    room.settle()
    room.qtbot.waitUntil(lambda: room.sections == ["drafts"], timeout=5000)
    assert room.screen.summary().text == "1 thing is left"


def test_enter_opens_a_draft_and_f4_goes_to_the_list_of_a_section(
    sample: SampleDesk, open_room: Open
) -> None:
    fill(sample)
    room = open_room()
    room.go("missed")
    press(Qt.Key.Key_F4)
    room.settle()
    orders = room.window.current_screen
    assert isinstance(orders, OrdersScreen)
    room.settle()
    assert orders.bar.views.currentText() == "Overdue"
    assert len(orders.list.view.rows_model.rows) == 1
    press(Qt.Key.Key_F12, CTRL)
    assert room.window.current_screen is room.screen
    room.go("drafts")
    press(Qt.Key.Key_Return)
    room.settle()
    assert isinstance(room.window.current_screen, EntryScreen)


def test_a_note_is_printed_from_its_row_and_leaves_the_list(
    sample: SampleDesk, open_room: Open, sent: list[tuple[PrintJob, str]]
) -> None:
    fill(sample)
    room = open_room()
    room.go("unprinted")
    press(Qt.Key.Key_Return)
    room.settle()
    assert room.screen.papers.is_on_show
    press(Qt.Key.Key_P, CTRL)
    room.settle()
    room.qtbot.waitUntil(lambda: "unprinted" not in room.sections, timeout=5000)
    assert [job.title[:3] for job, _ in sent] == ["DN-"]
    assert not room.screen.papers.is_on_show


def test_the_check_itself_goes_on_paper_and_into_files(
    sample: SampleDesk, open_room: Open, sent: list[tuple[PrintJob, str]], tmp_path: Path
) -> None:
    fill(sample)
    room = open_room()
    press(Qt.Key.Key_P, CTRL)
    room.settle()
    if not sent:  # the first paper of a desk is shown before it goes anywhere
        press(Qt.Key.Key_P, CTRL)
        room.settle()
    ((job, _),) = sent
    text = "".join(texts_of(job.pdf))
    assert "Missed promises" in text
    assert "Page 1 of 1" in text
    for ending in ("csv", "pdf", "xlsx"):
        room.screen.export_to(tmp_path / f"check.{ending}")
        room.settle()
        assert room.said == f"5 rows are in check.{ending}."
    rows = list(csv.reader((tmp_path / "check.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[1][0] == "Drafts not sent"
    assert {len(row) for row in rows} == {8}


def test_the_warehouse_sees_it_too_and_a_manager_goes_on_to_decide(
    sample: SampleDesk, open_room: Open
) -> None:
    fill(sample)
    room = open_room("zhangwei")
    room.go("approvals")
    assert room.screen.action_words()["desk.open"] == "daycheck.do.decide"
    type_text("o")
    room.settle()
    screen = room.window.current_screen
    assert screen is not None
    assert screen.screen_id == "inbox"
