"""Every test that ``docs/ux-conformance.md`` names is there, and every row says something."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import ROOT

PAGE = ROOT / "docs" / "ux-conformance.md"
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows() -> list[str]:
    lines = PAGE.read_text("utf-8").splitlines()
    return [line for line in lines if line.startswith("| ") and not line.startswith("|---")]


def names_in(path: str) -> set[str]:
    file = ROOT / path
    if not file.is_file():
        return set()
    return {
        node.name for node in ast.parse(file.read_text("utf-8")).body if isinstance(node, ast.FunctionDef)
    }


def test_every_test_that_the_page_names_is_there() -> None:
    named = set(_NAMED.findall(PAGE.read_text("utf-8")))
    known = {path: names_in(path) for path, _ in named}
    assert sorted(f"{path}::{name}" for path, name in named if name not in known[path]) == []
    assert len(named) > 100


def test_every_row_names_a_test_or_what_it_comes_with() -> None:
    heads = {"shown by"}
    unproved = [
        row
        for row in rows()
        if row.strip("| ").split(" | ")[-1].strip() not in heads
        and not _NAMED.search(row)
        and not re.search(r"\bcomes? with\b", row)
    ]
    assert unproved == []
