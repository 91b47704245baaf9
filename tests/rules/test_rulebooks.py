"""Rulebooks as data: what fits a book, and what exactly is wrong with what does not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from orderdesk import words
from orderdesk.rules.fact_catalogue import FACTS, as_stored, from_stored
from orderdesk.rules.rule_checks import Existing, check_rules
from orderdesk.rules.rulebooks import APPROVAL, BOOKS, VALIDATION, Rulebook
from orderdesk.rules.tables import read_table

SHIPPED = Path(__file__).parents[2] / "resources" / "rules"
VALUES = {
    "tier": frozenset({"vip", "a", "b", "standard"}), "class": frozenset({"end", "dealer", "shop", "export"}),
    "approver": frozenset({"manager", "finance"}), "person": frozenset({"lina"}),
}  # fmt: skip


EXISTING = Existing(VALUES)


def table(**changes: Any) -> dict[str, Any]:
    return {
        "format": 1, "name": "approval", "version": 1, "hit_policy": "COLLECT",
        "inputs": [
            {"fact": "tier", "type": "choice"}, {"fact": "amount", "type": "money", "measure": "CNY"},
        ],
        "outputs": [{"name": "role", "type": "choice"}],
        "rows": [{"when": {"tier": "vip", "amount": "> 20000"}, "then": {"role": "manager"}}],
        **changes,
    }  # fmt: skip


def found(book: Rulebook = APPROVAL, **changes: Any) -> list[str]:
    problems = check_rules(read_table(table(**changes)), book, EXISTING)
    return [one.code.removeprefix("problem.") for one in problems]


@pytest.mark.parametrize("name", sorted(BOOKS))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_book_is_said_in_both_languages(name: str, language: words.Language) -> None:
    for part in ("", ".does", ".when", ".no_row"):
        assert words.text(f"term.rulebook.{name}{part}", language)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_fact_is_said_in_both_languages(language: words.Language) -> None:
    assert len({words.text(f"term.fact.{name}", language) for name in FACTS}) > 30


@pytest.mark.parametrize("name", sorted(path.stem for path in SHIPPED.glob("*.json")))
def test_what_the_program_brings_along_has_no_fault(name: str) -> None:
    shipped = read_table(json.loads((SHIPPED / f"{name}.json").read_text("utf-8")))
    assert [one for one in check_rules(shipped, BOOKS[name], EXISTING) if one.severity == "block"] == []


def test_a_table_that_fits_has_no_problems() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"hit_policy": "COLLECT", "aggregation": "COUNT"}, ["rule.policy"]),
        ({"outputs": [{"name": "who", "type": "text"}], "rows": [{"then": {"who": "x"}}]},
         ["rule.output.unknown"]),
        ({"outputs": [{"name": "step", "type": "text"}], "rows": [{"then": {"step": "1"}}]},
         ["rule.output.type"]),
        ({"outputs": [{"name": "step", "type": "number"}], "rows": [{"then": {"step": 0}}]},
         ["rule.output.range"]),
        ({"rows": [{"then": {"role": "zoe"}}]}, ["table.check.unknown"]),
        ({"rows": [{"when": {"tier": "gold"}, "then": {"role": "manager"}}]},
         ["table.check.unknown", "table.check.never"]),
        ({"inputs": [{"fact": "amount", "type": "number"}], "rows": [{"then": {"role": "manager"}}]},
         ["table.check.fact_type"]),
        ({"inputs": [{"fact": "amount", "type": "money", "measure": "USD"}],
          "rows": [{"then": {"role": "manager"}}]}, ["rule.currency"]),
        ({"inputs": [{"fact": "weather", "type": "text"}], "rows": [{"then": {"role": "manager"}}]},
         ["table.check.unknown_fact"]),
        ({"inputs": [{"fact": "item", "type": "choice"}], "rows": [{"then": {"role": "manager"}}]},
         ["table.check.unknown_fact"]),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_book_is_named(changes: dict[str, Any], expected: list[str]) -> None:
    assert found(**changes) == expected


def test_a_required_answer_must_be_there_in_every_row() -> None:
    severity = [{"name": "severity", "type": "choice"}, {"name": "text", "type": "text"}]
    assert found(VALIDATION, outputs=severity[1:], rows=[{"then": {"text": "x"}}]) == ["rule.output.missing"]
    rows = [{"then": {"severity": "stop"}}, {"then": {"text": "x"}}]
    assert found(VALIDATION, outputs=severity, rows=rows) == ["rule.output.choice", "rule.output.empty"]


def test_gaps_are_looked_for_among_real_values_and_figures() -> None:
    rows = [
        {"when": {"tier": tier, "amount": amount}, "then": {"role": "manager"}}
        for tier, amount in (("in vip, a", "any"), ("in b, standard", "> 0"), ("in b, standard", "= 0"))
    ]
    # tiers can be null, amounts are never negative
    (gap,) = check_rules(read_table(table(hit_policy="FIRST", rows=rows)), APPROVAL, EXISTING)
    assert (gap.code, gap.severity, gap.params["values"]) == ("problem.table.check.gap", "warn", {"tier": ""})


def test_facts_survive_being_kept() -> None:
    shipped = {
        "amount": "12",
        "kinds": ["standard"],
        "tier": None,
        "clerk": "lina",
        "nothing": 1,
        "lines": "x",
    }
    once = from_stored(shipped, "CNY")
    assert set(once) == {"amount", "kinds", "tier", "clerk"}
    assert from_stored({name: as_stored(value) for name, value in once.items()}, "USD") == once
