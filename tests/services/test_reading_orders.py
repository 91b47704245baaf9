"""The desk's lists: today's orders and those still open, drafts in their order, and an order's card."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Delivery, DeliveryLine, Order
from orderdesk.rules.states import ApprovalState, LineState, OrderState, Quantities
from orderdesk.services.context import Context
from orderdesk.services.holds import place_hold
from orderdesk.services.reading.drafts import DraftRow, draft_rows
from orderdesk.services.reading.order_card import OrderCard, order_card
from orderdesk.services.reading.orders import OrderPage, OrderRow, counted_tasks, desk_orders, shown_state
from orderdesk.wire.commands import (
    DiscardDraft,
    PastLine,
    PickDelivery,
    PickedLine,
    RecordPastOrder,
    ShipDelivery,
    WithdrawSubmit,
)
from orderdesk.wire.drafts import LineDraft, OrderDraft
from tests.services.approval_support import STANDARD, VIP, active, approve_all, decide, put, submitted
from tests.support.desk import NOW, SampleDesk


def page(sample: SampleDesk, **fields: object) -> OrderPage:
    with sample.store.reading() as connection:
        return desk_orders(connection, sample.clock.now(), **fields)  # type: ignore[arg-type] # named by each test


def rows(sample: SampleDesk) -> list[tuple[str, str]]:
    """Return number and shown state of each order in the list."""
    return [(row.number, row.shown) for row in page(sample).rows]


def only(sample: SampleDesk) -> OrderRow:
    (row,) = page(sample).rows
    return row


def drafts(sample: SampleDesk) -> tuple[DraftRow, ...]:
    with sample.store.reading() as connection:
        return draft_rows(connection)


def card(sample: SampleDesk, order_id: UUID) -> OrderCard:
    with sample.store.reading() as connection:
        found = order_card(connection, order_id)
    assert found is not None
    return found


def straight(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> UUID:
    """Submit an order that goes straight to the warehouse."""
    draft = sample.draft(STANDARD, *(lines or (("A105", "2"),)), **fields)
    assert sample.submit(draft).outcome == "applied"
    return draft.id


def ship(sample: SampleDesk, order_id: UUID, *found: str) -> None:
    """Pick the given quantities of the order's planned delivery, line by line, and ship them."""
    with sample.store.reading() as connection:
        delivery_id = connection.execute(
            select(Delivery.id).where(Delivery.order_id == order_id, Delivery.state == "planned")
        ).scalar_one()
        lines = connection.execute(
            select(DeliveryLine.id, DeliveryLine.quantity)
            .where(DeliveryLine.delivery_id == delivery_id)
            .order_by(DeliveryLine.position)
        ).all()
    picked = tuple(
        PickedLine(
            delivery_line_id=line.id,
            picked=Decimal(quantity),
            short_reason="" if Decimal(quantity) == line.quantity else "missing",
        )
        for line, quantity in zip(lines, found, strict=True)
    )
    for data in (
        PickDelivery(delivery_id=delivery_id, lines=picked),
        ShipDelivery(delivery_id=delivery_id),
    ):
        outcome = sample.do(data, "zhaoqiang")
        assert not outcome.is_refused, outcome.problems


def age(sample: SampleDesk, order_id: UUID, days: int) -> None:
    """Move an order's entry into the past."""
    with sample.store.writing() as session:
        session.execute(
            update(Order).where(Order.id == order_id).values(entered_at=NOW - timedelta(days=days))
        )
        session.commit()


# ── the list of orders ─────────────────────────────────────────────────────────────────────────────


def test_an_order_that_went_straight_through_is_released_and_waits_for_nobody(sample: SampleDesk) -> None:
    straight(sample, requested=date(2026, 3, 12))
    row = only(sample)
    assert (row.shown, row.approval, row.waits_for, row.approved_by) == ("released", "straight", "", "")
    assert row.next_delivery == date(2026, 3, 12)
    assert (row.customer, row.tier, row.entered_by) == ("青禾公寓", "standard", "李娜")


def test_a_pending_order_says_whose_turn_it_is(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert (only(sample).shown, only(sample).waits_for) == ("pending", "manager")
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    assert (only(sample).shown, only(sample).waits_for) == ("pending", "finance")


def test_an_approved_order_says_by_whom(sample: SampleDesk) -> None:
    order = submitted(sample)
    approve_all(sample, order.id)
    row = only(sample)
    assert (row.shown, row.approval, row.approved_by_en) == ("released", "approved", "Chen Jing")
    assert row.self_approved_reason == ""


def test_an_order_approved_by_its_author_carries_the_reason(sample: SampleDesk) -> None:
    put(sample, approval__author="self_with_reason")
    order = submitted(sample, VIP, person="zhangwei")
    decide(sample, active(sample, order.id), "approve", "zhangwei", reason="老板出差，电话同意")
    row = only(sample)
    assert (row.approved_by, row.self_approved_reason) == ("张伟", "老板出差，电话同意")


def test_a_refused_order_of_an_earlier_day_comes_back_on_the_day_of_its_refusal(sample: SampleDesk) -> None:
    order = submitted(sample)
    age(sample, order.id, 4)
    decide(sample, active(sample, order.id), "refuse", "zhangwei", reason="价格太低")
    row = only(sample)
    assert (row.number, row.shown, row.reason) == (order.number, "refused", "价格太低")
    sample.clock.advance(timedelta(days=1))
    assert rows(sample) == []


def test_goods_decide_the_state_once_they_move(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "2"), ("B210", "4"), requested=date(2026, 3, 12))
    ship(sample, order_id, "2", "1")
    assert (only(sample).shown, only(sample).next_delivery) == ("partly_delivered", date(2026, 3, 12))
    ship(sample, order_id, "3")
    assert (only(sample).shown, only(sample).next_delivery) == ("delivered", None)


