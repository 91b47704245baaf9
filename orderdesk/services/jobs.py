"""Work for later: a table of jobs with due time and lease, run by whichever desk is there.

A job is queued in the transaction that wants it, so it comes and goes with that transaction. Whoever takes
it holds a lease; when the holder dies, the lease runs out and another takes over, also after everything was
off for days. A job may therefore run twice: each kind must bear that.

Business data is written through the door alone, by jobs as by everybody. Only the bookkeeping of the leases
themselves is written here, in short transactions of their own: it is no business of the audit, and a lease
must be seen by others before the work begins.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, and_, or_, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from orderdesk import models
from orderdesk.clock import business_date
from orderdesk.models.faults import as_environment_problem
from orderdesk.ports import Ids, Ports
from orderdesk.services.audit import AuditFault, verify_audit
from orderdesk.services.context import SYSTEM
from orderdesk.services.door import Door
from orderdesk.services.file_store import sweep
from orderdesk.services.rerouting import command_id, waiting_orders
from orderdesk.services.store import Store
from orderdesk.services.writing import tolerant_insert, zone_of_default_site
from orderdesk.values import canonical_json
from orderdesk.wire.commands import ApplyTierChange, Command
from orderdesk.wire.rule_commands import RerouteOrder

log = logging.getLogger(__name__)

LEASE_S = 300  # longer than any one job takes; a dead desk's work waits at most so long
_FIRST_WAIT = timedelta(minutes=1)
_LONGEST_WAIT = timedelta(hours=1)
APPLY_TIER_CHANGE = "apply_tier_change"
REROUTE_ORDERS = "reroute_orders"
_NIGHTLY_AT = time(2, 0)  # in the zone of the default site
_MOST_FAULTS = 20  # a trail that was cut has as many faults as entries; the first ones tell


@dataclass(frozen=True, slots=True)
class Job:
    """A job that was taken; ``attempts`` counts this one, and tells two leases of the same job apart."""

    id: UUID
    kind: str
    key: str
    payload: str
    due: datetime
    attempts: int


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a job in ``run_due``: done, or its fault, which is kept with it for the next try."""

    key: str
    error: str

    @property
    def is_done(self) -> bool:
        """Whether it need not run again."""
        return not self.error


@dataclass(frozen=True, slots=True)
class Verification:
    """The newest verification of the audit trail: when, and the first of what it found (code and entry)."""

    at: datetime
    findings: str  # canonical JSON, "" for a sound trail


def enqueue(session: Session, kind: str, key: str, payload: str, due: datetime, ids: Ids) -> bool:
    """Queue a job within the caller's transaction; ``False`` where that key is queued or was done already."""
    row = {"id": ids.new(), "kind": kind, "key": key, "payload": payload, "due": due, "attempts": 0}
    statement = tolerant_insert(session, models.Job).values(error="", **row)
    queued = session.execute(
        statement.on_conflict_do_nothing(index_elements=["key"]).returning(models.Job.id)
    )
    return queued.first() is not None


