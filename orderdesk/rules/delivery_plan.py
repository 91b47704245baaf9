"""Which deliveries a released order needs: its schedule lines grouped by site, date, address and receiver."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ScheduleFacts:
    """A schedule line of a released order with the quantity that no delivery covers yet (in the line's unit).

    ``address_key`` is the same text for the same place; the receiver stands beside it.
    """

    order_id: UUID
    order_number: str
    line_id: UUID
    schedule_id: UUID
    line_position: int  # 1, 2, … as the order shows it
    quantity: Decimal
    promised: date | None
    site_id: UUID
    address_key: str
    receiver: str


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A quantity of a schedule line on a delivery, in the order line's unit."""

    line_id: UUID
    schedule_id: UUID
    quantity: Decimal


@dataclass(frozen=True, slots=True)
class PlannedDelivery:
    """One part of an order, to be shipped together; ``part`` is 1, 2, … within the order."""

    order_id: UUID
    order_number: str
    part: int
    site_id: UUID
    promised: date | None
    address_key: str
    receiver: str
    lines: tuple[PlannedLine, ...]

    @property
    def label(self) -> str:
        """How the warehouse calls it, such as ``SO-K7M-000371/2``."""
        return f"{self.order_number}/{self.part}"


def plan_deliveries(
    schedule: Iterable[ScheduleFacts], parts_taken: Mapping[UUID, int] | None = None
) -> tuple[PlannedDelivery, ...]:
    """Return the deliveries for schedule lines, order by order, earliest date first, undated last.

    ``parts_taken`` is the highest part number that each order has already; numbers go on from there, so a
    part keeps its name for ever. Lines stand as on the order; quantities of zero need no delivery.
    """
    groups: dict[tuple[UUID, str, date | None, UUID, str, str], list[ScheduleFacts]] = {}
    for entry in schedule:
        if entry.quantity > 0:
            key = (
                entry.order_id,
                entry.order_number,
                entry.promised,
                entry.site_id,
                entry.address_key,
                entry.receiver,
            )
            groups.setdefault(key, []).append(entry)
    last = dict(parts_taken or {})
    planned = []
    for key in sorted(groups, key=lambda key: (key[1], key[2] or date.max, key[3].int, key[4], key[5])):
        order_id, number, promised, site_id, address, receiver = key
        last[order_id] = part = last.get(order_id, 0) + 1
        lines = _lines(groups[key])
        planned.append(PlannedDelivery(order_id, number, part, site_id, promised, address, receiver, lines))
    return tuple(planned)


def _lines(entries: Iterable[ScheduleFacts]) -> tuple[PlannedLine, ...]:
    in_order = sorted(entries, key=lambda entry: (entry.line_position, entry.schedule_id.int))
    return tuple(PlannedLine(entry.line_id, entry.schedule_id, entry.quantity) for entry in in_order)


def remainder(
    delivery: PlannedDelivery, shipped: Mapping[UUID, Decimal], last_part: int
) -> PlannedDelivery | None:
    """Return the next part of a delivery of which less was shipped than planned; ``None`` if nothing is left.

    ``shipped`` is by schedule line; what it does not name was not shipped. The promised date stays, so that a
    late remainder shows as late. ``last_part`` is the highest part number of the order.

    Raises:
        ValueError: ``shipped`` names a schedule line that the delivery does not have, or a negative quantity.
    """
    unknown = set(shipped) - {line.schedule_id for line in delivery.lines}
    if unknown or any(quantity < 0 for quantity in shipped.values()):
        raise ValueError(f"{delivery.label} was not shipped like this")
    left = tuple(
        PlannedLine(line.line_id, line.schedule_id, missing)
        for line in delivery.lines
        if (missing := line.quantity - shipped.get(line.schedule_id, Decimal(0))) > 0
    )
    if not left:
        return None
    return PlannedDelivery(
        delivery.order_id,
        delivery.order_number,
        last_part + 1,
        delivery.site_id,
        delivery.promised,
        delivery.address_key,
        delivery.receiver,
        left,
    )


def total_quantity(deliveries: Sequence[PlannedDelivery], schedule_id: UUID) -> Decimal:
    """Return how much of a schedule line the deliveries carry together."""
    found = (line.quantity for one in deliveries for line in one.lines if line.schedule_id == schedule_id)
    return sum(found, Decimal(0))
