"""What people of the firm say to each other about an order; no paper and no customer ever sees it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Order, OrderComment
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.writing import content_digest
from orderdesk.wire.commands import CommentOrder


def comment_order(session: Session, data: CommentOrder, context: Context) -> Result:
    """Keep a comment. The order stays as it is: nothing that was approved is asked about again."""
    order = session.get(Order, data.order_id)
    if order is None:
        return refused(Problem("problem.order.unknown", "order_id", {"id": str(data.order_id)}))
    text = data.text.strip()
    if not text:
        return refused(Problem("problem.comment.empty", "text"))
    made = OrderComment(
        id=context.ids.new(), order_id=order.id, text=text, said_by=context.actor.person_id,
        said_at=context.now,
    )  # fmt: skip
    session.add(made)
    session.flush()
    row = TouchedRow("comment", made.id, 1, order.number, before="", after=content_digest(made))
    return Result(touched=(row,))


HANDLERS: dict[str, Handler] = {CommentOrder.name: Handler(CommentOrder, comment_order)}
