"""What a table answers under each hit policy, in its types, with formulas; the same again from its facts."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk.errors import UserError
from orderdesk.rules.cells import CellError, FactType, read_cell
from orderdesk.rules.formulas import FormulaError, read_formula
from orderdesk.rules.measures import Measured, Money
from tests.rules.pricing_support import D
from tests.rules.table_support import made, plain_match

AMOUNT = [{"fact": "x", "type": "number"}]
FIGURE = [{"name": "answer", "type": "number"}]
LEVEL = [{"name": "level", "type": "text", "order": ["high", "low"]}, {"name": "who", "type": "text"}]


def code_of(caught: pytest.ExceptionInfo[UserError]) -> list[str]:
    return [one.code for one in caught.value.problems] or [caught.value.code]


@pytest.mark.parametrize(
    ("policy", "rows", "said"),
    [
        ("FIRST", (1,), ["low"]),
        ("COLLECT", (1, 2, 3), ["low", "high", "low"]),
        ("RULE ORDER", (1, 2, 3), ["low", "high", "low"]),
        ("OUTPUT ORDER", (2, 1, 3), ["high", "low", "low"]),
        ("PRIORITY", (2,), ["high"]),
        ("rule_order", (1, 2, 3), ["low", "high", "low"]),
    ],
)
def test_hits_answer_as_the_policy_says(policy: str, rows: Any, said: Any) -> None:
    table = made(
        AMOUNT,
        [("any", "low", "a"), ("> 1", "high", "b"), ("> 2", "low", "c"), ("> 9", "high", "d")],
        policy,
        outputs=LEVEL,
    )
    decided = table.decide({"x": 5})
    assert (decided.rows, [then["level"] for then in decided.outputs]) == (rows, said)


def test_a_unique_table_refuses_two_hits_and_an_any_table_two_answers() -> None:
    unique = made(AMOUNT, [("> 1", "a"), ("> 2", "a")], "UNIQUE")
    assert unique.decide({"x": 2}).rows == (1,)
    with pytest.raises(UserError) as caught:
        unique.decide({"x": 3})
    assert (caught.value.code, caught.value.params["rows"]) == ("problem.table.hits.unique", "1, 2")
    any_of = made(AMOUNT, [("> 1", "a"), ("> 2", "a"), ("> 3", "b")], "ANY")
    assert any_of.decide({"x": 3}).rows == (1,)
    with pytest.raises(UserError) as caught:
        any_of.decide({"x": 4})
    assert (caught.value.code, caught.value.params["rows"]) == ("problem.table.hits.any", "1, 2, 3")


@pytest.mark.parametrize(
    ("how", "three", "none"),
    [("SUM", "6.5", None), ("MIN", "1", None), ("MAX", "3.5", None), ("COUNT", "3", "0")],
)
def test_collected_figures_become_one(how: str, three: str, none: str | None) -> None:
    rows = [("> 0", "2"), ("> 0", "1"), ("> 0", "3.5")]
    table = made(AMOUNT, rows, "COLLECT", outputs=FIGURE, aggregation=how)
    assert table.decide({"x": 1}).total == D(three)
    assert table.decide({"x": 0}).total == (None if none is None else D(none))
    assert len(table.decide({"x": 1}).outputs) == 3


@pytest.mark.parametrize(
    ("policy", "outputs", "more", "code"),
    [
        ("FIRST", FIGURE, {"aggregation": "SUM"}, "aggregation"),
        ("COLLECT", [{"name": "answer", "type": "text"}], {"aggregation": "SUM"}, "aggregation"),
        ("COLLECT", FIGURE, {"aggregation": "MEDIAN"}, "aggregation"),
        ("PRIORITY", [{"name": "answer", "type": "text"}], {}, "order"),
        ("BEST", FIGURE, {}, "policy"),
        ("FIRST", [{"name": "answer", "type": "money"}], {}, "measure"),
    ],
)
def test_a_policy_that_the_outputs_do_not_bear_is_a_fault(
    policy: str, outputs: Any, more: Any, code: str
) -> None:
    with pytest.raises(UserError) as caught:
        made(AMOUNT, [("any", "1")], policy, outputs=outputs, **more)
    assert f"problem.table.{code}" in code_of(caught)


def test_near_misses_stand_above_the_row_that_won() -> None:
    inputs = [*AMOUNT, {"fact": "y", "type": "number"}]
    table = made(
        inputs,
        [("> 9", "any", "low"), ("> 1", "> 9", "low"), ("> 1", "any", "high"), ("> 9", "any", "high")],
        "PRIORITY",
        outputs=LEVEL,
    )
    assert table.decide({"x": 5, "y": 5}).rows == (3,)
    assert [miss.row for miss in table.near_misses({"x": 5, "y": 5})] == [1, 2]


# ── money, quantities, days, people ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("column", "cell", "value", "expected"),
    [
        ({"type": "money", "measure": "CNY"}, "> 20000", Money(D("20000.00"), "CNY"), False),
        ({"type": "money", "measure": "CNY"}, "> 20000 CNY", Money(D("20000.01"), "CNY"), True),
        ({"type": "money", "measure": "CNY"}, "10 ..< 20", Money(D("20"), "CNY"), False),
        ({"type": "quantity", "measure": "箱"}, "<= 12 箱", Measured(D(12), "箱"), True),
        ({"type": "quantity", "measure": "box"}, "in 1, 12 box", Measured(D(12), "box"), True),
        ({"type": "relative_date"}, "<= today + 7", D(7), True),
        ({"type": "relative_date"}, "today", D(1), False),
        ({"type": "relative_date"}, "-3 days .. today", D(-3), True),
        ({"type": "person"}, "in wang, li.na", "li.na", True),
        ({"type": "text"}, "starts with SO-", "SO-K7M", True),
        ({"type": "text"}, "starts with SO-", "XSO-", False),
        ({"type": "text"}, 'in "Smith, Ltd", B', "Smith, Ltd", True),
        ({"type": "text"}, '= "any"', "any", True),
        ({"type": "text"}, '<> "say ""hi"""', 'say "hi"', False),
    ],
)
def test_a_cell_of_a_measured_or_named_type(column: Any, cell: str, value: Any, expected: bool) -> None:
    table = made([{"fact": "x", **column}], [(cell, "yes")])
    decided = table.decide({"x": value})
    assert (decided.rows == (1,)) is expected
    assert table.replay(decided) == decided


