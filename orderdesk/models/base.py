"""The declarative base, with constraint names that migrations can rely on, and the column shorthands."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Annotated, ClassVar
from uuid import UUID

from sqlalchemy import MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, mapped_column

from orderdesk.models.types import Guid, Instant, Money, Quantity, Rate

Key = Annotated[UUID, mapped_column(Guid, primary_key=True)]
Ref = Annotated[UUID, mapped_column(Guid)]
OptionalRef = Annotated[UUID | None, mapped_column(Guid)]
Amount = Annotated[Decimal, mapped_column(Money)]
OptionalAmount = Annotated[Decimal | None, mapped_column(Money)]
Pieces = Annotated[Decimal, mapped_column(Quantity)]
OptionalPieces = Annotated[Decimal | None, mapped_column(Quantity)]
Fraction = Annotated[Decimal, mapped_column(Rate)]
OptionalFraction = Annotated[Decimal | None, mapped_column(Rate)]
At = Annotated[datetime, mapped_column(Instant)]
OptionalAt = Annotated[datetime | None, mapped_column(Instant)]
Word = Annotated[str, mapped_column(String(64))]
Line = Annotated[str, mapped_column(String(200), default="", server_default="")]
Body = Annotated[str, mapped_column(Text, default="", server_default="")]
Json = Annotated[str, mapped_column(Text)]  # canonical JSON text: evidence is hashed over exactly these bytes


class Base(DeclarativeBase):
    """Base of all tables."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
