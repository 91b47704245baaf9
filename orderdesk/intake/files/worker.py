"""The process that parses a file, with little memory, little time and little to write.

It answers in lines of JSON: how the file was read, then the rows, or a problem. The one who asked takes them
as data of a stranger: a parser that was broken into can say nothing that is worse than a wrong table.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from orderdesk.intake.files.parsing import FileOptions, Unparsable, parse

NAME = "parse-table"  # as the first word of the command line of a built program
MEMORY_BYTES = 512 * 1024 * 1024
CPU_SECONDS = 60
OUTPUT_BYTES = 512 * 1024 * 1024


def main(argv: Sequence[str] | None = None) -> int:
    """Parse one file and print its rows; every fault of the file is printed, too."""
    parser = argparse.ArgumentParser(prog=NAME)
    parser.add_argument("kind", choices=("csv", "xlsx"))
    parser.add_argument("file", type=Path)
    for name in asdict(FileOptions()):
        parser.add_argument(f"--{name}", default="")
    arguments = parser.parse_args(argv)
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] # it is the process's own stdout
    options = FileOptions(arguments.encoding, arguments.delimiter, arguments.sheet)
    bound_this_process()
    try:
        read_as, rows = parse(arguments.file, arguments.kind, options)
        _say({"read_as": read_as})
        for number, cells in rows:
            _say([number, cells])
    except Unparsable as problem:
        _say({"problem": problem.code, "params": problem.params})
    except MemoryError:
        _say({"problem": "problem.import.memory", "params": {"megabytes": MEMORY_BYTES // 1024**2}})
    except Exception:  # noqa: BLE001 - whatever a broken workbook does to the parser, it is broken
        code = "problem.import.xlsx" if arguments.kind == "xlsx" else "problem.import.died"
        _say({"problem": code, "params": {}})
    else:
        _say({"end": True})
    return 0


def bound_this_process() -> None:
    """Bound what this process may take of memory, processor and disk, where the system can do so."""
    try:
        import resource
    except ImportError:  # Windows: the time is watched from outside, the size was checked before
        return
    bounds = (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, OUTPUT_BYTES),
        (resource.RLIMIT_CORE, 0),
    )
    for kind, most in bounds:
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # macOS refuses some; a stricter limit that stands already may stay
            continue


def _say(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main())
