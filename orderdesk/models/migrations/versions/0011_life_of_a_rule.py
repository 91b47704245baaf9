"""Rule tables with who published them and why, and drafts of the next ones

Revision: 0011, after 0010
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models import types

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "rule_draft",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("book", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("base_version", sa.Integer(), nullable=False),
        sa.Column("editor_id", types.Guid, nullable=True),
        sa.Column("since", types.Instant(), nullable=False),
        sa.Column("saved_at", types.Instant(), nullable=False),
        sa.Column("accepted", sa.Text(), nullable=False),
        sa.Column("rehearsal", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rule_draft")),
        sa.UniqueConstraint("book", name=op.f("uq_rule_draft_book")),
    )
    for column in (
        sa.Column("id", types.Guid, nullable=True),
        sa.Column("author_id", types.Guid, nullable=True),
        sa.Column("published_at", types.Instant(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("in_flight", sa.String(length=64), server_default="", nullable=False),
        sa.Column("copy_of", sa.Integer(), nullable=True),
        sa.Column("accepted", sa.Text(), server_default="[]", nullable=False),
        sa.Column("rehearsal", sa.Text(), server_default="", nullable=False),
    ):
        op.add_column("rule_table", column)


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
