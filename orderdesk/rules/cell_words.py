"""Condition cells as people write and read them: the words of both languages, shorthand, separators.

``written`` turns what somebody typed into the one form that files hold; ``spoken`` shows that form in a
language. Both languages are understood at once, whatever the desk speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Literal

from orderdesk.errors import UserError
from orderdesk.rules.cells import MEASURED, ORDERED, CellError, FactType, figure_reader, quoted, unquoted
from orderdesk.rules.entry.dates import read_date
from orderdesk.rules.entry.folding import fold
from orderdesk.values import plain

Language = Literal["en", "zh"]

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
_CELL = re.compile(
    r"^(?:(any|-|empty)|(not\s+in|in|contains|starts\s+with|<>|=)\s+(.*)|(.*))$", re.DOTALL | re.IGNORECASE
)


def written(text: str, fact_type: FactType, measure: str = "", today: date | None = None) -> str:
    """Return the cell that files hold for what was typed in either language; ``CellError`` says why not.

    Figures may have thousands separators, days their shorthand (``3/15``, 明天) where ``today`` is given.
    """
    shown = fold(text.replace("、", ";")).strip()
    if shown.lower() in _WHOLE:
        return _WHOLE[shown.lower()]
    if fact_type in ORDERED:
        return _ordered(shown, _figure(fact_type, measure, today))
    return _named(shown, fact_type)


def _ordered(shown: str, figure: Callable[[str], str]) -> str:
    if match := _word(shown, _LISTS):
        entries = _entries(match[1])
        return f"{match[0]} {', '.join(figure(entry) for entry in entries)}"
    if ends := _RANGE.match(shown):
        low, high = ends[1].strip(), ends[4].strip()
        if high.endswith("%") and not low.endswith("%"):
            low += " %"
        return f"{figure(low)} {ends[2]}..{ends[3]} {figure(high)}"
    if match := _word(shown, _SIGNS):
        return f"{match[0]} {figure(match[1])}"
    return f"= {figure(shown)}"


def _named(shown: str, fact_type: FactType) -> str:
    def value(text: str) -> str:
        name = unquoted(text)
        return _YES_NO.get(name.lower(), name) if fact_type == "yes_no" else quoted(name)

    if match := _word(shown, _PARTS):
        rest = match[1]
        if match[0] == "starts with" and shown.startswith("以"):
            if not rest.endswith("开头"):
                return f"= {value(shown)}"
            rest = rest.removesuffix("开头").strip()
        return f"{match[0]} {value(rest)}"
    if match := _word(shown, _LISTS):
        return f"{match[0]} {', '.join(value(entry) for entry in _entries(match[1]))}"
    if match := _word(shown, _SIGNS):
        return f"{match[0]} {value(match[1])}"
    return f"= {value(shown)}"


def _word(shown: str, words: tuple[tuple[str, str], ...]) -> tuple[str, str] | None:
    """Return the sign that a text begins with, and what follows; a word of letters ends with a space."""
    for word, sign in words:
        if shown.lower().startswith(word) and len(shown) > len(word):
            rest = shown[len(word) :]
            if not word[-1].isascii() or not word[-1].isalpha() or rest[0].isspace():
                if sign.endswith("in") and word in {"在", "不在"}:
                    rest = rest.strip().removesuffix("中")
                return (sign, rest.strip()) if rest.strip() else None
    return None


def _entries(text: str) -> list[str]:
    """Return the entries of a list; figures with separators need 、 or ; between them."""
    if ";" in text:
        found = text.split(";")
    else:
        if re.search(r"[0-9],[0-9]{3}(?![0-9])", text) and '"' not in text:
            raise CellError("ambiguous")  # one figure with a separator, or two figures?
        found = re.findall(r'\s*("(?:[^"]|"")*"|[^,]+)\s*', text)
    entries = [entry.strip() for entry in found]
    if not all(entries):
        raise CellError("form")
    return entries


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
            return f"{plain(value.scaleb(2))} %" if isinstance(value, Decimal) else shown
        unit = f" {measure}" if fact_type in MEASURED and measure in shown else ""
        return (plain(value) if isinstance(value, Decimal) else shown) + unit

    return figure


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


def spoken(cell: str, language: Language) -> str:
    """Return a cell of a file as it is shown in a language; the signs and figures are the same in both."""
    words = _SPOKEN[language]
    match = _CELL.match(cell.strip())
    if match is None:
        return cell
    if match[1]:
        return words.get("any" if match[1] == "-" else match[1].lower(), match[1].lower())
    if match[2]:
        sign = " ".join(match[2].lower().split())
        return f"{words.get(sign, sign)} {words.get(match[3], match[3])}"
    return words.get(match[4], match[4]).replace("today", words.get("today", "today"))
