"""What a typed text may stand for: codes, barcodes, customers' own numbers, aliases, unique initials."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Protocol
from uuid import UUID

Kind = Literal["code", "barcode", "customer", "alias", "initials"]
Units = tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class CodeHit:
    """An item that a text names. ``units`` are as ``read_quantity`` takes them, the text's own unit first."""

    item_id: UUID
    code: str  # the item's own code
    units: Units
    kind: Kind = "code"


class Codes(Protocol):
    """Knows what texts name items."""

    def find(self, text: str) -> tuple[CodeHit, ...]:
        """Return what the whole of ``text`` names, case and width apart: nothing, one item, or several."""
        ...

    def near(self, text: str) -> tuple[str, ...]:
        """Return the codes that an unknown ``text`` may have been meant to be, best first."""
        ...


class SparingCodes:
    """``Codes`` for one text: each question is put once, and suggestions are made for the first few only.

    A suggestion costs a thousand look-ups. Who pastes a table of somebody else's codes is not told for each
    row what it may have meant.
    """

    def __init__(self, codes: Codes, suggestions: int = 20) -> None:
        self._codes = codes
        self._left = suggestions
        self._found: dict[str, tuple[CodeHit, ...]] = {}
        self._near: dict[str, tuple[str, ...]] = {}

    def find(self, text: str) -> tuple[CodeHit, ...]:
        """Return what the whole of ``text`` names."""
        if text not in self._found:
            self._found[text] = self._codes.find(text)
        return self._found[text]

    def near(self, text: str) -> tuple[str, ...]:
        """Return the codes that ``text`` may have been meant to be; none after the first few questions."""
        if text not in self._near:
            self._near[text] = self._codes.near(text) if self._left > 0 else ()
            self._left -= 1
        return self._near[text]
