"""An earlier order ordered again: whole or some of its lines, at today's prices and on days ahead.

What belonged to the earlier order alone stays there: its PO number, prices and discounts given by hand,
gifts. The list of differences shows what that changes.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args
from uuid import UUID

from orderdesk.errors import Problem, UserError
from orderdesk.ports import Ids
from orderdesk.rules.facts import ItemFacts, PricedLine
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.entry import price_draft
from orderdesk.services.reading.customer_history import SourceLine, SourceOrder, SourcePart
from orderdesk.values import round_price
from orderdesk.wire.drafts import (
    MAX_LINES,
    AddressDraft,
    DeliveryMethod,
    FreightTerms,
    LineDraft,
    OrderDraft,
    OrderKind,
    ScheduleDraft,
    WhenShort,
)


@dataclass(frozen=True, slots=True)
class PriceDifference:
    """A copied line whose unit price is another now; in the draft's basis, after the line discount.

    ``old`` is ``None`` where the earlier order was in another currency, ``new`` where nothing gives a price.
    ``was`` says what made the old price: where it was given by hand (``manual``, ``discount``), that is why.
    """

    line_id: UUID
    code: str
    name: str
    name_en: str
    unit: str
    old: Decimal | None
    new: Decimal | None
    was: str


@dataclass(frozen=True, slots=True)
class CopiedOrder:
    """The draft with the copied lines, which prices changed, and what could not be copied (as warnings)."""

    draft: OrderDraft
    line_ids: tuple[UUID, ...]  # of the copied lines
    differences: tuple[PriceDifference, ...]
    problems: tuple[Problem, ...]


def copy_order(
    source: SourceOrder,
    desk: Desk,
    customer: CustomerDesk,
    ids: Ids,
    *,
    line_ids: Collection[UUID] | None = None,
    into: OrderDraft | None = None,
) -> CopiedOrder:
    """Return a draft that orders again what ``source`` did.

    Args:
        customer: whose prices hold: the customer of ``into``, else of the new order.
        line_ids: the lines to copy; all of them where it is not given.
        into: a draft whose lines they are added to; its header stays. Else a new one is begun.

    A day keeps its distance from the document's date, and is never past. Lines whose item is no longer sold,
    or not in that unit, and gifts are left out, with a problem each.
    """
    draft = into if into is not None else _new_draft(source, desk, customer, ids)
    problems: list[Problem] = []
    copied: list[tuple[SourceLine, LineDraft]] = []
    for line in source.lines:
        if line_ids is not None and line.id not in line_ids:
            continue
        problem = _hindrance(line, desk.items.get(line.item_id))
        if problem is None and len(draft.lines) + len(copied) == MAX_LINES:
            problem = Problem("quick.copy.too_many", "lines", {"code": line.code, "n": MAX_LINES}, "warn")
        if problem is not None:
            problems.append(problem)
            continue
        copied.append((line, _line(line, source, desk.today, customer, ids)))
    draft = draft.model_copy(update={"lines": (*draft.lines, *(line for _, line in copied))})
    differences = _differences(source, copied, draft, desk, customer)
    return CopiedOrder(draft, tuple(line.id for _, line in copied), differences, tuple(problems))


def _new_draft(source: SourceOrder, desk: Desk, customer: CustomerDesk, ids: Ids) -> OrderDraft:
    is_same_customer = source.customer_id == customer.id
    fields: dict[str, Any] = {
        "id": ids.new(),
        "customer_id": customer.id,
        "currency": customer.currency,
        "prices_include_tax": customer.prices_include_tax,
        "requested": moved(source.requested, source.document_date, desk.today),
        "site_id": source.site_id if source.site_id in desk.sites else None,
        "notes": source.notes,
        "deliver_to": _address(source.deliver_to, customer)
        if is_same_customer
        else next(iter(customer.addresses), AddressDraft()),
    }
    told = (
        ("kind", source.kind, OrderKind), ("delivery_method", source.delivery_method, DeliveryMethod),
        ("when_short", source.when_short, WhenShort), ("freight_terms", source.freight_terms, FreightTerms),
    )  # fmt: skip
    fields |= {name: value for name, value, allowed in told if value in get_args(allowed)}
    return OrderDraft.model_validate(fields)


def moved(day: date | None, from_date: date, today: date) -> date | None:
    """Return the day that lies as far from ``today`` as ``day`` does from ``from_date``; never a past one."""
    return None if day is None else today + max(day - from_date, timedelta(0))


def _hindrance(line: SourceLine, item: ItemFacts | None) -> Problem | None:
    """Return why a line cannot be ordered again; ``None`` if it can."""
    if item is None or not item.active:
        code = "discontinued"
    elif line.gift:
        code = "gift"
    elif item.factor(line.unit) is None:
        code = "unit"
    else:
        return None
    params = {"code": line.code, "name": line.name, "unit": line.unit}
    return Problem(f"quick.copy.{code}", "lines", params, "warn")


def _line(line: SourceLine, source: SourceOrder, today: date, customer: CustomerDesk, ids: Ids) -> LineDraft:
    return LineDraft(
        id=ids.new(),
        item_id=line.item_id,
        quantity=line.quantity,
        unit=line.unit,
        notes=line.notes,
        when_short=line.when_short if line.when_short in get_args(WhenShort) else None,  # type: ignore[arg-type] # looked up
        schedule=_schedule(line.schedule, source, today, customer, ids),
    )


def _schedule(
    parts: tuple[SourcePart, ...], source: SourceOrder, today: date, customer: CustomerDesk, ids: Ids
) -> tuple[ScheduleDraft, ...]:
    """Return the parts on days ahead; none where all went on the order's own day to its own address."""
    if all((part.deliver_to, part.site_id) == (None, None) for part in parts) and len(parts) <= 1:
        days = {part.requested for part in parts}
        if days <= {None, source.requested}:
            return ()
    return tuple(
        ScheduleDraft(
            id=ids.new(),
            quantity=part.quantity,
            requested=moved(part.requested, source.document_date, today),
            deliver_to=None if part.deliver_to is None else _address(part.deliver_to, customer),
            site_id=part.site_id,
        )
        for part in parts
    )


