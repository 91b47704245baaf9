"""The papers as data: everything that stands on one, frozen, before anybody draws it.

A document carries its own words. The service makes them once with :func:`labels_from` and the
catalogues; this package holds no sentence. Quantities are ``Decimal`` in the line's unit, amounts
``Decimal`` in ``currency`` units.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Literal, Protocol

_SCANNABLE = re.compile(r"[ -~]{0,80}")

CatalogueLanguage = Literal["en", "zh"]
DocumentLanguage = Literal["en", "zh", "both"]

# Every text on a paper, with the parameters that the drawing fills in (only it knows page numbers).
LABEL_PARAMS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "document.alignment.cross": ("millimetres",),
        "document.alignment.formula": ("millimetres",),
        "document.alignment.frame": (),
        "document.alignment.offset": ("right", "down"),
        "document.alignment.title": (),
        "document.amount.capitals": (),
        "document.amount.total": (),
        "document.approved_by": (),
        "document.brief.customer": (),
        "document.brief.customer_po": (),
        "document.brief.date": (),
        "document.brief.method": (),
        "document.brief.order": (),
        "document.brief.receiver": (),
        "document.brief.ship_to": (),
        "document.brief.site": (),
        "document.brief.terms": (),
        "document.column.amount": (),
        "document.column.amount_gross": (),
        "document.column.before": (),
        "document.column.code": (),
        "document.column.name": (),
        "document.column.now": (),
        "document.column.open": (),
        "document.column.ordered": (),
        "document.column.position": (),
        "document.column.price": (),
        "document.column.quantity": (),
        "document.column.remark": (),
        "document.column.specification": (),
        "document.column.tax_rate": (),
        "document.column.unit": (),
        "document.column.unit_price": (),
        "document.confirm_customer": (),
        "document.confirm_seller": (),
        "document.continued": (),
        "document.copy": ("copy",),
        "document.copy.customer": (),
        "document.copy.finance": (),
        "document.copy.receipt": (),
        "document.copy.stub": (),
        "document.count": ("count",),
        "document.customer": (),
        "document.customer_item": (),
        "document.customer_po": (),
        "document.date": (),
        "document.deliverer": (),
        "document.document_date": (),
        "document.draft": (),
        "document.entered_by": (),
        "document.freight": (),
        "document.freight_terms": (),
        "document.gift": (),
        "document.goods_gross": (),
        "document.goods_net": (),
        "document.invoice": (),
        "document.method": (),
        "document.note": (),
        "document.nothing_below": (),
        "document.number": (),
        "document.order": (),
        "document.order_number": (),
        "document.page": ("page", "pages"),
        "document.part": ("part",),
        "document.pending": (),
        "document.phone": (),
        "document.please_confirm": (),
        "document.printed": ("person", "time"),
        "document.receiver": (),
        "document.remark.partial": ("ordered", "open"),
        "document.requested": (),
        "document.rounding": (),
        "document.salesperson": (),
        "document.schedule": ("date", "quantity", "unit"),
        "document.schedule.open_date": (),
        "document.ship_to": (),
        "document.sender": (),
        "document.signature": (),
        "document.signed_on": (),
        "document.site": (),
        "document.subtotal.count": ("count",),
        "document.subtotal.page": (),
        "document.subtotal.running": (),
        "document.tax": (),
        "document.terms": (),
        "document.title.delivery_note": (),
        "document.title.order_confirmation": (),
        "document.total": (),
        "document.warehouse": (),
        "document.when_short": (),
    }
)

LABELS: tuple[str, ...] = tuple(LABEL_PARAMS)
"""The codes of all texts that a document needs; the ``document`` catalogue has each in both languages."""


class TextSource(Protocol):
    """The shape of ``orderdesk.words.text``: code and language in, sentence out."""

    def __call__(self, code: str, language: CatalogueLanguage, /, **params: object) -> str:
        """Return the sentence of ``code`` with ``params`` filled in."""
        ...


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of one document: code to text, parameters still standing as ``{name}``.

    ``second`` is there on a bilingual paper only: the smaller English beside the Chinese.
    """

    first: Mapping[str, str]
    second: Mapping[str, str] | None = None


