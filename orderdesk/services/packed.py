"""Frozen facts kept as columns, seen as a mapping from keys to objects.

An object is made when it is asked for, and the last few thousand stay made: the lines of an order get the
same one again and again. Nothing here changes; ``replaced`` returns a mapping that shares all that stayed.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from collections.abc import (
    Callable,
    Collection,
    Hashable,
    ItemsView,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
    ValuesView,
)
from heapq import merge
from itertools import accumulate, chain, islice
from typing import Any, TypeVar, overload
from uuid import UUID

from orderdesk.services.columns import Column, Decimals, IdColumn, Ids, Index, MakeColumn

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
T = TypeVar("T")

_MOST_MADE = 4_096  # objects that stay made: more than the longest order has lines
_MOST_ABOVE = 1_000  # amounts that lie above their columns
_AT_ONCE = 4_096


class Packed(Mapping[K, V]):
    """Values by key, made of columns when they are asked for, below those that were replaced since."""

    def __init__(self, index: Index[K]) -> None:
        self._index = index
        self._made: dict[K, V] = {}  # of the columns, and shared with whoever shares them
        self._changed: dict[K, V] = {}
        self._gone: frozenset[K] = frozenset()

    @abstractmethod
    def _has(self, row: int) -> bool:
        """Return whether the columns have anything in a row."""

    @abstractmethod
    def _make(self, row: int, key: K) -> V:
        """Return what the columns have in a row."""

    def __getitem__(self, key: K) -> V:
        found = self.get(key)
        if found is None:
            raise KeyError(key)
        return found

    @overload
    def get(self, key: K, /) -> V | None: ...
    @overload
    def get(self, key: K, /, default: V | T) -> V | T: ...
    def get(self, key: K, /, default: Any = None) -> Any:
        """Return the value of a key, made now where nobody asked for it lately."""
        if self._changed and key in self._changed:
            return self._changed[key]
        if self._gone and key in self._gone:
            return default
        found = self._made.get(key)
        return self._made_now(key, default) if found is None else found

    def once(self, key: K) -> V | None:
        """Return the value of a key and do not keep it made: for work over everything."""
        if key in self._changed or key in self._gone:
            return self._changed.get(key)
        row = self._index.row(key)
        return None if row is None or not self._has(row) else self._make(row, key)

    def _made_now(self, key: K, default: Any) -> Any:
        made = self.once(key)
        if made is None:
            return default
        if len(self._made) >= _MOST_MADE:
            self._made.clear()
        self._made[key] = made
        return made

    def __contains__(self, key: object) -> bool:
        if key in self._changed:
            return True
        row = None if key in self._gone else self._index.row(key)
        return row is not None and self._has(row)

    def __iter__(self) -> Iterator[K]:
        return chain(map(self._index.__getitem__, self._rows()), self._changed)

    def __len__(self) -> int:
        return sum(1 for _ in self._rows()) + len(self._changed)

    def values(self) -> ValuesView[V]:
        """Return a view of all values; none of them stays made."""
        return _Values(self)

    def items(self) -> ItemsView[K, V]:
        """Return a view of all keys with their values."""
        return _Items(self)

    def _rows(self) -> Iterable[int]:
        """Yield the rows that nothing lies above."""
        above = {self._index.row(key) for key in chain(self._changed, self._gone)}
        return (row for row in range(len(self._index)) if self._has(row) and row not in above)

    def _pairs(self) -> Iterator[tuple[K, V]]:
        below = ((row, self._index[row]) for row in self._rows())
        return chain(((key, self._make(row, key)) for row, key in below), self._changed.items())

    @property
    def replacements(self) -> int:
        """How much lies above the columns: after some thousands everything is better read anew."""
        return len(self._changed) + len(self._gone)

    def replaced(self, changed: Mapping[K, V], gone: Collection[K] = ()) -> Packed[K, V]:
        """Return the same without ``gone``, and with ``changed`` in the place of what had their keys."""
        other: Packed[K, V] = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._changed = {key: one for key, one in self._changed.items() if key not in gone} | {**changed}
        other._gone = self._gone.union(gone).difference(changed)
        return other


class _Values(ValuesView[V]):
    """All values, made as they come."""

    _mapping: Packed[Any, V]

    def __iter__(self) -> Iterator[V]:
        return (value for _, value in self._mapping._pairs())


class _Items(ItemsView[K, V]):
    """The same with their keys."""

    _mapping: Packed[K, V]

    def __iter__(self) -> Iterator[tuple[K, V]]:
        return self._mapping._pairs()


class PackedRows(Packed[K, V]):
    """One object for each key: ``make`` takes the key, then the values of the columns.

    Where ``needed`` is named, only rows with a value in that column are there.
    """

    def __init__(
        self,
        index: Index[K],
        make: Callable[..., V],
        columns: Mapping[str, Column],
        needed: Column | None = None,
    ) -> None:
        super().__init__(index)
        self._of = make
        self._columns = columns
        self._fields = tuple(columns.values())
        self._needed = needed

    def _has(self, row: int) -> bool:
        return self._needed is None or self._needed[row] is not None

    def _make(self, row: int, key: K) -> V:
        return self._of(key, *[column[row] for column in self._fields])

    @property
    def index(self) -> Index[K]:
        """The keys of the columns: what is packed by the same keys can share it."""
        return self._index

    def each(self, field: str) -> Iterator[Any]:
        """Yield one field of all values; none is made for it."""
        column = self._columns[field]
        if not self.replacements and self._needed is None:
            return iter(column)
        below = (column[row] for row in self._rows())
        return chain(below, (getattr(one, field) for one in self._changed.values()))

    def in_order(self, field: str, place: Callable[[Any], Any]) -> Iterator[V]:
        """Yield all values by the ``place`` of one field; each is made as it comes."""
        column = self._columns[field]
        below = sorted((place(column[row]), row) for row in self._rows())
        made = (self._make(row, self._index[row]) for _, row in below)
        above = sorted(self._changed.values(), key=lambda one: place(getattr(one, field)))
        return merge(made, above, key=lambda one: place(getattr(one, field))) if above else made

    def having(self, field: str) -> Iterator[tuple[K, Any]]:
        """Yield the keys that have a value in one field, with it."""
        column = self._columns[field]
        below = ((self._index[row], column[row]) for row in self._rows() if column[row] is not None)
        above = ((key, getattr(one, field)) for key, one in self._changed.items())
        return chain(below, (pair for pair in above if pair[1] is not None))


class PackedGroups(Packed[K, tuple[V, ...]]):
    """Some objects, or none, for each key. ``rows`` says to which row of the index each belongs."""

    def __init__(
        self, index: Index[K], make: Callable[..., V], rows: Sequence[int], columns: Sequence[Column]
    ) -> None:
        super().__init__(index)
        self._of = make
        self._fields = columns
        counts = [0] * len(index)
        for row in rows:
            counts[row] += 1
        self._starts = array("I", accumulate(counts, initial=0))
        self._members = array("I", sorted(range(len(rows)), key=rows.__getitem__))

    def _has(self, row: int) -> bool:
        return self._starts[row] < self._starts[row + 1]

    def _make(self, row: int, key: K) -> tuple[V, ...]:
        members = self._members[self._starts[row] : self._starts[row + 1]]
        return tuple([self._of(key, *[column[at] for column in self._fields]) for at in members])


class PackedAmounts(PackedRows[K, V]):
    """Amounts that change all day: after some hundred changes the columns are copied, 8 bytes each."""

    def __init__(
        self, index: Index[K], make: Callable[..., V], columns: Mapping[str, Decimals], needed: str
    ) -> None:
        super().__init__(index, make, columns, columns[needed])
        self._amounts = columns
        self._name = needed

    def replaced(self, changed: Mapping[K, V], gone: Collection[K] = ()) -> Packed[K, V]:
        """Return the same with ``changed`` in place."""
        other = super().replaced(changed, gone)
        return other if other.replacements < _MOST_ABOVE else self._settled(other)

    def _settled(self, other: Packed[K, V]) -> Packed[K, V]:
        below = {key: row for key in other._changed if (row := self._index.row(key)) is not None}
        columns = {name: column.copied() for name, column in self._amounts.items()}
        for key, row in below.items():
            for name, column in columns.items():
                column.put(row, getattr(other._changed[key], name))
        settled = PackedAmounts(self._index, self._of, columns, self._name)
        settled._changed = {key: one for key, one in other._changed.items() if key not in below}
        settled._gone = other._gone
        return settled


def pack_rows(
    make: Callable[..., V], kinds: Mapping[str, MakeColumn], rows: Iterable[tuple[Any, ...]]
) -> PackedRows[UUID, V]:
    """Return rows packed by the kinds of their columns; each is an id and the values of the columns."""
    ids, columns = IdColumn(), {name: kind() for name, kind in kinds.items()}
    left = iter(rows)
    while some := tuple(islice(left, _AT_ONCE)):  # what has been packed can go
        for column, values in zip((ids, *columns.values()), zip(*some, strict=True), strict=True):
            column.extend(values)
    return PackedRows(Ids(ids), make, columns)


def each(rows: Mapping[K, V], field: str) -> Iterator[Any]:
    """Yield one field of all values of a mapping, packed or not, in no order."""
    if isinstance(rows, PackedRows):
        return rows.each(field)
    return (getattr(row, field) for row in rows.values())


def having(rows: Mapping[K, V], field: str) -> Iterator[tuple[K, Any]]:
    """Yield the keys that have a value in one field, with it."""
    if isinstance(rows, PackedRows):
        return rows.having(field)
    return ((key, getattr(row, field)) for key, row in rows.items() if getattr(row, field) is not None)


def in_order(rows: Mapping[K, V], field: str, place: Callable[[Any], Any]) -> Iterator[V]:
    """Yield all values of a mapping, packed or not, by the ``place`` of one field."""
    if isinstance(rows, PackedRows):
        return rows.in_order(field, place)
    return iter(sorted(rows.values(), key=lambda row: place(getattr(row, field))))


def once(rows: Mapping[K, V], key: K) -> V | None:
    """Return a value that is not kept made where it is packed: for work over everything."""
    return rows.once(key) if isinstance(rows, Packed) else rows.get(key)


def replacements(rows: Mapping[K, V]) -> int:
    """Return how much lies above the columns of a mapping, if it has any."""
    return rows.replacements if isinstance(rows, Packed) else 0


def replaced(rows: Mapping[K, V], changed: Mapping[K, V], gone: Collection[K] = ()) -> Mapping[K, V]:
    """Return a mapping, packed or not, without ``gone`` and with ``changed``."""
    if isinstance(rows, Packed):
        return rows.replaced(changed, gone)
    return {key: row for key, row in rows.items() if key not in gone} | {**changed}
