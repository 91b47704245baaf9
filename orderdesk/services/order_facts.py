"""The facts of an order and of its lines for rule tables, by their names in the catalogue; and as kept.

All of it is in memory: a fact is worked out when a table asks for it, so a key press pays for those that the
company's tables name. At the submit all of them are kept, so that any table can be rehearsed on them.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from orderdesk.rules.approval import deepest_discount
from orderdesk.rules.fact_catalogue import CUSTOM, as_stored, from_stored
from orderdesk.rules.facts import ItemFacts, PricedLine
from orderdesk.rules.measures import FactValue, Measured, Money
from orderdesk.services.checking import stock_problems
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.values import RATE_STEP, canonical_json
from orderdesk.wire.drafts import LineDraft, OrderDraft

FORMAT = 2  # of what is kept; the first one kept nine facts under "approval"
ZERO = Decimal(0)


@dataclass(frozen=True)
class Subject:
    """An order as tables see it: as typed, with what its lines came to. ``clerk`` is who enters it."""

    draft: OrderDraft
    desk: Desk
    customer: CustomerDesk
    lines: Sequence[PricedLine]
    total: Decimal
    clerk: UUID | None = None

    @cached_property
    def ordered(self) -> tuple[tuple[LineDraft, ItemFacts, PricedLine], ...]:
        """The lines that have prices, each with its item."""
        by_id = {line.id: line for line in self.draft.lines}
        found = []
        for priced in self.lines:
            line = by_id.get(priced.line_id)
            item = self.desk.items.get(line.item_id) if line is not None and line.item_id else None
            if line is not None and item is not None:
                found.append((line, item, priced))
        return tuple(found)

    def money(self, amount: Decimal) -> Money:
        """Return an amount in the company's currency; orders in others have a rate of 1 as yet."""
        return Money(amount, self.desk.settings["currency"])

    def person(self, person_id: UUID | None) -> str | None:
        """Return the code of a person; ``None`` where nobody is meant or known."""
        found = self.desk.people.get(person_id) if person_id is not None else None
        return None if found is None else found.code


class OrderFacts(Mapping[str, FactValue]):
    """The facts of one order, each worked out once, when it is asked for."""

    __slots__ = ("_known", "_of")

    def __init__(self, subject: Subject) -> None:
        self._of = subject
        self._known: dict[str, FactValue] = {}

    def __getitem__(self, name: str) -> FactValue:
        if name not in self._known:
            if name.startswith(CUSTOM):
                self._known[name] = self._of.draft.custom.get(name.removeprefix(CUSTOM))
            else:
                self._known[name] = _ORDER[name](self._of)
        return self._known[name]

    def __contains__(self, name: object) -> bool:
        return name in _ORDER or (isinstance(name, str) and name.startswith(CUSTOM))

    def __iter__(self) -> Iterator[str]:
        yield from _ORDER
        yield from (CUSTOM + key for key in self._of.draft.custom)

    def __len__(self) -> int:
        return len(_ORDER) + len(self._of.draft.custom)


# ── the order ────────────────────────────────────────────────────────────────────────────────────────────


def _of_items(of: Subject, part: Callable[[ItemFacts], str]) -> frozenset[str]:
    return frozenset(part(item) for _, item, _ in of.ordered) - {""}


def _credit_after(of: Subject) -> FactValue:
    left = of.customer.credit_left
    return None if left is None else of.money(left - of.total)


def _margin(of: Subject) -> Decimal | None:
    """Return which part of the net value of the goods is left after cost; null where a cost is unknown."""
    net = cost = ZERO
    for line, item, priced in of.ordered:
        own, sales = item.factor(line.unit or item.sales_unit), item.factor(item.sales_unit)
        if item.cost is None or not own or not sales or line.quantity is None:
            return None
        net += priced.amount_net
        cost += item.cost * line.quantity * own / sales / item.price_unit
    return ((net - cost) / net).quantize(RATE_STEP) if net else None


def _days(of: Subject) -> Decimal | None:
    if of.draft.requested is None:
        return None
    return Decimal((of.draft.requested - (of.draft.document_date or of.desk.today)).days)


def _site(of: Subject) -> str | None:
    site = of.desk.sites.get(of.draft.site_id or of.desk.default_site_id or UUID(int=0))
    return None if site is None else site.code


_ORDER: Mapping[str, Callable[[Subject], FactValue]] = {
    "customer": lambda of: of.customer.code,
    "customer_class": lambda of: of.customer.customer_class,
    "tier": lambda of: of.customer.tier,
    "region": lambda of: of.draft.deliver_to.province or None,
    "order_kind": lambda of: of.draft.kind,
    "channel": lambda of: of.draft.channel,
    "amount": lambda of: of.money(of.total),
    "currency": lambda of: of.draft.currency,
    "lines": lambda of: Decimal(len(of.ordered)),
    "max_discount": lambda of: deepest_discount(of.lines, of.draft.order_discount or ZERO),
    "order_discount": lambda of: of.draft.order_discount or ZERO,
    "margin": _margin,
    "has_manual_price": lambda of: any(line.source == "manual" for line in of.lines),
    "has_gift": lambda of: any(line.source == "gift" for line in of.lines),
    "below_floor": lambda of: any(line.below_floor for line in of.lines),
    "urgency": lambda of: of.draft.urgency,
    "po_number": lambda of: of.draft.po_number or None,
    "kinds": lambda of: _of_items(of, lambda item: item.kind),
    "item_groups": lambda of: _of_items(of, lambda item: item.group),
    "items": lambda of: _of_items(of, lambda item: item.code),
    "delivery_method": lambda of: of.draft.delivery_method,
    "freight_terms": lambda of: of.draft.freight_terms,
    "days_to_delivery": _days,
    "site": _site,
    "short_of_stock": lambda of: next(stock_problems(of.draft, of.desk), None) is not None,
    "credit_after": _credit_after,
    "credit_limit": lambda of: (
        None if of.customer.credit_limit is None else of.money(of.customer.credit_limit)
    ),
    "clerk": lambda of: of.person(of.clerk),
    "salesperson": lambda of: of.person(of.draft.salesperson_id or of.customer.salesperson_id),
    "department": lambda of: of.draft.department or of.customer.department or None,
    "document_date": lambda of: of.draft.document_date or of.desk.today,
}


