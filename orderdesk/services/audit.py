"""The audit chain: one entry per transaction, each holding the hash of the one before.

An entry's hash covers every column of its row; the words of a command (names, addresses) stand outside in
``audit_text`` and are held by a salted hash, so that they can be erased by law without breaking the chain.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, insert, select
from sqlalchemy.orm import Session

from orderdesk.models import AuditEntry, AuditText
from orderdesk.services.context import TouchedRow
from orderdesk.values import canonical_json

AUDIT_FORMAT = 1
GENESIS = "0" * 64


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
    objects = [
        {"type": row.type, "id": row.id, "revision": row.revision, "before": row.before, "after": row.after}
        for row in entry.touched
    ]
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
    session.execute(insert(AuditEntry), [fields])
    session.execute(insert(AuditText), [{"v": entry.v, "salt": salt, "text": text}])
    return str(fields["hash"])


def verify_chain(connection: Connection, head: str, last_v: int) -> Iterator[AuditFault]:
    """Yield every fault of the trail, in its order; a sound one ends at ``head`` with entry ``last_v``."""
    previous, count = GENESIS, 0
    statement = (
        select(AuditEntry.__table__, AuditText.salt, AuditText.text)
        .outerjoin(AuditText, AuditText.v == AuditEntry.v)
        .order_by(AuditEntry.v)
    )
    for row in connection.execution_options(yield_per=1000).execute(statement):
        count += 1
        yield from _faults_of(row, previous, count)
        previous, count = row.hash, row.v
    if count != last_v:
        yield AuditFault(last_v, "check.audit.entries_missing")
    elif previous != head:
        yield AuditFault(last_v, "check.audit.head_differs")


def _faults_of(row: Row[Any], previous: str, expected_v: int) -> Iterator[AuditFault]:
    fields = {column.key: getattr(row, column.key) for column in AuditEntry.__table__.columns}
    if row.v != expected_v:
        yield AuditFault(expected_v, "check.audit.entries_missing")
    if row.previous != previous:
        yield AuditFault(row.v, "check.audit.link_broken")
    if entry_hash(fields) != row.hash:
        yield AuditFault(row.v, "check.audit.entry_changed")
    if row.text is not None and body_hash(row.salt, row.text) != row.body_hash:
        yield AuditFault(row.v, "check.audit.text_changed")
