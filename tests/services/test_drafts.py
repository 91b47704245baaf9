"""Drafts: stored as they were sent, merged when two desks saved, and never lost or overwritten unseen."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from orderdesk.intake.sample import sample_id
from orderdesk.models import NumberSeries, Order, OrderLine, OrderRevision
from orderdesk.services.entry import price_draft
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.values import canonical_json, digest
from orderdesk.wire.commands import DiscardDraft
from orderdesk.wire.drafts import LineDraft, OrderDraft, open_note
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import NOW, SampleDesk


def order_row(desk: SampleDesk, order_id: UUID) -> Any:
    with desk.store.reading() as connection:
        return connection.execute(select(Order.__table__).where(Order.id == order_id)).one()


def revisions(desk: SampleDesk, order_id: UUID) -> list[Any]:
    with desk.store.reading() as connection:
        return list(
            connection.execute(
                select(OrderRevision.__table__)
                .where(OrderRevision.order_id == order_id)
                .order_by(OrderRevision.revision)
            )
        )


def stored(desk: SampleDesk, order_id: UUID) -> OrderDraft:
    with desk.store.reading() as connection:
        found, _revision = stored_draft(connection, order_id)
    assert found is not None
    return found


def codes(outcome: Outcome) -> list[tuple[str, str]]:
    return [(problem.code, problem.path) for problem in outcome.problems]


def numbered(draft: OrderDraft, outcome: Outcome) -> OrderDraft:
    return draft.model_copy(update={"number": outcome.touched_one("order").number})


def test_what_is_stored_is_what_was_sent_with_its_number(sample: SampleDesk) -> None:
    provisional = LineDraft(id=UUID(int=5), typed_code="B2I0")
    draft = sample.draft(
        "C1001", ("A105", "2.5"), po_number="PO-7", requested=date(2026, 3, 12), custom={"b": "2", "a": "1"}
    )
    draft = draft.model_copy(update={"lines": (*draft.lines, provisional)})
    sent = numbered(draft, sample.save(draft))
    assert stored(sample, draft.id) == sent
    (row,) = revisions(sample, draft.id)
    assert row.draft == canonical_json(sent.model_dump())
    assert row.sha256 == digest(json.loads(row.draft)) == digest(sent.model_dump())
    assert (row.revision, row.saved_by, row.saved_at) == (1, sample.actor("lina").person_id, NOW)


def test_the_header_shows_what_lists_need(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), ("B210", "12"), parked=True)
    sample.save(draft)
    priced = price_draft(draft, sample.desk(), sample.customer("C1001"))
    assert priced is not None
    row = order_row(sample, draft.id)
    assert (row.state, row.parked, row.line_count, row.revision) == ("draft", True, 2, 1)
    assert (row.total, row.tax, row.goods_net) == (priced.total, priced.total_tax, priced.goods_net)
    assert (row.exposure, row.submitted_at) == (0, None)
    assert row.customer_id == row.payer_id == row.bill_to_id == draft.customer_id


def test_a_draft_without_customer_or_lines_is_saved(sample: SampleDesk) -> None:
    draft = OrderDraft(id=UUID(int=77))
    assert sample.save(draft).outcome == "applied"
    assert (order_row(sample, draft.id).total, order_row(sample, draft.id).customer_id) == (0, None)


def test_figures_out_of_bounds_do_not_keep_a_draft_from_being_saved(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "1"))
    lines = (
        draft.lines[0].model_copy(
            update={"quantity": Decimal(9_999_999), "manual_price": Decimal(99_999_999), "manual_reason": "x"}
        ),
    )
    assert sample.save(draft.model_copy(update={"lines": lines})).outcome == "applied"
    assert order_row(sample, draft.id).total == 0


def test_drafts_have_no_line_rows(sample: SampleDesk) -> None:
    sample.save(sample.draft("C1001", ("A105", "2")))
    with sample.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(OrderLine)).scalar_one() == 0


def test_each_save_is_a_revision_of_its_own_under_one_number(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    first = sample.save(draft).touched_one("order")
    second = sample.save(draft.model_copy(update={"notes": open_note("x")}), base_revision=1).touched_one(
        "order"
    )
    assert (first.revision, second.revision, second.number) == (1, 2, first.number)
    assert [row.revision for row in revisions(sample, draft.id)] == [1, 2]


def test_everybody_who_wrote_a_draft_is_its_author_once(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    for person in ("lina", "wangfang", "lina"):
        sample.save(draft, person)
    people = [str(sample.actor(code).person_id) for code in ("lina", "wangfang")]
    assert order_row(sample, draft.id).authors.split() == people


@pytest.mark.parametrize("field", ["customer_id", "bill_to_id", "payer_id", "salesperson_id", "site_id"])
def test_an_id_that_names_nothing_is_refused(sample: SampleDesk, field: str) -> None:
    draft = sample.draft("C1001", ("A105", "2")).model_copy(update={field: UUID(int=404)})
    outcome = sample.save(draft)
    assert codes(outcome) == [("problem.order.reference", field)]
    with sample.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Order)).scalar_one() == 0
        assert connection.execute(select(func.count()).select_from(NumberSeries)).scalar_one() == 0


def test_a_number_stays_with_its_order(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sample.save(draft)
    outcome = sample.save(draft.model_copy(update={"number": "SO-AAA-000001"}))
    assert codes(outcome) == [("problem.order.number_differs", "draft.number")]


# Two desks


def test_a_stale_save_is_merged_and_says_so(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), ("B210", "12"))
    base = numbered(draft, sample.save(draft))
    theirs = base.model_copy(update={"po_number": "PO-9"})
    mine = base.model_copy(update={"lines": base.lines[:1], "notes": open_note("by phone")})
    assert sample.save(theirs, "wangfang", base_revision=1).outcome == "applied"
    outcome = sample.save(mine, "lina", base_revision=1)
    assert (outcome.outcome, outcome.touched_one("order").revision) == ("applied_adjusted", 3)
    merged = base.model_copy(
        update={"po_number": "PO-9", "notes": open_note("by phone"), "lines": base.lines[:1]}
    )
    assert stored(sample, draft.id) == merged
    priced = price_draft(merged, sample.desk(), sample.customer("C1001"))
    assert priced is not None
    assert order_row(sample, draft.id).total == priced.total
    assert order_row(sample, draft.id).po_number == "PO-9"


def test_a_collision_lists_both_values_and_writes_nothing(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    base = numbered(draft, sample.save(draft))
    sample.save(base.model_copy(update={"notes": open_note("theirs")}), "wangfang", base_revision=1)
    before = (order_row(sample, draft.id), revisions(sample, draft.id))
    outcome = sample.save(base.model_copy(update={"notes": open_note("mine")}), "lina", base_revision=1)
    assert codes(outcome) == [("problem.draft.conflict", "notes")]
    assert outcome.problems[0].params == {"field": "notes", "mine": "mine", "theirs": "theirs"}
    assert (order_row(sample, draft.id), revisions(sample, draft.id)) == before


def test_a_merge_goes_back_several_revisions(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    base = numbered(draft, sample.save(draft))
    for revision, note in enumerate(("a", "b", "c"), start=1):
        sample.save(base.model_copy(update={"notes": open_note(note)}), "wangfang", base_revision=revision)
    outcome = sample.save(base.model_copy(update={"po_number": "PO-1"}), "lina", base_revision=1)
    assert outcome.outcome == "applied_adjusted"
    assert (stored(sample, draft.id).notes, stored(sample, draft.id).po_number) == (open_note("c"), "PO-1")


def test_a_base_that_never_was_is_stale(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sample.save(draft)
    outcome = sample.save(draft, base_revision=7)
    assert codes(outcome) == [("problem.revision.stale", "")]
    assert outcome.problems[0].params == {"now": 1}


def test_a_submitted_order_is_not_saved_over(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sample.submit(draft)
    assert codes(sample.save(draft, base_revision=1)) == [("problem.order.state", "")]


# Discarding


def test_a_discarded_draft_keeps_its_number_for_ever(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    first = sample.save(draft).touched_one("order")
    assert sample.do(DiscardDraft(order_id=draft.id), "lina", 1).outcome == "applied"
    row = order_row(sample, draft.id)
    assert (row.state, row.state_cause, row.number, row.revision) == (
        "cancelled", "discarded", first.number, 2,
    )  # fmt: skip
    second = sample.save(sample.draft("C1001", ("A105", "2"))).touched_one("order")
    assert second.number != first.number
    assert codes(sample.save(draft)) == [("problem.order.state", "")]


def test_what_somebody_else_changed_is_not_discarded_unseen(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sample.save(draft)
    sample.save(draft.model_copy(update={"notes": open_note("keep this")}), "wangfang", base_revision=1)
    outcome = sample.do(DiscardDraft(order_id=draft.id), "lina", 1)
    assert codes(outcome) == [("problem.revision.stale", "")]
    assert order_row(sample, draft.id).state == "draft"


def test_a_draft_that_is_not_there_cannot_be_discarded(sample: SampleDesk) -> None:
    outcome = sample.do(DiscardDraft(order_id=sample_id("order", "none")), "lina")
    assert codes(outcome) == [("problem.order.unknown", "order_id")]


def test_a_submitted_order_cannot_be_discarded(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    sample.submit(draft)
    assert codes(sample.do(DiscardDraft(order_id=draft.id), "lina")) == [("problem.order.state", "")]


# Ids that a message from outside may carry


def test_two_lines_with_one_id_are_refused_at_submit(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    twice = draft.model_copy(update={"lines": (draft.lines[0], draft.lines[0])})
    assert ("problem.order.id_twice", "lines[1].id") in codes(sample.submit(twice))


def test_a_line_id_of_another_order_is_refused_at_submit(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    assert sample.submit(draft).outcome == "applied"
    other = sample.draft("C1001", ("A105", "3"))
    copied = other.lines[0].model_copy(update={"id": draft.lines[0].id})
    outcome = sample.submit(other.model_copy(update={"lines": (copied,)}))
    assert ("problem.order.id_twice", "lines[0].id") in codes(outcome)


def test_a_site_in_a_schedule_that_is_not_there_is_refused(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    part = {"id": UUID(int=9), "quantity": "2", "site_id": UUID(int=404), "requested": "2026-03-12"}
    lines = (LineDraft.model_validate({**draft.lines[0].model_dump(), "schedule": [part]}),)
    outcome = sample.submit(draft.model_copy(update={"lines": lines}))
    assert ("problem.order.reference", "lines[0].schedule[0].site_id") in codes(outcome)
