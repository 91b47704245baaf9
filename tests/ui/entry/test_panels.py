"""The context panel, both languages, and texts that fit."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton

from orderdesk.ui.labels import ElidedLabel
from orderdesk.ui.language import language
from orderdesk.ui.theme import theme
from orderdesk.words import LANGUAGES, Language
from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk


@pytest.fixture
def keyed(desk: EntryDesk) -> EntryDesk:
    """An order for 华东家居 with two lines, the cursor on the second."""
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "48"))
    desk.idle()
    desk.go(1, "quantity")
    return desk


def page(desk: EntryDesk) -> str:
    desk.screen.page.refresh()
    return desk.screen.page.sheet.text


def test_f9_shows_the_receipt_of_the_line_with_what_nearly_applied(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_F9)
    text = page(keyed)
    assert "Tier price, VIP 价  133.50" in text
    assert "From 48 pc on: 3.5 % less, for the whole quantity  128.8275" in text
    assert "Nearly applied" in text
    assert "华东家居春季展会价 ended on" in text
    assert keyed.window.context.isVisible()


def test_the_page_follows_the_row(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_F9)
    keyed.go(0, "quantity")
    assert page(keyed).startswith("A105  Oak table 140")


def test_f12_shows_stock_of_all_sites_with_the_time_of_the_figures(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_F12)
    lines = page(keyed).splitlines()
    assert lines[:4] == ["B210  Chair, walnut, grey", "Pudong", "On hand  40 pc", "Reserved  0 pc"]
    assert "This line  48 pc" in lines
    assert "8 pc short at this site" in lines
    assert lines[-1] == "as of 10:00"


def test_shift_f9_shows_which_row_decides(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_F9, SHIFT)
    assert "Straight through: a VIP order within the limits (row 1)" in page(keyed)


def test_the_customer_page_shows_credit_with_its_day(keyed: EntryDesk) -> None:
    keyed.screen.page.turn_to("customer")
    text = page(keyed)
    assert "Credit limit  100,000.00" in text
    assert "Receivable as of Sun 8 Mar" in text
    assert "4  杭州店  胡店长 13958008668" in text


def test_the_language_switches_under_the_hands_without_losing_anything(keyed: EntryDesk) -> None:
    type_text("50")
    draft, place = keyed.screen.presenter.draft, keyed.place
    language().switch_to("zh")
    QCoreApplication.processEvents()
    editor = keyed.grid.editor()
    assert editor is not None
    assert (editor.text(), keyed.place, keyed.screen.presenter.draft) == ("50", place, draft)
    assert keyed.screen.header.customer.text() == "华东家居"
    press(ENTER)
    assert keyed.cell(1, "quantity") == "50"
    assert keyed.cell(0, "item").startswith("橡木餐桌 140")


def clipped(desk: EntryDesk) -> list[str]:
    """Return texts that stand in less room than they need; a label that elides has its tool tip."""
    found = []
    kinds = (QLabel, QPushButton, QToolButton)
    widgets: list[Any] = [one for kind in kinds for one in desk.screen.findChildren(kind)]
    for widget in widgets:
        if not widget.isVisible() or isinstance(widget, ElidedLabel) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            continue
        needs = QFontMetrics(widget.font()).horizontalAdvance(widget.text().strip())
        if needs > widget.width() + 1:
            found.append(f"{widget.objectName()}: {widget.text()!r} {needs} > {widget.width()}")
    return found


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_no_text_is_cut(keyed: EntryDesk, name: Language, scale: int, size: tuple[int, int]) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    keyed.window.resize(*size)
    theme().apply(application, "light", scale)
    language().switch_to(name)
    keyed.screen.title_row.open_more()
    for _ in range(3):
        QCoreApplication.processEvents()
    assert clipped(keyed) == []
    press(Qt.Key.Key_L, CTRL)
    for _ in range(3):
        QCoreApplication.processEvents()
    assert clipped(keyed) == []


def test_the_grid_is_seen_at_two_hundred_per_cent(keyed: EntryDesk) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    theme().apply(application, "light", 200)
    for _ in range(3):
        QCoreApplication.processEvents()
    keyed.go(2, "code")
    type_text("C3")
    QCoreApplication.processEvents()
    editor = keyed.grid.editor()
    assert editor is not None
    assert not editor.visibleRegion().isEmpty()


def test_cells_speak_their_place_and_figure(keyed: EntryDesk) -> None:
    model = keyed.screen.lines.model
    index = model.index(1, model.column_of("quantity"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Line 2, Qty, 48"
