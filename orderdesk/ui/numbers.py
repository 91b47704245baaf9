"""What is typed into boxes for codes and figures: full-width signs folded, small sums worked out."""

from __future__ import annotations

import re
from decimal import Decimal, DivisionByZero, InvalidOperation

_FOLDED = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x3001: 0x2C, 0x3002: 0x2E}
_TOKEN = re.compile(r"\s*(?:(\d+(?:\.\d*)?|\.\d+)|([-+*/()]))")
_MAX_LENGTH = 80


def fold(text: str) -> str:
    """Return ``text`` with full-width letters, digits and signs as their plain ones, character for
    character.
    """
    return text.translate(_FOLDED)


def evaluate(text: str) -> Decimal | None:
    """Return the value of a figure or a small sum such as ``12*4``, ``=880*0.95`` or ``(3+2)*6``.

    Group separators are taken out where they stand in threes (``1,234.50``). ``None`` for anything else, for
    a division by zero and for more than 80 characters. Exact decimal arithmetic; source: ux.md 3.3.
    """
    folded = _without_groups(fold(text).strip().removeprefix("="))
    if not folded or len(folded) > _MAX_LENGTH:
        return None
    tokens = _tokens(folded)
    if tokens is None:
        return None
    try:
        value, rest = _sum(tokens)
    except (ArithmeticError, DivisionByZero, InvalidOperation, IndexError, ValueError):
        return None
    return value if not rest else None


def is_sum(text: str) -> bool:
    """Return whether ``text`` has something to work out, so that its result is worth showing."""
    return bool(re.search(r"[\d)]\s*[-+*/]", fold(text))) or fold(text).startswith("=")


def _without_groups(text: str) -> str:
    return re.sub(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)", lambda match: match[0].replace(",", ""), text)


def _tokens(text: str) -> list[str] | None:
    tokens: list[str] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        tokens.append(match[1] or match[2])
        at = match.end()
    return tokens


def _sum(tokens: list[str]) -> tuple[Decimal, list[str]]:
    value, rest = _product(tokens)
    while rest and rest[0] in "+-":
        sign, (other, rest) = rest[0], _product(rest[1:])
        value = value + other if sign == "+" else value - other
    return value, rest


def _product(tokens: list[str]) -> tuple[Decimal, list[str]]:
    value, rest = _factor(tokens)
    while rest and rest[0] in "*/":
        sign, (other, rest) = rest[0], _factor(rest[1:])
        value = value * other if sign == "*" else value / other
    return value, rest


def _factor(tokens: list[str]) -> tuple[Decimal, list[str]]:
    first, rest = tokens[0], tokens[1:]
    if first == "-":
        value, rest = _factor(rest)
        return -value, rest
    if first == "(":
        value, rest = _sum(rest)
        if rest[0] != ")":
            raise ValueError("unbalanced")
        return value, rest[1:]
    return Decimal(first), rest
