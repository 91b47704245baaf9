"""Putting records of master data: created once, changed against their revision, all problems at once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import func, select

from orderdesk.intake.sample import sample_id
from orderdesk.models import CreditAccount, Customer, CustomerAddress, Item, ItemUnit, PriceBreak
from orderdesk.services.check import check_store
from orderdesk.wire.commands import PutCustomer, PutItem, PutPriceList
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import (
    AddressRecord,
    BarcodeRecord,
    BreakRecord,
    CustomerItemRecord,
    CustomerRecord,
    ItemRecord,
    PriceListRecord,
    PriceRecord,
    TermsRecord,
    UnitRecord,
)
from tests.support.desk import SampleDesk

A105 = sample_id("item", "A105")
ID = UUID("0190a000-0000-7000-8000-0000000000a1")
OTHER = UUID("0190a000-0000-7000-8000-0000000000a2")


def address(number: int, **fields: object) -> AddressRecord:
    return AddressRecord(id=UUID(int=0x0190A0000000_7000_8000 << 48 | number), **fields)  # type: ignore[arg-type] # named by each test


def customer(**fields: object) -> CustomerRecord:
    return CustomerRecord.model_validate({"id": ID, "code": "C9001", "name": "长乐家居", **fields})


def item(**fields: object) -> ItemRecord:
    plain = {"id": ID, "code": "Z900", "name": "重庆木凳", "unit": "把", "tax_rate": "0.13"}
    return ItemRecord.model_validate({**plain, **fields})


def price_list(**fields: object) -> PriceListRecord:
    return PriceListRecord.model_validate(
        {"id": ID, "code": "L9", "name": "特价", "source": "list", **fields}
    )


def problems(outcome: Outcome) -> list[tuple[str, str]]:
    assert outcome.is_refused
    return [(problem.code.removeprefix("problem."), problem.path) for problem in outcome.problems]


def test_a_new_customer_has_revision_1_a_credit_row_and_readings(sample: SampleDesk) -> None:
    outcome = sample.do(PutCustomer(record=customer(addresses=(address(1, city="上海市"),))), "zhoumin")
    assert outcome.touched_one("customer").revision == 1
    with sample.store.reading() as connection:
        row = connection.execute(
            select(Customer.readings, CreditAccount.exposure)
            .join(CreditAccount, CreditAccount.customer_id == Customer.id)
            .where(Customer.id == ID)
        ).one()
    assert "changlejiaju" in row.readings.split()
    assert "cljj" in row.readings.split()
    assert row.exposure == 0


def test_readings_that_were_typed_stay(sample: SampleDesk) -> None:
    sample.do(PutItem(record=item(readings="cqmd")), "zhoumin")
    with sample.store.reading() as connection:
        assert connection.scalar(select(Item.readings).where(Item.id == ID)) == "cqmd"


def test_a_change_replaces_the_record_with_its_children(sample: SampleDesk) -> None:
    sample.do(PutCustomer(record=customer(addresses=(address(1), address(2)))), "zhoumin")
    changed = customer(name="长乐家居城", addresses=(address(2, city="杭州市"), address(3)))
    outcome = sample.do(PutCustomer(record=changed), "zhoumin", base_revision=1)
    assert outcome.touched_one("customer").revision == 2
    with sample.store.reading() as connection:
        found = connection.execute(
            select(CustomerAddress.id, CustomerAddress.city)
            .where(CustomerAddress.customer_id == ID)
            .order_by(CustomerAddress.position)
        ).all()
        accounts = connection.scalar(
            select(func.count()).select_from(CreditAccount).where(CreditAccount.customer_id == ID)
        )
    assert [tuple(row) for row in found] == [(address(2).id, "杭州市"), (address(3).id, "")]
    assert accounts == 1
    assert check_store(sample.store).findings == ()


def test_a_stale_revision_is_refused_and_changes_nothing(sample: SampleDesk) -> None:
    sample.do(PutItem(record=item()), "zhoumin")
    sample.do(PutItem(record=item(name="木凳二")), "zhoumin", base_revision=1)
    outcome = sample.do(PutItem(record=item(name="木凳三")), "zhoumin", base_revision=1)
    assert problems(outcome) == [("revision.stale", "")]
    with sample.store.reading() as connection:
        row = connection.execute(select(Item.name, Item.revision).where(Item.id == ID)).one()
    assert tuple(row) == ("木凳二", 2)


def test_a_record_that_is_there_is_not_overwritten_without_its_revision(sample: SampleDesk) -> None:
    sample.do(PutItem(record=item()), "zhoumin")
    assert problems(sample.do(PutItem(record=item(name="木凳二")), "zhoumin")) == [("revision.stale", "")]


def test_the_same_record_again_touches_nothing(sample: SampleDesk) -> None:
    record = item(units=(UnitRecord(unit="箱", factor=Decimal(4)),))
    sample.do(PutItem(record=record), "zhoumin")
    outcome = sample.do(PutItem(record=record), "zhoumin")
    assert (outcome.outcome, outcome.touched) == ("applied", ())
    with sample.store.reading() as connection:
        assert connection.scalar(select(Item.revision).where(Item.id == ID)) == 1
        assert connection.scalar(select(ItemUnit.factor).where(ItemUnit.item_id == ID)) == 4


def test_a_revision_of_a_record_that_is_not_there_is_refused(sample: SampleDesk) -> None:
    outcome = sample.do(PutItem(record=item()), "zhoumin", base_revision=3)
    assert problems(outcome) == [("reference.unknown", "record.id")]


def test_everything_wrong_with_a_customer_comes_at_once(sample: SampleDesk) -> None:
    theirs = sample_id("address", "C1001:0")
    record = customer(
        code="C1001",
        name="",
        salesperson_code="nobody",
        payer_id=OTHER,
        price_sources=("list", "list"),
        terms=TermsRecord(kind="monthly", closing_day=25),
        receivable=Decimal("12.50"),
        addresses=(address(1, main=True), AddressRecord(id=theirs, main=True)),
        item_numbers=(
            CustomerItemRecord(item_id=A105, number="X1"),
            CustomerItemRecord(item_id=OTHER, number="X1"),
        ),
    )
    assert problems(sample.do(PutCustomer(record=record), "zhoumin")) == [
        ("record.name_missing", "record.name"),
        ("record.code_taken", "record.code"),
        ("reference.unknown", "record.salesperson_code"),
        ("reference.unknown", "record.payer_id"),
        ("customer.price_sources", "record.price_sources"),
        ("customer.monthly_days", "record.terms"),
        ("customer.receivable_undated", "record.receivable_as_of"),
        ("customer.main_addresses", "record.addresses"),
        ("record.id_taken", "record.addresses[1].id"),
        ("record.repeated", "record.item_numbers[1]"),
        ("reference.unknown", "record.item_numbers[1].item_id"),
    ]
    with sample.store.reading() as connection:
        assert connection.scalar(select(Customer.id).where(Customer.id == ID)) is None


def test_units_and_barcodes_of_an_item_must_fit_and_belong_to_it_alone(sample: SampleDesk) -> None:
    record = item(
        sales_unit="桶",
        order_multiple=Decimal(0),
        units=(UnitRecord(unit="箱", factor=Decimal(4)), UnitRecord(unit="把", factor=Decimal(2))),
        barcodes=(
            BarcodeRecord(barcode="6904102001078", unit="把"),  # of A105
            BarcodeRecord(barcode="111", unit="瓶"),
            BarcodeRecord(barcode="111", unit="箱"),
        ),
    )
    assert problems(sample.do(PutItem(record=record), "zhoumin")) == [
        ("record.repeated", "record.units[1]"),
        ("item.unit_unknown", "record.sales_unit"),
        ("item.multiple_zero", "record.order_multiple"),
        ("record.repeated", "record.barcodes[2]"),
        ("item.barcode_taken", "record.barcodes[0].barcode"),
        ("item.unit_unknown", "record.barcodes[1].unit"),
    ]


def test_what_has_moved_keeps_its_stock_unit(sample: SampleDesk) -> None:
    record = ItemRecord(id=A105, code="A105", name="橡木餐桌 140", unit="套", tax_rate=Decimal("0.13"))
    outcome = sample.do(PutItem(record=record), "zhoumin", base_revision=1)
    assert problems(outcome) == [("item.unit_in_use", "record.unit")]
    assert outcome.problems[0].params == {"unit": "张", "unit_en": "pc"}


def test_a_price_list_prices_in_the_items_sales_unit_unless_it_says_another(sample: SampleDesk) -> None:
    c345 = sample_id("item", "C345")  # sold by the pack
    prices = (PriceRecord(id=ID, item_id=c345, price=Decimal(88)),)
    breaks = (BreakRecord(id=OTHER, item_id=c345, from_quantity=Decimal(10), discount=Decimal("0.05")),)
    outcome = sample.do(PutPriceList(record=price_list(prices=prices, breaks=breaks)), "zhoumin")
    assert outcome.touched_one("price_list").revision == 1
    with sample.store.reading() as connection:
        assert connection.scalar(select(PriceBreak.unit).where(PriceBreak.id == OTHER)) == "包"


def test_everything_wrong_with_a_price_list_comes_at_once(sample: SampleDesk) -> None:
    record = price_list(
        code="STD-2026",
        source="agreement",
        tier="vip",
        valid_from=date(2026, 5, 1),
        valid_to=date(2026, 4, 1),
        prices=(
            PriceRecord(id=ID, item_id=A105, price=Decimal(1), valid_to=date(2026, 3, 31)),
            PriceRecord(id=OTHER, item_id=A105, price=Decimal(2), valid_from=date(2026, 3, 31)),
            PriceRecord(id=OTHER, item_id=OTHER, price=Decimal(3)),
            PriceRecord(id=A105, item_id=A105, unit="箱", price=Decimal(4)),
        ),
    )
    assert problems(sample.do(PutPriceList(record=record), "zhoumin")) == [
        ("record.code_taken", "record.code"),
        ("price_list.tier", "record.tier"),
        ("price_list.customer", "record.customer_id"),
        ("price_list.days", "record.valid_to"),
        ("record.repeated", "record.prices[2]"),
        ("reference.unknown", "record.prices[2].item_id"),
        ("item.unit_unknown", "record.prices[3].unit"),
        ("price_list.overlap", "record.prices[1]"),
    ]


def test_prices_of_days_that_follow_each_other_do_not_overlap(sample: SampleDesk) -> None:
    prices = (
        PriceRecord(id=ID, item_id=A105, price=Decimal(1), valid_to=date(2026, 3, 30)),
        PriceRecord(id=OTHER, item_id=A105, price=Decimal(2), valid_from=date(2026, 3, 31)),
    )
    assert sample.do(PutPriceList(record=price_list(prices=prices)), "zhoumin").outcome == "applied"


def test_a_clerk_may_not_put_records(sample: SampleDesk) -> None:
    assert problems(sample.do(PutItem(record=item()), "lina")) == [("policy.denied", "")]
