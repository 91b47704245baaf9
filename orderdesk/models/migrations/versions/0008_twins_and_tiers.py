"""Twins that were merged, and tiers of customers from a day on

Revision: 0008, after 0007
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models import types

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tier_change",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("customer_id", types.Guid, nullable=False),
        sa.Column("from_tier", sa.String(length=64), nullable=False),
        sa.Column("to_tier", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("effective", sa.Date(), nullable=False),
        sa.Column("asked_by", types.Guid, nullable=True),
        sa.Column("asked_at", types.Instant(), nullable=False),
        sa.Column("applied_at", types.Instant(), nullable=True),
        sa.Column("cancelled_at", types.Instant(), nullable=True),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_tier_change_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_tier_change_asked_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tier_change")),
    )
    op.create_index("ix_tier_change_customer_id", "tier_change", ["customer_id", "effective"])
    for table in ("customer", "item"):
        op.add_column(table, sa.Column("merged_into_id", types.Guid, nullable=True))


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
