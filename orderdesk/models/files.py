"""Files on orders: their bytes by hash, in pieces, and which order shows which file (ADR 0011)."""

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import At, Base, Body, Key, Line, OptionalAt, OptionalRef, Ref, Word


class FilePiece(Base):
    """A piece of some content, at most 1 MiB, named by its SHA-256: written once, never changed."""

    __tablename__ = "file_piece"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    stored_at: Mapped[At]  # the last time somebody wrote it: what nobody shows is swept later


class FileContent(Base):
    """The bytes of a file, named by their SHA-256. ``is_whole`` says that all its pieces are here."""

    __tablename__ = "file_content"
    __table_args__ = (CheckConstraint("size >= 0", name="size_not_negative"),)

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int] = mapped_column(BigInteger)
    media: Mapped[Word]  # by its first bytes, not by its name
    is_whole: Mapped[bool]
    stored_at: Mapped[At]


class FileContentPiece(Base):
    """Which pieces a content is made of, in their order."""

    __tablename__ = "file_content_piece"
    __table_args__ = (Index("ix_file_content_piece_piece_sha256", "piece_sha256"),)

    content_sha256: Mapped[str] = mapped_column(
        String(64), ForeignKey("file_content.sha256", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    piece_sha256: Mapped[str] = mapped_column(String(64), ForeignKey("file_piece.sha256"))


class Attachment(Base):
    """A file on an order: its content by hash, or only a link to where it lies; the name is data."""

    __tablename__ = "attachment"
    __table_args__ = (
        Index("ix_attachment_order_id", "order_id"),
        Index("ix_attachment_sha256", "sha256"),
    )

    id: Mapped[Key]
    revision: Mapped[int]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"))
    sha256: Mapped[str | None] = mapped_column(String(64), ForeignKey("file_content.sha256"))
    name: Mapped[Line]
    size: Mapped[int] = mapped_column(BigInteger)
    link: Mapped[Body]  # where a file lies that was too large to keep; else empty
    added_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    added_at: Mapped[At]
    removed_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    removed_at: Mapped[OptionalAt]
