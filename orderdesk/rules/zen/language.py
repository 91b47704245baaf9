"""The part of ZEN that decision tables use: literals, paths, comparison, arithmetic, logic, ranges.

Two readings of one grammar: a *standard* expression has a value; a *unary* one is a cell, that is tests of
the column's value ``$`` joined by commas, ``or`` and ``and`` from left to right. An expression that fails
while it is evaluated (``null > 5``, an unknown kind of value) makes its cell say no, as ZEN has it; one
that cannot be read is refused when the file is read.

Source: docs.gorules.io, "ZEN expression language".
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal, DecimalException
from typing import Literal

from orderdesk.rules.foreign import LanguageError
from orderdesk.rules.zen.functions import FUNCTIONS, ZenFailure

MAX_LENGTH = 5_000
MAX_DEPTH = 60
EXACT = Context(prec=28, rounding=ROUND_HALF_EVEN, Emax=999, Emin=-999)

Scope = tuple[object, object]  # what names stand for, and the value of the column
Run = Callable[[Scope], object]
Role = Literal["equal", "in", "bool"]  # how a cell that is only this is compared with the column's value

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>[0-9]+(?:_[0-9]+)*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)
    |(?P<text>"[^"]*"|'[^']*')
    |(?P<name>\$?[^\W\d]\w*|\$)
    |(?P<sign>\.\.|==|!=|<=|>=|\?\?|[-+*/%^<>()\[\].,?:{}`;=\#]))""",
    re.VERBOSE,
)
_COMPARED: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_COMPARISONS = frozenset({*_COMPARED, "==", "!=", "in", "not in"})
_PRECEDENCE = {
    "or": 10, "and": 15, **dict.fromkeys(_COMPARISONS, 20), "+": 30, "-": 30, "*": 60, "/": 60, "%": 60,
    "^": 70, "??": 80,
}  # fmt: skip
_NOT_HERE = frozenset({"?", "{", "`", "#", ";", "=", ":"})


@dataclass(frozen=True, slots=True)
class Node:
    """An expression as read: how to run it, and how a cell takes it."""

    run: Run
    role: Role = "equal"


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def standard(text: str) -> Run:
    """Return an expression that has a value; ``LanguageError`` where it cannot be read."""
    reader = _Reader(_tokens(text), False)
    node = reader.binary(0, 0)
    reader.finish()
    return node.run


def unary(text: str) -> Run:
    """Return a cell: true or false for the value of its column; ``LanguageError`` where it cannot be read."""
    reader = _Reader(_tokens(text), True)
    left = reader.pair()
    while joined := reader.take("and", "or", ","):
        left = _logic("and" if joined == "and" else "or", left, reader.pair())
    reader.finish()
    return left.run


