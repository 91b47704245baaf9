"""K1: a phone order, keyed without the mouse, at the pace of a person and of a scanner."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from tests.support.windows import NO_MODIFIER, commit, focused
from tests.ui.entry.conftest import CTRL, ENTER, EntryDesk

LINES = (("A105", "12"), ("B210", "48"), ("C330", "2"), ("D410", "1"), ("E530", "120"))
BOOKED = tuple((code, Decimal(quantity)) for code, quantity in LINES)
MOST_KEYS = 58

Stroke = tuple[Qt.Key | str, Qt.KeyboardModifier]


def strokes() -> list[Stroke]:
    """Return K1 as single keys: the customer, five times code and quantity, submit."""
    keys: list[Stroke] = [(Qt.Key.Key_N, CTRL), *_typed("hdjj"), (ENTER, NO_MODIFIER)]
    for code, quantity in LINES:
        keys += [*_typed(code), (ENTER, NO_MODIFIER), *_typed(quantity), (Qt.Key.Key_Enter, NO_MODIFIER)]
    return [*keys, (ENTER, CTRL)]


def _typed(text: str) -> list[Stroke]:
    return [(letter, NO_MODIFIER) for letter in text]


@dataclass(frozen=True)
class Pace:
    """How fast keys come: whether the window gets a turn between two of them, and after how many keys the
    customer's prices are there (300 ms are 4 keys at 12 a second and 12 keys at 40).
    """

    name: str
    has_turns: bool
    keys_until_known: int


SLOW = Pace("slow", has_turns=True, keys_until_known=0)
PACES = (
    Pace("12 a second", has_turns=True, keys_until_known=4),
    Pace("40 a second", has_turns=True, keys_until_known=12),
    Pace("40 a second, no turn between keys", has_turns=False, keys_until_known=12),
    Pace("faster than any scanner, prices after the submit", has_turns=False, keys_until_known=1000),
)


def play(desk: EntryDesk, pace: Pace) -> list[str]:
    """Play K1; return where each key went."""
    backend = desk.backend
    backend.holds = pace.keys_until_known > 0
    places: list[str] = []
    asked = 0
    for key, modifiers in strokes():
        places.append(str(desk.place))
        QTest.keyClick(focused(), key, modifiers)  # type: ignore[arg-type]
        if pace.has_turns:
            QCoreApplication.processEvents()
        asked += 1 if len(places) > 6 else 0
        if backend.holds and asked >= pace.keys_until_known:
            desk.qtbot.waitUntil(lambda: backend.held > 0, timeout=5000)
            backend.holds = False
            backend.release()
    if backend.holds:
        desk.qtbot.waitUntil(lambda: backend.held > 0, timeout=5000)
        backend.holds = False
        backend.release()
    desk.idle()
    return places


def test_a_phone_order_takes_at_most_58_keys() -> None:
    assert len(strokes()) <= MOST_KEYS


def test_a_phone_order_is_booked_as_keyed(desk: EntryDesk) -> None:
    play(desk, SLOW)
    [(number, state, lines)] = desk.orders()
    assert (state, lines) == ("released", BOOKED)
    assert number in desk.said
    assert "18,799.68 CNY" in desk.said


def test_the_next_order_waits_in_the_customer_box(desk: EntryDesk) -> None:
    play(desk, SLOW)
    assert desk.place == "entry.customer"
    assert desk.screen.presenter.session.is_blank


@pytest.mark.parametrize("pace", PACES, ids=lambda pace: pace.name)
def test_no_key_goes_elsewhere_at_any_pace(desk: EntryDesk, pace: Pace) -> None:
    slow = play(desk, SLOW)
    assert play(desk, pace) == slow
    assert [(state, lines) for _, state, lines in desk.orders()] == [("released", BOOKED)] * 2


@pytest.mark.slow
def test_fifty_orders_in_a_row_lose_nothing(desk: EntryDesk) -> None:
    slow = play(desk, SLOW)
    for at in range(50):
        assert play(desk, PACES[at % len(PACES)]) == slow
    booked = desk.orders()
    assert len(booked) == 51
    assert {lines for _, _, lines in booked} == {BOOKED}
    assert {state for _, state, _ in booked} <= {"released", "submitted"}


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
