"""An order as it is typed. ``SaveDraft`` and ``SubmitOrder`` both carry the whole of it, never a difference.

The same frozen draft is edited by the entry screen, written to the typing journal, saved, and submitted.
"""

from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from orderdesk.wire.base import UUID, Amount, Code, Currency, Frozen, Name, Quantity, Rate, Text, UnitPrice

MAX_LINES = 2_000  # of an order
MOST_ANSWERS = 200  # about orders that are alike, kept on a draft

OrderKind = Literal["quotation", "order", "call_off", "sample"]
DeliveryMethod = Literal["own_truck", "pickup", "freight", "courier"]
Urgency = Literal["normal", "urgent"]
WhenShort = Literal["wait", "partial", "cancel", "substitute", "ask"]
FreightTerms = Literal["free", "prepaid", "collect"]
RoundingStep = Literal["none", "jiao", "yuan"]
InvoiceKind = Literal["special", "ordinary", "none"]  # 专票, 普票, 不开票


class NoteDraft(Frozen):
    """A note 备注 of an order or a line, with where it shows.

    The desk sees all of them; a paper has only those that are meant for it. One without a flag is internal.
    """

    text: Text
    internal: bool = False  # 内部: never leaves the house
    on_delivery_note: bool = False  # 随送货单
    for_customer: bool = False  # 给客户: on the order confirmation

    @property
    def is_internal(self) -> bool:
        """Whether it is for the house: it says so, or nobody said whom else it is for."""
        return self.internal or not (self.on_delivery_note or self.for_customer)


def open_note(text: str) -> tuple[NoteDraft, ...]:
    """Return a note that stands on every paper, as one that is typed behind ``#`` does; none for no text."""
    return (NoteDraft(text=text, on_delivery_note=True, for_customer=True),) if text.strip() else ()


def _with_notes(fields: Any) -> Any:
    """Take the one ``note`` of drafts from before notes had flags: it stands on every paper, as it did."""
    if not isinstance(fields, dict) or "note" not in fields or "notes" in fields:
        return fields
    told = dict(fields)
    text = told.pop("note")
    flags = {"on_delivery_note": True, "for_customer": True}
    told["notes"] = [] if text == "" else [{"text": text, **flags}]
    return told


class AddressDraft(Frozen):
    """Where goods go, as typed for this order; a saved address is copied.

    So later changes do not move the goods.
    """

    address_id: UUID | None = None
    label: Name = ""
    province: Name = ""
    city: Name = ""
    district: Name = ""
    rest: Name = ""
    receiver: Name = ""
    phone: Name = ""


class ScheduleDraft(Frozen):
    """One schedule line 交货计划行: quantity × requested date × address × receiver × site.

    In the line's sales unit.
    """

    id: UUID
    quantity: Quantity
    requested: date | None = None
    deliver_to: AddressDraft | None = None  # None: the order's address
    site_id: UUID | None = None  # None: the order's site


class LineDraft(Frozen):
    """One line as typed.

    Without ``item_id`` or ``quantity`` it is provisional: saved, but left out of the totals.
    """

    id: UUID
    item_id: UUID | None = None
    typed_code: Name = ""  # what stands in the code box while no item is chosen
    quantity: Quantity | None = None
    unit: Name = ""
    manual_price: UnitPrice | None = None  # per price unit, in the order's typed basis (prices_include_tax)
    manual_reason: Name = ""
    discount: Rate | None = None  # line discount as a fraction
    gift: bool = False
    gift_reason: Name = ""
    notes: tuple[NoteDraft, ...] = Field(default=(), max_length=20)
    when_short: WhenShort | None = None  # None: as the order says
    seen_price: UnitPrice | None = None  # the unit price that the clerk saw and read out
    quoted_on: date | None = None  # the day on which a price of this line was first read out
    schedule: tuple[ScheduleDraft, ...] = Field(default=(), max_length=200)  # empty: all at the order's date

    _old_note = model_validator(mode="before")(_with_notes)


class LeftAt(Frozen):
    """The cell of the grid in which a draft was parked: whoever resumes it goes on there."""

    row: int = Field(ge=0, le=2000)
    column: Name


class OrderDraft(Frozen):
    """A whole order as typed."""

    id: UUID
    number: Code | None = None  # drawn by the desk at the first save or submit, final from then on
    kind: OrderKind = "order"
    channel: Literal["typed", "pasted", "file", "api", "portal"] = "typed"
    customer_id: UUID | None = None  # sold-to
    bill_to_id: UUID | None = None  # None: the sold-to
    payer_id: UUID | None = None
    deliver_to: AddressDraft = AddressDraft()
    site_id: UUID | None = None
    po_number: Name = ""
    document_date: date | None = None  # None: today at the site
    requested: date | None = None
    salesperson_id: UUID | None = None
    department: Name = ""
    delivery_method: DeliveryMethod = "freight"
    urgency: Urgency = "normal"
    when_short: WhenShort = "wait"
    currency: Currency = "CNY"
    prices_include_tax: bool = True  # 单价含税: which price is typed
    order_discount: Rate | None = None  # as a fraction
    rounding: RoundingStep = "none"  # 抹零
    freight_terms: FreightTerms = "free"
    freight: Amount | None = None
    invoice_kind: InvoiceKind | None = None  # None: as the customer usually has it
    drop_order: bool = False  # 代发: under the customer's own sender name, no prices with the goods
    sender_name: Name = ""  # of a drop order; empty: the customer's own
    sender_phone: Name = ""
    notes: tuple[NoteDraft, ...] = Field(default=(), max_length=20)
    not_twins: tuple[UUID, ...] = Field(default=(), max_length=MOST_ANSWERS)  # alike, but others
    parked: bool = False
    left_at: LeftAt | None = None  # while it is parked
    custom: dict[str, str] = Field(default_factory=dict)
    lines: tuple[LineDraft, ...] = Field(default=(), max_length=MAX_LINES)

    _old_note = model_validator(mode="before")(_with_notes)
