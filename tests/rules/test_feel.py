"""DMN tables: S-FEEL in three-valued logic, hit policies with their nulls, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

import pytest

from orderdesk.errors import UserError
from orderdesk.rules.feel.language import INPUT, expression, unary_tests
from orderdesk.rules.feel.reading import read_dmn
from orderdesk.rules.feel.values import Months, duration_of, shown
from orderdesk.rules.foreign import LanguageError, as_json

D = Decimal
SCOPE: dict[str, object] = {
    "Age": D(18),
    "Order size": D(5),
    "Customer": {"tier": "vip", "Full name": "Li Na"},
    "day": date(2026, 3, 31),
    "nothing": None,
}


@pytest.mark.parametrize(
    ("cell", "value", "expected"),
    [
        ("-", None, True),
        ("5", D("5.0"), True),
        ("5", None, False),
        ("null", None, True),
        ("not(5)", None, True),
        ("< 5", None, None),
        ("not(< 5)", None, None),
        ("<5,>10", D(11), True),
        ("<5,>10", D(7), False),
        ("[1..5]", D(5), True),
        ("(1..5)", D(5), False),
        ("]1..5[", D(1), False),
        ("[1..5[", D(1), True),
        ("[1..5]", None, None),
        ("not([1..5])", D(6), True),
        ("not(1, 2)", D(2), False),
        ('"a","b"', "b", True),
        ('not("a","b")', "c", True),
        ('"5"', D(5), None),
        ("true", True, True),
        ("false", True, False),
        ("> Age", D(19), True),
        ("Order size", D(5), True),
        ("Order   size", D(5), True),
        ("? > 3 and ? < 6", D(4), True),
        ("? in [1..5]", D(4), True),
        ("[1, 2, 3]", D(2), True),
        ("Age >= 18", "any text", True),
        ("Age > 18", "any text", None),
        ('< date("2026-04-01")', date(2026, 3, 31), True),
        ('[date("2026-03-01")..date("2026-03-31")]', date(2026, 3, 31), True),
        ('@"2026-03-31"', date(2026, 3, 31), True),
        ('>= duration("P1D")', timedelta(hours=25), True),
        ("!= 5", D(6), True),
        ("-5", D(-5), True),
        ("[-10..-1]", D(-3), True),
        (".5", D("0.5"), True),
        ('>= "b"', "c", True),
        ("= 5", D(5), True),
        ('contains(?, "x")', "axb", True),
        ("> Order size * 2", D(11), True),
        ("Customer.tier", "vip", True),
    ],
)
def test_a_cell_says_yes_no_or_null(cell: str, value: object, expected: bool | None) -> None:
    assert unary_tests(cell, SCOPE)({**SCOPE, INPUT: value}) is expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Age + 2 * 3", D(24)),
        ("-Age ** 2", D(324)),
        ("2 ** 3", D(8)),
        ("1 / 3 * 3", D("0.9999999999999999999999999999999999")),
        ("Age / 0", None),
        ("Age + nothing", None),
        ('"a" + "b"', "ab"),
        ("Customer.Full name", "Li Na"),
        ("Customer.none", None),
        ("if Age >= 18 then 1 else 2", D(1)),
        ("if nothing then 1 else 2", D(2)),
        ("true and nothing", None),
        ("false and nothing", False),
        ("true or nothing", True),
        ("not(nothing)", None),
        ("nothing = null", True),
        ("Age = null", False),
        ("Age between 1 and 18", True),
        ("Age in (1, [10..20])", True),
        ("Age in (1..18)", False),
        ('day + duration("P1M")', date(2026, 4, 30)),
        ("day.month", D(3)),
        ('day - duration("P1Y2M")', date(2025, 1, 31)),
        ('day > date("2026-01-01")', True),
        ("sum(1, 2, 3)", D(6)),
        ("min([3, 1])", D(1)),
        ("count([])", D(0)),
        ("max([])", None),
        ("floor(-1.5)", D(-2)),
        ("decimal(1.115, 2)", D("1.12")),
        ("modulo(-5, 3)", D(1)),
        ('upper case("a")', "A"),
        ('string length("abc")', D(3)),
        ('substring("abc", -2)', "bc"),
        ("[1, 2] = [1, 2]", True),
        (r'"a\"bA\n"', 'a"bA\n'),
        ('number("12.5")', D("12.5")),
        ("[1..5] = 3", None),
        ("string(1.50)", "1.50"),
        ("0.1 + 0.2 = 0.3", True),
        ('years and months duration(date("2025-01-15"), day)', Months(14)),
        ('duration("PT90M") * 2', timedelta(hours=3)),
        ("abs(-2)", D(2)),
    ],
)
def test_an_expression_has_a_value(text: str, value: object) -> None:
    names = {**SCOPE, "Full name": None}
    found = expression(text, SCOPE, names)(SCOPE)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "reason", "name"),
    [
        ("for x in [1] return x", "function", "for"),
        ("some x in [1] satisfies x > 1", "function", "some"),
        ("{a: 1}", "sign", "{"),
        ("matches(Age, 1)", "function", "matches"),
        ("now()", "function", "now"),
        ("unknown", "name", "unknown"),
        ("Age[1]", "sign", "["),
        ("Age +", "form", ""),
        ('"open', "form", '"open'),
        ("(" * 99 + "1" + ")" * 99, "deep", ""),
        ("-" * 99 + "1", "deep", ""),
        ("date()", "arguments", "date"),
        ('@"never"', "form", '@"never"'),
        ("1 2", "form", "2"),
    ],
)
def test_what_goes_beyond_is_refused_by_name(text: str, reason: str, name: str) -> None:
    with pytest.raises(LanguageError) as caught:
        expression(text, SCOPE)
    assert (caught.value.reason, caught.value.name) == (reason, name)


@pytest.mark.parametrize("text", ["P1Y2M", "-P3M", "P1DT2H3M4S", "PT0S", "-PT90S", "P0M"])
def test_a_duration_reads_back(text: str) -> None:
    found = duration_of(text)
    assert found is not None
    assert duration_of(shown(found) if isinstance(found, timedelta) else str(found)) == found
    assert duration_of("P1Y1D") is duration_of("P") is duration_of("1D") is None


# ── models ───────────────────────────────────────────────────────────────────────────────────────────────


def dmn(
    rules: Any,
    policy: str = "UNIQUE",
    outputs: Any = (("", "", ""),),
    *,
    kind: str = "number",
    table: str = "",
    more: str = "",
) -> bytes:
    """Return a model whose decision D decides on x, of one type, and y, a text."""

    def cell(tag: str, text: str) -> str:
        return f"<{tag}><text>{escape(text)}</text></{tag}>"

    clauses = "".join(
        f'<output name="{name}">'
        + (cell("outputValues", order) if order else "")
        + (cell("defaultOutputEntry", default) if default else "")
        + "</output>"
        for name, order, default in outputs
    )
    lines = "".join(
        "<rule>"
        + "".join(cell("inputEntry", text) for text in rule[:2])
        + "".join(cell("outputEntry", text) for text in rule[2:])
        + "</rule>"
        for rule in rules
    )
    return f'''<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="m">
    <inputData name="x" id="x"><variable name="x" typeRef="{kind}"/></inputData>
    <inputData name="y" id="y"><variable name="y" typeRef="string"/></inputData>{more}
    <decision name="D" id="d"><decisionTable hitPolicy="{policy}" {table}>
    <input label="X"><inputExpression typeRef="{kind}"><text>x</text></inputExpression></input>
    <input label="Y"><inputExpression typeRef="string"><text>y</text></inputExpression>
    <inputValues><text>"a", "b"</text></inputValues></input>
    {clauses}{lines}</decisionTable></decision></definitions>'''.encode()


def test_what_has_a_blank_name_cannot_be_named_and_does_no_harm() -> None:
    model = read_dmn(dmn([("> 1", "-", "1")], more='<inputData name="" id="z"/><inputData name=" " id="w"/>'))
    assert model.decide({"x": D(2), "y": "a"}, "D").output == D(1)


RULES = [("> 1", "-", "1"), ("> 2", '"a"', "2"), ("> 3", "-", "2"), ("-", '"b"', "7")]
ORDERED = (("", "7, 2, 1", ""),)


@pytest.mark.parametrize(
    ("policy", "more", "x", "y", "output", "rows"),
    [
        ("UNIQUE", {}, 2, "a", D(1), (1,)),
        ("UNIQUE", {}, 3, "a", None, (1, 2)),
        ("UNIQUE", {}, 0, "a", None, ()),
        ("FIRST", {}, 9, "a", D(1), (1,)),
        ("ANY", {}, 9, "a", None, (1, 2, 3)),
        ("ANY", {}, 2, "a", D(1), (1,)),
        ("PRIORITY", {"outputs": ORDERED}, 9, "a", D(2), (2,)),
        ("PRIORITY", {"outputs": ORDERED}, 9, "b", D(7), (4,)),
        ("OUTPUT ORDER", {"outputs": ORDERED}, 9, "a", [D(2), D(2), D(1)], (2, 3, 1)),
        ("RULE ORDER", {}, 9, "a", [D(1), D(2), D(2)], (1, 2, 3)),
        ("COLLECT", {}, 9, "a", [D(1), D(2), D(2)], (1, 2, 3)),
        ("COLLECT", {}, 0, "a", [], ()),
        ("COLLECT", {"table": 'aggregation="SUM"'}, 9, "a", D(5), (1, 2, 3)),
        ("COLLECT", {"table": 'aggregation="MIN"'}, 9, "a", D(1), (1, 2, 3)),
        ("COLLECT", {"table": 'aggregation="MAX"'}, 9, "b", D(7), (1, 3, 4)),
        ("COLLECT", {"table": 'aggregation="COUNT"'}, 9, "a", D(3), (1, 2, 3)),
        ("COLLECT", {"table": 'aggregation="COUNT"'}, 0, "a", D(0), ()),
        ("COLLECT", {"table": 'aggregation="SUM"'}, 0, "a", None, ()),
        ("FIRST", {"outputs": (("", "", "9"),)}, 0, "a", D(9), ()),
        ("FIRST", {}, None, "b", D(7), (4,)),
        ("FIRST", {}, "text", "b", D(7), (4,)),
        ("FIRST", {}, 2, "elsewhere", None, ()),
        ("FIRST", {}, 2, None, D(1), (1,)),
    ],
)
def test_hits_answer_as_dmn_says(policy: str, more: Any, x: Any, y: Any, output: Any, rows: Any) -> None:
    given = {"x": D(x) if isinstance(x, int) else x, "y": y}
    answer = read_dmn(dmn(RULES, policy, **more)).decide(given)
    assert (answer.output, answer.rows) == (output, rows)


def test_several_outputs_are_a_context_and_near_misses_stand_above() -> None:
    outputs = (("Status", '"no", "yes"', ""), ("Rate", "", ""))
    rules = [("> 5", '"a"', '"yes"', "1"), ("> 1", '"a"', '"yes"', "x * 2"), ("> 1", "-", '"no"', "3")]
    answer = read_dmn(dmn(rules, "PRIORITY", outputs)).decide({"x": D(2), "y": "a"})
    assert (answer.output, answer.rows) == ({"Status": "no", "Rate": D(3)}, (3,))
    assert [(miss.row, miss.column, miss.cell, miss.value) for miss in answer.near] == [(1, "X", "> 5", D(2))]
    assert read_dmn(dmn(rules, "COLLECT", outputs)).decide({"x": D(2), "y": "a"}).output == [
        {"Status": "yes", "Rate": D(4)},
        {"Status": "no", "Rate": D(3)},
    ]


def test_days_come_as_texts_and_go_as_texts() -> None:
    model = read_dmn(dmn([('< date("2026-04-01")', "-", 'x + duration("P1D")')], kind="date"))
    assert as_json(model.decide({"x": "2026-03-31", "y": "a"}).output) == "2026-04-01"
    assert model.decide({"x": "soon", "y": "a"}).output is None


def test_a_decision_takes_what_it_requires_and_is_chosen_by_name() -> None:
    more = """<decision name="Twice" id="t"><variable name="Twice" typeRef="number"/>
    <informationRequirement><requiredDecision href="#d"/></informationRequirement>
    <literalExpression><text>D * 2</text></literalExpression></decision>
    <decision name="Ring" id="r">
    <informationRequirement><requiredDecision href="#r"/></informationRequirement>
    <literalExpression><text>1</text></literalExpression></decision>
    <decision name="Other" id="o"><context/></decision>"""
    model = read_dmn(dmn(RULES, "FIRST", more=more))
    assert model.decide({"x": D(2), "y": "a"}, "Twice").output == D(2)
    assert model.decide({"x": D(2), "y": "a"}, "d").output == D(1)
    for name, code in (("Other", "dmn.logic"), ("Ring", "dmn.circle")):
        with pytest.raises(UserError) as caught:
            model.decide({}, name)
        assert [one.code for one in caught.value.problems] == [f"problem.table.{code}"]
    for name, code in (("", "decisions"), ("None", "decision")):
        with pytest.raises(UserError) as caught:
            model.decide({}, name)
        assert caught.value.code == f"problem.table.{code}"


def test_types_of_the_model_hold() -> None:
    more = """<itemDefinition name="tTier"><typeRef>string</typeRef>
    <allowedValues><text>"vip", "a"</text></allowedValues></itemDefinition>
    <itemDefinition name="tMan"><itemComponent name="Full name"><typeRef>string</typeRef></itemComponent>
    <itemComponent name="tier"><typeRef>tTier</typeRef></itemComponent></itemDefinition>
    <inputData name="The man" id="m"><variable name="The man" typeRef="tMan"/></inputData>
    <decision name="Tier" id="t">
    <literalExpression><text>The man.tier</text></literalExpression></decision>"""
    model = read_dmn(dmn(RULES, "FIRST", more=more))
    assert model.decide({"The man": {"Full name": "Li Na", "tier": "vip"}}, "Tier").output == "vip"
    assert model.decide({"The man": {"tier": "gold"}}, "Tier").output is None
    assert model.decide({"The man": "Li Na"}, "Tier").output is None


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "dmn.xml"),
        (b"<a>", "dmn.xml"),
        (b"<a/>", "dmn.root"),
        (b"<definitions/>", "dmn.empty"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><definitions>&b;</definitions>', "dmn.xml"),
        (b"<a>" * 100 + b"</a>" * 100, "dmn.size"),
        (b"<?xml version='1.0' encoding='nonsense'?><a/>", "dmn.xml"),
    ],
)
def test_a_file_that_is_no_safe_model_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(UserError) as caught:
        read_dmn(content)
    assert [one.code for one in caught.value.problems] == [f"problem.table.{code}"]


def test_faults_of_a_table_are_named_at_once() -> None:
    rules = [("> 1", "-", "for x in [1] return x"), ("soon", "-", "1"), ("1", "2")]
    with pytest.raises(UserError) as caught:
        read_dmn(dmn(rules, "PRIORITY")).decide({})
    found = [(one.code.removeprefix("problem.table."), one.path) for one in caught.value.problems]
    assert found == [
        ("order", "D"),
        ("expression.function", "D.1"),
        ("expression.name", "D.2"),
        ("shape", "D.3"),
    ]
