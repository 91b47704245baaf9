"""What stock an order stands on: what is reserved for its lines, and what else is free at their sites."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.models import OrderLine, Reservation, ScheduleLine, StockLevel
from orderdesk.values import QUANTITY_STEP


@dataclass(frozen=True, slots=True)
class CardStock:
    """Figures in stock units, by line and by item and site."""

    by_line: Mapping[UUID, Decimal]
    levels: Mapping[tuple[UUID, UUID], Decimal]

    def reserved(self, line_id: UUID, factor: Decimal) -> Decimal:
        """Return what is reserved for a line, in its unit."""
        return (self.by_line.get(line_id, Decimal(0)) / factor).quantize(QUANTITY_STEP, ROUND_DOWN)

    def free(self, item_id: UUID, sites: Collection[UUID], factor: Decimal) -> Decimal | None:
        """Return what nobody has reserved of an item at some sites; ``None`` where none is kept there."""
        known = [self.levels[item_id, site] for site in sites if (item_id, site) in self.levels]
        return (sum(known, Decimal(0)) / factor).quantize(QUANTITY_STEP, ROUND_DOWN) if known else None


def card_stock(connection: Connection, order_id: UUID) -> CardStock:
    """Return the stock of an order's lines as it is now."""
    reserved = connection.execute(
        select(ScheduleLine.order_line_id, func.sum(Reservation.quantity).label("quantity"))
        .join(Reservation, Reservation.schedule_line_id == ScheduleLine.id)
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .where(OrderLine.order_id == order_id)
        .group_by(ScheduleLine.order_line_id)
    )
    items = select(OrderLine.item_id).where(OrderLine.order_id == order_id)
    levels = connection.execute(select(StockLevel.__table__).where(StockLevel.item_id.in_(items)))
    return CardStock(
        {row.order_line_id: row.quantity for row in reserved},
        {(row.item_id, row.site_id): row.on_hand - row.reserved for row in levels},
    )
