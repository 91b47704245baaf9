"""The level rows of stock under lock: what lies at a site, what of it is reserved, and every change of the
two.

Whatever changes an item's stock at a site first locks its level row, and rows are locked in the order of
their keys. So on-hand stock, movements and reservations of a key change together, one transaction after the
other, and ``0 <= reserved <= on_hand`` holds at every moment. All quantities here are in stock units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, delete, insert, select, tuple_, update
from sqlalchemy.orm import Session

from orderdesk.errors import Bug
from orderdesk.models import Base, Order, OrderLine, Reservation, ScheduleLine, StockLevel, StockMovement
from orderdesk.services.context import Context, TouchedRow
from orderdesk.services.writing import add_rows
from orderdesk.values import digest, round_half_up

StockKey = tuple[UUID, UUID]  # item, site

NOTHING = Decimal(0)
_BATCH = 5_000  # keys per statement: both databases bound the parameters of one


def in_stock_units(quantity: Decimal, factor: Decimal) -> Decimal:
    """Return a quantity of a unit of ``factor`` stock units in stock units, rounded half up to 3 decimals."""
    return round_half_up(quantity * factor, 3)


@dataclass(frozen=True, slots=True)
class Level:
    """What lies at a site and how much of it is reserved."""

    on_hand: Decimal = NOTHING
    reserved: Decimal = NOTHING

    @property
    def available(self) -> Decimal:
        """What is neither reserved nor gone."""
        return self.on_hand - self.reserved


@dataclass(slots=True)
class LockedLevels:
    """Level rows that this transaction holds; made by ``lock_levels``."""

    session: Session
    rows: dict[StockKey, Level]
    found: set[StockKey]  # keys that have a row in the store
    _before: dict[StockKey, Level] = field(default_factory=dict)

    def __getitem__(self, key: StockKey) -> Level:
        return self.rows[key]

    def add_row(self, key: StockKey) -> None:
        """Make the row of a key that has none: an empty shelf."""
        row = {"item_id": key[0], "site_id": key[1], "on_hand": NOTHING, "reserved": NOTHING}
        self.session.execute(insert(StockLevel), [row])
        self.found.add(key)

    def reserve(self, key: StockKey, quantity: Decimal) -> bool:
        """Reserve ``quantity`` whole, or nothing where less is available; return whether it was."""
        taken = self.session.execute(
            update(StockLevel)
            .where(_is(key), StockLevel.on_hand >= StockLevel.reserved + quantity)
            .values(reserved=StockLevel.reserved + quantity)
            .returning(StockLevel.on_hand, StockLevel.reserved)
            .execution_options(synchronize_session=False)
        ).one_or_none()
        if taken is None:
            return False
        self._keep(key, Level(taken.on_hand, taken.reserved))
        return True

    def reserve_all(self, wanted: Mapping[StockKey, Decimal]) -> None:
        """Reserve what the caller has seen to be there, whole and in one go.

        The rows are locked, so all of it still is; ``Bug`` if not, and then nothing of the command is kept.
        """
        rows = [{"item": key[0], "site": key[1], "taken": quantity} for key, quantity in wanted.items()]
        if rows and self.session.connection().execute(_TAKE, rows).rowcount != len(rows):
            raise Bug("error.bug.stock_level", on_hand="", reserved="")
        for key, quantity in wanted.items():
            level = self.rows[key]
            self._keep(key, replace(level, reserved=level.reserved + quantity))

    def give_back(self, key: StockKey, quantity: Decimal) -> None:
        """Take ``quantity`` off what is reserved."""
        self.set(key, replace(self.rows[key], reserved=self.rows[key].reserved - quantity))

    def set(self, key: StockKey, level: Level) -> None:
        """Write the level of a key; ``Bug`` if it is not possible on any shelf."""
        if not NOTHING <= level.reserved <= level.on_hand:
            raise Bug("error.bug.stock_level", on_hand=str(level.on_hand), reserved=str(level.reserved))
        self.session.execute(
            update(StockLevel)
            .where(_is(key))
            .values(on_hand=level.on_hand, reserved=level.reserved)
            .execution_options(synchronize_session=False)
        )
        self._keep(key, level)

    def touched(self) -> tuple[TouchedRow, ...]:
        """Return the items whose stock changed, once each; stock has no revision of its own."""
        before, after = _by_item(self._before), _by_item({key: self.rows[key] for key in self._before})
        return tuple(
            TouchedRow("stock", item, 0, before=_digest(before[item]), after=_digest(after[item]))
            for item in sorted(before)
        )

    def _keep(self, key: StockKey, level: Level) -> None:
        self._before.setdefault(key, self.rows[key])
        self.rows[key] = level


def _is(key: StockKey) -> ColumnElement[bool]:
    return (StockLevel.item_id == key[0]) & (StockLevel.site_id == key[1])


def _by_item(levels: Mapping[StockKey, Level]) -> dict[UUID, dict[UUID, Level]]:
    found: dict[UUID, dict[UUID, Level]] = {}
    for (item, site), level in levels.items():
        found.setdefault(item, {})[site] = level
    return found


def _digest(by_site: Mapping[UUID, Level]) -> str:
    return digest({str(site): [level.on_hand, level.reserved] for site, level in by_site.items()})


_LEVEL = Base.metadata.tables["stock_level"]
_TAKE = (
    update(_LEVEL)
    .where(
        _LEVEL.c.item_id == bindparam("item"),
        _LEVEL.c.site_id == bindparam("site"),
        _LEVEL.c.on_hand >= _LEVEL.c.reserved + bindparam("taken"),
    )
    .values(reserved=_LEVEL.c.reserved + bindparam("taken"))
)
_LOCKED = (
    select(_LEVEL)
    .where(tuple_(_LEVEL.c.item_id, _LEVEL.c.site_id).in_(bindparam("keys", expanding=True)))
    .order_by(_LEVEL.c.item_id, _LEVEL.c.site_id)
    .with_for_update()
)


def lock_levels(session: Session, keys: Iterable[StockKey]) -> LockedLevels:
    """Return the levels of ``keys``, locked in key order until the end of the transaction.

    A key without a row counts as an empty shelf; ``add_row`` gives it one. Where two desks add the same row
    at once, the second one's insert fails and the door does its command again.
    """
    wanted = sorted(set(keys))
    rows: dict[StockKey, Level] = {}
    for start in range(0, len(wanted), _BATCH):
        for row in session.connection().execute(_LOCKED, {"keys": wanted[start : start + _BATCH]}):
            rows[row.item_id, row.site_id] = Level(row.on_hand, row.reserved)
    found = set(rows)
    return LockedLevels(session, rows | {key: Level() for key in wanted if key not in found}, found)


_OF_ITEMS = (
    select(_LEVEL.c.item_id)
    .where(_LEVEL.c.item_id.in_(bindparam("items", expanding=True)))
    .order_by(_LEVEL.c.item_id, _LEVEL.c.site_id)
    .with_for_update()
)


def lock_items(session: Session, items: Iterable[UUID]) -> None:
    """Lock all levels that these items have, in key order until the end of the transaction."""
    wanted = sorted(set(items))
    for start in range(0, len(wanted), _BATCH):
        session.connection().execute(_OF_ITEMS, {"items": wanted[start : start + _BATCH]}).all()


def record_movement(
    session: Session,
    key: StockKey,
    quantity: Decimal,
    kind: str,
    context: Context,
    *,
    object_id: UUID | None = None,
    note: str = "",
) -> None:
    """Write one movement; ``quantity`` is signed. The level is the caller's to change with it."""
    row = {
        "id": context.ids.new(), "item_id": key[0], "site_id": key[1], "quantity": quantity, "kind": kind,
        "object_id": object_id, "at": context.now, "note": note,
    }  # fmt: skip
    session.execute(insert(StockMovement), [row])


