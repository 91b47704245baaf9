"""The words of one paper while it is laid out: labels, cleaned texts, and what could not be printed whole."""

from __future__ import annotations

import re
from decimal import Decimal

from orderdesk import values
from orderdesk.errors import Problem
from orderdesk.printing import fonts
from orderdesk.printing.documents import Labels
from orderdesk.printing.texts import Style, Wrapped, wrap

_PARAMETER = re.compile(r"\{([a-z]+)\}")
_SHOWN_OF_SHORTENED = 24


class Wording:
    """Collects warnings on the way; one is made for each paper."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._missing: set[str] = set()
        self._shortened: dict[str, None] = {}

    def first(self, code: str, **params: object) -> str:
        """Return the label of ``code`` in the paper's first language."""
        return self._filled(self._labels.first[code], params)

    def second(self, code: str, **params: object) -> str:
        """Return the label in the second language, empty on a paper with one."""
        return self._filled(self._labels.second[code], params) if self._labels.second else ""

    def joined(self, code: str, separator: str = " ", **params: object) -> str:
        """Return both languages in one line."""
        return separator.join(filter(None, (self.first(code, **params), self.second(code, **params))))

    def clean(self, text: str) -> str:
        """Return ``text`` as one line that can be drawn."""
        return fonts.printable(text, self._missing)

    def wrapped(self, text: str, style: Style, width: float, max_lines: int) -> tuple[str, ...]:
        """Return ``text`` cleaned and broken into lines."""
        cleaned = self.clean(text)
        result: Wrapped = wrap(cleaned, style, width, max_lines)
        if result.is_shortened:
            self._shortened[cleaned[:_SHOWN_OF_SHORTENED]] = None
        return result.lines

    def warnings(self) -> tuple[Problem, ...]:
        """Return what the paper does not show as given; the ``document`` catalogue has the sentences."""
        found: list[Problem] = []
        if self._missing:
            signs = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in sorted(self._missing))
            found.append(
                Problem("document.warning.glyph_missing", params={"characters": signs}, severity="warn")
            )
        found.extend(
            Problem("document.warning.shortened", params={"text": text}, severity="warn")
            for text in self._shortened
        )
        return tuple(found)

    def _filled(self, template: str, params: dict[str, object]) -> str:
        # One pass, so that a person named "{time}" stays that person.
        text = _PARAMETER.sub(lambda match: str(params.get(match[1], match[0])), template)
        return self.clean(text)


def quantity_text(value: Decimal) -> str:
    """Return a quantity with thousands grouped and only the decimals it has: ``1,200``, ``12.5``."""
    return _grouped(values.plain(value))


def price_text(value: Decimal, currency: str) -> str:
    """Return a unit price with the decimals of ``currency``, or up to 4 where it has more."""
    whole, _, decimals = values.plain(value).partition(".")
    return _grouped(f"{whole}.{decimals.ljust(values.minor_digits(currency), '0')}".rstrip("."))


def amount_text(value: Decimal, currency: str) -> str:
    """Return an amount with exactly the decimals of ``currency``."""
    return _grouped(format(values.round_amount(value, currency), "f"))


def money_text(value: Decimal, currency: str) -> str:
    """Return an amount with its currency before it: ``¥1,200.00``, ``USD 1,200.00``."""
    return f"{'¥' if currency == 'CNY' else currency + ' '}{amount_text(value, currency)}"


def _grouped(text: str) -> str:
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, decimals = digits.partition(".")
    return f"{sign}{int(whole):,}{point}{decimals}"
