"""Winners and losers of a price adjustment, reckoned from what was sold at the very prices that change."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from orderdesk.intake.sample import sample_id
from orderdesk.rules.adjustments import Effect
from orderdesk.services.reading.adjustments import Impact, adjustment_card, adjustment_rows, impact, prices_on
from orderdesk.wire.drafts import LineDraft
from orderdesk.wire.records import AdjustmentLineRecord
from tests.services.test_adjusting import HONGDA, STD, line, published, put, roll_back
from tests.support.desk import SampleDesk

TIER_A = sample_id("price_list", "TIER-A")


def reckoned(desk: SampleDesk, *lines: AdjustmentLineRecord) -> Impact:
    with desk.store.reading() as connection:
        return impact(connection, lines, desk.clock.now())


def sell(desk: SampleDesk, customer: str, *lines: tuple[str, str]) -> None:
    outcome = desk.submit(desk.draft(customer, *lines, requested=date(2026, 3, 20)))
    assert not outcome.is_refused, outcome.problems


def met(entries: tuple[object, ...]) -> list[tuple[str, Effect]]:
    return [(one.code, one.effect) for one in entries]  # type: ignore[attr-defined] # entries of an impact


def test_who_bought_at_the_list_pays_the_difference(sample: SampleDesk) -> None:
    sell(sample, "C2002", ("A105", "2"), ("A107", "1"))
    sell(sample, "C3004", ("A105", "1"))
    sell(sample, "C1005", ("A105", "10"))  # at its own agreement: the standard list is nothing to it
    found = reckoned(sample, line(sample, "880", "900"), line(sample, "1080", "1000", "A107"))
    assert met(found.customers) == [
        ("C3004", Effect(Decimal(1), Decimal(20))), ("C2002", Effect(Decimal(3), Decimal(-40))),
    ]  # fmt: skip
    assert met(found.items) == [
        ("A105", Effect(Decimal(3), Decimal(60))), ("A107", Effect(Decimal(1), Decimal(-80))),
    ]  # fmt: skip
    assert found.total.difference == -20
    hongda = reckoned(sample, line(sample, "798", "800", at=HONGDA))
    assert met(hongda.customers) == [("C1005", Effect(Decimal(10), Decimal(20)))]


def test_manual_prices_gifts_and_old_orders_do_not_count(sample: SampleDesk) -> None:
    typed = sample.draft("C2002", ("A105", "2"), requested=date(2026, 3, 20))
    lines = [
        typed.lines[0].model_copy(update={"manual_price": Decimal(870), "manual_reason": "display piece"})
    ]
    lines.append(
        LineDraft(
            id=sample.ports.ids.new(), item_id=sample_id("item", "A105"), quantity=Decimal(1), gift=True,
            gift_reason="anniversary",
        )
    )  # fmt: skip
    assert not sample.submit(typed.model_copy(update={"lines": tuple(lines)})).is_refused
    sell(sample, "C2002", ("A105", "3"))
    sample.clock.advance(timedelta(days=91))
    assert reckoned(sample, line(sample, "880", "900")).customers == ()


def test_units_are_converted_to_that_of_the_price(sample: SampleDesk) -> None:
    item = next(one for one in sample.desk().items.values() if len(one.units) > 1 and one.code == "F601")
    other = next(unit for unit in item.units if unit.unit != item.sales_unit)
    draft = sample.draft("C2002", ("F601", "1"), requested=date(2026, 3, 20))
    lines = tuple(one.model_copy(update={"unit": other.unit, "seen_price": None}) for one in draft.lines)
    outcome = sample.submit(draft.model_copy(update={"lines": lines}))
    assert not outcome.is_refused, outcome.problems
    with sample.store.reading() as connection:
        key = (STD, item.id, item.sales_unit)
        old = prices_on(connection, [key], date(2026, 3, 9))[key]
    usual = item.factor(item.sales_unit)
    assert usual is not None
    step = AdjustmentLineRecord(
        id=sample.ports.ids.new(), price_list_id=STD, item_id=item.id, unit=item.sales_unit, old_price=old,
        new_price=old + 1,
    )  # fmt: skip
    found = reckoned(sample, step)
    assert found.total == Effect(other.factor / usual, other.factor / usual / item.price_unit)


def test_open_orders_are_those_that_nobody_has_released(sample: SampleDesk) -> None:
    draft = sample.draft("C2002", ("A105", "4"))
    assert not sample.save(draft).is_refused
    other = sample.draft("C1002", ("A105", "4"))  # tier A: the standard list is nothing to it
    assert not sample.save(other).is_refused
    waiting = sample.draft("C2002", ("A115", "8"), ("A105", "1"), requested=date(2026, 3, 20))
    assert sample.submit(waiting).outcome == "applied"
    found = reckoned(sample, line(sample, "880", "900"))
    assert [(one.state, one.lines, one.difference) for one in found.open_orders] == [
        ("submitted", 1, Decimal(20)), ("draft", 1, Decimal(80)),
    ]  # fmt: skip
    tier = reckoned(sample, line(sample, "845", "850", at=TIER_A))
    assert [(one.id, one.difference) for one in tier.open_orders] == [(other.id, Decimal(20))]


def test_nothing_sold_and_nothing_to_change_meets_nobody(sample: SampleDesk) -> None:
    found = reckoned(sample)
    assert not found.customers
    assert not found.items
    assert not found.open_orders
    assert found.total == Effect(Decimal(0), Decimal(0))


def test_the_list_and_the_card_say_what_was_written(sample: SampleDesk) -> None:
    first = put(sample, line(sample, "880", "900"), open_orders="ask")
    sample.clock.advance(timedelta(minutes=1))
    second = published(sample, line(sample, "1080", "1100", "A107"), line(sample, "960", "970", "A110"))
    assert not roll_back(sample, second).is_refused
    with sample.store.reading() as connection:
        rows, card = adjustment_rows(connection), adjustment_card(connection, first.id)
        nothing = adjustment_card(connection, sample_id("item", "A105"))
    assert [(row.state, row.lines, row.written_by_en, row.end_reason) for row in rows] == [
        ("cancelled", 2, "Zhang Wei", "a mistake"), ("draft", 1, "Zhang Wei", ""),
    ]  # fmt: skip
    assert card is not None
    assert card.record == first
    assert nothing is None
