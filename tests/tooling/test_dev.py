"""What dev.py makes of its arguments, and how it runs stages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from devtools.environment import Environment
from devtools.running import own_environment

DEV = Path(dev.__file__)
OUT = str(DEV.parent / "out" / "tour")


@pytest.mark.parametrize(
    ("words", "tour", "rest"),
    [
        (["run"], False, []),
        (["run", "--tour"], True, []),
        (
            ["run", "--store", "a", "--json", "list", "item"],
            False,
            ["--store", "a", "--json", "list", "item"],
        ),
        (["run", "--", "--help"], False, ["--help"]),
        (["run", "--", "--tour"], False, ["--tour"]),
        (["run", "--tou"], False, ["--tou"]),  # no abbreviations: it is the program's business
    ],
)
def test_run_leaves_the_programs_arguments_in_their_order(
    words: list[str], tour: bool, rest: list[str]
) -> None:
    arguments, left = dev.split_arguments(words)
    assert (arguments.tour, left) == (tour, rest)


def test_test_leaves_the_rest_to_pytest() -> None:
    arguments, rest = dev.split_arguments(["test", "--quick", "tests/rules", "-k", "price", "-x"])
    assert arguments.quick
    assert dev.pytest_stage(rest, quick=True).command[-4:] == ("tests/rules", "-k", "price", "-x")


@pytest.mark.parametrize(
    ("rest", "tour", "fixed", "display", "expected"),
    [
        ([], False, False, True, []),
        ([], False, False, False, ["tour", "--out", OUT]),
        ([], True, False, True, ["tour", "--out", OUT]),
        ([], True, True, True, ["tour", "--out", OUT, "--fixed"]),
        ([], False, True, True, ["tour", "--out", OUT, "--fixed"]),
        (["--store", "list"], False, False, False, ["--store", "list", "tour", "--out", OUT]),
        (["--data-dir=d"], False, False, True, ["--data-dir=d"]),
        (["list", "orders"], False, False, False, ["list", "orders"]),
        (["--store", "s", "check"], False, False, False, ["--store", "s", "check"]),
        (["--version"], False, False, False, ["--version"]),
        (["--help"], False, False, False, ["--help"]),
    ],
)
def test_the_tour_stands_in_for_a_desktop_that_cannot_be_shown(
    rest: list[str], tour: bool, fixed: bool, display: bool, expected: list[str]
) -> None:
    words, plays = dev.program_arguments(rest, tour=tour, fixed=fixed, display=display)
    assert words == expected
    assert plays == ("tour" in expected)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere windows can always be shown")
@pytest.mark.parametrize(
    ("variables", "expected"),
    [({}, False), ({"DISPLAY": ""}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "w"}, True)],
)
def test_a_display_is_x11_or_wayland(variables: dict[str, str], expected: bool) -> None:
    assert dev.has_display(variables) == expected


def test_every_stage_runs_and_one_failure_fails_the_run(capfd) -> None:
    here = Environment(Path(sys.prefix))
    stages = [
        dev.Stage("first", ("-c", "raise SystemExit(3)")),
        dev.Stage("second", ("-c", "print('second ran')")),
    ]
    assert dev.run_stages(stages, here, own_environment()) == 1
    shown = capfd.readouterr().out
    assert "second ran" in shown
    table = shown[shown.index("stage  ") :].splitlines()
    assert [line.split()[0] for line in table] == ["stage", "first", "second"]
    assert table[1].endswith("FAILED (exit 3)")
    assert table[2].endswith("ok")
    assert dev.run_stages(stages[1:], here, own_environment()) == 0


def test_the_tests_run_last_so_that_their_summary_is_the_last() -> None:
    assert [stage.name for stage in dev.lint_stages()] == [
        "ruff check",
        "ruff format",
        "mypy",
        "import contracts",
        "words",
    ]
    assert dev.pytest_stage([], quick=False).name == "pytest"


def test_an_old_python_is_told_what_is_needed(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert dev.main(["run"]) == 3
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [["setup", "now"], ["lint", "orderdesk"], ["lock", "--all"], ["words", "zh"]]
)
def test_unknown_words_are_refused_before_anything_is_done(words: list[str], capsys) -> None:
    with pytest.raises(SystemExit) as end:
        dev.main(words)
    assert end.value.code == 2
    assert words[1] in capsys.readouterr().err


def test_dev_needs_nothing_but_the_standard_library() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-E", DEV, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "setup" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell that can close a stream")
def test_a_closed_standard_input_does_no_harm() -> None:
    command = ["sh", "-c", f"exec '{sys.executable}' '{DEV}' --help <&-"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_what_python_compiled_is_kept_whatever_the_shell_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    variables = own_environment()
    assert not variables.keys() & {"PYTHONDONTWRITEBYTECODE", "PYTHONPATH"}
    assert variables["LANG"] == "zh_CN.UTF-8"
