"""What changed since a value of the store's clock: how desks on one PostgreSQL see each other's work.

A notification only wakes; what counts is ``(cursor, v]``, which misses nothing however late a transaction
commits.
"""

from __future__ import annotations

from itertools import groupby

from sqlalchemy import Connection, select

from orderdesk.models import AuditEntry, ChangeLog, StoreClock
from orderdesk.wire.outcomes import Changes, Touched


def clock_value(connection: Connection) -> int:
    """Return how many writing transactions the store has seen."""
    return int(connection.execute(select(StoreClock.v)).scalar_one())


def changes_since(connection: Connection, cursor: int, limit: int = 500) -> tuple[Changes, ...]:
    """Return what each transaction after ``cursor`` changed, oldest first, at most ``limit`` of them.

    Every value of the clock has its ``Changes``, also where nothing was touched, so a reader that goes on
    from the last one's version neither misses nor repeats any.
    """
    now = clock_value(connection)
    if now <= cursor:
        return ()
    rows = connection.execute(
        select(
            AuditEntry.v, AuditEntry.op_id, AuditEntry.actor_id,
            ChangeLog.type, ChangeLog.object_id, ChangeLog.revision,
        )
        .outerjoin(ChangeLog, ChangeLog.v == AuditEntry.v)
        .where(AuditEntry.v > cursor, AuditEntry.v <= min(now, cursor + limit))
        .order_by(AuditEntry.v, ChangeLog.seq)
    ).all()  # fmt: skip
    found = []
    for v, group in groupby(rows, key=lambda row: row.v):
        entries = list(group)
        touched = tuple(
            Touched(type=row.type, id=row.object_id, revision=row.revision)
            for row in entries
            if row.type is not None
        )
        found.append(
            Changes(version=v, op_id=entries[0].op_id, actor_id=entries[0].actor_id, touched=touched)
        )
    return tuple(found)
