"""Record prints of order confirmations, and find by index what has left lately

Revision: 0002, after 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models import types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "confirmation_print",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("copy_no", sa.Integer(), nullable=False),
        sa.Column("order_revision", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=64), nullable=False),
        sa.Column("printed_at", types.Instant(), nullable=False),
        sa.Column("printed_by", types.Guid, nullable=True),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"],
            name=op.f("fk_confirmation_print_order_id_sales_order"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["printed_by"], ["person.id"], name=op.f("fk_confirmation_print_printed_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_confirmation_print")),
        sa.UniqueConstraint("order_id", "copy_no", name=op.f("uq_confirmation_print_order_id_copy_no")),
    )  # fmt: skip
    op.create_index("ix_delivery_shipped_at", "delivery", ["shipped_at"])
