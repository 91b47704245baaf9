"""Merging two items: drafts, prices, barcodes and customers' numbers go over; papers of the past stay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import (
    CustomerItem,
    Order,
    OrderLine,
    OrderRevision,
    Price,
    PriceBreak,
    ScheduleLine,
    StockLevel,
)
from orderdesk.services.context import Context, Result, TouchedRow, refused
from orderdesk.services.drafts import keep_revision, newest_draft
from orderdesk.services.records import Aggregate, read_aggregate, replace_aggregate
from orderdesk.services.twin_records import changed, pair_problems, touched, two_records
from orderdesk.services.writing import content_digest, touched_order
from orderdesk.wire.commands import MergeItems


def merge_items(session: Session, data: MergeItems, context: Context) -> Result:
    """Merge two items whose units mean the same. Locks: drafts by id, then both records."""
    drafts = _lock_drafts(session, data.gone_id)
    found = {one: read_aggregate(session, "item", one) for one in sorted((data.keep_id, data.gone_id))}
    keep, gone = found[data.keep_id], found[data.gone_id]
    problems = list(item_merge_problems(session, keep, gone, context.base_revision))
    if problems or keep is None or gone is None:
        return refused(*problems)
    rows = [_hand_over_draft(session, order, data, context) for order in drafts]
    rows += _hand_over_rows(session, data, "customer", CustomerItem, CustomerItem.customer_id)
    rows += _hand_over_lists(session, data)
    # Papers keep what they say; whoever asks what a customer bought finds it under the item that stays.
    session.execute(update(OrderLine).where(OrderLine.item_id == data.gone_id).values(item_id=data.keep_id))
    given = replace(
        changed(gone, active=False, merged_into_id=keep.id), children=(gone.children[0], [])
    )  # its barcodes are scanned for the one that stays
    replace_aggregate(session, given)
    codes = [{**row, "item_id": keep.id} for row in gone.children[1]]
    taken = replace(changed(keep), children=(keep.children[0], [*keep.children[1], *codes]))
    replace_aggregate(session, taken)
    return Result((touched(keep, taken), touched(gone, given), *rows))


def item_merge_problems(
    session: Session, keep: Aggregate | None, gone: Aggregate | None, base_revision: int | None
) -> Iterator[Problem]:
    """Yield everything that keeps two items from being merged."""
    pair = two_records(keep, gone)
    if pair is None:
        yield Problem("problem.merge.two", "gone_id")
        return
    keep, gone = pair
    yield from pair_problems(pair, base_revision, is_stopped=not keep.head["active"])
    yield from _unit_problems(keep, gone)
    levels = select(StockLevel.item_id).where(
        StockLevel.item_id == gone.id, or_(StockLevel.on_hand != 0, StockLevel.reserved != 0)
    )
    if session.execute(levels.limit(1)).first() is not None:
        yield Problem("problem.merge.stock", "gone_id", {"code": gone.head["code"]})
    open_orders = session.execute(_open_orders(gone.id)).scalar_one()
    if open_orders:
        yield Problem("problem.merge.open_orders", "gone_id", {"n": open_orders, "code": gone.head["code"]})


def _unit_problems(keep: Aggregate, gone: Aggregate) -> Iterator[Problem]:
    """Yield each unit of the other that the one that stays has not, or that is another size there."""
    mine = {row["unit"]: row["factor"] for row in keep.children[0]}
    if keep.head["unit"] != gone.head["unit"] or keep.head["price_unit"] != gone.head["price_unit"]:
        params = {"keep": keep.head["unit"], "gone": gone.head["unit"]}
        yield Problem("problem.merge.unit", "gone_id", params)
    for row in gone.children[0]:
        if mine.get(row["unit"]) != row["factor"]:
            yield Problem("problem.merge.other_unit", "gone_id", {"unit": row["unit"]})


def _open_orders(item_id: UUID) -> Select[int]:
    """Return the question how many orders wait for approval or for goods of an item."""
    going_on = or_(
        Order.state == "submitted", ScheduleLine.quantity > ScheduleLine.shipped + ScheduleLine.cancelled
    )
    return (
        select(func.count(Order.id.distinct()))
        .join(OrderLine, OrderLine.order_id == Order.id)
        .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
        .where(OrderLine.item_id == item_id, Order.state.in_(("submitted", "released")), going_on)
    )


def _lock_drafts(session: Session, item_id: UUID) -> list[Order]:
    """Return the drafts that name an item, locked in their order."""
    named = (
        select(Order.id)
        .join(
            OrderRevision,
            (OrderRevision.order_id == Order.id) & (OrderRevision.revision == Order.revision),
        )
        .where(Order.state == "draft", OrderRevision.draft.contains(str(item_id)))
    )
    statement = select(Order).where(Order.id.in_(named)).order_by(Order.id).with_for_update()
    return list(session.scalars(statement.execution_options(populate_existing=True)))


def _hand_over_draft(session: Session, order: Order, data: MergeItems, context: Context) -> TouchedRow:
    before = content_digest(order)
    draft = newest_draft(session, order.id)
    lines = tuple(
        line.model_copy(update={"item_id": data.keep_id}) if line.item_id == data.gone_id else line
        for line in draft.lines
    )
    order.revision += 1
    keep_revision(session, order, draft.model_copy(update={"lines": lines}), context)
    session.flush()
    return touched_order(order, before)


def _hand_over_rows(
    session: Session, data: MergeItems, type_name: str, model: Any, owner_of: Any
) -> list[TouchedRow]:
    """Let the rows of other records that name the item name the one that stays."""
    rows = []
    for owner in sorted(set(session.scalars(select(owner_of).where(model.item_id == data.gone_id)))):
        old = read_aggregate(session, type_name, owner)
        assert old is not None  # it was just found
        children = tuple(_renamed(rows, data) for rows in old.children)
        new = replace(changed(old), children=children)
        replace_aggregate(session, new)
        rows.append(touched(old, new))
    return rows


def _hand_over_lists(session: Session, data: MergeItems) -> list[TouchedRow]:
    """Let lists name the one that stays; where a list has prices of both, the other's go."""
    owners = {
        *session.scalars(select(Price.price_list_id).where(Price.item_id == data.gone_id)),
        *session.scalars(select(PriceBreak.price_list_id).where(PriceBreak.item_id == data.gone_id)),
    }
    rows = []
    for owner in sorted(owners):
        old = read_aggregate(session, "price_list", owner)
        assert old is not None  # it was just found
        children = tuple(
            [row for row in rows if row["item_id"] != data.gone_id]
            if any(row["item_id"] == data.keep_id for row in rows)
            else _renamed(rows, data)
            for rows in old.children
        )
        new = replace(changed(old), children=children)
        replace_aggregate(session, new)
        rows.append(touched(old, new))
    return rows


def _renamed(rows: Sequence[dict[str, Any]], data: MergeItems) -> list[dict[str, Any]]:
    return [{**row, "item_id": data.keep_id} if row.get("item_id") == data.gone_id else row for row in rows]
