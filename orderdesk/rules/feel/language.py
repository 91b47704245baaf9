"""S-FEEL and a little around it: expressions, and the unary tests that cells are made of.

Names may hold blanks (``Age of applicant``), so a text is read with the names that it may use: the longest
one that fits is taken. Whatever goes beyond (contexts, filters, iterations, functions of FEEL that are not
in ``functions.py``) is refused by its name when a file is read.

Source: DMN 1.3, chapters 7.3 (unary tests), 9 (S-FEEL) and 10.3 (semantics, tables 41 to 58).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal

from orderdesk.rules.feel import values as v
from orderdesk.rules.feel.functions import FUNCTIONS
from orderdesk.rules.foreign import LanguageError

MAX_LENGTH = 5_000
MAX_DEPTH = 60
INPUT = "?"

Scope = Mapping[str, object]
Run = Callable[[Scope], object]

_TOKEN = re.compile(
    r"""\s*(?:(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)
    |(?P<text>"(?:[^"\\]|\\.)*")
    |(?P<at>@"[^"]*")
    |(?P<name>[^\W\d][\w']*)
    |(?P<sign>\.\.|\*\*|!=|<=|>=|[-+*/<>=()\[\],.?{}:]))""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{6}|.)", re.DOTALL)
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "'": "'", "\\": "\\"}
_WORDS = frozenset({"and", "or", "between", "in", "then", "else", "true", "false", "null", "not", "if"})
_NOT_HERE = frozenset({"for", "some", "every", "function", "instance", "external"})
_COMPARISONS = ("<=", ">=", "!=", "<", ">", "=")


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


def expression(text: str, names: Iterable[str] = (), members: Iterable[str] = ()) -> Run:
    """Return an expression that has a value; ``LanguageError`` where it cannot be read."""
    reader = _Reader(text, names, members)
    run = reader.disjunction(0)
    reader.finish()
    return run


def unary_tests(text: str, names: Iterable[str] = (), members: Iterable[str] = ()) -> Run:
    """Return a cell: whether the value under ``?`` in the scope satisfies it, true, false or null."""
    reader = _Reader(text, names, members)
    if reader.take("-") and reader.next.kind == "end":
        return lambda _: True
    reader.at = 0
    if reader.next == _Token("name", "not") and reader.tokens[1:2] == [_Token("sign", "(")]:
        reader.at = 2
        run = reader.tests(0)
        reader.expect(")")
        if reader.next.kind == "end":
            return lambda scope: v.negated(run(scope))
        reader.at = 0
    run = reader.tests(0)
    reader.finish()
    return run


