"""A store that is open: its engine, its lock, its identity, and the sessions of the one door.

Opening says plainly what is wrong with a store that is damaged, newer than this program, read-only or in use.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Engine, insert, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session

from orderdesk import __version__
from orderdesk.durable import make_folder
from orderdesk.errors import EnvironmentProblem
from orderdesk.models import StoreClock, StoreMeta
from orderdesk.models.engine import open_engine, reading
from orderdesk.models.faults import as_environment_problem, shown_url
from orderdesk.models.schema import SCHEMA_HEAD, schema_of
from orderdesk.values import STORE_CODE_ALPHABET

if TYPE_CHECKING:  # who only reads needs neither, and the command line must start quickly
    from filelock import FileLock

    from orderdesk.ports import Ports

Mode = Literal["read", "write"]

# What reads get: those who may not know the database name it by this.
Reader: TypeAlias = Connection

_SMALL_STORE_BYTES = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. ``mode`` is "read" when it may only be looked at, and ``why_read_only`` says why."""

    engine: Engine
    store_code: str
    replica_id: UUID
    mode: Mode
    why_read_only: EnvironmentProblem | None
    lock: FileLock | None
    # What handlers keep from one transaction to the next, each under its own type and checked by itself.
    kept: dict[type, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_shared(self) -> bool:
        """Whether several desks write to it: then others' changes must be asked for."""
        return self.engine.dialect.name == "postgresql"

    @property
    def url(self) -> str:
        """Its URL with the password of a database server: for another process of ours, never shown."""
        if self.is_shared:
            return self.engine.url.render_as_string(hide_password=False)
        return f"sqlite:///{self.engine.url.database}"

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Yield the session of one writing transaction; what is not committed inside is rolled back."""
        if self.why_read_only is not None:
            raise self.why_read_only
        with Session(self.engine, expire_on_commit=False, info={"kept": self.kept}) as session:
            try:
                yield session
            except DBAPIError as fault:
                if not self.is_shared and not isinstance(fault, IntegrityError):
                    # SQLite has rolled back by itself where its disk was full: there is nothing left to undo,
                    # and trying to would hide what happened.
                    session.invalidate()
                raise

    @contextmanager
    def reading(self, *, at_length: bool = False) -> Iterator[Connection]:
        """Yield a connection that sees one state of the store from first to last row.

        ``at_length`` is for who goes through all of it, however large it is.
        """
        try:
            with reading(self.engine, at_length=at_length) as connection:
                yield connection
        except DBAPIError as fault:
            raise as_environment_problem(fault, self.engine.url) from fault

    def close(self) -> None:
        """Give up connections and lock; a checkpoint leaves SQLite with one plain file."""
        self.engine.dispose()
        if self.lock is not None:
            release_lock(self.lock)


def create_store(url: str, ports: Ports) -> None:
    """Make a new, empty store with its own code and identity: whole, or not at all.

    Raises ``EnvironmentProblem``: ``error.store.exists`` if there is one, ``error.store.not_ours`` if
    there is something else, ``error.store.in_use`` while another process makes it.
    """
    from orderdesk.models.migrate import create_schema  # Alembic is slow to import and needed only here
    from orderdesk.services.audit import GENESIS

    _make_folder(url)
    path = sqlite_path(url)
    code = "".join(STORE_CODE_ALPHABET[byte % 34] for byte in ports.ids.random_bytes(3))
    meta = {
        "id": 1, "store_code": code, "replica_id": ports.ids.new(), "min_program": "0.1.0",
        "created_at": ports.clock.now(),
    }  # fmt: skip
    clock = {"id": 1, "epoch": ports.ids.new(), "v": 0, "audit_head": GENESIS}

    def fill(connection: Connection) -> None:
        connection.execute(insert(StoreMeta), [meta])
        connection.execute(insert(StoreClock), [clock])

    lock = take_lock(path) if path is not None else None
    try:
        engine = open_engine(url)
        try:
            create_schema(engine, fill)
        finally:
            engine.dispose()
    finally:
        if lock is not None:
            release_lock(lock)


def open_store(url: str, *, mode: Mode = "write") -> Store:
    """Return the open store at ``url``.

    Raises ``EnvironmentProblem``: ``error.store.missing``, ``.damaged``, ``.older`` (needs ``orderdesk
    upgrade``), ``.in_use`` (with who holds it), ``.cannot_open`` …. A store that a newer program has
    claimed, and a file that may not be written, open for reading; ``why_read_only`` then has the reason.
    """
    path = sqlite_path(url)
    if path is not None and not path.exists():
        raise EnvironmentProblem("error.store.missing", store=str(path))
    not_writable = path is not None and not _is_writable(path)
    locks = path is not None and mode == "write" and not not_writable
    stopped_unclean = path is not None and locks and _owner_file(path).exists()
    lock = take_lock(path) if path is not None and locks else None
    try:
        engine = open_engine(
            url,
            read_only=not_writable or (path is not None and mode == "read"),
            alone=path is not None and not_writable and _has_no_companions(path),
        )
        return _opened(engine, mode, path, lock, not_writable=not_writable, stopped_unclean=stopped_unclean)
    except BaseException:
        if lock is not None:
            lock.release()  # but the owner file stays: the next start is to look for damage as well
        raise


def _opened(
    engine: Engine,
    mode: Mode,
    path: Path | None,
    lock: FileLock | None,
    *,
    not_writable: bool,
    stopped_unclean: bool,
) -> Store:
    try:
        found = schema_of(engine)
        if found is None:
            raise EnvironmentProblem("error.store.not_ours", store=shown_url(engine.url))
        if found < SCHEMA_HEAD:
            raise EnvironmentProblem("error.store.older", store=shown_url(engine.url), schema=found)
        with reading(engine) as connection:
            _quick_check(connection, path, stopped_unclean=stopped_unclean)
            # By name: a newer program may have put further columns there, or taken others away.
            columns = StoreMeta.__table__.c  # not the class: its first use configures all mappers
            meta = connection.execute(
                select(columns.store_code, columns.replica_id, columns.min_program)
            ).one()
    except DBAPIError as fault:
        engine.dispose()
        raise as_environment_problem(fault, engine.url) from fault
    except (TypeError, ValueError) as fault:  # the rows that say whose store it is mean nothing
        engine.dispose()
        raise EnvironmentProblem("error.store.damaged", store=shown_url(engine.url), detail="") from fault
    except EnvironmentProblem:
        engine.dispose()
        raise
    why: EnvironmentProblem | None = None
    if found > SCHEMA_HEAD or _version(meta.min_program) > _version(__version__):
        why = EnvironmentProblem("error.store.newer", schema=found, program=meta.min_program)
    elif not_writable:
        why = EnvironmentProblem("error.store.read_only", store=str(path), detail="")
    elif mode == "read":
        why = EnvironmentProblem("error.store.opened_for_reading", store=str(path or ""))
    return Store(
        engine=engine,
        store_code=meta.store_code,
        replica_id=meta.replica_id,
        mode="read" if why is not None else "write",
        why_read_only=why,
        lock=lock,
    )


def sqlite_path(url: str) -> Path | None:
    """Return the file of an SQLite store's URL; ``None`` for a database server."""
    return Path(url.removeprefix("sqlite:///")) if url.startswith("sqlite:///") else None


def _make_folder(url: str) -> None:
    path = sqlite_path(url)
    if path is None:
        return
    try:
        make_folder(path.parent)
    except OSError as fault:
        raise EnvironmentProblem(_why_not(fault), store=str(path), detail=fault.strerror or "") from fault


_NO_ROOM = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows knows no quotas by that name


def _why_not(fault: OSError | NotImplementedError) -> str:
    """Return the code of what keeps a store from being opened: no room for its lock, or anything else."""
    is_full = isinstance(fault, OSError) and fault.errno in _NO_ROOM
    return "error.store.disk_full" if is_full else "error.store.cannot_open"


def _is_writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _has_no_companions(path: Path) -> bool:
    """Whether SQLite's log lies beside the file: then some process may write to it just now."""
    return not path.with_name(path.name + "-wal").exists()


def _quick_check(connection: Connection, path: Path | None, *, stopped_unclean: bool) -> None:
    """Look for damage: always in a small file; in a large one only after a stop that left the owner file
    behind.

    A damaged page of a large file is found by ``orderdesk check``; reading gigabytes at each start is no use.
    """
    if path is None or (path.stat().st_size > _SMALL_STORE_BYTES and not stopped_unclean):
        return
    verdict = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if verdict != "ok":
        raise EnvironmentProblem(
            "error.store.damaged", store=connection.engine.url.database or "", detail=str(verdict)
        )


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in text.split(".") if part.isdigit())


