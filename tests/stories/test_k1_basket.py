"""K1 basket: what a customer usually takes, in at most 30 keys and 20 seconds."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from orderdesk.intake.sample import record_sample_past
from orderdesk.words import LANGUAGES, Language
from tests.support.desk import SampleDesk
from tests.support.keystrokes import Keystrokes
from tests.support.office import Office

QUANTITIES = ("36", "12", "8", "24", "20")
BOOKED = (("B210", 36), ("C330", 12), ("A105", 8), ("B211", 24), ("C345", 20))
KEYS, SECONDS = 30, 20.0


def play(session: Keystrokes) -> None:
    """Key the order: who it is, the basket, five quantities down, send."""
    session.press("Ctrl+N")
    session.think()
    session.type("hdjj")
    session.press("Return")
    session.think()
    session.press("F7")
    for quantity in QUANTITIES:
        session.think()
        session.type(quantity)
        session.press("Down")
    session.think()
    session.press("Ctrl+Return")


@pytest.mark.parametrize("shown_in", LANGUAGES)
def test_k1_basket_in_30_keys_and_20_seconds(
    sample: SampleDesk, open_desk: Callable[..., Office], shown_in: Language
) -> None:
    assert record_sample_past(sample.store, sample.ports) is None
    office = open_desk(shown_in)
    for slowness in (0.0, 0.3):  # also where the basket comes 300 ms after it was asked for
        known = office.known()
        session = office.session(slowness=slowness)
        play(session)
        office.settle()
        [(number, state, lines)] = office.orders(since=known)
        assert (state, lines) == ("released", tuple((code, Decimal(count)) for code, count in BOOKED))
        assert number in office.said  # the three rows that were not touched are dropped
        assert office.place() == "entry.customer"
        assert session.keys <= KEYS
        assert session.seconds <= SECONDS
