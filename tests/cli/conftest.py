"""A command line that is called in this process, on stores of both databases."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from orderdesk.cli import main


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The output of ``--json``."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The output of ``do``: one JSON object a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Said]


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Cli:
    """Return a function that runs a command with a data folder of the test's own, in English."""
    monkeypatch.setenv("ORDERDESK_LANGUAGE", "en")
    monkeypatch.setenv("COLUMNS", "120")

    def run(*words: str | Path) -> Said:
        capsys.readouterr()
        code = main(["--data-dir", str(tmp_path / "data"), *map(str, words)])
        out, err = capsys.readouterr()
        return Said(code, out, err)

    return run
