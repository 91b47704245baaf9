"""Merging twins: of two records that mean the same one stays, and everything of the other goes over to it.

The other record is kept, out of use, and says which one it was merged into: whoever types its old code or
phone finds the one that stays. Nothing is merged halfway: what cannot go over refuses the whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import CreditAccount, Customer, Order, PriceList
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.credit import lock_account
from orderdesk.services.drafts import keep_revision, newest_draft
from orderdesk.services.item_twins import merge_items
from orderdesk.services.records import Aggregate, read_aggregate, replace_aggregate
from orderdesk.services.tiering import cancel_planned
from orderdesk.services.twin_records import changed, pair_problems, touched, two_records
from orderdesk.services.writing import content_digest, touched_order
from orderdesk.wire.commands import MergeCustomers, MergeItems

_PLACE = ("label", "province", "city", "district", "rest", "receiver", "phone")


def merge_customers(session: Session, data: MergeCustomers, context: Context) -> Result:
    """Merge two customers. Locks: orders by id, then both records, then both credit rows."""
    orders = _lock_orders(session, data.gone_id)
    first, second = sorted((data.keep_id, data.gone_id))
    found = {one: read_aggregate(session, "customer", one) for one in (first, second)}
    keep, gone = found[data.keep_id], found[data.gone_id]
    problems = list(customer_merge_problems(session, keep, gone, context.base_revision))
    if problems or keep is None or gone is None:
        return refused(*problems)
    rows = [_hand_over_order(session, order, data, context) for order in orders]
    rows += _hand_over_parties(session, data)
    rows += _hand_over_agreements(session, data)
    for one in (first, second):
        lock_account(session, one)
    _add_exposure(session, data)
    cancel_planned(session, data.gone_id, context)
    # The one that gives goes first: addresses and numbers must be free before the other takes them.
    given = _given(gone, keep.id)
    replace_aggregate(session, given)
    taken = _taken(keep, gone)
    replace_aggregate(session, taken)
    return Result((touched(keep, taken), touched(gone, given), *rows))


def customer_merge_problems(
    session: Session, keep: Aggregate | None, gone: Aggregate | None, base_revision: int | None
) -> Iterator[Problem]:
    """Yield everything that keeps two customers from being merged."""
    pair = two_records(keep, gone)
    if pair is None:
        yield Problem("problem.merge.two", "gone_id")
        return
    keep, gone = pair
    yield from pair_problems(pair, base_revision, is_stopped=keep.head["status"] == "stopped")
    if keep.head["currency"] != gone.head["currency"]:
        params = {"keep": keep.head["currency"], "gone": gone.head["currency"]}
        yield Problem("problem.merge.currency", "gone_id", params)
    waiting = _count(session, Order.customer_id == gone.id, Order.state == "submitted")
    if waiting:
        yield Problem("problem.merge.pending", "gone_id", {"n": waiting, "code": gone.head["code"]})
    mine = {row["number"]: row["item_id"] for row in keep.children[1]}
    for row in gone.children[1]:
        if mine.get(row["number"], row["item_id"]) != row["item_id"]:
            yield Problem("problem.merge.alias", "gone_id", {"number": row["number"]})


def _count(session: Session, *conditions: Any) -> int:
    return session.execute(select(func.count()).select_from(Order).where(*conditions)).scalar_one()


def _lock_orders(session: Session, customer_id: UUID) -> list[Order]:
    """Return the orders in which a customer stands in any role, locked in their order."""
    roles = (Order.customer_id, Order.bill_to_id, Order.payer_id)
    condition = roles[0] == customer_id
    for role in roles[1:]:
        condition |= role == customer_id
    statement = select(Order).where(condition).order_by(Order.id).with_for_update()
    return list(session.scalars(statement.execution_options(populate_existing=True)))


def _hand_over_order(session: Session, order: Order, data: MergeCustomers, context: Context) -> TouchedRow:
    """Let an order be the one's that stays. What it said when it was submitted stays evidence as it was."""
    before = content_digest(order)
    if order.customer_id == data.gone_id:
        order.customer_id = data.keep_id
    order.bill_to_id = data.keep_id if order.bill_to_id == data.gone_id else order.bill_to_id
    order.payer_id = data.keep_id if order.payer_id == data.gone_id else order.payer_id
    order.revision += 1
    if order.state == "draft":
        draft = newest_draft(session, order.id)
        roles = {
            name: data.keep_id
            for name in ("customer_id", "bill_to_id", "payer_id")
            if getattr(draft, name) == data.gone_id
        }
        keep_revision(session, order, draft.model_copy(update=roles), context)
    session.flush()
    return touched_order(order, before)


