"""An item's record without a window, with its units and barcodes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest

from orderdesk.intake.sample import sample_id
from orderdesk.services.check import check_store
from orderdesk.services.reading.item_reads import buyers, item_aliases, stock_by_site
from orderdesk.services.reading.whole_records import Standing, item_by_id
from orderdesk.ui.records.presenter import CopyOf
from orderdesk.ui.screens.items.record import KIND
from orderdesk.wire.records import ItemRecord
from tests.support.desk import SampleDesk, open_sample_desk
from tests.ui.records.desk_by_hand import Opened

A105 = sample_id("item", "A105")


@pytest.fixture
def sample(sample_sqlite_url: str) -> Iterator[SampleDesk]:
    desk = open_sample_desk(sample_sqlite_url)
    yield desk
    desk.store.close()


def stored(sample: SampleDesk, item_id: object = A105) -> Standing[ItemRecord]:
    with sample.store.reading() as connection:
        found = item_by_id(connection, item_id)  # type: ignore[arg-type] # an id
    assert found is not None
    return found


def test_a_new_item_with_units_and_barcodes_can_be_sold(sample: SampleDesk) -> None:
    desk = Opened(sample, KIND, None, "zhangwei")
    for path, text in (
        ("code", "Z900"), ("name", "重庆木凳"), ("unit", "把"), ("unit_en", "pc"), ("sales_unit", "箱"),
        ("list_price", "88"), ("floor_price", "70"), ("tax_rate", "13%"), ("order_multiple", "2"),
    ):  # fmt: skip
        assert desk.type(path, text), path
    desk.presenter.insert("units", 0)
    desk.type("units[0].unit", "箱")
    desk.type("units[0].factor", "4")
    desk.presenter.insert("barcodes", 0)
    assert desk.text("barcodes[0].unit") == "把"  # the stock unit, until another one is typed
    desk.type("barcodes[0].barcode", "６９０１")
    desk.presenter.save()
    assert desk.wrong() == []
    record = stored(sample, desk.presenter.id).record
    assert (record.tax_rate, record.units[0].factor, record.barcodes[0].barcode) == (
        Decimal("0.13"), Decimal(4), "6901",
    )  # fmt: skip
    desk.desk.refresh()
    for typed in ("Z900", "cqmd", "6901"):
        assert record.id in {match.key for match in desk.desk.indexes().items.search(typed)}
    assert check_store(sample.store).findings == ()


def test_everything_wrong_with_an_item_comes_at_once(sample: SampleDesk) -> None:
    desk = Opened(sample, KIND, A105, "zhoumin")
    desk.type("code", "A107")
    desk.type("sales_unit", "箱")
    desk.type("tax_rate", "130")
    desk.type("order_multiple", "0")
    desk.presenter.insert("units", 0)
    desk.presenter.insert("barcodes", 1)
    desk.type("barcodes[1].barcode", "6904102001146")  # of another item
    desk.presenter.save()
    assert desk.wrong() == [
        ("code", "record.code_taken"),
        ("sales_unit", "item.unit_unknown"),
        ("order_multiple", "item.multiple_zero"),
        ("tax_rate", "error.percent.range"),
        ("units[0].factor", "records.fault.at_least"),
        ("units[0].unit", "records.fault.missing"),
        ("barcodes[1].barcode", "item.barcode_taken"),
    ]
    assert stored(sample).revision == 1


def test_the_stock_unit_of_goods_that_moved_stays_and_the_text_too(sample: SampleDesk) -> None:
    desk = Opened(sample, KIND, A105, "zhoumin")
    desk.type("unit", "箱")
    desk.type("sales_unit", "")
    desk.type("barcodes[0].unit", "箱")
    desk.presenter.save()
    assert desk.wrong() == [("unit", "item.unit_in_use")]
    assert desk.text("unit") == "箱"
    desk.presenter.discard()
    assert desk.text("unit") == "张"


def test_a_copy_has_no_barcodes_and_a_stopped_item_is_not_found_in_orders(sample: SampleDesk) -> None:
    desk = Opened(sample, KIND, CopyOf(A105), "zhoumin")
    assert (desk.form.record.code, desk.form.record.barcodes) == ("", ())
    other = Opened(sample, KIND, A105, "zhoumin")
    other.presenter.toggle_use()
    other.desk.refresh()
    assert not stored(sample).record.active
    assert A105 not in {match.key for match in other.desk.indexes().items.search("A105")}


def test_stock_buyers_and_aliases_stand_beside_the_item(sample: SampleDesk) -> None:
    for customer in ("C1001", "C1001", "C2002"):
        assert sample.submit(sample.draft(customer, ("A105", "2"))).outcome == "applied"
    with sample.store.reading() as connection:
        stock = stock_by_site(connection, A105)
        who = buyers(connection, A105)
        aliases = item_aliases(connection, A105)
        assert buyers(connection, sample_id("customer", "C1001")) == ()
    assert [(row.code, row.on_hand) for row in stock] == [("PD", Decimal(210)), ("SZ", Decimal(60))]
    assert [(row.code, row.times, row.quantity) for row in who] == [
        ("C1001", 2, Decimal(4)), ("C2002", 1, Decimal(2)),
    ]  # fmt: skip
    assert ("C1001", "HD-T140") in {(row.code, row.number) for row in aliases}


def test_a_manager_keeps_items_and_a_clerk_reads_them(sample: SampleDesk) -> None:
    assert Opened(sample, KIND, A105, "zhangwei").presenter.may_change
    assert not Opened(sample, KIND, A105, "lina").presenter.may_change
