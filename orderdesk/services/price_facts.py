"""What the pricing table asks of an order and its lines, before they have a price."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from orderdesk.rules.facts import LineFacts
from orderdesk.rules.measures import FactValue
from orderdesk.rules.rulebooks import PRICING
from orderdesk.services.desk import CustomerDesk, Desk
from orderdesk.services.order_facts import OrderFacts, Subject, group_quantities, line_values
from orderdesk.wire.drafts import OrderDraft

_FROM_PRICE = frozenset({"price", "price_source"})  # known when the line is priced
_ZERO = Decimal(0)


def with_price_rules(
    lines: tuple[LineFacts, ...], draft: OrderDraft, desk: Desk, customer: CustomerDesk
) -> tuple[LineFacts, ...]:
    """Return the lines with what the pricing table asks of each; as they are where there is no such table."""
    table = desk.tables.get(PRICING.name)
    if table is None:
        return lines
    asked = frozenset(column.fact for column in (*table.inputs, *table.uses)) - _FROM_PRICE
    facts = OrderFacts(Subject(draft, desk, customer, (), _ZERO))
    of_order = {name: facts[name] for name in asked - PRICING.left_out if name in facts}
    typed, site = {line.id: line for line in draft.lines}, draft.site_id or desk.default_site_id
    groups = group_quantities((line.item, line.quantity, line.unit) for line in lines if not line.gift)

    def asked_of(line: LineFacts) -> tuple[tuple[str, FactValue], ...]:
        own = line_values(typed[line.line_id], line.item, desk, site)
        known = {**of_order, **own, "group_quantity": groups.get(line.item.group, _ZERO)}
        return tuple((name, known[name]) for name in sorted(asked) if name in known)

    return tuple(replace(line, rules=asked_of(line)) for line in lines)
