"""Deciding over a rule table of 5,000 rows × 6 columns, against zen-engine on the same table and facts.

Each row is for a tier, most for a class, an amount and a few groups of items, as price adjustments of a firm
are; the last row answers all others. The winning rows lie all over the table. zen-engine's bars are rates, so
they are turned round here: at least 50 times as fast is at most 1/50 of its time.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

import zen

from devtools.bench.measure import clocked, compare, worked
from devtools.bench.table import Row, limit
from orderdesk.rules.table_checks import check_table
from orderdesk.rules.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from devtools.bench.place import Place
    from orderdesk.rules.decision_table import DecisionTable
    from orderdesk.rules.measures import FactValue

ROWS, CHECKED_ROWS, ORDERS = 5_000, 1_000, 100
FASTER, FASTER_WITH_NEAR = 50, 20
MOST_CHECK_MS = 2_000.0
TIERS = ("vip", "a", "b", "standard")
CLASSES = ("end", "dealer", "shop", "export")
REGIONS = ("east", "north", "south", "west")
GROUPS = tuple(f"G{number}" for number in range(400))
INPUTS = (
    ("tier", "choice"), ("class", "choice"), ("group", "text"), ("amount", "number"), ("discount", "percent"),
    ("region", "choice"),
)  # fmt: skip
OUTPUT = "percent"
_Facts = TypeVar("_Facts")


def rows(place: Place) -> Iterator[Row]:
    """Yield a row for deciding, one with the near misses of each decision, and the time of a check."""
    made = MadeTable(ROWS // (20 if place.small else 1))
    own, facts = made.own(), made.facts
    exact = [_exact(one) for one in facts]
    engine = zen.ZenEngine().create_decision(json.dumps(made.jdm()))
    _compare_answers(own, exact, [engine.evaluate(one)["result"] for one in facts])

    def zens() -> float:
        return _each(facts, engine.evaluate)

    def decide() -> float:
        return _each(exact, own.decide)

    def explain() -> float:
        return _each(exact, lambda one: (own.decide(one), own.near_misses(one)))

    size = f"{len(made.rules):,} rows × {len(INPUTS)} columns"
    floor_is = "zen-engine evaluates the same table"
    value, floor = compare(decide, zens, place.rounds(15, 1), warm_up=1)
    yield Row(f"decide over {size}", value, floor, 1 / FASTER, floor_is=floor_is)
    value, floor = compare(explain, zens, place.rounds(15, 1), warm_up=1)
    yield Row(f"decide over {size}, with near misses", value, floor, 1 / FASTER_WITH_NEAR, floor_is=floor_is)
    yield _check(place)


def _check(place: Place) -> Row:
    checked = MadeTable(CHECKED_ROWS // (20 if place.small else 1))
    table = checked.own()
    took = worked(lambda: check_table(table))
    return limit(f"check a table of {len(checked.rules):,} rows", took, MOST_CHECK_MS)


def _each(facts: Sequence[_Facts], evaluate: Callable[[_Facts], object]) -> float:
    """Return how many milliseconds one of ``facts`` took."""

    def all_of_them() -> None:
        for one in facts:
            evaluate(one)

    return clocked(all_of_them) / len(facts)


def _exact(facts: Mapping[str, object]) -> dict[str, FactValue]:
    """Return the facts as our table wants them: exact decimals in place of floats."""
    return {name: Decimal(str(v)) if isinstance(v, (int, float)) else str(v) for name, v in facts.items()}


def _compare_answers(
    own: DecisionTable, facts: Sequence[Mapping[str, FactValue]], theirs: Sequence[Mapping[str, object]]
) -> None:
    """Make sure that both decide alike: a fast wrong answer is worth nothing."""
    for one, answer in zip(facts, theirs, strict=True):
        ours = own.decide(one).outputs[0][OUTPUT]
        if ours != Decimal(str(answer[OUTPUT])):
            raise AssertionError(f"{one}: {ours} here, {answer} there")


@dataclass(frozen=True)
class Rule:
    """A row in both formats: cells by fact, ours first; a fact that is not named is any."""

    own: Mapping[str, str]
    jdm: Mapping[str, str]
    percent: int


class MadeTable:
    """A table made up from a fixed seed, in our format and as a JDM model, and facts that hit all over it."""

    def __init__(self, how_many: int) -> None:
        chance = random.Random(7)  # noqa: S311 - a table made up, the same each time
        self.rules = [_rule(chance) for _ in range(how_many - 1)]
        self.rules.append(Rule({}, {}, 0))
        self.facts = [_facts(chance) for _ in range(ORDERS)]

    def own(self) -> DecisionTable:
        """Return it as one of our tables."""
        return read_table({
            "format": 1, "name": "bench", "version": 1, "hit_policy": "FIRST",
            "inputs": [{"fact": fact, "type": kind} for fact, kind in INPUTS],
            "outputs": [{"name": OUTPUT, "type": "number"}],
            "rows": [{"when": rule.own, "then": {OUTPUT: rule.percent}} for rule in self.rules],
        })  # fmt: skip

    def jdm(self) -> dict[str, object]:
        """Return it as a model of one table between input and output."""
        cells = {fact: "" for fact, _ in INPUTS}
        table = {
            "hitPolicy": "first",
            "inputs": [{"id": fact, "name": fact, "field": fact} for fact, _ in INPUTS],
            "outputs": [{"id": OUTPUT, "name": OUTPUT, "field": OUTPUT}],
            "rules": [
                {"_id": str(number), **cells, **rule.jdm, OUTPUT: str(rule.percent)}
                for number, rule in enumerate(self.rules)
            ],
        }  # fmt: skip
        nodes = [
            _node("in", "inputNode"),
            _node("table", "decisionTableNode", content=table),
            _node("out", "outputNode"),
        ]  # fmt: skip
        edges = [("in", "table"), ("table", "out")]
        return {
            "contentType": "application/vnd.gorules.decision",
            "nodes": nodes,
            "edges": [
                {"id": f"{start}-{end}", "sourceId": start, "targetId": end, "type": "edge"}
                for start, end in edges
            ],
        }  # fmt: skip


def _node(name: str, kind: str, **more: object) -> dict[str, object]:
    return {"id": name, "name": name, "type": kind, "position": {"x": 0, "y": 0}, **more}


def _rule(chance: random.Random) -> Rule:
    own: dict[str, str] = {}
    jdm: dict[str, str] = {}
    groups = chance.sample(GROUPS, chance.randint(1, 3))
    own["group"], jdm["group"] = f"in {', '.join(groups)}", ", ".join(f'"{group}"' for group in groups)
    if chance.random() < 0.95:
        tier = chance.choice(TIERS)
        own["tier"], jdm["tier"] = f"= {tier}", f'"{tier}"'
    if chance.random() < 0.6:
        of = chance.choice(CLASSES)
        own["class"], jdm["class"] = f"= {of}", f'"{of}"'
    if chance.random() < 0.7:
        low = chance.randint(0, 400) * 50
        high = low + chance.randint(1, 100) * 50
        own["amount"], jdm["amount"] = f"{low} ..< {high}", f"[{low}..{high})"
    if chance.random() < 0.4:
        least = chance.randint(0, 10)
        own["discount"], jdm["discount"] = f">= {least} %", f">= {least / 100}"
    if chance.random() < 0.3:
        region = chance.choice(REGIONS)
        own["region"], jdm["region"] = f"<> {region}", f'$ != "{region}"'
    return Rule(own, jdm, chance.randint(1, 20))


def _facts(chance: random.Random) -> dict[str, object]:
    return {
        "tier": chance.choice(TIERS), "class": chance.choice(CLASSES), "group": chance.choice(GROUPS),
        "amount": chance.randint(0, 25_000), "discount": chance.randint(0, 12) / 100,
        "region": chance.choice(REGIONS),
    }  # fmt: skip
