"""How it stands with a customer: credit, open and late orders, what it usually buys, what its tier gets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.models import Order
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.reading.customer_history import BasketRow, usual_basket
from orderdesk.services.reading.desk import load_customer
from orderdesk.services.reading.order_list import order_count
from orderdesk.services.reading.tiers import TierChangeRow, tier_changes
from orderdesk.services.tier_matrix import Group, Matrix, read_matrix

BASKET_DAYS = 365
_PLAIN_TIER = "standard"


@dataclass(frozen=True, slots=True)
class CustomerStanding:
    """What the summary of a customer says, read at one moment."""

    customer: CustomerDesk
    open_orders: int
    overdue: int
    drafts: int
    since: date | None  # the first order
    basket: tuple[BasketRow, ...]
    tiers: tuple[TierChangeRow, ...]  # newest first, those given up left out
    matrix: Matrix  # the plain tier beside the customer's own


def customer_standing(connection: Connection, customer_id: UUID, desk: Desk) -> CustomerStanding | None:
    """Return how it stands with a customer; ``None`` if there is none."""
    customer = load_customer(connection, customer_id)
    if customer is None:
        return None
    tiers = dict.fromkeys((_PLAIN_TIER, customer.tier))
    groups = [Group("tier", tier) for tier in tiers]
    return CustomerStanding(
        customer=customer,
        open_orders=order_count(connection, "open", customer_id, desk.today)
        + order_count(connection, "pending", customer_id, desk.today),
        overdue=order_count(connection, "overdue", customer_id, desk.today),
        drafts=order_count(connection, "drafts", customer_id, desk.today),
        since=connection.execute(
            select(func.min(Order.document_date)).where(
                Order.customer_id == customer_id, Order.state.not_in(("draft", "cancelled"))
            )
        ).scalar_one(),
        basket=usual_basket(connection, customer_id, desk.today - timedelta(days=BASKET_DAYS)),
        tiers=tuple(row for row in tier_changes(connection, customer_id) if row.state != "cancelled"),
        matrix=read_matrix(connection, desk).only(groups, leave_out=("discount",)),
    )
