"""The tabs that were closed, the last one first: Ctrl+Shift+T brings them back one by one."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

_KEPT = 20


@dataclass(frozen=True, slots=True)
class TabMark:
    """What a tab is opened again by: its area, the key of its document, and the place in it."""

    area_id: str
    key: object | None
    place: object | None = None


class ClosedTabs:
    """One list for all windows of a desk."""

    def __init__(self) -> None:
        self._marks: list[TabMark] = []

    def add(self, mark: TabMark) -> None:
        """Remember a tab that was just closed; the same document stands here once."""
        others = [one for one in self._marks if (one.area_id, one.key) != (mark.area_id, mark.key)]
        self._marks = [mark, *others][:_KEPT]

    def has_any(self, area_ids: Collection[str]) -> bool:
        """Return whether a tab of one of these areas can come back."""
        return any(mark.area_id in area_ids for mark in self._marks)

    def take(self, area_ids: Collection[str]) -> TabMark | None:
        """Return the last closed tab of one of these areas, and forget it; ``None`` where there is none."""
        found = next((mark for mark in self._marks if mark.area_id in area_ids), None)
        if found is not None:
            self._marks.remove(found)
        return found
