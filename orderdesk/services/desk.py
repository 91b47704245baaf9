"""What entry knows: everything that decides about an order while it is typed, as frozen facts in memory.

The desktop loads a ``Desk`` once and a ``CustomerDesk`` when a customer is chosen; a key press then asks
nothing of the store. The door loads the same two for one command. So a draft is priced, checked and routed
by the same code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from orderdesk.rules.adjustments import Kept
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.facts import BreakEntry, ItemFacts, PriceBook, PriceEntry, PriceSource
from orderdesk.rules.price_rules import PriceRules
from orderdesk.rules.rulebooks import PRICING

if TYPE_CHECKING:  # named only: a price is asked at the command line, which does not wait for all messages
    from orderdesk.wire.drafts import AddressDraft
    from orderdesk.wire.records import CustomerStatus

Prices = Mapping[UUID, tuple[PriceEntry, ...]]
Breaks = Mapping[UUID, tuple[BreakEntry, ...]]

_EMPTY: Mapping[UUID, tuple[()]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """A site that orders ship from; documents dated up to ``closed_until`` are refused there."""

    id: UUID
    code: str
    name: str
    name_en: str
    zone: str
    closed_until: date | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """A person at the desk."""

    id: UUID
    code: str
    name: str
    name_en: str
    roles: frozenset[str]
    department: str
    language: str


@dataclass(frozen=True, slots=True)
class StockFigure:
    """What lies at a site, in stock units."""

    on_hand: Decimal
    reserved: Decimal

    @property
    def available(self) -> Decimal:
        """What is not yet promised to anybody."""
        return self.on_hand - self.reserved


@dataclass(frozen=True, slots=True)
class PriceShelf:
    """The prices and breaks of all lists of one kind, by item."""

    prices: Prices = field(default_factory=lambda: _EMPTY)
    breaks: Breaks = field(default_factory=lambda: _EMPTY)


@dataclass(frozen=True, slots=True)
class CustomerSummary:
    """A customer as the customer box lists it: enough to tell twins apart."""

    id: UUID
    code: str
    name: str
    name_en: str
    readings: str
    customer_class: str
    tier: str
    status: str
    contact: str
    phone: str
    city: str
    last_order: date | None
    merged_into: UUID | None = None  # its twin that stayed
    tax_number: str = ""


@dataclass(frozen=True, slots=True)
class ItemSearch:
    """What an item can be found by, beside its code and names."""

    readings: str
    barcodes: tuple[tuple[str, str], ...]  # barcode, unit
    merged_into: UUID | None = None  # its twin that stayed


@dataclass(frozen=True, slots=True)
class Desk:
    """What holds for every order of this store at ``as_of``."""

    as_of: datetime
    version: int  # the store's clock when it was read
    today: date
    settings: Mapping[str, str]
    sites: Mapping[UUID, SiteFacts]
    default_site_id: UUID | None
    people: Mapping[UUID, PersonFacts]
    items: Mapping[UUID, ItemFacts]
    item_search: Mapping[UUID, ItemSearch]
    customers: Mapping[UUID, CustomerSummary]
    lists: Mapping[str, PriceShelf]  # by currency
    tiers: Mapping[tuple[str, str], PriceShelf]  # by currency and tier
    stock: Mapping[tuple[UUID, UUID], StockFigure]  # by item and site
    tables: Mapping[str, DecisionTable]  # the one that decides now, by rulebook
    kept: Mapping[UUID, tuple[Kept, ...]] = field(default_factory=lambda: _EMPTY)  # adjusted lately, by item

    @property
    def approval(self) -> DecisionTable:
        """The approval table that decides now."""
        return self.tables["approval"]

    @property
    def validation(self) -> DecisionTable:
        """The validation table that decides now."""
        return self.tables["validation"]


@dataclass(frozen=True, slots=True)
class Bought:
    """What a customer has bought of an item."""

    times: int
    last_quantity: Decimal
    last_unit: str
    last_price: Decimal
    last_price_with_tax: bool
    last_date: date


@dataclass(frozen=True, slots=True)
class PoUse:
    """An order that a customer's PO number stands on."""

    order_id: UUID
    number: str


