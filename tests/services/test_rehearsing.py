"""Rehearsing a draft on the orders of a store: which orders, on which facts, with progress and an end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from orderdesk.rules.tables import read_table
from orderdesk.services.rehearsing import RehearsalReport, rehearse
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import SampleDesk
from tests.support.rule_life import ADMIN, RuleDesk

OLD_FACTS = (
    '{"approval":{"amount":"12000","below_floor":false,"credit_after":null,"customer_class":"end",'
    '"has_manual_price":false,"kinds":["standard"],"max_discount":"0","order_kind":"order","tier":"standard"},'
    '"customer":{"class":"end","credit_left":null,"tier":"standard"},"date":"2026-03-09"}'
)


@pytest.fixture
def rules(sample: SampleDesk) -> RuleDesk:
    return RuleDesk(sample)


def sent(sample: SampleDesk, customer: str, quantity: int, days_ago: int = 0) -> OrderDraft:
    day = sample.desk().today - timedelta(days=days_ago)
    draft = sample.draft(customer, ("A105", str(quantity)), document_date=day)
    outcome = sample.submit(draft)
    assert not outcome.is_refused, outcome.problems
    return draft


def wider(rules: RuleDesk) -> dict[str, Any]:
    """Return the live table with finance asked from 15,000 on only."""
    body = rules.live()
    for row in body["rows"]:
        amount = row["when"].get("amount")
        row["when"] |= {"amount": amount.replace("10000", "15000")} if amount else {}
    return body


def run(rules: RuleDesk, body: dict[str, Any], **how: Any) -> RehearsalReport | None:
    with rules.sample.store.reading() as connection:
        return rehearse(connection, read_table(body), body, rules.sample.clock.now(), **how)


def test_the_orders_themselves_are_named_with_their_customers(rules: RuleDesk) -> None:
    sample = rules.sample
    small, middle, large = (sent(sample, "C2002", quantity) for quantity in (2, 15, 40))
    rules.save(wider(rules))
    found = rules.rehearse().found
    assert (found.orders, found.unchanged, found.untestable) == (3, 2, 0)
    assert [one.id for one in found.moved] == [middle.id]
    assert found.moved[0].number == sample.number_of(middle.id)
    assert [(one.customer_id, one.easier, one.harder) for one in found.winners] == [
        (middle.customer_id, 1, 0)
    ]
    assert {small.id, large.id}.isdisjoint({one.id for one in found.moved})
    view = rules.view()
    assert view is not None
    assert view.rehearsal is not None
    assert (view.rehearsal.summary["orders"], view.rehearsal.is_stale) == (3, False)
    assert [one["count"] for one in view.rehearsal.summary["moves"]] == [1]


def test_days_or_the_least_number_whichever_is_more(rules: RuleDesk) -> None:
    for days_ago in (0, 5, 40, 120):
        sent(rules.sample, "C2002", 1, days_ago)
    live = rules.live()
    reports = [
        run(rules, live, days=days, least=least) for days, least in ((30, 1), (30, 3), (90, 1), (9, 99))
    ]
    assert [one.found.orders for one in reports if one is not None] == [2, 3, 3, 4]


def test_an_order_from_before_is_tested_on_what_it_kept_and_no_more(rules: RuleDesk) -> None:
    sample = rules.sample
    old, _new = sent(sample, "C2002", 15), sent(sample, "C2002", 15)
    with sample.store.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE sales_order SET facts = '{}' WHERE number = '{}'".format(  # noqa: UP032 - the facts have braces
                OLD_FACTS, sample.number_of(old.id)
            ).replace("%", "%%")
        )
    report = run(rules, wider(rules))
    assert report is not None
    assert (report.found.untestable, len(report.found.moved)) == (0, 2)
    newer = wider(rules)
    newer["inputs"].append({"fact": "urgency", "type": "choice"})
    newer["rows"].append({"when": {"urgency": "urgent"}, "then": {"role": "manager"}})
    report = run(rules, newer)
    assert report is not None
    assert (report.found.untestable, report.found.missing) == (1, {"urgency": 1})


def test_orders_of_other_systems_were_never_sent_and_are_not_rehearsed(rules: RuleDesk) -> None:
    report = run(rules, rules.live())
    assert report is not None
    assert report.found.orders == 0


def test_it_tells_how_far_it_is_and_can_be_stopped(rules: RuleDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orderdesk.services.rehearsing._TOLD_EVERY", 2)
    for _ in range(5):
        sent(rules.sample, "C2002", 1)
    heard: list[tuple[int, int]] = []
    report = run(rules, rules.live(), progress=lambda done, of: heard.append((done, of)))
    assert heard == [(2, 5), (4, 5), (5, 5)]
    assert report is not None
    assert (report.found.unchanged, report.live_version) == (5, 1)
    assert run(rules, rules.live(), is_cancelled=lambda: True) is None


def test_rehearsing_what_decides_moves_nothing_of_real_orders(rules: RuleDesk) -> None:
    for customer, quantity in (("C1001", 40), ("C2002", 40), ("C2002", 15), ("C1002", 3)):
        sent(rules.sample, customer, quantity)
    for book in ("approval", "validation"):
        other = RuleDesk(rules.sample, book=book, person=ADMIN)
        report = run(other, other.live())
        assert report is not None
        assert (report.found.orders, report.found.unchanged, report.found.moves) == (4, 4, ())
