"""Small rooms: a file or function that outgrows these is split by use case, before it is the one big file."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.sources import ROOT, modules, name_of, tree_of

MOST_LINES_OF_A_FILE = 600
MOST_LINES_OF_A_FUNCTION = 80
# A migration says once what the tables were; it is never read as a whole or changed again.
HISTORY = ROOT / "orderdesk" / "models" / "migrations" / "versions"


def rooms() -> list[Path]:
    """Return the modules that people work in."""
    return [path for path in modules() if HISTORY not in path.parents]


def long_functions(tree: ast.AST) -> list[tuple[str, int]]:
    """Return the functions that are too long, with their lengths in lines."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = [(node.name, (node.end_lineno or node.lineno) - node.lineno + 1) for node in functions]
    return [(name, length) for name, length in lengths if length > MOST_LINES_OF_A_FUNCTION]


def test_no_file_is_too_long() -> None:
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in rooms()}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_too_long() -> None:
    found = {name_of(path): long_functions(tree_of(path)) for path in rooms()}
    assert {name: functions for name, functions in found.items() if functions} == {}


def test_a_long_function_is_found() -> None:
    tree = ast.parse("def short():\n    pass\ndef long():\n" + "    x = 1\n" * 80)
    assert long_functions(tree) == [("long", 81)]
