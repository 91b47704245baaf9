"""What a draft comes to: its prices, its problems, its route. Pure, over the frozen facts of ``desk``.

The entry screen asks this on every key, the door at every submit; both get the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from orderdesk.errors import Problem, UserError
from orderdesk.rules.approval import route
from orderdesk.rules.bounds import ONE, check_order_figures, is_within
from orderdesk.rules.credit import CreditVerdict, check_credit
from orderdesk.rules.facts import (
    ItemFacts,
    LineFacts,
    OrderPricingFacts,
    PriceBook,
    PricedLine,
    PricedOrder,
    Route,
)
from orderdesk.rules.pricing import LineMemo, price_order
from orderdesk.rules.recall import Recall
from orderdesk.rules.validation import check_by_table, check_order
from orderdesk.services.checking import CheckMemo, check_facts, stock_problems
from orderdesk.services.desk import CustomerDesk, Desk, price_book, price_rules
from orderdesk.services.order_facts import OrderFacts, Subject
from orderdesk.services.price_facts import with_price_rules
from orderdesk.services.quotations import asked_problem, kept_from
from orderdesk.values import MAX_AMOUNT, RATE_STEP, plain
from orderdesk.wire.drafts import LineDraft, OrderDraft

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that can be said of a draft now. ``priced`` is ``None`` without a customer or a complete line."""

    priced: PricedOrder | None
    problems: tuple[Problem, ...]
    route: Route | None
    credit: CreditVerdict | None

    @property
    def blocks(self) -> tuple[Problem, ...]:
        """The problems that keep the order from being submitted."""
        return tuple(problem for problem in self.problems if problem.severity == "block")


def document_date(draft: OrderDraft, desk: Desk) -> date:
    """Return the date whose prices hold: the document's, else today at the site."""
    return draft.document_date or desk.today


def sales_unit(line: LineDraft, item: ItemFacts) -> str:
    """Return the unit a line is typed in: its own, else the item's sales unit."""
    return line.unit or item.sales_unit


class PricingMemo:
    """What pricing the same draft again can use: the customer's price book, and the lines as they came out.

    Whoever evaluates a draft at every edit keeps one; the answers are the same without it.
    """

    __slots__ = ("_book", "_customer", "_desk", "checks", "facts", "lines")

    def __init__(self) -> None:
        self.facts: Recall[LineFacts | None] = Recall()
        self.lines = LineMemo()
        self.checks = CheckMemo()
        self._book: PriceBook | None = None
        self._desk: Desk | None = None
        self._customer: CustomerDesk | None = None

    def book(self, desk: Desk, customer: CustomerDesk, currency: str) -> PriceBook:
        """Return the customer's price book, the same object as long as desk and customer are."""
        book = self._book
        if desk is not self._desk or customer is not self._customer:
            book = None
        if book is None or book.currency != currency:
            book = price_book(desk, customer, currency)
        self._book, self._desk, self._customer = book, desk, customer
        return book


def _complete_lines(draft: OrderDraft, desk: Desk) -> Iterator[tuple[int, LineDraft, ItemFacts, Decimal]]:
    """Yield position, line, item and quantity of each line that can be priced."""
    for position, line in enumerate(draft.lines):
        item = _item_of(line, desk)
        if item is not None and line.quantity:
            yield position, line, item, line.quantity


def _item_of(line: LineDraft, desk: Desk) -> ItemFacts | None:
    """Return the item of a line that can be priced: one that is known, in a unit that it has."""
    item = desk.items.get(line.item_id) if line.item_id is not None else None
    return item if item is not None and item.factor(sales_unit(line, item)) is not None else None


def line_facts(
    draft: OrderDraft, desk: Desk, customer: CustomerDesk | None = None, memo: PricingMemo | None = None
) -> tuple[LineFacts, ...]:
    """Return the complete lines of a draft for pricing; provisional ones are left out.

    A line that was quoted to the ``customer`` before a price adjustment keeps the prices of that day.
    """
    today, lines = document_date(draft, desk), draft.lines
    known: Recall[LineFacts | None] = Recall() if memo is None else memo.facts
    found = known.made(
        (desk, customer, today), lines, lines, lambda at: _facts_of(lines[at], at, today, desk, customer)
    )
    complete = tuple(one for one in found if one is not None)
    return complete if customer is None else with_price_rules(complete, draft, desk, customer)


def _facts_of(
    line: LineDraft, position: int, today: date, desk: Desk, customer: CustomerDesk | None
) -> LineFacts | None:
    item = _item_of(line, desk)
    if item is None or not line.quantity:
        return None
    return LineFacts(
        line_id=line.id,
        item=item,
        quantity=line.quantity,
        unit=sales_unit(line, item),
        manual_price=line.manual_price,
        manual_reason=line.manual_reason,
        discount=line.discount or ZERO,
        gift=line.gift,
        gift_reason=line.gift_reason,
        day=line.quoted_on if kept_from(line, item, today, desk, customer) is not None else None,
        position=position,
    )


def price_draft(
    draft: OrderDraft, desk: Desk, customer: CustomerDesk | None, memo: PricingMemo | None = None
) -> PricedOrder | None:
    """Return the priced draft; ``None`` without a customer.

    Raises ``UserError`` for figures out of bounds.
    """
    if customer is None:
        return None
    kept = PricingMemo() if memo is None else memo
    facts = _pricing_facts(draft, desk, customer, kept)
    return price_order(facts, kept.book(desk, customer, draft.currency), kept.lines)


