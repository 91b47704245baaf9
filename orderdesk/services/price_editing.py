"""What is wrong with a price list while somebody edits it: the door's own checks, over facts in memory."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.services.desk import Desk
from orderdesk.services.known import Known
from orderdesk.services.reading.prices import PriceListHead
from orderdesk.services.record_checks import price_list_problems
from orderdesk.wire.records import PriceListRecord


def known_here(desk: Desk, heads: Iterable[PriceListHead]) -> Known:
    """Return what a price list may refer to, as far as this desk knows."""
    known = Known()
    known.customer_ids = set(desk.customers)
    known.price_lists = {head.code: head.id for head in heads}
    known.sales_units = {item.id: item.sales_unit for item in desk.items.values()}
    known.units = {item.id: {unit.unit for unit in item.units} for item in desk.items.values()}
    return known


def list_problems(
    record: PriceListRecord, known: Known, unpriced: frozenset[UUID] = frozenset()
) -> tuple[Problem, ...]:
    """Return everything that keeps a list from being saved; the paths are those of ``PutPriceList``."""
    missing = tuple(
        Problem("problem.price_list.no_price", f"record.prices[{index}].price")
        for index, entry in enumerate(record.prices)
        if entry.id in unpriced
    )
    return (*missing, *price_list_problems(record, known))
