"""Files on orders: pieces and contents by hash, and attachments

Revision: 0005, after 0004
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from orderdesk.models.types import Guid, Instant

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file_piece",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("stored_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_file_piece")),
    )
    op.create_table(
        "file_content",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media", sa.String(length=64), nullable=False),
        sa.Column("is_whole", sa.Boolean(), nullable=False),
        sa.Column("stored_at", Instant(), nullable=False),
        sa.CheckConstraint("size >= 0", name=op.f("ck_file_content_size_not_negative")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_file_content")),
    )
    op.create_table(
        "file_content_piece",
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("piece_sha256", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["content_sha256"],
            ["file_content.sha256"],
            name=op.f("fk_file_content_piece_content_sha256_file_content"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["piece_sha256"],
            ["file_piece.sha256"],
            name=op.f("fk_file_content_piece_piece_sha256_file_piece"),
        ),
        sa.PrimaryKeyConstraint("content_sha256", "position", name=op.f("pk_file_content_piece")),
    )
    op.create_index("ix_file_content_piece_piece_sha256", "file_content_piece", ["piece_sha256"])
    op.create_table(
        "attachment",
        sa.Column("id", Guid(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("order_id", Guid(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("link", sa.Text(), server_default="", nullable=False),
        sa.Column("added_by", Guid(), nullable=True),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("removed_by", Guid(), nullable=True),
        sa.Column("removed_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_attachment_added_by_person")),
        sa.ForeignKeyConstraint(["removed_by"], ["person.id"], name=op.f("fk_attachment_removed_by_person")),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["sales_order.id"],
            name=op.f("fk_attachment_order_id_sales_order"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["sha256"], ["file_content.sha256"], name=op.f("fk_attachment_sha256_file_content")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
    )
    op.create_index("ix_attachment_order_id", "attachment", ["order_id"])
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"])


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
