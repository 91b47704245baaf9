"""Proof P10: the clock jumps, stands still and drifts while a desk works; nothing is refused for it.

Numbers, audit entries and what is newer follow the store's own counting; only dates follow the clock.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError

from orderdesk.clock import FixedClock, business_date
from orderdesk.errors import OrderDeskError
from orderdesk.models import ApprovalTask, CommandLog, Customer, Delivery, DeliveryLine, Job, Order, Site
from orderdesk.ports import Ports
from orderdesk.services import jobs
from orderdesk.services import journal as journals
from orderdesk.services.journal import Journal, Journalled
from orderdesk.services.reading.drafts import standing_of
from orderdesk.services.registry import open_door
from orderdesk.wire.commands import DecideTask, PickDelivery, PickedLine, ShipDelivery
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.proofs.invariants import check_invariants
from tests.support.desk import NOW, SampleDesk, open_sample_desk

ZONE = "Europe/Berlin"  # where the hour jumps, too
YEAR = timedelta(days=365)
SPRING, AUTUMN = datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)
LEAP = datetime(2016, 12, 31, 23, 59, 59, 999_999, tzinfo=UTC)  # the second after it was there twice
WHO = {"manager": "zhangwei", "finance": "chenjing"}


class JumpingClock(FixedClock):
    """A clock that is turned by hand, and that may run too fast or not at all."""

    def __init__(self, start: datetime) -> None:
        super().__init__(start)
        self.pace = 1.0

    def set(self, instant: datetime) -> None:
        """Turn it to an instant; what only ever grows stays."""
        self._now = instant

    def work(self, seconds: float) -> None:
        """Let work take so long, as this clock sees it."""
        self.advance(timedelta(seconds=seconds * self.pace))


@dataclass(frozen=True)
class Jump:
    """What happens to the clock in the middle of an order: from an instant to another, and its pace then."""

    name: str
    before: datetime
    after: datetime
    pace: float = 1.0


_A_WHILE = timedelta(minutes=6)  # a little longer than a dead desk keeps its job
_SECOND, _HOUR = timedelta(seconds=1), timedelta(hours=1)
JUMPS = (
    Jump("none", NOW, NOW),
    Jump("a year ahead", NOW, NOW + YEAR),
    Jump("a year back", NOW, NOW - YEAR),
    Jump("an hour back", NOW, NOW - _HOUR),
    Jump("frozen", NOW, NOW, 0.0),
    Jump("1 % fast", NOW, NOW, 1.01),
    Jump("1 % slow", NOW, NOW, 0.99),
    Jump("into summer time", SPRING - _SECOND, SPRING + _SECOND),
    Jump("out of summer time", AUTUMN - _SECOND, AUTUMN + _SECOND),
    Jump("out of summer time by the hand of somebody", AUTUMN + _HOUR, AUTUMN),
    Jump("over midnight of the site alone", SPRING - 2 * _HOUR - _SECOND, SPRING - 2 * _HOUR + _SECOND),
    Jump("a leap second that is counted twice", LEAP + _SECOND, LEAP),
)


@dataclass
class Counts:
    """What was done, and what did not hold."""

    orders: int = 0
    commands: int = 0
    jumps: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing was refused and everything was right."""
        return not self.refused and not self.wrong


