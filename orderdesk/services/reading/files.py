"""Reads the files on an order, as lists show them, and the bytes of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Attachment, FileContent, Person
from orderdesk.rules.files import is_picture
from orderdesk.services.file_store import read_content


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file on an order. ``link`` is where it lies if only that is known; ``media`` its kind by content."""

    id: UUID
    name: str
    size: int
    media: str
    link: str
    added_by: str
    added_by_en: str
    added_at: datetime

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown small."""
        return is_picture(self.media)


@dataclass(frozen=True, slots=True)
class FileBody:
    """The bytes of a file with its name and kind, verified."""

    name: str
    media: str
    body: bytes


def order_files(connection: Connection, order_id: UUID) -> tuple[FileRow, ...]:
    """Return the files on an order, the newest first."""
    found = connection.execute(
        select(
            Attachment.id, Attachment.name, Attachment.size, Attachment.link, Attachment.added_at,
            FileContent.media, Person.name.label("by"), Person.name_en.label("by_en"),
        )
        .outerjoin(FileContent, FileContent.sha256 == Attachment.sha256)
        .outerjoin(Person, Person.id == Attachment.added_by)
        .where(Attachment.order_id == order_id, Attachment.removed_at.is_(None))
        .order_by(Attachment.added_at.desc(), Attachment.id.desc())
    )  # fmt: skip
    return tuple(
        FileRow(
            id=row.id, name=row.name, size=row.size, media=row.media or "", link=row.link,
            added_by=row.by or "", added_by_en=row.by_en or "", added_at=row.added_at,
        )
        for row in found
    )  # fmt: skip


def file_count(connection: Connection, order_id: UUID) -> int:
    """Return how many files an order shows."""
    return connection.execute(
        select(func.count()).where(Attachment.order_id == order_id, Attachment.removed_at.is_(None))
    ).scalar_one()


def file_body(connection: Connection, attachment_id: UUID) -> FileBody:
    """Return the bytes of a file, verified; raises ``EnvironmentProblem`` where they are not whole."""
    row = connection.execute(
        select(Attachment.name, Attachment.sha256, FileContent.media)
        .outerjoin(FileContent, FileContent.sha256 == Attachment.sha256)
        .where(Attachment.id == attachment_id)
    ).one_or_none()
    if row is None or row.sha256 is None:
        raise EnvironmentProblem("error.file.not_here", sha256="")
    return FileBody(row.name, row.media or "", read_content(connection, row.sha256))
