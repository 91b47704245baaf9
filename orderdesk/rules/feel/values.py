"""The values of FEEL and their three-valued comparison: what cannot be compared is null."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException, InvalidOperation
from zoneinfo import ZoneInfo

EXACT = Context(prec=34, rounding=ROUND_HALF_EVEN)
Value = object
Logical = bool | None

_DURATION = re.compile(
    r"^(-)?P(?:([0-9]+)Y)?(?:([0-9]+)M)?(?:([0-9]+)D)?"
    r"(?:T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]+)?)S)?)?$"
)
_ZONE = re.compile(r"@([A-Za-z_]+(?:/[A-Za-z_]+)*)$")


@dataclass(frozen=True, slots=True, order=True)
class Months:
    """A duration in years and months."""

    count: int

    def __str__(self) -> str:
        years, months = divmod(abs(self.count), 12)
        shown = (f"{years}Y" if years else "") + (f"{months}M" if months or not years else "")
        return f"{'-' if self.count < 0 else ''}P{shown}"


@dataclass(frozen=True, slots=True)
class Range:
    """A range; ``None`` is an end that is open for ever."""

    low: Value
    low_in: bool
    high: Value
    high_in: bool

    def holds(self, value: Value) -> Logical:
        """Return whether a value lies inside; null where it cannot be compared."""
        above = compared(">=" if self.low_in else ">", value, self.low)
        below = compared("<=" if self.high_in else "<", value, self.high)
        return both(above, below)


def kind_of(value: Value) -> type | None:
    """Return which values this one can be compared with: those of the same kind."""
    if isinstance(value, bool):
        return bool
    if isinstance(value, datetime):
        return datetime
    for kind in (Decimal, str, date, time, timedelta, Months, list, dict, Range):
        if isinstance(value, kind):
            return kind
    return None


def equal(left: Value, right: Value) -> Logical:
    """Return whether two values are equal; null equals null only, kinds that differ give null."""
    if left is None or right is None:
        return left is right
    if kind_of(left) is not kind_of(right):
        return None
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(equal(*pair) is True for pair in zip(left, right, strict=True))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(equal(left[key], right[key]) is True for key in left)
    left, right = _same_zone(left, right)
    return bool(left == right)


def compared(sign: str, left: Value, right: Value) -> Logical:
    """Return ``left sign right`` for ``<``, ``<=``, ``>``, ``>=``; null for what has no order."""
    if kind_of(left) is not kind_of(right) or kind_of(left) in {None, bool, list, dict, Range}:
        return None
    left, right = _same_zone(left, right)
    try:
        if sign in {"<", ">="}:
            return bool(left < right) is (sign == "<")  # type: ignore[operator] # kinds with an order
        return bool(left > right) is (sign == ">")  # type: ignore[operator] # kinds with an order
    except TypeError:
        return None


def _same_zone(left: Value, right: Value) -> tuple[Value, Value]:
    """Return both with a zone where one has one: a time of no zone is one in UTC."""
    if isinstance(left, datetime) and isinstance(right, datetime) and bool(left.tzinfo) != bool(right.tzinfo):
        return tuple(one if one.tzinfo else one.replace(tzinfo=UTC) for one in (left, right))  # type: ignore[return-value] # two
    return left, right


def both(left: Logical, right: Logical) -> Logical:
    """Return three-valued *and*."""
    if left is False or right is False:
        return False
    return None if left is None or right is None else True


def either(left: Logical, right: Logical) -> Logical:
    """Return three-valued *or*."""
    if left is True or right is True:
        return True
    return None if left is None or right is None else False


def negated(value: Value) -> Logical:
    """Return three-valued *not*; null for what is neither true nor false."""
    return not value if isinstance(value, bool) else None


def logical(value: Value) -> Logical:
    """Return true and false as they are, everything else as null."""
    return value if isinstance(value, bool) else None


# ── texts that stand for values ──────────────────────────────────────────────────────────────────────────


def number_of(text: str) -> Decimal | None:
    """Return the number that a text stands for."""
    try:
        value = Decimal(text.strip())
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def date_of(text: str) -> date | None:
    """Return the date of an ISO text."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def time_of(text: str) -> time | None:
    """Return the time of day of an ISO text, with seconds."""
    try:
        return time.fromisoformat(text) if re.match(r"^[0-9]{2}:[0-9]{2}:[0-9]{2}", text) else None
    except ValueError:
        return None


