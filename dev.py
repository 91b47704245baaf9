"""Set OrderDesk up and run it, from nothing: ``python3 dev.py run``, ``python3 dev.py test``.

Standard library only, the same on Linux, macOS and Windows. Everything it makes is below this folder:
``.venv`` with the pinned, hashed requirements of ``requirements/*.lock``, and ``out`` with pictures, notes.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from devtools.environment import Environment, set_up
from devtools.locks import write_locks
from devtools.package import package_deb
from devtools.qt_libraries import look_for_libraries
from devtools.running import ROOT, SetupProblem, become, own_environment, run_visibly

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

OLDEST_PYTHON = (3, 11)


def has_display(variables: Mapping[str, str] = os.environ) -> bool:
    """Tell whether windows can be shown."""
    return not sys.platform.startswith("linux") or bool(
        variables.get("DISPLAY") or variables.get("WAYLAND_DISPLAY")
    )


def command_setup(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """make .venv with the pinned requirements and look for the system libraries that Qt needs"""
    refuse_rest("setup", rest)
    look_for_libraries(with_x11=bool(os.environ.get("DISPLAY")))
    set_up("dev" if arguments.dev else "runtime")
    print("OrderDesk is set up. Start it with: python3 dev.py run")
    return 0


def command_run(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """set up and open the desktop; without a display play the tour; other arguments go to the program"""
    words, tour = program_arguments(rest, tour=arguments.tour, fixed=arguments.fixed, display=has_display())
    if tour and not arguments.tour and not arguments.fixed:
        print(
            "There is no display (DISPLAY and WAYLAND_DISPLAY are not set): playing the tour into out/tour."
        )
    if tour or "tour" in words or not names_a_command(words):  # lists and imports need no Qt
        look_for_libraries(with_x11=bool(os.environ.get("DISPLAY")) and not tour)
    environment = set_up("runtime")
    variables = own_environment() | ({"QT_QPA_PLATFORM": "offscreen"} if tour else {})
    become([environment.python, ROOT / "main.py", *words], variables)


def program_arguments(
    rest: Sequence[str], *, tour: bool, fixed: bool, display: bool
) -> tuple[list[str], bool]:
    """Return the program's arguments, and whether it plays the tour.

    The tour is played on request (``--fixed`` asks for it too), and in place of the desktop where no window
    can be shown. The desktop is what opens without a command.
    """
    opens_desktop = not names_a_command(rest)
    if tour or fixed or (opens_desktop and not display):
        return [*rest, "tour", "--out", str(ROOT / "out" / "tour"), *(["--fixed"] if fixed else [])], True
    return [*rest], False


def names_a_command(words: Sequence[str]) -> bool:
    """Tell whether the program's arguments name one of its commands, or only ask for help or the version."""
    remaining = iter(words)
    for word in remaining:
        if word in {"--store", "--data-dir"}:
            next(remaining, None)  # its value
        elif word in {"-h", "--help", "--version"} or not word.startswith("-"):
            return True
    return False


@dataclass(frozen=True)
class Stage:
    """One step of the test run."""

    name: str
    command: tuple[str, ...]  # after the environment's interpreter


def lint_stages() -> list[Stage]:
    """Return the checks that read the code without running it."""
    imports = "from importlinter.cli import lint_imports_command as check; check()"
    return [
        Stage("ruff check", ("-m", "ruff", "check", ".")),
        Stage("ruff format", ("-m", "ruff", "format", "--check", ".")),
        Stage("mypy", ("-m", "mypy")),
        Stage("import contracts", ("-c", imports)),
        Stage("words", ("-m", "devtools.words", "--check")),
    ]


def pytest_stage(rest: Sequence[str], *, quick: bool) -> Stage:
    """Return the run of the tests; the last of an option wins, so ``rest`` can change each of ours."""
    workers = str(min(os.cpu_count() or 1, 8))
    options = ["-m", "pytest", "-n", workers, "--dist", "worksteal"]
    if quick:
        options += ["-x", "-m", "not slow"]
    return Stage("pytest", (*options, *rest))


