"""Prices by the pricing rulebook, from its first version in a store to its rollback (C21, C22, C23)."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from orderdesk.models import OrderLine
from orderdesk.rules.receipts import replay
from orderdesk.services.check import check_store
from orderdesk.services.entry import PricingMemo, evaluate
from orderdesk.services.pricing import price_one
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import SampleDesk
from tests.support.rule_life import RuleDesk, codes

D = Decimal
TODAY = date(2026, 3, 9)
FX_TIER = {"C1001": "end vip", "C1002": "end standard", "C2001": "dealer a", "C3001": "shop b"}


@pytest.fixture
def rules(sample: SampleDesk) -> RuleDesk:
    return RuleDesk(sample, book="pricing")


def table(*rows: tuple[dict[str, str], dict[str, Any]], **more: Any) -> dict[str, Any]:
    types: dict[str, dict[str, Any]] = {
        "customer_class": {"type": "choice"}, "tier": {"type": "choice"}, "item_group": {"type": "choice"},
        "group_quantity": {"type": "number"}, "urgency": {"type": "choice"}, "region": {"type": "choice"},
    }  # fmt: skip
    named = list(dict.fromkeys(name for when, _ in rows for name in when))
    return {
        "format": 1, "hit_policy": "RULE ORDER", "inputs": [{"fact": name, **types[name]} for name in named],
        "uses": [{"fact": "price", "type": "money", "measure": "CNY"}],
        "outputs": [
            {"name": "off", "type": "percent"}, {"name": "price", "type": "money", "measure": "CNY"},
            {"name": "stacks", "type": "yes_no"}, {"name": "text", "type": "text"},
        ],
        "rows": [{"when": when, "then": then} for when, then in rows],
        **more,
    }  # fmt: skip


CLASSES = table(
    ({"customer_class": "end", "tier": "vip"}, {"off": "5 %", "text": "VIP 5 %"}),
    ({"customer_class": "dealer"}, {"off": "12 %", "text": "dealers"}),
    ({"customer_class": "shop", "group_quantity": ">= 4"}, {"off": "8 %", "text": "four of a group"}),
    ({"urgency": "urgent"}, {"off": "-3 %", "stacks": True, "text": "urgent"}),
    examples=[
        {"facts": {"customer_class": "end", "tier": "vip", "group_quantity": 1, "urgency": "urgent",
                   "price": "100"}, "rows": [1, 4]},
    ],
)  # fmt: skip


def unit_prices(sample: SampleDesk, draft: OrderDraft, customer: str) -> list[Decimal]:
    verdict = evaluate(draft, sample.desk(), sample.customer(customer))
    assert verdict.priced is not None
    return [line.unit_price for line in verdict.priced.lines]


def basket(sample: SampleDesk, customer: str, **fields: Any) -> OrderDraft:
    return sample.draft(customer, ("A105", "2"), ("A107", "2"), **fields)


def test_c21_the_same_basket_costs_each_class_what_its_rules_say(rules: RuleDesk) -> None:
    sample = rules.sample
    plain = {code: unit_prices(sample, basket(sample, code), code) for code in FX_TIER}
    rules.published(CLASSES, reason="prices by class")
    share = {"C1001": D("0.95"), "C1002": D(1), "C2001": D("0.88"), "C3001": D("0.92")}
    for code, prices in plain.items():
        customer = sample.customer(code)
        kept = share[code]
        if FX_TIER[code].split() != [customer.customer_class, customer.tier]:
            kept = {"dealer": D("0.88"), "shop": D("0.92")}.get(customer.customer_class, D(1))
            kept = D("0.95") if (customer.customer_class, customer.tier) == ("end", "vip") else kept
        expected = [(one * kept).quantize(D("0.0001")) for one in prices]
        assert unit_prices(sample, basket(sample, code), code) == expected, code


def test_c22_they_stack_only_where_allowed_and_are_listed_as_applied(rules: RuleDesk) -> None:
    sample = rules.sample
    rules.published(CLASSES, reason="x")
    draft = basket(sample, "C1001", urgency="urgent")
    assert not sample.submit(draft).is_refused
    with sample.store.reading() as connection:
        receipts = connection.scalars(select(OrderLine.receipt).where(OrderLine.order_id == draft.id)).all()
    for text in receipts:
        stored = json.loads(text)
        said = [step["params"]["name"] for step in stored["receipt"] if step["component"] == "adjustment"]
        assert said == ["VIP 5 %", "urgent"]
        assert replay(stored).difference is None
    assert check_store(sample.store).findings == ()


def test_c23_tested_on_stored_orders_published_from_a_day_on_and_rolled_back(rules: RuleDesk) -> None:
    sample = rules.sample
    for number in range(20):
        assert not sample.submit(basket(sample, "C1001" if number % 2 else "C1002")).is_refused
    rules.published(CLASSES, reason="first")
    dearer = json.loads(json.dumps(CLASSES))
    dearer["rows"][0]["then"] = {"off": "2 %", "text": "VIP 2 %"}
    rules.save(dearer)
    found = rules.rehearse().found
    assert (found.orders, found.unchanged, found.untestable) == (20, 10, 0)
    (move,) = found.moves
    assert (move.before, move.after, move.count) == (("VIP 5 %",), ("VIP 2 %",), 10)
    assert [one.harder for one in found.losers] == [10]
    assert not rules.publish(reason="less for VIP", start=TODAY + timedelta(days=7)).is_refused

    def price() -> Decimal:
        with sample.store.reading() as connection:
            return price_one(connection, "C1001", "A105", D(1), sample.clock.now()).line.unit_price

    before = price()
    sample.clock.advance(timedelta(days=7))
    base = before / D("0.95")
    assert price() == (base * D("0.98")).quantize(D("0.0001"))
    assert not rules.roll_back(1).is_refused
    assert price() == before


def test_a_fact_that_needs_prices_cannot_price(rules: RuleDesk) -> None:
    body = table(({"tier": "vip"}, {"off": "1 %"}))
    body["inputs"].append({"fact": "amount", "type": "money", "measure": "CNY"})
    rules.save(body)
    assert codes(rules.publish(reason="x")) == ["table.check.unknown_fact", "rule.rehearsal.missing"]


def test_orders_from_before_kept_no_lines_and_are_not_testable(rules: RuleDesk) -> None:
    sample = rules.sample
    assert not sample.submit(basket(sample, "C1001")).is_refused
    with sample.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE sales_order SET facts = '{\"approval\":{}}' WHERE source = ''")
    rules.save(CLASSES)
    assert rules.rehearse().found.unchanged == 0
    assert not rules.publish(reason="x").is_refused
    rules.save(table(({"tier": "vip"}, {"off": "1 %"})))
    assert rules.rehearse().found.untestable == 1


def test_an_edit_elsewhere_on_the_order_prices_again_what_it_touches(rules: RuleDesk) -> None:
    """Mix and match: the fourth piece of a group changes the price of the first; the memo must see it."""
    sample = rules.sample
    rules.published(table(({"group_quantity": ">= 4"}, {"off": "8 %", "text": "four"})), reason="x")
    desk, customer, memo = sample.desk(), sample.customer("C1002"), PricingMemo()
    draft = sample.draft("C1002", ("A105", "2"), ("A107", "1"))
    prices = []
    for quantity in ("1", "2", "1"):
        lines = (draft.lines[0], draft.lines[1].model_copy(update={"quantity": D(quantity)}))
        draft = draft.model_copy(update={"lines": lines})
        kept, fresh = evaluate(draft, desk, customer, memo), evaluate(draft, desk, customer)
        assert kept == fresh
        assert kept.priced is not None
        prices.append(kept.priced.lines[0].unit_price)
    assert prices[0] == prices[2] > prices[1]
