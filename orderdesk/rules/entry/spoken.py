"""Numbers and amounts in words, as they are said on the phone in Chinese and in English.

Chinese: 二 before a measure word and at the head of 千, 万, 亿 is said 两 (两箱, 两千), elsewhere 二
(十二, 二十, 二百); a gap inside is one 零; 10 to 19 begin with 十.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal

from orderdesk import values

Spoken = Literal["en", "zh"]

_LARGEST: Final = 10**15
_DIGITS: Final = "零一二三四五六七八九"
_PLACES: Final = ("", "十", "百", "千")
_GROUPS: Final = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))
_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_THOUSANDS: Final = (
    (10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"),
)  # fmt: skip
# What a whole and a hundredth of a currency are called, one and several; others are said by their code.
_ENGLISH_MONEY: Final = {
    "CNY": (("yuan", "yuan"), ("fen", "fen")),
    "USD": (("dollar", "dollars"), ("cent", "cents")),
    "HKD": (("Hong Kong dollar", "Hong Kong dollars"), ("cent", "cents")),
    "EUR": (("euro", "euros"), ("cent", "cents")),
    "GBP": (("pound", "pounds"), ("penny", "pence")),
    "JPY": (("yen", "yen"), ("", "")),
}
_CHINESE_MONEY: Final = {
    "CNY": "元",
    "USD": "美元",
    "HKD": "港元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
}


def number_in_words(value: Decimal, language: Spoken) -> str:
    """Return a number as it is said: ``twelve point five``, 十二点五.

    Raises ``ValueError`` from 1,000,000,000,000,000 on.
    """
    whole, _, decimals = values.plain(abs(value)).partition(".")
    said = _whole_in(int(whole), language)
    if decimals:
        digits = [_DIGITS[int(digit)] if language == "zh" else _SMALL[int(digit)] for digit in decimals]
        said = f"{said}点{''.join(digits)}" if language == "zh" else f"{said} point {' '.join(digits)}"
    return _signed(said, value, language)


def count_in_words(value: Decimal, language: Spoken) -> str:
    """Return a number as it is said before a measure word: 两 for 二, 两千, else as ``number_in_words``."""
    if language == "zh" and abs(value) == 2:
        return _signed("两", value, language)
    return number_in_words(value, language)


def amount_in_words(amount: Decimal, currency: str, language: Spoken) -> str:
    """Return an amount as it is said: 一万二千三百四十五元六角, ``twelve dollars and five cents``.

    It is rounded half up to the currency's smallest unit. Raises ``ValueError`` as ``number_in_words``.
    """
    rounded = values.round_amount(amount, currency)
    said = _chinese_amount if language == "zh" else _english_amount
    return _signed(said(abs(rounded), currency), rounded, language)


def _signed(said: str, value: Decimal, language: Spoken) -> str:
    if value >= 0:
        return said
    return f"负{said}" if language == "zh" else f"minus {said}"


def _whole_in(number: int, language: Spoken) -> str:
    if number >= _LARGEST:
        raise ValueError(f"no words for {number}")
    return _chinese(number) if language == "zh" else _english(number)


# ── Chinese ────────────────────────────────────────────────────────────────────────────────────────


def _chinese_amount(amount: Decimal, currency: str) -> str:
    name = _CHINESE_MONEY.get(currency, f" {currency}")
    whole, hundredths = int(amount), amount % 1
    if currency != "CNY":
        return f"{count_in_words(amount, 'zh')}{name}"
    jiao, fen = divmod(int(hundredths * 100), 10)
    said = f"{count_in_words(Decimal(whole), 'zh')}{name}" if whole or not hundredths else ""
    if jiao:
        said += f"{'两' if jiao == 2 else _DIGITS[jiao]}角"
    if fen:
        gap = "零" if whole and not jiao else ""
        said += f"{gap}{'两' if fen == 2 and not gap else _DIGITS[fen]}分"
    return said


def _chinese(number: int) -> str:
    """Return a whole number by groups of four digits; a gap between two groups is one 零."""
    if number < 10_000:
        return _four(number)
    size, name = next(group for group in _GROUPS if number >= group[0])
    high, low = divmod(number, size)
    head = "两" if high == 2 else _four(high)
    if not low:
        return f"{head}{name}"
    gap = "零" if low < size // 10 else ""
    return f"{head}{name}{gap}{_inside(low)}"


def _inside(number: int) -> str:
    """Return a number that follows a larger group: there 十 is said 一十, and 两 is not said."""
    if number < 10_000:
        return _four(number, is_inside=True)
    size, name = next(group for group in _GROUPS if number >= group[0])
    high, low = divmod(number, size)
    gap = "零" if low and low < size // 10 else ""
    return f"{_four(high, is_inside=True)}{name}{gap}{_inside(low) if low else ''}"


def _four(number: int, *, is_inside: bool = False) -> str:
    """Return a number below 10,000."""
    if number == 0:
        return _DIGITS[0]
    said = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            said += _DIGITS[digit] + _PLACES[place]
        elif said and number % 10**place and not said.endswith("零"):
            said += "零"
    if is_inside:
        return said
    if 10 <= number < 20:
        return said.removeprefix("一")
    return "两" + said[1:] if said.startswith("二千") else said


# ── English ────────────────────────────────────────────────────────────────────────────────────────


def _english_amount(amount: Decimal, currency: str) -> str:
    digits = values.minor_digits(currency)
    known = _ENGLISH_MONEY.get(currency)
    if known is None:
        return f"{number_in_words(amount, 'en')} {currency}"
    whole = int(amount)
    parts = int(amount % 1 * 10**digits)
    said = []
    if whole or not parts:
        said.append(f"{_english(whole)} {known[0][whole != 1]}")
    if parts:
        said.append(f"{_english(parts)} {known[1][parts != 1]}")
    return " and ".join(said)


def _english(number: int) -> str:
    if number < 1000:
        return _hundreds(number)
    for size, name in _THOUSANDS:
        if number >= size:
            high, low = divmod(number, size)
            head = f"{_hundreds(high)} {name}"
            if not low:
                return head
            return f"{head} {'and ' if low < 100 else ''}{_english(low)}"
    raise AssertionError(number)


def _hundreds(number: int) -> str:
    """Return a number below 1,000."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")
    hundreds, rest = divmod(number, 100)
    return f"{_SMALL[hundreds]} hundred" + (f" and {_hundreds(rest)}" if rest else "")
