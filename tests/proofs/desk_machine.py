"""Proof P17: days at the desk made up by hypothesis, done by the real door and by the model, and compared."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, ClassVar
from uuid import UUID

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from orderdesk.clock import business_date
from orderdesk.intake.sample import sample_id
from orderdesk.models import (
    ApprovalTask,
    CreditAccount,
    Delivery,
    DeliveryLine,
    Hold,
    OrderLine,
    Reservation,
    ScheduleLine,
    StockLevel,
)
from orderdesk.models import Order as OrderRow
from orderdesk.paths import resources_dir
from orderdesk.services.reading.prices import standing_price_lists
from orderdesk.wire.commands import (
    ChangeOrder,
    CommentOrder,
    DecideTask,
    DiscardDraft,
    LiftHold,
    MergeCustomers,
    MoveStock,
    PickDelivery,
    PickedLine,
    PublishAdjustment,
    PutAdjustment,
    PutPriceList,
    ReserveStock,
    RestoreDraft,
    SaveDraft,
    ShipDelivery,
    StockClaim,
    SubmitOrder,
    WithdrawDecision,
    WithdrawSubmit,
)
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft, ScheduleDraft
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import AdjustmentLineRecord, AdjustmentRecord
from tests.proofs.desk_model import ZERO, Account, Company, Line, Order
from tests.proofs.invariants import check_invariants
from tests.support.desk import SampleDesk, open_sample_desk

ITEMS = ("A105", "B210", "C331", "E510")
CUSTOMERS = ("C2001", "C2002", "C3007", "C3008", "C3030")
LISTS = {"standard": "STD-2026", "vip": "TIER-VIP"}
WHO = {"manager": "zhangwei", "finance": "chenjing"}
FIRST, SECOND = 3, 10  # days ahead


@dataclass
class Counts:
    """What was tried in all runs."""

    runs: int = 0
    steps: Counter[str] = field(default_factory=Counter)
    refusals: int = 0


@cache
def _sample() -> dict[str, Any]:
    text = (resources_dir() / "sample" / "company.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def made_company() -> Company:
    """Return the model of the sample company, from its file."""
    sample = _sample()
    people = {row["code"]: row for row in sample["customers"]}
    accounts = {
        code: Account(
            people[code]["tier"],
            Decimal(people[code]["credit_limit"]) if people[code].get("credit_limit") else None,
            Decimal(people[code].get("receivable") or 0),
        )
        for code in CUSTOMERS
    }
    lists = {row["code"]: row["prices"] for row in sample["price_lists"]}
    prices = {tier: {item: Decimal(lists[code][item]) for item in ITEMS} for tier, code in LISTS.items()}
    company = Company(accounts, prices)
    for row in sample["items"]:
        if row["code"] in ITEMS:
            company.floors[row["code"]] = Decimal(row["floor_price"])
            company.stock[row["code"]] = int(row["stock"]["PD"])
    return company


Asked = list[tuple[str, int, str, bool]]  # item, quantity, price or discount, whether it is split

places = st.integers(min_value=0, max_value=99)
wanted = st.lists(
    st.tuples(
        st.sampled_from(ITEMS),
        st.integers(min_value=1, max_value=16),
        st.sampled_from(("0", "0", "0.03", "0.05", "0.1", "manual", "manual low")),
        st.booleans(),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda line: line[0],
)


class DeskMachine(RuleBasedStateMachine):
    """One desk and its model. ``urls`` makes a store for each run."""

    urls: ClassVar[Callable[[], str]]
    counts: ClassVar[Counts]

    def __init__(self) -> None:
        super().__init__()
        self.desk: SampleDesk = open_sample_desk(type(self).urls())
        self.company = made_company()
        self.addresses: dict[str, AddressDraft] = {}
        self.site = sample_id("site", "PD")
        self.compared = 0  # after how many steps

    @initialize(
        asked=st.lists(st.tuples(st.sampled_from(CUSTOMERS), wanted), min_size=2, max_size=5),
        sends=st.booleans(),
    )
    def begin(self, asked: list[tuple[str, Asked]], sends: bool) -> None:
        """Look up where the customers' goods go, and begin some orders: a day without any is none."""
        type(self).counts.runs += 1
        self.addresses = {code: self.desk.customer(code).addresses[0] for code in CUSTOMERS}
        for customer, lines in asked:
            self.save(customer, lines)
        for place in range(len(asked) - 1 if sends else 0):
            self.submit(place, stale=False)

    def teardown(self) -> None:
        """Give the store back."""
        self.desk.store.close()

    # ways to say it

    @property
    def today(self) -> date:
        """The day at the site."""
        return business_date(self.desk.clock.now(), "Asia/Shanghai")

    def orders(self, *states: str) -> list[Order]:
        """Return the orders in these states, in the order of their making."""
        return [order for order in self.company.orders.values() if order.state in states]

    def one(self, place: int, *states: str) -> Order | None:
        """Return one of the orders in these states; ``None`` where there is none."""
        found = self.orders(*states)
        return found[place % len(found)] if found else None

    def do(
        self, step: str, data: Any, person: str, *, base: int | None = None, expected: bool = True
    ) -> Outcome:
        """Send a command; it is applied, or refused where that is expected."""
        type(self).counts.steps[step] += 1
        outcome = self.desk.do(data, person, base)
        type(self).counts.refusals += outcome.is_refused
        told = [(problem.code, dict(problem.params)) for problem in outcome.problems]
        assert outcome.is_refused != expected, f"{step}: {outcome.outcome} {told}"
        return outcome

    def lines(self, customer: str, asked: Asked) -> list[Line]:
        """Return lines as they are typed."""
        new, made = self.desk.ports.ids.new, []
        for item, quantity, how, splits in asked:
            listed = self.company.listed(customer, item)
            manual = {"manual": listed + 10, "manual low": listed - 60}.get(how)
            discount = ZERO if manual is not None else Decimal(how)
            first = quantity // 2 if splits and quantity > 1 else quantity
            schedule = [(new(), first, FIRST)]
            if first < quantity:
                schedule.append((new(), quantity - first, SECOND))
            made.append(Line(new(), item, quantity, manual, discount, tuple(schedule)))
        return made

    def draft(self, order: Order, *, stale: bool = False) -> OrderDraft:
        """Return the whole order as a screen sends it, with the prices that the model knows."""
        lines = []
        for line in order.lines:
            seen = line.unit_price(self.company.listed(order.customer, line.item)) + (1 if stale else 0)
            schedule = tuple(
                ScheduleDraft(id=part, quantity=Decimal(quantity), requested=self.today + timedelta(ahead))
                for part, quantity, ahead in line.schedule
            )
            lines.append(
                LineDraft(
                    id=line.id, item_id=sample_id("item", line.item), quantity=Decimal(line.quantity),
                    manual_price=line.manual, manual_reason="agreed" if line.manual is not None else "",
                    discount=line.discount or None, seen_price=seen, schedule=schedule,
                )
            )  # fmt: skip
        return OrderDraft(
            id=order.id, number=order.number or None, customer_id=sample_id("customer", order.customer),
            deliver_to=self.addresses[order.customer], site_id=self.site, parked=order.parked,
            requested=self.today + timedelta(FIRST), lines=tuple(lines),
        )  # fmt: skip

    def tasks(self, order: Order) -> list[Any]:
        """Return the tasks of the newest round."""
        with self.desk.store.reading() as connection:
            statement = select(ApprovalTask.__table__).where(ApprovalTask.order_id == order.id)
            found = list(connection.execute(statement.order_by(ApprovalTask.round, ApprovalTask.step)))
        return [task for task in found if task.round == found[-1].round]

    # drafts

    @rule(customer=st.sampled_from(CUSTOMERS), asked=wanted)
    def save(self, customer: str, asked: Asked) -> None:
        """Begin an order."""
        if self.company.accounts[customer].merged_into:
            return
        order = Order(self.desk.ports.ids.new(), "", customer, self.lines(customer, asked))
        outcome = self.do("save", SaveDraft(draft=self.draft(order)), "lina")
        order.number = str(outcome.touched_one("order").number)
        self.company.orders[order.id] = order

    @precondition(lambda self: self.orders("draft"))
    @rule(place=places, asked=wanted, parked=st.booleans())
    def edit(self, place: int, asked: Asked, parked: bool) -> None:
        """Change a draft, park it, resume it."""
        order = self.one(place, "draft")
        if order is not None:
            order.lines, order.parked, order.undo = self.lines(order.customer, asked), parked, None
            self.do("edit", SaveDraft(draft=self.draft(order)), "wangfang")

    @precondition(lambda self: self.orders("draft"))
    @rule(place=places)
    def discard(self, place: int) -> None:
        """Throw a draft away."""
        order = self.one(place, "draft")
        if order is not None:
            self.do("discard", DiscardDraft(order_id=order.id), "lina")
            order.state, order.parked, order.discarded, order.undo = "cancelled", False, True, None

    @precondition(lambda self: self.orders("cancelled"))
    @rule(place=places)
    def restore(self, place: int) -> None:
        """Bring it back; a refused order does not come back."""
        order = self.one(place, "cancelled")
        if order is not None:
            data = RestoreDraft(order_id=order.id)
            self.do("restore", data, "lina", expected=order.discarded)
            if order.discarded:
                order.state, order.discarded = "draft", False

    # the route

    @precondition(lambda self: self.orders("draft"))
    @rule(place=places, stale=st.sampled_from((False, False, False, True)))
    def submit(self, place: int, stale: bool) -> None:
        """Send a draft; with a price that nobody has, it is refused."""
        order = self.one(place, "draft")
        if order is None:
            return
        stale = stale and any(line.manual is None for line in order.lines)
        draft = self.draft(order, stale=stale).model_copy(update={"parked": False})
        self.do("submit", SubmitOrder(draft=draft), "lina", expected=not stale)
        if not stale:
            self.company.submit(order)

    @precondition(lambda self: self.orders("submitted", "released"))
    @rule(place=places)
    def withdraw(self, place: int) -> None:
        """Undo a submit, as long as nobody has acted."""
        order = self.one(place, "submitted", "released")
        if order is not None:
            can = self.company.can_withdraw(order)
            self.do("withdraw", WithdrawSubmit(order_id=order.id), "lina", expected=can)
            if can:
                self.company.to_draft(order)

    @precondition(lambda self: self.orders("submitted"))
    @rule(place=places, asked=wanted)
    def change(self, place: int, asked: Asked) -> None:
        """Change a submitted order in place: a new round of approval."""
        order = self.one(place, "submitted")
        if order is None:
            return
        with self.desk.store.reading() as connection:
            base = connection.execute(select(OrderRow.revision).where(OrderRow.id == order.id)).scalar_one()
        self.company.to_draft(order)
        order.lines = self.lines(order.customer, asked)
        self.do("change", ChangeOrder(draft=self.draft(order)), "wangfang", base=base)
        self.company.submit(order)

    @precondition(lambda self: self.orders("submitted"))
    @rule(place=places, decision=st.sampled_from(("approve", "approve", "approve", "send_back", "refuse")))
    def decide(self, place: int, decision: str) -> None:
        """Whoever is asked decides; whoever is not, may not."""
        order = self.one(place, "submitted")
        if order is None:
            return
        task = next(task for task in self.tasks(order) if task.state == "active")
        data = DecideTask.model_validate(
            {"task_id": task.id, "decision": decision, "material": task.material_sha256, "reason": "so"}
        )
        self.do("decide wrongly", data, "lina", expected=False)
        self.do("decide", data, WHO[task.role])
        self.company.decide(order, decision)

    @precondition(lambda self: any(one.undo for one in self.orders("submitted", "released")))
    @rule(place=places)
    def take_back(self, place: int) -> None:
        """Take an approval back; not after the warehouse has begun."""
        found = [order for order in self.orders("submitted", "released") if order.undo is not None]
        if not found:
            return
        order = found[place % len(found)]
        task = [task for task in self.tasks(order) if task.state == "approved"][-1]
        can = not order.picked
        self.do("take back", WithdrawDecision(task_id=task.id), WHO[task.role], expected=can)
        if can:
            self.company.take_back(order)

    # goods

    @rule(item=st.sampled_from(ITEMS), quantity=st.integers(min_value=1, max_value=30))
    def goods_in(self, item: str, quantity: int) -> None:
        """Goods come in."""
        data = MoveStock(
            item_id=sample_id("item", item), site_id=self.site, quantity=Decimal(quantity), kind="goods_in"
        )
        self.do("goods in", data, "zhaoqiang")
        self.company.stock[item] += quantity

    @precondition(lambda self: self.orders("released"))
    @rule(place=places, share=st.sampled_from((1, 1, 2)), ships=st.sampled_from((True, True, False)))
    def ship(self, place: int, share: int, ships: bool) -> None:
        """Pick what is reserved for the next delivery, all or half of it, and let it go."""
        order = self.one(place, "released")
        if order is None or not sum(order.reserved.values()):
            return
        self._lift(order)
        rows = self._next_delivery(order)
        if not rows:
            return
        found = {row.id: min(int(row.quantity), order.reserved.get(row.part, 0)) // share for row in rows}
        if not any(found.values()):
            return
        lines = tuple(
            PickedLine(
                delivery_line_id=row.id, picked=Decimal(found[row.id]),
                short_reason="wait" if found[row.id] < row.quantity else "",
            )
            for row in rows
        )  # fmt: skip
        self.do("pick", PickDelivery(delivery_id=rows[0].delivery_id, lines=lines), "zhaoqiang")
        order.picked = True
        if not ships:
            return
        self.do("ship", ShipDelivery(delivery_id=rows[0].delivery_id), "zhaoqiang")
        for row in rows:
            item = next(line.item for line in order.lines if any(row.part == one[0] for one in line.schedule))
            self.company.stock[item] -= found[row.id]
            order.reserved[row.part] = order.reserved.get(row.part, 0) - found[row.id]
            order.shipped[row.part] = order.shipped.get(row.part, 0) + found[row.id]

    def _lift(self, order: Order) -> None:
        with self.desk.store.reading() as connection:
            holds = connection.execute(
                select(Hold.id, Hold.lift_roles).where(Hold.order_id == order.id, Hold.lifted_at.is_(None))
            ).all()
        for hold in holds:
            who = "chenjing" if "finance" in hold.lift_roles else "zhangwei"
            self.do("lift", LiftHold(hold_id=hold.id, reason="paid"), who)

    def _next_delivery(self, order: Order) -> list[Any]:
        statement = (
            select(
                DeliveryLine.id, DeliveryLine.delivery_id, DeliveryLine.quantity,
                DeliveryLine.schedule_line_id.label("part"),
            )
            .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
            .where(Delivery.order_id == order.id, Delivery.state.in_(("planned", "picking")))
            .order_by(Delivery.part, DeliveryLine.position)
        )  # fmt: skip
        with self.desk.store.reading() as connection:
            rows = connection.execute(statement).all()
        for row in rows:
            if order.reserved.get(row.part, 0):
                return [other for other in rows if other.delivery_id == row.delivery_id]
        return []

    @precondition(lambda self: self.orders("released"))
    @rule(place=places)
    def reserve(self, place: int) -> None:
        """Reserve for a part of a line that got nothing at its release."""
        order = self.one(place, "released")
        short = [
            (line, part, quantity)
            for line in (order.lines if order is not None else ())
            for part, quantity, _ahead in line.schedule
            if order is not None and not order.reserved.get(part) and not order.shipped.get(part)
        ]
        if order is None or not short:
            return
        line, part, quantity = short[place % len(short)]
        claim = StockClaim(
            schedule_line_id=part, item_id=sample_id("item", line.item), site_id=self.site,
            quantity=Decimal(quantity),
        )  # fmt: skip
        outcome = self.do("reserve", ReserveStock(claims=(claim,)), "lina")
        fits = quantity <= self.company.available(line.item)
        assert outcome.outcome == ("applied" if fits else "applied_adjusted")
        if fits:
            order.reserved[part] = quantity

    # prices, days, customers

    @rule(
        tier=st.sampled_from(tuple(LISTS)), item=st.sampled_from(ITEMS), rise=st.sampled_from((-3, 2, 11)),
        by_adjustment=st.booleans(),
    )  # fmt: skip
    def change_price(self, tier: str, item: str, rise: int, by_adjustment: bool) -> None:
        """Change a price: in its list at once, or by an adjustment from tomorrow on."""
        if any(one[1:3] == (tier, item) for one in self.company.coming):
            return
        old = self.company.prices[tier][item]
        price, list_id = old + rise, sample_id("price_list", LISTS[tier])
        with self.desk.store.reading() as connection:
            standing = standing_price_lists(connection, [list_id])[list_id]
        if by_adjustment:
            self._adjust(tier, item, old, price)
            return
        prices = tuple(
            one.model_copy(update={"price": price}) if one.item_id == sample_id("item", item) else one
            for one in standing.record.prices
            if one.item_id != sample_id("item", item) or one.valid_to is None
        )
        changed = standing.record.model_copy(update={"prices": prices})
        self.do("price", PutPriceList(record=changed), "zhangwei", base=standing.revision)
        self.company.prices[tier][item] = price
        self.company.changes += 1

    def _adjust(self, tier: str, item: str, old: Decimal, price: Decimal) -> None:
        start, new = self.today + timedelta(1), self.desk.ports.ids.new
        unit = next(row["unit"] for row in _sample()["items"] if row["code"] == item)
        line = AdjustmentLineRecord(
            id=new(), price_list_id=sample_id("price_list", LISTS[tier]), item_id=sample_id("item", item),
            unit=unit, old_price=old, new_price=price,
        )  # fmt: skip
        record = AdjustmentRecord(id=new(), start=start, reason="wood", lines=(line,))
        self.do("adjust", PutAdjustment(record=record), "zhangwei")
        self.do("publish", PublishAdjustment(adjustment_id=record.id), "zhangwei")
        self.company.coming.append((start, tier, item, price))

    @rule()
    def next_day(self) -> None:
        """Go home and come back."""
        type(self).counts.steps["next day"] += 1
        self.desk.clock.advance(timedelta(days=1))
        self.company.next_day(self.today)

    @precondition(lambda self: not self.company.accounts["C3008"].merged_into)
    @rule(now=st.sampled_from((False, False, True)))
    def merge(self, now: bool) -> None:
        """Two of the customers are one, unless somebody is asked about an order of the one that goes."""
        if now:
            data = MergeCustomers(
                keep_id=sample_id("customer", "C3007"), gone_id=sample_id("customer", "C3008")
            )
            waits = any(one.customer == "C3008" for one in self.orders("submitted"))
            self.do("merge", data, "zhangwei", expected=not waits)
            if not waits:
                self.company.merge("C3007", "C3008")

    @rule(place=places)
    def comment(self, place: int) -> None:
        """Say something, which changes nothing."""
        order = self.one(place, "draft", "submitted", "released")
        if order is not None:
            self.do("comment", CommentOrder(order_id=order.id, text="call"), "lina")

    # after each step

    @invariant()
    def the_desk_is_what_the_model_says(self) -> None:
        """Compare everything, where anything was asked of the desk since it was compared."""
        done = sum(type(self).counts.steps.values())
        if done == self.compared:
            return
        self.compared = done
        with self.desk.store.reading() as connection:
            check_invariants(self.desk.store.store_code, connection)
            rows = {row.id: row for row in connection.execute(select(OrderRow.__table__))}
            self._compare_orders(rows)
            self._compare_goods(connection)
            accounts = {row.customer_id: row for row in connection.execute(select(CreditAccount.__table__))}
        for code in CUSTOMERS:
            mine = [one.exposure for one in self.company.orders.values() if one.customer == code]
            row = accounts.get(sample_id("customer", code))
            assert (ZERO if row is None else row.exposure) == sum(mine, ZERO), f"exposure of {code}"

    def _compare_orders(self, rows: dict[UUID, Any]) -> None:
        ours = {key for key, row in rows.items() if not row.source}
        assert ours == set(self.company.orders)
        for order in self.company.orders.values():
            row = rows[order.id]
            assert row.number == order.number
            said = f"{order.number}: {row.state} {row.parked}, in the model {order.state} {order.parked}"
            assert (row.state, row.parked) == (order.state, order.parked), said
            assert row.customer_id == sample_id("customer", order.customer)
            assert row.exposure == order.exposure
            if order.state in ("submitted", "released"):
                assert row.total == order.total, f"{order.number}: {row.total} {order.total}"
            if order.tasks:
                told = [(task.role, task.state) for task in self.tasks(order)]
                mine = [(task.role, task.state) for task in order.tasks]
                assert told == mine, f"{order.number}: {told}, in the model {mine}"

    def _compare_goods(self, connection: Any) -> None:
        levels = {
            row.item_id: row
            for row in connection.execute(select(StockLevel.__table__).where(StockLevel.site_id == self.site))
        }
        for item in ITEMS:
            row = levels[sample_id("item", item)]
            assert (row.on_hand, row.reserved) == (self.company.stock[item], self.company.reserved(item)), (
                item
            )
        held = {
            row.schedule_line_id: row.quantity for row in connection.execute(select(Reservation.__table__))
        }
        mine = {
            part: quantity
            for order in self.company.orders.values()
            for part, quantity in order.reserved.items()
            if quantity
        }
        assert held == mine
        parts = (
            select(ScheduleLine.id, ScheduleLine.shipped)
            .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
            .join(OrderRow, OrderRow.id == OrderLine.order_id)
            .where(OrderRow.source == "", ScheduleLine.shipped > 0)
        )
        left = {row.id: row.shipped for row in connection.execute(parts)}
        assert left == {
            part: quantity
            for order in self.company.orders.values()
            for part, quantity in order.shipped.items()
            if quantity
        }


def run_days(urls: Callable[[], str], runs: int, steps: int, *, shrinks: bool = True) -> Counts:
    """Let so many days happen, each of so many steps; ``AssertionError`` with the steps where one differs."""
    counts = Counts()

    class Machine(DeskMachine):
        pass

    Machine.urls, Machine.counts = staticmethod(urls), counts
    phases = (Phase.generate, Phase.shrink) if shrinks else (Phase.generate,)
    how = settings(
        max_examples=runs, stateful_step_count=steps, phases=phases, derandomize=True, deadline=None,
        database=None, suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Machine, settings=how)
    return counts


def copies_of(template: Path, folder: Path) -> Callable[[], str]:
    """Return what makes a copy of an SQLite store for each run, in the place of the one before."""

    def copy() -> str:
        path = folder / "day.sqlite"
        for old in folder.glob("day.sqlite*"):
            old.unlink()
        path.write_bytes(template.read_bytes())
        return f"sqlite:///{path.as_posix()}"

    return copy
