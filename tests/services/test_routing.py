"""C26: 500 mixed orders find their own way to whoever must decide; nobody assigns one by hand.

What is expected comes from an oracle of its own, written from what the firm means by its approval table and
from what each order was given when it was made up. It reads neither the table nor the code that does.
"""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import ApprovalTask, Customer, Order
from orderdesk.services.reading.inbox import inbox_rows
from orderdesk.wire.drafts import LineDraft, OrderDraft
from tests.support.desk import SampleDesk, open_sample_desk

COMPANY = Path(__file__).parents[2] / "resources" / "sample" / "company.json"
ORDERS = 500
PROJECT_PRICES = "C2001"  # its project prices take no order discount
TAX = Decimal("1.13")
QUEUES = {
    "manager": "zhangwei",
    "finance": "chenjing",
    None: None,  # straight through: nobody is asked
}
NOT_IN_THE_OFFICE = ("lina", "wangfang", "zhaoqiang", "zhoumin")


@cache
def company() -> dict[str, Any]:
    """The sample company as its file has it."""
    found: dict[str, Any] = json.loads(COMPANY.read_text("utf-8"))
    return found


def items() -> list[dict[str, Any]]:
    """Items sold by the piece, so that an order of thirty is an order of thirty."""
    return [item for item in company()["items"] if item.get("price_unit", 1) == 1 and "floor_price" in item]


def customers() -> list[dict[str, Any]]:
    """Customers that may order."""
    return [one for one in company()["customers"] if one.get("status", "active") == "active"]


@dataclass(frozen=True)
class Sold:
    """A line as it was made up: what was taken off the price that the customer would have paid."""

    item: dict[str, Any]
    price: Decimal  # the customer's own, in the order's basis
    manual: Decimal | None
    discount: Decimal
    gift: bool


@dataclass(frozen=True)
class MadeUp:
    """An order of the mix: what the oracle may know of it."""

    id: UUID
    kind: str
    tier: str
    includes_tax: bool
    order_discount: Decimal
    lines: tuple[Sold, ...]

    def given_away(self) -> Decimal:
        """The largest share of a price that a line gives away; gifts have a reason of their own."""
        kept = [self._kept(line) for line in self.lines if not line.gift]
        most = max((1 - share * (1 - self.order_discount) for share in kept), default=Decimal(0))
        return max(most, Decimal(0)).quantize(Decimal("0.000001"), ROUND_HALF_UP)

    def has_manual_price(self) -> bool:
        return any(line.manual is not None for line in self.lines)

    def is_below_floor(self) -> bool:
        return any(
            self._charged(line) < Decimal(line.item["floor_price"]) for line in self.lines if not line.gift
        )

    @staticmethod
    def _kept(line: Sold) -> Decimal:
        return line.manual / line.price if line.manual is not None else 1 - line.discount

    def _charged(self, line: Sold) -> Decimal:
        price = line.manual if line.manual is not None else line.price * (1 - line.discount)
        with_tax = price if self.includes_tax else price * TAX
        return with_tax.quantize(Decimal("0.0001"), ROUND_HALF_UP) * (1 - self.order_discount)


def expected(order: MadeUp, total: Decimal, credit_left: Decimal | None) -> list[str]:
    """Return who must be asked, in turn, as the sales manager would say it.

    Samples up to 1,000 need nobody, dearer ones the manager. A very important customer orders up to 30,000 by
    himself and never meets finance; others up to 10,000. More than 4 % off, a price below the floor and,
    except for the very important, a price typed by hand go to the manager; so does what is above 20,000
    (30,000). Finance sees what is above 10,000, and what the credit does not cover.
    """
    important = order.tier == "vip"
    if order.kind == "sample":
        manager = total > 1000
    else:
        manager = (
            order.given_away() > Decimal("0.04")
            or order.is_below_floor()
            or (order.has_manual_price() and not important)
            or total > (30000 if important else 20000)
        )
    finance = not important and (total > 10000 or (credit_left is not None and credit_left < total))
    return [role for role, asked in (("manager", manager), ("finance", finance)) if asked]


