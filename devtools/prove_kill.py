"""``dev.py prove P7``: ``kill -9`` at every point of what a desk does, and at any moment of its work.

A desk dies at every writing statement, commit and step with a file of each deed, on SQLite and PostgreSQL.
What it leaves is what people were told, whole; done again, nothing is doubled, and ``check`` is clean.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from devtools.findings import Finding, tell
from devtools.running import SetupProblem
from tests.support.databases import sqlite_url_of
from tests.support.desk import found
from tests.support.faults.deeds import DEEDS
from tests.support.faults.killing import Tally, every_point, kill_at_points, killer, spread_points
from tests.support.faults.worlds import PostgresWorld, SqliteWorld
from tests.support.postgres import Keeper, PostgresUnavailable, connect_to
from tests.support.postgres_files import fast_temp_root


@contextmanager
def worlds(root: Path) -> Iterator[tuple[SqliteWorld, PostgresWorld]]:
    """Yield both kinds of places for deeds. Raises ``SetupProblem`` where there is no PostgreSQL."""
    sample = root / "sample.sqlite"
    found(sqlite_url_of(sample))
    keeper = Keeper()
    try:
        server = connect_to(keeper.folder)
        template = server.template("orderdesk_sample", found)
        yield SqliteWorld(root / "sqlite", sample), PostgresWorld(root / "postgresql", server, template)
    except PostgresUnavailable as fault:
        raise SetupProblem(str(fault)) from fault
    finally:
        keeper.stop()


def kill_everywhere(root: Path) -> list[Tally]:
    """Kill every deed at every point on both databases; the first start, which has hundreds, at its steps."""
    tallies = []
    with worlds(root) as (files, server), killer(root) as kill:
        for world in (files, server):
            for deed in DEEDS.values():
                if world.database in deed.databases:
                    choose = spread_points if deed.name == "start" else every_point
                    tally = kill_at_points(kill, world, deed, choose)
                    tallies.append(tally)
                    print("\n".join([*tally.faults, _line(tally)]), file=sys.stderr, flush=True)
    return tallies


def _line(tally: Tally) -> str:
    return f"{tally.deed}, {tally.database}: faults after {tally.kills} kills at {tally.points} points"


def findings_of_points(tallies: list[Tally]) -> list[Finding]:
    """Return what must hold of the deeds."""
    return [Finding(_line(tally), "0", str(len(tally.faults))) for tally in tallies]


def main() -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where something is missing here."""
    try:
        with tempfile.TemporaryDirectory(prefix="orderdesk-kill-", dir=fast_temp_root()) as folder:
            tallies = kill_everywhere(Path(folder))
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    kills = sum(tally.kills for tally in tallies)
    faults = sum(len(tally.faults) for tally in tallies)
    return tell(
        [*findings_of_points(tallies), Finding(f"faults after {kills} kills in all", "0", str(faults))]
    )


if __name__ == "__main__":
    sys.exit(main())
