"""The frozen facts that an order is checked over; paths of problems use the field names of the draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from orderdesk.rules.credit import CreditVerdict
from orderdesk.rules.facts import ItemFacts, PricedLine


@dataclass(frozen=True, slots=True)
class CustomerCheckFacts:
    """The sold-to."""

    name: str
    status: Literal["active", "on_hold", "stopped"] = "active"


@dataclass(frozen=True, slots=True)
class ScheduleCheckFacts:
    """A schedule line as typed, in the unit of its line."""

    quantity: Decimal
    requested: date | None = None
    has_address: bool = False  # an address of its own


@dataclass(frozen=True, slots=True)
class LineCheckFacts:
    """A line as typed; with neither item, code nor quantity it is the empty last row and is not looked at.

    ``priced`` is ``None`` where the line could not be priced (incomplete, or its figures are out of bounds:
    pricing has named those).
    """

    item: ItemFacts | None
    typed_code: str = ""
    quantity: Decimal | None = None
    unit: str = ""  # empty: the item's sales unit
    manual_price: Decimal | None = None
    manual_reason: str = ""
    discount: Decimal = Decimal(0)
    gift: bool = False
    gift_reason: str = ""
    seen_price: Decimal | None = None  # what the clerk read out
    priced: PricedLine | None = None
    schedule: tuple[ScheduleCheckFacts, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all was typed."""
        return self.item is None and not self.typed_code and not self.quantity


@dataclass(frozen=True, slots=True)
class OrderCheckFacts:
    """An order as typed, with what its figures came to."""

    customer: CustomerCheckFacts | None
    today: date  # at the site
    document_date: date
    lines: tuple[LineCheckFacts, ...]
    order_kind: str = "order"
    closed_until: date | None = None  # documents up to this day are refused
    requested: date | None = None
    has_address: bool = False
    delivery_method: str = "freight"
    po_number: str = ""
    same_po_orders: tuple[str, ...] = ()  # numbers of the customer's other orders with this PO number
    order_discount: Decimal = Decimal(0)
    discount_limit: Decimal | None = (
        None  # above it the clerk is told that approval is needed; None: no limit
    )
    credit: CreditVerdict | None = None
