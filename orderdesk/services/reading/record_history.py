"""Who changed a record of master data, when, and what: from the audit, field by field where it still says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, and_, select

from orderdesk.models import AuditEntry, AuditText, ChangeLog, Person

PAGE = 200

_NOT_FIELDS = frozenset({"id"})


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A place of the record with what stood there before and after; of a table only its name."""

    path: str
    before: str
    after: str
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One command that touched the record. ``changes`` is ``None`` where the words are not there any more."""

    v: int
    at: datetime
    who: str
    who_en: str
    command: str
    revision: int
    changes: tuple[FieldChange, ...] | None
    reason: str = ""


def record_history(connection: Connection, type_name: str, object_id: UUID) -> tuple[HistoryRow, ...]:
    """Return what happened to a record, newest first."""
    rows = connection.execute(
        select(
            ChangeLog.v, ChangeLog.revision, AuditEntry.at, AuditEntry.command, AuditText.text,
            Person.name, Person.name_en,
        )
        .join(AuditEntry, AuditEntry.v == ChangeLog.v)
        .outerjoin(AuditText, AuditText.v == ChangeLog.v)
        .outerjoin(Person, Person.id == AuditEntry.actor_id)
        .where(and_(ChangeLog.object_id == object_id, ChangeLog.type == type_name))
        .order_by(ChangeLog.v.desc(), ChangeLog.seq)
        .limit(PAGE + 1)
    ).all()  # fmt: skip
    found: list[HistoryRow] = []
    for at, row in enumerate(rows[:PAGE]):
        data = _data(row.text)
        record = data.get("record")
        earlier = next((_data(one.text).get("record") for one in rows[at + 1 :] if one.text), None)
        changes = tuple(_differences(earlier, record)) if earlier and record else None
        found.append(
            HistoryRow(
                row.v, row.at, row.name or "", row.name_en or "", row.command, row.revision, changes,
                str(data.get("reason", "")),
            )
        )  # fmt: skip
    return tuple(found)


def _data(text: str | None) -> Mapping[str, Any]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _differences(
    before: Mapping[str, Any], after: Mapping[str, Any], path: str = ""
) -> Iterator[FieldChange]:
    for name in after:
        old, new = before.get(name), after[name]
        place = f"{path}.{name}" if path else name
        if old == new or name in _NOT_FIELDS:
            continue
        if isinstance(old, dict) and isinstance(new, dict):
            yield from _differences(old, new, place)
        elif isinstance(new, list) and any(isinstance(one, dict) for one in (*new, *(old or ()))):
            yield FieldChange(place, str(len(old or ())), str(len(new)), is_table=True)
        else:
            yield FieldChange(place, _shown(old), _shown(new))


def _shown(value: object) -> str:
    if isinstance(value, list):
        return " ".join(str(one) for one in value)
    return "" if value is None else str(value)
