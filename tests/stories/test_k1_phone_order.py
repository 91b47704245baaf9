"""K1: a phone order of five lines in at most 58 keys and 25 seconds, from Ctrl+N to what the strip says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from orderdesk.words import LANGUAGES, Language
from tests.stories import k1
from tests.support.office import Office

Open = Callable[..., Office]


@pytest.mark.parametrize("shown_in", LANGUAGES)
def test_k1_a_phone_order_in_58_keys_and_25_seconds(open_desk: Open, shown_in: Language) -> None:
    office = open_desk(shown_in)
    session = office.session()
    k1.play(session)
    office.settle()
    k1.check_booked(office)
    assert session.keys <= k1.KEYS
    assert session.seconds <= k1.SECONDS


@pytest.mark.parametrize("shown_in", LANGUAGES)
def test_k1_also_with_chinese_mode_on_and_a_slow_search(open_desk: Open, shown_in: Language) -> None:
    office = open_desk(shown_in)
    session = office.session(slowness=0.3)
    k1.play_with_input_method(session)
    office.settle()
    k1.check_booked(office)
    assert session.keys <= k1.KEYS
    assert session.seconds <= k1.SECONDS
    again = office.session(slowness=0.3)
    k1.play(again)
    office.settle()
    k1.check_booked(office, times=2)
    assert again.seconds <= k1.SECONDS
