"""What was said about an order, for every card that shows the order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import OrderComment, Person


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment with who said it; the names are empty for the store itself."""

    id: UUID
    text: str
    by: str
    by_en: str
    at: datetime


def comments_of(connection: Connection, order_id: UUID) -> tuple[Comment, ...]:
    """Return what was said about an order, the oldest first."""
    found = connection.execute(
        select(OrderComment.id, OrderComment.text, OrderComment.said_at, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == OrderComment.said_by)
        .where(OrderComment.order_id == order_id)
        .order_by(OrderComment.said_at, OrderComment.id)
    )
    return tuple(Comment(row.id, row.text, row.name or "", row.name_en or "", row.said_at) for row in found)
