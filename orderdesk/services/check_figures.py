"""Figures that must agree: money of orders, quantities of lines and parts, stock, credit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from itertools import groupby
from operator import attrgetter
from typing import Any

from sqlalchemy import func, or_, select

from orderdesk.models import (
    CreditAccount,
    Customer,
    Delivery,
    DeliveryLine,
    Item,
    Order,
    OrderLine,
    PriceList,
    Reservation,
    ScheduleLine,
    Site,
    StockLevel,
    StockMovement,
    TierChange,
)
from orderdesk.models.order_text import unlisted_orders
from orderdesk.services.findings import Finding
from orderdesk.services.history import archive_evidence, line_amount
from orderdesk.services.store import Reader
from orderdesk.values import plain

_ZERO = Decimal(0)
_Place = tuple[Any, Any]  # item, site
_WITH_ROWS = ("submitted", "released", "closed")  # orders whose lines are rows
_TAKES_CREDIT = ("submitted", "released")
_RECEIPT_FIGURES = (
    "unit_price", "net_unit_price", "gross_unit_price", "list_value", "discount", "tax_rate", "amount_net",
    "tax", "amount_gross",
)  # fmt: skip
_LEFT = ("shipped", "delivered")  # deliveries whose goods have left


def _order_sums(connection: Reader) -> Iterator[Finding]:
    """Totals are the sums of their lines; freight is in the total of our orders, beside that of past ones."""
    sums = (
        select(
            OrderLine.order_id,
            func.count().label("lines"),
            func.sum(OrderLine.amount_net).label("net"),
            func.sum(OrderLine.tax).label("tax"),
            func.sum(OrderLine.amount_gross).label("gross"),
        )
        .group_by(OrderLine.order_id)
        .subquery()
    )
    statement = (
        select(
            Order.number, Order.source, Order.line_count, Order.goods_net, Order.tax, Order.total,
            Order.freight_gross, sums.c.lines, sums.c.net, sums.c.tax.label("line_tax"), sums.c.gross,
        )
        .outerjoin(sums, sums.c.order_id == Order.id)
        .where(Order.state.in_(_WITH_ROWS))
        .order_by(Order.number)
    )  # fmt: skip
    for row in connection.execute(statement):
        yield from _sum_findings(row)


def _sum_findings(row: Any) -> Iterator[Finding]:
    if row.lines != row.line_count:
        params = {"order": row.number, "n": row.lines or 0, "said": row.line_count}
        yield Finding("check.order.line_count", params)
        return
    freight = _ZERO if row.source else row.freight_gross
    freight_tax = row.tax - row.line_tax
    agrees = (
        row.goods_net == row.net
        and row.total == row.gross + freight
        and _ZERO <= freight_tax <= freight
        and (bool(freight) or not freight_tax)
    )
    if not agrees:
        sums = {"total": plain(row.total), "sum": plain(row.gross + freight)}
        yield Finding("check.order.total", {"order": row.number, **sums})


def _line_amounts(connection: Reader) -> Iterator[Finding]:
    """Net and tax of each line come to its gross amount."""
    statement = (
        select(Order.number, OrderLine.position)
        .join(OrderLine, OrderLine.order_id == Order.id)
        .where(OrderLine.amount_net + OrderLine.tax != OrderLine.amount_gross)
    )
    for row in connection.execute(statement.order_by(Order.number, OrderLine.position)):
        yield Finding("check.order.line_amount", {"order": row.number, "position": row.position})


def _receipts(connection: Reader) -> Iterator[Finding]:
    """The figures of a line are those of the receipt of its price; lines of past orders have none."""
    columns = [OrderLine.__table__.c[name] for name in _RECEIPT_FIGURES]
    statement = (
        select(Order.number, OrderLine.position, OrderLine.receipt, *columns)
        .join(OrderLine, OrderLine.order_id == Order.id)
        .where(Order.source == "")
    )
    for row in connection.execute(statement.order_by(Order.number, OrderLine.position)).mappings():
        if _said_by_receipt(row["receipt"]) != tuple(row[name] for name in _RECEIPT_FIGURES):
            yield Finding("check.order.receipt", {"order": row["number"], "position": row["position"]})


def _said_by_receipt(text: str) -> tuple[Decimal, ...] | None:
    try:
        figures = json.loads(text)["figures"]
        return tuple(Decimal(figures[name]) for name in _RECEIPT_FIGURES)
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return None


def _schedules(connection: Reader) -> Iterator[Finding]:
    """The schedule of a line comes to its quantity, and no more leaves than is open."""
    sums = (
        select(ScheduleLine.order_line_id, func.sum(ScheduleLine.quantity).label("quantity"))
        .group_by(ScheduleLine.order_line_id)
        .subquery()
    )
    statement = (
        select(Order.number, OrderLine.position, OrderLine.quantity, sums.c.quantity.label("planned"))
        .join(OrderLine, OrderLine.order_id == Order.id)
        .outerjoin(sums, sums.c.order_line_id == OrderLine.id)
        .where(or_(sums.c.quantity.is_(None), sums.c.quantity != OrderLine.quantity))
    )
    for row in connection.execute(statement.order_by(Order.number, OrderLine.position)):
        params = {"order": row.number, "position": row.position, "quantity": plain(row.quantity)}
        yield Finding("check.order.schedule", {**params, "sum": plain(row.planned or _ZERO)})
    over = (
        select(Order.number, OrderLine.position)
        .join(OrderLine, OrderLine.order_id == Order.id)
        .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
        .where(ScheduleLine.shipped + ScheduleLine.cancelled > ScheduleLine.quantity)
    )
    for row in connection.execute(over.order_by(Order.number, OrderLine.position)):
        yield Finding("check.order.over_shipped", {"order": row.number, "position": row.position})


def _shipped(connection: Reader) -> Iterator[Finding]:
    """What left with deliveries is what the schedule says; past orders were shipped elsewhere."""
    left = (
        select(DeliveryLine.schedule_line_id, func.sum(DeliveryLine.shipped).label("quantity"))
        .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
        .where(Delivery.state.in_(_LEFT))
        .group_by(DeliveryLine.schedule_line_id)
        .subquery()
    )
    statement = (
        select(Order.number, OrderLine.position, ScheduleLine.shipped, left.c.quantity)
        .join(OrderLine, OrderLine.order_id == Order.id)
        .join(ScheduleLine, ScheduleLine.order_line_id == OrderLine.id)
        .outerjoin(left, left.c.schedule_line_id == ScheduleLine.id)
        .where(Order.source == "", func.coalesce(left.c.quantity, _ZERO) != ScheduleLine.shipped)
    )
    for row in connection.execute(statement.order_by(Order.number, OrderLine.position)):
        params = {"shipped": plain(row.shipped), "sum": plain(row.quantity or _ZERO)}
        yield Finding("check.order.shipped", {"order": row.number, "position": row.position, **params})


def _stock(connection: Reader) -> Iterator[Finding]:
    """What is on hand is the sum of the movements, what is reserved that of the reservations."""
    names = {row.id: row.code for row in connection.execute(select(Item.id, Item.code))}
    names |= {row.id: row.code for row in connection.execute(select(Site.id, Site.code))}
    moved = _by_place(connection, StockMovement)
    held = _by_place(connection, Reservation)
    levels = {
        (row.item_id, row.site_id): (row.on_hand, row.reserved)
        for row in connection.execute(
            select(StockLevel.item_id, StockLevel.site_id, StockLevel.on_hand, StockLevel.reserved)
        )
    }
    for place in sorted(levels.keys() | moved.keys() | held.keys()):
        on_hand, reserved = levels.get(place, (_ZERO, _ZERO))
        params = {"item": names.get(place[0], "?"), "site": names.get(place[1], "?")}
        if on_hand != moved.get(place, _ZERO):
            sums = {"on_hand": plain(on_hand), "sum": plain(moved.get(place, _ZERO))}
            yield Finding("check.stock.on_hand", {**params, **sums})
        if reserved != held.get(place, _ZERO):
            sums = {"reserved": plain(reserved), "sum": plain(held.get(place, _ZERO))}
            yield Finding("check.stock.reserved", {**params, **sums})
        if not _ZERO <= reserved <= on_hand:
            sums = {"reserved": plain(reserved), "on_hand": plain(on_hand)}
            yield Finding("check.stock.more_reserved", {**params, **sums})


def _by_place(connection: Reader, model: type[StockMovement | Reservation]) -> dict[_Place, Decimal]:
    statement = select(model.item_id, model.site_id, func.sum(model.quantity).label("quantity"))
    rows = connection.execute(statement.group_by(model.item_id, model.site_id))
    return {(row.item_id, row.site_id): row.quantity for row in rows}


def _credit(connection: Reader) -> Iterator[Finding]:
    """A customer's exposure is what its orders take; an order takes its total until it is closed."""
    taken = (
        select(Order.customer_id, func.sum(Order.exposure).label("exposure"))
        .group_by(Order.customer_id)
        .subquery()
    )
    statement = (
        select(Customer.code, CreditAccount.exposure, taken.c.exposure.label("taken"))
        .outerjoin(CreditAccount, CreditAccount.customer_id == Customer.id)
        .outerjoin(taken, taken.c.customer_id == Customer.id)
        .order_by(Customer.code)
    )
    for row in connection.execute(statement):
        if row.exposure != (row.taken or _ZERO):
            said = "-" if row.exposure is None else plain(row.exposure)
            params = {"customer": row.code, "exposure": said, "sum": plain(row.taken or _ZERO)}
            yield Finding("check.credit.exposure", params)
    orders = select(Order.number, Order.source, Order.state, Order.exposure, Order.total)
    for row in connection.execute(orders.where(Order.state != "closed").order_by(Order.number)):
        takes = row.total if row.state in _TAKES_CREDIT and not row.source else _ZERO
        if row.exposure != takes:
            params = {"order": row.number, "exposure": plain(row.exposure), "total": plain(takes)}
            yield Finding("check.credit.order", params)


