"""Closing the window of the real desktop: what was typed is in the store, and the next start asks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from orderdesk.app import Desktop
from orderdesk.intake.sample import sample_id
from orderdesk.models import Order
from orderdesk.services.context import Actor
from orderdesk.services.journal import Journal
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.ui.backend import Backend
from orderdesk.ui.completion import CompletionPopup
from orderdesk.ui.editors import CodeEdit
from orderdesk.ui.main_window import MainWindow
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.wire.commands import Command, SaveDraft
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import open_sample_desk
from tests.support.windows import look, press, type_text

__all__ = ["look"]  # a fixture

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@dataclass
class Program:
    """The program on one store and one folder: started, worked in, closed, and started again."""

    qtbot: QtBot
    url: str
    folder: Path
    desktop: Desktop | None = None
    seeds: list[int] = field(default_factory=lambda: list(range(100, 110)))

    def start(self) -> EntryScreen:
        """Start it; the clerk sits before a blank order, or what was brought back."""
        sample = open_sample_desk(self.url, seed=self.seeds.pop(0))
        backend = Backend(sample.store, sample.door, sample.ports, self.folder, "test")
        self.desktop = Desktop(backend, QSettings(str(self.folder / "desk.ini"), QSettings.Format.IniFormat))
        with self.qtbot.waitActive(self.desktop.window):
            self.desktop.start()
            self.desktop.window.activateWindow()
        self.qtbot.waitUntil(lambda: backend.person is not None and backend.is_idle, timeout=10_000)
        return self.screen

    @property
    def screen(self) -> EntryScreen:
        """The order on top."""
        assert self.desktop is not None
        screen = self.desktop.window.current_screen
        assert isinstance(screen, EntryScreen)
        return screen

    def settle(self) -> None:
        """Wait until nothing is under way."""
        assert self.desktop is not None
        backend = self.desktop.backend
        self.qtbot.waitUntil(lambda: backend.is_idle, timeout=10_000)
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(lambda: backend.is_idle, timeout=10_000)

    def end(self) -> None:
        """Close the window and leave as ``main`` does: no event loop runs any more."""
        assert self.desktop is not None
        assert self.desktop.window.close()
        self.close_rest()

    def close_rest(self) -> None:
        """Leave as ``main`` does once the last window was closed."""
        assert self.desktop is not None
        desktop, self.desktop = self.desktop, None
        desktop.stop()
        desktop.window.deleteLater()
        desktop.backend.deleteLater()
        desktop.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def drafts(self) -> list[OrderDraft]:
        """Return the drafts in the store."""
        store = open_sample_desk(self.url, seed=self.seeds.pop(0)).store
        try:
            with store.reading() as connection:
                ids = connection.execute(select(Order.id).where(Order.state == "draft")).scalars()
                found = [stored_draft(connection, order_id)[0] for order_id in ids]
        finally:
            store.close()
        return [draft for draft in found if draft is not None]

    def journalled(self) -> int:
        """Return how many orders the journal holds."""
        return len(Journal(self.folder / "drafts").read_all())


@pytest.fixture
def program(look: QApplication, qtbot: QtBot, sample_sqlite_url: str, tmp_path: Path) -> Iterator[Program]:
    program = Program(qtbot, sample_sqlite_url, tmp_path)
    yield program
    if program.desktop is not None:
        program.end()


def press_in(program: Program, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Press a key in a window where nothing has the focus."""
    assert program.desktop is not None
    QTest.keyClick(program.desktop.window, key, held)


def has_list(window: MainWindow) -> bool:
    return any(popup.isVisible() for popup in window.findChildren(CompletionPopup))


def key_line(code: str, quantity: str) -> None:
    for text in (code, quantity):
        type_text(text)
        press(ENTER)


def lines_of(draft: OrderDraft) -> list[Decimal | None]:
    return [line.quantity for line in draft.lines]


def change_from_elsewhere(program: Program, quantity: Decimal) -> None:
    """Let another person of the company change the first line of the draft on the screen, in the store."""
    assert program.desktop is not None
    backend, session = program.desktop.backend, program.screen.presenter.session
    line = session.draft.lines[0].model_copy(update={"quantity": quantity})
    command = Command(
        id=backend.ids.new(),
        data=SaveDraft(draft=session.draft.model_copy(update={"lines": (line,)})),
        base_revision=session.revision,
    )
    outcome = backend.door.execute(command, Actor(person_id=sample_id("person", "wangfang"), device="other"))
    assert not outcome.is_refused, outcome.problems


def choose_customer(program: Program) -> None:
    type_text("hdjj")
    press(ENTER)
    program.settle()