class Mix:
    """Makes orders up, the same ones for the same seed."""

    def __init__(self, desk: SampleDesk, seed: int) -> None:
        self.desk = desk
        self.any = random.Random(seed)
        desk.keep_facts()  # price lists stand still while the orders come in

    def order(self) -> tuple[MadeUp, OrderDraft, str]:
        """Return an order, its draft, and the code of its customer."""
        customer = self.any.choice(customers())
        code = customer["code"]
        kind = self.any.choices(["order", "call_off", "sample", "quotation"], [70, 12, 12, 6])[0]
        samples = [item for item in items() if Decimal(item["list_price"]) < 1200]  # 5,000 are too many
        wanted = (
            self.any.sample(samples, self.any.randint(1, 4))
            if kind == "sample"
            else self.any.sample(items(), self.any.choice([1, 1, 2, 3, 5]))
        )
        most = 1 if kind == "sample" else self.any.choice([3, 8, 30])
        plain = self.desk.draft(
            code, *[(item["code"], str(self.any.randint(1, most))) for item in wanted], kind=kind
        )
        reduced = self.any.choice([Decimal(0)] * 6 + [Decimal("0.02"), Decimal("0.04"), Decimal("0.05")])
        order_discount = Decimal(0) if code == PROJECT_PRICES else reduced
        pairs = [self._line(line, item) for line, item in zip(plain.lines, wanted, strict=True)]
        draft = plain.model_copy(
            update={"order_discount": order_discount, "lines": tuple(line for line, _ in pairs)}
        )
        sold = tuple(one for _, one in pairs)
        made_up = MadeUp(draft.id, kind, customer["tier"], draft.prices_include_tax, order_discount, sold)
        return made_up, draft, code

    def _line(self, line: LineDraft, item: dict[str, Any]) -> tuple[LineDraft, Sold]:
        price = line.seen_price
        assert price is not None
        sort = self.any.choices(["plain", "discount", "manual", "floor", "gift"], [80, 10, 6, 2, 2])[0]
        if sort == "discount":
            rate = self.any.choice([Decimal("0.01"), Decimal("0.03"), Decimal("0.04"), Decimal("0.06")])
            return line.model_copy(update={"discount": rate}), Sold(item, price, None, rate, False)
        if sort in ("manual", "floor"):
            share = Decimal("0.99") if sort == "manual" else Decimal("0.70")
            typed = (price * share).quantize(Decimal("0.01"))
            fields = {"manual_price": typed, "manual_reason": "trade fair"}
            return line.model_copy(update=fields), Sold(item, price, typed, Decimal(0), False)
        if sort == "gift":
            fields = {"gift": True, "gift_reason": "complaint"}
            return line.model_copy(update=fields), Sold(item, price, None, Decimal(0), True)
        return line, Sold(item, price, None, Decimal(0), False)


def set_limits(desk: SampleDesk, mix: random.Random) -> dict[str, Decimal | None]:
    """Give each customer a limit of its own, some none, and return how much credit each has left."""
    left: dict[str, Decimal | None] = {}
    with desk.store.writing() as session:
        for one in customers():
            limit = mix.choice([None, Decimal(60_000), Decimal(400_000), Decimal(5_000_000)])
            session.execute(update(Customer).where(Customer.code == one["code"]).values(credit_limit=limit))
            left[one["code"]] = None if limit is None else limit - Decimal(one.get("receivable", 0))
        session.commit()
    return left


def asked(desk: SampleDesk, order_id: UUID) -> tuple[str, Decimal, list[tuple[str, str]]]:
    """Return state and total of an order, and role and state of its tasks in turn."""
    with desk.store.reading() as connection:
        order = connection.execute(select(Order.state, Order.total).where(Order.id == order_id)).one()
        tasks = connection.execute(
            select(ApprovalTask.role, ApprovalTask.state)
            .where(ApprovalTask.order_id == order_id)
            .order_by(ApprovalTask.step)
        ).all()
    return order.state, order.total, [(task.role, task.state) for task in tasks]


def inbox(desk: SampleDesk, person: str) -> set[UUID]:
    with desk.store.reading() as connection:
        return {row.order_id for row in inbox_rows(connection, sample_id("person", person))}


@pytest.mark.slow
def test_c26_each_of_500_mixed_orders_is_in_the_queue_that_the_firm_means(sample_sqlite_url: str) -> None:
    desk = open_sample_desk(sample_sqlite_url)
    mix = Mix(desk, 26)
    left = set_limits(desk, mix.any)
    queues: defaultdict[str | None, set[UUID]] = defaultdict(set)
    ways: Counter[tuple[str, ...]] = Counter()
    for _ in range(ORDERS):
        order, draft, code = mix.order()
        outcome = desk.submit(draft)
        assert not outcome.is_refused, outcome.problems
        state, total, tasks = asked(desk, order.id)
        roles = expected(order, total, left[code])
        states = ["active", "waiting"][: len(roles)]
        assert tasks == list(zip(roles, states, strict=True)), (order, total, left[code])
        assert (state == "released") == (not roles)
        queues[roles[0] if roles else None].add(order.id)
        ways[tuple(roles)] += 1
        credit = left[code]
        left[code] = None if credit is None else credit - total
    for role, person in QUEUES.items():
        if person is not None:
            assert inbox(desk, person) == queues[role]
    assert [inbox(desk, person) for person in NOT_IN_THE_OFFICE] == [set()] * len(NOT_IN_THE_OFFICE)
    assert min(ways[way] for way in ((), ("manager",), ("finance",), ("manager", "finance"))) >= 40, ways
    desk.store.close()