def _owner_file(path: Path) -> Path:
    return path.with_name(path.name + ".owner")


def take_lock(path: Path) -> FileLock:
    """Take the lock of a store's file: one writing process per SQLite store. Readers need none.

    Raises ``EnvironmentProblem`` ``error.store.in_use`` with the process that holds it.
    """
    from filelock import FileLock, Timeout

    # Not bound to this thread: a store that one lane opened is closed by another.
    lock = FileLock(path.with_name(path.name + ".lock"), thread_local=False)
    try:
        lock.acquire(timeout=0)
        _owner_file(path).write_text(str(os.getpid()), encoding="utf-8")
    except Timeout as fault:
        raise EnvironmentProblem("error.store.in_use", store=str(path), owner=_owner(path)) from fault
    except (
        OSError,
        NotImplementedError,
    ) as fault:  # a file system that knows no locks, a folder without rights
        lock.release()
        raise EnvironmentProblem(_why_not(fault), store=str(path), detail=str(fault)) from fault
    return lock


def release_lock(lock: FileLock) -> None:
    """Give the lock of a store's file back, and the note of who held it."""
    _owner_file(Path(str(lock.lock_file).removesuffix(".lock"))).unlink(missing_ok=True)
    lock.release()


def _owner(path: Path) -> str:
    """Return the process that says it holds the store, ``?`` where it has not said so yet."""
    try:
        return _owner_file(path).read_text(encoding="utf-8").strip() or "?"
    except OSError:
        return "?"
