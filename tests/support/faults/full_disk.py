"""P8: the disk is full at the first write of a deed, at the second, and so on until there is room enough.

Each time it says so, nothing of it is there, and the same desk goes on once there is room, without a step.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from orderdesk.errors import EnvironmentProblem, OrderDeskError
from orderdesk.services.check import check_store
from orderdesk.wire.commands import Envelope
from tests.support.desk import open_sample_desk
from tests.support.faults.books import Place, State, books_of, files_left, state_of
from tests.support.faults.deeds import Deed
from tests.support.faults.worlds import STORE, Ready, World

SEED, SEED_AGAIN = 31, 32
SAID = {"error.store.disk_full", "error.store.disk_fault", "error.store.no_copy", "error.journal.not_written"}


class Squeeze(Protocol):
    """A disk whose room can be given and taken."""

    def leave(self, folder: Path, room: int) -> None:
        """Leave room for so many more bytes."""
        ...

    def free(self) -> None:
        """Give all the room back."""
        ...


class FileLimit:
    """No file may be written beyond the size of the store's log and ``room``: any user may set that."""

    def __init__(self) -> None:
        self._usual = resource.getrlimit(resource.RLIMIT_FSIZE)

    def leave(self, folder: Path, room: int) -> None:
        """Let files grow to the size of the log now, and ``room``."""
        log = folder / f"{STORE}-wal"
        size = log.stat().st_size if log.exists() else 0
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, self._usual[1]))

    def free(self) -> None:
        """Let files grow as ever."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._usual)


class SmallDisk:
    """A disk of its own, filled up by a file: what is written then fails as on any full disk."""

    def __init__(self, folder: Path) -> None:
        self._filler = folder / "filler"

    def leave(self, folder: Path, room: int) -> None:
        """Fill the disk up to ``room`` bytes."""
        self.free()
        left = shutil.disk_usage(self._filler.parent).free - room
        with self._filler.open("wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, left))

    def free(self) -> None:
        """Empty it."""
        self._filler.unlink(missing_ok=True)


@contextmanager
def signal_ignored() -> Iterator[None]:
    """Let writing beyond the limit fail instead of ending the process."""
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGXFSZ, before)


@dataclass
class Tally:
    """What became of one deed."""

    deed: str
    refused: int = 0
    done: int = 0
    faults: list[str] = field(default_factory=list)


def fill_up(world: World, deed: Deed, squeeze: Squeeze, step: int) -> Tally:
    """Do a deed's commands with room for nothing, and ``step`` bytes more each time, until all are done."""
    tally = Tally(deed.name)
    ready = world.prepare(deed)
    with world.place(ready) as place, signal_ignored():
        desk = open_sample_desk(place.url, seed=31)
        for line in ready.work["commands"]:
            envelope, person = Envelope.model_validate(line["envelope"]), desk.actor(line["person"])
            room = 0
            while True:
                before = books_of(place.url)
                squeeze.leave(place.folder, room)
                try:
                    outcome = desk.door.execute_envelope(envelope, person)
                except EnvironmentProblem as fault:
                    squeeze.free()
                    tally.refused += 1
                    if fault.code not in SAID:
                        tally.faults.append(f"{deed.name}, room for {room}: {fault.code}")
                    if books_of(place.url) != before:
                        tally.faults.append(f"{deed.name}, room for {room}: something of it is there")
                    room += step
                    continue
                finally:
                    squeeze.free()
                break
            tally.done += not outcome.is_refused
        findings = check_store(desk.store).findings
        desk.store.close()
    tally.faults += [f"{deed.name}: check finds {finding.code}" for finding in findings]
    return tally


def fill_deed(world: World, deed: Deed, squeeze: Squeeze, step: int) -> Tally:
    """Do a deed that is more than commands on ever larger disks, each time on a fresh copy, until it is done.

    What a full disk leaves must be what people were told of, whole, or the next such state; with room again,
    the same deed ends as it does on a large disk, and nothing of the first try lies about.
    """
    tally, room = Tally(deed.name), 0
    ready = world.prepare(deed)
    with world.place(ready) as place:
        states = _states_of(place, ready)
        files = files_left(place)
    with signal_ignored():
        while True:
            with world.place(ready) as place:
                code, times = _squeezed(place, ready, squeeze, room)
                if not code:
                    tally.done += 1
                    return tally
                tally.refused += 1
                fault = _left_well(place, deed, states[times : times + 2]) or _done_again(
                    place, ready, states[-1], files
                )
                fault = fault or ("" if code in SAID else f"it says {code}")
                if fault:
                    tally.faults.append(f"{deed.name}, room for {room}: {fault}")
            room += max(step, room // 8 // step * step)


def _states_of(place: Place, ready: Ready) -> list[State]:
    """Do the deed on a large disk and return the states between what people are told."""
    beside = ready.deed.beside
    states = [state_of(place, beside=beside)]
    ready.deed.perform(place, ready.work, lambda: states.append(state_of(place, beside=beside)), SEED)
    return states


def _squeezed(place: Place, ready: Ready, squeeze: Squeeze, room: int) -> tuple[str, int]:
    """Do the deed with so much room; return what it says in place of being done, and what it told before."""
    told: list[None] = []
    squeeze.leave(place.folder, room)
    try:
        ready.deed.perform(place, ready.work, lambda: told.append(None), SEED)
    except OrderDeskError as fault:
        return fault.code, len(told)
    except Exception as fault:  # noqa: BLE001 - whatever it is, nobody is told what to do
        return f"nothing but {fault!r:.200}", len(told)
    finally:
        squeeze.free()
    return "", len(told)


def _left_well(place: Place, deed: Deed, allowed: Sequence[State]) -> str:
    found = state_of(place, beside=deed.beside)
    differences = [found.differs_from(state) for state in allowed]
    return "" if "" in differences else f"half of it is there: {differences[0]} differ"


def _done_again(place: Place, ready: Ready, last: State, files: list[str]) -> str:
    try:
        ready.deed.perform(place, ready.work, lambda: None, SEED_AGAIN)
    except Exception as fault:  # noqa: BLE001 - whatever it is, there is room and it does not go on
        return f"with room again it fails with {fault!r:.200}"
    found = state_of(place, beside=ready.deed.beside)
    if found.counts() != last.counts():
        return f"with room again it is there twice or not at all: {found.differs_from(last)}"
    return "" if files_left(place) == files else f"other files are left: {files_left(place)}"
