"""Decision tables: the language of cells, hit policies, near misses, faults; the index against a scan."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orderdesk.errors import UserError
from orderdesk.rules.cells import Cell, Interval, read_cell
from orderdesk.rules.decision_table import DecisionTable, NearRow
from orderdesk.rules.table_index import FactValue
from orderdesk.rules.tables import read_table
from tests.rules.pricing_support import D


def table(fact_type: str, *cells: str, policy: str = "collect", choices: Any = ()) -> DecisionTable:
    """Return a table of one column ``x`` whose rows answer their own number."""
    return read_table({
        "format": 1, "name": "t", "version": 3, "hit_policy": policy,
        "inputs": [{"fact": "x", "type": fact_type, "choices": list(choices)}],
        "outputs": [{"name": "answer", "type": "number"}],
        "rows": [{"when": {"x": cell}, "then": {"answer": n}} for n, cell in enumerate(cells, start=1)],
    })  # fmt: skip


def hits(cell: str, fact_type: str, value: Any) -> bool:
    return table(fact_type, cell).decide({"x": value}).rows == (1,)


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("> 20000", "20000.00", False),
        ("> 20000", "20000.01", True),
        (">= 20000", "20000.00", True),
        ("< 4 %", "0.04", False),
        ("<= 4 %", "0.0400", True),
        ("= 4 %", "0.04", True),
        ("4 .. 8 %", "0.04", True),
        ("4 .. 8 %", "0.08", True),
        ("4 <.. 8 %", "0.04", False),
        ("4 ..< 8 %", "0.08", False),
        ("4 ..< 8 %", "0.079999", True),
        ("4 <..< 8 %", "0.05", True),
        ("-5 .. -1", "-3", True),
        ("<> 3", "3.0", False),
        ("<> 3", "3.1", True),
        ("3", "3.000", True),
        ("in 1, 2.5, 3", "2.50", True),
        ("in 1, 2.5, 3", "2", False),
        ("not in 1, 3", "2", True),
        ("not in 1, 3", "3", False),
        ("any", "7", True),
        ("", "7", True),
        ("empty", "7", False),
    ],
)
def test_a_number_cell(cell: str, value: str, expected: bool) -> None:
    assert hits(cell, "percent", D(value)) is expected


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("vip", "vip", True),
        ("= vip", "a", False),
        ("<> vip", "a", True),
        ("<> vip", "vip", False),
        ("in vip, a", "a", True),
        ("not in vip, a", "b", True),
        ("NOT IN vip, a", "a", False),
        ("contains ip", "vip", True),
        ("contains ip", "a", False),
    ],
)
def test_a_text_cell(cell: str, value: str, expected: bool) -> None:
    assert hits(cell, "text", value) is expected


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("contains custom", {"custom", "standard"}, True),
        ("contains custom", {"standard"}, False),
        ("in custom, bundle", {"bundle"}, True),
        ("not in custom, bundle", {"bundle", "standard"}, False),
        ("not in custom, bundle", {"standard"}, True),
    ],
)
def test_a_set_cell(cell: str, value: set[str], expected: bool) -> None:
    assert hits(cell, "set", frozenset(value)) is expected


def test_yes_no_and_date_cells() -> None:
    assert hits("yes", "yes_no", True)
    assert not hits("yes", "yes_no", False)
    assert hits("2026-03-01 .. 2026-03-31", "date", date(2026, 3, 31))
    assert not hits("> 2026-03-31", "date", date(2026, 3, 31))


@pytest.mark.parametrize(
    ("fact_type", "null"),
    [("number", None), ("text", None), ("text", ""), ("set", frozenset()), ("yes_no", None)],
)
def test_a_null_fact_is_matched_by_any_and_empty_only(fact_type: str, null: Any) -> None:
    value = {"number": "1", "text": "x", "set": "x", "yes_no": "yes"}[fact_type]
    rows = (
        table(fact_type, "any", "empty", f"= {value}", f"<> {value}", f"not in {value}")
        .decide({"x": null})
        .rows
    )
    assert rows == (1, 2)


def test_an_absent_fact_is_an_error_that_names_itself() -> None:
    with pytest.raises(UserError) as caught:
        table("number", "> 1").decide({"y": D(1)})
    assert (caught.value.code, caught.value.params) == (
        "problem.table.fact.absent",
        {"table": "t", "fact": "x"},
    )


@pytest.mark.parametrize(
    ("fact_type", "wrong"), [("number", "12"), ("text", D(1)), ("yes_no", 1), ("set", "a")]
)
def test_a_fact_of_another_type_is_an_error_that_names_itself(fact_type: str, wrong: Any) -> None:
    with pytest.raises(UserError) as caught:
        table(fact_type, "any").decide({"x": wrong})
    assert (caught.value.code, caught.value.params["fact"]) == ("problem.table.fact.type", "x")


def test_first_answers_with_the_topmost_hit_and_collect_with_all() -> None:
    cells = ("> 100", "> 10", "any")
    first = table("number", *cells, policy="first").decide({"x": 50})
    assert (first.rows, first.outputs, first.facts) == ((2,), ({"answer": D(2)},), {"x": "50"})
    assert table("number", *cells).decide({"x": 50}).rows == (2, 3)
    assert table("number", "> 100").decide({"x": 50}).rows == ()


def two_columns(policy: str) -> DecisionTable:
    rows = [("vip", "> 10"), ("vip", "> 1000"), ("a", "> 1000"), ("any", "any"), ("a", "any")]
    return read_table({
        "format": 1, "name": "t", "version": 1, "hit_policy": policy,
        "inputs": [{"fact": "tier", "type": "choice"}, {"fact": "amount", "type": "number"}],
        "outputs": [{"name": "answer", "type": "text"}],
        "rows": [{"when": {"tier": tier, "amount": amount}} for tier, amount in rows],
    })  # fmt: skip


def test_near_misses_were_refused_by_one_column_above_the_winner() -> None:
    facts: dict[str, FactValue] = {"tier": "a", "amount": D(500)}
    assert two_columns("first").near_misses(facts) == (
        NearRow(1, "tier", "vip", "a"),
        NearRow(3, "amount", "> 1000", "500"),
    )


def test_near_misses_of_a_collecting_table_come_from_all_rows_and_are_five_at_most() -> None:
    facts: dict[str, FactValue] = {"tier": "b", "amount": D(500)}
    assert [miss.row for miss in two_columns("collect").near_misses(facts)] == [1, 5]
    many = table("number", *(f"> {n}" for n in range(100, 120)))
    assert [miss.row for miss in many.near_misses({"x": D(1)})] == [1, 2, 3, 4, 5]


def test_a_stored_decision_gives_the_same_answer_again() -> None:
    decided = two_columns("collect").decide({"tier": None, "amount": D("1000.010")})
    assert decided.facts == {"tier": "", "amount": "1000.01"}
    assert two_columns("collect").replay(decided) == decided


def test_all_faults_of_a_table_are_named_at_once() -> None:
    with pytest.raises(UserError) as caught:
        read_table({
            "format": 2, "name": "t", "version": 0, "hit_policy": "best",
            "inputs": [
                {"fact": "amount", "type": "number"}, {"fact": "amount", "type": "number"},
                {"fact": "x", "type": "float"}, {"fact": "tier", "type": "choice", "choices": ["vip"]},
            ],
            "outputs": [{"name": "step", "type": "number"}],
            "rows": [
                {"when": {"amount": "> 20,000", "tier": "VIP"}, "then": {"step": "one"}},
                {"when": {"amount": "8 .. 4", "colour": "red"}, "then": {"step": 1.5}},
                "row",
                {"when": {"amount": "in 1,,2", "tier": "> vip"}},
            ],
        })  # fmt: skip
    assert caught.value.code == "problem.table.unreadable"
    found = [(one.code.removeprefix("problem.table."), one.path) for one in caught.value.problems]
    assert found == [
        ("format", "format"), ("shape", "version"), ("policy", "hit_policy"),
        ("column", "inputs[1]"), ("type", "inputs[2].type"), ("shape", "rows[2]"),
        ("cell.number", "rows[0].amount"), ("cell.choice", "rows[0].tier"), ("output", "rows[0].step"),
        ("column", "rows[1].colour"), ("cell.range", "rows[1].amount"), ("output", "rows[1].step"),
        ("cell.form", "rows[3].amount"), ("cell.type", "rows[3].tier"),
    ]  # fmt: skip


# ── the index against a plain scan ───────────────────────────────────────────────────────────────────────

NUMBERS = ["-1", "0", "0.04", "1", "2.5", "10", "20000", "20000.01"]
NUMBER_CELLS = st.one_of(
    st.sampled_from(["any", "empty"]),
    st.builds("{} {}".format, st.sampled_from(["=", "<>", "<", "<=", ">", ">="]), st.sampled_from(NUMBERS)),
    st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=3).map(lambda n: "not in " + ", ".join(n)),
    st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=3).map(lambda n: "in " + ", ".join(n)),
    st.builds(
        lambda ends, sign: f"{NUMBERS[ends[0]]} {sign} {NUMBERS[ends[1]]}",
        st.lists(st.integers(0, 7), min_size=2, max_size=2, unique=True).map(sorted),
        st.sampled_from(["..", "<..", "..<", "<..<"]),
    ),
)
TEXT_CELLS = st.one_of(
    st.sampled_from(["any", "empty"]),
    st.builds("{} {}".format, st.sampled_from(["=", "<>", "contains"]), st.sampled_from(["a", "b", "ab"])),
    st.lists(st.sampled_from(["a", "b", "ab"]), min_size=1).map(lambda n: "not in " + ", ".join(n)),
)


def inside(interval: Interval, value: Decimal) -> bool:
    low, high = interval.low, interval.high
    above = low is None or value > low or (interval.low_in and value == low)  # type: ignore[operator] # numbers and days alike
    below = high is None or value < high or (interval.high_in and value == high)  # type: ignore[operator] # numbers and days alike
    return above and below


def plain_match(cell: Cell, value: Any) -> bool:
    if cell.kind == "any" or value is None:
        return cell.matches_null()
    if cell.kind == "intervals":
        return any(inside(interval, value) for interval in cell.intervals)
    if cell.kind == "contains":
        return cell.values[0] in value
    return cell.kind != "empty" and (value in cell.values) is (cell.kind == "in")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.tuples(NUMBER_CELLS, TEXT_CELLS), min_size=1, max_size=12),
    st.none() | st.sampled_from([*NUMBERS, "-7", "0.5", "99999"]).map(D),
    st.none() | st.sampled_from(["a", "b", "ab", "c"]),
)
def test_the_index_answers_like_a_plain_scan(
    rows: list[tuple[str, str]], number: Decimal | None, text: str | None
) -> None:
    built = read_table({
        "format": 1, "name": "t", "version": 1, "hit_policy": "collect",
        "inputs": [{"fact": "n", "type": "number"}, {"fact": "t", "type": "text"}],
        "outputs": [{"name": "answer", "type": "text"}],
        "rows": [{"when": {"n": n, "t": t}} for n, t in rows],
    })  # fmt: skip
    refused = [
        [not plain_match(read_cell(n, "number"), number), not plain_match(read_cell(t, "text"), text)]
        for n, t in rows
    ]
    facts = {"n": number, "t": text}
    assert built.decide(facts).rows == tuple(n for n, by in enumerate(refused, start=1) if sum(by) == 0)
    assert [miss.row for miss in built.near_misses(facts)] == [
        n for n, by in enumerate(refused, start=1) if sum(by) == 1
    ][:5]