def labels_from(text: TextSource, language: DocumentLanguage) -> Labels:
    """Return the labels of a paper in ``language``, taken from ``text`` (``orderdesk.words.text``).

    ``both`` is Chinese with the English beside it. Parameters stay open: page numbers are not known yet.
    """

    def catalogue(one: CatalogueLanguage) -> Mapping[str, str]:
        texts = {
            code: text(code, one, **{name: f"{{{name}}}" for name in names})
            for code, names in LABEL_PARAMS.items()
        }
        return MappingProxyType(texts)

    if language == "both":
        return Labels(catalogue("zh"), catalogue("en"))
    return Labels(catalogue(language))


@dataclass(frozen=True, slots=True)
class CompanyBlock:
    """The sender at the head of the paper; on a drop order the customer's own sender name."""

    name: str
    address: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryNoteLine:
    """One row: quantities in ``unit``; ``open`` is what remains after this delivery (未发余量).

    ``unit_price`` and ``amount`` include tax, are in the document's currency, and are needed only where
    the note shows prices; ``amount`` belongs to ``now``. ``note`` and ``customer_item`` (客户料号) print
    small under the name.
    """

    position: int
    code: str
    name: str
    specification: str
    unit: str
    ordered: Decimal
    before: Decimal
    now: Decimal
    open: Decimal
    unit_price: Decimal | None = None
    amount: Decimal | None = None
    note: str = ""
    customer_item: str = ""
    is_gift: bool = False


@dataclass(frozen=True, slots=True)
class DeliveryNoteDocument:
    """One delivery note 送货单, complete.

    ``copy_no`` counts prints of the same note: 1 is the original, any other is marked as a reprint. A
    draft (also the preview before shipping) has ``is_draft`` and may have no ``number`` yet, since
    numbers have no gaps. ``part`` counts the deliveries of the order and prints where the delivery is
    partial. ``total`` is the amount of this delivery with tax. ``printed_at`` is text with its zone,
    made by whoever knows the reader's zone. ``barcode`` prints as Code 128 beside the number, ``qr`` as
    QR code; both are left out when empty.

    Raises ``ValueError`` when there are no lines, the number of a note that is no draft is missing,
    ``copy_no`` or ``part`` is below 1, prices are to show and one is missing, or a code for scanners
    is longer than 80 signs or not ASCII.
    """

    number: str
    language: DocumentLanguage
    labels: Labels
    company: CompanyBlock
    customer_code: str
    customer_name: str
    order_numbers: tuple[str, ...]
    lines: tuple[DeliveryNoteLine, ...]
    delivery_date: date | None
    ship_to: str
    receiver: str = ""
    receiver_phone: str = ""
    customer_po_numbers: tuple[str, ...] = ()
    site: str = ""
    delivery_method: str = ""
    terms: str = ""
    entered_by: str = ""
    salesperson: str = ""
    note: str = ""
    copy_no: int = 1
    part: int = 1
    is_draft: bool = False
    shows_prices: bool = False
    currency: str = "CNY"
    total: Decimal | None = None
    barcode: str = ""
    qr: str = ""
    printed_by: str = ""
    printed_at: str = ""

    def __post_init__(self) -> None:
        """Refuse a paper that could not be drawn truthfully."""
        if not self.lines:
            raise ValueError("a delivery note has at least one line")
        if not self.number and not self.is_draft:
            raise ValueError("only a draft has no number")
        if self.copy_no < 1 or self.part < 1:
            raise ValueError("copies and parts are counted from 1")
        if self.shows_prices and (self.total is None or any(_lacks_price(line) for line in self.lines)):
            raise ValueError("a note with prices needs the price and amount of each line and the total")
        if not _SCANNABLE.fullmatch(self.barcode) or not _SCANNABLE.fullmatch(self.qr):
            raise ValueError("codes for scanners hold printable ASCII, 80 signs at most")

    @property
    def is_reprint(self) -> bool:
        """Return whether this note was printed before."""
        return self.copy_no > 1

    @property
    def is_partial(self) -> bool:
        """Return whether something went before or stays open, so that 订货, 已发, 本次, 未发 are shown."""
        return any(line.before or line.open for line in self.lines)


def _lacks_price(line: DeliveryNoteLine) -> bool:
    return line.unit_price is None or line.amount is None
