"""Several windows of one desk: each with its own tabs, all with what holds for the desk; and their return."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.shell.closed_tabs import ClosedTabs, TabMark
from orderdesk.ui.shell.sessions import read_session
from orderdesk.ui.shell.windows import Windows, bring_into_view
from tests.ui.dummies import CLERK, MANAGER, Order, areas

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FIRST, SECOND = UUID(int=11), UUID(int=12)


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)


def begin(qtbot, memory: QSettings, person=CLERK) -> Windows:
    windows = Windows(areas(), memory)
    windows.set_people((CLERK, MANAGER))
    with qtbot.waitActive(windows.front):
        windows.show_first()
        windows.front.activateWindow()
    windows.set_person(person, starts=False)
    windows.restore({})
    return windows


def end(windows: Windows) -> None:
    for window in windows.all:
        for screen in window.tabs.screens:
            if isinstance(screen, Order):
                screen.closable = True
    windows.close_all()


@pytest.fixture
def windows(qtbot, memory: QSettings) -> Iterator[Windows]:
    windows = begin(qtbot, memory)
    yield windows
    end(windows)


def second_window(qtbot, windows: Windows) -> MainWindow:
    origin = windows.front
    QTest.keyClick(origin, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.waitUntil(lambda: windows.front is not origin and windows.front.isActiveWindow())
    return windows.front


def test_a_new_window_has_its_own_tabs_and_everything_that_holds_for_the_desk(
    qtbot, windows: Windows
) -> None:
    first = windows.front
    first.open_document("orders", FIRST)
    windows.set_badge("warehouse", 4)
    second = second_window(qtbot, windows)
    assert [screen.document_key() for screen in second.tabs.screens] == [None]
    assert second.person == CLERK
    assert second.rail._buttons["warehouse"].badge == 4
    assert not second.geometry().contains(first.geometry())
    windows.set_person(MANAGER)
    assert [window.person for window in windows.all] == [MANAGER, MANAGER]


def test_a_document_of_another_window_is_gone_to_and_not_opened_twice(qtbot, windows: Windows) -> None:
    first = windows.front
    first.open_document("orders", FIRST)
    first.open_document("orders", SECOND)
    second = second_window(qtbot, windows)
    assert second.open_document("orders", FIRST) is None
    qtbot.waitUntil(lambda: windows.front is first)
    assert first.current_screen is not None
    assert first.current_screen.document_key() == FIRST
    assert len(second.tabs.screens) == 1


def test_a_tab_moves_to_a_window_of_its_own_and_listens_there_alone(qtbot, windows: Windows) -> None:
    first = windows.front
    assert "tab.move" not in first.shell_actions()  # the only tab has its window
    moved = first.open_document("orders", FIRST)
    assert isinstance(moved, Order)
    assert first.run_action("tab.move")
    qtbot.waitUntil(lambda: windows.front is not first and windows.front.isActiveWindow())
    second = windows.front
    assert (first.documents.screen_of("orders", FIRST), second.documents.screen_of("orders", FIRST)) == (
        None,
        moved,
    )
    moved.say("ui.strip.nothing")
    assert (first.strip.message, second.strip.message is not None) == (None, True)
    moved.box.setFocus()
    QTest.keyClick(moved.box, Qt.Key.Key_F2)
    assert moved.ran == ["edit"]
    moved.close_requested.emit()
    assert second.documents.screen_of("orders", FIRST) is None
    assert len(second.tabs.screens) == 1  # it went by itself: the window begins anew, it does not stand empty


def test_closing_a_window_keeps_the_others_and_its_tabs_can_come_back(qtbot, windows: Windows) -> None:
    first = windows.front
    second = second_window(qtbot, windows)
    second.open_document("orders", SECOND)
    with qtbot.assertNotEmitted(windows.last_closed):
        assert second.close()
    assert windows.all == (first,)
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    QTest.keyClick(first, Qt.Key.Key_T, CTRL | SHIFT)
    assert first.current_screen is not None
    assert first.current_screen.document_key() == SECOND
    with qtbot.waitSignal(windows.last_closed):
        assert first.close()


def test_a_window_whose_tab_does_not_let_go_stays(qtbot, windows: Windows) -> None:
    screen = windows.front.current_screen
    assert isinstance(screen, Order)
    screen.closable = False
    windows.close_all()
    assert len(windows.all) == 1


def test_windows_tabs_and_what_was_on_top_are_there_at_the_next_start(qtbot, memory: QSettings) -> None:
    windows = begin(qtbot, memory)
    windows.front.open_document("orders", FIRST)
    windows.front.open_area("warehouse")
    windows.front.open_document("orders", FIRST)
    second_window(qtbot, windows).open_document("orders", SECOND)
    end(windows)
    assert all(window.geometry for window in read_session(memory, None))
    again = begin(qtbot, memory)
    found = [[screen.document_key() for screen in window.tabs.screens] for window in again.all]
    tops = [window.current_screen.document_key() for window in again.all if window.current_screen]
    assert (found, tops) == ([[None, SECOND], [None, FIRST, None]], [SECOND, FIRST])
    end(again)


def test_somebody_else_finds_none_of_the_tabs(qtbot, memory: QSettings) -> None:
    windows = begin(qtbot, memory)
    windows.front.open_document("orders", FIRST)
    end(windows)
    again = begin(qtbot, memory, MANAGER)
    assert [screen.screen_id for screen in again.front.tabs.screens] == ["inbox"]
    end(again)


@pytest.mark.parametrize("rubbish", ["", "{}", "[1]", '[{"tabs": [], "top": 0}]', "[[]]", "nonsense"])
def test_a_damaged_memory_begins_the_day_as_ever(qtbot, memory: QSettings, rubbish: str) -> None:
    memory.setValue("session/windows", rubbish)
    memory.setValue("session/person", str(CLERK.id))
    assert read_session(memory, str(CLERK.id)) == ()
    windows = begin(qtbot, memory)
    assert len(windows.front.tabs.screens) == 1
    end(windows)


def test_a_window_comes_back_to_a_screen_that_is_there(qtbot, windows: Windows) -> None:
    window, room = windows.front, QGuiApplication.primaryScreen().availableGeometry()
    window.setMinimumSize(200, 100)
    window.resize(300, 200)
    for lost in (QPoint(5000, 5000), QPoint(-900, 40), QPoint(room.right() - 20, room.bottom() - 20)):
        window.move(lost)
        bring_into_view(window)
        assert room.contains(window.frameGeometry())


def test_the_tab_closed_last_comes_back_first_and_each_document_once() -> None:
    closed = ClosedTabs()
    for key in (FIRST, SECOND, FIRST):
        closed.add(TabMark("orders", key))
    closed.add(TabMark("inbox", None))
    assert not closed.has_any(["warehouse"])
    assert [closed.take(["orders"]) for _ in range(3)] == [
        TabMark("orders", FIRST), TabMark("orders", SECOND), None,
    ]  # fmt: skip
    assert closed.take(["orders", "inbox"]) == TabMark("inbox", None)
