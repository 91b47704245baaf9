"""Credit exposure: what a customer's orders take of its limit, kept in one locked row per customer."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from orderdesk.models import CreditAccount


def lock_account(session: Session, customer_id: UUID) -> Decimal:
    """Return the customer's exposure, locked until the end of the transaction.

    Sum-then-insert breaks limits under READ COMMITTED and REPEATABLE READ alike; the locked row does not.
    """
    found = session.execute(
        select(CreditAccount.exposure).where(CreditAccount.customer_id == customer_id).with_for_update()
    ).scalar_one_or_none()
    if found is None:
        session.execute(insert(CreditAccount), [{"customer_id": customer_id, "exposure": Decimal(0)}])
        return Decimal(0)
    return found


def raise_exposure(session: Session, customer_id: UUID, amount: Decimal) -> None:
    """Add an order's amount; the caller holds the row through ``lock_account`` and has checked the limit."""
    session.execute(
        update(CreditAccount)
        .where(CreditAccount.customer_id == customer_id)
        .values(exposure=CreditAccount.exposure + amount)
    )


def lower(session: Session, customer_id: UUID, amount: Decimal) -> None:
    """Give an order's amount back."""
    lock_account(session, customer_id)
    raise_exposure(session, customer_id, -amount)
