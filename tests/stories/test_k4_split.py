"""K4: four lines in three deliveries each, one figure changed, in at most 25 keys and 15 seconds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from orderdesk.words import LANGUAGES, Language
from tests.support.keystrokes import Keystrokes
from tests.support.office import Office

ORDERED = (("A105", 12), ("B210", 48), ("B211", 6), ("C330", 9))
DAYS = [date(2026, 3, 11), date(2026, 3, 18), date(2026, 3, 25)]
PARTS = [[6, 4, 2], [16, 16, 16], [2, 2, 2], [3, 3, 3]]
KEYS, SECONDS = 25, 15.0


def key_order(office: Office) -> None:
    """Key four lines and let the cursor stand on the last: the session begins there."""
    session = office.session()
    session.type("hdjj")
    session.press("Return")
    for code, quantity in ORDERED:
        session.type(code)
        session.press("Return")
        session.type(str(quantity))
        session.press("Return")
    session.press("Up")
    office.settle()


def play(session: Keystrokes) -> None:
    """Mark four lines, plan them all, give the first delivery of the first line another figure, send."""
    session.think()
    session.press("Shift+Up", "Shift+Up", "Shift+Up")
    session.think()
    session.press("Ctrl+L")
    session.type("3x7d+2")
    session.press("Return")
    session.think()
    session.press("Ctrl+L", "Down")
    session.type("6")
    session.press("Return")
    session.think()
    session.press("Ctrl+Return")


def sums(office: Office) -> list[bool]:
    """Return for each line of the draft whether its deliveries come to its quantity."""
    lines = office.entry.presenter.draft.lines
    return [sum(part.quantity for part in line.schedule) == line.quantity for line in lines if line.schedule]


@pytest.mark.parametrize("shown_in", LANGUAGES)
def test_k4_four_lines_are_split_in_25_keys_and_15_seconds(
    open_desk: Callable[..., Office], shown_in: Language
) -> None:
    office = open_desk(shown_in)
    key_order(office)
    session = office.session()
    between, adds_up = session.pause, []

    def pause(seconds: float) -> None:
        between(seconds)
        adds_up.extend(sums(office))

    session.pause = pause
    play(session)
    office.settle()
    assert all(adds_up)
    assert len(adds_up) > len(ORDERED)
    [(number, state, _)] = office.orders()
    assert state in ("released", "submitted")
    found = office.deliveries(number)
    assert [[int(quantity) for quantity, _ in line] for line in found] == PARTS
    assert [[day for _, day in line] for line in found] == [DAYS] * len(ORDERED)
    assert [sum(quantity for quantity, _ in line) for line in found] == [Decimal(n) for _, n in ORDERED]
    assert session.keys <= KEYS
    assert session.seconds <= SECONDS
