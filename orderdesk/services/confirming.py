"""Records which revision of an order a customer was asked to check, by whom, and in which language."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import ConfirmationPrint
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.writing import content_digest, lock_order
from orderdesk.wire.commands import RecordConfirmation

CONFIRMABLE = frozenset({"submitted", "released", "closed"})


def record_confirmation(session: Session, data: RecordConfirmation, context: Context) -> Result:
    """Record one print of an order's confirmation. The order itself stays as it is.

    Refused for an order without figures to confirm: a draft, a cancelled one, one that was only recorded
    here; and for a revision that the order has not reached. An older one may be recorded: paper is a fact.
    """
    order = lock_order(session, data.order_id)
    if order is None:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    if order.source:
        return refused(Problem("problem.confirmation.past", "order_id", {"number": order.number}))
    if order.state not in CONFIRMABLE:
        params = {"number": order.number, "state": f"term.state.order.{order.state}"}
        return refused(Problem("problem.confirmation.state", "order_id", params))
    if data.order_revision > order.revision:
        ahead = {"revision": data.order_revision, "number": order.number}
        return refused(Problem("problem.confirmation.revision", "order_revision", ahead))
    copies = session.execute(
        select(func.count()).select_from(ConfirmationPrint).where(ConfirmationPrint.order_id == order.id)
    ).scalar_one()
    made = ConfirmationPrint(
        id=context.ids.new(), order_id=order.id, copy_no=copies + 1, order_revision=data.order_revision,
        language=data.language, printed_at=context.now, printed_by=context.actor.person_id,
    )  # fmt: skip
    session.add(made)
    session.flush()
    row = TouchedRow("confirmation", made.id, 1, order.number, before="", after=content_digest(made))
    return Result(touched=(row,))


HANDLERS: dict[str, Handler] = {
    RecordConfirmation.name: Handler(RecordConfirmation, record_confirmation),
}
