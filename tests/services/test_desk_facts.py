"""What entry knows: the same whether read whole, read for one order, or brought up to date after a change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import event

from orderdesk.intake.sample import sample_batch, sample_id
from orderdesk.services.desk import Desk, PoUse
from orderdesk.services.reading.desk import load_customer, load_desk, refresh_desk
from orderdesk.wire.commands import MoveStock, PutCustomer, PutItem, PutPriceList, WithdrawSubmit
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import BarcodeRecord, CustomerRecord, ItemRecord, PriceListRecord
from tests.support.desk import SampleDesk

TODAY = date(2026, 3, 9)
ITEM = sample_id("item", "A105")
Act = Callable[[SampleDesk], Outcome]


def item(code: str) -> ItemRecord:
    return next(entry for entry in sample_batch(TODAY).items if entry.code == code)


def customer(code: str) -> CustomerRecord:
    return next(entry for entry in sample_batch(TODAY).customers if entry.code == code)


def price_list(position: int) -> PriceListRecord:
    return sample_batch(TODAY).price_lists[position]


def submit(desk: SampleDesk) -> Outcome:
    return desk.submit(desk.draft("C1001", ("A105", "2"), ("B211", "6")))


def take_back(desk: SampleDesk) -> Outcome:
    draft = desk.draft("C1001", ("A105", "2"))
    desk.submit(draft)
    return desk.do(WithdrawSubmit(order_id=draft.id), "lina")


def receive(desk: SampleDesk) -> Outcome:
    site = desk.desk().default_site_id
    assert site is not None
    data = MoveStock(item_id=ITEM, site_id=site, quantity=Decimal(40), kind="goods_in")
    return desk.do(data, "zhaoqiang")


def change_item(desk: SampleDesk) -> Outcome:
    record = item("A105").model_copy(
        update={
            "list_price": Decimal("1.2345"),
            "name": "橡木桌",
            "barcodes": (BarcodeRecord(barcode="6900000000001", unit=item("A105").unit),),
        }
    )
    return desk.do(PutItem(record=record), "zhoumin", 1)


def new_item(desk: SampleDesk) -> Outcome:
    record = item("A105").model_copy(
        update={"id": sample_id("item", "new"), "code": "NEW-1", "barcodes": (), "units": ()}
    )
    return desk.do(PutItem(record=record), "zhoumin")


def change_customer(desk: SampleDesk) -> Outcome:
    record = customer("C1001").model_copy(update={"name": "改名公司", "phone": "13900000000"})
    return desk.do(PutCustomer(record=record), "zhoumin", 1)


def change_prices(desk: SampleDesk) -> Outcome:
    record = price_list(0)
    prices = tuple(
        price.model_copy(update={"price": price.price + 1})
        for price in record.prices[: len(record.prices) // 2]
    )
    return desk.do(PutPriceList(record=record.model_copy(update={"prices": prices})), "zhoumin", 1)


ACTS: tuple[Act, ...] = (
    submit, take_back, receive, change_item, new_item, change_customer, change_prices,
)  # fmt: skip


def facts(desk: Desk) -> dict[str, Any]:
    """Return all facts of a desk; the rule tables by their versions."""
    found = {entry.name: getattr(desk, entry.name) for entry in fields(desk)}
    return found | {"tables": {book: table.version for book, table in desk.tables.items()}}


@pytest.mark.parametrize("act", ACTS)
def test_a_desk_brought_up_to_date_knows_what_one_read_anew_knows(sample: SampleDesk, act: Act) -> None:
    old = sample.desk()
    outcome = act(sample)
    assert outcome.outcome == "applied", outcome.problems
    fresh = sample.desk()
    with sample.store.reading() as connection:
        refreshed = refresh_desk(connection, old, sample.clock.now(), outcome.touched)
    # The day of a customer's last order is read again only when the customer changes, or at the start.
    ignored = {"customers"} if act in (submit, take_back) else set()
    for name, value in facts(fresh).items():
        if name not in ignored:
            assert facts(refreshed)[name] == value, name
    if act not in (submit, take_back):
        assert facts(fresh) != facts(old)


def test_the_door_reads_only_what_one_order_needs_and_knows_the_same_of_it(sample: SampleDesk) -> None:
    whole = sample.desk()
    with sample.store.reading() as connection:
        part = load_desk(connection, sample.clock.now(), item_ids={ITEM}, with_customers=False)
    assert set(part.items) == {ITEM}
    assert part.items[ITEM] == whole.items[ITEM]
    assert {key: shelf.prices.get(ITEM) for key, shelf in part.tiers.items() if ITEM in shelf.prices} == {
        key: shelf.prices[ITEM] for key, shelf in whole.tiers.items() if ITEM in shelf.prices
    }
    assert {key: shelf.prices.get(ITEM) for key, shelf in part.lists.items()} == {
        key: shelf.prices.get(ITEM) for key, shelf in whole.lists.items() if ITEM in shelf.prices
    }
    assert part.stock == {key: figure for key, figure in whole.stock.items() if key[0] == ITEM}
    assert (part.today, part.settings, part.version) == (whole.today, whole.settings, whole.version)


def test_today_is_the_day_at_the_site(sample: SampleDesk) -> None:
    assert sample.desk().today == TODAY
    for hour, day in ((15, 9), (16, 10)):  # midnight in Shanghai is at 16:00 UTC
        with sample.store.reading() as connection:
            desk = load_desk(connection, datetime(2026, 3, 9, hour, tzinfo=UTC))
        assert desk.today == date(2026, 3, day)


def test_a_customers_exposure_is_that_of_its_orders(sample: SampleDesk) -> None:
    before = sample.customer("C1001")
    submit(sample)
    after = sample.customer("C1001")
    assert after.exposure > before.exposure == 0
    assert before.credit_left is not None
    assert after.credit_left == before.credit_left - after.exposure


def test_a_customer_that_is_not_there_is_nothing(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        assert load_customer(connection, sample_id("customer", "nobody")) is None


def test_what_a_customer_bought_is_counted_and_the_newest_price_shown(sample: SampleDesk) -> None:
    first = sample.draft("C1001", ("A105", "2"), ("B211", "6"))
    sample.submit(first)
    sample.submit(sample.draft("C1001", ("A105", "5")))
    bought = sample.customer("C1001").bought
    assert set(bought) == {ITEM, sample_id("item", "B211")}
    assert (bought[ITEM].times, bought[ITEM].last_quantity, bought[ITEM].last_date) == (2, Decimal(5), TODAY)


def test_a_used_po_number_leads_to_its_order(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), po_number="PO-55")
    number = sample.submit(draft).touched_one("order").number
    assert number is not None
    assert sample.customer("C1001").po_numbers == {"PO-55": (PoUse(draft.id, number),)}


@pytest.mark.parametrize("with_order", [False, True])
def test_a_customer_is_read_with_the_same_few_queries_however_much_it_bought(
    sample: SampleDesk, with_order: bool
) -> None:
    if with_order:
        for _ in range(3):
            submit(sample)
    asked: list[str] = []

    def count(_connection: Any, _cursor: Any, statement: str, *_more: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(sample.store.engine, "before_cursor_execute", count)
    sample.customer("C1001")
    assert len(asked) == 7
