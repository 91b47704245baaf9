"""Run other programs: seen, unseen, or in place of ourselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parents[1]
WINDOWS = sys.platform == "win32"


class SetupProblem(Exception):
    """Something around us is missing or broken; the text says what, and what to do."""


def own_environment() -> dict[str, str]:
    """Return our variables without those that would let other Pythons' packages in.

    Nor those that keep Python from keeping what it compiled: each start would compile the whole program.
    """
    foreign = {"PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_REQUIRE_VIRTUALENV"}
    slowing = {"PYTHONDONTWRITEBYTECODE"}
    kept = {key: value for key, value in os.environ.items() if key not in foreign | slowing}
    return kept | {"PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1", "PIP_USER": "0"}


def run_visibly(command: Sequence[str | Path], variables: Mapping[str, str]) -> int:
    """Run a command whose output the user sees; return its exit code."""
    sys.stdout.flush()
    words = [*map(str, command)]
    return subprocess.run(words, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, check=False).returncode


def run_quietly(
    command: Sequence[str | Path], variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run a command and keep what it says."""
    return subprocess.run(
        [*map(str, command)],
        cwd=ROOT,
        env=own_environment() if variables is None else variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def become(command: Sequence[str | Path], variables: Mapping[str, str]) -> NoReturn:
    """Go on as another program, with our input and output."""
    words = [*map(str, command)]
    sys.stdout.flush()
    if WINDOWS:  # there exec would return to the shell before the program ends
        sys.exit(subprocess.run(words, env=variables, check=False).returncode)
    os.execve(words[0], words, variables)


def can_install_packages() -> bool:
    """Tell whether we are root on a machine with apt."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: Sequence[str]) -> None:
    """Install Debian packages; a failure is told, and what needs them decides whether it matters."""
    print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (("update",), ("install", "--yes", "--no-install-recommends", *packages)):
        done = run_quietly(["apt-get", "-qq", *words], quiet)
        if done.returncode != 0:
            print(done.stdout.decode(errors="replace"), file=sys.stderr)
