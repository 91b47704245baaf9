"""Work in a second process: its answers, its faults, and its end, also where the first one was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orderdesk.ports import beside

_LENT: list[str] = []


def _begin(word: str) -> None:
    _LENT.append(word)


def _lent() -> tuple[int, tuple[str, ...]]:
    return os.getpid(), tuple(_LENT)


def _fail() -> None:
    raise LookupError("nothing there")


def test_answers_and_faults_come_from_another_process() -> None:
    with beside(_begin, "word") as ask:
        waits, fails = ask(_lent), ask(_fail)
        process, lent = waits()
        with pytest.raises(LookupError, match="nothing there"):
            fails()
    assert process != os.getpid()
    assert lent == ("word",)
    assert _LENT == []


_KILLED = """
from orderdesk.ports import beside
from tests.services.test_beside import _begin, _lent

if __name__ == "__main__":
    with beside(_begin, "word") as ask:
        print(ask(_lent)()[0], flush=True)
        input()
"""


def test_the_second_process_ends_with_a_first_that_was_killed(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, encoding="utf-8")
    root = str(Path(__file__).parents[2])
    reading, writing = os.pipe()  # the second process has inherited its end of this one: it closes with it
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=writing,
        cwd=root,
        env=os.environ | {"PYTHONPATH": root},
    ) as first:
        os.close(writing)
        with os.fdopen(reading, "rb") as said:
            assert int(said.readline()) != first.pid
            first.kill()
            assert said.read() == b""  # returns when the last process that could write is gone