def _address(address: AddressDraft, customer: CustomerDesk) -> AddressDraft:
    """Return a saved address as it is saved now; one that is no longer saved as it was."""
    for saved in customer.addresses:
        if saved.address_id is not None and saved.address_id == address.address_id:
            return saved
    return address.model_copy(update={"address_id": None})


def _differences(
    source: SourceOrder,
    copied: list[tuple[SourceLine, LineDraft]],
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk,
) -> tuple[PriceDifference, ...]:
    try:
        priced = price_draft(draft, desk, customer)
    except UserError:  # figures out of bounds: the draft shows it itself
        return ()
    by_id = {line.line_id: line for line in priced.lines} if priced is not None else {}
    found = []
    for line, new_line in copied:
        item = desk.items[line.item_id]
        old = _old_price(line, item, draft) if source.currency == draft.currency else None
        new = _new_price(by_id.get(new_line.id), draft)
        if old != new:
            was = "discount" if line.discount else line.price_source
            found.append(
                PriceDifference(new_line.id, item.code, item.name, item.name_en, line.unit, old, new, was)
            )
    return tuple(found)


def _old_price(line: SourceLine, item: ItemFacts, draft: OrderDraft) -> Decimal:
    price = line.gross_unit_price if draft.prices_include_tax else line.net_unit_price
    return round_price(price * item.price_unit / line.price_unit)


def _new_price(line: PricedLine | None, draft: OrderDraft) -> Decimal | None:
    if line is None or line.source == "none":
        return None
    return line.gross_unit_price if draft.prices_include_tax else line.net_unit_price
