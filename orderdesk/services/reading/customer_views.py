"""Customers that stand out: what a list of them by tier has to point at."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from orderdesk.models import Customer, Price, PriceBreak, PriceList

PLAIN_TIER = "standard"  # the tier that promises nothing; a record begins with it


def at_standard_prices(connection: Connection, today: date) -> frozenset[UUID]:
    """Return the customers of a better tier who pay what everybody pays.

    They have neither an agreement nor a list of their tier in their currency that holds today with anything
    in it, or their price-source order never looks there.
    """
    looks = {source: _word(source) for source in ("agreement", "tier")}
    agreement = and_(looks["agreement"], _has_list(PriceList.customer_id == Customer.id, today))
    of_tier = and_(
        PriceList.source == "tier", PriceList.tier == Customer.tier, PriceList.currency == Customer.currency
    )
    statement = select(Customer.id).where(
        Customer.tier.not_in((PLAIN_TIER, "")),
        Customer.status != "stopped",
        ~or_(agreement, and_(looks["tier"], _has_list(of_tier, today))),
    )
    return frozenset(connection.scalars(statement))


def _word(source: str) -> ColumnElement[bool]:
    return (" " + Customer.price_sources + " ").contains(f" {source} ")


def _has_list(condition: ColumnElement[bool], today: date) -> ColumnElement[bool]:
    filled = or_(
        exists().where(Price.price_list_id == PriceList.id),
        exists().where(PriceBreak.price_list_id == PriceList.id),
    )
    holds = and_(
        or_(PriceList.valid_from.is_(None), PriceList.valid_from <= today),
        or_(PriceList.valid_to.is_(None), PriceList.valid_to >= today),
    )
    return exists(select(PriceList.id).where(condition, holds, filled).correlate(Customer))
