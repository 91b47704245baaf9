"""Ordering again: today's prices, days ahead, and a list of all that is different."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select, update

from orderdesk import words
from orderdesk.intake.sample import sample_id
from orderdesk.models import Item, Order, Price
from orderdesk.services.copying import CopiedOrder, copy_order, moved
from orderdesk.services.reading.customer_history import source_order
from orderdesk.wire.drafts import AddressDraft, OrderDraft, ScheduleDraft, open_note
from tests.support.desk import SampleDesk

CUSTOMER = "C2002"
TODAY = date(2026, 3, 9)


def earlier(sample: SampleDesk, draft: OrderDraft, day: date | None = None) -> UUID:
    """Submit an order, and let it be as old as ``day``."""
    outcome = sample.submit(sample.with_seen_prices(draft))
    assert not outcome.is_refused, outcome.problems
    if day is not None:
        with sample.store.writing() as session:
            session.execute(update(Order).where(Order.id == draft.id).values(document_date=day))
            session.commit()
    return draft.id


def copied(
    sample: SampleDesk,
    order_id: UUID,
    line_ids: tuple[UUID, ...] | None = None,
    into: OrderDraft | None = None,
    customer: str = CUSTOMER,
) -> CopiedOrder:
    with sample.store.reading() as connection:
        source = source_order(connection, order_id)
    assert source is not None
    return copy_order(
        source, sample.desk(), sample.customer(customer), sample.ports.ids, line_ids=line_ids, into=into
    )


def change_item(sample: SampleDesk, code: str, **values: object) -> None:
    with sample.store.writing() as session:
        session.execute(update(Item).where(Item.code == code).values(**values))
        session.commit()


def codes(found: CopiedOrder) -> list[str]:
    for problem in found.problems:
        assert problem.severity == "warn"
        for language in words.LANGUAGES:
            assert "?" not in words.problem_text(problem, language)
    return [problem.code for problem in found.problems]


def test_a_copy_orders_the_same_on_days_ahead_under_a_new_number(sample: SampleDesk) -> None:
    draft = sample.draft(
        CUSTOMER, ("A105", "2"), ("C330", "6"), requested=date(2026, 3, 12), po_number="PO-1",
        delivery_method="courier", note="先打电话", when_short="partial",
    )  # fmt: skip
    found = copied(sample, earlier(sample, draft, date(2026, 3, 2)))
    copy = found.draft
    assert (copy.number, copy.po_number, copy.document_date, copy.customer_id) == (
        None, "", None, draft.customer_id,
    )  # fmt: skip
    assert (copy.delivery_method, copy.notes, copy.when_short) == (
        "courier",
        open_note("先打电话"),
        "partial",
    )
    assert copy.requested == date(2026, 3, 19)
    assert copy.deliver_to == draft.deliver_to
    assert [(line.item_id, line.quantity) for line in copy.lines] == [
        (sample_id("item", "A105"), Decimal(2)), (sample_id("item", "C330"), Decimal(6)),
    ]  # fmt: skip
    assert {copy.id, *found.line_ids} & {draft.id, *(line.id for line in draft.lines)} == set()
    assert (found.differences, found.problems) == ((), ())


def test_the_copy_can_be_submitted_as_it_is(sample: SampleDesk) -> None:
    order_id = earlier(sample, sample.draft(CUSTOMER, ("A105", "2"), requested=date(2026, 3, 12)))
    outcome = sample.submit(sample.with_seen_prices(copied(sample, order_id).draft))
    assert not outcome.is_refused, outcome.problems


def test_prices_are_those_of_today_and_each_change_is_listed(sample: SampleDesk) -> None:
    order_id = earlier(sample, sample.draft(CUSTOMER, ("A105", "2"), ("C330", "6")))
    with sample.store.writing() as session:
        session.execute(
            update(Price).where(Price.item_id == sample_id("item", "C330")).values(price=Decimal("55.50"))
        )
        session.commit()
    found = copied(sample, order_id)
    (difference,) = found.differences
    assert (difference.code, difference.old, difference.new, difference.was) == (
        "C330", Decimal(52), Decimal("55.5"), "list",
    )  # fmt: skip
    assert difference.line_id == found.line_ids[1]


def test_prices_and_discounts_given_by_hand_stay_with_the_earlier_order(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "1"), ("C330", "1"), ("B220", "1"))
    lines = (
        draft.lines[0].model_copy(update={"manual_price": Decimal(800), "manual_reason": "老客户"}),
        draft.lines[1].model_copy(update={"discount": Decimal("0.02")}),
        draft.lines[2],
    )
    found = copied(sample, earlier(sample, draft.model_copy(update={"lines": lines})))
    assert [(entry.code, entry.old, entry.new, entry.was) for entry in found.differences] == [
        ("A105", Decimal(800), Decimal(880), "manual"), ("C330", Decimal("50.96"), Decimal(52), "discount"),
    ]  # fmt: skip
    assert [(line.manual_price, line.discount) for line in found.draft.lines] == [(None, None)] * 3


def test_what_is_no_longer_sold_is_left_out_and_told(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "1"), ("C330", "2"), ("B220", "1"), ("D430", "1"))
    gift = draft.lines[2].model_copy(update={"gift": True, "gift_reason": "试用"})
    lines = (draft.lines[0], draft.lines[1].model_copy(update={"unit": "箱"}), gift, draft.lines[3])
    order_id = earlier(sample, draft.model_copy(update={"lines": lines}))
    change_item(sample, "A105", active=False)
    with sample.store.writing() as session:
        from orderdesk.models import ItemUnit

        session.delete(
            session.scalars(select(ItemUnit).where(ItemUnit.item_id == sample_id("item", "C330"))).one()
        )
        session.commit()
    found = copied(sample, order_id)
    assert codes(found) == ["quick.copy.discontinued", "quick.copy.unit", "quick.copy.gift"]
    assert [line.item_id for line in found.draft.lines] == [sample_id("item", "D430")]


def test_chosen_lines_go_into_a_draft_whose_header_stays(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "2"), ("C330", "6"), ("B220", "1"), note="旧")
    order_id = earlier(sample, draft)
    target = sample.draft(CUSTOMER, ("D430", "1"), po_number="PO-2", note="新")
    found = copied(sample, order_id, (draft.lines[0].id, draft.lines[2].id), target)
    assert found.draft.model_copy(update={"lines": ()}) == target.model_copy(update={"lines": ()})
    assert found.draft.lines[0] == target.lines[0]
    assert [line.item_id for line in found.draft.lines[1:]] == [
        sample_id("item", "A105"), sample_id("item", "B220"),
    ]  # fmt: skip
    assert len(found.line_ids) == 2


def test_another_customers_prices_hold_for_another_customers_draft(sample: SampleDesk) -> None:
    order_id = earlier(sample, sample.draft(CUSTOMER, ("A105", "2")))
    found = copied(sample, order_id, customer="C2001")
    addresses = sample.customer("C2001").addresses
    assert (found.draft.customer_id, found.draft.deliver_to) == (sample_id("customer", "C2001"), addresses[0])
    assert [entry.old for entry in found.differences] == [Decimal(880)]


def test_each_part_keeps_its_distance_and_its_address(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "6"), requested=date(2026, 3, 12))
    elsewhere = AddressDraft(province="江苏省", city="苏州市", rest="人民路 1 号", receiver="李四")
    parts = tuple(
        ScheduleDraft(id=sample.ports.ids.new(), quantity=Decimal(3), requested=day, deliver_to=address)
        for day, address in ((date(2026, 3, 12), None), (date(2026, 3, 26), elsewhere))
    )
    line = draft.lines[0].model_copy(update={"schedule": parts})
    order_id = earlier(sample, draft.model_copy(update={"lines": (line,)}), date(2026, 3, 2))
    found = copied(sample, order_id).draft.lines[0].schedule
    assert [(part.quantity, part.requested, part.deliver_to) for part in found] == [
        (Decimal(3), date(2026, 3, 19), None), (Decimal(3), date(2026, 4, 2), elsewhere),
    ]  # fmt: skip
    assert {part.id for part in found} & {part.id for part in parts} == set()


def test_a_saved_address_is_taken_as_it_is_saved_now(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "1"))
    order_id = earlier(sample, draft)
    with sample.store.writing() as session:
        body = json.loads(session.scalars(select(Order.deliver_to).where(Order.id == order_id)).one())
        body["receiver"] = "以前的人"
        session.execute(update(Order).where(Order.id == order_id).values(deliver_to=json.dumps(body)))
        session.commit()
    assert copied(sample, order_id).draft.deliver_to == draft.deliver_to


def test_a_draft_is_not_copied_but_opened(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "1"))
    sample.save(draft)
    with sample.store.reading() as connection:
        assert source_order(connection, draft.id) is None
        assert source_order(connection, UUID(int=1)) is None


def test_days_move_and_are_never_past() -> None:
    assert moved(date(2026, 1, 8), date(2026, 1, 5), TODAY) == date(2026, 3, 12)
    assert moved(date(2026, 1, 1), date(2026, 1, 5), TODAY) == TODAY
    assert moved(None, date(2026, 1, 5), TODAY) is None
