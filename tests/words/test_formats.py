"""Figures, dates and instants as people read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from orderdesk import words
from orderdesk.words import Language

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        ("18240", 2, "18,240.00"),
        ("1265793.0395", 2, "1,265,793.04"),
        ("-0.125", 2, "-0.13"),
        ("-0.001", 2, "0.00"),
        ("1234.5", 0, "1,235"),
        ("0.1", 4, "0.1000"),
        ("100000000000000", 2, "100,000,000,000,000.00"),
    ],
)
def test_amounts_have_fixed_decimals_rounded_half_up(value: str, digits: int, shown: str) -> None:
    assert words.format_amount(Decimal(value), digits) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("12", "12"),
        ("1200.000", "1,200"),
        ("12.500", "12.5"),
        ("0.001", "0.001"),
        ("-0.5", "-0.5"),
        ("1E+3", "1,000"),
    ],
)
def test_quantities_have_the_decimals_they_need(value: str, shown: str) -> None:
    assert words.format_quantity(Decimal(value)) == shown


@pytest.mark.parametrize(("rate", "shown"), [("0.13", "13%"), ("0.055", "5.5%"), ("0", "0%"), ("1", "100%")])
def test_rates_are_shown_in_per_cent(rate: str, shown: str) -> None:
    assert words.format_percent(Decimal(rate)) == shown


@pytest.mark.parametrize(
    ("language", "with_year", "shown"),
    [
        ("en", False, "Thu 12 Mar"),
        ("en", True, "Thu 12 Mar 2026"),
        ("zh", False, "3月12日 周四"),
        ("zh", True, "2026年3月12日 周四"),
    ],
)
def test_dates_have_their_weekday(language: Language, with_year: bool, shown: str) -> None:
    assert words.format_date(date(2026, 3, 12), language, with_year=with_year) == shown


@pytest.mark.parametrize(("language", "shown"), [("en", "13 Mar 2026 01:55"), ("zh", "2026年3月13日 01:55")])
def test_instants_are_shown_in_the_zone_of_the_site(language: Language, shown: str) -> None:
    instant = datetime(2026, 3, 12, 17, 55, 59, tzinfo=UTC)
    assert words.format_datetime(instant, SHANGHAI, language) == shown
    assert words.format_time(instant, SHANGHAI) == "01:55"
