"""A draft as validation sees it, with what the store knows beside it: stock, used PO numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple
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
from orderdesk.rules.recall import Recall
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.values import plain
from orderdesk.wire.drafts import AddressDraft, LineDraft, OrderDraft

ZERO = Decimal(0)


class CheckMemo:
    """What checking the same draft again can use: its lines as they were seen, and what was found of each."""

    __slots__ = ("lines", "problems", "stock")

    def __init__(self) -> None:
        self.lines: Recall[LineCheckFacts] = Recall()
        self.problems: Recall[tuple[Problem, ...]] = Recall()
        self.stock = _StockMemo()


def check_facts(
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk | None,
    priced: Iterable[PricedLine],
    credit: CreditVerdict | None,
    memo: CheckMemo | None = None,
) -> OrderCheckFacts:
    """Return the draft as validation sees it: with the lines that could be priced.

    ``priced`` are in the order of the draft's lines.
    """
    site = desk.sites.get(draft.site_id or desk.default_site_id or UUID(int=0))
    figures = _by_place(draft.lines, priced)
    kept = CheckMemo() if memo is None else memo
    lines = kept.lines.made(
        (desk,), draft.lines, figures, lambda place: _line(draft.lines[place], desk, figures[place])
    )
    limit = desk.settings["discount.limit"]
    return OrderCheckFacts(
        customer=None if customer is None else CustomerCheckFacts(customer.name, customer.status),
        today=desk.today,
        document_date=draft.document_date or desk.today,
        lines=tuple(lines),
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
    )


def _by_place(lines: Sequence[LineDraft], priced: Iterable[PricedLine]) -> list[PricedLine | None]:
    """Return the figures of each line, at its place; ``None`` where it could not be priced."""
    left = iter(priced)
    following = next(left, None)
    found: list[PricedLine | None] = []
    for line in lines:
        if following is not None and following.line_id == line.id:
            found.append(following)
            following = next(left, None)
        else:
            found.append(None)
    return found


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


def stock_problems(draft: OrderDraft, desk: Desk, memo: CheckMemo | None = None) -> Iterator[Problem]:
    """Yield a warning for each line that asks for more than is free at its site; earlier lines take first."""
    kept = _StockMemo() if memo is None else memo.stock
    return kept.problems(draft, desk)


class _Wanted(NamedTuple):
    """What a line asks of a shelf; the shelf by its number in the memo."""

    shelf: int
    quantity: Decimal  # in stock units
    item: ItemFacts
    factor: Decimal
    line: LineDraft


class _StockMemo:
    """What the lines asked for last time. What is left for a line depends on those before it: it is summed
    up anew, and told anew where it differs.
    """

    __slots__ = ("_shelves", "_told", "_wanted")

    def __init__(self) -> None:
        self._wanted: Recall[_Wanted | None] = Recall()
        self._shelves: dict[tuple[UUID, UUID], int] = {}
        self._told: dict[int, tuple[_Wanted, Decimal, Problem]] = {}  # by the place of the line

    def problems(self, draft: OrderDraft, desk: Desk) -> Iterator[Problem]:
        lines, site = draft.lines, draft.site_id or desk.default_site_id
        wanted = self._wanted.made((desk, site), lines, lines, lambda at: self._asked(lines[at], desk, site))
        free = [desk.stock[key].available if key in desk.stock else ZERO for key in self._shelves]
        told, self._told = self._told, {}
        for place, one in enumerate(wanted):
            if one is None:
                continue
            left = free[one.shelf]
            free[one.shelf] = left - one.quantity
            if left < one.quantity:
                before = told.get(place)
                if before is None or before[0] is not one or before[1] != left:
                    params = _shortage(one.item, one.line, max(left, ZERO) / one.factor)
                    path = f"lines[{place}].quantity"
                    before = (one, left, Problem("problem.line.stock.short", path, params, "warn"))
                self._told[place] = before
                yield before[2]

    def _asked(self, line: LineDraft, desk: Desk, site: UUID | None) -> _Wanted | None:
        item = desk.items.get(line.item_id) if line.item_id is not None else None
        factor = item.factor(line.unit or item.sales_unit) if item is not None else None
        if item is None or site is None or not line.quantity or factor is None:
            return None
        shelf = self._shelves.setdefault((item.id, site), len(self._shelves))
        return _Wanted(shelf, line.quantity * factor, item, factor, line)


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
