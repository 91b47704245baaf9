"""The one tree of migrations: it makes what the models say, keeps what is there, and is safe to interrupt."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import CheckConstraint, Connection, Engine, MetaData, func, insert, inspect, select, text

from orderdesk.errors import EnvironmentProblem
from orderdesk.models import Base, Setting, migrate
from orderdesk.models.engine import open_engine, reading
from orderdesk.models.migrate import alembic_config, create_schema, upgrade
from orderdesk.models.schema import SCHEMA_HEAD, schema_of

NEXT = "9999"


def test_the_head_that_a_start_compares_with_is_the_newest_migration() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [SCHEMA_HEAD]


def test_alembic_finds_no_difference_between_models_and_migrations(engine: Engine) -> None:
    with engine.connect() as connection:
        command.check(alembic_config(connection))


def test_alembic_would_find_a_difference(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_change_log_object_id"))
    with engine.connect() as connection, pytest.raises(CommandError, match="ix_change_log_object_id"):
        command.check(alembic_config(connection))


def described(engine: Engine) -> dict[str, Any]:
    """Return everything that the database knows of its tables, also what autogenerate does not compare."""
    found = inspect(engine)
    tables = sorted(set(found.get_table_names()) - {"alembic_version"})
    return {table: _described_table(found, table) for table in tables}


def _described_table(found: Any, table: str) -> dict[str, Any]:
    columns = {
        column["name"]: (str(column["type"]), column["nullable"], column["default"])
        for column in found.get_columns(table)
    }
    keys = {
        key["name"]: (key["constrained_columns"], key["referred_table"], key["options"])
        for key in found.get_foreign_keys(table)
    }
    checks = {check["name"]: _squeezed(check["sqltext"]) for check in found.get_check_constraints(table)}
    unique = {key["name"]: key["column_names"] for key in found.get_unique_constraints(table)}
    indexes = {key["name"]: (key["column_names"], key["unique"]) for key in found.get_indexes(table)}
    primary = found.get_pk_constraint(table)["constrained_columns"]
    return {
        "columns": columns, "keys": keys, "checks": checks, "unique": unique, "indexes": indexes,
        "primary": primary,
    }  # fmt: skip


def _squeezed(condition: str) -> str:
    return re.sub(r"\s+", " ", condition).strip()


@pytest.fixture
def from_models(request: pytest.FixtureRequest, engine: Engine, tmp_path: Path) -> Iterator[Engine]:
    """A second database of the same kind, whose tables come from the models without any migration."""
    if engine.dialect.name == "sqlite":
        url = f"sqlite:///{tmp_path}/from-models.sqlite"
    else:
        url = request.getfixturevalue("pg_url")
    made = open_engine(url)
    Base.metadata.create_all(made)
    yield made
    made.dispose()


def test_the_migrated_store_is_what_the_models_say_with_its_conditions(
    engine: Engine, from_models: Engine
) -> None:
    migrated, wanted = described(engine), described(from_models)
    assert migrated.keys() == wanted.keys()
    for table, what in wanted.items():
        assert migrated[table] == what, table


def test_the_store_itself_refuses_what_the_models_forbid(engine: Engine) -> None:
    """Were a condition only in the models, nothing would show it: so each of them is there by name."""
    named = {
        (table.name, constraint.name)
        for table in Base.metadata.sorted_tables
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }
    found = inspect(engine)
    there = {
        (table, check["name"])
        for table in found.get_table_names()
        for check in found.get_check_constraints(table)
    }
    assert len(named) >= 15
    assert there == named


def test_the_first_rows_come_with_the_schema_or_neither_does(database_url: str) -> None:
    engine = open_engine(database_url)

    def fail(connection: Connection) -> None:
        connection.execute(insert(Setting), [{"key": "a", "value": ""}])
        raise RuntimeError("the power went")

    with pytest.raises(RuntimeError, match="the power went"):
        create_schema(engine, fail)
    assert inspect(engine).get_table_names() == []
    create_schema(engine, lambda connection: None)
    assert schema_of(engine) == SCHEMA_HEAD
    engine.dispose()


def test_a_database_of_somebody_else_is_left_alone(database_url: str) -> None:
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    with pytest.raises(EnvironmentProblem) as caught:
        create_schema(engine, lambda connection: None)
    assert caught.value.code == "error.store.not_ours"
    assert inspect(engine).get_table_names() == ["recipes"]
    engine.dispose()


def test_a_current_store_is_not_touched_by_an_upgrade(engine: Engine) -> None:
    assert upgrade(engine) is None


def test_a_schema_of_a_newer_program_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(EnvironmentProblem) as caught:
        upgrade(engine)
    assert (caught.value.code, caught.value.params) == ("error.store.newer", {"schema": "9999"})


# What a later version does to a store that has data in it

Release = Callable[[str], None]


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Release:
    """Put a migration after the newest one, as the next version of the program would."""
    folder = tmp_path / "versions"
    own = Path(migrate.__file__).parent / "migrations" / "versions"
    plain_config = alembic_config

    def config(connection: Connection | None = None) -> Any:
        made = plain_config(connection)
        made.set_main_option("path_separator", "newline")
        made.set_main_option("version_locations", f"{own}\n{folder}")
        return made

    def make(steps: str) -> None:
        folder.mkdir()
        (folder / "next.py").write_text(
            "import sqlalchemy as sa\nfrom alembic import op\n"
            f"revision = {NEXT!r}\ndown_revision = {SCHEMA_HEAD!r}\nbranch_labels = depends_on = None\n"
            f"def upgrade() -> None:\n{steps}",
            encoding="utf-8",
        )
        monkeypatch.setattr(migrate, "alembic_config", config)
        monkeypatch.setattr(migrate, "SCHEMA_HEAD", NEXT)

    return make


CHANGE_PARENTS = """\
    for table in ("customer", "item", "site"):
        with op.batch_alter_table(table, recreate="auto") as batch:
            batch.alter_column("code", type_=sa.String(80), existing_type=sa.String(64))
