"""Quick add: a whole order in one box, ``A105*12 B210*48>3x7d C330*2@40`` (ux, 2.3).

    order   := token { (blank | ";" | newline | "+") token }
    token   := item [ ("*"|"x") qty [unit] ] { "@" price | "-" number "%" | ">" when | "#" note }
    item    := code | barcode | customer's own code | alias | initials (unique) | "a code in quotes"
    when    := date shorthand | "3x7d" | "(" schedule ")"

Where a code holds signs of the grammar, the longest known one wins; where a shorter one reads as well, the
token asks. A sign of the grammar may also stand behind a blank (``A105 *12 @40``), a comma that belongs to
no number parts tokens too, and a note that is to hold blanks stands in quotes. Nothing is raised: each token
carries its own verdict and never blocks the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from orderdesk import values
from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry.codes import CodeHit, Codes, SparingCodes
from orderdesk.rules.entry.dates import read_date
from orderdesk.rules.entry.folding import fold, fold_key
from orderdesk.rules.entry.numbers import DecimalSign, read_percent, read_price
from orderdesk.rules.entry.quantities import QuantityEntry, read_quantity
from orderdesk.rules.entry.quick_lines import (
    QuickAdd,
    QuickContext,
    QuickLine,
    QuickProblem,
    QuickToken,
    checked_note,
    print_line,
    print_lines,
)
from orderdesk.rules.entry.quick_text import (
    LONGEST_ITEM,
    Tail,
    TailScanner,
    folded,
    item_ends,
    quoted,
    skip_separators,
    token_end,
)
from orderdesk.rules.entry.schedule import read_schedule

__all__ = [
    "MAX_LENGTH",
    "MAX_TOKENS",
    "QuickAdd",
    "QuickContext",
    "QuickLine",
    "QuickProblem",
    "QuickToken",
    "add_scan",
    "parse_quick_add",
    "parse_scan",
    "print_line",
    "print_lines",
    "quick_price",
    "quick_quantity",
]

MAX_LENGTH: Final = 10_000
MAX_TOKENS: Final = 500

_ONE: Final = Decimal(1)
_MOST_CHOICES: Final = 5
_FIGURE = re.compile(r"[¥$]?([0-9.,]+)")


def parse_quick_add(text: str, codes: Codes, context: QuickContext) -> QuickAdd:
    """Return the tokens of ``text`` with a verdict each. Time is bounded by its length."""
    if len(text) > MAX_LENGTH:
        return QuickAdd((), (Problem("quick.too_long", params={"n": MAX_LENGTH}),))
    shown = folded(text)
    codes = codes if isinstance(codes, SparingCodes) else SparingCodes(codes)
    tokens: list[QuickToken] = []
    at = skip_separators(shown, 0)
    while at < len(shown):
        if len(tokens) == MAX_TOKENS:
            return QuickAdd(tuple(tokens), (Problem("quick.too_many", params={"n": MAX_TOKENS}),))
        token = _TokenReader(shown, text, at, codes, context).token()
        tokens.append(token)
        at = skip_separators(shown, token.end)
    return QuickAdd(tuple(tokens))


def parse_scan(text: str, codes: Codes) -> QuickToken:
    """Return a scanner's burst as one token: a whole code, whatever signs are in it, counted once."""
    hits = codes.find(text.strip())
    if len(hits) == 1:
        line = _item_line(hits[0], fold(text).strip())
        return QuickToken(0, len(text), replace(line, quantity=_ONE))
    problem = _several(text.strip(), hits) if hits else _unknown(text.strip(), codes)
    choices = tuple(print_line(replace(_item_line(hit, hit.code), quantity=_ONE)) for hit in hits)
    return QuickToken(0, len(text), None, (QuickProblem(problem, 0, len(text)),), choices)


def add_scan(lines: tuple[QuickLine, ...], scanned: QuickLine) -> tuple[QuickLine, ...]:
    """Return ``lines`` with one more of what was scanned: on its own line if that has only been counted."""
    for index, line in enumerate(lines):
        plain = replace(line, quantity=None, quantity_text="", item_text=scanned.item_text)
        if plain == replace(scanned, quantity=None, quantity_text=""):
            more = line.count + scanned.count
            if more <= values.MAX_QUANTITY:
                counted = replace(line, quantity=more, quantity_text="")
                return (*lines[:index], counted, *lines[index + 1 :])
    return (*lines, scanned)


@dataclass(slots=True)
class _Reading:
    """One way to read a token: the item that it begins with, and what follows."""

    hit: CodeHit
    line: QuickLine
    end: int
    item_end: int
    problems: list[QuickProblem] = field(default_factory=list)


