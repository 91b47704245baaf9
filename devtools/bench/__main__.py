"""``python -m devtools.bench [--json] [--small] [GROUP ...]``; ``dev.py bench`` sets up and comes here."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from devtools.bench.groups import GROUPS
from devtools.bench.runner import measure_groups
from devtools.bench.table import as_json, as_text, exit_code
from devtools.running import SetupProblem

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(words: Sequence[str]) -> int:
    """Print the table; 1 where a row misses its bar, 2 for unknown words, 3 where a group broke off."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure the desk against its floors.")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"of {', '.join(GROUPS)}; all without one")
    parser.add_argument("--json", action="store_true", help="print the table for programs")
    parser.add_argument("--small", action="store_true", help="in seconds, and judge no time")
    arguments = parser.parse_args(words)
    unknown = [name for name in arguments.groups if name not in GROUPS]
    if unknown:
        parser.error(f"no such group: {', '.join(unknown)} (there are {', '.join(GROUPS)})")
    try:
        rows = measure_groups(arguments.groups or [*GROUPS], small=arguments.small, say=_say)
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    print(as_json(rows) if arguments.json else as_text(rows))
    return int(not rows) if arguments.small else exit_code(rows)


def _say(what: str) -> None:
    print(f"measuring {what} ...", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
