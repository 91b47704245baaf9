from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.entry import DateOrder, read_date
from orderdesk.rules.entry.dates import add_months
from tests.rules_entry.refusals import read_or_refused, refusal

TUESDAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        *((word, "2026-03-10") for word in ("t", "T", "jt", "=", "today", "今天")),
        *((word, "2026-03-11") for word in ("mt", "tomorrow", "明天", "+1", "＋１", "t+1")),
        *((word, "2026-03-12") for word in ("ht", "后天", "+2天", "=+2", "今天+2")),
        ("-1", "2026-03-09"),
        ("昨天", "2026-03-09"),
        ("+2w", "2026-03-24"),
        ("+2周", "2026-03-24"),
        ("+1m", "2026-04-10"),
        ("+1个月", "2026-04-10"),
        ("+1y", "2027-03-10"),
        *((word, "2026-03-31") for word in ("eom", "yd", "月底", "EOM")),
        *(
            (word, "2026-03-15")
            for word in ("20260315", "2026-03-15", "2026/3/15", "2026.3.15", "2026年3月15日")
        ),
        ("2020-01-01", "2020-01-01"),
    ],
)
def test_words_offsets_and_whole_dates(typed: str, iso: str) -> None:
    assert read_date(typed, TUESDAY).isoformat() == iso
    assert read_date(typed, TUESDAY, future=False).isoformat() == iso


@pytest.mark.parametrize(
    ("typed", "ahead", "behind"),
    [
        *((word, "2026-03-13", "2026-03-06") for word in ("fri", "Friday", "z5", "周五", "星期五", "礼拜五")),
        *((word, "2026-03-15", "2026-03-08") for word in ("sun", "z7", "周日", "星期天")),
        ("tue", "2026-03-17", "2026-03-03"),
        ("15", "2026-03-15", "2026-02-15"),
        ("15号", "2026-03-15", "2026-02-15"),
        ("10", "2026-03-10", "2026-03-10"),
        ("9", "2026-04-09", "2026-03-09"),
        ("31", "2026-03-31", "2026-01-31"),
        *(
            (word, "2026-03-15", "2025-03-15")
            for word in ("0315", "3-15", "3/15", "3.15", "3月15日", "3月15")
        ),
        ("0309", "2027-03-09", "2026-03-09"),
        ("2-29", "2028-02-29", "2024-02-29"),
    ],
)
def test_what_has_no_year_lies_ahead_in_delivery_fields_and_behind_in_past_ones(
    typed: str, ahead: str, behind: str
) -> None:
    assert read_date(typed, TUESDAY).isoformat() == ahead
    assert read_date(typed, TUESDAY, future=False).isoformat() == behind


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("本周五", "2026-03-13"),
        ("这周一", "2026-03-09"),
        ("下周一", "2026-03-16"),
        ("下周五", "2026-03-20"),
        ("下星期天", "2026-03-22"),
    ],
)
def test_next_and_this_week_are_calendar_weeks(typed: str, iso: str) -> None:
    assert read_date(typed, TUESDAY).isoformat() == iso


def test_the_order_of_the_locale_decides_between_day_and_month() -> None:
    assert [read_date("3/4", TUESDAY, order=order).isoformat() for order in ("ymd", "mdy", "dmy")] == [
        "2027-03-04",
        "2027-03-04",
        "2026-04-03",
    ]
    assert read_date("3/4/2026", TUESDAY, order="mdy") == date(2026, 3, 4)
    assert read_date("3/4/2026", TUESDAY, order="dmy") == date(2026, 4, 3)


def test_months_end_where_they_end() -> None:
    assert read_date("+1m", date(2026, 1, 31)) == date(2026, 2, 28)
    assert read_date("31", date(2026, 2, 1)) == date(2026, 3, 31)
    assert read_date("eom", date(2028, 2, 1)) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("foo", "unreadable"),
        ("tu", "unreadable"),
        ("315", "unreadable"),
        ("1e5", "unreadable"),
        ("3/4/2026", "unreadable"),
        ("１２３４５", "unreadable"),
        ("t" * 40, "unreadable"),
        ("0", "no_such_day"),
        ("32", "no_such_day"),
        ("0230", "no_such_day"),
        ("13/1", "no_such_day"),
        ("20260230", "no_such_day"),
        ("0000-01-01", "no_such_day"),
        ("+9999y", "out_of_range"),
    ],
)
def test_what_is_no_date_is_refused(typed: str, code: str) -> None:
    assert refusal(lambda: read_date(typed, TUESDAY)) == f"error.date.{code}"


ANY_DAY = st.dates()
ORDERS: st.SearchStrategy[DateOrder] = st.sampled_from(["ymd", "mdy", "dmy"])


@given(
    st.text(alphabet="0123456789tjwmydfrizeo+-/.=年月日周五天今下号 ", max_size=12) | st.text(max_size=40),
    ANY_DAY,
    st.booleans(),
    ORDERS,
)
def test_any_text_on_any_day_is_read_or_refused(
    text: str, today: date, future: bool, order: DateOrder
) -> None:
    found = read_or_refused(lambda: read_date(text, today, future, order), "error.date.")
    assert found is None or isinstance(found, date)


@given(
    st.integers(1, 31).map(str) | st.dates(date(2024, 1, 1), date(2024, 12, 31)).map("{:%m%d}".format),
    st.dates(date(1970, 1, 1), date(2200, 1, 1)),
)
def test_bare_figures_never_lie_in_the_past_of_a_delivery_field(text: str, today: date) -> None:
    assert read_date(text, today) >= today
    assert read_date(text, today, future=False) <= today


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)), st.integers(1, 7))
def test_a_weekday_is_within_a_week_and_never_today(today: date, day: int) -> None:
    found = read_date(f"z{day}", today)
    assert found.isoweekday() == day
    assert today < found <= today + timedelta(days=7)


@given(st.dates(date(1970, 1, 1), date(2200, 1, 1)), st.integers(-500, 500))
def test_months_are_counted_on_the_calendar(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day <= day.day
