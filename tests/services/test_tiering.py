"""Tier changes: with a reason, from a day on, once, whichever desk runs; and who went up or down."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import update

from orderdesk.intake.sample import sample_id
from orderdesk.models import Customer
from orderdesk.services.check import check_store
from orderdesk.services.jobs import run_due
from orderdesk.services.reading.tiers import TierChangeRow, moved_this_quarter, tier_changes
from orderdesk.services.reading.whole_records import customer_by_id
from orderdesk.wire.commands import CancelTierChange, ChangeTier, PutCustomer
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk

HUADONG = sample_id("customer", "C1001")  # VIP
TODAY = date(2026, 3, 9)
TOMORROW = TODAY + timedelta(days=1)


def change(
    sample: SampleDesk, tier: str, day: date = TODAY, reason: str = "turnover", person: str = "zhangwei"
) -> Outcome:
    data = ChangeTier(
        change_id=sample.ports.ids.new(), customer_id=HUADONG, tier=tier, reason=reason, effective=day
    )
    return sample.do(data, person)


def tier(sample: SampleDesk) -> str:
    with sample.store.reading() as connection:
        found = customer_by_id(connection, HUADONG)
    assert found is not None
    return found.record.tier


def rows(sample: SampleDesk) -> tuple[TierChangeRow, ...]:
    with sample.store.reading() as connection:
        return tier_changes(connection, HUADONG)


def codes(outcome: Outcome) -> list[str]:
    return [one.code.removeprefix("problem.") for one in outcome.problems]


def test_a_change_of_today_is_done_at_once_and_kept_with_its_reason(sample: SampleDesk) -> None:
    outcome = change(sample, "a")
    assert [one.type for one in outcome.touched] == ["customer", "tier_change"]
    assert tier(sample) == "a"
    (row,) = rows(sample)
    assert (row.from_tier, row.to_tier, row.reason, row.effective, row.who_en, row.state) == (
        "vip", "a", "turnover", TODAY, "Zhang Wei", "applied",
    )  # fmt: skip
    assert check_store(sample.store).findings == ()


def test_a_change_of_a_later_day_waits_for_it_and_happens_once(sample: SampleDesk) -> None:
    change(sample, "b", TOMORROW)
    run_due(sample.store, sample.door, sample.ports, "one")
    assert tier(sample) == "vip"
    assert rows(sample)[0].state == "planned"
    sample.clock.advance(timedelta(hours=14))  # midnight in Shanghai
    run_due(sample.store, sample.door, sample.ports, "two")
    run_due(sample.store, sample.door, sample.ports, "one")
    assert tier(sample) == "b"
    assert [row.state for row in rows(sample)] == ["applied"]
    with sample.store.reading() as connection:
        found = customer_by_id(connection, HUADONG)
    assert found is not None
    assert found.revision == 2
    assert check_store(sample.store).findings == ()


def test_a_desk_that_was_off_catches_up(sample: SampleDesk) -> None:
    change(sample, "b", TOMORROW)
    sample.clock.advance(timedelta(days=12))
    run_due(sample.store, sample.door, sample.ports, "one")
    assert tier(sample) == "b"


def test_a_planned_change_can_be_given_up_until_its_day(sample: SampleDesk) -> None:
    change(sample, "b", TOMORROW)
    planned = rows(sample)[0].id
    assert codes(change(sample, "a", TOMORROW)) == ["tier.planned"]
    assert sample.do(CancelTierChange(change_id=planned), "zhangwei").outcome == "applied"
    assert codes(sample.do(CancelTierChange(change_id=planned), "zhangwei")) == ["tier.not_planned"]
    sample.clock.advance(timedelta(days=2))
    run_due(sample.store, sample.door, sample.ports, "one")
    assert tier(sample) == "vip"
    assert rows(sample)[0].state == "cancelled"


def test_what_cannot_be_is_refused_with_every_reason_and_changes_nothing(sample: SampleDesk) -> None:
    yesterday = TODAY - timedelta(days=1)
    assert codes(change(sample, "vip", yesterday, reason=" ")) == ["tier.no_reason", "tier.past", "tier.same"]
    assert codes(change(sample, "a", person="lina")) == ["policy.denied"]
    with sample.store.writing() as session, session.begin():
        session.execute(update(Customer).where(Customer.id == HUADONG).values(status="stopped"))
    assert codes(change(sample, "a")) == ["tier.stopped"]
    assert rows(sample) == ()
    assert tier(sample) == "vip"


def test_a_record_saved_with_another_tier_stands_in_the_history_too(sample: SampleDesk) -> None:
    change(sample, "a")
    with sample.store.reading() as connection:
        found = customer_by_id(connection, HUADONG)
    assert found is not None
    imported = found.record.model_copy(update={"tier": "standard"})
    sample.do(PutCustomer(record=imported), "zhoumin", base_revision=found.revision)
    assert {(row.to_tier, row.reason) for row in rows(sample)} == {("a", "turnover"), ("standard", "")}
    assert check_store(sample.store).findings == ()


def test_check_finds_a_tier_that_was_changed_past_the_door(sample: SampleDesk) -> None:
    change(sample, "a")
    with sample.store.writing() as session, session.begin():
        session.execute(update(Customer).where(Customer.id == HUADONG).values(tier="b"))
    assert "check.customer.tier" in {one.code for one in check_store(sample.store).findings}


def test_the_quarter_knows_who_went_up_and_who_went_down(sample: SampleDesk) -> None:
    def moved(day: date = TODAY) -> tuple[bool, bool]:
        with sample.store.reading() as connection:
            up, down = moved_this_quarter(connection, day)
        return HUADONG in up, HUADONG in down

    assert moved() == (False, False)
    change(sample, "b")
    assert moved() == (False, True)
    sample.clock.advance(timedelta(minutes=1))
    change(sample, "vip")
    assert moved() == (False, False)  # back where it was
    sample.clock.advance(timedelta(minutes=1))
    change(sample, "gold")  # a tier that stands nowhere in the order
    assert moved() == (False, True)
    assert moved(date(2026, 4, 1)) == (False, False)
