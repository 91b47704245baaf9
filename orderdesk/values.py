"""Amounts, quantities, rates, numbers of documents, and their one canonical text form. Frozen, no input or
output.

Units used everywhere: money and unit prices are ``Decimal`` in currency units (at most 4 decimals),
quantities are ``Decimal`` (at most 3 decimals), rates and discounts are fractions (``Decimal("0.13")`` is
13 %).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Any
from uuid import UUID

PRICE_STEP = Decimal("0.0001")
QUANTITY_STEP = Decimal("0.001")
RATE_STEP = Decimal("0.000001")

# Bounds keep every product of two amounts inside a BIGINT of 1/10,000 units (9.2e14 currency units).
MAX_UNIT_PRICE = Decimal(99_999_999)
MAX_QUANTITY = Decimal(9_999_999)
MAX_AMOUNT = Decimal(100_000_000_000_000)

_MINOR_DIGITS = {"CNY": 2, "EUR": 2, "USD": 2, "GBP": 2, "HKD": 2, "JPY": 0, "KRW": 0, "KWD": 3, "BHD": 3}
_STORE_CODE = re.compile(r"^[A-Z2-9]{3}$")
STORE_CODE_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ23456789"


def minor_digits(currency: str) -> int:
    """Return how many decimals an amount of ``currency`` has on paper (ISO 4217; 2 where unknown)."""
    return _MINOR_DIGITS.get(currency, 2)


def round_half_up(value: Decimal, digits: int) -> Decimal:
    """Return ``value`` with ``digits`` decimals, halves away from zero (architecture, "Money.

    Quantity, time").
    """
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)


def round_amount(value: Decimal, currency: str) -> Decimal:
    """Return an amount rounded half up to the minor unit of ``currency``."""
    return round_half_up(value, minor_digits(currency))


def round_price(value: Decimal) -> Decimal:
    """Return a unit price rounded half up to 4 decimals."""
    return value.quantize(PRICE_STEP, ROUND_HALF_UP)


def spread(total: Decimal, weights: Sequence[Decimal], step: Decimal) -> tuple[Decimal, ...]:
    """Split ``total`` over ``weights`` in whole ``step``s; the parts sum to ``total`` exactly.

    Largest remainder first, the earlier part where remainders are equal. ``total`` must be a multiple of
    ``step``; with no positive weight every part is zero and ``total`` must be zero. Source: vocabulary,
    section 5, rows 7, 10.
    """
    weight_sum = sum(weights, Decimal(0))
    if any(weight < 0 for weight in weights) or total % step:
        raise ValueError("weights must not be negative, the total must be whole steps")
    if weight_sum == 0:
        if total:
            raise ValueError("nothing to spread an amount over")
        return tuple(Decimal(0) for _ in weights)
    exact = [total * weight / weight_sum for weight in weights]
    parts = [(value / step).to_integral_value(ROUND_DOWN) * step for value in exact]
    left = int((total - sum(parts)) / step)
    sign = 1 if left >= 0 else -1
    order = sorted(range(len(parts)), key=lambda i: -abs(exact[i] - parts[i]))
    for index in order[: abs(left)]:
        parts[index] += sign * step
    return tuple(parts)


def order_number(store_code: str, counter: int) -> str:
    """Return the spoken number of an order, such as ``SO-K7M-000371``."""
    return _document_number("SO", store_code, counter, 6)


def delivery_note_number(store_code: str, counter: int) -> str:
    """Return the number of a delivery note, such as ``DN-K7M-17``."""
    return _document_number("DN", store_code, counter, 1)


def adjustment_number(store_code: str, counter: int) -> str:
    """Return the number of a price adjustment, such as ``PA-K7M-4``."""
    return _document_number("PA", store_code, counter, 1)


def _document_number(prefix: str, store_code: str, counter: int, digits: int) -> str:
    if not _STORE_CODE.match(store_code) or counter < 1:
        raise ValueError(f"no document number from store {store_code!r} and counter {counter}")
    return f"{prefix}-{store_code}-{counter:0{digits}d}"


def plain(value: Decimal) -> str:
    """Return the shortest plain text of a decimal: no exponent, no trailing zeros (``12.5``, ``100``.

    ``0``).
    """
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def rfc3339(instant: datetime) -> str:
    """Return an aware instant as RFC 3339 text in UTC with microseconds and ``Z``."""
    return instant.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


_AS_THEY_ARE = frozenset({str, int, bool, type(None)})
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _encodable(value: object) -> object:
    kind = type(value)  # the usual kinds first: evidence is written with every order
    if kind in _AS_THEY_ARE:
        return value
    if kind is dict:
        return {
            key if type(key) is str else str(key): one if type(one) in _AS_THEY_ARE else _encodable(one)
            for key, one in value.items()  # type: ignore[attr-defined] # a dict, as its kind says
        }
    known = _KINDS.get(kind)
    return _encodable_rest(value) if known is None else known(value)


def _encodable_rest(value: object) -> object:
    if isinstance(value, Enum):
        return _encodable(value.value)
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):  # a datetime is one, too
        return rfc3339(value) if isinstance(value, datetime) else value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _encodable(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_encodable(entry) for entry in value]
    if isinstance(value, (set, frozenset)):
        return sorted(str(_encodable(entry)) for entry in value)
    raise TypeError(f"{type(value).__name__} has no canonical form")


def _listed(values: Sequence[object]) -> list[object]:
    return [one if type(one) in _AS_THEY_ARE else _encodable(one) for one in values]


_KINDS: Mapping[type, Callable[[Any], object]] = {
    Decimal: plain, UUID: str, tuple: _listed, list: _listed, datetime: rfc3339, date: date.isoformat,
}  # fmt: skip


def canonical_json(value: object) -> str:
    """Return the one text of ``value``: sorted keys, no spaces, UTF-8 text, decimals and ids as strings.

    Evidence is hashed over this form, so it never changes; floats have no canonical form and raise
    ``TypeError``.
    """
    return _ENCODER.encode(_encodable(value))


def digest(value: object) -> str:
    """Return the SHA-256 (hex) of the canonical form of ``value``."""
    return text_digest(canonical_json(value))


def text_digest(text: str) -> str:
    """Return the SHA-256 (hex) of a text; of a canonical form it is the ``digest``."""
    return hashlib.sha256(text.encode()).hexdigest()
