"""An SQLite whose files are watched: it plays a tape and logs each write, sync, truncation and deletion."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import apsw

from tests.support.faults.disk import Event, Name, Sync, SyncFolder, Told, Truncate, Write
from tests.support.faults.sql_tape import Step

_BASE = "unix"
_NAMES = itertools.count(1)
_LOGGED = apsw.SQLITE_OPEN_MAIN_DB | apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL


class _Folder(apsw.VFS):
    """The folder of a store; what happens to its files goes to ``log``."""

    def __init__(self, log: list[Event]) -> None:
        self.name = f"recording-{next(_NAMES)}"
        self.log = log
        super().__init__(self.name, _BASE)

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        logged = bool(flags[0] & _LOGGED)
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        is_new = logged and not Path(path).exists()
        file = _File(name, flags, self.log if logged else [], Path(path or "").name)
        if is_new:
            file.log.append(Name("create", file.short))
            file.is_named = False
        return file

    def xDelete(self, filename: str, syncdir: bool) -> None:
        super().xDelete(filename, syncdir)
        self.log.append(Name("delete", Path(filename).name))
        if syncdir:
            self.log.append(SyncFolder())


class _File(apsw.VFSFile):
    """One file of a store."""

    def __init__(self, name: Any, flags: list[int], log: list[Event], short: str) -> None:
        super().__init__(_BASE, name, flags)
        self.log = log
        self.short = short
        self.is_named = True

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self.log.append(Write(self.short, offset, bytes(data)))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self.log.append(Truncate(self.short, newsize))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self.log.append(Sync(self.short))
        if not self.is_named:  # with the first sync of a file SQLite's own VFS syncs its folder
            self.log.append(SyncFolder())
            self.is_named = True


def play(steps: Sequence[Step], path: Path) -> list[Event]:
    """Play a tape on the store at ``path``, which is where the tape began; return the log of its files."""
    log: list[Event] = []
    folder = _Folder(log)
    connections: dict[int, apsw.Connection] = {}
    for step in steps:
        if step.kind == "open":
            connections[step.connection] = apsw.Connection(str(path), vfs=folder.name)
        elif step.kind == "sql":
            for _row in connections[step.connection].execute(step.sql):
                pass
        elif step.kind == "close":
            connections.pop(step.connection).close()
        else:
            log.append(Told())
    for left in connections.values():
        left.close()
    return log
