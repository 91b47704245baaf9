"""What a table answers when rows apply: the hit policies of DMN, under their names there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, TypeVar

HitPolicy = Literal["unique", "first", "any", "priority", "collect", "rule_order", "output_order"]
Aggregation = Literal["", "sum", "min", "max", "count"]

POLICIES: Mapping[str, HitPolicy] = {
    "UNIQUE": "unique", "FIRST": "first", "ANY": "any", "PRIORITY": "priority", "COLLECT": "collect",
    "RULE ORDER": "rule_order", "OUTPUT ORDER": "output_order",
}  # fmt: skip
AGGREGATIONS: Mapping[str, Aggregation] = {"SUM": "sum", "MIN": "min", "MAX": "max", "COUNT": "count"}
SINGLE: frozenset[str] = frozenset({"unique", "first", "any", "priority"})  # one answer or none
RANKED: frozenset[str] = frozenset({"priority", "output_order"})  # by the order of the outputs' values

_T = TypeVar("_T")
Ranks = Callable[[_T], tuple[int, ...]]


def policy_named(text: object) -> HitPolicy | None:
    """Return the hit policy that a file names, in small letters or large; ``None`` for no policy."""
    return POLICIES.get(text.strip().upper().replace("_", " ")) if isinstance(text, str) else None


def aggregation_named(text: object) -> Aggregation | None:
    """Return the aggregation that a file names; nothing named is the plain list, ``None`` an unknown one."""
    if text in (None, ""):
        return ""
    return AGGREGATIONS.get(text.strip().upper()) if isinstance(text, str) else None


def ranking(orders: Sequence[Sequence[object]]) -> Callable[[Sequence[object]], tuple[int, ...]]:
    """Return what ranks the outputs of a row: by the place in the order of its column, the leftmost first.

    A column without an order does not count; a value that is not in it comes last.
    """
    places = [list(order) for order in orders]

    def ranks(outputs: Sequence[object]) -> tuple[int, ...]:
        return tuple(
            order.index(value) if value in order else len(order)
            for order, value in zip(places, outputs, strict=True)
            if order
        )

    return ranks


def chosen(policy: HitPolicy, hits: Sequence[_T], ranks: Ranks[_T]) -> list[_T]:
    """Return the hits that answer, in their order; *unique* and *any* are for the caller to look at."""
    if policy in RANKED:
        ordered = sorted(hits, key=ranks)  # stable: rows of one rank stay in their order
        return ordered[:1] if policy == "priority" else ordered
    return list(hits[:1]) if policy in {"first", "any"} else list(hits)
