"""The head of a form: codes for scanners, sender, number, and who gets what. Each page has all of it.

The sheets of a note are torn apart and filed one by one, so none of them may lean on another.
"""

from __future__ import annotations

from dataclasses import dataclass

from orderdesk.printing.documents import DeliveryNoteDocument
from orderdesk.printing.form_columns import CELL
from orderdesk.printing.papers import Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, fit
from orderdesk.printing.wording import Wording

_TITLE = Style(16, is_strong=True, is_form=True)
_TITLE_SMALL = Style(12.5, is_strong=True, is_form=True, leading=1.2)
_NUMBER = Style(12, is_strong=True, is_form=True, leading=1.2)
_MARK = Style(10.5, is_form=True)

_QR_SIZE = 43.0
_BAR_HEIGHT = 26.0
_CODE_ROOM = 188.0
_TOP = 49.0
_SHARES = (0.45, 0.29, 0.26)
_BILINGUAL_SHARES = (0.41, 0.34, 0.25)
_GAP = 8.0
_LINE = 14.0
_BLOCK_LINES = 5  # at most, so that eight rows always have room
_FIELD_LINES = {"customer": 2, "ship_to": 3, "order": 2, "customer_po": 2, "terms": 2}


@dataclass(frozen=True, slots=True)
class Field:
    """A label with its colon, and its text in lines that begin ``x`` points to the right of it."""

    label: str
    lines: tuple[str, ...]
    x: float


@dataclass(frozen=True, slots=True)
class FormHead:
    """Everything above the table, broken into lines; ``height`` in points from the top margin.

    ``contacts`` is the sender's address with the phone, and the phone alone for where marks take the room.
    """

    contacts: tuple[str, ...]
    number: tuple[str, ...]
    marks: tuple[str, ...]
    blocks: tuple[tuple[Field, ...], ...]
    height: float


def measure_head(document: DeliveryNoteDocument, wording: Wording, paper: Paper) -> FormHead:
    """Return the head of every page."""
    blocks = [
        _block(texts, width, document, wording)
        for texts, width in zip(_texts(document), _widths(document, paper), strict=True)
    ]
    most = max(sum(len(field.lines) for field in block) for block in blocks)
    phone = document.company.phone and f"{wording.first('document.phone')} {document.company.phone}"
    number = document.number or wording.joined("document.draft")
    return FormHead(
        contacts=("  ".join(filter(None, (document.company.address, phone))), phone),
        number=wording.wrapped(number, _NUMBER, _CODE_ROOM, 2),
        marks=_marks(document, wording),
        blocks=tuple(blocks),
        height=_TOP + most * _LINE + 3,
    )


def colon(document: DeliveryNoteDocument) -> str:
    """Return what stands between a label and its text."""
    return ": " if document.language == "en" else "："


def _block(
    texts: list[tuple[str, str]], width: float, document: DeliveryNoteDocument, wording: Wording
) -> tuple[Field, ...]:
    shown = [(key, text) for key, text in texts if wording.clean(text)]
    labels = [_label(key, wording, document) for key, _ in shown]
    widest = max(map(CELL.width, labels), default=0.0)
    fields: list[Field] = []
    left = _BLOCK_LINES
    for index, (key, text) in enumerate(shown):
        # Two languages take half the block: there each text begins right behind its label.
        x = CELL.width(labels[index]) if document.language == "both" else widest
        most = min(_FIELD_LINES.get(key, 1), left - (len(shown) - index - 1))
        lines = wording.wrapped(text, CELL, width - x, most)
        left -= len(lines)
        fields.append(Field(labels[index], lines, x))
    return tuple(fields)


def _label(key: str, wording: Wording, document: DeliveryNoteDocument) -> str:
    return wording.joined(f"document.brief.{key}") + colon(document)


def _widths(document: DeliveryNoteDocument, paper: Paper) -> tuple[float, ...]:
    shares = _BILINGUAL_SHARES if document.language == "both" else _SHARES
    room = paper.inner_width - _GAP * (len(shares) - 1)
    return tuple(room * share for share in shares)