class _TokenReader:
    """Reads the token that begins at one place."""

    def __init__(self, text: str, typed: str, at: int, codes: Codes, context: QuickContext) -> None:
        self._text = text
        self._typed = typed
        self._at = at
        self._codes = codes
        self._context = context

    def token(self) -> QuickToken:
        """Return the token with its verdict."""
        if self._text[self._at] == '"':
            found = quoted(self._text, self._at)
            if found is None:
                end = token_end(self._text, self._at)
                return self._bad(end, Problem("quick.quote", "item"))
            item_text, item_end = found
            readings = [
                entry for hit in self._find(item_text) for entry in self._readings(hit, item_text, item_end)
            ]
            return self._verdict(readings, item_text, item_end)
        readings = []
        for end in reversed(list(item_ends(self._text, self._at))):
            item_text = self._text[self._at : end]
            readings += [
                entry for hit in self._find(item_text) for entry in self._readings(hit, item_text, end)
            ]
        return self._verdict(readings, *self._named(readings))

    def _find(self, text: str) -> tuple[CodeHit, ...]:
        return self._codes.find(text) if text.strip() and len(text) <= LONGEST_ITEM else ()

    def _named(self, readings: list[_Reading]) -> tuple[str, int]:
        """Return what an unknown token names as its item: a text that resembles a code, if any does."""
        if readings:
            return "", self._at
        ends = list(item_ends(self._text, self._at)) or [token_end(self._text, self._at)]
        for end in dict.fromkeys((ends[0], ends[-1])):
            if self._codes.near(self._text[self._at : end]):
                return self._text[self._at : end], end
        whole = next((end for end in ends if self._text[end : end + 1] not in ("x", "X")), ends[-1])
        return self._text[self._at : whole], whole

    def _verdict(self, readings: list[_Reading], item_text: str, item_end: int) -> QuickToken:
        if not readings:
            end = self._end_of_unknown(item_end)
            return self._bad(end, _unknown(item_text, self._codes), self._at, item_end)
        good = self._distinct(readings)
        if len(good) == 1:
            return QuickToken(self._at, good[0].end, good[0].line)
        if not good:
            first = readings[0]
            return QuickToken(self._at, first.end, None, tuple(first.problems))
        hits = tuple(entry.hit for entry in good)
        same_item_text = (
            len({entry.item_end for entry in good}) == 1 and len({hit.item_id for hit in hits}) > 1
        )
        end = max(entry.end for entry in good)
        choices = tuple(
            _choice(entry, same_item_text) + self._typed[entry.end : end] for entry in good[:_MOST_CHOICES]
        )
        text = self._text[self._at : good[0].item_end if same_item_text else end]
        problem = (
            _several(text, hits)
            if same_item_text
            else Problem("quick.ambiguous", "item", {"text": text, "choices": list(choices)})
        )
        start_end = (self._at, good[0].item_end if same_item_text else end)
        return QuickToken(self._at, end, None, (QuickProblem(problem, *start_end),), choices)

    def _distinct(self, readings: list[_Reading]) -> list[_Reading]:
        """Return the readings that are good, each meaning once; initials only where nothing else is meant."""
        good = [entry for entry in readings if not entry.problems]
        if any(entry.hit.kind != "initials" for entry in good):
            good = [entry for entry in good if entry.hit.kind != "initials"]
        if not good:
            return []
        longest = good[0].end
        kept: list[_Reading] = []
        for entry in good:
            # A reading that leaves the rest to the next token counts only if an item begins there.
            is_whole = entry.end >= longest or self._starts_item(skip_separators(self._text, entry.end))
            meaning = replace(entry.line, item_text="")
            if is_whole and all(
                meaning != replace(other.line, item_text="") or entry.end != other.end for other in kept
            ):
                kept.append(entry)
        return kept

    def _readings(self, hit: CodeHit, item_text: str, item_end: int) -> Iterator[_Reading]:
        names = {fold_key(name) for name, _ in hit.units if name}
        for takes_later in (True, False):
            scanner = TailScanner(
                self._text, self._typed, lambda word: _is_name(word, names), self._starts_item,
                takes_later=takes_later,
            )  # fmt: skip
            tail = scanner.scan(item_end)
            yield self._reading(hit, item_text, item_end, tail)
            if not tail.could_end_earlier:
                return

    def _reading(self, hit: CodeHit, item_text: str, item_end: int, tail: Tail) -> _Reading:
        reading = _Reading(hit, _item_line(hit, fold(item_text)), tail.end, item_end)
        for code, start, end in tail.faults:
            problem = Problem(code, params={"text": self._text[start:end].strip()})
            reading.problems.append(QuickProblem(problem, start, end))
        for part in ("quantity", "price", "discount", "when", "note"):
            if part not in tail.parts:
                continue
            content, start, end = tail.parts[part]
            try:
                reading.line = self._with(reading.line, part, content, hit)
            except UserError as error:
                problem = Problem(error.code, part, error.params)
                reading.problems.append(QuickProblem(problem, start, end))
        return reading

    def _with(self, line: QuickLine, part: str, content: str, hit: CodeHit) -> QuickLine:
        context = self._context
        if part == "quantity":
            entry = quick_quantity(content, hit, context.decimal_sign)
            return replace(line, quantity=entry.quantity, unit=entry.unit, quantity_text=entry.text)
        if part == "price":
            return replace(line, price=quick_price(content, context.decimal_sign))
        if part == "discount":
            return replace(line, discount=read_percent(content, context.decimal_sign))
        if part == "note":
            return replace(line, note=checked_note(content))
        return _with_when(line, content, context)

    def _starts_item(self, at: int) -> bool:
        text = self._text
        if at >= len(text):
            return False
        if text[at] == '"':
            found = quoted(text, at)
            return found is not None and bool(self._find(found[0]))
        return any(self._find(text[at:end]) for end in item_ends(text, at))

    def _end_of_unknown(self, at: int) -> int:
        """Return where an unknown item ends with its tail, so that a tail behind a blank is no token."""
        scanner = TailScanner(self._text, self._typed, lambda _word: False, self._starts_item)
        end = token_end(self._text, at)
        while (begin := scanner.continued(end)) is not None and begin > end:
            end = token_end(self._text, begin)
        return end

    def _bad(
        self, end: int, problem: Problem, start: int | None = None, stop: int | None = None
    ) -> QuickToken:
        place = (self._at if start is None else start, end if stop is None else stop)
        return QuickToken(self._at, end, None, (QuickProblem(problem, *place),))


