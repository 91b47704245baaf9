"""The foot of a form, in the same place on every page: sums, what follows, signatures, copies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from orderdesk import values
from orderdesk.printing.capitals import amount_in_capitals
from orderdesk.printing.documents import DeliveryNoteDocument, DeliveryNoteLine
from orderdesk.printing.form_columns import CELL, PADDING
from orderdesk.printing.form_head import colon
from orderdesk.printing.form_table import EDGE, INNER, Grid
from orderdesk.printing.forms import FormOptions, copies_text
from orderdesk.printing.papers import Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style, shorten
from orderdesk.printing.wording import Wording, amount_text, money_text, quantity_text

_MONEY = Style(12, is_strong=True, is_form=True)
_CAPITALS = Style(10.5, is_form=True)
_LINE = 14.5
_SIGNATURE_HEIGHT = 20.0
_FOOTER_HEIGHT = 14.0
_GAP = 10.0
_SIGNATURES = (
    ("entered_by", 0.17),
    ("salesperson", 0.17),
    ("warehouse", 0.18),
    ("deliverer", 0.18),
    ("signature", 0.3),
)


@dataclass(frozen=True, slots=True)
class Sums:
    """What one page adds up: its own lines, and all up to its end. ``None`` where there is nothing to add."""

    quantity: Decimal | None
    amount: Decimal | None
    running_count: int
    running_quantity: Decimal | None
    running_amount: Decimal | None


@dataclass(frozen=True, slots=True)
class FormFoot:
    """The foot broken into lines; ``height`` in points, the same on every page."""

    capitals: tuple[str, ...]
    note: tuple[str, ...]
    height: float

    @property
    def total_height(self) -> float:
        """Return the height of the total below the table, in points."""
        return max(1, len(self.capitals)) * _LINE + 3


def sums_of(document: DeliveryNoteDocument, pages: Sequence[range]) -> list[Sums]:
    """Return the sums of each page; of quantities only where all lines have one unit."""
    adds_up = len({line.unit for line in document.lines}) == 1
    quantities = [_total(document, rows, _quantity) if adds_up else None for rows in pages]
    amounts = [_total(document, rows, _amount) if document.shows_prices else None for rows in pages]
    running_quantities = accumulate(value or Decimal(0) for value in quantities)
    running_amounts = accumulate(value or Decimal(0) for value in amounts)
    return [
        Sums(
            quantity,
            amount,
            rows.stop,
            running_quantity if adds_up else None,
            running_amount if document.shows_prices else None,
        )
        for rows, quantity, amount, running_quantity, running_amount in zip(
            pages, quantities, amounts, running_quantities, running_amounts, strict=True
        )
    ]


def _quantity(line: DeliveryNoteLine) -> Decimal:
    return line.now


def _amount(line: DeliveryNoteLine) -> Decimal:
    return line.amount or Decimal(0)


def _total(
    document: DeliveryNoteDocument, rows: range, value: Callable[[DeliveryNoteLine], Decimal]
) -> Decimal:
    return sum((value(document.lines[row]) for row in rows), Decimal(0))


def measure_foot(document: DeliveryNoteDocument, wording: Wording, paper: Paper) -> FormFoot:
    """Return the foot of every page."""
    capitals: tuple[str, ...] = ()
    if document.shows_prices and document.total is not None and document.currency == "CNY":
        room = paper.inner_width - _MONEY.width(_money(document, wording)) - 12
        text = amount_in_capitals(values.round_amount(document.total, document.currency))
        label = wording.first("document.amount.capitals") + colon(document)
        capitals = wording.wrapped(label + text, _CAPITALS, room, 2)
    note: tuple[str, ...] = ()
    if document.note:
        label = wording.first("document.note") + colon(document)
        most = 1 if document.language == "both" else 2  # two headings take the room
        note = wording.wrapped(label + document.note, CELL, paper.inner_width, most)
    bare = FormFoot(capitals, note, 0.0)
    height = bare.total_height + len(note) * _LINE + _SIGNATURE_HEIGHT + _FOOTER_HEIGHT
    return FormFoot(capitals, note, height)


def _money(document: DeliveryNoteDocument, wording: Wording) -> str:
    label = wording.first("document.amount.total") + colon(document)
    return label + money_text(document.total or Decimal(0), document.currency)


def draw_sums(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    grid: Grid,
    sums: Sums,
    top: float,
    *,
    is_only: bool,
) -> float:
    """Draw the table's last row with the sums of this page, and return where it ends."""
    left = pen.paper.margin_side
    code = "document.total" if is_only else "document.subtotal.page"
    baseline = top + grid.step / 2 + CELL.size * 0.37
    pen.text(left + PADDING, baseline, wording.joined(code, " / "), CELL)
    figures = {
        "quantity": None if sums.quantity is None else quantity_text(sums.quantity),
        "amount": None if sums.amount is None else amount_text(sums.amount, document.currency),
    }
    figures["now"] = figures["quantity"]
    for index, column in enumerate(grid.columns):
        text = figures.get(column.key)
        if text is None:
            continue
        pen.text(left + column.anchor, baseline, text, CELL, "right")
        pen.upright(left + column.x, top, grid.step, INNER)
        if index + 1 < len(grid.columns):
            pen.upright(left + column.x + column.width, top, grid.step, INNER)
    return top + grid.step