class _Reader:
    """Reads by descent; names in the scope are tokens already."""

    def __init__(self, text: str, names: Iterable[str], members: Iterable[str]) -> None:
        if len(text) > MAX_LENGTH:
            raise LanguageError("long")
        self.known = frozenset(names)
        self.tokens, self.at = _tokens(text, {*self.known, *members}), 0
        self.asks_input = False

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
            raise LanguageError("form", self.next.text)
        return taken

    def finish(self) -> None:
        if self.next.kind != "end":
            raise LanguageError("form", self.next.text)

    # ── cells ────────────────────────────────────────────────────────────────────────────────────────────

    def tests(self, depth: int) -> Run:
        """Return tests joined by commas: one of them must hold."""
        run = self.test(depth)
        while self.take(","):
            run = _logic(v.either, run, self.test(depth))
        return run

    def test(self, depth: int) -> Run:
        sign = self.take(*_COMPARISONS)
        if sign:
            return _comparison(sign, _input, self.sum(depth))
        asked, self.asks_input, start = self.asks_input, False, self.at
        run = self.disjunction(depth)
        is_literal = self.at == start + 1
        asks, self.asks_input = self.asks_input, asked
        if asks:
            return lambda scope: v.logical(run(scope))
        return lambda scope: matches(scope[INPUT], run(scope), not is_literal)

    # ── expressions ──────────────────────────────────────────────────────────────────────────────────────

    def disjunction(self, depth: int) -> Run:
        if depth > MAX_DEPTH:
            raise LanguageError("deep")
        run = self.conjunction(depth)
        while self.take("or"):
            run = _logic(v.either, run, self.conjunction(depth))
        return run

    def conjunction(self, depth: int) -> Run:
        run = self.comparison(depth)
        while self.take("and"):
            run = _logic(v.both, run, self.comparison(depth))
        return run

    def comparison(self, depth: int) -> Run:
        run = self.sum(depth)
        sign = self.take(*_COMPARISONS, "between", "in")
        if not sign:
            return run
        if sign == "between":
            low = self.sum(depth)
            self.expect("and")
            return _logic(v.both, _comparison(">=", run, low), _comparison("<=", run, self.sum(depth)))
        if sign != "in":
            return _comparison(sign, run, self.sum(depth))
        return self.membership(run, depth)

    def membership(self, run: Run, depth: int) -> Run:
        """Return ``x in test`` or ``x in (tests)``."""
        start, many = self.at, False
        if self.take("("):
            try:
                tests = self.tests(depth + 1)
                many = bool(self.take(")"))
            except LanguageError:
                many = False  # a range with an open start
        if not many:
            self.at = start
            tests = self.test(depth + 1)
        return lambda scope: tests({**scope, INPUT: run(scope)})

    def sum(self, depth: int) -> Run:
        run = self.product(depth)
        while sign := self.take("+", "-"):
            run = _calculation(sign, run, self.product(depth))
        return run

    def product(self, depth: int) -> Run:
        run = self.power(depth)
        while sign := self.take("*", "/"):
            run = _calculation(sign, run, self.power(depth))
        return run

    def power(self, depth: int) -> Run:
        run = self.negation(depth)
        while self.take("**"):
            run = _calculation("**", run, self.negation(depth))
        return run

    def negation(self, depth: int) -> Run:
        if depth > MAX_DEPTH:
            raise LanguageError("deep")
        if self.take("-"):
            run = self.negation(depth + 1)
            return lambda scope: _negative(run(scope))
        return self.path(self.primary(depth), depth)

    def path(self, run: Run, depth: int) -> Run:
        while self.take("."):
            name = self.next
            if name.kind != "name":
                raise LanguageError("form", name.text)
            self.at += 1
            run = _to_member(run, name.text)
        after = self.tokens[self.at + 1 : self.at + 2]
        if self.next.text == "[" and self.next.kind == "sign" and after and after[0].text not in {",", ")"}:
            raise LanguageError("sign", "[")  # a filter; elsewhere it closes a range that is open there
        return run

    def primary(self, depth: int) -> Run:
        token = self.next
        self.at += 1
        if token.kind == "number":
            return _constant(Decimal(token.text))
        if token.kind == "text":
            return _constant(_unescaped(token.text[1:-1]))
        if token.kind == "at":
            value = v.typed_text(token.text[2:-1])
            if value is None:
                raise LanguageError("form", token.text)
            return _constant(value)
        if token.kind == "name":
            return self.named(token.text, depth)
        if token.text == "?":
            self.asks_input = True
            return _input
        if token.text in {"(", "[", "]"}:
            return self.bracketed(token.text, depth)
        raise LanguageError("sign" if token.text == "{" else "form", token.text)

    def bracketed(self, opening: str, depth: int) -> Run:
        """Return a range, a list, or what stands in parentheses."""
        if opening == "[" and self.take("]"):
            return lambda _: []
        first = self.disjunction(depth + 1)
        if self.take(".."):
            last = self.disjunction(depth + 1)
            high_in = self.expect("]", ")", "[") == "]"
            low_in = opening == "["
            return lambda scope: v.Range(first(scope), low_in, last(scope), high_in)
        if opening == "(":
            self.expect(")")
            return first
        if opening == "]":
            raise LanguageError("form", opening)
        entries = [first]
        while self.take(","):
            entries.append(self.disjunction(depth + 1))
        self.expect("]")
        return lambda scope: [entry(scope) for entry in entries]

    def named(self, name: str, depth: int) -> Run:
        if name in self.known:
            return lambda scope: scope.get(name)
        if name in _CONSTANTS:
            return _constant(_CONSTANTS[name])
        if name == "if":
            return self.condition(depth)
        if name in _NOT_HERE:
            raise LanguageError("function", name)
        if self.next == _Token("sign", "("):
            return self.call(name, depth)
        raise LanguageError("form" if name in _WORDS else "name", name)

    def condition(self, depth: int) -> Run:
        test = self.disjunction(depth + 1)
        self.expect("then")
        yes = self.disjunction(depth + 1)
        self.expect("else")
        no = self.disjunction(depth + 1)
        return lambda scope: yes(scope) if test(scope) is True else no(scope)

    def call(self, name: str, depth: int) -> Run:
        function = FUNCTIONS.get(name)
        if function is None:
            raise LanguageError("function", name)
        self.expect("(")
        arguments: list[Run] = []
        if not self.take(")"):
            arguments.append(self.disjunction(depth + 1))
            while self.take(","):
                arguments.append(self.disjunction(depth + 1))
            self.expect(")")
        if not function.least <= len(arguments) <= function.most:
            raise LanguageError("arguments", name)
        return lambda scope: function.run(*[argument(scope) for argument in arguments])


