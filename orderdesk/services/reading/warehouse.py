"""What the warehouse sees: deliveries in a list, and one of them with all it takes to pick and ship it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from orderdesk.models import (
    Customer,
    Delivery,
    DeliveryLine,
    Hold,
    Item,
    ItemUnit,
    NotePrint,
    Order,
    OrderLine,
    Person,
    Reservation,
    ScheduleLine,
    Site,
    StockLevel,
)
from orderdesk.models.types import Quantity
from orderdesk.rules import states
from orderdesk.rules.holds import Stage
from orderdesk.services import holds
from orderdesk.services.delivering import has_note
from orderdesk.services.flagged_notes import house_notes, read_notes
from orderdesk.services.places import place_text, read_place
from orderdesk.values import round_half_up
from orderdesk.wire.drafts import NoteDraft

OPEN_STATES = ("planned", "released", "picking", "packed", "at_dock")
GONE_STATES = ("shipped", "delivered", "exception")

_NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class DeliveryRow:
    """A delivery as one row of a list. ``planned`` is a day in the site's ``zone``."""

    id: UUID
    revision: int
    state: str
    order_id: UUID
    order_number: str
    part: int
    number: str | None  # of the note, from goods issue on
    customer_code: str
    customer_name: str
    customer_name_en: str
    customer_class: str
    tier: str
    receiver: str
    city: str
    site_id: UUID
    site_code: str
    zone: str
    planned: date | None
    shipped_at: datetime | None
    urgency: str
    line_count: int
    settled_lines: int  # picked whole, or short with a reason
    short_lines: int
    is_held: bool
    print_count: int

    @property
    def label(self) -> str:
        """How the warehouse calls it, such as ``SO-K7M-000371/2``."""
        return f"{self.order_number}/{self.part}"


@dataclass(frozen=True, slots=True)
class DeliveryLineRow:
    """One line of a delivery; quantities in ``unit``, over all parts where not said otherwise."""

    id: UUID
    position: int
    code: str
    name: str
    name_en: str
    spec: str
    unit: str
    unit_en: str
    ordered: Decimal  # of the order line, what was cancelled left out
    before: Decimal  # left with earlier parts
    quantity: Decimal  # planned for this delivery
    picked: Decimal
    shipped: Decimal  # left with this delivery
    short_reason: str
    open: Decimal  # what will be open, or is, when this delivery has left
    available: Decimal | None  # what this delivery can take from stock now; None: not kept in stock
    notes: tuple[NoteDraft, ...]  # what is for the house and what goes with the goods
    when_short: str  # the line's own wish; empty: as the order says

    @property
    def is_settled(self) -> bool:
        """Whether somebody looked for it: all is there, or the reason why not."""
        return self.picked == self.quantity or bool(self.short_reason)

    @property
    def missing(self) -> Decimal:
        """What of the planned quantity was not found."""
        return self.quantity - self.picked


@dataclass(frozen=True, slots=True)
class PrintRow:
    """One print of the note."""

    copy_no: int
    printed_at: datetime
    person: str
    person_en: str
    reason: str


@dataclass(frozen=True, slots=True)
class HoldRow:
    """A hold that keeps this delivery here, with the roles that may lift it."""

    kind: str
    lift_roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeliveryCard:
    """A delivery with its lines and everything around it."""

    row: DeliveryRow
    lines: tuple[DeliveryLineRow, ...]
    address: str
    phone: str
    po_number: str
    method: str
    when_short: str
    sender: str  # of a drop order 代发: under whose name the goods go; else empty
    notes: tuple[NoteDraft, ...]
    site_name: str
    site_name_en: str
    picked_by: str
    picked_by_en: str
    prints: tuple[PrintRow, ...]
    picking_holds: tuple[HoldRow, ...]
    shipping_holds: tuple[HoldRow, ...]

    @property
    def id(self) -> UUID:
        """The delivery's id."""
        return self.row.id

    @property
    def can_pick(self) -> bool:
        """Whether what was found may be recorded now."""
        return states.can("delivery", self.row.state, "pick") and not self.picking_holds

    @property
    def can_ship(self) -> bool:
        """Whether the goods may leave now: something is picked, and every line is settled."""
        ready = any(line.picked for line in self.lines) and all(line.is_settled for line in self.lines)
        return ready and states.can("delivery", self.row.state, "ship") and not self.shipping_holds

    @property
    def has_note(self) -> bool:
        """Whether there is a numbered note to print."""
        return has_note(self.row.state)


def delivery_rows(
    connection: Connection,
    *,
    site_id: UUID | None = None,
    states: Collection[str] = OPEN_STATES,
    also: Collection[UUID] = (),
    limit: int = 500,
) -> tuple[DeliveryRow, ...]:
    """Return deliveries in these states, the earliest planned day first; those that left, the latest first.

    ``also`` names deliveries that are listed whatever their state. At most ``limit`` rows.
    """
    gone = set(states) <= set(GONE_STATES)
    # Of what left there is more each day: the newest are walked to by their index, not all of it sorted.
    state = Delivery.state + "" if gone else Delivery.state
    statement = _rows().where(state.in_(states) | Delivery.id.in_(also)).limit(limit)
    if site_id is not None:
        statement = statement.where(Delivery.site_id == site_id)
    if gone:
        statement = statement.order_by(Delivery.shipped_at.desc(), Delivery.id.desc())
    else:
        day = func.coalesce(Delivery.planned, date.max)
        statement = statement.order_by(day, Order.number, Delivery.part)
    return _complete(connection, connection.execute(statement).all())


