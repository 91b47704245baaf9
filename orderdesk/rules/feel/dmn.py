"""DMN models: decision tables and literal expressions, chosen by name, evaluated with all that they require.

An input that is missing, or not of its type, is null. A *unique* table with two hits and an *any* table
with two answers give null, as DMN has it. Without a hit the default outputs answer, else null; tables of
several answers give an empty list, a count is 0.

Source: DMN 1.3, chapter 8 (decision tables), 7.3.3 (allowed values).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from orderdesk.errors import Problem, UserError
from orderdesk.rules.feel import values as v
from orderdesk.rules.feel.functions import aggregate
from orderdesk.rules.feel.language import INPUT, Run
from orderdesk.rules.foreign import Answer, NearCell, refused, scan
from orderdesk.rules.hit_policies import SINGLE, Aggregation, HitPolicy, chosen, ranking

Scope = dict[str, object]
Convert = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Input:
    """An input clause: the expression, its type, and the values that are allowed."""

    label: str
    run: Run
    convert: Convert
    allowed: Run | None


@dataclass(frozen=True, slots=True)
class OutputClause:
    """An output clause: its name, the order of its values, the default."""

    name: str
    order: tuple[object, ...]
    default: Run | None


@dataclass(frozen=True, slots=True)
class DmnTable:
    """A decision table."""

    policy: HitPolicy
    aggregation: Aggregation
    inputs: tuple[Input, ...]
    outputs: tuple[OutputClause, ...]
    cells: tuple[tuple[Run, ...], ...]
    texts: tuple[tuple[str, ...], ...]
    entries: tuple[tuple[Run, ...], ...]

    def decide(self, scope: Scope) -> Answer:
        """Return what the table answers where names stand for these values."""
        values = [one.convert(one.run(scope)) for one in self.inputs]
        for one, value in zip(self.inputs, values, strict=True):
            if (
                value is not None
                and one.allowed is not None
                and one.allowed({**scope, INPUT: value}) is not True
            ):
                return Answer(None, ())
        scopes = [{**scope, INPUT: value} for value in values]
        hits, near = scan(
            len(self.cells), len(self.inputs),
            lambda row, place: self.cells[row][place](scopes[place]) is True, self.policy == "first",
        )  # fmt: skip
        answer, rows = self._answer(hits, scope)
        if self.policy in SINGLE and rows:
            near = [miss for miss in near if miss[0] < rows[0]]
        misses = tuple(
            NearCell(row + 1, self.inputs[at].label, self.texts[row][at], values[at]) for row, at in near
        )
        return Answer(answer, tuple(row + 1 for row in rows), misses)

    def _answer(self, hits: Sequence[int], scope: Scope) -> tuple[object, list[int]]:
        if not hits:
            return self._without_hit(scope), []
        found = [(row, [run(scope) for run in self.entries[row]]) for row in hits]
        if self.policy == "unique" and len(found) > 1:
            return None, list(hits)
        if self.policy == "any" and any(v.equal(found[0][1], said) is not True for _, said in found):
            return None, list(hits)
        ranks = ranking([one.order for one in self.outputs])
        found = chosen(self.policy, found, lambda hit: ranks(hit[1]))
        rows = [row for row, _ in found]
        if self.aggregation == "count":
            return aggregate("count", [said for _, said in found]), rows
        if self.aggregation:
            columns = [
                aggregate(self.aggregation, [said[at] for _, said in found])
                for at in range(len(self.outputs))
            ]
            return self._shaped(columns), rows
        answers = [self._shaped(said) for _, said in found]
        return (answers[0] if self.policy in SINGLE else answers), rows

    def _without_hit(self, scope: Scope) -> object:
        if any(one.default is not None for one in self.outputs):
            said = self._shaped([one.default(scope) if one.default else None for one in self.outputs])
            return said if self.policy in SINGLE or self.aggregation else [said]
        if self.aggregation == "count":
            return Decimal(0)
        return None if self.policy in SINGLE or self.aggregation else []

    def _shaped(self, said: Sequence[object]) -> object:
        if len(self.outputs) == 1:
            return said[0]
        return {one.name: value for one, value in zip(self.outputs, said, strict=True)}


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: what it requires, and how it decides; ``problems`` say why it cannot."""

    id: str
    name: str
    requires: tuple[str, ...]  # ids of decisions
    logic: DmnTable | Run | None
    convert: Convert
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class DmnModel:
    """The decisions of a model, and how its inputs are read."""

    name: str
    inputs: Mapping[str, Convert]
    decisions: Mapping[str, Decision]  # by id

    def decide(self, facts: Mapping[str, object], decision: str = "") -> Answer:
        """Return what a decision answers; without a name the only one that no other requires.

        Raises:
            UserError: there is no such decision or more than one, or what it needs is refused.
        """
        wanted = self._named(decision) if decision else self._last()
        needed = self._needed(wanted)
        problems = [problem for one in needed for problem in one.problems]
        if problems:
            raise refused(problems, self.name)
        scope: Scope = {name: convert(facts.get(name)) for name, convert in self.inputs.items()}
        answer = Answer(None, ())
        for one in needed:
            if isinstance(one.logic, DmnTable):
                answer = one.logic.decide(scope)
            elif one.logic is not None:
                answer = Answer(one.logic(scope), ())
            answer = Answer(one.convert(answer.output), answer.rows, answer.near)
            scope[one.name] = answer.output
        return answer

    def _named(self, name: str) -> Decision:
        for one in self.decisions.values():
            if name in {one.name, one.id}:
                return one
        raise UserError("problem.table.decision", name=name, names=self._names(self.decisions.values()))

    def _last(self) -> Decision:
        required = {key for one in self.decisions.values() for key in one.requires}
        found = [one for key, one in self.decisions.items() if key not in required]
        tables = [one for one in found if isinstance(one.logic, DmnTable)]
        if len(found) > 1 and len(tables) == 1:
            found = tables
        if len(found) != 1:
            raise UserError("problem.table.decisions", names=self._names(found or self.decisions.values()))
        return found[0]

    def _names(self, decisions: object) -> str:
        return ", ".join(one.name for one in decisions)  # type: ignore[attr-defined] # decisions

    def _needed(self, wanted: Decision) -> list[Decision]:
        """Return what a decision requires and then itself, each after those that it requires."""
        done: list[Decision] = []
        way: list[str] = []

        def visit(one: Decision) -> None:
            if one in done:
                return
            if one.id in way:
                raise refused([Problem("problem.table.dmn.circle", one.name, {"name": one.name})], self.name)
            way.append(one.id)
            for key in one.requires:
                if key in self.decisions:
                    visit(self.decisions[key])
            way.pop()
            done.append(one)

        visit(wanted)
        return done


__all__ = ["Convert", "Decision", "DmnModel", "DmnTable", "Input", "OutputClause"]
