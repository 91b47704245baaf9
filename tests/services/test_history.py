"""Orders of the past: the source's figures as they are, nothing of ours, and only once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from orderdesk.models import (
    ApprovalTask,
    CreditAccount,
    Delivery,
    NumberSeries,
    Order,
    OrderLine,
    Reservation,
    ScheduleLine,
)
from orderdesk.services.check import check_store
from orderdesk.wire.commands import PastLine, RecordPastOrder
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk

ID = UUID("0190a000-0000-7000-8000-0000000000b1")
OTHER = UUID("0190a000-0000-7000-8000-0000000000b2")


def line(item: str = "A105", quantity: str = "12", price: str = "14.40", discount: str = "0") -> PastLine:
    return PastLine.model_validate(
        {"item_code": item, "quantity": quantity, "unit_price": price, "discount": discount}
    )


def past_order(**fields: Any) -> RecordPastOrder:
    whole = {
        "order_id": ID, "source": "northwind", "number": "10248", "customer_code": "C1001", "currency": "USD",
        "document_date": date(1996, 7, 4), "requested": date(1996, 8, 1), "shipped": date(1996, 7, 16),
        "freight": Decimal("32.38"), "lines": (line(),),
    }  # fmt: skip
    return RecordPastOrder.model_validate({**whole, **fields})


def record(sample: SampleDesk, **fields: Any) -> Outcome:
    return sample.do(past_order(**fields), "zhoumin")


def order_row(sample: SampleDesk) -> Any:
    with sample.store.reading() as connection:
        return connection.execute(select(Order.__table__)).one()


def problems(outcome: Outcome) -> list[tuple[str, str]]:
    assert outcome.is_refused
    return [(problem.code, problem.path) for problem in outcome.problems]


def test_the_sources_number_is_the_orders_number_and_none_of_ours_is_drawn(sample: SampleDesk) -> None:
    outcome = record(sample)
    assert outcome.touched_one("order").number == "10248"
    with sample.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(NumberSeries)) == 0
    assert (order_row(sample).source, order_row(sample).number) == ("northwind", "10248")


def test_a_line_keeps_the_sources_amount_at_four_decimals(sample: SampleDesk) -> None:
    record(
        sample, lines=(line(quantity="7", price="13.37", discount="0.15"), line("B210", "1", "0.01", "0.25"))
    )
    with sample.store.reading() as connection:
        amounts = connection.scalars(select(OrderLine.amount_gross).order_by(OrderLine.position)).all()
    assert amounts == [Decimal("79.5515"), Decimal("0.0075")]
    assert order_row(sample).total == Decimal("79.5590")


def test_an_amount_that_the_source_names_is_the_amount_whatever_its_price_comes_to(
    sample: SampleDesk,
) -> None:
    named = PastLine.model_validate({**line(quantity="3", price="3.3333").model_dump(), "amount": "10"})
    record(sample, lines=(named,))
    with sample.store.reading() as connection:
        assert connection.scalar(select(OrderLine.amount_gross)) == Decimal(10)
    assert check_store(sample.store).findings == ()
    assert order_row(sample).total == Decimal(10)


def test_a_line_without_an_amount_is_remembered_as_before_lines_could_have_one(sample: SampleDesk) -> None:
    record(sample)
    assert '"amount"' not in order_row(sample).facts


def test_freight_stands_beside_the_total(sample: SampleDesk) -> None:
    record(sample)
    row = order_row(sample)
    assert (row.total, row.goods_net, row.tax, row.freight_gross) == (
        Decimal("172.8"), Decimal("172.8"), 0, Decimal("32.38"),
    )  # fmt: skip


def test_a_shipped_order_is_closed_with_its_schedule_shipped(sample: SampleDesk) -> None:
    record(sample)
    with sample.store.reading() as connection:
        part = connection.execute(
            select(ScheduleLine.shipped, ScheduleLine.requested, ScheduleLine.planned)
        ).one()
    assert (order_row(sample).state, order_row(sample).state_cause) == ("closed", "past")
    assert tuple(part) == (Decimal(12), date(1996, 8, 1), date(1996, 7, 16))


def test_an_order_not_shipped_is_released_and_open(sample: SampleDesk) -> None:
    record(sample, shipped=None)
    with sample.store.reading() as connection:
        assert connection.scalar(select(ScheduleLine.shipped)) == 0
    assert (order_row(sample).state, order_row(sample).state_cause) == ("released", "past")


def test_nothing_is_reserved_routed_delivered_or_counted_as_credit(sample: SampleDesk) -> None:
    record(sample, shipped=None)
    with sample.store.reading() as connection:
        for table in (Reservation, ApprovalTask, Delivery):
            assert connection.scalar(select(func.count()).select_from(table)) == 0
        assert connection.scalar(select(func.sum(CreditAccount.exposure))) == 0
    assert check_store(sample.store).findings == ()


def test_the_same_order_again_touches_nothing(sample: SampleDesk) -> None:
    record(sample)
    outcome = record(sample)
    assert (outcome.outcome, outcome.touched) == ("applied", ())
    assert order_row(sample).revision == 1


def test_the_same_number_with_other_content_is_refused(sample: SampleDesk) -> None:
    record(sample)
    assert problems(record(sample, freight=Decimal(1))) == [("problem.past_order.differs", "number")]
    assert problems(record(sample, number="10249")) == [("problem.record.id_taken", "order_id")]


def test_two_sources_may_have_the_same_number(sample: SampleDesk) -> None:
    record(sample)
    assert record(sample, order_id=OTHER, source="oldshop").outcome == "applied"


def test_everything_it_names_must_be_there(sample: SampleDesk) -> None:
    lines = (line("A105", "0"), line("X999"))
    assert problems(record(sample, customer_code="C0", lines=lines)) == [
        ("problem.reference.unknown", "customer_code"),
        ("problem.past_order.quantity", "lines[0].quantity"),
        ("problem.reference.unknown", "lines[1].item_code"),
    ]
    with sample.store.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(Order)) == 0