_RESERVATION = Base.metadata.tables["reservation"]
_RESERVED = select(_RESERVATION.c.schedule_line_id, _RESERVATION.c.quantity).where(
    _RESERVATION.c.schedule_line_id.in_(bindparam("lines", expanding=True))
)


def reserved_for(session: Session, schedule_line_ids: Iterable[UUID]) -> dict[UUID, Decimal]:
    """Return what is reserved for each of these schedule lines; lines without a reservation are left out."""
    wanted, held = list(schedule_line_ids), {}
    for start in range(0, len(wanted), _BATCH):
        found = session.connection().execute(_RESERVED, {"lines": wanted[start : start + _BATCH]})
        held.update({row.schedule_line_id: row.quantity for row in found})
    return held


def write_reservation(session: Session, schedule_line_id: UUID, before: Decimal, after: Decimal) -> None:
    """Change what is reserved for a schedule line that has a reservation; at zero the row goes."""
    mine = Reservation.schedule_line_id == schedule_line_id
    if after == before:
        return
    statement = delete(Reservation).where(mine)
    if after > NOTHING:
        session.execute(
            update(Reservation)
            .where(mine)
            .values(quantity=after)
            .execution_options(synchronize_session=False)
        )
        return
    session.execute(statement.execution_options(synchronize_session=False))


def add_reservations(
    session: Session, granted: Mapping[UUID, tuple[StockKey, Decimal]], now: datetime
) -> None:
    """Write the reservations of schedule lines that have none yet."""
    rows = [
        {
            "schedule_line_id": line, "item_id": key[0], "site_id": key[1], "quantity": quantity,
            "reserved_at": now,
        }
        for line, (key, quantity) in granted.items()
    ]  # fmt: skip
    add_rows(session, Reservation, rows)


def release_newest(
    session: Session, key: StockKey, excess: Decimal, spare: frozenset[UUID] = frozenset()
) -> tuple[str, ...]:
    """Take ``excess`` off the reservations of a key, the newest first; return the numbers of the orders that
    lose.

    Reservations of the schedule lines in ``spare`` go last. Only as much is taken as is missing. The caller
    holds the level's lock and writes the level.
    """
    statement = (
        select(Reservation.schedule_line_id, Reservation.quantity, Order.number)
        .join(ScheduleLine, ScheduleLine.id == Reservation.schedule_line_id)
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .join(Order, Order.id == OrderLine.order_id)
        .where(Reservation.item_id == key[0], Reservation.site_id == key[1])
        .order_by(Reservation.reserved_at.desc(), Reservation.schedule_line_id.desc())
    )
    rows = sorted(session.execute(statement).all(), key=lambda row: row.schedule_line_id in spare)
    losers: dict[str, None] = {}
    for row in rows:
        if excess <= NOTHING:
            break
        taken = min(excess, row.quantity)
        write_reservation(session, row.schedule_line_id, row.quantity, row.quantity - taken)
        excess -= taken
        losers[row.number] = None
    if excess > NOTHING:
        raise Bug("error.bug.stock_level", on_hand="", reserved=str(excess))
    return tuple(losers)
