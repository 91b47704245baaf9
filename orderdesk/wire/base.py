"""The frozen base of all messages, and the field types they share.

On the wire amounts and quantities are decimal strings, instants RFC 3339 in ``Z``, dates ISO. Every amount
is bounded.
"""

from decimal import Decimal, InvalidOperation
from typing import Annotated, ClassVar
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, StringConstraints

from orderdesk.values import MAX_AMOUNT, MAX_QUANTITY, MAX_UNIT_PRICE, plain

PROTOCOL_VERSION = 1  # 2026-11-22: first version

_DECIMAL_PATTERN = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"


class Frozen(BaseModel):
    """A message: immutable, closed (an unknown field is refused); its checks are built at first use."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_timedelta="iso8601", defer_build=True)


class CommandData(Frozen):
    """The data of one command; ``name`` and ``version`` stand in its envelope."""

    name: ClassVar[str]
    version: ClassVar[int] = 1


def _decimal(value: object) -> object:
    """Take decimals and plain decimal strings; a float has already lost what was typed and is refused."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and len(value) <= 24:
        try:
            return Decimal(value)
        except InvalidOperation:
            raise ValueError("not a decimal number") from None
    raise ValueError("a decimal is written as a string")


def _decimal_field(places: int, low: Decimal | None, high: Decimal) -> object:
    return Field(
        ge=low if low is not None else -high,
        le=high,
        decimal_places=places,
        allow_inf_nan=False,
        json_schema_extra={"type": "string", "pattern": _DECIMAL_PATTERN},
    )


_AsText = PlainSerializer(plain, return_type=str, when_used="json")
_FromText = BeforeValidator(_decimal)

Quantity = Annotated[Decimal, _FromText, _AsText, _decimal_field(3, Decimal(0), MAX_QUANTITY)]
SignedQuantity = Annotated[Decimal, _FromText, _AsText, _decimal_field(3, None, MAX_QUANTITY)]
UnitPrice = Annotated[Decimal, _FromText, _AsText, _decimal_field(4, Decimal(0), MAX_UNIT_PRICE)]
Amount = Annotated[Decimal, _FromText, _AsText, _decimal_field(4, Decimal(0), MAX_AMOUNT)]
SignedAmount = Annotated[Decimal, _FromText, _AsText, _decimal_field(4, None, MAX_AMOUNT)]
Rate = Annotated[Decimal, _FromText, _AsText, _decimal_field(6, Decimal(0), Decimal(1))]
Factor = Annotated[Decimal, _FromText, _AsText, _decimal_field(6, Decimal("0.000001"), Decimal(1_000_000))]

Code = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Text = Annotated[str, StringConstraints(max_length=2000)]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

__all__ = [
    "PROTOCOL_VERSION",
    "UUID",
    "Amount",
    "Code",
    "CommandData",
    "Currency",
    "Factor",
    "Frozen",
    "Name",
    "Quantity",
    "Rate",
    "SignedAmount",
    "SignedQuantity",
    "Text",
    "UnitPrice",
]
