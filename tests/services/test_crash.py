"""A desk dies in the middle of a command: all of it happened or nothing, and sending it again is safe."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, func, select

from orderdesk.errors import EnvironmentProblem
from orderdesk.intake.sample import sample_id
from orderdesk.models import AuditEntry, Base, CommandLog, CreditAccount, NumberSeries, Order, StoreClock
from orderdesk.services.audit import verify_audit
from orderdesk.wire.commands import CommandData, Envelope, SubmitOrder
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk, open_sample_desk

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="desks are forked")

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Spawner:
    """Desks that die where they are told to."""

    process: subprocess.Popen[str]

    def cut(self, url: str, envelope: Envelope, where: object) -> int:
        """Let a desk execute a command and die at ``where``; return how it ended."""
        order = {
            "url": url, "where": str(where), "person": str(sample_id("person", "lina")),
            "envelope": envelope.model_dump(mode="json"),
        }  # fmt: skip
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@pytest.fixture(scope="module")
def spawner() -> Iterator[Spawner]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.cut_desk"],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    yield Spawner(process)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    assert process.wait(timeout=20) == 0
    process.stdout.close()


def wrapped(desk: SampleDesk, data: CommandData) -> Envelope:
    return Envelope(id=desk.ports.ids.new(), command=data.name, data=data.model_dump(mode="json"))


def everything(desk: SampleDesk) -> dict[str, list[Any]]:
    with desk.store.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


def looked_at(url: str) -> dict[str, list[Any]]:
    """Return all rows as the next start of the program finds them."""
    desk = open_sample_desk(url)
    try:
        return everything(desk)
    finally:
        desk.store.close()


def sent_again(url: str, envelope: Envelope) -> Outcome:
    desk = open_sample_desk(url, seed=99)
    try:
        return desk.door.execute_envelope(envelope, desk.actor("lina"))
    finally:
        desk.store.close()


@pytest.fixture
def order(sample_url: str) -> Envelope:
    """A phone order that goes straight through: order, lines, reservations, credit, delivery, evidence."""
    desk = open_sample_desk(sample_url)
    envelope = wrapped(desk, SubmitOrder(draft=desk.draft("C1001", ("A105", "2"), ("B211", "6"))))
    desk.store.close()
    return envelope


def statements_of(url: str, envelope: Envelope) -> int:
    """Return how many statements the command takes, from a run that is rolled back at its commit."""
    desk = open_sample_desk(url)
    count = 0

    def counted(*_arguments: object) -> None:
        nonlocal count
        count += 1

    def stop(_connection: object) -> None:
        raise RuntimeError("only counted")

    event.listen(desk.store.engine, "before_cursor_execute", counted)
    event.listen(desk.store.engine, "commit", stop)
    with pytest.raises(RuntimeError, match="only counted"):
        desk.door.execute_envelope(envelope, desk.actor("lina"))
    desk.store.close()
    return count


def check_one_effect(url: str, outcome: Outcome) -> None:
    """There is one order with the one number that was told, and every book agrees."""
    desk = open_sample_desk(url)
    with desk.store.reading() as connection:
        order_row = connection.execute(select(Order.number, Order.total, Order.exposure)).one()
        assert order_row.number == outcome.touched_one("order").number
        assert connection.execute(select(StoreClock.v)).scalar_one() == 2
        assert connection.execute(select(func.max(AuditEntry.v))).scalar_one() == 2
        assert connection.execute(select(func.count()).where(CommandLog.v == 2)).scalar_one() == 1
        exposure = connection.execute(select(func.sum(CreditAccount.exposure))).scalar_one()
        assert exposure == order_row.exposure == order_row.total
        assert connection.execute(select(NumberSeries.next)).scalar_one() == 2
        assert verify_audit(connection) == ()
    desk.store.close()


@pytest.mark.slow
def test_a_desk_killed_at_any_statement_leaves_nothing_behind(
    spawner: Spawner, sample_url: str, order: Envelope
) -> None:
    before = looked_at(sample_url)
    count = statements_of(sample_url, order)
    assert count > 20
    for where in [*range(1, count, 12), count, "before commit"]:
        assert spawner.cut(sample_url, order, where) == -signal.SIGKILL, where
        assert looked_at(sample_url) == before, where
    outcome = sent_again(sample_url, order)
    assert outcome.outcome == "applied"
    check_one_effect(sample_url, outcome)


def test_a_desk_killed_after_the_commit_has_done_it_and_the_answer_is_waiting(
    spawner: Spawner, sample_url: str, order: Envelope
) -> None:
    assert spawner.cut(sample_url, order, "after commit") == -signal.SIGKILL
    after = looked_at(sample_url)
    outcome = sent_again(sample_url, order)
    assert outcome.outcome == "applied"
    assert looked_at(sample_url) == after
    check_one_effect(sample_url, outcome)


def test_a_desk_that_is_not_cut_ends_well(spawner: Spawner, sample_url: str, order: Envelope) -> None:
    """Else every cut above could be a crash of something else."""
    assert spawner.cut(sample_url, order, 10_000) == 0
    check_one_effect(sample_url, sent_again(sample_url, order))


# The other end dies: the connection to PostgreSQL is cut


@pytest.mark.parametrize("where", [1, 12, 25])
def test_a_server_that_goes_away_in_the_middle_leaves_nothing_and_the_command_works_later(
    sample_pg_url: str, where: int
) -> None:
    desk = open_sample_desk(sample_pg_url)
    envelope = wrapped(desk, SubmitOrder(draft=desk.draft("C1001", ("A105", "2"))))
    before = everything(desk)
    left = where

    def cut(connection: Any, cursor: Any, *_arguments: object) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            with pytest.raises(psycopg.OperationalError):
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    event.listen(desk.store.engine, "before_cursor_execute", cut)
    with pytest.raises(EnvironmentProblem) as caught:
        desk.door.execute_envelope(envelope, desk.actor("lina"))
    assert caught.value.code == "error.store.unreachable"
    assert everything(desk) == before
    outcome = desk.door.execute_envelope(envelope, desk.actor("lina"))
    assert outcome.outcome == "applied"
    desk.store.close()
    check_one_effect(sample_pg_url, outcome)


def test_where_the_answer_to_the_commit_was_lost_the_command_sent_again_tells(
    sample_pg_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = open_sample_desk(sample_pg_url)
    envelope = wrapped(desk, SubmitOrder(draft=desk.draft("C1001", ("A105", "2"))))
    commit = desk.store.engine.dialect.do_commit

    def lose_the_answer(raw: Any) -> None:
        commit(raw)
        monkeypatch.undo()
        raise psycopg.OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(desk.store.engine.dialect, "do_commit", lose_the_answer)
    with pytest.raises(EnvironmentProblem) as caught:
        desk.door.execute_envelope(envelope, desk.actor("lina"))
    assert caught.value.code == "error.store.unreachable"
    after = everything(desk)
    outcome = desk.door.execute_envelope(envelope, desk.actor("lina"))
    assert outcome.outcome == "applied"
    assert everything(desk) == after
    desk.store.close()
    check_one_effect(sample_pg_url, outcome)
