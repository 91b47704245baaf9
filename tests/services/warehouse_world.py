"""A small world for the warehouse's tests: one site, three people, two items, released orders, a real door.

Orders are written as rows, as a release leaves them, then reserved and planned by the services under test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from orderdesk.clock import FixedClock
from orderdesk.models import (
    Customer,
    Delivery,
    DeliveryLine,
    Hold,
    Item,
    Order,
    OrderLine,
    Person,
    Reservation,
    ScheduleLine,
    Setting,
    Site,
    StockLevel,
    StockMovement,
    StoreClock,
    StoreMeta,
)
from orderdesk.ports import Ports, fixed_ports
from orderdesk.services import delivering, stock
from orderdesk.services.audit import GENESIS
from orderdesk.services.context import Actor, Context
from orderdesk.services.door import Door
from orderdesk.services.store import Store, open_store
from orderdesk.values import canonical_json
from orderdesk.wire.commands import Command, CommandData, PickDelivery, PickedLine, ShipDelivery
from orderdesk.wire.outcomes import Outcome

NOW = datetime(2026, 3, 9, 2, 0, tzinfo=UTC)  # Monday, 10:00 in Shanghai
ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Part:
    """A schedule line to be: quantity in the line's unit, day, receiver's name."""

    quantity: Decimal
    day: date | None = date(2026, 3, 12)
    receiver: str = "王芳"
    city: str = "苏州市"


@dataclass(frozen=True, slots=True)
class Placed:
    """An order that stands in the store, with its schedule lines in their order."""

    order_id: UUID
    number: str
    schedule: tuple[UUID, ...]


@dataclass(slots=True)
class World:
    """An open store with the fixed facts that tests speak of."""

    store: Store
    ports: Ports
    door: Door
    site: UUID
    item: UUID  # BOLT, standard, also sold by the box of 12
    custom: UUID  # SIGN, made to order
    customer: UUID
    clerk: Actor
    warehouse: Actor
    manager: Actor
    drawn: list[int] = field(default_factory=lambda: [0])

    # acts

    def do(
        self, data: CommandData, actor: Actor | None = None, base: int | None = None, **known: Any
    ) -> Outcome:
        """Send a command through the door, as the warehouse unless said otherwise."""
        command = Command(id=known.get("id") or self.ports.ids.new(), data=data, base_revision=base)
        return self.door.execute(command, actor or self.warehouse)

    def order(
        self,
        *lines: Sequence[Part],
        when_short: str = "wait",
        unit: str = "pc",
        factor: str = "1",
        item: UUID | None = None,
        releases: bool = True,
        **header: Any,
    ) -> Placed:
        """Place a released order; each of ``lines`` is one order line, given by its schedule lines."""
        with Session(self.store.engine) as session:
            measure = (item or self.item, unit, Decimal(factor))
            placed = self._write_order(session, lines, {"when_short": when_short} | header, measure)
            if releases:
                order = session.get_one(Order, placed.order_id)
                context = self.context()
                stock.reserve_for_order(session, order.id, context)
                delivering.plan_deliveries(session, order, context)
            session.commit()
        return placed

    def shelve(self, quantity: str, item: UUID | None = None) -> None:
        """Lay stock on the shelf, as if counted."""
        with Session(self.store.engine) as session:
            key = {"item_id": item or self.item, "site_id": self.site}
            session.execute(insert(StockLevel), [key | {"on_hand": Decimal(quantity), "reserved": ZERO}])
            row = key | {
                "id": self.ports.ids.new(), "quantity": Decimal(quantity), "kind": "opening",
                "object_id": None,
                "at": NOW, "note": "",
            }  # fmt: skip
            session.execute(insert(StockMovement), [row])
            session.commit()

    def hold(self, placed: Placed, kind: str, object_id: UUID | None = None) -> None:
        """Put a hold on an order."""
        row = {
            "id": self.ports.ids.new(), "order_id": placed.order_id, "level": "header",
            "object_id": object_id or placed.order_id, "kind": kind, "cause": "{}", "set_by": None,
            "set_at": NOW,
            "lift_roles": "manager", "lifted_by": None, "lifted_at": None, "lift_reason": "",
        }  # fmt: skip
        with Session(self.store.engine) as session:
            session.execute(insert(Hold), [row])
            session.commit()

    def pick(self, delivery_id: UUID, *picked: str, reason: str = "wait", **how: Any) -> Outcome:
        """Pick the lines of a delivery in their order; a shortage gets ``reason``."""
        lines = tuple(
            _picked(line.id, found, reason)
            for line, found in zip(self.lines(delivery_id), picked, strict=False)
        )
        return self.do(PickDelivery(delivery_id=delivery_id, lines=lines), **how)

    def ship(self, delivery_id: UUID, **how: Any) -> Outcome:
        """Ship a delivery."""
        return self.do(ShipDelivery(delivery_id=delivery_id), **how)

    def issue(self, delivery_id: UUID, *picked: str) -> Outcome:
        """Pick and ship."""
        assert not self.pick(delivery_id, *picked).is_refused
        return self.ship(delivery_id)

    # looks

    def context(self) -> Context:
        """What a handler would get from the door."""
        return Context(
            self.warehouse, frozenset({"warehouse"}), "any", self.ports.clock.now(), self.ports.ids,
            self.ports.ids.new(), None,
        )  # fmt: skip

    @contextmanager
    def looking(self) -> Iterator[Any]:
        """A reading connection."""
        with self.store.reading() as connection:
            yield connection

    def deliveries(self, placed: Placed) -> list[Row[Any]]:
        """The deliveries of an order by part."""
        with self.store.reading() as connection:
            statement = select(Delivery.__table__).where(Delivery.order_id == placed.order_id)
            return list(connection.execute(statement.order_by(Delivery.part)))

    def lines(self, delivery_id: UUID) -> list[Row[Any]]:
        """The lines of a delivery."""
        with self.store.reading() as connection:
            statement = select(DeliveryLine.__table__).where(DeliveryLine.delivery_id == delivery_id)
            return list(connection.execute(statement.order_by(DeliveryLine.position)))

    def level(self, item: UUID | None = None) -> tuple[Any, Any]:
        """What is on hand and what of it is reserved."""
        with self.store.reading() as connection:
            row = connection.execute(
                select(StockLevel.on_hand, StockLevel.reserved).where(
                    StockLevel.item_id == (item or self.item)
                )
            ).one()
            return row.on_hand, row.reserved

    def movements(self, item: UUID | None = None) -> list[tuple[str, Any]]:
        """Kind and quantity of every movement, as they came."""
        with self.store.reading() as connection:
            statement = select(StockMovement.kind, StockMovement.quantity).where(
                StockMovement.item_id == (item or self.item)
            )
            rows = connection.execute(statement.order_by(StockMovement.id))
            return [(row.kind, row.quantity) for row in rows]

    def reserved(self, placed: Placed) -> list[Any]:
        """What is reserved for the schedule lines of an order, in their order."""
        with self.store.reading() as connection:
            rows = connection.execute(select(Reservation.schedule_line_id, Reservation.quantity))
            held = {row.schedule_line_id: row.quantity for row in rows}
        return [held.get(line, ZERO) for line in placed.schedule]

    def shipped(self, placed: Placed) -> list[Any]:
        """What was shipped of the schedule lines of an order, in their order."""
        with self.store.reading() as connection:
            rows = connection.execute(select(ScheduleLine.id, ScheduleLine.shipped))
            found = {row.id: row.shipped for row in rows}
        return [found[line] for line in placed.schedule]

    # rows

    def _write_order(
        self,
        session: Session,
        lines: Sequence[Sequence[Part]],
        header: dict[str, Any],
        measure: tuple[UUID, str, Decimal],
    ) -> Placed:
        self.drawn[0] += 1
        new, number = self.ports.ids.new, f"SO-K7M-{self.drawn[0]:06d}"
        order_id = new()
        session.execute(insert(Order), [_order_row(self, order_id, number) | header])
        schedule: list[UUID] = []
        for position, parts in enumerate(lines, start=1):
            quantity = sum((part.quantity for part in parts), ZERO)
            line = _line_row(order_id, new(), position, quantity, measure)
            session.execute(insert(OrderLine), [line])
            for place, part in enumerate(parts, start=1):
                row = _schedule_row(self, new(), line["id"], place, part)
                session.execute(insert(ScheduleLine), [row])
                schedule.append(row["id"])
        session.flush()
        return Placed(order_id, number, tuple(schedule))


def _picked(line_id: UUID, found: str, reason: str) -> PickedLine:
    return PickedLine.model_validate({"delivery_line_id": line_id, "picked": found, "short_reason": reason})


def parts(*quantities: str, day: date | None = date(2026, 3, 12)) -> tuple[Part, ...]:
    """Schedule lines to one address, on one day."""
    return tuple(Part(Decimal(quantity), day) for quantity in quantities)


def open_world(url: str) -> World:
    """Return a world in the migrated, empty store at ``url``."""
    ports = fixed_ports(FixedClock(NOW), seed=7)
    new = ports.ids.new
    ids = {name: new() for name in ("site", "item", "custom", "customer", "clerk", "warehouse", "manager")}
    store = open_store_of(url, ports)
    with Session(store.engine) as session:
        for model, rows in _base_rows(ids).items():
            session.execute(insert(model), rows)
        session.commit()
    door = Door(store, ports, lambda: {**delivering.HANDLERS, **stock.HANDLERS})
    clerk, warehouse, manager = (Actor(ids[name], "test") for name in ("clerk", "warehouse", "manager"))
    return World(
        store, ports, door, ids["site"], ids["item"], ids["custom"], ids["customer"], clerk, warehouse,
        manager,
    )  # fmt: skip


def open_store_of(url: str, ports: Ports) -> Store:
    """Open a migrated store after giving it the identity that ``init`` would have drawn."""
    from orderdesk.models.engine import open_engine

    engine = open_engine(url)
    try:
        with engine.begin() as connection:
            connection.execute(
                insert(StoreMeta),
                [
                    {
                        "id": 1, "store_code": "K7M", "replica_id": ports.ids.new(), "min_program": "0.1.0",
                        "created_at": NOW,
                    }
                ],
            )  # fmt: skip
            connection.execute(
                insert(StoreClock), [{"id": 1, "epoch": ports.ids.new(), "v": 0, "audit_head": GENESIS}]
            )
    finally:
        engine.dispose()
    return open_store(url)


def _base_rows(ids: dict[str, UUID]) -> dict[Any, list[dict[str, Any]]]:
    people = [
        {
            "id": ids[name], "revision": 1, "code": name, "name": shown, "name_en": english, "roles": name,
            "department": "", "language": "zh", "active": True,
        }
        for name, shown, english in (
            ("clerk", "李娜", "Li Na"), ("warehouse", "张伟", "Zhang Wei"), ("manager", "陈静", "Chen Jing")
        )
    ]  # fmt: skip
    site = {
        "id": ids["site"], "revision": 1, "code": "SZ", "name": "苏州仓", "name_en": "Suzhou",
        "zone": "Asia/Shanghai", "address": "工业园区 1 号", "phone": "0512-1", "closed_until": None,
    }  # fmt: skip
    items = [
        {
            "id": ids[name], "revision": 1, "code": code, "name": shown, "name_en": english, "readings": "",
            "kind": kind, "spec": "M8×40", "brand": "", "item_group": "", "unit": "pc", "unit_en": "pc",
            "sales_unit": "", "price_unit": 1, "order_multiple": None, "tax_rate": Decimal("0.13"),
            "list_price": None, "cost": None, "floor_price": None, "active": True, "custom": "{}",
        }
        for name, code, shown, english, kind in (
            ("item", "BOLT", "六角螺栓", "Hex bolt", "standard"),
            ("custom", "SIGN", "定制标牌", "Sign", "custom")
        )
    ]  # fmt: skip
    customer = {
        "id": ids["customer"], "revision": 1, "code": "HD01", "name": "宏达机械",
        "name_en": "Hongda Machinery",
        "readings": "", "customer_class": "end", "tier": "vip", "status": "active", "contact": "",
        "phone": "",
        "salesperson_id": None, "department": "", "bill_to_id": None, "payer_id": None, "terms_kind": "days",
        "terms_days": 30, "terms_closing_day": None, "terms_due_day": None, "price_sources": "list",
        "currency": "CNY", "prices_include_tax": True, "credit_limit": None, "receivable": None,
        "receivable_as_of": None, "when_short": "wait", "note": "", "invoice": "{}", "custom": "{}",
    }  # fmt: skip
    settings = [
        {"key": "company.name", "value": "东方五金"},
        {"key": "company.name_en", "value": "Dongfang Hardware"},
    ]
    return {Person: people, Site: [site], Item: items, Customer: [customer], Setting: settings}


def _order_row(world: World, order_id: UUID, number: str) -> dict[str, Any]:
    return {
        "id": order_id, "revision": 2, "source": "", "number": number, "kind": "order", "state": "released",
        "state_cause": "", "state_reason": "", "channel": "typed", "parked": False,
        "customer_id": world.customer,
        "bill_to_id": None, "payer_id": None, "customer_class": "end", "tier": "vip",
        "deliver_to": _place(Part(ZERO)), "site_id": world.site, "po_number": "PO-77",
        "document_date": date(2026, 3, 9), "requested": None, "salesperson_id": world.manager.person_id,
        "department": "", "entered_by": world.clerk.person_id, "entered_at": NOW, "authors": "",
        "submitted_at": NOW, "released_at": NOW, "approved_by": None, "self_approved_reason": "",
        "delivery_method": "freight", "urgency": "normal", "when_short": "wait", "terms": "",
        "currency": "CNY", "rate": Decimal(1), "prices_include_tax": True, "order_discount": ZERO,
        "rounding_step": "none", "freight_terms": "free", "freight_gross": ZERO, "goods_net": ZERO,
        "tax": ZERO,
        "rounding": ZERO, "total": ZERO, "line_count": 1, "exposure": ZERO, "note": "", "facts": "",
        "route": "",
        "custom": "{}",
    }  # fmt: skip


def _line_row(
    order_id: UUID, line_id: UUID, position: int, quantity: Decimal, measure: tuple[UUID, str, Decimal]
) -> dict[str, Any]:
    """A line at 3.39 with 13 % tax inside."""
    item, unit, factor = measure
    gross = (Decimal("3.39") * quantity).quantize(Decimal("0.01"))
    net = (gross / Decimal("1.13")).quantize(Decimal("0.01"))
    return {
        "id": line_id, "order_id": order_id, "position": position, "item_id": item, "code": "BOLT",
        "name": "六角螺栓", "spec": "M8×40", "kind": "standard", "quantity": quantity, "unit": unit,
        "factor": factor, "price_unit": 1, "unit_price": Decimal("3.39"), "net_unit_price": Decimal(3),
        "gross_unit_price": Decimal("3.39"), "price_source": "list", "discount": ZERO,
        "tax_rate": Decimal("0.13"), "amount_net": net, "tax": gross - net, "amount_gross": gross,
        "gift": False,
        "list_value": gross, "cost": None, "reason": "", "note": "", "receipt": "",
    }  # fmt: skip


def _schedule_row(
    world: World, line_id: UUID, order_line_id: UUID, position: int, part: Part
) -> dict[str, Any]:
    return {
        "id": line_id, "order_line_id": order_line_id, "position": position, "quantity": part.quantity,
        "shipped": ZERO, "cancelled": ZERO, "requested": part.day, "promised": part.day, "planned": part.day,
        "deliver_to": _place(part), "site_id": world.site,
    }  # fmt: skip


def _place(part: Part) -> str:
    return canonical_json(
        {
            "address_id": None, "label": "", "province": "江苏省", "city": part.city, "district": "吴中区",
            "rest": "金鸡湖路 8 号", "receiver": part.receiver, "phone": "139 0000 0001",
        }
    )  # fmt: skip