def test_another_currency_is_never_a_silent_no() -> None:
    table = made([{"fact": "x", "type": "money", "measure": "CNY"}], [("any", "yes")])
    with pytest.raises(UserError) as caught:
        table.decide({"x": Money(D(1), "USD")})
    assert (caught.value.code, caught.value.params["value"]) == ("problem.table.fact.measure", "1 USD")
    with pytest.raises(UserError) as caught:
        table.decide({"x": Measured(D(1), "CNY")})
    assert caught.value.code == "problem.table.fact.measure"
    with pytest.raises(CellError, match="measure"):
        read_cell("> 20000 USD", "money", measure="CNY")
    with pytest.raises(UserError, match="type"):
        table.decide({"x": D("NaN")})


# ── formulas ─────────────────────────────────────────────────────────────────────────────────────────────

MONEY = ("money", "CNY")
TYPES = {"list": MONEY, "floor": MONEY, "rate": ("number", ""), "usd": ("money", "USD")}
FIGURES = {"list": D("99.99"), "floor": D(80), "rate": D("0.1"), "usd": D(1)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("list * 0.95", "94.9905"),
        ("list * 95 %", "94.9905"),
        ("min(list, floor)", "80"),
        ("max(list - floor, floor * (1 + rate))", "88"),
        ("round(list * 0.95, 0.5)", "95.0"),
        ("round(floor * 1.003125, 0.5)", "80.5"),
        ("round_up(floor * 1.001, 0.5)", "80.5"),
        ("round_down(floor * 1.006, 0.5)", "80"),
        ("-list + 2 * list", "99.99"),
        ("list / floor", "1.249875"),
        ("abs(floor - list)", "19.99"),
        ("1 - 2 - 3", "-4"),
    ],
)
def test_a_formula_is_exact(text: str, value: str) -> None:
    assert read_formula(text, TYPES).compute(FIGURES) == D(value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("list + 1", "mixed"),
        ("list * floor", "mixed"),
        ("list + usd", "mixed"),
        ("1 / list", "mixed"),
        ("max(list, rate)", "mixed"),
        ("price * 2", "unknown"),
        ("exp(rate)", "function"),
        ("round(rate)", "function"),
        ("", "form"),
        ("1 +", "form"),
        ("(1", "form"),
        ("1 2", "form"),
        ("__import__('os')", "form"),
        ("(" * 200 + "1" + ")" * 200, "form"),
        ("-" * 200 + "1", "form"),
        ("1" * 600, "form"),
        ("1e9", "form"),
    ],
)
def test_a_formula_that_is_none_says_why(text: str, reason: str) -> None:
    with pytest.raises(FormulaError) as caught:
        read_formula(text, TYPES)
    assert caught.value.reason == reason


