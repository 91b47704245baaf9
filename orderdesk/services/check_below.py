"""Rows below what the trail names: lines of orders, revisions of drafts, movements of stock.

The entry of a submit keeps the digest of the lines that it wrote, that of a seed the digest of its opening
stock. Orders that were submitted by a program that kept none are looked at as before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select

from orderdesk.models import (
    AuditEntry,
    ChangeLog,
    Delivery,
    Order,
    OrderLine,
    OrderRevision,
    ScheduleLine,
    StockMovement,
)
from orderdesk.services.findings import Finding
from orderdesk.services.order_evidence import lines_digest
from orderdesk.services.store import Reader
from orderdesk.values import digest

_MANY = 500  # orders that are read at once
_KINDS = ("opening", "goods_in", "count", "goods_issue")


def below_findings(
    connection: Reader, below: Mapping[UUID, str], opened: Sequence[tuple[datetime, str]]
) -> Iterator[Finding]:
    """Yield rows that are not what they were when they were written.

    ``below`` has the digests of orders' lines, ``opened`` when stock was seeded, with its digest.
    """
    left = iter(below.items())
    while some := dict(islice(left, _MANY)):
        yield from _changed_lines(connection, some)
    yield from _revisions(connection)
    yield from _movements(connection, opened)


def _changed_lines(connection: Reader, below: Mapping[UUID, str]) -> Iterator[Finding]:
    lines: defaultdict[UUID, list[Mapping[Any, Any]]] = defaultdict(list)
    parts: defaultdict[UUID, list[Mapping[Any, Any]]] = defaultdict(list)
    order_of = {}
    for line in connection.execute(_all(OrderLine).where(OrderLine.order_id.in_(below))).mappings():
        lines[line["order_id"]].append(line)
        order_of[line["id"]] = line["order_id"]
    of_them = select(OrderLine.id).where(OrderLine.order_id.in_(below))
    for part in connection.execute(
        _all(ScheduleLine).where(ScheduleLine.order_line_id.in_(of_them))
    ).mappings():
        parts[order_of[part["order_line_id"]]].append(part)
    for row in connection.execute(select(Order.id, Order.number).where(Order.id.in_(lines))):
        if lines_digest(lines[row.id], parts[row.id]) != below[row.id]:
            yield Finding("check.content.changed", {"type": "term.object.order", "key": row.number})


def _revisions(connection: Reader) -> Iterator[Finding]:
    """Revisions of a draft that were saved by somebody else or at another time than their command says."""
    statement = (
        select(OrderRevision.order_id)
        .join(
            ChangeLog,
            (ChangeLog.object_id == OrderRevision.order_id) & (ChangeLog.revision == OrderRevision.revision),
        )
        .join(AuditEntry, AuditEntry.v == ChangeLog.v)
        .where(
            ChangeLog.type == "order",
            or_(
                AuditEntry.at != OrderRevision.saved_at,
                AuditEntry.actor_id.is_distinct_from(OrderRevision.saved_by),
            ),
        )
    )
    for order_id in connection.scalars(statement):
        yield Finding("check.content.draft", {"id": str(order_id)})


def _movements(connection: Reader, opened: Sequence[tuple[datetime, str]]) -> Iterator[Finding]:
    """Opening stock is what was seeded; what left has left with a delivery, at its time."""
    for at, said in opened:
        rows = _all(StockMovement).where(StockMovement.kind == "opening", StockMovement.at == at)
        found = [dict(row) for row in connection.execute(rows.order_by(StockMovement.id)).mappings()]
        if digest(found) != said:
            yield Finding("check.stock.opening", {"at": at})
    left = select(StockMovement.id).outerjoin(Delivery, Delivery.id == StockMovement.object_id)
    wrong = or_(
        StockMovement.kind.not_in(_KINDS),
        (StockMovement.kind == "goods_issue")
        & or_(Delivery.id.is_(None), Delivery.shipped_at != StockMovement.at, StockMovement.note != ""),
    )
    for movement_id in connection.scalars(left.where(wrong)):
        yield Finding("check.stock.movement", {"id": str(movement_id)})


def _all(model: type[OrderLine | ScheduleLine | StockMovement]) -> Any:
    return select(model.__table__)
