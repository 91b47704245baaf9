"""What would go over if two records were merged, and what stands in the way: nothing is changed by asking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from sqlalchemy import Connection, func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import (
    Base,
    CustomerAddress,
    CustomerItem,
    ItemBarcode,
    Order,
    OrderLine,
    Price,
    PriceList,
)
from orderdesk.services.item_twins import item_merge_problems
from orderdesk.services.records import read_aggregate
from orderdesk.services.twins import customer_merge_problems


@dataclass(frozen=True, slots=True)
class MergePreview:
    """How many things of each kind go over, and everything that keeps the two from being merged."""

    keep_id: UUID
    gone_id: UUID
    keep_revision: int
    counts: Mapping[str, int]  # by the last part of ``records.merge.…``
    problems: tuple[Problem, ...]


def merge_preview(
    connection: Connection, type_name: Literal["customer", "item"], keep_id: UUID, gone_id: UUID
) -> MergePreview:
    """Return what merging would do."""
    with Session(bind=connection) as session:
        keep = read_aggregate(session, type_name, keep_id, lock=False)
        gone = read_aggregate(session, type_name, gone_id, lock=False)
        check = customer_merge_problems if type_name == "customer" else item_merge_problems
        problems = tuple(check(session, keep, gone, None))
    revision = 0 if keep is None else int(keep.head["revision"])
    counts = _customer_counts if type_name == "customer" else _item_counts
    return MergePreview(keep_id, gone_id, revision, counts(connection, gone_id), problems)


def _customer_counts(connection: Connection, gone_id: UUID) -> dict[str, int]:
    mine = Order.customer_id == gone_id
    return {
        "drafts": _count(connection, Order, mine & (Order.state == "draft")),
        "orders": _count(connection, Order, mine & (Order.state != "draft")),
        "agreements": _count(connection, PriceList, PriceList.customer_id == gone_id),
        "addresses": _count(connection, CustomerAddress, CustomerAddress.customer_id == gone_id),
        "aliases": _count(connection, CustomerItem, CustomerItem.customer_id == gone_id),
    }


def _item_counts(connection: Connection, gone_id: UUID) -> dict[str, int]:
    return {
        "lines": _count(connection, OrderLine, OrderLine.item_id == gone_id),
        "prices": _count(connection, Price, Price.item_id == gone_id),
        "barcodes": _count(connection, ItemBarcode, ItemBarcode.item_id == gone_id),
        "aliases": _count(connection, CustomerItem, CustomerItem.item_id == gone_id),
    }


def _count(connection: Connection, model: type[Base], condition: object) -> int:
    statement = select(func.count()).select_from(model).where(condition)  # type: ignore[arg-type] # a condition
    return connection.execute(statement).scalar_one()