def test_an_open_order_stays_in_the_list_on_later_days(sample: SampleDesk) -> None:
    order_id = straight(sample)
    age(sample, order_id, 40)
    assert [row.id for row in page(sample).rows] == [order_id]


def test_a_delivered_order_leaves_the_list_at_midnight_of_the_site(sample: SampleDesk) -> None:
    order_id = straight(sample)
    ship(sample, order_id, "2")
    assert [row.id for row in page(sample).rows] == [order_id]
    sample.clock.advance(timedelta(hours=14))  # 16:00 UTC: midnight in Shanghai
    assert rows(sample) == []


def test_drafts_discarded_ones_and_other_systems_orders_are_not_in_the_list(sample: SampleDesk) -> None:
    kept, thrown = sample.draft(STANDARD, ("A105", "2")), sample.draft(STANDARD, ("A105", "2"))
    sample.save(kept)
    sample.save(thrown)
    sample.do(DiscardDraft(order_id=thrown.id), "lina")
    line = PastLine(item_code="A105", quantity=Decimal(1), unit_price=Decimal(9), discount=Decimal(0))
    past = RecordPastOrder(
        order_id=sample.ports.ids.new(), source="old", number="1", customer_code=STANDARD, currency="CNY",
        document_date=date(2026, 3, 9), freight=Decimal(0), lines=(line,),
    )  # fmt: skip
    assert not sample.do(past, "zhoumin").is_refused
    assert rows(sample) == []


def test_pages_follow_each_other_without_gap_or_repeat(sample: SampleDesk) -> None:
    made = [straight(sample) for _ in range(5)]
    found: list[UUID] = []
    after = None
    sizes = []
    while True:
        part = page(sample, after=after, limit=2)
        found += [row.id for row in part.rows]
        sizes.append((len(part.rows), part.has_more))
        if not part.has_more:
            break
        after = part.rows[-1].key
    assert found == list(reversed(made))
    assert sizes == [(2, True), (2, True), (1, False)]


def test_an_order_on_hold_names_each_kind_once(sample: SampleDesk) -> None:
    order_id = straight(sample)
    with sample.store.writing() as session:
        order = session.get(Order, order_id)
        assert order is not None
        for kind in ("delivery_block", "credit", "delivery_block"):
            context = sample_context(sample)
            place_hold(session, order, kind, "header", order_id, "{}", ("manager",), context)
        session.commit()
    assert only(sample).holds == ("delivery_block", "credit")
    (first, *_) = card(sample, order_id).holds
    assert (first.kind, first.by_en, first.lift_roles) == ("delivery_block", "Li Na", ("manager",))


def sample_context(sample: SampleDesk) -> Context:
    return Context(
        actor=sample.actor("lina"), roles=frozenset({"clerk"}), relation="any", now=sample.clock.now(),
        ids=sample.ports.ids, op_id=sample.ports.ids.new(), base_revision=None,
    )  # fmt: skip


# ── states in one word ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("state", "approval", "delivered", "shown"),
    [
        ("draft", "sent_back", "open", "draft"),
        ("submitted", "pending", "open", "pending"),
        ("submitted", "approved", "open", "submitted"),
        ("released", "straight", "open", "released"),
        ("released", "approved", "partly_delivered", "partly_delivered"),
        ("released", "approved", "delivered", "delivered"),
        ("released", "approved", "short_closed", "short_closed"),
        ("closed", "approved", "delivered", "closed"),
        ("cancelled", "refused", "open", "refused"),
        ("cancelled", "approved", "open", "cancelled"),
    ],
)
def test_one_word_stands_for_all_axes(
    state: OrderState, approval: ApprovalState, delivered: LineState, shown: str
) -> None:
    assert shown_state(state, approval, delivered) == shown


def test_a_round_that_was_sent_back_does_not_speak_of_a_later_straight_release() -> None:
    assert counted_tasks("released", ["sent_back", "withdrawn"]) == ()
    assert counted_tasks("released", ["approved", "skipped"]) == ("approved", "skipped")
    assert counted_tasks("draft", ["sent_back"]) == ("sent_back",)


