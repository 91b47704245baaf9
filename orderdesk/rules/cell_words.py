"""Condition cells as people write and read them: the words of both languages, shorthand, separators.

``written`` turns what somebody typed into the one form that files hold; ``spoken`` shows that form in a
language. Both languages are understood at once, whatever the desk speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from orderdesk.errors import UserError
from orderdesk.rules.cells import (
    MEASURED,
    ORDERED,
    CellError,
    FactType,
    figure_reader,
    quoted,
    read_cell,
    unquoted,
)
from orderdesk.rules.entry.dates import read_date
from orderdesk.rules.entry.folding import fold
from orderdesk.values import plain

Language = Literal["en", "zh"]

MOST_RATE = Decimal(10) ** 13  # in per cent it still is a figure that can be read
_WHOLE = {
    "any": "any", "anything": "any", "任意": "any", "不限": "any", "-": "any", "": "any",
    "empty": "empty", "blank": "empty", "空": "empty", "为空": "empty", "无": "empty",
}  # fmt: skip
_YES_NO = {
    "yes": "yes",
    "y": "yes",
    "true": "yes",
    "是": "yes",
    "no": "no",
    "n": "no",
    "false": "no",
    "否": "no",
}
_SIGNS = (  # longer words first: what begins like another one must not be taken for it
    ("大于等于", ">="), ("小于等于", "<="), ("不大于", "<="), ("不小于", ">="), ("不超过", "<="),
    ("不低于", ">="), ("不等于", "<>"), ("不是", "<>"), ("大于", ">"), ("超过", ">"), ("小于", "<"),
    ("低于", "<"), ("等于", "="), ("at most", "<="), ("at least", ">="), ("more than", ">"),
    ("less than", "<"), ("is not", "<>"), ("is", "="), ("<=", "<="), (">=", ">="), ("<>", "<>"),
    ("!=", "<>"), ("≤", "<="), ("≥", ">="), ("≠", "<>"), ("<", "<"), (">", ">"), ("=", "="),
)  # fmt: skip
_LISTS = (
    ("not in", "not in"), ("none of", "not in"), ("不属于", "not in"), ("不在", "not in"), ("in", "in"),
    ("one of", "in"), ("属于", "in"), ("在", "in"),
)  # fmt: skip
_PARTS = (
    ("contains", "contains"), ("包含", "contains"), ("starts with", "starts with"), ("开头是", "starts with"),
    ("以", "starts with"),
)  # fmt: skip
_RANGE = re.compile(r"^(.+?)\s*(<?)(?:\.\.|…|~|至|到| to )(<?)\s*(.+)$")
_GROUPED = re.compile(r"^-?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?(?=$|[^0-9,])")
_RELATIVE = re.compile(r"^(today|今天|当天)?\s*([+-]?\s*[0-9]{1,4})?\s*(days?|天|日)?(后|前)?$")

_SPOKEN: dict[str, dict[str, str]] = {
    "zh": {
        "any": "任意", "empty": "空", "not in": "不属于", "in": "属于", "contains": "包含",
        "starts with": "开头是", "yes": "是", "no": "否", "today": "今天",
    },
    "en": {},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Text:
    """What somebody typed, and ``folded`` beside it: that tells the signs, names stay as typed."""

    typed: str
    folded: str

    def cut(self, start: int, end: int | None = None) -> _Text:
        """Return a part of it, without blanks around; both texts have their signs at the same places."""
        folded = self.folded[start:end]
        start += len(folded) - len(folded.lstrip())
        end = start + len(folded.strip())
        return _Text(self.typed[start:end], self.folded[start:end])

    @property
    def name(self) -> str:
        """The value that it names, with or without quotes of any kind."""
        if not self.folded.startswith('"'):
            return self.typed
        if len(self.folded) < 2 or not self.folded.endswith('"'):
            raise CellError("form")
        return unquoted(f'"{self.typed[1:-1]}"')


def written(
    text: str,
    fact_type: FactType,
    measure: str = "",
    today: date | None = None,
    names: Collection[str] = (),
) -> str:
    """Return the cell that files hold for what was typed in either language; ``CellError`` says why not.

    Figures may have thousands separators, days their shorthand (``3/15``, 明天) where ``today`` is given.
    What is one of ``names`` is that name, also where it begins as a condition does (在线 is no 在 线).
    """
    shown = _Text(text, fold(text.replace("、", ";"))).cut(0)
    if shown.typed in names:
        return f"= {quoted(shown.typed)}"
    if shown.folded.lower() in _WHOLE:
        return _WHOLE[shown.folded.lower()]
    if fact_type in ORDERED:
        return _ordered(shown, _figure(fact_type, measure, today))
    return _named(shown, fact_type)


def _ordered(shown: _Text, figure: Callable[[str], str]) -> str:
    if match := _word(shown, _LISTS):
        entries = _entries(match[1])
        return f"{match[0]} {', '.join(figure(entry.folded) for entry in entries)}"
    if ends := _RANGE.match(shown.folded):
        low, high = ends[1].strip(), ends[4].strip()
        if high.endswith("%") and not low.endswith("%"):
            low += " %"
        return f"{figure(low)} {ends[2]}..{ends[3]} {figure(high)}"
    if match := _word(shown, _SIGNS):
        return f"{match[0]} {figure(match[1].folded)}"
    return f"= {figure(shown.folded)}"


def _named(shown: _Text, fact_type: FactType) -> str:
    def value(text: _Text) -> str:
        name = text.name
        return _YES_NO.get(fold(name).lower(), name) if fact_type == "yes_no" else _shown_name(name)

    if match := _word(shown, _PARTS):
        rest = match[1]
        if match[0] == "starts with" and shown.folded.startswith("以"):
            if not rest.folded.endswith("开头"):
                return f"= {value(shown)}"
            rest = rest.cut(0, -len("开头"))
        return f"{match[0]} {value(rest)}"
    if match := _word(shown, _LISTS):
        return f"{match[0]} {', '.join(value(entry) for entry in _entries(match[1]))}"
    if match := _word(shown, _SIGNS):
        return f"{match[0]} {value(match[1])}"
    return f"= {value(shown)}"


_QUOTED = re.compile(r'"(?:[^"]|"")*"')


def _word(shown: _Text, words: tuple[tuple[str, str], ...]) -> tuple[str, _Text] | None:
    """Return the sign that a text begins with, and what follows; a word of letters ends with a space."""
    folded = shown.folded
    for word, sign in words:
        if folded.lower().startswith(word) and len(folded) > len(word):
            if word[-1].isascii() and word[-1].isalpha() and not folded[len(word)].isspace():
                continue
            rest = shown.cut(len(word))
            if word in {"在", "不在"}:
                rest = rest.cut(0, len(rest.folded.removesuffix("中")))
            return (sign, rest) if rest.folded else None
    return None


def _entries(text: _Text) -> list[_Text]:
    """Return the entries of a list; figures with separators need 、 or ; between them."""
    folded = text.folded
    between = ";" if ";" in _QUOTED.sub("", folded) else ","
    if between == "," and re.search(r"[0-9],[0-9]{3}(?![0-9])", folded) and '"' not in folded:
        raise CellError("ambiguous")  # one figure with a separator, or two figures?
    entry = re.compile(rf"(?:{_QUOTED.pattern}|[^{between}])*")
    found, at = [], 0
    while at <= len(folded):
        match = entry.match(folded, at)
        assert match is not None  # it matches nothing, too
        found.append(text.cut(at, match.end()))
        at = match.end() + 1
    if not all(one.folded for one in found):
        raise CellError("form")
    return found


def _figure(fact_type: FactType, measure: str, today: date | None) -> Callable[[str], str]:
    read = figure_reader(fact_type, measure)

    def figure(text: str) -> str:
        shown = text.strip()
        if fact_type == "date":
            return _day(shown, today).isoformat()
        if fact_type == "relative_date":
            return _days(shown)
        if _GROUPED.match(shown):
            shown = shown.replace(",", "")
        value = read(shown)
        if shown.endswith("%") or fact_type == "percent":
            return _percent(value) if isinstance(value, Decimal) else shown
        unit = f" {measure}" if fact_type in MEASURED and measure in shown else ""
        return (plain(value) if isinstance(value, Decimal) else shown) + unit

    return figure


def _percent(rate: Decimal) -> str:
    """Return a rate in per cent; one beyond all rates as the figure that it is, which is read alike."""
    return f"{plain(rate.scaleb(2))} %" if abs(rate) < MOST_RATE else plain(rate)


def _day(shown: str, today: date | None) -> date:
    if today is not None:
        try:
            return read_date(shown, today)
        except UserError:
            raise CellError("date") from None
    value = figure_reader("date")(shown)
    if not isinstance(value, date):
        raise CellError("date")
    return value


def _days(shown: str) -> str:
    match = _RELATIVE.match(shown.lower())
    if match is None or not (match[1] or match[2]):
        raise CellError("days")
    days = int((match[2] or "0").replace(" ", ""))
    if match[4] == "前":
        days = -days
    return f"today {'-' if days < 0 else '+'} {abs(days)}" if days else "today"


def spoken(cell: str, language: Language, fact_type: FactType) -> str:
    """Return a cell of a file as it is shown in a language; signs and figures are the same in both.

    ``written`` reads back what is shown, in either language, as a cell that means the same.
    """
    words = _SPOKEN[language]
    if fact_type in ORDERED:
        return _IN_ORDERED.sub(lambda match: _shown_word(match[0], words), cell.strip())
    found = read_cell(cell, fact_type)
    names = [words.get(one, one) if fact_type == "yes_no" else _shown_name(one) for one in found.values]
    if found.kind in {"any", "empty"}:
        return words.get(found.kind, found.kind)
    if part := _PART_SIGN.match(cell.strip()):
        sign = _one_blank(part[0])
        return f"{words.get(sign, sign)} {names[0]}"
    if len(names) == 1 and not _LIST_SIGN.match(cell.strip()):
        return f"{'=' if found.kind == 'in' else '<>'} {names[0]}"
    sign = found.kind.replace("_", " ")
    return f"{words.get(sign, sign)} {', '.join(names)}"


def _shown_word(text: str, words: Mapping[str, str]) -> str:
    word = _one_blank(text)
    return words.get(word, word)


def _one_blank(text: str) -> str:
    return " ".join(text.lower().split())


def _shown_name(name: str) -> str:
    """Return a name as a cell shows it: in quotes where it would be read as something else."""
    shown = quoted(name)
    if shown == name and any(sign in fold(name) for sign in _READ_ANEW):
        return '"' + name.replace('"', '""') + '"'
    return shown


_IN_ORDERED = re.compile(r"\b(?:any|empty|not\s+in|in|today)\b", re.IGNORECASE)
_PART_SIGN = re.compile(r"(?:contains|starts\s+with)(?=\s)", re.IGNORECASE)
_LIST_SIGN = re.compile(r"(?:not\s+)?in\s", re.IGNORECASE)
_READ_ANEW = (",", ";", '"')  # they part the names of a list, also where they are typed as 、 or “
