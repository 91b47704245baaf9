"""What the header says reaches rows, cards and the right papers; nothing internal leaves the house."""

from __future__ import annotations

import random
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select

from orderdesk.intake.sample import sample_id
from orderdesk.models import Customer, Delivery, Order, OrderLine, Reservation, ScheduleLine, Setting
from orderdesk.models.base import as_evidence
from orderdesk.printing.papers import A4, FORM_241
from orderdesk.services.confirmations import confirmation_document, confirmation_pdf
from orderdesk.services.flagged_notes import read_notes
from orderdesk.services.notes import note_document, note_pdf
from orderdesk.services.reading.order_card import order_card
from orderdesk.services.reading.warehouse import delivery_card
from orderdesk.wire.drafts import LineDraft, NoteDraft, OrderDraft, open_note
from tests.printing.pages import texts_of
from tests.support.desk import SampleDesk

FLAGS = ("internal", "on_delivery_note", "for_customer")


def placed(sample: SampleDesk, draft: OrderDraft) -> UUID:
    outcome = sample.submit(draft)
    assert outcome.outcome == "applied", outcome.problems
    return draft.id


def delivery_of(sample: SampleDesk, order_id: UUID) -> UUID:
    with sample.store.reading() as connection:
        return connection.execute(select(Delivery.id).where(Delivery.order_id == order_id)).scalar_one()


def on(text: str, *flags: str) -> NoteDraft:
    return NoteDraft(text=text, **dict.fromkeys(flags, True))


def flagged_notes(dice: random.Random, prefix: str) -> tuple[NoteDraft, ...]:
    """Notes with unmistakable texts, each with some of the flags, or none."""
    return tuple(
        on(f"{prefix}{at}Q{dice.randrange(10**6):06d}", *(flag for flag in FLAGS if dice.random() < 0.4))
        for at in range(dice.randrange(1, 4))
    )


@pytest.mark.parametrize("seed", range(6))
def test_a_paper_has_the_notes_that_are_meant_for_it_and_no_other(sample: SampleDesk, seed: int) -> None:
    dice = random.Random(seed)
    draft = sample.draft("C1001", ("A105", "2"), ("B211", "6"))
    lines = tuple(
        line.model_copy(update={"notes": flagged_notes(dice, f"L{at}N")})
        for at, line in enumerate(draft.lines)
    )
    draft = draft.model_copy(update={"notes": flagged_notes(dice, "HN"), "lines": lines})
    order_id = placed(sample, draft)
    delivery = delivery_of(sample, order_id)
    notes = [*draft.notes, *(note for line in lines for note in line.notes)]
    with sample.store.reading() as connection:
        for language in ("zh", "en", "both"):
            goods = [note_pdf(connection, delivery, language, paper) for paper in (A4, FORM_241)]
            confirmed = confirmation_pdf(connection, order_id, language)
            for papers, flag in ((goods, "on_delivery_note"), ([confirmed], "for_customer")):
                for paper in papers:
                    text = "".join(texts_of(paper.pdf)).replace("\n", "")
                    for note in notes:
                        assert (note.text in text) == getattr(note, flag), (language, flag, note)


def test_the_desk_sees_every_note_and_the_warehouse_those_of_the_house(sample: SampleDesk) -> None:
    notes = (on("a", "internal"), on("b", "for_customer"), on("c", "on_delivery_note"), NoteDraft(text="d"))
    draft = sample.draft("C1001", ("A105", "2"), notes=notes)
    line = draft.lines[0].model_copy(update={"notes": notes})
    order_id = placed(sample, draft.model_copy(update={"lines": (line,)}))
    with sample.store.reading() as connection:
        card = order_card(connection, order_id)
        parcel = delivery_card(connection, delivery_of(sample, order_id))
    assert card is not None
    assert parcel is not None
    assert card.notes == notes
    assert card.lines[0].notes == notes
    assert [note.text for note in parcel.notes] == ["a", "c", "d"]
    assert [note.text for note in parcel.lines[0].notes] == ["a", "c", "d"]


def test_a_draft_from_before_notes_had_flags_still_reads(sample: SampleDesk) -> None:
    body = sample.draft("C1001", ("A105", "2")).model_dump(mode="json", exclude={"notes"})
    body["lines"][0] = {**body["lines"][0], "note": "急"}
    del body["lines"][0]["notes"]
    old = OrderDraft.model_validate({**body, "note": "先打电话"})
    assert (old.notes, old.lines[0].notes) == (open_note("先打电话"), open_note("急"))
    assert OrderDraft.model_validate({**body, "note": ""}).notes == ()
    assert OrderDraft.model_validate_json(old.model_dump_json()) == old


@pytest.mark.parametrize("note", [5, None, "x" * 2001, {"text": "a"}])
def test_an_old_note_that_is_no_text_is_refused(note: object) -> None:
    with pytest.raises(ValueError, match="note"):
        LineDraft.model_validate({"id": str(UUID(int=1)), "note": note})


