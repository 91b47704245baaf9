"""Goods issue: what was picked leaves the site, is numbered, and what did not leave becomes the next part.

That goods left is a fact, so stock never stands in the way of it: what the books did not know about is
written down as counted, and reservations that nothing lies behind any more give way. Both are said in the
outcome.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Delivery, DeliveryLine, Item, Order, OrderLine, ScheduleLine
from orderdesk.models.types import Quantity
from orderdesk.rules import states
from orderdesk.rules.delivery_plan import PlannedDelivery, PlannedLine, remainder
from orderdesk.services.context import Context, Result, TouchedRow
from orderdesk.services.planning import (
    add_deliveries,
    delivery_digest,
    last_part,
    touched_delivery,
)
from orderdesk.services.stock import released_problem
from orderdesk.services.stock_levels import (
    NOTHING,
    Level,
    LockedLevels,
    StockKey,
    in_stock_units,
    lock_levels,
    record_movement,
    release_newest,
    reserved_for,
    write_reservation,
)
from orderdesk.services.writing import content_digest, draw_note_number, touched_order
from orderdesk.values import plain


@dataclass(slots=True)
class _Leaving:
    """What leaves of one item, in stock units, and the schedule lines it leaves for."""

    code: str
    kind: str
    moved: Decimal = NOTHING
    consumed: Decimal = NOTHING  # of the reservations of these schedule lines
    lines: frozenset[UUID] = frozenset()


def shipping_problems(
    session: Session, order: Order, delivery: Delivery, lines: list[DeliveryLine]
) -> list[Problem]:
    """Return what keeps these lines from leaving: nothing picked, a shortage unexplained, more than is open.

    ``shipped <= ordered - cancelled`` holds for every schedule line, whatever was planned.
    """
    if not any(line.picked for line in lines):
        return [
            Problem("problem.delivery.nothing_picked", "", {"order": order.number, "part": delivery.part})
        ]
    problems: list[Problem] = []
    facts = _facts_of(session, lines)
    leaving: defaultdict[UUID, Decimal] = defaultdict(Decimal)
    for line in lines:
        fact = facts[line.schedule_line_id]
        params = {
            "position": line.position,
            "code": fact.code,
            "unit": fact.unit,
            "picked": plain(line.picked),
        }
        if line.picked < line.quantity and not line.short_reason:
            params["quantity"] = plain(line.quantity)
            path = f"lines[{line.position - 1}].short_reason"
            problems.append(Problem("problem.delivery.short_without_reason", path, params))
        leaving[line.schedule_line_id] += line.picked
        left = fact.quantity - fact.cancelled - fact.shipped
        if leaving[line.schedule_line_id] > left:
            params["open"] = plain(left)
            path = f"lines[{line.position - 1}].picked"
            problems.append(Problem("problem.delivery.more_than_open", path, params))
    return problems


def issue_goods(
    session: Session, order: Order, delivery: Delivery, lines: list[DeliveryLine], context: Context
) -> Result:
    """Ship a delivery that ``shipping_problems`` has nothing against; the caller holds the order's lock.

    Each picked line moves out of stock and takes its reservation with it; the note gets its number; what
    remains becomes the next part, on the day that was promised. Outcome ``applied``, or ``fact_flagged``
    with warnings ``problem.stock.found_more`` and ``problem.stock.reservations_released``.
    """
    order_before, delivery_before = content_digest(order), delivery_digest(session, delivery)
    facts = _facts_of(session, lines)
    levels, warnings = _move_out(session, delivery, lines, facts, context)
    shipped_before = _shipped_of_lines(session, lines)
    for line in lines:
        line.before = shipped_before[line.order_line_id]
        line.shipped = line.picked
    _book_on_schedule(session, lines)
    delivery.number = draw_note_number(session)
    delivery.state = states.next_state("delivery", delivery.state, "ship")
    delivery.shipped_by = context.actor.person_id
    delivery.shipped_at = context.now
    delivery.revision += 1
    order.revision += 1
    rest = _plan_rest(session, order, delivery, lines, facts, context)
    session.flush()
    return Result(
        touched=(
            touched_delivery(session, delivery, delivery_before),
            *rest,
            touched_order(order, order_before),
            *levels.touched(),
        ),
        problems=warnings,
        outcome="fact_flagged" if warnings else "applied",
    )


def _facts_of(session: Session, lines: list[DeliveryLine]) -> dict[UUID, Any]:
    """Return schedule line, order line and item behind each delivery line, by schedule line."""
    statement = (
        select(
            ScheduleLine.id,
            ScheduleLine.quantity,
            ScheduleLine.shipped,
            ScheduleLine.cancelled,
            ScheduleLine.promised,
            ScheduleLine.site_id,
            OrderLine.item_id,
            OrderLine.code,
            OrderLine.unit,
            OrderLine.factor,
            Item.kind,
        )
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .join(Item, Item.id == OrderLine.item_id)
        .where(ScheduleLine.id.in_({line.schedule_line_id for line in lines}))
    )
    return {row.id: row for row in session.execute(statement)}


# ── stock ─────────────────────────────────────────────────────────────────────────────────────────


def _move_out(
    session: Session, delivery: Delivery, lines: list[DeliveryLine], facts: dict[UUID, Any], context: Context
) -> tuple[LockedLevels, tuple[Problem, ...]]:
    keys = {_key(facts[line.schedule_line_id], delivery) for line in lines if line.picked}
    levels = lock_levels(session, keys)
    leaving = _leaving(session, delivery, lines, facts)
    warnings: list[Problem] = []
    for key in sorted(leaving):
        entry = leaving[key]
        if key not in levels.found:
            if entry.kind != "standard":
                continue  # made for the order and never kept in stock: there is no shelf that it leaves
            levels.add_row(key)
        warnings.extend(_issue_one(session, levels, key, entry, delivery, context))
    return levels, tuple(warnings)


def _key(fact: Any, delivery: Delivery) -> StockKey:
    return (fact.item_id, delivery.site_id)


def _leaving(
    session: Session, delivery: Delivery, lines: list[DeliveryLine], facts: dict[UUID, Any]
) -> dict[StockKey, _Leaving]:
    """Return what leaves per item, and take it off the reservations that were made for it."""
    held = reserved_for(session, {line.schedule_line_id for line in lines})
    picked: defaultdict[UUID, Decimal] = defaultdict(Decimal)
    for line in lines:
        picked[line.schedule_line_id] += line.picked
    leaving: dict[StockKey, _Leaving] = {}
    for schedule_id in sorted(picked):
        if not picked[schedule_id]:
            continue
        fact = facts[schedule_id]
        entry = leaving.setdefault(_key(fact, delivery), _Leaving(fact.code, fact.kind))
        moved = in_stock_units(picked[schedule_id], fact.factor)
        entry.moved += moved
        entry.lines |= {schedule_id}
        mine = held.get(schedule_id, NOTHING)
        # A line that is complete gives back all it held: rounding of units must not leave a crumb reserved.
        complete = picked[schedule_id] == fact.quantity - fact.cancelled - fact.shipped
        taken = mine if complete else min(mine, moved)
        if taken:
            entry.consumed += taken
            write_reservation(session, schedule_id, mine, mine - taken)
    return leaving


def _issue_one(
    session: Session,
    levels: LockedLevels,
    key: StockKey,
    entry: _Leaving,
    delivery: Delivery,
    context: Context,
) -> Iterable[Problem]:
    """Move one item out; yield what the books had wrong."""
    level = levels[key]
    found = max(entry.moved - level.on_hand, NOTHING)
    if found:
        record_movement(session, key, found, "count", context, object_id=delivery.id)
        params = {
            "code": entry.code, "on_hand": plain(level.on_hand), "shipped": plain(entry.moved),
            "difference": plain(found),
        }  # fmt: skip
        yield Problem("problem.stock.found_more", "", params, "warn")
    record_movement(session, key, -entry.moved, "goods_issue", context, object_id=delivery.id)
    on_hand, reserved = level.on_hand + found - entry.moved, level.reserved - entry.consumed
    excess = max(reserved - on_hand, NOTHING)
    if excess:
        losers = release_newest(session, key, excess, entry.lines)
        yield released_problem(entry.code, losers, excess)
    levels.set(key, Level(on_hand, reserved - excess))


# ── the plan ──────────────────────────────────────────────────────────────────────────────────────


def _shipped_of_lines(session: Session, lines: list[DeliveryLine]) -> dict[UUID, Decimal]:
    """Return what was shipped of each order line before this delivery, over all its schedule lines."""
    statement = (
        select(ScheduleLine.order_line_id, func.sum(ScheduleLine.shipped, type_=Quantity).label("shipped"))
        .where(ScheduleLine.order_line_id.in_({line.order_line_id for line in lines}))
        .group_by(ScheduleLine.order_line_id)
    )
    return {row.order_line_id: row.shipped for row in session.execute(statement)}


def _book_on_schedule(session: Session, lines: list[DeliveryLine]) -> None:
    wanted = {line.schedule_line_id for line in lines if line.shipped}
    statement = (
        select(ScheduleLine).where(ScheduleLine.id.in_(wanted)).execution_options(populate_existing=True)
    )
    rows = {row.id: row for row in session.scalars(statement)}
    for line in lines:
        if line.shipped:
            rows[line.schedule_line_id].shipped += line.shipped


def _plan_rest(
    session: Session,
    order: Order,
    delivery: Delivery,
    lines: list[DeliveryLine],
    facts: dict[UUID, Any],
    context: Context,
) -> tuple[TouchedRow, ...]:
    """Plan what stayed here as the next part, on the earliest day that was promised for any of it."""
    days = [facts[line.schedule_line_id].promised for line in lines if line.quantity > line.shipped]
    promised = min((day for day in days if day is not None), default=delivery.planned)
    planned = PlannedDelivery(
        order.id, order.number, delivery.part, delivery.site_id, promised, delivery.deliver_to, "",
        tuple(PlannedLine(line.order_line_id, line.schedule_line_id, line.quantity) for line in lines),
    )  # fmt: skip
    shipped = {line.schedule_line_id: line.shipped for line in lines}
    rest = remainder(planned, shipped, last_part(session, order.id))
    if rest is None:
        return ()
    return add_deliveries(session, order, [(rest, delivery.deliver_to)], context)
