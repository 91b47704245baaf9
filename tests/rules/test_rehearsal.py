"""Rehearsal: moves, winners and losers, what cannot be tested; and that the same table moves nothing."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from orderdesk.rules.answers import Answer, answer_of
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.measures import FactValue, Money
from orderdesk.rules.rehearsal import PastOrder, Rehearsal, Rehearsed
from orderdesk.rules.rulebooks import BOOKS
from orderdesk.rules.tables import read_table

SHIPPED = Path(__file__).parents[2] / "resources" / "rules" / "approval.json"
DAY = date(2026, 3, 9)
D = Decimal


def shipped(name: str = "approval") -> dict[str, Any]:
    found: dict[str, Any] = json.loads(SHIPPED.with_stem(name).read_text("utf-8"))
    return found


def table(source: dict[str, Any]) -> DecisionTable:
    return read_table(source)


def order(number: int, amount: str, **facts: FactValue) -> PastOrder:
    known: dict[str, FactValue] = {
        "order_kind": "order", "tier": "standard", "customer_class": "end", "max_discount": D(0),
        "has_manual_price": False, "below_floor": False, "credit_after": None,
        "amount": Money(D(amount), "CNY"), **facts,
    }  # fmt: skip
    day = DAY - timedelta(days=number)
    return PastOrder(UUID(int=number), f"SO-{number}", UUID(int=number % 3), day, D(amount), known)


def rehearsed(live: DecisionTable, draft: DecisionTable, *orders: PastOrder) -> Rehearsed:
    rehearsal = Rehearsal(partial(_judged, live.name, live), partial(_judged, draft.name, draft))
    for one in orders:
        rehearsal.take(one)
    return rehearsal.result()


def _judged(name: str, of: DecisionTable, order: PastOrder) -> Answer:
    return answer_of(BOOKS.get(name) or replace(BOOKS["approval"], name=name), order.facts, order.lines, of)


def test_moves_are_counted_with_their_sum_and_the_highest() -> None:
    live, changed = shipped(), shipped()
    for row in changed["rows"]:
        if row["when"].get("amount") == "> 10000":
            row["when"]["amount"] = "> 15000"
        if row["when"].get("amount") == "<= 10000":
            row["when"]["amount"] = "<= 15000"
    found = rehearsed(
        table(live),
        table(changed),
        order(1, "9000"),
        order(2, "12000"),
        order(4, "14000.50"),
        order(5, "25000"),
    )
    (move,) = found.moves
    assert (move.before, move.after) == (("term.role.finance",), ("term.answer.through",))
    assert (move.count, move.money, move.highest) == (2, D("26000.50"), D("14000.50"))
    assert (found.orders, found.unchanged, found.untestable) == (4, 2, 0)
    assert [one.number for one in found.moved] == ["SO-2", "SO-4"]
    assert [(one.customer_id, one.easier) for one in found.winners] == [(UUID(int=1), 1), (UUID(int=2), 1)]
    assert found.losers == ()
    assert (found.first_day, found.last_day) == (DAY - timedelta(days=5), DAY - timedelta(days=1))


def test_an_order_that_did_not_keep_a_fact_is_not_testable_and_never_unchanged() -> None:
    changed = shipped()
    changed["inputs"].append({"fact": "urgency", "type": "choice"})
    changed["rows"].append({"when": {"urgency": "urgent"}, "then": {"step": 1, "role": "manager"}})
    found = rehearsed(
        table(shipped()), table(changed), order(1, "9000"), order(2, "9000", urgency="normal"),
        order(3, "9000", urgency="urgent"),
    )  # fmt: skip
    assert (found.orders, found.unchanged, found.untestable) == (3, 1, 1)
    assert found.missing == {"urgency": 1}
    assert [(move.before, move.after) for move in found.moves] == [
        (("term.answer.through",), ("term.role.manager",))
    ]
    assert [one.harder for one in found.losers] == [1]


def test_a_table_that_cannot_decide_an_order_says_so_as_its_answer() -> None:
    broken = shipped()
    broken["hit_policy"] = "UNIQUE"
    found = rehearsed(table(shipped()), table(broken), order(1, "25000"))
    assert [move.after for move in found.moves] == [("problem.table.hits.unique",)]
    assert len(found.losers) == 1


def test_verdicts_are_compared_by_what_they_do() -> None:
    changed = shipped("validation")
    changed["rows"][0]["when"]["amount"] = "> 100"
    sample = {"order_kind": "sample"}
    found = rehearsed(
        table(shipped("validation")), table(changed), order(1, "200", **sample), order(2, "6000", **sample)
    )
    assert [(move.before, move.after, move.count) for move in found.moves] == [
        (("term.answer.passes",), ("term.answer.block",), 1)
    ]
    assert found.unchanged == 1


def test_a_book_without_words_of_its_own_is_compared_by_its_outputs() -> None:
    source = {
        "format": 1, "name": "other", "version": 1, "hit_policy": "FIRST",
        "inputs": [{"fact": "tier", "type": "choice"}], "outputs": [{"name": "site", "type": "text"}],
        "rows": [{"then": {"site": "PD"}}],
    }  # fmt: skip
    other = {**source, "rows": [{"then": {"site": "SZ"}}]}
    found = rehearsed(table(source), table(other), order(1, "5"))
    assert [(move.before, move.after) for move in found.moves] == [(("site PD",), ("site SZ",))]
    assert found.winners == found.losers == ()


def test_rehearsing_what_decides_moves_nothing() -> None:
    any_ = random.Random(5)
    orders = [
        order(
            number, str(any_.randint(1, 60_000)), tier=any_.choice(["vip", "a", "b", "standard", None]),
            order_kind=any_.choice(["order", "sample", "call_off", "quotation"]),
            max_discount=D(any_.randint(0, 10)).scaleb(-2), has_manual_price=any_.random() < 0.2,
            below_floor=any_.random() < 0.1, credit_after=any_.choice([None, Money(D(-5), "CNY")]),
        )
        for number in range(1, 301)
    ]  # fmt: skip
    for name in ("approval", "validation"):
        found = rehearsed(table(shipped(name)), table(shipped(name)), *orders)
        assert (found.orders, found.unchanged, found.untestable) == (300, 300, 0)
        assert (*found.moves, *found.moved, *found.winners, *found.losers) == ()
