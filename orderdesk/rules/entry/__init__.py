"""Typed input: what a clerk keys into a number, quantity, date or delivery box, read without guessing.

Every reader takes text as it was typed or pasted (also full-width, also in the other language) and
returns a value or raises ``UserError`` with a code of the ``error`` catalogue. Time is bounded by the
length of what is read.
"""

from __future__ import annotations

from orderdesk.rules.entry.dates import DateOrder, read_date
from orderdesk.rules.entry.folding import fold, fold_key
from orderdesk.rules.entry.numbers import read_number, read_percent, read_price
from orderdesk.rules.entry.quantities import QuantityEntry, read_quantity
from orderdesk.rules.entry.schedule import Part, Schedule, parse_schedule, read_schedule

__all__ = [
    "DateOrder",
    "Part",
    "QuantityEntry",
    "Schedule",
    "fold",
    "fold_key",
    "parse_schedule",
    "read_date",
    "read_number",
    "read_percent",
    "read_price",
    "read_quantity",
    "read_schedule",
]
