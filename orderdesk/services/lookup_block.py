"""One built part of a look-up index: two texts with all that can be found, and sorted places in them.

Entries stand in the order in which equals are shown (weight, then code), so the first hits of a scan are the
best and it can stop there. Latin text and the rest lie in two strings: a query without Chinese never scans
Chinese names. Nothing is kept as an object of its own: what begins with something, or is the whole of it, is
found by halving the sorted places (ADR 0019).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from orderdesk.rules.entry.folding import fold_key
from orderdesk.services.columns import Index, Texts, index_of

if TYPE_CHECKING:
    from orderdesk.services.lookup import LookupEntry

K = TypeVar("K", bound=Hashable)

ExactKind = Literal["code", "number", "name", "reading"]
_Kind = Literal["code", "number", "name", "reading", "word"]

_KINDS: tuple[_Kind, ...] = ("code", "number", "name", "reading", "word")
_WORD = re.compile(r"[^\W_]+")
_NOT_DIGIT = re.compile(r"[^0-9]")
_PHONE_LIKE = re.compile(r"[-+() 0-9]+")
_LATIN_RUN = re.compile(r"[\x20-\x7e]+")
_SHORTEST_TAIL = 4
_AT_ONCE = 8_192  # texts that are joined at once
_END = "\0"  # after each text: nothing sorts below it, and no text has it


class Query:
    """What was typed, folded once: its text, its words, and its digits where a number can end in them."""

    __slots__ = ("tail", "text", "words")

    def __init__(self, typed: str) -> None:
        self.text = _plain(typed)
        self.words = sorted(self.text.split(), key=len, reverse=True)  # the longest is the rarest
        digits = _NOT_DIGIT.sub("", self.text) if _PHONE_LIKE.fullmatch(self.text) else ""
        self.tail = digits if len(digits) >= _SHORTEST_TAIL else ""


class _Writer:
    """Writes texts one after the other and notes the places where something begins."""

    def __init__(self) -> None:
        self._joined: list[str] = []
        self._written: list[str] = []
        self._end = 0
        self._places: dict[_Kind, array[int]] = {}
        self._orders: dict[_Kind, array[int]] = {}
        self.starts = array("I", [0])  # of the entries

    def write(self, text: str) -> int:
        """Write a text and return its place."""
        place = self._end
        self._written.append(text)
        self._written.append(_END)
        self._end += len(text) + 1
        if len(self._written) >= _AT_ONCE:
            self._joined.append("".join(self._written))
            self._written.clear()
        return place

    def note(self, kind: _Kind, place: int) -> None:
        """Note that something begins at a place of the entry that is being written."""
        self._places.setdefault(kind, array("I")).append(place)
        self._orders.setdefault(kind, array("I")).append(len(self.starts) - 1)

    def end_entry(self) -> None:
        """Begin the next entry."""
        self.starts.append(self._end)

    def text(self) -> str:
        """Return all that was written."""
        text = "".join((*self._joined, *self._written))
        self._joined.clear()
        return text

    def beginnings(self, kind: _Kind, text: str) -> _Beginnings:
        """Return what was noted of a kind; ``text`` is all that was written."""
        return _Beginnings(text, self._places.pop(kind, array("I")), self._orders.pop(kind, array("I")))


class _Beginnings:
    """Places in a text, sorted by what begins there, with the order of the entry of each."""

    __slots__ = ("_orders", "_places", "_text")

    def __init__(self, text: str, places: array[int], orders: array[int]) -> None:
        self._text = text
        self._places, self._orders = array("I"), array("I")
        begun: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        for at, place in enumerate(places):
            begun[text[place]].append(at)
        for _, some in sorted(begun.items()):  # by first signs: all at once would be all texts once more
            found = {at: text[places[at] : text.index(_END, places[at])] for at in some}
            for at in sorted(some, key=found.__getitem__):  # equal ones stay in their order
                self._places.append(places[at])
                self._orders.append(orders[at])

    def of(self, beginning: str) -> array[int]:
        """Return the orders of what begins so, sorted by the whole texts, some twice."""
        text, length = self._text, len(beginning)

        def begins(place: int) -> str:
            return text[place : place + length]

        low = bisect_left(self._places, beginning, key=begins)
        return self._orders[low : bisect_right(self._places, beginning, lo=low, key=begins)]

    def whole(self, text: str) -> array[int]:
        """Return the orders of what is just this text, smallest first, some twice."""
        return self.of(text + _END)


class _Text:
    """Half of what can be found: a text to scan, the place where each entry begins, and the beginnings."""

    def __init__(self, writer: _Writer) -> None:
        self._starts = writer.starts
        self._text = writer.text()
        self._beginnings = {kind: writer.beginnings(kind, self._text) for kind in _KINDS}

    def beginnings(self, kind: _Kind) -> _Beginnings:
        """Return the places where texts of a kind begin."""
        return self._beginnings[kind]

    def scan(self, part: str) -> Iterator[int]:
        """Yield the orders of the entries that have ``part``, smallest first, each once."""
        place = self._text.find(part)
        while place >= 0:
            order = bisect_right(self._starts, place) - 1
            yield order
            place = self._text.find(part, self._starts[order + 1])

    def next(self, part: str, order: int) -> int | None:
        """Return the first entry from ``order`` on that has ``part``; ``None`` where none has."""
        place = self._text.find(part, self._starts[order]) if order < len(self._starts) - 1 else -1
        return None if place < 0 else bisect_right(self._starts, place) - 1

    def has(self, order: int, part: str) -> bool:
        """Return whether an entry has ``part``."""
        return self._text.find(part, self._starts[order], self._starts[order + 1]) >= 0


class Block(Generic[K]):
    """An immutable set of entries, found by their texts. Answers are orders: the places of entries here."""

    EXACT_KINDS: ClassVar[tuple[ExactKind, ...]] = ("code", "number", "name", "reading")

    def __init__(self, entries: Iterable[LookupEntry[K]], *, in_order: bool = False) -> None:
        """Write entries; those ``in_order`` of weight and folded code as they come, so that few are there."""
        latin, wide, tails = _Writer(), _Writer(), _Writer()
        keys, weights, codes = list[K](), array("q"), list[str]()
        for entry in entries if in_order else sorted(entries, key=_place):
            keys.append(entry.key)
            weights.append(entry.weight)
            codes.append(_plain(entry.code))
            _write(entry, latin, wide, tails)
        self._keys: Index[K] = index_of(keys)
        self._weights = weights
        self._codes = Texts(codes)
        del keys, codes
        self._latin, self._wide = _Text(latin), _Text(wide)
        self._tails = tails.beginnings("number", tails.text())

    def __len__(self) -> int:
        return len(self._keys)

    def __contains__(self, key: object) -> bool:
        return self._keys.row(key) is not None

    def order(self, key: K) -> int | None:
        """Return the place of the entry with ``key``."""
        return self._keys.row(key)

    def key(self, order: int) -> K:
        """Return the key of an entry."""
        return self._keys[order]

    def weight(self, order: int) -> int:
        """Return how often an entry is used."""
        return self._weights[order]

    def code(self, order: int) -> str:
        """Return the folded code of an entry: what equals are sorted by."""
        return self._codes[order]

    def exact_of(self, kind: ExactKind, query: Query) -> Sequence[int]:
        """Return the entries whose code, number, name or reading is the whole of what was typed."""
        return self._half(query.text).beginnings(kind).whole(query.text)

    def exact(self, query: Query) -> Iterator[int]:
        """Yield the entries of which the typed text is a whole text, codes first."""
        for kind in self.EXACT_KINDS:
            yield from self.exact_of(kind, query)

    def matching(self, query: Query, recent: Mapping[K, int]) -> Iterator[int]:
        """Yield those of ``recent`` that match in any way, most recent first."""
        for key in sorted(recent, key=recent.__getitem__):
            order = self._keys.row(key)
            if order is not None and self._has_all(order, query.words):
                yield order

    def number_tails(self, query: Query) -> Iterator[int]:
        """Yield the entries with a number that ends in the typed digits."""
        return _smallest_first(self._tails.of(query.tail[::-1])) if query.tail else iter(())

    def code_starts(self, query: Query) -> Iterator[int]:
        """Yield the entries whose code begins with the typed text; all of them if there is none."""
        return self._starts("code", query) if query.text else iter(range(len(self)))

    def reading_starts(self, query: Query) -> Iterator[int]:
        """Yield the entries with a reading that begins with the typed text."""
        return self._starts("reading", query)

    def word_starts(self, query: Query) -> Iterator[int]:
        """Yield the entries with a name in which a word begins with the typed text."""
        return self._starts("word", query)

    def inside(self, query: Query) -> Iterator[int]:
        """Yield the entries that have each typed word somewhere."""
        if not query.words:
            return
        longest, *others = query.words
        if not others:
            yield from self._half(longest).scan(longest)
            return
        # Each word leaps to where another one comes next: as many steps as the rarest of them has places.
        sought = [(self._half(word), word) for word in query.words]
        order = 0
        while True:
            nearest = order
            for half, word in sought:
                found = half.next(word, nearest)
                if found is None:
                    return
                nearest = found
            if nearest == order:
                yield order
                order += 1
            else:
                order = nearest

    def _starts(self, kind: _Kind, query: Query) -> Iterator[int]:
        found = self._wide.beginnings(kind).of(query.text)
        if query.text.isascii():
            found = self._latin.beginnings(kind).of(query.text) + found
        return _smallest_first(found)

    def _has_all(self, order: int, words: Iterable[str]) -> bool:
        return all(self._half(word).has(order, word) for word in words)

    def _half(self, text: str) -> _Text:
        """Return where a text is: Latin runs of what is not all Latin are in both."""
        return self._latin if text.isascii() else self._wide


def folded_code(code: str) -> str:
    """Return a code as equals are sorted by it."""
    return _plain(code)


def _place(entry: LookupEntry[K]) -> tuple[int, str]:
    return -entry.weight, _plain(entry.code)


def _write(entry: LookupEntry[K], latin: _Writer, wide: _Writer, tails: _Writer) -> None:
    """Write all that an entry is found by; what is not all Latin goes to ``wide``, its Latin runs to both."""
    runs: list[str] = []

    def write(kind: _Kind, text: str) -> tuple[_Writer, int]:
        half = latin if text.isascii() else wide
        place = half.write(text)
        half.note(kind, place)
        if half is wide:
            runs.extend(_LATIN_RUN.findall(text))
        return half, place

    write("code", _plain(entry.code))
    for reading in entry.readings:
        for word in _plain(reading).split():
            write("reading", word)
    for number in (form for text in entry.numbers if text for form in _number_forms(text)):
        write("number", number)
        if number.isdecimal():
            tails.note("number", tails.write(number[::-1]))
    for name in map(_plain, filter(None, entry.names)):
        half, place = write("name", name)
        for start in _word_starts(name):
            half.note("word", place + start)
    for run in runs:
        latin.write(run)
    for half in (latin, wide, tails):
        half.end_entry()


def _smallest_first(orders: array[int]) -> Iterator[int]:
    """Yield orders, smallest first, some twice. A heap, because few of many are asked for."""
    heap = orders.tolist()
    heapify(heap)
    while heap:
        yield heappop(heap)


def _plain(text: str) -> str:
    """Return a text as it is compared: folded, and without accents, which nobody types on the phone."""
    folded = fold_key(text)
    if folded.isascii():
        return folded.replace(_END, "")
    parts = unicodedata.normalize("NFKD", folded)
    plain = unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
    return plain.replace(_END, "")


def _number_forms(number: str) -> tuple[str, ...]:
    """Return a number as written and, where it has more than digits, the digits alone (``021-5566``)."""
    folded = _plain(number)
    digits = _NOT_DIGIT.sub("", folded)
    return (folded,) if digits == folded or len(digits) < _SHORTEST_TAIL else (folded, digits)


def _word_starts(name: str) -> Sequence[int]:
    """Return where the words of a name begin: from each of them on, a typed ``oak ta`` is a start, too."""
    if name.isalnum():  # one word, as most Chinese names are
        return (0,)
    return [word.start() for word in _WORD.finditer(name)]
