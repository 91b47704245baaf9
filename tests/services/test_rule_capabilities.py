"""What order desks ask of rules (C17, C29, C31 to C35, C49), as tables that people would write."""

from __future__ import annotations

import copy
import json
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk.errors import UserError
from orderdesk.intake.sample import sample_id
from orderdesk.models import ApprovalTask, Customer, Order
from orderdesk.rules.answers import Answer, answer_of
from orderdesk.rules.approval import route
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.measures import FactValue, Money
from orderdesk.rules.rehearsal import Move, PastOrder, Rehearsal
from orderdesk.rules.rule_checks import Existing, check_rules
from orderdesk.rules.rulebooks import APPROVAL
from orderdesk.rules.tables import read_table
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import SampleDesk
from tests.support.rule_life import RuleDesk

D = Decimal
APPROVAL_FILE = Path(__file__).parents[2] / "resources" / "rules" / "approval.json"
EXISTING = Existing({
    "tier": frozenset({"vip", "a", "b", "standard"}), "approver": frozenset({"manager", "finance"}),
    "class": frozenset({"end", "dealer", "shop", "export"}),
})  # fmt: skip


def table(*rows: tuple[dict[str, str], dict[str, Any]], policy: str = "FIRST") -> dict[str, Any]:
    types: dict[str, dict[str, Any]] = {
        "customer_class": {"type": "choice"}, "tier": {"type": "choice"}, "kinds": {"type": "set"},
        "amount": {"type": "money", "measure": "CNY"}, "margin": {"type": "percent"},
        "region": {"type": "choice"}, "custom.project": {"type": "text"}, "department": {"type": "choice"},
    }  # fmt: skip
    named = list(dict.fromkeys(name for when, _ in rows for name in when))
    return {
        "format": 1, "name": "approval", "version": 1, "hit_policy": policy,
        "inputs": [{"fact": name, **types[name]} for name in named],
        "outputs": [
            {"name": "step", "type": "number"}, {"name": "role", "type": "choice"},
            {"name": "hours", "type": "number"}, {"name": "note", "type": "text"},
        ],
        "rows": [{"when": when, "then": then} for when, then in rows],
    }  # fmt: skip


def asked(source: dict[str, Any], **facts: FactValue) -> list[str]:
    return [step.role for step in route(facts, read_table(source)).steps]


def test_c32_27_orders_go_27_ways_by_class_amount_and_product() -> None:
    roles = {"end": None, "dealer": "manager", "export": "finance"}
    amounts = {"<= 10000": D(10_000), "10000 <.. 20000": D("20000.00"), "> 20000": D("20000.01")}
    kinds = {"standard": 1, "custom": 2, "bundle": 3}
    rows, expected = [], {}
    for (of_class, role), (cell, amount), (kind, hours) in product(
        roles.items(), amounts.items(), kinds.items()
    ):
        then = {"role": role, "hours": hours, "note": f"{of_class} {amount} {kind}"}
        rows.append(({"customer_class": of_class, "amount": cell, "kinds": f"contains {kind}"}, then))
        expected[of_class, amount, kind] = (role, hours, len(rows))
    source = read_table(table(*rows))
    found = {}
    for of_class, amount, kind in expected:
        facts: dict[str, FactValue] = {
            "customer_class": of_class,
            "amount": Money(amount, "CNY"),
            "kinds": frozenset({kind}),
        }
        way = route(facts, source)
        step = way.steps[0] if way.steps else None
        row = way.through_row if step is None else step.row
        within = kinds[kind] if step is None else step.hours
        found[of_class, amount, kind] = (None if step is None else step.role, within, row)
    assert found == expected
    assert len({row for _, _, row in found.values()}) == 27


def test_c17_one_of_each_kind_goes_the_strictest_way() -> None:
    source = table(
        ({"kinds": "contains custom"}, {"step": 1, "role": "manager"}),
        ({"kinds": "contains bundle"}, {"step": 2, "role": "finance"}),
        ({"kinds": "standard"}, {"note": "nothing but standard items"}),
        policy="COLLECT",
    )
    assert asked(source, kinds=frozenset({"standard"})) == []
    assert asked(source, kinds=frozenset({"custom", "standard"})) == ["manager"]
    assert asked(source, kinds=frozenset({"standard", "custom", "bundle"})) == ["manager", "finance"]


@pytest.mark.parametrize(
    ("facts", "role"),
    [
        ({"margin": D("0.05"), "region": "上海市", "custom.project": "hotel"}, "finance"),
        ({"margin": D("0.05"), "region": "江苏省", "custom.project": "hotel"}, None),
        ({"margin": D("0.15"), "region": "江苏省", "custom.project": "school 3"}, "manager"),
        ({"margin": None, "region": "江苏省", "custom.project": None}, "manager"),
    ],
)
def test_c29_branches_combine_any_facts_by_and_and_or(facts: dict[str, FactValue], role: str | None) -> None:
    source = table(
        ({"margin": "< 10 %", "region": "in 上海市, 北京市"}, {"role": "finance"}),
        ({"custom.project": "starts with school"}, {"role": "manager"}),
        ({"margin": "empty"}, {"role": "manager"}),
        ({}, {"note": "the rest"}),
    )
    assert asked(source, **facts) == ([role] if role else [])


def test_c49_large_orders_go_to_the_senior_and_dealers_to_their_department() -> None:
    source = table(
        ({"amount": "> 20000"}, {"step": 1, "role": "finance", "note": "senior reviewer"}),
        ({"customer_class": "dealer", "department": "渠道销售部"}, {"step": 2, "role": "manager"}),
        ({"amount": "<= 20000", "customer_class": "<> dealer"}, {"note": "nobody"}),
        policy="COLLECT",
    )
    dealer: dict[str, FactValue] = {"customer_class": "dealer", "department": "渠道销售部"}
    assert asked(source, amount=Money(D(50_000), "CNY"), **dealer) == ["finance", "manager"]
    assert asked(source, amount=Money(D(500), "CNY"), **dealer) == ["manager"]
    assert asked(source, amount=Money(D(500), "CNY"), customer_class="end", department="华东销售部") == []


