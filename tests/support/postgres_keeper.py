"""The process that owns the tests' PostgreSQL: ``python -m tests.support.postgres_keeper FOLDER [durable]``.

It starts a throw-away server below FOLDER, writes ``ready.json`` (or ``failed.txt``), and serves until its
standard input ends, which is also how it learns of the death of the test run.
"""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from tests.support.postgres_files import (
    copy_for_all,
    disk_temp_root,
    environment,
    fast_temp_root,
    find_programs,
    open_to_all,
    server_user,
)

HOST = "127.0.0.1"
_ATTEMPTS = 3  # a free port can be taken before the server binds it
_SETTINGS = {  # a test's database need not survive a power cut; everything else stays as in production
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "max_connections": "200",
    "max_wal_size": "128MB",
    "min_wal_size": "32MB",
    "shared_buffers": "64MB",
    "unix_socket_directories": "",
    "listen_addresses": HOST,
}

_DURABLE = {  # on a disk and as in production: what is measured must survive the power cut, too
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "autovacuum": "on",
    "max_wal_size": "1GB",
    "shared_buffers": "256MB",
}

_LOCALES = {  # never plain C: pg_trgm then finds nothing in Chinese
    "linux": ["--locale=C.UTF-8"],
    "win32": ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
}


class Cluster:
    """One throw-away PostgreSQL server and its files."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.folder = folder
        self.durable = durable
        self.log = folder / "work" / "server.log"
        self.user = server_user()
        programs = find_programs()
        if self.user is not None and not open_to_all(programs / "postgres"):
            programs = copy_for_all(programs, folder / "programs")
        self.programs = programs
        root = disk_temp_root() if durable else fast_temp_root()
        self.data = Path(tempfile.mkdtemp(prefix="orderdesk-pg-data-", dir=root))

    def start(self) -> int:
        """Make the files, start the server and return its port.

        Raises:
            RuntimeError: a program failed; the text holds its output and the server's log.
        """
        self.log.parent.mkdir(mode=0o700)
        if self.user is not None:
            for folder in (self.data, self.log.parent):
                shutil.chown(folder, self.user.uid, self.user.gid)
        locale = _LOCALES.get(sys.platform, ["--locale=en_US.UTF-8"])
        self._run("initdb", "--auth=trust", "--username=orderdesk", "--encoding=UTF8", "--no-sync", *locale)
        for attempt in range(1, _ATTEMPTS + 1):
            port = _free_port()
            try:
                self._run(
                    "pg_ctl", "start", "--wait", f"--log={self.log}", f"--options={self._options(port)}"
                )
            except RuntimeError:
                if attempt == _ATTEMPTS:
                    raise
            else:
                return port
        raise AssertionError("unreachable")

    def stop(self) -> None:
        """Stop the server at once and remove its files: nobody needs its data any more."""
        try:
            if (self.data / "postmaster.pid").exists():
                self._run("pg_ctl", "stop", "--wait", "--mode=immediate")
        finally:
            shutil.rmtree(self.data, ignore_errors=True)

    def _options(self, port: int) -> str:
        settings = {**_SETTINGS, **(_DURABLE if self.durable else {}), "port": str(port)}
        return " ".join(f"-c {name}='{value}'" for name, value in settings.items())

    def _run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs as the server's user; output to a file, which the server keeps."""
        options: dict[str, Any] = {}
        if self.user is not None:
            options = {"user": self.user.uid, "group": self.user.gid, "extra_groups": []}
        output = self.folder / f"{program}.out"
        with output.open("wb") as stream:
            done = subprocess.run(
                [str(self.programs / program), f"--pgdata={self.data}", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                cwd=self.log.parent,
                env=environment() | {"LC_MESSAGES": "C"},
                check=False,
                **options,
            )
        if done.returncode != 0:
            said = output.read_text(encoding="utf-8", errors="replace")
            log = self.log.read_text(encoding="utf-8", errors="replace") if self.log.exists() else ""
            raise RuntimeError(f"{program} ended with {done.returncode}\n{said}\n{log}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _publish(path: Path, text: str) -> None:
    """Write a file that readers see either not at all or whole."""
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)


def main(folder: Path, *, durable: bool = False) -> int:
    """Serve until standard input ends; return 1 when the server could not be started."""
    cluster: Cluster | None = None
    try:
        cluster = Cluster(folder, durable=durable)
        port = cluster.start()
        _publish(folder / "ready.json", json.dumps({"host": HOST, "port": port}))
        sys.stdin.buffer.read()
    except Exception:  # noqa: BLE001 - whatever it was, the waiting test run must read it
        _publish(folder / "failed.txt", traceback.format_exc())
        sys.stdin.buffer.read()  # the run reads the text, then closes the pipe
        return 1
    finally:
        if cluster is not None:
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), durable="durable" in sys.argv[2:]))
