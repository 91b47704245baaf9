"""Columns that hold the values of many rows in a few bytes each, and keys that find their row again.

A hundred thousand rows of objects are hundreds of megabytes; the same in columns are some ten (ADR 0019).
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from decimal import Context, Decimal
from functools import partial
from itertools import accumulate, pairwise
from typing import Any, Generic, Protocol, TypeAlias, TypeVar, cast
from uuid import UUID

K = TypeVar("K", bound=Hashable)
K_co = TypeVar("K_co", bound=Hashable, covariant=True)

_ID_BYTES = 16
_NO_NUMBER = -(2**63)
_EXACT = Context(prec=60)
_WIDER = {2**8: "H", 2**16: "I"}  # the kind of array that holds this number, and all before it


class Column(Protocol):
    """The values of one field, row by row."""

    def extend(self, values: Iterable[Any], /) -> None:
        """Add rows at the end, while the column is made."""

    def __getitem__(self, row: int, /) -> Any:
        """Return the value of a row."""

    def __iter__(self) -> Iterator[Any]:
        """Yield the values of all rows."""


MakeColumn: TypeAlias = Callable[[], Column]


class Texts:
    """Texts of which most differ, in one string."""

    __slots__ = ("_starts", "_text")

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self._text = ""
        self._starts = array("I", [0])
        self.extend(texts)

    def extend(self, values: Iterable[str], /) -> None:
        """Add texts, best some thousands at once: the string is copied."""
        texts = tuple(values)
        self._starts.extend(accumulate(map(len, texts), initial=self._starts.pop()))
        self._text += "".join(texts)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, row: int, /) -> str:
        return self._text[self._starts[row] : self._starts[row + 1]]

    def __iter__(self) -> Iterator[str]:
        text = self._text
        return (text[start:end] for start, end in pairwise(self._starts))


class Shared:
    """Values of which most are equal: each is kept once, and for each row a small number."""

    __slots__ = ("_known", "_numbers", "_values")

    def __init__(self, values: Iterable[Hashable] = ()) -> None:
        self._known: dict[Hashable, int] = {}
        self._values: list[Hashable] = []
        self._numbers = array("B")
        self.extend(values)

    def extend(self, values: Iterable[Hashable], /) -> None:
        """Add values."""
        known = self._known
        for value in values:
            number = known.get(value)
            if number is None:
                number = known[value] = len(known)
                self._values.append(value)
                if number in _WIDER:
                    self._numbers = array(_WIDER[number], self._numbers)
            self._numbers.append(number)

    def __getitem__(self, row: int, /) -> Any:
        return self._values[self._numbers[row]]

    def __iter__(self) -> Iterator[Any]:
        return map(self._values.__getitem__, self._numbers)


class Decimals:
    """Amounts with one count of decimals, or none, in 8 bytes each."""

    __slots__ = ("_digits", "_wholes")

    def __init__(self, digits: int, values: Iterable[Decimal | None] = ()) -> None:
        self._digits = digits
        self._wholes = array("q")
        self.extend(values)

    def extend(self, values: Iterable[Decimal | None], /) -> None:
        """Add amounts."""
        self._wholes.extend(map(self._whole, values))

    def put(self, row: int, value: Decimal) -> None:
        """Set the amount of a row, while the column is made."""
        self._wholes[row] = self._whole(value)

    def copied(self) -> Decimals:
        """Return the same column for other amounts."""
        other = Decimals(self._digits)
        other._wholes = array("q", self._wholes)
        return other

    def __getitem__(self, row: int, /) -> Decimal | None:
        return self._read(self._wholes[row])

    def __iter__(self) -> Iterator[Decimal | None]:
        return map(self._read, self._wholes)

    def _whole(self, value: Decimal | None) -> int:
        return _NO_NUMBER if value is None else int(value.scaleb(self._digits, _EXACT))

    def _read(self, whole: int) -> Decimal | None:
        return None if whole == _NO_NUMBER else Decimal(whole).scaleb(-self._digits, _EXACT)


prices = partial(Decimals, 4)  # as exact as the store has them
quantities = partial(Decimals, 3)


class IdColumn:
    """Ids in 16 bytes each."""

    __slots__ = ("_bytes",)

    def __init__(self, ids: Iterable[UUID] = ()) -> None:
        self._bytes = bytearray()
        self.extend(ids)

    def extend(self, values: Iterable[UUID], /) -> None:
        """Add ids."""
        for one in values:
            self._bytes += one.bytes

    def __len__(self) -> int:
        return len(self._bytes) // _ID_BYTES

    def __getitem__(self, row: int, /) -> UUID:
        return UUID(bytes=self.key(row))

    def __iter__(self) -> Iterator[UUID]:
        return map(self.__getitem__, range(len(self)))

    def key(self, row: int) -> bytes:
        """Return the id of a row as it lies here."""
        return bytes(self._bytes[row * _ID_BYTES : (row + 1) * _ID_BYTES])


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


class Ids:
    """Different ids, and the row of each."""

    __slots__ = ("_ids", "_table")

    def __init__(self, ids: Iterable[UUID]) -> None:
        self._ids = ids if isinstance(ids, IdColumn) else IdColumn(ids)
        self._table = _Table(len(self._ids), self._ids.key)

    def __len__(self) -> int:
        return len(self._ids)

    def __getitem__(self, row: int, /) -> UUID:
        return self._ids[row]

    def row(self, key: Any, /) -> int | None:
        """Return where an id stands."""
        return self._table.row(key.bytes) if isinstance(key, UUID) else None


class TextKeys(Texts):
    """Different texts, and the row of each."""

    __slots__ = ("_table",)

    def __init__(self, texts: Iterable[str]) -> None:
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
