"""Fields that the business adds itself: definitions, and typed rows for those that are searched.

Values live in the ``custom`` column of their document, keyed by the field's id: renaming never rewrites
documents.
"""

from datetime import date

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import Base, Key, OptionalAmount, Ref, Word


class FieldDefinition(Base):
    """A field of a document, in one version."""

    __tablename__ = "field_definition"
    __table_args__ = (UniqueConstraint("document", "key", "version"),)

    id: Mapped[Key]
    document: Mapped[Word]
    key: Mapped[Word]
    type: Mapped[str] = mapped_column(String(16))
    version: Mapped[int]
    retired: Mapped[bool]


class FieldIndex(Base):
    """The value of a searched field, typed."""

    __tablename__ = "field_index"
    __table_args__ = (
        Index("ix_field_index_text", "field_id", "text_value"),
        Index("ix_field_index_number", "field_id", "number_value"),
        Index("ix_field_index_date", "field_id", "date_value"),
    )

    field_id: Mapped[Ref] = mapped_column(ForeignKey("field_definition.id"), primary_key=True)
    object_id: Mapped[Ref] = mapped_column(primary_key=True)
    text_value: Mapped[str | None] = mapped_column(String(200))
    number_value: Mapped[OptionalAmount]
    date_value: Mapped[date | None]
