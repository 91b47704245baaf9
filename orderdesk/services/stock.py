"""Use cases of stock: reserve, give back, take in, count; and reserving for a whole order at its release.

A reservation belongs to one schedule line. Made-to-order items and bundles of which no site has ever had any
are not kept in stock: nothing is reserved for them and nothing moves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Base, Item, Site
from orderdesk.services.context import Context, Handler, Result, TouchedRow, refused
from orderdesk.services.stock_levels import (
    NOTHING,
    LockedLevels,
    StockKey,
    add_reservations,
    in_stock_units,
    lock_levels,
    record_movement,
    release_newest,
    reserved_for,
    write_reservation,
)
from orderdesk.services.writing import lock_order
from orderdesk.values import plain
from orderdesk.wire.commands import MoveStock, ReleaseStock, ReserveStock, StockClaim

# States of an order whose schedule lines may hold stock.
_HOLDING_STATES = frozenset({"submitted", "released"})
_PART_WISHES = frozenset({"partial"})  # 缺货处理 that take what there is; all others want a line whole


@dataclass(frozen=True, slots=True)
class StockTarget:
    """A schedule line as stock sees it; ``open`` is what it still needs, in stock units."""

    schedule_line_id: UUID
    order_id: UUID
    order: str
    state: str
    code: str
    position: int
    key: StockKey
    open: Decimal
    wish: str  # when-short of the line, else of its order


def reserve_stock(session: Session, data: ReserveStock, context: Context) -> Result:
    """Reserve stock for schedule lines, each claim whole or not at all.

    Outcome ``applied``, or ``applied_adjusted`` with a warning ``problem.stock.short`` for each claim that
    could not be met. A claim that makes no sense (unknown line, other item, more than the line needs)
    refuses the command.
    """
    lines = {claim.schedule_line_id for claim in data.claims}
    _lock_orders_of(session, lines)
    targets = _targets(session, lines)
    held = reserved_for(session, lines)
    problems = _claim_problems(data.claims, targets, held)
    if problems:
        return refused(*problems)
    levels = lock_levels(session, (targets[line].key for line in lines))
    had = reserved_for(
        session, lines
    )  # again: a shortage elsewhere may have taken some of it before our lock
    granted: dict[UUID, Decimal] = {}
    short: list[Problem] = []
    for index, claim in enumerate(data.claims):
        target = targets[claim.schedule_line_id]
        if levels.reserve(target.key, claim.quantity):
            granted[claim.schedule_line_id] = granted.get(claim.schedule_line_id, NOTHING) + claim.quantity
        else:
            short.append(_short(index, claim, target, levels))
    _write_granted(session, granted, had, targets, context)
    touched = levels.touched()
    return Result(touched, tuple(short), "applied_adjusted") if short else Result(touched)


def release_stock(session: Session, data: ReleaseStock, context: Context) -> Result:
    """Give back all that is reserved for these schedule lines; refused where that is nothing at all."""
    lines = set(data.schedule_line_ids)
    _lock_orders_of(session, lines)
    touched = _give_back(session, _targets(session, lines).values())
    if not touched:
        return refused(Problem("problem.stock.nothing_reserved", "schedule_line_ids"))
    return Result(touched=touched)


def move_stock(session: Session, data: MoveStock, context: Context) -> Result:
    """Record goods in, or the difference that a count found.

    A count is a fact: where it leaves less than is reserved, the newest reservations give way, and the
    outcome is ``fact_flagged`` with the orders that lost theirs. A difference that would leave less than
    nothing is refused.
    """
    names = _names_of(session, (data.item_id, data.site_id))
    if isinstance(names, Problem):
        return refused(names)
    key = (data.item_id, data.site_id)
    levels = lock_levels(session, (key,))
    problem = _movement_problem(data, names[0], levels[key].on_hand)
    if problem is not None:
        return refused(problem)
    if key not in levels.found:
        levels.add_row(key)
    record_movement(session, key, data.quantity, data.kind, context, note=data.note)
    level = levels[key]
    on_hand = level.on_hand + data.quantity
    excess = max(level.reserved - on_hand, NOTHING)
    losers = release_newest(session, key, excess) if excess else ()
    levels.set(key, replace(level, on_hand=on_hand, reserved=level.reserved - excess))
    if not losers:
        return Result(touched=levels.touched())
    return Result(
        touched=levels.touched(),
        problems=(released_problem(names[0], losers, excess),),
        outcome="fact_flagged",
    )


def reserve_for_order(session: Session, order_id: UUID, context: Context) -> tuple[TouchedRow, ...]:
    """Reserve for every schedule line of an order what there is, the earliest date first; return what was
    touched.

    A line is reserved whole or not at all, unless the customer takes parts (when-short ``partial``). The
    caller holds the order's lock; lines that hold stock already get only what they lack.
    """
    targets = list(_read(session.connection().execute(_OF_ORDER_BY_DATE, {"order": order_id})))
    levels = lock_levels(session, (target.key for target in targets))
    held = reserved_for(session, [target.schedule_line_id for target in targets])
    granted: dict[UUID, Decimal] = {}
    taken: defaultdict[StockKey, Decimal] = defaultdict(Decimal)
    for target in targets:
        wanted = target.open - held.get(target.schedule_line_id, NOTHING)
        available = levels[target.key].available - taken[target.key]
        quantity = min(wanted, available) if target.wish in _PART_WISHES or wanted <= available else NOTHING
        if quantity > NOTHING:
            granted[target.schedule_line_id] = quantity
            taken[target.key] += quantity
    levels.reserve_all({key: quantity for key, quantity in taken.items() if quantity})
    _write_granted(session, granted, held, {target.schedule_line_id: target for target in targets}, context)
    return levels.touched()


def release_for_order(session: Session, order_id: UUID, context: Context) -> tuple[TouchedRow, ...]:
    """Give back all that is reserved for an order; return what was touched. The caller holds its lock."""
    return _give_back(session, _read(session.execute(_OF_ORDER, {"order": order_id})))


def released_problem(code: str, orders: Sequence[str], quantity: Decimal) -> Problem:
    """Return the warning that orders lost reservations of an item, in stock units."""
    params = {"code": code, "orders": list(orders), "quantity": plain(quantity)}
    return Problem("problem.stock.reservations_released", "", params, "warn")


# ── claims ────────────────────────────────────────────────────────────────────────────────────────


def _claim_problems(
    claims: Sequence[StockClaim], targets: dict[UUID, StockTarget], held: dict[UUID, Decimal]
) -> list[Problem]:
    problems: list[Problem] = []
    asked = dict(held)
    for index, claim in enumerate(claims):
        target = targets.get(claim.schedule_line_id)
        path = f"claims[{index}]"
        if target is None:
            problems.append(Problem("problem.stock.line_unknown", f"{path}.schedule_line_id"))
            continue
        where = {"order": target.order, "position": target.position, "code": target.code}
        if target.state not in _HOLDING_STATES:
            problems.append(Problem("problem.stock.order_not_open", f"{path}.schedule_line_id", where))
        if (claim.item_id, claim.site_id) != target.key:
            problems.append(Problem("problem.stock.other_item", f"{path}.item_id", where))
        asked[claim.schedule_line_id] = asked.get(claim.schedule_line_id, NOTHING) + claim.quantity
        if claim.quantity <= NOTHING:
            problems.append(Problem("problem.stock.quantity_missing", f"{path}.quantity", where))
        elif asked[claim.schedule_line_id] > target.open:
            params = where | {"asked": plain(asked[claim.schedule_line_id]), "open": plain(target.open)}
            problems.append(Problem("problem.stock.more_than_open", f"{path}.quantity", params))
    return problems


def _short(index: int, claim: StockClaim, target: StockTarget, levels: LockedLevels) -> Problem:
    params = {
        "order": target.order, "position": target.position, "code": target.code,
        "asked": plain(claim.quantity), "reserved": "0", "available": plain(levels[target.key].available),
    }  # fmt: skip
    return Problem("problem.stock.short", f"claims[{index}].quantity", params, "warn")


def _write_granted(
    session: Session,
    granted: dict[UUID, Decimal],
    held: dict[UUID, Decimal],
    targets: dict[UUID, StockTarget],
    context: Context,
) -> None:
    """Write what was reserved, on top of what the lines held before."""
    fresh: dict[UUID, tuple[StockKey, Decimal]] = {}
    for line, quantity in granted.items():
        if line in held:
            write_reservation(session, line, held[line], held[line] + quantity)
        else:
            fresh[line] = (targets[line].key, quantity)
    add_reservations(session, fresh, context.now)


def _give_back(session: Session, targets: Iterable[StockTarget]) -> tuple[TouchedRow, ...]:
    by_line = {target.schedule_line_id: target.key for target in targets}
    levels = lock_levels(session, by_line.values())
    for line, quantity in sorted(reserved_for(session, by_line).items()):
        write_reservation(session, line, quantity, NOTHING)
        levels.give_back(by_line[line], quantity)
    return levels.touched()


# ── reads ─────────────────────────────────────────────────────────────────────────────────────────


_ORDER = Base.metadata.tables["sales_order"]
_LINE = Base.metadata.tables["order_line"]
_SCHEDULE = Base.metadata.tables["schedule_line"]


def _open_lines() -> Select[*tuple[Any, ...]]:
    return (
        select(
            _SCHEDULE.c.id, _SCHEDULE.c.site_id, _ORDER.c.id.label("order_id"), _ORDER.c.number,
            _ORDER.c.state, _LINE.c.code, _LINE.c.position, _LINE.c.item_id, _LINE.c.factor,
            _SCHEDULE.c.quantity, _SCHEDULE.c.shipped, _SCHEDULE.c.cancelled, _LINE.c.when_short,
            _ORDER.c.when_short.label("order_wish"),
        )
        .join(_LINE, _LINE.c.id == _SCHEDULE.c.order_line_id)
        .join(_ORDER, _ORDER.c.id == _LINE.c.order_id)
    )  # fmt: skip


_OF_ORDER = _open_lines().where(_ORDER.c.id == bindparam("order"))
# The earliest day first: the one that was promised, else asked for; without a day a line comes last.
_OF_ORDER_BY_DATE = _OF_ORDER.order_by(
    func.coalesce(_SCHEDULE.c.promised, _SCHEDULE.c.requested, date.max),
    _LINE.c.position,
    _SCHEDULE.c.position,
)


def _read(rows: Iterable[Any]) -> Iterable[StockTarget]:
    for row in rows:
        yield StockTarget(
            schedule_line_id=row.id,
            order_id=row.order_id,
            order=row.number,
            state=row.state,
            code=row.code,
            position=row.position,
            key=(row.item_id, row.site_id),
            open=in_stock_units(row.quantity - row.shipped - row.cancelled, row.factor),
            wish=row.when_short or row.order_wish,
        )


def _targets(session: Session, lines: Iterable[UUID]) -> dict[UUID, StockTarget]:
    found = _read(session.execute(_open_lines().where(_SCHEDULE.c.id.in_(list(lines)))))
    return {target.schedule_line_id: target for target in found}


def _lock_orders_of(session: Session, lines: Iterable[UUID]) -> None:
    for order_id in sorted({target.order_id for target in _targets(session, lines).values()}):
        lock_order(session, order_id)


def _names_of(session: Session, key: StockKey) -> tuple[str, str] | Problem:
    """Return the codes of item and site, or the problem that one of them does not exist."""
    item = session.execute(select(Item.code).where(Item.id == key[0])).scalar_one_or_none()
    site = session.execute(select(Site.code).where(Site.id == key[1])).scalar_one_or_none()
    if item is None:
        return Problem("problem.stock.item_unknown", "item_id")
    if site is None:
        return Problem("problem.stock.site_unknown", "site_id")
    return item, site


def _movement_problem(data: MoveStock, code: str, on_hand: Decimal) -> Problem | None:
    if data.quantity == NOTHING:
        return Problem("problem.stock.quantity_missing", "quantity", {"code": code})
    if data.kind == "goods_in" and data.quantity < NOTHING:
        return Problem("problem.stock.goods_in_negative", "quantity", {"code": code})
    if on_hand + data.quantity < NOTHING:
        params = {"code": code, "on_hand": plain(on_hand), "difference": plain(data.quantity)}
        return Problem("problem.stock.count_below_zero", "quantity", params)
    return None


HANDLERS: dict[str, Handler] = {
    ReserveStock.name: Handler(ReserveStock, reserve_stock),
    ReleaseStock.name: Handler(ReleaseStock, release_stock),
    MoveStock.name: Handler(MoveStock, move_stock),
}
