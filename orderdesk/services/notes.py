"""Delivery notes from the store: what a paper says about a delivery, in the language of the paper.

Before the goods issue it is a preview, marked as a draft, without a number. From the issue on it says what
left then: ordered, before, now and open do not change when later parts leave, so a reprint equals the
original but for its mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, ScalarSelect, Select, func, select
from sqlalchemy.orm import aliased

from orderdesk import words
from orderdesk.clock import business_date
from orderdesk.errors import UserError
from orderdesk.models import (
    Customer,
    CustomerItem,
    Delivery,
    DeliveryLine,
    Item,
    ItemUnit,
    NotePrint,
    Order,
    OrderLine,
    Person,
    ScheduleLine,
    Site,
)
from orderdesk.models.types import Quantity
from orderdesk.printing.delivery_note import RenderedDocument
from orderdesk.printing.documents import (
    CompanyBlock,
    DeliveryNoteDocument,
    DeliveryNoteLine,
    DocumentLanguage,
    labels_from,
)
from orderdesk.printing.forms import FormOptions
from orderdesk.printing.note import render_note
from orderdesk.printing.papers import A4, Paper
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
from orderdesk.values import round_amount

NOTHING = Decimal(0)


def note_pdf(
    connection: Connection,
    delivery_key: UUID | str,
    language: DocumentLanguage = "zh",
    paper: Paper = A4,
    copy_no: int | None = None,
    form: FormOptions | None = None,
    printed: tuple[UUID, datetime] | None = None,
) -> RenderedDocument:
    """Return the delivery note of a delivery as PDF; see ``note_document``.

    ``form`` names the copies of a continuous form and moves its print; A4 has neither.
    """
    return render_note(note_document(connection, delivery_key, language, copy_no, printed), paper, form)


def note_document(
    connection: Connection,
    delivery_key: UUID | str,
    language: DocumentLanguage = "zh",
    copy_no: int | None = None,
    printed: tuple[UUID, datetime] | None = None,
) -> DeliveryNoteDocument:
    """Return what the note of a delivery says; ``delivery_key`` is its id, its number or ``<order
    number>/<part>``.

    ``copy_no`` asks for one of the recorded prints, with its stamp, or for one that is still to be made;
    without it the latest one is meant, or the original where nothing was printed yet. ``printed`` is who is
    about to make a print that is not recorded yet, and when.

    Raises ``UserError`` ``problem.delivery.unknown``.
    """
    head = _head(connection, find_delivery(connection, delivery_key))
    choose = PaperWords(language)
    settings = company_settings(connection)
    # Under its customer's name a paper tells the receiver neither prices nor who we are.
    shows_prices = settings["note.shows_prices"] == "yes" and not head.drop_order
    lines = _lines(connection, head, choose)
    place = read_place(head.deliver_to)
    day = business_date(head.shipped_at, head.zone) if head.shipped_at is not None else head.planned
    stamp = _stamp(connection, head, copy_no)
    printed_by, printed_at = _made(connection, stamp, printed)
    return DeliveryNoteDocument(
        number=head.number or "",
        language=language,
        labels=labels_from(words.text, language),
        order_numbers=(head.order_number,),
        lines=lines,
        delivery_date=day,
        ship_to=place_text(place),
        receiver=place.get("receiver") or "",
        receiver_phone=place.get("phone") or "",
        delivery_method=choose.term("delivery_method", head.method),
        note=paper_text("on_delivery_note", head.note, head.notes, language),
        copy_no=stamp.copy_no if stamp is not None else copy_no or 1,
        part=head.part,
        is_draft=head.number is None,
        shows_prices=shows_prices,
        currency=head.currency,
        total=sum((line.amount or NOTHING for line in lines), NOTHING) if shows_prices else None,
        barcode=head.number or "",
        qr=head.order_number,
        printed_by=choose.name(*printed_by),
        printed_at=instant_text(printed_at, head.zone, choose.catalogue) if printed_at is not None else "",
        **_parties(head, settings, choose, place.get("receiver") or ""),
    )


def _parties(
    head: Row[Any], settings: Mapping[str, str], choose: PaperWords, receiver: str
) -> dict[str, Any]:
    """Return who sends, who gets, and who of us is named. On a drop order 代发 the customer is the sender."""
    customer = choose.name(head.customer_name, head.customer_name_en)
    if head.drop_order:
        sender = CompanyBlock(head.sender_name or customer, phone=head.sender_phone or head.customer_phone)
        return {"company": sender, "customer_code": "", "customer_name": receiver or sender.name}
    return {
        "company": company_block(settings, choose),
        "customer_code": head.customer_code,
        "customer_name": customer,
        "customer_po_numbers": (head.po_number,) if head.po_number else (),
        "site": choose.name(head.site_name, head.site_name_en),
        "terms": terms_text(head.terms, choose),
        "entered_by": choose.name(head.entered_by, head.entered_by_en),
        "salesperson": choose.name(head.salesperson, head.salesperson_en),
    }


def find_delivery(connection: Connection, key: UUID | str) -> UUID:
    """Return the id of a delivery from its id, its note's number, or ``<order number>/<part>``.

    Raises ``UserError`` ``problem.delivery.unknown``.
    """
    statement = select(Delivery.id).join(Order, Order.id == Delivery.order_id)
    found = None
    for condition in _conditions(key):
        found = found or connection.execute(statement.where(condition)).scalar_one_or_none()
    if found is None:
        raise UserError("problem.delivery.unknown", key=str(key))
    return found


def _conditions(key: UUID | str) -> Iterable[Any]:
    if isinstance(key, UUID):
        yield Delivery.id == key
        return
    text = key.strip()
    try:
        yield Delivery.id == UUID(text)
    except ValueError:
        yield Delivery.number == text.upper()
    order, slash, part = text.rpartition("/")
    if slash and part.isdecimal() and len(part) < 10:
        yield (Order.number == order.upper()) & (Order.source == "") & (Delivery.part == int(part))


# ── the head ────────────────────────────────────────────────────────────────────────────────────


def _head(connection: Connection, delivery_id: UUID) -> Row[Any]:
    clerk, seller = aliased(Person), aliased(Person)
    statement = (
        select(
            Delivery.__table__,
            Order.number.label("order_number"),
            Order.po_number,
            Order.currency,
            Order.terms,
            Order.drop_order,
            Order.sender_name,
            Order.sender_phone,
            Customer.code.label("customer_code"),
            Customer.name.label("customer_name"),
            Customer.name_en.label("customer_name_en"),
            Customer.phone.label("customer_phone"),
            Site.name.label("site_name"),
            Site.name_en.label("site_name_en"),
            Site.zone,
            clerk.name.label("entered_by"),
            clerk.name_en.label("entered_by_en"),
            seller.name.label("salesperson"),
            seller.name_en.label("salesperson_en"),
        )
        .join(Order, Order.id == Delivery.order_id)
        .join(Customer, Customer.id == Delivery.customer_id)
        .join(Site, Site.id == Delivery.site_id)
        .outerjoin(clerk, clerk.id == Order.entered_by)
        .outerjoin(seller, seller.id == Order.salesperson_id)
        .where(Delivery.id == delivery_id)
    )
    return connection.execute(statement).one()


def _stamp(connection: Connection, head: Row[Any], copy_no: int | None) -> Row[*tuple[Any, ...]] | None:
    """Return the recorded print that is meant, with who did it."""
    statement = (
        select(NotePrint.copy_no, NotePrint.printed_at, Person.name, Person.name_en)
        .outerjoin(Person, Person.id == NotePrint.printed_by)
        .where(NotePrint.delivery_id == head.id)
        .order_by(NotePrint.copy_no.desc())
        .limit(1)
    )
    if copy_no is not None:
        statement = statement.where(NotePrint.copy_no == copy_no)
    return connection.execute(statement).one_or_none()


def _made(
    connection: Connection, stamp: Row[Any] | None, printed: tuple[UUID, datetime] | None
) -> tuple[tuple[str, str], datetime | None]:
    """Return who makes or made a print, by both names, and when; what is recorded counts first."""
    if stamp is not None:
        return (stamp.name or "", stamp.name_en or ""), stamp.printed_at
    if printed is None:
        return ("", ""), None
    person_id, instant = printed
    row = connection.execute(select(Person.name, Person.name_en).where(Person.id == person_id)).one_or_none()
    return (row.name, row.name_en) if row is not None else ("", ""), instant


# ── the lines ───────────────────────────────────────────────────────────────────────────────────


def _lines(connection: Connection, head: Row[Any], choose: PaperWords) -> tuple[DeliveryNoteLine, ...]:
    """Return one row per order line in the delivery; what did not come along is left out."""
    rows = connection.execute(_line_rows(head)).all()
    by_line: dict[UUID, list[Row[Any]]] = {}
    for row in rows:
        by_line.setdefault(row.order_line_id, []).append(row)
    is_shipped = head.number is not None
    now = {
        key: sum((_now(part, is_shipped=is_shipped) for part in parts), NOTHING)
        for key, parts in by_line.items()
    }
    coming = {key: parts[0] for key, parts in by_line.items() if now[key]}
    cancelled, shipped = _whole_lines(connection, by_line)
    lines: list[DeliveryNoteLine] = []
    # A draft of which nothing was found yet still shows its lines: a paper without any cannot be drawn.
    for key, row in (coming or {key: parts[0] for key, parts in by_line.items()}).items():
        before = row.before if is_shipped else shipped[key]
        left = row.ordered - cancelled[key] - before - now[key]
        lines.append(_line(len(lines) + 1, row, before, now[key], left, head.currency, choose))
    return tuple(lines)


def _now(part: Row[Any], *, is_shipped: bool) -> Decimal:
    """Return what leaves, or will: until somebody looked for a line, that is what was planned."""
    if is_shipped:
        left: Decimal = part.shipped
    else:
        left = part.picked if part.picked or part.short_reason else part.quantity
    return left


def _line_rows(head: Row[Any]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            DeliveryLine.order_line_id,
            DeliveryLine.quantity,
            DeliveryLine.picked,
            DeliveryLine.shipped,
            DeliveryLine.before,
            DeliveryLine.short_reason,
            OrderLine.quantity.label("ordered"),
            OrderLine.code,
            OrderLine.name,
            OrderLine.spec,
            OrderLine.unit,
            OrderLine.price_unit,
            OrderLine.gross_unit_price,
            OrderLine.amount_gross,
            OrderLine.gift,
            OrderLine.note,
            OrderLine.notes,
            Item.name_en,
            Item.unit.label("stock_unit"),
            Item.unit_en.label("stock_unit_en"),
            ItemUnit.name_en.label("unit_en"),
            _customer_number(head).label("customer_item"),
        )
        .join(OrderLine, OrderLine.id == DeliveryLine.order_line_id)
        .join(Item, Item.id == OrderLine.item_id)
        .outerjoin(ItemUnit, (ItemUnit.item_id == OrderLine.item_id) & (ItemUnit.unit == OrderLine.unit))
        .where(DeliveryLine.delivery_id == head.id)
        .order_by(OrderLine.position, DeliveryLine.position)
    )


def _customer_number(head: Row[Any]) -> ScalarSelect[Any]:
    """The customer's own number of the item; the first one where it has several."""
    return (
        select(func.min(CustomerItem.number))
        .where(CustomerItem.item_id == OrderLine.item_id, CustomerItem.customer_id == head.customer_id)
        .scalar_subquery()
    )


