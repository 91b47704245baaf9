"""Proof P17 in its small form: some days on each database; and what the model says of a desk that errs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from orderdesk.services import credit, stock, submitting
from tests.proofs.desk_machine import copies_of, run_days
from tests.support.postgres import PostgresServer

pytestmark = pytest.mark.slow


@pytest.fixture
def sqlite_days(sample_sqlite_template: Path, tmp_path: Path) -> Callable[[], str]:
    """A store of the sample company for each day."""
    return copies_of(sample_sqlite_template, tmp_path)


@pytest.fixture
def pg_days(pg_server: PostgresServer, sample_pg_template: str) -> Iterator[Callable[[], str]]:
    """The same on PostgreSQL."""
    made: list[str] = []

    def make() -> str:
        made.append(pg_server.create_database(sample_pg_template))
        return made[-1]

    yield make
    for url in made:
        pg_server.drop_database(url)


def test_days_on_sqlite_are_what_the_model_says(sqlite_days: Callable[[], str]) -> None:
    counts = run_days(sqlite_days, runs=10, steps=30, shrinks=False)
    assert counts.runs >= 10
    assert {"save", "submit", "decide", "withdraw", "ship", "price"} <= set(counts.steps)  # enough was tried
    assert counts.refusals > 0


def test_days_on_postgresql_are_what_the_model_says(pg_days: Callable[[], str]) -> None:
    assert run_days(pg_days, runs=3, steps=15, shrinks=False).runs >= 3


def nothing(*_what: Any, **_how: Any) -> None:
    """Do not do it."""


def unheard(*_what: Any, **_how: Any) -> tuple[()]:
    """Do not do it, and say that nothing was touched."""
    return ()


@pytest.mark.parametrize(
    ("where", "what", "instead", "said"),
    [
        (credit, "lower", nothing, "I9 credit books"),  # credit that is not given back
        (stock, "reserve_for_order", unheard, "A105|B210|C331|E510"),  # goods that nobody keeps
    ],
)
def test_a_desk_that_errs_is_found_out(
    sqlite_days: Callable[[], str], monkeypatch: pytest.MonkeyPatch, where: Any, what: str, instead: Any,
    said: str,
) -> None:  # fmt: skip
    monkeypatch.setattr(where, what, instead)
    with pytest.raises(AssertionError, match=said):
        run_days(sqlite_days, runs=20, steps=25, shrinks=False)


def test_a_cent_too_much_is_found_out(
    sqlite_days: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Totals are the model's own sums: a desk that adds a cent to each differs at the first submit."""
    real = submitting._write_submitted

    def dearer(session: Any, order: Any, *rest: Any) -> None:
        real(session, order, *rest)
        order.total += Decimal("0.01")

    monkeypatch.setattr(submitting, "_write_submitted", dearer)
    with pytest.raises(AssertionError, match="I14 total"):
        run_days(sqlite_days, runs=20, steps=25, shrinks=False)