# ── its lines ────────────────────────────────────────────────────────────────────────────────────────────


def line_values(line: LineDraft, item: ItemFacts, desk: Desk, site_id: UUID | None) -> dict[str, FactValue]:
    """Return the facts of a line, as far as they are known before it has a price."""
    unit, quantity = line.unit or item.sales_unit, line.quantity or ZERO
    stock = desk.stock.get((item.id, site_id)) if site_id is not None else None
    return {
        "item": item.code,
        "item_kind": item.kind,
        "item_group": item.group or None,
        "quantity": Measured(quantity, unit),
        "stock_quantity": quantity * (item.factor(unit) or ZERO),
        "line_discount": line.discount or ZERO,
        "is_gift": line.gift,
        "available": None if stock is None else stock.available,
    }


def lines_of(subject: Subject) -> Iterator[dict[str, FactValue]]:
    """Yield all facts of each line of an order that has its prices."""
    site = subject.draft.site_id or subject.desk.default_site_id
    groups = group_quantities(
        (item, line.quantity or ZERO, line.unit or item.sales_unit)
        for line, item, _ in subject.ordered
        if not line.gift
    )
    for line, item, priced in subject.ordered:
        price, source = _before_rules(priced)
        yield {
            **line_values(line, item, subject.desk, site), "group_quantity": groups.get(item.group, ZERO),
            "price": subject.money(price), "price_source": source,
        }  # fmt: skip


def group_quantities(ordered: Iterable[tuple[ItemFacts, Decimal, str]]) -> dict[str, Decimal]:
    """Return how much of each item group is ordered, in stock units: mix and match counts it together."""
    found: dict[str, Decimal] = {}
    for item, quantity, unit in ordered:
        found[item.group] = found.get(item.group, ZERO) + quantity * (item.factor(unit) or ZERO)
    return found


def _before_rules(priced: PricedLine) -> tuple[Decimal, str]:
    """Return the price of a line before any adjustment, and where it came from."""
    price, source = ZERO, "none"
    for step in priced.receipt:
        if step.component in {"base", "conversion", "break"}:
            price = step.after
        if step.component == "base":
            source = step.params["source"]
    return price, source


# ── kept for rehearsals ──────────────────────────────────────────────────────────────────────────────────


def facts_snapshot(subject: Subject) -> str:
    """Return all facts of an order and of its lines as canonical JSON, as they are kept at its submit."""
    lines = list(lines_of(subject))
    names = list(lines[0]) if lines else []
    return canonical_json(
        {
            "format": FORMAT,
            "facts": {name: as_stored(value) for name, value in OrderFacts(subject).items()},
            "lines": {"names": names, "rows": [[as_stored(line[name]) for name in names] for line in lines]},
        }
    )


@dataclass(frozen=True, slots=True)
class KeptFacts:
    """The facts of an order as they were kept at its submit, and those of its lines."""

    order: Mapping[str, FactValue]
    lines: tuple[Mapping[str, FactValue], ...] = ()


def kept_facts(text: str, currency: str, wanted: frozenset[str] | None = None) -> KeptFacts:
    """Return the facts that an order kept; those that were not kept are missing, all of them for others.

    ``currency`` is that of amounts from before amounts were kept with theirs; with ``wanted`` only these
    facts are read: a rehearsal goes through 100,000 orders for the few that its tables name.
    """
    try:
        stored = json.loads(text)
    except ValueError:
        return KeptFacts({})
    if not isinstance(stored, dict):
        return KeptFacts({})
    if stored.get("format") != FORMAT:
        old = stored.get("approval")
        day = {"document_date": stored["date"]} if "date" in stored else {}
        return KeptFacts(from_stored({**old, **day} if isinstance(old, dict) else {}, currency))
    order = from_stored(_only(stored["facts"], wanted), currency)
    names = stored["lines"]["names"]
    if wanted is not None and wanted.isdisjoint(names):
        return KeptFacts(order)
    rows = (_only(dict(zip(names, row, strict=True)), wanted) for row in stored["lines"]["rows"])
    return KeptFacts(order, tuple({**order, **from_stored(row, currency)} for row in rows))


def _only(facts: Mapping[str, object], wanted: frozenset[str] | None) -> Mapping[str, object]:
    return facts if wanted is None else {name: facts[name] for name in wanted if name in facts}
