"""P9: files of a desk come back damaged; each damage is found, said in words, or does no harm.

A store is opened as a start opens it and checked as ``orderdesk check`` does. What neither refuses nor finds
must be, row for row, what was there: before the damage, or at an earlier time where a log was lost.
"""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias
from unittest import mock

from orderdesk.clock import FixedClock
from orderdesk.errors import OrderDeskError
from orderdesk.intake.sample import seed_sample
from orderdesk.ports import fixed_ports
from orderdesk.services.check import check_store
from orderdesk.services.readable import readable
from orderdesk.services.reading.desk import load_desk
from orderdesk.services.search import build_indexes
from orderdesk.services.store import Store, create_store, open_store
from tests.support.databases import sqlite_url_of
from tests.support.desk import NOW, found, open_sample_desk
from tests.support.desk_story import tell_of_the_desk
from tests.support.faults.books import Table, books_of
from tests.support.story import tell

PAGE, SECTOR = 4096, 512
CLOCK = FixedClock(NOW)
Books: TypeAlias = dict[str, Table] | None


@dataclass(frozen=True, slots=True)
class Kept:
    """A store at two times, with the log that leads from one to the other, and another company's."""

    store: bytes
    old_store: bytes
    log: bytes
    foreign_store: bytes
    foreign_log: bytes


Files = dict[str, bytes]  # by what stands behind the store's name: "" and "-wal"
Damage = Callable[[Kept, random.Random], Files]


def _both(kept: Kept) -> Files:
    """Return what a killed desk leaves: all that is new stands in the log."""
    return {"": kept.old_store, "-wal": kept.log}


def _flip(content: bytes, chance: random.Random) -> bytes:
    at, damaged = chance.randrange(len(content)), bytearray(content)
    damaged[at] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _overwrite(content: bytes, size: int, with_bytes: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) // size) * size
    return content[:at] + with_bytes + content[at + size :]


