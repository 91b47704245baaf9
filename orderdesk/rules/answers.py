"""What a rulebook's answer comes to for an order, so that two versions of its table can be compared.

A book whose consumer says nothing of its own here is compared by the outputs of its rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from orderdesk.rules.approval import steps_of
from orderdesk.rules.decision_table import Decision, DecisionTable
from orderdesk.rules.fact_catalogue import asked_by
from orderdesk.rules.measures import FactValue, as_text
from orderdesk.rules.validation import problems_of_rows


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as people compare it: codes of words or texts, in turn; more ``weight`` is harder on the
    customer.
    """

    label: tuple[str, ...]
    weight: Decimal


def answer_of(book: str, facts: Mapping[str, FactValue], table: DecisionTable) -> Answer:
    """Return what the consumer of a book makes of what its table says.

    Raises:
        UserError: a fact is absent (its params say which), or the table does not decide on these facts.
    """
    return ANSWERS.get(book, _by_outputs)(table.decide(asked_by(table, facts)))


def _route(decision: Decision) -> Answer:
    """Return who is asked in turn; nobody is straight through."""
    steps = steps_of(decision)
    roles = tuple(f"term.role.{step.role}" for step in steps)
    return Answer(roles or ("term.answer.through",), Decimal(len(steps)))


def _verdict(decision: Decision) -> Answer:
    """Return whether the order is stopped, warned of, or passes."""
    found = {problem.severity for problem in problems_of_rows(decision)}
    if "block" in found:
        return Answer(("term.answer.block",), Decimal(2))
    word = "term.answer.warn" if found else "term.answer.passes"
    return Answer((word,), Decimal(len(found)))


def _by_outputs(decision: Decision) -> Answer:
    said = tuple(
        ", ".join(f"{name} {as_text(value)}" for name, value in then.items() if value is not None)
        for then in decision.outputs
    )
    return Answer(said or ("term.answer.none",), Decimal(len(said)))


ANSWERS: dict[str, Callable[[Decision], Answer]] = {"approval": _route, "validation": _verdict}
