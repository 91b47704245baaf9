"""The frozen facts that rules decide over. No session, no clock, no log: who asks hands everything in.

Amounts, prices and quantities are ``Decimal`` (units: ``orderdesk.values``); rates are fractions; days are
inclusive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from orderdesk.rules.measures import FactValue

if TYPE_CHECKING:
    from orderdesk.rules.price_rules import PriceRules

ItemKind = Literal["standard", "custom", "bundle"]
PriceSource = Literal["agreement", "last", "tier", "list"]
RoundingStep = Literal["none", "jiao", "yuan"]
FreightTerms = Literal["free", "prepaid", "collect"]


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """A unit of an item: 1 ``unit`` is ``factor`` stock units (a floating factor is only the usual one)."""

    unit: str
    factor: Decimal
    floating: bool = False
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """What pricing and checking need to know of an item."""

    id: UUID
    code: str
    name: str
    name_en: str
    spec: str
    kind: ItemKind
    group: str
    unit: str  # stock unit
    sales_unit: str
    units: tuple[UnitFacts, ...]  # stock unit first (factor 1), then the others
    price_unit: int  # a price is for 1, 100 or 1000 sales units
    tax_rate: Decimal
    order_multiple: Decimal | None = None  # in sales units
    floor_price: Decimal | None = None  # with tax, per price unit of the sales unit
    cost: Decimal | None = None  # without tax, per price unit of the sales unit
    active: bool = True

    def factor(self, unit: str) -> Decimal | None:
        """Return how many stock units one ``unit`` is; ``None`` if the item has no such unit."""
        for entry in self.units:
            if entry.unit == unit:
                return entry.factor
        return None

    def unit_params(self, unit: str) -> dict[str, str]:
        """Return a unit as problems carry it: ``unit``, and ``unit_en``, empty without an English name."""
        english = next((entry.name_en for entry in self.units if entry.unit == unit), "")
        return {"unit": unit, "unit_en": english}


@dataclass(frozen=True, slots=True)
class PriceEntry:
    """A base price that may apply: ``ref`` names the list or agreement as the receipt shows it."""

    id: UUID
    source: PriceSource
    item_id: UUID
    unit: str
    price: Decimal  # per price unit of the item, with or without tax
    includes_tax: bool
    ref: str
    ref_name: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    allows_breaks: bool = True
    allows_promotion: bool = True
    allows_order_discount: bool = True


@dataclass(frozen=True, slots=True)
class BreakEntry:
    """A break: from ``from_quantity`` (in ``unit``) on, ``discount`` off the whole or only the part above."""

    id: UUID
    item_id: UUID
    unit: str
    from_quantity: Decimal
    discount: Decimal
    mode: Literal["whole", "above"]
    ref: str
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class PriceBook:
    """Everything that can price a line for one customer, read once when the customer is chosen."""

    customer_id: UUID
    customer_class: str
    tier: str
    currency: str
    sources: tuple[PriceSource, ...]  # the customer's price-source order 取价顺序
    prices: Mapping[UUID, tuple[PriceEntry, ...]]  # by item
    breaks: Mapping[UUID, tuple[BreakEntry, ...]]  # by item


@dataclass(frozen=True, slots=True)
class LineFacts:
    """One line to price."""

    line_id: UUID
    item: ItemFacts
    quantity: Decimal  # in ``unit``
    unit: str
    manual_price: Decimal | None = None  # in the order's typed basis, per price unit of ``unit``
    manual_reason: str = ""
    discount: Decimal = Decimal(0)  # fraction
    gift: bool = False
    gift_reason: str = ""
    day: date | None = None  # whose prices hold for this line; None: the order's
    rules: tuple[tuple[str, FactValue], ...] = ()  # what the pricing table asks of it beside its price
    position: int | None = (
        None  # 0-based place in the draft, for paths of problems; None: its place among ``lines``
    )


@dataclass(frozen=True, slots=True)
class OrderPricingFacts:
    """An order to price: lines in order, and what holds for the whole."""

    date: date  # prices valid on this document date
    currency: str
    prices_include_tax: bool
    lines: tuple[LineFacts, ...]
    order_discount: Decimal = Decimal(0)  # fraction
    rounding: RoundingStep = "none"
    freight_terms: FreightTerms = "free"
    freight: Decimal = Decimal(0)  # in the typed basis
    freight_tax_rate: Decimal = Decimal("0.09")
    rules: PriceRules | None = None  # what adjusts prices; None: nothing does


@dataclass(frozen=True, slots=True)
class ReceiptStep:
    """One step of a price receipt, in the order of vocabulary.md section 5.

    ``component`` is one of: base, conversion, break, adjustment, manual_price, gift, line_discount, amount,
    order_discount, tax, rounding. ``ref`` is the list, agreement or break that decided; ``before`` and
    ``after`` are unit prices or amounts as ``of`` says; ``params`` holds all that the step was computed from,
    as plain text, so that it can be replayed.
    """

    component: str
    of: Literal["price", "amount"]
    before: Decimal | None
    after: Decimal
    ref: str = ""
    params: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A price, break or rule row that nearly applied, and why not.

    ``reason`` of a price: ended, not_yet, unit, currency; of a break: quantity, ended, not_yet, excluded; of
    the order discount: order_discount; of a row of a rule table: column, or stacks. Sentences: ``near_words``
    in ``rules.receipts``.
    """

    reason: str
    ref: str
    params: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A priced line. ``amount_net + tax == amount_gross``, shares of order discount and rounding included."""

    line_id: UUID
    source: PriceSource | Literal["manual", "gift", "none"]
    source_ref: str
    unit_price: Decimal  # before discounts, typed basis, 4 decimals, per price unit
    net_unit_price: Decimal  # 无税单价 after the line discount, 4 decimals
    gross_unit_price: Decimal  # 含税单价 after the line discount, 4 decimals
    list_value: Decimal  # amount at the base price in the typed basis: what a gift is worth
    discount: Decimal  # fraction taken by the line discount; zero on gifts and manual prices
    tax_rate: Decimal
    amount: Decimal  # typed basis, after the line discount, before shares of the order
    order_discount_share: Decimal  # taken off, typed basis
    rounding_share: Decimal  # taken off, with tax
    amount_net: Decimal  # 金额
    tax: Decimal  # 税额
    amount_gross: Decimal  # 价税合计
    below_floor: bool
    receipt: tuple[ReceiptStep, ...]
    near: tuple[NearMiss, ...] = ()


@dataclass(frozen=True, slots=True)
class PricedOrder:
    """A priced order; every figure is an exact sum of its lines and of the freight."""

    currency: str
    lines: tuple[PricedLine, ...]
    goods_net: Decimal
    goods_tax: Decimal
    goods_gross: Decimal
    order_discount: Decimal  # typed basis
    freight_net: Decimal
    freight_tax: Decimal
    freight_gross: Decimal
    rounding: Decimal  # 抹零, with tax
    total_net: Decimal
    total_tax: Decimal
    total: Decimal  # amount due

    def line(self, line_id: UUID) -> PricedLine:
        """Return the priced line with this id; ``LookupError`` if it was provisional or is not there."""
        for line in self.lines:
            if line.line_id == line_id:
                return line
        raise LookupError(str(line_id))


@dataclass(frozen=True, slots=True)
class ApprovalReason:
    """A row of the approval table that applied; ``note`` is the code of its sentence in ``words``."""

    row: int  # 1, 2, … as the grid shows it
    note: str


@dataclass(frozen=True, slots=True)
class ApprovalStep:
    """One step of a route: who is asked, and which row wanted it first (``reasons``: all of them)."""

    step: int  # 1, 2, …: in turn
    role: str
    table: str
    table_version: int
    row: int  # 1, 2, … as the grid shows it
    note: str = ""
    reasons: tuple[ApprovalReason, ...] = ()
    hours: Decimal | None = None  # how long it may take; None: no limit is set


@dataclass(frozen=True, slots=True)
class Route:
    """The answer of the approval table. No steps: straight through, ``through_row`` says which row let it."""

    steps: tuple[ApprovalStep, ...]
    table: str
    table_version: int
    through_row: int | None
    facts: Mapping[str, str]  # the facts as evaluated, for the receipt
    through_note: str = ""  # code of the sentence of that row
    near: tuple[NearMiss, ...] = ()
