"""The declarative base, with constraint names that migrations can rely on, and the column shorthands."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, ClassVar
from uuid import UUID

from sqlalchemy import Boolean, Integer, MetaData, String, Table, Text, false
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

# Columns that a later schema added, see ``as_evidence``.
_LATER: dict[str, Any] = {"later": True}
LaterWord = Annotated[str, mapped_column(String(64), default="", server_default="", info=_LATER)]
LaterLine = Annotated[str, mapped_column(String(200), default="", server_default="", info=_LATER)]
LaterList = Annotated[str, mapped_column(Text, default="[]", server_default="[]", info=_LATER)]
LaterRef = Annotated[UUID | None, mapped_column(Guid, info=_LATER)]
LaterBody = Annotated[str, mapped_column(Text, default="", server_default="", info=_LATER)]
LaterAt = Annotated[datetime | None, mapped_column(Instant, info=_LATER)]
LaterNumber = Annotated[int | None, mapped_column(Integer, info=_LATER)]
LaterFlag = Annotated[bool, mapped_column(Boolean, default=False, server_default=false(), info=_LATER)]


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


def as_evidence(table: Table, row: Mapping[Any, Any]) -> dict[Any, Any]:
    """Return a row as its digest counts it: a column that came later counts once something is in it.

    So a row that nobody has written since the upgrade still has the digest that the audit keeps of it.
    """
    later = _later_columns(table)
    return {
        name: value for name, value in row.items() if name not in later or value not in (None, later[name])
    }


@cache
def _later_columns(table: Table) -> Mapping[str, Any]:
    """Return the columns that came later, with what they hold where nothing was said."""
    return {
        column.name: None if column.default is None else column.default.arg  # type: ignore[attr-defined] # a value
        for column in table.columns
        if column.info.get("later")
    }
