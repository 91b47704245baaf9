"""Order confirmations from the store: the figures of the submit, in the words of the paper's language."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk import words
from orderdesk.errors import UserError
from orderdesk.intake.sample import sample_id
from orderdesk.models import Order, OrderLine
from orderdesk.services.confirmations import confirmation_document, confirmation_pdf
from orderdesk.wire.drafts import AddressDraft, ScheduleDraft
from tests.printing.pages import texts_of
from tests.support.desk import NOW, SampleDesk


def placed(sample: SampleDesk, *lines: tuple[str, str], customer: str = "C1001", **fields: object) -> UUID:
    """Submit an order and return its id."""
    draft = sample.draft(customer, *lines, **{"requested": date(2026, 3, 12)} | fields)
    outcome = sample.submit(draft)
    assert outcome.outcome == "applied", outcome.problems
    return draft.id


def document(sample: SampleDesk, key: UUID | str, language="zh", printed=None):
    with sample.store.reading() as connection:
        return confirmation_document(connection, key, language, printed)


def order_row(sample: SampleDesk, order_id: UUID):
    with sample.store.reading() as connection:
        return connection.execute(select(Order.__table__).where(Order.id == order_id)).one()


def test_it_says_who_what_and_on_which_terms(sample: SampleDesk) -> None:
    order_id = placed(sample, ("A105", "2"), ("B211", "6"), po_number="PO-77", note="请走 2 号门")
    said = document(sample, order_id)
    stored = order_row(sample, order_id)
    assert (said.number, said.customer_code, said.customer_name) == (stored.number, "C1001", "华东家居")
    assert (said.customer_po, said.note, said.terms) == ("PO-77", "请走 2 号门", "月结")
    assert (said.document_date, said.requested) == (date(2026, 3, 9), date(2026, 3, 12))
    assert (said.receiver, said.receiver_phone) == ("周师傅", "13801968812")
    assert said.ship_to == "上海市浦东新区川沙路 1188 号 3 号门"
    assert (said.entered_by, said.is_pending) == ("李娜", False)
    assert [(line.code, line.customer_item, line.quantity) for line in said.lines] == [
        ("A105", "HD-T140", 2),
        ("B211", "", 6),
    ]


def test_its_figures_are_those_of_the_submit(sample: SampleDesk) -> None:
    order_id = placed(
        sample,
        ("A105", "2"),
        ("B210", "48"),
        rounding="yuan",
        order_discount=Decimal("0.01"),
        freight_terms="prepaid",
        freight=Decimal("45.00"),
    )
    said, stored = document(sample, order_id), order_row(sample, order_id)
    assert (said.total, said.tax, said.rounding) == (stored.total, stored.tax, stored.rounding)
    assert said.freight == stored.freight_gross == Decimal("45.00")
    assert said.rounding > 0
    assert sum(line.amount for line in said.lines) + said.freight == said.total
    with sample.store.reading() as connection:
        amounts = connection.execute(
            select(OrderLine.amount_gross).where(OrderLine.order_id == order_id).order_by(OrderLine.position)
        ).scalars()
        assert [line.amount for line in said.lines] == list(amounts)


def test_each_delivery_of_a_line_has_its_day_and_another_place_its_name(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("B210", "48"), requested=date(2026, 3, 12))
    new = sample.ports.ids.new
    other = AddressDraft(province="江苏省", city="苏州市", rest="人民路 2015 号", receiver="徐店长")
    schedule = (
        ScheduleDraft(id=new(), quantity=Decimal(20)),
        ScheduleDraft(id=new(), quantity=Decimal(28), requested=date(2026, 3, 19), deliver_to=other),
    )
    line = draft.lines[0].model_copy(update={"schedule": schedule})
    sample.submit(sample.with_seen_prices(draft.model_copy(update={"lines": (line,)})))
    parts = document(sample, draft.id).lines[0].parts
    assert [(part.quantity, part.day, part.place) for part in parts] == [
        (20, date(2026, 3, 12), ""),
        (28, date(2026, 3, 19), "江苏省苏州市人民路 2015 号 徐店长"),
    ]


def test_an_english_confirmation_shows_english_names(sample: SampleDesk) -> None:
    order_id = placed(sample, ("A105", "2"))
    said = document(sample, order_id, "en")
    assert (said.customer_name, said.entered_by) == ("Huadong Home Co.", "Li Na")
    assert said.terms == words.text("term.terms.monthly", "en")
    assert said.lines[0].unit.isascii()


def test_an_order_is_found_by_its_number_and_who_prints_is_told(sample: SampleDesk) -> None:
    order_id = placed(sample, ("A105", "2"))
    number = order_row(sample, order_id).number
    said = document(sample, f" {number.lower()} ", printed=(sample_id("person", "lina"), NOW))
    assert (said.number, said.printed_by) == (number, "李娜")
    assert said.printed_at == "2026年3月9日 10:00 (UTC+08:00)"
    assert (document(sample, order_id).printed_by, document(sample, order_id).printed_at) == ("", "")


def test_an_order_that_waits_for_approval_is_marked(sample: SampleDesk) -> None:
    order_id = placed(sample, ("A105", "2"))
    with sample.store.engine.begin() as connection:
        connection.execute(update(Order).where(Order.id == order_id).values(state="submitted"))
    assert document(sample, order_id).is_pending
    with sample.store.reading() as connection:
        page = texts_of(confirmation_pdf(connection, order_id).pdf)[0]
    assert "审批中" in page.replace("\n", "")


@pytest.mark.parametrize("state", ["draft", "cancelled"])
def test_what_cannot_be_confirmed_is_refused(sample: SampleDesk, state: str) -> None:
    order_id = placed(sample, ("A105", "2"))
    with sample.store.engine.begin() as connection:
        connection.execute(update(Order).where(Order.id == order_id).values(state=state))
    with pytest.raises(UserError) as caught:
        document(sample, order_id)
    assert caught.value.code == "problem.confirmation.state"
    assert words.text(f"term.state.order.{state}", "zh") in words.error_text(caught.value, "zh")


def test_an_order_recorded_from_another_system_is_refused(sample: SampleDesk) -> None:
    order_id = placed(sample, ("A105", "2"))
    with sample.store.engine.begin() as connection:
        connection.execute(update(Order).where(Order.id == order_id).values(source="northwind"))
    with pytest.raises(UserError, match=r"problem\.confirmation\.past"):
        document(sample, order_id)


def test_an_order_that_is_not_there_is_refused(sample: SampleDesk) -> None:
    for key in ("SO-XXX-1", sample.ports.ids.new()):
        with pytest.raises(UserError, match=r"problem\.order\.unknown"):
            document(sample, key)


def test_the_paper_shows_the_totals(sample: SampleDesk) -> None:
    order_id = placed(sample, ("A105", "2"))
    total = order_row(sample, order_id).total
    with sample.store.reading() as connection:
        rendered = confirmation_pdf(connection, order_id)
    assert rendered.warnings == ()
    assert f"¥{total:,.2f}" in texts_of(rendered.pdf)[0]
