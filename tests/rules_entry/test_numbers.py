from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.rules.entry import read_number, read_percent, read_price
from orderdesk.rules.entry.numbers import DecimalSign
from orderdesk.values import MAX_AMOUNT, MAX_UNIT_PRICE
from tests.rules_entry.refusals import read_or_refused, refusal


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12*4", "48"),
        ("=880*0.95", "836"),
        ("120-7", "113"),
        ("１２＊４", "48"),
        ("2+3*4", "14"),
        ("(2+3)*4", "20"),
        ("10/4", "2.5"),
        ("12×4÷2", "24"),
        ("-5", "-5"),
        ("2*-3", "-6"),
        ("--5", "5"),
        ("880*95%", "836"),
        (" 1 + 1 ", "2"),
        (".5", "0.5"),
        ("5.", "5"),
        ("3。5", "3.5"),
        ("0.1+0.2", "0.3"),
        ("1/3*3", "1"),
        ("2/3", "0.666666666667"),
        ("-2/3", "-0.666666666667"),
    ],
)
def test_arithmetic_is_exact(typed: str, value: str) -> None:
    assert read_number(typed) == Decimal(value)


@pytest.mark.parametrize(
    ("typed", "with_point", "with_comma"),
    [
        ("1,234.50", "1234.50", "1234.50"),
        ("1.234,50", "1234.50", "1234.50"),
        ("1,234,567", "1234567", "1234567"),
        ("1.234.567", "1234567", "1234567"),
        ("1,234,567.5", "1234567.5", "1234567.5"),
        ("1.5", "1.5", "1.5"),
        ("1,5", "1.5", "1.5"),
        ("12,34", "12.34", "12.34"),
        ("0,125", "0.125", "0.125"),
        ("1234,567", "1234.567", "1234.567"),
        ("1,234", "1234", None),
        ("1.234", "1.234", None),
    ],
)
def test_either_sign_is_understood_where_it_means_one_thing(
    typed: str, with_point: str, with_comma: str | None
) -> None:
    assert read_number(typed, ".") == Decimal(with_point)
    if with_comma is None:
        assert refusal(lambda: read_number(typed, ",")) == "error.number.ambiguous"
    else:
        assert read_number(typed, ",") == Decimal(with_comma)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("=", "empty"),
        ("abc", "unreadable"),
        ("12 a", "unreadable"),
        ("1..2", "unreadable"),
        ("1,23,4", "unreadable"),
        ("12,345,6", "unreadable"),
        ("1,234.5.6", "unreadable"),
        (".", "unreadable"),
        ("3+", "unreadable"),
        ("(3", "unreadable"),
        ("3)", "unreadable"),
        ("3 4", "unreadable"),
        ("5%%", "unreadable"),
        ("==5", "unreadable"),
        ("1e5", "unreadable"),
        ("٣", "unreadable"),
        ("5/0", "division_by_zero"),
        ("5/(2-2)", "division_by_zero"),
        ("100000000000001", "too_large"),
        ("9999999999*9999999999", "too_large"),
        ("1" * 65, "too_long"),
    ],
)
def test_what_is_no_number_is_refused(typed: str, code: str) -> None:
    assert refusal(lambda: read_number(typed)) == f"error.number.{code}"


@pytest.mark.parametrize(
    ("typed", "rate"),
    [
        ("5", "0.05"),
        ("5%", "0.05"),
        ("５％", "0.05"),
        ("0.5", "0.005"),
        ("0", "0"),
        ("100", "1"),
        ("10/4", "0.025"),
        ("12.3456", "0.123456"),
        ("100/3", "0.333333"),
    ],
)
def test_a_rate_is_typed_in_per_cent(typed: str, rate: str) -> None:
    assert read_percent(typed) == Decimal(rate)


@pytest.mark.parametrize(
    ("typed", "code"),
    [("101", "error.percent.range"), ("-1", "error.percent.range"), ("1.23456", "error.number.decimals")],
)
def test_a_rate_outside_its_bounds_is_refused(typed: str, code: str) -> None:
    assert refusal(lambda: read_percent(typed)) == code


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("880", "880"),
        ("880*0.95", "836"),
        ("100/3", "33.3333"),
        ("200/3", "66.6667"),
        ("0.0001", "0.0001"),
        ("0", "0"),
        ("99999999", "99999999"),
    ],
)
def test_a_price_has_four_decimals(typed: str, price: str) -> None:
    assert read_price(typed) == Decimal(price)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.23456", "error.number.decimals"),
        ("-1", "error.price.negative"),
        ("100000000", "error.price.too_large"),
    ],
)
def test_a_price_outside_its_bounds_is_refused(typed: str, code: str) -> None:
    assert refusal(lambda: read_price(typed)) == code


@given(
    st.text(alphabet="0123456789.,+-*/×÷()%= ａ１，。", max_size=70) | st.text(max_size=70),
    st.sampled_from([".", ","]),
)
def test_any_text_is_read_or_refused(text: str, sign: DecimalSign) -> None:
    number = read_or_refused(lambda: read_number(text, sign), "error.number.")
    assert number is None or abs(number) <= MAX_AMOUNT
    price = read_or_refused(lambda: read_price(text, sign), "error.number.", "error.price.")
    assert price is None or 0 <= price <= MAX_UNIT_PRICE
    rate = read_or_refused(lambda: read_percent(text, sign), "error.number.", "error.percent.")
    assert rate is None or 0 <= rate <= 1


@given(st.decimals(-1_000_000, 1_000_000, places=4), st.decimals(1, 1000, places=2), st.sampled_from("+-*/"))
def test_arithmetic_agrees_with_fractions(left: Decimal, right: Decimal, sign: str) -> None:
    a, b = Fraction(left), Fraction(right)
    exact = {"+": a + b, "-": a - b, "*": a * b, "/": a / b}[sign]
    read = Fraction(read_number(f"{left:f}{sign}{right:f}"))
    assert abs(read - exact) * 2 <= Fraction(1, 10**12)


@given(st.decimals(0, 99_999_999_999, places=3))
def test_a_grouped_figure_reads_as_the_plain_one(value: Decimal) -> None:
    assert read_number(f"{value:,.3f}") == value
