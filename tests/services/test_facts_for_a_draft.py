"""The door reads only what an order needs, and comes to what the desk comes to with all it knows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import select, update

from orderdesk.errors import Bug
from orderdesk.intake.sample import sample_id
from orderdesk.models import Customer, StockLevel
from orderdesk.services.context import Context
from orderdesk.services.drafts import facts_for
from orderdesk.services.entry import Evaluation, evaluate
from orderdesk.services.stock_levels import lock_levels
from orderdesk.wire.drafts import OrderDraft
from tests.support.desk import SampleDesk


def at_the_door(sample: SampleDesk, draft: OrderDraft) -> Evaluation:
    context = Context(
        sample.actor("lina"),
        frozenset({"clerk"}),
        "",
        sample.clock.now(),
        sample.ports.ids,
        UUID(int=1),
        None,
    )
    with sample.store.writing() as session:
        return evaluate(draft, *facts_for(session, draft, context))


def at_the_desk(sample: SampleDesk, draft: OrderDraft) -> Evaluation:
    return evaluate(draft, sample.desk(), sample.customer("C1001"))


def buys_at_the_last_price(sample: SampleDesk) -> None:
    with sample.store.writing() as session:
        session.execute(
            update(Customer).where(Customer.code == "C1001").values(price_sources="last agreement tier list")
        )
        session.commit()


def test_the_door_prices_as_the_desk_does(sample: SampleDesk) -> None:
    buys_at_the_last_price(sample)
    earlier = sample.draft(
        "C1001", ("A105", "2"), ("B210", "6"), po_number="PO-1", requested=date(2026, 3, 12)
    )
    lines = tuple(
        line.model_copy(update={"manual_price": Decimal(number), "manual_reason": "agreed"})
        for number, line in zip((1234, 321), earlier.lines, strict=True)
    )
    assert not sample.submit(earlier.model_copy(update={"lines": lines})).is_refused
    draft = sample.draft("C1001", ("A105", "3"), ("A107", "1"), po_number="PO-1")
    verdict = at_the_door(sample, draft)
    assert verdict == at_the_desk(sample, draft)
    assert verdict.priced is not None
    assert verdict.priced.lines[0].source == "last"
    assert "problem.order.po_number.used" in {one.code for one in verdict.problems}


def test_an_item_twice_on_the_newest_order_has_the_price_of_its_first_line(sample: SampleDesk) -> None:
    buys_at_the_last_price(sample)
    earlier = sample.draft("C1001", ("A105", "2"), ("A105", "1"), requested=date(2026, 3, 12))
    lines = tuple(
        line.model_copy(update={"manual_price": Decimal(number), "manual_reason": "agreed"})
        for number, line in zip((700, 800), earlier.lines, strict=True)
    )
    assert not sample.submit(earlier.model_copy(update={"lines": lines})).is_refused
    bought = sample.customer("C1001").bought[sample_id("item", "A105")]
    assert (bought.times, bought.last_price) == (2, Decimal(700))


def test_reserving_more_than_there_is_keeps_nothing_of_the_command(sample: SampleDesk) -> None:
    with sample.store.writing() as session:
        found = session.execute(select(StockLevel).where(StockLevel.on_hand > 0).limit(2)).scalars().all()
        keys = [(level.item_id, level.site_id) for level in found]
        levels = lock_levels(session, keys)
        wanted = {keys[0]: Decimal(1), keys[1]: levels[keys[1]].available + 1}
        with pytest.raises(Bug):
            levels.reserve_all(wanted)
