"""Files on orders: put there, taken away, put back. The bytes were written before (``file_store``)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Attachment, FileContent
from orderdesk.rules.files import shown_name
from orderdesk.services.context import Context, Handler, Result, refused
from orderdesk.services.writing import content_digest, lock_order, touched
from orderdesk.wire.commands import AttachFile, RemoveFile, RestoreFile

MOST_FILES = 200  # of an order


def attach_file(session: Session, data: AttachFile, context: Context) -> Result:
    """Put a file on an order in whatever state: its content must be here whole, or it is a link."""
    order = lock_order(session, data.order_id)
    if order is None:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    name = shown_name(data.file_name)
    if not name:
        return refused(Problem("problem.file.name", "file_name"))
    if session.get(Attachment, data.attachment_id) is not None:
        return refused(Problem("problem.file.id", "attachment_id", {"id": str(data.attachment_id)}))
    count = session.execute(
        select(func.count()).where(Attachment.order_id == order.id, Attachment.removed_at.is_(None))
    ).scalar_one()
    if count >= MOST_FILES:
        return refused(Problem("problem.file.too_many", "", {"n": MOST_FILES}))
    if (data.sha256 is None) == (not data.link.strip()):
        return refused(Problem("problem.file.nothing", "sha256", {"name": name}))
    size = data.size
    if data.sha256 is not None:
        content = _whole(session, data.sha256)
        if content is None:
            return refused(Problem("problem.file.not_here", "sha256", {"name": name}))
        size = content.size
    row = Attachment(
        id=data.attachment_id, revision=1, order_id=order.id, sha256=data.sha256, name=name, size=size,
        link=data.link.strip(), added_by=context.actor.person_id, added_at=context.now,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return Result((touched("attachment", row),))


def remove_file(session: Session, data: RemoveFile, context: Context) -> Result:
    """Take a file off its order. Its content goes a week after the last order that showed it."""
    row = _locked(session, data.attachment_id)
    if row is None or row.removed_at is not None:
        return refused(Problem("problem.file.gone", "attachment_id"))
    before = content_digest(row)
    row.removed_by, row.removed_at, row.revision = context.actor.person_id, context.now, row.revision + 1
    session.flush()
    return Result((touched("attachment", row, before),))


def restore_file(session: Session, data: RestoreFile, _context: Context) -> Result:
    """Put a removed file back on its order, while its content is still here."""
    row = _locked(session, data.attachment_id)
    if row is None or row.removed_at is None:
        return refused(Problem("problem.file.gone", "attachment_id"))
    if row.sha256 is not None and _whole(session, row.sha256) is None:
        return refused(Problem("problem.file.not_here", "attachment_id", {"name": row.name}))
    before = content_digest(row)
    row.removed_by, row.removed_at, row.revision = None, None, row.revision + 1
    session.flush()
    return Result((touched("attachment", row, before),))


def _locked(session: Session, attachment_id: UUID) -> Attachment | None:
    """Return an attachment under the lock of its order; ``None`` if there is none."""
    order_id = session.execute(
        select(Attachment.order_id).where(Attachment.id == attachment_id)
    ).scalar_one_or_none()
    if order_id is None or lock_order(session, order_id) is None:
        return None
    return session.execute(
        select(Attachment).where(Attachment.id == attachment_id).execution_options(populate_existing=True)
    ).scalar_one_or_none()


def _whole(session: Session, sha256: str) -> FileContent | None:
    """Return content that is here whole, locked against being swept; ``None`` where it is not."""
    return session.execute(
        select(FileContent)
        .where(FileContent.sha256 == sha256, FileContent.is_whole)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).scalar_one_or_none()


HANDLERS = {
    "attach_file": Handler(AttachFile, attach_file),
    "remove_file": Handler(RemoveFile, remove_file),
    "restore_file": Handler(RestoreFile, restore_file),
}
