"""Starts a built program the way a clerk's machine does, and says whether it works; standard library only.

    python3 installer/smoke.py PROGRAM [--version V] [--source COMMAND ...]

It runs as an ordinary user with an empty home, without a display; started by root, as nobody. ``--source``
is how the same program is started from its checkout: its tour must find the same facts, byte for byte. Exit
codes: 0 all well, 1 something is not.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

NOBODY = 65534
PATIENCE = 600  # s, for the longest command on a slow machine


class Failure(Exception):
    """The program is not as it should be; the text says in what."""


class Trial:
    """One program, started again and again with the same data folder."""

    def __init__(self, command: Sequence[str], folder: Path, user: int | None = None) -> None:
        self._command = [*command]
        self._folder = folder
        self._user = user
        self.data = folder / "data"
        for place in (folder, folder / "home", self.data):
            place.mkdir(exist_ok=True)
            if self._user is not None:
                shutil.chown(place, self._user, self._user)

    def run(self, *words: str, expected: int = 0) -> str:
        """Run one command of the program and return what it printed.

        Raises ``Failure`` where it ends with another exit code than ``expected``, or with a traceback.
        """
        done = subprocess.run(
            [*self._command, "--data-dir", str(self.data), *words],
            cwd=self._folder, env=self.variables(), stdin=subprocess.DEVNULL,
            capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False,
            user=self._user, group=self._user, extra_groups=None if self._user is None else [],
        )  # fmt: skip
        if done.returncode != expected or "Traceback" in done.stderr:
            raise Failure(f"`{' '.join(words)}` ended with {done.returncode}:\n{done.stderr or done.stdout}")
        return done.stdout + done.stderr if expected else done.stdout

    def variables(self) -> dict[str, str]:
        """Return the few variables that a session has; nothing of ours, no Python's, no library path."""
        home = str(self._folder / "home")
        kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ}
        return kept | {
            "HOME": home, "LANG": "C.UTF-8", "PATH": os.defpath, "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": home,
        }  # fmt: skip

    def facts(self) -> str:
        """Play the fixed tour and return its facts, in the order in which they were found, as one text."""
        out = self._folder / "tour"
        self.run("tour", "--fixed", "--out", str(out))
        content = json.loads((out / "tour.json").read_text(encoding="utf-8"))
        if not content["facts"] or "failed" in content:
            raise Failure(f"the tour found nothing, or failed: {content.get('failed')}")
        return json.dumps(content["facts"], ensure_ascii=False, indent=1)


def check_version(program: Trial, version: str | None) -> None:
    """The program starts, and is the one that was to be built."""
    said = program.run("--version").strip()
    if version is not None and said != f"orderdesk {version}":
        raise Failure(f"it says {said}, not {version}")


def check_schema(program: Trial) -> None:
    """Files of ``resources/`` are found."""
    if not json.loads(program.run("schema"))["commands"]:
        raise Failure("the schema of the commands is empty")


def check_store(program: Trial) -> None:
    """Migrations run, the sample company comes in through the one door, lists show it, and it checks."""
    program.run("init", "--size", "small")
    for kind in ("customers", "items"):
        if not program.run("--json", "list", kind, "--limit", "3").strip():
            raise Failure(f"no {kind} in the sample company")
    program.run("check")


def check_postgresql(program: Trial) -> None:
    """PostgreSQL's driver and its library load: the refusal comes from the network, not from an import."""
    said = program.run("--store", "postgresql+psycopg://nobody@127.0.0.1:9/none", "check", expected=1)
    if "127.0.0.1" not in said:
        raise Failure(f"a database that is not there was refused with other words:\n{said}")


def check_facts(program: Trial, source: Trial | None) -> None:
    """The main job is played in the real windows; the source, where given, finds the same facts."""
    found = program.facts()
    if source is None:
        return
    expected = source.facts()
    if found != expected:
        pairs = zip(found.splitlines(), expected.splitlines(), strict=False)
        where = next((f"{one.strip()} / {two.strip()}" for one, two in pairs if one != two), "its length")
        raise Failure(f"the tour's facts differ from the source's, first in: {where}")
    print(f"      the source finds the same {len(found.encode())} bytes of facts")


def try_all(program: Trial, source: Trial | None, version: str | None) -> int:
    """Run every check, also after one failed; return the exit code."""
    checks: dict[str, Callable[[], None]] = {
        "version": lambda: check_version(program, version),
        "schema": lambda: check_schema(program),
        "store": lambda: check_store(program),
        "postgresql": lambda: check_postgresql(program),
        "tour": lambda: check_facts(program, source),
    }
    failed = 0
    for name, check in checks.items():
        begun = time.monotonic()
        try:
            check()
            result = "ok"
        except (Failure, OSError, ValueError, subprocess.TimeoutExpired) as fault:
            failed, result = 1, f"FAILED: {fault}"
        print(f"{name:<12}{time.monotonic() - begun:>6.1f} s  {result}", flush=True)
    return failed


def from_anywhere(command: Sequence[str]) -> list[str]:
    """Return a command whose files are found from every folder."""
    return [str(Path(word).absolute()) if Path(word).exists() else word for word in command]


def main(words: Sequence[str]) -> int:
    """Try one program out; return the exit code."""
    parser = argparse.ArgumentParser(prog="smoke.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("program", help="the built program's file")
    parser.add_argument("--version", help="the version that it should say it is")
    parser.add_argument(
        "--source", nargs="+", metavar="COMMAND", help="how the checkout's program is started"
    )
    arguments = parser.parse_args(words)
    with tempfile.TemporaryDirectory(prefix="orderdesk-smoke-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        is_root = hasattr(os, "geteuid") and os.geteuid() == 0
        program = Trial(from_anywhere([arguments.program]), folder / "built", NOBODY if is_root else None)
        source = Trial(from_anywhere(arguments.source), folder / "source") if arguments.source else None
        return try_all(program, source, arguments.version)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
