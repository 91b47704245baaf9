"""Measures the groups one after the other, each in a process of its own so that none disturbs another."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from devtools.bench.groups import GROUPS
from devtools.bench.place import CACHE, Place
from devtools.bench.table import row_from_json
from devtools.running import ROOT, SetupProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from devtools.bench.table import Row

PG_FOLDER = "ORDERDESK_BENCH_PG"  # the run tells its processes where the keeper of the server is
HOPELESS = 2.0  # times its bar: no busy machine explains that
TRIES = 3  # a machine has other things to do at times: a row that misses its bar is measured again


def measure_groups(names: Sequence[str], *, small: bool, say: Callable[[str], None]) -> list[Row]:
    """Return the rows of the groups; of a row that was measured several times the best.

    Raises ``SetupProblem`` where a group broke off or PostgreSQL did not come up: nothing is left out.
    """
    found: list[Row] = []
    with postgresql(wanted=any(GROUPS[name].needs_postgresql for name in names)):
        for name in names:
            say(name)
            rows = in_its_own_process(name, small=small)
            for attempt in range(2, 1 if small else TRIES + 1):
                if not any(1 < row.ratio / row.bar < HOPELESS for row in rows):
                    break
                say(f"{name}, try {attempt}")
                rows = better_of(rows, in_its_own_process(name, small=small), attempt)
            found += rows
    return found


def better_of(rows: Sequence[Row], again: Sequence[Row], attempt: int) -> list[Row]:
    """Return each row as the better of two tries had it; one that was met already stays as it is."""
    later = {row.name: row for row in again}
    kept: list[Row] = []
    for row in rows:
        if row.met:
            kept.append(row)
        else:
            best = min((row, later.get(row.name, row)), key=lambda one: one.ratio)
            kept.append(replace(best, tries=attempt))
    return kept


@contextmanager
def postgresql(*, wanted: bool) -> Iterator[None]:
    """Have a PostgreSQL on a disk, with fsync, for the time of a run; its place is in the environment."""
    if not wanted:
        yield
        return
    from tests.support.postgres import Keeper, PostgresUnavailable, connect_to

    keeper = Keeper(durable=True)
    try:
        connect_to(keeper.folder)
        os.environ[PG_FOLDER] = str(keeper.folder)
        yield
    except PostgresUnavailable as fault:
        raise SetupProblem(f"PostgreSQL did not come up, and half of the rows need it:\n{fault}") from fault
    finally:
        os.environ.pop(PG_FOLDER, None)
        keeper.stop()


def in_its_own_process(name: str, *, small: bool) -> list[Row]:
    """Measure a group in a new interpreter and return its rows."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="rows-", dir=CACHE) as folder:
        words = [sys.executable, "-m", "devtools.bench.runner", name, folder, "small" if small else "full"]
        variables = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            words, cwd=ROOT, env=variables, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False
        )
        report = Path(folder) / "rows.json"
        if done.returncode != 0 or not report.is_file():
            raise SetupProblem(f"the rows of {name} broke off (exit {done.returncode})")
        return [row_from_json(entry) for entry in json.loads(report.read_text(encoding="utf-8"))]


def measure_here(name: str, folder: Path, *, small: bool) -> None:
    """Measure a group in this process and leave its rows in the folder."""
    from tests.support.postgres import connect_to

    keeper = os.environ.get(PG_FOLDER)
    server = connect_to(Path(keeper)) if keeper and GROUPS[name].needs_postgresql else None
    place = Place(folder / "work", CACHE, server, small)
    place.folder.mkdir()
    rows = [row.as_json() for row in GROUPS[name].rows(place)]
    (folder / "rows.json").write_text(json.dumps(rows), encoding="utf-8")


if __name__ == "__main__":
    measure_here(sys.argv[1], Path(sys.argv[2]), small=sys.argv[3] == "small")
