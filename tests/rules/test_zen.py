"""JDM tables: the language of their cells, hits, what tables hand on, and what is refused by name."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest

from orderdesk.errors import UserError
from orderdesk.rules.foreign import LanguageError
from orderdesk.rules.zen.functions import ZenFailure
from orderdesk.rules.zen.jdm import merged, read_jdm
from orderdesk.rules.zen.language import standard, unary

D = Decimal
FACTS: dict[str, object] = {
    "a": D(5),
    "b": D("2.5"),
    "name": "vip",
    "deep": {"er": D(7), "list": [D(1), D(2)]},
    "yes": True,
    "day": "2026-03-31",
    "x": None,
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a + b * 2", D(10)),
        ("(a + b) * 2", D(15)),
        ("a - b - 1", D("1.5")),
        ("2 ^ 3 ^ 2", D(512)),
        ("-a", D(-5)),
        ("7 % 4", D(3)),
        ("a / 0", None),
        ("0.1 + 0.2 == 0.3", True),
        ("1e3", D(1000)),
        ("1_000", D(1000)),
        ("deep.er", D(7)),
        ("deep.list[1]", D(2)),
        ("deep['er']", D(7)),
        ("missing.path", None),
        ("$.a", D(5)),
        ("'v' + \"ip\" == name", True),
        ("a > 4 and b < 3", True),
        ("a > 4 and not yes", False),
        ("a != 5 or yes", True),
        ("name in ['a', 'vip']", True),
        ("a not in [1..5)", True),
        ("a in (4..5]", True),
        ("x ?? 3", D(3)),
        ("x == null", True),
        ("name == 5", False),
        ("null", None),
        ("[1, 'a', true]", [D(1), "a", True]),
        ("[]", []),
        ("date(day)", D(1774915200)),
        ("date('2026-03-31T12:00:00Z') - date(day)", D(43200)),
        ("duration('1h 30m')", D(5400)),
        ("date(day) + duration('1d') == date('2026-04-01')", True),
        ("len(name)", D(3)),
        ("len(deep.list)", D(2)),
        ("contains(deep.list, 2)", True),
        ("contains(name, 'ip')", True),
        ("startsWith(name, 'v')", True),
    ],
)
def test_a_standard_expression_has_a_value(text: str, value: object) -> None:
    assert standard(text)((FACTS, None)) == value


@pytest.mark.parametrize(
    "text",
    [
        "x > 5",
        "name > 5",
        "a + name",
        "not a",
        "a and yes",
        "name in 5",
        "len(x)",
        "date(name)",
        "duration('soon')",
        "x in [1..5]",
        "10 ^ 9999",
        "date('2026-02-30')",
    ],
)
def test_an_expression_that_fails_has_none(text: str) -> None:
    with pytest.raises(ZenFailure):
        standard(text)((FACTS, None))


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("'a', 'b'", "b", True),
        ("'a', 'b'", "c", False),
        ("> 5", D(5), False),
        (">= 5", D(5), True),
        ("5", D("5.0"), True),
        ("> 5 and < 10", D(7), True),
        ("> 5 and < 10", D(10), False),
        ("< 5 or > 10", D(11), True),
        ("[1..5]", D(5), True),
        ("(1..5)", D(5), False),
        ("[1..5)", D(5), False),
        ("[-10..0] and > -5", D(-5), False),
        ("in ['a']", "a", True),
        ("not in ['a']", "b", True),
        ("!= 'a'", "b", True),
        ("== 'a'", "a", True),
        ("['a', 'b']", "b", True),
        ("true", True, True),
        ("false", True, False),
        ("null", None, True),
        ("!= null", D(1), True),
        ("> a", D(6), True),
        ("b * 2", D(5), True),
        ("startsWith($, 'US')", "USD", True),
        ("len($) == 3", "USD", True),
        ("$ > 3 and $ < 6", D(5), True),
        ("name", "vip", True),
        ("> date('2026-01-01')", D(1774915200), True),
        ("contains($, 'x') or contains($, 'y')", "ay", True),
        ("-5", D(-5), True),
        ("'a' or 'b' and 'a'", "a", True),
        ("1, 2, 3", D(2), True),
        ("($ > 1 and $ < 3)", D(2), True),
        ("a > 4", "whatever", True),
    ],
)
def test_a_cell_tests_the_value_of_its_column(cell: str, value: object, expected: bool) -> None:
    assert unary(cell)((FACTS, value)) is expected


@pytest.mark.parametrize(
    ("text", "reason", "name"),
    [
        ("upper(name)", "function", "upper"),
        ("a.map(b)", "function", "map"),
        ("sum([1, 2])", "function", "sum"),
        ("a ? 1 : 2", "sign", "?"),
        ("{a: 1}", "sign", "{"),
        ("`x`", "sign", "`"),
        ("some(a, # > 1)", "function", "some"),
        ("$nodes.x", "name", "$nodes"),
        ("a +", "form", ""),
        ("(a", "form", ""),
        ("a b", "form", "b"),
        ("", "form", ""),
        ("len(a, b)", "arguments", "len"),
        ("date()", "arguments", "date"),
        ("(" * 99 + "1" + ")" * 99, "deep", ""),
        ("-" * 400 + "1", "deep", ""),
        ("'open", "form", "'open"),
        ("1 " * 4000, "long", ""),
        ("a & b", "form", "& b"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(text: str, reason: str, name: str) -> None:
    with pytest.raises(LanguageError) as caught:
        standard(text)
    assert (caught.value.reason, caught.value.name) == (reason, name)


# ── models ───────────────────────────────────────────────────────────────────────────────────────────────


def table(rules: Any, policy: str = "first", key: str = "t", **more: Any) -> dict[str, Any]:
    """Return a table of the inputs a and b (paths) and the outputs o and p.q."""
    return {
        "id": key,
        "name": f"table {key}",
        "type": "decisionTableNode",
        "content": {
            "hitPolicy": policy,
            "rules": [dict(zip(("i", "j", "o", "p"), rule, strict=False)) for rule in rules],
            "inputs": [{"id": "i", "name": "A", "field": "a"}, {"id": "j", "name": "B", "field": "b"}],
            "outputs": [{"id": "o", "field": "o"}, {"id": "p", "field": "p.q"}],
            **more,
        },
    }


def model(*tables: dict[str, Any], edges: Any = None) -> Any:
    keys = ["in", *(one["id"] for one in tables), "out"]
    pairs = list(pairwise(keys)) if edges is None else edges
    return read_jdm(
        {
            "nodes": [{"id": "in", "type": "inputNode"}, *tables, {"id": "out", "type": "outputNode"}],
            "edges": [{"sourceId": start, "targetId": end} for start, end in pairs],
        }
    )


ROWS = [("> 5", "'x'", "1", "'first'"), ("> 5", "", "2"), ("", "'x'", "a * 2", ""), ("< 0", "'y'", "9")]


def test_the_topmost_row_answers_and_rows_above_it_nearly_did() -> None:
    answer = model(table(ROWS)).decide({"a": D(6), "b": "y"})
    assert (answer.output, answer.rows) == ({"o": D(2)}, (2,))
    assert [(miss.row, miss.column, miss.cell, miss.value) for miss in answer.near] == [(1, "B", "'x'", "y")]


def test_all_rows_answer_when_collecting_and_null_never_compares() -> None:
    collecting = model(table(ROWS, "collect"))
    assert collecting.decide({"a": D(6), "b": "x"}).output == [
        {"o": D(1), "p": {"q": "first"}},
        {"o": D(2)},
        {"o": D(12)},
    ]
    assert collecting.decide({"b": "q"}).output == []
    assert model(table(ROWS)).decide({"b": "q"}).output == {}


def test_a_row_whose_output_fails_does_not_count() -> None:
    assert model(table([("", "", "a * 2"), ("", "", "'no figure'")])).decide({"a": "x"}).output == {
        "o": "no figure"
    }


def test_a_column_without_a_field_holds_whole_expressions() -> None:
    one = table([("a > 1 and b == 'x'", "", "1"), ("", "", "2")])
    one["content"]["inputs"][0].pop("field")
    assert model(one).decide({"a": D(2), "b": "x"}).output == {"o": D(1)}
    assert model(one).decide({"a": D(2), "b": "y"}).output == {"o": D(2)}


def test_tables_hand_on_what_they_answer() -> None:
    first, second = table([("> 1", "", "'big'")], key="one"), table([("", "", "o", "a")], key="two")
    assert model(first, second).decide({"a": D(2)}).output == {"o": "big", "p": {"q": None}}
    first["content"]["passThrough"] = True
    assert model(first, second).decide({"a": D(2)}).output == {"o": "big", "p": {"q": D(2)}}
    assert model(first, second).decide({"a": D(2)}, "table one").output == {"a": D(2), "o": "big"}


def test_branches_are_merged() -> None:
    both = [("in", "one"), ("in", "two"), ("one", "out"), ("two", "out")]
    tables = table([("", "", "1")], key="one"), table([("", "", "", "2")], key="two")
    assert model(*tables, edges=both).decide({}).output == {"o": D(1), "p": {"q": D(2)}}


def test_a_loop_goes_through_a_list_with_input_field_output_path_and_pass_through() -> None:
    looping = table(ROWS, inputField="order.lines", outputPath="out.lines", executionMode="loop")
    facts = {"order": {"lines": [{"a": D(6), "b": "x"}, {"a": D(1), "b": "z"}]}}
    assert model(looping).decide(facts).output == {"out": {"lines": [{"o": D(1), "p": {"q": "first"}}, None]}}
    looping["content"]["passThrough"] = True
    assert model(looping).decide(facts).output == facts | {
        "out": {"lines": [{"a": D(6), "b": "x", "o": D(1), "p": {"q": "first"}}, {"a": D(1), "b": "z"}]}
    }
    with pytest.raises(UserError, match=r"jdm\.loop"):
        model(looping).decide({"order": {"lines": D(1)}})


def test_merging_takes_null_fields_out() -> None:
    assert merged({"a": {"b": D(1), "c": D(2)}, "d": D(3)}, {"a": {"b": None}, "d": None, "e": [D(1)]}) == {
        "a": {"c": D(2)},
        "e": [D(1)],
    }
    assert merged({"a": D(1)}, None) == {"a": D(1)}
    assert merged({"a": D(1)}, [D(2)]) == [D(2)]


def test_everything_that_is_refused_is_named_at_once() -> None:
    bad = table([("> upper(b)", "", "1")], "unique", executionMode="twice")
    with pytest.raises(UserError) as caught:
        read_jdm(
            {
                "nodes": [
                    {"id": "s", "name": "switch1", "type": "switchNode"},
                    {"id": "f", "name": "js", "type": "functionNode"},
                    bad,
                ],
                "edges": [{"sourceId": "s", "targetId": "nowhere"}],
            }
        )
    found = [
        (one.code.removeprefix("problem.table."), one.params.get("name")) for one in caught.value.problems
    ]
    assert found == [
        ("jdm.node", "switch1"),
        ("jdm.node", "js"),
        ("jdm.input", None),
        ("policy", None),
        ("jdm.mode", "table t"),
        ("expression.function", "upper"),
        ("shape", None),
    ]
    with pytest.raises(UserError) as caught:
        model(
            table(ROWS, key="one"),
            table(ROWS, key="two"),
            edges=[("in", "one"), ("one", "two"), ("two", "one")],
        )
    assert [one.code for one in caught.value.problems] == ["problem.table.jdm.circle"]
    with pytest.raises(UserError) as caught:
        model(table(ROWS)).decide({}, "other")
    assert caught.value.params["names"] == "table t"
