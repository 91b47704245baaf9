"""What was made of each line of an order, so that an edit of one line makes only that one again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar
from uuid import UUID

M = TypeVar("M")

_PLAIN = (
    str,
    bool,
    int,
    Decimal,
    date,
    UUID,
    type(None),
)  # compared by value; all else must be the very same


class Recall(Generic[M]):
    """Answers kept place by place: the same frozen objects at the same place, under the same facts.

    Whoever evaluates a draft again and again keeps one; the answers are the same without it.
    """

    __slots__ = ("_kept", "_under")

    def __init__(self) -> None:
        self._under: tuple[object, ...] = ()
        self._kept: list[tuple[object, object, M]] = []

    def made(
        self,
        under: tuple[object, ...],
        first: Sequence[object],
        second: Sequence[object],
        make: Callable[[int], M],
    ) -> list[M]:
        """Return what ``make(place)`` gives for each place of two equally long sequences of frozen objects.

        ``under`` is all that it depends on besides these two and the place.
        """
        known = self._kept if _same(under, self._under) else []
        kept: list[tuple[object, object, M]] = []
        for place, (one, other) in enumerate(zip(first, second, strict=True)):
            before = known[place] if place < len(known) else None
            if before is None or before[0] is not one or before[1] is not other:
                before = (one, other, make(place))
            kept.append(before)
        self._under, self._kept = under, kept
        return [entry[2] for entry in kept]


def _same(under: tuple[object, ...], before: tuple[object, ...]) -> bool:
    return len(under) == len(before) and all(
        one is other or (isinstance(one, _PLAIN) and type(one) is type(other) and one == other)
        for one, other in zip(under, before, strict=True)
    )
