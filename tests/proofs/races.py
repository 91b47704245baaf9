"""Proof P4: sixteen clients at once on one PostgreSQL.

They want the last stock, the last credit, the same decision, the next number and the same goods issue. Before
what they lock and write some of them sleep in the database.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from threading import Barrier, Lock
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Connection, event, select, update

from orderdesk.errors import EnvironmentProblem
from orderdesk.intake.sample import sample_id
from orderdesk.models import (
    ApprovalTask,
    Customer,
    Delivery,
    DeliveryLine,
    Order,
    OrderLine,
    ScheduleLine,
    StockLevel,
)
from orderdesk.wire.commands import (
    MoveStock,
    PickDelivery,
    PickedLine,
    ReleaseStock,
    ReserveStock,
    ShipDelivery,
    StockClaim,
    WithdrawSubmit,
)
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.proofs.invariants import check_invariants
from tests.services.approval_support import VIP, active, dear_draft, decide, put_roles
from tests.support.desk import SampleDesk, open_sample_desk

Act = Callable[[], Outcome]
CLIENTS = 16
HOLD_SHARE, HOLD_SECONDS = 0.25, 0.006
_HELD = (
    "FOR UPDATE", "UPDATE credit_account", "UPDATE number_series", "UPDATE stock_level",
    "UPDATE approval_task",
    "UPDATE delivery", "INSERT INTO reservation",
)  # fmt: skip


def wait_long(connection: Connection) -> None:
    """Let nobody give up waiting: a busy machine is not what a test is about."""
    connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'")


def at_once(acts: Sequence[Act]) -> list[Outcome]:
    """Run all acts in threads that start together; the outcomes stand in the order of the acts."""
    barrier = Barrier(len(acts))

    def run(act: Act) -> Outcome:
        barrier.wait(timeout=30)
        return act()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


@dataclass
class Tally:
    """What came of the tries of one scenario."""

    scenario: str
    tries: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    later: int = 0  # told to try again: nothing was written
    deadlocks: int = 0  # seen by the database; the door does such a command again
    escaped: list[str] = field(default_factory=list)  # faults that reached whoever asked
    broken: list[str] = field(default_factory=list)  # what does not hold

    @property
    def holds(self) -> bool:
        """Whether nothing broke, and next to nobody was told to come later."""
        return not self.escaped and not self.broken and self.later * 100 <= self.tries


class Clients:
    """Desks on one database, each with connections, ids and hold points of its own."""

    def __init__(
        self, url: str, seed: int, count: int = CLIENTS, *, patient: bool = False, locks: bool = True
    ) -> None:
        self.desks = [open_sample_desk(url, 1000 * seed + number) for number in range(count)]
        self.deadlocks = 0
        self._count = Lock()
        for number, desk in enumerate(self.desks):
            chance = random.Random(f"{seed}/{number}")
            event.listen(desk.store.engine, "before_cursor_execute", partial(self._hold, chance))
            event.listen(desk.store.engine, "handle_error", self._note)
            if patient:
                event.listen(desk.store.engine, "begin", wait_long)
            if not locks:
                event.listen(desk.store.engine, "before_cursor_execute", without_lock, retval=True)

    def close(self) -> None:
        """Close every desk."""
        for desk in self.desks:
            desk.store.close()

    def _hold(self, chance: random.Random, *executed: Any) -> None:
        connection, statement = executed[0], executed[2]
        if any(mark in statement for mark in _HELD) and chance.random() < HOLD_SHARE:
            seconds = chance.random() * HOLD_SECONDS
            with connection.connection.cursor() as cursor:
                cursor.execute("SELECT pg_sleep(%s)", (seconds,))

    def _note(self, context: Any) -> None:
        if getattr(context.original_exception, "sqlstate", None) == "40P01":
            with self._count:
                self.deadlocks += 1


def without_lock(
    _connection: Any, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool
) -> tuple[str, Any]:
    """Take the row locks out of a statement: what the proof must notice."""
    return statement.replace(" FOR UPDATE", ""), parameters


@contextmanager
def clients(url: str, seed: int, count: int = CLIENTS, **how: bool) -> Iterator[Clients]:
    """Yield ``count`` desks on the sample company at ``url``; ``patient`` and ``locks`` as ``Clients``."""
    opened = Clients(url, seed, count, **how)
    try:
        yield opened
    finally:
        opened.close()


class Scenario:
    """One thing that all want at once. ``acts`` are the tries of a round, ``judge`` says what must hold."""

    name: ClassVar[str]

    def __init__(self, desks: list[SampleDesk]) -> None:
        self.desks, self.one = desks, desks[0]
        facts = self.one.keep_facts()
        for desk in desks:
            desk.kept = facts

    def acts(self) -> list[Act]:
        """Return what each client tries in the next round."""
        raise NotImplementedError

    def judge(self, outcomes: list[Outcome]) -> None:
        """Assert what must hold of the round, and tidy up for the next one."""
        raise NotImplementedError


class LastStock(Scenario):
    """Everybody reserves eight of the last twenty."""

    name = "reserve"

    def __init__(self, desks: list[SampleDesk]) -> None:
        super().__init__(desks)
        self.claims = [self._claim(desk) for desk in desks]
        item, site = self.claims[0].item_id, self.claims[0].site_id
        with self.one.store.reading() as connection:
            level = connection.execute(
                select(StockLevel.on_hand, StockLevel.reserved).where(
                    StockLevel.item_id == item, StockLevel.site_id == site
                )
            ).one()
        more = Decimal(20) - (level.on_hand - level.reserved)
        done = self.one.do(MoveStock(item_id=item, site_id=site, quantity=more, kind="count"), "zhaoqiang")
        assert not done.is_refused, done.problems

    def _claim(self, desk: SampleDesk) -> StockClaim:
        draft = dear_draft(desk, VIP)
        submitted = desk.submit(draft)
        assert submitted.outcome == "applied", submitted.problems
        with desk.store.reading() as connection:
            row = connection.execute(
                select(ScheduleLine.id, ScheduleLine.site_id, OrderLine.item_id)
                .join(OrderLine)
                .where(OrderLine.order_id == draft.id, OrderLine.position == 1)
            ).one()
        return StockClaim(
            schedule_line_id=row.id, item_id=row.item_id, site_id=row.site_id, quantity=Decimal(8)
        )

    def acts(self) -> list[Act]:
        return [
            partial(desk.do, ReserveStock(claims=(claim,)), "lina")
            for desk, claim in zip(self.desks, self.claims, strict=True)
        ]

    def judge(self, outcomes: list[Outcome]) -> None:
        granted = [
            claim.schedule_line_id
            for claim, outcome in zip(self.claims, outcomes, strict=True)
            if outcome.outcome == "applied"
        ]
        assert len(granted) == min(2, len(outcomes)), f"{len(granted)} of 20 pieces by eight"
        given_back = self.one.do(ReleaseStock(schedule_line_ids=tuple(granted)), "lina")
        assert not given_back.is_refused, given_back.problems


class LastCredit(Scenario):
    """Everybody submits an order of which the customer's limit takes one and a half."""

    name = "credit"

    def __init__(self, desks: list[SampleDesk]) -> None:
        super().__init__(desks)
        self._set_limit(None)
        self.drafts = [desk.draft("C1001", ("A105", "2")) for desk in desks]
        saved = [desk.save(draft) for desk, draft in zip(desks, self.drafts, strict=True)]
        self.drafts = [
            draft.model_copy(update={"number": one.touched_one("order").number})
            for draft, one in zip(self.drafts, saved, strict=True)
        ]
        self._set_limit(self._total() * Decimal("1.5"))

    def _set_limit(self, limit: Decimal | None) -> None:
        known = {"receivable": Decimal(0), "tier": "standard", "customer_class": "end", "credit_limit": limit}
        with self.one.store.writing() as session, session.begin():
            session.execute(
                update(Customer).where(Customer.id == sample_id("customer", "C1001")).values(**known)
            )

    def _total(self) -> Decimal:
        priced = self.one.submit(self.drafts[0])
        assert not priced.is_refused, priced.problems
        with self.one.store.reading() as connection:
            total: Decimal = connection.execute(
                select(Order.exposure).where(Order.id == self.drafts[0].id)
            ).scalar_one()
        self._withdraw(self.drafts[0], self.one)
        return total

    @staticmethod
    def _withdraw(draft: OrderDraft, desk: SampleDesk) -> Outcome:
        return desk.do(WithdrawSubmit(order_id=draft.id), "lina")

    def acts(self) -> list[Act]:
        return [partial(desk.submit, draft) for desk, draft in zip(self.desks, self.drafts, strict=True)]

    def judge(self, outcomes: list[Outcome]) -> None:
        assert {outcome.outcome for outcome in outcomes} == {"applied"}, outcomes
        statement = select(ApprovalTask.order_id).where(
            ApprovalTask.role == "finance", ApprovalTask.state.in_(("active", "waiting"))
        )
        with self.one.store.reading() as connection:
            asked = set(connection.scalars(statement))
        through = [draft for draft in self.drafts if draft.id not in asked]
        assert len(through) == 1, f"{len(through)} orders within a limit for one"
        back = at_once(
            [
                partial(self._withdraw, draft, desk)
                for draft, desk in zip(self.drafts, self.desks, strict=True)
            ]
        )
        assert {outcome.outcome for outcome in back} == {"applied"}, back


