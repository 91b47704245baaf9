"""A file as a table: checked, parsed in a process of its own, its columns found by their names."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import orderdesk
from orderdesk.errors import Problem, UserError
from orderdesk.intake.files import limits, worker
from orderdesk.intake.files.parsing import Cell, FileOptions

WALL_SECONDS = 120


@dataclass(frozen=True, slots=True)
class FileTable:
    """A parsed file: its header, its rows by the number that a spreadsheet shows, and its SHA-256."""

    file: str
    read_as: str  # the encoding of a CSV file, the sheet of a workbook
    digest: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[Cell, ...]], ...]


def read_file(path: Path, options: FileOptions | None = None, *, seconds: float = WALL_SECONDS) -> FileTable:
    """Return the table of a CSV or XLSX file.

    Raises:
        EnvironmentProblem: ``error.file.missing`` when the file cannot be read.
        UserError: ``error.import.file`` when it breaks a limit or cannot be parsed, or parsing it takes more
            than ``seconds`` or more memory than it may.
    """
    kind = limits.check_file(path)
    with tempfile.TemporaryFile() as output:
        code = _parse_apart(path, kind, options or FileOptions(), output, seconds)
        output.seek(0)
        return _table(path, output, is_whole=code == 0)


def _parse_apart(path: Path, kind: str, options: FileOptions, output: IO[bytes], seconds: float) -> int:
    """Run the worker and return its exit code; it writes into ``output``."""
    command = [
        *worker_command(), kind, f"--encoding={options.encoding}", f"--delimiter={options.delimiter}",
        f"--sheet={options.sheet}", "--", str(path.resolve()),
    ]  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603 - our own program; the file's name is one argument
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL, timeout=seconds,
            env=_variables(), check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired as fault:
        raise limits.bad_file(path, "problem.import.time", seconds=int(seconds)) from fault
    return done.returncode


def worker_command() -> list[str]:
    """Return how the worker is started: a built program is its own interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable, worker.NAME]
    return [sys.executable, "-B", "-m", worker.__name__]


def _variables() -> dict[str, str]:
    """Return what the worker knows of its surroundings: where its modules are, and no secrets."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMPDIR") if name in os.environ}
    source = str(Path(orderdesk.__file__).resolve().parent.parent)
    # lxml, where somebody installed it, would read XML past defusedxml.
    return {**kept, "PYTHONPATH": source, "PYTHONUTF8": "1", "OPENPYXL_LXML": "False"}


def _table(path: Path, output: IO[bytes], *, is_whole: bool) -> FileTable:
    read_as, rows, ended = "", [], False
    for message in _messages(path, output):
        if isinstance(message, list):
            rows.append((int(message[0]), tuple(message[1])))
        elif "problem" in message:
            raise UserError(
                "error.import.file", (Problem(message["problem"], "", message["params"]),), file=path.name
            )
        else:
            read_as = message.get("read_as", read_as)
            ended = ended or "end" in message
    if not is_whole or not ended:
        raise limits.bad_file(path, "problem.import.died")
    if not rows:
        raise limits.bad_file(path, "problem.import.empty")
    header = tuple(cell.strip() if isinstance(cell, str) else "" for cell in rows[0][1])
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    return FileTable(path.name, read_as, found, header, tuple(rows[1:]))


def _messages(path: Path, output: IO[bytes]) -> Iterator[Any]:
    try:
        for line in output:
            yield json.loads(line)
    except ValueError as fault:  # the last line of a process that was ended
        raise limits.bad_file(path, "problem.import.died") from fault
