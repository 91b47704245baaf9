"""Clerks, approvers and warehouse at once on one PostgreSQL: limits, numbers and stock hold."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import event, func, select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import (
    ApprovalTask,
    Customer,
    Delivery,
    DeliveryLine,
    Order,
)
from orderdesk.services import submitting
from orderdesk.services.desk import CustomerDesk
from orderdesk.services.drafts import newest_draft
from orderdesk.services.entry import Evaluation, evaluate, price_draft
from orderdesk.wire.commands import (
    DecideTask,
    PickDelivery,
    PickedLine,
    ShipDelivery,
    SubmitOrder,
    WithdrawSubmit,
)
from orderdesk.wire.drafts import LineDraft, OrderDraft, open_note
from orderdesk.wire.outcomes import Outcome
from tests.proofs.invariants import check_invariants
from tests.proofs.races import at_once, wait_long
from tests.support.desk import SampleDesk, open_sample_desk

CUSTOMER = sample_id("customer", "C1001")


@pytest.fixture
def desks(sample_pg_url: str) -> Iterator[list[SampleDesk]]:
    """Eight desks on one database, each with connections and ids of its own."""
    opened = [open_sample_desk(sample_pg_url, seed) for seed in range(50, 58)]
    for desk in opened:
        event.listen(desk.store.engine, "begin", wait_long)
    yield opened
    for desk in opened:
        desk.store.close()


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems if problem.severity == "block"]


def set_limit(desk: SampleDesk, limit: Decimal) -> None:
    with desk.store.writing() as session, session.begin():
        session.execute(
            update(Customer)
            .where(Customer.id == CUSTOMER)
            .values(credit_limit=limit, receivable=Decimal(0), tier="standard", customer_class="end")
        )


def check_everything(desk: SampleDesk) -> None:
    with desk.store.reading() as connection:
        check_invariants(desk.store.store_code, connection)


# One draft, two clerks


def test_two_clerks_submit_the_same_draft_and_the_second_is_told(desks: list[SampleDesk]) -> None:
    one, two = desks[:2]
    draft = one.draft("C1001", ("A105", "2"))
    saved = one.save(draft).touched_one("order")
    numbered = draft.model_copy(update={"number": saved.number})
    outcomes = at_once(
        [
            lambda: one.do(SubmitOrder(draft=numbered), "lina", saved.revision),
            lambda: two.do(SubmitOrder(draft=numbered), "wangfang", saved.revision),
        ]
    )
    assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "refused"]
    (told,) = [outcome for outcome in outcomes if outcome.is_refused]
    assert codes(told) == ["problem.order.state"]
    assert told.problems[0].params["number"] == saved.number
    check_everything(one)


def test_a_draft_never_saved_that_two_desks_submit_is_one_order(desks: list[SampleDesk]) -> None:
    """A restored journal may be open twice."""
    draft = desks[0].draft("C1001", ("A105", "2"))
    outcomes = at_once([partial(desk.submit, draft) for desk in desks[:4]])
    assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "refused", "refused", "refused"]
    with desks[0].store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Order)).scalar_one() == 1
    check_everything(desks[0])


def test_two_desks_that_change_different_lines_of_one_draft_are_merged(desks: list[SampleDesk]) -> None:
    one, two = desks[:2]
    draft = one.draft("C1001", ("A105", "2"), ("B211", "6"))
    base = one.save(draft).touched_one("order").revision
    first = with_quantity(draft, 0, "3").model_copy(update={"notes": open_note("call before")})
    second = with_quantity(draft, 1, "7")
    outcomes = at_once([partial(one.save, first, "lina", base), partial(two.save, second, "wangfang", base)])
    assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "applied_adjusted"]
    assert {outcome.touched_one("order").revision for outcome in outcomes} == {base + 1, base + 2}
    with one.store.writing() as session:
        merged = newest_draft(session, draft.id)
    assert [line.quantity for line in merged.lines] == [3, 7]
    assert merged.notes == open_note("call before")


def with_quantity(draft: OrderDraft, position: int, quantity: str) -> OrderDraft:
    lines = list(draft.lines)
    lines[position] = lines[position].model_copy(update={"quantity": Decimal(quantity)})
    return draft.model_copy(update={"lines": tuple(lines)})


def test_eight_desks_draw_order_numbers_without_gap_or_twin(desks: list[SampleDesk]) -> None:
    def three(desk: SampleDesk) -> Outcome:
        for quantity in ("1", "2"):
            assert desk.save(desk.draft("C1001", ("A105", quantity))).outcome == "applied"
            # a refusal draws nothing
            assert desk.save(desk.draft("C1001", number="SO-AAA-000001")).is_refused
        return desk.save(desk.draft("C1001", ("A105", "3")))

    at_once([partial(three, desk) for desk in desks])
    with desks[0].store.reading() as connection:
        assert connection.execute(select(func.count()).select_from(Order)).scalar_one() == 24
    check_everything(desks[0])


# Credit near its limit


def total_of(desk: SampleDesk) -> Decimal:
    priced = price_draft(desk.draft("C1001", ("A105", "2")), desk.desk(), desk.customer("C1001"))
    assert priced is not None
    return priced.total


def submit_two_at_once(desks: list[SampleDesk]) -> list[Outcome]:
    drafts = [desk.draft("C1001", ("A105", "2")) for desk in desks[:2]]
    return at_once([partial(desk.submit, draft) for desk, draft in zip(desks[:2], drafts, strict=True)])


def finance_was_asked(desk: SampleDesk) -> list[bool]:
    """Return for each order, sorted, whether credit sent it to finance."""
    with desk.store.reading() as connection:
        asked = set(
            connection.scalars(select(ApprovalTask.order_id).where(ApprovalTask.role == "finance")).all()
        )
        return sorted(order_id in asked for order_id in connection.scalars(select(Order.id)))


def test_of_two_orders_at_once_only_one_fits_the_credit_limit(desks: list[SampleDesk]) -> None:
    total = total_of(desks[0])
    set_limit(desks[0], total * Decimal("1.5"))
    outcomes = submit_two_at_once(desks)
    assert [outcome.outcome for outcome in outcomes] == ["applied", "applied"]
    assert finance_was_asked(desks[0]) == [False, True]
    check_everything(desks[0])


def test_without_the_lock_both_orders_would_have_passed(
    desks: list[SampleDesk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The test above sees what the lock of the credit row does: without it, both are let through."""
    total = total_of(desks[0])
    set_limit(desks[0], total * Decimal("1.5"))
    meeting = Barrier(2)
    real = evaluate

    def evaluate_together(*facts: Any, **more: Any) -> Evaluation:
        if meeting.n_waiting or not met:
            met.append(meeting.wait(timeout=10))  # both have read the account before either has written
        return real(*facts, **more)

    met: list[int] = []
    desks[0].save(desks[0].draft("C2001"))  # the number series is there: nothing else makes either try twice
    monkeypatch.setattr(submitting, "lock_what_decides", lambda *_what: None)
    monkeypatch.setattr(submitting, "evaluate", evaluate_together)
    submit_two_at_once(desks)
    assert finance_was_asked(desks[0]) == [False, False, False]  # the draft was never submitted