def draw_foot(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    foot: FormFoot,
    sums: Sums,
    top: float,
    *,
    is_last: bool,
    is_only: bool,
) -> float:
    """Draw what stands below the table down to the signatures, and return where they end."""
    left, right = pen.paper.margin_side, pen.paper.width - pen.paper.margin_side
    if is_last:
        _draw_total(pen, document, wording, foot, sums, top, is_only=is_only)
    else:
        text = _running(document, wording, sums)
        pen.text(left, top + 13.5, text, CELL)
        pen.text(right, top + 13.5, wording.joined("document.continued", " / "), CELL, "right")
    y = top + foot.total_height
    if is_last:
        for line in foot.note:
            pen.text(left, y + CELL.size, line, CELL)
            y += _LINE
    y = top + foot.total_height + len(foot.note) * _LINE
    _draw_signatures(pen, document, wording, y)
    return y + _SIGNATURE_HEIGHT


def _draw_total(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    foot: FormFoot,
    sums: Sums,
    top: float,
    *,
    is_only: bool,
) -> None:
    """Draw the total of the note; on a single page without prices the table's last row has it already."""
    left, right = pen.paper.margin_side, pen.paper.width - pen.paper.margin_side
    if not document.shows_prices:
        parts = [wording.joined("document.count", " / ", count=sums.running_count)]
        if not is_only:
            parts = [wording.joined("document.total"), *parts, *_running_quantity(document, wording, sums)]
        pen.text(left, top + 13.5, "    ".join(parts), CELL)
        return
    baseline = top + 14
    for line in foot.capitals:
        pen.text(left, baseline, line, _CAPITALS)
        baseline += _LINE
    pen.text(right, top + 14, _money(document, wording), _MONEY, "right")


def _running_quantity(document: DeliveryNoteDocument, wording: Wording, sums: Sums) -> list[str]:
    if sums.running_quantity is None:
        return []
    label = wording.joined("document.column.quantity")
    return [f"{label}{colon(document)}{quantity_text(sums.running_quantity)}"]


def _running(document: DeliveryNoteDocument, wording: Wording, sums: Sums) -> str:
    """Return what all pages up to this one add up to."""
    parts = [wording.joined("document.subtotal.count", " / ", count=sums.running_count)]
    parts += _running_quantity(document, wording, sums)
    if sums.running_amount is not None:
        label = wording.joined("document.subtotal.running")
        parts.append(f"{label}{colon(document)}{money_text(sums.running_amount, document.currency)}")
    return "    ".join(parts)


def _draw_signatures(pen: Pen, document: DeliveryNoteDocument, wording: Wording, top: float) -> None:
    """Draw the names we know, and lines for those who sign."""
    known = {"entered_by": document.entered_by, "salesperson": document.salesperson}
    room = pen.paper.inner_width - _GAP * (len(_SIGNATURES) - 1)
    x, baseline = pen.paper.margin_side, top + 14.5
    for key, share in _SIGNATURES:
        width = room * share
        used = pen.text(x, baseline, wording.first(f"document.{key}") + colon(document), CELL)
        if key in known:
            name = wording.clean(known[key])
            pen.text(x + used, baseline, shorten(name, CELL, width - used), CELL)
        else:
            pen.rule(x + used, baseline + 2, width - used, INNER)
        x += width + _GAP


def draw_footer(
    pen: Pen,
    document: DeliveryNoteDocument,
    wording: Wording,
    options: FormOptions,
    page: int,
    pages: int,
) -> None:
    """Draw the names of the copies, who printed and when, and page x of y, on the last line of the form."""
    paper = pen.paper
    left, right, baseline = (
        paper.margin_side,
        paper.width - paper.margin_side,
        paper.height - paper.margin_bottom,
    )
    number = wording.joined("document.page", " / ", page=page, pages=pages)
    used = pen.text(right, baseline - 2, number, CELL, "right")
    room = paper.inner_width - used - 14
    copies = shorten(copies_text(options, wording), CELL, room)
    room -= pen.text(left, baseline - 2, copies, CELL) + 14
    if document.printed_by or document.printed_at:
        printed = wording.first("document.printed", person=document.printed_by, time=document.printed_at)
        if room > CELL.size * 4:
            pen.text(right - used - 14, baseline - 2, shorten(printed, CELL, room), CELL, "right")


def draw_edge(pen: Pen, grid: Grid, top: float) -> None:
    """Draw the strong edge around the table, after everything that touches it."""
    pen.frame(pen.paper.margin_side, top, pen.paper.inner_width, grid.height, EDGE)
