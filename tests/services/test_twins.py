"""Merging twins: everything goes over, the store stays sound, and the old code still finds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from orderdesk.intake.sample import sample_id
from orderdesk.models import CreditAccount, Customer, Item, Order, OrderLine
from orderdesk.services.check import check_store
from orderdesk.services.drafts import newest_draft
from orderdesk.services.reading.customer_prices import customer_prices, item_prices
from orderdesk.services.reading.whole_records import customer_by_id, item_by_id
from orderdesk.services.search import build_indexes, refresh_indexes
from orderdesk.wire.commands import (
    MergeCustomers,
    MergeItems,
    MoveStock,
    PutCustomer,
    PutItem,
    PutPriceList,
)
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import (
    AddressRecord,
    BarcodeRecord,
    CustomerItemRecord,
    CustomerRecord,
    ItemRecord,
    PriceListRecord,
    PriceRecord,
)
from tests.support.desk import SampleDesk

HUADONG = sample_id("customer", "C1001")
A105 = sample_id("item", "A105")
A107 = sample_id("item", "A107")
SOON = date(2026, 3, 12)


def codes(outcome: Outcome) -> list[str]:
    return [one.code.removeprefix("problem.") for one in outcome.problems]


def twin(sample: SampleDesk, **fields: object) -> CustomerRecord:
    """Huadong once more, keyed by somebody who did not find it."""
    address = AddressRecord(id=sample.ports.ids.new(), label="西仓", city="上海市", main=True)
    record = CustomerRecord.model_validate(
        {
            "id": sample.ports.ids.new(), "code": "C9001", "name": "华东家居有限公司",
            "phone": "021-77778888",
            "tier": "vip", "addresses": (address,), "receivable": "100", "receivable_as_of": "2026-03-01",
            "item_numbers": (CustomerItemRecord(item_id=A107, number="HX-1"),), **fields,
        }
    )  # fmt: skip
    assert sample.do(PutCustomer(record=record), "zhoumin").outcome == "applied"
    return record


def agreement(sample: SampleDesk, customer_id: UUID) -> UUID:
    price = PriceRecord(id=sample.ports.ids.new(), item_id=A107, price=Decimal(900))
    record = PriceListRecord(
        id=sample.ports.ids.new(), code="AG-X", name="x", source="agreement", customer_id=customer_id,
        prices=(price,),
    )  # fmt: skip
    assert sample.do(PutPriceList(record=record), "zhoumin").outcome == "applied"
    return record.id


def merge(sample: SampleDesk, gone: UUID, keep: UUID = HUADONG, person: str = "zhangwei") -> Outcome:
    return sample.do(MergeCustomers(keep_id=keep, gone_id=gone), person)


def exposure(sample: SampleDesk, customer_id: UUID) -> Decimal:
    statement = select(CreditAccount.exposure).where(CreditAccount.customer_id == customer_id)
    with sample.store.reading() as connection:
        return connection.execute(statement).scalar_one()


def test_everything_of_the_twin_goes_over_and_the_store_stays_sound(sample: SampleDesk) -> None:
    gone = twin(sample)
    agreed = agreement(sample, gone.id)
    for code in ("C1001", "C9001"):
        lines = (("A105", "2"), ("B210", "48"))
        draft = sample.draft("C1001", *lines, requested=SOON)
        if code == "C9001":
            draft = sample.with_seen_prices(draft.model_copy(update={"customer_id": gone.id}))
        assert sample.submit(draft).outcome == "applied"
    kept = sample.draft("C1001", ("A105", "1")).model_copy(update={"customer_id": gone.id})
    assert sample.save(kept).outcome == "applied"
    before = exposure(sample, HUADONG) + exposure(sample, gone.id)
    assert exposure(sample, gone.id) > 0
    outcome = merge(sample, gone.id)
    assert outcome.outcome == "applied", outcome.problems
    assert exposure(sample, HUADONG) == before
    assert exposure(sample, gone.id) == 0
    with sample.store.writing() as session:
        owners = set(session.scalars(select(Order.customer_id)))
        assert gone.id not in owners
        assert newest_draft(session, kept.id).customer_id == HUADONG
        old = session.get_one(Customer, gone.id)
        assert (old.status, old.merged_into_id) == ("stopped", HUADONG)
    with sample.store.reading() as connection:
        found = customer_by_id(connection, HUADONG)
        left = customer_by_id(connection, gone.id)
        assert "AG-X" in {row.list_code for row in customer_prices(connection, HUADONG)}
    assert found is not None
    assert left is not None
    record = found.record
    assert [one.label for one in record.addresses][-1] == "西仓"
    assert sum(one.main for one in record.addresses) == 1
    assert ("HX-1", A107) in {(one.number, one.item_id) for one in record.item_numbers}
    assert (record.receivable, record.receivable_as_of) == (Decimal(58340), date(2026, 3, 1))
    assert (left.record.addresses, left.record.item_numbers, left.record.receivable) == ((), (), None)
    assert {one.id for one in outcome.touched} >= {HUADONG, gone.id, agreed, kept.id}
    assert check_store(sample.store).findings == ()


def test_the_old_code_name_and_phone_find_the_one_that_stays(sample: SampleDesk) -> None:
    gone = twin(sample)
    indexes = build_indexes(sample.desk())
    outcome = merge(sample, gone.id)
    for built in (build_indexes(sample.desk()), refresh_indexes(indexes, sample.desk(), outcome.touched)):
        for typed in ("C9001", "8888", "华东家居有限公司"):
            assert {match.key for match in built.customers.search(typed)} == {HUADONG}, typed
        assert built.customers.exact_or_unique("C9001") == HUADONG
        assert built.customers.exact_or_unique("C1001") == HUADONG
    last = sample_id("customer", "C1002")
    assert merge(sample, HUADONG, last).outcome == "applied"
    assert build_indexes(sample.desk()).customers.exact_or_unique("C9001") == last  # merged twice
    assert check_store(sample.store).findings == ()


def test_a_draft_typed_meanwhile_on_another_desk_is_merged_with_the_one_that_stays(
    sample: SampleDesk,
) -> None:
    gone = twin(sample)
    draft = sample.draft("C1001", ("A105", "1")).model_copy(update={"customer_id": gone.id})
    saved = sample.save(draft)
    merge(sample, gone.id)
    later = draft.model_copy(update={"po_number": "X"})
    again = sample.save(later, base_revision=saved.touched[0].revision)
    assert again.outcome == "applied_adjusted", again.problems
    with sample.store.writing() as session:
        stored = newest_draft(session, draft.id)
    assert (stored.customer_id, stored.po_number) == (HUADONG, "X")


def test_what_cannot_go_over_refuses_the_whole_with_its_reasons(sample: SampleDesk) -> None:
    number = CustomerItemRecord(item_id=A107, number="HD-T140")  # Huadong's number of another item
    gone = twin(sample, currency="USD", item_numbers=(number,))
    waiting = sample.draft("C1001", ("A105", "400"), requested=SOON)
    waiting = sample.with_seen_prices(waiting.model_copy(update={"customer_id": gone.id, "currency": "CNY"}))
    assert sample.submit(waiting).outcome == "applied"
    assert codes(merge(sample, gone.id)) == ["merge.currency", "merge.pending", "merge.alias"]
    assert codes(merge(sample, HUADONG)) == ["merge.two"]
    assert codes(merge(sample, A105)) == ["merge.two"]
    assert codes(merge(sample, gone.id, person="lina")) == ["policy.denied"]
    stale = sample.do(MergeCustomers(keep_id=HUADONG, gone_id=gone.id), "zhangwei", base_revision=7)
    assert "revision.stale" in codes(stale)
    with sample.store.reading() as connection:
        left = customer_by_id(connection, gone.id)
    assert left is not None
    assert (left.revision, left.record.status) == (1, "active")
    assert check_store(sample.store).findings == ()


def test_a_merged_customer_is_merged_once_and_cannot_be_changed_any_more(sample: SampleDesk) -> None:
    gone = twin(sample)
    merge(sample, gone.id)
    assert codes(merge(sample, gone.id)) == ["merge.merged"]
    assert codes(merge(sample, HUADONG, gone.id)) == ["merge.merged", "merge.stopped"]
    again = gone.model_copy(update={"note": "back"})
    assert "merge.merged" in codes(sample.do(PutCustomer(record=again), "zhoumin", base_revision=2))


def new_item(sample: SampleDesk, **fields: object) -> ItemRecord:
    record = ItemRecord.model_validate(
        {
            "id": sample.ports.ids.new(), "code": "Z105", "name": "橡木餐桌", "unit": "张",
            "tax_rate": "0.13",
            "list_price": "880", "barcodes": (BarcodeRecord(barcode="777", unit="张"),), **fields,
        }
    )  # fmt: skip
    assert sample.do(PutItem(record=record), "zhoumin").outcome == "applied"
    return record


def test_an_items_drafts_prices_barcodes_and_aliases_go_over(sample: SampleDesk) -> None:
    gone = new_item(sample)
    with sample.store.reading() as connection:
        huadong = customer_by_id(connection, HUADONG)
    assert huadong is not None
    alias = CustomerItemRecord(item_id=gone.id, number="HX-9")
    numbers = (*huadong.record.item_numbers, alias)
    changed = huadong.record.model_copy(update={"item_numbers": numbers})
    assert sample.do(PutCustomer(record=changed), "zhoumin", base_revision=1).outcome == "applied"
    price = PriceRecord(id=sample.ports.ids.new(), item_id=gone.id, price=Decimal(800))
    priced = PriceListRecord(
        id=sample.ports.ids.new(), code="L9", name="x", source="list", currency="USD", prices=(price,)
    )
    assert sample.do(PutPriceList(record=priced), "zhoumin").outcome == "applied"
    draft = sample.draft("C1001", ("A107", "1"))
    line = draft.lines[0].model_copy(update={"item_id": gone.id})
    draft = draft.model_copy(update={"lines": (line,)})
    assert sample.save(draft).outcome == "applied"
    outcome = sample.do(MergeItems(keep_id=A105, gone_id=gone.id), "zhangwei")
    assert outcome.outcome == "applied", outcome.problems
    with sample.store.writing() as session:
        assert newest_draft(session, draft.id).lines[0].item_id == A105
        old = session.get_one(Item, gone.id)
        assert (old.active, old.merged_into_id) == (False, A105)
        assert session.scalars(select(OrderLine.id).where(OrderLine.item_id == gone.id)).all() == []
    with sample.store.reading() as connection:
        kept, left = item_by_id(connection, A105), item_by_id(connection, gone.id)
        huadong = customer_by_id(connection, HUADONG)
        assert "L9" in {row.list_code for row in item_prices(connection, A105)}
    assert kept is not None
    assert left is not None
    assert huadong is not None
    assert {one.barcode for one in kept.record.barcodes} == {"6904102001078", "777"}
    assert left.record.barcodes == ()
    assert ("HX-9", A105) in {(one.number, one.item_id) for one in huadong.record.item_numbers}
    built = build_indexes(sample.desk())
    for typed in ("Z105", "777"):
        assert built.items.exact_or_unique(typed) == A105
    assert check_store(sample.store).findings == ()


def test_items_with_stock_open_orders_or_other_units_are_not_merged(sample: SampleDesk) -> None:
    gone = new_item(sample, unit="箱", barcodes=())
    site = sample.desk().default_site_id
    assert site is not None
    stocked = MoveStock(item_id=gone.id, site_id=site, quantity=Decimal(3), kind="goods_in")
    assert sample.do(stocked, "zhaoqiang").outcome == "applied"
    outcome = sample.do(MergeItems(keep_id=A105, gone_id=gone.id), "zhangwei")
    assert codes(outcome) == ["merge.unit", "merge.stock"]
    assert sample.submit(sample.draft("C1001", ("A105", "2"), requested=SOON)).outcome == "applied"
    assert codes(sample.do(MergeItems(keep_id=A107, gone_id=A105), "zhangwei")) == [
        "merge.stock", "merge.open_orders",
    ]  # fmt: skip
    assert codes(sample.do(MergeItems(keep_id=A105, gone_id=A105), "zhangwei")) == ["merge.two"]
    assert check_store(sample.store).findings == ()
