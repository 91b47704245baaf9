"""The order confirmation 订单确认 as data: what a customer is asked to check and to sign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from orderdesk.printing.documents import CompanyBlock, DocumentLanguage, Labels


@dataclass(frozen=True, slots=True)
class ConfirmedPart:
    """A schedule line 交货计划行: a quantity in the line's unit, its day, and its place where that is another
    than the order's.
    """

    quantity: Decimal
    day: date | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmationLine:
    """One line: ``unit_price`` and ``amount`` include tax, in the order's currency.

    ``tax_rate`` is a fraction.
    """

    position: int
    code: str
    name: str
    specification: str
    unit: str
    quantity: Decimal
    unit_price: Decimal
    tax_rate: Decimal
    amount: Decimal
    parts: tuple[ConfirmedPart, ...] = ()
    note: str = ""
    when_short: str = ""  # where it is another wish than the order's
    customer_item: str = ""
    is_gift: bool = False


@dataclass(frozen=True, slots=True)
class OrderConfirmationDocument:
    """One order confirmation, complete.

    Amounts are in ``currency``: ``total`` is due, ``tax`` is contained in it, ``freight`` includes tax, and
    ``rounding`` was already taken off the lines 抹零. ``is_pending`` prints across each page that the order
    is not approved yet, ``is_draft`` that it was not even sent; a draft may have no number yet.
    ``printed_at`` is text with its zone.

    Raises ``ValueError`` without lines or number, and where lines and freight are not the total.
    """

    number: str
    language: DocumentLanguage
    labels: Labels
    company: CompanyBlock
    customer_code: str
    customer_name: str
    document_date: date
    lines: tuple[ConfirmationLine, ...]
    total: Decimal
    tax: Decimal
    freight: Decimal = Decimal(0)
    rounding: Decimal = Decimal(0)
    currency: str = "CNY"
    ship_to: str = ""
    receiver: str = ""
    receiver_phone: str = ""
    customer_po: str = ""
    requested: date | None = None
    terms: str = ""
    delivery_method: str = ""
    freight_terms: str = ""
    when_short: str = ""
    invoice: str = ""
    sender: str = ""  # of a drop order 代发
    salesperson: str = ""
    entered_by: str = ""
    approved_by: str = ""
    note: str = ""
    is_pending: bool = False
    is_draft: bool = False
    printed_by: str = ""
    printed_at: str = ""

    def __post_init__(self) -> None:
        """Refuse a paper that could not be drawn truthfully."""
        if not self.lines or not (self.number or self.is_draft):
            raise ValueError("an order confirmation has a number and at least one line")
        if sum((line.amount for line in self.lines), self.freight) != self.total:
            raise ValueError("lines and freight must sum to the total")

    @property
    def net(self) -> Decimal:
        """Return the total without tax."""
        return self.total - self.tax
