"""The smoke test sees what it is there to see: here it starts a small program that can be made to fail."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from installer import smoke
from installer.smoke import Failure, Trial

PROGRAM = """
import json, os, pathlib, sys
words = sys.argv[1:]
if os.environ.keys() & {"PYTHONPATH", "LD_LIBRARY_PATH", "DISPLAY"}:
    sys.exit("brought along: " + ", ".join(os.environ))
if "--version" in words: print("orderdesk 0.1.0")
elif "schema" in words: print(json.dumps({"commands": {"submit_order": {}}}))
elif "--store" in words: sys.exit("cannot reach 127.0.0.1")
elif "list" in words: print('{"code": "C1001"}')
elif "tour" in words:
    out = pathlib.Path(words[-1])
    out.mkdir()
    facts = {"order": {"total": "TOTAL"}} if "TOTAL" else {}
    (out / "tour.json").write_text(json.dumps({"facts": facts, "timings": str(os.getpid())}))
elif "check" in words: sys.exit(CHECK)
"""


def make(folder: Path, name: str, *, total: str = "10.00", check: int = 0) -> Trial:
    file = folder / f"{name}.py"
    file.write_text(PROGRAM.replace("TOTAL", total).replace("CHECK", str(check)), encoding="utf-8")
    return Trial([sys.executable, str(file)], folder / name)


def test_a_good_program_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    built, source = make(tmp_path, "built"), make(tmp_path, "source")
    assert smoke.try_all(built, source, "0.1.0") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines if line.endswith("  ok")] == [
        "version", "schema", "store", "postgresql", "tour",
    ]  # fmt: skip
    assert "the source finds the same 37 bytes of facts" in "".join(lines)


def test_each_check_runs_though_one_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert smoke.try_all(make(tmp_path, "built", check=1), None, "0.2.0") == 1
    told = [line for line in capsys.readouterr().out.splitlines() if "FAILED" in line]
    assert ["it says orderdesk 0.1.0, not 0.2.0" in told[0], "`check` ended with 1" in told[1]] == [
        True,
        True,
    ]
    assert len(told) == 2


def test_facts_that_differ_fail_and_name_the_first_difference(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r'first in: "total": "10\.00" / "total": "10\.01"'):
        smoke.check_facts(make(tmp_path, "built"), make(tmp_path, "source", total="10.01"))


def test_a_tour_without_facts_fails(tmp_path: Path) -> None:
    with pytest.raises(Failure, match="found nothing"):
        smoke.check_facts(make(tmp_path, "built", total=""), None)


def test_a_traceback_fails_whatever_the_exit_code(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "import sys; print('Traceback (most recent call last):', file=sys.stderr)",
    ]
    with pytest.raises(Failure, match="ended with 0"):
        Trial(command, tmp_path / "built").run("check")


def test_nothing_of_ours_reaches_the_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "LD_LIBRARY_PATH", "DISPLAY"):
        monkeypatch.setenv(name, "/somewhere")
    assert make(tmp_path, "built").run("--version") == "orderdesk 0.1.0\n"


def test_paths_hold_from_every_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "main.py").write_text("", encoding="utf-8")
    assert smoke.from_anywhere(["main.py", "--fixed"]) == [str(tmp_path / "main.py"), "--fixed"]
