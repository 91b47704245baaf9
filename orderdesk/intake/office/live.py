"""The orders in the works of a made-up company: its last days, played through the one door.

Everybody does what they do at the desk, by ordinary commands with a clock that goes along: clerks key and
send, managers and finance decide most of what waits, the warehouse picks and ships what is due, now and then
short. What is left stands where such a day leaves it: in drafts, in the inbox, on the shelves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from heapq import heappop, heappush
from uuid import UUID

from orderdesk.clock import FixedClock, business_date
from orderdesk.intake.office.drafting import Drafting
from orderdesk.intake.office.masters import Masters
from orderdesk.intake.office.past import line_counts
from orderdesk.intake.office.sizes import StoreSize
from orderdesk.intake.office.timeline import LIVE_DAYS
from orderdesk.intake.sample import FIRST_ZONE
from orderdesk.ports import Ports, chances, fixed_ports
from orderdesk.services.context import Actor
from orderdesk.services.reading.next_steps import NextSteps, OpenPart, next_steps
from orderdesk.services.registry import open_door
from orderdesk.services.store import Store
from orderdesk.wire.commands import (
    Command,
    CommandData,
    CommentOrder,
    DecideTask,
    DiscardDraft,
    PickDelivery,
    PickedLine,
    SaveDraft,
    ShipDelivery,
    SubmitOrder,
)
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import CustomerRecord

_DEVICE = "seed"
_DRAFTS, _DISCARDED = (5, 14), 9
_HURRY = "客户催货 / The customer is in a hurry"


@dataclass(frozen=True, slots=True)
class _Live:
    """An order in the works: what was keyed, and by whom."""

    draft: OrderDraft
    author: UUID


class LiveOrders:
    """Plays the last days of a company; commands are dated when they would have been given."""

    def __init__(
        self, size: StoreSize, now: datetime, masters: Masters, drafting: Drafting, store: Store
    ) -> None:
        self._size, self._now, self._store, self._drafting = size, now, store, drafting
        self._start = now - timedelta(days=LIVE_DAYS)
        self._clock = FixedClock(self._start)
        self._ports: Ports = fixed_ports(self._clock, seed=size.seed + 1)
        self._door = open_door(store, self._ports)
        self._people = {role: masters.person(role)[0].id for role in ("manager", "finance", "warehouse")}
        self._chance = chances(size.seed, "live")
        self._events: list[tuple[datetime, int, Callable[[], None]]] = []
        self._planned = 0

    def play(self, told: Callable[[int], None]) -> None:
        """Play all of it; ``told`` hears how many orders have come in."""
        lines = line_counts(self._size.orders - self._size.live, self._size.live, self._size.seed)
        for at, count in enumerate(lines):
            moment = self._start + (self._now - self._start) * (at + 1) / (self._size.live + 1)
            self._plan(moment, partial(self._arrive, at, count))
            self._plan(moment, partial(told, at + 1))
        while self._events:
            moment, _, act = heappop(self._events)
            if moment > self._now:
                return
            self._clock.advance(moment - self._clock.now())
            act()

    def _plan(self, moment: datetime, act: Callable[[], None]) -> None:
        self._planned += 1
        heappush(self._events, (moment, self._planned, act))

    def _later(self, hours: float, act: Callable[[], None]) -> None:
        self._plan(self._clock.now() + timedelta(hours=hours), act)

    def _do(self, person: UUID, data: CommandData) -> Outcome:
        return self._door.execute(Command(id=self._ports.ids.new(), data=data), Actor(person, _DEVICE))

    def _arrive(self, at: int, count: int) -> None:
        chance = self._chance
        record = self._drafting.customer(chance)
        author = self._drafting.author(record)
        draft = self._draft(record, count)
        place = at % 25  # so that even the smallest company has some of each
        if place in _DRAFTS:
            self._do(author, SaveDraft(draft=draft.model_copy(update={"parked": place == _DRAFTS[0]})))
            return
        if place == _DISCARDED:
            self._do(author, SaveDraft(draft=draft))
            self._do(author, DiscardDraft(order_id=draft.id))
            return
        if self._do(author, SubmitOrder(draft=draft)).is_refused:
            self._do(author, SaveDraft(draft=draft))  # the clerk has to ask first
            return
        live = _Live(draft, author)
        if chance.random() < 0.05:
            self._do(author, CommentOrder(order_id=draft.id, text=_HURRY))
        self._later(1 + 30 * chance.random(), lambda: self._decide(live))
        self._later(20 + 40 * chance.random(), lambda: self._ship(live))

    def _draft(self, record: CustomerRecord, count: int) -> OrderDraft:
        day = business_date(self._clock.now(), FIRST_ZONE)
        return self._drafting.draft(record, count, day, self._ports.ids.new, self._chance)

    def _steps(self, live: _Live) -> NextSteps:
        with self._store.reading() as connection:
            return next_steps(connection, live.draft.id)

    def _decide(self, live: _Live) -> None:
        task = self._steps(live).task
        if task is None:
            return
        roll = self._chance.random()
        if roll < 0.25:
            return  # it waits in the inbox
        decision = "send_back" if roll < 0.30 else "refuse" if roll < 0.33 else "approve"
        reason = "" if decision == "approve" else "price"
        data = DecideTask.model_validate(
            {"task_id": task.id, "decision": decision, "material": task.material, "reason_code": reason}
        )
        self._do(self._people[task.role], data)
        if decision == "approve":
            self._later(1 + 4 * self._chance.random(), lambda: self._decide(live))

    def _ship(self, live: _Live) -> None:
        today = business_date(self._clock.now(), FIRST_ZONE)
        steps = self._steps(live)
        due = [part for part in steps.parts if part.planned is None or part.planned <= today]
        roll = self._chance.random()
        if due and roll > 0.2:
            self._pick(due[0], short=roll < 0.3)
            if roll > 0.35:
                self._do(self._people["warehouse"], ShipDelivery(delivery_id=due[0].id))
        if steps.parts or steps.task is not None:
            self._later(20 + 10 * self._chance.random(), lambda: self._ship(live))

    def _pick(self, part: OpenPart, *, short: bool) -> None:
        lines = tuple(
            PickedLine(
                delivery_line_id=line,
                picked=quantity // 2 if short and not place else quantity,
                short_reason="wait" if short and not place else "",
            )
            for place, (line, quantity) in enumerate(part.lines)
        )
        self._do(self._people["warehouse"], PickDelivery(delivery_id=part.id, lines=lines))
