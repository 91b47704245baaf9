"""Where the parts of a quick-add text begin and end. What they mean is read in ``quick_add``.

The text is folded sign by sign, so that places in it are places in what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from orderdesk.rules.entry.folding import fold

Part = Literal["quantity", "price", "discount", "when", "note"]
Fault = tuple[str, int, int]  # code, from, to

LONGEST_ITEM: Final = 200  # signs of a code; it bounds the time

_SIGNS_ALIKE: Final = str.maketrans({"》": ">", "×": "*"})
_BLANKS: Final = " "
_HARD: Final = frozenset(" ;\n")
_SOFT: Final = frozenset("+,")  # they may also stand in codes, numbers and dates
_DISCOUNT = re.compile(r"-([0-9]+(?:[.,][0-9]+)?)%")
_TIMES_LETTER = re.compile(r"[xX](?=[0-9.])")
_QUANTITY = re.compile(r"(?:[0-9.]+(?:,[0-9.]+)*[^\s;@#>*+\-0-9.,()\"]*)*")
_UNIT_WORD = re.compile(r" +([^\W\d_]+)(?=[\s;@#>*+\-]|$)")
_PRICE = re.compile(r"(?:(?![xX][0-9]|,(?![0-9]))[^\s;@#>*+\-])*")
_RHYTHM = re.compile(r"[0-9]{1,3}[xX*][0-9]{1,3}(?:[dwmDWM]|天|周|个?月)")
_WHEN = re.compile(r"\+?(?:(?!-[0-9.,]+%)[^\s;,@#>*+])*")
_CAN_START_LATER = re.compile(rf"(?:{_RHYTHM.pattern}|[jJ]?[tT]|=|今天)")
_LATER = re.compile(r"\+[0-9]{1,4}(?:[dwmyDWMY]|天|日|周|个?星期|个?月|年)?(?=[\s;@#>*+\-]|$)")
_STARTERS: Final = "*@>#"


@dataclass(slots=True)
class Tail:
    """What stands after an item: each part with its text and place, where all of it ends, what is wrong."""

    end: int
    parts: dict[Part, tuple[str, int, int]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    could_end_earlier: bool = False  # a ``+`` that was taken for a date's could also begin the next item


def folded(text: str) -> str:
    """Return ``text`` as the grammar reads it, sign by sign."""
    lines = text.replace("\r\n", " \n").replace("\r", "\n").split("\n")
    return "\n".join(fold(line).translate(_SIGNS_ALIKE) for line in lines)


def skip_separators(text: str, at: int) -> int:
    """Return the place of the next token's first sign."""
    while at < len(text) and (text[at] in _HARD or text[at] in _SOFT):
        at += 1
    return at


def item_ends(text: str, at: int) -> Iterator[int]:
    """Yield each place where the item that begins at ``at`` may end, nearest first."""
    last = min(len(text), at + LONGEST_ITEM)
    for end in range(at + 1, last):
        if text[end] in _HARD:
            yield end
            return
        if text[end] in "*@>#+," or _TIMES_LETTER.match(text, end) or _DISCOUNT.match(text, end):
            yield end
    if last == len(text):
        yield last


def quoted(text: str, at: int) -> tuple[str, int] | None:
    """Return what stands in the quotes that open at ``at`` and the place behind them; None if they stay open.

    A quote that is written twice stands for itself.
    """
    found = []
    at += 1
    while (end := text.find('"', at)) >= 0:
        found.append(text[at:end])
        if text[end + 1 : end + 2] != '"':
            return '"'.join(found), end + 1
        at = end + 2
    return None


def token_end(text: str, at: int) -> int:
    """Return where a token that cannot be read ends: what follows may still be good."""
    depth = 0
    for end in range(at, len(text)):
        if text[end] == "\n" or (depth == 0 and (text[end] in _HARD or text[end] in _SOFT)):
            return end
        depth = max(0, depth + {"(": 1, ")": -1}.get(text[end], 0))
    return len(text)


