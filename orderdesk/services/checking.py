"""A draft as validation sees it, with what the store knows beside it: stock, used PO numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import Problem
from orderdesk.rules.check_facts import (
    CustomerCheckFacts,
    LineCheckFacts,
    OrderCheckFacts,
    ScheduleCheckFacts,
)
from orderdesk.rules.credit import CreditVerdict
from orderdesk.rules.facts import ItemFacts, PricedLine
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.values import plain
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft

ZERO = Decimal(0)


def check_facts(
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk | None,
    priced: Iterable[PricedLine],
    total: Decimal | None,
    credit: CreditVerdict | None,
) -> OrderCheckFacts:
    """Return the draft as validation sees it: with the lines that could be priced, and what is due in all."""
    site = desk.sites.get(draft.site_id or desk.default_site_id or UUID(int=0))
    figures = {line.line_id: line for line in priced}
    limit = desk.settings["discount.limit"]
    return OrderCheckFacts(
        customer=None
        if customer is None
        else CustomerCheckFacts(customer.name, customer.customer_class, customer.tier, customer.status),
        today=desk.today,
        document_date=draft.document_date or desk.today,
        lines=tuple(_line(line, desk, figures.get(line.id)) for line in draft.lines),
        order_kind=draft.kind,
        closed_until=site.closed_until if site is not None else None,
        requested=draft.requested,
        has_address=has_address(draft.deliver_to),
        delivery_method=draft.delivery_method,
        po_number=draft.po_number,
        same_po_orders=_same_po_orders(draft, customer),
        order_discount=draft.order_discount or ZERO,
        discount_limit=Decimal(limit) if limit else None,
        credit=credit,
        total=total,
    )


def _same_po_orders(draft: OrderDraft, customer: CustomerDesk | None) -> tuple[str, ...]:
    """Return the orders with the same PO number, but for those that were said to be others."""
    if customer is None or not draft.po_number:
        return ()
    answered = {draft.id, *draft.not_twins}
    uses = customer.po_numbers.get(draft.po_number, ())
    return tuple(use.number for use in uses if use.order_id not in answered)


def has_address(address: AddressDraft) -> bool:
    """Whether goods could be sent there: at least a place or a street is written."""
    return bool(address.city or address.rest or address.province)


def stock_problems(draft: OrderDraft, desk: Desk) -> Iterator[Problem]:
    """Yield a warning for each line that asks for more than is free at its site; earlier lines take first."""
    free: dict[tuple[UUID, UUID], Decimal] = {}  # of what this draft asks for: the desk knows 100,000 items
    site = draft.site_id or desk.default_site_id
    for position, line in enumerate(draft.lines):
        item = desk.items.get(line.item_id) if line.item_id is not None else None
        factor = item.factor(line.unit or item.sales_unit) if item is not None else None
        if item is None or site is None or not line.quantity or factor is None:
            continue
        place = (item.id, site)
        if place not in free:
            free[place] = desk.stock[place].available if place in desk.stock else ZERO
        left = free[place]
        wanted = line.quantity * factor
        free[place] = left - wanted
        if left < wanted:
            params = _shortage(item, line, max(left, ZERO) / factor)
            yield Problem("problem.line.stock.short", f"lines[{position}].quantity", params, "warn")


def _shortage(item: ItemFacts, line: LineDraft, available: Decimal) -> dict[str, object]:
    assert line.quantity is not None  # the caller has looked
    return {
        "code": item.code,
        "wanted": plain(line.quantity),
        "available": plain(available.quantize(Decimal("0.001"))),
        **item.unit_params(line.unit or item.sales_unit),
    }


def _line(line: LineDraft, desk: Desk, priced: PricedLine | None) -> LineCheckFacts:
    return LineCheckFacts(
        item=desk.items.get(line.item_id) if line.item_id is not None else None,
        typed_code=line.typed_code,
        quantity=line.quantity,
        unit=line.unit,
        manual_price=line.manual_price,
        manual_reason=line.manual_reason,
        discount=line.discount or ZERO,
        gift=line.gift,
        gift_reason=line.gift_reason,
        seen_price=line.seen_price,
        priced=priced,
        schedule=tuple(
            ScheduleCheckFacts(
                quantity=part.quantity,
                requested=part.requested,
                has_address=part.deliver_to is not None and has_address(part.deliver_to),
            )
            for part in line.schedule
        ),
    )
