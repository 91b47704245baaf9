"""Bell, list and toast over a running desktop: what is new, what is seen, nothing while somebody types."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from pytestqt.qtbot import QtBot

from orderdesk.app import Desktop
from orderdesk.ui.backend import Backend
from orderdesk.ui.language import language
from orderdesk.ui.noticing import Noticing
from orderdesk.ui.shell.notice_panel import NoticePanel
from orderdesk.ui.shell.toast import QUIET_LOOKS, Toast
from tests.services.approval_support import active, decide, submitted
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import child, focused, press

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Opened:
    """A desktop at work for Li Na, and what a test asks of it."""

    def __init__(self, qtbot: QtBot, sample: SampleDesk, folder: Path) -> None:
        self.qtbot, self.sample = qtbot, sample
        self.backend = Backend(sample.store, sample.door, sample.ports, folder, "test")
        memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        memory.setValue("desk/person", "lina")
        self.desktop = Desktop(self.backend, memory)
        with qtbot.waitSignal(self.backend.ready, timeout=10_000):
            self.desktop.start()
        self.window = self.desktop.window
        self.window.activateWindow()
        qtbot.waitUntil(lambda: self.noticing.is_read and self.backend.is_idle, timeout=10_000)

    @property
    def noticing(self) -> Noticing:
        return self.desktop.notices.noticing

    def send_back(self, *, typing: bool = False) -> str:
        """Let the manager send an order of hers back, perhaps while she types; returns its number."""
        order = submitted(self.sample)
        self.sample.clock.advance(timedelta(minutes=1))
        if typing:
            press(Qt.Key.Key_H)
        before = self.noticing.board
        decide(self.sample, active(self.sample, order.id), "send_back", "zhangwei", reason_code="price")
        self.qtbot.waitUntil(lambda: self.noticing.board != before and self.backend.is_idle, timeout=10_000)
        return self.sample.number_of(order.id)

    def end(self) -> None:
        self.desktop.windows.close_all()
        self.desktop.stop()
        for thing in (self.window, self.backend, self.desktop):
            thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(qtbot: QtBot, sample_sqlite_url: str, tmp_path: Path) -> Iterator[Opened]:
    opened = Opened(qtbot, open_sample_desk(sample_sqlite_url), tmp_path)
    yield opened
    language().switch_to("en")
    opened.end()


def test_the_bell_counts_what_is_new_and_the_list_opens_the_draft(desk: Opened) -> None:
    bell = desk.window.status.bell
    assert bell.text() == ""
    number = desk.send_back()
    assert bell.text().strip() == "1"
    assert bell.accessibleName() == "1 new notice"
    press(Qt.Key.Key_K, CTRL | SHIFT)
    panel = child(desk.window, NoticePanel)
    desk.qtbot.waitUntil(panel.list.hasFocus)
    above = bell.mapToGlobal(bell.rect().topLeft()).y()
    assert panel.geometry().bottom() < above, "the list stands above its bell, not over it"
    model = panel.list.rows_model
    assert "Zhang Wei" in str(model.index(0, model.column_of("text")).data())
    assert bell.text() == "", "what was looked at is no news"
    press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.backend.is_idle, timeout=10_000)
    screen = desk.window.current_screen
    assert screen is not None
    desk.qtbot.waitUntil(lambda: screen.title() == number, timeout=5000)
    language().switch_to("zh")
    assert bell.accessibleName() == "通知：没有新内容"


def test_escape_closes_the_list_and_gives_the_focus_back(desk: Opened) -> None:
    before = focused()
    press(Qt.Key.Key_K, CTRL | SHIFT)
    panel = child(desk.window, NoticePanel)
    desk.qtbot.waitUntil(panel.isVisible)
    press(Qt.Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: focused() is before)


def test_a_toast_waits_for_the_end_of_typing_and_takes_no_focus(desk: Opened) -> None:
    toast = child(desk.window, Toast)
    before = focused()
    number = desk.send_back(typing=True)
    for _ in range(QUIET_LOOKS - 1):
        toast.look()
    press(Qt.Key.Key_U)
    for _ in range(QUIET_LOOKS):
        toast.look()
    assert toast.notice is None, "a key was pressed a moment ago"
    toast.look()
    assert toast.notice is not None
    assert toast.notice.number == number
    assert focused() is before
    QCoreApplication.processEvents()
    assert toast.geometry().right() <= desk.window.width()
