"""Which schema a store has, read without Alembic so that an ordinary start stays quick."""

from sqlalchemy import Engine, inspect, text

from orderdesk.models.engine import reading

SCHEMA_HEAD = "0011"  # a test compares it with the newest migration


def schema_of(engine: Engine) -> str | None:
    """Return the store's schema revision; ``None`` for a database in which OrderDesk has made nothing yet."""
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