_CONSTANTS: Mapping[str, object] = {"true": True, "false": False, "null": None}


def matches(value: object, wanted: object, may_be_test: bool) -> v.Logical:
    """Return whether a value satisfies what a cell says: equal to it, inside it, or one of it.

    ``may_be_test``: the cell computed what it says; true then stands for itself (``Age > 18`` in another
    column).
    """
    if wanted is True and may_be_test and not isinstance(value, bool):
        return True
    if isinstance(wanted, v.Range):
        return wanted.holds(value)
    if isinstance(wanted, list):
        if isinstance(value, list) and v.equal(value, wanted):
            return True
        found: v.Logical = False
        for one in wanted:
            found = v.either(found, one.holds(value) if isinstance(one, v.Range) else v.equal(value, one))
        return found
    return v.equal(value, wanted)


def _tokens(text: str, names: set[str]) -> list[_Token]:
    long_names = [
        (re.compile(r"\s*" + r"\s+".join(map(re.escape, name.split())) + r"(?![\w'])"), name)
        for name in sorted({*names, *FUNCTIONS}, key=len, reverse=True)
        if name.strip() and not re.fullmatch(r"[^\W\d][\w']*", name)  # a blank one would match everywhere
    ]
    found: list[_Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        for pattern, name in long_names:
            match = pattern.match(text, at)
            if match is not None:
                found.append(_Token("name", name))
                break
        else:
            match = _TOKEN.match(text, at)
            if match is None or match.lastgroup is None:
                raise LanguageError("form", text[at:].strip()[:20])
            found.append(_Token(match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


def _unescaped(text: str) -> str:
    def one(match: re.Match[str]) -> str:
        shown = match[1]
        if shown[0] in "uU" and len(shown) > 1 and int(shown[1:], 16) < 0x110000:
            return chr(int(shown[1:], 16))
        return _ESCAPES.get(shown, "\\" + shown)

    return _ESCAPE.sub(one, text)


def _input(scope: Scope) -> object:
    return scope[INPUT]


def _constant(value: object) -> Run:
    return lambda _: value


def _logic(join: Callable[[v.Logical, v.Logical], v.Logical], left: Run, right: Run) -> Run:
    return lambda scope: join(v.logical(left(scope)), v.logical(right(scope)))


def _comparison(sign: str, left: Run, right: Run) -> Run:
    if sign == "=":
        return lambda scope: v.equal(left(scope), right(scope))
    if sign == "!=":
        return lambda scope: v.negated(v.equal(left(scope), right(scope)))
    return lambda scope: v.compared(sign, left(scope), right(scope))


def _calculation(sign: str, left: Run, right: Run) -> Run:
    return lambda scope: v.arithmetic(sign, left(scope), right(scope))


def _negative(value: object) -> object:
    if isinstance(value, v.Months):
        return v.Months(-value.count)
    return v.arithmetic("*", value, Decimal(-1))


_PARTS = ("year", "month", "day", "hour", "minute", "second")


def _to_member(run: Run, name: str) -> Run:
    def member(scope: Scope) -> object:
        holder = run(scope)
        if isinstance(holder, dict):
            return holder.get(name)
        if name in _PARTS and isinstance(holder, (date, datetime, time)):
            part = getattr(holder, name, None)
            return None if part is None else Decimal(part)
        return None

    return member
