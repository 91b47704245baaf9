"""What ends a delivery note, on its last page only: totals, the amount in capitals, the signatures."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from orderdesk import values
from orderdesk.printing.capitals import amount_in_capitals
from orderdesk.printing.documents import DeliveryNoteDocument, DeliveryNoteLine
from orderdesk.printing.note_columns import Column
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, fit
from orderdesk.printing.wording import Wording, money_text, quantity_text

_TOTAL = Style(10.5, is_strong=True)
_COUNT = Style(9, grey=0.3)
_LABEL = Style(8, grey=0.35)
_SIGN_LABEL = Style(8.5, grey=0.2)
_CAPITALS = Style(11.5, is_strong=True)
_MONEY = Style(15, is_strong=True)
_NAME = Style(10.5)

_TOTAL_HEIGHT = 24.0
_SIGNATURE_HEIGHT = 66.0
_COLUMN_GAP = 16.0
_MONEY_ROOM = 150.0
_SHARES = (0.2, 0.2, 0.36, 0.24)


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of the note, broken into lines; ``height`` in points, it stands together on one page."""

    quantity: str
    capitals: tuple[str, ...]
    money: str
    names: tuple[tuple[str, ...], ...]
    height: float

    @property
    def money_height(self) -> float:
        """Return the height of the amount due in points; 0 on a note without prices."""
        return max(len(self.capitals) * _CAPITALS.line_height + 14, 34.0) + 10 if self.money else 0.0


def measure_closing(document: DeliveryNoteDocument, wording: Wording, width: float) -> Closing:
    """Return the end of ``document`` set into ``width`` points."""
    capitals: tuple[str, ...] = ()
    money = ""
    if document.shows_prices and document.total is not None:
        money = money_text(document.total, document.currency)
        capitals = wording.wrapped(_capitals(document), _CAPITALS, width - _MONEY_ROOM - 20, 3)
    widths = _signature_widths(width)
    names = tuple(
        wording.wrapped(name, _NAME, widths[index], 2)
        for index, name in enumerate((document.entered_by, document.salesperson))
    )
    bare = Closing(_quantity(document), capitals, money, names, 0.0)
    height = _TOTAL_HEIGHT + bare.money_height + _SIGNATURE_HEIGHT
    return Closing(bare.quantity, capitals, money, names, height)


def _capitals(document: DeliveryNoteDocument) -> str:
    if document.currency != "CNY" or document.total is None:
        return ""
    return amount_in_capitals(values.round_amount(document.total, document.currency))


def _quantity(document: DeliveryNoteDocument) -> str:
    """Return the total of this delivery; empty where lines have different units, which do not add up."""
    if len({line.unit for line in document.lines}) > 1:
        return ""
    return quantity_text(sum((line.now for line in document.lines), Decimal(0)))


def draw_closing(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    columns: tuple[Column[DeliveryNoteLine], ...],
    closing: Closing,
    top: float,
) -> None:
    """Draw the end of the note below ``top``, which is the end of the last row."""
    left = pen.paper.margin_side
    used = pen.text(left, top + 15.5, wording.joined("document.total"), _TOTAL)
    count = wording.joined("document.count", " / ", count=len(document.lines))
    pen.text(left + used + 10, top + 15.5, count, _COUNT)
    for column in columns:
        if column.key in {"now", "quantity"} and closing.quantity:
            style = fit(closing.quantity, _TOTAL, column.width, 3)
            pen.text(left + column.anchor, top + 15.5, closing.quantity, style, "right")
    top += _TOTAL_HEIGHT
    if closing.money:
        _draw_money(pen, wording, closing, top)
    _draw_signatures(pen, wording, closing, top + closing.money_height)


def _draw_money(pen: Pen, wording: Wording, closing: Closing, top: float) -> None:
    left, right = pen.paper.margin_side, pen.paper.width - pen.paper.margin_side
    pen.box(left, top, pen.paper.inner_width, closing.money_height - 10, 0.945)
    if closing.capitals:
        pen.text(left + 10, top + 11.5, wording.joined("document.amount.capitals"), _LABEL)
        pen.text_lines(left + 10, top + 14.5, closing.capitals, _CAPITALS)
    pen.text(right - 10, top + 11.5, wording.joined("document.amount.total"), _LABEL, "right")
    pen.text(right - 10, top + 28, closing.money, fit(closing.money, _MONEY, _MONEY_ROOM, 7), "right")


def _signature_widths(width: float) -> tuple[float, ...]:
    room = width - _COLUMN_GAP * (len(_SHARES) - 1)
    return tuple(room * share for share in _SHARES)


def _draw_signatures(pen: Pen, wording: Wording, closing: Closing, top: float) -> None:
    """Draw the names we know and the lines that are signed by hand."""
    x = pen.paper.margin_side
    codes = ("entered_by", "salesperson", "signature", "signed_on")
    names = (*closing.names, (), ())
    for code, lines, width in zip(codes, names, _signature_widths(pen.paper.inner_width), strict=True):
        pen.text(x, top + 20, wording.joined(f"document.{code}"), _SIGN_LABEL)
        pen.text_lines(x, top + 56 - len(lines) * _NAME.line_height, lines, _NAME)
        pen.rule(x, top + 58, width, 0.7)
        x += width + _COLUMN_GAP
