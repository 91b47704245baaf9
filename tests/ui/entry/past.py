"""The sample company with its past, for the tests of what the desk remembers of a customer."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from orderdesk.intake.sample import record_sample_past, sample_id
from orderdesk.wire.commands import PastLine, RecordPastOrder
from tests.support.desk import SampleDesk

HUADONG = sample_id("customer", "C1001")


def with_past(sample: SampleDesk) -> SampleDesk:
    """Let the sample company have its past orders."""
    assert record_sample_past(sample.store, sample.ports) is None
    return sample


def past_order(
    sample: SampleDesk, number: str, customer: str, day: date, *lines: tuple[str, str, str]
) -> UUID:
    """Record one more past order, with lines of (item, quantity, price)."""
    data = RecordPastOrder(
        order_id=sample.ports.ids.new(), source="old", number=number, customer_code=customer,
        currency="CNY", document_date=day, shipped=day, freight=Decimal(0),
        lines=tuple(
            PastLine(
                item_code=item, quantity=Decimal(quantity), unit_price=Decimal(price), discount=Decimal(0)
            )
            for item, quantity, price in lines
        ),
    )  # fmt: skip
    outcome = sample.do(data, "zhoumin")
    assert not outcome.is_refused, outcome.problems
    return data.order_id
