"""The real program: how it starts, what it imports for that, and how long it takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from orderdesk.app import LATER
from orderdesk.cli import arguments

ROOT = Path(__file__).resolve().parents[2]
MAIN = str(ROOT / "main.py")
ROUNDS = 7


@pytest.fixture
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The variables of a desk on which the program has run before: its modules are compiled."""
    compiled = str(tmp_path_factory.getbasetemp() / "compiled")
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": compiled, "ORDERDESK_LANGUAGE": "en"}


def run(variables: Mapping[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], env=variables, capture_output=True, encoding="utf-8", check=False, cwd=ROOT
    )


def test_the_version_is_printed(variables: dict[str, str]) -> None:
    said = run(variables, MAIN, "--version")
    assert (said.returncode, said.stdout, said.stderr) == (0, "orderdesk 0.1.0\n", "")


def test_help_names_every_command_and_the_exit_codes(variables: dict[str, str]) -> None:
    said = run(variables, MAIN, "--help")
    assert said.returncode == 0
    for command in (
        "init",
        "import",
        "list",
        "show",
        "price",
        "schema",
        "do",
        "note",
        "check",
        "upgrade",
        "tour",
    ):
        assert f"\n    {command} " in said.stdout
    assert "cli.help" not in said.stdout
    assert "Exit codes" in said.stdout


def test_commands_have_help_without_holes(variables: dict[str, str]) -> None:
    said = run(variables, MAIN, "import", "--help")
    assert said.returncode == 0
    assert "cli.help" not in said.stdout


def test_a_reader_that_stops_reading_is_no_error(variables: dict[str, str], sample_sqlite_url: str) -> None:
    words = [sys.executable, MAIN, "--store", sample_sqlite_url, "list", "items", "--json"]
    with subprocess.Popen(words, env=variables, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
        assert program.wait() == 0


def imported(variables: dict[str, str], *words: str) -> set[str]:
    """Return the modules that a command imported."""
    said = run(variables, "-X", "importtime", MAIN, *words)
    assert said.returncode == 0, said.stderr
    return {line.rpartition("|")[2].strip() for line in said.stderr.splitlines() if "|" in line}


@pytest.mark.parametrize("words", [("--help",), ("--version",), ("schema",)])
def test_help_version_and_schema_import_nothing_heavy(
    variables: dict[str, str], words: tuple[str, ...]
) -> None:
    heavy = {"pydantic", "sqlalchemy", "PySide6", "logging", "orderdesk.words"}
    assert imported(variables, *words) & heavy == set()


@pytest.mark.parametrize(
    "words",
    [
        ("list", "customers"),
        ("show", "items", "A105"),
        ("price", "--customer", "C1001", "--item", "B210", "--qty", "48"),
    ],
)
def test_reading_imports_only_what_it_needs(
    variables: dict[str, str], sample_sqlite_url: str, words: tuple[str, ...]
) -> None:
    found = imported(variables, "--store", sample_sqlite_url, *words)
    unneeded = {"alembic", "psycopg", "reportlab", "pypinyin", "keyring", "filelock", "PySide6", "pydantic"}
    assert found & unneeded == set()


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ((), (None, None, False)),
        (("--store", "sqlite:///a", "--json"), ("sqlite:///a", None, True)),
        (("--data-dir=there",), (None, "there", False)),
    ],
)
def test_flags_without_a_command_open_the_desktop(words: tuple[str, ...], kept: tuple[object, ...]) -> None:
    typed = arguments.parse(words)
    assert not isinstance(typed, int)
    assert (typed.command, (typed.store, typed.data_dir, typed.json)) == (None, kept)


