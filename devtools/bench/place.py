"""Where rows are measured: a folder on a disk, a PostgreSQL that keeps what it is told; large or small."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from devtools.running import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.postgres import PostgresServer

CACHE = ROOT / "out" / "bench"


@dataclass(frozen=True)
class Place:
    """What the modules with the rows get."""

    folder: Path  # empty at first, on a disk, gone after the group
    cache: Path  # for what takes minutes to make; kept from run to run
    postgresql: PostgresServer | None = None  # its databases survive a power cut, as in production
    small: bool = False  # in seconds, for the suite: nobody judges its times

    def rounds(self, full: int, small: int = 3) -> int:
        """Return how often something is measured."""
        return small if self.small else full

    @property
    def databases(self) -> tuple[str, ...]:
        """The kinds of databases that there are here."""
        return ("sqlite",) if self.postgresql is None else ("sqlite", "postgresql")

    def twins(self, kind: str, fill: Callable[[str], None]) -> tuple[str, str]:
        """Return the URLs of two equal stores: one that the desk writes to, one for the bare driver."""
        if kind == "postgresql":
            assert self.postgresql is not None  # it is among the databases
            first = self.postgresql.create_database()
            fill(first)
            return first, self.postgresql.create_database(first.rpartition("/")[2])
        paths = (self.folder / "desk.sqlite", self.folder / "bare.sqlite")
        fill(_sqlite_url(paths[0]))
        paths[1].write_bytes(paths[0].read_bytes())
        return _sqlite_url(paths[0]), _sqlite_url(paths[1])


def _sqlite_url(path: Path) -> str:
    return f"sqlite:///{path.resolve().as_posix()}"
