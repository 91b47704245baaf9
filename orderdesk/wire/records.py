"""Master data as records: what a person edits, a file imports and a seed carries."""

from datetime import date
from typing import Literal

from pydantic import Field

from orderdesk.wire.base import (
    UUID,
    Amount,
    Code,
    Currency,
    Factor,
    Frozen,
    Name,
    Quantity,
    Rate,
    SignedAmount,
    Text,
    UnitPrice,
)
from orderdesk.wire.drafts import DeliveryMethod, FreightTerms, InvoiceKind, RoundingStep, WhenShort

ItemKind = Literal["standard", "custom", "bundle"]  # 标准品, 定制品, 组合品
PriceSource = Literal["agreement", "last", "tier", "list"]
CustomerStatus = Literal["active", "on_hold", "stopped"]


class TermsRecord(Frozen):
    """Terms 账期, typed: ``days`` counts from shipping.

    A monthly account closes and falls due on fixed days.
    """

    kind: Literal["prepaid", "on_delivery", "days", "monthly"] = "days"
    days: int = Field(default=0, ge=0, le=365)
    closing_day: int | None = Field(default=None, ge=1, le=31)
    due_day: int | None = Field(default=None, ge=1, le=31)


class AddressRecord(Frozen):
    """A saved ship-to of a customer, with its receiver."""

    id: UUID
    label: Name = ""
    province: Name = ""
    city: Name = ""
    district: Name = ""
    rest: Name = ""
    receiver: Name = ""
    phone: Name = ""
    main: bool = False


class InvoiceRecord(Frozen):
    """Invoice data 开票资料."""

    title: Name = ""
    tax_number: Name = ""
    address: Name = ""
    phone: Name = ""
    bank: Name = ""
    account: Name = ""
    kind: InvoiceKind = "ordinary"


class CustomerItemRecord(Frozen):
    """The customer's own number of an item 客户料号."""

    item_id: UUID
    number: Code
    name: Name = ""


class CustomerRecord(Frozen):
    """A customer 购货方 with everything that an order needs to know of it."""

    id: UUID
    code: Code
    name: Name
    name_en: Name = ""
    readings: Name = ""  # pinyin and initials, blank-separated; empty: made from the name
    customer_class: Code = "end"
    tier: Code = "standard"
    status: CustomerStatus = "active"
    contact: Name = ""
    phone: Name = ""
    salesperson_code: Name = ""
    department: Name = ""
    bill_to_id: UUID | None = None
    payer_id: UUID | None = None
    terms: TermsRecord = TermsRecord()
    price_sources: tuple[PriceSource, ...] = ("agreement", "tier", "list")
    currency: Currency = "CNY"
    prices_include_tax: bool = True
    credit_limit: Amount | None = None  # None: no limit is set
    receivable: SignedAmount | None = None  # None: not known
    receivable_as_of: date | None = None
    when_short: WhenShort = "wait"
    # How its orders usually go; empty: as the house does it.
    delivery_method: DeliveryMethod | Literal[""] = ""
    freight_terms: FreightTerms | Literal[""] = ""
    rounding: RoundingStep | Literal[""] = ""
    note: Text = ""
    invoice: InvoiceRecord = InvoiceRecord()
    addresses: tuple[AddressRecord, ...] = Field(default=(), max_length=500)
    item_numbers: tuple[CustomerItemRecord, ...] = Field(default=(), max_length=5000)


class UnitRecord(Frozen):
    """A further unit of an item: 1 ``unit`` = ``factor`` stock units.

    A floating factor is only the usual one.
    """

    unit: Code
    name_en: Name = ""
    factor: Factor
    floating: bool = False


class BarcodeRecord(Frozen):
    """A barcode with its unit 一品多码."""

    barcode: Code
    unit: Code


