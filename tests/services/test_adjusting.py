"""Price adjustments: published into lists by their days, and taken back from their own record."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import OrderLine, PriceAdjustment, PriceAdjustmentLine
from orderdesk.services.check import check_store
from orderdesk.services.entry import evaluate
from orderdesk.services.pricing import price_one
from orderdesk.services.reading.prices import standing_price_lists
from orderdesk.ui.screens.entry.editing import without_quotations
from orderdesk.values import plain
from orderdesk.wire.commands import (
    CancelAdjustment,
    PublishAdjustment,
    PutAdjustment,
    PutPriceList,
    RollBackAdjustment,
)
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from orderdesk.wire.records import AdjustmentLineRecord, AdjustmentRecord, PriceListRecord, PriceRecord
from tests.support.desk import SampleDesk

START = date(2026, 4, 1)
STD, HONGDA = sample_id("price_list", "STD-2026"), sample_id("price_list", "AG-HONGDA")
A105 = sample_id("item", "A105")


def line(
    desk: SampleDesk, old: str | None, new: str, item: str = "A105", at: UUID = STD
) -> AdjustmentLineRecord:
    return AdjustmentLineRecord(
        id=desk.ports.ids.new(), price_list_id=at, item_id=sample_id("item", item),
        unit=desk.desk().items[sample_id("item", item)].sales_unit,
        old_price=None if old is None else Decimal(old), new_price=Decimal(new),
    )  # fmt: skip


def put(desk: SampleDesk, *lines: AdjustmentLineRecord, **fields: object) -> AdjustmentRecord:
    record = AdjustmentRecord.model_validate(
        {"id": desk.ports.ids.new(), "start": START, "reason": "oak is dearer", "lines": lines, **fields}
    )
    outcome = desk.do(PutAdjustment(record=record), "zhangwei")
    assert not outcome.is_refused, outcome.problems
    return record


def publish(desk: SampleDesk, record: AdjustmentRecord) -> Outcome:
    return desk.do(PublishAdjustment(adjustment_id=record.id), "zhangwei")


def roll_back(desk: SampleDesk, record: AdjustmentRecord) -> Outcome:
    return desk.do(RollBackAdjustment(adjustment_id=record.id, reason="a mistake"), "zhangwei")


def published(desk: SampleDesk, *lines: AdjustmentLineRecord, **fields: object) -> AdjustmentRecord:
    record = put(desk, *lines, **fields)
    outcome = publish(desk, record)
    assert not outcome.is_refused, outcome.problems
    return record


def state(desk: SampleDesk, record: AdjustmentRecord) -> tuple[str, str, int]:
    with desk.store.reading() as connection:
        row = connection.execute(
            select(PriceAdjustment.number, PriceAdjustment.state, PriceAdjustment.revision).where(
                PriceAdjustment.id == record.id
            )
        ).one()
    return row.number, row.state, row.revision


def whole(desk: SampleDesk, list_id: UUID = STD) -> PriceListRecord:
    with desk.store.reading() as connection:
        return standing_price_lists(connection, [list_id])[list_id].record


def entries(desk: SampleDesk, list_id: UUID = STD, item: UUID = A105) -> list[tuple[str, str, str]]:
    found = [one for one in whole(desk, list_id).prices if one.item_id == item]
    found.sort(key=lambda one: one.valid_from or date.min)
    return [(plain(one.price), str(one.valid_from), str(one.valid_to)) for one in found]


def price_on(desk: SampleDesk, day: date, customer: str = "C2002", item: str = "A105") -> Decimal:
    with desk.store.reading() as connection:
        return price_one(connection, customer, item, Decimal(1), desk.clock.now(), day=day).line.unit_price


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    assert outcome.is_refused
    return [(one.code.removeprefix("problem."), one.path) for one in outcome.problems]


def test_a_published_adjustment_prices_from_its_start_on(sample: SampleDesk) -> None:
    record = published(sample, line(sample, "880", "920"))
    assert entries(sample) == [("880", "None", "2026-03-31"), ("920", "2026-04-01", "None")]
    assert price_on(sample, date(2026, 3, 31)) == 880
    assert price_on(sample, START) == 920
    number, stored, revision = state(sample, record)
    assert number.startswith("PA-")
    assert (number.rpartition("-")[2], stored, revision) == ("1", "published", 2)
    assert check_store(sample.store).is_clean


def test_several_lists_and_items_change_in_one_transaction(sample: SampleDesk) -> None:
    record = published(
        sample, line(sample, "880", "900"), line(sample, "1080", "1100", "A107"),
        line(sample, "798", "810", at=HONGDA), line(sample, None, "850", "A110", at=HONGDA),
    )  # fmt: skip
    assert price_on(sample, START, "C1005") == 810
    assert price_on(sample, START, "C1005", "A110") == 850
    assert entries(sample, HONGDA, sample_id("item", "A110")) == [("850", "2026-04-01", "None")]
    assert codes(publish(sample, record)) == [("adjustment.state", "")]
    assert check_store(sample.store).is_clean


def test_a_price_planned_for_later_stays_as_planned(sample: SampleDesk) -> None:
    published(sample, line(sample, "880", "950"), start=date(2026, 6, 1))
    published(sample, line(sample, "880", "900"))
    assert entries(sample) == [
        ("880", "None", "2026-03-31"), ("900", "2026-04-01", "2026-05-31"), ("950", "2026-06-01", "None"),
    ]  # fmt: skip


def test_rolling_back_restores_exactly_what_was_there(sample: SampleDesk) -> None:
    before = [whole(sample), whole(sample, HONGDA)]
    record = published(
        sample, line(sample, "880", "900"), line(sample, "798", "810", at=HONGDA),
        line(sample, None, "850", "A110", at=HONGDA),
    )  # fmt: skip
    assert not roll_back(sample, record).is_refused

    def by_id(one: PriceListRecord) -> list[PriceRecord]:
        return sorted(one.prices, key=lambda price: price.id.int)

    assert [by_id(one) for one in (whole(sample), whole(sample, HONGDA))] == [by_id(one) for one in before]
    assert state(sample, record)[1] == "cancelled"  # it had not begun
    assert codes(roll_back(sample, record)) == [("adjustment.state", "")]
    assert check_store(sample.store).is_clean


def test_one_that_is_in_force_is_rolled_back(sample: SampleDesk) -> None:
    record = published(sample, line(sample, "880", "900"), start=date(2026, 3, 9))
    assert price_on(sample, date(2026, 3, 9)) == 900
    sample.clock.advance(timedelta(days=3))
    assert not roll_back(sample, record).is_refused
    assert state(sample, record)[1] == "rolled_back"
    assert price_on(sample, date(2026, 3, 12)) == 880


def test_a_later_adjustment_must_be_rolled_back_first_and_is_named(sample: SampleDesk) -> None:
    first = published(sample, line(sample, "880", "900"), line(sample, "1080", "1100", "A107"))
    second = published(sample, line(sample, "900", "950"), start=date(2026, 5, 1))
    outcome = roll_back(sample, first)
    assert codes(outcome) == [("adjustment.later", "lines[0]")]
    assert outcome.problems[0].params["number"] == state(sample, second)[0]
    assert not roll_back(sample, second).is_refused
    assert not roll_back(sample, first).is_refused
    assert entries(sample) == [("880", "None", "None")]


def test_a_price_changed_by_hand_since_is_not_thrown_away(sample: SampleDesk) -> None:
    record = published(sample, line(sample, "880", "900"))
    now = whole(sample)
    changed = tuple(
        one.model_copy(update={"price": Decimal(905)}) if one.price == 900 else one for one in now.prices
    )
    edit = PutPriceList(record=now.model_copy(update={"prices": changed}))
    assert not sample.do(edit, "zhoumin", 2).is_refused
    assert codes(roll_back(sample, record)) == [("adjustment.edited", "lines[0]")]
    assert price_on(sample, START) == 905


def test_everything_that_keeps_it_from_being_published_is_said_at_once(sample: SampleDesk) -> None:
    record = put(
        sample, line(sample, "870", "900"), line(sample, "1080", "1080", "A107"),
        start=date(2026, 3, 8), reason=" ",
    )  # fmt: skip
    assert codes(publish(sample, record)) == [
        ("adjustment.reason", "reason"), ("adjustment.start", "start"),
        ("adjustment.same", "lines[1].new_price"), ("adjustment.old_price", "lines[0].old_price"),
    ]  # fmt: skip
    assert codes(publish(sample, put(sample))) == [("adjustment.no_lines", "lines")]
    late = put(sample, line(sample, "798", "810", at=HONGDA), start=date(2027, 1, 1))
    assert codes(publish(sample, late)) == [("adjustment.list_ended", "lines[0].price_list_id")]


def test_a_draft_names_only_what_there_is_and_each_price_once(sample: SampleDesk) -> None:
    good = line(sample, "880", "900")
    nobody = UUID(int=7)
    bad = [
        good, good.model_copy(update={"id": UUID(int=1)}),
        good.model_copy(update={"id": UUID(int=2), "price_list_id": nobody}),
        good.model_copy(update={"id": UUID(int=3), "item_id": nobody}),
        good.model_copy(update={"id": UUID(int=4), "unit": "furlong"}),
    ]  # fmt: skip
    record = AdjustmentRecord(id=sample.ports.ids.new(), start=START, lines=tuple(bad))
    assert codes(sample.do(PutAdjustment(record=record), "zhangwei")) == [
        ("adjustment.twice", "record.lines[1].item_id"),
        ("reference.unknown", "record.lines[2].price_list_id"),
        ("reference.unknown", "record.lines[3].item_id"),
        ("item.unit_unknown", "record.lines[4].unit"),
    ]


def test_a_draft_changes_against_its_revision_and_can_be_given_up(sample: SampleDesk) -> None:
    record = put(sample, line(sample, "880", "900"))
    changed = record.model_copy(update={"reason": "walnut, too"})
    assert codes(sample.do(PutAdjustment(record=changed), "zhangwei", 7)) == [("revision.stale", "")]
    assert not sample.do(PutAdjustment(record=changed), "zhoumin", 1).is_refused
    assert not sample.do(CancelAdjustment(adjustment_id=record.id), "zhangwei", 2).is_refused
    assert state(sample, record)[1:] == ("cancelled", 3)
    assert codes(publish(sample, record)) == [("adjustment.state", "")]
    assert codes(sample.do(PutAdjustment(record=changed), "zhangwei", 3)) == [("adjustment.state", "")]
    assert entries(sample) == [("880", "None", "None")]
    assert check_store(sample.store).is_clean


@pytest.mark.parametrize("person", ["lina", "chenjing", "zhaoqiang"])
def test_prices_are_adjusted_by_managers_alone(sample: SampleDesk, person: str) -> None:
    record = put(sample, line(sample, "880", "900"))
    for data in (
        PutAdjustment(record=record), PublishAdjustment(adjustment_id=record.id),
        CancelAdjustment(adjustment_id=record.id), RollBackAdjustment(adjustment_id=record.id, reason="x"),
    ):  # fmt: skip
        assert codes(sample.do(data, person)) == [("policy.denied", "")]


def test_a_line_that_is_changed_past_the_door_is_found(sample: SampleDesk) -> None:
    record = published(sample, line(sample, "880", "900"))
    with sample.store.writing() as session:
        session.execute(update(PriceAdjustmentLine).values(new_price=Decimal(1)))
        session.commit()
    assert [one.code for one in check_store(sample.store).findings] == ["check.content.changed"]
    assert state(sample, record)[1] == "published"


def test_two_thousand_prices_are_published_and_rolled_back(sample: SampleDesk) -> None:
    std = whole(sample)
    first = std.prices[0]
    days = [START + timedelta(days=2 * at) for at in range(200)]
    many = [
        first.model_copy(update={"id": sample.ports.ids.new(), "item_id": one.item_id, "valid_from": day,
                                 "valid_to": day, "unit": one.unit})
        for one in std.prices[:10] for day in days
    ]  # fmt: skip
    kept = [
        one.model_copy(update={"valid_to": START - timedelta(days=1)}) if one in std.prices[:10] else one
        for one in std.prices
    ]
    record = std.model_copy(update={"prices": (*kept, *many)})
    assert not sample.do(PutPriceList(record=record), "zhoumin", 1).is_refused
    desk = sample.desk()
    lines = [
        AdjustmentLineRecord(
            id=sample.ports.ids.new(), price_list_id=STD, item_id=one.item_id, unit=one.unit,
            old_price=first.price if one in std.prices[:10] else one.price, new_price=one.price + 1,
        )
        for one in std.prices
    ]  # fmt: skip
    made = published(sample, *lines)
    assert len(desk.items) == len(lines)
    assert not roll_back(sample, made).is_refused
    assert sorted(one.id.int for one in whole(sample).prices) == sorted(one.id.int for one in record.prices)
    assert check_store(sample.store).is_clean


# ── open orders ────────────────────────────────────────────────────────────────────────────────────


def quoted(desk: SampleDesk) -> OrderDraft:
    """A draft whose price was read out today: 880."""
    draft = desk.draft("C2002", ("A105", "2"))
    lines = tuple(one.model_copy(update={"quoted_on": desk.desk().today}) for one in draft.lines)
    draft = draft.model_copy(update={"lines": lines})
    assert not desk.save(draft).is_refused
    return draft


def evaluated(desk: SampleDesk, draft: OrderDraft) -> tuple[Decimal, list[str]]:
    found = evaluate(draft, desk.desk(), desk.customer("C2002"))
    assert found.priced is not None
    return found.priced.lines[0].unit_price, [one.code.removeprefix("problem.") for one in found.problems]


@pytest.mark.parametrize(
    ("open_orders", "price", "said"),
    [
        ("keep", 880, []),
        ("ask", 880, ["line.price.adjusted"]),
        ("follow", 920, ["line.price.changed"]),
    ],
)
def test_what_was_quoted_is_kept_asked_about_or_follows(
    sample: SampleDesk, open_orders: str, price: int, said: list[str]
) -> None:
    draft = quoted(sample)
    record = published(sample, line(sample, "880", "920"), start=date(2026, 3, 11), open_orders=open_orders)
    assert evaluated(sample, draft) == (Decimal(880), [])  # it has not begun
    sample.clock.advance(timedelta(days=2))
    found, problems = evaluated(sample, draft)
    assert found == price
    assert [code for code in problems if code.startswith("line.price")] == said
    fresh = evaluated(sample, without_quotations(draft))[0]
    assert fresh == 920  # repriced
    assert not roll_back(sample, record).is_refused
    assert evaluated(sample, draft) == (Decimal(880), [])


def test_a_kept_price_is_sent_with_the_order_and_no_longer_than_it_is_honoured(sample: SampleDesk) -> None:
    draft, late = quoted(sample), quoted(sample)
    published(sample, line(sample, "880", "920"), start=date(2026, 3, 10))
    sample.clock.advance(timedelta(days=7))  # 16 March, the seventh day
    outcome = sample.submit(draft)
    assert outcome.outcome == "applied", outcome.problems
    with sample.store.reading() as connection:
        stored = connection.execute(select(OrderLine.unit_price).where(OrderLine.order_id == draft.id))
        assert stored.scalar_one() == 880
    sample.clock.advance(timedelta(days=1))
    assert "line.price.changed" in evaluated(sample, late)[1]
    assert check_store(sample.store).is_clean


def test_an_adjustment_of_another_customer_keeps_nothing(sample: SampleDesk) -> None:
    draft = quoted(sample)
    published(sample, line(sample, "798", "810", at=HONGDA), start=date(2026, 3, 10))
    std = whole(sample)
    changed = tuple(
        one.model_copy(update={"price": Decimal(900)}) if one.item_id == A105 else one for one in std.prices
    )
    sample.do(PutPriceList(record=std.model_copy(update={"prices": changed})), "zhoumin", 1)
    sample.clock.advance(timedelta(days=1))
    assert evaluated(sample, draft)[0] == 900


def test_submitted_orders_are_never_changed(sample: SampleDesk) -> None:
    draft = sample.draft("C2002", ("A105", "2"), requested=date(2026, 3, 20))
    assert not sample.submit(draft).is_refused
    published(sample, line(sample, "880", "920"), start=date(2026, 3, 9), open_orders="follow")
    with sample.store.reading() as connection:
        stored = connection.execute(select(OrderLine.unit_price).where(OrderLine.order_id == draft.id))
        assert stored.scalar_one() == 880
