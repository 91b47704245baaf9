"""``dev.py prove typing``: a phone order keyed 300 times at the pace of scanners, with fast and slow answers.

Zero wrong records, zero orders lost or doubled, zero keys in another field than when it is keyed slowly.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from devtools.findings import Finding, tell
from devtools.running import SetupProblem

ROOT = Path(__file__).resolve().parent.parent
TIMES = 50
PACES = 6  # three, each with fast answers and with such that take 300 ms
COUNTED = ("wrong_records", "lost_or_doubled", "keys_elsewhere")


def play() -> list[dict[str, Any]]:
    """Play the sessions in the real windows, offscreen, and return what was counted for each pace.

    Raises ``SetupProblem`` where they did not get to their end.
    """
    with tempfile.TemporaryDirectory(prefix="orderdesk-typing-") as folder:
        report = Path(folder) / "report.json"
        variables = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "ORDERDESK_TEST_DB": "sqlite",
            "ORDERDESK_TEST_TYPING_TIMES": str(TIMES),
            "ORDERDESK_TEST_TYPING_REPORT": str(report),
        }
        session = "tests/stories/test_typing.py::test_no_key_is_lost_or_goes_elsewhere_at_any_pace"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-n", "0", session]
        done = subprocess.run(
            command, cwd=ROOT, env=variables, capture_output=True, encoding="utf-8", check=False
        )
        if not report.is_file():
            raise SetupProblem(
                f"the sessions broke off:\n{done.stdout.strip()[-2000:]}\n{done.stderr[-500:]}"
            )
        found: list[dict[str, Any]] = json.loads(report.read_text(encoding="utf-8"))
    return found


def findings_of(tallies: list[dict[str, Any]]) -> list[Finding]:
    """Return what must hold of the counts."""
    findings = [Finding("paces", str(PACES), str(len(tallies)))]
    for tally in tallies:
        name = f"{tally['pace']}, answers after {int(tally['slowness'] * 1000)} ms"
        findings.append(Finding(f"{name}: orders", str(TIMES), str(tally["orders"])))
        findings.extend(
            Finding(f"{name}: {what.replace('_', ' ')}", "0", str(tally[what])) for what in COUNTED
        )
    return findings


def main() -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where the sessions broke off."""
    try:
        findings = findings_of(play())
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    return tell(findings)


if __name__ == "__main__":
    sys.exit(main())
