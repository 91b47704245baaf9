"""The facts that rule tables ask for: complete, typed as the catalogue says, and kept at the submit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import select

from orderdesk.errors import UserError
from orderdesk.intake.sample import sample_id
from orderdesk.models import Order
from orderdesk.rules.fact_catalogue import FACTS, asked_by
from orderdesk.rules.measures import FactValue, Measured, Money
from orderdesk.rules.tables import read_table
from orderdesk.services.entry import price_draft
from orderdesk.services.order_facts import OrderFacts, Subject, kept_facts, lines_of
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import NOW, SampleDesk

D = Decimal
TODAY = date(2026, 3, 9)
PYTHON: dict[str, type] = {
    "number": Decimal, "percent": Decimal, "relative_date": Decimal, "money": Money, "quantity": Measured,
    "date": date, "text": str, "choice": str, "person": str, "set": frozenset, "yes_no": bool,
}  # fmt: skip


def subject(sample: SampleDesk, draft: OrderDraft, customer: str = "C1001") -> Subject:
    desk, of = sample.desk(), sample.customer(customer)
    priced = price_draft(draft, desk, of)
    assert priced is not None
    return Subject(draft, desk, of, priced.lines, priced.total, sample_id("person", "lina"))


def facts(sample: SampleDesk, customer: str = "C1001", **fields: object) -> dict[str, FactValue]:
    draft = sample.draft(customer, ("A105", "2"), ("B210", "1"), **fields)
    return dict(OrderFacts(subject(sample, draft, customer)))


def test_an_order_has_every_fact_of_the_catalogue_in_its_type(sample: SampleDesk) -> None:
    found = facts(sample, requested=TODAY + timedelta(days=3), po_number="HD-7")
    assert set(found) == {name for name, fact in FACTS.items() if fact.scope == "order"}
    for name, value in found.items():
        assert type(value) is PYTHON[FACTS[name].type], name
    assert (found["customer"], found["tier"], found["customer_class"]) == ("C1001", "vip", "end")
    assert (found["region"], found["site"], found["clerk"]) == ("上海市", "PD", "lina")
    assert (found["days_to_delivery"], found["lines"], found["document_date"]) == (D(3), D(2), TODAY)
    assert (found["kinds"], found["items"]) == (frozenset({"standard"}), frozenset({"A105", "B210"}))


def test_what_an_order_does_not_have_is_null_and_never_absent(sample: SampleDesk) -> None:
    found = facts(sample, "C1002", deliver_to={})
    nothing = {name for name, value in found.items() if value in (None, frozenset())}
    assert {"region", "days_to_delivery", "po_number"} <= nothing
    assert all(FACTS[name].optional for name in nothing)


def test_margin_is_what_is_left_of_the_net_value_and_null_without_a_cost(sample: SampleDesk) -> None:
    whole = subject(sample, sample.draft("C1001", ("A105", "10")))
    net = sum((line.amount_net for line in whole.lines), D(0))
    expected = ((net - 5120) / net).quantize(D("0.000001"))
    assert OrderFacts(whole)["margin"] == expected
    items = {key: replace(item, cost=None) for key, item in whole.desk.items.items()}
    assert OrderFacts(replace(whole, desk=replace(whole.desk, items=items)))["margin"] is None


def test_shortage_gifts_and_hand_prices_are_seen(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "90000"))
    line = draft.lines[0]
    found = OrderFacts(subject(sample, draft))
    assert (found["short_of_stock"], found["has_gift"], found["has_manual_price"]) == (True, False, False)
    gift = line.model_copy(update={"gift": True, "gift_reason": "x", "quantity": D(1)})
    given = OrderFacts(subject(sample, draft.model_copy(update={"lines": (gift,)})))
    assert (given["short_of_stock"], given["has_gift"], given["margin"]) == (False, True, None)


def test_a_line_has_its_facts_with_its_unit(sample: SampleDesk) -> None:
    of = subject(sample, sample.draft("C1001", ("A105", "2")))
    (found,) = lines_of(of)
    assert set(found) == {name for name, fact in FACTS.items() if fact.scope == "line"}
    assert (found["quantity"], found["item_group"]) == (Measured(D(2), "张"), "餐桌书桌")
    assert (found["available"], found["group_quantity"]) == (D(210), D(2))
    assert (found["price"], found["price_source"]) == (of.money(of.lines[0].unit_price), "tier")


def table(fact: str, kind: str, cell: str, **column: str) -> dict[str, object]:
    return {
        "format": 1, "name": "approval", "version": 1, "hit_policy": "FIRST",
        "inputs": [{"fact": fact, "type": kind, **column}], "outputs": [{"name": "role", "type": "text"}],
        "rows": [{"when": {fact: cell}, "then": {"role": "manager"}}],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fact", "kind", "cell", "column"),
    [
        ("amount", "number", "> 100", {}),
        ("amount", "money", "> 100 CNY", {"measure": "CNY"}),
        ("custom.room", "text", "starts with 4", {}),
        ("custom.floor", "number", ">= 3", {}),
        ("custom.other", "number", "empty", {}),
    ],
)
def test_a_fact_comes_as_its_column_takes_it(
    sample: SampleDesk, fact: str, kind: str, cell: str, column: dict[str, str]
) -> None:
    found = OrderFacts(
        subject(sample, sample.draft("C1001", ("A105", "2"), custom={"room": "401", "floor": "4"}))
    )
    asked = read_table(table(fact, kind, cell, **column))
    assert asked.decide(asked_by(asked, found)).rows == (1,)


def test_an_absent_fact_and_another_currency_name_themselves(sample: SampleDesk) -> None:
    found = OrderFacts(subject(sample, sample.draft("C1001", ("A105", "2"))))
    absent = read_table(table("weather", "text", "= rain"))
    with pytest.raises(UserError) as fault:
        absent.decide(asked_by(absent, found))
    assert (fault.value.code, fault.value.params["fact"]) == ("problem.table.fact.absent", "weather")
    foreign = read_table(table("amount", "money", "> 100", measure="USD"))
    with pytest.raises(UserError) as fault:
        foreign.decide(asked_by(foreign, found))
    assert fault.value.code == "problem.table.fact.measure"


def test_all_facts_are_kept_at_the_submit_and_come_back_as_they_were(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), ("B210", "1"), custom={"room": "401"})
    before = subject(sample, draft)
    assert not sample.submit(draft).is_refused
    with sample.store.reading() as connection:
        text = connection.scalars(select(Order.facts).where(Order.id == draft.id)).one()
    kept = kept_facts(text, "CNY")
    assert kept.order == dict(OrderFacts(before))
    assert [line["item"] for line in kept.lines] == ["A105", "B210"]
    assert (kept.lines[0]["quantity"], kept.lines[0]["tier"]) == (Measured(D(2), "张"), "vip")


def test_facts_of_an_older_order_are_read_and_those_it_did_not_keep_are_missing() -> None:
    old = (
        '{"approval":{"amount":"20000.01","below_floor":false,"credit_after":null,"customer_class":"end",'
        '"has_manual_price":true,"kinds":["standard"],"max_discount":"0.05","order_kind":"order","tier":"a"},'
        '"customer":{"class":"end","credit_left":null,"tier":"a"},"date":"2026-03-09"}'
    )
    assert kept_facts(old, "CNY").order == {
        "amount": Money(D("20000.01"), "CNY"), "below_floor": False, "credit_after": None,
        "customer_class": "end", "has_manual_price": True, "kinds": frozenset({"standard"}),
        "max_discount": D("0.05"), "order_kind": "order", "tier": "a", "document_date": TODAY,
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "{", "[]", '{"source":"northwind"}', '{"format":7}', '{"approval":5}'])
def test_what_holds_no_facts_has_none(text: str) -> None:
    assert kept_facts(text, "CNY").order == {}


def test_the_day_of_the_sample_stands_still() -> None:
    assert NOW.date() == TODAY
