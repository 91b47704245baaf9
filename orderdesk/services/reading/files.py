"""Reads the files on an order, as lists show them, and the bytes of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Base
from orderdesk.rules.files import is_picture
from orderdesk.services.file_store import read_content

# Tables, not classes: a new order asks for its files, and the first use of a class configures all mappers.
_T = Base.metadata.tables
ATTACHMENT, CONTENT, PERSON = _T["attachment"], _T["file_content"], _T["person"]


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
            ATTACHMENT.c.id, ATTACHMENT.c.name, ATTACHMENT.c.size, ATTACHMENT.c.link, ATTACHMENT.c.added_at,
            CONTENT.c.media, PERSON.c.name.label("by"), PERSON.c.name_en.label("by_en"),
        )
        .outerjoin(CONTENT, CONTENT.c.sha256 == ATTACHMENT.c.sha256)
        .outerjoin(PERSON, PERSON.c.id == ATTACHMENT.c.added_by)
        .where(ATTACHMENT.c.order_id == order_id, ATTACHMENT.c.removed_at.is_(None))
        .order_by(ATTACHMENT.c.added_at.desc(), ATTACHMENT.c.id.desc())
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
        select(func.count()).where(ATTACHMENT.c.order_id == order_id, ATTACHMENT.c.removed_at.is_(None))
    ).scalar_one()


def file_body(connection: Connection, attachment_id: UUID) -> FileBody:
    """Return the bytes of a file, verified; raises ``EnvironmentProblem`` where they are not whole."""
    row = connection.execute(
        select(ATTACHMENT.c.name, ATTACHMENT.c.sha256, CONTENT.c.media)
        .outerjoin(CONTENT, CONTENT.c.sha256 == ATTACHMENT.c.sha256)
        .where(ATTACHMENT.c.id == attachment_id)
    ).one_or_none()
    if row is None or row.sha256 is None:
        raise EnvironmentProblem("error.file.not_here", sha256="")
    return FileBody(row.name, row.media or "", read_content(connection, row.sha256))