@pytest.mark.parametrize("words", [("--store",), ("--data-dir",), ("--nothing",), ("nothing",)])
def test_flags_that_do_not_fit_are_said_with_the_usage(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert arguments.parse(words) == 2
    assert "usage: orderdesk" in capsys.readouterr().err


def cpu_seconds(variables: Mapping[str, str], *words: str) -> float:
    """Return the processor time of one run; waiting for others who use the processor does not count."""
    before = _of_children()
    assert run(variables, *words).returncode == 0
    return _of_children() - before


def _of_children() -> float:
    import resource  # not on Windows; os.times would count whole hundredths, and a bare start takes less

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not count the processor time of children")
def test_commands_start_within_their_budgets(variables: dict[str, str], sample_sqlite_url: str) -> None:
    store = ("--store", sample_sqlite_url)
    runs = {
        "pass": ("-c", "pass"),
        "help": (MAIN, "--help"),
        "version": (MAIN, "--version"),
        "schema": (MAIN, "schema"),
        "libraries": ("-c", "import sqlalchemy.orm, pydantic"),
        "list": (MAIN, *store, "list", "customers"),
        "show": (MAIN, *store, "show", "items", "A105"),
        "price": (MAIN, *store, "price", "--customer", "C1001", "--item", "B210", "--qty", "48"),
    }
    best = dict.fromkeys(runs, float("inf"))
    for _ in range(ROUNDS):  # in turn, so that a busy moment hits all of them
        for name, words in runs.items():
            best[name] = min(best[name], cpu_seconds(variables, *words))
    for name in ("help", "version", "schema"):
        assert best[name] <= 6 * best["pass"], best
    for name in ("list", "show", "price"):
        assert best[name] <= 1.4 * best["libraries"], best


def test_a_window_that_can_be_keyed_in_has_not_waited_for_what_comes_later(
    variables: dict[str, str], sample_sqlite_url: str, tmp_path: Path
) -> None:
    """What writes, prints and searches comes in behind the first window (``orderdesk.app.LATER``)."""
    store = sample_sqlite_url.removeprefix("sqlite:///")
    words = ("-X", "importtime", "-m", "devtools.bench.starting", "desk", store, str(tmp_path / "data"))
    said = run({**variables, "QT_QPA_PLATFORM": "offscreen"}, *words)
    assert said.returncode == 0, said.stderr
    found = {line.rpartition("|")[2].strip() for line in said.stderr.splitlines() if "|" in line}
    assert "orderdesk.ui.screens.entry.view" in found
    later = {
        *LATER,
        "orderdesk.services.submitting",
        "orderdesk.ui.shell.palette",
        "orderdesk.ui.paper.preview",
    }
    others = {
        "PySide6.QtPdf", "PySide6.QtPrintSupport", "alembic", "keyring", "openpyxl",
        "orderdesk.intake.office", "orderdesk.intake.sample", "orderdesk.rules.feel",
        "orderdesk.rules.zen", "psycopg", "pypinyin", "reportlab", "requests",
        "sqlalchemy.dialects.postgresql",
    }  # fmt: skip
    assert found & (later | others) == set()
    assert all(find_spec(name) for name in later)


AT_THE_FIRST_KEY = """
import linecache, os, sys
from devtools.bench import starting

end = os._exit

def told(code):
    from orderdesk.models import Order
    ours = [name for name in linecache.cache if f"{os.sep}orderdesk{os.sep}" in name]
    print(Order.__mapper__.configured, len(ours), flush=True)
    end(code)

os._exit = told
starting.desk(*sys.argv[1:])
"""


def test_a_start_configures_no_mapper_and_qt_reads_no_source(
    variables: dict[str, str], sample_sqlite_url: str, tmp_path: Path
) -> None:
    """Either takes a twentieth of a start (ADR 0018): badges and lists ask tables, Qt's bindings know us."""
    store = sample_sqlite_url.removeprefix("sqlite:///")
    words = ("-c", AT_THE_FIRST_KEY, store, str(tmp_path / "data"))
    said = run({**variables, "QT_QPA_PLATFORM": "offscreen"}, *words)
    assert (said.returncode, said.stdout) == (0, "False 0\n"), said.stderr
