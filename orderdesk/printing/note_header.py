"""The head of each page of an A4 paper: on the first sender and receiver, then what identifies the paper."""

from __future__ import annotations

from dataclasses import dataclass

from orderdesk.printing.documents import CompanyBlock, DeliveryNoteDocument
from orderdesk.printing.papers import Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, fit, shorten
from orderdesk.printing.wording import Wording

_COMPANY = Style(15, is_strong=True, leading=1.25)
_SENDER = Style(8.5, grey=0.3, leading=1.35)
_TITLE = Style(23, is_strong=True)
_TITLE_SECOND = Style(10, grey=0.3)
_LABEL = Style(8, grey=0.35)
_NUMBER = Style(25, is_strong=True)
_NO_NUMBER = Style(20, is_strong=True)
_MARK = Style(9, is_strong=True)
_VALUE = Style(10.5)
_VALUE_STRONG = Style(11.5, is_strong=True)
_RUNNING = Style(10.5, is_strong=True)

_QR_SIZE = 54.0
_BAR_HEIGHT = 30.0
_TITLE_ROOM = 175.0
_BAND = 77.0
_FIELD_GAP = 4.0
_BLOCK_GAP = 22.0
_LEFT_SHARE = 0.56
# Bounded, so that the head, one row and the closing block always fit one page.
_FIELD_LINES = {"customer": 3, "ship_to": 3, "note": 3, "order": 3}


@dataclass(frozen=True, slots=True)
class HeadTexts:
    """What stands in the head of a paper, whichever it is.

    ``title`` and ``number_label`` are codes of labels. ``left`` and ``right`` are (end of the label's code,
    text); empty texts are left out. A mark is filled where it must not be overlooked.
    """

    title: str
    number_label: str
    number: str
    company: CompanyBlock
    customer_name: str
    left: tuple[tuple[str, str], ...]
    right: tuple[tuple[str, str], ...]
    marks: tuple[tuple[str, bool], ...] = ()
    barcode: str = ""
    qr: str = ""


def note_head(document: DeliveryNoteDocument, wording: Wording) -> HeadTexts:
    """Return the head of a delivery note."""
    return HeadTexts(
        title="document.title.delivery_note",
        number_label="document.number",
        number=document.number,
        company=document.company,
        customer_name=document.customer_name,
        left=_receiver_texts(document),
        right=_reference_texts(document),
        marks=_marks(document, wording),
        barcode=document.barcode,
        qr=document.qr,
    )


def customer_text(name: str, code: str) -> str:
    """Return a customer with its code, where it has one."""
    return f"{name} ({code})" if code else name


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its text in lines."""

    label: str
    lines: tuple[str, ...]
    style: Style

    @property
    def height(self) -> float:
        """Return the height in points with the gap below."""
        return len(self.lines) * self.style.line_height + _FIELD_GAP


@dataclass(frozen=True, slots=True)
class Block:
    """One column of fields; ``value_x`` is where texts begin, from the block's left edge."""

    fields: tuple[Field, ...]
    value_x: float

    @property
    def height(self) -> float:
        """Return the height in points."""
        return sum(field.height for field in self.fields)


@dataclass(frozen=True, slots=True)
class Header:
    """Everything above the table, broken into lines; ``height`` in points from the top margin."""

    company: tuple[str, ...]
    sender: tuple[str, ...]
    left: Block
    right: Block
    height: float

    @property
    def top_height(self) -> float:
        """Return the height of sender and title in points."""
        sender = len(self.company) * _COMPANY.line_height + len(self.sender) * _SENDER.line_height
        return max(sender, 43.0) + 6


def measure_header(texts: HeadTexts, wording: Wording, paper: Paper) -> Header:
    """Return the head of the first page."""
    room = paper.inner_width - _TITLE_ROOM
    company = wording.wrapped(texts.company.name, _COMPANY, room, 2)
    contact = [texts.company.address]
    if texts.company.phone:
        contact.append(f"{wording.first('document.phone')} {texts.company.phone}")
    sender = tuple(line for text in contact for line in wording.wrapped(text, _SENDER, room, 2))
    left_width = (paper.inner_width - _BLOCK_GAP) * _LEFT_SHARE
    right_width = paper.inner_width - _BLOCK_GAP - left_width
    left = _block(texts.left, left_width, wording)
    right = _block(texts.right, right_width, wording)
    bare = Header(company, sender, left, right, 0.0)
    height = bare.top_height + _BAND + max(left.height, right.height) + 8
    return Header(company, sender, left, right, height)


def running_height() -> float:
    """Return the height in points of the head of the second and later pages."""
    return 46.0


def _receiver_texts(document: DeliveryNoteDocument) -> tuple[tuple[str, str], ...]:
    receiver = " ".join(filter(None, (document.receiver, document.receiver_phone)))
    return (
        ("customer", customer_text(document.customer_name, document.customer_code)),
        ("ship_to", document.ship_to),
        ("receiver", receiver),
        ("note", document.note),
    )


