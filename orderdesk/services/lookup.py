"""Look-up while typing: completion lists and Enter over everything a desk knows, from memory (ux, 2.3).

An index is built once from plain entries and never changes; ``replaced`` and ``without`` return a new one
that shares it. Nothing is read from the store here, so the answer belongs to the text in the box right now.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Generic, TypeVar

from orderdesk.services.lookup_block import Block, ExactKind, Query

K = TypeVar("K", bound=Hashable)


class Rank(IntEnum):
    """Why a row is in the list; the smaller, the higher it stands."""

    EXACT_CODE = 0
    EXACT = 1  # a whole number, name or reading
    RECENT = 2  # any match among the caller's own recent ones
    NUMBER_TAIL = 3  # the last four or more digits of a phone or another number
    CODE_START = 4
    READING_START = 5  # pinyin or its initials
    WORD_START = 6
    INSIDE = 7


@dataclass(frozen=True, slots=True)
class LookupEntry(Generic[K]):
    """What can be found, and by what. ``weight`` is how often it is used: it decides between equals."""

    key: K
    code: str
    names: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()  # pinyin and initials; blanks part several in one text
    numbers: tuple[str, ...] = ()  # phones, barcodes, tax number, the customer's own numbers
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Match(Generic[K]):
    """One row of a completion list. ``exact``: what is typed is all of its code, number, name or reading."""

    key: K
    rank_class: Rank
    exact: bool


class LookupIndex(Generic[K]):
    """An immutable index over entries with different keys."""

    def __init__(self, entries: Iterable[LookupEntry[K]], *, in_order: bool = False) -> None:
        """Build it. Entries ``in_order`` of weight and ``folded_code`` need not all be there at once."""
        self._base = Block(entries, in_order=in_order)
        self._entries: dict[K, LookupEntry[K]] = {}  # those that were replaced since, or are new
        self._changed: Block[K] = Block(())
        self._gone: frozenset[K] = frozenset()  # keys in the base that no longer count

    def __len__(self) -> int:
        return len(self._base) + len(self._changed) - len(self._gone)

    def replaced(self, *entries: LookupEntry[K]) -> LookupIndex[K]:
        """Return an index in which ``entries`` stand for those with their keys, or are new.

        Costs grow with the entries replaced since the index was built, not with the index; after some
        thousands build anew.
        """
        return self._with(self._entries | {entry.key: entry for entry in entries}, self._gone)

    def without(self, *keys: K) -> LookupIndex[K]:
        """Return an index in which nothing has one of ``keys``."""
        kept = {key: entry for key, entry in self._entries.items() if key not in keys}
        return self._with(kept, self._gone.union(keys))

    def _with(self, entries: dict[K, LookupEntry[K]], gone: Iterable[K]) -> LookupIndex[K]:
        index = LookupIndex.__new__(LookupIndex)
        index._base = self._base
        index._entries = entries
        index._changed = Block(entries.values())
        index._gone = frozenset(key for key in (*gone, *entries) if key in self._base)
        return index

    @property
    def replacements(self) -> int:
        """How many entries were replaced, taken out or new since the index was built."""
        return len(self._gone.union(self._entries))

    def search(
        self, text: str, limit: int = 20, boost: Mapping[K, int] | None = None
    ) -> tuple[Match[K], ...]:
        """Return at most ``limit`` rows for what is typed, best first: by rank, then weight, then code.

        Case, width and accents do not matter; of several words all must be found. ``boost`` gives the
        caller's recent keys (0 is the most recent): where they match they stand above all but exact matches.
        Nothing typed finds the recent ones, then the heaviest.
        """
        query = Query(text)
        recent: Mapping[K, int] = {} if boost is None else boost
        found: list[tuple[tuple[int, int, int, str], Match[K]]] = []
        for block, gone in ((self._base, self._gone), (self._changed, frozenset[K]())):
            for rank, order in self._ranked(block, gone, query, limit, recent):
                key = block.key(order)
                place = recent[key] if rank is Rank.RECENT else 0
                is_exact = rank <= Rank.EXACT
                found.append(
                    ((rank, place, -block.weight(order), block.code(order)), Match(key, rank, is_exact))
                )
        found.sort(key=lambda pair: pair[0])
        return tuple(match for _, match in found[:limit])

    def _ranked(
        self, block: Block[K], gone: frozenset[K], query: Query, limit: int, recent: Mapping[K, int]
    ) -> Iterable[tuple[Rank, int]]:
        """Yield rank and place of each row of one block, at most ``limit`` of them, none twice."""
        seen = {order for order in map(block.order, gone) if order is not None}
        left = limit
        for rank, orders in (
            (Rank.EXACT_CODE, block.exact_of("code", query)),
            (Rank.EXACT, block.exact(query)),
            (Rank.RECENT, block.matching(query, recent)),
            (Rank.NUMBER_TAIL, block.number_tails(query)),
            (Rank.CODE_START, block.code_starts(query)),
            (Rank.READING_START, block.reading_starts(query)),
            (Rank.WORD_START, block.word_starts(query)),
            (Rank.INSIDE, block.inside(query)),
        ):
            for order in orders:
                if left == 0:
                    return
                if order not in seen:
                    seen.add(order)
                    left -= 1
                    yield rank, order

    def whole(self, text: str) -> Iterator[tuple[ExactKind, frozenset[K]]]:
        """Yield the keys for which ``text`` is the whole code, then number, name, reading."""
        query = Query(text)
        for kind in Block.EXACT_KINDS:
            kept = {self._base.key(order) for order in self._base.exact_of(kind, query)} - self._gone
            changed = (self._changed.key(order) for order in self._changed.exact_of(kind, query))
            yield kind, frozenset((*kept, *changed))

    def exact_or_unique(self, text: str) -> K | None:
        """Return the key that Enter takes for what is typed, or None where the clerk must choose.

        A whole code wins over a whole number, that over a whole name, that over a whole reading; each only
        where one entry has it. Else the only match there is. What is exact is answered from a table.
        """
        if not Query(text).text:
            return None
        for _, keys in self.whole(text):
            if keys:
                return next(iter(keys)) if len(keys) == 1 else None
        matches = self.search(text, limit=2)
        return matches[0].key if len(matches) == 1 else None
