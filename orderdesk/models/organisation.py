"""The store itself, the company's settings, its people and its sites."""

from datetime import date

from sqlalchemy import CheckConstraint, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import At, Base, Key, Line, Ref, Word


class StoreMeta(Base):
    """One row: which store this is, and the oldest program that may write to it."""

    __tablename__ = "store_meta"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    store_code: Mapped[str] = mapped_column(String(3))
    replica_id: Mapped[Ref]
    min_program: Mapped[Word]
    created_at: Mapped[At]


class Setting(Base):
    """A setting of the company (not of a desk): number patterns, rounding, who may approve alone."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class Person(Base):
    """A person at the desk; ``roles`` is a blank-separated list."""

    __tablename__ = "person"

    id: Mapped[Key]
    revision: Mapped[int]
    code: Mapped[Word] = mapped_column(unique=True)
    name: Mapped[Line]
    name_en: Mapped[Line]
    roles: Mapped[Line]
    department: Mapped[Line]
    language: Mapped[str] = mapped_column(String(8))
    active: Mapped[bool]


class Site(Base):
    """A site with its warehouse; its IANA zone says which day it is there."""

    __tablename__ = "site"

    id: Mapped[Key]
    revision: Mapped[int]
    code: Mapped[Word] = mapped_column(unique=True)
    name: Mapped[Line]
    name_en: Mapped[Line]
    zone: Mapped[Word]
    address: Mapped[Line]
    phone: Mapped[Line]
    closed_until: Mapped[date | None]  # the last closed day: documents dated up to it are refused