def _past_orders(connection: Reader) -> Iterator[Finding]:
    """A past order says what its source said: the same lines, the source's figures, nothing rounded again."""
    statement = (
        select(
            Order.id, Order.source, Order.number, Order.facts, OrderLine.code, OrderLine.quantity,
            OrderLine.unit_price, OrderLine.discount, OrderLine.amount_gross,
        )
        .outerjoin(OrderLine, OrderLine.order_id == Order.id)
        .where(Order.source != "")
        .order_by(Order.id, OrderLine.position)
    )  # fmt: skip
    for _key, rows in groupby(connection.execute(statement), key=attrgetter("id")):
        found = list(rows)
        order, lines = found[0], [tuple(row)[4:] for row in found if row.code is not None]
        if order.facts == archive_evidence(map(_plain_line, lines)):
            continue
        if _said_by_source(order.facts) != (order.source, order.number, lines):
            yield Finding("check.order.past", {"order": order.number, "source": order.source})


def _plain_line(line: tuple[Any, ...]) -> tuple[str, ...]:
    code, *figures = line
    return (code, *map(plain, figures))


def _said_by_source(facts: str) -> tuple[str, str, list[tuple[object, ...]]] | None:
    """Return source, number and lines from the evidence of a past order; ``None`` where it cannot be read."""
    try:
        data = json.loads(facts)
        lines: list[tuple[object, ...]] = []
        for line in data["lines"]:
            figures = [Decimal(line[name]) for name in ("quantity", "unit_price", "discount")]
            quantity, unit_price, discount = figures
            computed = line_amount(unit_price, quantity, discount)
            amount = Decimal(line["amount"]) if "amount" in line else computed
            lines.append((line["item_code"], *figures, amount))
        return data["source"], data["number"], lines
    except (KeyError, TypeError, ValueError, InvalidOperation):
        return None


