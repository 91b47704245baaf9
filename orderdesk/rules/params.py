"""The named values that a receipt step shows, turned into text when somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from orderdesk.values import plain


class Params(Mapping[str, str]):
    """Plain texts by name. A line is priced at each key stroke, its receipt rarely read: the texts wait.

    Decimals show without exponent or trailing zeros, ``percent`` as the number before the sign.
    """

    __slots__ = ("_raw",)

    def __init__(self, **raw: Decimal | str | bool | int | date) -> None:
        self._raw = raw

    def __getitem__(self, name: str) -> str:
        value = self._raw[name]
        if isinstance(value, Decimal):
            return plain(value * 100 if name == "percent" else value)
        if isinstance(value, bool):
            return "yes" if value else "no"
        return value.isoformat() if isinstance(value, date) else str(value)

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __repr__(self) -> str:
        return repr(dict(self))
