"""The line grid: paths of the keys, what is typed into cells, what the strip says about it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from tests.support.windows import focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, SHIFT, EntryDesk

TAB = Qt.Key.Key_Tab


@pytest.fixture
def keyed(desk: EntryDesk) -> EntryDesk:
    """An order for 华东家居 with two lines."""
    desk.choose_customer()
    desk.key_lines(("A105", "12"), ("B210", "40"))
    desk.idle()
    return desk


def test_enter_walks_code_quantity_next_line(keyed: EntryDesk) -> None:
    assert keyed.place == (2, "code")


def test_shift_enter_walks_back(keyed: EntryDesk) -> None:
    places = []
    for _ in range(3):
        press(ENTER, SHIFT)
        places.append(keyed.place)
    assert places == [(1, "quantity"), (1, "code"), (0, "quantity")]


def test_tab_walks_every_cell_that_can_be_typed_into(keyed: EntryDesk) -> None:
    keyed.go(0, "code")
    places = []
    for _ in range(6):
        press(TAB)
        places.append(keyed.place)
    columns = ["quantity", "unit", "price", "discount", "deliver"]
    assert places == [*((0, column) for column in columns), (1, "code")]


def test_shift_tab_from_the_first_cell_goes_back_to_the_header(keyed: EntryDesk) -> None:
    keyed.go(0, "code")
    press(Qt.Key.Key_Backtab, SHIFT)
    assert keyed.place == "entry.requested"


def test_enter_on_the_blank_row_stays(keyed: EntryDesk) -> None:
    press(ENTER)
    assert keyed.place == (2, "code")


def test_typing_replaces_and_f2_edits_in_place(keyed: EntryDesk) -> None:
    keyed.go(0, "quantity")
    type_text("7")
    press(ENTER)
    assert keyed.cell(0, "quantity") == "7"
    keyed.go(0, "quantity")
    press(Qt.Key.Key_F2)
    type_text("5")
    press(ENTER)
    assert keyed.cell(0, "quantity") == "75"


def test_escape_gives_back_what_stood_in_the_cell(keyed: EntryDesk) -> None:
    keyed.go(0, "quantity")
    type_text("99")
    press(Qt.Key.Key_Escape)
    assert keyed.cell(0, "quantity") == "12"
    assert keyed.place == (0, "quantity")


def test_escape_closes_the_list_first_then_the_cell_then_leaves_the_row(keyed: EntryDesk) -> None:
    keyed.go(0, "code")
    type_text("b2")
    QCoreApplication.processEvents()
    press(Qt.Key.Key_Escape)
    assert keyed.grid.editor() is not None
    press(Qt.Key.Key_Escape)
    assert keyed.grid.editor() is None
    assert keyed.cell(0, "code") == "A105"
    press(Qt.Key.Key_Escape)
    assert keyed.place == (2, "code")
    assert keyed.grid.rows_model.rowCount() == 3


@pytest.mark.parametrize(
    ("typed", "quantity", "unit"),
    [
        ("12*4", "48", "pc"),
        ("2 carton", "8", "pc"),
        ("3 carton 1 pc", "13", "pc"),
        ("２箱", "8", "pc"),
        ("+5", "45", "pc"),
    ],
)
def test_a_quantity_takes_units_and_arithmetic(
    keyed: EntryDesk, typed: str, quantity: str, unit: str
) -> None:
    keyed.go(1, "quantity")
    editor = keyed.grid.open_editor()
    assert editor is not None
    editor.setText(typed)
    press(ENTER)
    assert (keyed.cell(1, "quantity"), keyed.cell(1, "unit")) == (quantity, unit)


def test_an_unreadable_quantity_keeps_its_cell_open_and_says_why(keyed: EntryDesk) -> None:
    keyed.go(0, "quantity")
    type_text("1x")
    press(ENTER)
    assert keyed.grid.editor() is not None
    assert focused() is keyed.grid.editor()
    assert keyed.said
    assert keyed.screen.presenter.draft.lines[0].quantity == Decimal(12)


def test_a_look_alike_is_named_and_taken_only_by_choice(keyed: EntryDesk) -> None:
    type_text("B2I0")
    press(ENTER)
    assert keyed.said == "No item “B2I0”. Nearest: B210 Chair, walnut, grey. Down and Enter takes it."
    assert keyed.grid.editor() is not None
    press(ENTER)
    assert keyed.grid.editor() is not None
    press(Qt.Key.Key_Down)
    press(ENTER)
    assert keyed.cell(2, "code") == "B210"
    assert keyed.place == (2, "quantity")


def test_a_customers_own_number_is_exact(keyed: EntryDesk) -> None:
    type_text("hd-t140")
    press(ENTER)
    assert keyed.cell(2, "code") == "A105"


def test_a_bar_code_brings_its_unit(keyed: EntryDesk) -> None:
    type_text("6904102001283")
    press(ENTER)
    type_text("2")
    press(ENTER)
    assert [keyed.cell(2, column) for column in ("code", "quantity", "unit")] == ["B210", "2", "carton"]


def test_a_half_keyed_line_is_provisional_and_left_out_of_the_totals(keyed: EntryDesk) -> None:
    total = keyed.screen.totals.total_text
    type_text("C330")
    press(ENTER)
    QCoreApplication.processEvents()
    row = keyed.screen.lines.model.rows[2]
    assert row.provisional
    assert keyed.screen.totals.total_text == total


def test_there_is_always_one_blank_row(keyed: EntryDesk) -> None:
    rows = keyed.screen.lines.model.rows
    assert [row.is_blank for row in rows] == [False, False, True]


def test_f8_copies_the_cell_above(keyed: EntryDesk) -> None:
    press(Qt.Key.Key_F8)
    assert keyed.cell(2, "code") == "B210"
    press(Qt.Key.Key_F8)
    assert keyed.cell(2, "quantity") == "40"


def test_ctrl_insert_puts_a_line_above_and_ctrl_delete_takes_it(keyed: EntryDesk) -> None:
    keyed.go(1, "quantity")
    press(Qt.Key.Key_Insert, CTRL)
    assert keyed.place == (1, "code")
    assert [keyed.cell(row, "code") for row in range(3)] == ["A105", "", "B210"]
    press(Qt.Key.Key_Delete, CTRL)
    assert [keyed.cell(row, "code") for row in range(2)] == ["A105", "B210"]


def test_a_deleted_line_comes_back_with_undo(keyed: EntryDesk) -> None:
    keyed.go(0, "quantity")
    press(Qt.Key.Key_Delete, CTRL)
    assert keyed.said == "1 line deleted."
    press(Qt.Key.Key_Z, CTRL)
    assert [keyed.cell(row, "code") for row in range(2)] == ["A105", "B210"]
    assert keyed.said == "Undone: deleted line."


def test_undo_and_redo_bear_the_names_of_what_they_do(keyed: EntryDesk) -> None:
    keyed.go(0, "discount")
    type_text("3")
    press(ENTER)
    undo = keyed.window.commands.made("undo")
    keyed.qtbot.waitUntil(lambda: undo.text().startswith("Undo discount"))
    press(Qt.Key.Key_Z, CTRL)
    assert keyed.cell(0, "discount") == ""
    assert keyed.window.commands.made("redo").isEnabled()
    press(Qt.Key.Key_Y, CTRL)
    assert keyed.cell(0, "discount") == "3%"


def test_undo_goes_all_the_way_back_and_redo_all_the_way_forth(keyed: EntryDesk) -> None:
    before = keyed.screen.presenter.draft
    while keyed.screen.presenter.session.editor.undo_name is not None:
        press(Qt.Key.Key_Z, CTRL)
    keyed.idle()
    assert keyed.screen.presenter.session.is_blank
    while keyed.screen.presenter.session.editor.redo_name is not None:
        press(Qt.Key.Key_Y, CTRL)
    keyed.idle()
    assert keyed.screen.presenter.draft.lines == before.lines
    assert keyed.screen.presenter.draft.customer_id == before.customer_id


def test_a_changed_quantity_keeps_a_typed_price_and_says_so(keyed: EntryDesk) -> None:
    keyed.go(0, "price")
    type_text("800")
    press(ENTER)
    QCoreApplication.processEvents()
    type_text("regular")
    press(ENTER)
    keyed.go(0, "quantity")
    type_text("20")
    press(ENTER)
    QCoreApplication.processEvents()
    assert keyed.said == "Line 1 keeps the typed price of 800.00. Clear the price to use the list again."
    assert [keyed.cell(0, column) for column in ("price", "source", "amount")] == [
        "800.00",
        "typed",
        "16,000.00",
    ]


def test_a_cleared_price_is_the_lists_again(keyed: EntryDesk) -> None:
    keyed.go(0, "price")
    type_text("800")
    press(ENTER)
    QCoreApplication.processEvents()
    press(Qt.Key.Key_Escape)
    keyed.go(0, "price")
    editor = keyed.grid.open_editor()
    assert editor is not None
    editor.clear()
    press(ENTER)
    QCoreApplication.processEvents()
    assert [keyed.cell(0, column) for column in ("price", "source")] == ["827.00", "tier"]


def test_a_typed_price_asks_for_its_reason_in_the_line_card(keyed: EntryDesk) -> None:
    keyed.go(0, "price")
    type_text("800")
    press(ENTER)
    QCoreApplication.processEvents()
    assert keyed.place == "entry.reason"
    type_text("fair")
    press(ENTER)
    assert keyed.screen.presenter.draft.lines[0].manual_reason == "fair"
    assert keyed.place == (1, "code")


def test_g_in_the_price_makes_a_gift_with_a_reason(keyed: EntryDesk) -> None:
    keyed.go(1, "price")
    type_text("g")
    press(ENTER)
    QCoreApplication.processEvents()
    type_text("opening")
    press(ENTER)
    QCoreApplication.processEvents()
    assert [keyed.cell(1, column) for column in ("price", "source", "amount")] == ["0.00", "gift", "0.00"]
    assert keyed.screen.presenter.draft.lines[1].gift_reason == "opening"


def test_a_discount_over_the_limit_shows_who_will_be_asked(keyed: EntryDesk) -> None:
    keyed.go(0, "discount")
    type_text("5")
    press(ENTER)
    QCoreApplication.processEvents()
    assert keyed.screen.totals.route_text == "If sent now: Manager: A discount of 5 % needs the manager"


def test_the_same_item_again_is_told_and_never_merged(keyed: EntryDesk) -> None:
    type_text("A105")
    press(ENTER)
    assert keyed.said == "Also on line 1. Merge them with Ctrl+M, or go on: both lines are kept."
    assert keyed.cell(2, "code") == "A105"


def test_a_date_for_one_line_is_typed_in_shorthand(keyed: EntryDesk) -> None:
    keyed.go(0, "deliver")
    type_text("+3")
    press(ENTER)
    assert keyed.cell(0, "deliver") == "Thu 12 Mar"


def test_shift_and_arrows_mark_several_lines(keyed: EntryDesk) -> None:
    keyed.go(0, "code")
    press(Qt.Key.Key_Down, SHIFT)
    assert keyed.screen.lines.selected_rows() == [0, 1]
    press(ENTER, SHIFT)
    assert keyed.screen.lines.selected_rows() == [0]