def _texts(connection: Reader) -> Iterator[Finding]:
    """Every order stands in the index of what orders are called, as it is called."""
    for number in unlisted_orders(connection):
        yield Finding("check.order.text", {"order": number})


def _tiers(connection: Reader) -> Iterator[Finding]:
    """A customer's tier is the one of its newest change, where its history has any."""
    newest: dict[Any, str] = {}
    changes = select(TierChange.customer_id, TierChange.to_tier).where(TierChange.applied_at.is_not(None))
    for row in connection.execute(changes.order_by(TierChange.applied_at, TierChange.id)):
        newest[row.customer_id] = row.to_tier
    customers = select(Customer.id, Customer.code, Customer.tier).order_by(Customer.code)
    for one in connection.execute(customers):
        if newest.get(one.id, one.tier) != one.tier:
            params = {"customer": one.code, "tier": one.tier, "last": newest[one.id]}
            yield Finding("check.customer.tier", params)


def _merged(connection: Reader) -> Iterator[Finding]:
    """Of a customer that was merged nothing is left: its orders and agreements are its twin's."""
    gone = select(Customer.id).where(Customer.merged_into_id.is_not(None))
    left = select(Customer.code).where(
        Customer.merged_into_id.is_not(None),
        or_(
            Customer.id.in_(select(Order.customer_id).where(Order.customer_id.in_(gone))),
            Customer.id.in_(select(PriceList.customer_id).where(PriceList.customer_id.in_(gone))),
        ),
    )
    for code in connection.scalars(left.order_by(Customer.code)):
        yield Finding("check.customer.merged", {"customer": code})


FIGURE_CHECKS: tuple[Callable[[Reader], Iterator[Finding]], ...] = (
    _order_sums,
    _line_amounts,
    _receipts,
    _schedules,
    _shipped,
    _stock,
    _credit,
    _past_orders,
    _texts,
    _tiers,
    _merged,
)
