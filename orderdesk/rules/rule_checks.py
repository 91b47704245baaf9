"""Whether a table fits its rulebook and what exists in the store, beside what ``table_checks`` finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from orderdesk.errors import Problem
from orderdesk.rules.cells import FactType
from orderdesk.rules.decision_table import Column, DecisionTable, Output
from orderdesk.rules.fact_catalogue import Fact
from orderdesk.rules.formulas import Formula
from orderdesk.rules.measures import FactValue
from orderdesk.rules.rulebooks import OutputSpec, Rulebook
from orderdesk.rules.table_checks import Known, check_table

MOST_CHOICES = 200  # of a column whose every value is gone through in checks; beyond, one stands for the rest


@dataclass(frozen=True, slots=True)
class Existing:
    """What exists in a store: values by list (tier, person, item, …), custom fields, the currency."""

    values: Mapping[str, frozenset[str]]
    custom: Mapping[str, FactType] = field(default_factory=dict)
    currency: str = "CNY"


def check_rules(table: DecisionTable, book: Rulebook, existing: Existing) -> tuple[Problem, ...]:
    """Return everything that is wrong with a table of a book, its examples included.

    What blocks bars publishing; a warning is for a person to accept.
    """
    facts = book.facts(existing.custom)
    outputs = {one.name: one.values for one in book.outputs if one.values}
    known = known_of(facts, existing.values, outputs)
    return (
        *_of_book(table, book),
        *_of_money(table, existing),
        *check_table(with_bounds(table, facts, known), known),
    )


def known_of(
    facts: Mapping[str, Fact], values: Mapping[str, frozenset[str]], outputs: Mapping[str, str]
) -> Known:
    """Return what exists as the checks of a table want it.

    ``values`` are the lists by name (tier, person, item, …); ``outputs`` says which list an output takes.
    """
    by_name = {name: frozenset(fact.choices) for name, fact in facts.items() if fact.choices}
    by_name |= {name: values[fact.values] for name, fact in facts.items() if fact.values in values}
    by_name |= {name: values[source] for name, source in outputs.items() if source in values}
    return Known({name: fact.type for name, fact in facts.items()}, by_name)


def with_bounds(table: DecisionTable, facts: Mapping[str, Fact], known: Known) -> DecisionTable:
    """Return the table with what is known of its columns where they do not say it themselves."""
    return replace(table, inputs=tuple(_bounded(column, facts, known) for column in table.inputs))


def _bounded(column: Column, facts: Mapping[str, Fact], known: Known) -> Column:
    fact = facts.get(column.fact)
    if fact is None or fact.type != column.type:
        return column
    named = known.values.get(fact.name, frozenset())
    return replace(
        column,
        choices=column.choices or (named if len(named) <= MOST_CHOICES else frozenset()),
        optional=column.optional or fact.optional,
        low=fact.low if column.low is None else column.low,
        high=fact.high if column.high is None else column.high,
        step=fact.step if column.step is None else column.step,
    )


def _of_book(table: DecisionTable, book: Rulebook) -> Iterator[Problem]:
    """Yield where the table does not fit its book: hit policy, outputs, values of outputs."""
    if table.hit_policy not in book.policies or table.aggregation:
        yield Problem("problem.rule.policy", "hit_policy", {"book": _word(book), "value": table.hit_policy})
    there = {one.name: one for one in table.outputs}
    for output in table.outputs:
        spec = book.output(output.name)
        if spec is None:
            params = {"output": output.name, "names": ", ".join(one.name for one in book.outputs)}
            yield Problem("problem.rule.output.unknown", f"outputs.{output.name}", params)
        elif not _fits(output, spec):
            params = {"output": output.name, "type": output.type, "is_type": spec.type}
            yield Problem("problem.rule.output.type", f"outputs.{output.name}", params)
    for spec in book.outputs:
        if spec.required and spec.name not in there:
            yield Problem("problem.rule.output.missing", f"outputs.{spec.name}", {"output": spec.name})
    for number, row in enumerate(table.rows):
        for output in table.outputs:
            spec = book.output(output.name)
            if spec is not None:
                yield from _of_value(row.then.get(output.name), spec, number)


def _of_money(table: DecisionTable, existing: Existing) -> Iterator[Problem]:
    """Yield the columns of amounts in another currency than the company counts in."""
    columns = [(one.fact, one.type, one.measure) for one in (*table.inputs, *table.uses)]
    columns += [(one.name, one.type, one.measure) for one in table.outputs]
    for name, kind, measure in columns:
        if kind == "money" and measure != existing.currency:
            params = {"column": name, "measure": measure, "currency": existing.currency}
            yield Problem("problem.rule.currency", name, params)


def _fits(output: Output, spec: OutputSpec) -> bool:
    """Whether an output has the type of its book; a choice may be written as a text."""
    return output.type == spec.type or (output.type, spec.type) == ("text", "choice")


def _of_value(value: FactValue | Formula, spec: OutputSpec, number: int) -> Iterator[Problem]:
    path, params = f"rows[{number}].{spec.name}", {"output": spec.name, "row": number + 1}
    if value is None:
        if spec.required:
            yield Problem("problem.rule.output.empty", path, params)
    elif spec.choices and value not in spec.choices:
        named = {**params, "value": str(value), "choices": ", ".join(spec.choices)}
        yield Problem("problem.rule.output.choice", path, named)
    elif isinstance(value, Decimal) and not _is_within(value, spec):
        yield Problem("problem.rule.output.range", path, {**params, "value": str(value)})


def _is_within(value: Decimal, spec: OutputSpec) -> bool:
    return (spec.low is None or value >= spec.low) and (spec.high is None or value <= spec.high)


def _word(book: Rulebook) -> str:
    return f"term.rulebook.{book.name}"