def test_an_old_row_shows_its_note_on_every_paper() -> None:
    assert read_notes("请走 2 号门", "[]") == open_note("请走 2 号门")
    assert read_notes("", "[]") == ()


def test_a_column_that_came_later_counts_in_a_digest_from_its_first_value_on() -> None:
    table = Order.metadata.tables["sales_order"]
    assert as_evidence(table, {"number": "1", "notes": "[]", "drop_order": False}) == {"number": "1"}
    assert as_evidence(table, {"number": "1", "drop_order": True}) == {"number": "1", "drop_order": True}


def test_a_line_has_its_own_wish_when_stock_is_short(sample: SampleDesk) -> None:
    """The order waits for whole lines; one line takes the four that are left of thirteen."""
    draft = sample.draft("C1001", ("E515", "9"), ("E515", "9"), when_short="wait")
    lines = (draft.lines[0], draft.lines[1].model_copy(update={"when_short": "partial"}))
    order_id = placed(sample, draft.model_copy(update={"lines": lines}))
    with sample.store.reading() as connection:
        rows = connection.execute(
            select(OrderLine.when_short, Reservation.quantity)
            .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
            .outerjoin(Reservation, Reservation.schedule_line_id == ScheduleLine.id)
            .where(OrderLine.order_id == order_id)
            .order_by(OrderLine.position)
        ).all()
        said = confirmation_document(connection, order_id)
        parcel = delivery_card(connection, delivery_of(sample, order_id))
    assert [tuple(row) for row in rows] == [("", Decimal(9)), ("partial", Decimal(4))]
    assert [line.when_short for line in said.lines] == ["", "有多少发多少"]
    assert parcel is not None
    assert [line.when_short for line in parcel.lines] == ["", "partial"]


def test_invoice_kind_follows_from_the_customer_unless_it_is_said(sample: SampleDesk) -> None:
    usual = placed(sample, sample.draft("C1001", ("A105", "1")))
    other = placed(sample, sample.draft("C1001", ("A105", "1"), invoice_kind="none"))
    with sample.store.reading() as connection:
        kinds = [
            connection.execute(select(Order.invoice_kind).where(Order.id == key)).scalar_one()
            for key in (usual, other)
        ]
        papers = [confirmation_document(connection, key).invoice for key in (usual, other)]
    assert kinds == [sample.customer("C1001").invoice_kind, "none"]
    assert papers == ["专票", "不开票"]


def test_a_drop_order_goes_under_its_senders_name_without_prices(sample: SampleDesk) -> None:
    draft = sample.draft(
        "C1001", ("A105", "2"), drop_order=True, sender_name="小周家居店", sender_phone="13900001111",
        po_number="PO-5",
    )  # fmt: skip
    order_id = placed(sample, draft)
    delivery = delivery_of(sample, order_id)
    with sample.store.reading() as connection:
        said = note_document(connection, delivery)
        texts = [
            "".join(texts_of(note_pdf(connection, delivery, language, paper).pdf))
            for language in ("zh", "en", "both")
            for paper in (A4, FORM_241)
        ]
        company = connection.execute(select(Setting.value).where(Setting.key == "company.name")).scalar_one()
        customer = connection.execute(select(Customer.name).where(Customer.code == "C1001")).scalar_one()
        confirmed = confirmation_document(connection, order_id)
    assert (said.company.name, said.company.phone) == ("小周家居店", "13900001111")
    assert not said.shows_prices
    assert said.total is None
    for text in texts:
        assert "小周家居店" in text
        for secret in (company, customer, "C1001", "827", "1,654", "PO-5", "李娜"):
            assert secret not in text, secret
    assert (confirmed.sender, confirmed.company.name) == ("小周家居店 13900001111", company)


def test_a_drop_order_without_a_sender_goes_under_the_customers_own_name(sample: SampleDesk) -> None:
    order_id = placed(sample, sample.draft("C1001", ("A105", "2"), drop_order=True))
    with sample.store.reading() as connection:
        said = note_document(connection, delivery_of(sample, order_id))
    assert (said.company.name, said.customer_name) == ("华东家居", "周师傅")


def test_how_a_customers_orders_usually_go_is_read_with_it(sample: SampleDesk) -> None:
    with sample.store.engine.begin() as connection:
        table = Customer.__table__
        connection.execute(
            table.update().where(table.c.id == sample_id("customer", "C1001"))  # type: ignore[attr-defined] # SQLAlchemy calls it a FromClause
            .values(freight_terms="collect", delivery_method="courier", rounding="jiao")
        )  # fmt: skip
    customer = sample.customer("C1001")
    assert (customer.freight_terms, customer.delivery_method, customer.rounding) == (
        "collect", "courier", "jiao",
    )  # fmt: skip
