"""Keep what people of the firm say to each other about an order

Revision: 0004, after 0003
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "order_comment",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("order_id", types.Guid, nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("said_by", types.Guid, nullable=True),
        sa.Column("said_at", types.Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"], ["sales_order.id"],
            name=op.f("fk_order_comment_order_id_sales_order"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["said_by"], ["person.id"], name=op.f("fk_order_comment_said_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_order_comment")),
    )  # fmt: skip
    op.create_index("ix_order_comment_order_id", "order_comment", ["order_id", "said_at"])