def sent(sample: SampleDesk, customer: str, quantity: str) -> OrderDraft:
    draft = sample.draft(customer, ("A105", quantity))
    outcome = sample.submit(draft)
    assert not outcome.is_refused, outcome.problems
    return draft


def roles(sample: SampleDesk, draft: OrderDraft) -> list[str]:
    with sample.store.reading() as connection:
        statement = select(ApprovalTask.role).where(ApprovalTask.order_id == draft.id)
        return list(connection.scalars(statement.order_by(ApprovalTask.step)))


def test_c31_c34_c35_by_the_shipped_rules_and_by_new_ones_without_a_release(sample: SampleDesk) -> None:
    with sample.store.writing() as session:  # two customers that differ in nothing but their tier
        ids = [sample_id("customer", code) for code in ("C1001", "C1002")]
        session.execute(update(Customer).where(Customer.id.in_(ids)).values(credit_limit=None))
        session.execute(update(Customer).where(Customer.id == ids[1]).values(tier="standard"))
        session.commit()
    vip, plain = sent(sample, "C1001", "30"), sent(sample, "C1002", "30")
    assert (roles(sample, vip), roles(sample, plain)) == ([], ["manager", "finance"])
    with sample.store.reading() as connection:
        said = connection.scalars(select(Order.route).where(Order.id == vip.id)).one()
    assert '"through_row":1' in said  # the log says which rule let it through
    rules = RuleDesk(sample)
    body = rules.live()
    body["rows"] = [row for row in body["rows"] if row["then"].get("role") != "finance"]
    body["examples"] = []
    rules.published(body, reason="no finance for a month")
    assert roles(sample, sent(sample, "C1002", "30")) == ["manager"]


# ── an injected bad rule (issue, Done when 4) ────────────────────────────────────────────────────────────

SHIPPED_FACTS: dict[str, list[FactValue]] = {
    "order_kind": ["order", "sample"], "tier": ["vip", "standard", "a"],
    "amount": [Money(D(one), "CNY") for one in (900, 9_000, 15_000, 25_000, 40_000)],
    "max_discount": [D(0), D("0.05")], "has_manual_price": [False, True], "below_floor": [False, True],
    "credit_after": [None, Money(D(-5), "CNY"), Money(D(5_000), "CNY")],
}  # fmt: skip


def wrong_sign(body: dict[str, Any], row: int, column: str) -> None:
    when = body["rows"][row]["when"]
    when[column] = when[column].replace(">", "<") if ">" in when[column] else when[column].replace("<", ">")


def missing_row(body: dict[str, Any], row: int, _column: str) -> None:
    del body["rows"][row]


def shadowed(body: dict[str, Any], row: int, _column: str) -> None:
    body["hit_policy"] = "FIRST"
    body["rows"].insert(0, {**copy.deepcopy(body["rows"][row]), "when": {}})


def lower_limit(body: dict[str, Any], row: int, column: str) -> None:
    when = body["rows"][row]["when"]
    sign, _, figure = when[column].partition(" ")
    when[column] = f"{sign} {int(figure) // 10}"


BAD = [
    (wrong_sign, 8, "amount"), (wrong_sign, 10, "amount"), (wrong_sign, 6, "max_discount"),
    (missing_row, 11, ""), (missing_row, 6, ""), (missing_row, 4, ""),
    (shadowed, 6, ""), (shadowed, 0, ""),
    (lower_limit, 9, "amount"), (lower_limit, 0, "amount"),
]  # fmt: skip


@pytest.mark.parametrize("with_examples", [True, False])
@pytest.mark.parametrize(("inject", "row", "column"), BAD)
def test_an_injected_bad_rule_is_caught_by_checks_or_rehearsal(
    inject: Any, row: int, column: str, with_examples: bool
) -> None:
    """The examples of the shipped table catch it; without them a rehearsal shows what moves."""
    good = shipped(with_examples=with_examples)
    bad = copy.deepcopy(good)
    inject(bad, row, column)
    assert not [one for one in check_rules(read_table(good), APPROVAL, EXISTING) if one.severity == "block"]
    if with_examples:
        try:
            problems = check_rules(read_table(bad), APPROVAL, EXISTING)
        except UserError as fault:  # an example that names a row which is gone
            problems = fault.problems
        assert [one for one in problems if one.severity == "block"]
    else:
        assert rehearsed_on_every_kind(good, bad)
        assert rehearsed_on_every_kind(good, good) == ()


def shipped(*, with_examples: bool) -> dict[str, Any]:
    source: dict[str, Any] = json.loads(APPROVAL_FILE.read_text("utf-8"))
    return source if with_examples else {**source, "examples": []}


def _judged(table: DecisionTable, order: PastOrder) -> Answer:
    return answer_of(APPROVAL, order.facts, order.lines, table)


def rehearsed_on_every_kind(good: dict[str, Any], bad: dict[str, Any]) -> tuple[Move, ...]:
    """Return the moves among orders of every kind that the facts above make."""
    rehearsal = Rehearsal(*(partial(_judged, read_table(one)) for one in (good, bad)))
    for number, values in enumerate(product(*SHIPPED_FACTS.values())):
        facts = dict(zip(SHIPPED_FACTS, values, strict=True))
        rehearsal.take(PastOrder(UUID(int=number), f"SO-{number}", None, date(2026, 3, 9), D(1), facts))
    return rehearsal.result().moves
