"""The confirmation of an order as it stands: of a submitted one from its rows, of a draft as it was typed.

A draft's paper says DRAFT across every page: its prices are those of this moment, and nobody has sent it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, select

from orderdesk import words
from orderdesk.errors import UserError
from orderdesk.models import Order
from orderdesk.printing.confirmation import render_order_confirmation
from orderdesk.printing.confirmation_document import (
    ConfirmationLine,
    ConfirmedPart,
    OrderConfirmationDocument,
)
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import DocumentLanguage, labels_from
from orderdesk.rules.facts import ItemFacts, PricedLine
from orderdesk.services.confirmations import confirmation_pdf
from orderdesk.services.desk import CustomerDesk, Desk, PersonFacts
from orderdesk.services.drafts import terms_of
from orderdesk.services.entry import document_date, price_draft, sales_unit
from orderdesk.services.flagged_notes import joined_text
from orderdesk.services.paper_words import (
    PaperWords,
    company_block,
    instant_text,
    single_price,
    terms_text,
)
from orderdesk.services.places import place_text
from orderdesk.services.reading.desk import load_customer
from orderdesk.services.reading.drafts import stored_draft
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft

Printed = tuple[UUID, datetime]  # who prints it, and when


@dataclass(frozen=True, slots=True)
class ConfirmationOnPaper:
    """A confirmation as PDF: of which revision of the order, and whether that is a draft."""

    number: str
    order_revision: int
    is_draft: bool
    rendered: RenderedDocument


def order_confirmation(
    connection: Connection,
    order_id: UUID,
    language: DocumentLanguage,
    desk: Desk,
    printed: Printed | None = None,
    typed: OrderDraft | None = None,
) -> ConfirmationOnPaper:
    """Return the confirmation of an order in whatever state it is.

    ``typed`` is what stands on a screen, newer than the store's draft. Raises ``UserError`` as
    ``confirmation_document`` does, and ``problem.confirmation.empty`` for a draft without a priced line.
    """
    row = connection.execute(
        select(Order.number, Order.state, Order.revision).where(Order.id == order_id)
    ).one_or_none()
    if row is not None and row.state != "draft":
        rendered = confirmation_pdf(connection, order_id, language, printed)
        return ConfirmationOnPaper(row.number, row.revision, is_draft=False, rendered=rendered)
    draft = typed or stored_draft(connection, order_id)[0]
    if draft is None:
        raise UserError("problem.order.unknown", id=str(order_id))
    customer = load_customer(connection, draft.customer_id) if draft.customer_id is not None else None
    number = row.number if row is not None else draft.number or ""
    document = draft_confirmation(draft, desk, customer, language, number, printed)
    revision = row.revision if row is not None else 0
    return ConfirmationOnPaper(number, revision, is_draft=True, rendered=render_order_confirmation(document))


def draft_confirmation(
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk | None,
    language: DocumentLanguage,
    number: str,
    printed: Printed | None = None,
) -> OrderConfirmationDocument:
    """Return what the confirmation of a draft would say now; lines that cannot be priced are left out.

    Raises ``UserError`` ``problem.confirmation.empty`` without a customer or a priced line.
    """
    priced = price_draft(draft, desk, customer)
    if customer is None or priced is None or not priced.lines:
        raise UserError("problem.confirmation.empty")
    choose = PaperWords(language)
    person_id, instant = printed if printed is not None else (None, None)
    clerk = desk.people.get(person_id) if person_id is not None else None
    seller = desk.people.get(draft.salesperson_id or customer.salesperson_id or customer.id)
    site = desk.sites.get(draft.site_id or desk.default_site_id or customer.id)
    place = draft.deliver_to
    lines = tuple(_lines(draft, desk, customer, priced.lines, choose))
    return OrderConfirmationDocument(
        number=number, language=language, labels=labels_from(words.text, language),
        company=company_block(desk.settings, choose), customer_code=customer.code,
        customer_name=choose.name(customer.name, customer.name_en),
        document_date=document_date(draft, desk), lines=lines, total=priced.total, tax=priced.total_tax,
        freight=priced.freight_gross, rounding=priced.rounding, currency=draft.currency,
        ship_to=_place(place), receiver=place.receiver, receiver_phone=place.phone,
        customer_po=draft.po_number, requested=draft.requested, terms=terms_text(terms_of(customer), choose),
        delivery_method=choose.term("delivery_method", draft.delivery_method),
        freight_terms=choose.term("freight", draft.freight_terms),
        when_short=choose.term("when_short", draft.when_short),
        invoice=choose.term("kind.invoice", draft.invoice_kind or customer.invoice_kind),
        sender=_sender(draft, customer, choose), salesperson=_name(seller, choose),
        entered_by=_name(clerk, choose), note=joined_text("for_customer", draft.notes, language),
        is_draft=True, printed_by=_name(clerk, choose),
        printed_at=_printed_at(instant, site.zone if site is not None else "UTC", choose),
    )  # fmt: skip


def _lines(
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk,
    priced: tuple[PricedLine, ...],
    choose: PaperWords,
) -> list[ConfirmationLine]:
    """Return the lines that came out of pricing, each with its place in the draft."""
    by_id = {line.id: (position, line) for position, line in enumerate(draft.lines, start=1)}
    numbers = {item_id: number for number, item_id in sorted(customer.item_numbers.items(), reverse=True)}
    made = []
    for figures in priced:
        position, line = by_id[figures.line_id]
        assert line.item_id is not None  # else it would not have been priced
        assert line.quantity is not None
        item = desk.items[line.item_id]
        made.append(
            ConfirmationLine(
                position=position, code=item.code, name=choose.name(item.name, item.name_en),
                specification=item.spec, unit=_unit(line, item, choose), quantity=line.quantity,
                unit_price=single_price(
                    figures.gross_unit_price, item.price_unit, figures.amount_gross, line.quantity,
                    draft.currency,
                ),
                tax_rate=figures.tax_rate, amount=figures.amount_gross, parts=_parts(draft, line),
                note=joined_text("for_customer", line.notes, choose.language),
                when_short=choose.term("when_short", line.when_short or ""),
                customer_item=numbers.get(item.id, ""), is_gift=line.gift,
            )
        )  # fmt: skip
    return made


def _parts(draft: OrderDraft, line: LineDraft) -> tuple[ConfirmedPart, ...]:
    """Return where and when a line goes; what has no schedule goes where and when the order does."""
    orders_place = _whereabouts(draft.deliver_to)
    found = []
    for part in line.schedule:
        place = _whereabouts(part.deliver_to or draft.deliver_to)
        elsewhere = "" if place == orders_place else place
        found.append(ConfirmedPart(part.quantity, part.requested or draft.requested, elsewhere))
    if not found and line.quantity is not None:
        found.append(ConfirmedPart(line.quantity, draft.requested))
    return tuple(found)


def _sender(draft: OrderDraft, customer: CustomerDesk, choose: PaperWords) -> str:
    """Return under whose name the goods of a drop order go; empty for any other order."""
    if not draft.drop_order:
        return ""
    name = draft.sender_name or choose.name(customer.name, customer.name_en)
    return " ".join(filter(None, (name, draft.sender_phone)))


def _unit(line: LineDraft, item: ItemFacts, choose: PaperWords) -> str:
    unit = sales_unit(line, item)
    english = item.unit_params(unit)["unit_en"]
    return english if choose.language == "en" and english else choose.term("unit", unit)


def _place(place: AddressDraft) -> str:
    return place_text(place.model_dump())


def _whereabouts(place: AddressDraft) -> str:
    return " ".join(filter(None, (_place(place), place.receiver)))


def _name(person: PersonFacts | None, choose: PaperWords) -> str:
    return choose.name(person.name, person.name_en) if person is not None else ""


def _printed_at(instant: datetime | None, zone: str, choose: PaperWords) -> str:
    return instant_text(instant, zone, choose.catalogue) if instant is not None else ""
