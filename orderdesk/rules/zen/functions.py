"""The functions of ZEN that tables may use; every other one is refused by its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

_PART = re.compile(r"\s*([0-9]+)\s*([a-zA-Z]+)")
_SECONDS = {
    **dict.fromkeys(("seconds", "second", "secs", "sec", "s"), 1),
    **dict.fromkeys(("minutes", "minute", "mins", "min", "m"), 60),
    **dict.fromkeys(("hours", "hour", "hrs", "hr", "h"), 3_600),
    **dict.fromkeys(("days", "day", "d"), 86_400),
    **dict.fromkeys(("weeks", "week", "w"), 604_800),
}


class ZenFailure(Exception):  # it never leaves the language: a cell that fails says no
    """An expression has no value for these facts."""


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes, and whether it is a test."""

    run: Callable[..., object]
    arguments: int
    is_test: bool = False


def _date(value: object) -> Decimal:
    """Return a day or an instant as seconds since 1970, days begin at midnight UTC."""
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise ZenFailure
    text = value.strip()
    try:
        if len(text) == len("2026-03-31"):
            instant = datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
        else:
            instant = datetime.fromisoformat(text)
            instant = instant if instant.tzinfo else instant.replace(tzinfo=UTC)
        return Decimal(int(instant.timestamp()))
    except (ValueError, OverflowError):
        raise ZenFailure from None


def _duration(value: object) -> Decimal:
    """Return a stretch of time such as ``1h 30m`` in seconds."""
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise ZenFailure
    total, at, text = 0, 0, value.rstrip()
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or match[2] not in _SECONDS or len(match[1]) > 12:
            raise ZenFailure
        total += int(match[1]) * _SECONDS[match[2]]
        at = match.end()
    if not text:
        raise ZenFailure
    return Decimal(total)


def _len(value: object) -> Decimal:
    if not isinstance(value, (str, list)):
        raise ZenFailure
    return Decimal(len(value))


def _contains(among: object, value: object) -> bool:
    if isinstance(among, str) and isinstance(value, str):
        return value in among
    if isinstance(among, list):
        return any(type(one) is type(value) and one == value for one in among)
    raise ZenFailure


def _starts_with(text: object, start: object) -> bool:
    if not isinstance(text, str) or not isinstance(start, str):
        raise ZenFailure
    return text.startswith(start)


FUNCTIONS: Mapping[str, Function] = {
    "date": Function(_date, 1),
    "duration": Function(_duration, 1),
    "len": Function(_len, 1),
    "contains": Function(_contains, 2, is_test=True),
    "startsWith": Function(_starts_with, 2, is_test=True),
}
