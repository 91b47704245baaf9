"""The record of printed confirmations: who gave the customer which revision to check."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import select

from orderdesk.models import ConfirmationPrint, Order
from orderdesk.services.check import check_store
from orderdesk.wire.commands import RecordConfirmation
from tests.services.approval_support import codes
from tests.services.test_order_list import saved
from tests.services.test_reading_orders import straight
from tests.support.desk import NOW, SampleDesk


def prints(sample: SampleDesk) -> list[tuple[int, int, str]]:
    with sample.store.reading() as connection:
        rows = connection.execute(select(ConfirmationPrint.__table__).order_by(ConfirmationPrint.copy_no))
        return [(row.copy_no, row.order_revision, row.language) for row in rows]


def revision(sample: SampleDesk, order_id: object) -> int:
    with sample.store.reading() as connection:
        return connection.execute(select(Order.revision).where(Order.id == order_id)).scalar_one()


def test_each_print_is_recorded_with_person_revision_and_language(sample: SampleDesk) -> None:
    order = straight(sample)
    before = revision(sample, order)
    outcome = sample.do(RecordConfirmation(order_id=order, order_revision=before, language="en"), "lina")
    assert outcome.outcome == "applied"
    assert outcome.touched_one("confirmation").number == sample.number_of(order)
    sample.do(RecordConfirmation(order_id=order, order_revision=before), "zhangwei")
    assert prints(sample) == [(1, before, "en"), (2, before, "zh")]
    assert revision(sample, order) == before
    with sample.store.reading() as connection:
        made = connection.execute(select(ConfirmationPrint.__table__)).first()
    assert made is not None
    assert (made.printed_at, made.printed_by) == (NOW, sample.actor("lina").person_id)
    assert check_store(sample.store).findings == ()


def test_what_has_no_figures_to_confirm_is_refused_and_nothing_is_written(sample: SampleDesk) -> None:
    draft, order = saved(sample), straight(sample)
    for data, code in (
        (RecordConfirmation(order_id=draft, order_revision=1), "problem.confirmation.state"),
        (RecordConfirmation(order_id=uuid4(), order_revision=1), "problem.order.unknown"),
        (RecordConfirmation(order_id=order, order_revision=99), "problem.confirmation.revision"),
    ):
        assert codes(sample.do(data, "lina")) == [code]
    assert sample.do(RecordConfirmation(order_id=order, order_revision=1), "zhaoqiang").is_refused
    assert prints(sample) == []
