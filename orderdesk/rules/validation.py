"""What keeps an order from being submitted, and what the clerk should know: all of it at once.

Structural checks stand here; what a firm wants checked by class, tier and amount stands in a table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from orderdesk.errors import Problem, Severity
from orderdesk.rules.check_facts import (
    CustomerCheckFacts,
    LineCheckFacts,
    OrderCheckFacts,
    ScheduleCheckFacts,
)
from orderdesk.rules.decision_table import Decision, DecisionTable, Outputs
from orderdesk.rules.fact_catalogue import asked_by
from orderdesk.rules.facts import ItemFacts, PricedLine
from orderdesk.rules.measures import FactValue
from orderdesk.rules.recall import Recall
from orderdesk.values import plain


def check_order(
    facts: OrderCheckFacts, recall: Recall[tuple[Problem, ...]] | None = None
) -> tuple[Problem, ...]:
    """Return every problem of an order but those of the table: the header's first, then line by line.

    Paths are those of the draft (``lines[3].quantity``, 0-based). ``block`` keeps the order from being
    submitted. Figures out of bounds are named by ``pricing.price_order`` and not again here. With ``recall``
    of what was found last time, only lines that have changed are looked at again.
    """
    problems = [*_customer(facts), *_dates(facts), *_delivery(facts), *_money(facts)]
    lines = facts.lines
    if all(line.is_blank for line in lines):
        problems.append(Problem("problem.order.lines.missing", "lines"))

    def found(place: int) -> tuple[Problem, ...]:
        line = lines[place]
        return () if line.is_blank else tuple(_line(line, f"lines[{place}]", facts))

    known: Recall[tuple[Problem, ...]] = Recall() if recall is None else recall
    for some in known.made((facts.today, facts.discount_limit), lines, lines, found):
        problems += some
    return tuple(problems)


def check_by_table(facts: Mapping[str, FactValue], table: DecisionTable) -> tuple[Problem, ...]:
    """Return what the rows of the validation table say of an order; its facts are those of the catalogue.

    Raises:
        UserError: the table names a fact that orders do not have.
    """
    return problems_of_rows(table.decide(asked_by(table, facts)))


def problems_of_rows(decision: Decision) -> tuple[Problem, ...]:
    """Return the problems that rows name: by a code of the program, or in somebody's own words."""
    return tuple(
        _of_row(decision, row, then) for row, then in zip(decision.rows, decision.outputs, strict=True)
    )


def _of_row(decision: Decision, row: int, then: Outputs) -> Problem:
    params = {**decision.facts, "table": decision.table, "version": decision.version, "row": row}
    severity: Severity = "warn" if then.get("severity") == "warn" else "block"
    if then.get("code"):
        return Problem(str(then["code"]), "", params, severity)
    if then.get("text"):
        return Problem("problem.order.check.text", "", {**params, "text": str(then["text"])}, severity)
    return Problem("problem.order.check.row", "", params, severity)


def _customer(facts: OrderCheckFacts) -> Iterator[Problem]:
    if facts.customer is None:
        yield Problem("problem.order.customer.missing", "customer_id")
    elif facts.customer.status == "stopped":
        yield Problem("problem.order.customer.stopped", "customer_id", {"name": facts.customer.name})
    elif facts.customer.status == "on_hold":
        yield Problem("problem.order.customer.on_hold", "customer_id", {"name": facts.customer.name})
    if facts.po_number and facts.same_po_orders:
        params = {"po_number": facts.po_number, "orders": list(facts.same_po_orders)}
        yield Problem("problem.order.po_number.used", "po_number", params, "warn")


def _dates(facts: OrderCheckFacts) -> Iterator[Problem]:
    if facts.document_date > facts.today:
        params = {"date": facts.document_date.isoformat(), "today": facts.today.isoformat()}
        yield Problem("problem.order.document_date.future", "document_date", params)
    if facts.closed_until is not None and facts.document_date <= facts.closed_until:
        params = {"date": facts.document_date.isoformat(), "closed_until": facts.closed_until.isoformat()}
        yield Problem("problem.order.document_date.closed", "document_date", params)
    if facts.requested is not None and facts.requested < facts.today:
        params = {"date": facts.requested.isoformat(), "today": facts.today.isoformat()}
        yield Problem("problem.order.requested.past", "requested", params)


def _delivery(facts: OrderCheckFacts) -> Iterator[Problem]:
    if facts.has_address or facts.delivery_method == "pickup" or facts.order_kind == "quotation":
        return
    lines = [line for line in facts.lines if not line.is_blank]
    if not lines or not all(_has_own_address(line) for line in lines):
        yield Problem("problem.order.address.missing", "deliver_to")


def _has_own_address(line: LineCheckFacts) -> bool:
    return bool(line.schedule) and all(entry.has_address for entry in line.schedule)


def _money(facts: OrderCheckFacts) -> Iterator[Problem]:
    limit = facts.discount_limit
    if limit is not None and facts.order_discount > limit:
        yield Problem(
            "problem.order.discount.limit", "order_discount", _percents(facts.order_discount, limit), "warn"
        )
    credit = facts.credit
    if credit is not None and credit.verdict != "ok":
        params = {"over": plain(credit.over), "limit": plain(credit.limit or Decimal(0))}
        code = "problem.order.credit.over" if credit.verdict == "warn" else "problem.order.credit.hold"
        yield Problem(code, "", params, "warn")


