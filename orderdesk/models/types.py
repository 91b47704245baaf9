"""Column types that mean the same on SQLite and PostgreSQL.

Money, quantities and rates are whole numbers in the store (SQLite keeps ``Numeric`` as a float, and its
sums differ from PostgreSQL's) and ``Decimal`` in code. Instants are UTC microseconds. Ids take 16 bytes.
"""

from datetime import UTC, datetime, timedelta
from decimal import Context, Decimal, Inexact, InvalidOperation, Overflow
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Dialect, LargeBinary, Uuid
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_BIGINT_MAX = 2**63 - 1
# More figures than any column holds, and it never rounds: the usual context would, from the 29th figure on.
_EXACT = Context(prec=60, Emax=60, Emin=-60, traps=[Inexact, InvalidOperation, Overflow])


class ScaledDecimal(TypeDecorator[Decimal]):
    """A decimal kept as a whole number of ``10 ** -digits``.

    A finer or a larger value, one that is not a number, and a float are refused, never rounded in silence:
    ``ValueError``, which SQLAlchemy wraps in a ``StatementError``.
    """

    impl = BigInteger
    cache_ok = True
    digits = 0

    def process_bind_param(self, value: Any | None, dialect: Dialect) -> int | None:
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool):
            value = Decimal(value)
        if not isinstance(value, Decimal):
            raise ValueError(f"{value!r} is no decimal")
        try:
            scaled = value.scaleb(self.digits, _EXACT)
            whole = int(scaled)
        except (ArithmeticError, ValueError):
            raise ValueError(f"{value} does not fit {type(self).__name__}") from None
        if whole != scaled or abs(whole) > _BIGINT_MAX:
            raise ValueError(f"{value} does not fit {type(self).__name__}")
        return whole

    def process_result_value(self, value: Any | None, dialect: Dialect) -> Decimal | None:
        if value is None:
            return None
        whole = int(value)  # PostgreSQL's SUM of BIGINT is a NUMERIC
        if whole != value:
            raise ValueError(f"{value} is not a whole number of {type(self).__name__} steps")
        return Decimal(whole).scaleb(-self.digits, _EXACT)


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
        if type(value) is not bytes:  # else a number in its place would be taken for a size
            value = memoryview(value).tobytes()
        return UUID(bytes=value)
