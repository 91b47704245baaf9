"""The search box in the running desktop: real keys, the real store, and two desks on one PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from orderdesk.app import Desktop
from orderdesk.intake.sample import sample_id
from orderdesk.ui.backend import Backend
from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language
from orderdesk.ui.screens.desk.screen import DeskScreen
from orderdesk.ui.screens.entry.view import EntryScreen
from orderdesk.ui.screens.orders.screen import OrdersScreen
from orderdesk.ui.shell.helping import FieldTip
from orderdesk.ui.shell.key_sheet import KeySheet
from orderdesk.ui.shell.palette import Palette
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.theme import theme
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import child, commit, compose, focused, look, press, type_text

__all__ = ["look"]  # a fixture

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ENTER = Qt.Key.Key_Return


class Running:
    """A desktop on a store, with one person at it."""

    def __init__(self, qtbot: QtBot, url: str, folder: Path, person: str, seed: int) -> None:
        self.qtbot = qtbot
        self.sample = open_sample_desk(url, seed=seed)
        self.backend = Backend(self.sample.store, self.sample.door, self.sample.ports, folder, f"desk-{seed}")
        memory = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        memory.setValue("desk/person", person)
        self.desktop = Desktop(self.backend, memory)
        with qtbot.waitActive(self.desktop.window):
            self.desktop.start()
            self.desktop.window.activateWindow()
        self.desktop.window.resize(1366, 768)
        qtbot.waitUntil(lambda: self.backend.person is not None and self.backend.is_idle, timeout=10_000)

    @property
    def palette(self) -> Palette:
        return child(self.desktop.window, Palette)

    @property
    def titles(self) -> list[str]:
        return [row.title for row in self.palette.rows]

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.backend.is_idle, timeout=10_000)

    def search(self, text: str) -> None:
        press(Qt.Key.Key_K, CTRL)
        assert focused() is self.palette.box
        type_text(text)

    def screen_with_cut_text(self, text: str) -> None:
        """Show a text in a label of the screen on top that is too long for it."""
        screen = self.desktop.window.current_screen
        assert screen is not None
        label = ElidedLabel(screen)
        label.setFixedWidth(120)
        label.show_text(text)
        label.show()

    def end(self) -> None:
        self.desktop.windows.close_all()
        self.desktop.stop()
        for thing in (self.desktop.window, self.backend, self.desktop):
            thing.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(look: QApplication, qtbot: QtBot, sample_sqlite_url: str, tmp_path: Path) -> Iterator[Running]:
    running = Running(qtbot, sample_sqlite_url, tmp_path, "lina", 300)
    yield running
    running.end()


def submitted(sample: SampleDesk, customer: str = "C1001") -> str:
    draft = sample.draft(customer, ("A105", "2"))
    assert not sample.submit(draft).is_refused
    return sample.number_of(draft.id)


def number_in_focus(screen: OrdersScreen) -> str:
    row = screen.list.current()
    return "" if row is None else str(row.order.number)


def test_no_key_reaches_the_order_below_and_esc_gives_the_focus_back(desk: Running) -> None:
    type_text("hdjj")
    press(ENTER)
    desk.settle()
    for text in ("A105", "2"):
        type_text(text)
        press(ENTER)
    screen = desk.desktop.window.current_screen
    assert isinstance(screen, EntryScreen)
    place, came_from = screen.place(), focused()
    desk.search("hdjj")
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F12, Qt.Key.Key_F7, Qt.Key.Key_Tab):
        press(key)
    press(Qt.Key.Key_Delete, CTRL)
    assert focused() is desk.palette.box
    press(Qt.Key.Key_Escape)
    assert (focused(), screen.place(), len(screen.presenter.draft.lines)) == (came_from, place, 1)
    desk.search("zzqqxx")
    press(ENTER, CTRL)  # would submit
    assert desk.palette.box.property("problem") == "warn"
    assert screen.presenter.draft.lines
    press(Qt.Key.Key_K, CTRL)
    assert (desk.palette.isVisible(), focused()) == (False, came_from)


def test_a_number_opens_its_order_in_the_list_and_the_card_answers_before(desk: Running) -> None:
    number, other = submitted(desk.sample), submitted(desk.sample, "C1002")
    press(Qt.Key.Key_O, CTRL)
    assert desk.palette.box.text() == "#"
    type_text(number.rpartition("-")[2])
    desk.settle()
    assert [row.title.split()[0] for row in desk.palette.rows] == [number]
    assert number in [label.text() for label in desk.palette.findChildren(QLabel) if label.isVisible()]
    press(ENTER)
    desk.settle()
    screen = desk.desktop.window.current_screen
    assert isinstance(screen, OrdersScreen)
    assert (screen.bar.box.text(), number_in_focus(screen)) == (number, number)
    assert screen.list.view.hasFocus()
    desk.search(f"#{other}")
    press(ENTER, CTRL)  # before the order has come: a tab of its own once it is there
    desk.settle()
    opened = desk.desktop.window.current_screen
    assert isinstance(opened, OrdersScreen)
    assert opened is not screen
    assert number_in_focus(opened) == other


def test_while_somebody_composes_matches_show_and_nothing_opens(desk: Running) -> None:
    desk.search("")
    compose("hdjj")
    assert any("C1001" in title for title in desk.titles)
    press(ENTER)
    press(Qt.Key.Key_Escape)
    assert desk.palette.isVisible()
    compose("")
    assert not any("C1001" in title for title in desk.titles)
    compose("wangfang")
    commit("王芳")
    press(ENTER)  # the echo of the commit
    assert desk.palette.isVisible()
    QCoreApplication.processEvents()
    press(ENTER)
    assert not desk.palette.isVisible()
    assert desk.backend.person is not None
    assert desk.backend.person.code == "wangfang"


def test_a_customer_opens_and_a_command_runs_where_the_keys_were(desk: Running) -> None:
    desk.search("@hdjj")
    assert desk.titles[0].startswith("C1001")
    press(ENTER)
    desk.settle()
    screen = desk.desktop.window.current_screen
    assert screen is not None
    assert desk.desktop.window.documents.area_of(screen) == "customer"
    assert screen.document_key() == sample_id("customer", "C1001")
    desk.search("@hdjj")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    assert [row.title for row in desk.palette.rows][:2] == [
        "Open the customer",
        "New order for this customer",
    ]
    press(ENTER)
    desk.settle()
    order = desk.desktop.window.current_screen
    assert isinstance(order, EntryScreen)
    assert order.presenter.draft.customer_id == sample_id("customer", "C1001")
    assert order.lines.grid.hasFocus()
    desk.search(">zhuomian")
    press(Qt.Key.Key_Escape)
    desk.search(">Go to Desk")
    assert desk.palette.rows[0].key == "Ctrl+2"
    press(ENTER)
    assert isinstance(desk.desktop.window.current_screen, DeskScreen)
    desk.settle()
    desk.search("")
    assert (desk.palette.rows[0].kind, desk.palette.rows[0].title) == ("Recent", "Go to Desk")


def test_the_box_speaks_and_fits_in_both_languages_at_every_size(desk: Running) -> None:
    for name, scale in (("en", 100), ("zh", 100), ("en", 200), ("zh", 200)):
        language().switch_to(name)  # type: ignore[arg-type] # the two there are
        theme().apply(QApplication.instance(), "light", scale)  # type: ignore[arg-type] # it runs
        desk.search("hdjj")
        desk.settle()
        palette, window = desk.palette, desk.desktop.window
        assert window.rect().contains(palette.geometry())
        assert all((palette.accessibleName(), palette.box.accessibleName(), palette.table.accessibleName()))
        key = palette.table.model().index(0, 1)
        assert "C1001" in key.data(Qt.ItemDataRole.AccessibleTextRole)
        type_text(">")  # more than fit: the scroll bar takes its room from the columns, not from the keys
        desk.settle()
        widths = [palette.table.columnWidth(at) for at in range(4)]
        assert sum(widths) == palette.table.viewport().width()
        shown = [label for label in palette.findChildren(QLabel) if label.isVisible() and label.text()]
        assert all("‹" not in label.text() and "…" not in label.text() for label in shown)
        press(Qt.Key.Key_Escape)


def test_help_explains_the_screen_and_its_keys_and_a_field_says_what_it_is(desk: Running) -> None:
    press(Qt.Key.Key_F1)
    sheet = child(desk.desktop.window, KeySheet)
    desk.qtbot.waitUntil(sheet.box.hasFocus)
    assert "Ctrl+Enter submits" in child(sheet, QLabel, "key_sheet.about").text()
    commit("保存")
    assert [row.id for row in sheet.table.rows_model.rows] == ["draft.save"]
    press(Qt.Key.Key_Escape)
    desk.desktop.window.activateWindow()
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_F1, SHIFT)
    tip = child(desk.desktop.window, FieldTip)
    assert tip.texts()[0] == focused().accessibleName() != ""
    press(Qt.Key.Key_Escape)
    assert not tip.isVisible()
    submitted(desk.sample)
    press(Qt.Key.Key_3, CTRL)
    desk.settle()
    grid = child(desk.desktop.window, GridView, "orders.list")
    grid.go_to(0, "customer")
    press(Qt.Key.Key_F1, SHIFT)
    assert "Huadong Home Co." in tip.texts()  # the whole of a cell, also where it is cut
    theme().apply(QApplication.instance(), "light", 200)  # type: ignore[arg-type] # it runs
    message = "a customer's name that is far too long for any column of this list at this size of the text"
    desk.screen_with_cut_text(message)
    press(Qt.Key.Key_F1, SHIFT)
    assert message in tip.texts()
    theme().apply(QApplication.instance())  # type: ignore[arg-type] # it runs
    desk.search("?inbox")
    assert desk.palette.rows == ()  # a clerk has none
    press(Qt.Key.Key_Escape)
    desk.search("?Desk")
    press(ENTER)
    desk.qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.desktop.window.findChildren(KeySheet)))


def test_the_box_opens_in_a_blink_and_follows_quick_fingers(desk: Running) -> None:
    for _ in range(20):
        press(Qt.Key.Key_K, CTRL)
        QTest.keyClicks(desk.palette.box, "$A105")
        press(Qt.Key.Key_Escape)
        QTest.keyClicks(focused(), "h")
        press(Qt.Key.Key_Backspace)
    assert not desk.palette.isVisible()


def test_what_one_desk_submits_the_other_shows_by_itself(
    look: QApplication, qtbot: QtBot, sample_pg_url: str, tmp_path: Path
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    one = Running(qtbot, sample_pg_url, tmp_path / "one", "wangfang", 301)
    other = Running(qtbot, sample_pg_url, tmp_path / "other", "lina", 302)
    try:
        window = other.desktop.window
        listed = window.open_area("orders")
        assert isinstance(listed, OrdersScreen)
        day = window.open_area("desk")
        assert isinstance(day, DeskScreen)
        other.settle()
        press(Qt.Key.Key_O, CTRL)
        other.settle()
        number = ""

        def shown() -> tuple[bool, bool, bool]:
            grids = [grid for grid in day.findChildren(GridView) if grid.objectName() == "desk.orders"]
            return (
                any(row.order.number == number for row in listed.list.view.rows_model.rows),
                any(row.number == number for grid in grids for row in grid.rows_model.rows),
                any(number in title for title in other.titles),
            )

        number = submitted(one.sample)
        qtbot.waitUntil(lambda: all(shown()), timeout=10_000)
    finally:
        other.end()
        one.end()
