"""Phone numbers in running text: mobiles, landlines, service numbers, extensions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_COUNTRY: Final = r"(?<![0-9])(?:\+?(?:00)?86[- ]?)?"
_EXTENSION: Final = r"(?:(?:\s*(?:转|分机|ext\.?)\s*|-)([0-9]{1,6}))?"
_MOBILE = re.compile(
    rf"{_COUNTRY}(1[3-9][0-9])[- ]?([0-9]{{4}})[- ]?([0-9]{{4}})(?![0-9]){_EXTENSION}(?![0-9])"
)
_LANDLINE = re.compile(
    rf"{_COUNTRY}\(?(0[0-9]{{2,3}})\)?[- ]?([0-9]{{3,4}}[- ]?[0-9]{{4}})(?![0-9]){_EXTENSION}(?![0-9])"
)
_SERVICE = re.compile(r"(?<![0-9])([48]00)[- ]?([0-9]{3,4})[- ]?([0-9]{3,4})(?![0-9])")
_FOREIGN = re.compile(r"\+[0-9][-0-9 ]{7,16}[0-9](?![0-9])")
_FIGURES = re.compile(r"(?<![-0-9A-Za-z#])([0-9]{7,13})(?![-0-9A-Za-z号室弄栋幢楼])")


@dataclass(frozen=True, slots=True)
class Phone:
    """A number as it is written on papers; not ``is_certain``: some other figure may be meant."""

    number: str
    is_certain: bool = True


def take_phones(text: str, instead: str) -> tuple[tuple[Phone, ...], str]:
    """Return the numbers in ``text`` (certain ones first), and the text with ``instead`` in their places."""
    phones: list[Phone] = []

    def mobile(match: re.Match[str]) -> str:
        number = match[1] + match[2] + match[3]
        phones.append(Phone(f"{number}-{match[4]}" if match[4] else number))
        return instead

    def landline(match: re.Match[str]) -> str:
        number = f"{match[1]}-{re.sub('[- ]', '', match[2])}"
        phones.append(Phone(f"{number}-{match[3]}" if match[3] else number))
        return instead

    def service(match: re.Match[str]) -> str:
        phones.append(Phone("-".join(match.groups())))
        return instead

    def foreign(match: re.Match[str]) -> str:
        phones.append(Phone(re.sub(" +", " ", match[0])))
        return instead

    def figures(match: re.Match[str]) -> str:
        phones.append(Phone(match[1], is_certain=False))
        return instead

    for pattern, take in (
        (_MOBILE, mobile), (_LANDLINE, landline), (_SERVICE, service), (_FOREIGN, foreign),
        (_FIGURES, figures),
    ):  # fmt: skip
        text = pattern.sub(take, text)
    return tuple(phones), text
