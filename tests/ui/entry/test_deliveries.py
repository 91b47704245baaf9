"""The schedule panel: expressions, parts to several addresses, several lines at once."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.support.windows import press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk

TAB = Qt.Key.Key_Tab


@pytest.fixture
def keyed(desk: EntryDesk) -> EntryDesk:
    """An order for 华东家居 with three lines, the cursor on the second."""
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "48"), ("C330", "3"))
    desk.go(1, "quantity")
    return desk


def parts(desk: EntryDesk, row: int = 1) -> list[tuple[Decimal, date | None]]:
    return [(part.quantity, part.requested) for part in desk.screen.presenter.draft.lines[row].schedule]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("3x7d+2", [(16, date(2026, 3, 11)), (16, date(2026, 3, 18)), (16, date(2026, 3, 25))]),
        ("16@t+2,16@+9,16@fri", [(16, date(2026, 3, 11)), (16, date(2026, 3, 18)), (16, date(2026, 3, 13))]),
        ("half@t+2,rest@eom", [(24, date(2026, 3, 11)), (24, date(2026, 3, 31))]),
        ("５＠＋２，rest", [(5, date(2026, 3, 11)), (43, None)]),
    ],
)
def test_an_expression_makes_the_parts(
    keyed: EntryDesk, typed: str, expected: list[tuple[int, date | None]]
) -> None:
    press(Qt.Key.Key_L, CTRL)
    assert keyed.place == "entry.schedule.expression"
    type_text(typed) if typed.isascii() else keyed.screen.schedule.part.expression.insert(typed)
    QCoreApplication.processEvents()
    if not typed.isascii():
        keyed.screen.schedule.part.expression.textEdited.emit(keyed.screen.schedule.part.expression.text())
    press(ENTER)
    assert parts(keyed) == [(Decimal(quantity), day) for quantity, day in expected]
    assert keyed.place == (1, "quantity")


def test_the_cell_says_how_many_dates(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    type_text("3x7d+2")
    press(ENTER)
    assert keyed.cell(1, "deliver") == "3 dates"


def test_an_expression_may_be_typed_right_into_the_cell(keyed: EntryDesk) -> None:
    keyed.go(1, "deliver")
    type_text("20@+2,28@+9")
    press(ENTER)
    assert parts(keyed) == [(Decimal(20), date(2026, 3, 11)), (Decimal(28), date(2026, 3, 18))]


def test_parts_that_do_not_add_up_are_not_taken(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    type_text("20@+2,20@+9")
    assert keyed.screen.schedule.part._sum.text() == "scheduled 40 of 48, left 8"
    press(ENTER)
    assert keyed.screen.schedule.is_open
    assert keyed.said
    assert parts(keyed) == []


def test_what_is_left_can_be_delivered_later_undated(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    type_text("20@+2,20@+9")
    keyed.screen.schedule.part._undated.click()
    assert keyed.screen.schedule.part.accept()
    assert parts(keyed)[-1] == (Decimal(8), None)


def test_escape_leaves_everything_as_it_was(keyed: EntryDesk) -> None:
    before = keyed.screen.presenter.draft
    press(Qt.Key.Key_L, CTRL)
    type_text("3x7d+2")
    press(Qt.Key.Key_Escape)
    assert keyed.screen.presenter.draft == before
    assert keyed.place == (1, "quantity")


def test_one_line_goes_to_three_addresses_on_three_dates_without_the_mouse(desk: EntryDesk) -> None:
    """C52: 100 as 40, 35 and 25 to three of the customer's addresses."""
    desk.choose_customer()
    desk.key_lines(("G720", "100"))
    desk.go(0, "quantity")
    press(Qt.Key.Key_L, CTRL)
    type_text("40@+2,35@+9,25@+16")
    press(TAB)
    press(ENTER)  # the first part goes where the order goes
    type_text("3")
    press(ENTER)
    type_text("4")
    press(ENTER)
    assert not desk.screen.schedule.is_open
    desk.submit()
    [(number, _, _)] = desk.orders()
    found = desk.schedule(number)
    assert [(quantity, day) for quantity, day, _ in found] == [
        (Decimal(40), date(2026, 3, 11)),
        (Decimal(35), date(2026, 3, 18)),
        (Decimal(25), date(2026, 3, 25)),
    ]
    assert [json.loads(address)["label"] for _, _, address in found] == ["浦东仓库", "苏州店", "杭州店"]


def test_an_address_is_found_by_its_pinyin(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    press(TAB)
    type_text("szd")
    press(ENTER)
    [part] = keyed.screen.presenter.draft.lines[1].schedule
    assert part.deliver_to is not None
    assert part.deliver_to.label == "苏州店"


def test_rows_are_put_in_and_taken_out_by_keys(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    press(Qt.Key.Key_Down)
    type_text("40")
    press(TAB)
    press(Qt.Key.Key_Insert, CTRL)
    plan = keyed.screen.schedule.part.plan
    assert plan is not None
    assert [part.quantity for part in plan.parts] == [Decimal(40), Decimal(8)]
    press(Qt.Key.Key_Delete, CTRL)
    assert [part.quantity for part in plan.parts] == [Decimal(40)]


def test_marked_lines_get_the_same_rhythm(keyed: EntryDesk) -> None:
    keyed.go(0, "quantity")
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_L, CTRL)
    type_text("3x7d+2")
    press(ENTER)
    assert [[quantity for quantity, _ in parts(keyed, row)] for row in range(3)] == [
        [Decimal(4)] * 3,
        [Decimal(16)] * 3,
        [Decimal(1)] * 3,
    ]


def test_ctrl_enter_takes_the_plan_and_sends_the_order(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    type_text("3x7d+2")
    keyed.submit()
    [(number, state, _)] = keyed.orders()
    assert state == "released"
    assert len(keyed.schedule(number)) == 5


def test_a_changed_quantity_tells_of_deliveries_that_no_longer_add_up(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    type_text("3x7d+2")
    press(ENTER)
    type_text("50")
    press(ENTER)
    assert keyed.said == "Line 2: the deliveries no longer add up to the quantity. Ctrl+L shows them."
    assert keyed.cell(1, "deliver") == "48 of 50"


def test_stock_serves_the_earlier_date_first(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_L, CTRL)
    type_text("16@+9,16@+2,16@+16")
    plan = keyed.screen.schedule.part.plan
    assert plan is not None
    assert [part.stock for part in plan.parts] == ["ok", "ok", "part"]


def test_a_line_without_quantity_has_nothing_to_plan(keyed: EntryDesk) -> None:
    keyed.go(3, "code")
    press(Qt.Key.Key_L, CTRL)
    assert keyed.said == "Choose an item and a quantity first, then plan its deliveries."
