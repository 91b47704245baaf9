"""What is committed holds on every machine, and what is compiled says what its source says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from devtools.locks import faults_of_lock
from devtools.words import TRANSLATIONS, stale_words
from tests.architecture.sources import ROOT, name_of, tracked_files

MACHINE = re.compile(
    r"""(?<![\w.~*-])/(?:work|root|home|Users)/[\w.]   # somebody's folders
      | [A-Z]:\\Users\\
      | --(?:extra-)?index-url\b | --find-links\b
      | \b(?:pypi|pythonhosted|npmjs)\.(?:org|com)\b
    """,
    re.VERBOSE,
)
REGISTRY = "pypi"  # no committed file spells the whole name
TEXT_FILES = {
    *(".cfg", ".css", ".csv", ".in", ".ini", ".json", ".lock", ".md", ".po", ".py", ".qss", ".sh", ".toml"),
    *(".txt", ".yaml", ".yml", ""),
}


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{name_of(path)}:{number}: {line.strip()[:100]}"
        for path in tracked_files()
        if path.suffix in TEXT_FILES and path != Path(__file__).resolve()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if MACHINE.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    "text",
    ["see /root/.venv", "cd /home/ann/desk", r"C:\Users\ann", "pip --index-url x", f"{REGISTRY}.org"],
)
def test_traces_of_a_machine_are_known(text: str) -> None:
    assert MACHINE.search(text)


@pytest.mark.parametrize("text", ["docs/plan.md", "the root of the tree", "https://www.apache.org/licenses/"])
def test_harmless_text_is_no_trace(text: str) -> None:
    assert not MACHINE.search(text)


@pytest.mark.parametrize("lock", ["runtime", "dev"])
def test_each_lock_pins_by_hash_and_nothing_else(lock: str) -> None:
    assert faults_of_lock((ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")) == []


def test_the_development_lock_holds_what_the_program_runs_with() -> None:
    runtime, dev = (pinned(ROOT / "requirements" / f"{lock}.lock") for lock in ("runtime", "dev"))
    assert runtime == {name: version for name, version in dev.items() if name in runtime}


def test_qt_stays_below_the_version_that_aborts_python_3_11() -> None:
    version = pinned(ROOT / "requirements" / "runtime.lock")["pyside6-essentials"]
    assert (6, 8) <= tuple(map(int, version.split(".")[:2])) < (6, 12)


def test_the_compiled_catalogues_say_what_their_sources_say() -> None:
    assert [path.relative_to(TRANSLATIONS).as_posix() for path in stale_words(TRANSLATIONS)] == []


def pinned(lock: Path) -> dict[str, str]:
    """Return the versions of a lock by name."""
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE))
