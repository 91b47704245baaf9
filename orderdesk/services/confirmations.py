"""Order confirmations 订单确认 from the store: what a customer is asked to check, as it was submitted.

An order that waits for approval gives one marked across as such: it promises nothing yet.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select
from sqlalchemy.orm import aliased

from orderdesk import words
from orderdesk.errors import UserError
from orderdesk.models import (
    Customer,
    CustomerItem,
    Item,
    ItemUnit,
    Order,
    OrderLine,
    Person,
    ScheduleLine,
    Site,
)
from orderdesk.printing.confirmation import render_order_confirmation
from orderdesk.printing.confirmation_document import (
    ConfirmationLine,
    ConfirmedPart,
    OrderConfirmationDocument,
)
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import DocumentLanguage, labels_from
from orderdesk.services.confirming import CONFIRMABLE
from orderdesk.services.flagged_notes import paper_text
from orderdesk.services.paper_words import (
    PaperWords,
    company_block,
    company_settings,
    instant_text,
    terms_text,
    unit_price_of,
    unit_text,
)
from orderdesk.services.places import place_text, read_place


def confirmation_pdf(
    connection: Connection,
    order_key: UUID | str,
    language: DocumentLanguage = "zh",
    printed: tuple[UUID, datetime] | None = None,
) -> RenderedDocument:
    """Return the confirmation of an order as PDF on A4; see ``confirmation_document``."""
    return render_order_confirmation(confirmation_document(connection, order_key, language, printed))


def confirmation_document(
    connection: Connection,
    order_key: UUID | str,
    language: DocumentLanguage = "zh",
    printed: tuple[UUID, datetime] | None = None,
) -> OrderConfirmationDocument:
    """Return what the confirmation of an order says; ``order_key`` is its id or its number.

    ``printed`` is who prints it, and when. Raises ``UserError`` ``problem.order.unknown``;
    ``problem.confirmation.state`` for a draft, which has no figures to confirm, and a cancelled order;
    ``problem.confirmation.past`` for one that was only recorded here, with the source's figures.
    """
    choose = PaperWords(language)
    head = _head(connection, order_key)
    if head.source:
        raise UserError("problem.confirmation.past", number=head.number)
    if head.state not in CONFIRMABLE:
        state = f"term.state.order.{head.state}"
        raise UserError("problem.confirmation.state", number=head.number, state=state)
    place = read_place(head.deliver_to)
    person, instant = printed if printed is not None else (None, None)
    return OrderConfirmationDocument(
        number=head.number,
        language=language,
        labels=labels_from(words.text, language),
        company=company_block(company_settings(connection), choose),
        customer_code=head.customer_code,
        customer_name=choose.name(head.customer_name, head.customer_name_en),
        document_date=head.document_date,
        lines=_lines(connection, head, choose),
        total=head.total,
        tax=head.tax,
        freight=head.freight_gross,
        rounding=head.rounding,
        currency=head.currency,
        ship_to=place_text(place),
        receiver=place.get("receiver") or "",
        receiver_phone=place.get("phone") or "",
        customer_po=head.po_number,
        requested=head.requested,
        terms=terms_text(head.terms, choose),
        delivery_method=choose.term("delivery_method", head.delivery_method),
        freight_terms=choose.term("freight", head.freight_terms),
        when_short=choose.term("when_short", head.when_short),
        invoice=choose.term("kind.invoice", head.invoice_kind),
        sender=_sender(head, choose),
        salesperson=choose.name(head.salesperson, head.salesperson_en),
        entered_by=choose.name(head.entered_by_name, head.entered_by_en),
        approved_by=choose.name(head.approver, head.approver_en),
        note=paper_text("for_customer", head.note, head.notes, language),
        is_pending=head.state == "submitted",
        printed_by=_person_name(connection, person, choose),
        printed_at=instant_text(instant, head.zone, choose.catalogue) if instant is not None else "",
    )


def _head(connection: Connection, key: UUID | str) -> Row[Any]:
    clerk, seller, approver = aliased(Person), aliased(Person), aliased(Person)
    statement = (
        select(
            Order.__table__,
            Customer.code.label("customer_code"),
            Customer.name.label("customer_name"),
            Customer.name_en.label("customer_name_en"),
            Site.zone,
            clerk.name.label("entered_by_name"),
            clerk.name_en.label("entered_by_en"),
            seller.name.label("salesperson"),
            seller.name_en.label("salesperson_en"),
            approver.name.label("approver"),
            approver.name_en.label("approver_en"),
        )
        .join(Customer, Customer.id == Order.customer_id)
        .join(Site, Site.id == Order.site_id)
        .outerjoin(clerk, clerk.id == Order.entered_by)
        .outerjoin(seller, seller.id == Order.salesperson_id)
        .outerjoin(approver, approver.id == Order.approved_by)
    )
    if isinstance(key, UUID):
        statement = statement.where(Order.id == key)
    else:
        statement = statement.where(Order.number == key.strip().upper(), Order.source == "")
    found = connection.execute(statement).one_or_none()
    if found is None:
        raise UserError("problem.order.unknown", id=str(key))
    return found


def _sender(head: Row[Any], choose: PaperWords) -> str:
    """Return under whose name the goods of a drop order go; empty for any other order."""
    if not head.drop_order:
        return ""
    name = head.sender_name or choose.name(head.customer_name, head.customer_name_en)
    return " ".join(filter(None, (name, head.sender_phone)))


def _person_name(connection: Connection, person: UUID | None, choose: PaperWords) -> str:
    row = connection.execute(select(Person.name, Person.name_en).where(Person.id == person)).one_or_none()
    return choose.name(row.name, row.name_en) if row is not None else ""


def _lines(connection: Connection, head: Row[Any], choose: PaperWords) -> tuple[ConfirmationLine, ...]:
    orders_place = _whereabouts(read_place(head.deliver_to))
    parts: defaultdict[UUID, list[ConfirmedPart]] = defaultdict(list)
    for row in connection.execute(_part_rows(head.id)):
        place = read_place(row.deliver_to)
        elsewhere = "" if _whereabouts(place) == orders_place else _whereabouts(place)
        day = row.promised or row.requested
        parts[row.order_line_id].append(ConfirmedPart(row.quantity - row.cancelled, day, elsewhere))
    return tuple(
        ConfirmationLine(
            position=row.position,
            code=row.code,
            name=choose.name(row.name, row.name_en),
            specification=row.spec,
            unit=unit_text(row, choose),
            quantity=row.ordered,
            unit_price=unit_price_of(row, head.currency),
            tax_rate=row.tax_rate,
            amount=row.amount_gross,
            parts=tuple(part for part in parts[row.id] if part.quantity),
            note=paper_text("for_customer", row.note, row.notes, choose.language),
            when_short=choose.term("when_short", row.when_short),
            customer_item=row.customer_item or "",
            is_gift=row.gift,
        )
        for row in connection.execute(_line_rows(head))
    )


def _whereabouts(place: dict[str, Any]) -> str:
    return " ".join(filter(None, (place_text(place), place.get("receiver"))))


def _part_rows(order_id: UUID) -> Select[*tuple[Any, ...]]:
    return (
        select(ScheduleLine.__table__)
        .join(OrderLine, OrderLine.id == ScheduleLine.order_line_id)
        .where(OrderLine.order_id == order_id)
        .order_by(OrderLine.position, ScheduleLine.position)
    )


def _line_rows(head: Row[Any]) -> Select[*tuple[Any, ...]]:
    customers_number = (
        select(func.min(CustomerItem.number))
        .where(CustomerItem.item_id == OrderLine.item_id, CustomerItem.customer_id == head.customer_id)
        .scalar_subquery()
    )
    return (
        select(
            OrderLine.id,
            OrderLine.position,
            OrderLine.code,
            OrderLine.name,
            OrderLine.spec,
            OrderLine.unit,
            OrderLine.quantity.label("ordered"),
            OrderLine.price_unit,
            OrderLine.gross_unit_price,
            OrderLine.amount_gross,
            OrderLine.tax_rate,
            OrderLine.gift,
            OrderLine.note,
            OrderLine.notes,
            OrderLine.when_short,
            Item.name_en,
            Item.unit.label("stock_unit"),
            Item.unit_en.label("stock_unit_en"),
            ItemUnit.name_en.label("unit_en"),
            customers_number.label("customer_item"),
        )
        .join(Item, Item.id == OrderLine.item_id)
        .outerjoin(ItemUnit, (ItemUnit.item_id == OrderLine.item_id) & (ItemUnit.unit == OrderLine.unit))
        .where(OrderLine.order_id == head.id)
        .order_by(OrderLine.position)
    )
