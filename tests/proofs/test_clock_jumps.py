"""Proof P10 in its small form: each jump once; and what a desk without its defences loses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import bindparam, select

from orderdesk.models import Base
from orderdesk.services import jobs, journal
from orderdesk.services.reading import live_rules
from tests.proofs.clock_jumps import JUMPS, Counts, jump_about

pytestmark = pytest.mark.slow


@pytest.fixture
def jumping(sample_sqlite_url: str, tmp_path: Path) -> Callable[[], Counts]:
    """Take an order over each jump."""
    return lambda: jump_about(sample_sqlite_url, tmp_path, len(JUMPS))


def test_nothing_is_refused_or_lost_for_the_clock(jumping: Callable[[], Counts]) -> None:
    counts = jumping()
    assert (counts.refused, counts.wrong) == ([], [])
    assert set(counts.jumps) == {jump.name for jump in JUMPS}
    assert counts.commands >= 4 * len(JUMPS)


def by_time_alone(entry: journal.Journalled, _revision: Any, saved_at: Any) -> bool:
    """Tell what is newer by two clocks."""
    return saved_at is None or bool(saved_at <= entry.at)


def test_a_desk_that_believes_its_clock_is_found_out(
    jumping: Callable[[], Counts], monkeypatch: pytest.MonkeyPatch
) -> None:
    tables = Base.metadata.tables["rule_table"].c
    live = select(tables.body).where(tables.book == bindparam("book"), tables.live_from <= bindparam("now"))
    monkeypatch.setattr(journal, "counts_before", by_time_alone)
    monkeypatch.setattr(live_rules, "_LIVE_TABLE", live.limit(1))
    monkeypatch.setattr(jobs, "LEASE_S", 100 * 365 * 86_400)
    monkeypatch.setattr(jobs, "_LONGEST_WAIT", timedelta(days=100 * 365))
    counts = jumping()
    assert "what was typed last would be lost" in counts.wrong
    assert any("a job waits for a clock that was ahead" in one for one in counts.wrong)
    assert any(one.startswith("a year back") for one in counts.refused)
