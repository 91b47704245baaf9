"""What must hold of every store at every moment (I2, I7, I8, I9, I10, I11, I14, I15), asked in plain queries.

Written apart from ``services/check*.py``: what the program believes of itself is not asked here.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from orderdesk.models import (
    ApprovalTask,
    AuditEntry,
    ChangeLog,
    CommandLog,
    CreditAccount,
    Delivery,
    DeliveryLine,
    NumberSeries,
    Order,
    OrderLine,
    Person,
    Reservation,
    ScheduleLine,
    Setting,
    StockLevel,
    StockMovement,
    StoreClock,
)
from orderdesk.services.audit import verify_audit

ZERO = Decimal(0)


def check_credit_books(connection: Connection) -> None:
    """I9: what each account says is what its customer's orders take."""
    taken: dict[UUID | None, Decimal] = {}
    orders = select(Order.customer_id, Order.exposure).where(Order.exposure != 0)
    for row in connection.execute(orders):
        taken[row.customer_id] = taken.get(row.customer_id, ZERO) + row.exposure
    accounts = connection.execute(select(CreditAccount.customer_id, CreditAccount.exposure))
    assert {row.customer_id: row.exposure for row in accounts if row.exposure} == taken, "I9 credit books"


def check_numbers(store_code: str, connection: Connection) -> None:
    """I11: each number was given once, and none was left out."""
    for column, prefix, digits in ((Order.number, "SO", 6), (Delivery.number, "DN", 1)):
        statement = select(column).where(column.like(f"{prefix}-{store_code}-%"))
        found = sorted(str(number) for number in connection.scalars(statement))
        expected = [f"{prefix}-{store_code}-{n:0{digits}d}" for n in range(1, len(found) + 1)]
        assert found == sorted(expected), f"I11 {prefix}"
        series = select(NumberSeries.next).where(NumberSeries.series == f"{prefix}-{store_code}")
        assert (connection.scalar(series) or 1) == len(found) + 1, f"I11 {prefix} series"


def check_stock_books(connection: Connection) -> None:
    """I8: what lies at a site is the sum of its movements, what is reserved the sum of its reservations."""
    key = (StockLevel.item_id, StockLevel.site_id)
    levels = {
        (row.item_id, row.site_id): (row.on_hand, row.reserved)
        for row in connection.execute(select(*key, StockLevel.on_hand, StockLevel.reserved))
    }
    for model, position in ((StockMovement, 0), (Reservation, 1)):
        sums = select(model.item_id, model.site_id, func.sum(model.quantity).label("whole"))
        found = {
            (row.item_id, row.site_id): row.whole
            for row in connection.execute(sums.group_by(model.item_id, model.site_id))
        }
        mine = {place: parts[position] for place, parts in levels.items() if parts[position]}
        assert mine == {place: whole for place, whole in found.items() if whole}, f"I8 {model.__tablename__}"
    assert all(0 <= reserved <= on_hand for on_hand, reserved in levels.values()), "I8 bounds"


def check_shipped(connection: Connection) -> None:
    """I8: of no line more is shipped than was ordered, and it is what its deliveries shipped."""
    sums = (
        select(DeliveryLine.schedule_line_id, func.sum(DeliveryLine.shipped).label("whole"))
        .join(Delivery, Delivery.id == DeliveryLine.delivery_id)
        .where(Delivery.state.in_(("shipped", "delivered")))
        .group_by(DeliveryLine.schedule_line_id)
    )
    by_line = {row.schedule_line_id: row.whole for row in connection.execute(sums)}
    places = select(
        ScheduleLine.id, ScheduleLine.quantity, ScheduleLine.shipped, ScheduleLine.cancelled
    ).join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
    ours = places.join(Order, Order.id == OrderLine.order_id).where(Order.source == "")
    for row in connection.execute(ours):
        assert 0 <= row.shipped <= row.quantity - row.cancelled, "I8 shipped"
        assert row.shipped == by_line.get(row.id, ZERO), "I8 shipped by deliveries"


