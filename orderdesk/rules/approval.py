"""Who must approve an order: the rows of the approval table that apply, merged into steps asked in turn."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby

from orderdesk.rules.decision_table import Decision, DecisionTable
from orderdesk.rules.facts import (
    ApprovalFacts,
    ApprovalReason,
    ApprovalStep,
    NearMiss,
    PricedLine,
    PricedOrder,
    Route,
)
from orderdesk.rules.table_index import FactValue
from orderdesk.values import RATE_STEP

FALLBACK_ROLE = "manager"
NO_ROW = ApprovalReason(0, "receipt.approval.no_row")

_Asked = tuple[Decimal, str, ApprovalReason]


def route(facts: ApprovalFacts, table: DecisionTable) -> Route:
    """Return the route of an order.

    A row with a role asks that role at its step; a row without one lets the order straight through, unless
    another row asks somebody. Rows that ask the same role at the same step become one step with several
    reasons. Where no row applies, a manager is asked (row 0): a gap in a table must let nothing through.

    Raises:
        UserError: the table names a fact that the order does not have.

    Source: capabilities C31 (straight through says which row) and C34 (the table says who skips finance).
    """
    values = table_facts(facts)
    decision = table.decide(values)
    steps = _steps(decision)
    through = next(iter(_through(decision)), None)
    if not steps and through is None:
        steps = (_step(decision, 1, FALLBACK_ROLE, [NO_ROW]),)
    if steps:
        through = None
    return Route(
        steps=steps,
        table=decision.table,
        table_version=decision.version,
        through_row=through.row if through else None,
        facts=decision.facts,
        through_note=through.note if through else "",
        near=tuple(
            NearMiss("column", f"{table.name} {miss.row}", _shown(miss.row, miss.fact, miss.cell, miss.value))
            for miss in table.near_misses(values)
        ),
    )


def replay_route(stored: Mapping[str, str], table: DecisionTable) -> Route:
    """Return the route that ``table`` gives to the facts stored with a route (``Route.facts``)."""
    values = table.facts_from_text(stored)
    return route(_facts(values), table)


def table_facts(facts: ApprovalFacts) -> dict[str, FactValue]:
    """Return the facts of an order under the names that approval tables use."""
    return {
        "order_kind": facts.order_kind,
        "customer_class": facts.customer_class,
        "tier": facts.tier,
        "amount": facts.amount,
        "max_discount": facts.max_discount,
        "has_manual_price": facts.has_manual_price,
        "below_floor": facts.below_floor,
        "credit_after": facts.credit_after,
        "kinds": facts.kinds,
    }


def deepest_discount(order: PricedOrder, order_discount: Decimal) -> Decimal:
    """Return the deepest discount of a line as a fraction (6 decimals), order discount included.

    A price typed by hand counts as the discount from the price it replaced, or typing prices would be a way
    around the table. Gifts do not count: they have a reason of their own.
    """
    taken = Decimal(0)
    for line in order.lines:
        kept = _kept(line)
        if line.order_discount_share:
            kept *= 1 - order_discount
        taken = max(taken, 1 - kept)
    return taken.quantize(RATE_STEP, ROUND_HALF_UP)


def _kept(line: PricedLine) -> Decimal:
    """Return which fraction of its price a line kept."""
    if line.source == "gift":
        return Decimal(1)
    if line.source == "manual":
        for step in line.receipt:
            if step.component == "manual_price" and step.before:
                return min(Decimal(1), step.after / step.before)
    return 1 - line.discount


def reason_words(reason: ApprovalReason, facts: Mapping[str, str]) -> tuple[str, dict[str, str]]:
    """Return the code of the sentence why a row applied, and its params from the facts of the route."""
    discount = facts.get("max_discount", "")
    percent = format((Decimal(discount) * 100).normalize(), "f") if discount else ""
    return reason.note or NO_ROW.note, {**facts, "percent": percent, "row": str(reason.row)}


def _facts(values: Mapping[str, FactValue]) -> ApprovalFacts:
    amount, discount, credit = values.get("amount"), values.get("max_discount"), values.get("credit_after")
    kinds = values.get("kinds")
    return ApprovalFacts(
        customer_class=str(values.get("customer_class") or ""),
        tier=str(values.get("tier") or ""),
        amount=amount if isinstance(amount, Decimal) else Decimal(0),
        max_discount=discount if isinstance(discount, Decimal) else Decimal(0),
        has_manual_price=values.get("has_manual_price") is True,
        below_floor=values.get("below_floor") is True,
        credit_after=credit if isinstance(credit, Decimal) else None,
        kinds=kinds if isinstance(kinds, frozenset) else frozenset(),
        order_kind=str(values.get("order_kind") or "order"),
    )


def _through(decision: Decision) -> list[ApprovalReason]:
    return [
        ApprovalReason(row, str(then.get("note") or ""))
        for row, then in zip(decision.rows, decision.outputs, strict=True)
        if not then.get("role")
    ]


def _steps(decision: Decision) -> tuple[ApprovalStep, ...]:
    asked: list[_Asked] = []
    for row, then in zip(decision.rows, decision.outputs, strict=True):
        if then.get("role"):
            place = then.get("step")
            reason = ApprovalReason(row, str(then.get("note") or ""))
            asked.append((place if isinstance(place, Decimal) else Decimal(1), str(then["role"]), reason))
    asked.sort(key=lambda entry: (entry[0], entry[1]))
    groups = groupby(asked, key=lambda entry: (entry[0], entry[1]))
    return tuple(
        _step(decision, number, role, [reason for _, _, reason in group])
        for number, ((_, role), group) in enumerate(groups, start=1)
    )


def _step(decision: Decision, number: int, role: str, reasons: list[ApprovalReason]) -> ApprovalStep:
    first = reasons[0]
    return ApprovalStep(number, role, decision.table, decision.version, first.row, first.note, tuple(reasons))


def _shown(row: int, fact: str, cell: str, value: str) -> dict[str, str]:
    return {"row": str(row), "fact": fact, "cell": cell, "value": value}
