"""What tiers and classes get is read off the data in force, and says where it comes from."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

from sqlalchemy import insert

from orderdesk.intake.sample import sample_id
from orderdesk.models import RuleTable
from orderdesk.services.reading.customer_standing import customer_standing
from orderdesk.services.reading.whole_records import customer_by_id, price_lists_by_code
from orderdesk.services.tier_matrix import Condition, Entry, Group, Matrix, Source, read_matrix
from orderdesk.values import canonical_json, digest
from orderdesk.wire.commands import PutCustomer, PutPriceList
from tests.support.desk import SampleDesk

VIP = Group("tier", "vip")
HUADONG = sample_id("customer", "C1001")


def matrix(sample: SampleDesk) -> Matrix:
    with sample.store.reading() as connection:
        return read_matrix(connection, sample.desk())


def cell(found: Matrix, kind: str, name: str, group: Group) -> tuple[Entry, ...]:
    line = next(one for one in found.lines if one.id == (kind, name))
    return line.cells[found.groups.index(group)]


def test_every_tier_and_class_in_use_has_a_column(sample: SampleDesk) -> None:
    desk = sample.desk()
    used = [one for one in desk.customers.values() if one.status != "stopped"]
    found = matrix(sample).groups
    assert {one.value for one in found if one.kind == "tier"} == {one.tier for one in used}
    assert {one.value for one in found if one.kind == "class"} == {one.customer_class for one in used}


def test_prices_of_a_tier_come_from_its_list_and_change_with_it(sample: SampleDesk) -> None:
    found = matrix(sample)
    (listed,) = cell(found, "lists", "", VIP)
    assert (listed.source, listed.figures["n"]) == (Source("lists", "TIER-VIP"), 57)
    (off,) = cell(found, "discount_all", "", VIP)
    assert Decimal("0.05") < off.figures["off"] < Decimal("0.07")  # type: ignore[operator] # a number in these cells
    assert cell(found, "discount_all", "", Group("tier", "standard")) == ()
    with sample.store.reading() as connection:
        standing = price_lists_by_code(connection, ["TIER-VIP"])["TIER-VIP"]
    cheap = tuple(one.model_copy(update={"price": Decimal(1)}) for one in standing.record.prices)
    changed = standing.record.model_copy(update={"prices": cheap, "breaks": ()})
    sample.do(PutPriceList(record=changed), "zhoumin", base_revision=standing.revision)
    after = matrix(sample)
    assert cell(after, "discount_all", "", VIP)[0].figures["off"] > Decimal("0.8")  # type: ignore[operator] # a number in these cells
    assert cell(after, "breaks", "", VIP) == ()
    ended = changed.model_copy(update={"valid_to": date(2026, 3, 8)})
    sample.do(PutPriceList(record=ended), "zhoumin", base_revision=standing.revision + 1)
    assert cell(matrix(sample), "lists", "", VIP) == ()


def test_rules_are_those_of_the_table_in_force(sample: SampleDesk) -> None:
    passes = cell(matrix(sample), "passes", "", VIP)[0]
    assert passes.source == Source("rule", "approval", 1, 1)
    assert Condition("amount", "<= 30000") in passes.conditions
    assert "tier" not in {one.fact for one in passes.conditions}
    table = sample.desk().approval
    rows = [
        {"when": {"tier": "vip", "amount": "<= 5"}, "then": {"note": "receipt.approval.through.vip"}},
        {"when": {"tier": "not in vip, a"}, "then": {"step": 1, "role": "finance", "note": ""}},
    ]
    body = {
        "format": 1, "name": "approval", "version": 2, "hit_policy": "collect",
        "inputs": [{"fact": "tier", "type": "choice"}, {"fact": "amount", "type": "number"}],
        "outputs": [
            {"name": "step", "type": "number"}, {"name": "role", "type": "text"},
            {"name": "note", "type": "text"},
        ],
        "rows": rows,
    }  # fmt: skip
    row = {
        "book": table.name, "version": 2, "body": canonical_json(body),
        "sha256": digest(json.loads(canonical_json(body))),
        "live_from": sample.clock.now() - timedelta(days=1),
    }  # fmt: skip
    with sample.store.writing() as session, session.begin():
        session.execute(insert(RuleTable), [row])
    found = matrix(sample)
    assert [one.conditions for one in cell(found, "passes", "", VIP)] == [(Condition("amount", "<= 5"),)]
    assert cell(found, "asks", "finance", VIP) == ()
    (asked,) = cell(found, "asks", "finance", Group("tier", "b"))
    assert (asked.conditions, asked.source.row, asked.source.version) == ((), 2, 2)


def test_checks_that_name_no_group_say_nothing_of_one(sample: SampleDesk) -> None:
    found = matrix(sample)
    dealer = cell(found, "checks", "warn", Group("class", "dealer"))
    assert [one.source.row for one in dealer] == [2]
    assert cell(found, "checks", "warn", Group("class", "end")) == ()


def test_terms_are_counted_from_the_customers(sample: SampleDesk) -> None:
    before = cell(matrix(sample), "terms", "", VIP)[0].figures["of"]
    with sample.store.reading() as connection:
        standing = customer_by_id(connection, HUADONG)
    assert standing is not None
    moved = standing.record.model_copy(update={"tier": "a"})
    sample.do(PutCustomer(record=moved), "zhoumin", base_revision=1)
    assert cell(matrix(sample), "terms", "", VIP)[0].figures["of"] == before - 1  # type: ignore[operator] # a number in these cells


def test_a_customers_standing_counts_its_orders_and_shows_its_tier_beside_the_plain_one(
    sample: SampleDesk,
) -> None:
    draft = sample.draft("C1001", ("A105", "12"), ("B210", "48"), requested=date(2026, 3, 12))
    assert sample.submit(draft).outcome == "applied"
    sample.save(sample.draft("C1001", ("A105", "1")))
    with sample.store.reading() as connection:
        desk = sample.desk()
        found = customer_standing(connection, HUADONG, desk)
        assert customer_standing(connection, sample_id("item", "A105"), desk) is None
    assert found is not None
    assert found.matrix.groups == (Group("tier", "standard"), VIP)
    assert {row.code: row.quantity for row in found.basket} == {"A105": Decimal(12), "B210": Decimal(48)}
    assert (found.open_orders, found.overdue, found.drafts) == (1, 0, 1)
    assert found.customer.credit_left == Decimal(41760) - found.customer.exposure
    assert found.since is not None