def _pricing_facts(
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk | None = None,
    memo: PricingMemo | None = None,
) -> OrderPricingFacts:
    return OrderPricingFacts(
        date=document_date(draft, desk),
        currency=draft.currency,
        prices_include_tax=draft.prices_include_tax,
        lines=line_facts(draft, desk, customer, memo),
        order_discount=draft.order_discount or ZERO,
        rounding=draft.rounding,
        freight_terms=draft.freight_terms,
        freight=draft.freight or ZERO,
        freight_tax_rate=Decimal(desk.settings["freight.tax_rate"]),
        rules=price_rules(desk),
    )


def evaluate(
    draft: OrderDraft,
    desk: Desk,
    customer: CustomerDesk | None,
    memo: PricingMemo | None = None,
    clerk: UUID | None = None,
) -> Evaluation:
    """Return prices, all problems at once, credit and route of a draft that ``clerk`` enters.

    ``memo`` only saves work.
    """
    kept = PricingMemo() if memo is None else memo
    try:
        priced = price_draft(draft, desk, customer, kept)
        if priced is not None:
            sound, total = _Sound(priced.lines), priced.total
        else:  # figures are right or wrong whoever the customer is
            sound, total = _Sound((), tuple(check_order_figures(_pricing_facts(draft, desk)))), None
    except UserError as fault:
        priced, sound = None, _sound_lines(draft, desk, customer, fault.problems)
        total = sum((line.amount_gross for line in sound.lines), ZERO)
    credit = _credit(draft, priced, customer)
    checked = check_facts(draft, desk, customer, sound.lines, credit, kept.checks)
    facts = None
    if customer is not None and total is not None:
        facts = OrderFacts(Subject(draft, desk, customer, sound.lines, total, clerk))
    problems = (
        *sound.problems,
        *check_order(checked, kept.checks.problems),
        *(check_by_table(facts, desk.validation) if facts is not None else ()),
        *_asked(draft, desk, customer),
        *stock_problems(draft, desk, kept.checks),
    )
    if priced is None or facts is None or not priced.lines:
        return Evaluation(priced, problems, None, credit)
    return Evaluation(priced, problems, route(facts, desk.approval), credit)


def _asked(draft: OrderDraft, desk: Desk, customer: CustomerDesk | None) -> Iterator[Problem]:
    """Yield a warning for each line whose price an adjustment leaves to the clerk."""
    if not desk.kept:
        return
    today = document_date(draft, desk)
    for position, line, item, _quantity in _complete_lines(draft, desk):
        kept = kept_from(line, item, today, desk, customer)
        if kept is not None and kept.open_orders == "ask":
            yield asked_problem(kept, item, position)


@dataclass(frozen=True, slots=True)
class _Sound:
    """The lines that can be priced, and what is out of bounds beside them."""

    lines: tuple[PricedLine, ...] = ()
    problems: tuple[Problem, ...] = ()


def _sound_lines(
    draft: OrderDraft, desk: Desk, customer: CustomerDesk | None, known: tuple[Problem, ...]
) -> _Sound:
    """Return what can be priced beside figures that are out of bounds: the rest is checked all the same.

    Otherwise a price that is missing would come up only after the figure was mended. ``known`` is what
    pricing the whole has named; what it did not get to is added.
    """
    rate = draft.order_discount if is_within(draft.order_discount or ZERO, ONE, RATE_STEP) else None
    rest = draft.model_copy(update={"order_discount": rate, "freight": None})
    found = _sound_parts(rest, desk, customer, 0)
    problems = {(one.code, one.path): one for one in (*known, *found.problems)}
    if sum((line.amount_gross for line in found.lines), ZERO) > MAX_AMOUNT:
        over = Problem("problem.order.amount.range", "lines", {"limit": plain(MAX_AMOUNT)})
        problems.setdefault((over.code, over.path), over)
    return _Sound(found.lines, tuple(problems.values()))


def _sound_parts(draft: OrderDraft, desk: Desk, customer: CustomerDesk | None, first: int) -> _Sound:
    """Price the lines from ``first`` on; where they are out of bounds, price each half of them."""
    try:
        priced = price_draft(draft, desk, customer)
    except UserError as fault:
        middle = len(draft.lines) // 2
        if not middle:
            return _Sound((), tuple(replace(one, path=_moved(one.path, first)) for one in fault.problems))
        upper, lower = (
            _sound_parts(draft.model_copy(update={"lines": lines}), desk, customer, first + offset)
            for lines, offset in ((draft.lines[:middle], 0), (draft.lines[middle:], middle))
        )
        return _Sound((*upper.lines, *lower.lines), (*upper.problems, *lower.problems))
    return _Sound(priced.lines if priced is not None else ())


def _moved(path: str, first: int) -> str:
    """Return the path of the only line of a part as the whole draft has it."""
    return path.replace("lines[0]", f"lines[{first}]", 1)


def _credit(
    draft: OrderDraft, priced: PricedOrder | None, customer: CustomerDesk | None
) -> CreditVerdict | None:
    if priced is None or customer is None:
        return None
    exposure = customer.exposure + (customer.receivable or ZERO)
    return check_credit(customer.credit_limit, exposure, priced.total, customer.tier)


def available_for(desk: Desk, item_id: UUID, site_id: UUID | None) -> Decimal | None:
    """Return what is available of an item at a site, in stock units; ``None`` where no figure is known."""
    site = site_id or desk.default_site_id
    figure = desk.stock.get((item_id, site)) if site is not None else None
    return None if figure is None else figure.available
