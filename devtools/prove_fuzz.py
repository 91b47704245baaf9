"""``dev.py prove P18``: every parser is fed inputs nobody foresaw; it answers with a value or a typed error.

One process a parser, which may take 512 MiB more than it has at its start; one input 5 s of processor time.
A failing input is made small, printed, and written among the cases that the suite runs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from devtools.findings import Finding, tell

ROOT = Path(__file__).resolve().parent.parent
SIZE = 60_000  # inputs of the quickest parser; the others get as many as take them as long
SEED = 18
LEAST = 500
MEMORY = 512 * 1024 * 1024


def main(argv: Sequence[str] | None = None) -> int:
    """Print what was tried of each parser; 1 where one broke."""
    parser = argparse.ArgumentParser(prog="dev.py prove P18")
    parser.add_argument("--size", type=int, default=SIZE)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--target", default="")
    arguments = parser.parse_args(argv)
    if arguments.target:
        print(json.dumps(fuzz_here(arguments.target, arguments.size, arguments.seed)))
        return 0
    codes = []
    for name in target_names():
        codes.append(tell(findings_of(fuzz_apart(name, arguments.size, arguments.seed))))
        sys.stdout.flush()
    return max(codes)


def findings_of(tally: dict[str, Any]) -> list[Finding]:
    """Return what must hold of one parser."""
    tried = f"{tally['executions']} inputs, {tally['kinds']} kinds of answer"
    slowest = f"slowest {tally['slowest'] * 1000:.0f} ms, {tally['grown']} MiB more"
    return [
        Finding(f"{tally['target']}: {tried}, {slowest}; faults", "0", str(len(tally["faults"]))),
        *(
            Finding(f"{tally['target']}: {fault['what']}", "a value", fault["data"])
            for fault in tally["faults"]
        ),
    ]


def target_names() -> list[str]:
    """Return the names of all parsers."""
    from tests.proofs.fuzz_world import fuzzed_desk

    with fuzzed_desk() as targets:
        return list(targets)


def fuzz_apart(name: str, size: int, seed: int) -> dict[str, Any]:
    """Fuzz one parser in a process of its own and return its counts.

    A process that dies is a fault of the parser: its last words are the finding.
    """
    command = [sys.executable, "-m", "devtools.prove_fuzz", "--target", name, "--size", str(size)]
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [*command, "--seed", str(seed)],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode == 0 and lines:
        found: dict[str, Any] = json.loads(lines[-1])
        return found
    died = {"what": f"the process ended with {done.returncode}", "data": done.stderr[-500:]}
    return {"target": name, "executions": 0, "kinds": 0, "slowest": 0.0, "grown": 0, "faults": [died]}


def fuzz_here(name: str, size: int, seed: int) -> dict[str, Any]:
    """Fuzz one parser in this process, bound in its memory."""
    import logging

    from tests.proofs.fuzz_world import fuzzed_desk
    from tests.proofs.fuzzing import fuzz, keep_case

    logging.getLogger("orderdesk").setLevel(logging.CRITICAL)  # damaged files are warned of, one by one
    with fuzzed_desk() as targets:
        target = targets[name]
        before = bind_memory()
        tally = fuzz(target, max(LEAST, size // target.cost, target.wanted if size >= SIZE else 0), seed)
    for fault in tally.faults:
        print(f"{fault.what}: {keep_case(fault)}", file=sys.stderr)
    return {
        "target": name,
        "executions": tally.executions,
        "kinds": tally.kinds,
        "slowest": tally.slowest,
        "grown": peak_mib() - before,
        "faults": [{"what": fault.what, "data": repr(fault.data[:200])} for fault in tally.faults],
    }


def bind_memory() -> int:
    """Let this process have ``MEMORY`` more than it has now; return the MiB that it has."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    taken = 0
    statm = Path("/proc/self/statm")
    if statm.exists():
        taken = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + MEMORY, taken + MEMORY))
    return peak_mib()


def peak_mib() -> int:
    """Return the most memory that this process ever had in use, in MiB."""
    try:
        import resource
    except ImportError:  # Windows
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main())
