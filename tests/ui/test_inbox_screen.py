"""The inbox in its window: keyed without a mouse, in both languages, and true to the store."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from orderdesk.ui.language import language
from orderdesk.ui.screens.inbox.card_parts import NoteSection
from orderdesk.ui.shell.key_sheet import KeySheet
from orderdesk.ui.theme import theme
from orderdesk.wire.commands import WithdrawSubmit
from tests.services.approval_support import VIP, active, decide, order_row, put, states, submitted
from tests.support.databases import sqlite_url_of
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.windows import child, commit, compose, focused, press, type_text
from tests.ui.inbox_support import InboxDesk, open_inbox, waiting

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def sample_desk(sample_sqlite_url: str) -> SampleDesk:
    return open_sample_desk(sample_sqlite_url)


@pytest.fixture
def at_desk(qtbot: QtBot, sample_desk: SampleDesk, tmp_path: Path) -> Iterator[Callable[[], InboxDesk]]:
    """Opens the window of the manager once the orders of the test are there."""
    opened: list[InboxDesk] = []

    def open_it() -> InboxDesk:
        opened.append(open_inbox(qtbot, sample_desk, tmp_path))
        return opened[-1]

    yield open_it
    for desk in opened:
        desk.backend.stop()
    if not opened:
        sample_desk.store.close()


@pytest.fixture(scope="module")
def three_waiting(sample_sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which three orders wait for the manager, to be copied."""
    path = tmp_path_factory.mktemp("waiting") / "waiting.sqlite"
    shutil.copyfile(sample_sqlite_template, path)
    desk = open_sample_desk(sqlite_url_of(path))
    waiting(desk, 3)
    desk.store.close()
    return path


@pytest.fixture
def inbox(qtbot: QtBot, three_waiting: Path, tmp_path: Path) -> Iterator[InboxDesk]:
    path = tmp_path / "waiting.sqlite"
    shutil.copyfile(three_waiting, path)
    desk = open_inbox(qtbot, open_sample_desk(sqlite_url_of(path), seed=13), tmp_path)
    yield desk
    desk.backend.stop()


def test_ten_cards_are_decided_by_twelve_keys(
    at_desk: Callable[[], InboxDesk], sample_desk: SampleDesk
) -> None:
    orders = waiting(sample_desk, 10)
    desk = at_desk()
    for at in range(9):
        assert desk.shown == orders[at].number
        type_text("a")
        desk.settle()
    type_text("r2")
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert [order_row(sample_desk, order.id).state for order in orders] == ["released"] * 9 + ["draft"]
    assert order_row(sample_desk, orders[9].id).state_reason == "term.reason.credit"
    assert desk.said == f"Sent {orders[9].number} back to the clerk."
    assert desk.numbers == []


def test_keys_typed_without_waiting_lose_nothing(
    qtbot: QtBot, at_desk: Callable[[], InboxDesk], sample_desk: SampleDesk
) -> None:
    orders = waiting(sample_desk, 6)
    desk = at_desk()
    type_text("aaaaa")
    qtbot.waitUntil(lambda: desk.numbers == [orders[5].number], timeout=5000)
    desk.settle()
    assert [order_row(sample_desk, order.id).state for order in orders] == ["released"] * 5 + ["submitted"]


