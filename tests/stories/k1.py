"""K1: a phone order as it is keyed, for every session that plays it."""

from __future__ import annotations

from decimal import Decimal

from tests.support.keystrokes import Keystrokes
from tests.support.office import Office

LINES = (("A105", "12"), ("B210", "48"), ("C330", "2"), ("D410", "1"), ("E530", "120"))
BOOKED = tuple((code, Decimal(quantity)) for code, quantity in LINES)
STATE, TOTAL = "released", "18,799.68"
KEYS, SECONDS = 58, 25.0


def play(session: Keystrokes) -> None:
    """Key the order: who it is, five lines as they are heard, send."""
    session.press("Ctrl+N")
    session.think()
    session.type("hdjj")
    session.press("Return")
    for code, quantity in LINES:
        session.think()
        session.type(code)
        session.press("Return")
        session.type(quantity)
        session.press("Enter")  # of the numpad, where the figures are
    session.think()
    session.press("Ctrl+Return")


def play_with_input_method(session: Keystrokes) -> None:
    """The same in Chinese mode: a platform that ignores that a box refuses it commits full-width letters."""
    session.press("Ctrl+N")
    session.think()
    session.commit("ｈｄｊｊ")
    session.press("Return")
    for code, quantity in LINES:
        session.think()
        session.commit(_wide(code))
        session.press("Return")
        session.commit(_wide(quantity))
        session.press("Return")
    session.think()
    session.press("Ctrl+Return")


def check_booked(office: Office, times: int = 1) -> None:
    """Check that the order was booked as keyed, once for each time, and the next one waits."""
    orders = office.orders()
    assert [(state, lines) for _, state, lines in orders] == [(STATE, BOOKED)] * times
    assert orders[-1][0] in office.said
    assert TOTAL in office.said
    assert office.place() == "entry.customer"
    assert office.entry.presenter.session.is_blank


def _wide(text: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in text)
