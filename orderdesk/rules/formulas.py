"""The language of a computed output: ``list * 0.95``, ``min(list, floor)``, ``round(amount / 3, 0.5)``.

Figures are exact decimals (34 digits), typed: number, money or quantity. Money of two currencies, or money
times money, is refused when the formula is read, not when an order is priced. A percentage is a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DecimalException,
    localcontext,
)

MAX_LENGTH = 500
MAX_DEPTH = 30
EXACT = Context(prec=34)

_TOKEN = re.compile(
    r"\s*(?:([0-9]{1,15}(?:\.[0-9]{1,12})?)(\s*%(?!\s*[\w(]))?|([^\W\d]\w*(?:\.\w+)*)|([-+*/(),]))"
)
Type = tuple[str, str]  # what it is (number, money, quantity), and in which currency or unit
NUMBER: Type = ("number", "")


class FormulaError(ValueError):
    """A formula cannot be read or computed; ``reason`` is the last part of ``problem.table.formula.…``."""

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.reason, self.name = reason, name


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as read: its text, what it asks for, what comes out."""

    text: str
    names: frozenset[str]
    type: Type
    _compute: Callable[[Mapping[str, Decimal]], Decimal] = field(compare=False, repr=False)

    def compute(self, figures: Mapping[str, Decimal]) -> Decimal:
        """Return the value for these figures; ``FormulaError`` where it has none (a division by zero)."""
        try:
            with localcontext(EXACT):
                return self._compute(figures)
        except DecimalException:
            raise FormulaError("value") from None


@dataclass(frozen=True, slots=True)
class _Part:
    type: Type
    run: Callable[[Mapping[str, Decimal]], Decimal]


def read_formula(text: str, types: Mapping[str, Type]) -> Formula:
    """Return the formula written in ``text`` over facts of these types.

    Raises:
        FormulaError: it cannot be read, names something unknown, or mixes what does not go together.
    """
    if len(text) > MAX_LENGTH:
        raise FormulaError("form")
    reader = _Reader(_tokens(text), types)
    part = reader.sum(0)
    if reader.at < len(reader.tokens):
        raise FormulaError("form")
    return Formula(text.strip(), frozenset(reader.names), part.type, part.run)


def _tokens(text: str) -> list[str]:
    found, at = [], 0
    while text[at:].strip():
        match = _TOKEN.match(text, at)
        if match is None:
            raise FormulaError("form")
        found.append(match[0].replace(" ", "").strip())
        at = match.end()
    return found


class _Reader:
    """Reads sums of products of figures, facts and functions, each with its type."""

    def __init__(self, tokens: list[str], types: Mapping[str, Type]) -> None:
        self.tokens, self.types, self.at = tokens, types, 0
        self.names: set[str] = set()

    def take(self, *wanted: str) -> str:
        token = self.tokens[self.at] if self.at < len(self.tokens) else ""
        if token in wanted:
            self.at += 1
            return token
        return ""

    def sum(self, depth: int) -> _Part:
        if depth > MAX_DEPTH:
            raise FormulaError("form")
        left = self.product(depth)
        while sign := self.take("+", "-"):
            left = _added(left, self.product(depth), sign)
        return left

    def product(self, depth: int) -> _Part:
        left = self.factor(depth)
        while sign := self.take("*", "/"):
            left = _multiplied(left, self.factor(depth), sign)
        return left

    def factor(self, depth: int) -> _Part:
        if depth > MAX_DEPTH:
            raise FormulaError("form")
        if self.take("-"):
            part = self.factor(depth + 1)
            return _Part(part.type, lambda facts: -part.run(facts))
        if self.take("("):
            part = self.sum(depth + 1)
            self.close()
            return part
        if self.at >= len(self.tokens):
            raise FormulaError("form")
        token = self.tokens[self.at]
        self.at += 1
        if token[0] in _DIGITS:  # not ``isdigit``: ① is one, and no figure
            value = Decimal(token.rstrip("%"))
            value = value.scaleb(-2) if token.endswith("%") else value
            return _Part(NUMBER, lambda _: value)
        if not (token[0].isalpha() or token[0] == "_"):
            raise FormulaError("form")
        return self.function(token, depth) if self.take("(") else self.fact(token)

    def fact(self, name: str) -> _Part:
        if name not in self.types:
            raise FormulaError("unknown", name)
        self.names.add(name)
        return _Part(self.types[name], lambda facts: facts[name])

    def function(self, name: str, depth: int) -> _Part:
        parts = [self.sum(depth + 1)]
        while self.take(","):
            parts.append(self.sum(depth + 1))
        self.close()
        if name in {"min", "max"}:
            return _chosen(parts, min if name == "min" else max)
        if name == "abs" and len(parts) == 1:
            return _Part(parts[0].type, lambda facts: abs(parts[0].run(facts)))
        if name in _ROUNDINGS and len(parts) == 2:
            return _rounded(parts[0], parts[1], _ROUNDINGS[name])
        raise FormulaError("function", name)

    def close(self) -> None:
        if not self.take(")"):
            raise FormulaError("form")


_DIGITS = "0123456789"
_ROUNDINGS = {"round": ROUND_HALF_UP, "round_up": ROUND_CEILING, "round_down": ROUND_FLOOR}


def _added(left: _Part, right: _Part, sign: str) -> _Part:
    if left.type != right.type:
        raise FormulaError("mixed")
    if sign == "+":
        return _Part(left.type, lambda facts: left.run(facts) + right.run(facts))
    return _Part(left.type, lambda facts: left.run(facts) - right.run(facts))


def _multiplied(left: _Part, right: _Part, sign: str) -> _Part:
    if sign == "/":
        if right.type not in (NUMBER, left.type):
            raise FormulaError("mixed")
        kind = NUMBER if left.type == right.type else left.type
        return _Part(kind, lambda facts: left.run(facts) / right.run(facts))
    if NUMBER not in (left.type, right.type):
        raise FormulaError("mixed")
    kind = right.type if left.type == NUMBER else left.type
    return _Part(kind, lambda facts: left.run(facts) * right.run(facts))


def _chosen(parts: list[_Part], choose: Callable[..., Decimal]) -> _Part:
    if any(part.type != parts[0].type for part in parts):
        raise FormulaError("mixed")
    return _Part(parts[0].type, lambda facts: choose(part.run(facts) for part in parts))


def _rounded(value: _Part, step: _Part, how: str) -> _Part:
    if step.type not in (NUMBER, value.type):
        raise FormulaError("mixed")

    def run(facts: Mapping[str, Decimal]) -> Decimal:
        size = step.run(facts)
        if size <= 0:
            raise FormulaError("value")
        return (value.run(facts) / size).to_integral_value(how) * size

    return _Part(value.type, run)