def take(store: Store, holder: str, now: datetime, lease_seconds: int = LEASE_S) -> Job | None:
    """Take the job that is due longest for ``lease_seconds``; ``None`` where nothing is to be done.

    On PostgreSQL other desks step over a job that is just being taken; on SQLite only one can be here.
    """
    # A lease beyond the longest one, and a wait beyond the longest one, are of a clock that was ahead.
    lease = models.Job.lease_until
    free = or_(lease.is_(None), lease <= now, lease > now + timedelta(seconds=max(lease_seconds, LEASE_S)))
    put_off = and_(models.Job.attempts > 0, models.Job.due > now + _LONGEST_WAIT)
    is_due = or_(models.Job.due <= now, put_off)
    with _bookkeeping(store) as session:
        _sign_of_life(session, holder, now)
        row = session.execute(
            select(models.Job)
            .where(models.Job.done_at.is_(None), is_due, free)
            .order_by(models.Job.due, models.Job.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        ).scalar_one_or_none()
        if row is None:
            return None
        row.lease_until, row.leased_by = now + timedelta(seconds=lease_seconds), holder
        row.attempts += 1
        return Job(row.id, row.kind, row.key, row.payload, row.due, row.attempts)


def done(store: Store, job: Job, holder: str, now: datetime, findings: str = "") -> bool:
    """Record that a job is through; ``False`` where the lease had run out and another took it over."""
    return _end(store, job, holder, done_at=now, error=findings)


def failed(store: Store, job: Job, holder: str, now: datetime, error: str) -> bool:
    """Record that a job failed; it is due again after 1, 2, 4, … minutes, at most an hour.

    ``False`` where the lease had run out and another took it over.
    """
    wait = min(_FIRST_WAIT * 2 ** min(job.attempts - 1, 10), _LONGEST_WAIT)
    return _end(store, job, holder, due=now + wait, error=error)


def _end(store: Store, job: Job, holder: str, **values: object) -> bool:
    mine = (models.Job.leased_by == holder) & (models.Job.attempts == job.attempts)
    with _bookkeeping(store) as session:
        ended = session.execute(
            update(models.Job)
            .where(models.Job.id == job.id, models.Job.done_at.is_(None), mine)
            .values(lease_until=None, leased_by=None, **values)
            .returning(models.Job.id)
        )
        return ended.first() is not None


def run_due(store: Store, door: Door, ports: Ports, holder: str) -> tuple[Ran, ...]:
    """Queue what is to happen each night, then run everything that is due, one after the other.

    Called every minute on the lane for jobs. ``holder`` names this desk. A store that may only be read is
    left alone. Raises ``EnvironmentProblem`` where the store cannot be written to; a job's own fault is
    logged and kept with the job.
    """
    if store.mode == "read":
        return ()
    _queue_nightly(store, ports)
    ran: list[Ran] = []
    while (job := take(store, holder, ports.clock.now())) is not None:
        ran.append(_run(store, door, ports, holder, job))
    return tuple(ran)


def _run(store: Store, door: Door, ports: Ports, holder: str, job: Job) -> Ran:
    try:
        findings = KINDS[job.kind](store, door, job)
    except Exception as fault:
        log.exception("job %s failed, attempt %d", job.key, job.attempts)
        failed(store, job, holder, ports.clock.now(), type(fault).__name__)
        return Ran(job.key, type(fault).__name__)
    done(store, job, holder, ports.clock.now(), findings)
    return Ran(job.key, "")


def _queue_nightly(store: Store, ports: Ports) -> None:
    """Queue last night's work once. After days of being off there is one of each, not one a day."""
    now = ports.clock.now()
    with store.reading() as connection:
        zone = zone_of_default_site(connection)
        day = business_date(now, zone)
        keys = {kind: f"{kind}:{day.isoformat()}" for kind in _NIGHTLY}
        known = set(connection.scalars(select(models.Job.key).where(models.Job.key.in_(keys.values()))))
    missing = {kind: key for kind, key in keys.items() if key not in known}
    if not missing:
        return
    with _bookkeeping(store) as session:
        for kind, key in missing.items():
            enqueue(session, kind, key, "", _instant(day, zone), ports.ids)


def _verify_audit(store: Store, _door: Door, _job: Job) -> str:
    """Verify the whole audit trail; what was found is logged and stays with the job."""
    with store.reading() as connection:
        faults = verify_audit(connection)
    if not faults:
        return ""
    log.error("audit trail: %d faults, the first is %s at entry %d", len(faults), faults[0].code, faults[0].v)
    return _as_text(faults[:_MOST_FAULTS])


def _sweep_files(store: Store, _door: Door, job: Job) -> str:
    """Take away the bytes of files that no order has shown for a week, counted from when this was due."""
    sweep(store, job.due)
    return ""


def _apply_tier_change(_store: Store, door: Door, job: Job) -> str:
    """Do a tier change on its day, once: the command has the id of its job."""
    data = ApplyTierChange(change_id=UUID(job.payload))
    door.execute(Command(id=job.id, data=data), SYSTEM)
    return ""


def _reroute_orders(store: Store, door: Door, job: Job) -> str:
    """Let every order that waits for approval follow a new version; each is a command of its own."""
    book, _, version = job.payload.rpartition(":")
    with store.reading() as connection:
        waiting = waiting_orders(connection)
    for order_id in waiting:
        data = RerouteOrder(order_id=order_id, book=book, table_version=int(version))
        door.execute(Command(id=command_id(job.id, order_id), data=data), SYSTEM)
    return ""


# What each kind of job does; it returns what it found, "" for nothing worth telling.
KINDS: Mapping[str, Callable[[Store, Door, Job], str]] = {
    APPLY_TIER_CHANGE: _apply_tier_change,
    REROUTE_ORDERS: _reroute_orders,
    "verify_audit": _verify_audit,
    "sweep_files": _sweep_files,
}
_NIGHTLY = ("verify_audit", "sweep_files")


def last_verification(connection: Connection) -> Verification | None:
    """Return the newest finished verification of the audit trail; ``None`` before the first."""
    row = connection.execute(
        select(models.Job.done_at, models.Job.error)
        .where(models.Job.kind == "verify_audit", models.Job.done_at.is_not(None))
        .order_by(models.Job.done_at.desc())
        .limit(1)
    ).one_or_none()
    return None if row is None else Verification(row.done_at, row.error)


def _as_text(faults: tuple[AuditFault, ...]) -> str:
    return canonical_json([{"code": fault.code, "v": fault.v} for fault in faults])


def _instant(day: date, zone: str) -> datetime:
    return datetime.combine(day, _NIGHTLY_AT, ZoneInfo(zone))


def _sign_of_life(session: Session, holder: str, now: datetime) -> None:
    statement = tolerant_insert(session, models.JobHolder).values(name=holder, seen_at=now)
    session.execute(statement.on_conflict_do_update(index_elements=["name"], set_={"seen_at": now}))


@contextmanager
def _bookkeeping(store: Store) -> Iterator[Session]:
    """Yield the session of one short transaction over the leases, committed at its end."""
    try:
        with store.writing() as session, session.begin():
            yield session
    except DBAPIError as fault:
        raise as_environment_problem(fault, store.engine.url) from fault
