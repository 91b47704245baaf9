"""Find by index what was decided, held and said lately

Revision: 0007, after 0006
"""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_approval_task_decided_at", "approval_task", ["decided_at"])
    op.create_index("ix_hold_set_at", "hold", ["set_at"])
    op.create_index("ix_order_comment_said_at", "order_comment", ["said_at"])
