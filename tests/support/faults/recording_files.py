"""What the program does to plain files: each write, sync, new name and old name in a folder, as a log.

Watched where Python meets the system: ``Path`` for names and contents, ``os`` for what is made durable.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest import mock

from tests.support.faults.disk import Event, Name, Sync, SyncFolder, Write

_open = Path.open
_replace = Path.replace
_unlink = Path.unlink
_mkdir = Path.mkdir
_os_open = os.open
_os_close = os.close
_fsync = os.fsync


class _Watched:
    """A file open for writing; what is written is logged when it leaves the program."""

    def __init__(self, files: RecordingFiles, path: Path, raw: Any, at: int) -> None:
        self._files, self._path, self._raw, self._at = files, path, raw, at
        self._waiting = b""

    def __enter__(self) -> _Watched:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(self, data: Any) -> int:
        self._waiting += data if isinstance(data, bytes) else str(data).encode()
        return int(self._raw.write(data))

    def flush(self) -> None:
        self._raw.flush()
        if self._waiting:
            self._files.log.append(Write(self._files.name_of(self._path), self._at, self._waiting))
            self._at += len(self._waiting)
            self._waiting = b""

    def fileno(self) -> int:
        return int(self._raw.fileno())

    def close(self) -> None:
        self.flush()
        self._files.handles.pop(self.fileno(), None)
        self._raw.close()


class RecordingFiles:
    """The log of a folder and all below it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.log: list[Event] = []
        self.handles: dict[int, Path] = {}

    def name_of(self, path: Path) -> str:
        """Return a path as the log names it."""
        return path.relative_to(self.folder).as_posix()

    def has(self, path: Path) -> bool:
        """Return whether a path lies here."""
        return path.is_relative_to(self.folder) and path != self.folder

    def open(self, path: Path, mode: str = "r", *more: Any, **options: Any) -> Any:
        """Open a file and watch it if it is written to."""
        writes = not {*mode}.isdisjoint("wax+") and self.has(path)
        is_new = writes and ("w" in mode or not path.exists())
        raw = _open(path, mode, *more, **options)
        if not writes:
            return raw
        if is_new:  # also where one was there: its content is gone at once
            self.log.append(Name("create", self.name_of(path)))
        watched = _Watched(self, path, raw, path.stat().st_size)
        self.handles[watched.fileno()] = path
        return watched

    def replace(self, path: Path, target: Any) -> Path:
        """Give a file another name."""
        done = _replace(path, target)
        if self.has(path):
            self.log.append(Name("move", self.name_of(path), self.name_of(Path(target))))
        return done

    def unlink(self, path: Path, *more: Any, **options: Any) -> None:
        """Take a name away."""
        was_there = path.exists()
        _unlink(path, *more, **options)
        if self.has(path) and was_there:
            self.log.append(Name("delete", self.name_of(path)))

    def os_open(self, path: Any, *more: Any, **options: Any) -> int:
        """Open what can be synced: a folder."""
        handle = _os_open(path, *more, **options)
        if isinstance(path, str | os.PathLike) and Path(path).is_dir():
            self.handles[handle] = Path(path)
        return handle

    def os_close(self, handle: int) -> None:
        """Close it."""
        self.handles.pop(handle, None)
        _os_close(handle)

    def fsync(self, handle: Any) -> None:
        """Make a file or the names in a folder durable."""
        _fsync(handle)
        path = self.handles.get(handle if isinstance(handle, int) else handle.fileno())
        if path is not None and path.is_dir():
            self.log.append(SyncFolder(_below(self.folder, path)))
        elif path is not None:
            self.log.append(Sync(self.name_of(path)))

    def mkdir(self, path: Path, *more: Any, **options: Any) -> None:
        """Make a folder: a name that counts once the folder above it was synced."""
        was_there = path.is_dir()
        _mkdir(path, *more, **options)
        if self.has(path) and not was_there:
            self.log.append(Name("create", self.name_of(path) + "/"))


def _below(folder: Path, path: Path) -> str:
    relative = path.relative_to(folder).as_posix()
    return "" if relative == "." else f"{relative}/"


@contextmanager
def recording_files(folder: Path) -> Iterator[RecordingFiles]:
    """Yield the log of what this process does to files below ``folder`` until the block ends."""
    files = RecordingFiles(folder)
    with (
        mock.patch.object(Path, "open", _method(files.open)),
        mock.patch.object(Path, "replace", _method(files.replace)),
        mock.patch.object(Path, "unlink", _method(files.unlink)),
        mock.patch.object(Path, "mkdir", _method(files.mkdir)),
        mock.patch.object(os, "open", files.os_open),
        mock.patch.object(os, "close", files.os_close),
        mock.patch.object(os, "fsync", files.fsync),
    ):
        yield files


def _method(work: Callable[..., Any]) -> Callable[..., Any]:
    """Return a method of a path that hands the path on."""

    def method(path: Path, *more: Any, **options: Any) -> Any:
        return work(path, *more, **options)

    return method
