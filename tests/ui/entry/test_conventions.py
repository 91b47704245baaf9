"""The conventions of docs/ux-conformance.md that no other test shows: at the order on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QItemSelection, QItemSelectionModel, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QCalendarWidget, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from orderdesk.ui.day_picker import DayPicker
from orderdesk.ui.editors import Edit
from orderdesk.ui.language import language
from orderdesk.ui.tables.columns import Column
from orderdesk.ui.tables.copying import copied
from orderdesk.ui.tables.grid_view import GridView
from orderdesk.ui.tables.rows_model import RowsModel
from tests.support.windows import child, commit, compose, focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk

NOTE = "entry.note"


def box_with_focus() -> Edit:
    box = focused()
    assert isinstance(box, Edit)
    return box


def test_ctrl_home_goes_to_the_header_and_ctrl_end_to_the_last_line(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"), ("B210", "3"))
    desk.go(0, "quantity")
    press(Qt.Key.Key_Home, CTRL)
    assert desk.place == "entry.customer"
    press(Qt.Key.Key_End, CTRL)
    assert desk.place == (2, "code")


# ── input methods ──────────────────────────────────────────────────────────────────────────────────────────


def test_a_composition_is_no_content(desk: EntryDesk) -> None:
    """Rule 3: no dirty mark, no draft, no search that acts, while nothing was committed."""
    press(Qt.Key.Key_H, CTRL | SHIFT)
    before = desk.screen.presenter.draft
    compose("huadong")
    QCoreApplication.processEvents()
    assert desk.screen.presenter.draft == before
    assert not desk.screen.is_modified()
    assert box_with_focus().text() == ""
    press(ENTER)  # the input method's own
    assert desk.place == "entry.customer"
    assert desk.screen.presenter.draft == before


def test_what_is_composed_when_the_focus_goes_stays_in_its_box(desk: EntryDesk) -> None:
    """Rule 4: into the box it was typed in, never into the next one, never lost."""
    press(Qt.Key.Key_H, CTRL | SHIFT)
    customer = box_with_focus()
    compose("华东")
    desk.screen.header.po_number.setFocus()
    assert box_with_focus() is desk.screen.header.po_number
    assert not customer.is_composing
    assert desk.screen.header.po_number.text() == ""
    desk.idle()
    found = desk.screen.presenter.customer
    assert found is not None  # leaving the box takes what it means
    assert (found.name, customer.text()) == ("华东家居", "Huadong Home Co.")


def test_a_message_and_a_save_end_no_composition(desk: EntryDesk) -> None:
    """Rule 4: what comes in meanwhile leaves the person who composes alone."""
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    desk.idle()
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_H, CTRL | SHIFT)
    compose("hua")
    desk.screen.presenter.say("entry.restored", n=1)
    assert desk.window.run_action("draft.save")
    desk.screen.presenter.desk_changed()
    desk.idle()
    assert box_with_focus().is_composing
    commit("华东")
    assert "华东" in box_with_focus().text()


def test_letters_out_of_a_composition_go_into_the_box_and_nothing_else_happens(desk: EntryDesk) -> None:
    """Rule 9: Enter puts the letters in; the same Enter, or its echo, chooses nothing."""
    press(Qt.Key.Key_H, CTRL | SHIFT)
    compose("hdjj")
    press(ENTER)
    commit("hdjj")
    press(ENTER)
    assert (desk.place, box_with_focus().text()) == ("entry.customer", "hdjj")
    QCoreApplication.processEvents()
    press(ENTER)
    assert desk.place == (0, "code")


def test_the_candidates_stand_at_the_caret_of_the_cell(desk: EntryDesk) -> None:
    """Rule 5: the place that the platform is told lies inside the box with the caret."""
    desk.choose_customer()
    press(Qt.Key.Key_Home, CTRL)
    press(Qt.Key.Key_H, CTRL | SHIFT)
    customer = box_with_focus()
    end = customer.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    place = end if isinstance(end, QRect) else end.toRect()
    assert QRect(0, 0, customer.width(), customer.height()).contains(place)


# ── figures ────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_wheel_changes_no_box_of_an_order(desk: EntryDesk) -> None:
    desk.choose_customer()
    desk.key_lines(("A105", "2"))
    desk.screen.title_row.open_more()
    desk.idle()
    before = desk.screen.presenter.draft
    boxes: list[QWidget] = [
        *desk.screen.findChildren(QLineEdit),
        *desk.screen.findChildren(QComboBox),
        *desk.screen.findChildren(QAbstractSpinBox),
        desk.grid.viewport(),
    ]
    for box in boxes:
        for step in (120, -120):
            at = QPointF(2, 2)
            wheel = QWheelEvent(
                at, at, QPoint(), QPoint(0, step), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QApplication.sendEvent(box, wheel)
            assert desk.screen.presenter.draft == before, (type(box), box.objectName())
    desk.idle()
    assert desk.screen.presenter.draft == before
    assert len(boxes) > 20


def test_zero_empty_and_unknown_look_different(desk: EntryDesk) -> None:
    """A gift costs 0.00, an unpriced line has no amount, and stock that nobody keeps is a question mark."""
    desk.choose_customer()
    desk.key_lines(("C330", "1"), ("H810", "1"))
    desk.go(0, "price")
    type_text("g")
    press(ENTER)
    QCoreApplication.processEvents()
    empty = len(desk.screen.presenter.draft.lines)
    shown = [desk.cell(row, "amount") for row in (0, empty)]
    assert shown[0].replace(",", "") == "0.00"
    assert shown[1] == ""
    assert desk.cell(1, "stock").strip().startswith("?")


# ── dates ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_date_is_read_in_both_languages_and_shown_while_it_is_typed(desk: EntryDesk) -> None:
    box = desk.screen.header.requested
    for shown_in, reading in (("en", "Fri 13 Mar"), ("zh", "3月13日")):
        language().switch_to(shown_in)  # type: ignore[arg-type] # one of the two
        for typed in ("fri", "z5", "周五"):
            box.setText(typed)
            assert box.day() == date(2026, 3, 13), (shown_in, typed)
            assert reading in box._read(typed)


def test_f4_opens_the_calendar_below_a_date(desk: EntryDesk) -> None:
    desk.choose_customer()
    box = desk.screen.header.requested
    for key, held in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ):
        box.setFocus()
        box.setText("+2")
        press(key, held)
        picker = child(box, DayPicker)
        month = child(picker, QCalendarWidget)
        assert picker.isVisible()
        assert month.selectedDate().toPython() == date(2026, 3, 11)
        week_numbers = QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
        assert month.verticalHeaderFormat() == week_numbers
        days = month.focusProxy()
        assert days is not None
        QTest.keyClick(days, Qt.Key.Key_Down)  # a week on
        QTest.keyClick(days, ENTER)
        assert box.text() == "2026-03-18"
        QCoreApplication.sendPostedEvents(None, 52)  # deferred delete
        QCoreApplication.processEvents()
        desk.qtbot.waitUntil(lambda: box.findChild(DayPicker) is None)
        desk.window.activateWindow()  # offscreen, nobody gives the focus back after a popup
        desk.qtbot.waitUntil(desk.window.isActiveWindow)
    box.setFocus()
    box.setText("+2")
    press(Qt.Key.Key_F4)
    picker = child(box, DayPicker)
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert box.day() == date(2026, 3, 11)


# ── clipboard ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Coded:
    id: int
    code: str
    quantity: Decimal


def test_leading_zeros_and_long_codes_survive_the_clipboard(qtbot: QtBot) -> None:
    codes = ("00017", "6904102001917000123", "1E5", "3-15")
    model = RowsModel(
        [
            Column("code", "ui.area.desk", lambda row: row.code, "code"),
            Column("quantity", "ui.area.desk", lambda row: str(row.quantity), "number"),
        ]
    )
    view = GridView(model, name="conventions")
    qtbot.addWidget(view)
    model.show_rows([Coded(at, code, Decimal(at)) for at, code in enumerate(codes)])
    every = QItemSelection(model.index(0, 0), model.index(len(codes) - 1, 1))
    view.selectionModel().select(every, QItemSelectionModel.SelectionFlag.Select)
    data = copied(view, model, with_headers=False)
    assert data is not None
    assert [line.split("\t")[0] for line in data.text().splitlines()] == list(codes)
    as_text = "mso-number-format:'\\@'"  # what keeps a spreadsheet from making figures and days of them
    for code in codes:
        assert f'<td style="{as_text}">{code}</td>' in data.html()
    assert "<td>3</td>" in data.html()
