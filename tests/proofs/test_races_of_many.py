"""Proof P4 in its small form: eight clients, two rounds of each race; and what happens without the locks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from orderdesk.models import NumberSeries
from orderdesk.services import writing
from orderdesk.services.stock_levels import Level, LockedLevels, StockKey
from tests.proofs.races import SCENARIOS, clients, race

pytestmark = pytest.mark.slow
FEW = 8
NAMES = {kind.name: kind for kind in SCENARIOS}


@pytest.mark.parametrize("name", NAMES)
def test_whoever_comes_at_once_limits_hold(name: str, sample_pg_url: str) -> None:
    with clients(sample_pg_url, seed=4, count=FEW, patient=True) as opened:
        tally = race(NAMES[name], opened, 2 * FEW)
    assert tally.holds, tally
    assert tally.tries == 2 * FEW
    assert sum(tally.outcomes.values()) == tally.tries
    assert tally.deadlocks == 0  # the door would do it again; but locks taken in one order need no second try


def careless_reserve(levels: LockedLevels, key: StockKey, quantity: Decimal) -> bool:
    """Reserve as what was read a while ago would allow it."""
    there = levels[key]
    if there.available < quantity:
        return False
    levels.set(key, Level(there.on_hand, there.reserved + quantity))
    return True


def careless_draw(session: Session, series: str) -> int:
    """Read the next number, then write the one after it."""
    mine = NumberSeries.series == series
    drawn = session.execute(select(NumberSeries.next).where(mine)).scalar_one()
    session.execute(update(NumberSeries).where(mine).values(next=drawn + 1))
    return int(drawn)


@pytest.mark.parametrize("name", NAMES)
# A number that two draw is refused by the database, four times over: the door then calls it a fault of ours.
def test_without_the_locks_the_proof_finds_what_breaks(
    name: str, sample_pg_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    careless: dict[str, tuple[Any, str, Any]] = {
        "reserve": (LockedLevels, "reserve", careless_reserve),
        "number": (writing, "draw", careless_draw),
    }
    with clients(sample_pg_url, seed=5, count=FEW, patient=True, locks=False) as opened:
        if name == "number":
            opened.desks[0].save(opened.desks[0].draft("C2001"))  # the series is there
        if name in careless:
            monkeypatch.setattr(*careless[name])
        tally = race(NAMES[name], opened, 6 * FEW)
    assert not tally.holds, tally
