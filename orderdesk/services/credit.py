"""Credit exposure: what a customer's orders take of its limit, kept in one locked row per customer."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from orderdesk.models import Base, CreditAccount
from orderdesk.services.writing import add_rows

_ACCOUNT = Base.metadata.tables["credit_account"]
_MINE = _ACCOUNT.c.customer_id == bindparam("customer")
_LOCKED = select(_ACCOUNT.c.exposure).where(_MINE).with_for_update()
_RAISE = update(_ACCOUNT).where(_MINE).values(exposure=_ACCOUNT.c.exposure + bindparam("amount"))


def lock_account(session: Session, customer_id: UUID) -> Decimal:
    """Return the customer's exposure, locked until the end of the transaction.

    Sum-then-insert breaks limits under READ COMMITTED and REPEATABLE READ alike; the locked row does not.
    """
    found: Decimal | None = (
        session.connection().execute(_LOCKED, {"customer": customer_id}).scalar_one_or_none()
    )
    if found is None:
        add_rows(session, CreditAccount, [{"customer_id": customer_id, "exposure": Decimal(0)}])
        return Decimal(0)
    return found


def raise_exposure(session: Session, customer_id: UUID, amount: Decimal) -> None:
    """Add an order's amount; the caller holds the row through ``lock_account`` and has checked the limit."""
    session.connection().execute(_RAISE, {"customer": customer_id, "amount": amount})


def lower(session: Session, customer_id: UUID, amount: Decimal) -> None:
    """Give an order's amount back."""
    lock_account(session, customer_id)
    raise_exposure(session, customer_id, -amount)
