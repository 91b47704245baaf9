"""The pricing rulebook on lines: which rows apply, in which order, what joins, and what a receipt replays."""

from __future__ import annotations

import json
import random
from decimal import Decimal
from typing import Any

import pytest

from orderdesk import words
from orderdesk.errors import UserError
from orderdesk.rules.approval import replay_route, route
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.facts import PricedLine
from orderdesk.rules.measures import FactValue, Money
from orderdesk.rules.price_rules import PriceRules, applied
from orderdesk.rules.pricing import LineMemo, price_order
from orderdesk.rules.receipts import line_json, near_words, replay, step_words
from orderdesk.rules.tables import read_table
from tests.rules.pricing_support import D, book, brk, item, line, order, price
from tests.rules.test_approval import TABLE as APPROVAL

CHAIR = item()
INPUTS: dict[str, dict[str, str]] = {
    "tier": {"type": "choice"}, "item_group": {"type": "choice"}, "group_quantity": {"type": "number"},
    "stock_quantity": {"type": "number"}, "price_source": {"type": "choice"},
}  # fmt: skip
USES = [{"fact": "price", "type": "money", "measure": "CNY"}, {"fact": "stock_quantity", "type": "number"}]


def table(
    *rows: tuple[dict[str, str], dict[str, Any]], policy: str = "RULE ORDER", version: int = 3
) -> DecisionTable:
    named = list(dict.fromkeys(name for when, _ in rows for name in when)) or ["tier"]
    return read_table({
        "format": 1, "name": "pricing", "version": 3, "hit_policy": "RULE ORDER",
        "inputs": [{"fact": name, **INPUTS[name]} for name in named],
        "uses": [one for one in USES if one["fact"] not in named],
        "outputs": [
            {"name": "off", "type": "percent"}, {"name": "price", "type": "money", "measure": "CNY"},
            {"name": "stacks", "type": "yes_no"}, {"name": "text", "type": "text"},
        ],
        "rows": [{"when": when, "then": then} for when, then in rows],
    })  # fmt: skip


VIP = ({"tier": "vip"}, {"off": "5 %", "text": "VIP"})


def facts(**known: FactValue) -> tuple[tuple[str, FactValue], ...]:
    stock: dict[str, FactValue] = {
        "tier": "vip",
        "item_group": "chairs",
        "group_quantity": D(3),
        "stock_quantity": D(3),
    }
    return tuple(sorted({**stock, **known}.items()))


def one(of: DecisionTable, *entries: Any, quantity: str = "3", **changes: Any) -> PricedLine:
    wanted = order(line(CHAIR, quantity, **{"rules": facts(), **changes}), rules=PriceRules(of, "CNY"))
    return price_order(wanted, book(*(entries or (price(CHAIR, "100"),)))).lines[0]


def listed(priced: PricedLine) -> list[tuple[str, str]]:
    return [
        (step.params["name"], str(step.after)) for step in priced.receipt if step.component == "adjustment"
    ]


def test_a_row_takes_its_share_off_the_price_and_says_so() -> None:
    found = one(table(VIP))
    assert (found.unit_price, found.amount, listed(found)) == (D(95), D(285), [("VIP", "95.0000")])
    (step,) = [step for step in found.receipt if step.component == "adjustment"]
    assert (step.ref, step.params["version"], step.params["row"]) == ("pricing 1", "3", "1")
    assert json.loads(step.params["facts"])["tier"] == "vip"
    code, params = step_words(step)
    assert words.text(code, "en", **params) == "VIP: 5 % off, 95"


def test_adjustments_are_listed_as_applied_and_join_only_where_allowed() -> None:
    several = table(
        ({"group_quantity": ">= 3"}, {"off": "10 %", "text": "three of a group"}),
        VIP,
        ({}, {"off": "2 %", "stacks": True, "text": "spring"}),
    )
    found = one(several)
    assert listed(found) == [("three of a group", "90.0000"), ("spring", "88.2000")]
    assert [(miss.reason, miss.ref, miss.params["name"]) for miss in found.near] == [
        ("stacks", "pricing 2", "VIP")
    ]
    assert listed(one(several, rules=facts(group_quantity=D(2)))) == [
        ("VIP", "95.0000"),
        ("spring", "93.1000"),
    ]
    assert listed(one(several, rules=facts(group_quantity=D(2), tier="a"))) == [("spring", "98.0000")]


def test_a_row_may_set_the_price_by_a_formula_or_add_to_it() -> None:
    rounded = table(({"tier": "vip"}, {"price": "= round(price * 0.9, 0.5)", "text": "rounded"}))
    assert one(rounded, price(CHAIR, "99.80")).unit_price == D(90)
    dearer = one(table(({}, {"off": "-3 %", "text": "small quantity"})))
    assert (dearer.unit_price, dearer.receipt[1].params["direction"]) == (D(103), "more")


@pytest.mark.parametrize("mode", ["whole", "above"])
def test_it_comes_after_the_break_and_before_what_is_typed(mode: str) -> None:
    entries = price(CHAIR, "100"), brk(CHAIR, "2", "0.1", mode)
    found = one(table(VIP), *entries, discount=D("0.02"))
    assert [step.component for step in found.receipt] == [
        "base", "break", "adjustment", "line_discount", "amount", "tax",
    ]  # fmt: skip
    exact = {"whole": D(270), "above": D(290)}[mode] * D("0.95") * D("0.98")
    assert found.amount == exact.quantize(D("0.01"))
    typed = one(table(VIP), *entries, manual_price=D(80), manual_reason="fair")
    assert (typed.unit_price, typed.source) == (D(80), "manual")
    assert typed.receipt[3].before == typed.receipt[2].after


