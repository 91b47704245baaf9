"""Jobs: queued once, taken by one, taken over from the dead, and caught up after being off."""

from __future__ import annotations

import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from types import MappingProxyType
from typing import Any

import pytest
from sqlalchemy import func, select, update

from orderdesk import models
from orderdesk.errors import EnvironmentProblem
from orderdesk.services import jobs
from orderdesk.services.jobs import Job, Ran, done, enqueue, failed, last_verification, run_due, take
from orderdesk.services.store import open_store
from tests.support.desk import NOW, SampleDesk, open_sample_desk

MINUTE = timedelta(minutes=1)


def night(day: str) -> tuple[Ran, ...]:
    """Return what runs each night: the trail is verified, files that nothing shows are swept."""
    return Ran(f"verify_audit:{day}", ""), Ran(f"sweep_files:{day}", "")


def put(desk: SampleDesk, key: str, due: datetime = NOW, kind: str = "try") -> bool:
    with desk.store.writing() as session, session.begin():
        return enqueue(session, kind, key, f"payload of {key}", due, desk.ports.ids)


def row(desk: SampleDesk, key: str) -> Any:
    with desk.store.reading() as connection:
        return connection.execute(select(models.Job.__table__).where(models.Job.key == key)).one()


def taken(desk: SampleDesk, at: datetime = NOW, holder: str = "one") -> Job:
    job = take(desk.store, holder, at)
    assert job is not None
    return job


# Queue and lease


def test_a_job_is_taken_when_it_is_due_and_not_before(sample: SampleDesk) -> None:
    assert put(sample, "a", due=NOW + MINUTE)
    assert take(sample.store, "one", NOW) is None
    job = taken(sample, NOW + MINUTE)
    assert (job.kind, job.key, job.payload, job.due, job.attempts) == (
        "try", "a", "payload of a", NOW + MINUTE, 1,
    )  # fmt: skip


def test_the_same_work_is_queued_once_also_after_it_was_done(sample: SampleDesk) -> None:
    assert put(sample, "a")
    assert not put(sample, "a")
    assert done(sample.store, taken(sample), "one", NOW)
    assert not put(sample, "a")
    with sample.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(models.Job)).scalar_one() == 1


def test_a_job_comes_and_goes_with_the_transaction_that_wants_it(sample: SampleDesk) -> None:
    with sample.store.writing() as session:
        enqueue(session, "try", "a", "", NOW, sample.ports.ids)
        session.rollback()
    assert take(sample.store, "one", NOW) is None


def test_jobs_are_taken_in_the_order_in_which_they_fell_due(sample: SampleDesk) -> None:
    for key, minutes in (("late", 3), ("early", 1), ("middle", 2)):
        put(sample, key, due=NOW + minutes * MINUTE)
    at = NOW + 10 * MINUTE
    assert [taken(sample, at).key for _ in range(3)] == ["early", "middle", "late"]
    assert take(sample.store, "one", at) is None


def test_who_holds_a_job_is_written_down_with_a_sign_of_life(sample: SampleDesk) -> None:
    put(sample, "a")
    taken(sample, holder="desk 3")
    take(sample.store, "desk 3", NOW + MINUTE)
    held = row(sample, "a")
    assert (held.leased_by, held.lease_until) == ("desk 3", NOW + timedelta(seconds=jobs.LEASE_S))
    with sample.store.reading() as connection:
        holders = connection.execute(select(models.JobHolder.name, models.JobHolder.seen_at)).all()
    assert [tuple(holder) for holder in holders] == [("desk 3", NOW + MINUTE)]


def test_a_held_job_is_not_taken_until_its_lease_runs_out(sample: SampleDesk) -> None:
    put(sample, "a")
    assert take(sample.store, "one", NOW, lease_seconds=60) is not None
    assert take(sample.store, "two", NOW + timedelta(seconds=59)) is None
    again = take(sample.store, "two", NOW + timedelta(seconds=60))
    assert again is not None
    assert (again.key, again.attempts, row(sample, "a").leased_by) == ("a", 2, "two")


def test_who_lost_a_lease_cannot_end_the_job_of_another(sample: SampleDesk) -> None:
    put(sample, "a")
    lost = taken(sample, holder="one")
    at = NOW + timedelta(seconds=jobs.LEASE_S)
    current = taken(sample, at, holder="two")
    assert not done(sample.store, lost, "one", at)
    assert not failed(sample.store, lost, "one", at, "too slow")
    assert row(sample, "a").done_at is None
    assert done(sample.store, current, "two", at)
    assert not done(sample.store, current, "two", at)


def test_a_lease_lost_and_won_again_by_the_same_desk_is_another_one(sample: SampleDesk) -> None:
    put(sample, "a")
    lost = taken(sample)
    at = NOW + timedelta(seconds=jobs.LEASE_S)
    current = taken(sample, at)
    assert not done(sample.store, lost, "one", at)
    assert done(sample.store, current, "one", at)


def test_a_done_job_is_not_taken_again(sample: SampleDesk) -> None:
    put(sample, "a")
    done(sample.store, taken(sample), "one", NOW + MINUTE)
    assert take(sample.store, "one", NOW + timedelta(days=99)) is None
    ended = row(sample, "a")
    assert (ended.done_at, ended.leased_by, ended.lease_until, ended.error) == (NOW + MINUTE, None, None, "")


