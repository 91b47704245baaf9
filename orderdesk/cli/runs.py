"""One run of a command: its settings, its store, and how what it finds is printed."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date, datetime
from decimal import Decimal
from types import TracebackType
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from orderdesk import words
from orderdesk.cli import REFUSED, USAGE
from orderdesk.cli.tables import table_lines
from orderdesk.clock import SystemClock
from orderdesk.config import Config, load_config, masked
from orderdesk.errors import OrderDeskError, Problem, UserError
from orderdesk.values import plain, rfc3339

if TYPE_CHECKING:
    from orderdesk.ports import Ports
    from orderdesk.services.store import Mode, Store


class UsageError(UserError):
    """A command was used wrongly: the exit code says so."""


def day_of(text: str | None, flag: str, error: str) -> date | None:
    """Return the day that was typed for a flag; raises ``UsageError`` with the code ``error``."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        problem = Problem("problem.list.value", flag, {"field": flag, "value": text})
        raise UsageError(error, (problem,)) from fault


class Run:
    """One command being run. Used as a context: leaving it closes the store."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self.arguments = arguments
        self._config: Config | None = None
        self._open = ExitStack()

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    @property
    def config(self) -> Config:
        """The settings of this run, read when first asked. Raises ``UserError`` ``error.settings``."""
        if self._config is None:
            self._config = load_config(self.flags)
        return self._config

    @property
    def flags(self) -> dict[str, str | None]:
        """The settings that were given as flags."""
        return {"store": self.arguments.store, "data_dir": self.arguments.data_dir}

    @property
    def language(self) -> words.Language:
        """The language that this run speaks."""
        return cast("words.Language", self.config.language)

    @property
    def now(self) -> datetime:
        """The present instant; commands that only read need no more of the ports."""
        return SystemClock().now()

    def ports(self) -> Ports:
        """Return the ports of the running program: clock, ids, randomness."""
        from orderdesk.ports import Ports

        return Ports()

    def store(self, mode: Mode) -> Store:
        """Return the open store of the settings; it is closed with the run."""
        from orderdesk.services.store import open_store

        store = open_store(self.config.store_url(), mode=mode)
        self._open.callback(store.close)
        return store

    def say(self, code: str, **params: object) -> None:
        """Print a sentence of the command line to stdout."""
        self.line(words.text(code, self.language, **params))

    def line(self, text: str) -> None:
        """Print one line to stdout."""
        sys.stdout.write(text + "\n")

    def log(self, text: str) -> None:
        """Print one line to stderr: what happens, not what was asked for."""
        sys.stderr.write(text + "\n")

    def data(self, value: object) -> None:
        """Print a value as JSON to stdout: decimals and ids as strings."""
        self.line(as_json(value))

    def table(self, rows: Sequence[Mapping[str, object]], columns: Sequence[str] | None = None) -> None:
        """Print rows as an aligned table to stdout, or as a JSON list of objects with ``--json``."""
        if self.arguments.json:
            self.line("[" + ",\n ".join(as_json(row) for row in rows) + "]")
            return
        for line in table_lines(rows, columns):
            self.line(line)


def as_json(value: object) -> str:
    """Return a value as one line of JSON; decimals, ids, dates and instants as texts."""
    return json.dumps(value, ensure_ascii=False, default=_jsonable)


def _jsonable(value: Any) -> object:
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(type(value).__name__)


def report(run: Run, error: OrderDeskError) -> int:
    """Print what went wrong to stderr (with ``--json`` to stdout, too) and return the exit code."""
    try:
        language = run.language
    except OrderDeskError:  # it is the settings that are wrong
        language = "en"
    if getattr(run.arguments, "json", False):
        problems = [
            {
                "code": problem.code, "path": problem.path, "params": dict(problem.params),
                "text": words.problem_text(problem, language),
            }
            for problem in getattr(error, "problems", ())
        ]  # fmt: skip
        shown = {key: masked(str(value)) for key, value in error.params.items()}
        text = masked(words.text(error.code, language, **error.params))
        run.data({"error": error.code, "params": shown, "text": text, "problems": problems})
    sys.stderr.write("orderdesk: " + masked(words.error_text(error, language)) + "\n")
    is_usage = isinstance(error, UsageError) or error.code in {"error.list", "error.settings"}
    return USAGE if is_usage else REFUSED
