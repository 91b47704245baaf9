"""Amounts in Chinese financial capitals, the form that cannot be altered with a pen stroke.

Source: 支付结算办法, annex 1 (正确填写票据和结算凭证的基本规定). Where the rule leaves a choice we
write 整 after 角, and no 零 between 元 and a 角 that is not zero.
"""

from __future__ import annotations

from decimal import Decimal

from orderdesk import values

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_WAN = 10_000
_YI = 100_000_000


def amount_in_capitals(amount: Decimal, currency: str = "CNY") -> str:
    """Return ``amount`` yuan in capitals: ``Decimal("1200")`` is 壹仟贰佰元整, a negative one begins with 负.

    Raises ``ValueError`` for another currency, for parts of a fen (nothing is rounded on paper), and for
    amounts beyond 100,000,000,000,000 yuan.
    """
    if currency != "CNY":
        raise ValueError(f"there are no capitals for {currency}")
    if not amount.is_finite() or abs(amount) > values.MAX_AMOUNT or amount * 100 % 1:
        raise ValueError(f"no capitals for {amount}")
    yuan, fen_total = divmod(int(abs(amount) * 100), 100)
    jiao, fen = divmod(fen_total, 10)
    text = f"{_whole(yuan)}元" if yuan or not fen_total else ""
    if jiao:
        text += f"{_DIGITS[jiao]}角"
    if fen:
        text += f"{'零' if yuan and not jiao else ''}{_DIGITS[fen]}分"
    else:
        text += "整"
    return f"负{text}" if amount < 0 else text


def _whole(number: int) -> str:
    """Return a whole number by 亿 and 万; a gap between two groups reads 零 once."""
    for unit, name in ((_YI, "亿"), (_WAN, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            if not low:
                return f"{_whole(high)}{name}"
            gap = "零" if low < unit // 10 else ""
            return f"{_whole(high)}{name}{gap}{_whole(low)}"
    return _group(number)


def _group(number: int) -> str:
    """Return a number below 10,000; zeros inside read 零 once, zeros at the end not at all."""
    if number == 0:
        return _DIGITS[0]
    text = ""
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if digit:
            text += _DIGITS[digit] + _PLACES[place]
        elif text and number % 10**place and not text.endswith("零"):
            text += "零"
    return text
