"""Files: every piece is what its name says, and every file that an order shows is here whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sqlalchemy import select

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Attachment, FileContent, Order
from orderdesk.services.file_store import read_content
from orderdesk.services.findings import Finding
from orderdesk.services.store import Reader


def _contents(connection: Reader) -> Iterator[Finding]:
    """Yield content whose bytes are not what its name says; one at a time is in memory."""
    rows = connection.execute(
        select(FileContent.sha256, FileContent.size).where(FileContent.is_whole).order_by(FileContent.sha256)
    ).all()
    for row in rows:
        try:
            body = read_content(connection, row.sha256)
        except EnvironmentProblem:
            yield Finding("check.file.damaged", {"sha256": row.sha256})
            continue
        if len(body) != row.size:
            yield Finding("check.file.size", {"sha256": row.sha256, "size": row.size, "now": len(body)})


def _shown(connection: Reader) -> Iterator[Finding]:
    """Yield files that an order shows but whose content is not here, or that are neither file nor link."""
    rows = connection.execute(
        select(Attachment.name, Order.number, Attachment.sha256, Attachment.link, FileContent.is_whole)
        .join(Order, Order.id == Attachment.order_id)
        .outerjoin(FileContent, FileContent.sha256 == Attachment.sha256)
        .where(Attachment.removed_at.is_(None))
        .order_by(Order.number, Attachment.added_at)
    )
    for row in rows:
        if not (row.is_whole if row.sha256 is not None else row.link):
            yield Finding("check.file.missing", {"order": row.number, "name": row.name})


FILE_CHECKS: tuple[Callable[[Reader], Iterator[Finding]], ...] = (_contents, _shown)
