"""The type-ahead bar: K1 at the pace of a scanner, and with slow answers, is what it is keyed slowly.

``python3 dev.py prove typing`` plays each pace 50 times and prints what it counted; here it is twice.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest

import dev
from devtools import prove_typing
from tests.stories import k1
from tests.support.office import Office

TIMES = int(os.environ.get("ORDERDESK_TEST_TYPING_TIMES", "2"))
REPORT = os.environ.get("ORDERDESK_TEST_TYPING_REPORT", "")
STATES = {"released", "submitted"}


@dataclass(frozen=True)
class Pace:
    """How fast keys come: seconds between two of them, and whether the window gets a turn there."""

    name: str
    between: float
    turns: bool = True


PACES = (
    Pace("12 keys a second", 1 / 12),
    Pace("40 keys a second", 1 / 40),
    Pace("one burst", 0.0, turns=False),
)
SLOWNESS = (0.0, 0.3)


@dataclass
class Tally:
    """What became of the orders of one pace."""

    pace: str
    slowness: float
    orders: int = 0
    keys: int = 0
    wrong_records: int = 0
    lost_or_doubled: int = 0
    keys_elsewhere: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether everything came out as it was keyed."""
        return not (self.wrong_records or self.lost_or_doubled or self.keys_elsewhere)


def replay(office: Office, pace: Pace, slowness: float, slow: list[str]) -> Tally:
    """Play K1 at a pace, again and again, and count what differs from the slow replay."""
    tally = Tally(pace.name, slowness)
    for _ in range(TIMES):
        known = office.known()
        session = office.session(slowness=slowness, between=pace.between, turns=pace.turns)
        k1.play(session)
        office.settle()
        made = office.orders(since=known)
        tally.orders += 1
        tally.keys += session.keys
        tally.lost_or_doubled += abs(len(made) - 1)
        tally.wrong_records += sum(lines != k1.BOOKED or state not in STATES for _, state, lines in made)
        tally.keys_elsewhere += sum(one != other for one, other in zip(session.places, slow, strict=True))
    return tally


@pytest.mark.slow
def test_no_key_is_lost_or_goes_elsewhere_at_any_pace(open_desk: Callable[..., Office]) -> None:
    office = open_desk()
    slow = office.session()
    k1.play(slow)
    office.settle()
    k1.check_booked(office)
    tallies = [replay(office, pace, slowness, slow.places) for pace in PACES for slowness in SLOWNESS]
    if REPORT:
        Path(REPORT).write_text(json.dumps([asdict(tally) for tally in tallies]), encoding="utf-8")
    assert [tally for tally in tallies if not tally.is_clean] == []
    assert len(office.orders()) == 1 + TIMES * len(tallies)


def test_the_proof_counts_what_the_sessions_report() -> None:
    tallies = [asdict(Tally(pace.name, slowness, 50)) for pace in PACES for slowness in SLOWNESS]
    assert dev.PROOFS["typing"] == prove_typing.__name__
    assert all(finding.holds for finding in prove_typing.findings_of(tallies))
    tallies[3]["keys_elsewhere"] = 1
    failed = [finding for finding in prove_typing.findings_of(tallies) if not finding.holds]
    assert [finding.what for finding in failed] == ["40 keys a second, answers after 300 ms: keys elsewhere"]


def test_the_comparison_finds_a_key_that_went_elsewhere(open_desk: Callable[..., Office]) -> None:
    """The bar can fail: a replay that lacks one key is not taken for the same."""
    office = open_desk()
    session = office.session()
    session.type("hdj")
    other = office.session()
    other.type("h")
    other.press("Ctrl+Home")
    other.type("j")
    assert session.keys == other.keys == 3
    assert session.places[0] == other.places[0]
    session.press("Return")
    other.press("Tab")
    other.type("1")
    assert session.places != other.places
