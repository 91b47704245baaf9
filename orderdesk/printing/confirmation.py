"""Draws the order confirmation 订单确认 on A4, from the same parts as the delivery note."""

from __future__ import annotations

from dataclasses import dataclass, replace

from orderdesk import values
from orderdesk.printing.confirmation_closing import (
    ConfirmationClosing,
    draw_confirmation_closing,
    measure_confirmation_closing,
)
from orderdesk.printing.confirmation_document import ConfirmationLine, OrderConfirmationDocument
from orderdesk.printing.delivery_note import (
    CONTINUED_HEIGHT,
    FOOTER_HEIGHT,
    RenderedDocument,
    draw_continued,
    draw_footer,
    paginate,
)
from orderdesk.printing.note_columns import CELL, CELL_STRONG, Column, figure_column, place_columns
from orderdesk.printing.note_header import (
    Header,
    HeadTexts,
    customer_text,
    draw_header,
    draw_running_header,
    measure_header,
    running_height,
)
from orderdesk.printing.note_table import (
    Heading,
    Row,
    draw_heading,
    draw_row,
    measure_heading,
    measure_lines,
)
from orderdesk.printing.papers import A4, Paper
from orderdesk.printing.pen import Pen
from orderdesk.printing.texts import Style
from orderdesk.printing.wording import Wording, amount_text, price_text, quantity_text


@dataclass(frozen=True, slots=True)
class _Layout:
    """One confirmation, measured."""

    head: HeadTexts
    header: Header
    columns: tuple[Column[ConfirmationLine], ...]
    heading: Heading
    rows: tuple[Row, ...]
    closing: ConfirmationClosing


def render_order_confirmation(document: OrderConfirmationDocument, paper: Paper = A4) -> RenderedDocument:
    """Return ``document`` drawn on ``paper``; equal documents give equal bytes.

    A sign in neither font prints as □, a text without room ends in an ellipsis; both come back as warnings.
    """
    wording = Wording(document.labels)
    layout = _measured(document, wording, paper)
    room = paper.height - paper.margin_top - paper.margin_bottom - FOOTER_HEIGHT - layout.heading.height
    pages = paginate(
        [row.height for row in layout.rows],
        first_room=room - layout.header.height,
        next_room=room - running_height(),
        closing=layout.closing.height,
        continued=CONTINUED_HEIGHT,
    )
    pen = Pen(
        paper,
        f"{wording.joined(layout.head.title)} {wording.clean(document.number)}",
        wording.clean(document.company.name),
        "en" if document.language == "en" else "zh-CN",
    )
    for index, rows in enumerate(pages):
        _draw_page(pen, document, wording, layout, rows, (index + 1, len(pages)))
        pen.next_page()
    return RenderedDocument(pen.finish(), len(pages), wording.warnings())


def _measured(document: OrderConfirmationDocument, wording: Wording, paper: Paper) -> _Layout:
    head = _head(document)
    columns = place_columns(_columns(document.currency), document.lines, wording, paper.inner_width)
    return _Layout(
        head=head,
        header=measure_header(head, wording, paper),
        columns=columns,
        heading=measure_heading(columns, wording),
        rows=measure_lines(
            document.lines, columns, wording, lambda line: _below_name(line, document, wording)
        ),
        closing=measure_confirmation_closing(document, wording, paper),
    )


def _head(document: OrderConfirmationDocument) -> HeadTexts:
    return HeadTexts(
        title="document.title.order_confirmation",
        number_label="document.order_number",
        number=document.number,
        company=document.company,
        customer_name=document.customer_name,
        left=(
            ("customer", customer_text(document.customer_name, document.customer_code)),
            ("ship_to", document.ship_to),
            ("receiver", " ".join(filter(None, (document.receiver, document.receiver_phone)))),
            ("note", document.note),
        ),
        right=(
            ("customer_po", document.customer_po),
            ("document_date", document.document_date.isoformat()),
            ("requested", document.requested.isoformat() if document.requested else ""),
            ("terms", document.terms),
            ("method", document.delivery_method),
            ("freight_terms", document.freight_terms),
            ("when_short", document.when_short),
            ("invoice", document.invoice),
            ("sender", document.sender),
        ),
        barcode=document.number,
    )


def _columns(currency: str) -> list[Column[ConfirmationLine]]:
    columns: list[Column[ConfirmationLine]] = [
        Column("position", lambda line: str(line.position), Style(9, grey=0.35), "left", 30, is_figure=True),
        Column("code", lambda line: line.code, CELL, "left", 84),
        Column("name", lambda line: line.name, CELL_STRONG, "left", 0),
        Column("specification", lambda line: line.specification, CELL, "left", 96),
        Column("unit", lambda line: line.unit, CELL, "left", 40),
        figure_column("quantity", lambda line: quantity_text(line.quantity)),
        figure_column("price", lambda line: price_text(line.unit_price, currency)),
        figure_column("tax_rate", lambda line: f"{values.plain(line.tax_rate * 100)}%"),
    ]
    amount: Column[ConfirmationLine] = figure_column(
        "amount_gross", lambda line: amount_text(line.amount, currency)
    )
    return [*columns, replace(amount, style=CELL_STRONG)]


def _below_name(line: ConfirmationLine, document: OrderConfirmationDocument, wording: Wording) -> list[str]:
    """Return the small texts under a name: gift, customer's item number, deliveries, note."""
    texts = [wording.joined("document.gift")] if line.is_gift else []
    if line.customer_item:
        texts.append(f"{wording.first('document.customer_item')} {line.customer_item}")
    is_plain = len(line.parts) == 1 and line.parts[0].day == document.requested and not line.parts[0].place
    for part in () if is_plain else line.parts:
        day = part.day.isoformat() if part.day else wording.first("document.schedule.open_date")
        text = wording.first(
            "document.schedule", date=day, quantity=quantity_text(part.quantity), unit=line.unit
        )
        texts.append(f"{text}  {part.place}".rstrip())
    if line.when_short:
        texts.append(f"{wording.first('document.when_short')} {line.when_short}")
    if line.note:
        texts.append(line.note)
    return texts


def _draw_page(
    pen: Pen,
    document: OrderConfirmationDocument,
    wording: Wording,
    layout: _Layout,
    rows: range,
    place: tuple[int, int],
) -> None:
    page, pages = place
    if document.is_draft or document.is_pending:
        pen.across(wording.joined("document.draft" if document.is_draft else "document.pending"))
    if page == 1:
        top = draw_header(pen, layout.head, wording, layout.header)
    else:
        top = draw_running_header(pen, layout.head, wording)
    top = draw_heading(pen, layout.columns, layout.heading, top)
    for number in rows:
        top = draw_row(pen, layout.columns, layout.rows[number], top, is_last=number == rows[-1])
    if page == pages:
        draw_confirmation_closing(pen, wording, layout.closing, top)
    else:
        draw_continued(pen, wording, top)
    draw_footer(pen, wording, (document.printed_by, document.printed_at), page, pages)