def _reference_texts(document: DeliveryNoteDocument) -> tuple[tuple[str, str], ...]:
    return (
        ("order", ", ".join(document.order_numbers)),
        ("customer_po", ", ".join(document.customer_po_numbers)),
        ("date", document.delivery_date.isoformat() if document.delivery_date else ""),
        ("method", document.delivery_method),
        ("site", document.site),
        ("terms", document.terms),
    )


def _block(texts: tuple[tuple[str, str], ...], width: float, wording: Wording) -> Block:
    shown = [(key, text) for key, text in texts if wording.clean(text)]
    labels = {key: wording.joined(f"document.{key}") for key, _ in shown}
    value_x = max((_LABEL.width(label) for label in labels.values()), default=0.0) + 10
    fields: list[Field] = []
    for key, text in shown:
        style = _VALUE_STRONG if key == "customer" else _VALUE
        fields.append(
            Field(labels[key], wording.wrapped(text, style, width - value_x, _FIELD_LINES.get(key, 2)), style)
        )
    return Block(tuple(fields), value_x)


def draw_header(pen: Pen, texts: HeadTexts, wording: Wording, header: Header) -> float:
    """Draw the head of the first page and return where it ends."""
    paper = pen.paper
    left, right, top = paper.margin_side, paper.width - paper.margin_side, paper.margin_top
    end = pen.text_lines(left, top, header.company, _COMPANY)
    pen.text_lines(left, end + 2, header.sender, _SENDER)
    pen.text(right, top + 22, wording.first(texts.title), _TITLE, "right")
    pen.text(right, top + 38, wording.second(texts.title), _TITLE_SECOND, "right")
    band = top + header.top_height
    pen.rule(left, band, paper.inner_width, 1.4)
    _draw_band(pen, texts, wording, band)
    blocks = band + _BAND
    _draw_block(pen, header.left, left, blocks)
    left_width = (paper.inner_width - _BLOCK_GAP) * _LEFT_SHARE
    _draw_block(pen, header.right, left + left_width + _BLOCK_GAP, blocks)
    return top + header.height


def _draw_band(pen: Pen, texts: HeadTexts, wording: Wording, top: float) -> None:
    """Draw the number, the marks beside it, and the codes for scanners."""
    left, right = pen.paper.margin_side, pen.paper.width - pen.paper.margin_side
    if texts.qr:
        pen.qr(right, top + 9, texts.qr, _QR_SIZE)
        right -= _QR_SIZE + 14
    if texts.barcode:
        bars = pen.code128(right, top + 9, texts.barcode, 190, _BAR_HEIGHT)
        if bars:
            pen.text(right - bars / 2, top + 9 + _BAR_HEIGHT + 10, texts.barcode, _LABEL, "center")
            right -= bars + 14
    pen.text(left, top + 16, wording.joined(texts.number_label), _LABEL)
    number = number_text(texts, wording)
    style = fit(number, _NUMBER if texts.number else _NO_NUMBER, right - left, 7)
    pen.text(left, top + 41, number, style)
    draw_marks(pen, texts, left, top + 50)


def number_text(texts: HeadTexts, wording: Wording) -> str:
    """Return the number, or that this is a draft where none is given yet."""
    return wording.clean(texts.number) or wording.joined("document.draft")


def _marks(document: DeliveryNoteDocument, wording: Wording) -> tuple[tuple[str, bool], ...]:
    marks: list[tuple[str, bool]] = []
    if document.is_reprint:
        marks.append((wording.joined("document.copy", " / ", copy=document.copy_no), True))
    if document.is_partial:
        marks.append((wording.joined("document.part", " / ", part=document.part), False))
    return tuple(marks)


def draw_marks(pen: Pen, texts: HeadTexts, x: float, top: float) -> None:
    """Draw what must not be overlooked: a reprint (filled), which part of the order this is."""
    for text, is_filled in texts.marks:
        x += pen.mark(x, top, text, _MARK, is_filled=is_filled) + 6


def _draw_block(pen: Pen, block: Block, x: float, top: float) -> None:
    for field in block.fields:
        pen.text(x, top + field.style.size, field.label, _LABEL)
        pen.text_lines(x + block.value_x, top, field.lines, field.style)
        top += field.height


def draw_running_header(pen: Pen, texts: HeadTexts, wording: Wording) -> float:
    """Draw the head of a later page and return where it ends."""
    paper = pen.paper
    left, right, top = paper.margin_side, paper.width - paper.margin_side, paper.margin_top
    title = wording.joined(texts.title)
    number = number_text(texts, wording)
    style = fit(f"{title}  {number}", _RUNNING, paper.inner_width * 0.55, 6)
    used = pen.text(right, top + 11, f"{title}  {number}", style, "right")
    company = wording.clean(texts.company.name)
    pen.text(left, top + 11, shorten(company, _RUNNING, paper.inner_width - used - 12), _RUNNING)
    customer = shorten(wording.clean(texts.customer_name), _SENDER, paper.inner_width * 0.5)
    used = pen.text(left, top + 28, customer, _SENDER)
    draw_marks(pen, texts, left + used + 10, top + 18.5)
    return top + running_height()
