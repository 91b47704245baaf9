"""The virtual environment: made from nothing, filled from a lock, trusted only when its set-up ended well."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.running import (
    ROOT,
    WINDOWS,
    SetupProblem,
    apt_install,
    can_install_packages,
    own_environment,
    run_quietly,
    run_visibly,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

VENV = ROOT / ".venv"
LOCKS = {name: ROOT / "requirements" / f"{name}.lock" for name in ("runtime", "dev", "package")}


@dataclass(frozen=True)
class Environment:
    """A virtual environment and the marks that tell what it holds.

    The *stamp* is written last and names the locks that were installed; the *mark* stands while we change the
    environment: found at the start, a set-up was cut short, and what it left cannot be trusted.
    """

    folder: Path

    @property
    def python(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if WINDOWS else "bin/python")

    @property
    def stamp(self) -> Path:
        """What was installed, as JSON."""
        return self.folder / "orderdesk-setup.json"

    @property
    def mark(self) -> Path:
        """Stands while a set-up is under way."""
        return self.folder / "orderdesk-setup.unfinished"

    def satisfies(self, lock: str) -> bool:
        """Tell whether the requirements of ``lock`` (a key of ``LOCKS``) are in; reads two small files."""
        try:
            stamped = json.loads(self.stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        if not isinstance(stamped, dict) or self.mark.exists() or not self.python.exists():
            return False
        same_place = stamped.get("folder") == str(self.folder)
        same_base = stamped.get("base") == str(self.python.resolve())
        return same_place and same_base and stamped.get(lock) == digest_of(LOCKS[lock])

    def is_usable(self) -> bool:
        """Tell whether its interpreter and its pip start, in this very place, and no set-up was cut short."""
        if self.mark.exists() or not self.python.exists():
            return False
        with contextlib.suppress(OSError, ValueError):
            if json.loads(self.stamp.read_text(encoding="utf-8"))["folder"] != str(self.folder):
                return False  # the checkout was moved: scripts in it still name the old place
        question = "import pip, sys; sys.exit(sys.version_info < (3, 11))"
        with contextlib.suppress(OSError):
            return run_quietly([self.python, "-c", question]).returncode == 0
        return False

    def write_stamp(self, lock: str) -> None:
        """Remember that ``lock`` is installed; each of the others holds the runtime's requirements too."""
        held = dict.fromkeys(("runtime", lock))
        content = {"folder": str(self.folder), "base": str(self.python.resolve())}
        content |= {name: digest_of(LOCKS[name]) for name in held}
        draft = self.stamp.with_suffix(".part")
        draft.write_text(json.dumps(content, indent=1), encoding="utf-8")
        draft.replace(self.stamp)


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a lock, whatever the line ends of this checkout."""
    try:
        return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
    except OSError as error:
        raise SetupProblem(f"{path} cannot be read ({error}). Is this a whole checkout?") from error


def set_up(lock: str, environment: Environment | None = None) -> Environment:
    """Make the virtual environment hold ``lock`` and return it; does nothing where it already does.

    Raises:
        SetupProblem: Python cannot make environments here, or the requirements cannot be installed.
    """
    environment = environment or Environment(VENV)
    if environment.satisfies(lock):
        return environment
    with only_one(environment.folder.with_name(environment.folder.name + ".lock")):
        if environment.satisfies(lock):  # another set-up was faster
            return environment
        if not environment.is_usable():
            make_environment(environment.folder)
        install(environment, lock)
    return environment


def make_environment(folder: Path) -> None:
    """Make an empty virtual environment, in place of a broken one."""
    print(f"Making {folder.name} ...", flush=True)
    if folder.exists():
        shutil.rmtree(folder)
    base = getattr(sys, "_base_executable", None) or sys.executable
    if importlib.util.find_spec("ensurepip") is None and can_install_packages():
        apt_install(["python3-venv"])
    done = run_quietly([base, "-m", "venv", folder])
    if done.returncode == 0:
        return
    shutil.rmtree(folder, ignore_errors=True)
    said = done.stdout.decode(errors="replace").strip()
    if "ensurepip" in said:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        advice = f"Install it (Debian, Ubuntu: sudo apt-get install python{version}-venv) and start again."
        raise SetupProblem(
            f"This Python cannot make virtual environments: its venv package is missing. {advice}"
        )
    raise SetupProblem(f"The virtual environment could not be made:\n{said}")


def install(environment: Environment, lock: str) -> None:
    """Install a lock by pip: only files whose SHA-256 stands in it; no source packages, as they run code."""
    print(f"Installing requirements/{lock}.lock; on a slow line this takes some minutes ...", flush=True)
    environment.mark.touch()
    environment.stamp.unlink(missing_ok=True)
    options = [
        "--require-hashes",
        "--no-deps",
        "--only-binary=:all:",
        "--quiet",
        "--disable-pip-version-check",
    ]
    command: list[str | Path] = [environment.python, "-m", "pip", "install", *options, "-r", LOCKS[lock]]
    if run_visibly(command, own_environment()) != 0:
        raise SetupProblem(
            f"The requirements could not be installed (Python {sys.version.split()[0]}, {sys.platform}):"
            " pip's words stand above. A package index must be reachable; start again when it is."
        )
    environment.write_stamp(lock)
    environment.mark.unlink()


@contextlib.contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold a lock file while the body runs; waits for another set-up of this checkout."""
    try:
        handle = path.open("a+b")
    except OSError as error:
        raise SetupProblem(f"Cannot write to {path.parent} ({error}). Use a checkout of your own.") from error
    with handle:
        if not take_lock(handle.fileno()):
            print("Another set-up of this checkout is under way; waiting for it ...", flush=True)
            while not take_lock(handle.fileno()):
                time.sleep(0.2)
        yield  # closing the file gives the lock back, also after a crash


def take_lock(descriptor: int) -> bool:
    """Try to lock an open file for this process alone; never waits."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 0, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
