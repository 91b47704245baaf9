"""How it is worded: one catalogue per language for problems, labels, documents, states and vocabulary. No Qt.

Everything below returns codes with named parameters; sentences are made here and nowhere else
(``docs/adr/0003-one-catalogue-for-all-words.md``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Protocol

from orderdesk import values
from orderdesk.errors import OrderDeskError
from orderdesk.words.catalogues import LANGUAGES, Language, find, report_unfilled, template
from orderdesk.words.formats import (
    format_amount,
    format_date,
    format_datetime,
    format_percent,
    format_quantity,
    format_time,
)

__all__ = [
    "LANGUAGES",
    "Language",
    "Worded",
    "error_text",
    "format_amount",
    "format_date",
    "format_datetime",
    "format_percent",
    "format_quantity",
    "format_time",
    "has",
    "problem_text",
    "text",
]

# Names only: no attribute, index or format specification can be reached from a translation or from a value.
_PARAMETER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_UNKNOWN = "?"


class Worded(Protocol):
    """What a sentence can be made of: ``errors.Problem``, ``wire.outcomes.ProblemLine`` and their like."""

    @property
    def code(self) -> str: ...

    @property
    def params(self) -> Mapping[str, object]: ...


def text(code: str, language: Language, /, **params: object) -> str:
    """Return the sentence of ``code`` with ``params`` put in as plain text.

    An integer parameter ``n`` chooses the plural form where the sentence has several. A parameter that is
    itself the code of a term (``term.…``) is worded, a list is worded entry by entry; an unknown one
    (``None``) shows ``?``, and so does one that was not given at all, which is a fault and logged. A
    parameter that is the name of some data (a unit, a person) may come with its English name beside it, as
    ``unit`` with ``unit_en``: English shows that one where it is not empty. A code
    without text comes back as ``‹code›`` and is logged once; nothing is raised.
    """
    return _filled(code, language, params)


def has(code: str, language: Language) -> bool:
    """Return whether ``code`` has text in ``language``."""
    return find(code, language) is not None


def problem_text(problem: Worded, language: Language) -> str:
    """Return the sentence of one problem of a command, a row or a file."""
    return _filled(problem.code, language, problem.params)


def error_text(error: OrderDeskError, language: Language) -> str:
    """Return the sentence of an error, followed by those of the problems it carries, one a line."""
    problems: Iterable[Worded] = getattr(error, "problems", ())
    lines = [_filled(error.code, language, error.params)]
    lines.extend(problem_text(problem, language) for problem in problems)
    return "\n".join(lines)


def _filled(code: str, language: Language, params: Mapping[str, object]) -> str:
    count = params.get("n")
    sentence = template(code, language, count if isinstance(count, int) else None)

    def put_in(match: re.Match[str]) -> str:
        name = match[1]
        if name not in params and f"{name}_en" not in params:
            report_unfilled(code, name)
        return _worded(_chosen(name, params, language), language)

    filled = _PARAMETER.sub(put_in, sentence)
    if sentence.endswith(" "):  # it joins others
        return filled
    return filled.rstrip(" ")  # a detail that is empty stands last


def _chosen(name: str, params: Mapping[str, object], language: Language) -> object:
    english = params.get(f"{name}_en") if language == "en" else None
    return english or params.get(name)


def _worded(value: object, language: Language) -> str:
    if value is None:
        return _UNKNOWN
    if isinstance(value, str):
        return (find(value, language) or value) if value.startswith("term.") else value
    if isinstance(value, bool):
        return template("term.yes" if value else "term.no", language)
    if isinstance(value, Decimal):
        return values.plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return ("、" if language == "zh" else ", ").join(_worded(entry, language) for entry in value)
    return str(value)
