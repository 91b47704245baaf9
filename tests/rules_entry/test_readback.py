"""Reading an order aloud: numbers in words by table, and whole orders in both languages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orderdesk import words
from orderdesk.rules.entry.readback import ReadBackLine, ReadBackOrder, ReadBackPart, read_back
from orderdesk.rules.entry.spoken import amount_in_words, count_in_words, number_in_words


@pytest.mark.parametrize(
    ("number", "chinese", "english"),
    [
        ("0", "零", "zero"),
        ("2", "二", "two"),
        ("10", "十", "ten"),
        ("12", "十二", "twelve"),
        ("20", "二十", "twenty"),
        ("21", "二十一", "twenty-one"),
        ("100", "一百", "one hundred"),
        ("101", "一百零一", "one hundred and one"),
        ("110", "一百一十", "one hundred and ten"),
        ("111", "一百一十一", "one hundred and eleven"),
        ("200", "二百", "two hundred"),
        ("222", "二百二十二", "two hundred and twenty-two"),
        ("1000", "一千", "one thousand"),
        ("1001", "一千零一", "one thousand and one"),
        ("1010", "一千零一十", "one thousand and ten"),
        ("1100", "一千一百", "one thousand one hundred"),
        ("2000", "两千", "two thousand"),
        ("2222", "两千二百二十二", "two thousand two hundred and twenty-two"),
        ("10000", "一万", "ten thousand"),
        ("10010", "一万零一十", "ten thousand and ten"),
        ("12000", "一万二千", "twelve thousand"),
        ("20000", "两万", "twenty thousand"),
        ("22000", "两万二千", "twenty-two thousand"),
        ("100000", "十万", "one hundred thousand"),
        ("120000", "十二万", "one hundred and twenty thousand"),
        ("100001", "十万零一", "one hundred thousand and one"),
        ("1000000", "一百万", "one million"),
        ("10020030", "一千零二万零三十", "ten million twenty thousand and thirty"),
        ("100000000", "一亿", "one hundred million"),
        ("200000000", "两亿", "two hundred million"),
        ("100010000", "一亿零一万", "one hundred million ten thousand"),
        ("1000000000001", "一万亿零一", "one trillion and one"),
        ("12.5", "十二点五", "twelve point five"),
        ("0.375", "零点三七五", "zero point three seven five"),
        ("-3.0", "负三", "minus three"),
    ],
)
def test_numbers_are_worded_as_they_are_said(number: str, chinese: str, english: str) -> None:
    value = Decimal(number)
    assert (number_in_words(value, "zh"), number_in_words(value, "en")) == (chinese, english)


@pytest.mark.parametrize(
    ("number", "said"), [("2", "两"), ("2.0", "两"), ("12", "十二"), ("2.5", "二点五"), ("200", "二百")]
)
def test_two_before_a_measure_word_is_said_its_own_way(number: str, said: str) -> None:
    assert count_in_words(Decimal(number), "zh") == said


@pytest.mark.parametrize(
    ("amount", "currency", "chinese", "english"),
    [
        ("12345.60", "CNY", "一万二千三百四十五元六角",
         "twelve thousand three hundred and forty-five yuan and sixty fen"),
        ("16649.70", "CNY", "一万六千六百四十九元七角",
         "sixteen thousand six hundred and forty-nine yuan and seventy fen"),
        ("0", "CNY", "零元", "zero yuan"),
        ("2", "CNY", "两元", "two yuan"),
        ("10.05", "CNY", "十元零五分", "ten yuan and five fen"),
        ("10.25", "CNY", "十元两角五分", "ten yuan and twenty-five fen"),
        ("0.20", "CNY", "两角", "twenty fen"),
        ("0.02", "CNY", "两分", "two fen"),
        ("3.02", "CNY", "三元零二分", "three yuan and two fen"),
        ("100000000", "CNY", "一亿元", "one hundred million yuan"),
        ("-5", "CNY", "负五元", "minus five yuan"),
        ("1.01", "USD", "一点零一美元", "one dollar and one cent"),
        ("2", "USD", "两美元", "two dollars"),
        ("1200", "JPY", "一千二百日元", "one thousand two hundred yen"),
        ("0.01", "GBP", "零点零一英镑", "one penny"),
        ("7.5", "CHF", "七点五 CHF", "seven point five CHF"),
    ],
)  # fmt: skip
def test_amounts_are_worded_as_they_are_said(amount: str, currency: str, chinese: str, english: str) -> None:
    value = Decimal(amount)
    assert (amount_in_words(value, currency, "zh"), amount_in_words(value, currency, "en")) == (
        chinese,
        english,
    )


def test_an_amount_is_rounded_half_up_first() -> None:
    assert amount_in_words(Decimal("9.995"), "CNY", "zh") == "十元"
    assert amount_in_words(Decimal("-0.001"), "CNY", "en") == "zero yuan"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_number_too_large_is_refused(language: words.Language) -> None:
    with pytest.raises(ValueError, match="no words"):
        number_in_words(Decimal(10**15), language)


def chinese_value(said: str) -> int:
    """Read a Chinese number back, by the rule of its places."""
    total = section = digit = 0
    for sign in said:
        if sign in "零一二三四五六七八九两":
            digit = "零一二三四五六七八九两".index(sign) if sign != "两" else 2
        elif sign in "十百千":
            section += (digit or 1) * 10 ** ("十百千".index(sign) + 1)
            digit = 0
        else:
            size = {"万": 10**4, "亿": 10**8}[sign]
            section += digit
            total = (total + section) * size if sign == "亿" else total + section * size
            section = digit = 0
    return total + section + digit


@given(st.integers(0, 10**12 - 1))
def test_a_chinese_number_says_what_it_is(number: int) -> None:
    assert chinese_value(number_in_words(Decimal(number), "zh")) == number


@given(st.integers(0, 10**15 - 1), st.integers(0, 10**15 - 1))
def test_different_numbers_are_said_differently(one: int, other: int) -> None:
    for language in words.LANGUAGES:
        said = [number_in_words(Decimal(number), language) for number in (one, other)]
        assert (said[0] == said[1]) == (one == other)
        assert "零零" not in said[0]
        assert not (one and said[0].endswith("零"))


# ── whole orders ───────────────────────────────────────────────────────────────────────────────────


def aloud(order: ReadBackOrder, language: words.Language) -> list[str]:
    return [words.text(entry.code, language, **entry.params) for entry in read_back(order, language)]


def test_an_order_is_read_aloud_in_chinese() -> None:
    order = ReadBackOrder(
        customer="华东家居",
        lines=(
            ReadBackLine("橡木餐桌 140", Decimal(2), "张", Decimal("836.00")),
            ReadBackLine(
                "餐椅", Decimal(48), "把",
                parts=(
                    ReadBackPart(Decimal(16), date(2026, 3, 12)),
                    ReadBackPart(Decimal(16), date(2026, 3, 19), "7 号店"),
                    ReadBackPart(Decimal(16), None),
                ),
            ),
            ReadBackLine("螺钉", Decimal(500), "只", Decimal("6.8"), 100),
            ReadBackLine("擦布", Decimal(1), "包", Decimal(0), is_gift=True),
        ),
        total=Decimal("12345.60"), currency="CNY", po_number="HD-26-0311", requested=date(2026, 3, 12),
        deliver_to="浦东仓库", receiver="周师傅",
    )  # fmt: skip
    assert aloud(order, "zh") == [
        "华东家居的订单，客户订单号 HD-26-0311，共 4 项。",
        "第 1 项：橡木餐桌 140，两张，单价 836。",
        "第 2 项：餐椅，四十八把。",
        "其中3月12日周四送十六把。",
        "其中3月19日周四送十六把到7 号店。",
        "其中十六把日期未定。",
        "第 3 项：螺钉，五百只，每 100 只 6.8。",
        "第 4 项：擦布，一包，赠送。",
        "3月12日周四送货。",
        "送到浦东仓库，收货人周师傅。",
        "合计一万二千三百四十五元六角，CNY 12,345.60。",
        "请问对吗？",
    ]


def test_an_order_is_read_aloud_in_english() -> None:
    half = Decimal("2.5")
    order = ReadBackOrder(
        customer="Huadong Home Co.",
        lines=(
            ReadBackLine("Oak table 140", Decimal(2), "pc", Decimal("836.5")),
            ReadBackLine("Oak oil", half, "l", parts=(ReadBackPart(half, None, "Store 7"),)),
        ),
        total=Decimal(1200), currency="USD", requested=date(2026, 3, 12), deliver_to="Pudong warehouse",
    )  # fmt: skip
    assert aloud(order, "en") == [
        "The order of Huadong Home Co., number of lines: 2.",
        "1. two pc of Oak table 140, at 836.5 each.",
        "2. two point five l of Oak oil.",
        "Of these, two point five l to Store 7, without a date yet.",
        "To be delivered on Thu, 12 Mar.",
        "To Pudong warehouse.",
        "The total is one thousand two hundred dollars, USD 1,200.00.",
        "Is that right?",
    ]


def test_what_is_not_known_is_left_out() -> None:
    order = ReadBackOrder("A", (), None, "CNY")
    assert [entry.code for entry in read_back(order, "en")] == ["quick.readback.head", "quick.readback.right"]