class TailScanner:
    """Cuts what follows an item into its parts."""

    def __init__(
        self,
        text: str,
        typed: str,
        is_unit: Callable[[str], bool],
        starts_item: Callable[[int], bool],
        *,
        takes_later: bool = True,
    ) -> None:
        self._text = text
        self._typed = typed  # notes keep it
        self._is_unit = is_unit
        self._starts_item = starts_item
        self._takes_later = takes_later

    def scan(self, at: int) -> Tail:
        """Return the parts that follow each other from ``at`` on."""
        tail = Tail(at)
        while not tail.faults and (begin := self.continued(tail.end)) is not None:
            tail.end = begin
            self._part(tail)
        if tail.faults:
            tail.end = max(tail.end, token_end(self._text, tail.faults[-1][1]))
        return tail

    def continued(self, at: int) -> int | None:
        """Return where the next part begins, which may stand behind blanks; None at the token's end.

        Behind a blank a sign of the grammar goes on with the token, unless an item begins with it.
        """
        text = self._text
        if at == len(text) or text[at] in ";\n" or text[at] in _SOFT:
            return None
        if text[at] not in _BLANKS:
            return at
        while at < len(text) and text[at] in _BLANKS:
            at += 1
        is_sign = (
            at < len(text)
            and (text[at] in _STARTERS or _TIMES_LETTER.match(text, at) or _DISCOUNT.match(text, at))
            and not self._starts_item(at)
        )
        return at if is_sign else None

    def _part(self, tail: Tail) -> None:
        text, at = self._text, tail.end
        discount = _DISCOUNT.match(text, at)
        if discount is not None:
            self._keep(tail, "discount", discount[1], at, discount.end())
        elif text[at] == "*" or _TIMES_LETTER.match(text, at):
            self._quantity(tail)
        elif text[at] == "@":
            price = _PRICE.match(text, at + 1)
            assert price is not None  # it matches nothing, too
            self._keep(tail, "price", price[0], at + 1, price.end())
        elif text[at] == ">":
            self._when(tail)
        elif text[at] == "#":
            self._note(tail)
        else:
            code = "quick.discount" if text[at] == "-" else "quick.unexpected"
            tail.faults.append((code, at, token_end(text, at)))

    def _keep(self, tail: Tail, part: Part, content: str, start: int, end: int) -> None:
        if part in tail.parts:
            tail.faults.append(("quick.twice", start, end))
            return
        tail.parts[part] = (content, start, end)
        tail.end = end

    def _quantity(self, tail: Tail) -> None:
        start = tail.end + 1
        match = _QUANTITY.match(self._text, start)
        assert match is not None  # it matches nothing, too
        end = match.end()
        word = _UNIT_WORD.match(self._text, end)
        if word is not None and self._is_unit(word[1]) and not self._starts_item(word.start(1)):
            end = word.end()
        self._keep(tail, "quantity", self._text[start:end], start, end)

    def _when(self, tail: Tail) -> None:
        text, start = self._text, tail.end + 1
        if text[start : start + 1] == "(":
            close = text.find(")", start)
            if close < 0:
                tail.faults.append(("quick.bracket", start, token_end(text, start)))
            else:
                self._keep(tail, "when", text[start + 1 : close], start, close + 1)
            return
        match = _RHYTHM.match(text, start) or _WHEN.match(text, start)
        assert match is not None  # the second matches nothing, too
        end = match.end()
        later = _LATER.match(text, end)
        if later is not None and _CAN_START_LATER.fullmatch(match[0]):
            if not self._starts_item(end + 1):
                end = later.end()
            elif self._takes_later:
                end, tail.could_end_earlier = later.end(), True
        self._keep(tail, "when", text[start:end], start, end)

    def _note(self, tail: Tail) -> None:
        start = tail.end + 1
        if self._text[start : start + 1] == '"':
            found = quoted(self._text, start)
            if found is None:
                tail.faults.append(("quick.quote", start, token_end(self._text, start)))
                return
            closed = quoted(self._typed[:start] + '"' + self._typed[start + 1 : found[1] - 1] + '"', start)
            self._keep(tail, "note", closed[0] if closed else found[0], start, found[1])
            return
        end = start
        while end < len(self._text) and self._text[end] not in " \n":
            end += 1
        self._keep(tail, "note", self._typed[start:end], start, end)
