"""How somebody wants the columns of a table: which, in what order, how wide, which stay in sight. No Qt."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

_NARROWEST, _WIDEST = 28, 800  # logical pixels at 100 %


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The columns of one table by their keys. Widths are logical pixels at 100 %, where one was dragged."""

    order: tuple[str, ...]
    hidden: frozenset[str] = frozenset()
    widths: tuple[tuple[str, int], ...] = ()
    frozen_to: str = ""  # the last column that stays in sight when the others are scrolled; none where empty

    @property
    def shown(self) -> tuple[str, ...]:
        """The columns on show, from the left."""
        return tuple(key for key in self.order if key not in self.hidden)

    @property
    def frozen(self) -> tuple[str, ...]:
        """The columns that stay in sight."""
        return self.shown[: self.shown.index(self.frozen_to) + 1] if self.frozen_to in self.shown else ()

    def showing(self, keys: Collection[str]) -> Arrangement:
        """Return it with these columns on show."""
        return replace(self, hidden=frozenset(self.order) - frozenset(keys))

    def can_move(self, key: str, step: int) -> bool:
        """Return whether there is a column on show that this one can go past."""
        return key in self.shown and 0 <= self.shown.index(key) + step < len(self.shown)

    def moved(self, key: str, step: int) -> Arrangement:
        """Return it with a column one place further (1) or back (-1) among those on show."""
        if not self.can_move(key, step):
            return self
        past = self.shown[self.shown.index(key) + step]
        order = [one for one in self.order if one != key]
        order.insert(order.index(past) + (1 if step > 0 else 0), key)
        return replace(self, order=tuple(order))

    def widened(self, key: str, width: int) -> Arrangement:
        """Return it with a column of that width."""
        widths = {**dict(self.widths), key: min(max(width, _NARROWEST), _WIDEST)}
        return replace(self, widths=tuple(sorted(widths.items())))

    def kept_form(self) -> dict[str, object]:
        """Return it as a preference holds it."""
        return {
            "order": list(self.order), "hidden": sorted(self.hidden), "widths": dict(self.widths),
            "frozen_to": self.frozen_to,
        }  # fmt: skip


def read_arrangement(kept: object, keys: Sequence[str], fixed: Collection[str]) -> Arrangement:
    """Return the arrangement of a preference. ``keys`` are all columns there are, in the order at first.

    What is damaged is left out, a column of another version too; a new one stands where it is at first. The
    ``fixed`` ones are always on show.
    """
    fields = kept if isinstance(kept, dict) else {}
    named = [key for key in _texts(fields.get("order")) if key in keys]
    order = list(dict.fromkeys(named))
    for at, key in enumerate(keys):
        if key not in order:
            order.insert(order.index(keys[at - 1]) + 1 if at else 0, key)
    hidden = frozenset(_texts(fields.get("hidden"))) & frozenset(keys) - frozenset(fixed)
    found = Arrangement(tuple(order), hidden)
    widths = fields.get("widths")
    for key, width in widths.items() if isinstance(widths, dict) else ():
        if key in keys and isinstance(width, int) and not isinstance(width, bool):
            found = found.widened(key, width)
    frozen_to = fields.get("frozen_to")
    return replace(found, frozen_to=str(frozen_to)) if frozen_to in keys else found


def _texts(value: object) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
