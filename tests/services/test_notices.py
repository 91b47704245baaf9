"""What a person hears of: each fact once, to whom it concerns and to nobody else."""

from __future__ import annotations

from datetime import timedelta

from orderdesk.intake.sample import sample_id
from orderdesk.services.reading.notices import Notice, notices
from orderdesk.wire.commands import CommentOrder
from tests.services.approval_support import active, decide, submitted
from tests.support.desk import NOW, SampleDesk
from tests.support.story import tell


def heard(sample: SampleDesk, code: str, since: timedelta = timedelta(days=7)) -> tuple[Notice, ...]:
    with sample.store.reading() as connection:
        return notices(connection, sample_id("person", code), sample.clock.now() - since)


def said(found: tuple[Notice, ...]) -> list[tuple[str, str]]:
    return [(notice.code, notice.by_en) for notice in found]


def test_a_clerk_hears_what_became_of_her_order_and_an_approver_what_waits(sample: SampleDesk) -> None:
    order = submitted(sample)
    assert said(heard(sample, "lina")) == []
    (asked,) = heard(sample, "zhangwei")
    assert (asked.kind, asked.code, asked.number) == (
        "needs_me",
        "notice.to_decide",
        sample.number_of(order.id),
    )
    sample.clock.advance(timedelta(minutes=1))
    decide(sample, active(sample, order.id), "send_back", "zhangwei", reason_code="price")
    (back,) = heard(sample, "lina")
    assert (back.kind, back.code, back.by_en) == ("needs_me", "notice.sent_back", "Zhang Wei")
    assert back.params == {"reason": "term.reason.price"}
    assert back.is_draft
    assert heard(sample, "zhangwei") == ()
    assert heard(sample, "wangfang") == ()


def test_what_needs_somebody_stays_however_old_and_the_rest_goes(sample: SampleDesk) -> None:
    first, second = submitted(sample), submitted(sample)
    decide(sample, active(sample, first.id), "refuse", "zhangwei", reason_code="credit")
    decide(sample, active(sample, second.id), "send_back", "zhangwei", reason_code="other", reason="ask him")
    assert {code for code, _ in said(heard(sample, "lina"))} == {"notice.refused", "notice.sent_back"}
    sample.clock.advance(timedelta(days=8))
    (left,) = heard(sample, "lina")
    assert (left.code, left.params) == ("notice.sent_back", {"reason": "ask him"})


def test_a_comment_reaches_the_author_and_whoever_has_commented_but_not_its_speaker(
    sample: SampleDesk,
) -> None:
    order = submitted(sample)
    sample.do(CommentOrder(order_id=order.id, text="deposit?"), "chenjing")
    sample.clock.advance(timedelta(minutes=1))
    sample.do(CommentOrder(order_id=order.id, text="paid today"), "lina")
    assert [notice.params["text"] for notice in heard(sample, "lina")] == ["deposit?"]
    assert [
        notice.params["text"] for notice in heard(sample, "chenjing") if notice.code == "notice.said"
    ] == ["paid today"]
    assert [code for code, _ in said(heard(sample, "wangfang"))] == []


def test_a_whole_day_is_told_newest_first_and_only_since_then(sample: SampleDesk) -> None:
    tell(sample)
    found = heard(sample, "lina")
    assert {"notice.shipped", "notice.approved", "notice.refused", "notice.sent_back"} <= {
        notice.code for notice in found
    }
    assert [notice.at for notice in found] == sorted((notice.at for notice in found), reverse=True)
    assert all(notice.at >= NOW for notice in found)
    sample.clock.advance(timedelta(days=1))
    later = heard(sample, "lina", since=timedelta(hours=1))
    assert {notice.kind for notice in later} == {"needs_me"}
