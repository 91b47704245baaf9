"""``rules eval``: a file of any format decides on facts, without a store."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli
from tests.intake.test_rule_files import OURS
from tests.rules.test_feel import RULES, dmn

FACTS = {"x": 2.5, "y": "a", "amount": 30000, "tier": "vip", "kinds": [], "order_kind": "sample"}


def written(folder: Path, name: str, content: bytes | object) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


def test_a_file_decides_without_a_store(cli: Cli, tmp_path: Path) -> None:
    facts = written(tmp_path, "facts.json", FACTS)
    said = cli("rules", "eval", written(tmp_path, "a.dmn", dmn(RULES, "COLLECT")), "--facts", facts, "--json")
    assert (said.code, said.err) == (0, "")
    assert said.json == {
        "output": [1, 2],
        "rows": [1, 2],
        "near_misses": [
            {"row": 3, "column": "X", "cell": "> 3", "value": 2.5},
            {"row": 4, "column": "Y", "cell": '"b"', "value": "a"},
        ],
    }
    said = cli("rules", "eval", written(tmp_path, "a.json", OURS), "--facts", facts, "--json")
    assert said.json["output"]["price"] == {"amount": 28500, "currency": "CNY"}
    assert not (tmp_path / "data").exists()


def test_people_read_what_decided_and_what_nearly_did(cli: Cli, tmp_path: Path) -> None:
    facts = written(tmp_path, "facts.json", FACTS | {"tier": "a"})
    said = cli("rules", "eval", written(tmp_path, "a.json", OURS), "--facts", facts)
    assert said.out.splitlines() == [
        "null",
        "no row applies",
        "nearly row 1: tier is a, the row asks vip",
        "nearly row 2: tier is a, the row asks vip",
    ]


def test_what_is_refused_is_said(cli: Cli, tmp_path: Path) -> None:
    facts = written(tmp_path, "facts.json", FACTS)
    model = {"nodes": [{"id": "n", "name": "js", "type": "functionNode"}], "edges": []}
    said = cli("rules", "eval", written(tmp_path, "a.json", model), "--facts", facts, "--json")
    assert said.code == 1
    assert [one["code"] for one in said.json["problems"]] == [
        "problem.table.jdm.node",
        "problem.table.jdm.input",
    ]
    assert "js" in said.err
    said = cli("rules", "eval", tmp_path / "b.dmn", "--facts", facts)
    assert (said.code, "b.dmn" in said.err) == (1, True)
    said = cli("rules", "eval", written(tmp_path, "a.dmn", dmn(RULES)), "--facts", facts, "--decision", "E")
    assert (said.code, "Choose one of: D" in said.err) == (1, True)
