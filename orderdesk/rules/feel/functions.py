"""The functions of FEEL that tables may use, others are refused by name. Wrong arguments give null."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal, DecimalException

from orderdesk.rules.feel import values as v


@dataclass(frozen=True, slots=True)
class Function:
    """A function: how many arguments it takes at least and at most."""

    run: Callable[..., object]
    least: int
    most: int


def _date(*given: object) -> object:
    if len(given) == 3:
        try:
            return date(*(int(part) for part in given if isinstance(part, Decimal)))
        except (TypeError, ValueError, OverflowError):
            return None
    if isinstance(given[0], str):
        return v.date_of(given[0])
    if isinstance(given[0], datetime):
        return given[0].date()
    return given[0] if isinstance(given[0], date) else None


def _time(given: object) -> object:
    if isinstance(given, str):
        return v.time_of(given)
    return given.timetz() if isinstance(given, datetime) else given if isinstance(given, time) else None


def _instant(*given: object) -> object:
    if len(given) == 2:
        day, clock = given
        if isinstance(day, datetime):
            day = day.date()
        return datetime.combine(day, clock) if isinstance(day, date) and isinstance(clock, time) else None
    return v.instant_of(given[0]) if isinstance(given[0], str) else None


def _string(value: object) -> object:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, timedelta):
        return v.shown(value)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _of_text(change: Callable[[str], object]) -> Callable[[object], object]:
    return lambda value: change(value) if isinstance(value, str) else None


def _of_texts(test: Callable[[str, str], bool]) -> Callable[[object, object], object]:
    return lambda text, part: test(text, part) if isinstance(text, str) and isinstance(part, str) else None


def _substring(text: object, start: object, length: object = None) -> object:
    if not isinstance(text, str) or not isinstance(start, Decimal) or not start:
        return None
    first = int(start) - 1 if start > 0 else len(text) + int(start)
    if first < 0 or (length is not None and (not isinstance(length, Decimal) or length < 1)):
        return None
    return text[first:] if length is None else text[first : first + int(length)]


def _listed(given: tuple[object, ...]) -> list[object]:
    return given[0] if len(given) == 1 and isinstance(given[0], list) else list(given)


def aggregate(how: str, values: list[object]) -> object:
    """Return sum, min, max or count of values; null for none of them and for what does not go together."""
    if how == "count":
        return Decimal(len(values))
    if not values:
        return None
    found = values[0]
    if how == "sum" and not isinstance(found, (Decimal, v.Months, timedelta)):
        return None
    for one in values[1:]:
        if how == "sum":
            found = v.arithmetic("+", found, one)
            continue
        is_better = v.compared("<" if how == "min" else ">", one, found)
        if is_better is None:
            return None
        found = one if is_better else found
    if how != "sum" and v.compared("<=", found, found) is None:
        return None
    return found


def _aggregated(how: str) -> Callable[..., object]:
    return lambda *given: aggregate(how, _listed(given))


def _mean(*given: object) -> object:
    entries = _listed(given)
    return v.arithmetic("/", aggregate("sum", entries), Decimal(len(entries))) if entries else None


def _rounded(how: str) -> Callable[..., object]:
    def run(value: object, digits: object = Decimal(0)) -> object:
        if not isinstance(value, Decimal) or not isinstance(digits, Decimal) or abs(digits) > 6111:
            return None
        try:
            return value.quantize(Decimal(1).scaleb(-int(digits)), how, v.EXACT)
        except DecimalException:
            return None

    return run


def _modulo(value: object, divisor: object) -> object:
    if not isinstance(value, Decimal) or not isinstance(divisor, Decimal) or not divisor:
        return None
    return v.EXACT.subtract(value, divisor * (value / divisor).to_integral_value(ROUND_FLOOR))


def _absolute(value: object) -> object:
    if isinstance(value, v.Months):
        return v.Months(abs(value.count))
    return abs(value) if isinstance(value, (Decimal, timedelta)) else None


def _list_contains(among: object, value: object) -> object:
    if not isinstance(among, list):
        return None
    return any(v.equal(one, value) is True for one in among)


def _months_between(start: object, end: object) -> object:
    if not isinstance(start, date) or not isinstance(end, date):
        return None
    count = (end.year - start.year) * 12 + end.month - start.month
    if count > 0 and end.day < start.day:
        count -= 1
    elif count < 0 and end.day > start.day:
        count += 1
    return v.Months(count)


FUNCTIONS: Mapping[str, Function] = {
    "date": Function(_date, 1, 3),
    "time": Function(_time, 1, 1),
    "date and time": Function(_instant, 1, 2),
    "duration": Function(_of_text(v.duration_of), 1, 1),
    "years and months duration": Function(_months_between, 2, 2),
    "number": Function(_of_text(v.number_of), 1, 1),
    "string": Function(_string, 1, 1),
    "not": Function(v.negated, 1, 1),
    "string length": Function(_of_text(lambda text: Decimal(len(text))), 1, 1),
    "upper case": Function(_of_text(str.upper), 1, 1),
    "lower case": Function(_of_text(str.lower), 1, 1),
    "substring": Function(_substring, 2, 3),
    "contains": Function(_of_texts(lambda text, part: part in text), 2, 2),
    "starts with": Function(_of_texts(str.startswith), 2, 2),
    "ends with": Function(_of_texts(str.endswith), 2, 2),
    "list contains": Function(_list_contains, 2, 2),
    "sum": Function(_aggregated("sum"), 1, 100),
    "min": Function(_aggregated("min"), 1, 100),
    "max": Function(_aggregated("max"), 1, 100),
    "count": Function(_aggregated("count"), 1, 100),
    "mean": Function(_mean, 1, 100),
    "abs": Function(_absolute, 1, 1),
    "modulo": Function(_modulo, 2, 2),
    "decimal": Function(_rounded(ROUND_HALF_EVEN), 2, 2),
    "floor": Function(_rounded(ROUND_FLOOR), 1, 2),
    "ceiling": Function(_rounded(ROUND_CEILING), 1, 2),
}
