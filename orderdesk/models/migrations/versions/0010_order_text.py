"""Find an order by a part of its number or PO number, however many there are

Revision: 0010, after 0009
"""

from __future__ import annotations

from alembic import op

from orderdesk.models.order_text import create_order_text

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    create_order_text(op.get_bind())


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older schema; the copy made first is")
