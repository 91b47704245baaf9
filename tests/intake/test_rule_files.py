"""Rule files of all formats with facts: the public cases, what `rules eval` prints, and what is refused."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from orderdesk.errors import UserError
from orderdesk.intake.rules.deciding import decide, decide_file, json_text, read_json, read_model
from tests.rules.test_feel import dmn
from tests.rules.test_zen import ROWS, table

_ABOVE = [folder / "shared" / "data" for folder in Path(__file__).resolve().parents]
SHARED = next((folder for folder in _ABOVE if folder.exists()), _ABOVE[-1])
TCK, JDM = SHARED / "dmn-tck", SHARED / "jdm"
PLAYED = {"customer-service-escalation", "decision-table-discounts", "merch-bags", "table-loop"}
REFUSED = {
    "expression-default": {"expression1"},
    "shipping-carrier-selector": {"calculateCosts", "switch1"},
}


def value_of(element: ET.Element) -> object:
    """Return a value of a test file: a figure, a text, yes or no, a list, or a context."""
    components = {one.get("name"): value_of(one) for one in element if one.tag.endswith("component")}
    if components:
        return components
    for one in element:
        if one.tag.endswith("list"):
            return [value_of(entry) for entry in one]
        if one.tag.endswith("value"):
            kind = next((value for key, value in one.attrib.items() if key.endswith("type")), "")
            text = one.text or ""
            if kind.endswith("boolean"):
                return text == "true"
            return Decimal(text) if kind.endswith(("decimal", "double", "integer")) else text
    return None


def tck_cases() -> Iterator[tuple[Path, str, str, dict[str, object], object]]:
    for file in sorted(TCK.rglob("*-test-*.xml")):
        for case in ET.parse(file).getroot():  # shared data
            facts = {one.get("name", ""): value_of(one) for one in case if one.tag.endswith("inputNode")}
            for result in case:
                if result.tag.endswith("resultNode"):
                    expected = next(value_of(one) for one in result if one.tag.endswith("expected"))
                    model = next(file.parent.glob("*.dmn"))
                    yield model, str(case.get("id")), result.get("name", ""), facts, expected


@pytest.mark.skipif(not TCK.exists(), reason="the shared DMN cases are not here")
def test_every_public_case_of_dmn_passes() -> None:
    played = 0
    for path, case, decision, facts, expected in tck_cases():
        found = decide(read_model(path.read_bytes(), path.name), facts, decision)
        assert found.output == expected, (path.name, case)
        played += 1
    assert played == 18


@pytest.mark.skipif(not JDM.exists(), reason="the shared JDM models are not here")
def test_every_public_model_of_jdm_is_played_or_refused_by_its_nodes() -> None:
    seen = set()
    for path in sorted(JDM.glob("*.json")):
        seen.add(path.stem)
        source = read_json(path.read_bytes(), path.name)
        assert isinstance(source, dict)
        if path.stem in REFUSED:
            with pytest.raises(UserError) as caught:
                read_model(path.read_bytes(), path.name)
            named = {one.params["name"] for one in caught.value.problems if one.code.endswith("jdm.node")}
            assert named == REFUSED[path.stem]
            continue
        model = read_model(path.read_bytes(), path.name)
        for case in source["tests"]:
            assert decide(model, case["input"]).output == case["output"], path.stem
    assert seen == PLAYED | set(REFUSED)


# ── our own tables ───────────────────────────────────────────────────────────────────────────────────────

OURS = {
    "format": 1,
    "name": "discount",
    "version": 1,
    "hit_policy": "FIRST",
    "inputs": [
        {"fact": "amount", "type": "money", "measure": "CNY"},
        {"fact": "tier", "type": "choice"},
        {"fact": "kinds", "type": "set"},
    ],
    "outputs": [
        {"name": "price", "type": "money", "measure": "CNY"},
        {"name": "rate", "type": "percent"},
        {"name": "from", "type": "date"},
        {"name": "ok", "type": "yes_no"},
    ],
    "rows": [
        {
            "when": {"amount": "> 20000", "tier": "vip"},
            "then": {"price": "= amount * 0.95", "rate": "4 %", "ok": "yes"},
        },
        {"when": {"tier": "vip"}, "then": {"price": "10", "from": "2026-03-31", "ok": False}},
    ],
}


def test_a_table_of_our_own_answers_in_json() -> None:
    model = read_model(json.dumps(OURS).encode(), "discount.json")
    facts = {"amount": {"amount": Decimal("20000.01"), "currency": "CNY"}, "tier": "vip", "kinds": ["custom"]}
    found = decide(model, facts)
    assert json_text(found.output) == (
        '{"price": {"amount": 19000.0095, "currency": "CNY"}, "rate": 0.04, "from": null, "ok": true}'
    )
    found = decide(model, facts | {"amount": 20000})
    assert json_text(found.output) == (
        '{"price": {"amount": 10, "currency": "CNY"}, "rate": null, "from": "2026-03-31", "ok": false}'
    )
    assert found.near_misses == ({"row": 1, "column": "amount", "cell": "> 20000", "value": "20000"},)
    assert decide(model, facts | {"tier": "a"}).output is None


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"tier": "vip", "kinds": []}, "problem.table.fact.absent"),
        ({"amount": "many", "tier": "vip", "kinds": []}, "problem.table.fact.type"),
        (
            {"amount": {"amount": 1, "currency": "USD"}, "tier": "vip", "kinds": []},
            "problem.table.fact.measure",
        ),
        ({"amount": 1, "tier": 5, "kinds": []}, "problem.table.fact.type"),
        ([], "problem.table.foreign"),
    ],
)
def test_facts_that_do_not_do_are_named(facts: object, code: str) -> None:
    model = read_model(json.dumps(OURS).encode(), "discount.json")
    with pytest.raises(UserError) as caught:
        decide(model, facts)
    assert caught.value.code == code


def test_numbers_stay_the_decimals_that_they_are() -> None:
    value = {"a": [Decimal("0.10"), Decimal("1E+3"), Decimal("-0.000"), 3, True, None, "ä"], "b": ()}
    assert json_text(value) == '{"a": [0.1, 1000, 0, 3, true, null, "ä"], "b": []}'


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"5", b"\xff", b'{"a": NaN}', b"[" * 5000, b'{"format": 9}', b'{"nodes": [1]}'],
)
def test_files_that_are_none_are_refused(content: bytes) -> None:
    with pytest.raises(UserError):
        read_model(content, "x.json")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"nowhere\.json"):
        decide_file(tmp_path / "nowhere.json", tmp_path / "facts.json")


# ── rubbish ──────────────────────────────────────────────────────────────────────────────────────────────

_JDM = {
    "nodes": [{"id": "in", "type": "inputNode"}, table(ROWS), {"id": "out", "type": "outputNode"}],
    "edges": [{"sourceId": "in", "targetId": "t"}, {"sourceId": "t", "targetId": "out"}],
}
_WHOLE = [
    json.dumps(OURS).encode(),
    json.dumps(_JDM).encode(),
    dmn([("> 1", '"a"', "1"), ("[1..5]", "-", "x * 2")], "COLLECT"),
]
_BITS = [
    b"null",
    b"{}",
    b"[]",
    b'""',
    b"-1",
    b"1e999",
    b"<",
    b">",
    b'"',
    b"..",
    b"(",
    b")",
    b"\x00",
    b"\xff",
    b"9" * 50,
    b"not(",
    b"=",
]


def damaged(chance: random.Random) -> bytes:
    """Return a file with something torn out, put in, doubled or changed."""
    content = bytearray(chance.choice(_WHOLE))
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(content) + 1) for _ in range(2))
        to = min(to, at + 40)
        content[at:to] = chance.choice(
            [b"", chance.choice(_BITS), bytes(content[at:to]) * 2, bytes([chance.randrange(256)])]
        )
    return bytes(content)


def test_damaged_files_and_facts_give_typed_errors_only() -> None:
    chance = random.Random(5)  # a test
    decided = refused = 0
    for _ in range(1_500):
        facts: dict[str, object] = {
            "amount": chance.choice([1, "x", None]),
            "a": Decimal(6),
            "b": "x",
            "x": Decimal(2),
            "y": "a",
            "tier": "vip",
            "kinds": [],
        }
        try:
            json_text(decide(read_model(damaged(chance), "damaged"), facts).output)
            decided += 1
        except UserError:
            refused += 1
    assert decided > 10
    assert refused > 500
