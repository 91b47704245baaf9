"""What the entry screen shows at a glance: signs of what is wrong, nothing cut, and the cursor in sight."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QScrollArea

from orderdesk.rules.facts import PriceSource
from orderdesk.ui.language import language, tr
from orderdesk.ui.tables.rows_model import IconRole, IconToneRole
from orderdesk.ui.theme import theme
from tests.support.windows import child, press, type_text
from tests.ui.entry.conftest import EntryDesk

ROUND_A_TEXT = 17  # px: padding on both sides, and the line between two columns


def sign(desk: EntryDesk, row: int) -> tuple[object, object]:
    """Return icon and colour of the sign at the beginning of a line."""
    index = desk.screen.lines.model.index(row, 0)
    return index.data(IconRole), index.data(IconToneRole)


def spoken(desk: EntryDesk, row: int) -> str:
    """Return what a screen reader says of the first cell of a line."""
    return str(desk.screen.lines.model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))


def test_what_keeps_an_order_back_is_red_and_said(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    type_text("D420")
    press(Qt.Key.Key_Return)
    desk.submit()
    assert sign(desk, 0) == (None, None)
    assert sign(desk, 1) == ("circle-alert", "error")
    assert "must be put right" in spoken(desk, 1)


def test_what_only_deserves_a_look_is_amber_and_said(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "99999"))  # more than there is
    desk.idle()
    assert sign(desk, 0) == ("triangle-alert", "warn")
    assert "deserves a look" in spoken(desk, 0)


@pytest.mark.parametrize("name", ["en", "zh"])
def test_two_people_who_are_asked_are_both_read_at_the_foot(desk: EntryDesk, name: str) -> None:
    desk.choose_customer("qhgy")
    desk.key_lines(("A105", "24"))
    desk.idle()
    language().switch_to("zh" if name == "zh" else "en")
    QApplication.processEvents()
    route = desk.screen.totals._route
    assert route.text().replace("\n", "").replace(" ", "") == route.whole_text.replace(" ", "")
    assert route.height() >= route.fontMetrics().lineSpacing() * len(route.text().splitlines())


@pytest.mark.parametrize("customer", ["hdjj", "qhgy"])
@pytest.mark.parametrize("name", ["en", "zh"])
def test_the_header_takes_one_row_on_a_small_screen_and_cuts_no_credit(
    desk: EntryDesk, customer: str, name: str
) -> None:
    language().switch_to("zh" if name == "zh" else "en")
    desk.choose_customer(customer)
    desk.screen.context_requested.emit()
    QApplication.processEvents()
    fields = desk.screen.header._fields
    assert len({field.y() for field in fields.values()}) == 1
    credit = fields["credit"]
    assert credit.note is not None
    assert credit.note.text() == credit.note.whole_text != ""
    assert "8" in credit._beside.text()
    assert credit._beside.width() >= credit._beside.sizeHint().width()


@pytest.mark.parametrize("name", ["en", "zh"])
def test_no_head_of_a_column_and_no_short_word_in_one_is_cut_on_a_small_screen(
    desk: EntryDesk, name: str
) -> None:
    language().switch_to("zh" if name == "zh" else "en")
    desk.screen.context_requested.emit()
    QApplication.processEvents()
    heads, cells = QFontMetrics(theme().font("small", strong=True)), QFontMetrics(theme().font())
    sources = (*get_args(PriceSource), "manual", "gift", "none")
    widest = {"source": max(cells.horizontalAdvance(tr(f"entry.source.{source}")) for source in sources)}
    widest["amount"] = QFontMetrics(theme().font(strong=True)).horizontalAdvance("999,999.99")
    needed = {
        column.key: max(heads.horizontalAdvance(tr(column.word)), widest.get(column.key, 0)) + ROUND_A_TEXT
        for column in desk.screen.lines.model.columns
    }
    shown = {
        column.key: desk.grid.columnWidth(at) for at, column in enumerate(desk.screen.lines.model.columns)
    }
    assert {key: width for key, width in shown.items() if width < needed[key]} == {}


def test_the_cell_that_is_worked_on_stays_in_sight_at_200_percent(
    desk: EntryDesk, qapp: QApplication
) -> None:
    theme().apply(qapp, "light", 200)
    desk.choose_customer()
    desk.key_lines(("A105", "2"), ("B210", "8"), ("B235", "100"), ("C330", "6"))
    qapp.processEvents()
    body = child(desk.screen, QScrollArea, "entry.body").viewport()
    cell = desk.grid.visualRect(desk.grid.currentIndex())
    top = desk.grid.viewport().mapTo(body, cell.topLeft())
    assert body.rect().contains(top)
    assert body.rect().contains(top + QPoint(0, cell.height()))
