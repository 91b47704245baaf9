"""Orders of the sample company that ask for approval, and short ways to decide about them."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select, update

from orderdesk.intake.sample import sample_id
from orderdesk.models import (
    ApprovalTask,
    CreditAccount,
    Order,
    OrderLine,
    OrderRevision,
    Person,
    Setting,
    StockLevel,
)
from orderdesk.wire.commands import DecideTask, WithdrawDecision
from orderdesk.wire.drafts import LineDraft, OrderDraft
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk

STANDARD = "C2002"  # 青禾公寓, standard tier, limit 30,000, receivable 3,180
VIP = "C2001"  # 蓝海酒店, VIP, limit 300,000

Found = Row[*tuple[Any, ...]]


def dear_draft(
    desk: SampleDesk, customer: str = STANDARD, discount: str = "0.05", **fields: Any
) -> OrderDraft:
    """Return an order above 10,000 with a discount above 4 %: a manager is asked, then finance unless VIP."""
    lines = [
        LineDraft(
            id=desk.ports.ids.new(), item_id=sample_id("item", code), quantity=Decimal(number),
            discount=Decimal(discount),
        )
        for code, number in (("A115", "8"), ("B210", "6"))
    ]  # fmt: skip
    return desk.draft(customer, requested="2026-03-12", lines=lines, **fields)


def submitted(desk: SampleDesk, customer: str = STANDARD, person: str = "lina", **fields: Any) -> OrderDraft:
    """Submit such an order; returns its draft with the number it was given."""
    draft = dear_draft(desk, customer, **fields)
    outcome = desk.submit(draft, person)
    assert outcome.outcome == "applied", outcome.problems
    return draft.model_copy(update={"number": outcome.touched_one("order").number})


def tasks(desk: SampleDesk, order_id: UUID) -> list[Found]:
    """Return an order's tasks by round and step."""
    with desk.store.reading() as connection:
        statement = select(ApprovalTask.__table__).where(ApprovalTask.order_id == order_id)
        return list(connection.execute(statement.order_by(ApprovalTask.round, ApprovalTask.step)))


def states(desk: SampleDesk, order_id: UUID) -> list[tuple[str, str]]:
    """Return role and state of each task of the newest round."""
    found = tasks(desk, order_id)
    return [(task.role, task.state) for task in found if task.round == found[-1].round]


def active(desk: SampleDesk, order_id: UUID) -> Found:
    """Return the one task that is to be decided now."""
    (found,) = [task for task in tasks(desk, order_id) if task.state == "active"]
    return found


def order_row(desk: SampleDesk, order_id: UUID) -> Found:
    """Return the order's row."""
    with desk.store.reading() as connection:
        return connection.execute(select(Order.__table__).where(Order.id == order_id)).one()


def decide(desk: SampleDesk, task: Found, decision: str, person: str, **fields: Any) -> Outcome:
    """Decide a task on the material that it was opened with, unless said otherwise."""
    data = {"task_id": task.id, "decision": decision, "material": task.material_sha256} | fields
    return desk.do(DecideTask.model_validate(data), person)


def withdraw(desk: SampleDesk, task: Found, person: str) -> Outcome:
    """Take a decision back."""
    return desk.do(WithdrawDecision(task_id=task.id), person)


def approve_all(desk: SampleDesk, order_id: UUID) -> None:
    """Let everybody who is asked approve."""
    for person in ("zhangwei", "chenjing"):
        outcome = decide(desk, active(desk, order_id), "approve", person)
        assert outcome.outcome == "applied", outcome.problems


def exposure(desk: SampleDesk, customer_id: UUID) -> Decimal:
    """Return what a customer's orders take of its credit."""
    with desk.store.reading() as connection:
        return connection.execute(
            select(CreditAccount.exposure).where(CreditAccount.customer_id == customer_id)
        ).scalar_one()


def newest_draft(desk: SampleDesk, order_id: UUID) -> dict[str, Any]:
    """Return the JSON of the newest stored draft."""
    with desk.store.reading() as connection:
        body = connection.execute(
            select(OrderRevision.draft)
            .where(OrderRevision.order_id == order_id)
            .order_by(OrderRevision.revision.desc())
            .limit(1)
        ).scalar_one()
    return json.loads(body)


def count(desk: SampleDesk, model: Any, order_id: UUID) -> int:
    """Return how many rows of ``model`` an order has."""
    with desk.store.reading() as connection:
        return len(connection.execute(select(model.id).where(model.order_id == order_id)).all())


def reserved(desk: SampleDesk) -> Decimal:
    """Return all reserved quantities, added up."""
    with desk.store.reading() as connection:
        return sum(connection.execute(select(StockLevel.reserved)).scalars(), Decimal(0))


def put(desk: SampleDesk, **settings: str) -> None:
    """Put settings of the company past the door; ``__`` stands for a point."""
    with desk.store.writing() as session:
        for name, value in settings.items():
            key = name.replace("__", ".")
            known = session.execute(update(Setting).where(Setting.key == key).values(value=value))
            if not known.rowcount:  # type: ignore[attr-defined] # of an update
                session.execute(insert(Setting), [{"key": key, "value": value}])
        session.commit()


def put_roles(desk: SampleDesk, person: str, roles: str) -> None:
    """Give a person other roles, past the door."""
    with desk.store.writing() as session:
        session.execute(update(Person).where(Person.code == person).values(roles=roles))
        session.commit()


def put_line(desk: SampleDesk, order_id: UUID, **values: object) -> None:
    """Change the first line of an order past the door."""
    with desk.store.writing() as session:
        session.execute(
            update(OrderLine).where(OrderLine.order_id == order_id, OrderLine.position == 1).values(**values)
        )
        session.commit()


def codes(outcome: Outcome) -> list[str]:
    """Return the codes of an outcome's problems."""
    return [problem.code for problem in outcome.problems]