def _hand_over_parties(session: Session, data: MergeCustomers) -> list[TouchedRow]:
    """Let the customers that the other one pays or is billed for name the one that stays."""
    others = session.scalars(
        select(Customer.id)
        .where(
            (Customer.bill_to_id == data.gone_id) | (Customer.payer_id == data.gone_id),
            Customer.id.not_in((data.keep_id, data.gone_id)),
        )
        .order_by(Customer.id)
    ).all()
    rows = []
    for customer_id in others:
        old = read_aggregate(session, "customer", customer_id)
        assert old is not None  # it was just found
        new = changed(old, **_roles(old, data.gone_id, data.keep_id))
        replace_aggregate(session, new)
        rows.append(touched(old, new))
    return rows


def _hand_over_agreements(session: Session, data: MergeCustomers) -> list[TouchedRow]:
    lists = session.scalars(
        select(PriceList.id).where(PriceList.customer_id == data.gone_id).order_by(PriceList.id)
    ).all()
    rows = []
    for list_id in lists:
        old = read_aggregate(session, "price_list", list_id)
        assert old is not None  # it was just found
        new = changed(old, customer_id=data.keep_id)
        session.execute(
            update(PriceList)
            .where(PriceList.id == list_id)
            .values(customer_id=data.keep_id, revision=new.head["revision"])
        )
        rows.append(touched(old, new))
    return rows


def _add_exposure(session: Session, data: MergeCustomers) -> None:
    """Let what the other's open orders take of its credit be taken of the one that stays."""
    taken = {
        row.customer_id: row.taken
        for row in session.execute(
            select(Order.customer_id, func.sum(Order.exposure).label("taken"))
            .where(Order.customer_id == data.keep_id)
            .group_by(Order.customer_id)
        )
    }
    for customer_id in (data.keep_id, data.gone_id):
        session.execute(
            update(CreditAccount)
            .where(CreditAccount.customer_id == customer_id)
            .values(exposure=taken.get(customer_id, Decimal(0)))
        )


def _taken(keep: Aggregate, gone: Aggregate) -> Aggregate:
    """Return the one that stays, with the other's addresses, numbers and balance."""
    addresses, numbers = keep.children
    known = {tuple(row[name] for name in _PLACE) for row in addresses}
    has_main = any(row["main"] for row in addresses)
    extra = [
        {**row, "customer_id": keep.id, "position": len(addresses) + at, "main": row["main"] and not has_main}
        for at, row in enumerate(gone.children[0])
        if tuple(row[name] for name in _PLACE) not in known
    ]
    mine = {row["number"] for row in numbers}
    more = [{**row, "customer_id": keep.id} for row in gone.children[1] if row["number"] not in mine]
    new = changed(keep, **_balance(keep, gone), **_roles(keep, gone.id, None))
    return replace(new, children=([*addresses, *extra], [*numbers, *more]))


def _given(gone: Aggregate, keep_id: UUID) -> Aggregate:
    """Return the other one, out of use, without what went over."""
    values = {"status": "stopped", "merged_into_id": keep_id, "receivable": None, "receivable_as_of": None}
    return replace(changed(gone, **values), children=([], []))


def _balance(keep: Aggregate, gone: Aggregate) -> dict[str, Any]:
    """Return the sum of both balances, right on the earlier of their days."""
    sums = [one.head["receivable"] for one in (keep, gone) if one.head["receivable"] is not None]
    days = [one.head["receivable_as_of"] for one in (keep, gone) if one.head["receivable_as_of"] is not None]
    if not sums:
        return {}
    return {"receivable": sum(sums, Decimal(0)), "receivable_as_of": min(days, default=None)}


def _roles(one: Aggregate, gone_id: UUID, instead: UUID | None) -> dict[str, Any]:
    return {name: instead for name in ("bill_to_id", "payer_id") if one.head[name] == gone_id}


HANDLERS: dict[str, Handler] = {
    MergeCustomers.name: Handler(MergeCustomers, merge_customers),
    MergeItems.name: Handler(MergeItems, merge_items),
}
