"""Quick add: a whole order in one box, by real keys; and its commands without a window."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from orderdesk.intake.sample import sample_id
from orderdesk.ui.language import language
from orderdesk.ui.screens.entry.quick_commands import is_in_note
from orderdesk.ui.theme import theme
from orderdesk.wire.drafts import open_note
from tests.support.windows import NO_MODIFIER, commit, focused, press, type_text
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk
from tests.ui.entry.test_presenter import HUADONG, View, closed_store, presenter, services, view_of

__all__ = ["closed_store", "presenter", "services"]

GAP_OF_A_SCANNER, GAP_OF_A_PERSON = 8, 90  # ms


def open_box(desk: EntryDesk, text: str = "") -> None:
    """Open quick add with its key and type."""
    press(Qt.Key.Key_J, CTRL)
    type_text(text)
    QCoreApplication.processEvents()


def typed_lines(desk: EntryDesk) -> list[tuple[str, Decimal | None]]:
    """Return code and quantity of the lines on the screen."""
    return [(line.typed_code, line.quantity) for line in desk.screen.presenter.draft.lines]


def chips(desk: EntryDesk) -> list[tuple[str, str]]:
    return [(chip.kind, chip.word) for chip in desk.screen.quick.chips.chips]


def burst(text: str, gap: int) -> None:
    """Type text and Enter, each key ``gap`` milliseconds after the one before."""
    at = 100_000
    for sign in (*text, "\r"):
        key = ENTER if sign == "\r" else Qt.Key(ord(sign.upper()))
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, NO_MODIFIER, sign)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(focused(), event)
        at += gap
    QCoreApplication.processEvents()


def test_a_whole_order_is_one_text_and_one_step(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12 B210*48>3x7d C330*2")
    press(ENTER)
    desk.idle()
    assert typed_lines(desk) == [("A105", Decimal(12)), ("B210", Decimal(48)), ("C330", Decimal(2))]
    assert [part.quantity for part in desk.screen.presenter.draft.lines[1].schedule] == [Decimal(16)] * 3
    assert desk.said == "3 lines added."
    press(Qt.Key.Key_Z, CTRL)
    assert typed_lines(desk) == []
    press(Qt.Key.Key_Y, CTRL)
    assert len(typed_lines(desk)) == 3


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en", ["A105 ×12", "B210 ×48, 3 dates", "B2I0: there is no such item. Did you mean B210?"]),
        ("zh", ["A105 ×12", "B210 ×48，3 个交期", "没有商品“B2I0”，您是要 B210 吗？"]),
    ],
)
def test_each_token_says_what_it_is(desk: EntryDesk, name: str, words: list[str]) -> None:
    language().switch_to("zh" if name == "zh" else "en")
    desk.choose_customer()
    open_box(desk, "A105*12 B210*48>3x7d B2I0")
    assert [word for _, word in chips(desk)] == words
    assert [kind for kind, _ in chips(desk)] == ["ok", "ok", "hold"]


def test_chips_follow_the_language_while_it_is_typed(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "C330*2@40")
    assert chips(desk) == [("ok", "C330 ×2, at 40.00")]
    language().switch_to("zh")
    assert chips(desk) == [("ok", "C330 ×2，单价 40.00")]


def test_a_bad_token_stays_with_the_caret_at_it_and_holds_no_other_up(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12 B2I0*4 C330*2")
    press(ENTER)
    assert typed_lines(desk) == [("A105", Decimal(12)), ("C330", Decimal(2))]
    box = desk.screen.quick.box
    assert (box.text(), box.cursorPosition(), desk.place) == ("B2I0*4", 0, "entry.quick")
    assert desk.said == "2 lines added; 1 more to be put right in the box."


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Down])
def test_a_key_takes_what_was_meant(desk: EntryDesk, key: Qt.Key) -> None:
    desk.choose_customer()
    open_box(desk, "B2I0*4")
    press(ENTER)
    press(key)
    assert desk.screen.quick.box.text() == "B210*4"
    press(ENTER)
    assert typed_lines(desk) == [("B210", Decimal(4))]


def test_tab_walks_on_where_nothing_is_wrong(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12")
    press(Qt.Key.Key_Tab)
    assert desk.place != "entry.quick"
    assert desk.screen.quick.box.text() == "A105*12"


def test_esc_goes_back_to_the_lines_and_the_text_waits(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*1")
    press(Qt.Key.Key_Escape)
    assert desk.place == (0, "code")
    assert desk.screen.quick.isVisible()
    open_box(desk, "2")
    assert desk.screen.quick.box.text() == "A105*12"


def test_an_empty_box_goes_away_with_esc(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk)
    press(Qt.Key.Key_Escape)
    assert not desk.screen.quick.isVisible()


def test_a_typed_price_is_asked_its_reason(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12 C330*2@40")
    press(ENTER)
    QCoreApplication.processEvents()
    assert desk.place == "entry.reason"
    type_text("fair")
    press(ENTER)
    assert desk.screen.presenter.draft.lines[1].manual_reason == "fair"


def test_submit_takes_what_still_stands_in_the_box(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12")
    desk.submit()
    [(_, _, lines)] = desk.orders()
    assert lines == (("A105", Decimal(12)),)
    assert desk.screen.quick.box.text() == ""


def test_submit_reads_a_pasted_text_as_typed_after_a_scan(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk)
    burst("6904102001078", GAP_OF_A_SCANNER)
    QGuiApplication.clipboard().setText("B210*4")
    press(Qt.Key.Key_V, CTRL)
    desk.submit()
    [(_, _, lines)] = desk.orders()
    assert lines == (("A105", Decimal(1)), ("B210", Decimal(4)))


def test_a_bad_token_keeps_an_order_from_being_sent(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12 Q999*4")
    desk.submit()
    assert {state for _, state, _ in desk.orders()} == {"draft"}
    assert (desk.place, desk.screen.quick.box.text()) == ("entry.quick", "Q999*4")


def test_the_input_method_is_let_in_for_a_note_only(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk, "A105*12")
    box = desk.screen.quick.box
    seen = [box.lets_ime_in]
    type_text("#")
    seen.append(box.lets_ime_in)
    commit("加急")
    QCoreApplication.processEvents()
    type_text(" ")
    seen.append(box.lets_ime_in)
    press(ENTER)
    assert seen == [False, True, False]
    assert desk.screen.presenter.draft.lines[0].notes == open_note("加急")


def test_a_code_scanned_again_adds_one(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk)
    for _ in range(3):
        burst("6904102001078", GAP_OF_A_SCANNER)
    assert typed_lines(desk) == [("A105", Decimal(3))]


def test_a_code_typed_again_is_a_line_of_its_own(desk: EntryDesk) -> None:
    desk.choose_customer()
    open_box(desk)
    for _ in range(2):
        burst("A105", GAP_OF_A_PERSON)
    assert typed_lines(desk) == [("A105", Decimal(1)), ("A105", Decimal(1))]


@pytest.mark.parametrize("name", ["en", "zh"])
def test_all_of_the_box_is_in_sight_on_a_small_screen_in_large_text(
    desk: EntryDesk, qapp: QApplication, name: str
) -> None:
    language().switch_to("zh" if name == "zh" else "en")
    theme().apply(qapp, "light", 200)
    desk.choose_customer()
    open_box(desk, "A105*12 B210*48>3x7d B2I0*4 C330*2@40")
    chips_shown = desk.screen.quick.chips
    last, _ = chips_shown._placed[-1]
    assert chips_shown.rect().contains(last)
    box = desk.screen.quick.box
    body = desk.screen._body.viewport()
    assert body.rect().contains(box.rect().translated(box.mapTo(body, box.rect().topLeft())))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("A105#", True), ("A105#a b", False), ('A105#"a b', True), ('A105#"a b"', False), ('"A#1"*2', False)],
)
def test_a_note_ends_with_its_blank_or_its_quotes(text: str, expected: bool) -> None:
    assert is_in_note(text, len(text)) is expected


def test_commands_need_no_window(presenter) -> None:
    presenter.customer_chosen(HUADONG)
    taken = presenter.quick.take("A105*12 Q999 B210*4")
    assert (taken.text, taken.caret, taken.unexplained) == ("Q999", 0, None)
    assert [line.item_id for line in presenter.draft.lines] == [
        sample_id("item", "A105"),
        sample_id("item", "B210"),
    ]
    assert isinstance(view_of(presenter), View)
    assert view_of(presenter).said[-1] == "entry.quick.left"
    assert presenter.undo_code == "entry.undo.quick"


def test_a_text_is_read_anew_for_another_customer(presenter) -> None:
    """HD-T140 is what Huadong calls A105; nobody else does."""
    before = presenter.quick.read("HD-T140*2").lines
    presenter.customer_chosen(HUADONG)
    assert before == ()
    assert [line.code for line in presenter.quick.read("HD-T140*2").lines] == ["A105"]


def test_an_order_takes_no_more_lines_than_it_may_have(presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orderdesk.ui.screens.entry.quick_commands.MAX_LINES", 2)
    taken = presenter.quick.take("A105*1 B210*2 C330*3")
    assert taken.text == "C330*3"
    assert len(presenter.draft.lines) == 2
    assert view_of(presenter).said[-1] == "entry.quick.full"