def test_gifts_and_prices_that_take_no_part_are_left_alone() -> None:
    assert listed(one(table(VIP), gift=True, gift_reason="x")) == []
    assert listed(one(table(VIP), price(CHAIR, "70", "agreement", allows_promotion=False))) == []
    assert listed(one(table(VIP), price(CHAIR, "70", "agreement"))) == [("VIP", "66.5000")]
    assert one(table(VIP), price(item(2), "70")).source == "none"


def test_nearly_is_said_with_the_fact_that_refused() -> None:
    found = one(table(({"tier": "vip", "group_quantity": ">= 10"}, {"off": "8 %"})))
    (miss,) = found.near
    code, params = near_words(miss)
    assert words.text(code, "en", **params) == (
        "Row 1 asks for the quantity of its item group on the order “>= 10”; here it is 3"
    )


def test_a_table_that_cannot_decide_on_a_line_names_itself_and_the_line() -> None:
    with pytest.raises(UserError) as fault:
        one(table(VIP), rules=())
    (problem,) = fault.value.problems
    assert (problem.code, problem.path) == ("problem.table.fact.absent", "lines[0].item_id")
    assert problem.params["fact"] == "tier"


def test_a_price_below_zero_is_out_of_bounds() -> None:
    with pytest.raises(UserError):
        one(table(({}, {"price": "= price - 200"})))


def test_with_a_memo_another_table_prices_anew() -> None:
    memo = LineMemo()
    for share in ("5 %", "6 %"):
        rules = PriceRules(table(({}, {"off": share})), "CNY")
        wanted = order(line(CHAIR, "1", rules=facts()), rules=rules)
        book_of = book(price(CHAIR, "100"))
        assert price_order(wanted, book_of, memo) == price_order(wanted, book_of)


# ── stored decisions (issue, Done when 3) ────────────────────────────────────────────────────────────────

RULES = table(
    ({"group_quantity": ">= 6", "item_group": "in chairs, tables"}, {"off": "8 %", "text": "six of a group"}),
    ({"tier": "vip", "price_source": "<> agreement"}, {"off": "5 %", "text": "VIP"}),
    ({"item_group": "lamps"}, {"price": "= round(price * 0.93, 0.1)", "stacks": True, "text": "lamps"}),
    ({"tier": "in a, b"}, {"off": "1.5 %", "stacks": True, "text": "spring"}),
)


def test_1000_random_orders_replayed_from_stored_decisions_come_out_the_same() -> None:
    any_ = random.Random(33)
    adjusted = 0
    for _ in range(1_000):
        tier = any_.choice(["vip", "a", "b", "standard"])
        lines = []
        entries: list[Any] = []
        for key in range(1, any_.randint(2, 5)):
            of = item(key, price_unit=any_.choice([1, 100]))
            entries.append(
                price(
                    of,
                    str(any_.randint(100, 99_999) / Decimal(100)),
                    any_.choice(["list", "tier", "agreement"]),
                )
            )
            if any_.random() < 0.4:
                entries.append(brk(of, "5", "0.05", any_.choice(["whole", "above"])))
            lines.append(
                line(
                    of, str(any_.randint(1, 30)), key, unit=any_.choice(["pc", "box"]),
                    discount=any_.choice([D(0), D("0.03")]),
                    rules=facts(
                        tier=tier, item_group=any_.choice(["chairs", "tables", "lamps", ""]) or None,
                        group_quantity=D(any_.randint(1, 12)),
                    ),
                )
            )  # fmt: skip
        wanted = order(
            *lines, prices_include_tax=any_.random() < 0.5, order_discount=any_.choice([D(0), D("0.02")]),
            rounding=any_.choice(["none", "yuan"]), rules=PriceRules(RULES, "CNY"),
        )  # fmt: skip
        priced = price_order(wanted, book(*entries))
        for sold in priced.lines:
            stored = json.loads(json.dumps(line_json(sold)))
            again = replay(stored)
            assert again.difference is None
            assert (again.unit_price, again.amount, again.amount_gross) == (
                sold.unit_price, sold.amount, sold.amount_gross,
            )  # fmt: skip
            steps = [step["params"] for step in stored["receipt"] if step["component"] == "adjustment"]
            adjusted += bool(steps)
            for params in steps:
                decided, _ = applied(RULES.decide(RULES.facts_from_text(json.loads(params["facts"]))))
                assert [str(row.row) for row in decided] == [step["row"] for step in steps]
        way = route(_order_facts(priced.total, tier, any_), APPROVAL)
        assert replay_route(way.facts, APPROVAL) == way
    assert adjusted > 500


def _order_facts(total: Decimal, tier: str, any_: random.Random) -> dict[str, FactValue]:
    return {
        "order_kind": any_.choice(["order", "sample"]), "tier": tier, "amount": Money(total, "CNY"),
        "max_discount": any_.choice([D(0), D("0.05")]), "has_manual_price": any_.random() < 0.2,
        "below_floor": any_.random() < 0.1, "credit_after": any_.choice([None, Money(D(-1), "CNY")]),
    }  # fmt: skip