# ── one line ───────────────────────────────────────────────────────────────────────────────────────────────


def _line(line: LineCheckFacts, path: str, facts: OrderCheckFacts) -> Iterator[Problem]:
    item = line.item
    if item is None:
        if line.typed_code:
            yield Problem("problem.line.item.unknown", f"{path}.item_id", {"typed": line.typed_code})
        else:
            yield Problem("problem.line.item.missing", f"{path}.item_id")
    elif not item.active:
        yield Problem("problem.line.item.inactive", f"{path}.item_id", {"item": item.code})
    if not line.quantity:
        yield Problem(
            "problem.line.quantity.missing", f"{path}.quantity", {"item": item.code if item else ""}
        )
    if item is not None:
        yield from _quantity(line, line.quantity, item, path)
    yield from _schedule(line, line.quantity, path, facts)
    yield from _typed_price(line, path, facts.discount_limit)
    if line.priced is not None and item is not None:
        yield from _price(line, line.priced, item, path)


def _quantity(
    line: LineCheckFacts, quantity: Decimal | None, item: ItemFacts, path: str
) -> Iterator[Problem]:
    unit = line.unit or item.sales_unit
    own, sales = item.factor(unit), item.factor(item.sales_unit)
    if own is None:
        yield Problem("problem.line.unit.unknown", f"{path}.unit", {"item": item.code, "unit": unit})
    elif item.order_multiple and sales and quantity:
        # In stock units both sides are exact: a box of 12 is no whole number of multiples of 5 pieces.
        multiple, ordered = item.order_multiple * sales, quantity * own
        if ordered % multiple:
            lower = ordered // multiple * item.order_multiple
            params = {
                "multiple": plain(item.order_multiple),
                **item.unit_params(item.sales_unit),
                "lower": plain(lower),
                "upper": plain(lower + item.order_multiple),
            }
            yield Problem("problem.line.quantity.multiple", f"{path}.quantity", params, "warn")


def _schedule(
    line: LineCheckFacts, quantity: Decimal | None, path: str, facts: OrderCheckFacts
) -> Iterator[Problem]:
    scheduled = sum((entry.quantity for entry in line.schedule), Decimal(0))
    if quantity and line.schedule and scheduled != quantity:
        params = {
            "scheduled": plain(scheduled),
            "quantity": plain(quantity),
            "left": plain(quantity - scheduled),
        }
        yield Problem("problem.line.schedule.sum", f"{path}.schedule", params)
    for index, entry in enumerate(line.schedule):
        yield from _schedule_line(entry, f"{path}.schedule[{index}]", facts)


def _schedule_line(entry: ScheduleCheckFacts, path: str, facts: OrderCheckFacts) -> Iterator[Problem]:
    if entry.quantity <= 0:
        yield Problem("problem.line.schedule.quantity", f"{path}.quantity")
    if entry.requested is not None and entry.requested < facts.today:
        params = {"date": entry.requested.isoformat(), "today": facts.today.isoformat()}
        yield Problem("problem.line.schedule.past", f"{path}.requested", params)


def _typed_price(line: LineCheckFacts, path: str, limit: Decimal | None) -> Iterator[Problem]:
    if line.gift:
        if not line.gift_reason.strip():
            yield Problem("problem.line.gift.reason", f"{path}.gift_reason")
        return
    if line.manual_price is not None:
        if not line.manual_reason.strip():
            yield Problem("problem.line.price.reason", f"{path}.manual_reason")
        if line.discount:
            params = {"percent": plain(line.discount * 100), "price": plain(line.manual_price)}
            yield Problem("problem.line.discount.with_price", f"{path}.discount", params)
    elif limit is not None and line.discount > limit:
        yield Problem(
            "problem.line.discount.limit", f"{path}.discount", _percents(line.discount, limit), "warn"
        )


def _price(line: LineCheckFacts, priced: PricedLine, item: ItemFacts, path: str) -> Iterator[Problem]:
    if priced.source == "none":
        yield Problem("problem.line.price.missing", f"{path}.manual_price", {"item": item.code})
    elif priced.below_floor:
        params = {"item": item.code, "floor": plain(item.floor_price or Decimal(0))}
        yield Problem("problem.line.price.below_floor", f"{path}.manual_price", params, "warn")
    if priced.source in {"manual", "gift", "none"} or line.seen_price is None:
        return
    if line.seen_price != priced.unit_price:
        params = {"item": item.code, "seen": plain(line.seen_price), "now": plain(priced.unit_price)}
        yield Problem("problem.line.price.changed", f"{path}.seen_price", params)


def _percents(discount: Decimal, limit: Decimal) -> dict[str, str]:
    return {"percent": plain(discount * 100), "limit": plain(limit * 100)}


__all__ = ["CustomerCheckFacts", "LineCheckFacts", "OrderCheckFacts", "ScheduleCheckFacts", "check_order"]
