"""``dev.py prove P8``: the disk is full at every write of a deed; it is said, nothing is lost, it goes on.

A small disk in memory is mounted, which needs root, and filled up but for some bytes, each time a few more:
for a desk of its own with all that it keeps, and for a tablespace of a shared store on PostgreSQL.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from devtools.findings import Finding, size_from, tell
from devtools.running import SetupProblem
from tests.support.databases import sqlite_url_of
from tests.support.desk import found
from tests.support.faults.deeds import DEEDS
from tests.support.faults.full_disk import SmallDisk, Tally, fill_deed, fill_up
from tests.support.faults.worlds import PostgresWorld, SqliteWorld, World
from tests.support.postgres import Keeper, PostgresUnavailable, connect_to
from tests.support.postgres_files import server_user, shared_temp_root

COMMANDS = ("save", "edit", "submit", "approve", "ship")
OTHERS = ("journal", "attach", "long import", "migrate", "start")
USUAL = 4_096  # bytes of room more at each try: one page of SQLite, and twice that, one of PostgreSQL
SIZE, TABLESPACE_SIZE = "size=24m", "size=96m"


@contextmanager
def small_disk(size: str) -> Iterator[Path]:
    """Yield the folder of a small disk. Raises ``SetupProblem`` where none can be mounted."""
    with tempfile.TemporaryDirectory(prefix="orderdesk-full-", dir=shared_temp_root()) as folder:
        mount = ["mount", "-t", "tmpfs", "-o", size, "orderdesk-full", folder]
        done = subprocess.run(mount, capture_output=True, encoding="utf-8", check=False)
        if done.returncode != 0:
            raise SetupProblem(f"prove P8 mounts a small disk, which needs root: {done.stderr.strip()}")
        try:
            yield Path(folder)
        finally:
            unmount = ["umount", folder]
            subprocess.run(unmount, check=True)


@contextmanager
def small_tablespace(root: Path) -> Iterator[tuple[PostgresWorld, Path]]:
    """Yield databases on a small disk of their own, and that disk."""
    keeper = Keeper()
    try:
        with small_disk(TABLESPACE_SIZE) as disk:
            server = connect_to(keeper.folder)
            template = server.template("orderdesk_sample", found)
            disk.chmod(0o755)  # to be entered by the server's user
            (disk / "tables").mkdir()
            user = server_user()
            if user is not None:
                shutil.chown(disk / "tables", user.uid, user.gid)
            server.create_tablespace("small", disk / "tables")
            try:
                yield PostgresWorld(root, server, template, tablespace="small"), disk
            finally:
                keeper.stop()  # lets go of the disk
    except PostgresUnavailable as problem:
        raise SetupProblem(str(problem)) from problem
    finally:
        keeper.stop()


def fill_all(world: World, disk: Path, step: int) -> list[Tally]:
    """Let every deed of a kind of database find a disk that is full at every step."""
    tallies = []
    for name in (*COMMANDS, *OTHERS):
        if world.database in DEEDS[name].databases:
            fill = fill_up if name in COMMANDS else fill_deed
            tallies.append(fill(world, DEEDS[name], SmallDisk(disk), step))
            tallies[-1].deed = f"{name}, {world.database}"
            print("\n".join([*tallies[-1].faults[:20], _line(tallies[-1])]), file=sys.stderr, flush=True)
    return tallies


def _line(tally: Tally) -> str:
    return f"{tally.deed}: faults after {tally.refused} full disks, done {tally.done} times in the end"


def findings_of(tallies: Sequence[Tally]) -> list[Finding]:
    """Return what must hold of the deeds."""
    full, faults = sum(one.refused for one in tallies), sum(len(one.faults) for one in tallies)
    findings = [Finding(_line(tally), "0", str(len(tally.faults))) for tally in tallies]
    return [*findings, Finding(f"faults after {full} full disks in all", "0", str(faults))]


def main(words: Sequence[str] | None = None) -> int:
    """Print the findings; 1 where one of them is not as it must be, 3 where no disk can be mounted."""
    step = size_from(words, USUAL)
    tallies = []
    try:
        with small_disk(SIZE) as disk:
            sample = disk / "sample.sqlite"
            found(sqlite_url_of(sample))
            tallies += fill_all(SqliteWorld(disk / "world", sample), disk, step)
        with (
            tempfile.TemporaryDirectory(prefix="orderdesk-full-") as folder,
            small_tablespace(Path(folder)) as (world, room),
        ):
            tallies += fill_all(world, room, 2 * step)
    except SetupProblem as problem:
        print(problem, file=sys.stderr)
        return 3
    return tell(findings_of(tallies))


if __name__ == "__main__":
    sys.exit(main())
