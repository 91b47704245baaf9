"""What command handlers share: locked rows, revisions, numbers, settings, and the digests that the audit
keeps.

Locks are taken in one order (see ``door``): ``lock_order`` before stock, before credit, before numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, Insert, bindparam, insert, inspect, select, update
from sqlalchemy.orm import Session

from orderdesk.models import Base, NumberSeries, Order, Setting, Site, as_evidence
from orderdesk.services.context import Context, TouchedRow
from orderdesk.values import adjustment_number, delivery_note_number, digest, order_number

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

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


_LOCKED_ORDER = (
    select(Order)
    .where(Order.id == bindparam("order"))
    .with_for_update()
    .execution_options(populate_existing=True)
)


def lock_order(session: Session, order_id: UUID) -> Order | None:
    """Return the order, locked until the end of the transaction; ``None`` if there is none."""
    return session.execute(_LOCKED_ORDER, {"order": order_id}).scalar_one_or_none()


def add_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, object]]) -> None:
    """Write new rows, as many at once as there are; what they refer to must be flushed already."""
    if rows:
        session.connection().execute(_insert_into(model), [*rows])


@cache
def _insert_into(model: type[Base]) -> Insert:
    return insert(Base.metadata.tables[model.__tablename__])


def tolerant_insert(session: Session, model: type[Base]) -> postgresql.Insert | sqlite.Insert:
    """Return an insert of this store's own database, which can say what happens where a row is there already.

    The dialect is imported here: a desk on SQLite starts without all that SQLAlchemy has for PostgreSQL.
    """
    if session.connection().dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(model)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(model)


def content_digest(row: Base) -> str:
    """Return the SHA-256 of a row's columns: how the audit names a state without its words."""
    return row_digest(type(row).__table__, {name: getattr(row, name) for name in _columns_of(type(row))})


@cache
def _columns_of(model: type[Base]) -> tuple[str, ...]:
    return tuple(column.key for column in inspect(model).column_attrs)


def row_digest(table: Any, row: Mapping[Any, Any]) -> str:
    """Return the same of a row as it was read."""
    return digest(as_evidence(table, row))


def touched_order(order: Order, before: str) -> TouchedRow:
    """Return the order as touched, at its revision; ``before`` is its digest from before the change."""
    return TouchedRow(
        "order", order.id, order.revision, order.number, before=before, after=content_digest(order),
        below=order.below,
    )  # fmt: skip


def touched(type_name: str, row: Any, before: str = "", number: str | None = None) -> TouchedRow:
    """Return any row with ``id`` and ``revision`` as touched."""
    return TouchedRow(type_name, row.id, row.revision, number, before=before, after=content_digest(row))


_SERIES = Base.metadata.tables["number_series"]
_DRAW = (
    update(_SERIES)
    .where(_SERIES.c.series == bindparam("name"))
    .values(next=_SERIES.c.next + 1)
    .returning(_SERIES.c.next)
)
_STORE_CODE = select(Base.metadata.tables["store_meta"].c.store_code)


def draw(session: Session, series: str) -> int:
    """Return the next number of a series, gapless: taken and given back with the transaction."""
    drawn = session.connection().execute(_DRAW, {"name": series}).scalar_one_or_none()
    if drawn is not None:
        return int(drawn) - 1
    add_rows(session, NumberSeries, [{"series": series, "next": 2}])
    return 1


def store_code(session: Session) -> str:
    """Return the three characters that stand in every number of this store."""
    return str(session.connection().execute(_STORE_CODE).scalar_one())


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
