"""Filling an empty store: in bulk, whole, once; and what the sample company holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import func, select

from orderdesk.intake.sample import record_sample_past, sample_batch, sample_id, seed_empty, seed_sample
from orderdesk.models import (
    AuditEntry,
    ChangeLog,
    Item,
    Person,
    RuleTable,
    Setting,
    Site,
    StockLevel,
    StockMovement,
)
from orderdesk.ports import Ports
from orderdesk.services.check import check_store
from orderdesk.services.seeding import seed
from orderdesk.services.store import Store, create_store, open_store
from orderdesk.wire.commands import PutItem
from orderdesk.wire.records import OpeningStockRecord, PersonRecord, SeedBatch
from tests.support.desk import SampleDesk

FIRST = date(2026, 3, 9)


def test_a_batch_is_one_audit_entry_with_a_digest_per_type(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        entries = connection.execute(select(AuditEntry.v, AuditEntry.command)).all()
        types = connection.scalars(select(ChangeLog.type).order_by(ChangeLog.seq)).all()
    assert [tuple(entry) for entry in entries] == [(1, "seed_store")]
    assert types == [
        "seed.person", "seed.site", "seed.item", "seed.customer", "seed.price_list", "seed.stock",
        "seed.setting", "seed.rule_table",
    ]  # fmt: skip
    assert check_store(sample.store).findings == ()


def test_opening_stock_is_movements_and_the_levels_they_add_up_to(sample: SampleDesk) -> None:
    place = (sample_id("item", "B210"), sample_id("site", "PD"))
    with sample.store.reading() as connection:
        kind = connection.execute(
            select(StockMovement.kind, StockMovement.quantity).where(
                StockMovement.item_id == place[0], StockMovement.site_id == place[1]
            )
        ).one()
        level = connection.execute(
            select(StockLevel.on_hand, StockLevel.reserved).where(
                StockLevel.item_id == place[0], StockLevel.site_id == place[1]
            )
        ).one()
    assert tuple(kind) == ("opening", Decimal(40))
    assert tuple(level) == (Decimal(40), Decimal(0))


def test_the_rule_tables_of_the_program_come_along(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        books = connection.execute(select(RuleTable.book, RuleTable.version).order_by(RuleTable.book)).all()
    assert [tuple(book) for book in books] == [("approval", 1), ("validation", 1)]


def test_a_store_in_which_somebody_has_worked_is_not_filled(sample: SampleDesk) -> None:
    sample.do(PutItem(record=sample_batch(FIRST).items[0]), "zhoumin")  # an entry, though it is the same
    outcome = seed(sample.store, sample.ports, SeedBatch())
    assert [problem.code for problem in outcome.problems] == ["problem.seed.not_empty"]


def test_a_second_batch_may_follow_the_first(sample: SampleDesk) -> None:
    person = PersonRecord(id=sample_id("person", "sunli"), code="sunli", name="孙丽", roles=("clerk",))
    assert seed(sample.store, sample.ports, SeedBatch(people=(person,))).outcome == "applied"
    assert check_store(sample.store).findings == ()


def test_a_batch_of_what_is_there_already_is_refused(sample: SampleDesk) -> None:
    outcome = seed_sample(sample.store, sample.ports)
    assert {problem.code for problem in outcome.problems} == {"problem.record.id_taken"}
    assert len(outcome.problems) == 6 + 2 + 61 + 40 + 7


@pytest.fixture
def new_store(database_url: str) -> Iterator[Store]:
    """A store of each database in which nothing is yet."""
    create_store(database_url, Ports())
    store = open_store(database_url)
    yield store
    store.close()


def test_every_problem_of_a_batch_has_the_place_of_its_record(new_store: Store) -> None:
    whole = sample_batch(FIRST)
    wrong = whole.model_copy(
        update={
            "company": {"colour": "red"},
            "people": (*whole.people, whole.people[0]),
            "sites": (whole.sites[0].model_copy(update={"zone": "Asia/Pudong"}),),
            "stock": (
                OpeningStockRecord(item_id=whole.sites[0].id, site_id=whole.sites[0].id, quantity=Decimal(1)),
            ),
            "customers": (whole.customers[0].model_copy(update={"salesperson_code": "nobody"}),),
            "price_lists": (),
        }
    )
    outcome = seed(new_store, Ports(), wrong)
    assert [(problem.code, problem.path) for problem in outcome.problems] == [
        ("problem.setting.unknown", "batch.company.colour"),
        ("problem.site.zone_unknown", "batch.sites[0].zone"),
        ("problem.reference.unknown", "batch.customers[0].salesperson_code"),
        ("problem.reference.unknown", "batch.stock[0].item_id"),
        ("problem.record.repeated", "batch.people[6].id"),
    ]
    with new_store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(Item.__table__)) == 0


def test_an_empty_store_has_a_site_and_somebody_who_can_set_it_up(new_store: Store) -> None:
    assert seed_empty(new_store, Ports()).outcome == "applied"
    with new_store.reading() as connection:
        roles = connection.scalar(select(Person.roles))
        assert connection.scalar(select(Setting.value).where(Setting.key == "site.default")) == "MAIN"
        assert connection.scalar(select(Site.code)) == "MAIN"
    assert roles == "administrator manager clerk warehouse"
    assert check_store(new_store).findings == ()


def test_the_sample_company_is_the_same_wherever_it_is_founded() -> None:
    assert sample_batch(FIRST) == sample_batch(FIRST)
    assert sample_id("customer", "C1001") == UUID("69ae8c51-1a63-51f1-94bd-6e997dedcea5")


def test_the_sample_company_is_of_a_believable_size() -> None:
    batch = sample_batch(FIRST)
    assert (len(batch.people), len(batch.sites), len(batch.items), len(batch.customers)) == (6, 2, 61, 40)
    assert {item.kind for item in batch.items} == {"standard", "custom", "bundle"}
    assert {item.price_unit for item in batch.items} == {1, 100, 1000}
    assert {customer.customer_class for customer in batch.customers} == {"end", "dealer", "shop", "export"}
    assert {customer.tier for customer in batch.customers} == {"vip", "a", "b", "standard"}


def test_initials_find_the_customer_of_the_first_phone_order_alone() -> None:
    found = [
        customer.code for customer in sample_batch(FIRST).customers if "hdjj" in customer.readings.split()
    ]
    assert found == ["C1001"]


def test_of_the_sample_agreements_one_has_ended_and_two_hold() -> None:
    agreements = [entry for entry in sample_batch(FIRST).price_lists if entry.source == "agreement"]
    held = [entry.code for entry in agreements if entry.valid_to is not None and entry.valid_to >= FIRST]
    assert [entry.code for entry in agreements] == ["AG-HONGDA", "AG-HUADONG-FAIR", "AG-LANHAI"]
    assert held == ["AG-HONGDA", "AG-LANHAI"]


def test_ean_barcodes_of_the_sample_have_right_check_digits() -> None:
    for item in sample_batch(FIRST).items:
        for entry in item.barcodes:
            digits = [int(digit) for digit in entry.barcode]
            assert sum(digit * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0, entry


def test_the_sample_company_has_a_past_that_is_sound_and_comes_in_once(sample: SampleDesk) -> None:
    assert record_sample_past(sample.store, sample.ports) is None
    assert record_sample_past(sample.store, sample.ports) is None
    report = check_store(sample.store)
    assert (report.findings, report.checked["sales_order"]) == ((), 13)
    assert sample.customer("C1001").bought[sample_id("item", "B210")].times == 6
