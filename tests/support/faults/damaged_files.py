"""P9 for the typing journals: one of three is damaged; the others come back whole, of it what can."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from orderdesk.services.journal import Journal, Journalled
from tests.support.faults.damage import Tally
from tests.support.faults.file_deeds import journalled

ORDERS = (UUID(int=1), UUID(int=2), UUID(int=3))
TEXTS = ("1", "12", "123")


def _flipped(body: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(body)
    damaged[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def _zeroed(body: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(body))
    return body[:at] + bytes(len(body) - at)


# From what a file holds to what it holds afterwards; ``None`` puts a folder in its place.
FILE_DAMAGES: dict[str, Callable[[bytes, random.Random], bytes | None]] = {
    "journal: a bit flipped": _flipped,
    "journal: cut off": lambda body, chance: body[: chance.randrange(len(body))],
    "journal: zeros at its end": _zeroed,
    "journal: rubbish at its end": lambda body, chance: body + chance.randbytes(300),
    "journal: something else": lambda _body, chance: chance.randbytes(600),
    "journal: nothing in it": lambda _body, _chance: b"",
    "journal: a folder in its place": lambda _body, _chance: None,
}
# After these the newest entry is still whole.
KEEPS_THE_NEWEST = {"journal: rubbish at its end"}


def damage_journal(folder: Path, name: str, seeds: range) -> Tally:
    """Damage one of three journals in one way, as often as there are seeds; go on typing in it afterwards."""
    tally = Tally(name)
    for seed in seeds:
        shutil.rmtree(folder, ignore_errors=True)
        outcome = _outcome(folder, name, random.Random(f"{name} {seed}"))
        tally.outcomes[outcome.partition(":")[0]] += 1
        if outcome.startswith("FAULT"):
            tally.faults.append(f"{name}, seed {seed}, {outcome}")
    return tally


def _outcome(folder: Path, name: str, chance: random.Random) -> str:
    journal = Journal(folder)
    for minute, text in enumerate(TEXTS):
        for order in ORDERS:
            journal.append(journalled(order, text, minute))
    damaged, *others = chance.sample(ORDERS, len(ORDERS))
    file = folder / f"{damaged}.jsonl"
    body = FILE_DAMAGES[name](file.read_bytes(), chance)
    file.unlink()
    if body is None:
        file.mkdir()
    else:
        file.write_bytes(body)
    try:
        found = _read(folder)
    except Exception as fault:  # noqa: BLE001 - nothing at all comes back then
        return f"FAULT: reading fails with {fault!r:.200}"
    if any(found.get(order) != TEXTS[-1] for order in others):
        return "FAULT: another order did not come back"
    if found.get(damaged, TEXTS[0]) not in TEXTS:
        return f"FAULT: {found[damaged]} was never typed"
    if name in KEEPS_THE_NEWEST and found.get(damaged) != TEXTS[-1]:
        return "FAULT: its newest entry is whole and did not come back"
    if body is not None:
        Journal(folder).append(journalled(damaged, "1234", 9))
        if _read(folder).get(damaged) != "1234":
            return "FAULT: what is typed afterwards does not come back"
    return "recovered" if damaged in found else "told"


def _read(folder: Path) -> dict[UUID, str]:
    def entry(one: Journalled) -> tuple[UUID, str]:
        return one.draft.id, one.typed

    return dict(map(entry, Journal(folder).read_all()))
