"""The checks of a table: each kind of fault, and all of them against brute force on small domains."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk.errors import Problem
from orderdesk.rules.decision_table import DecisionTable
from orderdesk.rules.table_checks import Known, check_table
from tests.rules.pricing_support import D
from tests.rules.table_support import made

WHOLE = {"fact": "n", "type": "number", "low": "0", "high": "6", "step": "1"}
TIER = {"fact": "tier", "type": "choice", "choices": ["vip", "a", "b"]}
LEVEL = [{"name": "level", "type": "text", "order": ["high", "low"]}, {"name": "who", "type": "text"}]


def found(table: DecisionTable, known: Known | None = None) -> list[tuple[str, str]]:
    """Return what is wrong: the last part of the code, and the rows or facts that it names."""
    problems = check_table(table, known) if known else check_table(table)
    return [(one.code.rpartition(".")[2], _named(one)) for one in problems]


def _named(one: Problem) -> str:
    shown = [
        str(one.params[name]) for name in ("other", "row", "facts", "value", "fact") if name in one.params
    ]
    return " ".join(shown)


def test_a_table_without_fault_has_none() -> None:
    rows = [("<= 3", "in vip, a"), ("> 3", "in vip, a"), ("any", "b")]
    assert found(made([WHOLE, TIER], rows, "UNIQUE")) == []


@pytest.mark.parametrize(
    ("inputs", "rows", "policy", "faults"),
    [
        ([WHOLE], [("< 3",), ("> 3",)], "FIRST", [("gap", "n = 3")]),
        ([WHOLE], [("< 3",), ("> 2",)], "UNIQUE", []),
        ([{**WHOLE, "step": "0.5"}], [("< 3",), ("> 2",)], "UNIQUE", [("overlap", "1 2")]),
        ([WHOLE], [("<= 3",), (">= 3",)], "UNIQUE", [("overlap", "1 2")]),
        ([WHOLE], [("<= 3",), (">= 3",), ("any",)], "FIRST", [("covered", "3")]),
        ([WHOLE], [("<= 3",), ("> 6",)], "COLLECT", [("never", "2")]),
        ([TIER], [("vip",), ("<> vip",), ("empty",)], "FIRST", []),
        ([{**TIER, "optional": True}], [("vip",), ("<> vip",)], "FIRST", [("gap", "tier = empty")]),
        ([{"fact": "tier", "type": "choice"}], [("vip",)], "FIRST", [("gap", "tier = *")]),
        ([{"fact": "d", "type": "date"}], [("<= 2026-03-31",), (">= 2026-04-01",)], "UNIQUE", []),
        (
            [{"fact": "d", "type": "date"}],
            [("< 2026-03-31",), (">= 2026-04-01",)],
            "FIRST",
            [("gap", "d = 2026-03-31")],
        ),
        ([{"fact": "y", "type": "yes_no"}], [("yes",), ("no",), ("any",)], "FIRST", [("covered", "3")]),
        (
            [{"fact": "t", "type": "text"}],
            [("contains a",), ("contains b",), ("any",)],
            "UNIQUE",
            [("overlap", "1 2"), ("overlap", "1 3"), ("overlap", "2 3")],
        ),
        (
            [{"fact": "t", "type": "text"}],
            [("starts with a",), ("starts with ab",), ("any",)],
            "FIRST",
            [("covered", "2")],
        ),
        (
            [{"fact": "t", "type": "text"}],
            [("starts with a",), ("starts with b",)],
            "UNIQUE",
            [("gap", "t = *")],
        ),
        ([{"fact": "s", "type": "set", "choices": ["a", "b"]}], [("in a",), ("not in a",)], "UNIQUE", []),
        (
            [{"fact": "s", "type": "set", "choices": ["a", "b"]}],
            [("in a",), ("in b",)],
            "UNIQUE",
            [("overlap", "1 2")],
        ),
    ],
)
def test_faults_of_rows(inputs: Any, rows: Any, policy: str, faults: Any) -> None:
    assert found(made(inputs, rows, policy)) == faults


def test_a_row_is_covered_by_others_only_together() -> None:
    rows = [("<= 3", "any"), ("any", "in vip, a"), ("> 3", "b"), ("= 4", "any"), ("any", "any")]
    assert found(made([WHOLE, TIER], rows, "FIRST")) == [("covered", "4"), ("covered", "5")]


def test_answers_that_contradict() -> None:
    rows = [("<= 3", "x"), (">= 3", "x"), ("= 3", "y")]
    assert found(made([WHOLE], rows, "ANY")) == [("contradiction", "1 3"), ("contradiction", "2 3")]
    ranked = [("any", "low", "a"), ("= 3", "low", "b"), ("<= 6", "high", "c")]
    assert found(made([WHOLE], ranked, "PRIORITY", outputs=LEVEL)) == [
        ("covered", "1"),
        ("covered", "2"),
        ("contradiction", "1 2"),
    ]


def test_names_that_nobody_knows() -> None:
    table = made(
        [{"fact": "who", "type": "person"}, WHOLE, {"fact": "gone", "type": "text"}],
        [("in wang, li", "any", "any", "zhao"), ("any", "any", "any", "wang")],
        "FIRST",
        outputs=[{"name": "asks", "type": "person"}],
    )
    people = frozenset({"wang", "chen"})
    known = Known({"who": "person", "n": "money"}, {"who": people, "asks": people})
    assert found(table, known) == [
        ("fact_type", "n"),
        ("unknown_fact", "gone"),
        ("unknown", "1 li"),
        ("unknown", "1 zhao"),
    ]


def test_examples_are_run() -> None:
    examples = [
        {"facts": {"n": 1}, "rows": [1], "outputs": [{"answer": "x"}]},
        {"facts": {"n": 5}, "rows": [1]},
        {"facts": {"n": 1}, "rows": [1], "outputs": [{"answer": "y"}]},
        {"facts": {}, "rows": []},
    ]
    problems = check_table(made([WHOLE], [("<= 3", "x"), ("> 3", "y")], "FIRST", examples=examples))
    assert [(one.code.rpartition(".")[2], one.params["number"]) for one in problems] == [
        ("example", 2),
        ("example", 3),
        ("example_fails", 4),
    ]


# ── against brute force ──────────────────────────────────────────────────────────────────────────────────

SIGNS = ["=", "<>", "<", "<=", ">", ">="]
_TEXTS = ["".join(signs) for size in range(1, 4) for signs in product("ab#", repeat=size)]
_NONE_OR_ALL = st.sampled_from(["any", "empty"])
DOMAINS: dict[str, tuple[dict[str, Any], Any, Sequence[Any]]] = {
    "n": (
        WHOLE,
        st.builds("{} {}".format, st.sampled_from(SIGNS), st.integers(-1, 7)) | st.just("2 .. 4"),
        [D(n) for n in range(7)],
    ),
    "tier": (TIER, st.sampled_from(["vip", "<> a", "in a, b", "not in vip, b"]), ["vip", "a", "b"]),
    "y": ({"fact": "y", "type": "yes_no"}, st.sampled_from(["yes", "no"]), [True, False]),
    "s": (
        {"fact": "s", "type": "set", "choices": ["a", "b", "c"]},
        st.sampled_from(["in a", "in a, b", "not in a", "not in b, c"]),
        [frozenset(signs) for signs in ("a", "b", "c", "ab", "ac", "bc", "abc")],
    ),
    "t": (
        {"fact": "t", "type": "text"},
        st.sampled_from(
            [
                "contains a",
                "contains ab",
                "contains b",
                "starts with a",
                "starts with ab",
                "= a",
                "<> ab",
                "in a, b",
            ]
        ),
        _TEXTS,
    ),
}


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_checks_find_what_brute_force_finds(data: st.DataObject) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(DOMAINS)), min_size=1, max_size=3, unique=True))
    cells = [_NONE_OR_ALL | DOMAINS[name][1] for name in names]
    rows = data.draw(st.lists(st.tuples(*cells, st.sampled_from("xy")), min_size=1, max_size=6))
    inputs = [DOMAINS[name][0] for name in names]
    first = made(inputs, rows, "FIRST")
    knows_null = [any(row.cells[at].kind == "empty" for row in first.rows) for at in range(len(names))]
    domains = [
        [*DOMAINS[name][2], *([None] if null else [])] for name, null in zip(names, knows_null, strict=True)
    ]
    scan = replace(first, hit_policy="collect")
    hits = [scan.decide(dict(zip(names, values, strict=True))).rows for values in product(*domains)]

    by_code: dict[str, set[int]] = {"never": set(), "covered": set(), "gap": set()}
    for one in check_table(first):
        by_code[one.code.rpartition(".")[2]].add(int(str(one.params.get("row", 0))))
    every = set(range(1, len(rows) + 1))
    applying = {row for hit in hits for row in hit}
    deciding = {hit[0] for hit in hits if hit}
    assert by_code["never"] == every - applying
    assert by_code["covered"] == applying - deciding
    assert bool(by_code["gap"]) is any(not hit for hit in hits)

    together = {pair for hit in hits for pair in product(hit, hit) if pair[0] < pair[1]}
    unique = [one for one in check_table(replace(first, hit_policy="unique")) if one.code.endswith("overlap")]
    assert {(one.params["other"], one.params["row"]) for one in unique} == together
    differing = {(one, other) for one, other in together if rows[one - 1][-1] != rows[other - 1][-1]}
    any_of = [
        one for one in check_table(replace(first, hit_policy="any")) if one.code.endswith("contradiction")
    ]
    assert {(one.params["other"], one.params["row"]) for one in any_of} == differing


def test_sets_of_many_values_are_checked_exactly_unless_every_row_asks_for_another() -> None:
    kinds = [f"k{n}" for n in range(40)]
    column = {"fact": "s", "type": "set", "choices": kinds}
    halves = [(f"in {', '.join(kinds[:20])}",), (f"in {', '.join(kinds[20:])}",)]
    assert found(made([column], halves, "FIRST")) == []
    assert found(made([column], [*halves, ("in k3",)], "FIRST")) == [("covered", "3")]
    assert found(made([column], halves[:1], "FIRST")) == [("gap", "s = k20")]
    alone = made([column], [(f"in {kind}",) for kind in kinds], "FIRST")
    assert ("undecided", "") in found(alone)


def test_a_thousand_rows_are_checked_while_somebody_types() -> None:
    inputs: list[Any] = [{"fact": "item", "type": "choice"}, {"fact": "n", "type": "number"}, TIER]
    rows = [
        (f"I{n // 4}", f"{n % 4 * 10} ..< {n % 4 * 10 + 10}", ["vip", "any", "<> vip", "in a, b"][n % 3])
        for n in range(1_000)
    ]
    table = made(inputs, [*rows, ("I3", "5 .. 15", "vip"), ("any", "any", "any")], "FIRST")
    assert {code for code, _ in found(table)} <= {"covered"}
