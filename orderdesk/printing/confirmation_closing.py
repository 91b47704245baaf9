"""What ends an order confirmation, on its last page only: totals, capitals, what to do, signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orderdesk import values
from orderdesk.printing.capitals import amount_in_capitals
from orderdesk.printing.confirmation_document import OrderConfirmationDocument
from orderdesk.printing.papers import Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, fit
from orderdesk.printing.wording import Wording, money_text

_LABEL = Style(8, grey=0.35)
_FIGURE = Style(10.5)
_MONEY = Style(15, is_strong=True)
_CAPITALS = Style(11.5, is_strong=True)
_TEXT = Style(9, grey=0.2)
_SIGN = Style(8.5, grey=0.2)
_PEOPLE = Style(9.5)

_SUM_LINE = 16.0
_SUM_ROOM = 190.0
_SIGNATURE_HEIGHT = 112.0  # with three lines of names
_DATE_ROOM = 92.0
_GAP = 24.0


@dataclass(frozen=True, slots=True)
class ConfirmationClosing:
    """The end of the paper, broken into lines; ``height`` in points, it stands together on one page."""

    sums: tuple[tuple[str, str], ...]
    money: str
    capitals: tuple[str, ...]
    request: tuple[str, ...]
    people: tuple[str, ...]
    height: float

    @property
    def sums_height(self) -> float:
        """Return the height of the totals in points."""
        return max(len(self.sums) * _SUM_LINE + 36, len(self.capitals) * _CAPITALS.line_height + 40)


def measure_confirmation_closing(
    document: OrderConfirmationDocument, wording: Wording, paper: Paper
) -> ConfirmationClosing:
    """Return the end of ``document``."""
    capitals: tuple[str, ...] = ()
    if document.currency == "CNY":
        text = amount_in_capitals(values.round_amount(document.total, document.currency))
        capitals = wording.wrapped(text, _CAPITALS, paper.inner_width - _SUM_ROOM - 30, 3)
    request = wording.wrapped(wording.first("document.please_confirm"), _TEXT, paper.inner_width, 3)
    request += wording.wrapped(wording.second("document.please_confirm"), _TEXT, paper.inner_width, 3)
    people = wording.wrapped(_people(document, wording), _PEOPLE, _signature_width(paper) - _DATE_ROOM, 3)
    money = money_text(document.total, document.currency)
    bare = ConfirmationClosing(_sums(document, wording), money, capitals, request, people, 0.0)
    height = bare.sums_height + len(request) * _TEXT.line_height + 14 + _SIGNATURE_HEIGHT
    return replace(bare, height=height)


def _sums(document: OrderConfirmationDocument, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Return label and amount of what makes up the total; goods and freight only where there is freight."""
    amounts = []
    if document.freight:
        amounts += [("goods_gross", document.total - document.freight), ("freight", document.freight)]
    amounts += [("goods_net", document.net), ("tax", document.tax)]
    if document.rounding:
        amounts.append(("rounding", document.rounding))
    return tuple(
        (wording.joined(f"document.{key}"), money_text(amount, document.currency)) for key, amount in amounts
    )


def draw_confirmation_closing(pen: Pen, wording: Wording, closing: ConfirmationClosing, top: float) -> None:
    """Draw the end of the paper below ``top``, which is the end of the last row."""
    left, right = pen.paper.margin_side, pen.paper.width - pen.paper.margin_side
    y = top + 18
    for label, amount in closing.sums:
        pen.text(right - _SUM_ROOM, y, label, _LABEL)
        pen.text(right, y, amount, _FIGURE, "right")
        y += _SUM_LINE
    pen.rule(right - _SUM_ROOM, y - 10, _SUM_ROOM, 0.8)
    used = pen.text(right - _SUM_ROOM, y + 9, wording.joined("document.amount.total"), _LABEL)
    pen.text(right, y + 9, closing.money, fit(closing.money, _MONEY, _SUM_ROOM - used - 8, 7), "right")
    if closing.capitals:
        pen.text(left, top + 18, wording.joined("document.amount.capitals"), _LABEL)
        pen.text_lines(left, top + 22, closing.capitals, _CAPITALS)
    y = pen.text_lines(left, top + closing.sums_height, closing.request, _TEXT)
    _draw_signatures(pen, wording, closing, y + 14)


def _people(document: OrderConfirmationDocument, wording: Wording) -> str:
    """Return who wrote, who sells and who approved."""
    names = {
        "entered_by": document.entered_by,
        "salesperson": document.salesperson,
        "approved_by": document.approved_by,
    }
    shown = (f"{wording.first(f'document.{key}')} {name}" for key, name in names.items() if name)
    return ("; " if document.language == "en" else "；").join(shown)


def _signature_width(paper: Paper) -> float:
    return (paper.inner_width - _GAP) / 2


def _draw_signatures(pen: Pen, wording: Wording, closing: ConfirmationClosing, top: float) -> None:
    """Draw room for two stamps with their lines, and the names of our people."""
    width = _signature_width(pen.paper)
    left = pen.paper.margin_side
    for x, key in ((left, "confirm_seller"), (left + width + _GAP, "confirm_customer")):
        pen.text(x, top + 9, wording.joined(f"document.{key}"), _SIGN)
        pen.rule(x, top + 66, width, 0.7)
        pen.text(x + width - _DATE_ROOM + 18, top + 78, wording.joined("document.signed_on"), _SIGN)
    pen.text_lines(left, top + 69, closing.people, _PEOPLE)
