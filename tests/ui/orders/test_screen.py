"""The orders list in its window: finding by keys, views, pages, columns, files, both languages."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog

from orderdesk.intake.sample import sample_id
from orderdesk.services.file_store import store_content
from orderdesk.services.reading.order_list import PAGE, VIEWS
from orderdesk.ui.areas import make_areas
from orderdesk.ui.language import language
from orderdesk.ui.screen import Person
from orderdesk.ui.tables.column_menu import ColumnMenu
from orderdesk.wire.commands import AttachFile
from tests.services.approval_support import STANDARD, VIP, submitted
from tests.services.test_order_list import TODAY, YESTERDAY, move, saved, seed_many
from tests.services.test_reading_orders import ship, straight
from tests.support.desk import SampleDesk
from tests.support.windows import child, focused, press, type_text
from tests.ui.desk.conftest import Opened
from tests.ui.orders.conftest import World

CTRL = Qt.KeyboardModifier.ControlModifier

Open = Callable[..., World]


def phone_tail(sample: SampleDesk, customer: str) -> str:
    return sample.desk().customers[sample_id("customer", customer)].phone[-4:]


# ── where is my order? (K8) ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("shown_in", "state", "note", "figures"),
    [
        ("en", "Partly delivered", "ring first", "Ordered 5 pc, Shipped 3 pc, Open 2 pc"),
        ("zh", "部分发货", "ring first", "订货 5 张, 已发 3 张, 未发 2 张"),
    ],
)
def test_a_phone_tail_shows_where_the_order_is(
    sample: SampleDesk, open_world: Open, shown_in: str, state: str, note: str, figures: str
) -> None:
    asked = straight(sample, ("A105", "5"), note="ring first")
    ship(sample, asked, "3")
    saved(sample, VIP)
    world = open_world()
    if shown_in == "zh":
        language().switch_to("zh")
    typed = phone_tail(sample, STANDARD)
    press(Qt.Key.Key_2, CTRL)
    press(Qt.Key.Key_F3)
    type_text(typed)
    world.settle()
    keys = 2 + len(typed)
    assert keys <= 12
    card = world.screen.card
    assert card.card is not None
    assert card.card.row.number == sample.number_of(asked)
    assert card.accessibleName() == f"{sample.number_of(asked)}, {state}"
    texts = card.texts()
    assert any(note in text for text in texts)
    assert [one.number in texts for one in card.card.deliveries if one.number] == [True]
    assert figures in texts[-1]
    assert card.isVisible()
    assert world.window.current_screen is world.screen  # nothing was opened


def test_the_box_keeps_the_keys_while_arrows_walk_the_rows(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    straight(sample)
    world = open_world()
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Down)
    assert focused() is world.screen.bar.box
    assert world.screen.list.view.current_row() == 1
    press(Qt.Key.Key_Return)
    assert focused() is world.screen.list.view
    assert world.screen.list.view.current_row() == 1


def test_ctrl_f_finds_like_f3(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    for key, held in ((Qt.Key.Key_F, CTRL), (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier)):
        world.screen.list.view.setFocus()
        press(key, held)
        assert focused() is world.screen.bar.box


def test_escape_empties_the_box_then_goes_to_the_rows(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    press(Qt.Key.Key_F3)
    type_text("zzzzz")
    world.settle()
    assert world.numbers == []
    assert world.screen.list.empty_text.startswith("No order of this view answers that.")
    press(Qt.Key.Key_Escape)
    world.settle()
    assert len(world.numbers) == 1
    press(Qt.Key.Key_Escape)
    assert focused() is world.screen.list.view


# ── views and pages ────────────────────────────────────────────────────────────────────────────────


def test_f4_chooses_a_view_by_keys(sample: SampleDesk, open_world: Open) -> None:
    late, due = straight(sample), straight(sample)
    move(sample, late, YESTERDAY)
    move(sample, due, TODAY)
    world = open_world()
    assert len(world.numbers) == 2
    press(Qt.Key.Key_F4)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    world.settle()
    assert world.numbers == [sample.number_of(due)]
    assert world.screen.bar.views.currentText() == "Due today"


def test_every_view_has_its_name_and_its_words_for_nothing_in_both_languages(open_world: Open) -> None:
    world = open_world()
    for shown_in in ("en", "zh"):
        language().switch_to(shown_in)
        seen = set()
        for view in VIEWS:
            world.screen.presenter.choose(view.id)
            world.settle()
            world.screen.bar.show_view(view.id)
            seen.add((world.screen.bar.views.currentText(), world.screen.list.empty_text))
        assert len(seen) == len(VIEWS)
        assert not any("‹" in text for pair in seen for text in pair)


def test_page_down_reads_the_next_page_by_itself(sample: SampleDesk, open_world: Open) -> None:
    expected = seed_many(sample, 2 * PAGE + 50)
    world = open_world()
    assert len(world.numbers) == PAGE
    while world.screen.list.view.current_row() < 2 * PAGE + 49:
        before = world.screen.list.view.current_row()
        press(Qt.Key.Key_PageDown)
        world.settle()
        assert world.screen.list.view.current_row() > before
    assert [row.id for row in world.screen.list.view.rows_model.rows] == expected


def test_a_change_elsewhere_keeps_the_cursor_on_its_order(sample: SampleDesk, open_world: Open) -> None:
    seed_many(sample, PAGE + 30)
    world = open_world()
    press(Qt.Key.Key_End)
    world.settle()
    row = world.screen.list.current()
    assert row is not None
    new = sample.number_of(straight(sample))
    world.qtbot.waitUntil(lambda: new in world.numbers, timeout=5000)
    current = world.screen.list.current()
    assert current is not None
    assert current.id == row.id
    assert len(world.numbers) >= PAGE


def test_a_new_order_comes_in_by_itself(sample: SampleDesk, open_world: Open) -> None:
    known = straight(sample)
    world = open_world()
    late = straight(sample)
    both = sorted(map(sample.number_of, (known, late)))
    world.qtbot.waitUntil(lambda: sorted(world.numbers) == both, timeout=5000)


# ── opening ────────────────────────────────────────────────────────────────────────────────────────


def test_enter_opens_a_draft_in_entry_and_shows_the_card_of_any_other(
    sample: SampleDesk, open_world: Open
) -> None:
    sent, draft = straight(sample), saved(sample)
    world = open_world()
    rows = [row.id for row in world.screen.list.view.rows_model.rows]
    world.screen.list.view.go_to(rows.index(sent))
    world.window.context.toggle()
    press(Qt.Key.Key_Return)
    assert world.window.context.isVisible()
    assert world.window.current_screen is world.screen
    world.screen.list.view.go_to(rows.index(draft))
    press(Qt.Key.Key_Return)
    opened = world.window.current_screen
    assert isinstance(opened, Opened)
    assert opened.key == draft


def test_who_enters_no_orders_opens_none(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    world = open_world("chenjing")
    person = world.backend.person
    assert person is not None
    assert person.roles == frozenset({"finance"})
    press(Qt.Key.Key_Return)
    assert world.window.current_screen is world.screen


# ── columns ────────────────────────────────────────────────────────────────────────────────────────


def tick(world: World, key: str) -> None:
    """Tick a column in the menu as the mouse would."""
    menu = child(world.screen, ColumnMenu)
    entry = next(one for one in menu.actions() if one.data() == key)
    entry.trigger()


def test_a_chosen_column_stays_for_this_person_at_this_desk(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    assert world.window.run_action("columns")
    tick(world, "salesperson")
    tick(world, "tier")
    world.settle()
    assert "Salesperson" in world.headers
    assert "Tier" not in world.headers
    again = open_world()
    assert again.headers == world.headers
    other = open_world("wangfang")
    assert "Salesperson" not in other.headers


def test_the_number_cannot_be_taken_away(sample: SampleDesk, open_world: Open) -> None:
    world = open_world()
    world.screen.columns.open_menu(QPoint(10, 10))
    keys = {entry.data() for entry in child(world.screen, ColumnMenu).actions()}
    assert "number" not in keys
    for key in keys:
        menu_entry = next(e for e in child(world.screen, ColumnMenu).actions() if e.data() == key)
        if menu_entry.isChecked():
            menu_entry.trigger()
    assert world.headers == ["Number"]


# ── files ──────────────────────────────────────────────────────────────────────────────────────────


def test_the_view_is_written_whole_with_the_columns_on_show(
    sample: SampleDesk, open_world: Open, tmp_path: Path
) -> None:
    seed_many(sample, PAGE + 20)
    world = open_world()
    assert len(world.numbers) == PAGE
    target = tmp_path / "orders.csv"
    world.screen.export_to(target)
    world.settle()
    with target.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert len(rows) == PAGE + 21
    assert header[0] == "Number"
    assert "Total" in header
    assert header[-1] == "Currency"
    assert [row[0] for row in rows][:PAGE] == world.numbers
    assert rows[0][header.index("Date")] == "2026-03-10"
    assert world.said == f"{PAGE + 21} orders are in orders.csv."


def test_what_a_customer_wrote_is_never_a_formula(
    sample: SampleDesk, open_world: Open, tmp_path: Path
) -> None:
    saved(sample, po_number="=1+1", requested=date(2026, 3, 20))
    world = open_world()
    for name in ("o.csv", "o.xlsx"):
        world.screen.export_to(tmp_path / name)
        world.settle()
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as file:
        _header, row = csv.reader(file)
    assert "'=1+1" in row
    sheet = load_workbook(tmp_path / "o.xlsx").active
    assert sheet is not None
    cells = {cell.value: cell.data_type for cell in sheet[2]}
    assert cells["=1+1"] == "s"


def test_the_file_is_asked_for_with_the_view_in_its_name(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    assert world.window.run_action("export")
    dialog = child(world.screen, QFileDialog, "orders.file")
    assert dialog.selectedFiles()[0].endswith("All orders 2026-03-09.xlsx")
    dialog.close()


def test_an_empty_list_offers_no_file(open_world: Open) -> None:
    world = open_world()
    assert "export" not in world.screen.actions()
    assert not world.screen.ask_file()


def test_a_file_that_cannot_be_written_is_told(sample: SampleDesk, open_world: Open, tmp_path: Path) -> None:
    straight(sample)
    world = open_world()
    world.screen.export_to(tmp_path / "no" / "where.csv")
    world.settle()
    assert "cannot be written" in world.said


# ── the rail ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        ("clerk", ["entry", "desk", "orders"]),
        ("manager", ["entry", "desk", "orders", "inbox", "warehouse"]),
        ("finance", ["desk", "orders", "inbox"]),
        ("warehouse", ["warehouse"]),
    ],
)
def test_the_list_stands_after_the_desk_for_those_who_talk_to_customers(
    open_world: Open, role: str, seen: list[str]
) -> None:
    person = Person(sample_id("person", "lina"), "x", frozenset({role}))
    areas = make_areas(open_world().backend)
    work = {"entry", "desk", "orders", "inbox", "warehouse"}  # records come behind what is done every minute
    assert [area.id for area in areas if person.may_see(area) and area.id in work] == seen


def test_a_pending_order_says_so_in_both_languages(sample: SampleDesk, open_world: Open) -> None:
    submitted(sample)
    world = open_world()
    model = world.screen.list.view.rows_model
    cell = model.index(0, model.column_of("state"))
    assert cell.data() == "Pending: Manager"
    language().switch_to("zh")
    assert cell.data() == "审批中：经理"


def test_files_stand_on_the_card_of_an_order_in_whatever_state(sample: SampleDesk, open_world: Open) -> None:
    order = sample.draft("C1001", ("A105", "2"))
    assert not sample.submit(order).is_refused
    stored = store_content(sample.store, b"%PDF-1.7", sample.clock.now())
    key = sample.ports.ids.new()
    sample.do(
        AttachFile(attachment_id=key, order_id=order.id, file_name="PO.pdf", sha256=stored.sha256), "lina"
    )
    world = open_world()
    files = world.screen.panel.files
    assert [row.name for row in files.presenter.rows] == ["PO.pdf"]
    assert "files.show" in world.screen.actions()


def test_a_sent_order_is_opened_with_f2_and_taken_back_with_w(sample: SampleDesk, open_world: Open) -> None:
    order = submitted(sample)
    world = open_world()
    assert {"edit", "order.withdraw"} <= set(world.screen.actions())
    world.screen.list.view.setFocus()
    press(Qt.Key.Key_F2)
    opened = world.window.current_screen
    assert isinstance(opened, Opened)
    assert opened.key == order.id
    world.window.tabs.go_to(world.screen)
    world.screen.list.view.setFocus()
    type_text("w")
    world.settle()
    assert world.said == f"{order.number} withdrawn: it is a draft again under its number."
