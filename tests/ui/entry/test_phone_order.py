"""Input methods in a phone order: code boxes take letters, and the first Enter is the input method's own.

The order itself, its keys and its paces are played in ``tests/stories/``.
"""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from tests.support.windows import commit, focused
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

LINES = (("A105", "12"), ("B210", "48"), ("C330", "2"), ("D410", "1"), ("E530", "120"))
BOOKED = tuple((code, Decimal(quantity)) for code, quantity in LINES)


def test_letters_stay_letters_with_the_input_method_on(desk: EntryDesk) -> None:
    """With Chinese mode on, a platform that ignores the hint commits what was typed, full-width."""
    commit("ｈｄｊｊ")
    QCoreApplication.processEvents()
    QTest.keyClick(focused(), ENTER)
    for code, quantity in LINES:
        for text in (code, quantity):
            commit(text)
            QCoreApplication.processEvents()
            QTest.keyClick(focused(), ENTER)
    desk.submit()
    [(_, state, lines)] = desk.orders()
    assert (state, lines) == ("released", BOOKED)


def test_an_enter_in_the_turn_of_a_commit_is_the_input_methods_own(desk: EntryDesk) -> None:
    commit("hdjj")
    QTest.keyClick(focused(), ENTER)  # the echo that some platforms send
    assert desk.place == "entry.customer"
    QCoreApplication.processEvents()
    QTest.keyClick(focused(), ENTER)
    assert desk.place == (0, "code")


def test_a_chinese_name_finds_the_customer_once_the_input_method_is_let_in(desk: EntryDesk) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.screen.header.customer.lets_ime_in
    commit("华东")
    QCoreApplication.processEvents()
    QTest.keyClick(focused(), ENTER)
    assert desk.place == (0, "code")
    desk.idle()
    assert desk.screen.presenter.customer is not None
    assert desk.screen.presenter.customer.name == "华东家居"


def test_the_next_order_keeps_the_input_method_out_again(desk: EntryDesk) -> None:
    QTest.keyClick(focused(), Qt.Key.Key_H, CTRL | Qt.KeyboardModifier.ShiftModifier)
    commit("华东")
    QCoreApplication.processEvents()
    QTest.keyClick(focused(), ENTER)
    desk.key_lines(("A105", "1"))
    desk.submit()
    assert not desk.screen.header.customer.lets_ime_in
