"""From a draft to a released order: prices, routes, credit, and taking it back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from orderdesk import words
from orderdesk.intake.sample import sample_id
from orderdesk.models import (
    ApprovalTask,
    AuditEntry,
    CreditAccount,
    Delivery,
    Order,
    OrderLine,
    OrderRevision,
    Reservation,
    ScheduleLine,
)
from orderdesk.services.entry import evaluate
from orderdesk.wire.commands import WithdrawSubmit
from orderdesk.wire.drafts import LineDraft
from tests.support.desk import SampleDesk


def exposure(sample: SampleDesk, customer: str) -> Decimal:
    with sample.store.reading() as connection:
        return connection.execute(
            select(CreditAccount.exposure).where(CreditAccount.customer_id == sample_id("customer", customer))
        ).scalar_one()


def order_row(sample: SampleDesk, order_id: object) -> Order:
    with sample.store.writing() as session:
        return session.execute(select(Order).where(Order.id == order_id)).scalar_one()


def test_a_vip_order_goes_straight_through_and_is_planned(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"), ("B211", "6"), requested=date(2026, 3, 12))
    outcome = sample.submit(draft)
    assert outcome.outcome == "applied", outcome.problems
    order = order_row(sample, draft.id)
    assert order.state == "released"
    assert order.number == outcome.touched_one("order").number
    assert '"through_row":' in order.route
    with sample.store.reading() as connection:
        planned = connection.execute(select(Delivery.state, Delivery.part, Delivery.planned)).all()
        assert [tuple(row) for row in planned] == [("planned", 1, date(2026, 3, 12))]
        reserved = connection.execute(select(func.sum(Reservation.quantity))).scalar()
        assert reserved == Decimal(8)
    assert exposure(sample, "C1001") == order.total


def test_a_shortage_is_told_in_the_unit_s_name_of_each_language(sample: SampleDesk) -> None:
    outcome = sample.submit(sample.draft("C1001", ("B210", "48"), requested=date(2026, 3, 12)))
    (short,) = [problem for problem in outcome.problems if problem.code == "problem.line.stock.short"]
    assert words.problem_text(short, "en").startswith("Only 40 of 48 pc of B210 are in stock.")
    assert "48 把" in words.problem_text(short, "zh")


def test_stored_figures_are_those_of_the_evaluation(sample: SampleDesk) -> None:
    draft = sample.draft(
        "C1001", ("A105", "2"), ("B210", "48"), rounding="yuan", order_discount=Decimal("0.01")
    )
    priced = evaluate(draft, sample.desk(), sample.customer("C1001")).priced
    assert priced is not None
    sample.submit(draft)
    order = order_row(sample, draft.id)
    with sample.store.reading() as connection:
        lines = connection.execute(
            select(OrderLine.amount_net, OrderLine.tax, OrderLine.amount_gross).order_by(OrderLine.position)
        ).all()
    assert [tuple(line) for line in lines] == [
        (line.amount_net, line.tax, line.amount_gross) for line in priced.lines
    ]
    assert order.total == priced.total == sum(line.amount_gross for line in priced.lines)


def test_an_incomplete_order_lists_every_problem_and_writes_nothing(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    nameless = LineDraft(id=sample.ports.ids.new(), typed_code="B2I0", quantity=Decimal(1))
    without_quantity = LineDraft(id=sample.ports.ids.new(), item_id=sample_id("item", "B210"))
    outcome = sample.submit(draft.model_copy(update={"lines": (*draft.lines, nameless, without_quantity)}))
    assert outcome.is_refused
    blocking = {problem.path for problem in outcome.problems if problem.severity == "block"}
    assert {path.split(".")[0] for path in blocking} == {"lines[1]", "lines[2]"}
    with sample.store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Order)).scalar() == 0
        assert connection.execute(select(func.max(AuditEntry.v))).scalar() == 1  # the seed
    assert exposure(sample, "C1001") == 0


def test_a_price_that_changed_since_it_was_seen_is_a_problem_with_both_values(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    seen = draft.lines[0].seen_price
    assert seen is not None
    stale = draft.lines[0].model_copy(update={"seen_price": seen + 1})
    outcome = sample.submit(draft.model_copy(update={"lines": (stale,)}))
    assert [problem.code for problem in outcome.problems if problem.severity == "block"] == [
        "problem.line.price.changed"
    ]


def test_a_standard_order_of_the_same_content_has_all_steps(sample: SampleDesk) -> None:
    """C34: VIP skips finance; 普通 has all steps."""
    lines = (("A105", "24"), ("B210", "12"))
    vip, standard = sample.draft("C2001", *lines), sample.draft("C2002", *lines)
    sample.submit(vip)
    sample.submit(standard)
    with sample.store.reading() as connection:
        roles = {
            draft.id: list(
                connection.scalars(
                    select(ApprovalTask.role)
                    .where(ApprovalTask.order_id == draft.id)
                    .order_by(ApprovalTask.step)
                )
            )
            for draft in (vip, standard)
        }
    assert "finance" not in roles[vip.id]
    assert roles[standard.id] == ["manager", "finance"]


def test_a_withdrawn_order_is_a_draft_again_under_its_number_and_gives_everything_back(
    sample: SampleDesk,
) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    submitted = sample.submit(draft).touched_one("order")
    outcome = sample.do(WithdrawSubmit(order_id=draft.id), "lina", submitted.revision)
    assert outcome.outcome == "applied", outcome.problems
    order = order_row(sample, draft.id)
    assert (order.state, order.state_cause, order.number) == ("draft", "withdrawn", submitted.number)
    assert exposure(sample, "C1001") == 0
    with sample.store.reading() as connection:
        for table in (OrderLine, ScheduleLine, Reservation, Delivery):
            assert connection.execute(select(func.count()).select_from(table)).scalar() == 0
        revisions = connection.scalars(select(OrderRevision.revision).order_by(OrderRevision.revision)).all()
        assert list(revisions) == [1, 2]


def test_a_withdrawn_order_can_be_submitted_again(sample: SampleDesk) -> None:
    draft = sample.draft("C1001", ("A105", "2"))
    first = sample.submit(draft).touched_one("order")
    sample.do(WithdrawSubmit(order_id=draft.id), "lina")
    again = sample.submit(draft.model_copy(update={"number": first.number}))
    assert again.outcome == "applied", again.problems
    assert again.touched_one("order").number == first.number


def test_a_number_that_no_desk_drew_is_refused(sample: SampleDesk) -> None:
    outcome = sample.submit(sample.draft("C1001", ("A105", "2"), number="SO-AAA-000001"))
    assert [problem.code for problem in outcome.problems] == ["problem.order.number_not_drawn"]


def test_one_line_of_a_hundred_is_scheduled_to_three_addresses(sample: SampleDesk) -> None:
    """C52, first half: 40/35/25 to three addresses on three dates are three planned deliveries."""
    base = sample.draft("C1001", ("B210", "100"))
    ids = sample.ports.ids
    places = [
        {"city": city, "rest": f"{city} 1", "receiver": city, "phone": "13800000000"}
        for city in ("上海", "苏州", "杭州")
    ]
    schedule = [
        {"id": ids.new(), "quantity": Decimal(quantity), "requested": day, "deliver_to": place}
        for quantity, day, place in zip(
            (40, 35, 25), (date(2026, 3, 12), date(2026, 3, 19), date(2026, 3, 26)), places, strict=True
        )
    ]
    line = LineDraft.model_validate({**base.lines[0].model_dump(), "schedule": schedule})
    outcome = sample.submit(base.model_copy(update={"lines": (line,)}))
    assert outcome.outcome == "applied", outcome.problems
    with sample.store.reading() as connection:
        parts = (
            connection.execute(select(ScheduleLine.quantity).order_by(ScheduleLine.position)).scalars().all()
        )
    assert list(parts) == [Decimal(40), Decimal(35), Decimal(25)]