"""
LOSE_PARENTS = """\
    op.execute("DELETE FROM site")
"""


def row_counts(engine: Engine) -> dict[str, int]:
    tables = MetaData()
    with reading(engine) as connection:
        tables.reflect(connection)
        return {
            name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for name, table in tables.tables.items()
        }


@pytest.fixture
def company(sample_url: str) -> Iterator[Engine]:
    """The sample company, before the next version comes."""
    engine = open_engine(sample_url)
    yield engine
    engine.dispose()


def test_changing_a_parent_table_keeps_its_children(company: Engine, release: Release) -> None:
    """SQLite makes the table anew; with foreign keys on, its children go by ON DELETE CASCADE."""
    before = row_counts(company)
    assert before["customer_address"] > 0
    assert before["item_unit"] > 0
    release(CHANGE_PARENTS)
    upgrade(company)
    assert row_counts(company) == before
    assert schema_of(company) == NEXT
    length = next(
        column["type"].length  # type: ignore[attr-defined] # a text column
        for column in inspect(company).get_columns("customer")
        if column["name"] == "code"
    )
    assert length == 80


def test_foreign_keys_hold_again_after_a_migration(company: Engine, release: Release) -> None:
    release(CHANGE_PARENTS)
    upgrade(company)
    if company.dialect.name == "sqlite":
        with company.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_a_sqlite_file_is_copied_first_as_it_was(
    sample_sqlite_url: str, release: Release, tmp_path: Path
) -> None:
    engine = open_engine(sample_sqlite_url)
    with engine.begin() as connection:  # still in the write-ahead log, not in the file
        connection.execute(insert(Setting), [{"key": "newest", "value": "kept"}])
    release(CHANGE_PARENTS)
    copy = upgrade(engine)
    engine.dispose()
    assert copy == tmp_path / f"sample.sqlite.before-{NEXT}-from-{SCHEMA_HEAD}"
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT version_num FROM alembic_version").fetchone() == (SCHEMA_HEAD,)
        assert kept.execute("SELECT value FROM setting WHERE key = 'newest'").fetchone() == ("kept",)
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert not list(tmp_path.glob("*.part"))


def test_without_a_copy_nothing_is_migrated(sample_sqlite_url: str, release: Release, tmp_path: Path) -> None:
    release(CHANGE_PARENTS)
    (tmp_path / f"sample.sqlite.before-{NEXT}-from-{SCHEMA_HEAD}").mkdir()  # something is in the way
    engine = open_engine(sample_sqlite_url)
    with pytest.raises(EnvironmentProblem) as caught:
        upgrade(engine)
    assert caught.value.code == "error.store.no_copy"
    assert schema_of(engine) == SCHEMA_HEAD
    engine.dispose()


def test_keys_that_lead_nowhere_undo_the_migration(sample_sqlite_url: str, release: Release) -> None:
    engine = open_engine(sample_sqlite_url)
    before = row_counts(engine)
    release(LOSE_PARENTS)
    with pytest.raises(EnvironmentProblem) as caught:
        upgrade(engine)
    assert caught.value.code == "error.store.dangling_keys"
    assert row_counts(engine) == before
    assert schema_of(engine) == SCHEMA_HEAD
    engine.dispose()


def test_a_migration_that_fails_leaves_the_store_as_it_was(company: Engine, release: Release) -> None:
    before = described(company)
    release(CHANGE_PARENTS + "    op.execute('SELECT no_such_column FROM customer')\n")
    with pytest.raises(EnvironmentProblem) as caught:
        upgrade(company)
    assert caught.value.code == "error.store.fault"
    assert described(company) == before
    assert schema_of(company) == SCHEMA_HEAD


def test_an_upgrade_waits_for_the_one_that_runs(sample_pg_url: str, release: Release) -> None:
    release(CHANGE_PARENTS)
    engine = open_engine(sample_pg_url)
    waits = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with ThreadPoolExecutor(1) as pool, engine.begin() as running, engine.connect() as looking:
        running.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": migrate._LOCK_KEY})
        second = pool.submit(upgrade, engine)
        while not looking.execute(waits).scalar_one():
            looking.rollback()
            assert not second.done()
        running.commit()
        assert second.result(timeout=20) is None
    assert schema_of(engine) == NEXT
    engine.dispose()
