"""Rehearsal 历史预演: what a draft of rules would have answered to past orders, beside what decides now.

Each order brings the facts that it kept at its submit. One for which a table names a fact that was not kept
is counted as not testable, never as unchanged.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import UserError
from orderdesk.rules.answers import Answer
from orderdesk.rules.measures import FactValue

MOST_SHOWN = 5_000  # moved orders that are listed; the counts are of all
_ABSENT = "problem.table.fact.absent"

Judge = Callable[["PastOrder"], Answer]
Label = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastOrder:
    """An order as it is rehearsed: ``amount`` in the company's currency, ``facts`` as they were kept."""

    id: UUID
    number: str
    customer_id: UUID | None
    day: date
    amount: Decimal
    facts: Mapping[str, FactValue]
    lines: tuple[Mapping[str, FactValue], ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """Orders that go from one answer to another: how many, what they come to, the highest of them."""

    before: Label
    after: Label
    count: int
    money: Decimal
    highest: Decimal


@dataclass(frozen=True, slots=True)
class MovedOrder:
    """An order that the draft answers otherwise."""

    id: UUID
    number: str
    customer_id: UUID | None
    day: date
    amount: Decimal
    before: Label
    after: Label


@dataclass(frozen=True, slots=True)
class Shift:
    """What becomes of a customer: orders that have it easier, and harder; ``money`` is that of both."""

    customer_id: UUID | None
    easier: int
    harder: int
    money: Decimal


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """What a rehearsal came to; ``missing`` counts the orders that did not keep a fact, by its name."""

    orders: int
    unchanged: int
    untestable: int
    missing: Mapping[str, int]
    moves: tuple[Move, ...]  # the most orders first
    moved: tuple[MovedOrder, ...]  # in the order in which they came; at most ``MOST_SHOWN``
    winners: tuple[Shift, ...]  # those with the most orders that have it easier first
    losers: tuple[Shift, ...]
    first_day: date | None = None
    last_day: date | None = None


class _Sum:
    """Adds up the orders of one move."""

    __slots__ = ("count", "highest", "money")

    def __init__(self) -> None:
        self.count, self.money, self.highest = 0, Decimal(0), None

    highest: Decimal | None

    def take(self, amount: Decimal) -> None:
        self.count += 1
        self.money += amount
        self.highest = amount if self.highest is None else max(self.highest, amount)


class Rehearsal:
    """Takes past orders one by one, in any number; ``result`` says what they came to so far."""

    def __init__(self, live: Judge, draft: Judge) -> None:
        self._live, self._draft = live, draft
        self._orders = self._unchanged = self._untestable = 0
        self._missing: Counter[str] = Counter()
        self._moves: defaultdict[tuple[Label, Label], _Sum] = defaultdict(_Sum)
        self._moved: list[MovedOrder] = []
        self._shifts: defaultdict[UUID | None, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
        self._first: date | None = None
        self._last: date | None = None

    def take(self, order: PastOrder) -> None:
        """Replay one order on both tables."""
        self._orders += 1
        self._first = order.day if self._first is None else min(self._first, order.day)
        self._last = order.day if self._last is None else max(self._last, order.day)
        before, after = self._answer(self._live, order), self._answer(self._draft, order)
        if before is None or after is None:
            self._untestable += 1
        elif before.label == after.label:
            self._unchanged += 1
        else:
            self._move(order, before, after)

    def _answer(self, judge: Judge, order: PastOrder) -> Answer | None:
        """Return what a table says; ``None`` where a fact was not kept; a table that fails says so."""
        try:
            return judge(order)
        except UserError as fault:
            if fault.code == _ABSENT:
                self._missing[str(fault.params["fact"])] += 1
                return None
            return Answer((fault.code,), _WORST)

    def _move(self, order: PastOrder, before: Answer, after: Answer) -> None:
        self._moves[before.label, after.label].take(order.amount)
        shift = self._shifts[order.customer_id]
        if after.weight != before.weight:
            shift[0 if after.weight < before.weight else 1] += 1
            shift[2] += order.amount
        if len(self._moved) < MOST_SHOWN:
            self._moved.append(
                MovedOrder(
                    order.id, order.number, order.customer_id, order.day, order.amount, before.label,
                    after.label,
                )
            )  # fmt: skip

    def result(self) -> Rehearsed:
        """Return what the orders so far came to."""
        moves = [
            Move(before, after, one.count, one.money, one.highest or Decimal(0))
            for (before, after), one in self._moves.items()
        ]
        shifts = [
            Shift(customer, int(easier), int(harder), money)
            for customer, (easier, harder, money) in self._shifts.items()
        ]
        return Rehearsed(
            self._orders, self._unchanged, self._untestable, dict(self._missing),
            tuple(sorted(moves, key=lambda move: (-move.count, move.before, move.after))),
            tuple(self._moved),
            tuple(sorted((one for one in shifts if one.easier > one.harder), key=_first_most_easier)),
            tuple(sorted((one for one in shifts if one.harder > one.easier), key=_first_most_harder)),
            self._first, self._last,
        )  # fmt: skip


_WORST = Decimal(1_000_000)  # an order that cannot be decided is harder than any that can


def _first_most_easier(shift: Shift) -> tuple[int, str]:
    return shift.harder - shift.easier, str(shift.customer_id)


def _first_most_harder(shift: Shift) -> tuple[int, str]:
    return shift.easier - shift.harder, str(shift.customer_id)