def test_an_output_is_computed_in_its_type_from_facts_that_are_stored() -> None:
    table = made(
        [{"fact": "x", "type": "number"}],
        [("> 1", "= list * 0.95"), ("any", "5")],
        "FIRST",
        outputs=[{"name": "price", "type": "money", "measure": "CNY"}],
        uses=[{"fact": "list", "type": "money", "measure": "CNY"}],
    )
    decided = table.decide({"x": 2, "list": Money(D(100), "CNY")})
    assert decided.outputs == ({"price": Money(D(95), "CNY")},)
    assert decided.facts == {"x": "2", "list": "100"}
    assert table.replay(decided) == decided
    with pytest.raises(UserError) as caught:
        table.decide({"x": 2, "list": None})
    assert caught.value.code == "problem.table.formula.null"
    assert table.decide({"x": 1, "list": None}).outputs == ({"price": Money(D(5), "CNY")},)


def test_faults_of_formulas_are_named_and_a_division_by_zero_is_an_error() -> None:
    money = [{"name": "answer", "type": "money", "measure": "CNY"}]
    with pytest.raises(UserError) as caught:
        made(AMOUNT, [("any", "= x"), ("any", "= y * 2"), ("any", "= 1 +")], outputs=money)
    assert code_of(caught) == [f"problem.table.formula.{why}" for why in ("type", "unknown", "form")]
    with pytest.raises(UserError) as caught:
        made(AMOUNT, [("any", "= 1 / x")], outputs=FIGURE).decide({"x": 0})
    assert caught.value.code == "problem.table.formula.value"


# ── the index against a plain scan, all types ────────────────────────────────────────────────────────────

_DAYS = ["today", "today + 1", "-2", "+3 days"]
_PIECES = ["a", "b", "ab", "ba", "abb"]
_TYPED: dict[FactType, tuple[Any, Any]] = {
    "relative_date": (
        st.builds("{} {}".format, st.sampled_from(["=", "<>", "<", "<=", ">", ">="]), st.sampled_from(_DAYS)),
        st.integers(-3, 4).map(Decimal),
    ),
    "text": (
        st.builds(
            "{} {}".format,
            st.sampled_from(["=", "<>", "contains", "starts with", "not in"]),
            st.sampled_from(_PIECES),
        ),
        st.sampled_from([*_PIECES, "c", "cab"]),
    ),
    "set": (
        st.builds(
            "{} {}".format, st.sampled_from(["in", "not in"]), st.sampled_from(["a", "b", "a, b", "b, c"])
        ),
        st.frozensets(st.sampled_from("abcd"), min_size=1),
    ),
    "yes_no": (st.sampled_from(["yes", "no", "<> yes", "in yes, no"]), st.booleans()),
}


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_index_of_every_type_answers_like_a_plain_scan(data: st.DataObject) -> None:
    kinds = data.draw(st.lists(st.sampled_from(sorted(_TYPED)), min_size=1, max_size=4))
    cells = [st.sampled_from(["any", "empty"]) | _TYPED[kind][0] for kind in kinds]
    rows = data.draw(st.lists(st.tuples(*cells), min_size=1, max_size=15))
    values = [data.draw(st.none() | _TYPED[kind][1]) for kind in kinds]
    table = made([{"fact": f"f{n}", "type": kind} for n, kind in enumerate(kinds)], rows)
    refused = [
        sum(
            not plain_match(cell, ("yes" if value else "no") if isinstance(value, bool) else value)
            for cell, value in zip(row.cells, values, strict=True)
        )
        for row in table.rows
    ]
    facts = {f"f{n}": value for n, value in enumerate(values)}
    decided = table.decide(facts)
    assert decided.rows == tuple(n for n, by in enumerate(refused, start=1) if by == 0)
    assert [miss.row for miss in table.near_misses(facts)] == [
        n for n, by in enumerate(refused, start=1) if by == 1
    ][:5]
    assert table.replay(decided) == decided
