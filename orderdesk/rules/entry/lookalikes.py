"""Texts that a typed code may have been meant to be: signs taken for one another, or one slip of a finger."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import Final

# Signs that are taken for one another on paper and by ear.
_ALIKE: Final = ("0OQD", "1IL", "2Z", "5S", "8B", "6G", "UV", "MN")
_SIGNS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-./"
_MOST_VARIANTS: Final = 256
LONGEST: Final = 24  # of a text that is looked at; it bounds the time


def nearest(text: str, is_known: Callable[[str], bool], limit: int = 3) -> tuple[str, ...]:
    """Return at most ``limit`` known texts that ``text`` (in capitals) may have been meant to be, best first.

    First those that only differ in signs that look alike, then those that are one wrong, swapped, missing or
    extra sign away. Asks ``is_known`` some thousand times at most, whatever the number of codes.
    """
    if not 2 <= len(text) <= LONGEST:
        return ()
    seen = {text}
    found: list[str] = []
    for variant in _variants(text):
        if variant in seen:
            continue
        seen.add(variant)
        if is_known(variant):
            found.append(variant)
            if len(found) == limit:
                break
    return tuple(found)


def _variants(text: str) -> Iterator[str]:
    groups = [next((group for group in _ALIKE if sign in group), sign) for sign in text]
    yield from ("".join(signs) for signs in islice(product(*groups), _MOST_VARIANTS))
    for at in range(1, len(text)):
        yield text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :]
    for at, sign in product(range(len(text)), _SIGNS):
        yield text[:at] + sign + text[at + 1 :]
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]
    for at, sign in product(range(len(text) + 1), _SIGNS):
        yield text[:at] + sign + text[at:]