def command_test(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """set up and run ruff, mypy, import contracts and the tests on both databases; the rest goes to pytest"""
    look_for_libraries(with_x11=False)
    environment = set_up("dev")
    variables = own_environment() | {"QT_QPA_PLATFORM": "offscreen"}
    stages = lint_stages()
    if arguments.quick:
        variables |= {"ORDERDESK_TEST_DB": "sqlite"}
        stages = stages[:2]
    return run_stages([*stages, pytest_stage(rest, quick=arguments.quick)], environment, variables)


def command_lint(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """run the checks that need no test run; --fix mends what ruff can mend"""
    refuse_rest("lint", rest)
    environment = set_up("dev")
    if arguments.fix:
        for words in (("check", "--fix", "--quiet", "."), ("format", "--quiet", ".")):
            run_visibly([environment.python, "-m", "ruff", *words], own_environment())
    return run_stages(lint_stages(), environment, own_environment())


def run_stages(stages: Sequence[Stage], environment: Environment, variables: Mapping[str, str]) -> int:
    """Run every stage, also after one failed, and print a table; return 1 if any failed."""
    rows: list[tuple[str, float, int]] = []
    for stage in stages:
        print(f"\n== {stage.name}", flush=True)
        begun = time.monotonic()
        code = run_visibly([environment.python, *stage.command], variables)
        rows.append((stage.name, time.monotonic() - begun, code))
    print(f"\n{'stage':<18}{'seconds':>8}  result")
    for name, seconds, code in rows:
        print(f"{name:<18}{seconds:>8.1f}  {'ok' if code == 0 else f'FAILED (exit {code})'}")
    return int(any(code for _, _, code in rows))


def refuse_rest(command: str, rest: Sequence[str]) -> None:
    """End with exit code 2 where a command was given words it does not know."""
    if rest:
        print(f"dev.py {command} does not know: {' '.join(rest)}", file=sys.stderr)
        sys.exit(2)


def command_words(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """compile the translations from .po to .mo; --check only tells which are not up to date"""
    refuse_rest("words", rest)
    environment = set_up("dev")
    options = ["--check"] if arguments.check else []
    return run_visibly([environment.python, "-m", "devtools.words", *options], own_environment())


def command_lock(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """write requirements/*.lock for every system and Python 3.11 on; --upgrade takes newer versions"""
    refuse_rest("lock", rest)
    write_locks(upgrade=arguments.upgrade)
    return 0


def command_package(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """build what is handed over into out/package: deb, for Debian and Ubuntu"""
    if [*rest] != ["deb"]:
        print("usage: dev.py package deb [--smoke]", file=sys.stderr)
        return 2
    return package_deb(smoke=arguments.smoke)


def command_prove(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """carry out a proof at full size, or at the size that is given, and print its counts (docs/proofs.md)"""
    if len(rest) != 1 or rest[0] not in PROOFS:
        print(f"dev.py prove takes one of: {', '.join(PROOFS)}", file=sys.stderr)
        return 2
    if arguments.size is not None and rest[0] not in SIZED:
        print(f"dev.py prove {rest[0]} has one size only; leave --size out.", file=sys.stderr)
        return 2
    size = [] if arguments.size is None else ["--size", str(arguments.size)]
    environment = set_up("dev")
    return run_visibly([environment.python, "-m", PROOFS[rest[0]], *size], own_environment())


def a_size(text: str) -> int:
    """Return how large a proof is to be; argparse tells of what is no whole number above zero."""
    size = int(text)
    if size < 1:
        raise ValueError(text)
    return size


def command_bench(arguments: argparse.Namespace, rest: Sequence[str]) -> int:
    """measure the desk against its floors, all rows or the groups named (docs/performance.md)"""
    look_for_libraries(with_x11=False)
    environment = set_up("dev")
    options = [name for name in SWITCHES["bench"] if getattr(arguments, name.removeprefix("--"))]
    return run_visibly([environment.python, "-m", "devtools.bench", *options, *rest], own_environment())


PROOFS = {
    "P4": "devtools.prove_races",
    "P6": "devtools.prove_power",
    "P7": "devtools.prove_kill",
    "P8": "devtools.prove_full_disk",
    "P9": "devtools.prove_damage",
    "P10": "devtools.prove_clock",
    "P17": "devtools.prove_days",
    "P18": "devtools.prove_fuzz",
    "leaks": "devtools.prove_leaks",
    "print": "devtools.prove_print",
    "readme": "devtools.prove_readme",
    "superstore": "devtools.prove_superstore",
    "typing": "devtools.prove_typing",
}
SIZED = frozenset({"P4", "P6", "P7", "P8", "P9", "P10", "P17", "P18", "leaks"})  # whose module takes --size N
COMMANDS: dict[str, Callable[[argparse.Namespace, Sequence[str]], int]] = {
    "setup": command_setup,
    "run": command_run,
    "test": command_test,
    "lint": command_lint,
    "words": command_words,
    "lock": command_lock,
    "package": command_package,
    "prove": command_prove,
    "bench": command_bench,
}
SWITCHES = {
    "setup": {"--dev": "what the tests and checks need, too"},
    "run": {
        "--tour": "play the main job offscreen and leave its pictures and papers in out/tour",
        "--fixed": "the tour with a fixed clock and seeded ids: its facts are equal from run to run",
    },
    "test": {"--quick": "ruff and the fast tests on SQLite only, up to the first failure"},
    "lint": {"--fix": "mend what ruff can mend first"},
    "words": {"--check": "change nothing; exit code 1 if a compiled catalogue is old"},
    "package": {"--smoke": "then unpack it, start its program, and compare its tour with the source's"},
    "lock": {"--upgrade": "take the newest versions that pyproject.toml allows"},
    "prove": {},
    "bench": {
        "--json": "print the table for programs",
        "--small": "in seconds, and judge no time: whether every row can be measured at all",
    },
}


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of dev.py; what it does not know is left for the program or for pytest."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Set OrderDesk up, run it, and check it.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, function in COMMANDS.items():
        text = function.__doc__ or ""
        command = commands.add_parser(name, help=text, description=text.capitalize(), allow_abbrev=False)
        for switch, meaning in SWITCHES[name].items():
            command.add_argument(switch, action="store_true", help=meaning)
        if name == "prove":
            command.add_argument("--size", type=a_size, metavar="N", help="how large, for proofs that ask")
    return parser


def split_arguments(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return dev.py's own arguments and the rest in its order; all behind ``--`` is rest."""
    cut = words.index("--") if "--" in words else len(words)
    arguments, rest = make_parser().parse_known_args(words[:cut])
    return arguments, [*rest, *words[cut + 1 :]]


def main(words: Sequence[str]) -> int:
    """Carry out one command and return the exit code; 3 where something around us is missing."""
    if sys.version_info < OLDEST_PYTHON:
        print(f"OrderDesk needs Python 3.11 or newer; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 3
    arguments, rest = split_arguments(words)
    try:
        return COMMANDS[arguments.command](arguments, rest)
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130


def open_standard_input() -> None:
    """Give a closed standard input the null device; else the next file opened would become it."""
    try:
        os.fstat(0)
    except OSError:
        os.open(os.devnull, os.O_RDONLY)


if __name__ == "__main__":
    open_standard_input()
    sys.exit(main(sys.argv[1:]))