def _whole_lines(
    connection: Connection, order_lines: Iterable[UUID]
) -> tuple[dict[UUID, Decimal], dict[UUID, Decimal]]:
    """Return what was cancelled and shipped of order lines, over all their schedule lines."""
    rows = connection.execute(
        select(
            ScheduleLine.order_line_id,
            func.sum(ScheduleLine.cancelled, type_=Quantity).label("cancelled"),
            func.sum(ScheduleLine.shipped, type_=Quantity).label("shipped"),
        )
        .where(ScheduleLine.order_line_id.in_(list(order_lines)))
        .group_by(ScheduleLine.order_line_id)
    ).all()
    return {row.order_line_id: row.cancelled for row in rows}, {
        row.order_line_id: row.shipped for row in rows
    }


def _line(
    position: int,
    row: Row[Any],
    before: Decimal,
    now: Decimal,
    left: Decimal,
    currency: str,
    choose: PaperWords,
) -> DeliveryNoteLine:
    return DeliveryNoteLine(
        position=position,
        code=row.code,
        name=choose.name(row.name, row.name_en),
        specification=row.spec,
        unit=unit_text(row, choose),
        ordered=row.ordered,
        before=before,
        now=now,
        open=max(left, NOTHING),
        unit_price=unit_price_of(row, currency),
        amount=_amount(row, before, now, currency),
        note=paper_text("on_delivery_note", row.note, row.notes, choose.language),
        customer_item=row.customer_item or "",
        is_gift=row.gift,
    )


def _amount(row: Row[Any], before: Decimal, now: Decimal, currency: str) -> Decimal:
    """Return this part's share of the line's amount: parts are cut from the whole, so that they sum to it."""

    def up_to(quantity: Decimal) -> Decimal:
        return round_amount(row.amount_gross * quantity / row.ordered, currency)

    return up_to(before + now) - up_to(before)
