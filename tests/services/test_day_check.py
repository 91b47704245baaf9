"""The day check: what is left at closing time, in which section, of whose hands, for how much."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import event, insert, select, update

from orderdesk.models import Delivery, Order, OrderLine, ScheduleLine
from orderdesk.services.holds import place_hold
from orderdesk.services.reading.day_check import SECTIONS, CheckRow, DayCheck, Section, day_check
from orderdesk.wire.commands import RecordPrint, WithdrawSubmit
from tests.services.approval_support import VIP, active, decide, submitted
from tests.services.test_order_list import TODAY, TOMORROW, YESTERDAY, move, saved
from tests.services.test_reading_orders import sample_context, ship, straight
from tests.support.desk import NOW, SampleDesk
from tests.support.story import tell


def checked(sample: SampleDesk) -> DayCheck:
    with sample.store.reading() as connection:
        return day_check(connection, sample.clock.now())


def section(sample: SampleDesk, name: Section) -> list[UUID]:
    return [row.order_id for row in checked(sample).of(name)]


def only(sample: SampleDesk, name: Section) -> CheckRow:
    (row,) = checked(sample).of(name)
    return row


def delivery_of(sample: SampleDesk, order_id: UUID) -> UUID:
    with sample.store.reading() as connection:
        return connection.scalars(
            select(Delivery.id).where(Delivery.order_id == order_id).order_by(Delivery.part).limit(1)
        ).one()


def test_an_empty_day_is_clear(sample: SampleDesk) -> None:
    check = checked(sample)
    assert check.is_clear
    assert (check.today, check.zone) == (TODAY, "Asia/Shanghai")
    assert check.counts == dict.fromkeys(SECTIONS, 0)


def test_a_day_is_counted_section_by_section(sample: SampleDesk) -> None:
    tell(sample)
    assert checked(sample).counts == {"drafts": 3, "approvals": 1, "due": 0, "unprinted": 0, "missed": 0}


# ── drafts ─────────────────────────────────────────────────────────────────────────────────────────


def test_drafts_say_why_they_lie_there_and_the_oldest_comes_first(sample: SampleDesk) -> None:
    kept = saved(sample)
    sample.clock.advance(timedelta(hours=1))
    back = submitted(sample)
    decide(sample, active(sample, back.id), "send_back", "zhangwei", reason_code="price")
    sample.clock.advance(timedelta(hours=1))
    parked = saved(sample, VIP, parked=True)
    sample.clock.advance(timedelta(hours=1))
    withdrawn = straight(sample)
    sample.do(WithdrawSubmit(order_id=withdrawn), "lina")
    rows = checked(sample).of("drafts")
    assert [(row.order_id, row.cause) for row in rows] == [
        (kept, ""), (back.id, "sent_back"), (parked, "parked"), (withdrawn, "withdrawn"),
    ]  # fmt: skip
    assert (rows[0].who, rows[0].who_en, rows[0].since) == ("李娜", "Li Na", NOW)
    assert rows[0].amount > 0


def test_an_empty_draft_has_no_customer_and_is_named_all_the_same(sample: SampleDesk) -> None:
    draft = sample.draft("C1001").model_copy(update={"customer_id": None})
    assert not sample.save(draft).is_refused
    row = only(sample, "drafts")
    assert (row.customer, row.tier, row.amount) == ("", "", Decimal(0))


# ── approvals ──────────────────────────────────────────────────────────────────────────────────────


def test_an_approval_that_nobody_has_answered_names_who_is_asked(sample: SampleDesk) -> None:
    asked = submitted(sample)
    row = only(sample, "approvals")
    assert (row.order_id, row.id) == (asked.id, active(sample, asked.id).id)
    assert (row.role, row.who_en) == ("manager", "Li Na")
    decide(sample, active(sample, asked.id), "refuse", "zhangwei", reason_code="price")
    assert section(sample, "approvals") == []


# ── goods ──────────────────────────────────────────────────────────────────────────────────────────


def test_due_today_is_what_has_not_left_and_counts_only_what_is_open(sample: SampleDesk) -> None:
    whole, part, later = straight(sample), straight(sample, ("A105", "4")), straight(sample)
    move(sample, whole, TODAY)
    move(sample, part, TODAY)
    move(sample, later, TOMORROW)
    price = next(row.amount for row in checked(sample).of("due") if row.order_id == whole) / 2
    ship(sample, part, "3")
    rows = {row.order_id: row for row in checked(sample).of("due")}
    assert set(rows) == {whole, part}
    assert (rows[part].amount, rows[whole].amount) == (price, price * 2)
    assert all(row.day == TODAY for row in rows.values())
    assert section(sample, "missed") == []


def test_a_promise_that_was_not_kept_names_its_day(sample: SampleDesk) -> None:
    late, later = straight(sample), straight(sample)
    move(sample, late, YESTERDAY)
    move(sample, later, YESTERDAY - timedelta(days=3))
    rows = checked(sample).of("missed")
    assert [(row.order_id, row.day) for row in rows] == [
        (later, YESTERDAY - timedelta(days=3)), (late, YESTERDAY),
    ]  # fmt: skip
    ship(sample, late, "2")
    assert section(sample, "missed") == [later]


def test_a_missed_promise_that_is_planned_for_today_stands_in_both(sample: SampleDesk) -> None:
    order = straight(sample)
    move(sample, order, YESTERDAY)
    lines = select(OrderLine.id).where(OrderLine.order_id == order)
    with sample.store.writing() as session:
        session.execute(
            update(ScheduleLine).where(ScheduleLine.order_line_id.in_(lines)).values(planned=TODAY)
        )
        session.commit()
    assert (section(sample, "due"), section(sample, "missed")) == ([order], [order])


def test_goods_that_cannot_go_say_what_keeps_them(sample: SampleDesk) -> None:
    held, waiting = straight(sample), submitted(sample)
    move(sample, held, TODAY)
    move(sample, waiting.id, TODAY)
    with sample.store.writing() as session:
        order = session.get(Order, held)
        assert order is not None
        context = sample_context(sample)
        place_hold(session, order, "delivery_block", "header", held, "{}", ("manager",), context)
        session.commit()
    causes = {row.order_id: row.cause for row in checked(sample).of("due")}
    assert causes == {held: "held", waiting.id: "submitted"}


def test_the_day_turns_at_the_site_not_in_utc(sample: SampleDesk) -> None:
    order = straight(sample)
    move(sample, order, TOMORROW)
    assert section(sample, "due") == []
    sample.clock.advance(timedelta(hours=14, minutes=1))  # 16:01 UTC: past midnight in Shanghai
    assert section(sample, "due") == [order]
    sample.clock.advance(timedelta(hours=24))
    assert section(sample, "missed") == [order]


# ── papers ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_left_without_a_printed_note_is_named_by_its_note(sample: SampleDesk) -> None:
    order = straight(sample, ("A105", "4"))
    ship(sample, order, "3")
    row = only(sample, "unprinted")
    assert (row.id, row.order_id) == (delivery_of(sample, order), order)
    assert row.number.startswith("DN-")
    assert row.who_en == "Zhao Qiang"
    with sample.store.reading() as connection:
        total = connection.execute(select(Order.total).where(Order.id == order)).scalar_one()
    assert row.amount == total * 3 / 4
    sample.do(RecordPrint(delivery_id=row.id), "zhaoqiang")
    assert section(sample, "unprinted") == []


def test_a_note_of_two_months_ago_is_left_in_peace(sample: SampleDesk) -> None:
    ship(sample, straight(sample), "2")
    sample.clock.advance(timedelta(days=31))
    assert len(section(sample, "unprinted")) == 1
    sample.clock.advance(timedelta(days=1))
    assert section(sample, "unprinted") == []


# ── speed ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("sample_url", ["sqlite"], indirect=True)
def test_no_table_of_orders_or_goods_is_walked_from_end_to_end(sample: SampleDesk) -> None:
    """What is read follows from what is open: a store of a million closed orders answers as quickly."""
    tell(sample)
    _close_many(sample, 3_000)
    said: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, text: str, values: object, *_more: object) -> None:
        said.append((text, values))

    event.listen(sample.store.engine, "before_cursor_execute", note)
    checked(sample)
    event.remove(sample.store.engine, "before_cursor_execute", note)
    plans = []
    with sample.store.reading() as connection:
        for text, values in said:
            if text.lstrip().upper().startswith("SELECT"):
                rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}", values).all()  # type: ignore[arg-type] # as the driver got them
                plans += [row[3] for row in rows]
    tables = ("sales_order", "order_line", "schedule_line", "delivery", "delivery_line", "approval_task")
    walked = [step for step in plans if step.split()[:2] in (["SCAN", table] for table in tables)]
    assert any("ix_delivery_shipped_at" in step for step in plans)
    assert walked == []


def _close_many(sample: SampleDesk, count: int) -> None:
    with sample.store.writing() as session:
        template = dict(session.execute(select(Order.__table__).limit(1)).one()._mapping)
        session.execute(
            insert(Order),
            [
                template | {"id": sample.ports.ids.new(), "number": f"SO-OLD-{at:06}", "state": "closed"}
                for at in range(count)
            ],
        )
        session.commit()