# ── drafts ─────────────────────────────────────────────────────────────────────────────────────────


def test_drafts_sent_back_come_first_then_parked_then_the_others(sample: SampleDesk) -> None:
    back = submitted(sample)
    decide(sample, active(sample, back.id), "send_back", "zhangwei", reason="单价请再确认")
    parked = sample.draft(STANDARD, ("A105", "2"), parked=True)
    plain = sample.draft(STANDARD, ("A105", "2"), ("B210", "1"))
    sample.save(parked)
    sample.save(plain)
    assert [row.id for row in drafts(sample)] == [back.id, parked.id, plain.id]
    first = drafts(sample)[0]
    assert (first.cause, first.reason, first.sent_back_by_en) == ("sent_back", "单价请再确认", "Zhang Wei")
    assert first.sent_back_at is not None
    assert (drafts(sample)[2].line_count, drafts(sample)[2].entered_by, drafts(sample)[2].tier) == (
        2,
        "李娜",
        "standard",
    )


def test_a_withdrawn_order_is_a_draft_that_nobody_sent_back(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert not sample.do(WithdrawSubmit(order_id=order.id), "lina").is_refused
    (row,) = drafts(sample)
    assert (row.cause, row.sent_back_by, row.sent_back_at) == ("withdrawn", "", None)


# ── the card ───────────────────────────────────────────────────────────────────────────────────────


def test_the_card_says_what_became_of_each_line(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "2"), ("B210", "4"), requested=date(2026, 3, 12), po_number="PO-7")
    ship(sample, order_id, "2", "1")
    found = card(sample, order_id)
    assert found.po_number == "PO-7"
    assert [(line.code, line.quantities, line.state) for line in found.lines] == [
        ("A105", Quantities(Decimal(2), Decimal(2)), "delivered"),
        ("B210", Quantities(Decimal(4), Decimal(1)), "partly_delivered"),
    ]
    table = found.lines[0]
    assert (table.name, table.name_en, table.unit) == ("橡木餐桌 140", "Oak table 140", "张")
    assert table.unit_en != ""
    assert table.schedule[0].deliver_to == found.deliver_to
    assert len(found.places) == 1


def test_the_card_lists_deliveries_with_their_notes(sample: SampleDesk) -> None:
    order_id = straight(sample, ("A105", "2"), ("B210", "4"), requested=date(2026, 3, 12))
    ship(sample, order_id, "2", "1")
    first, rest = card(sample, order_id).deliveries
    assert (first.part, first.state, first.line_count, first.shipped_at is not None) == (
        1,
        "shipped",
        2,
        True,
    )
    assert first.number.startswith("DN-")
    assert (rest.part, rest.state, rest.number, rest.line_count) == (2, "planned", "", 1)
    assert rest.planned == date(2026, 3, 12)


def test_the_card_names_who_decided_each_step(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    manager, finance = card(sample, order.id).tasks
    assert (manager.role, manager.state, manager.by_en) == ("manager", "approved", "Zhang Wei")
    assert (finance.role, finance.state, finance.by) == ("finance", "active", "")
    assert finance.at is not None


def test_the_card_of_a_draft_shows_what_was_typed(sample: SampleDesk) -> None:
    draft = sample.draft(STANDARD, ("A105", "2"), requested=date(2026, 3, 12))
    sample.save(with_half_a_line(sample, draft))
    found = card(sample, draft.id)
    assert found.row.shown == "draft"
    typed, whole = found.lines
    assert (typed.code, typed.name, typed.quantities, typed.schedule) == ("B2", "", None, ())
    assert (whole.code, whole.quantities, whole.unit) == ("A105", Quantities(Decimal(2)), "张")
    assert [part.day for part in whole.schedule] == [date(2026, 3, 12)]


def with_half_a_line(sample: SampleDesk, draft: OrderDraft) -> OrderDraft:
    """Return the draft with a half-typed line before its own."""
    half = LineDraft(id=sample.ports.ids.new(), typed_code="B2")
    return draft.model_copy(update={"lines": (half, *draft.lines)})


def test_there_is_no_card_of_an_order_that_is_not_there(sample: SampleDesk) -> None:
    with sample.store.reading() as connection:
        assert order_card(connection, sample_id("customer", STANDARD)) is None


def test_c84_the_card_has_order_stock_and_deliveries_together(sample: SampleDesk) -> None:
    asked = straight(sample, ("A105", "5"))
    ship(sample, asked, "3")
    found = card(sample, asked)
    (line,) = found.lines
    assert line.quantities is not None
    figures = (line.quantities.ordered, line.quantities.shipped, line.quantities.open)
    assert figures == (Decimal(5), Decimal(3), Decimal(2))
    assert (line.reserved, line.free) == (Decimal(2), Decimal(205))  # 210 on the shelf, 3 left, 2 are ours
    assert [one.state for one in found.deliveries] == ["shipped", "planned"]
