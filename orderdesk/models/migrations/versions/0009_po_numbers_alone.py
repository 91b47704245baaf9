"""Find an order by its PO number without knowing whose it is

Revision: 0009, after 0008
"""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_sales_order_po_number_alone", "sales_order", ["po_number"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