def test_one_key_brings_the_card_back(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    type_text("a")
    inbox.settle()
    assert inbox.said == f"Approved {numbers[0]}."
    type_text("z")
    inbox.settle()
    assert (inbox.numbers, inbox.shown) == (numbers, numbers[0])
    assert inbox.said == f"{numbers[0]} is waiting for your decision again."


def test_the_last_approval_can_be_taken_back_from_the_empty_list(
    at_desk: Callable[[], InboxDesk], sample_desk: SampleDesk
) -> None:
    (order,) = waiting(sample_desk, 1)
    desk = at_desk()
    type_text("a")
    desk.settle()
    assert desk.screen.list.accessibleDescription() == "Nothing waiting for you. You decided 1 order today."
    type_text("z")
    desk.settle()
    assert desk.shown == order.number


def test_sending_back_is_impossible_without_a_reason(inbox: InboxDesk) -> None:
    (first, *_) = inbox.numbers
    type_text("r")
    press(Qt.Key.Key_Return, CTRL)
    inbox.settle()
    assert inbox.screen.reason.problem.isVisible()
    assert inbox.screen.reason.problem.text().startswith("The reason is missing.")
    assert inbox.numbers[0] == first
    type_text("2")
    assert not inbox.screen.reason.problem.isVisible()
    press(Qt.Key.Key_Return, CTRL)
    inbox.settle()
    assert first not in inbox.numbers


def test_another_reason_goes_to_the_words_and_needs_them(inbox: InboxDesk) -> None:
    type_text("r5")
    assert focused() is inbox.screen.reason.words
    press(Qt.Key.Key_Return, CTRL)
    inbox.settle()
    assert inbox.screen.reason.problem.isVisible()
    commit("客户要求延期")
    QApplication.processEvents()
    press(Qt.Key.Key_Return, CTRL)
    inbox.settle()
    assert not inbox.screen.reason.isVisible()


def test_shift_r_refuses_and_r_sends_back_with_caps_lock_on_too(inbox: InboxDesk) -> None:
    for text, modifiers, title in (
        ("R", SHIFT, "Refuse"),
        ("R", Qt.KeyboardModifier.NoModifier, "Send"),  # Caps Lock
        ("r", SHIFT, "Refuse"),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_R, modifiers, text)
        QApplication.sendEvent(focused(), event)
        assert inbox.screen.reason.title.text().startswith(title)
        press(Qt.Key.Key_Escape)
        assert not inbox.screen.reason.isVisible()


def test_letters_decide_nothing_in_the_box_for_words(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    type_text("r5")
    type_text("a rz xj")
    assert inbox.screen.reason.words.text() == "a rz xj"
    press(Qt.Key.Key_Escape)
    inbox.settle()
    assert inbox.numbers == numbers


def test_nothing_is_sent_while_the_input_method_composes(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    type_text("r5")
    compose("jia ge")
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_Escape)
    inbox.settle()
    assert inbox.screen.reason.isVisible()
    assert inbox.numbers == numbers


def test_list_and_card_keep_the_input_method_out(inbox: InboxDesk) -> None:
    for pane in (inbox.screen.list, inbox.screen.card, inbox.screen.card.lines):
        pane.setFocus()
        assert not pane.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    type_text("a")
    inbox.settle()
    assert len(inbox.numbers) == 2


def test_letters_act_while_the_card_or_its_lines_have_the_focus(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    inbox.screen.card.setFocus()
    type_text("j")
    inbox.settle()
    assert inbox.shown == numbers[1]
    inbox.screen.card.lines.setFocus()
    type_text("a")
    inbox.settle()
    assert inbox.numbers == [numbers[0], numbers[2]]


def test_the_same_with_modifiers_works_anywhere_in_the_tab(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    inbox.screen.queues.setFocus()
    press(Qt.Key.Key_A, CTRL | SHIFT)
    inbox.settle()
    assert inbox.numbers == numbers[1:]
    inbox.screen.queues.setFocus()
    press(Qt.Key.Key_R, CTRL | SHIFT)
    assert inbox.screen.reason.isVisible()


def test_up_down_home_and_end_move_like_the_letters(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    keys = {Qt.Key.Key_Down: 1, Qt.Key.Key_End: 2, Qt.Key.Key_Up: 1, Qt.Key.Key_Home: 0}
    for key, at in keys.items():
        press(key)
        inbox.settle()
        assert inbox.shown == numbers[at]


def test_enter_gives_the_card_the_room_and_enter_or_escape_the_list_back(inbox: InboxDesk) -> None:
    press(Qt.Key.Key_Return)
    assert not inbox.screen.list.isVisible()
    assert focused() is inbox.screen.card
    type_text("a")
    inbox.settle()
    assert len(inbox.numbers) == 2
    press(Qt.Key.Key_Escape)
    assert inbox.screen.list.isVisible()
    assert focused() is inbox.screen.list


def test_space_pages_a_long_card(inbox: InboxDesk) -> None:
    inbox.window.resize(1280, 720)
    theme().apply(QApplication.instance(), "light", 200)  # type: ignore[arg-type] # there is one while there is a window
    inbox.settle()
    bar = inbox.screen.card.scroll_bar
    press(Qt.Key.Key_Space)
    assert bar.value() > 0
    press(Qt.Key.Key_Space, SHIFT)
    assert bar.value() == 0


def test_a_mark_shows_its_sum_in_the_status_bar(inbox: InboxDesk) -> None:
    type_text("xx")
    inbox.settle()
    rows = inbox.screen.presenter.marked_rows
    total = sum(row.total for row in rows)
    assert len(rows) == 2
    assert inbox.screen.summary().text == f"2 marked, CNY {total:,.2f}"


def test_the_question_mark_opens_the_keys_of_this_screen(inbox: InboxDesk) -> None:
    type_text("?")
    sheet = child(inbox.window, KeySheet)
    keys = {row.id: row.keys for row in sheet.table.rows_model.rows}
    assert keys["inbox.approve"] == "a   Ctrl+Shift+A"
    assert keys["inbox.refuse"] == "Shift+R"
    sheet.close()


def test_only_what_works_now_is_offered(inbox: InboxDesk) -> None:
    screen = inbox.screen
    assert {"inbox.approve", "inbox.send_back", "inbox.refuse"} < set(screen.actions())
    assert "undo" not in screen.actions()
    type_text("r")
    assert screen.actions() == ("finish",)
    press(Qt.Key.Key_Escape)
    for _ in range(3):
        type_text("a")
        inbox.settle()
    assert screen.actions() == ("undo", "refresh")


def test_buttons_decide_and_leave_the_focus_with_the_list(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    child(inbox.screen, QPushButton, "inbox.button.approve").click()
    inbox.settle()
    assert inbox.numbers == numbers[1:]
    assert focused() is inbox.screen.list


def test_a_decision_at_another_desk_leaves_the_list_and_keeps_the_cursor(inbox: InboxDesk) -> None:
    numbers = inbox.numbers
    type_text("j")
    inbox.settle()
    first = inbox.screen.presenter.row
    assert first is not None
    other = next(row for row in inbox.sample_rows if row.number == numbers[0])
    decide(inbox.sample, active(inbox.sample, other.order_id), "approve", "zhangwei")
    inbox.settle_changes()
    assert inbox.numbers == numbers[1:]
    assert inbox.shown == numbers[1]


def test_a_changed_order_is_refused_with_its_difference_in_strip_and_card(
    at_desk: Callable[[], InboxDesk], sample_desk: SampleDesk
) -> None:
    order = submitted(sample_desk, VIP)
    desk = at_desk()
    with desk.nobody_told():
        sample_desk.do(WithdrawSubmit(order_id=order.id), "lina")
        first = order.lines[0].model_copy(update={"quantity": Decimal(9)})
        again = order.model_copy(update={"lines": (first, *order.lines[1:])})
        sample_desk.submit(sample_desk.with_seen_prices(again))
    type_text("a")
    desk.settle()
    assert desk.said.startswith(f"{order.number} is no longer what was shown.")
    assert desk.said.endswith("A115: quantity 8 → 9")
    language().switch_to("zh")
    assert desk.said.endswith("请查看变化后再决定。A115：数量 8 → 9")
    language().switch_to("en")
    told = child(desk.screen, NoteSection, "inbox.card.told")
    assert [(note.sign, note.text) for note in told.notes] == [("~", "A115: quantity 8 → 9")]
    assert states(sample_desk, order.id) == [("manager", "active")]


def test_the_card_says_why_and_what_goes_beyond_the_rules(
    at_desk: Callable[[], InboxDesk], sample_desk: SampleDesk
) -> None:
    submitted(sample_desk, discount="0.2")
    desk = at_desk()
    card = desk.screen.card
    assert [note.text for note in card.why.notes] == [
        "A price is below the floor price",
        "A discount of 20 % needs the manager",
        "Approval table, version 1, rows 6, 7",
    ]
    assert [note.text for note in card.changes.notes] == [
        "A115: 1,248.00 is below the floor price of 1,350.00, discount of 20 %",
        "B210: 113.60 is below the floor price of 118.00, discount of 20 %",
    ]
    signs = [card.lines.model().index(row, card.lines.rows_model.column_of("sign")).data() for row in (0, 1)]
    assert signs == ["!", "!"]
    numbers = [card.lines.model().index(row, 0).data() for row in (0, 1)]
    assert numbers == ["1", "2"]
    assert card.credit.note.whole_text == "of a limit of 30,000.00"


def test_everything_is_said_again_in_the_other_language(inbox: InboxDesk) -> None:
    language().switch_to("zh")
    inbox.settle()
    screen = inbox.screen
    assert screen.title() == "审批"
    assert screen.queues.tabText(0) == "待我 3"
    assert screen.card.customer.whole_text == "蓝海酒店"
    assert [button.text() for button in screen.findChildren(QPushButton) if button.isVisible()] == [
        "同意  a", "退回修改  r", "不同意  Shift+R",
    ]  # fmt: skip
    assert screen.card.why.title.text() == "为何需要您审批"


def test_an_author_alone_writes_a_reason_before_he_approves(
    at_desk: Callable[[], InboxDesk], sample_desk: SampleDesk
) -> None:
    put(sample_desk, approval__author="self_with_reason")
    order = submitted(sample_desk, VIP, person="zhangwei")
    desk = at_desk()
    type_text("a")
    assert focused() is desk.screen.reason.words
    assert not desk.screen.reason.choices[0].isVisible()
    commit("客户急用")
    QApplication.processEvents()
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert order_row(sample_desk, order.id).self_approved_reason == "客户急用"


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("name", ["en", "zh"])
def test_nothing_is_wider_than_its_window(inbox: InboxDesk, name: str, scale: int) -> None:
    language().switch_to("zh" if name == "zh" else "en")
    theme().apply(QApplication.instance(), "light", scale)  # type: ignore[arg-type] # there is one while there is a window
    inbox.window.resize(1366, 768)
    inbox.settle()
    assert inbox.window.width() == 1366
    card = inbox.screen.card
    assert card.body_width <= card.width()
    for button in inbox.screen.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width() - 1, button.text()
