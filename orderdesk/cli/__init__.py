"""The command line. Each command lives in a module of its own that is imported only when it runs.

Results go to stdout, everything else to stderr. Exit codes: 0 done, 1 refused or not possible now, 2 used
wrongly.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from orderdesk.cli.runs import Run

REFUSED = 1
USAGE = 2
PARSER = "parse-table"  # intake.files.worker.NAME; naming it here spares every command that import

# Command → module and function; nothing is imported before somebody asks for it.
_HANDLERS = {
    "": "windows:desktop",
    "init": "stores:init",
    "import": "writing:import_files",
    "list": "reading:list_rows",
    "show": "reading:show",
    "price": "reading:price",
    "rules": "rules:rules",
    "do": "writing:do",
    "note": "papers:note",
    "check": "stores:check",
    "upgrade": "stores:upgrade",
    "tour": "windows:tour",
}


# Commands over in a moment: looking for garbage would take a tenth of it and find nothing.
_SHORT = {"list", "show", "price", "rules"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    collects = gc.isenabled()
    gc.disable()  # while modules are imported, nothing they make is garbage
    try:
        ended = _run(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
        return ended
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    finally:
        if collects:
            gc.enable()
        if argv is None:
            gc.freeze()  # the process ends: going through all that was imported once more takes 0.1 s


def _run(argv: Sequence[str]) -> int:
    if argv and argv[0] == PARSER:  # a built program parses files in a process of its own: this one
        from orderdesk.intake.files.worker import main as parse_table

        return parse_table(argv[1:])
    from orderdesk.cli.arguments import parse

    arguments = parse(argv)
    if isinstance(arguments, int):
        return arguments
    if arguments.command == "schema":  # prints a file: needs neither settings nor a store
        from orderdesk.cli.schema import print_schema

        return print_schema(arguments.name)
    from orderdesk.cli.runs import Run, report
    from orderdesk.errors import OrderDeskError

    run = Run(arguments)
    try:
        with run:
            handler = _handler(arguments.command or "")
            if arguments.command not in _SHORT:
                gc.enable()
            return handler(run)
    except OrderDeskError as error:
        return report(run, error)


def _handler(command: str) -> Callable[[Run], int]:
    from importlib import import_module

    module, _, function = _HANDLERS[command].partition(":")
    found: Callable[[Run], int] = getattr(import_module(f"orderdesk.cli.{module}"), function)
    return found
