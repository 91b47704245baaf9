"""``dev.py prove P7``: ``kill -9`` at every point of what a desk does, and at any moment of its work.

First the real desktop, keyed without end, dies at random moments (``--size`` says how often), and starts
again. Then a desk dies at every writing statement, commit and step with a file of each deed, on SQLite and
PostgreSQL. What it leaves is what people were told, whole; done again, nothing is doubled, and ``check`` is
clean.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.findings import Finding, size_from, tell
from devtools.running import SetupProblem
from tests.support.databases import sqlite_url_of
from tests.support.desk import found
from tests.support.faults import random_kills
from tests.support.faults.deeds import DEEDS
from tests.support.faults.killing import Tally, every_point, kill_at_points, killer, spread_points
from tests.support.faults.warming import share_compiled_statements
from tests.support.faults.worlds import PostgresWorld, SqliteWorld
from tests.support.postgres import Keeper, PostgresUnavailable, connect_to
from tests.support.postgres_files import fast_temp_root

RANDOM_KILLS = 200


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
                if world.database in deed.databases and deed.name != "long import":  # ``import`` is enough
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


def kill_at_random(folder: Path, kills: int) -> random_kills.Tally:
    """Kill the real desktop again and again while it is keyed, on a disk."""
    desk = random_kills.Kills(folder)
    desk.prepare()
    try:
        for number in range(1, kills + 1):
            known = len(desk.tally.faults)
            desk.kill()
            print("\n".join([*desk.tally.faults[known:], f"kill {number}"]), file=sys.stderr, flush=True)
    finally:
        desk.close()
    return desk.tally


def findings_of_random(tally: random_kills.Tally) -> list[Finding]:
    """Return what must hold of the kills at any moment."""
    loss, restart = _longest(tally.losses), _longest(tally.restarts)
    usual = statistics.median(one.wall for one in tally.restarts) if tally.restarts else 0.0
    worked = max((one.worked for one in tally.restarts), default=0.0)
    counted = f"{tally.kills} kills at any moment of {tally.keys} keys, {tally.sent} orders sent"
    lost = f"{len(tally.losses)} times something typed was lost, from its first key to the kill at most"
    timed = f"{len(tally.restarts)} restarts, usually {usual:.2f} s, {worked:.2f} s of work, the longest"
    return [
        Finding(f"orders lost, doubled or half written after {counted}", "0", str(len(tally.faults))),
        Finding(f"{lost} {_words(loss)}", "within 1 s", _within(1, loss.own)),
        Finding(f"{timed} {_words(restart)}", "within 3 s", _within(3, restart.own)),
    ]


def _longest(times: Sequence[random_kills.Lasted]) -> random_kills.Lasted:
    """Return the longest as the seconds passed, and the longest without waiting: they may be two."""
    wall, own = max((one.wall for one in times), default=0.0), max((one.own for one in times), default=0.0)
    return random_kills.Lasted(wall, own)


def _words(lasted: random_kills.Lasted) -> str:
    own = f"without waiting for a processor that others had, which is judged, {lasted.own:.2f} s"
    return f"{lasted.wall:.2f} s; {own}"


def _within(bar: float, seconds: float) -> str:
    return f"within {bar:g} s" if seconds <= bar else f"{seconds:.2f} s"


def main(words: Sequence[str] | None = None) -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where something is missing here."""
    kills = size_from(words, RANDOM_KILLS)
    share_compiled_statements()
    try:
        with tempfile.TemporaryDirectory(prefix="orderdesk-kill-") as disk:
            random_tally = kill_at_random(Path(disk) / "desk", kills)
        first = tell(findings_of_random(random_tally))
        with tempfile.TemporaryDirectory(prefix="orderdesk-kill-", dir=fast_temp_root()) as folder:
            tallies = kill_everywhere(Path(folder))
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    kills = sum(tally.kills for tally in tallies)
    faults = sum(len(tally.faults) for tally in tallies)
    in_all = Finding(f"faults after {kills} kills in all", "0", str(faults))
    return first | tell([*findings_of_points(tallies), in_all])


if __name__ == "__main__":
    sys.exit(main())
