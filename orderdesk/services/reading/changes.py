"""What changed since a value of the store's clock: how desks on one PostgreSQL see each other's work.

A notification only wakes; what counts is ``(cursor, v]``, which misses nothing however late a transaction
commits.
"""

from __future__ import annotations

from itertools import groupby

from sqlalchemy import Connection, select

from orderdesk.models import ChangeLog, StoreClock
from orderdesk.wire.outcomes import Changes, Touched


def clock_value(connection: Connection) -> int:
    """Return how many writing transactions the store has seen."""
    return int(connection.execute(select(StoreClock.v)).scalar_one())


def changes_since(connection: Connection, cursor: int, limit: int = 500) -> tuple[Changes, ...]:
    """Return the changes of each transaction after ``cursor``, oldest first, at most ``limit`` of them."""
    now = clock_value(connection)
    if now <= cursor:
        return ()
    rows = connection.execute(
        select(ChangeLog.__table__)
        .where(ChangeLog.v > cursor, ChangeLog.v <= min(now, cursor + limit))
        .order_by(ChangeLog.v, ChangeLog.seq)
    ).all()
    found = []
    for v, group in groupby(rows, key=lambda row: row.v):
        entries = list(group)
        touched = tuple(Touched(type=row.type, id=row.object_id, revision=row.revision) for row in entries)
        found.append(
            Changes(version=v, op_id=entries[0].op_id, actor_id=entries[0].actor_id, touched=touched)
        )
    return tuple(found)
