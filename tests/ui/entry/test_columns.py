"""The columns of the lines: chosen at their header, moved, widened, kept in sight, kept for the person."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from orderdesk.intake.sample import sample_id
from orderdesk.ui.tables.column_menu import ArrangeMenu
from orderdesk.ui.tables.frozen import FrozenColumns
from orderdesk.ui.theme import theme
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import ENTER, EntryDesk


def menu_of(desk: EntryDesk) -> ArrangeMenu:
    """Open the menu at the header by its action, for the column of the cursor."""
    assert desk.window.run_action("columns")
    [menu] = desk.screen.findChildren(ArrangeMenu)
    return menu


def put_away(desk: EntryDesk, menu: ArrangeMenu) -> None:
    """Close the menu; the window has the keys again, as every real window system sees to."""
    menu.close()
    menu.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    desk.window.activateWindow()
    desk.qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def choose(desk: EntryDesk, *words: str) -> None:
    """Choose entries of the menu by their words, and close it."""
    menu = menu_of(desk)
    for word in words:
        [entry] = [one for one in menu.actions() if one.text() == word]
        assert entry.isEnabled(), word
        entry.trigger()
    put_away(desk, menu)
    desk.qtbot.waitUntil(lambda: not desk.screen.columns._soon.isActive(), timeout=5_000)
    desk.idle()


def heads(desk: EntryDesk) -> list[str]:
    grid = desk.grid
    return [one.head for at, one in enumerate(grid.rows_model.columns) if not grid.isColumnHidden(at)]


AT_FIRST = ["Code", "Item", "Qty", "Unit", "Price", "From", "Disc.", "Amount", "Deliver", "Stock"]


def test_columns_are_chosen_and_moved_by_keys_and_stay_for_the_person(desk: EntryDesk) -> None:
    assert heads(desk) == AT_FIRST
    desk.choose_customer()
    desk.key_lines(("A105", "12"))
    desk.go(0, "price")
    menu = menu_of(desk)
    assert {one.data() for one in menu.actions() if one.data()} == {
        "unit", "price", "source", "discount", "amount", "deliver", "stock"
    }  # fmt: skip
    QTest.keyClick(menu, Qt.Key.Key_Return)  # to the left, and again: the menu stays
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    put_away(desk, menu)
    assert heads(desk)[:5] == ["Code", "Item", "Price", "Qty", "Unit"]
    assert desk.place == (0, "price")  # the cursor stays in its column
    choose(desk, "From", "Stock")
    chosen = ["Code", "Item", "Price", "Qty", "Unit", "Disc.", "Amount", "Deliver"]
    assert heads(desk) == chosen
    desk.go(1, "code")
    desk.key_lines(("B210", "4"))  # Enter walks code, quantity as before
    assert [desk.cell(row, "quantity") for row in range(2)] == ["12", "4"]

    desk.window.open_document("entry", None)
    desk.idle()
    assert heads(desk) == chosen
    desk.backend.set_person(sample_id("person", "wangfang"))
    desk.idle()
    assert heads(desk) == AT_FIRST
    desk.backend.set_person(sample_id("person", "lina"))
    desk.idle()
    choose(desk, "As at first")
    assert heads(desk) == AT_FIRST
    desk.screen.go_to_cell(0, "stock")
    choose(desk, "Stock")
    assert desk.place == (0, "code")
    desk.screen.go_to_cell(0, "stock")  # what must be seen there brings it back, for now
    assert "Stock" in heads(desk)


def test_a_dragged_width_is_kept_in_every_size_of_text(desk: EntryDesk) -> None:
    grid = desk.grid
    at = grid.rows_model.column_of("price")
    grid.horizontalHeader().resizeSection(at, 151)
    desk.qtbot.waitUntil(lambda: not desk.screen.columns._soon.isActive(), timeout=5_000)
    desk.idle()
    desk.window.resize(1200, 768)
    assert grid.columnWidth(at) == 151
    desk.window.open_document("entry", None)
    desk.idle()
    assert desk.grid.columnWidth(at) == 151
    assert dict(desk.screen.columns.arrangement.widths) == {"price": 151}


@pytest.fixture
def narrow(desk: EntryDesk) -> EntryDesk:
    """The desk with three lines, so wide that columns must be scrolled."""
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "4"), ("C330", "7"))
    for key in ("price", "amount", "deliver", "stock"):
        desk.grid.horizontalHeader().resizeSection(desk.grid.rows_model.column_of(key), theme().px(300))
    desk.go(0, "code")
    return desk


def test_frozen_columns_stay_in_sight_and_nothing_is_keyed_below_them(narrow: EntryDesk) -> None:
    desk, grid = narrow, narrow.grid
    choose(desk, "Keep the columns up to “Code” in sight")
    [frozen] = grid.findChildren(FrozenColumns)
    assert frozen.isHidden()  # nothing is scrolled: the table shows them itself
    desk.go(1, "deliver")
    assert grid.horizontalScrollBar().value() > 0
    assert frozen.isVisible()
    assert frozen.indexAt(QPoint(5, 5)).data() == "A105"
    assert frozen.width() == grid.columnWidth(0)
    for key in ("amount", "discount", "price", "unit", "quantity"):  # walking back, no cell is below them
        desk.go(1, key)
        left = grid.visualRect(grid.currentIndex()).left()
        assert left >= frozen.width() or frozen.isHidden(), key
    desk.go(1, "deliver")
    type_text("+3")
    editor = grid.editor()
    assert editor is not None
    assert editor.geometry().left() >= frozen.width()
    press(Qt.Key.Key_Escape)
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(5, frozen.rowHeight(0) * 2 + 5))
    assert desk.place == (2, "code")
    assert grid.horizontalScrollBar().value() == 0
    assert frozen.isHidden()
    type_text("a105")
    grid.horizontalScrollBar().setValue(200)
    assert frozen.isHidden()  # an open cell is not covered
    grid.horizontalScrollBar().setValue(0)
    press(ENTER)
    assert desk.cell(2, "code") == "A105"
    desk.go(1, "deliver")
    assert frozen.isVisible()
    desk.go(1, "code")
    choose(desk, "Keep the columns up to “Code” in sight")
    desk.go(1, "deliver")
    assert frozen.isHidden()
