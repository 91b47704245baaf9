"""Cells on the clipboard, and the menu of the focused thing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from orderdesk.ui.language import language
from orderdesk.ui.screen import Screen
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from tests.support.windows import child, press, show

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

COLUMNS = (
    Column("code", "entry.column.code", lambda row: row[0], "code"),
    Column("item", "entry.column.item", lambda row: row[1]),
    Column("amount", "entry.column.amount", lambda row: row[2], "number"),
    Column("day", "entry.column.deliver", lambda row: "Thu 12", "date", copied=lambda row: "2026-03-12"),
)
ROWS = (
    ("00712", "Oak <b>table</b>", "1,080.00"),
    ("=A1", "two\tcells\nor one", "-4.50"),
    ("9", "Oil", "?"),
)


class List(Screen):
    """A screen with one list and three actions."""

    screen_id = "list"

    def __init__(self) -> None:
        super().__init__()
        self.ran: list[str] = []
        self.offered: tuple[str, ...] = ("desk.open", "line.delete", "refresh")
        self.model = RowsModel(COLUMNS, self, identity=lambda row: row[0])
        self.model.show_rows(ROWS)
        self.grid = GridView(self.model, self, name="list.rows", whole_rows=True)
        self.grid.resize(500, 200)

    def actions(self) -> tuple[str, ...]:  # type: ignore[override]  # as every screen: Qt's own is never asked
        return self.offered

    def run_action(self, action_id: str) -> bool:
        self.ran.append(action_id)
        return True


@pytest.fixture
def screen(qtbot: QtBot, look: object) -> Iterator[List]:
    made = List()
    made.resize(600, 300)
    show(qtbot, made)
    made.grid.setFocus()
    made.grid.go_to(0, "code")
    yield made
    language().switch_to("en")


def clipboard() -> tuple[str, str]:
    data = QGuiApplication.clipboard().mimeData()
    return data.text(), data.html()


def test_a_row_is_copied_as_figures_codes_and_iso_dates(screen: List) -> None:
    press(Qt.Key.Key_C, CTRL)
    text, html = clipboard()
    assert text == "00712\tOak <b>table</b>\t1080.00\t2026-03-12\n"
    assert "<td>1080.00</td>" in html
    assert "mso-number-format:'\\@'\">00712</td>" in html, "leading zeros live in a spreadsheet"
    assert "Oak &lt;b&gt;table&lt;/b&gt;" in html


def test_headers_come_in_the_language_on_show(screen: List) -> None:
    language().switch_to("zh")
    press(Qt.Key.Key_C, CTRL | SHIFT)
    assert clipboard()[0].splitlines()[0].split("\t")[0] == "编码"


def test_nothing_that_is_copied_runs_or_breaks_the_table(screen: List) -> None:
    screen.grid.go_to(1)
    press(Qt.Key.Key_C, CTRL)
    assert clipboard()[0] == "'=A1\ttwo cells or one\t-4.50\t2026-03-12\n"


def test_hidden_columns_are_left_out_and_one_cell_stays_as_it_stands(screen: List) -> None:
    screen.grid.setColumnHidden(1, True)
    press(Qt.Key.Key_C, CTRL)
    assert clipboard()[0] == "00712\t1080.00\t2026-03-12\n"
    for at in (2, 3):
        screen.grid.setColumnHidden(at, True)
    screen.grid.go_to(1)
    press(Qt.Key.Key_C, CTRL)
    assert clipboard()[0] == "=A1"


def test_rows_out_of_sight_are_copied_too(screen: List) -> None:
    screen.grid.setSelectionMode(GridView.SelectionMode.ExtendedSelection)
    screen.model.show_rows([(f"{at:05}", "x", "1") for at in range(300)])
    screen.grid.selectAll()
    press(Qt.Key.Key_C, CTRL)
    assert len(clipboard()[0].splitlines()) == 300


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_F10, SHIFT), (Qt.Key.Key_Menu, Qt.KeyboardModifier(0))]
)
def test_the_menu_comes_by_key_with_its_main_action_first(
    qtbot: QtBot, screen: List, key: Qt.Key, held: Qt.KeyboardModifier
) -> None:
    if key == Qt.Key.Key_Menu:
        screen.grid.ask_for_menu()  # what the platform makes of the key
    else:
        press(key, held)
    menu = child(screen, QMenu, "context_menu")
    qtbot.waitUntil(menu.isVisible)
    entries = [entry for entry in menu.actions() if not entry.isSeparator()]
    assert [entry.objectName() for entry in entries] == [
        "desk.open", "copy", "copy.headers", "line.delete", "refresh",
    ]  # fmt: skip
    assert entries[0].font().bold()
    assert entries[1].text().endswith("\tCtrl+C")
    entries[3].trigger()
    assert screen.ran == ["line.delete"]
    menu.close()


def test_a_screen_without_anything_to_do_has_no_menu(screen: List) -> None:
    screen.offered = ()
    screen.setFocus()
    screen.grid.clearFocus()
    screen.grid.ask_for_menu()
    assert screen.findChild(QMenu, "context_menu") is None
