"""Runs migrations on the connection that ``orderdesk.models.migrate`` hands in."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from orderdesk.models import Base
from orderdesk.models.order_text import is_of_order_text

connection: Connection | None = context.config.attributes.get("connection")
if connection is None:
    raise RuntimeError("migrations are run by orderdesk.models.migrate, which hands in the connection")

context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
    user_module_prefix="types.",
    compare_server_default=False,
    include_name=lambda name, kind, _parents: not is_of_order_text(name),
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
