"""Notes with flags, invoice kind, drop orders, a wish for each line, and how a customer's orders usually go

Revision: 0003, after 0002
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def _word(name: str, length: int = 64) -> sa.Column[str]:
    return sa.Column(name, sa.String(length=length), server_default="", nullable=False)


def _notes() -> sa.Column[str]:
    return sa.Column("notes", sa.Text(), server_default="[]", nullable=False)


def upgrade() -> None:
    for table in ("sales_order", "order_line", "delivery"):
        op.add_column(table, _notes())
    op.add_column("sales_order", _word("invoice_kind"))
    op.add_column(
        "sales_order", sa.Column("drop_order", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    op.add_column("sales_order", _word("sender_name", 200))
    op.add_column("sales_order", _word("sender_phone", 200))
    op.add_column("order_line", _word("when_short"))
    for name in ("delivery_method", "freight_terms", "rounding"):
        op.add_column("customer", _word(name))


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
