"""The desk in its window: keys, both languages, the card, live changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from orderdesk.ui.language import language
from orderdesk.ui.order_card.wording import Here
from orderdesk.wire.commands import DiscardDraft
from tests.services.approval_support import active, decide, submitted
from tests.support.desk import SampleDesk
from tests.support.windows import focused, press
from tests.ui.desk.conftest import Opened, World, age, saved, straight

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

Open = Callable[[], World]


def cell(world: World, which: str, row: int, key: str) -> str:
    """Return the text of a cell as it is painted, whether the column has room or not."""
    model = getattr(world.screen, which).view.rows_model
    text: str = model.index(row, model.column_of(key)).data(Qt.ItemDataRole.DisplayRole)
    return text


def test_the_keys_begin_on_the_first_draft(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    straight(sample)
    world = open_world()
    assert focused() is world.screen.drafts.view
    assert world.screen.drafts.view.current_row() == 0


def test_without_drafts_the_keys_begin_on_the_orders(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    assert focused() is world.screen.orders.view


def test_empty_lists_name_the_next_action_and_its_key(open_world: Open) -> None:
    screen = open_world().screen
    assert screen.orders.empty_text == "No orders today. Ctrl+N takes the first call."
    assert "Ctrl+N" in screen.drafts.empty_text
    language().switch_to("zh")
    assert screen.orders.empty_text == "今天还没有订单。按 Ctrl+N 接第一个电话。"
    assert screen.actions() == ("refresh",)


def test_ctrl_n_takes_the_first_call(open_world: Open) -> None:
    world = open_world()
    press(Qt.Key.Key_N, CTRL)
    assert isinstance(world.window.current_screen, Opened)
    assert world.window.current_screen.key is None


def test_enter_opens_the_draft_in_order_entry(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    older = saved(sample)
    age(sample, older, 1)
    world = open_world()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    entry = world.window.current_screen
    assert isinstance(entry, Opened)
    assert entry.key == older


def test_f6_and_tab_walk_between_the_lists(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    straight(sample)
    screen = open_world().screen
    press(Qt.Key.Key_F6)
    assert focused() is screen.orders.view
    press(Qt.Key.Key_F6, SHIFT)
    press(Qt.Key.Key_Tab)
    assert focused() is screen.orders.view


def test_only_the_list_with_the_keys_shows_a_choice(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    straight(sample)
    screen = open_world().screen
    assert screen.drafts.view.selectionModel().hasSelection()
    assert not screen.orders.view.selectionModel().hasSelection()
    press(Qt.Key.Key_F6)
    assert not screen.drafts.view.selectionModel().hasSelection()
    assert screen.orders.view.selectionModel().hasSelection()


def test_what_works_depends_on_the_list(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    straight(sample)
    screen = open_world().screen
    of_card = ("comment", "files.show", "files.add")
    assert screen.actions() == ("desk.open", "line.delete", *of_card, "refresh")
    assert screen.action_words()["desk.open"] == "desk.action.open"
    press(Qt.Key.Key_F6)
    assert screen.actions() == ("desk.open", "edit", "order.withdraw", *of_card, "refresh")
    assert screen.action_words()["desk.open"] == "desk.action.show"


def test_enter_on_an_order_shows_its_card(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    world.window.context.toggle()
    assert not world.window.context.isVisible()
    press(Qt.Key.Key_Return)
    assert world.window.context.isVisible()


def test_the_card_follows_the_cursor(sample: SampleDesk, open_world: Open) -> None:
    first = straight(sample, po_number="PO-1")
    second = straight(sample, po_number="PO-2")
    world = open_world()
    assert world.screen.card.card is not None
    assert world.screen.card.card.row.id == second
    press(Qt.Key.Key_Down)
    world.settle()
    assert world.screen.card.card.row.id == first
    assert "PO-1" in world.screen.card.texts()
    assert any("A105  Oak table 140, Ordered 2 pc" in text for text in world.screen.card.texts())


def test_discard_takes_the_draft_away_and_ctrl_z_brings_it_back(sample: SampleDesk, open_world: Open) -> None:
    saved(sample)
    straight(sample)
    world = open_world()
    (number,) = world.numbers("drafts")
    press(Qt.Key.Key_Delete, CTRL)
    world.settle()
    assert world.numbers("drafts") == []
    assert world.said == f"Draft {number} discarded."
    assert focused() is world.screen.orders.view
    press(Qt.Key.Key_Z, CTRL)
    world.settle()
    assert world.numbers("drafts") == [number]
    assert "undo" not in world.screen.actions()


def test_a_draft_says_who_sent_it_back_and_why(sample: SampleDesk, open_world: Open) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    world = open_world()
    assert cell(world, "drafts", 0, "happened") == "Sent back by Zhang Wei: Price"
    language().switch_to("zh")
    assert cell(world, "drafts", 0, "happened") == "张伟 退回修改：价格"


@pytest.mark.parametrize(("days", "flagged"), [(2, ""), (3, "3 days old: finish or discard")])
def test_a_draft_is_flagged_after_three_days(
    sample: SampleDesk, open_world: Open, days: int, flagged: str
) -> None:
    age(sample, saved(sample), days)
    world = open_world()
    assert cell(world, "drafts", 0, "happened") == flagged
    assert cell(world, "drafts", 0, "entered") == f"Li Na  {days} days ago"


def test_both_languages_are_live(sample: SampleDesk, open_world: Open) -> None:
    submitted(sample)
    world = open_world()
    assert [cell(world, "orders", 0, key) for key in ("customer", "state", "delivery")] == [
        "Qinghe Apartments",
        "Pending: Manager",
        "Thu 12 Mar",
    ]
    assert world.screen.summary().text == "0 drafts, 1 order"
    language().switch_to("zh")
    assert [cell(world, "orders", 0, key) for key in ("customer", "state", "delivery")] == [
        "青禾公寓",
        "审批中：经理",
        "3月12日 周四",
    ]
    assert world.screen.summary().text == "0 张草稿，1 张订单"
    assert "审批" in world.screen.card.texts()


def test_what_others_do_shows_at_once_and_the_cursor_stays_with_its_order(
    sample: SampleDesk, open_world: Open
) -> None:
    first = straight(sample)
    straight(sample)
    world = open_world()
    press(Qt.Key.Key_Down)
    kept = world.screen.orders.current()
    assert kept is not None
    assert kept.id == first
    straight(sample)
    world.qtbot.waitUntil(lambda: len(world.numbers("orders")) == 3, timeout=5000)
    now = world.screen.orders.current()
    assert now is not None
    assert (now.id, world.screen.orders.view.current_row()) == (first, 2)


def test_a_discard_elsewhere_takes_the_draft_away(sample: SampleDesk, open_world: Open) -> None:
    draft_id = saved(sample)
    world = open_world()
    sample.do(DiscardDraft(order_id=draft_id), "wangfang")
    world.qtbot.waitUntil(lambda: world.numbers("drafts") == [], timeout=5000)


def test_f5_reads_again_what_changed_past_the_door(sample: SampleDesk, open_world: Open) -> None:
    draft_id = saved(sample)
    world = open_world()
    assert cell(world, "drafts", 0, "entered") == "Li Na  10:00"
    age(sample, draft_id, 1)
    press(Qt.Key.Key_F5)
    world.settle()
    assert cell(world, "drafts", 0, "entered") == "Li Na  1 day ago"


def test_a_narrow_list_leaves_spare_columns_to_the_card(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    view = open_world().screen.orders.view
    model = view.rows_model

    def shown() -> set[str]:
        return {column.key for at, column in enumerate(model.columns) if not view.isColumnHidden(at)}

    view.resize(1200, 300)
    assert shown() == {column.key for column in model.columns} - {"holds"}  # nobody is on hold
    view.resize(560, 300)
    assert shown() == {"number", "customer", "total", "state"}


def test_each_row_is_spoken_with_its_state(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    model = open_world().screen.orders.view.rows_model
    index = model.index(0, model.column_of("state"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Line 1, State, Released"


def test_closing_the_tab_while_it_reads_disturbs_nobody(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    world.screen.presenter.refresh()
    press(Qt.Key.Key_W, CTRL)
    assert world.window.current_screen is None
    world.settle()


def test_amounts_name_another_currency_only() -> None:
    @dataclass(frozen=True)
    class Row:
        total: Decimal
        currency: str

    here = Here(date(2026, 3, 9), "Asia/Shanghai", "CNY")
    assert here.amount(Row(Decimal("12665.4"), "CNY")) == "12,665.40"
    assert here.amount(Row(Decimal(1200), "JPY")) == "JPY 1,200"


def test_the_card_names_who_approved_and_who_is_asked_now(sample: SampleDesk, open_world: Open) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    card = open_world().screen.card
    texts = card.texts()
    assert texts[0] == order.number
    assert card.accessibleName() == f"{order.number}, Pending: Finance"
    assert {"Zhang Wei", "Manager  10:00", "Finance", "since 10:00"} <= {*texts}


def test_showing_a_card_opens_no_window_of_its_own(sample: SampleDesk, open_world: Open) -> None:
    straight(sample)
    world = open_world()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert shown == [world.window]
