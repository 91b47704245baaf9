"""Parked drafts: seen by every desk, resumed where they were left, and safe when two clerks take one."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from orderdesk.services.reading.parked import ParkedRow, TakenUp, parked_rows, take_up
from orderdesk.wire.commands import DiscardDraft
from orderdesk.wire.drafts import LeftAt, OrderDraft
from tests.support.desk import NOW, SampleDesk


def listed(sample: SampleDesk, person: str = "lina") -> tuple[ParkedRow, ...]:
    with sample.store.reading() as connection:
        return parked_rows(connection, sample.actor(person).person_id)


def taken(sample: SampleDesk, order_id: UUID) -> TakenUp:
    with sample.store.reading() as connection:
        found = take_up(connection, order_id)
    assert found is not None
    return found


def park(sample: SampleDesk, person: str = "lina", minutes: int = 0) -> OrderDraft:
    draft = sample.draft(
        "C1001", ("A105", "2"), ("B210", "12"), parked=True, left_at=LeftAt(row=1, column="price")
    )
    sample.clock.advance(NOW + timedelta(minutes=minutes) - sample.clock.now())
    assert not sample.save(draft, person).is_refused
    return draft


def test_the_list_says_whose_it_is_what_it_comes_to_and_who_parked_it(sample: SampleDesk) -> None:
    draft = park(sample)
    sample.save(sample.draft("C1001", ("A105", "2")))  # a draft that nobody parked
    [row] = listed(sample)
    assert (row.id, row.number, row.line_count) == (draft.id, sample.number_of(draft.id), 2)
    assert (row.customer_en, row.tier, row.currency) == ("Huadong Home Co.", "vip", "CNY")
    assert row.total > Decimal(3_000)
    assert (row.parked_by_en, row.parked_at, row.entered_at) == ("Li Na", NOW, NOW)


def test_ones_own_come_first_then_the_newest(sample: SampleDesk) -> None:
    others, old, new = (
        park(sample, who, minutes) for who, minutes in (("wangfang", 9), ("lina", 1), ("lina", 5))
    )
    assert [row.id for row in listed(sample)] == [new.id, old.id, others.id]
    assert [row.id for row in listed(sample, "wangfang")] == [others.id, new.id, old.id]


def test_the_cell_comes_back_with_the_draft(sample: SampleDesk) -> None:
    draft = park(sample)
    found = taken(sample, draft.id)
    assert found.draft.left_at == LeftAt(row=1, column="price")
    assert (found.revision, found.saved_by_en, found.saved_at) == (1, "Li Na", NOW)


def test_what_is_no_draft_any_more_cannot_be_taken(sample: SampleDesk) -> None:
    draft = park(sample)
    assert not sample.do(DiscardDraft(order_id=draft.id), "lina", 1).is_refused
    assert listed(sample) == ()
    with sample.store.reading() as connection:
        assert take_up(connection, draft.id) is None


def unparked(found: TakenUp, row: int | None = None, quantity: str = "") -> OrderDraft:
    lines = list(found.draft.lines)
    if row is not None:
        lines[row] = lines[row].model_copy(update={"quantity": Decimal(quantity)})
    return found.draft.model_copy(update={"parked": False, "left_at": None, "lines": tuple(lines)})


def test_two_clerks_who_take_the_same_draft_lose_nothing(sample: SampleDesk) -> None:
    """Both read it while it was parked; both work on; everything that either typed is in the order."""
    draft = park(sample)
    lina, wang = taken(sample, draft.id), taken(sample, draft.id)
    assert sample.save(unparked(lina), "lina", lina.revision).outcome == "applied"
    assert sample.save(unparked(wang), "wangfang", wang.revision).outcome == "applied_adjusted"
    assert listed(sample) == ()
    assert sample.save(unparked(lina, 0, "5"), "lina", 2).outcome == "applied_adjusted"
    assert sample.save(unparked(wang, 1, "48"), "wangfang", 3).outcome == "applied_adjusted"
    last = taken(sample, draft.id).draft
    assert [line.quantity for line in last.lines] == [Decimal(5), Decimal(48)]
    assert not last.parked


def test_where_the_cursor_was_is_no_conflict(sample: SampleDesk) -> None:
    draft = park(sample)
    found = taken(sample, draft.id)
    again = found.draft.model_copy(update={"left_at": LeftAt(row=0, column="quantity")})
    assert not sample.save(again, "lina", 1).is_refused
    other = found.draft.model_copy(update={"left_at": LeftAt(row=2, column="code"), "po_number": "P-9"})
    assert sample.save(other, "wangfang", 1).outcome == "applied_adjusted"
    assert taken(sample, draft.id).draft.po_number == "P-9"