def test_a_failed_job_is_tried_again_after_ever_longer_waits(sample: SampleDesk) -> None:
    put(sample, "a")
    at, waits = NOW, []
    for attempt in range(1, 10):
        job = taken(sample, at)
        assert job.attempts == attempt
        assert failed(sample.store, job, "one", at, f"attempt {attempt}")
        due = row(sample, "a").due
        assert take(sample.store, "one", due - timedelta(microseconds=1)) is None
        waits.append((due - at) // MINUTE)
        at = due
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert row(sample, "a").error == "attempt 9"


def test_several_desks_never_take_the_same_job(sample_pg_url: str) -> None:
    desks = [open_sample_desk(sample_pg_url, seed) for seed in range(60, 66)]
    for number in range(20):
        put(desks[0], f"job {number}")
    barrier = Barrier(len(desks))

    def take_all(numbered: tuple[int, SampleDesk]) -> list[str]:
        number, desk = numbered
        barrier.wait(timeout=10)
        found = []
        while (job := take(desk.store, f"desk {number}", NOW)) is not None:
            found.append(job.key)
        return found

    with ThreadPoolExecutor(len(desks)) as pool:
        shares = list(pool.map(take_all, enumerate(desks)))
    assert sorted(key for share in shares for key in share) == sorted(f"job {n}" for n in range(20))
    for desk in desks:
        desk.store.close()


# Running what is due


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Job]:
    """Jobs of the kind ``try``, as they ran; one whose key says so fails."""
    ran: list[Job] = []

    def attempt(_store: object, _door: object, job: Job) -> str:
        ran.append(job)
        if job.key.startswith("bad"):
            raise ValueError("the words of a fault may name people")
        return ""

    kinds: Mapping[str, Any] = MappingProxyType({**jobs.KINDS, "try": attempt})
    monkeypatch.setattr(jobs, "KINDS", kinds)
    return ran


def run(desk: SampleDesk, holder: str = "one") -> tuple[Ran, ...]:
    return run_due(desk.store, desk.door, desk.ports, holder)


def test_everything_due_runs_once(sample: SampleDesk, asked: list[Job]) -> None:
    put(sample, "a")
    put(sample, "b")
    put(sample, "later", due=NOW + MINUTE)
    assert set(run(sample)) == {Ran("a", ""), Ran("b", ""), *night("2026-03-09")}
    assert run(sample) == ()
    sample.clock.advance(MINUTE)
    assert run(sample) == (Ran("later", ""),)
    assert [job.key for job in asked] == ["a", "b", "later"]


@pytest.mark.expects_log("job bad failed, attempt 1")
def test_a_job_that_fails_does_not_keep_others_from_running(sample: SampleDesk, asked: list[Job]) -> None:
    put(sample, "bad", due=NOW - MINUTE)
    put(sample, "good")
    ran = {entry.key: entry for entry in run(sample)}
    assert (ran["bad"].is_done, ran["good"].is_done) == (False, True)
    assert (row(sample, "bad").error, row(sample, "bad").due) == ("ValueError", NOW + MINUTE)


@pytest.mark.expects_log("job of nobody failed")
def test_a_job_of_a_kind_that_only_a_newer_program_knows_waits_for_it(sample: SampleDesk) -> None:
    put(sample, "of nobody", kind="teleport")
    run(sample)
    assert row(sample, "of nobody").done_at is None


def test_a_store_that_is_only_read_is_left_alone(sample_url: str) -> None:
    desk = open_sample_desk(sample_url)
    put(desk, "a")
    desk.store.close()
    store = open_store(sample_url, mode="read")
    assert run_due(store, desk.door, desk.ports, "one") == ()
    with pytest.raises(EnvironmentProblem):
        take(store, "one", NOW)
    store.close()


# The nightly verification


def test_each_night_the_audit_trail_is_verified_once(sample: SampleDesk) -> None:
    sample.save(sample.draft("C1001", ("A105", "2")))
    assert run(sample) == night("2026-03-09")
    with sample.store.reading() as connection:
        assert last_verification(connection) == jobs.Verification(NOW, "")
    assert run(sample, "two") == ()
    sample.clock.advance(timedelta(days=1))
    assert run(sample, "two") == night("2026-03-10")


def test_it_runs_at_two_in_the_morning_of_the_site(sample: SampleDesk) -> None:
    sample.clock.advance(datetime(2026, 3, 9, 17, 59, 59, tzinfo=UTC) - NOW)  # 01:59:59 in Shanghai
    assert run(sample) == ()
    sample.clock.advance(timedelta(seconds=1))
    assert run(sample) == night("2026-03-10")


def test_after_days_of_being_off_it_runs_once_and_not_once_a_day(sample: SampleDesk) -> None:
    run(sample)
    sample.clock.advance(timedelta(days=12))
    assert run(sample) == night("2026-03-21")


def test_before_the_first_night_there_is_no_verification(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        assert last_verification(connection) is None


@pytest.mark.expects_log("audit trail: 1 faults, the first is check.audit.entry_changed at entry 1")
def test_a_changed_trail_is_found_by_night_and_stays_on_record(sample: SampleDesk) -> None:
    with sample.store.writing() as session, session.begin():
        session.execute(update(models.AuditEntry).values(device="elsewhere"))
    assert run(sample) == night("2026-03-09")
    with sample.store.reading() as connection:
        found = last_verification(connection)
    assert found is not None
    assert json.loads(found.findings) == [{"code": "check.audit.entry_changed", "v": 1}]


def test_jobs_write_no_audit_and_move_no_clock(sample: SampleDesk) -> None:
    run(sample)
    with sample.store.reading() as connection:
        assert connection.execute(select(models.StoreClock.v)).scalar_one() == 1
