"""Dates in shorthand, in both languages at once (ux, 3.4)."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from orderdesk.errors import UserError
from orderdesk.rules.entry.folding import fold_key

DateOrder = Literal["ymd", "mdy", "dmy"]

MAX_LENGTH = 32

_NAMED: Final = {
    "t": 0, "jt": 0, "=": 0, "today": 0, "今天": 0, "今日": 0,
    "mt": 1, "tomorrow": 1, "明天": 1, "明日": 1,
    "ht": 2, "后天": 2, "大后天": 3,
    "zt": -1, "yesterday": -1, "昨天": -1, "昨日": -1, "前天": -2,
}  # fmt: skip
_MONTH_ENDS: Final = frozenset({"eom", "yd", "月底", "月末"})
_DAY_NAMES: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_CHINESE_DAYS: Final = "一二三四五六日"

_OFFSET = re.compile(r"(?:t|jt|=|今天)?([-+])([0-9]{1,4})(d|w|m|y|天|日|周|个?星期|个?月|年)?")
_CHINESE_WEEKDAY = re.compile(r"(下|本|这)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])")
_LETTER_WEEKDAY = re.compile(r"z([1-7])")
_DAY = re.compile(r"([0-9]{1,2})(?:号|日)?")
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")
_EIGHT_DIGITS = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_CHINESE_DATE = re.compile(r"(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号]?")
_TWO_FIGURES = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_YEAR_LAST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")


def read_date(text: str, today: date, future: bool = True, order: DateOrder = "ymd") -> date:
    """Return the business date that a shorthand means.

    ``t`` ``jt`` ``=`` 今天 · 明天 后天 · ``+3`` ``-1`` ``+2w`` ``+1m`` ``t+2`` · ``fri`` ``z5`` 周五
    下周五 · ``15`` · ``0315`` ``3-15`` ``3/15`` 3月15日 · ``20260315`` ``2026-03-15`` · ``eom`` ``yd``
    月底.

    Args:
        today: the site's date.
        future: a delivery field; a date without its year, a bare day and a weekday lie ahead. Else they
            lie behind. A weekday is never today; a day of the month may be.
        order: how figures without a year are ordered: ``dmy`` has the day first, the others the month.

    Raises:
        UserError: ``error.date.…`` empty, unreadable, no_such_day, out_of_range.
    """
    shown = fold_key(text).replace(" ", "") if len(text) <= MAX_LENGTH else ""
    if not shown:
        raise UserError(
            "error.date.unreadable" if text.strip() else "error.date.empty", text=text[:MAX_LENGTH].strip()
        )
    try:
        for reader in _READERS:
            found = reader(shown, today, future, order)
            if found is not None:
                return found
    except OverflowError:
        raise UserError("error.date.out_of_range", text=shown) from None
    except ValueError:
        raise UserError("error.date.no_such_day", text=shown) from None
    raise UserError("error.date.unreadable", text=shown)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, the last of a shorter month; ``OverflowError`` past 9999."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError(f"year {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _named(shown: str, today: date, future: bool, order: DateOrder) -> date | None:
    if shown in _MONTH_ENDS:
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    days = _NAMED.get(shown)
    return None if days is None else today + timedelta(days=days)


def _offset(shown: str, today: date, future: bool, order: DateOrder) -> date | None:
    match = _OFFSET.fullmatch(shown)
    if match is None:
        return None
    count = int(match[2]) if match[1] == "+" else -int(match[2])
    unit = match[3] or "d"
    if unit in {"m", "月", "个月"}:
        return add_months(today, count)
    if unit in {"y", "年"}:
        return add_months(today, 12 * count)
    return today + timedelta(days=count if unit in {"d", "天", "日"} else 7 * count)


def _weekday(shown: str, today: date, future: bool, order: DateOrder) -> date | None:
    chinese = _CHINESE_WEEKDAY.fullmatch(shown)
    if chinese is not None:
        wanted = _CHINESE_DAYS.index(chinese[2].replace("天", "日"))
        if chinese[1]:  # 下周五 counts calendar weeks, which begin on Monday; it may lie within seven days
            monday = today - timedelta(days=today.weekday())
            return monday + timedelta(days=wanted + (7 if chinese[1] == "下" else 0))
        return _nearest_weekday(wanted, today, future)
    letter = _LETTER_WEEKDAY.fullmatch(shown)
    if letter is not None:
        return _nearest_weekday(int(letter[1]) - 1, today, future)
    if len(shown) >= 3 and shown.isalpha():
        for index, name in enumerate(_DAY_NAMES):
            if name.startswith(shown):
                return _nearest_weekday(index, today, future)
    return None


def _nearest_weekday(wanted: int, today: date, future: bool) -> date:
    ahead = (wanted - today.weekday()) % 7 or 7
    behind = (today.weekday() - wanted) % 7 or 7
    return today + timedelta(days=ahead if future else -behind)


def _day_of_month(shown: str, today: date, future: bool, order: DateOrder) -> date | None:
    match = _DAY.fullmatch(shown)
    if match is None:
        return None
    wanted = int(match[1])
    if not 1 <= wanted <= 31:
        raise ValueError(shown)
    first = today.replace(day=1)
    for step in range(13):  # a month without this day is passed over
        month = add_months(first, step if future else -step)
        if wanted <= calendar.monthrange(month.year, month.month)[1]:
            day = month.replace(day=wanted)
            if day >= today if future else day <= today:
                return day
    raise ValueError(shown)


def _month_and_day(shown: str, today: date, future: bool, order: DateOrder) -> date | None:
    chinese = _CHINESE_DATE.fullmatch(shown)
    if chinese is not None:
        month, day = int(chinese[2]), int(chinese[3])
        return date(int(chinese[1]), month, day) if chinese[1] else _in_some_year(month, day, today, future)
    match = _FOUR_DIGITS.fullmatch(shown) or _TWO_FIGURES.fullmatch(shown)
    if match is None:
        return None
    first, second = int(match[1]), int(match[2])
    if order == "dmy":
        first, second = second, first
    return _in_some_year(first, second, today, future)


def _in_some_year(month: int, day: int, today: date, future: bool) -> date:
    """Return the nearest such day from today on, or up to today; 29 February may be eight years off."""
    date(2000, month, day)  # a leap year: what it refuses is no day of any year
    for step in range(9):
        year = today.year + (step if future else -step)
        if not date.min.year <= year <= date.max.year:
            raise OverflowError(f"year {year}")
        if (month, day) == (2, 29) and not calendar.isleap(year):
            continue
        found = date(year, month, day)
        if found >= today if future else found <= today:
            return found
    raise OverflowError(f"{month}-{day}")


def _whole_date(shown: str, today: date, future: bool, order: DateOrder) -> date | None:
    match = _EIGHT_DIGITS.fullmatch(shown) or _YEAR_FIRST.fullmatch(shown)
    if match is not None:
        return date(int(match[1]), int(match[2]), int(match[3]))
    match = _YEAR_LAST.fullmatch(shown)
    if match is None or order == "ymd":
        return None
    first, second = int(match[1]), int(match[2])
    return date(int(match[3]), first, second) if order == "mdy" else date(int(match[3]), second, first)


_Reader = Callable[[str, date, bool, DateOrder], date | None]
_READERS: Final[tuple[_Reader, ...]] = (_named, _offset, _weekday, _day_of_month, _month_and_day, _whole_date)