class ClockedDesk:
    """A desk of the sample company in a zone with summer time, on a clock that jumps."""

    def __init__(self, url: str, folder: Path) -> None:
        self.sample: SampleDesk = open_sample_desk(url)
        self.clock = JumpingClock(NOW)
        self.sample.clock = self.clock
        self.sample.ports = Ports(self.clock, self.sample.ports.ids)
        self.sample.door = open_door(self.sample.store, self.sample.ports)
        self.journal = Journal(folder / "drafts")
        self.counts = Counts()
        with self.sample.store.writing() as session, session.begin():
            session.execute(update(Site).values(zone=ZONE))
            # Nobody pays while the clock jumps: sooner or later credit would refuse what the clock does not.
            session.execute(update(Customer).values(credit_limit=None))

    def close(self) -> None:
        """Give the store back."""
        self.sample.store.close()

    def work(self, jump: Jump, step: int) -> None:
        """Take an order from the first key to the goods issue; the clock jumps at one of its steps."""
        self.counts.orders += 1
        self.counts.jumps[jump.name] += 1
        self.clock.set(jump.before)
        self.clock.pace = 1.0
        try:
            self._order(jump, step)
        except (OrderDeskError, SQLAlchemyError) as fault:
            self.counts.refused.append(f"{jump.name}: {fault}")

    def _order(self, jump: Jump, jumps_at: int) -> None:
        def turn(step: int) -> None:
            if step == jumps_at:
                self.clock.set(jump.after)
                self.clock.pace = jump.pace
            self.clock.work(20)

        draft = self.sample.draft("C2001", ("A105", "1"), ("B210", "2"))
        turn(0)
        saved = self._done(self.sample.save(draft), jump)
        base = saved.touched_one("order").revision
        turn(1)
        draft = self._type_on(draft.model_copy(update={"number": saved.touched_one("order").number}), base)
        turn(2)
        submitted = self.sample.with_seen_prices(draft)
        today = business_date(self.clock.now(), ZONE)
        self._done(self.sample.submit(submitted), jump)
        self._check_dates(draft, today, jump)
        turn(3)
        self._decide(draft, jump)
        turn(4)
        self._ship(draft, jump)
        self._run_jobs(jump)

    def _type_on(self, draft: OrderDraft, base: int) -> OrderDraft:
        """Type after the save: the journal has it, and it counts before what the store has."""
        for text in ("1", "12"):
            at = self.clock.now()
            self.journal.append(Journalled(draft, at, 0, "quantity", base, text))
        typed = [entry for entry in self.journal.read_all() if entry.draft.id == draft.id]
        with self.sample.store.reading() as connection:
            standing = standing_of(connection, draft.id)
        if [entry.typed for entry in typed] != ["12"]:
            self.counts.wrong.append("the journal's last line is not its newest")
        elif not journals.counts_before(typed[0], standing.revision, standing.saved_at):
            self.counts.wrong.append("what was typed last would be lost")
        self.journal.forget(draft.id)
        return draft

    def _check_dates(self, draft: OrderDraft, today: Any, jump: Jump) -> None:
        with self.sample.store.reading() as connection:
            row = connection.execute(
                select(Order.document_date, Order.submitted_at).where(Order.id == draft.id)
            ).one()
        if row.document_date != today:
            self.counts.wrong.append(f"{jump.name}: the document is of {row.document_date}, not of {today}")
        if row.submitted_at != self.clock.now():
            self.counts.wrong.append(f"{jump.name}: submitted at another time than the clock's")

    def _decide(self, draft: OrderDraft, jump: Jump) -> None:
        statement = select(ApprovalTask.__table__).where(
            ApprovalTask.order_id == draft.id, ApprovalTask.state == "active"
        )
        while True:
            with self.sample.store.reading() as connection:
                task = connection.execute(statement).one_or_none()
            if task is None:
                return
            data = DecideTask(task_id=task.id, decision="approve", material=task.material_sha256)
            self._done(self.sample.do(data, WHO[task.role]), jump)

    def _ship(self, draft: OrderDraft, jump: Jump) -> None:
        with self.sample.store.reading() as connection:
            rows = connection.execute(
                select(DeliveryLine.id, DeliveryLine.delivery_id, DeliveryLine.quantity)
                .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
                .where(Delivery.order_id == draft.id)
            ).all()
        lines = tuple(PickedLine(delivery_line_id=row.id, picked=Decimal(row.quantity)) for row in rows)
        self._done(
            self.sample.do(PickDelivery(delivery_id=rows[0].delivery_id, lines=lines), "zhaoqiang"), jump
        )
        self._done(self.sample.do(ShipDelivery(delivery_id=rows[0].delivery_id), "zhaoqiang"), jump)

    def _run_jobs(self, jump: Jump) -> None:
        """A job whose holder died under a clock that was a year ahead runs today."""
        now, ids = self.clock.now(), self.sample.ports.ids
        with self.sample.store.writing() as session, session.begin():
            jobs.enqueue(session, "unknown", f"{jump.name}/{ids.new()}", "{}", now - _SECOND, ids)
        taken = jobs.take(self.sample.store, "a desk that dies", now + YEAR)
        later = now + _A_WHILE
        again = jobs.take(self.sample.store, "another", later)
        if taken is None or again is None or again.id != taken.id:
            self.counts.wrong.append(f"{jump.name}: a job waits for a clock that was ahead")
            with self.sample.store.writing() as session, session.begin():
                session.execute(update(Job).values(done_at=now))
            return
        jobs.failed(self.sample.store, again, "another", now + YEAR, "put off")
        last = jobs.take(self.sample.store, "another", later)
        if last is None or not jobs.done(self.sample.store, last, "another", later):
            self.counts.wrong.append(f"{jump.name}: a job that failed waits for a clock that was ahead")

    def _done(self, outcome: Outcome, jump: Jump) -> Outcome:
        self.counts.commands += 1
        if outcome.is_refused:
            self.counts.refused.append(f"{jump.name}: {[one.code for one in outcome.problems]}")
        return outcome

    def look(self) -> None:
        """Ask the invariants, and whether numbers came in the order of the entries."""
        with self.sample.store.reading() as connection:
            try:
                check_invariants(self.sample.store.store_code, connection)
            except AssertionError as broken:
                self.counts.wrong.append(str(broken)[:200])
            made = connection.scalars(
                select(CommandLog.outcome).where(CommandLog.command == "save_draft").order_by(CommandLog.v)
            ).all()
        numbers = [str(json.loads(text)["touched"][0]["number"]) for text in made]
        if numbers != sorted(numbers):
            self.counts.wrong.append("numbers are not in the order of their entries")


_STEPS = (1, 0, 2, 3, 4)  # the first: between what is saved and what is typed on


def jump_about(url: str, folder: Path, orders: int) -> Counts:
    """Take ``orders`` orders, each over one jump of the clock: every jump at every step, again and again."""
    desk = ClockedDesk(url, folder)
    try:
        for number in range(orders):
            desk.work(JUMPS[number % len(JUMPS)], _STEPS[number // len(JUMPS) % len(_STEPS)])
            if number % len(JUMPS) == len(JUMPS) - 1:
                desk.look()
        desk.look()
        return desk.counts
    finally:
        desk.close()
