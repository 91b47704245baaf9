"""Taking in orders that happened elsewhere: the source's number, prices, dates and shipped state.

Checked is only that what an order names is there. Nothing of ours is added: nothing is reserved, routed,
delivered or counted as credit, and no number is drawn. A shipped order is closed with its schedule lines
shipped; one that is not shipped is released with cause ``past``: its quantities are open, but no delivery of
ours is planned for it. Lines keep the source's amount at 4 decimals and are never rounded again; the total is
their exact sum, freight stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from orderdesk.errors import Problem
from orderdesk.models import Base, Customer, Item, ItemUnit, Order, Site
from orderdesk.services.context import Context, Handler, Result, refused
from orderdesk.services.writing import setting, touched_order
from orderdesk.values import canonical_json, round_price
from orderdesk.wire.commands import PastLine, RecordPastOrder

PAST = "past"  # the cause of a state, and the source of a price, that came with the order
_ZERO = Decimal(0)
_ONE = Decimal(1)
# Tables instead of classes: hundreds of orders come in one after the other, and the mapper's share is half
# the time.
_ORDER, _LINE, _SCHEDULE = (
    Base.metadata.tables[name] for name in ("sales_order", "order_line", "schedule_line")
)


@dataclass(frozen=True, slots=True)
class _Line:
    """A past line with the item it names and what it comes to."""

    data: PastLine
    item: Row[Any]
    factor: Decimal
    amount: Decimal


def record_past_order(session: Session, data: RecordPastOrder, context: Context) -> Result:
    """Take in a past order; the same order again, with the same content, changes nothing."""
    stored = _stored(session, data)
    evidence = past_order_evidence(data)
    if stored is not None:
        return Result() if stored.facts == evidence else refused(_conflict(stored, data))
    customer = session.execute(
        select(Customer.__table__).where(Customer.code == data.customer_code)
    ).one_or_none()
    site = _default_site(session)
    items = _items(session, data)
    problems = [*_header_problems(data, customer, site), *_line_problems(data, items)]
    if problems or customer is None or site is None:
        return refused(*problems)
    lines = [_line(line, items) for line in data.lines]
    header = {**_header(data, customer, site, lines, context), "facts": evidence}
    session.execute(insert(_ORDER), [header])
    _insert_lines(session, data, site.id, lines, context)
    return Result((touched_order(Order(**header), ""),))


def past_order_evidence(data: RecordPastOrder) -> str:
    """Return what the source said of an order, as canonical JSON, to be compared when it comes again.

    A line says its amount only where the source did: other lines read as they did before there was one.
    """
    said = data.model_dump(mode="json", exclude={"order_id"})
    for line in said["lines"]:
        if line["amount"] is None:
            del line["amount"]
    return canonical_json(said)


def archive_evidence(lines: Iterable[Sequence[str]]) -> str:
    """Return the evidence of an order of which only the result was taken over in bulk: a digest of its lines.

    A line is its code, quantity, unit price, discount and gross amount as plain texts.
    """
    text = "\n".join("|".join(line) for line in lines)
    return f'{{"lines":"{sha256(text.encode()).hexdigest()}"}}'


def line_amount(unit_price: Decimal, quantity: Decimal, discount: Decimal) -> Decimal:
    """Return the amount of a past line: price × quantity × (1 − discount), kept at 4 decimals."""
    return round_price(unit_price * quantity * (_ONE - discount))


def past_amount(line: PastLine) -> Decimal:
    """Return what a past line comes to, at most 4 decimals: the source's own amount, where it has one."""
    if line.amount is not None:
        return line.amount
    return line_amount(line.unit_price, line.quantity, line.discount)


def _stored(session: Session, data: RecordPastOrder) -> Any | None:
    same_number = (Order.source == data.source) & (Order.number == data.number)
    statement = select(Order.source, Order.number, Order.facts).where(
        same_number | (Order.id == data.order_id)
    )
    return session.execute(statement.limit(1)).one_or_none()


def _conflict(stored: Any, data: RecordPastOrder) -> Problem:
    if (stored.source, stored.number) != (data.source, data.number):
        return Problem("problem.record.id_taken", "order_id", {"value": str(data.order_id)})
    return Problem("problem.past_order.differs", "number", {"number": data.number, "source": data.source})


def _default_site(session: Session) -> Row[Any] | None:
    code = setting(session, "site.default")
    rows = session.execute(select(Site.__table__).order_by(Site.code)).all()
    return next((row for row in rows if row.code == code), rows[0] if rows else None)


def _items(session: Session, data: RecordPastOrder) -> dict[str, tuple[Row[Any], Decimal]]:
    """Return the items named by code, each with the stock units in one of its sales units."""
    statement = (
        select(Item.__table__, ItemUnit.factor)
        .outerjoin(ItemUnit, (ItemUnit.item_id == Item.id) & (ItemUnit.unit == Item.sales_unit))
        .where(Item.code.in_({line.item_code for line in data.lines}))
    )
    return {row.code: (row, row.factor or _ONE) for row in session.execute(statement)}