@dataclass(frozen=True, slots=True)
class CustomerDesk:
    """What entry knows of the chosen customer, read once when it is chosen."""

    id: UUID
    code: str
    name: str
    name_en: str
    customer_class: str
    tier: str
    status: CustomerStatus
    contact: str
    phone: str
    note: str
    bill_to_id: UUID | None
    payer_id: UUID | None
    salesperson_id: UUID | None
    department: str
    terms_kind: str
    terms_days: int
    terms_closing_day: int | None
    terms_due_day: int | None
    price_sources: tuple[PriceSource, ...]
    currency: str
    prices_include_tax: bool
    credit_limit: Decimal | None
    receivable: Decimal | None
    receivable_as_of: date | None
    exposure: Decimal  # what its open orders take
    when_short: str
    delivery_method: str  # this, freight terms and rounding: empty is as the house does it
    freight_terms: str
    rounding: str
    invoice_kind: str
    addresses: tuple[AddressDraft, ...]  # the main one first
    item_numbers: Mapping[str, UUID]  # 客户料号, folded to upper case
    agreements: PriceShelf
    bought: Mapping[UUID, Bought]
    po_numbers: Mapping[str, tuple[PoUse, ...]]  # customer PO number -> its orders with it, oldest first

    @property
    def credit_left(self) -> Decimal | None:
        """What is left of the credit limit now; ``None`` where no limit is set."""
        if self.credit_limit is None:
            return None
        return self.credit_limit - self.exposure - (self.receivable or Decimal(0))


class _Layers(Mapping[UUID, tuple[PriceEntry, ...]]):
    """Several price mappings seen as one, without copying 100,000 items for each customer."""

    def __init__(self, *layers: Prices) -> None:
        self._layers = layers

    def __getitem__(self, item_id: UUID) -> tuple[PriceEntry, ...]:
        return tuple(entry for layer in self._layers for entry in layer.get(item_id, ()))

    def __iter__(self) -> Iterator[UUID]:
        return iter({item_id for layer in self._layers for item_id in layer})

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _BreakLayers(Mapping[UUID, tuple[BreakEntry, ...]]):
    """The same for breaks."""

    def __init__(self, *layers: Breaks) -> None:
        self._layers = layers

    def __getitem__(self, item_id: UUID) -> tuple[BreakEntry, ...]:
        return tuple(entry for layer in self._layers for entry in layer.get(item_id, ()))

    def __iter__(self) -> Iterator[UUID]:
        return iter({item_id for layer in self._layers for item_id in layer})

    def __len__(self) -> int:
        return sum(1 for _ in self)


def price_rules(desk: Desk) -> PriceRules | None:
    """Return what adjusts prices now; ``None`` where the company has no pricing table."""
    table = desk.tables.get(PRICING.name)
    return None if table is None else PriceRules(table, desk.settings["currency"])


def price_book(desk: Desk, customer: CustomerDesk, currency: str) -> PriceBook:
    """Return everything that can price a line for this customer in ``currency``."""
    nothing = PriceShelf()
    tier = desk.tiers.get((currency, customer.tier), nothing)
    everybody = desk.lists.get(currency, nothing)
    last = {
        item_id: (_last_price(item_id, bought),) for item_id, bought in customer.bought.items()
    } if "last" in customer.price_sources else {}  # fmt: skip
    return PriceBook(
        customer_id=customer.id,
        customer_class=customer.customer_class,
        tier=customer.tier,
        currency=currency,
        sources=customer.price_sources,
        prices=_Layers(customer.agreements.prices, last, tier.prices, everybody.prices),
        breaks=_BreakLayers(customer.agreements.breaks, tier.breaks, everybody.breaks),
    )


def _last_price(item_id: UUID, bought: Bought) -> PriceEntry:
    return PriceEntry(
        id=item_id,
        source="last",
        item_id=item_id,
        unit=bought.last_unit,
        price=bought.last_price,
        includes_tax=bought.last_price_with_tax,
        ref=bought.last_date.isoformat(),
    )