def instant_of(text: str) -> datetime | None:
    """Return date and time of an ISO text; a date alone is its midnight."""
    day = date_of(text)
    if day is not None:
        return datetime.combine(day, time(), None)  # FEEL knows times of no zone
    try:
        zone = _ZONE.search(text)
        if zone:
            return datetime.fromisoformat(text[: zone.start()]).replace(tzinfo=ZoneInfo(zone[1]))
        return datetime.fromisoformat(text) if "T" in text else None
    except (ValueError, OSError):
        return None


def duration_of(text: str) -> Months | timedelta | None:
    """Return the duration of an ISO text: of years and months, or of days and less, never of both."""
    match = _DURATION.match(text)
    if match is None or text.endswith(("P", "T")):
        return None
    sign = -1 if match[1] else 1
    years, months, days, hours, minutes = (int(part or 0) for part in match.group(2, 3, 4, 5, 6))
    if match[2] or match[3]:
        return None if any(match.group(4, 5, 6, 7)) else Months(sign * (years * 12 + months))
    try:
        return sign * timedelta(days, float(match[7] or 0), hours=hours, minutes=minutes)
    except OverflowError:
        return None


def typed_text(text: str) -> Value:
    """Return what ``@"…"`` stands for: the first of date, date and time, time, duration that it can be."""
    readers: tuple[Callable[[str], Value], ...] = (date_of, instant_of, time_of, duration_of)
    for read in readers:
        found = read(text)
        if found is not None:
            return found
    return None


def shown(value: timedelta) -> str:
    """Return a duration of days and less as ISO text."""
    seconds = abs(value.total_seconds())
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    minutes, rest = divmod(rest, 60)
    clock = "".join(f"{int(n)}{sign}" for n, sign in ((hours, "H"), (minutes, "M")) if n)
    clock += f"{rest:g}S" if rest else ""
    text = (f"{int(days)}D" if days else "") + (f"T{clock}" if clock else "")
    return f"{'-' if value < timedelta() else ''}P{text or 'T0S'}"


# ── arithmetic ───────────────────────────────────────────────────────────────────────────────────────────


def arithmetic(sign: str, left: Value, right: Value) -> Value:
    """Return the result of ``+ - * / **``; null for what FEEL cannot calculate with."""
    try:
        if isinstance(left, Decimal) and isinstance(right, Decimal):
            return _of_numbers(sign, left, right)
        if sign == "+" and isinstance(left, str) and isinstance(right, str):
            return left + right
        return _of_times(sign, left, right)
    except (DecimalException, OverflowError, ValueError, TypeError):
        return None


def _of_numbers(sign: str, left: Decimal, right: Decimal) -> Value:
    operations = {
        "+": EXACT.add, "-": EXACT.subtract, "*": EXACT.multiply, "/": EXACT.divide, "**": EXACT.power,
    }  # fmt: skip
    if sign == "/" and not right:
        return None
    value = operations[sign](left, right)
    return value if value.is_finite() else None


def _of_times(sign: str, left: Value, right: Value) -> Value:
    if sign == "+" and isinstance(left, (Months, timedelta)) and not isinstance(left, type(right)):
        left, right = right, left
    if sign in {"+", "-"}:
        return _moved(left, right, 1 if sign == "+" else -1)
    if isinstance(left, Decimal) and sign == "*":
        left, right = right, left
    if sign == "/" and isinstance(right, Decimal) and not right:
        return None
    if isinstance(left, Months) and isinstance(right, Decimal):
        return Months(int(left.count * right if sign == "*" else left.count / right))
    if isinstance(left, timedelta) and isinstance(right, Decimal):
        return left * float(right) if sign == "*" else left / float(right)
    return None


def _moved(left: Value, right: Value, way: int) -> Value:
    """Return a day, an instant or a duration with another one added to it or taken off."""
    if isinstance(right, Months):
        if isinstance(left, Months):
            return Months(left.count + way * right.count)
        return _later(left, way * right.count) if isinstance(left, date) else None
    if isinstance(left, (date, timedelta)) and isinstance(right, timedelta):
        return left + way * right
    if isinstance(left, date) and isinstance(right, date) and kind_of(left) is kind_of(right) and way < 0:
        return left - right
    return None


def _later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return day.replace(year=year, month=month + 1, day=min(day.day, last))
        except ValueError:
            continue
    raise OverflowError