def delivery_card(connection: Connection, delivery_id: UUID) -> DeliveryCard | None:
    """Return one delivery with its lines; ``None`` if it is not there (any more)."""
    found = connection.execute(_rows().where(Delivery.id == delivery_id)).one_or_none()
    if found is None:
        return None
    (row,) = _complete(connection, [found])
    place = read_place(found.deliver_to)
    lines = _lines(connection, row)
    stopped = _holds(connection, row, delivery_id)
    return DeliveryCard(
        row=row, lines=lines, address=place_text(place), phone=place.get("phone") or "",
        po_number=found.po_number, method=found.method, when_short=found.when_short,
        sender=(found.sender_name or found.customer_name) if found.drop_order else "",
        notes=house_notes(read_notes(found.note, found.notes)),
        site_name=found.site_name, site_name_en=found.site_name_en,
        picked_by=found.picked_by_name or "",
        picked_by_en=found.picked_by_name_en or "", prints=_prints(connection, delivery_id),
        picking_holds=stopped[Stage.PICKING], shipping_holds=stopped[Stage.SHIPPING],
    )  # fmt: skip


# ── rows ────────────────────────────────────────────────────────────────────────────────────────


def _rows() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Delivery.__table__,
            Order.number.label("order_number"),
            Order.po_number,
            Order.urgency,
            Order.when_short,
            Order.drop_order,
            Order.sender_name,
            Order.tier,
            Order.customer_class,
            Customer.code.label("customer_code"),
            Customer.name.label("customer_name"),
            Customer.name_en.label("customer_name_en"),
            Site.code.label("site_code"),
            Site.name.label("site_name"),
            Site.name_en.label("site_name_en"),
            Site.zone,
            Person.name.label("picked_by_name"),
            Person.name_en.label("picked_by_name_en"),
        )
        .join(Order, Order.id == Delivery.order_id)
        .join(Customer, Customer.id == Delivery.customer_id)
        .join(Site, Site.id == Delivery.site_id)
        .outerjoin(Person, Person.id == Delivery.picked_by)
    )


def _complete(connection: Connection, found: Collection[Row[Any]]) -> tuple[DeliveryRow, ...]:
    """Return rows with their counts, each counted by one query for all of them."""
    ids = [row.id for row in found]
    settled = (DeliveryLine.picked == DeliveryLine.quantity) | (DeliveryLine.short_reason != "")
    counts = {
        row.delivery_id: row
        for row in connection.execute(
            select(
                DeliveryLine.delivery_id,
                func.count().label("lines"),
                func.count().filter(settled).label("settled"),
                func.count().filter(DeliveryLine.short_reason != "").label("short"),
            )
            .where(DeliveryLine.delivery_id.in_(ids))
            .group_by(DeliveryLine.delivery_id)
        )
    }
    prints = dict(
        connection.execute(
            select(NotePrint.delivery_id, func.count())
            .where(NotePrint.delivery_id.in_(ids))
            .group_by(NotePrint.delivery_id)
        ).all()
    )
    held = _held_orders(connection, {row.order_id for row in found})
    return tuple(_row(row, counts.get(row.id), prints.get(row.id, 0), row.order_id in held) for row in found)


def _row(row: Row[Any], count: Row[*tuple[Any, ...]] | None, prints: int, is_held: bool) -> DeliveryRow:
    place = read_place(row.deliver_to)
    return DeliveryRow(
        id=row.id, revision=row.revision, state=row.state, order_id=row.order_id,
        order_number=row.order_number, part=row.part, number=row.number, customer_code=row.customer_code,
        customer_name=row.customer_name, customer_name_en=row.customer_name_en,
        customer_class=row.customer_class, tier=row.tier, receiver=place.get("receiver") or "",
        city=place.get("city") or "", site_id=row.site_id, site_code=row.site_code, zone=row.zone,
        planned=row.planned, shipped_at=row.shipped_at, urgency=row.urgency,
        line_count=count.lines if count is not None else 0,
        settled_lines=count.settled if count is not None else 0,
        short_lines=count.short if count is not None else 0,
        is_held=is_held and not has_note(row.state), print_count=prints,
    )  # fmt: skip


def _held_orders(connection: Connection, order_ids: Collection[UUID]) -> set[UUID]:
    """Return the orders that a hold keeps from leaving, whatever part of them it names."""
    with_holds = connection.execute(
        select(Hold.order_id).where(Hold.order_id.in_(order_ids), Hold.lifted_at.is_(None)).distinct()
    ).scalars()
    return {
        order_id
        for order_id in with_holds
        if holds.stops(holds.open_holds(connection, order_id), Stage.SHIPPING)
    }