class SameDecision(Scenario):
    """One order: approved, refused, sent back and taken back, by everybody at the same time."""

    name = "approve"
    SAYINGS: ClassVar[tuple[tuple[str, str, dict[str, str]], ...]] = (
        ("approve", "zhangwei", {}), ("refuse", "wangfang", {"reason_code": "price"}),
        ("send_back", "zhangwei", {"reason": "x"}), ("approve", "wangfang", {}),
    )  # fmt: skip

    def __init__(self, desks: list[SampleDesk]) -> None:
        super().__init__(desks)
        put_roles(self.one, "wangfang", "manager")
        self.draft = dear_draft(self.one, VIP)

    def acts(self) -> list[Act]:
        new = self.one.ports.ids.new
        lines = tuple(line.model_copy(update={"id": new()}) for line in self.draft.lines)
        draft = self.draft.model_copy(update={"id": new(), "lines": lines})
        submitted = self.one.submit(draft)
        assert submitted.outcome == "applied", submitted.problems
        task = active(self.one, draft.id)
        acts: list[Act] = [partial(self.one.do, WithdrawSubmit(order_id=draft.id), "lina")]
        for number, desk in enumerate(self.desks[1:]):
            decision, person, how = self.SAYINGS[number % len(self.SAYINGS)]
            acts.append(partial(decide, desk, task, decision, person, **how))
        return acts

    def judge(self, outcomes: list[Outcome]) -> None:
        done = [outcome for outcome in outcomes if not outcome.is_refused]
        assert len(done) == 1, f"{len(done)} decisions about one task"


