"""What the trail says of each thing against what the store holds: rows that were changed past the door.

The audit keeps the digest of each aggregate after every change of it. For seeded ones it keeps the digest of
the whole batch; the batch's own words, where they are still there, give that of each.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import Table, select

from orderdesk.models import (
    ApprovalTask,
    AuditEntry,
    AuditText,
    Base,
    DeliveryLine,
    OrderRevision,
    RuleTable,
)
from orderdesk.services.check_below import below_findings
from orderdesk.services.check_trail import AuditedObject, objects_of
from orderdesk.services.findings import Finding
from orderdesk.services.known import Known
from orderdesk.services.records import CHILDREN, HEADS, aggregate_digest
from orderdesk.services.seeding import batch_digest, batch_problems, batch_rows
from orderdesk.services.seeding_documents import evidence_digest, evidence_of
from orderdesk.services.store import Reader
from orderdesk.services.writing import row_digest
from orderdesk.values import digest
from orderdesk.wire.commands import SeedStore
from orderdesk.wire.records import SeedBatch

_Rows = Iterator[tuple[Mapping[Any, Any], str]]  # heads with the digests of their aggregates

# Documents: what the audit keeps of them is made by ``writing.touched`` and ``planning.delivery_digest``.
_DOCUMENTS = ("order", "task", "delivery", "attachment", "rule", "rule_draft")
_TAKEN_AWAY = ("delivery", "rule_draft")  # rows that go for good: a part that was taken back, a draft
_UNKNOWN = ""  # a digest that the trail does not have


@dataclass(slots=True)
class _Trail:
    """What the trail says at its end: the last revision and digest of each thing, by type and id."""

    expected: dict[tuple[str, UUID], tuple[int, str]] = field(default_factory=dict)
    # Documents that were written in bulk: their digests, which cover their revisions. A million of them
    # must fit, so they are kept as bytes.
    seeded: dict[str, dict[bytes, bytes]] = field(default_factory=lambda: defaultdict(dict))
    below: dict[UUID, str] = field(default_factory=dict)  # of orders: the digest of their lines
    opened: list[tuple[datetime, str]] = field(default_factory=list)  # when stock was seeded, and its digest
    has_gaps: bool = (
        False  # the words of a batch were erased, or are of another version: its rows are not known
    )


def content_findings(connection: Reader) -> Iterator[Finding]:
    """Yield rows whose content is not what the trail says of them, and texts that lost their digest."""
    trail = _Trail()
    yield from _replay(connection, trail)
    for type_name in HEADS:
        yield from _compare(type_name, trail, _aggregates(connection, type_name))
    yield from _compare("order", trail, _plain_rows(connection, "sales_order"))
    yield from _compare("task", trail, _plain_rows(connection, "approval_task"))
    yield from _compare("delivery", trail, _deliveries(connection))
    yield from _compare("attachment", trail, _plain_rows(connection, "attachment"))
    yield from _compare("rule", trail, _published(connection))
    yield from _compare("rule_draft", trail, _plain_rows(connection, "rule_draft"))
    yield from below_findings(connection, trail.below, trail.opened)
    yield from _text_findings(connection)


def _replay(connection: Reader, trail: _Trail) -> Iterator[Finding]:
    """Follow the trail from its first entry to its last."""
    known = Known()
    statement = select(AuditEntry.v, AuditEntry.at, AuditEntry.command, AuditEntry.objects, AuditText.text)
    statement = statement.outerjoin(AuditText, AuditText.v == AuditEntry.v).order_by(AuditEntry.v)
    for entry in connection.execute(statement):
        objects = objects_of(entry.objects)
        trail.below |= {one.id: one.below for one in objects if one.below}
        trail.opened += [(entry.at, one.after) for one in objects if one.type == "seed.stock"]
        if entry.command == SeedStore.name:
            yield from _replay_seed(entry.v, entry.text, objects, known, trail)
            continue
        for one in objects:
            if one.type in _TAKEN_AWAY and one.after == _UNKNOWN:
                trail.expected.pop((one.type, one.id), None)
                trail.seeded[one.type].pop(one.id.bytes, None)
            elif one.type in HEADS or one.type in _DOCUMENTS:
                trail.expected[one.type, one.id] = (one.revision, one.after)


def _replay_seed(
    version: int, text: str | None, objects: list[AuditedObject], known: Known, trail: _Trail
) -> Iterator[Finding]:
    """Make the rows of a batch again; where its words were erased, what it wrote stays unknown."""
    try:
        batch = SeedStore.model_validate_json(text or "").batch
    except ValidationError:
        trail.has_gaps = True
        return
    yield from _replay_documents(version, batch, objects, trail)
    list(batch_problems(batch, known))  # for what ``known`` learns on the way
    said = {one.type: one.after for one in objects}
    for type_name, rows in batch_rows(batch, known).items():
        if rows and said.get(f"seed.{type_name}") != batch_digest(rows):
            yield Finding("check.content.batch", {"v": version, "type": type_name})
        for row in rows:
            trail.expected[type_name, row.id] = (1, row.digest())


def _replay_documents(
    version: int, batch: SeedBatch, objects: list[AuditedObject], trail: _Trail
) -> Iterator[Finding]:
    """Take over the digests of documents that were written in bulk."""
    said = {one.type: one.after for one in objects}
    for documents in batch.documents:
        if said.get(f"seed.{documents.type}") != evidence_digest(documents):
            yield Finding("check.content.batch", {"v": version, "type": documents.type})
        try:
            trail.seeded[documents.type].update(evidence_of(documents))
        except ValueError:
            trail.has_gaps = True


def _compare(type_name: str, trail: _Trail, found: _Rows) -> Iterator[Finding]:
    there = set()
    for head, now in found:
        there.add(head["id"])
        spoken = str(head.get("code") or head.get("number") or head["id"])
        params = {"type": f"term.object.{type_name}", "key": spoken}
        known = trail.expected.get((type_name, head["id"]))
        seeded = trail.seeded[type_name].pop(head["id"].bytes, None)
        if known is None and seeded is not None:
            if seeded.hex() != now:
                yield Finding("check.content.changed", params)
        elif known is None and not trail.has_gaps:
            yield Finding("check.content.unaudited", params)
        elif known is not None and (known[0] != head["revision"] or known[1] not in {_UNKNOWN, now}):
            yield Finding("check.content.changed", params)
    for name, object_id in trail.expected:
        if name == type_name and object_id not in there:
            yield Finding("check.content.gone", {"type": f"term.object.{name}", "key": str(object_id)})
    for key in trail.seeded.pop(type_name, ()):
        if (type_name, UUID(bytes=key)) not in trail.expected:  # else it is named above, or was taken back
            yield Finding(
                "check.content.gone", {"type": f"term.object.{type_name}", "key": str(UUID(bytes=key))}
            )


def _aggregates(connection: Reader, type_name: str) -> _Rows:
    families: list[defaultdict[UUID, list[Mapping[Any, Any]]]] = []
    for child, key in CHILDREN[type_name]:
        family: defaultdict[UUID, list[Mapping[Any, Any]]] = defaultdict(list)
        for row in connection.execute(select(_table(child))).mappings():
            family[row[key]].append(row)
        families.append(family)
    for head in connection.execute(select(_table(HEADS[type_name]))).mappings():
        yield head, aggregate_digest(type_name, head, [family[head["id"]] for family in families])


def _plain_rows(connection: Reader, table: str) -> _Rows:
    """Yield rows with the digests that ``writing.content_digest`` takes of them."""
    for head in connection.execute(select(Base.metadata.tables[table])).mappings():
        yield head, row_digest(Base.metadata.tables[table], head)


def _published(connection: Reader) -> _Rows:
    """Yield the versions of rulebooks that somebody published; those of the program are in no command."""
    rules = _table(RuleTable)
    for row in connection.execute(select(rules).where(rules.c.id.is_not(None))).mappings():
        head = {"id": row["id"], "revision": row["version"], "code": f"{row['book']} {row['version']}"}
        yield head, row_digest(rules, row)


def _deliveries(connection: Reader) -> _Rows:
    """Yield deliveries with digests over them and their lines, in their order."""
    lines: defaultdict[UUID, list[str]] = defaultdict(list)
    ordered = select(_table(DeliveryLine)).order_by(DeliveryLine.position)
    for row in connection.execute(ordered).mappings():
        lines[row["delivery_id"]].append(row_digest(_table(DeliveryLine), row))
    for head, own in _plain_rows(connection, "delivery"):
        yield head, digest([own, *lines[head["id"]]])


def _table(model: type[Base]) -> Table:
    return Base.metadata.tables[model.__tablename__]


def _text_findings(connection: Reader) -> Iterator[Finding]:
    """Yield stored texts whose SHA-256 beside them is another: drafts, approval material, rule tables."""
    drafts = select(OrderRevision.order_id, OrderRevision.draft, OrderRevision.sha256)
    for row in connection.execute(drafts):
        if _digest_of(row.draft) != row.sha256:
            yield Finding("check.content.draft", {"id": str(row.order_id)})
    tasks = select(ApprovalTask.id, ApprovalTask.material, ApprovalTask.material_sha256)
    for row in connection.execute(tasks):
        if _digest_of(row.material) != row.material_sha256:
            yield Finding("check.content.material", {"id": str(row.id)})
    rules = select(RuleTable.book, RuleTable.version, RuleTable.body, RuleTable.sha256)
    for table in connection.execute(rules):
        if _digest_of(table.body) != table.sha256:
            yield Finding("check.content.rules", {"book": table.book, "version": table.version})


def _digest_of(text: str) -> str:
    try:
        return digest(json.loads(text))
    except (TypeError, ValueError):
        return ""
