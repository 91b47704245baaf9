"""The list of all orders: pages by key, who stands in which view, and what the find box finds."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import event, insert, select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Item, Order, OrderLine, Reservation, ScheduleLine, StockLevel
from orderdesk.services.reading.order_list import (
    PAGE,
    VIEWS,
    Key,
    OrderFilter,
    OrderListPage,
    ViewId,
    every_order,
    order_filter,
    order_list,
)
from orderdesk.services.search import build_indexes
from orderdesk.wire.commands import DiscardDraft, MoveStock
from tests.services.approval_support import STANDARD, VIP, submitted
from tests.services.test_reading_orders import ship, straight
from tests.support.desk import SampleDesk

TODAY = date(2026, 3, 9)
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)
MANY = 10_000


def page(sample: SampleDesk, wanted: OrderFilter, after: Key | None = None) -> OrderListPage:
    with sample.store.reading() as connection:
        return order_list(connection, wanted, TODAY, after)


def shown(sample: SampleDesk, view: ViewId) -> set[UUID]:
    return {row.id for row in page(sample, OrderFilter(view)).rows}


def found(sample: SampleDesk, text: str, view: ViewId = "all") -> set[UUID]:
    wanted = order_filter(view, text, build_indexes(sample.desk()).customers)
    return {row.id for row in page(sample, wanted).rows}


def move(sample: SampleDesk, order_id: UUID, day: date) -> None:
    """Let everything of an order be due on another day: time passes, orders stay."""
    lines = select(OrderLine.id).where(OrderLine.order_id == order_id)
    with sample.store.writing() as session:
        session.execute(
            update(ScheduleLine)
            .where(ScheduleLine.order_line_id.in_(lines))
            .values(requested=day, promised=day, planned=None)
        )
        session.commit()


def saved(sample: SampleDesk, customer: str = STANDARD, **fields: object) -> UUID:
    draft = sample.draft(customer, ("A105", "2"), **fields)
    assert not sample.save(draft).is_refused
    return draft.id


def seed_many(sample: SampleDesk, count: int) -> list[UUID]:
    """Put copies of one released order into the store over forty days, several a day; return them sorted."""
    template = straight(sample)
    with sample.store.writing() as session:
        row = dict(session.execute(select(Order.__table__).where(Order.id == template)).one()._mapping)
        states = ("released", "closed", "submitted", "cancelled", "draft")
        copies = [
            row
            | {
                "id": sample.ports.ids.new(),
                "number": f"SO-MANY-{at:06}",
                "document_date": TODAY - timedelta(days=at * 7 % 40),
                "state": states[at % 5],
                "state_cause": "",
            }
            for at in range(count)
        ]
        session.execute(insert(Order), copies)
        session.execute(update(Order).where(Order.id == template).values(document_date=TOMORROW))
        session.commit()
    copies.sort(key=lambda copy: (copy["document_date"], copy["id"]), reverse=True)
    return [template, *(copy["id"] for copy in copies)]


# ── pages ──────────────────────────────────────────────────────────────────────────────────────────


def test_ten_thousand_orders_come_page_by_page_without_gap_or_double(sample: SampleDesk) -> None:
    expected = seed_many(sample, MANY)
    seen: list[UUID] = []
    after: Key | None = None
    while True:
        read = page(sample, OrderFilter(), after)
        assert len(read.rows) == PAGE or not read.has_more
        seen += [row.id for row in read.rows]
        if not read.has_more:
            break
        after = read.rows[-1].key
    assert seen == expected


def test_a_list_read_to_its_end_is_the_same_as_its_pages(sample: SampleDesk) -> None:
    expected = seed_many(sample, 1203)
    with sample.store.reading() as connection:
        assert [row.id for row in every_order(connection, OrderFilter(), TODAY)] == expected


def test_an_order_that_comes_while_pages_are_read_moves_no_other(sample: SampleDesk) -> None:
    expected = seed_many(sample, 250)
    first = page(sample, OrderFilter())
    straight(sample)
    second = page(sample, OrderFilter(), first.rows[-1].key)
    assert [row.id for row in (*first.rows, *second.rows)] == expected[: 2 * PAGE]


def test_no_page_is_counted_or_skipped_to(sample: SampleDesk) -> None:
    seed_many(sample, 300)
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        statements.append(statement.lower())

    event.listen(sample.store.engine, "before_cursor_execute", note)
    try:
        last = page(sample, OrderFilter()).rows[-1].key
        for view in VIEWS:
            page(sample, OrderFilter(view.id), last)
    finally:
        event.remove(sample.store.engine, "before_cursor_execute", note)
    offsets = [
        one for one in statements if "offset" in one.replace("offset 0", "").replace("limit ? offset ?", "")
    ]
    assert (offsets, [one for one in statements if "count(" in one]) == ([], [])


# ── views ──────────────────────────────────────────────────────────────────────────────────────────


def test_each_view_has_exactly_its_orders(sample: SampleDesk) -> None:
    today, overdue, later = straight(sample), straight(sample), straight(sample)
    for order_id, day in ((today, TODAY), (overdue, YESTERDAY), (later, TOMORROW)):
        move(sample, order_id, day)
    pending = submitted(sample).id
    move(sample, pending, TODAY)
    shipped = straight(sample)
    ship(sample, shipped, "2")
    move(sample, shipped, YESTERDAY)
    draft, discarded = saved(sample), saved(sample)
    assert not sample.do(DiscardDraft(order_id=discarded), "lina", base_revision=1).is_refused
    every = {today, overdue, later, pending, shipped, draft}
    assert {view.id: shown(sample, view.id) for view in VIEWS} == {
        "all": every,
        "due_today": {today, pending},
        "short": set(),
        "overdue": {overdue},
        "pending": {pending},
        "open": {today, overdue, later},
        "drafts": {draft},
        "bin": {discarded},
    }


def test_an_order_with_one_delivery_late_and_one_today_stands_in_both_views(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "2"), ("B220", "1"))
    move(sample, order_id, TODAY)
    first = select(OrderLine.id).where(OrderLine.order_id == order_id, OrderLine.position == 1)
    with sample.store.writing() as session:
        session.execute(
            update(ScheduleLine)
            .where(ScheduleLine.order_line_id == first.scalar_subquery())
            .values(requested=YESTERDAY, promised=YESTERDAY)
        )
        session.commit()
    assert (shown(sample, "due_today"), shown(sample, "overdue")) == ({order_id}, {order_id})


def test_an_order_that_has_left_in_part_is_still_due(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "5"))
    ship(sample, order_id, "3")
    move(sample, order_id, TODAY)
    assert shown(sample, "due_today") == {order_id}


def lose_stock(sample: SampleDesk, order_id: UUID, *, on_hand: str) -> None:
    """Let a count find only so much of what the order needs, whatever was reserved for it."""
    with sample.store.writing() as session:
        item_id = session.execute(
            select(OrderLine.item_id).where(OrderLine.order_id == order_id)
        ).scalar_one()
        session.execute(update(StockLevel).where(StockLevel.item_id == item_id).values(reserved=Decimal(0)))
        session.execute(
            update(StockLevel).where(StockLevel.item_id == item_id).values(on_hand=Decimal(on_hand))
        )
        session.execute(
            Reservation.__table__.delete().where(Reservation.item_id == item_id)  # type: ignore[attr-defined] # SQLAlchemy calls it a FromClause
        )
        session.commit()


@pytest.mark.parametrize(("on_hand", "is_short"), [("4.999", True), ("5", False), ("0", True), ("6", False)])
def test_an_order_is_short_where_what_is_free_does_not_cover_it(
    sample: SampleDesk, on_hand: str, is_short: bool
) -> None:
    order_id = straight(sample, ("A105", "5"))
    lose_stock(sample, order_id, on_hand=on_hand)
    assert shown(sample, "short") == ({order_id} if is_short else set())


def test_what_is_reserved_for_an_order_covers_it(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "5"))
    with sample.store.writing() as session:
        item_id = sample_id("item", "A105")
        session.execute(update(StockLevel).where(StockLevel.item_id == item_id).values(on_hand=Decimal(5)))
        session.commit()
    other = straight(sample, ("A105", "1"))
    assert shown(sample, "short") == {other}
    assert order_id not in shown(sample, "short")


def test_several_lines_of_an_item_are_covered_together_or_not_at_all(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "3"))
    lose_stock(sample, order_id, on_hand="5")
    both = straight(sample, ("A105", "3"), ("A105", "3"))
    with sample.store.writing() as session:
        session.execute(Reservation.__table__.delete())  # type: ignore[attr-defined] # SQLAlchemy calls it a FromClause
        session.execute(update(StockLevel).values(reserved=Decimal(0)))
        session.commit()
    assert shown(sample, "short") == {both}


def test_what_is_made_to_order_is_never_short(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "5"))
    lose_stock(sample, order_id, on_hand="0")
    with sample.store.writing() as session:
        item_id = sample_id("item", "A105")
        session.execute(update(Item).where(Item.id == item_id).values(kind="custom"))
        session.execute(
            StockLevel.__table__.delete().where(StockLevel.item_id == item_id)  # type: ignore[attr-defined] # SQLAlchemy calls it a FromClause
        )
        session.commit()
    assert shown(sample, "short") == set()


def test_goods_that_come_in_take_an_order_off_the_short_ones(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "5"))
    lose_stock(sample, order_id, on_hand="0")
    assert shown(sample, "short") == {order_id}
    with sample.store.reading() as connection:
        site_id = connection.execute(
            select(ScheduleLine.site_id)
            .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
            .where(OrderLine.order_id == order_id)
        ).scalar_one()
    goods = MoveStock(
        item_id=sample_id("item", "A105"), site_id=site_id, quantity=Decimal(5), kind="goods_in", note=""
    )
    assert not sample.do(goods, "zhaoqiang").is_refused
    assert shown(sample, "short") == set()


# ── finding ────────────────────────────────────────────────────────────────────────────────────────


def test_a_customer_is_found_by_code_name_initials_and_phone_tail(sample: SampleDesk) -> None:
    of_customer, _other = saved(sample), saved(sample, VIP)
    phone = sample.desk().customers[sample_id("customer", STANDARD)].phone
    typed = (
        STANDARD,
        STANDARD.lower(),
        "青禾公寓",
        "qhgy",
        "Qinghe",
        phone[-4:],
        "\uff23\uff12\uff10\uff10\uff12",
    )
    assert [found(sample, text) for text in typed] == [{of_customer}] * len(typed)


def test_an_order_is_found_by_its_number_its_end_and_its_po_number(sample: SampleDesk) -> None:
    order_id, _other = saved(sample, po_number="PO-77/a_%"), saved(sample, po_number="X9")
    number = sample.number_of(order_id)
    typed = (number, number.lower(), number[-6:], number[-3:], "po-77", "PO-77/A_%")
    assert [found(sample, text) for text in typed] == [{order_id}] * len(typed)
    assert found(sample, "PO%7") == set()


def test_the_find_box_looks_inside_the_view(sample: SampleDesk) -> None:
    draft, released = saved(sample), straight(sample)
    assert found(sample, STANDARD, "drafts") == {draft}
    assert found(sample, STANDARD) == {draft, released}


def test_a_text_that_nothing_answers_finds_nothing(sample: SampleDesk) -> None:
    saved(sample)
    assert found(sample, "zzzzzz") == set()


def test_a_row_carries_what_a_long_list_needs(sample: SampleDesk) -> None:
    saved(sample, po_number="PO-1", requested=TOMORROW)
    (row,) = page(sample, OrderFilter("drafts")).rows
    assert (row.po_number, row.requested, row.customer_code, row.document_date, row.source) == (
        "PO-1", TOMORROW, STANDARD, row.order.entered_at.date(), "",
    )  # fmt: skip
    assert (row.order.shown, row.order.customer_en) == ("draft", "Qinghe Apartments")
