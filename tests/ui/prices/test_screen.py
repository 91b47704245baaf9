"""The price screen in its window, by keys alone: both languages, clerks who only read, panels and lists."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from orderdesk.services.reading.prices import price_list_heads
from orderdesk.ui.language import language
from orderdesk.ui.theme import theme
from tests.support.desk import SampleDesk
from tests.support.windows import child, focused, press, type_text
from tests.ui.prices.conftest import World, list_id
from tests.ui.prices.test_presenter import price_of, stored

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Open = Callable[..., World]


def test_prices_are_typed_filled_undone_and_saved_by_keys(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    press(Qt.Key.Key_Return)  # from the lists to the first price
    assert world.screen.card.grid.current_key() == "price"
    type_text("=900*0.9")
    press(Qt.Key.Key_Return)
    type_text("-5%")
    press(Qt.Key.Key_Return)
    assert (world.row("A105").price, world.row("A107").price) == (Decimal(810), Decimal(1026))
    assert world.screen.is_modified()
    assert world.column("below")[:2] == ["Not saved", "Not saved"]
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_Up, SHIFT)
    press(Qt.Key.Key_D, CTRL)
    assert [world.row(code).price for code in ("A105", "A107", "A110")] == [Decimal(810)] * 3
    press(Qt.Key.Key_Z, CTRL)
    assert world.row("A110").price == 960
    type_text("700")
    press(Qt.Key.Key_S, CTRL)  # what is open in the cell is taken first
    world.settle()
    assert world.said == "1 list is saved."
    assert not world.screen.is_modified()
    saved = [price_of(sample, "STD-2026", code)[0] for code in ("A105", "A107", "A110")]
    assert Decimal(700) in saved
    assert world.column("below").count("Below floor") == 1


def test_a_bad_price_keeps_its_text_and_says_why(open_world: Open) -> None:
    world = open_world()
    press(Qt.Key.Key_Return)
    type_text("8o0")
    press(Qt.Key.Key_Return)
    editor = world.screen.card.grid.editor()
    assert editor is not None
    assert editor.text() == "8o0"
    assert "8o0" in world.said
    press(Qt.Key.Key_Escape)
    assert not world.screen.is_modified()


def test_a_new_row_finds_its_item_and_asks_for_the_price(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    world.screen.go_to_list(list_id("AG-HONGDA"))
    world.settle()
    press(Qt.Key.Key_Return)
    grid = world.screen.card.grid
    grid.go_to(world.screen.card.model.rowCount() - 1, "code")
    type_text("a110")
    press(Qt.Key.Key_Return)
    assert grid.current_key() == "price"
    press(Qt.Key.Key_S, CTRL)  # without a price nothing is saved, and the problem is listed
    assert len(world.screen.card.problems.rows) == 1
    press(Qt.Key.Key_F8, CTRL)
    assert (world.row("A110").id, grid.current_key()) == (
        world.screen.card.model.rows[grid.current_row()].id, "price",
    )  # fmt: skip
    type_text("850")
    press(Qt.Key.Key_Return)
    assert world.screen.card.problems.isHidden()
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert price_of(sample, "AG-HONGDA", "A110") == [Decimal(850)]


def test_rows_are_pasted_and_many_are_changed_at_once(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    press(Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("code\tprice\nA105\t900\nZZZ\t1\nA107\t1100")
    press(Qt.Key.Key_V, CTRL)
    assert world.said.startswith("3 rows, 1 not taken")
    press(Qt.Key.Key_F8, CTRL)
    assert "ZZZ" in world.said
    world.screen.card.bar.box.setText("A105")
    press(Qt.Key.Key_B, CTRL | SHIFT)
    type_text("+10")
    assert world.column("proposed")[0] == "990.00"
    assert not world.screen.card.grid.isColumnHidden(world.screen.card.model.column_of("proposed"))
    press(Qt.Key.Key_Return)
    assert world.row("A105").price == Decimal(990)
    assert focused() is world.screen.card.grid
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert not world.screen.is_modified()


def test_lists_stand_side_by_side_under_their_codes(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    for _ in range(2):
        type_text("x")
        press(Qt.Key.Key_Down)
        world.settle()
    press(Qt.Key.Key_Return)
    grid = world.screen.card.shown_grid
    model = grid.rows_model
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads[-2:] == ["STD-2026", "TIER-A"]
    press(Qt.Key.Key_Tab)
    assert grid.current_key() == "list1"
    type_text("850")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    world.settle()
    assert price_of(sample, "TIER-A", "A105") == [Decimal(850)]
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert not world.screen.presenter.marked


def test_an_agreement_is_made_by_keys_and_ended(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    type_text("n")
    press(Qt.Key.Key_Tab)  # an agreement it is
    type_text("c1002")
    press(Qt.Key.Key_Return)
    type_text("AG-1002")
    press(Qt.Key.Key_Return, CTRL)
    world.settle()
    assert world.screen.form.isHidden()
    assert world.said.startswith("AG-1002 is made")
    press(Qt.Key.Key_S, CTRL)
    world.settle()
    assert stored(sample, "STD-2026").code  # the others are as they were
    with sample.store.reading() as connection:
        codes = {head.code: head for head in price_list_heads(connection)}
    assert codes["AG-1002"].customer_code == "C1002"
    press(Qt.Key.Key_Escape)
    type_text("e")
    type_text("2026-12-31")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    world.settle()
    with sample.store.reading() as connection:
        ended = {head.code: head.valid_to for head in price_list_heads(connection)}
    assert str(ended["AG-1002"]) == "2026-12-31"


def test_unsaved_prices_are_not_lost_by_closing(open_world: Open) -> None:
    world = open_world()
    press(Qt.Key.Key_Return)
    type_text("1")
    press(Qt.Key.Key_Return)
    assert not world.screen.can_close()
    assert "not saved" in world.said
    world.screen._drop()
    assert world.screen.can_close()


def test_in_large_text_a_list_says_for_whom_it_is_and_the_price_is_in_sight(
    look: QApplication, open_world: Open
) -> None:
    world = open_world()
    world.window.resize(1366, 768)
    theme().apply(look, "light", 200)
    world.settle()
    QCoreApplication.processEvents()
    lists, grid = world.screen.lists.view, world.screen.card.grid
    whom = lists.columnWidth(lists.rows_model.column_of("whom"))
    assert whom >= lists.fontMetrics().horizontalAdvance("Everybody")
    assert lists.horizontalScrollBar().maximum() == 0
    price = grid.rows_model.column_of("price")
    assert grid.columnViewportPosition(price) + grid.columnWidth(price) <= grid.viewport().width()


def test_a_clerk_reads_prices_and_sees_no_cost(open_world: Open) -> None:
    world = open_world("lina")
    language().switch_to("zh")
    press(Qt.Key.Key_Return)
    type_text("5")
    assert world.screen.card.grid.editor() is None
    assert world.screen.card.grid.isColumnHidden(world.screen.card.model.column_of("cost"))
    assert "prices.new" not in world.screen.actions()
    assert world.screen.title() == "价格"
    assert world.column("unit")[0] == "张"


def test_a_list_goes_out_into_a_workbook_and_comes_back_edited(
    sample: SampleDesk, open_world: Open, tmp_path: Path
) -> None:
    world = open_world()
    press(Qt.Key.Key_Return)
    path = tmp_path / "std.xlsx"
    assert world.screen.presenter.sheets.export(path)
    world.settle()
    assert world.said == "66 entries are in std.xlsx."
    book = load_workbook(path)
    sheet = book.active
    assert sheet is not None
    assert [cell.value for cell in sheet[1]][:3] == ["List", "Code", "Item"]
    assert sheet["D2"].value == "pc"  # a unit's name is in the language of the headings, and read in both
    sheet["H2"] = 901.5  # A105
    sheet["H3"] = "dear"
    sheet.delete_rows(4)  # A110
    book.save(path)
    assert world.screen.presenter.sheets.read(path)
    world.settle()
    panel = world.screen.card.imports
    assert not panel.isHidden()
    assert panel._counts.text() == "1 changed, 0 new, 63 as they are, 1 not in the file, 1 not taken"
    assert [row.key for row in panel.model.rows] == ["A107"]
    assert not world.screen.is_modified()  # it is only shown
    assert focused() is panel.take_button
    panel.remove.setChecked(True)
    press(Qt.Key.Key_Space)
    assert panel.isHidden()
    assert world.row("A105").price == Decimal("901.5")
    assert "A110" not in world.column("code")
    press(Qt.Key.Key_Z, CTRL)
    assert not world.screen.is_modified()
    assert world.screen.presenter.sheets.read(tmp_path / "nothing.xlsx")
    world.settle()
    assert "nothing.xlsx" in world.said
    assert panel.isHidden()


def test_the_file_dialogs_begin_with_the_name_of_the_list(open_world: Open) -> None:
    world = open_world()
    press(Qt.Key.Key_E, CTRL | SHIFT)
    dialog = child(world.screen, QFileDialog, "prices.file")
    assert dialog.selectedFiles()[0].endswith("STD-2026 2026-03-09.xlsx")
    dialog.reject()
    type_text("i")
    world.settle()
    opened = [one for one in world.screen.findChildren(QFileDialog) if one.isVisible()]
    assert [one.acceptMode() for one in opened] == [QFileDialog.AcceptMode.AcceptOpen]
    opened[0].reject()