def _texts(document: DeliveryNoteDocument) -> tuple[list[tuple[str, str]], ...]:
    customer = document.customer_name
    if document.customer_code:
        customer += f" ({document.customer_code})"
    return (
        [
            ("customer", customer),
            ("ship_to", document.ship_to),
            ("receiver", " ".join(filter(None, (document.receiver, document.receiver_phone)))),
        ],
        [
            ("order", ", ".join(document.order_numbers)),
            ("customer_po", ", ".join(document.customer_po_numbers)),
            ("site", document.site),
        ],
        [
            ("date", document.delivery_date.isoformat() if document.delivery_date else ""),
            ("method", document.delivery_method),
            ("terms", document.terms if document.shows_prices else ""),
        ],
    )


def _marks(document: DeliveryNoteDocument, wording: Wording) -> tuple[str, ...]:
    """Return what must not be overlooked: a reprint, and which part of the order this is."""
    marks: list[str] = []
    if document.is_reprint:
        marks.append(wording.joined("document.copy", " / ", copy=document.copy_no))
    if document.is_partial:
        marks.append(wording.joined("document.part", " / ", part=document.part))
    return tuple(marks)


def draw_head(pen: Pen, document: DeliveryNoteDocument, wording: Wording, head: FormHead) -> float:
    """Draw the head of a page and return where it ends."""
    paper = pen.paper
    left, right, top = paper.margin_side, paper.width - paper.margin_side, paper.margin_top
    codes = _draw_codes(pen, document, head)
    if document.qr:
        pen.qr(left + _QR_SIZE, top + 1, document.qr, _QR_SIZE)
    _draw_title(
        pen, document, wording, head, (left + (_QR_SIZE if document.qr else 0) + 12, right - codes - 12)
    )
    x = left
    for block, width in zip(head.blocks, _widths(document, paper), strict=True):
        y = top + _TOP
        for field in block:
            pen.text(x, y + CELL.size, field.label, CELL)
            for line in field.lines:
                pen.text(x + field.x, y + CELL.size, line, CELL)
                y += _LINE
        x += width + _GAP
    return top + head.height


def _draw_codes(pen: Pen, document: DeliveryNoteDocument, head: FormHead) -> float:
    """Draw the number below its bars, and return how wide they are together."""
    right, top = pen.paper.width - pen.paper.margin_side, pen.paper.margin_top
    bars = 0.0
    if document.barcode and len(head.number) == 1:
        bars = pen.code128(right, top + 1, document.barcode, _CODE_ROOM, _BAR_HEIGHT)
    width = max(bars, *(_NUMBER.width(line) for line in head.number))
    pen.text_lines(right, top + (29 if bars else 3), head.number, _NUMBER, "right")
    return width


def _draw_title(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    head: FormHead,
    room: tuple[float, float],
) -> None:
    """Draw sender and title in the middle of what the codes leave, marks and contact below them."""
    left, right = room
    top = pen.paper.margin_top
    title = f"{wording.clean(document.company.name)}  {wording.joined('document.title.delivery_note')}"
    style = fit(title, _TITLE, right - left, _TITLE_SMALL.size)
    if style.width(title) <= right - left:
        lines, start = [title], top + 19 - style.size
    else:
        style = _TITLE_SMALL
        lines, start = [*wording.wrapped(title, style, right - left, 2)], top - 2.5
    middle = _middle(pen.paper, room, max(style.width(line) for line in lines))
    pen.text_lines(middle, start, lines, style, "center")
    _draw_below_title(pen, wording, head, room, middle)


def _draw_below_title(
    pen: Pen, wording: Wording, head: FormHead, room: tuple[float, float], middle: float
) -> None:
    left, right = room
    gap = 6.0
    marks = sum(_MARK.width(mark) + _MARK.size + gap for mark in head.marks)
    fitting = (text for text in map(wording.clean, head.contacts) if CELL.width(text) <= right - left - marks)
    contact = wording.wrapped(next(fitting, head.contacts[0]), CELL, right - left - marks, 1)
    width = marks + (CELL.width(contact[0]) if contact else -gap)
    x = min(max(middle - width / 2, left), right - width)
    baseline = pen.paper.margin_top + 40
    for mark in head.marks:
        x += pen.mark(x, baseline - _MARK.size * 1.23, mark, _MARK, is_filled=False) + gap
    for line in contact:
        pen.text(x, baseline, line, CELL)


def _middle(paper: Paper, room: tuple[float, float], width: float) -> float:
    """Return the middle of the sheet, or of the room where the sheet's would run into a code."""
    left, right = room
    return min(max(paper.width / 2, left + width / 2), right - width / 2)