def _swap(content: bytes, chance: random.Random) -> bytes:
    one, other = sorted(chance.sample(range(len(content) // PAGE), 2))
    pages = [content[at : at + PAGE] for at in range(0, len(content), PAGE)]
    pages[one], pages[other] = pages[other], pages[one]
    return b"".join(pages)


STORE_DAMAGES: dict[str, Damage] = {
    "a bit flipped": lambda kept, chance: {"": _flip(kept.store, chance)},
    "a page of zeros": lambda kept, chance: {"": _overwrite(kept.store, PAGE, bytes(PAGE), chance)},
    "a sector of zeros": lambda kept, chance: {"": _overwrite(kept.store, SECTOR, bytes(SECTOR), chance)},
    "a page of rubbish": lambda kept, chance: {
        "": _overwrite(kept.store, PAGE, chance.randbytes(PAGE), chance)
    },
    "two pages swapped": lambda kept, chance: {"": _swap(kept.store, chance)},
    "cut off": lambda kept, chance: {"": kept.store[: chance.randrange(len(kept.store))]},
    "a bit of the log flipped": lambda kept, chance: {**_both(kept), "-wal": _flip(kept.log, chance)},
    "the log cut off": lambda kept, chance: {
        **_both(kept),
        "-wal": kept.log[: chance.randrange(len(kept.log))],
    },
    "the log of another store": lambda kept, _chance: {"": kept.store, "-wal": kept.foreign_log},
    "the log of another time": lambda kept, _chance: {"": kept.store, "-wal": kept.log},
    "an old copy": lambda kept, _chance: {"": kept.old_store},
    "another store": lambda kept, _chance: {"": kept.foreign_store},
    "something else": lambda _kept, chance: {"": b"\x89PNG\r\n\x1a\n" + chance.randbytes(5_000)},
    "nothing in it": lambda _kept, _chance: {"": b""},
}


def keep_stores(folder: Path) -> tuple[Kept, list[Books]]:
    """Make the stores, and return them with all states that the first one was in."""
    folder.mkdir(parents=True)
    file, foreign = folder / "store.sqlite", folder / "foreign.sqlite"
    found(sqlite_url_of(file))
    desk = open_sample_desk(sqlite_url_of(file))
    tell(desk)
    desk.store.close()
    old, states = file.read_bytes(), [books_of(sqlite_url_of(file))]
    desk = open_sample_desk(sqlite_url_of(file), seed=12)
    commit = desk.store.engine.dialect.do_commit

    def noting(connection: Any) -> None:
        commit(connection)
        now = books_of(sqlite_url_of(file))
        if now != states[-1]:
            states.append(now)

    with mock.patch.object(desk.store.engine.dialect, "do_commit", noting):
        tell_of_the_desk(desk)
    log = _log_of(file)
    desk.store.close()
    create_store(sqlite_url_of(foreign), fixed_ports(CLOCK, 98))
    store = open_store(sqlite_url_of(foreign))
    seed_sample(store, fixed_ports(CLOCK, 99))
    foreign_log = _log_of(foreign)
    store.close()
    states.insert(0, books_of(sqlite_url_of(foreign)))
    return Kept(file.read_bytes(), old, log, foreign.read_bytes(), foreign_log), states


def _log_of(file: Path) -> bytes:
    return file.with_name(f"{file.name}-wal").read_bytes()


@dataclass
class Tally:
    """What became of one kind of damage: refused at the start, found by check, harmless, or a fault."""

    damage: str
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def damage_store(folder: Path, kept: Kept, states: list[Books], name: str, seeds: range) -> Tally:
    """Damage a store in one way, as often as there are seeds, and look what becomes of it."""
    tally = Tally(name)
    for seed in seeds:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for suffix, content in STORE_DAMAGES[name](kept, random.Random(f"{name} {seed}")).items():
            (folder / f"store.sqlite{suffix}").write_bytes(content)
        outcome = outcome_of(folder / "store.sqlite", states)
        tally.outcomes[outcome.partition(":")[0]] += 1
        if outcome.startswith("FAULT"):
            tally.faults.append(f"{name}, seed {seed}, {outcome}")
    return tally


def outcome_of(file: Path, states: list[Books]) -> str:
    """Start on a damaged store and check it; return what that comes to."""
    try:
        store = open_store(sqlite_url_of(file))
    except OrderDeskError as fault:
        return f"refused: {fault.code}"
    except Exception as fault:  # noqa: BLE001 - whatever it is, nobody is told what to do
        return f"FAULT: opening fails with {fault!r:.200}"
    try:
        said = _works(store)
    finally:
        store.close()
    if said:
        return said
    books = books_of(sqlite_url_of(file))
    if books == states[-1]:
        return "harmless"
    if books in states:
        return "harmless: as it was earlier"
    if _differing(books, states[-1]) == "command_log":
        return "harmless: what a repeated command would be answered"
    return f"FAULT: nobody noticed {_differing(books, states[-1])}"


def _works(store: Store) -> str:
    """Return what a start or a check says of an open store; empty where both are content."""
    try:
        with readable(), store.reading() as connection:
            build_indexes(load_desk(connection, CLOCK.now()))  # as the desktop begins
    except OrderDeskError as fault:
        return f"refused: {fault.code}"
    except Exception as fault:  # noqa: BLE001 - whatever it raises is the finding
        return f"FAULT: starting fails with {fault!r:.200}"
    try:
        findings = check_store(store).findings
    except OrderDeskError as fault:
        return f"found: {fault.code}"
    except Exception as fault:  # noqa: BLE001 - whatever it raises is the finding
        return f"FAULT: check fails with {fault!r:.200}"
    return f"found: {findings[0].code}" if findings else ""


def _differing(books: Books, others: Books) -> str:
    mine, theirs = books or {}, others or {}
    return ", ".join(
        name for name in sorted(mine.keys() | theirs.keys()) if mine.get(name) != theirs.get(name)
    )
