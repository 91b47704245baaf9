"""What a rulebook's answer comes to for an order, so that two versions of its table can be compared.

A book whose consumer says nothing of its own here is compared by the outputs of its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orderdesk.errors import UserError
from orderdesk.rules.approval import steps_of
from orderdesk.rules.decision_table import Decision, DecisionTable
from orderdesk.rules.fact_catalogue import asked_by
from orderdesk.rules.measures import FactValue, Measured, Money, as_text
from orderdesk.rules.price_rules import applied
from orderdesk.rules.rulebooks import Rulebook
from orderdesk.rules.validation import problems_of_rows


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as people compare it: codes of words or texts, in turn; more ``weight`` is harder on the
    customer.
    """

    label: tuple[str, ...]
    weight: Decimal


def answer_of(
    book: Rulebook,
    facts: Mapping[str, FactValue],
    lines: Sequence[Mapping[str, FactValue]],
    table: DecisionTable,
) -> Answer:
    """Return what the consumer of a book makes of what its table says of an order, or of its lines.

    Raises:
        UserError: a fact is absent (its params say which), or the table does not decide on these facts.
    """
    make = ANSWERS.get(book.name, _by_outputs)
    if book.scope == "order":
        return make(table.decide(asked_by(table, facts)), facts)
    if not lines:
        raise UserError("problem.table.fact.absent", table=table.name, fact=table.inputs[0].fact)
    found = [make(table.decide(asked_by(table, {**facts, **line})), line) for line in lines]
    label = tuple(dict.fromkeys(part for one in found for part in one.label))
    return Answer(label, sum((one.weight for one in found), Decimal(0)))


def _route(decision: Decision, _facts: Mapping[str, FactValue]) -> Answer:
    """Return who is asked in turn; nobody is straight through."""
    steps = steps_of(decision)
    roles = tuple(f"term.role.{step.role}" for step in steps)
    return Answer(roles or ("term.answer.through",), Decimal(len(steps)))


def _verdict(decision: Decision, _facts: Mapping[str, FactValue]) -> Answer:
    """Return whether the order is stopped, warned of, or passes."""
    found = {problem.severity for problem in problems_of_rows(decision)}
    if "block" in found:
        return Answer(("term.answer.block",), Decimal(2))
    word = "term.answer.warn" if found else "term.answer.passes"
    return Answer((word,), Decimal(len(found)))


def _prices(decision: Decision, facts: Mapping[str, FactValue]) -> Answer:
    """Return which adjustments a line gets; it weighs what it costs then."""
    taken, _ = applied(decision)
    price, quantity = facts.get("price"), facts.get("quantity")
    cost = price.amount if isinstance(price, Money) else Decimal(0)
    for one in taken:
        cost = cost * (1 - (one.off or 0)) if one.price is None else one.price
    label = tuple(one.name for one in taken) or ("term.answer.no_adjustment",)
    return Answer(label, cost * (quantity.quantity if isinstance(quantity, Measured) else 1))


def _by_outputs(decision: Decision, _facts: Mapping[str, FactValue]) -> Answer:
    said = tuple(
        ", ".join(f"{name} {as_text(value)}" for name, value in then.items() if value is not None)
        for then in decision.outputs
    )
    return Answer(said or ("term.answer.none",), Decimal(len(said)))


WEIGHED = {
    "pricing": frozenset({"price", "quantity"})
}  # facts that an answer is weighed by, beside its table's
ANSWERS: dict[str, Callable[[Decision, Mapping[str, FactValue]], Answer]] = {
    "approval": _route, "validation": _verdict, "pricing": _prices,
}  # fmt: skip