class NextNumber(Scenario):
    """Everybody saves a new draft: each draws the next order number."""

    name = "number"

    def __init__(self, desks: list[SampleDesk]) -> None:
        super().__init__(desks)
        self.draft = self.one.draft("C2001", ("A105", "1"))

    def acts(self) -> list[Act]:
        fresh = [self.draft.model_copy(update={"id": desk.ports.ids.new()}) for desk in self.desks]
        return [partial(desk.save, draft) for desk, draft in zip(self.desks, fresh, strict=True)]

    def judge(self, outcomes: list[Outcome]) -> None:
        numbers = sorted(str(outcome.touched_one("order").number) for outcome in outcomes)
        first = int(numbers[0].rsplit("-", 1)[1])
        assert [int(number.rsplit("-", 1)[1]) for number in numbers] == [*range(first, first + len(numbers))]


class SameShipment(Scenario):
    """Everybody ships the same picked delivery."""

    name = "ship"

    def __init__(self, desks: list[SampleDesk]) -> None:
        super().__init__(desks)
        self.draft = self.one.draft("C2001", ("A105", "1"))

    def acts(self) -> list[Act]:
        one, new = self.one, self.one.ports.ids.new
        lines = tuple(line.model_copy(update={"id": new()}) for line in self.draft.lines)
        draft = self.draft.model_copy(update={"id": new(), "lines": lines})
        submitted = one.submit(draft)
        assert submitted.outcome == "applied", submitted.problems
        with one.store.reading() as connection:
            row = connection.execute(
                select(Delivery.id, DeliveryLine.id.label("line"), ScheduleLine.site_id)
                .join(DeliveryLine, DeliveryLine.delivery_id == Delivery.id)
                .join(ScheduleLine, ScheduleLine.id == DeliveryLine.schedule_line_id)
                .where(Delivery.order_id == draft.id)
            ).one()
        item = draft.lines[0].item_id
        assert item is not None
        more = MoveStock(item_id=item, site_id=row.site_id, quantity=Decimal(1), kind="goods_in")
        assert not one.do(more, "zhaoqiang").is_refused
        picked = (PickedLine(delivery_line_id=row.line, picked=Decimal(1)),)
        done = one.do(PickDelivery(delivery_id=row.id, lines=picked), "zhaoqiang")
        assert not done.is_refused, done.problems
        ship = ShipDelivery(delivery_id=row.id)
        return [partial(desk.do, ship, "zhaoqiang") for desk in self.desks]

    def judge(self, outcomes: list[Outcome]) -> None:
        done = [outcome for outcome in outcomes if not outcome.is_refused]
        assert len(done) == 1, f"{len(done)} goods issues of one delivery"


