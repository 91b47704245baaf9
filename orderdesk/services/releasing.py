"""Releasing an order to the warehouse after its last approval, or straight through; and taking that back."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from orderdesk.models import Base, Order
from orderdesk.rules import states
from orderdesk.rules.credit import check_credit
from orderdesk.services import delivering, holds, stock
from orderdesk.services.context import Context, TouchedRow
from orderdesk.values import canonical_json


def release_order(session: Session, order: Order, context: Context) -> tuple[TouchedRow, ...]:
    """Make a submitted order released: holds are set, stock is reserved, deliveries are planned.

    Returns what was touched beside the order, whose state and revision are the caller's to report.
    """
    order.state = states.next_state("order", order.state, "release")
    order.released_at = context.now
    session.flush()
    return (
        *_hold_for_credit(session, order, context),
        *stock.reserve_for_order(session, order.id, context),
        *delivering.plan_deliveries(session, order, context),
    )


def unrelease(session: Session, order: Order, context: Context) -> tuple[TouchedRow, ...] | None:
    """Take a release back: planned deliveries go, stock is given back; ``None`` if the warehouse has acted.

    The order is submitted again; the caller decides whether it becomes a draft or its task is opened anew.
    """
    dropped = delivering.drop_planned(session, order.id, context)
    if dropped is None:
        return None
    given_back = stock.release_for_order(session, order.id, context)
    order.state = states.next_state("order", order.state, "withdraw_decision")
    order.released_at = None
    session.flush()
    return (*dropped, *given_back)


_CUSTOMER = Base.metadata.tables["customer"]
_ACCOUNT = Base.metadata.tables["credit_account"]
_STANDING = (
    select(_CUSTOMER.c.credit_limit, _CUSTOMER.c.receivable, _ACCOUNT.c.exposure)
    .join(_ACCOUNT, _ACCOUNT.c.customer_id == _CUSTOMER.c.id)
    .where(_CUSTOMER.c.id == bindparam("customer"))
)


def _hold_for_credit(session: Session, order: Order, context: Context) -> tuple[TouchedRow, ...]:
    """Check the credit at this transition too: over the limit without anybody having been asked is a hold.

    The order's own amount is in the exposure since its submit. A finance approval on the way here covers
    the excess.
    """
    found = session.connection().execute(_STANDING, {"customer": order.customer_id}).one_or_none()
    if found is None:
        return ()
    others = found.exposure - order.exposure + (found.receivable or Decimal(0))
    verdict = check_credit(found.credit_limit, others, order.exposure, order.tier)
    if verdict.verdict != "hold":
        return ()
    cause = canonical_json(
        {
            "rule": "credit",
            "left_after": verdict.left_after,
            "limit": found.credit_limit,
            "order": order.exposure,
        }
    )
    hold = holds.place_hold(
        session, order, kind="credit", level="header", object_id=order.id, cause=cause,
        lift_roles=("finance", "manager"), context=context,
    )  # fmt: skip
    return (hold,)
