"""The README's first order, word for word; ``dev.py prove readme`` plays it in a fresh clone."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

import dev
from devtools import play_readme, prove_readme
from devtools.play_readme import Step, is_key, play, read_steps
from devtools.prove_readme import findings_of
from orderdesk.words import LANGUAGES, Language

STEPS = read_steps(play_readme.README.read_text("utf-8"))


def test_the_proof_can_be_asked_for() -> None:
    assert dev.PROOFS["readme"] == prove_readme.__name__


def test_the_table_is_read_as_keys_and_words() -> None:
    rows = "| press | what happens |\n|---|---|\n| `h d` `Enter` | one, `F9` |"
    text = f"{play_readme.HEADING}\n\n{rows}\n\n## On\n| `Esc` | no |\n"
    assert read_steps(text) == [Step(("h d", "Enter"), 5)]
    with pytest.raises(LookupError):
        read_steps("# OrderDesk")


@pytest.mark.parametrize(
    ("token", "expected"),
    [("Enter", True), ("Ctrl+L", True), ("Ctrl+Enter", True), ("F12", True), ("Up", True),
     ("3x7d+2", False), ("A105", False), ("48", False), ("h d j j", False)],
)  # fmt: skip
def test_a_key_is_told_from_what_is_typed(token: str, expected: bool) -> None:
    assert is_key(token) == expected


@pytest.mark.slow
@pytest.mark.parametrize("shown_in", LANGUAGES)
def test_the_first_order_of_the_readme_ends_in_a_submitted_order_within_five_minutes(
    look: QApplication, tmp_path: Path, shown_in: Language
) -> None:
    played = play(tmp_path, shown_in=shown_in, fixed=True)
    assert [one for one in findings_of(json.loads(json.dumps(asdict(played)))) if not one.holds] == []
    assert played.keys >= len(STEPS) > 4


def test_the_proof_fails_where_the_order_is_another(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    played = {
        "number": "SO-AAA-000001", "state": "draft", "customer": "华东家居", "keys": 40, "seconds": 301.0,
        "said": "SO-AAA-000001", "total": "12.00", "lines": [["A105", "2"]], "deliveries": [[], []],
    }  # fmt: skip
    answers: dict[str, Callable[..., Any]] = {
        "clone_into": lambda folder: folder,
        "play_in": lambda _: played,
    }
    for name, answer in answers.items():
        monkeypatch.setattr(prove_readme, name, answer)
    assert prove_readme.main() == 1
    assert capsys.readouterr().out.count("FAILED") == 5
