"""Every place at which a desk can die, by name: each writing statement, each commit, each step with a file.

The desk itself knows nothing of them: they are watched where the program meets its database driver and its
files. The first run counts and names them; then a run dies at each.
"""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine.default import DefaultDialect

_VERB = re.compile(r"\s*(\w+)(?:\s+(?:INTO|FROM|TABLE|UNIQUE INDEX|INDEX)\b)?\s*\"?(\w+)?", re.IGNORECASE)
_LOOKS = {"SELECT", "PRAGMA", "SHOW", "WITH", "EXPLAIN", "SET", "BEGIN"}  # dying there changes nothing
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def die() -> None:
    """End at once: nothing is flushed, closed or rolled back by this process any more."""
    os.kill(os.getpid(), signal.SIGKILL)


class Points:
    """The points of one run, in their order; the process dies at the one whose number it was given."""

    def __init__(self, folder: Path, die_at: int | None = None) -> None:
        self.names: list[str] = []
        self._folder = str(folder)
        self._die_at = die_at
        self._quiet = False

    def watch(self) -> None:
        """Watch this process for the rest of its life."""
        event.listen(Engine, "before_cursor_execute", self._statement)
        commit = DefaultDialect.do_commit

        def do_commit(dialect: DefaultDialect, connection: Any) -> None:
            self.reached("before COMMIT")
            commit(dialect, connection)
            self.reached("after COMMIT")

        setattr(DefaultDialect, "do_commit", do_commit)  # noqa: B010 - a method is replaced on purpose
        sync = os.fsync

        def fsync(handle: Any) -> None:
            self.reached("before fsync")
            sync(handle)
            self.reached("after fsync")

        setattr(os, "fsync", fsync)  # noqa: B010 - a function is replaced on purpose
        sys.addaudithook(self._heard)

    def reached(self, name: str) -> None:
        """Note that the run came here, and end it where it is to end."""
        if self._quiet:
            return
        self.names.append(name)
        if len(self.names) == self._die_at:
            die()

    def unwatched(self, work: Callable[[], None]) -> None:
        """Do what the desk would not do, such as looking at its state."""
        self._quiet = True
        try:
            work()
        finally:
            self._quiet = False

    def _statement(self, _connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        found = _VERB.match(statement)
        verb = found[1].upper() if found else ""
        if verb not in _LOOKS:
            self.reached(f"{verb.lower()} {found[2] or ''}".strip() if found else "statement")

    def _heard(self, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITING:
            self._file("open", arguments[0])
        elif name in {"os.rename", "os.remove"}:
            self._file(name.removeprefix("os."), arguments[0])

    def _file(self, what: str, path: Any) -> None:
        text = os.fspath(path) if isinstance(path, str | os.PathLike) else ""
        if isinstance(text, str) and text.startswith(self._folder):
            self.reached(f"{what} {_kind_of(Path(text))}")


def _kind_of(path: Path) -> str:
    """Return the name of a file without the ids that are in it."""
    return path.suffix if len(path.stem) == 36 else path.name