def check_money(connection: Connection) -> None:
    """I14: what an order comes to is the sum of its lines, to the smallest unit."""
    lines = select(
        OrderLine.order_id, func.sum(OrderLine.amount_net).label("net"), func.sum(OrderLine.tax).label("tax"),
        func.sum(OrderLine.amount_gross).label("gross"),
    ).group_by(OrderLine.order_id)  # fmt: skip
    sums = {row.order_id: row for row in connection.execute(lines)}
    orders = select(
        Order.id, Order.state, Order.total, Order.freight_gross, Order.goods_net, Order.tax
    ).where(Order.source == "", Order.state.in_(("submitted", "released", "closed")))
    for row in connection.execute(orders):
        line = sums[row.id]
        assert line.net + line.tax == line.gross, "I14 line"
        assert row.total == line.gross + row.freight_gross, "I14 total"
        assert row.goods_net == line.net, "I14 goods"


def check_approvals(connection: Connection) -> None:
    """I10: whoever released an order had the right, and saw what was released."""
    roles = {row.id: set(row.roles.split()) for row in connection.execute(select(Person.id, Person.roles))}
    rule = connection.scalar(select(Setting.value).where(Setting.key == "approval.author")) or "never"
    released = select(Order.id, Order.self_approved_reason, Order.authors, Order.approved_by).where(
        Order.source == "", Order.state.in_(("released", "closed"))
    )
    newest: dict[UUID, list[Any]] = {}
    for task in connection.execute(select(ApprovalTask.__table__)):
        there = newest.setdefault(task.order_id, [])
        if there and there[0].round < task.round:
            there.clear()
        if not there or there[0].round == task.round:
            there.append(task)
    for order in connection.execute(released):
        asked = newest.get(order.id, ())
        if any(task.state in ("withdrawn", "sent_back") for task in asked):  # then it went straight through
            assert order.approved_by is None, "I10 through"
            continue
        for task in asked:
            assert task.state == "approved", "I10 open step"
            assert task.role in roles[task.decided_by], "I10 right"
            if str(task.decided_by) in order.authors:
                assert rule == "self_with_reason", "I10 author"
                assert order.self_approved_reason, "I10 reason"


def check_evidence(connection: Connection) -> None:
    """I2, I7, I15: the clock counted every effect, once, with its command, its changes and its entry."""
    v = connection.execute(select(StoreClock.v)).scalar_one()
    entries = connection.execute(select(AuditEntry.v, AuditEntry.op_id).order_by(AuditEntry.v)).all()
    assert [entry.v for entry in entries] == list(range(1, v + 1)), "I15 gapless"
    assert max(Counter(entry.op_id for entry in entries).values(), default=1) == 1, "I2 one effect"
    commands = {row.id: row.v for row in connection.execute(select(CommandLog.id, CommandLog.v))}
    assert {entry.op_id: entry.v for entry in entries} == {key: at for key, at in commands.items() if at}
    changes = connection.execute(select(ChangeLog.v, ChangeLog.op_id).distinct()).all()
    assert {row.v: row.op_id for row in changes}.items() <= {row.v: row.op_id for row in entries}.items(), (
        "I7"
    )
    assert verify_audit(connection) == (), "I15 chain"


def check_orders_made(connection: Connection) -> None:
    """I2: as many orders of ours as commands that made one, each made once."""
    made: Counter[str] = Counter()
    logged = select(CommandLog.outcome).where(
        CommandLog.v > 0, CommandLog.command.in_(("save_draft", "submit_order"))
    )
    for text in connection.scalars(logged):
        touched = json.loads(text)["touched"]
        made.update({row["id"] for row in touched if row["type"] == "order"})
    ours = {str(key) for key in connection.scalars(select(Order.id).where(Order.source == ""))}
    assert ours == set(made), "I2 orders"


def check_invariants(store_code: str, connection: Connection) -> None:
    """Check all of them; ``AssertionError`` names the first that is broken."""
    check_credit_books(connection)
    check_numbers(store_code, connection)
    check_stock_books(connection)
    check_shipped(connection)
    check_money(connection)
    check_approvals(connection)
    check_orders_made(connection)
    check_evidence(connection)
