"""Finds the sentence of a code: one gettext catalogue per language and domain, loaded when first asked.

The domain is the part of a code before its first dot: ``problem.line.quantity.missing`` is in ``problem.mo``.
"""

from __future__ import annotations

import gettext
import logging
from functools import cache
from typing import Final, Literal

from orderdesk import paths

Language = Literal["en", "zh"]
LANGUAGES: Final[tuple[Language, ...]] = ("en", "zh")

_log = logging.getLogger(__name__)


@cache
def catalogue(domain: str, language: Language) -> gettext.NullTranslations:
    """Return the catalogue of one domain; without its file an empty one, so that each code shows itself."""
    file = paths.resources_dir() / "translations" / language / "LC_MESSAGES" / f"{domain}.mo"
    try:
        with file.open("rb") as stream:
            return gettext.GNUTranslations(stream)
    except FileNotFoundError:
        return gettext.NullTranslations()


@cache
def report_missing(code: str, language: Language) -> None:
    """Log a missing code at its first use only, so that a table of rows does not flood the log."""
    _log.error("no text for code %s in language %s", code, language)


@cache
def report_unfilled(code: str, name: str) -> None:
    """Log a parameter that a sentence has and its user did not give, at its first use only."""
    _log.error("no value for {%s} of code %s", name, code)


def find(code: str, language: Language, count: int | None = None) -> str | None:
    """Return the unfilled sentence of ``code`` in the plural form for ``count``, or None without text."""
    texts = catalogue(code.partition(".")[0], language)
    if count is not None:
        found = texts.ngettext(code, code, count)
        if found != code:
            return found
    found = texts.gettext(code)
    if found == code:
        # A sentence with plural forms, asked for without a number: Pythons before 3.11.5 do not look there.
        found = texts.ngettext(code, code, 1)
    return None if found == code else found


def template(code: str, language: Language, count: int | None = None) -> str:
    """Return the unfilled sentence of ``code``; a missing one is logged and shown as ``‹code›``."""
    found = find(code, language, count)
    if found is None:
        report_missing(code, language)
        return f"‹{code}›"
    return found
