"""``dev.py prove superstore``: 9,994 rows of another program come in with their total to the last digit.

The file is not ours to hand on. It is looked for beside the checkout, under ``shared/data/superstore``, or
where ``ORDERDESK_SUPERSTORE`` says.
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
MAPPING = Path(__file__).with_name("superstore.toml")
ROWS, ORDERS = "9994", "5009"
EXACT, PRINTED = "2297200.8603", "2297200.86"
SAID = f"orders {ORDERS}, total USD {PRINTED} (exact {EXACT})"


def data_file() -> Path:
    """Return the file. Raises ``SetupProblem`` where it is not."""
    usual = ROOT.parent / "shared" / "data" / "superstore" / "superstore.csv"
    path = Path(os.environ.get("ORDERDESK_SUPERSTORE", usual))
    if not path.is_file():
        raise SetupProblem(
            "prove superstore needs the Superstore sample as CSV: put it under shared/data/superstore\n"
            "beside the checkout, or name the file in ORDERDESK_SUPERSTORE."
        )
    return path


def prove(file: Path) -> list[Finding]:
    """Take the file into a store of its own, twice, and return what was found."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-superstore-") as folder:
        _orderdesk(folder, "init", "--size", "empty")
        words = ("import", "orders", str(file), "--map", str(MAPPING))
        first = _data(_orderdesk(folder, *words, "--json"))
        again = _data(_orderdesk(folder, *words, "--json"))
        printed = _orderdesk(folder, *words, "--dry-run").stdout.splitlines()
        check = _orderdesk(folder, "check")
        counted = _data(_orderdesk(folder, "list", "customers", "--limit", "10000", "--json"))
    return [
        Finding("rows created", ROWS, str(first["counts"]["created"])),
        Finding("rows rejected", "0", str(first["counts"]["rejected"])),
        Finding("orders", ORDERS, str(first["orders"])),
        Finding("customers", "793", str(len(counted))),
        Finding("exact total", EXACT, first["totals"][0]["exact_total"]),
        Finding("printed total", PRINTED, first["totals"][0]["total"]),
        Finding("rows unchanged the second time", ROWS, str(again["counts"]["unchanged"])),
        Finding("said", f"dry run: {SAID}", next((line for line in printed if "USD" in line), "")),
        Finding("store checked", "0", str(check.returncode)),
    ]


def _orderdesk(folder: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program on the proof's own data folder, in English."""
    variables = {**os.environ, "ORDERDESK_LANGUAGE": "en"}
    variables.pop("ORDERDESK_STORE", None)
    command = [sys.executable, str(ROOT / "main.py"), "--data-dir", folder, *words]
    return subprocess.run(
        command, env=variables, capture_output=True, encoding="utf-8", check=False, cwd=folder
    )


def _data(done: subprocess.CompletedProcess[str]) -> Any:
    if done.returncode != 0:
        raise SetupProblem(
            f"{' '.join(done.args[3:5])} ended with {done.returncode}: {done.stderr.strip()[-2000:]}"
        )
    return json.loads(done.stdout)


def main() -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where the file is missing."""
    try:
        findings = prove(data_file())
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    return tell(findings)


if __name__ == "__main__":
    sys.exit(main())
