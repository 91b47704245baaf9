"""A desk dies in the middle of a command: all of it happened or nothing, and sending it again is safe."""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, func, select

import dev
from devtools import prove_kill
from orderdesk.errors import EnvironmentProblem
from orderdesk.models import AuditEntry, Base, CommandLog, CreditAccount, NumberSeries, Order, StoreClock
from orderdesk.services.audit import verify_audit
from orderdesk.wire.commands import CommandData, Envelope, SubmitOrder
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk, open_sample_desk
from tests.support.faults import random_kills
from tests.support.faults.deeds import DEEDS
from tests.support.faults.killing import (
    Killer,
    Tally,
    around_the_last_commit,
    every_point,
    kill_at_points,
    killer,
)
from tests.support.faults.worlds import PostgresWorld, SqliteWorld
from tests.support.postgres import PostgresServer
from tests.support.postgres_files import fast_temp_root

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="desks are forked")


def wrapped(desk: SampleDesk, data: CommandData) -> Envelope:
    return Envelope(id=desk.ports.ids.new(), command=data.name, data=data.model_dump(mode="json"))


def everything(desk: SampleDesk) -> dict[str, list[Any]]:
    with desk.store.reading() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
        }


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


# A desk dies: dev.py prove P7 kills at every point, here it is a few of each


@pytest.fixture(scope="module")
def memory() -> Iterator[Path]:
    """A folder in memory: a killed process leaves the same there as on a disk."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-kill-", dir=fast_temp_root()) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def kill(memory: Path) -> Iterator[Killer]:
    with killer(memory) as starting:
        yield starting


@pytest.fixture(scope="module")
def files(memory: Path, sample_sqlite_template: Path) -> SqliteWorld:
    return SqliteWorld(memory / "sqlite", sample_sqlite_template)


@pytest.fixture(scope="module")
def server(memory: Path, pg_server: PostgresServer, sample_pg_template: str) -> PostgresWorld:
    return PostgresWorld(memory / "postgresql", pg_server, sample_pg_template)


@pytest.mark.slow
@pytest.mark.parametrize("deed", ["submit", "ship", "import", "migrate"])
def test_a_killed_desk_leaves_what_was_told_whole_and_it_can_be_done_again(
    kill: Killer, files: SqliteWorld, deed: str
) -> None:
    tally = kill_at_points(kill, files, DEEDS[deed], around_the_last_commit)
    assert tally.faults == []
    assert tally.kills == 2


@pytest.mark.slow
def test_so_it_is_where_the_store_is_shared(kill: Killer, server: PostgresWorld) -> None:
    assert kill_at_points(kill, server, DEEDS["submit"], around_the_last_commit).faults == []


@pytest.mark.slow
def test_what_is_typed_survives_a_kill_at_any_step_with_its_file(kill: Killer, files: SqliteWorld) -> None:
    tally = kill_at_points(kill, files, DEEDS["journal"], every_point)
    assert tally.faults == []
    assert tally.kills == tally.points > 20


# The proof can fail: each defence is taken out once


def after_it_was_written(names: Sequence[str]) -> Sequence[int]:
    return [names.index("after COMMIT", names.index("release SAVEPOINT")) + 1]


@pytest.mark.slow
def test_without_one_transaction_half_an_order_is_found(kill: Killer, files: SqliteWorld) -> None:
    tally = kill_at_points(kill, files, DEEDS["submit"], after_it_was_written, without="one transaction")
    assert re.search("half of it is there: audit_entry", tally.faults[0])


@pytest.mark.slow
def test_without_the_replay_by_id_a_second_order_is_found(kill: Killer, files: SqliteWorld) -> None:
    tally = kill_at_points(kill, files, DEEDS["submit"], after_it_was_written, without="replay by id")
    assert re.search("done again it (ended with 1|is there twice)", tally.faults[0])


@pytest.mark.expects_log("holds no whole entry")
def test_without_a_second_file_a_journal_that_is_started_anew_is_lost(
    kill: Killer, files: SqliteWorld
) -> None:
    tally = kill_at_points(kill, files, DEEDS["journal"], every_point, without="journal beside the old one")
    assert any("half of it is there: typing" in fault for fault in tally.faults)


def test_the_proof_judges_what_typing_and_restarts_cost() -> None:
    lasted = random_kills.Lasted
    tally = random_kills.Tally(3, 100, 2, [lasted(3.5, 2.9)], [lasted(0.4, 0.4), lasted(1.2, 0.99)])
    assert [one.holds for one in prove_kill.findings_of_random(tally)] == [True] * 3
    worse = random_kills.Tally(3, 100, 2, [lasted(3.1, 3.1)], [lasted(0.4, 0.4), lasted(1.2, 1.1)], ["lost"])
    assert [one.holds for one in prove_kill.findings_of_random(worse)] == [False] * 3


def test_the_proof_tells_its_counts() -> None:
    tallies = [Tally("submit", "sqlite", 33, 33), Tally("ship", "sqlite", 60, 60, ["half of it is there"])]
    assert dev.PROOFS["P7"] == prove_kill.__name__
    found = prove_kill.findings_of_points(tallies)
    assert [(one.what, one.found, one.holds) for one in found] == [
        ("submit, sqlite: faults after 33 kills at 33 points", "0", True),
        ("ship, sqlite: faults after 60 kills at 60 points", "1", False),
    ]


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
