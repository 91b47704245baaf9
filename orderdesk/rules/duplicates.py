"""Orders that may be one order keyed twice (ux, 2.3 "Duplicate warning"): a warning that explains, no ban."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.rules.entry.folding import fold_key

WINDOW: Final = timedelta(hours=24)
SHARE: Final = Decimal("0.8")


@dataclass(frozen=True, slots=True)
class OrderPrint:
    """What an order is recognised by. ``lines`` are item and quantity in stock units, one each."""

    order_id: UUID
    number: str
    customer_id: UUID
    po_number: str
    entered_at: datetime  # now, of an order that is being typed
    lines: tuple[tuple[UUID, Decimal], ...]
    state: str = "draft"
    entered_by: str = ""
    entered_by_en: str = ""


@dataclass(frozen=True, slots=True)
class DuplicateSuspect:
    """Another order that may be the same: ``equal_lines`` of the longer one's ``all_lines`` are equal."""

    other: OrderPrint
    same_po: bool
    same_lines: bool
    equal_lines: int
    all_lines: int

    @property
    def problem(self) -> Problem:
        """The warning, on the field that shows it; it keeps nothing from happening."""
        code = "both" if self.same_po and self.same_lines else "po" if self.same_po else "lines"
        params = {
            "number": self.other.number,
            "po": self.other.po_number,
            "equal": self.equal_lines,
            "all": self.all_lines,
        }
        path = "po_number" if self.same_po else ""
        return Problem(f"quick.duplicate.{code}", path, params, "warn")


def find_duplicates(order: OrderPrint, others: Iterable[OrderPrint]) -> tuple[DuplicateSuspect, ...]:
    """Return the orders of the same customer that may be ``order``, the most alike first.

    Alike are: the same PO number, at any time; at least 80 % equal lines (item and quantity, in any order)
    entered within 24 hours. Of two orders of different length the longer one counts.
    """
    suspects = []
    for other in others:
        if other.order_id == order.order_id or other.customer_id != order.customer_id:
            continue
        same_po = bool(fold_key(order.po_number)) and fold_key(other.po_number) == fold_key(order.po_number)
        equal = (Counter(order.lines) & Counter(other.lines)).total()
        every = max(len(order.lines), len(other.lines))
        is_near = abs(order.entered_at - other.entered_at) <= WINDOW
        same_lines = is_near and equal > 0 and equal >= every * SHARE
        if same_po or same_lines:
            suspects.append(DuplicateSuspect(other, same_po, same_lines, equal, every))
    return tuple(sorted(suspects, key=_likeness, reverse=True))


def _likeness(suspect: DuplicateSuspect) -> tuple[int, Decimal, datetime]:
    share = Decimal(suspect.equal_lines) / suspect.all_lines if suspect.all_lines else Decimal(0)
    return suspect.same_po + suspect.same_lines, share, suspect.other.entered_at
