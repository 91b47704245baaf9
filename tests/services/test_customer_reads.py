"""What a customer's record shows beside its fields: its prices, what stands out, who changed what."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.customer_prices import customer_prices, item_prices
from orderdesk.services.reading.customer_views import at_standard_prices
from orderdesk.services.reading.record_history import record_history
from orderdesk.services.reading.whole_records import customer_by_id, item_by_id
from orderdesk.wire.commands import PutCustomer, PutPriceList
from orderdesk.wire.records import CustomerRecord, PriceListRecord, PriceRecord
from tests.support.desk import SampleDesk

HUADONG = sample_id("customer", "C1001")
A105 = sample_id("item", "A105")
TODAY = date(2026, 3, 9)


def test_records_are_found_by_id_as_by_code_and_nothing_by_another(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        customer, item = customer_by_id(connection, HUADONG), item_by_id(connection, A105)
        assert customer is not None
        assert item is not None
        assert (customer.revision, customer.record.code, len(customer.record.addresses)) == (1, "C1001", 4)
        assert (item.record.code, item.record.barcodes[0].barcode) == ("A105", "6904102001078")
        assert customer_by_id(connection, A105) is None
        assert item_by_id(connection, HUADONG) is None


def test_a_customer_has_its_agreements_first_then_its_tier(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        rows = customer_prices(connection, HUADONG)
        assert customer_prices(connection, A105) == ()
    mine = [row for row in rows if row.code == "A105"]
    assert [(row.source, row.price, row.list_price) for row in mine] == [
        ("agreement", Decimal("799.00"), Decimal("880.00")),
        ("tier", Decimal("827.00"), Decimal("880.00")),
    ]
    breaks = [row for row in rows if row.code == "B210" and row.price is None]
    assert [(row.from_quantity, row.discount) for row in breaks] == [(Decimal(48), Decimal("0.035"))]
    assert {row.source for row in rows} == {"agreement", "tier"}


def test_an_item_shows_every_list_that_has_it(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        rows = item_prices(connection, A105)
    assert [row.source for row in rows] == sorted(
        (row.source for row in rows), key=["list", "tier", "agreement"].index
    )
    assert {row.source for row in rows} == {"list", "tier", "agreement"}


def put(sample: SampleDesk, code: str, **fields: object) -> CustomerRecord:
    record = CustomerRecord.model_validate(
        {"id": sample.ports.ids.new(), "code": code, "name": code, **fields}
    )
    assert sample.do(PutCustomer(record=record), "zhoumin").outcome == "applied"
    return record


def test_a_better_tier_without_a_price_of_its_own_stands_out(sample: SampleDesk) -> None:
    unlisted = put(sample, "X1", tier="gold")  # nobody made a list for that tier
    foreign = put(sample, "X2", tier="vip", currency="USD")
    blind = put(sample, "X3", tier="vip", price_sources=("list",))
    fine = put(sample, "X4", tier="vip")
    plain = put(sample, "X5", tier="standard", price_sources=("list",))
    gone = put(sample, "X6", tier="gold", status="stopped")
    agreed = put(sample, "X7", tier="gold")
    lapsed = put(sample, "X8", tier="gold")
    for customer, until in ((agreed, None), (lapsed, date(2026, 3, 8))):
        price = PriceRecord(id=sample.ports.ids.new(), item_id=A105, price=Decimal(800))
        agreement = PriceListRecord(
            id=sample.ports.ids.new(), code=f"AG-{customer.code}", name="", source="agreement",
            customer_id=customer.id, prices=(price,), valid_to=until,
        ).model_copy(update={"name": "x"})  # fmt: skip
        assert sample.do(PutPriceList(record=agreement), "zhoumin").outcome == "applied"
    with sample.store.reading() as connection:
        found = at_standard_prices(connection, TODAY)
    assert {unlisted.id, foreign.id, blind.id, lapsed.id} <= found
    assert found & {fine.id, plain.id, gone.id, agreed.id} == set()


def test_history_says_who_changed_which_field_newest_first(sample: SampleDesk) -> None:
    record = put(sample, "X1", phone="1")
    changed = record.model_copy(update={"phone": "2", "credit_limit": Decimal(500)})
    assert sample.do(PutCustomer(record=changed), "zhangwei", base_revision=1).outcome == "applied"
    with sample.store.reading() as connection:
        newest, oldest = record_history(connection, "customer", record.id)
        assert record_history(connection, "item", record.id) == ()
    assert (newest.who_en, newest.revision, newest.command) == ("Zhang Wei", 2, "put_customer")
    assert [(one.path, one.before, one.after) for one in newest.changes or ()] == [
        ("credit_limit", "", "500"),
        ("phone", "1", "2"),
    ]
    assert (oldest.who_en, oldest.revision, oldest.changes) == ("Zhou Min", 1, None)