def test_exposure_is_what_the_orders_take_whoever_submits_and_withdraws(desks: list[SampleDesk]) -> None:
    def there_and_back(desk: SampleDesk) -> Outcome:
        kept = desk.draft("C1001", ("A105", "1"))
        assert not desk.submit(kept).is_refused
        draft = desk.draft("C1001", ("A105", "1"))
        submitted = desk.submit(draft).touched_one("order")
        return desk.do(WithdrawSubmit(order_id=draft.id), "lina", submitted.revision)

    outcomes = at_once([partial(there_and_back, desk) for desk in desks[:5]])
    assert {outcome.outcome for outcome in outcomes} == {"applied"}
    customer: CustomerDesk = desks[0].customer("C1001")
    assert customer.exposure == 5 * total_of(desks[0]) / 2
    check_everything(desks[0])


# Everybody at once

ITERATIONS = 12
ITEMS = ("A105", "B210", "B211", "A115")


class Clerk:
    """One desk that does whatever comes to its mind; its mind is seeded."""

    def __init__(self, desk: SampleDesk, seed: int) -> None:
        self.desk = desk
        self.chance = random.Random(seed)
        self.outcomes: list[Outcome] = []

    def work(self) -> Outcome:
        acts = (self.submit, self.submit, self.withdraw, self.decide, self.pick, self.ship)
        for _ in range(ITERATIONS):
            outcome = self.chance.choice(acts)()
            if outcome is not None:
                self.outcomes.append(outcome)
        return self.submit()

    def one_of(self, statement: Any) -> Any:
        with self.desk.store.reading() as connection:
            rows = connection.execute(statement).all()
        return self.chance.choice(rows) if rows else None

    def submit(self) -> Outcome:
        lines = [
            (code, str(self.chance.randint(1, 9)))
            for code in self.chance.sample(ITEMS, self.chance.randint(1, 4))
        ]
        draft = self.desk.draft(self.chance.choice(("C1001", "C2001", "C2002")), *lines)
        if self.chance.random() < 0.4:  # a discount asks for approval
            changed = tuple(line.model_copy(update={"discount": Decimal("0.06")}) for line in draft.lines)
            draft = self.desk.with_seen_prices(draft.model_copy(update={"lines": changed}))
        return self.desk.submit(draft)

    def withdraw(self) -> Outcome | None:
        order = self.one_of(select(Order.id).where(Order.state.in_(("submitted", "released"))))
        return self.desk.do(WithdrawSubmit(order_id=order.id), "wangfang") if order else None

    def decide(self) -> Outcome | None:
        task = self.one_of(
            select(ApprovalTask.id, ApprovalTask.material_sha256).where(ApprovalTask.state == "active")
        )
        if task is None:
            return None
        decision = self.chance.choice(("approve", "approve", "send_back", "refuse"))
        data = DecideTask.model_validate(
            {"task_id": task.id, "decision": decision, "material": task.material_sha256, "reason": "so"}
        )
        return self.desk.do(data, self.chance.choice(("zhangwei", "chenjing")))

    def pick(self) -> Outcome | None:
        line = self.one_of(
            select(DeliveryLine.delivery_id).join(Delivery).where(Delivery.state.in_(("planned", "released")))
        )
        if line is None:
            return None
        with self.desk.store.reading() as connection:
            rows = connection.execute(
                select(DeliveryLine.id, DeliveryLine.quantity).where(
                    DeliveryLine.delivery_id == line.delivery_id
                )
            ).all()
        if not rows:  # another clerk has called the order back between the two looks
            return None
        picked = tuple(
            PickedLine(delivery_line_id=row.id, picked=max(row.quantity - 1, Decimal(1)), short_reason="wait")
            for row in rows
        )
        return self.desk.do(PickDelivery(delivery_id=line.delivery_id, lines=picked), "zhaoqiang")

    def ship(self) -> Outcome | None:
        delivery = self.one_of(select(Delivery.id).where(Delivery.state.in_(("picking", "packed"))))
        return self.desk.do(ShipDelivery(delivery_id=delivery.id), "zhaoqiang") if delivery else None


