"""What the inbox reads: rows, badge, what was done today, and the card with all that a decision needs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.inbox import badge_count, done_today, inbox_rows
from orderdesk.services.reading.inbox_card import InboxCard, inbox_card
from orderdesk.wire.commands import WithdrawSubmit
from tests.services.approval_support import (
    STANDARD,
    VIP,
    active,
    decide,
    put,
    put_line,
    submitted,
    tasks,
)
from tests.support.desk import SampleDesk


def rows(desk: SampleDesk, person: str) -> list[tuple[str, str, str]]:
    """Return number, role and relation of what waits for a person."""
    with desk.store.reading() as connection:
        found = inbox_rows(connection, sample_id("person", person))
        assert badge_count(connection, sample_id("person", person)) == len(found)
    return [(row.number, row.role, row.relation) for row in found]


def card(desk: SampleDesk, task_id: UUID, person: str = "zhangwei") -> InboxCard:
    """Return the card of a task."""
    with desk.store.reading() as connection:
        found = inbox_card(connection, task_id, sample_id("person", person))
    assert found is not None
    return found


def test_only_whoever_is_asked_now_has_the_task_in_the_inbox(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert rows(sample, "zhangwei") == [(order.number, "manager", "entitled")]
    assert rows(sample, "chenjing") == rows(sample, "lina") == []
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    assert rows(sample, "zhangwei") == []
    assert rows(sample, "chenjing") == [(order.number, "finance", "entitled")]


def test_the_oldest_stands_first(sample: SampleDesk) -> None:
    first = submitted(sample, VIP)
    sample.clock.advance(timedelta(minutes=5))
    second = submitted(sample, VIP)
    assert [number for number, _, _ in rows(sample, "zhangwei")] == [first.number, second.number]


def test_an_author_s_own_order_is_not_in_the_inbox(sample: SampleDesk) -> None:
    submitted(sample, person="zhangwei")
    assert rows(sample, "zhangwei") == []


def test_an_author_alone_has_it_marked_as_that(sample: SampleDesk) -> None:
    put(sample, approval__author="self_with_reason")
    order = submitted(sample, person="zhangwei")
    assert rows(sample, "zhangwei") == [(order.number, "manager", "author_alone")]


def test_the_named_substitute_has_it_only_where_nobody_else_is_entitled(sample: SampleDesk) -> None:
    put(sample, approval__author="substitute", approval__substitute="zhoumin")
    order = submitted(sample, person="zhangwei")
    submitted(sample, VIP)
    assert rows(sample, "zhoumin") == [(order.number, "manager", "named_substitute")]


def test_a_row_says_who_what_and_why(sample: SampleDesk) -> None:
    order = submitted(sample, urgency="urgent")
    with sample.store.reading() as connection:
        (row,) = inbox_rows(connection, sample_id("person", "zhangwei"))
    assert (row.customer, row.tier, row.asked_by, row.asked_by_en) == (
        "青禾公寓",
        "standard",
        "李娜",
        "Li Na",
    )
    assert (row.urgency, row.step, row.steps, row.round, row.opened_at) == (
        "urgent", 1, 2, 1, sample.clock.now(),
    )  # fmt: skip
    assert row.reason is not None
    assert (row.reason.code, row.reason.params["percent"]) == ("receipt.approval.discount", "5")
    assert row.id == active(sample, order.id).id


def test_what_was_decided_today_is_listed_until_midnight_at_the_site(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    person, morning = sample_id("person", "zhangwei"), sample.clock.now()
    with sample.store.reading() as connection:
        (done,) = done_today(connection, person, morning)
        # 10:00 in Shanghai plus 13:59 is still the same day there, one minute later is not.
        assert len(done_today(connection, person, morning + timedelta(hours=13, minutes=59))) == 1
        assert done_today(connection, person, morning + timedelta(hours=14)) == ()
    assert (done.number, done.state, done.order_state) == (order.number, "approved", "submitted")


def test_the_card_shows_each_line_against_list_floor_stock_and_cost(sample: SampleDesk) -> None:
    order = submitted(sample, discount="0.2")
    first, second = card(sample, active(sample, order.id).id).lines
    assert (first.code, first.quantity, first.base_price, first.price) == (
        "A115", Decimal(8), Decimal(1560), Decimal(1248),
    )  # fmt: skip
    assert (first.discount, first.below_floor, first.floor_price) == (Decimal("0.2"), True, Decimal(1350))
    assert (second.code, second.base_price, second.price) == ("B210", Decimal(142), Decimal("113.6"))
    net = first.amount_net
    assert first.margin == (net - Decimal(905) * 8) / net
    assert first.available is not None
    assert first.is_short == (first.available < 8)


def test_the_card_counts_order_and_line_discount_together(sample: SampleDesk) -> None:
    order = submitted(sample, order_discount=Decimal("0.1"))
    first = card(sample, active(sample, order.id).id).lines[0]
    assert (first.discount, first.price) == (Decimal("0.145"), Decimal("1333.8"))


def test_the_margin_of_the_order_needs_the_cost_of_every_line(sample: SampleDesk) -> None:
    order = submitted(sample)
    known = card(sample, active(sample, order.id).id)
    net = sum(line.amount_net for line in known.lines)
    assert known.margin == (net - Decimal(905) * 8 - Decimal(78) * 6) / net
    put_line(sample, order.id, cost=None)
    unknown = card(sample, active(sample, order.id).id)
    assert (unknown.margin, unknown.lines_without_cost) == (None, 1)


def test_the_card_says_what_is_left_of_the_credit_with_this_order(sample: SampleDesk) -> None:
    order = submitted(sample)
    shown = card(sample, active(sample, order.id).id)
    assert shown.credit_limit == Decimal(30_000)
    assert shown.credit_after == Decimal(30_000) - Decimal(3_180) - shown.row.total


def test_a_first_card_is_compared_with_what_the_rules_let_through(sample: SampleDesk) -> None:
    order = submitted(sample)
    shown = card(sample, active(sample, order.id).id)
    assert (shown.baseline.kind, shown.changes, shown.margin_before) == ("rules", (), None)
    assert [reason.code for reason in shown.reasons] == ["receipt.approval.discount"]
    assert (shown.table, shown.table_version, shown.is_as_submitted) == ("approval", 1, True)
    assert shown.material == active(sample, order.id).material_sha256


def test_the_next_round_is_compared_with_what_this_approver_decided_last(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    first = order.lines[0].model_copy(update={"quantity": Decimal(9)})
    sample.submit(sample.with_seen_prices(order.model_copy(update={"lines": (first, order.lines[1])})))
    shown = card(sample, active(sample, order.id).id)
    assert (shown.baseline.kind, shown.baseline.is_own, shown.baseline.by) == ("sent_back", True, "张伟")
    (entry,) = shown.changes
    assert (entry.mark, entry.item, entry.position) == ("~", "A115", 1)
    assert (entry.problem.params["before"], entry.problem.params["after"]) == ("8", "9")
    assert shown.unchanged_lines == 1


def test_another_approver_sees_what_changed_since_the_first_one_approved(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    decide(sample, active(sample, order.id), "send_back", "chenjing", reason_code="credit")
    fewer = order.model_copy(update={"lines": order.lines[:1]})
    sample.submit(sample.with_seen_prices(fewer))
    by_manager = card(sample, active(sample, order.id).id).baseline
    by_finance = card(sample, tasks(sample, order.id)[-1].id, "chenjing").baseline
    assert (by_manager.kind, by_manager.is_own) == ("approved", True)
    assert (by_finance.kind, by_finance.is_own) == ("sent_back", True)


def test_a_line_that_is_gone_is_named_and_the_margin_before_is_not_guessed(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    sample.submit(sample.with_seen_prices(order.model_copy(update={"lines": order.lines[:1]})))
    shown = card(sample, active(sample, order.id).id)
    (entry,) = shown.changes
    assert (entry.mark, entry.item, entry.position, shown.margin_before) == ("-", "B210", None, None)


def test_the_margin_before_is_that_of_the_version_compared_with(sample: SampleDesk) -> None:
    order = submitted(sample, discount="0.05")
    before = card(sample, active(sample, order.id).id).margin
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    lines = tuple(line.model_copy(update={"discount": Decimal("0.08")}) for line in order.lines)
    sample.submit(sample.with_seen_prices(order.model_copy(update={"lines": lines})))
    shown = card(sample, active(sample, order.id).id)
    assert before is not None
    assert shown.margin is not None
    assert shown.margin_before is not None
    assert abs(shown.margin_before - before) < Decimal("0.0001")  # it is worked out from unit prices
    assert shown.margin < shown.margin_before


def test_rows_changed_past_the_door_show_on_the_card(sample: SampleDesk) -> None:
    order = submitted(sample)
    put_line(sample, order.id, quantity=Decimal(80))
    task = active(sample, order.id)
    shown = card(sample, task.id)
    assert not shown.is_as_submitted
    assert shown.material != task.material_sha256


def test_the_card_remembers_how_similar_orders_of_the_customer_were_decided(sample: SampleDesk) -> None:
    for decision in ("approve", "refuse", "approve"):
        earlier = submitted(sample, VIP)
        decide(sample, active(sample, earlier.id), decision, "zhangwei", reason_code="price")
    elsewhere = submitted(sample, STANDARD)
    decide(sample, active(sample, elsewhere.id), "approve", "zhangwei")
    order = submitted(sample, VIP)
    shown = card(sample, active(sample, order.id).id)
    assert (shown.count_similar("approved"), shown.count_similar("refused")) == (2, 1)


def test_the_card_lists_the_steps_with_who_decided_them(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    shown = card(sample, active(sample, order.id).id, "chenjing")
    assert [(step.role, step.state, step.by) for step in shown.steps] == [
        ("manager", "approved", "张伟"),
        ("finance", "active", ""),
    ]


def test_a_card_that_does_not_exist_is_nothing(sample: SampleDesk) -> None:
    order = submitted(sample)
    with sample.store.reading() as connection:
        assert inbox_card(connection, order.id, sample_id("person", "zhangwei")) is None


def test_a_card_stays_readable_after_its_order_went_back_to_a_draft(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    sample.do(WithdrawSubmit(order_id=order.id), "lina")
    shown = card(sample, task.id)
    assert (shown.state, shown.order_state, shown.lines) == ("withdrawn", "draft", ())
