"""Comments: said once, shown on every card of the order, and changing nothing that was approved."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from orderdesk.intake.sample import sample_id
from orderdesk.services.check import check_store
from orderdesk.services.reading.inbox_card import inbox_card
from orderdesk.services.reading.order_card import order_card
from orderdesk.wire.commands import CommentOrder
from tests.services.approval_support import active, codes, decide, submitted
from tests.support.desk import SampleDesk


def test_comments_stand_on_both_cards_in_the_order_they_were_said(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    sample.do(CommentOrder(order_id=order.id, text="  客户要先看样 "), "lina")
    sample.clock.advance(timedelta(minutes=5))
    sample.do(CommentOrder(order_id=order.id, text="Ask for the deposit"), "zhangwei")
    with sample.store.reading() as connection:
        card = order_card(connection, order.id)
        asked = inbox_card(connection, task.id, sample_id("person", "zhangwei"))
    assert card is not None
    assert asked is not None
    said = [(comment.by_en, comment.text) for comment in card.comments]
    assert said == [("Li Na", "客户要先看样"), ("Zhang Wei", "Ask for the deposit")]
    assert card.comments == asked.comments
    assert card.comments[0].at < card.comments[1].at


def test_a_comment_leaves_what_is_to_be_approved_as_it_was(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    sample.do(CommentOrder(order_id=order.id, text="urgent"), "lina")
    assert not decide(sample, task, "approve", "zhangwei").is_refused
    assert check_store(sample.store).findings == ()


def test_nothing_and_nowhere_are_refused(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert codes(sample.do(CommentOrder(order_id=order.id, text=" \n "), "lina")) == ["problem.comment.empty"]
    assert codes(sample.do(CommentOrder(order_id=uuid4(), text="x"), "lina")) == ["problem.order.unknown"]