def _tokens(text: str) -> list[_Token]:
    if len(text) > MAX_LENGTH:
        raise LanguageError("long")
    found: list[_Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None or match.lastgroup is None:
            raise LanguageError("form", text[at:].strip()[:20])
        token = _Token(match.lastgroup, match[match.lastgroup])
        at = match.end()
        if token.text == "in" and found and found[-1] == _Token("name", "not"):
            found[-1] = _Token("name", "not in")
        else:
            found.append(token)
    return found


class _Reader:
    """Reads by precedence; in a cell, commas, ``and`` and ``or`` on the outside join tests."""

    def __init__(self, tokens: list[_Token], is_cell: bool) -> None:
        self.tokens, self.is_cell, self.joining, self.at = tokens, is_cell, is_cell, 0

    @property
    def next(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _Token("end", "")

    def take(self, *signs: str) -> str:
        token = self.next
        if token.kind in {"sign", "name"} and token.text in signs:
            self.at += 1
            return token.text
        return ""

    def expect(self, *signs: str) -> str:
        taken = self.take(*signs)
        if not taken:
            raise _unexpected(self.next)
        return taken

    def finish(self) -> None:
        if self.next.kind != "end":
            raise _unexpected(self.next)

    def pair(self) -> Node:
        """Return one test of a cell."""
        sign = self.take(*_COMPARISONS)
        if sign:
            return _compared(sign, _REFERENCE, self.binary(0, 0))
        node = self.binary(0, 0)
        if node.role == "bool":
            return node
        return _compared("in" if node.role == "in" else "==", _REFERENCE, node)

    def binary(self, lowest: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise LanguageError("deep")
        left = self.prefix(depth)
        while True:
            token = self.next
            precedence = _PRECEDENCE.get(token.text, -1) if token.kind in {"sign", "name"} else -1
            if precedence < lowest or (self.joining and token.text in {"and", "or"}):
                return left
            self.at += 1
            right = self.binary(precedence if token.text == "^" else precedence + 1, depth + 1)
            left = _joined(token.text, left, right)

    def prefix(self, depth: int) -> Node:
        if self.take("not"):
            node = self.binary(50, depth + 1)
            return Node(lambda scope: not _truth(node.run(scope)), node.role)
        if self.take("-"):
            node = self.binary(200, depth + 1)
            return Node(lambda scope: -_number(node.run(scope)), node.role)
        if self.take("+"):
            return self.binary(200, depth + 1)
        return self.path(self.primary(depth), depth)

    def primary(self, depth: int) -> Node:
        token = self.next
        self.at += 1
        if token.kind == "number":
            value = Decimal(token.text.replace("_", ""))
            return Node(lambda _: value)
        if token.kind == "text":
            text = token.text[1:-1]
            return Node(lambda _: text)
        if token.kind == "name":
            return self.named(token.text, depth)
        if token.text in {"(", "[", "]"}:
            return self.bracketed(token.text, depth)
        raise _unexpected(token)

    def bracketed(self, opening: str, depth: int) -> Node:
        """Return a range, a list, or what stands in parentheses."""
        if opening == "[" and self.take("]"):
            return Node(lambda _: [], "in")
        was_joining, self.joining = self.joining, False
        first = self.binary(0, depth + 1)
        if self.take(".."):
            last = self.binary(0, depth + 1)
            closing = self.expect("]", ")", "[")
            self.joining = was_joining
            return _interval(first, last, opening == "[", closing == "]")
        if opening == "(":
            self.expect(")")
            self.joining = was_joining
            return first
        if opening == "]":
            raise LanguageError("form", opening)
        entries = [first]
        while self.take(","):
            entries.append(self.binary(0, depth + 1))
        self.expect("]")
        self.joining = was_joining
        return Node(lambda scope: [entry.run(scope) for entry in entries], "in")

    def named(self, name: str, depth: int) -> Node:
        if name in _CONSTANTS:
            constant = _CONSTANTS[name]
            return Node(lambda _: constant)
        if name in {"and", "or", "in", "not in", "not"}:
            raise LanguageError("form", name)
        if self.take("("):
            return self.call(name, depth)
        if name == "$":
            return _REFERENCE if self.is_cell else Node(lambda scope: scope[0])
        if name == "$root":
            return Node(lambda scope: scope[0])
        if name.startswith("$"):
            raise LanguageError("name", name)
        return Node(lambda scope: _member(scope[0], name))

    def call(self, name: str, depth: int) -> Node:
        function = FUNCTIONS.get(name)
        if function is None:
            raise LanguageError("function", name)
        was_joining, self.joining = self.joining, False
        arguments = []
        if not self.take(")"):
            arguments.append(self.binary(0, depth + 1))
            while self.take(","):
                arguments.append(self.binary(0, depth + 1))
            self.expect(")")
        self.joining = was_joining
        if len(arguments) != function.arguments:
            raise LanguageError("arguments", name)
        role: Role = "bool" if function.is_test else "equal"
        return Node(lambda scope: function.run(*[argument.run(scope) for argument in arguments]), role)

    def path(self, node: Node, depth: int) -> Node:
        while True:
            if self.take("."):
                if self.next.kind != "name":
                    raise LanguageError("form", self.next.text)
                name = self.next.text
                self.at += 1
                if self.next == _Token("sign", "("):
                    raise LanguageError("function", name)
                node = Node(_to_member(node.run, name))
            elif self.take("["):
                was_joining, self.joining = self.joining, False
                index = self.binary(0, depth + 1)
                self.expect("]")
                self.joining = was_joining
                node = Node(_to_item(node.run, index.run))
            else:
                return node


def _unexpected(token: _Token) -> LanguageError:
    """Return why a token cannot stand where it does: it goes beyond tables, or the form is wrong."""
    return LanguageError("sign" if token.kind == "sign" and token.text in _NOT_HERE else "form", token.text)


_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "null": None}
_REFERENCE = Node(lambda scope: scope[1])


def _joined(sign: str, left: Node, right: Node) -> Node:
    if sign in {"and", "or"}:
        return _logic(sign, left, right)
    if sign in _COMPARISONS:
        return _compared(sign, left, right)
    if sign == "??":
        return Node(lambda scope: right.run(scope) if (found := left.run(scope)) is None else found)
    role: Role = left.role if left.role == right.role else "equal"
    return Node(lambda scope: _arithmetic(sign, left.run(scope), right.run(scope)), role)


def _logic(sign: str, left: Node, right: Node) -> Node:
    if sign == "and":
        return Node(lambda scope: _truth(left.run(scope)) and _truth(right.run(scope)), "bool")
    return Node(lambda scope: _truth(left.run(scope)) or _truth(right.run(scope)), "bool")


def _compared(sign: str, left: Node, right: Node) -> Node:
    if sign in {"in", "not in"}:
        wanted = sign == "in"
        return Node(lambda scope: _is_in(left.run(scope), right.run(scope)) is wanted, "bool")
    if sign in {"==", "!="}:
        same = sign == "=="
        return Node(lambda scope: equal(left.run(scope), right.run(scope)) is same, "bool")
    compare = _COMPARED[sign]
    return Node(lambda scope: compare(_number(left.run(scope)), _number(right.run(scope))), "bool")


@dataclass(frozen=True, slots=True)
class _Interval:
    low: Decimal
    low_in: bool
    high: Decimal
    high_in: bool


def _interval(first: Node, last: Node, low_in: bool, high_in: bool) -> Node:
    return Node(
        lambda scope: _Interval(_number(first.run(scope)), low_in, _number(last.run(scope)), high_in), "in"
    )


def _to_member(run: Run, name: str) -> Run:
    return lambda scope: _member(run(scope), name)


def _to_item(run: Run, index: Run) -> Run:
    def item(scope: Scope) -> object:
        holder, key = run(scope), index(scope)
        if isinstance(holder, list) and isinstance(key, Decimal) and key == int(key):
            return holder[int(key)] if 0 <= key < len(holder) else None
        return _member(holder, key) if isinstance(key, str) else None

    return item


def _member(holder: object, name: str) -> object:
    return holder.get(name) if isinstance(holder, dict) else None


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise ZenFailure
    return value


def _number(value: object) -> Decimal:
    if not isinstance(value, Decimal):
        raise ZenFailure
    return value


def equal(left: object, right: object) -> bool:
    """Return whether two values are the same plain value; lists and objects never are, as ZEN has it."""
    if isinstance(left, bool) or isinstance(right, bool):
        return left is right
    if left is None or right is None:
        return left is right
    for kind in (Decimal, str):
        if isinstance(left, kind) and isinstance(right, kind):
            return bool(left == right)
    return False


def _is_in(value: object, among: object) -> bool:
    if isinstance(among, list):
        return any(equal(value, one) for one in among)
    if isinstance(among, _Interval):
        number = _number(value)
        above = number > among.low or (among.low_in and number == among.low)
        return above and (number < among.high or (among.high_in and number == among.high))
    if isinstance(among, dict) and isinstance(value, str):
        return value in among
    raise ZenFailure


def _arithmetic(sign: str, left: object, right: object) -> object:
    if sign == "+" and isinstance(left, str) and isinstance(right, str):
        return left + right
    first, second = _number(left), _number(right)
    try:
        if sign in {"/", "%"}:
            if not second:
                return None
            return EXACT.divide(first, second) if sign == "/" else EXACT.remainder(first, second)
        return _OPERATIONS[sign](first, second)
    except DecimalException:
        raise ZenFailure from None


_OPERATIONS: Mapping[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": EXACT.add, "-": EXACT.subtract, "*": EXACT.multiply, "^": EXACT.power,
}  # fmt: skip