def test_a_complete_draft_that_was_never_saved_is_in_the_store(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    program.end()  # the first save has not been answered yet
    [draft] = program.drafts()
    assert lines_of(draft) == [Decimal(12)]
    assert draft.number is not None
    assert program.journalled() == 0


def test_what_was_typed_after_the_last_save_is_in_the_store(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    program.settle()
    key_line("B210", "48")
    program.end()
    [draft] = program.drafts()
    assert lines_of(draft) == [Decimal(12), Decimal(48)]
    assert program.journalled() == 0


def test_an_open_cell_is_taken_when_the_window_is_closed(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    type_text("B210")
    press(ENTER)
    type_text("48")
    program.end()
    [draft] = program.drafts()
    assert lines_of(draft) == [Decimal(12), Decimal(48)]


def test_an_edit_while_a_save_is_under_way_is_in_the_store(program: Program) -> None:
    screen = program.start()
    choose_customer(program)
    key_line("A105", "12")
    program.settle()
    key_line("B210", "48")
    press(Qt.Key.Key_S, CTRL)
    key_line("C330", "6")
    assert screen.presenter.session.is_saving
    program.end()
    [draft] = program.drafts()
    assert lines_of(draft) == [Decimal(12), Decimal(48), Decimal(6)]
    assert program.journalled() == 0


def test_the_next_start_goes_on_in_the_same_cell_and_asks_nothing(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    program.settle()
    key_line("B210", "48")
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    left_at = program.screen.place()
    program.end()
    screen = program.start()
    program.settle()
    assert lines_of(screen.presenter.draft) == [Decimal(12), Decimal(48)]
    assert screen.place() == left_at == [1, "quantity"]
    assert screen.lines.grid.hasFocus()
    assert program.desktop is not None
    assert [message.code for message in program.desktop.window.strip.history] == []
    assert len(program.desktop.window.tabs.screens) == 1


def test_after_a_blank_order_the_next_start_has_one_blank_order(program: Program) -> None:
    program.start()
    program.end()
    assert program.start().is_blank()
    assert program.desktop is not None
    assert len(program.desktop.window.tabs.screens) == 1


def test_windows_and_lists_come_back_for_who_left_them(program: Program) -> None:
    program.start()
    desktop = program.desktop
    assert desktop is not None
    press(Qt.Key.Key_3, CTRL)  # the list of orders
    press(Qt.Key.Key_N, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert len(desktop.windows.all) == 2
    desktop.windows.close_all()
    assert not desktop.windows.all
    program.close_rest()
    program.start()
    desktop = program.desktop
    assert desktop is not None
    found = [[screen.screen_id for screen in window.tabs.screens] for window in desktop.windows.all]
    assert sorted(found) == [["entry"], ["entry", "orders"]]


def test_a_draft_that_was_closed_comes_back_by_its_key(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    press(Qt.Key.Key_W, CTRL)  # its save has not been answered yet
    assert program.desktop is not None
    assert program.desktop.window.tabs.screens == ()
    press_in(program, Qt.Key.Key_T, CTRL | Qt.KeyboardModifier.ShiftModifier)
    program.settle()
    assert lines_of(program.screen.presenter.draft) == [Decimal(12)]
    assert "tab.reopen" not in program.desktop.window.shell_actions()


def test_a_tab_in_a_window_of_its_own_goes_on_as_it_was(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    program.settle()
    screen, desktop = program.screen, program.desktop
    assert desktop is not None
    press(Qt.Key.Key_3, CTRL)
    desktop.window.tabs.go_to(screen)
    origin = desktop.window
    assert desktop.window.run_action("tab.move")
    program.qtbot.waitUntil(lambda: desktop.window is not origin and desktop.window.isActiveWindow())
    assert desktop.window.current_screen is screen
    assert [one.screen_id for one in origin.tabs.screens] == ["orders"]
    screen.go_to_cell(1, "code")
    type_text("B")
    assert screen.lines.grid.findChild(CodeEdit) is not None
    program.qtbot.waitUntil(lambda: has_list(desktop.window))  # the list stands in the new window
    type_text("210")
    press(ENTER)
    type_text("5")
    press(ENTER)
    assert lines_of(screen.presenter.draft) == [Decimal(12), Decimal(5)]
    # what one asks for, the other has: it is not opened twice
    origin.open_document("entry", screen.document_key())
    assert [one.screen_id for one in origin.tabs.screens] == ["orders"]
    assert desktop.window.close()
    assert desktop.windows.all == (origin,)
    program.end()
    assert lines_of(program.drafts()[0]) == [Decimal(12), Decimal(5)]


def test_a_half_keyed_line_is_kept_as_well(program: Program) -> None:
    program.start()
    choose_customer(program)
    type_text("A105")
    press(ENTER)  # no quantity yet
    program.end()
    [draft] = program.drafts()
    assert lines_of(draft) == [None]
    assert program.journalled() == 0


def test_a_draft_that_somebody_else_changed_keeps_its_journal(program: Program) -> None:
    program.start()
    choose_customer(program)
    key_line("A105", "12")
    program.settle()
    change_from_elsewhere(program, quantity=Decimal(7))
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    type_text("9")
    press(ENTER)
    program.end()
    [draft] = program.drafts()
    assert lines_of(draft) == [Decimal(7)]
    assert program.journalled() == 1
