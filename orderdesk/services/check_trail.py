"""The evidence: the audit chain from its first entry to the head, and the change log that desks read."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from orderdesk.models import AuditEntry, ChangeLog, StoreClock
from orderdesk.services.audit import verify_chain
from orderdesk.services.findings import Finding
from orderdesk.services.store import Reader

_Change = tuple[str, str, int]  # type, id, revision
_KINDS = ("put", "tombstone")


def trail_findings(connection: Reader) -> Iterator[Finding]:
    """Yield every place where the audit chain breaks, or where the change log says something else."""
    clock = connection.execute(select(StoreClock.v, StoreClock.audit_head)).one_or_none()
    if clock is None:
        return  # reported with the clock's own check
    for fault in verify_chain(connection, clock.audit_head, clock.v):
        yield Finding(fault.code, {"v": fault.v})
    yield from _change_log_findings(connection)


def _change_log_findings(connection: Reader) -> Iterator[Finding]:
    """Compare what each entry says it touched with the rows that tell other desks of it."""
    logged: defaultdict[int, list[tuple[int, _Change]]] = defaultdict(list)
    by_whom: defaultdict[int, set[tuple[UUID, UUID | None]]] = defaultdict(set)
    for row in connection.execute(select(ChangeLog.__table__).order_by(ChangeLog.v, ChangeLog.seq)):
        if row.kind in _KINDS:
            logged[row.v].append((row.seq, (row.type, str(row.object_id), row.revision)))
        by_whom[row.v].add((row.op_id, row.actor_id))
    entries = select(AuditEntry.v, AuditEntry.objects, AuditEntry.op_id, AuditEntry.actor_id)
    for entry in connection.execute(entries.order_by(AuditEntry.v)):
        found = logged.pop(entry.v, [])
        said = [(one.type, str(one.id), one.revision) for one in objects_of(entry.objects)]
        if found != list(enumerate(said)) or by_whom.pop(entry.v, set()) - {(entry.op_id, entry.actor_id)}:
            yield Finding("check.changes.differ", {"v": entry.v})
    for version in logged:
        yield Finding("check.changes.without_entry", {"v": version})


@dataclass(frozen=True, slots=True)
class AuditedObject:
    """A thing that an audit entry says it touched; ``after`` is the digest of its content, or empty.

    So is ``below`` that of the rows under it, where the command wrote them.
    """

    type: str
    id: UUID
    revision: int
    after: str
    below: str


def objects_of(text: str) -> list[AuditedObject]:
    """Return what an entry touched; nothing where its text was broken, which the chain reports."""
    try:
        return [
            AuditedObject(
                str(one["type"]),
                UUID(one["id"]),
                int(one["revision"]),
                str(one["after"]),
                str(one.get("below", "")),
            )
            for one in json.loads(text)
        ]
    except (AttributeError, KeyError, TypeError, ValueError):
        return []
