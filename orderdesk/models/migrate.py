"""Bringing a store's schema up to date: one tree of migrations for both databases.

Only ``orderdesk init`` and ``orderdesk upgrade`` call this; an ordinary start reads the schema's name and
compares.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DBAPIError

from orderdesk.errors import EnvironmentProblem
from orderdesk.models.faults import as_environment_problem
from orderdesk.models.schema import SCHEMA_HEAD, schema_of

_LOCK_KEY = 0x0_4DE5C  # PostgreSQL advisory lock: one migration at a time


def alembic_config(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for the tree, bound to ``connection`` where one is given."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    if connection is not None:
        config.attributes["connection"] = connection
    return config


def upgrade(engine: Engine, *, copy_first: bool = True) -> Path | None:
    """Bring the schema to ``SCHEMA_HEAD``; return the copy that was made of an SQLite file, if one was
    needed.

    SQLite migrates with foreign keys off (a batch change of a parent table would delete its children through
    ``ON DELETE CASCADE``) and checks them afterwards. Raises ``EnvironmentProblem`` for a store made by a
    newer program, for dangling keys found afterwards, and for faults of the database.
    """
    before = schema_of(engine)
    if before == SCHEMA_HEAD:
        return None
    if before is not None and before not in _known_revisions():
        raise EnvironmentProblem("error.store.newer", schema=before)
    copy = _copy_of_file(engine, before) if copy_first and before is not None else None
    try:
        if engine.dialect.name == "sqlite":
            _upgrade_sqlite(engine)
        else:
            _upgrade_postgresql(engine)
    except DBAPIError as fault:
        raise as_environment_problem(fault, engine.url) from fault
    return copy


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}


def _copy_of_file(engine: Engine, before: str) -> Path | None:
    if engine.dialect.name != "sqlite" or not engine.url.database:
        return None
    source = Path(engine.url.database)
    target = source.with_name(f"{source.name}.before-{SCHEMA_HEAD}-from-{before}")
    with closing(engine.raw_connection()) as raw:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy2(source, target)
    return target


def _upgrade_sqlite(engine: Engine) -> None:
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None  # a checked-out connection always has one
        raw.execute("PRAGMA foreign_keys=0")
        try:
            with connection.begin():
                command.upgrade(alembic_config(connection), "head")
                dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
                if dangling:
                    raise EnvironmentProblem(
                        "error.store.dangling_keys", table=str(dangling[0][0]), n=len(dangling)
                    )
        finally:
            raw.execute("PRAGMA foreign_keys=1")


def _upgrade_postgresql(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL lock_timeout = 0"))
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
        command.upgrade(alembic_config(connection), "head")
