"""The audit chain: one entry per transaction, each holding the hash of the one before.

An entry's hash covers every column of its row; the words of a command (names, addresses) stand outside in
``audit_text`` and are held by a salted hash, so that they can be erased by law without breaking the chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, select, true
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from orderdesk.models import AuditEntry, AuditText, StoreClock
from orderdesk.services.context import TouchedRow
from orderdesk.services.writing import add_rows
from orderdesk.values import canonical_json

AUDIT_FORMAT = 1
GENESIS = "0" * 64
_COLUMNS = tuple(column.key for column in AuditEntry.__table__.columns)
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class AuditFault:
    """A place where the trail does not hold: the entry's number, and what is wrong with it."""

    v: int
    code: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What an audit entry says: which command of whom, allowed by which row, changed what."""

    v: int
    op_id: UUID
    command: str
    at: datetime
    actor_id: UUID | None
    device: str
    policy_row: str
    touched: tuple[TouchedRow, ...]


def entry_hash(fields: dict[str, Any]) -> str:
    """Return the hash of an entry over its canonical form, the format number first."""
    body = {key: value for key, value in fields.items() if key not in {"hash", "format"}}
    return hashlib.sha256(f"{fields['format']}:{canonical_json(body)}".encode()).hexdigest()


def body_hash(salt: bytes, text: str) -> str:
    """Return the hash under which an entry holds the words of its command."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


def append_entry(session: Session, entry: Entry, previous: str, text: str, salt: bytes) -> str:
    """Write an entry with the words of its command and return its hash, the chain's new head."""
    objects = [_object(row) for row in entry.touched]
    fields: dict[str, Any] = {
        "v": entry.v,
        "format": AUDIT_FORMAT,
        "op_id": entry.op_id,
        "command": entry.command,
        "at": entry.at,
        "actor_id": entry.actor_id,
        "device": entry.device,
        "policy_row": entry.policy_row,
        "objects": canonical_json(objects),
        "body_hash": body_hash(salt, text),
        "previous": previous,
    }
    fields["hash"] = entry_hash(fields)
    add_rows(session, AuditEntry, [fields])
    add_rows(session, AuditText, [{"v": entry.v, "salt": salt, "text": text}])
    return str(fields["hash"])


def _object(row: TouchedRow) -> dict[str, object]:
    """Return what an entry says of one thing; of the rows below it only where they were written."""
    said = {
        "type": row.type,
        "id": row.id,
        "revision": row.revision,
        "before": row.before,
        "after": row.after,
    }
    return {**said, "below": row.below} if row.below else said


def verify_audit(connection: Connection) -> tuple[AuditFault, ...]:
    """Return every fault of a store's audit trail, in its order; empty for a sound one."""
    clock = connection.execute(select(StoreClock.v, StoreClock.audit_head)).one()
    return tuple(verify_chain(connection, clock.audit_head, clock.v))


def verify_chain(connection: Connection, head: str, last_v: int) -> Iterator[AuditFault]:
    """Yield every fault of the trail, in its order; a sound one ends at ``head`` with entry ``last_v``.

    Whatever was done to the rows is a fault at the right entry, never an exception. A deleted
    ``audit_text`` is none: it may have been erased by law.
    """
    previous: str | None = GENESIS
    expected = 1
    for v, row in _entries(connection):
        if v != expected:
            yield AuditFault(expected, "check.audit.entries_missing")
        if row is None:
            yield AuditFault(v, "check.audit.entry_unreadable")
        else:
            yield from _faults_of(row, previous)
        previous, expected = (None if row is None else row.hash), v + 1
    if expected != last_v + 1:
        yield AuditFault(min(expected, last_v + 1), "check.audit.entries_missing")
    elif previous not in (None, head):
        yield AuditFault(last_v, "check.audit.head_differs")
    without_entry = select(AuditText.v).where(AuditText.v.not_in(select(AuditEntry.v))).order_by(AuditText.v)
    for v in connection.scalars(without_entry):
        yield AuditFault(v, "check.audit.text_without_entry")


def _entries(connection: Connection) -> Iterator[tuple[int, Row[Any] | None]]:
    """Yield each entry's number with its row, ``None`` where its columns cannot be read any more."""
    last: int | None = None
    while True:
        condition = true() if last is None else AuditEntry.v > last
        numbers = select(AuditEntry.v).where(condition).order_by(AuditEntry.v).limit(_PAGE)
        page = connection.scalars(numbers).all()
        if not page:
            return
        last = page[-1]
        within = AuditEntry.v.between(page[0], last)
        rows = _read(connection, within)
        if rows is not None:
            yield from ((row.v, row) for row in rows)
            continue
        for v in page:  # one of them cannot be read: which?
            found = _read(connection, AuditEntry.v == v)
            yield v, None if found is None else found[0]


def _read(connection: Connection, condition: ColumnElement[bool]) -> Sequence[Row[Any]] | None:
    """Return the entries with their texts; ``None`` if a column holds what its type cannot be."""
    statement = (
        select(AuditEntry.__table__, AuditText.salt, AuditText.text)
        .outerjoin(AuditText, AuditText.v == AuditEntry.v)
        .where(condition)
        .order_by(AuditEntry.v)
    )
    try:
        return connection.execute(statement).all()
    except (DBAPIError, ValueError, TypeError, OverflowError):
        return None


def _faults_of(row: Row[Any], previous: str | None) -> Iterator[AuditFault]:
    fields = {name: getattr(row, name) for name in _COLUMNS}
    if previous is not None and row.previous != previous:
        yield AuditFault(row.v, "check.audit.link_broken")
    if entry_hash(fields) != row.hash:
        yield AuditFault(row.v, "check.audit.entry_changed")
    if row.text is not None and body_hash(row.salt, row.text) != row.body_hash:
        yield AuditFault(row.v, "check.audit.text_changed")
