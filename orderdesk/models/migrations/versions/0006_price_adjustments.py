"""Price adjustments with what stood in the lists before them

Revision: 0006, after 0005
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models import types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "price_adjustment",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("start", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("open_orders", sa.String(length=64), nullable=False),
        sa.Column("written_by", types.Guid, nullable=True),
        sa.Column("written_at", types.Instant(), nullable=False),
        sa.Column("published_by", types.Guid, nullable=True),
        sa.Column("published_at", types.Instant(), nullable=True),
        sa.Column("ended_by", types.Guid, nullable=True),
        sa.Column("ended_at", types.Instant(), nullable=True),
        sa.Column("end_reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "state IN ('draft', 'published', 'cancelled', 'rolled_back')",
            name=op.f("ck_price_adjustment_state"),
        ),
        sa.CheckConstraint(
            "open_orders IN ('keep', 'ask', 'follow')", name=op.f("ck_price_adjustment_open_orders")
        ),
        *(
            sa.ForeignKeyConstraint(
                [f"{one}_by"], ["person.id"], name=op.f(f"fk_price_adjustment_{one}_by_person")
            )
            for one in ("written", "published", "ended")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_adjustment")),
        sa.UniqueConstraint("number", name=op.f("uq_price_adjustment_number")),
    )
    op.create_index("ix_price_adjustment_state", "price_adjustment", ["state", "start"])
    op.create_table(
        "price_adjustment_line",
        sa.Column("id", types.Guid, nullable=False),
        sa.Column("adjustment_id", types.Guid, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("price_list_id", types.Guid, nullable=False),
        sa.Column("item_id", types.Guid, nullable=False),
        sa.Column("unit", sa.String(length=64), nullable=False),
        sa.Column("old_price", types.Money(), nullable=True),
        sa.Column("new_price", types.Money(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.CheckConstraint("new_price >= 0", name=op.f("ck_price_adjustment_line_not_negative")),
        sa.ForeignKeyConstraint(
            ["adjustment_id"], ["price_adjustment.id"],
            name=op.f("fk_price_adjustment_line_adjustment_id_price_adjustment"), ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_price_adjustment_line_item_id_item")),
        sa.ForeignKeyConstraint(
            ["price_list_id"], ["price_list.id"],
            name=op.f("fk_price_adjustment_line_price_list_id_price_list"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_adjustment_line")),
        sa.UniqueConstraint(
            "adjustment_id", "position", name=op.f("uq_price_adjustment_line_adjustment_id_position")
        ),
    )  # fmt: skip
    op.create_index("ix_price_adjustment_line_price", "price_adjustment_line", ["price_list_id", "item_id"])


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
