"""Customers by the numbers of their past orders, by key."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.customer_by_order import customers_by_order
from orderdesk.services.search import build_indexes
from orderdesk.wire.commands import DiscardDraft
from tests.support.desk import SampleDesk


def names(sample: SampleDesk, typed: str) -> list[str]:
    customers = sample.desk().customers
    with sample.store.reading() as connection:
        return [customers[one.customer_id].code for one in customers_by_order(connection, typed)]


def order(sample: SampleDesk, customer: str, po_number: str = "") -> str:
    draft = sample.draft(customer, ("A105", "1"), po_number=po_number)
    assert sample.submit(draft).outcome == "applied"
    return sample.number_of(draft.id)


def test_a_whole_number_or_po_number_finds_its_customer(sample: SampleDesk) -> None:
    number = order(sample, "C1001", "HD-26-0311")
    order(sample, "C1005", "hd-26-0400")
    digits = number.rpartition("-")[2]
    for typed in (
        number,
        number.lower(),
        f" {number} ",
        digits,
        digits.lstrip("0"),
        "HD-26-0311",
        "hd-26-0311",
    ):
        assert names(sample, typed) == ["C1001"], typed
    assert names(sample, "HD-26-0400") == ["C1005"]


def test_one_number_of_two_customers_finds_the_newest_first_and_each_once(sample: SampleDesk) -> None:
    for customer in ("C1001", "C1005", "C1001"):
        order(sample, customer, "PO-1")
    assert names(sample, "PO-1") == ["C1001", "C1005"]


def test_a_discarded_draft_is_found_by_nothing(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "1"), po_number="PO-9")
    sample.save(draft)
    assert names(sample, "PO-9") == ["C1001"]
    sample.do(DiscardDraft(order_id=draft.id), "lina", 1)
    assert names(sample, "PO-9") == []


@pytest.mark.parametrize("typed", ["", " ", "\0", "PO-", "%", "_", "9" * 60, "';--"])
def test_rubbish_finds_nobody(sample: SampleDesk, typed: str) -> None:
    order(sample, "C1001", "PO-1")
    assert names(sample, typed) == []


def test_it_is_answered_by_index(sample_sqlite_url: str, sample: SampleDesk) -> None:
    if sample.store.engine.dialect.name != "sqlite":
        return
    with sample.store.engine.connect() as connection:
        for condition in ("po_number IN ('a', 'b')", "number IN ('a') AND source = ''"):
            plan = connection.execute(
                text(f"EXPLAIN QUERY PLAN SELECT customer_id FROM sales_order WHERE {condition}")
            ).all()
            assert "SEARCH" in str(plan), plan


def test_a_customer_is_found_by_its_tax_number_but_not_by_its_end(sample: SampleDesk) -> None:
    index = build_indexes(sample.desk()).customers
    whole = index.search("91310115MA1K3HDJ2X")
    assert [match.exact for match in whole] == [True]
    assert whole[0].key == sample.customer("C1001").id
    assert index.search("91310115ma1k")[0].key == sample.customer("C1001").id


def test_who_calls_is_found_by_pinyin_too(sample: SampleDesk) -> None:
    customers = build_indexes(sample.desk()).customers
    for typed in ("shenlihua", "slh", "沈丽华"):
        assert [match.key for match in customers.search(typed)][:1] == [sample_id("customer", "C1001")], typed
    assert customers.exact_or_unique("dengxiaomei") == sample_id("customer", "C1002")
