"""Who must approve an order: the rows of the approval table that apply, merged into steps asked in turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from typing import NamedTuple

from orderdesk.rules.decision_table import Decision, DecisionTable
from orderdesk.rules.fact_catalogue import asked_by
from orderdesk.rules.facts import ApprovalReason, ApprovalStep, NearMiss, PricedLine, Route
from orderdesk.rules.table_index import FactValue
from orderdesk.values import RATE_STEP

FALLBACK_ROLE = "manager"
NO_ROW = ApprovalReason(0, "receipt.approval.no_row")

_CODES = NO_ROW.note.removesuffix("no_row")  # how the notes begin that are words of the program


class _Asked(NamedTuple):
    """What one row asks."""

    step: Decimal
    role: str
    reason: ApprovalReason
    hours: Decimal | None


def route(facts: Mapping[str, FactValue], table: DecisionTable) -> Route:
    """Return the route of an order; ``facts`` are those of the catalogue, as far as the table names them.

    A row with a role asks that role at its step; a row without one lets the order straight through, unless
    another row asks somebody. Rows that ask the same role at the same step become one step with several
    reasons. Where no row applies, a manager is asked (row 0): a gap in a table must let nothing through.

    Raises:
        UserError: the table names a fact that the order does not have.

    Source: capabilities C31 (straight through says which row) and C34 (the table says who skips finance).
    """
    values = asked_by(table, facts)
    decision = table.decide(values)
    steps = steps_of(decision)
    through = next(iter(_through(decision)), None) if not steps else None
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


def steps_of(decision: Decision) -> tuple[ApprovalStep, ...]:
    """Return who is asked in turn; nobody where a row lets the order through."""
    steps = _steps(decision)
    if steps or _through(decision):
        return steps
    return (_step(decision, 1, FALLBACK_ROLE, [_Asked(Decimal(1), FALLBACK_ROLE, NO_ROW, None)]),)


def replay_route(stored: Mapping[str, str], table: DecisionTable) -> Route:
    """Return the route that ``table`` gives to the facts stored with a route (``Route.facts``)."""
    return route(table.facts_from_text(stored), table)


def deepest_discount(lines: Iterable[PricedLine], order_discount: Decimal) -> Decimal:
    """Return the deepest discount of a line as a fraction (6 decimals), order discount included.

    A price typed by hand counts as the discount from the price it replaced, or typing prices would be a way
    around the table. Gifts do not count: they have a reason of their own.
    """
    taken = Decimal(0)
    for line in lines:
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
    """Return the code of the sentence why a row applied, and its params from the facts of the route.

    The note of a row is such a code, or what somebody wrote; a row without one is named by its number.
    """
    discount = facts.get("max_discount", "")
    percent = format((Decimal(discount) * 100).normalize(), "f") if discount else ""
    params = {**facts, "percent": percent, "row": str(reason.row)}
    if reason.note.startswith(_CODES):
        return reason.note, params
    if reason.note:
        return "receipt.approval.note", {**params, "note": reason.note}
    return "receipt.approval.row" if reason.row else NO_ROW.note, params


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
            step = place if isinstance(place, Decimal) else Decimal(1)
            hours = then.get("hours")
            asked.append(
                _Asked(step, str(then["role"]), reason, hours if isinstance(hours, Decimal) else None)
            )
    asked.sort(key=lambda entry: (entry.step, entry.role))
    groups = groupby(asked, key=lambda entry: (entry.step, entry.role))
    return tuple(
        _step(decision, number, role, [*group]) for number, ((_, role), group) in enumerate(groups, start=1)
    )


def _step(decision: Decision, number: int, role: str, asked: list[_Asked]) -> ApprovalStep:
    """Return the step of rows that ask the same; the shortest of their times holds."""
    reasons = tuple(one.reason for one in asked)
    hours = min((one.hours for one in asked if one.hours is not None), default=None)
    first = reasons[0]
    return ApprovalStep(number, role, decision.table, decision.version, first.row, first.note, reasons, hours)


def _shown(row: int, fact: str, cell: str, value: str) -> dict[str, str]:
    return {"row": str(row), "fact": fact, "cell": cell, "value": value}
