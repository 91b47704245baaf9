"""What quick add reads: lines with a verdict each, and how a line is printed so that it reads the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from orderdesk import values
from orderdesk.errors import Problem, UserError
from orderdesk.rules.entry.dates import DateOrder
from orderdesk.rules.entry.numbers import DecimalSign
from orderdesk.rules.entry.schedule import Part

MAX_NOTE: Final = 2_000  # as much as a line takes


@dataclass(frozen=True, slots=True)
class QuickContext:
    """What a text is read against. ``default_date``: the order's, for schedules that name no first day."""

    today: date
    default_date: date | None = None
    decimal_sign: DecimalSign = "."
    date_order: DateOrder = "ymd"


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What a good token asks for; ``None`` is what it does not say.

    ``quantity`` is in ``unit``; ``quantity_text`` is what was typed where that was another unit. ``price`` is
    per price unit in the order's typed basis, ``discount`` a fraction. Of ``requested`` and ``schedule`` one
    is set at most.
    """

    item_id: UUID
    code: str  # the item's own
    item_text: str  # what was typed for it
    unit: str
    usual_unit: str  # of what was typed: a barcode may stand for a box
    quantity: Decimal | None = None
    quantity_text: str = ""
    price: Decimal | None = None
    discount: Decimal | None = None
    requested: date | None = None
    schedule: tuple[Part, ...] = ()
    note: str = ""

    @property
    def count(self) -> Decimal:
        """The quantity; one where none is typed, as a scanner means it."""
        return Decimal(1) if self.quantity is None else self.quantity


@dataclass(frozen=True, slots=True)
class QuickProblem:
    """What is wrong with ``text[start:end]``: a code of ``words`` with its params."""

    problem: Problem
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class QuickToken:
    """One token at ``text[start:end]`` and its verdict.

    Good tokens have a ``line``. Others have ``problems`` (paths: item, quantity, price, discount, when,
    note). ``choices`` are texts to put in the token's place: what it may have meant, each without doubt.
    """

    start: int
    end: int
    line: QuickLine | None
    problems: tuple[QuickProblem, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuickAdd:
    """A whole text; ``problems`` are of the whole (too long), then what lies behind is not read."""

    tokens: tuple[QuickToken, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def lines(self) -> tuple[QuickLine, ...]:
        """The lines of all good tokens, in their order."""
        return tuple(token.line for token in self.tokens if token.line is not None)


def print_lines(lines: tuple[QuickLine, ...]) -> str:
    """Return a text that reads as ``lines``, whatever other codes there are: every code stands in quotes."""
    return " ".join(print_line(line) for line in lines)


def print_line(line: QuickLine) -> str:
    """Return a token that reads as ``line`` and as nothing else."""
    parts = ['"', line.item_text.replace('"', '""'), '"']
    if line.quantity is not None:
        unit = "" if line.unit == line.usual_unit else line.unit
        parts += ["*", line.quantity_text or f"{values.plain(line.quantity)}{unit}"]
    if line.price is not None:
        parts += ["@", values.plain(line.price)]
    if line.discount is not None:
        parts += ["-", values.plain(line.discount * 100), "%"]
    if line.requested is not None:
        parts += [">", line.requested.isoformat()]
    elif line.schedule:
        parts += [">(", ",".join(_printed(part) for part in line.schedule), ")"]
    if line.note:
        parts += ['#"', line.note.replace('"', '""'), '"']
    return "".join(parts)


def _printed(part: Part) -> str:
    quantity = values.plain(part.quantity)
    return quantity if part.requested is None else f"{quantity}@{part.requested.isoformat()}"


def checked_note(text: str) -> str:
    """Return a note without blanks around it; ``UserError`` ``quick.note`` if it is too long."""
    note = text.strip()
    if len(note) > MAX_NOTE:
        raise UserError("quick.note", n=MAX_NOTE)
    return note
