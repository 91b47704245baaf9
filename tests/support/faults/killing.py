"""P7: a deed is killed at its points; what is left is what people were told, whole, and it can be done again.

The uninterrupted run names the points and shows the states between what people are told. A run that dies
after having told ``n`` times leaves state ``n`` or, where it died before it could tell, state ``n + 1``:
nothing lost, nothing half written. Done again it ends as the uninterrupted one: nothing doubled.
"""

from __future__ import annotations

import itertools
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from orderdesk.errors import OrderDeskError
from orderdesk.services.check import check_store
from orderdesk.services.store import open_store
from tests.support.faults.books import Place, State, Table, files_left, state_of
from tests.support.faults.deeds import Deed
from tests.support.faults.worlds import PostgresWorld, Ready, SqliteWorld

ROOT = Path(__file__).parents[3]
SEED, SEED_AGAIN = 21, 22
Choice = Callable[[Sequence[str]], Sequence[int]]  # from the names of the points to the numbers to die at


@dataclass
class Tally:
    """What became of one deed on one database."""

    deed: str
    database: str
    points: int = 0
    kills: int = 0
    faults: list[str] = field(default_factory=list)


@dataclass
class Killer:
    """The program that starts desks and lets them die."""

    process: subprocess.Popen[str]
    folder: Path
    _names: Iterator[int] = field(default_factory=itertools.count)

    def run(
        self, place: Place, ready: Ready, *, seed: int, die_at: int | None = None, report: str = "",
        without: str = "", warm: bool = False,
    ) -> tuple[int, int]:  # fmt: skip
        """Let a desk do the deed; return how it ended, and how often it told that something was done."""
        told = self.folder / f"told-{next(self._names)}"
        told.touch()
        cut = {
            "url": place.url, "folder": str(place.folder), "deed": ready.deed.name, "work": ready.work,
            "seed": seed, "die_at": die_at, "told": str(told), "report": report, "without": without,
            "warm": warm,
        }  # fmt: skip
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(cut) + "\n")
        self.process.stdin.flush()
        ended = int(self.process.stdout.readline())
        times = told.stat().st_size
        told.unlink()
        return ended, times


@contextmanager
def killer(folder: Path) -> Iterator[Killer]:
    """Yield the program that lets desks die; it ends with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.cut_desk"],
        cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        yield Killer(process, folder)
    finally:
        process.stdin.close()
        process.wait(timeout=20)
        process.stdout.close()


def kill_at_points(
    kill: Killer, world: SqliteWorld | PostgresWorld, deed: Deed, choose: Choice, without: str = ""
) -> Tally:
    """Kill a deed at the chosen ones of its points and return what became of it."""
    tally = Tally(deed.name, world.database)
    ready = world.prepare(deed)
    with world.place(ready) as place:
        kill.run(place, ready, seed=SEED, warm=True)
    with world.place(ready) as place:
        names, states = _uninterrupted(kill, place, ready, without)
        files = files_left(place)
    tally.points = len(names)
    for at in choose(names):
        with world.place(ready) as place:
            ended, times = kill.run(place, ready, seed=SEED, die_at=at, without=without)
            tally.kills += 1
            fault = _died_well(ended, times, place, deed, states) or _done_again(
                kill, place, ready, states[-1], files, without
            )
        if fault:
            tally.faults.append(f"{deed.name} on {world.database} at {at} ({names[at - 1]}): {fault}")
    return tally


def _uninterrupted(kill: Killer, place: Place, ready: Ready, without: str) -> tuple[list[str], list[State]]:
    report = kill.folder / "report.json"
    ended, _times = kill.run(place, ready, seed=SEED, report=str(report), without=without)
    assert ended == 0, f"{ready.deed.name} ended with {ended} without being killed"
    seen = json.loads(report.read_text(encoding="utf-8"))
    return seen["points"], [_state(one) for one in seen["states"]]


def _state(fields: dict[str, object]) -> State:
    books, typed = fields["books"], fields["typed"]
    assert isinstance(typed, list)
    if books is None:
        return State(None, tuple(typed))
    assert isinstance(books, dict)
    return State({name: Table(**table) for name, table in books.items()}, tuple(typed))


def _died_well(ended: int, times: int, place: Place, deed: Deed, states: list[State]) -> str:
    """Return what is wrong with what a killed desk left; empty where nothing is."""
    if ended != -signal.SIGKILL:
        return f"it ended with {ended} instead of being killed"
    if deed.base == "sample" and (fault := _opens(place)):
        return fault
    found = state_of(place, beside=deed.beside)
    allowed = states[times : times + 2]
    differences = [found.differs_from(state) for state in allowed]
    return "" if "" in differences else f"half of it is there: {differences[-1]} differ"


def _opens(place: Place) -> str:
    """Start as the program does after a crash; return what refuses it."""
    try:
        open_store(place.url).close()
    except OrderDeskError as fault:
        return f"the next start says {fault.code}"
    return ""


def _done_again(kill: Killer, place: Place, ready: Ready, last: State, files: list[str], without: str) -> str:
    """Do it again; return what is not as after one uninterrupted run."""
    ended, _times = kill.run(place, ready, seed=SEED_AGAIN, without=without)
    if ended != 0:
        return f"done again it ended with {ended}"
    found = state_of(place, beside=ready.deed.beside)
    if found.counts() != last.counts():
        return f"done again it is there twice or not at all: {found.differs_from(last)}"
    if files_left(place) != files:
        return f"done again it leaves other files: {files_left(place)}"
    if found.books is None:
        return ""
    store = open_store(place.url)
    try:
        findings = check_store(store).findings
    finally:
        store.close()
    return f"check finds {findings[0].code}" if findings else ""


def every_point(names: Sequence[str]) -> Sequence[int]:
    """Choose all points."""
    return range(1, len(names) + 1)


def around_the_last_commit(names: Sequence[str]) -> Sequence[int]:
    """Choose the last point before a commit and the one after it."""
    last = max(at for at, name in enumerate(names, start=1) if name == "after COMMIT")
    return [last - 1, last]


def spread_points(names: Sequence[str], step: int = 20) -> Sequence[int]:
    """Choose the points around commits and at files, and of the statements between them each ``step``-th."""
    files = ("COMMIT", "fsync", "open", "rename", "remove", "told")
    return [
        at for at, name in enumerate(names, start=1) if at % step == 0 or any(word in name for word in files)
    ]
