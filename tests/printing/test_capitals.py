"""Amounts in Chinese capitals: exact cases, and every amount read back by a reader of its own."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk.printing.capitals import amount_in_capitals

CASES = {
    "0": "零元整",
    "0.01": "壹分",
    "0.05": "伍分",
    "0.5": "伍角整",
    "0.56": "伍角陆分",
    "1": "壹元整",
    "1.05": "壹元零伍分",
    "10.00": "壹拾元整",
    "10.50": "壹拾元伍角整",
    "101": "壹佰零壹元整",
    "110": "壹佰壹拾元整",
    "325.04": "叁佰贰拾伍元零肆分",
    "1001": "壹仟零壹元整",
    "1010": "壹仟零壹拾元整",
    "1200": "壹仟贰佰元整",
    "1409.50": "壹仟肆佰零玖元伍角整",
    "1680.32": "壹仟陆佰捌拾元叁角贰分",
    "6007.14": "陆仟零柒元壹角肆分",
    "10000": "壹万元整",
    "10001": "壹万零壹元整",
    "16409.02": "壹万陆仟肆佰零玖元零贰分",
    "100010.05": "壹拾万零壹拾元零伍分",
    "107000.53": "壹拾万柒仟元伍角叁分",
    "1265793.04": "壹佰贰拾陆万伍仟柒佰玖拾叁元零肆分",
    "20010000": "贰仟零壹万元整",
    "100000001": "壹亿零壹元整",
    "100005000": "壹亿零伍仟元整",
    "150000000": "壹亿伍仟万元整",
    "1000050000": "壹拾亿零伍万元整",
    "1000000000001": "壹万亿零壹元整",
    "100000000000000": "壹佰万亿元整",
    "-12.30": "负壹拾贰元叁角整",
}

_DIGITS = {sign: value for value, sign in enumerate("零壹贰叁肆伍陆柒捌玖")}
_PLACES = {"拾": 10, "佰": 100, "仟": 1000}
_FEN = {"元": 100, "角": 10, "分": 1}


def read(text: str) -> Decimal:
    """Return the amount that a person reads from capitals; by the signs, not by the writer's rules."""
    sign = -1 if text.startswith("负") else 1
    fen = yi = wan = group = digit = 0
    for letter in text.removeprefix("负"):
        if letter in _DIGITS:
            digit = _DIGITS[letter]
        elif letter in _PLACES:
            group, digit = group + digit * _PLACES[letter], 0
        elif letter == "万":
            wan, group, digit = wan + group + digit, 0, 0
        elif letter == "亿":
            yi, wan, group, digit = wan * 10_000 + group + digit, 0, 0, 0
        elif letter in _FEN:
            fen += (yi * 100_000_000 + wan * 10_000 + group + digit) * _FEN[letter]
            yi = wan = group = digit = 0
    return sign * Decimal(fen) / 100


@pytest.mark.parametrize(("amount", "capitals"), CASES.items())
def test_an_amount_reads_as_the_bank_writes_it(amount, capitals):
    assert amount_in_capitals(Decimal(amount)) == capitals


@given(st.integers(-(10**16), 10**16).map(lambda fen: Decimal(fen) / 100))
def test_every_amount_reads_back(amount):
    assert read(amount_in_capitals(amount)) == amount


@given(
    st.lists(st.sampled_from("000123"), min_size=1, max_size=14).map(lambda digits: Decimal("".join(digits)))
)
def test_an_amount_full_of_zeros_reads_back_without_two_in_a_row(amount):
    capitals = amount_in_capitals(amount)
    assert read(capitals) == amount
    assert "零零" not in capitals


@pytest.mark.parametrize("amount", ["0.001", "1E+15", "100000000000000.01", "NaN", "Infinity"])
def test_an_amount_that_cannot_be_written_exactly_is_refused(amount):
    with pytest.raises(ValueError, match="no capitals for"):
        amount_in_capitals(Decimal(amount))


def test_another_currency_has_no_capitals():
    with pytest.raises(ValueError, match="no capitals for USD"):
        amount_in_capitals(Decimal(1), "USD")
