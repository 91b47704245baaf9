"""One built part of a look-up index: tables for whole texts, sorted lists for beginnings, strings to scan.

Entries stand in the order in which equals are shown (weight, then code), so the first hits of a scan are the
best and it can stop there. Latin text and the rest lie in two strings: a query without Chinese never scans
Chinese names.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from orderdesk.rules.entry.folding import fold_key

if TYPE_CHECKING:
    from orderdesk.services.lookup import LookupEntry

K = TypeVar("K", bound=Hashable)

ExactKind = Literal["code", "number", "name", "reading"]

_WORD = re.compile(r"[^\W_]+")
_NOT_DIGIT = re.compile(r"[^0-9]")
_PHONE_LIKE = re.compile(r"[-+() 0-9]+")
_LATIN_RUN = re.compile(r"[\x20-\x7e]+")
_SHORTEST_TAIL = 4
_LAST_CHARACTER = "\U0010ffff"
_BETWEEN_TEXTS = "\x1f"
_BETWEEN_ENTRIES = "\n"


class Query:
    """What was typed, folded once: its text, its words, and its digits where a number can end in them."""

    __slots__ = ("tail", "text", "words")

    def __init__(self, typed: str) -> None:
        self.text = _plain(typed)
        self.words = sorted(self.text.split(), key=len, reverse=True)  # the longest is the rarest
        digits = _NOT_DIGIT.sub("", self.text) if _PHONE_LIKE.fullmatch(self.text) else ""
        self.tail = digits if len(digits) >= _SHORTEST_TAIL else ""


class _Starts:
    """Finds the orders of all texts with a given beginning."""

    def __init__(self, pairs: list[tuple[str, int]]) -> None:
        pairs.sort()
        self._texts = [text for text, _ in pairs]
        self._orders = array("l", [order for _, order in pairs])

    def of(self, beginning: str) -> Iterator[int]:
        """Yield orders, smallest first, some twice. A heap, because few of many are asked for."""
        low = bisect_left(self._texts, beginning)
        high = bisect_right(self._texts, beginning + _LAST_CHARACTER, lo=low)
        orders = self._orders[low:high].tolist()
        heapify(orders)
        while orders:
            yield heappop(orders)


class _Scan:
    """The texts of all entries in one string, with the place where each entry begins."""

    def __init__(self, texts: list[str]) -> None:
        self._starts = array("l", [0])
        place = 0
        for text in texts:
            place += len(text) + 1
            self._starts.append(place)
        self._text = _BETWEEN_ENTRIES.join(texts) + _BETWEEN_ENTRIES

    def of(self, part: str) -> Iterator[int]:
        """Yield the orders of the entries that have ``part``, smallest first, each once."""
        place = self._text.find(part)
        while place >= 0:
            order = bisect_right(self._starts, place) - 1
            yield order
            place = self._text.find(part, self._starts[order + 1])

    def has(self, order: int, part: str) -> bool:
        """Return whether an entry has ``part``."""
        return self._text.find(part, self._starts[order], self._starts[order + 1]) >= 0


class Block(Generic[K]):
    """An immutable set of entries, found by their texts. Answers are orders: places in ``entries``."""

    EXACT_KINDS: ClassVar[tuple[ExactKind, ...]] = ("code", "number", "name", "reading")

    def __init__(self, entries: Iterable[LookupEntry[K]]) -> None:
        self.entries = sorted(entries, key=lambda entry: (-entry.weight, _plain(entry.code)))
        self._orders = {entry.key: order for order, entry in enumerate(self.entries)}
        self._exact: dict[ExactKind, dict[str, int | list[int]]] = {kind: {} for kind in self.EXACT_KINDS}
        self._codes: list[str] = []
        self._build()

    def _build(self) -> None:
        starts: dict[str, list[tuple[str, int]]] = {"code": [], "reading": [], "word": [], "tail": []}
        latin: list[str] = []
        wide: list[str] = []
        once = dict[str, str]().setdefault  # many goods share their words: each text is kept once
        for order, entry in enumerate(self.entries):
            code = _plain(entry.code)
            names = [once(name, name) for name in map(_plain, filter(None, entry.names))]
            readings = [once(word, word) for text in entry.readings for word in _plain(text).split()]
            numbers = [number for text in entry.numbers if text for number in _number_forms(text)]
            self._codes.append(code)
            for kind, texts in zip(self.EXACT_KINDS, ((code,), numbers, names, readings), strict=True):
                for text in texts:
                    _add(self._exact[kind], text, order)
            starts["code"].append((code, order))
            starts["reading"].extend((reading, order) for reading in readings)
            starts["word"].extend((once(word, word), order) for name in names for word in _word_starts(name))
            starts["tail"].extend((number[::-1], order) for number in numbers if number.isdecimal())
            texts = [code, *readings, *numbers, *names]
            others = [text for text in texts if not text.isascii()]
            runs = [run for text in others for run in _LATIN_RUN.findall(text)]
            latin.append(_BETWEEN_TEXTS.join([text for text in texts if text.isascii()] + runs))
            wide.append(_BETWEEN_TEXTS.join(others))
        self._code_starts = _Starts(starts["code"])
        self._reading_starts = _Starts(starts["reading"])
        self._word_starts = _Starts(starts["word"])
        self._tails = _Starts(starts["tail"])
        self._latin = _Scan(latin)
        self._wide = _Scan(wide)

    def __len__(self) -> int:
        return len(self.entries)

    def __contains__(self, key: object) -> bool:
        return key in self._orders

    def order(self, key: K) -> int | None:
        """Return the place of the entry with ``key``."""
        return self._orders.get(key)

    def entry(self, key: K) -> LookupEntry[K] | None:
        """Return the entry with ``key``."""
        order = self._orders.get(key)
        return None if order is None else self.entries[order]

    def code(self, order: int) -> str:
        """Return the folded code of an entry: what equals are sorted by."""
        return self._codes[order]

    def exact_of(self, kind: ExactKind, query: Query) -> Sequence[int]:
        """Return the entries whose code, number, name or reading is the whole of what was typed."""
        found = self._exact[kind].get(query.text, ())
        return (found,) if isinstance(found, int) else found

    def exact(self, query: Query) -> Iterator[int]:
        """Yield the entries of which the typed text is a whole text, codes first."""
        for kind in self.EXACT_KINDS:
            yield from self.exact_of(kind, query)

    def matching(self, query: Query, recent: Mapping[K, int]) -> Iterator[int]:
        """Yield those of ``recent`` that match in any way, most recent first."""
        for key in sorted(recent, key=recent.__getitem__):
            order = self._orders.get(key)
            if order is not None and self._has_all(order, query.words):
                yield order

    def number_tails(self, query: Query) -> Iterator[int]:
        """Yield the entries with a number that ends in the typed digits."""
        return self._tails.of(query.tail[::-1]) if query.tail else iter(())

    def code_starts(self, query: Query) -> Iterator[int]:
        """Yield the entries whose code begins with the typed text; all of them if there is none."""
        return self._code_starts.of(query.text) if query.text else iter(range(len(self.entries)))

    def reading_starts(self, query: Query) -> Iterator[int]:
        """Yield the entries with a reading that begins with the typed text."""
        return self._reading_starts.of(query.text)

    def word_starts(self, query: Query) -> Iterator[int]:
        """Yield the entries with a name in which a word begins with the typed text."""
        return self._word_starts.of(query.text)

    def inside(self, query: Query) -> Iterator[int]:
        """Yield the entries that have each typed word somewhere."""
        if not query.words:
            return
        longest, *others = query.words
        for order in (self._latin if longest.isascii() else self._wide).of(longest):
            if not others or self._has_all(order, others):
                yield order

    def _has_all(self, order: int, words: Iterable[str]) -> bool:
        return all((self._latin if word.isascii() else self._wide).has(order, word) for word in words)


def _plain(text: str) -> str:
    """Return a text as it is compared: folded, and without accents, which nobody types on the phone."""
    folded = fold_key(text)
    if folded.isascii():
        return folded
    parts = unicodedata.normalize("NFKD", folded)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def _add(table: dict[str, int | list[int]], text: str, order: int) -> None:
    """Note that ``order`` has ``text``: one number where one has it, which saves most of the memory."""
    there = table.setdefault(text, order)
    if there == order:
        return
    if isinstance(there, int):
        table[text] = [there, order]
    elif there[-1] != order:  # orders come in their order
        there.append(order)


def _number_forms(number: str) -> tuple[str, ...]:
    """Return a number as written and, where it has more than digits, the digits alone (``021-5566``)."""
    folded = _plain(number)
    digits = _NOT_DIGIT.sub("", folded)
    return (folded,) if digits == folded or len(digits) < _SHORTEST_TAIL else (folded, digits)


def _word_starts(name: str) -> list[str]:
    """Return the rest of a name from each of its words on: a typed ``oak ta`` is a word start too."""
    if name.isalnum():  # one word, as most Chinese names are
        return [name]
    return [name[word.start() :] for word in _WORD.finditer(name)]