SCENARIOS: tuple[type[Scenario], ...] = (LastStock, LastCredit, SameDecision, NextNumber, SameShipment)


def race(kind: type[Scenario], opened: Clients, tries: int) -> Tally:
    """Run rounds of a scenario up to ``tries``, or until something breaks."""
    scenario, tally = kind(opened.desks), Tally(kind.name)
    before = opened.deadlocks
    while tally.tries < tries and not tally.broken and not tally.escaped:
        acts = scenario.acts()
        tally.tries += len(acts)
        found = at_once([partial(_told, tally, act) for act in acts])
        tally.outcomes.update(outcome.outcome for outcome in found)
        if tally.escaped:
            break  # the round is not whole; what was written is looked at below
        try:
            scenario.judge(found)
        except AssertionError as broken:
            tally.broken.append(str(broken)[:300])
    tally.deadlocks = opened.deadlocks - before
    look(opened.desks[0], tally)
    return tally


_NONE = Outcome(id=UUID(int=0), outcome="refused")
_PATIENCE = 10


def _told(tally: Tally, act: Act) -> Outcome:
    """Return the outcome of an act; who is told to come later does, and what else is raised is noted."""
    for _ in range(_PATIENCE):
        try:
            return act()
        except EnvironmentProblem:
            tally.later += 1
        except Exception as fault:  # noqa: BLE001 - whatever reaches the person is what this counts
            tally.escaped.append(f"{type(fault).__name__}: {fault}"[:200])
            return _NONE
    tally.escaped.append("nobody came through")
    return _NONE


def look(desk: SampleDesk, tally: Tally) -> None:
    """Ask the invariants; what is broken goes into the tally."""
    with desk.store.reading() as connection:
        try:
            check_invariants(desk.store.store_code, connection)
        except AssertionError as broken:
            tally.broken.append(str(broken)[:300])