class ItemRecord(Frozen):
    """An item 商品."""

    id: UUID
    code: Code
    name: Name
    name_en: Name = ""
    readings: Name = ""
    kind: ItemKind = "standard"
    spec: Name = ""  # 规格型号
    brand: Name = ""
    group: Name = ""
    unit: Code = "pc"  # stock unit
    unit_en: Name = ""
    sales_unit: Name = ""  # empty: the stock unit
    units: tuple[UnitRecord, ...] = Field(default=(), max_length=20)
    price_unit: Literal[1, 100, 1000] = 1  # a price is for so many sales units
    order_multiple: Quantity | None = None
    tax_rate: Rate
    list_price: UnitPrice | None = None
    cost: UnitPrice | None = None
    floor_price: UnitPrice | None = None  # with tax, per price unit
    barcodes: tuple[BarcodeRecord, ...] = Field(default=(), max_length=50)
    active: bool = True


class PriceRecord(Frozen):
    """One price of an item in a list, from a quantity on, for some time; days are inclusive."""

    id: UUID
    item_id: UUID
    unit: Name = ""  # empty: the item's sales unit
    price: UnitPrice
    valid_from: date | None = None
    valid_to: date | None = None


class BreakRecord(Frozen):
    """A break 阶梯价: from a quantity on, a fraction off, for the whole quantity or only the part above."""

    id: UUID
    item_id: UUID
    unit: Name = ""
    from_quantity: Quantity
    discount: Rate
    mode: Literal["whole", "above"] = "whole"
    valid_from: date | None = None
    valid_to: date | None = None


class PriceListRecord(Frozen):
    """A price list: for everybody, for a tier, or an agreement with one customer."""

    id: UUID
    code: Code
    name: Name
    source: Literal["list", "tier", "agreement"]
    tier: Name = ""
    customer_id: UUID | None = None
    currency: Currency = "CNY"
    prices_include_tax: bool = True
    allows_breaks: bool = True
    allows_promotion: bool = True
    allows_order_discount: bool = True
    valid_from: date | None = None
    valid_to: date | None = None
    prices: tuple[PriceRecord, ...] = ()
    breaks: tuple[BreakRecord, ...] = ()


class AdjustmentLineRecord(Frozen):
    """A price that an adjustment changes; ``old_price`` is what holds on its start, ``None`` for no price."""

    id: UUID
    price_list_id: UUID
    item_id: UUID
    unit: Name
    old_price: UnitPrice | None = None
    new_price: UnitPrice


class AdjustmentRecord(Frozen):
    """The draft of a price adjustment 调价单.

    ``open_orders``: what is quoted before the start keeps its price, asks the clerk, or follows.
    """

    id: UUID
    start: date
    reason: Text = ""
    open_orders: Literal["keep", "ask", "follow"] = "keep"
    lines: tuple[AdjustmentLineRecord, ...] = Field(default=(), max_length=2000)


class PersonRecord(Frozen):
    """A person who works at the desk."""

    id: UUID
    code: Code
    name: Name
    name_en: Name = ""
    roles: tuple[Literal["clerk", "warehouse", "manager", "finance", "administrator"], ...]
    department: Name = ""
    language: Literal["en", "zh"] = "zh"


class SiteRecord(Frozen):
    """A site with its warehouse, in its IANA zone."""

    id: UUID
    code: Code
    name: Name
    name_en: Name = ""
    zone: Name = "Asia/Shanghai"
    address: Name = ""
    phone: Name = ""


class OpeningStockRecord(Frozen):
    """What lies at a site when a store is seeded, in stock units."""

    item_id: UUID
    site_id: UUID
    quantity: Quantity


class SeededDocuments(Frozen):
    """The documents of one type that a batch wrote in bulk; their rows come beside the command."""

    type: Literal["order", "task", "delivery"]
    count: int = Field(ge=0)
    evidence: str  # Base64: id and SHA-256 of each, 48 bytes, in the order of ids


class SeedBatch(Frozen):
    """A batch for an empty store."""

    company: dict[str, str] = Field(default_factory=dict)  # settings of the company: name, currency, zone, …
    people: tuple[PersonRecord, ...] = ()
    sites: tuple[SiteRecord, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    customers: tuple[CustomerRecord, ...] = ()
    price_lists: tuple[PriceListRecord, ...] = ()
    stock: tuple[OpeningStockRecord, ...] = ()
    documents: tuple[SeededDocuments, ...] = ()
