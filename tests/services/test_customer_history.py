"""What a customer has ordered: basket, earlier orders, history of an item, and look-alikes of a new order."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import event, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Order
from orderdesk.rules.duplicates import find_duplicates
from orderdesk.services.reading import customer_history as history
from orderdesk.wire.commands import DiscardDraft, PastLine, RecordPastOrder
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import NOW, SampleDesk

CUSTOMER = "C2002"
ID = sample_id("customer", CUSTOMER)


def past(
    sample: SampleDesk, number: int, day: date, *lines: tuple[str, str, str], by: str = CUSTOMER
) -> UUID:
    """Record a past order with lines of (item, quantity, price)."""
    order_id = UUID(int=number)
    outcome = sample.do(
        RecordPastOrder(
            order_id=order_id, source="old", number=str(number), customer_code=by, currency="CNY",
            document_date=day, shipped=day, freight=Decimal(0),
            lines=tuple(
                PastLine(
                    item_code=item, quantity=Decimal(quantity), unit_price=Decimal(price), discount=Decimal(0)
                )
                for item, quantity, price in lines
            ),
        ),
        "zhoumin",
    )  # fmt: skip
    assert not outcome.is_refused, outcome.problems
    return order_id


def submit(sample: SampleDesk, *lines: tuple[str, str], **fields: object) -> OrderDraft:
    draft = sample.draft(CUSTOMER, *lines, **fields)
    outcome = sample.submit(draft)
    assert outcome.outcome == "applied", outcome.problems
    return draft


def read(sample: SampleDesk, what: Any, *arguments: Any, **known: Any) -> Any:
    with sample.store.reading() as connection:
        return what(connection, *arguments, **known)


# ── the usual basket ───────────────────────────────────────────────────────────────────────────────


def test_the_basket_has_what_is_bought_most_often_first_with_its_typical_quantity(sample: SampleDesk) -> None:
    past(sample, 1, date(2026, 1, 5), ("C330", "6", "50"), ("A105", "1", "900"))
    past(sample, 2, date(2026, 2, 2), ("C330", "12", "51"))
    past(sample, 3, date(2026, 2, 20), ("C330", "100", "49"), ("B210", "4", "140"))
    basket = read(sample, history.usual_basket, ID, date(2025, 3, 9))
    assert [(row.code, row.times, row.quantity, row.unit) for row in basket] == [
        ("C330", 3, Decimal(12), "瓶"), ("B210", 1, Decimal(4), "把"), ("A105", 1, Decimal(1), "张"),
    ]  # fmt: skip
    oil = basket[0]
    assert (oil.last_date, oil.last_quantity, oil.last_price) == (date(2026, 2, 20), 100, Decimal(49))
    assert (oil.name_en, oil.active) == ("Oak oil 1 l", True)


def test_the_typical_quantity_is_one_that_was_ordered_in_the_unit_used_most(sample: SampleDesk) -> None:
    for number, quantity in enumerate(("10", "12"), start=1):
        past(sample, number, date(2026, 1, number), ("C330", quantity, "50"))
    draft = sample.draft(CUSTOMER, ("C330", "2"))
    boxes = draft.lines[0].model_copy(update={"unit": "箱", "seen_price": None})
    assert sample.submit(draft.model_copy(update={"lines": (boxes,)})).outcome == "applied"
    (row,) = read(sample, history.usual_basket, ID, date(2025, 1, 1))
    assert (row.quantity, row.unit, row.times) == (10, "瓶", 3)
    assert (row.last_quantity, row.last_unit) == (2, "箱")


def test_older_orders_others_orders_gifts_and_drafts_are_not_in_the_basket(sample: SampleDesk) -> None:
    past(sample, 1, date(2024, 12, 31), ("C330", "6", "50"))
    past(sample, 2, date(2026, 1, 1), ("C331", "6", "50"), by="C2001")
    assert not sample.save(sample.draft(CUSTOMER, ("A105", "1"))).is_refused
    draft = sample.draft(CUSTOMER, ("A105", "1"), ("C330", "1"))
    gift = draft.lines[1].model_copy(update={"gift": True, "gift_reason": "试用"})
    assert not sample.submit(draft.model_copy(update={"lines": (draft.lines[0], gift)})).is_refused
    assert [row.code for row in read(sample, history.usual_basket, ID, date(2025, 1, 1))] == ["A105"]


# ── earlier orders and the history of an item ──────────────────────────────────────────────────────


def test_earlier_orders_come_newest_first_page_by_page(sample: SampleDesk) -> None:
    for number in range(1, 6):
        past(sample, number, date(2026, 1, 1 + number // 2), ("C330", "1", "50"))
    first = read(sample, history.earlier_orders, ID, limit=2)
    second = read(sample, history.earlier_orders, ID, after=first[-1].key, limit=2)
    third = read(sample, history.earlier_orders, ID, after=second[-1].key, limit=2)
    assert [[row.number for row in page] for page in (first, second, third)] == [
        ["5", "4"],
        ["3", "2"],
        ["1"],
    ]
    assert (first[0].state, first[0].total, first[0].entered_by) == ("closed", Decimal(50), "周敏")


def test_drafts_are_no_earlier_orders_but_cancelled_ones_are(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("A105", "1"))
    sample.save(draft)
    assert read(sample, history.earlier_orders, ID) == ()
    sample.do(DiscardDraft(order_id=draft.id), "lina", base_revision=1)
    assert [row.state for row in read(sample, history.earlier_orders, ID)] == ["cancelled"]


def test_the_history_of_an_item_has_each_line_with_its_price(sample: SampleDesk) -> None:
    past(sample, 1, date(2026, 1, 1), ("C330", "6", "50"), ("A105", "1", "900"), ("C330", "1", "55"))
    order = submit(sample, ("C330", "3"))
    rows = read(sample, history.item_history, ID, sample_id("item", "C330"), limit=2)
    assert [(row.quantity, row.gross_unit_price, row.price_source) for row in rows] == [
        (3, Decimal(52), "list"), (1, Decimal(55), "past"),
    ]  # fmt: skip
    assert rows[0].order_id == order.id
    rest = read(sample, history.item_history, ID, sample_id("item", "C330"), after=rows[-1].key)
    assert [(row.number, row.position, row.quantity) for row in rest] == [("1", 1, 6)]


def test_each_read_is_one_query(sample: SampleDesk) -> None:
    order = submit(sample, ("C330", "3"))
    counted: list[str] = []
    event.listen(sample.store.engine, "before_cursor_execute", lambda *given: counted.append(given[2]))
    found = history.print_of(order.model_copy(update={"id": UUID(int=9)}), sample.desk().items, NOW)
    for what, arguments in (
        (history.usual_basket, (ID, date(2026, 1, 1))), (history.earlier_orders, (ID,)),
        (history.item_history, (ID, sample_id("item", "C330"))), (history.source_order, (order.id,)),
        (history.duplicate_candidates, (found, sample.desk().items)),
    ):  # fmt: skip
        with sample.store.reading() as connection:
            counted.clear()
            assert what(connection, *arguments)
            assert len([statement for statement in counted if statement.startswith("SELECT")]) == 1


# ── look-alikes ────────────────────────────────────────────────────────────────────────────────────


def suspects(sample: SampleDesk, draft: OrderDraft) -> list[tuple[UUID, str]]:
    items = sample.desk().items
    order = history.print_of(draft, items, sample.clock.now())
    assert order is not None
    candidates = read(sample, history.duplicate_candidates, order, items)
    return [(entry.other.order_id, entry.problem.code) for entry in find_duplicates(order, candidates)]


def test_an_order_keyed_again_in_other_units_is_found(sample: SampleDesk) -> None:
    first = submit(sample, ("C330", "24"), ("A105", "2"))
    again = sample.draft(CUSTOMER, ("A105", "2"), ("C330", "2"))
    lines = (again.lines[0], again.lines[1].model_copy(update={"unit": "箱"}))
    assert suspects(sample, again.model_copy(update={"lines": lines})) == [
        (first.id, "quick.duplicate.lines")
    ]


def test_a_parked_draft_of_somebody_else_is_found(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("C330", "24"), parked=True)
    sample.save(draft, "wangfang")
    assert suspects(sample, sample.draft(CUSTOMER, ("C330", "24"))) == [(draft.id, "quick.duplicate.lines")]


def test_the_same_po_number_is_found_however_old(sample: SampleDesk) -> None:
    first = submit(sample, ("C330", "24"), po_number="PO-7")
    with sample.store.writing() as session:
        session.execute(
            update(Order).where(Order.id == first.id).values(entered_at=NOW - timedelta(days=400))
        )
        session.commit()
    again = sample.draft(CUSTOMER, ("A105", "1"), po_number="po-7")
    assert suspects(sample, again) == [(first.id, "quick.duplicate.po")]
    assert suspects(sample, again.model_copy(update={"po_number": ""})) == []


def test_the_order_itself_cancelled_and_imported_ones_are_no_look_alikes(sample: SampleDesk) -> None:
    draft = sample.draft(CUSTOMER, ("C330", "24"))
    sample.save(draft)
    assert suspects(sample, draft) == []
    sample.do(DiscardDraft(order_id=draft.id), "lina", base_revision=1)
    past(sample, 1, date(2026, 3, 9), ("C330", "24", "50"))
    assert suspects(sample, sample.draft(CUSTOMER, ("C330", "24"))) == []


def test_a_draft_without_customer_is_like_no_other(sample: SampleDesk) -> None:
    assert history.print_of(OrderDraft(id=UUID(int=1)), {}, NOW) is None