# ── the card ────────────────────────────────────────────────────────────────────────────────────


def _lines(connection: Connection, row: DeliveryRow) -> tuple[DeliveryLineRow, ...]:
    mine = select(DeliveryLine.order_line_id).where(DeliveryLine.delivery_id == row.id)
    whole = (
        select(
            ScheduleLine.order_line_id,
            func.sum(ScheduleLine.shipped, type_=Quantity).label("shipped"),
            func.sum(ScheduleLine.cancelled, type_=Quantity).label("cancelled"),
        )
        .where(ScheduleLine.order_line_id.in_(mine))
        .group_by(ScheduleLine.order_line_id)
        .subquery()
    )
    statement = (
        select(
            DeliveryLine.__table__,
            OrderLine.code,
            OrderLine.name,
            OrderLine.spec,
            OrderLine.unit,
            OrderLine.factor,
            OrderLine.note,
            OrderLine.notes,
            OrderLine.when_short,
            OrderLine.quantity.label("ordered"),
            Item.name_en,
            Item.kind,
            Item.unit.label("stock_unit"),
            Item.unit_en.label("stock_unit_en"),
            ItemUnit.name_en.label("unit_name_en"),
            StockLevel.on_hand,
            StockLevel.reserved,
            Reservation.quantity.label("own"),
            whole.c.shipped.label("shipped_of_line"),
            whole.c.cancelled.label("cancelled_of_line"),
        )
        .join(OrderLine, OrderLine.id == DeliveryLine.order_line_id)
        .join(Item, Item.id == OrderLine.item_id)
        .join(whole, whole.c.order_line_id == OrderLine.id)
        .outerjoin(ItemUnit, (ItemUnit.item_id == OrderLine.item_id) & (ItemUnit.unit == OrderLine.unit))
        .outerjoin(
            StockLevel, (StockLevel.item_id == OrderLine.item_id) & (StockLevel.site_id == row.site_id)
        )
        .outerjoin(Reservation, Reservation.schedule_line_id == DeliveryLine.schedule_line_id)
        .where(DeliveryLine.delivery_id == row.id)
        .order_by(DeliveryLine.position)
    )
    is_gone = has_note(row.state)
    return tuple(_line(line, is_gone=is_gone) for line in connection.execute(statement))


def _line(row: Row[Any], *, is_gone: bool) -> DeliveryLineRow:
    ordered = row.ordered - row.cancelled_of_line
    before = row.before if is_gone else row.shipped_of_line
    leaves = row.shipped if is_gone else row.picked if row.picked or row.short_reason else row.quantity
    english = row.stock_unit_en if row.unit == row.stock_unit else row.unit_name_en
    return DeliveryLineRow(
        id=row.id, position=row.position, code=row.code, name=row.name, name_en=row.name_en, spec=row.spec,
        unit=row.unit, unit_en=english or "", ordered=ordered, before=before, quantity=row.quantity,
        picked=row.picked, shipped=row.shipped, short_reason=row.short_reason,
        open=max(ordered - before - leaves, _NOTHING), available=None if is_gone else _available(row),
        notes=house_notes(read_notes(row.note, row.notes)), when_short=row.when_short,
    )  # fmt: skip


def _available(row: Row[Any]) -> Decimal | None:
    """Return what lies there for this line, in its unit: what nobody else has reserved."""
    if row.on_hand is None:
        return _NOTHING if row.kind == "standard" else None
    free: Decimal = row.on_hand - row.reserved + (row.own or _NOTHING)
    return round_half_up(free / row.factor, 3)


def _holds(connection: Connection, row: DeliveryRow, delivery_id: UUID) -> dict[Stage, tuple[HoldRow, ...]]:
    """Return the holds that keep this delivery from being picked, and those that keep it from leaving."""
    if has_note(row.state):
        return {Stage.PICKING: (), Stage.SHIPPING: ()}
    lines = connection.execute(
        select(DeliveryLine.order_line_id, DeliveryLine.schedule_line_id).where(
            DeliveryLine.delivery_id == delivery_id
        )
    ).all()
    mine = {row.order_id, *(line.order_line_id for line in lines), *(line.schedule_line_id for line in lines)}
    open_ones = [hold for hold in holds.open_holds(connection, row.order_id) if hold.object_id in mine]
    return {
        stage: tuple(
            HoldRow(hold.kind, tuple(sorted(hold.lift_roles))) for hold in holds.stops(open_ones, stage)
        )
        for stage in (Stage.PICKING, Stage.SHIPPING)
    }


def _prints(connection: Connection, delivery_id: UUID) -> tuple[PrintRow, ...]:
    rows = connection.execute(
        select(NotePrint.copy_no, NotePrint.printed_at, NotePrint.reason, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == NotePrint.printed_by)
        .where(NotePrint.delivery_id == delivery_id)
        .order_by(NotePrint.copy_no)
    )
    return tuple(
        PrintRow(row.copy_no, row.printed_at, row.name or "", row.name_en or "", row.reason) for row in rows
    )
