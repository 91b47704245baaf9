"""What command handlers share: locked rows, revisions, numbers, settings, and the digests that the audit
keeps.

Locks are taken in one order (see ``door``): ``lock_order`` before stock, before credit, before numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, inspect, select, update
from sqlalchemy.orm import Session

from orderdesk.models import Base, NumberSeries, Order, Setting, Site, StoreMeta, as_evidence
from orderdesk.services.context import Context, TouchedRow
from orderdesk.values import adjustment_number, delivery_note_number, digest, order_number

# Settings of the company, with what holds where nothing is set.
SETTING_DEFAULTS: dict[str, str] = {
    "company.name": "",
    "company.name_en": "",
    "company.address": "",
    "company.phone": "",
    "currency": "CNY",
    "site.default": "",  # code of the site that orders ship from
    "freight.tax_rate": "0.09",
    "approval.author": "never",  # never | substitute | self_with_reason: where nobody else is entitled
    "approval.substitute": "",  # code of the person who decides then
    "approval.bulk_limit": "50000",  # above this sum, approving several asks for their count
    "note.shows_prices": "no",
    "discount.limit": "",  # above this fraction the clerk is told that approval is needed
    "order.quoted_price_days": "7",
    "tier.order": "vip a b standard",  # best first; what stands nowhere here counts as the least
}


def setting(session: Session | Connection, key: str) -> str:
    """Return a setting of the company, or its default. ``LookupError`` for a key that does not exist."""
    default = SETTING_DEFAULTS[key]
    found = session.execute(select(Setting.value).where(Setting.key == key)).scalar_one_or_none()
    return default if found is None else str(found)


def zone_of_default_site(connection: Session | Connection) -> str:
    """Return the IANA zone of the site that orders ship from; UTC for a store without sites."""
    code = setting(connection, "site.default")
    sites = select(Site.zone).order_by(Site.code != code, Site.code).limit(1)
    return connection.execute(sites).scalar_one_or_none() or "UTC"


def lock_order(session: Session, order_id: UUID) -> Order | None:
    """Return the order, locked until the end of the transaction; ``None`` if there is none."""
    return session.execute(
        select(Order).where(Order.id == order_id).with_for_update().execution_options(populate_existing=True)
    ).scalar_one_or_none()


def content_digest(row: Base) -> str:
    """Return the SHA-256 of a row's columns: how the audit names a state without its words."""
    columns = inspect(row).mapper.column_attrs
    return row_digest(type(row).__table__, {column.key: getattr(row, column.key) for column in columns})


def row_digest(table: Any, row: Mapping[Any, Any]) -> str:
    """Return the same of a row as it was read."""
    return digest(as_evidence(table, row))


def touched_order(order: Order, before: str) -> TouchedRow:
    """Return the order as touched, at its revision; ``before`` is its digest from before the change."""
    return TouchedRow(
        "order", order.id, order.revision, order.number, before=before, after=content_digest(order)
    )


def touched(type_name: str, row: Any, before: str = "", number: str | None = None) -> TouchedRow:
    """Return any row with ``id`` and ``revision`` as touched."""
    return TouchedRow(type_name, row.id, row.revision, number, before=before, after=content_digest(row))


def draw(session: Session, series: str) -> int:
    """Return the next number of a series, gapless: taken and given back with the transaction."""
    drawn = session.execute(
        update(NumberSeries)
        .where(NumberSeries.series == series)
        .values(next=NumberSeries.next + 1)
        .returning(NumberSeries.next)
    ).scalar_one_or_none()
    if drawn is not None:
        return int(drawn) - 1
    session.execute(insert(NumberSeries), [{"series": series, "next": 2}])
    return 1


def store_code(session: Session) -> str:
    """Return the three characters that stand in every number of this store."""
    return session.execute(select(StoreMeta.store_code)).scalar_one()


def draw_order_number(session: Session) -> str:
    """Return a new order number; final from now on, never used again."""
    code = store_code(session)
    return order_number(code, draw(session, f"SO-{code}"))


def draw_note_number(session: Session) -> str:
    """Return the next delivery-note number of this store; only a goods issue may ask for it (gapless)."""
    code = store_code(session)
    return delivery_note_number(code, draw(session, f"DN-{code}"))


def draw_adjustment_number(session: Session) -> str:
    """Return the number of a new price adjustment."""
    code = store_code(session)
    return adjustment_number(code, draw(session, f"PA-{code}"))


def revision_conflict(order: Order, context: Context) -> bool:
    """Whether the command was made on another revision than the order has now."""
    return context.base_revision is not None and context.base_revision != order.revision