def _header_problems(
    data: RecordPastOrder, customer: Row[Any] | None, site: Row[Any] | None
) -> Iterator[Problem]:
    if customer is None:
        yield Problem("problem.reference.unknown", "customer_code", {"value": data.customer_code})
    if site is None:
        yield Problem("problem.past_order.no_site")


def _line_problems(data: RecordPastOrder, items: Mapping[str, object]) -> Iterator[Problem]:
    for index, line in enumerate(data.lines):
        if line.item_code not in items:
            yield Problem("problem.reference.unknown", f"lines[{index}].item_code", {"value": line.item_code})
        if line.quantity <= 0:
            yield Problem("problem.past_order.quantity", f"lines[{index}].quantity")


def _line(line: PastLine, items: Mapping[str, tuple[Row[Any], Decimal]]) -> _Line:
    item, factor = items[line.item_code]
    return _Line(line, item, factor, past_amount(line))


def _header(
    data: RecordPastOrder, customer: Row[Any], site: Row[Any], lines: Sequence[_Line], context: Context
) -> dict[str, Any]:
    total = sum((line.amount for line in lines), _ZERO)
    document_time = datetime.combine(data.document_date, time(), ZoneInfo(site.zone)).astimezone(UTC)
    return {
        "id": data.order_id, "revision": 1, "source": data.source, "number": data.number, "kind": "order",
        "state": "closed" if data.shipped else "released", "state_cause": PAST, "state_reason": "",
        "channel": "file", "parked": False, "customer_id": customer.id,
        "bill_to_id": customer.bill_to_id or customer.id, "payer_id": customer.payer_id or customer.id,
        "customer_class": customer.customer_class, "tier": customer.tier, "deliver_to": _address(data),
        "site_id": site.id, "po_number": "", "document_date": data.document_date, "requested": data.requested,
        "salesperson_id": None, "department": "", "entered_by": context.actor.person_id,
        "entered_at": context.now, "authors": "", "submitted_at": document_time, "released_at": document_time,
        "approved_by": None, "self_approved_reason": "", "delivery_method": "freight", "urgency": "normal",
        "when_short": "wait", "terms": "", "currency": data.currency, "rate": _ONE,
        "prices_include_tax": customer.prices_include_tax, "order_discount": _ZERO, "rounding_step": "none",
        "freight_terms": "prepaid" if data.freight else "free", "freight_gross": data.freight,
        "goods_net": total, "tax": _ZERO, "rounding": _ZERO, "total": total, "line_count": len(lines),
        "exposure": _ZERO, "note": "", "route": "", "custom": "{}",
    }  # fmt: skip


def _address(data: RecordPastOrder) -> str:
    return canonical_json(
        {
            "address_id": None, "label": data.ship_to_name, "province": data.ship_to_region,
            "city": data.ship_to_city, "district": "", "rest": data.ship_to_address, "receiver": "",
            "phone": "",
        }
    )  # fmt: skip


def _insert_lines(
    session: Session, data: RecordPastOrder, site_id: UUID, lines: Sequence[_Line], context: Context
) -> None:
    line_rows, schedule_rows = [], []
    for position, line in enumerate(lines, 1):
        line_id = context.ids.new()
        line_rows.append({"id": line_id, "order_id": data.order_id, "position": position, **_line_row(line)})
        schedule_rows.append(
            {
                "id": context.ids.new(), "order_line_id": line_id, "position": 1,
                "quantity": line.data.quantity,
                "shipped": line.data.quantity if data.shipped else _ZERO, "cancelled": _ZERO,
                "requested": data.requested, "promised": data.requested, "planned": data.shipped,
                "deliver_to": _address(data), "site_id": site_id,
            }
        )  # fmt: skip
    session.execute(insert(_LINE), line_rows)
    session.execute(insert(_SCHEDULE), schedule_rows)


def _line_row(line: _Line) -> dict[str, Any]:
    item, data = line.item, line.data
    net_price = round_price(data.unit_price * (_ONE - data.discount))
    return {
        "item_id": item.id, "code": item.code, "name": item.name, "spec": item.spec, "kind": item.kind,
        "quantity": data.quantity, "unit": item.sales_unit, "factor": line.factor, "price_unit": 1,
        "unit_price": data.unit_price, "net_unit_price": net_price, "gross_unit_price": net_price,
        "price_source": PAST, "discount": data.discount, "tax_rate": _ZERO, "amount_net": line.amount,
        "tax": _ZERO, "amount_gross": line.amount, "gift": False,
        "list_value": line_amount(data.unit_price, data.quantity, _ZERO), "cost": None,
        "reason": "", "note": "", "receipt": "",
    }  # fmt: skip


HANDLERS: dict[str, Handler] = {RecordPastOrder.name: Handler(RecordPastOrder, record_past_order)}
