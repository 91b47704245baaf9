"""Changing what is submitted but not released: withdrawn and sent again at once, or not at all."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select

from orderdesk.models import CreditAccount, Order, OrderLine
from orderdesk.services.check import check_store
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.wire.commands import ChangeOrder, DecideTask, WithdrawSubmit
from orderdesk.wire.drafts import OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.services.approval_support import (
    STANDARD,
    VIP,
    active,
    codes,
    decide,
    order_row,
    states,
    submitted,
    tasks,
)
from tests.services.test_approving_races import race
from tests.support.desk import SampleDesk, open_sample_desk

ROUNDS = 4


def revision_of(sample: SampleDesk, order_id: UUID) -> int:
    return int(order_row(sample, order_id).revision)


def with_quantity(sample: SampleDesk, draft: OrderDraft, quantity: str, row: int = 1) -> OrderDraft:
    lines = list(draft.lines)
    lines[row] = lines[row].model_copy(update={"quantity": Decimal(quantity)})
    return sample.with_seen_prices(draft.model_copy(update={"lines": tuple(lines)}))


def change(
    sample: SampleDesk, draft: OrderDraft, person: str = "lina", revision: int | None = None
) -> Outcome:
    base = revision_of(sample, draft.id) if revision is None else revision
    return sample.do(ChangeOrder(draft=draft), person, base)


def exposure(sample: SampleDesk, order_id: UUID) -> Any:
    with sample.store.reading() as connection:
        return connection.execute(
            select(CreditAccount.exposure, Order.exposure, Order.total)
            .join(Order, Order.customer_id == CreditAccount.customer_id)
            .where(Order.id == order_id)
        ).one()


def test_a_changed_order_is_priced_and_routed_again_under_its_number(sample: SampleDesk) -> None:
    order = submitted(sample)
    before = order_row(sample, order.id)
    sample.clock.advance(sample.clock.now() - sample.clock.now())
    outcome = change(sample, with_quantity(sample, order, "9"))
    assert outcome.outcome == "applied", outcome.problems
    after = order_row(sample, order.id)
    assert (after.number, after.state, after.state_cause) == (before.number, "submitted", "")
    assert after.total > before.total
    assert after.revision > before.revision
    assert [(task.round, task.step, task.state) for task in tasks(sample, order.id)] == [
        (1, 1, "withdrawn"), (1, 2, "withdrawn"), (2, 1, "active"), (2, 2, "waiting"),
    ]  # fmt: skip
    with sample.store.reading() as connection:
        statement = select(OrderLine.quantity).where(OrderLine.order_id == order.id)
        assert connection.scalars(statement.order_by(OrderLine.position)).all() == [Decimal(8), Decimal(9)]
    account, own, total = exposure(sample, order.id)
    assert account == own == total  # the amount of before does not count twice
    touched = [(one.type, one.id) for one in outcome.touched]
    assert len(touched) == len(set(touched))
    assert outcome.touched_one("order").revision == after.revision
    assert check_store(sample.store).findings == ()


def test_a_change_that_needs_nobody_releases_the_order(sample: SampleDesk) -> None:
    order = submitted(sample, VIP)
    lines = tuple(line.model_copy(update={"discount": None}) for line in order.lines[1:])
    cheap = sample.with_seen_prices(order.model_copy(update={"lines": lines}))
    assert change(sample, cheap).outcome == "applied"
    assert order_row(sample, order.id).state == "released"
    assert check_store(sample.store).findings == ()


def test_another_customer_takes_the_credit_along(sample: SampleDesk) -> None:
    order = submitted(sample)
    other = sample.customer("C1001")
    fields = {"customer_id": other.id, "deliver_to": other.addresses[0]}
    moved = sample.with_seen_prices(order.model_copy(update=fields))
    assert change(sample, moved).outcome == "applied"
    account, own, total = exposure(sample, order.id)
    assert account == own == total
    with sample.store.reading() as connection:
        assert connection.execute(select(func.sum(CreditAccount.exposure))).scalar_one() == total
    assert check_store(sample.store).findings == ()


def test_what_cannot_be_sent_changes_nothing_and_says_everything(sample: SampleDesk) -> None:
    order = submitted(sample)
    before = order_row(sample, order.id)
    lines = tuple(line.model_copy(update={"quantity": None}) for line in order.lines)
    outcome = change(sample, order.model_copy(update={"lines": lines, "customer_id": None}))
    assert outcome.is_refused
    assert len(outcome.problems) > 2
    assert order_row(sample, order.id) == before
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]
    assert check_store(sample.store).findings == ()


@pytest.mark.parametrize("decision", ["approve", "refuse", "send_back"])
def test_who_decided_meanwhile_was_faster(sample: SampleDesk, decision: str) -> None:
    order = submitted(sample)
    seen = revision_of(sample, order.id)
    code = "" if decision == "approve" else "price"
    decide(sample, active(sample, order.id), decision, "zhangwei", reason_code=code)
    outcome = change(sample, with_quantity(sample, order, "9"), revision=seen)
    assert codes(outcome) == ["problem.change.acted"]
    params = outcome.problems[0].params
    assert (params["by_en"], params["number"]) == ("Zhang Wei", order.number)


def test_after_the_first_step_a_change_asks_everybody_again(sample: SampleDesk) -> None:
    order = submitted(sample)
    decide(sample, active(sample, order.id), "approve", "zhangwei")
    assert change(sample, with_quantity(sample, order, "9")).outcome == "applied"
    assert states(sample, order.id) == [("manager", "active"), ("finance", "waiting")]
    assert check_store(sample.store).findings == ()


def test_a_decision_on_what_was_changed_is_refused(sample: SampleDesk) -> None:
    order = submitted(sample)
    task = active(sample, order.id)
    assert not change(sample, with_quantity(sample, order, "9")).is_refused
    decision = DecideTask(task_id=task.id, decision="approve", material=task.material_sha256)
    outcome = sample.do(decision, "zhangwei", task.revision)
    assert outcome.is_refused
    assert codes(outcome)[0].startswith("problem.task.")
    assert order_row(sample, order.id).state == "submitted"


def test_two_clerks_change_once(sample: SampleDesk) -> None:
    order = submitted(sample)
    seen = revision_of(sample, order.id)
    assert not change(sample, with_quantity(sample, order, "9"), revision=seen).is_refused
    outcome = change(sample, with_quantity(sample, order, "10"), "wangfang", seen)
    assert codes(outcome) == ["problem.change.stale"]


def test_other_states_say_what_they_are(sample: SampleDesk) -> None:
    straight = sample.draft("C1001", ("A105", "2"))
    assert not sample.submit(straight).is_refused
    assert codes(change(sample, straight)) == ["problem.change.released"]
    order = submitted(sample)
    assert not sample.do(WithdrawSubmit(order_id=order.id), "lina", revision_of(sample, order.id)).is_refused
    assert codes(change(sample, order)) == ["problem.change.draft"]
    unknown = order.model_copy(update={"id": sample.ports.ids.new()})
    assert codes(change(sample, unknown, revision=1)) == ["problem.order.unknown"]
    named = order.model_copy(update={"number": "SO-XXX-1"})
    assert codes(change(sample, named)) == ["problem.order.number_differs"]


def test_without_the_revision_that_was_changed_nothing_happens(sample: SampleDesk) -> None:
    order = submitted(sample)
    outcome = sample.do(ChangeOrder(draft=with_quantity(sample, order, "9")), "lina")
    assert codes(outcome) == ["problem.change.stale"]


def test_what_is_withdrawn_afterwards_is_the_changed_order(sample: SampleDesk) -> None:
    order = submitted(sample)
    change(sample, with_quantity(sample, order, "9"))
    sample.do(WithdrawSubmit(order_id=order.id), "lina", revision_of(sample, order.id))
    with sample.store.reading() as connection:
        draft, _ = stored_draft(connection, order.id)
    assert draft is not None
    assert draft.lines[1].quantity == Decimal(9)


def test_who_changes_an_order_is_one_of_its_authors(sample: SampleDesk) -> None:
    order = submitted(sample, STANDARD)
    assert not change(sample, with_quantity(sample, order, "9"), "zhangwei").is_refused
    assert str(sample.actor("zhangwei").person_id) in order_row(sample, order.id).authors


def test_a_clerk_who_changes_against_a_manager_who_approves_has_one_winner(sample_pg_url: str) -> None:
    one, other = open_sample_desk(sample_pg_url), open_sample_desk(sample_pg_url, seed=12)
    for _ in range(ROUNDS):
        order = submitted(one, VIP)
        task, seen = active(one, order.id), revision_of(one, order.id)
        changed = with_quantity(one, order, "9")
        outcomes = race(
            partial(change, one, changed, "lina", seen), partial(decide, other, task, "approve", "zhangwei")
        )
        assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "refused"], outcomes
        row = order_row(one, order.id)
        if outcomes[0].is_refused:
            assert codes(outcomes[0]) == ["problem.change.acted"]
            assert row.state == "released"
        else:
            assert row.state == "submitted"
            assert tasks(one, order.id)[-1].round == 2
    assert check_store(one.store).findings == ()
    one.store.close()
    other.store.close()


def test_two_clerks_at_once_change_once(sample_pg_url: str) -> None:
    one, other = open_sample_desk(sample_pg_url), open_sample_desk(sample_pg_url, seed=12)
    for _ in range(ROUNDS):
        order = submitted(one, VIP)
        seen = revision_of(one, order.id)
        outcomes = race(
            partial(change, one, with_quantity(one, order, "9"), "lina", seen),
            partial(change, other, with_quantity(one, order, "10"), "wangfang", seen),
        )
        assert sorted(outcome.outcome for outcome in outcomes) == ["applied", "refused"]
    assert check_store(one.store).findings == ()
    one.store.close()
    other.store.close()
