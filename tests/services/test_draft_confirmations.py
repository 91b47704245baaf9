"""Confirmations of orders in whatever state: a draft's paper has the prices of now, and DRAFT across."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from orderdesk.errors import UserError
from orderdesk.services.confirmations import confirmation_document
from orderdesk.services.draft_confirmations import (
    ConfirmationOnPaper,
    draft_confirmation,
    order_confirmation,
)
from orderdesk.wire.drafts import AddressDraft, OrderDraft, ScheduleDraft
from tests.printing.pages import texts_of
from tests.services.approval_support import VIP, submitted
from tests.services.test_order_list import saved
from tests.services.test_reading_orders import straight
from tests.support.desk import NOW, SampleDesk


def paper(sample: SampleDesk, order_id: UUID, typed: OrderDraft | None = None) -> ConfirmationOnPaper:
    printed = (sample.actor("lina").person_id, NOW)
    with sample.store.reading() as connection:
        return order_confirmation(connection, order_id, "en", sample.desk(), printed, typed)  # type: ignore[arg-type] # the person is known


def test_a_stored_draft_prints_as_a_draft_with_its_number(sample: SampleDesk) -> None:
    order = saved(sample)
    made = paper(sample, order)
    assert (made.number, made.is_draft) == (sample.number_of(order), True)
    text = "\n".join(texts_of(made.rendered.pdf))
    assert "DRAFT" in text
    assert made.number in text


def test_what_is_typed_goes_before_what_is_stored_and_needs_no_number(sample: SampleDesk) -> None:
    typed = sample.draft("C1001", ("A105", "3"))
    made = paper(sample, typed.id, typed)
    assert (made.number, made.is_draft, made.order_revision) == ("", True, 0)
    assert "DRAFT" in "\n".join(texts_of(made.rendered.pdf))


def test_an_order_that_was_sent_is_no_draft_any_more_whatever_stands_on_a_screen(sample: SampleDesk) -> None:
    order = submitted(sample)
    made = paper(sample, order.id, order)
    assert (made.is_draft, made.order_revision > 0) == (False, True)
    assert "PENDING APPROVAL" in "\n".join(texts_of(made.rendered.pdf))


def test_a_draft_says_what_the_order_will_say_once_it_is_sent(sample: SampleDesk) -> None:
    """Every figure, word and place is the same but for the mark across and what only a submit knows."""
    elsewhere = AddressDraft(city="苏州市", rest="干将路 1 号", receiver="陈工")
    draft = sample.draft(
        VIP, ("A105", "2"), ("B210", "48"), requested=date(2026, 3, 12), po_number="PO-7", note="Door 2",
        freight_terms="prepaid", freight=Decimal(60), order_discount=Decimal("0.02"), rounding="yuan",
    )  # fmt: skip
    first, second = draft.lines
    parts = (
        ScheduleDraft(id=uuid4(), quantity=Decimal(40), requested=date(2026, 3, 13)),
        ScheduleDraft(id=uuid4(), quantity=Decimal(8), deliver_to=elsewhere),
    )
    second = second.model_copy(update={"schedule": parts, "note": "walnut only"})
    draft = sample.with_seen_prices(draft.model_copy(update={"lines": (first, second)}))
    before = draft_confirmation(draft, sample.desk(), sample.customer(VIP), "zh", "")
    assert not sample.submit(draft).is_refused
    with sample.store.reading() as connection:
        after = confirmation_document(connection, draft.id)
    for name in (
        "customer_code", "customer_name", "document_date", "lines", "total", "tax", "freight", "rounding",
        "currency", "ship_to", "receiver", "receiver_phone", "customer_po", "requested", "terms",
        "delivery_method", "freight_terms", "when_short", "note", "company", "invoice", "sender",
    ):  # fmt: skip
        assert getattr(before, name) == getattr(after, name), name
    assert (before.is_draft, after.is_draft) == (True, False)


def test_a_draft_without_a_priced_line_has_nothing_to_confirm(sample: SampleDesk) -> None:
    nobody = sample.draft("C1001", ("A105", "1")).model_copy(update={"customer_id": None})
    for draft in (sample.draft("C1001"), nobody):
        with pytest.raises(UserError, match=r"problem\.confirmation\.empty"):
            paper(sample, draft.id, draft)
    with pytest.raises(UserError, match=r"problem\.order\.unknown"):
        paper(sample, uuid4())


def test_two_hundred_lines_print_over_pages(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", *[("A105", "1")] * 200)
    made = paper(sample, draft.id, draft)
    assert made.rendered.pages > 4
    assert all("DRAFT" in text for text in texts_of(made.rendered.pdf))


def test_a_released_order_needs_no_draft(sample: SampleDesk) -> None:
    order = straight(sample)
    assert not paper(sample, order).is_draft
