"""Pinyin of texts that are not stored with their readings: words of the program, names of people.

From a table that comes with the program, so that nothing is loaded for it at a key press. Names of customers
and goods have their readings stored with them (``services/readings.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, product

from orderdesk import paths

_MOST = 8  # combinations of a text


def quick_readings(text: str) -> tuple[str, ...]:
    """Return whole pinyin and initials of the Chinese in ``text``, without tones; nothing where it has none.

    Characters of several readings give several; one that the table does not know is passed over.
    """
    table = _table()
    readings = [table[character] for character in text if character in table]
    return tuple(dict.fromkeys(_spelled(readings))) if readings else ()


def _spelled(readings: list[tuple[str, ...]]) -> Iterator[str]:
    for syllables in islice(product(*readings), _MOST):
        yield "".join(syllables)
        yield "".join(syllable[0] for syllable in syllables)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in (paths.resources_dir() / "pinyin.txt").read_text(encoding="utf-8").splitlines():
        reading, _, characters = line.partition(" ")
        if reading.isalpha():
            for character in characters:
                table[character] = (*table.get(character, ()), reading)
    return table