@pytest.mark.slow
def test_whatever_everybody_does_at_once_the_books_agree(desks: list[SampleDesk]) -> None:
    clerks = [Clerk(desk, 100 + number) for number, desk in enumerate(desks[:6])]
    deadlocks: list[str] = []

    def note(context: Any) -> None:
        if getattr(context.original_exception, "sqlstate", None) == "40P01":
            deadlocks.append(str(context.statement))

    for clerk in clerks:
        event.listen(clerk.desk.store.engine, "handle_error", note)
    at_once([clerk.work for clerk in clerks])
    done = [outcome for clerk in clerks for outcome in clerk.outcomes]
    types = {row.type for outcome in done for row in outcome.touched}
    assert {"order", "task", "delivery", "stock"} <= types  # else nothing much was tried
    assert deadlocks == []  # the door would do it again; but locks taken in one order need no second try
    check_everything(desks[0])


def test_a_line_that_is_new_to_a_draft_keeps_its_id(desks: list[SampleDesk]) -> None:
    """Lines added at two desks at once are both there, each once."""
    one, two = desks[:2]
    draft = one.draft("C1001", ("A105", "2"))
    base = one.save(draft).touched_one("order").revision

    def with_line(desk: SampleDesk, code: str) -> OrderDraft:
        line = LineDraft(id=desk.ports.ids.new(), item_id=sample_id("item", code), quantity=Decimal(1))
        return draft.model_copy(update={"lines": (*draft.lines, line)})

    added = [with_line(one, "B210"), with_line(two, "B211")]
    at_once([partial(one.save, added[0], "lina", base), partial(two.save, added[1], "wangfang", base)])
    with one.store.writing() as session:
        merged = newest_draft(session, draft.id)
    assert merged.lines[0] == draft.lines[0]
    assert {line.id for line in merged.lines[1:]} == {each.lines[-1].id for each in added}
