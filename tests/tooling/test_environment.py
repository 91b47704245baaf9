"""The virtual environment is trusted only when its set-up ended well, in this place, from this lock."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools import environment as subject
from devtools.environment import Environment, install, make_environment, only_one, set_up, take_lock
from devtools.running import SetupProblem


@pytest.fixture
def locks(tmp_path: Path, monkeypatch) -> dict[str, Path]:
    """Locks without requirements: they install without a network."""
    found = {name: tmp_path / f"{name}.lock" for name in ("runtime", "dev")}
    for name, path in found.items():
        path.write_text(f"# nothing for {name}\n", encoding="utf-8")
    monkeypatch.setattr(subject, "LOCKS", found)
    return found


@pytest.fixture
def stamped(tmp_path: Path, locks: dict[str, Path]) -> Environment:
    """An environment that looks set up for the runtime lock (its interpreter is never started)."""
    made = Environment(tmp_path / "venv")
    made.python.parent.mkdir(parents=True)
    made.python.write_bytes(b"")
    made.write_stamp("runtime")
    return made


def rewrite(path: Path, **changes: str) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content | changes), encoding="utf-8")


def test_a_stamped_environment_needs_nothing(stamped: Environment) -> None:
    assert stamped.satisfies("runtime")
    assert not stamped.satisfies("dev")
    assert set_up("runtime", stamped) is stamped


def test_the_development_lock_serves_the_program_too(stamped: Environment) -> None:
    stamped.write_stamp("dev")
    assert stamped.satisfies("dev")
    assert stamped.satisfies("runtime")


@pytest.mark.parametrize(
    "harm",
    [
        lambda made: made.stamp.unlink(),
        lambda made: made.stamp.write_text("{"),
        lambda made: made.stamp.write_text("[]"),
        lambda made: made.mark.touch(),
        lambda made: made.python.unlink(),
        lambda made: rewrite(made.stamp, folder="elsewhere"),
        lambda made: rewrite(made.stamp, base="another-python"),
        lambda made: rewrite(made.stamp, runtime="0" * 64),
        lambda made: subject.LOCKS["runtime"].write_text("new==1", encoding="utf-8"),
    ],
    ids=[
        "no-stamp",
        "torn",
        "not-ours",
        "cut-short",
        "no-python",
        "moved",
        "new-base",
        "other-lock",
        "new-lock",
    ],
)
def test_whatever_is_doubtful_is_set_up_again(
    stamped: Environment, harm: Callable[[Environment], object]
) -> None:
    harm(stamped)
    assert not stamped.satisfies("runtime")


def test_line_ends_of_a_checkout_do_not_change_a_lock(stamped: Environment, locks: dict[str, Path]) -> None:
    locks["runtime"].write_bytes(locks["runtime"].read_bytes().replace(b"\n", b"\r\n"))
    assert stamped.satisfies("runtime")


def test_a_missing_lock_is_told(stamped: Environment, locks: dict[str, Path]) -> None:
    locks["runtime"].unlink()
    with pytest.raises(SetupProblem, match="whole checkout"):
        stamped.satisfies("runtime")


def test_only_one_set_up_runs_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    probe = (
        "import sys; from devtools.environment import take_lock\n"
        "with open(sys.argv[1], 'a+b') as handle: print(take_lock(handle.fileno()))"
    )
    command = [sys.executable, "-c", probe, str(path)]

    def another_takes_it() -> str:
        root = Path(subject.__file__).parents[1]
        return subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.strip()

    with only_one(path):
        assert another_takes_it() == "False"
    assert another_takes_it() == "True"
    with path.open("a+b") as handle:
        assert take_lock(handle.fileno())


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real virtual environment that holds nothing yet, to be copied."""
    folder = tmp_path_factory.mktemp("bare") / "venv"
    make_environment(folder)
    return folder


@pytest.mark.slow
def test_a_set_up_that_was_cut_short_is_begun_anew(
    tmp_path: Path, locks: dict[str, Path], bare: Path
) -> None:
    made = Environment(Path(shutil.copytree(bare, tmp_path / "venv", symlinks=True)))
    made.mark.touch()  # as if the power went while pip was at work
    (made.folder / "left-over").touch()
    assert not made.is_usable()
    set_up("runtime", made)
    assert made.satisfies("runtime")
    assert made.is_usable()
    assert not (made.folder / "left-over").exists()


@pytest.mark.slow
def test_a_new_lock_is_installed_into_what_is_there(
    tmp_path: Path, locks: dict[str, Path], bare: Path
) -> None:
    made = Environment(Path(shutil.copytree(bare, tmp_path / "venv", symlinks=True)))
    (made.folder / "kept").touch()
    assert set_up("dev", made).satisfies("dev")
    locks["runtime"].write_text("# another\n", encoding="utf-8")
    assert set_up("runtime", made).satisfies("runtime")
    assert (made.folder / "kept").exists()


@pytest.mark.slow
def test_a_moved_environment_is_not_used(tmp_path: Path, locks: dict[str, Path], bare: Path) -> None:
    made = Environment(Path(shutil.copytree(bare, tmp_path / "venv", symlinks=True)))
    made.write_stamp("runtime")
    assert made.is_usable()
    moved = Environment(tmp_path / "moved")
    shutil.move(made.folder, moved.folder)
    assert not moved.is_usable()  # its scripts still name the old place


@pytest.fixture
def tiny_wheel(tmp_path: Path, monkeypatch) -> Path:
    """A package that pip finds in a folder, and nowhere else."""
    path = tmp_path / "packages" / "tiny-1.0-py3-none-any.whl"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", "")
        wheel.writestr("tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n")
        wheel.writestr(
            "tiny-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        wheel.writestr("tiny-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(path.parent))
    return path


@pytest.mark.slow
def test_only_the_files_that_were_locked_are_installed(
    tmp_path: Path, locks: dict[str, Path], bare: Path, tiny_wheel: Path, capfd
) -> None:
    made = Environment(Path(shutil.copytree(bare, tmp_path / "venv", symlinks=True)))
    locks["runtime"].write_text(f"tiny==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    with pytest.raises(SetupProblem, match="could not be installed"):
        install(made, "runtime")
    assert "DO NOT MATCH THE HASHES" in capfd.readouterr().err
    assert not made.stamp.exists()
    assert not made.is_usable()
    digest = hashlib.sha256(tiny_wheel.read_bytes()).hexdigest()
    locks["runtime"].write_text(f"tiny==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    install(made, "runtime")
    assert made.satisfies("runtime")
    assert subprocess.run([made.python, "-c", "import tiny"], check=False).returncode == 0
