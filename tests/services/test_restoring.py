"""A draft that was thrown away comes back whole, under its number, whoever asks and as often as wanted."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from orderdesk.rules.states import verbs
from orderdesk.services.check import check_store
from orderdesk.services.reading.drafts import draft_rows, stored_draft
from orderdesk.services.reading.order_list import OrderFilter, order_list
from orderdesk.wire.commands import DiscardDraft, RestoreDraft
from tests.services.approval_support import active, codes, decide, order_row, submitted
from tests.support.desk import NOW, SampleDesk


def test_it_comes_back_with_every_line_and_its_number(sample: SampleDesk) -> None:
    draft = sample.draft("C2002", ("A105", "2"), ("B210", "48"), po_number="PO-9", note="before nine")
    sample.save(draft)
    number = sample.number_of(draft.id)
    for person in ("lina", "zhangwei"):
        assert not sample.do(DiscardDraft(order_id=draft.id), person).is_refused
        with sample.store.reading() as connection:
            assert draft_rows(connection) == ()
        assert not sample.do(RestoreDraft(order_id=draft.id), "lina").is_refused
    with sample.store.reading() as connection:
        (row,) = draft_rows(connection)
        back, _ = stored_draft(connection, draft.id)
    assert (row.number, row.line_count) == (number, 2)
    assert back == draft.model_copy(update={"number": number})
    assert not sample.submit(back).is_refused
    assert check_store(sample.store).findings == ()


def test_a_stale_revision_restores_nothing(sample: SampleDesk) -> None:
    draft = sample.draft("C2002", ("A105", "2"))
    sample.save(draft)
    sample.do(DiscardDraft(order_id=draft.id), "lina")
    outcome = sample.do(RestoreDraft(order_id=draft.id), "lina", base_revision=1)
    assert codes(outcome) == ["problem.revision.stale"]
    assert order_row(sample, draft.id).state == "cancelled"


def test_only_what_was_thrown_away_is_restored(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert codes(sample.do(RestoreDraft(order_id=order.id), "lina")) == ["problem.order.state"]
    task = active(sample, order.id)
    assert not decide(sample, task, "refuse", "zhangwei", reason_code="price").is_refused
    assert order_row(sample, order.id).state == "cancelled"
    assert codes(sample.do(RestoreDraft(order_id=order.id), "lina")) == ["problem.order.state"]
    assert "restore" in verbs("order", "cancelled")


def test_the_bin_holds_what_was_thrown_away_for_thirty_days_and_nothing_else(sample: SampleDesk) -> None:
    draft, other = sample.draft("C2002", ("A105", "2")), sample.draft("C2002", ("B210", "1"))
    for one in (draft, other):
        sample.save(one)
    order = submitted(sample)
    decide(sample, active(sample, order.id), "refuse", "zhangwei", reason_code="price")
    sample.do(DiscardDraft(order_id=draft.id), "lina")
    day = NOW.date()
    assert bin_of(sample, day) == [draft.id]
    assert bin_of(sample, day + timedelta(days=30)) == [draft.id]
    assert bin_of(sample, day + timedelta(days=31)) == []
    sample.do(RestoreDraft(order_id=draft.id), "lina")
    assert bin_of(sample, day) == []


def bin_of(sample: SampleDesk, day: date) -> list[UUID]:
    with sample.store.reading() as connection:
        return [row.id for row in order_list(connection, OrderFilter("bin"), day).rows]
