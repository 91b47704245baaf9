"""``dev.py prove readme``: the README's first order in a fresh clone, set up from nothing, word for word.

The clone is made of what is committed here, into a folder of its own, and filled as the README says.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from devtools.findings import Finding, tell
from devtools.play_readme import LIMIT_S
from devtools.running import ROOT, WINDOWS, SetupProblem

LINES = [["A105", "2"], ["B210", "48"]]
PARTS = [["16", 2], ["16", 9], ["16", 16]]  # three equal ones, a week apart, the first the day after tomorrow


def clone_into(folder: Path) -> Path:
    """Return a clone of this checkout, as anybody gets it. Raises ``SetupProblem`` without Git."""
    if shutil.which("git") is None:
        raise SetupProblem("prove readme needs git: it plays the README in a fresh clone.")
    clone = folder / "orderdesk"
    _run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone)], folder)
    return clone


def play_in(clone: Path) -> dict[str, Any]:
    """Set the clone up and play its README; return what came of it."""
    _run([sys.executable, "dev.py", "setup"], clone)
    python = clone / ".venv" / ("Scripts/python.exe" if WINDOWS else "bin/python")
    printed = _run([str(python), "-m", "devtools.play_readme"], clone)
    found: dict[str, Any] = json.loads(printed.splitlines()[-1])
    return found


def findings_of(played: dict[str, Any]) -> list[Finding]:
    """Return what must hold of the order that the README's steps end in."""
    strip = played["said"]
    parts = [*played["deliveries"], [], []][1]
    told = [what for what in ("number", "total") if played[what] and _plain(played[what]) in strip]
    return [
        Finding("state", "released", played["state"]),
        Finding("customer", "华东家居", played["customer"]),
        Finding("lines", json.dumps(LINES), json.dumps(played["lines"])),
        Finding("deliveries of the second line", json.dumps(PARTS), json.dumps(parts)),
        Finding("read out by the strip", "number, total", ", ".join(told)),
        Finding(f"within {LIMIT_S:.0f} s", "yes", "yes" if played["seconds"] <= LIMIT_S else "no"),
    ]


def _plain(text: str) -> str:
    """Return a figure as the strip writes it."""
    return f"{float(text):,.2f}" if text.replace(".", "").isdigit() else text


def _run(words: list[str], folder: Path) -> str:
    """Run a command and return what it printed. Raises ``SetupProblem`` where it failed."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("ORDERDESK_")}
    variables.pop("PYTHONPATH", None)
    done = subprocess.run(
        words, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 0:
        raise SetupProblem(
            f"{' '.join(words[:3])} ended with {done.returncode}: {done.stderr.strip()[-2000:]}"
        )
    return done.stdout


def main() -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where there was no getting that far."""
    try:
        with tempfile.TemporaryDirectory(prefix="orderdesk-clone-") as folder:
            played = play_in(clone_into(Path(folder)))
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    print(f"{played['number']}: {played['keys']} keys, {played['seconds']:.0f} s of model time")
    findings = findings_of(played)
    return tell(findings)


if __name__ == "__main__":
    sys.exit(main())
