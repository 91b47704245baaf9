"""What an import asks before it sends anything: what the store has already."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk.models import CommandLog, Customer, Item, Order, PriceList, Setting, Site

_CHUNK = 500  # ids in one statement: far below the limits of both databases


def record_ids(connection: Connection) -> set[UUID]:
    """Return the ids of all customers, items and price lists."""
    tables = (Customer.id, Item.id, PriceList.id)
    return {found for column in tables for found in connection.scalars(select(column))}


def past_orders(connection: Connection, source: str) -> dict[str, str]:
    """Return what a source said of each of its orders that is here, by the source's number.

    The texts are those of ``services.history.past_order_evidence``.
    """
    rows = connection.execute(select(Order.number, Order.facts).where(Order.source == source))
    return {row.number: row.facts for row in rows}


def executed_commands(connection: Connection, ids: Iterable[UUID]) -> set[UUID]:
    """Return those of ``ids`` under which a command was executed, refused ones included."""
    wanted = list(ids)
    found: set[UUID] = set()
    for start in range(0, len(wanted), _CHUNK):
        part = wanted[start : start + _CHUNK]
        found.update(connection.scalars(select(CommandLog.id).where(CommandLog.id.in_(part))))
    return found


def default_site(connection: Connection) -> UUID | None:
    """Return the site that orders ship from: the company's setting, else the first by code."""
    wanted = connection.execute(
        select(Setting.value).where(Setting.key == "site.default")
    ).scalar_one_or_none()
    sites = connection.execute(select(Site.id, Site.code).order_by(Site.code)).all()
    found = next((site.id for site in sites if site.code == wanted), None)
    return found or (sites[0].id if sites else None)
