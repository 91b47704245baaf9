"""Numbers as typed, read exactly: arithmetic, group signs, either decimal sign (ux, 3.3)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from orderdesk import values
from orderdesk.errors import UserError
from orderdesk.rules.entry.folding import fold

DecimalSign = Literal[".", ","]

MAX_LENGTH = 64  # longer than any figure anybody types; it bounds the time and the depth of the brackets
_RESULT_DIGITS = 12  # decimals kept of a division that does not come out even

_TOKEN = re.compile(r"\s*(?:(?P<number>[0-9.,]+)|(?P<sign>[-+*/×÷()%]))")
_GROUPS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3})+")
_OPERATORS = {"×": "*", "÷": "/"}


def read_number(text: str, decimal_sign: DecimalSign = ".") -> Decimal:
    """Return the value of a figure or of arithmetic: ``1,234.50``, ``12*4``, ``=880*0.95``, ``(3+4)/2``.

    Exact; a division that does not come out even is rounded half up to 12 decimals. ``decimal_sign`` is the
    locale's; the other sign is understood where it can mean only one thing.

    Raises:
        UserError: ``error.number.…`` empty, too_long, unreadable, ambiguous, division_by_zero, too_large.
    """
    value, _ = evaluate(text, decimal_sign)
    return _decimal(value, _RESULT_DIGITS)


def read_price(text: str, decimal_sign: DecimalSign = ".") -> Decimal:
    """Return a unit price with at most 4 decimals, not negative; arithmetic is rounded half up to 4.

    Raises:
        UserError: as ``read_number``, and ``error.number.decimals`` for a typed figure with more than 4
            decimals, ``error.price.negative``, ``error.price.too_large``.
    """
    value, is_arithmetic = evaluate(text, decimal_sign)
    if value < 0:
        raise UserError("error.price.negative", text=text.strip())
    if value > Fraction(values.MAX_UNIT_PRICE):
        raise UserError("error.price.too_large", text=text.strip(), max=values.plain(values.MAX_UNIT_PRICE))
    price = _decimal(value, 4)
    if not is_arithmetic and Fraction(price) != value:
        raise UserError("error.number.decimals", text=text.strip(), n=4)
    return price


def read_percent(text: str, decimal_sign: DecimalSign = ".") -> Decimal:
    """Return a rate typed in per cent as a fraction: ``5`` and ``5%`` are both ``Decimal("0.05")``.

    Raises:
        UserError: as ``read_number``, and ``error.percent.range`` outside 0 to 100 %,
            ``error.number.decimals`` for more than 4 decimals of a per cent.
    """
    shown = fold(text).strip()
    value, is_arithmetic = evaluate(shown.removesuffix("%"), decimal_sign)
    if not 0 <= value <= 100:
        raise UserError("error.percent.range", text=shown)
    rate = _decimal(value / 100, 6)
    if not is_arithmetic and Fraction(rate) != value / 100:
        raise UserError("error.number.decimals", text=shown, n=4)
    return rate


def evaluate(text: str, decimal_sign: DecimalSign = ".") -> tuple[Fraction, bool]:
    """Return the exact value of a figure or of arithmetic, and whether it was arithmetic.

    Raises:
        UserError: as ``read_number``.
    """
    if len(text) > MAX_LENGTH:
        raise UserError("error.number.too_long", n=MAX_LENGTH)
    folded = fold(text).strip()
    shown = folded.removeprefix("=").strip()
    if not shown:
        raise UserError("error.number.empty")
    reader = _Reader(folded, _tokens(shown, folded), decimal_sign)
    value = reader.sum()
    if not reader.is_at_end:
        raise reader.unreadable()
    if abs(value) > Fraction(values.MAX_AMOUNT):
        raise UserError("error.number.too_large", text=folded)
    return value, reader.is_arithmetic


def decimal_if_exact(value: Fraction, digits: int) -> Decimal | None:
    """Return ``value`` as a decimal if ``digits`` decimals hold it exactly, else None."""
    rounded = _decimal(value, digits)
    return rounded if Fraction(rounded) == value else None


def _decimal(value: Fraction, digits: int) -> Decimal:
    """Round half up, away from zero, in whole numbers: nothing passes through a float."""
    scaled = abs(value) * 10**digits
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(values.plain(Decimal(-whole if value < 0 else whole).scaleb(-digits)))


def _tokens(shown: str, folded: str) -> list[str]:
    tokens = []
    position = 0
    while position < len(shown):
        match = _TOKEN.match(shown, position)
        if match is None:
            raise UserError("error.number.unreadable", text=folded)
        sign = match["sign"]
        tokens.append(match["number"] or _OPERATORS.get(sign, sign))
        position = match.end()
    return tokens


def _figure(figure: str, decimal_sign: DecimalSign) -> Fraction:
    """Return what one figure with its signs means.

    Two different signs: the last is the decimal sign. One sign several times: groups. One sign once: the
    decimal sign, unless it stands where a group sign would. There, in a locale that writes the point, a
    comma groups and a point is a decimal sign; in one that writes the comma nobody can tell, because
    keypads type a point.
    """
    signs = [character for character in figure if character in ".,"]
    if not signs:
        return Fraction(int(figure))
    last = signs[-1]
    other = "," if last == "." else "."
    whole, _, decimals = figure.rpartition(last)
    if len(set(signs)) == 2:
        if signs.count(last) > 1 or not _GROUPS.fullmatch(whole):
            raise UserError("error.number.unreadable", text=figure)
        return _with_decimals(whole.replace(other, ""), decimals, figure)
    could_group = bool(_GROUPS.fullmatch(figure)) and not figure.startswith("0")
    if len(signs) > 1:
        if not could_group:
            raise UserError("error.number.unreadable", text=figure)
        return Fraction(int(figure.replace(last, "")))
    if could_group and decimal_sign == ",":
        raise UserError("error.number.ambiguous", text=figure)
    if could_group and last == ",":
        return Fraction(int(figure.replace(",", "")))
    return _with_decimals(whole, decimals, figure)


def _with_decimals(whole: str, decimals: str, figure: str) -> Fraction:
    if not whole and not decimals:
        raise UserError("error.number.unreadable", text=figure)
    return Fraction(int((whole or "0") + decimals), 10 ** len(decimals))


class _Reader:
    """Reads tokens by descent: sum, product, factor, bracket. The length of the text bounds the depth."""

    def __init__(self, text: str, tokens: list[str], decimal_sign: DecimalSign) -> None:
        self._text = text
        self._tokens = tokens
        self._position = 0
        self._decimal_sign: DecimalSign = decimal_sign
        self.is_arithmetic = False

    @property
    def is_at_end(self) -> bool:
        return self._position == len(self._tokens)

    def unreadable(self) -> UserError:
        return UserError("error.number.unreadable", text=self._text)

    def sum(self) -> Fraction:
        value = self._product()
        while sign := self._take("+", "-"):
            self.is_arithmetic = True
            value = value + self._product() if sign == "+" else value - self._product()
        return value

    def _product(self) -> Fraction:
        value = self._factor()
        while sign := self._take("*", "/"):
            self.is_arithmetic = True
            factor = self._factor()
            if sign == "/" and factor == 0:
                raise UserError("error.number.division_by_zero", text=self._text)
            value = value * factor if sign == "*" else value / factor
        return value

    def _factor(self) -> Fraction:
        sign = self._take("-", "+")
        if sign:
            return -self._factor() if sign == "-" else self._factor()
        if self._take("("):
            value = self.sum()
            if not self._take(")"):
                raise self.unreadable()
        else:
            value = self._number()
        if self._take("%"):
            self.is_arithmetic = True
            value /= 100
        return value

    def _number(self) -> Fraction:
        if self.is_at_end or self._tokens[self._position][0] not in "0123456789.,":
            raise self.unreadable()
        self._position += 1
        return _figure(self._tokens[self._position - 1], self._decimal_sign)

    def _take(self, *signs: str) -> str:
        if not self.is_at_end and self._tokens[self._position] in signs:
            self._position += 1
            return self._tokens[self._position - 1]
        return ""
