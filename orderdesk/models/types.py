"""Column types that mean the same on SQLite and PostgreSQL.

Money, quantities and rates are whole numbers in the store (SQLite keeps ``Numeric`` as a float, and its
sums differ from PostgreSQL's) and ``Decimal`` in code. Instants are UTC microseconds. Ids take 16 bytes.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Dialect, LargeBinary, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_BIGINT_MAX = 2**63 - 1


class ScaledDecimal(TypeDecorator[Decimal]):
    """A decimal kept as a whole number of ``10 ** -digits``; finer values are refused.

    Never rounded in silence.
    """

    impl = BigInteger
    cache_ok = True
    digits = 0

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        scaled = value.scaleb(self.digits)
        whole = int(scaled)
        if whole != scaled or abs(whole) > _BIGINT_MAX:
            raise ValueError(f"{value} does not fit {type(self).__name__}")
        return whole

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        # PostgreSQL's SUM of BIGINT is a NUMERIC, hence int().
        return None if value is None else Decimal(int(value)).scaleb(-self.digits)


class Money(ScaledDecimal):
    """Amounts and unit prices in 1/10,000 of the currency unit."""

    cache_ok = True
    digits = 4


class Quantity(ScaledDecimal):
    """Quantities in 1/1,000 of the unit."""

    cache_ok = True
    digits = 3


class Rate(ScaledDecimal):
    """Rates, discounts and conversion factors in 1/1,000,000."""

    cache_ok = True
    digits = 6


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as UTC microseconds since 1970."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs its time zone")
        return (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        return None if value is None else _EPOCH + timedelta(microseconds=int(value))


class Guid(TypeDecorator[UUID]):
    """A UUID: 16 bytes on SQLite, native on PostgreSQL."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "postgresql":
            return dialect.type_descriptor(Uuid(as_uuid=True))
        return dialect.type_descriptor(LargeBinary(16))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any | None:
        if value is None or dialect.name == "postgresql":
            return value
        return value.bytes

    def process_result_value(self, value: Any | None, dialect: Dialect) -> UUID | None:
        if value is None or isinstance(value, UUID):
            return value
        return UUID(bytes=bytes(value))
