"""A short day at the sample company: orders in every state that a store can hold, each by its own command."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from orderdesk.models import ApprovalTask
from orderdesk.services.notes import find_delivery
from orderdesk.services.reading.warehouse import delivery_card
from orderdesk.wire.commands import (
    CommandData,
    DecideTask,
    DiscardDraft,
    PickDelivery,
    PickedLine,
    RecordPrint,
    ShipDelivery,
    WithdrawSubmit,
)
from orderdesk.wire.outcomes import Outcome
from tests.support.desk import SampleDesk


def tell(sample: SampleDesk) -> None:
    """Play the day: drafts, a refusal, approvals, a part shipment with its copies, a withdrawn order."""
    day = date(2026, 3, 12)
    sample.save(sample.draft("C1002", ("A107", "1")))
    discarded = sample.draft("C1004", ("B211", "2"))
    sample.save(discarded)
    _do(sample, DiscardDraft(order_id=discarded.id), "lina")
    straight = sample.draft("C1001", ("A105", "2"), ("B211", "6"), requested=day, po_number="HD-26-0311")
    _done(sample.submit(straight))
    withdrawn = sample.draft("C1001", ("C330", "3"))
    _done(sample.submit(withdrawn))
    _do(sample, WithdrawSubmit(order_id=withdrawn.id), "lina")
    routed = sample.draft("C2002", ("A105", "24"), ("B210", "12"), requested=day)
    _done(sample.submit(routed))
    _decide(sample, routed.id, "zhangwei", "approve")
    _decide(sample, routed.id, "chenjing", "approve")
    waiting = sample.draft("C2002", ("A107", "20"))
    _done(sample.submit(waiting))
    returned = sample.draft("C1006", ("A107", "21"))
    _done(sample.submit(returned))
    _decide(sample, returned.id, "zhangwei", "send_back")
    refused = sample.draft("C1006", ("A107", "22"))
    _done(sample.submit(refused))
    _decide(sample, refused.id, "zhangwei", "refuse")
    _ship(sample, straight.id)


def _done(outcome: Outcome) -> Outcome:
    assert not outcome.is_refused, outcome.problems
    return outcome


def _do(sample: SampleDesk, data: CommandData, person: str) -> Outcome:
    return _done(sample.do(data, person))


def _decide(sample: SampleDesk, order_id: UUID, person: str, decision: str) -> None:
    with sample.store.reading() as connection:
        task = connection.execute(
            select(ApprovalTask.id, ApprovalTask.material_sha256).where(
                ApprovalTask.order_id == order_id, ApprovalTask.state == "active"
            )
        ).one()
    reason = "" if decision == "approve" else "price"
    data = DecideTask.model_validate(
        {"task_id": task.id, "decision": decision, "material": task.material_sha256, "reason_code": reason}
    )
    _do(sample, data, person)


def _ship(sample: SampleDesk, order_id: UUID) -> None:
    """Ship the first part one piece short, print it twice, and leave the rest planned."""
    with sample.store.reading() as connection:
        number = sample.number_of(order_id)
        delivery = find_delivery(connection, f"{number}/1")
        card = delivery_card(connection, delivery)
    assert card is not None
    first, *others = card.lines
    found = [PickedLine(delivery_line_id=line.id, picked=line.quantity) for line in others]
    found.append(
        PickedLine(delivery_line_id=first.id, picked=first.quantity - Decimal(1), short_reason="missing")
    )
    _do(sample, PickDelivery(delivery_id=delivery, lines=tuple(found)), "zhaoqiang")
    _do(sample, ShipDelivery(delivery_id=delivery), "zhaoqiang")
    _do(sample, RecordPrint(delivery_id=delivery), "zhaoqiang")
    _do(sample, RecordPrint(delivery_id=delivery, reason="paper torn"), "zhaoqiang")
