"""What one item costs a customer, asked without an order: from the facts that entry has, by the same code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from orderdesk.errors import Problem, UserError
from orderdesk.rules.facts import ItemFacts, LineFacts, OrderPricingFacts, PricedLine
from orderdesk.rules.pricing import price_order
from orderdesk.services.desk import CustomerDesk, Desk, price_book, price_rules
from orderdesk.services.reading.desk import CUSTOMER, ITEM, load_customer, load_desk
from orderdesk.services.store import Reader


@dataclass(frozen=True, slots=True)
class Quote:
    """A priced line with what it was asked for."""

    customer: CustomerDesk
    item: ItemFacts
    quantity: Decimal
    unit: str
    day: date
    line: PricedLine

    @property
    def has_price(self) -> bool:
        """Whether any list, tier, agreement or earlier order gives a price on that day."""
        return self.line.source != "none"


def price_one(
    connection: Reader,
    customer_code: str,
    item_code: str,
    quantity: Decimal,
    now: datetime,
    *,
    unit: str | None = None,
    day: date | None = None,
) -> Quote:
    """Return the price of ``quantity`` of an item for a customer on ``day`` (default: today at the site).

    ``unit`` is the item's sales unit where none is given. Raises ``UserError`` ``error.price`` with a problem
    for each of customer, item and unit that is unknown, and for a figure out of bounds.
    """
    customer_id = connection.scalar(select(CUSTOMER.c.id).where(CUSTOMER.c.code == customer_code))
    item_id = connection.scalar(select(ITEM.c.id).where(ITEM.c.code == item_code))
    problems = [
        Problem("problem.reference.unknown", path, {"value": code})
        for path, code, found in (("customer", customer_code, customer_id), ("item", item_code, item_id))
        if found is None
    ]
    if customer_id is None or item_id is None:
        raise UserError("error.price", tuple(problems))
    return _quote(connection, (customer_id, item_id), quantity, now, unit, day)


def _with_rules(line: LineFacts, desk: Desk, customer: CustomerDesk) -> tuple[LineFacts, ...]:
    """Return the line with what the pricing table asks of it, as of an order with nothing else on it."""
    if price_rules(desk) is None:  # then nobody waits for the messages
        return (line,)
    from orderdesk.services.price_facts import with_price_rules
    from orderdesk.wire.drafts import LineDraft, OrderDraft

    typed = LineDraft(id=line.line_id, item_id=line.item.id, quantity=line.quantity, unit=line.unit)
    draft = OrderDraft(id=line.line_id, customer_id=customer.id, currency=customer.currency, lines=(typed,))
    return with_price_rules((line,), draft, desk, customer)


def _quote(
    connection: Reader,
    ids: tuple[UUID, UUID],
    quantity: Decimal,
    now: datetime,
    unit: str | None,
    day: date | None,
) -> Quote:
    customer_id, item_id = ids
    desk = load_desk(connection, now, item_ids={item_id}, with_customers=False)
    customer = load_customer(connection, customer_id, with_addresses=False, item_ids={item_id}, po_number="")
    assert customer is not None  # its id was found in this very state of the store
    item = desk.items[item_id]
    wanted = unit or item.sales_unit
    if item.factor(wanted) is None:
        raise UserError("error.price", (Problem("problem.item.unit_unknown", "unit", {"unit": wanted}),))
    line = LineFacts(line_id=item_id, item=item, quantity=quantity, unit=wanted)
    facts = OrderPricingFacts(
        date=day or desk.today,
        currency=customer.currency,
        prices_include_tax=customer.prices_include_tax,
        lines=_with_rules(line, desk, customer),
        rules=price_rules(desk),
    )
    priced = price_order(facts, price_book(desk, customer, customer.currency))
    return Quote(customer, item, quantity, wanted, facts.date, priced.lines[0])
