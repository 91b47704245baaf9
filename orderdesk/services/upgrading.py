"""Bringing a store to the schema of this program: the only place that migrates what somebody has data in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from orderdesk.errors import EnvironmentProblem
from orderdesk.models.engine import open_engine
from orderdesk.models.migrate import upgrade
from orderdesk.models.schema import SCHEMA_HEAD, schema_of
from orderdesk.services.store import release_lock, sqlite_path, take_lock


@dataclass(frozen=True, slots=True)
class Upgraded:
    """The schema before and after, and the copy that was made of an SQLite file first."""

    before: str
    after: str
    copy: Path | None


def upgrade_store(url: str) -> Upgraded:
    """Migrate the store at ``url`` while nobody else can write to it; a current one is left alone.

    Raises ``EnvironmentProblem``: ``error.store.missing``, ``.not_ours``, ``.in_use``, ``.newer``, and for
    faults of the database.
    """
    path = sqlite_path(url)
    if path is not None and not path.exists():
        raise EnvironmentProblem("error.store.missing", store=str(path))
    lock = take_lock(path) if path is not None else None
    try:
        engine = open_engine(url)
        try:
            before = schema_of(engine)
            if before is None:
                raise EnvironmentProblem("error.store.not_ours", store=engine.url.render_as_string())
            return Upgraded(before, SCHEMA_HEAD, upgrade(engine))
        finally:
            engine.dispose()
    finally:
        if lock is not None:
            release_lock(lock)
