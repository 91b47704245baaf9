"""Columns that hold the values of many rows in a few bytes each, and keys that find their row again.

A hundred thousand rows of objects are hundreds of megabytes; the same in columns are some ten (ADR 0019).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Context, Decimal
from itertools import accumulate, pairwise
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast
from uuid import UUID

K = TypeVar("K", bound=Hashable)
K_co = TypeVar("K_co", bound=Hashable, covariant=True)

_ID_BYTES = 16
_NO_NUMBER = -(2**63)
_EXACT = Context(prec=60)
_LARGEST = {"B": 2**8, "H": 2**16, "I": 2**32}


class Column(Protocol):
    """The values of one field, row by row."""

    def __getitem__(self, row: int, /) -> Any:
        """Return the value of a row."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the values of all rows."""


MakeColumn: TypeAlias = Callable[[Sequence[Any]], Column]


class Texts:
    """Texts of which most differ, in one string."""

    __slots__ = ("_starts", "_text")

    def __init__(self, texts: Sequence[str]) -> None:
        self._text = "".join(texts)
        self._starts = array("I", accumulate(map(len, texts), initial=0))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, row: int, /) -> str:
        return self._text[self._starts[row] : self._starts[row + 1]]

    def __iter__(self) -> Iterator[str]:
        text = self._text
        return (text[start:end] for start, end in pairwise(self._starts))


class Shared:
    """Values of which most are equal: each is kept once, and for each row a small number."""

    __slots__ = ("_numbers", "_values")

    def __init__(self, values: Iterable[Hashable]) -> None:
        known: dict[Hashable, int] = {}
        numbers = array("I", [known.setdefault(value, len(known)) for value in values])
        self._numbers = array(next(kind for kind, most in _LARGEST.items() if len(known) <= most), numbers)
        self._values = tuple(known)

    def __getitem__(self, row: int, /) -> Any:
        return self._values[self._numbers[row]]

    def __iter__(self) -> Iterator[Any]:
        return map(self._values.__getitem__, self._numbers)


class Decimals:
    """Amounts with one count of decimals, or none, in 8 bytes each."""

    __slots__ = ("_digits", "_wholes")

    def __init__(self, values: Iterable[Decimal | None], digits: int) -> None:
        self._digits = -digits
        self._wholes = array(
            "q", [_NO_NUMBER if one is None else int(one.scaleb(digits, _EXACT)) for one in values]
        )

    def __getitem__(self, row: int, /) -> Decimal | None:
        return self._read(self._wholes[row])

    def __iter__(self) -> Iterator[Decimal | None]:
        return map(self._read, self._wholes)

    def replaced(self, values: Mapping[int, Decimal]) -> Decimals:
        """Return the column with other values in some rows."""
        other = Decimals((), -self._digits)
        other._wholes = array("q", self._wholes)
        for row, value in values.items():
            other._wholes[row] = int(value.scaleb(-self._digits, _EXACT))
        return other

    def _read(self, whole: int) -> Decimal | None:
        return None if whole == _NO_NUMBER else Decimal(whole).scaleb(self._digits, _EXACT)


def prices(values: Iterable[Decimal | None]) -> Decimals:
    """Return a column of prices, as exact as the store has them."""
    return Decimals(values, 4)


def quantities(values: Iterable[Decimal | None]) -> Decimals:
    """Return a column of quantities, as exact as the store has them."""
    return Decimals(values, 3)


class IdColumn:
    """Ids in 16 bytes each."""

    __slots__ = ("_bytes",)

    def __init__(self, ids: Iterable[UUID]) -> None:
        self._bytes = b"".join([one.bytes for one in ids])

    def __len__(self) -> int:
        return len(self._bytes) // _ID_BYTES

    def __getitem__(self, row: int, /) -> UUID:
        return UUID(bytes=self._bytes[row * _ID_BYTES : (row + 1) * _ID_BYTES])

    def __iter__(self) -> Iterator[UUID]:
        return map(self.__getitem__, range(len(self)))


class Index(Protocol[K_co]):
    """The keys of all rows, and the row of each."""

    def __len__(self) -> int:
        """Return how many rows there are."""

    def __getitem__(self, row: int, /) -> K_co:
        """Return the key of a row."""

    def row(self, key: Any, /) -> int | None:
        """Return the row of a key."""


class _Table:
    """The row of each key, in 4 bytes a place."""

    __slots__ = ("_key_of", "_mask", "_places")

    def __init__(self, count: int, key_of: Callable[[int], Hashable]) -> None:
        size = 1 << (2 * count + 1).bit_length()  # at most half of it is taken
        self._mask = size - 1
        self._key_of = key_of
        self._places = array("I", bytes(4 * size))  # row + 1; 0: free
        for row in range(count):
            self._places[self._place(key_of(row))] = row + 1

    def row(self, key: Hashable) -> int | None:
        """Return the row of a key: the last one where several have it."""
        row = self._places[self._place(key)]
        return row - 1 if row else None

    def _place(self, key: Hashable) -> int:
        """Return the place with the row of ``key``, or the free one where it belongs."""
        place = hash(key) & self._mask
        while (row := self._places[place]) and self._key_of(row - 1) != key:
            place = place + 1 & self._mask
        return place


class Ids(IdColumn):
    """Different ids, and the row of each."""

    __slots__ = ("_table",)

    def __init__(self, ids: Iterable[UUID]) -> None:
        super().__init__(ids)
        self._table = _Table(len(self), self._key)

    def row(self, key: Any, /) -> int | None:
        """Return where an id stands."""
        return self._table.row(key.bytes) if isinstance(key, UUID) else None

    def _key(self, row: int) -> bytes:
        return self._bytes[row * _ID_BYTES : (row + 1) * _ID_BYTES]


class TextKeys(Texts):
    """Different texts, and the row of each."""

    __slots__ = ("_table",)

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__(texts)
        self._table = _Table(len(self), self.__getitem__)

    def row(self, key: Any, /) -> int | None:
        """Return where a text stands."""
        return self._table.row(key)


class PlainKeys(Generic[K]):
    """Different keys of any kind, as they are."""

    __slots__ = ("_keys", "_rows")

    def __init__(self, keys: Iterable[K]) -> None:
        self._keys = tuple(keys)
        self._rows = {key: row for row, key in enumerate(self._keys)}

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, row: int, /) -> K:
        return self._keys[row]

    def row(self, key: Any, /) -> int | None:
        """Return where a key stands."""
        return self._rows.get(key)


def index_of(keys: Sequence[K]) -> Index[K]:
    """Return an index of different keys; of many ids it takes little room."""
    if all(type(key) is UUID for key in keys):
        return cast("Index[K]", Ids(cast("Sequence[UUID]", keys)))
    return PlainKeys(keys)


class Pairs:
    """All pairs of two kinds of ids, such as items and sites."""

    __slots__ = ("_firsts", "_seconds")

    def __init__(self, firsts: Index[UUID], seconds: Index[UUID]) -> None:
        self._firsts = firsts
        self._seconds = seconds

    def __len__(self) -> int:
        return len(self._firsts) * len(self._seconds)

    def __getitem__(self, row: int, /) -> tuple[UUID, UUID]:
        first, second = divmod(row, len(self._seconds))
        return self._firsts[first], self._seconds[second]

    def row(self, key: Any, /) -> int | None:
        """Return where a pair stands."""
        first, second = self._firsts.row(key[0]), self._seconds.row(key[1])
        return None if first is None or second is None else first * len(self._seconds) + second
