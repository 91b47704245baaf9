"""The bytes of files: kept by their SHA-256 in pieces, verified when read, swept when nothing shows them.

Content is no business data: it says nothing until a command puts it on an order. So it is written past the
door, in short transactions of its own, before that command (ADR 0011). What is written is named by its own
hash and never changed; writing it twice is writing it once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from orderdesk.errors import EnvironmentProblem, UserError
from orderdesk.models import Attachment, FileContent, FileContentPiece, FilePiece
from orderdesk.models.faults import as_environment_problem
from orderdesk.rules.files import HEAD_BYTES, MAX_BYTES, media_of
from orderdesk.services.store import Store
from orderdesk.services.writing import tolerant_insert

PIECE_BYTES = 1024 * 1024
KEPT_DAYS = (
    7  # content that no order shows stays so long: a removed file can be put back, a slow sync resumes
)
_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class StoredFile:
    """Content that the store has now."""

    sha256: str
    size: int
    media: str


def store_content(store: Store, body: bytes, now: datetime) -> StoredFile:
    """Write the bytes of a file, whatever of them is not there yet; return how they are named.

    Raises ``UserError`` for more bytes than are kept, ``EnvironmentProblem`` where the store does not take
    them.
    """
    if len(body) > MAX_BYTES:
        raise UserError("files.too_large", size=len(body), limit=MAX_BYTES)
    stored = StoredFile(hashlib.sha256(body).hexdigest(), len(body), media_of(body[:HEAD_BYTES]))
    with _writing(store) as session:
        if _touched(session, stored.sha256, now):
            return stored
    names: list[str] = []
    for start in range(0, len(body), PIECE_BYTES):
        piece = body[start : start + PIECE_BYTES]
        names.append(hashlib.sha256(piece).hexdigest())
        with _writing(store) as session:  # one at a time: whoever keys meanwhile waits for a piece at most
            row = {"sha256": names[-1], "body": piece, "stored_at": now}
            session.execute(
                tolerant_insert(session, FilePiece)
                .values(row)
                .on_conflict_do_update(index_elements=["sha256"], set_={"stored_at": now})
            )
    with _writing(store) as session:
        _join(session, stored, names, now)
    return stored


def _touched(session: Session, sha256: str, now: datetime) -> bool:
    """Return whether the content is here already; then it stays for another while."""
    found = session.execute(
        update(FileContent)
        .where(FileContent.sha256 == sha256, FileContent.is_whole)
        .values(stored_at=now)
        .returning(FileContent.sha256)
    )
    return found.first() is not None


def _join(session: Session, stored: StoredFile, names: list[str], now: datetime) -> None:
    row = {
        "sha256": stored.sha256, "size": stored.size, "media": stored.media, "is_whole": True,
        "stored_at": now,
    }  # fmt: skip
    session.execute(
        tolerant_insert(session, FileContent)
        .values(row)
        .on_conflict_do_update(index_elements=["sha256"], set_={"is_whole": True, "stored_at": now})
    )
    rows = [
        {"content_sha256": stored.sha256, "position": at, "piece_sha256": name}
        for at, name in enumerate(names)
    ]
    if rows:
        session.execute(tolerant_insert(session, FileContentPiece).values(rows).on_conflict_do_nothing())


def read_content(connection: Connection, sha256: str) -> bytes:
    """Return the bytes of a file, verified piece by piece and as a whole.

    Raises ``EnvironmentProblem``: ``error.file.not_here`` (not yet, or swept), ``error.file.damaged``.
    """
    body = b"".join(_pieces(connection, sha256))
    if hashlib.sha256(body).hexdigest() != sha256:
        raise EnvironmentProblem("error.file.damaged", sha256=sha256[:12])
    return body


def _pieces(connection: Connection, sha256: str) -> Iterator[bytes]:
    whole = select(FileContent.is_whole).where(FileContent.sha256 == sha256)
    if not connection.execute(whole).scalar_one_or_none():
        raise EnvironmentProblem("error.file.not_here", sha256=sha256[:12])
    rows = connection.execute(
        select(FilePiece.sha256, FilePiece.body)
        .join(FileContentPiece, FileContentPiece.piece_sha256 == FilePiece.sha256)
        .where(FileContentPiece.content_sha256 == sha256)
        .order_by(FileContentPiece.position)
    )
    for row in rows:
        if hashlib.sha256(row.body).hexdigest() != row.sha256:
            raise EnvironmentProblem("error.file.damaged", sha256=sha256[:12])
        yield row.body


def sweep(store: Store, now: datetime) -> int:
    """Take away content that no order has shown for a week, and pieces that belong to nothing.

    Returns how many contents went. What an order shows is never touched: content is looked at again under its
    lock, which also the command that links it takes.
    """
    before = now - timedelta(days=KEPT_DAYS)
    swept = 0
    with _writing(store) as session:
        for sha256 in _unshown(session, before):
            session.execute(delete(FileContentPiece).where(FileContentPiece.content_sha256 == sha256))
            if session.execute(select(exists().where(Attachment.sha256 == sha256))).scalar():
                session.execute(  # a file that was removed from its order still says what it was
                    update(FileContent).where(FileContent.sha256 == sha256).values(is_whole=False)
                )
            else:
                session.execute(delete(FileContent).where(FileContent.sha256 == sha256))
            swept += 1
    with _writing(store) as session:
        in_use = exists().where(FileContentPiece.piece_sha256 == FilePiece.sha256)
        session.execute(delete(FilePiece).where(FilePiece.stored_at < before, ~in_use))
    return swept


def _unshown(session: Session, before: datetime) -> Collection[str]:
    shown = exists().where(
        Attachment.sha256 == FileContent.sha256,
        (Attachment.removed_at.is_(None)) | (Attachment.removed_at >= before),
    )
    idle = (FileContent.is_whole, FileContent.stored_at < before, ~shown)
    found = session.scalars(
        select(FileContent.sha256).where(*idle).order_by(FileContent.sha256).limit(_AT_ONCE)
    )
    locked = session.scalars(
        select(FileContent.sha256).where(FileContent.sha256.in_(found.all())).with_for_update()
    ).all()
    return session.scalars(select(FileContent.sha256).where(FileContent.sha256.in_(locked), *idle)).all()


def stored_bytes(connection: Connection) -> int:
    """Return how much room the pieces take, in bytes."""
    return int(connection.execute(select(func.sum(func.length(FilePiece.body)))).scalar() or 0)


@contextmanager
def _writing(store: Store) -> Iterator[Session]:
    """Yield the session of one short transaction, committed at its end."""
    try:
        with store.writing() as session, session.begin():
            yield session
    except DBAPIError as fault:
        raise as_environment_problem(fault, store.engine.url) from fault