def quick_quantity(text: str, hit: CodeHit, decimal_sign: DecimalSign = ".") -> QuantityEntry:
    """Return a quantity of an item, more than none.

    Raises:
        UserError: as ``read_quantity``, and ``quick.quantity.none`` for zero.
    """
    entry = read_quantity(text, hit.units, decimal_sign=decimal_sign)
    if entry.quantity == 0:
        raise UserError("quick.quantity.none")
    return entry


def quick_price(text: str, decimal_sign: DecimalSign = ".") -> Decimal:
    """Return a unit price from a figure, also with its currency sign before it; no arithmetic here.

    Raises:
        UserError: as ``read_price``.
    """
    figure = _FIGURE.fullmatch(text)
    if text and figure is None:
        raise UserError("error.number.unreadable", text=text)
    return read_price(figure[1] if figure else "", decimal_sign)


def _with_when(line: QuickLine, text: str, context: QuickContext) -> QuickLine:
    """Take one date, or else a schedule of the line's quantity."""
    try:
        return replace(line, requested=read_date(text, context.today, order=context.date_order))
    except UserError as no_date:
        if not set(fold_key(text)) & set("@,;x*"):
            raise
        if line.quantity is None:
            raise UserError("error.schedule.no_quantity") from no_date
        parts = read_schedule(
            text, line.quantity, context.today, context.default_date, order=context.date_order
        )
    return replace(line, schedule=parts)


def _item_line(hit: CodeHit, item_text: str) -> QuickLine:
    unit = hit.units[0][0] if hit.units else ""
    return QuickLine(hit.item_id, hit.code, " ".join(item_text.split()), unit, unit)


def _is_name(word: str, names: set[str]) -> bool:
    key = fold_key(word)
    return key in names or key.removesuffix("s") in names or key.removesuffix("es") in names


def _choice(entry: _Reading, by_code: bool) -> str:
    return print_line(replace(entry.line, item_text=entry.line.code) if by_code else entry.line)


def _several(text: str, hits: tuple[CodeHit, ...]) -> Problem:
    codes = [hit.code for hit in hits[:_MOST_CHOICES]]
    return Problem("quick.item.several", "item", {"text": text, "codes": codes})


def _unknown(text: str, codes: Codes) -> Problem:
    near = codes.near(text)
    if near:
        return Problem("quick.item.near", "item", {"text": text, "near": near[0]})
    return Problem("quick.item.unknown", "item", {"text": text})
