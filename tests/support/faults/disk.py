"""What a disk can hold after the power went: what was synced, and of the rest whatever the disk pleases.

A log is a list of events. Content that was written and not synced may be there, missing, in another order or
torn between sectors of 512 bytes. A name that was made, moved or taken away counts once its folder is synced.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

SECTOR = 512
Mode = Literal["dropped", "kept", "random", "torn"]
MODES: tuple[Mode, ...] = ("dropped", "kept", "random", "torn")
Image: TypeAlias = dict[str, bytes]  # what a folder holds: names and contents


@dataclass(frozen=True, slots=True)
class Write:
    """Bytes went into a file."""

    file: str
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncate:
    """A file was cut or made longer."""

    file: str
    size: int


@dataclass(frozen=True, slots=True)
class Sync:
    """All of a file is on the disk from here on."""

    file: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name came (``create``), went (``delete``), or became another one (``move``, to ``target``).

    A folder's name ends with a slash; what lies in it is there only if it is.
    """

    kind: Literal["create", "delete", "move"]
    file: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class SyncFolder:
    """All names that are in a folder itself are on the disk from here on."""

    folder: str = ""  # with its slash; empty for the one that is watched


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody was told that it is done."""


Event: TypeAlias = Write | Truncate | Sync | Name | SyncFolder | Told
Content: TypeAlias = Write | Truncate


@dataclass
class _File:
    durable: bytearray
    pending: list[Content] = field(default_factory=list)


class Disk:
    """The disk under a folder while a log goes over it."""

    def __init__(self, image: Image) -> None:
        self._files = [_File(bytearray(content)) for content in image.values()]
        self._durable = {name: self._files[at] for at, name in enumerate(image)}
        self._names = dict(self._durable)
        self._pending: list[Name | tuple[str, _File]] = []

    def take(self, event: Event) -> None:
        """Let one event of the log happen."""
        if isinstance(event, Write | Truncate):
            self._names[event.file].pending.append(event)
        elif isinstance(event, Sync):
            file = self._names[event.file]
            _apply(file.durable, file.pending)
            file.pending = []
        elif isinstance(event, Name):
            self._rename(event)
        elif isinstance(event, SyncFolder):
            for change in self._pending:
                if _folder_of(change) == event.folder:
                    _change(self._durable, change)
            self._pending = [one for one in self._pending if _folder_of(one) != event.folder]

    def _rename(self, event: Name) -> None:
        if event.kind == "create":
            file = _File(bytearray())
            self._files.append(file)
            self._pending.append((event.file, file))
        else:
            self._pending.append(event)
        _change(self._names, self._pending[-1])

    def image(self, mode: Mode, seed: int) -> Image:
        """Return one thing that the disk can hold if the power goes now."""
        chance = random.Random(seed)
        names = dict(self._durable)
        for change in self._pending[: self._names_kept(mode, chance)]:
            _change(names, change)
        there = {name: file for name, file in names.items() if _parents(name) <= names.keys()}
        return {
            name: self._content(file, mode, chance) for name, file in there.items() if not name.endswith("/")
        }

    def _names_kept(self, mode: Mode, chance: random.Random) -> int:
        """Return how many changes of names are there: a folder keeps their order."""
        if mode == "dropped":
            return 0
        return len(self._pending) if mode != "random" else chance.randint(0, len(self._pending))

    def _content(self, file: _File, mode: Mode, chance: random.Random) -> bytes:
        if mode == "dropped" or not file.pending:
            return bytes(file.durable)
        content = bytearray(file.durable)
        if mode == "kept":
            _apply(content, file.pending)
        elif mode == "random":
            _apply(content, [one for one in file.pending if chance.random() < 0.5])
        else:
            _apply(content, [part for one in file.pending for part in _torn(one, chance)])
        return bytes(content)


def _folder_of(change: Name | tuple[str, _File]) -> str:
    name = change[0] if isinstance(change, tuple) else change.file
    above, slash, _own = name.rstrip("/").rpartition("/")
    return above + slash


def _parents(name: str) -> set[str]:
    parts = name.rstrip("/").split("/")[:-1]
    return {"/".join(parts[: at + 1]) + "/" for at in range(len(parts))}


def _change(names: dict[str, _File], change: Name | tuple[str, _File]) -> None:
    if isinstance(change, tuple):
        names[change[0]] = change[1]
    elif change.kind == "delete":
        names.pop(change.file, None)
    elif change.file in names:
        names[change.target] = names.pop(change.file)


def _apply(content: bytearray, events: list[Content]) -> None:
    for event in events:
        if isinstance(event, Truncate):
            del content[event.size :]
            content.extend(bytes(event.size - len(content)))
        else:
            content.extend(bytes(max(0, event.offset - len(content))))  # a hole reads as zeros
            content[event.offset : event.offset + len(event.data)] = event.data


def _torn(event: Content, chance: random.Random) -> Iterator[Content]:
    """Yield what is there of a write: some of the sectors that it touches."""
    if isinstance(event, Truncate):
        yield event
        return
    start = event.offset
    while start < event.offset + len(event.data):
        end = min((start // SECTOR + 1) * SECTOR, event.offset + len(event.data))
        if chance.random() < 0.5:
            yield Write(event.file, start, event.data[start - event.offset : end - event.offset])
        start = end
