"""P6: the power goes after each thing that a deed did to its files, and the disk keeps what it pleases.

Whatever it kept opens without repair, is whole, and holds all that people were told: after ``n`` times state
``n``, or state ``n + 1`` where the power went before it could be told.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from orderdesk.errors import OrderDeskError
from orderdesk.services.check import check_store
from orderdesk.services.store import open_store
from tests.support.databases import sqlite_url_of
from tests.support.faults.books import Table, books_of, tables_of
from tests.support.faults.deeds import Deed
from tests.support.faults.disk import MODES, Disk, Event, Image, Mode, Told
from tests.support.faults.file_deeds import FileDeed
from tests.support.faults.recording_files import recording_files
from tests.support.faults.recording_vfs import play
from tests.support.faults.sql_tape import recording
from tests.support.faults.worlds import STORE, SqliteWorld

Books = dict[str, Table] | None
Verdict: TypeAlias = tuple[int, ...] | str  # the numbers of the states that it is, or what is wrong with it
SEED = 21


@dataclass
class Tally:
    """What became of one deed."""

    deed: str
    points: int = 0
    states: int = 0
    distinct: int = 0
    started: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Cutter:
    """Lets the power go at every point of a log, judges each state once, and counts."""

    judge: Callable[[Image], Verdict]
    start: Callable[[Image], str]  # what is wrong with it for the program; empty where nothing is
    start_each: int
    tally: Tally
    modes: Sequence[Mode] = MODES
    _known: dict[bytes, Verdict] = field(default_factory=dict)

    def cut(self, image: Image, log: Sequence[Event], seeds: int) -> Tally:
        """Cut the power before the first event and after each; the disk keeps things in ``seeds`` ways."""
        disk, times = Disk(image), 0
        for at in range(len(log) + 1):
            if at:
                disk.take(log[at - 1])
                times += isinstance(log[at - 1], Told)
            self.tally.points += 1
            for mode in self.modes:
                for seed in range(seeds if mode in {"random", "torn"} else 1):
                    self._look(disk.image(mode, seed * 100_003 + at), f"{at} {mode} {seed}", times)
        return self.tally

    def _look(self, image: Image, where: str, times: int) -> None:
        self.tally.states += 1
        key = _key(image)
        if key not in self._known:
            self.tally.distinct += 1
            self._known[key] = self.judge(image)
            if self.tally.distinct % self.start_each == 0:
                self.tally.started += 1
                if fault := self.start(image):
                    self.tally.faults.append(f"{self.tally.deed} at {where}: {fault}")
        verdict = self._known[key]
        if isinstance(verdict, str):
            self.tally.faults.append(f"{self.tally.deed} at {where}: {verdict}")
        elif not {times, times + 1} & {*verdict}:
            self.tally.faults.append(
                f"{self.tally.deed} at {where}: told {times} times, {verdict[0]} are there"
            )


def _key(image: Image) -> bytes:
    digest = hashlib.blake2b(digest_size=16)
    for name in sorted(image):
        digest.update(f"{name} {len(image[name])} ".encode())
        digest.update(image[name])
    return digest.digest()


def lay_out(image: Image, folder: Path) -> None:
    """Put what a disk holds into a folder, which holds nothing else then."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in image.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def cut_power(
    world: SqliteWorld, deed: Deed, seeds: int, *, start_each: int = 50, modes: Sequence[Mode] = MODES
) -> Tally:
    """Do a deed on the real stack, play its SQL on the recording disk, and cut the power everywhere."""
    ready = world.prepare(deed)
    with world.place(ready) as place, world.place(ready) as played:
        states: list[Books] = [books_of(place.url, beside=deed.beside)]
        with recording() as tape:

            def told() -> None:
                tape.told()
                states.append(books_of(place.url, beside=deed.beside))

            deed.perform(place, ready.work, told, SEED)
        image = {STORE: (played.folder / STORE).read_bytes()}
        log = play(tape.steps, played.folder / STORE)
        assert books_of(played.url) == books_of(place.url), "the tape does not play what the desk did"
    work = world.root / f"cut-{deed.name}"

    def judge(image: Image) -> Verdict:
        lay_out(image, work)
        return _as_state(work / STORE, states, deed)

    def start(image: Image) -> str:
        lay_out(image, work)
        return "" if deed.base == "kept" else _starts(work / STORE)

    return Cutter(judge, start, start_each, Tally(deed.name), modes).cut(image, log, seeds)


def cut_power_of_files(root: Path, deed: FileDeed, seeds: int) -> Tally:
    """Do something to plain files, and cut the power everywhere."""
    folder, work = root / f"files-{deed.name}", root / f"cut-{deed.name}"
    folder.mkdir(parents=True)
    with recording_files(folder) as files:
        states = [deed.read(folder)]

        def told() -> None:
            files.log.append(Told())
            states.append(deed.read(folder))

        deed.perform(folder, told)
        log = list(files.log)

    def judge(image: Image) -> Verdict:
        lay_out(image, work)
        found = deed.read(work)
        return tuple(at for at, state in enumerate(states) if state == found) or f"there is {found!r}"

    return Cutter(judge, lambda _image: "", 1_000_000, Tally(deed.name)).cut({}, log, seeds)


def _as_state(file: Path, states: list[Books], deed: Deed) -> Verdict:
    """Return which states a store is in, as stock SQLite reads it; what is wrong with it where it is none."""
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            said = connection.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                return f"integrity_check says {said}"
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                return "there are dangling keys"
            connection.text_factory = bytes
            books = {name: table for name, table in tables_of(connection) if name not in deed.beside}
    except sqlite3.DatabaseError as fault:
        return f"it does not open: {fault}"
    return tuple(at for at, state in enumerate(states) if state == books) or "half of it is there"


def _starts(file: Path) -> str:
    """Open and check a store as the program does; return what it says."""
    try:
        store = open_store(sqlite_url_of(file))
    except OrderDeskError as fault:
        return f"the program says {fault.code}"
    try:
        findings = check_store(store).findings
    finally:
        store.close()
    return f"check finds {findings[0].code}" if findings else ""
