"""Approval tasks with what was decided about what."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import At, Base, Body, Json, Key, Line, OptionalAt, OptionalRef, Ref, Word


class ApprovalTask(Base):
    """One step of an order's route. ``material`` is what is to be decided; a decision keeps its digest."""

    __tablename__ = "approval_task"
    __table_args__ = (
        CheckConstraint(
            "state IN ('waiting', 'active', 'approved', 'refused', 'sent_back', 'skipped', 'withdrawn')",
            name="state",
        ),
        Index("ix_approval_task_order_id", "order_id", "round", "step"),
        Index("ix_approval_task_state", "state", "role"),
        Index("ix_approval_task_decided_at", "decided_at"),
    )

    id: Mapped[Key]
    revision: Mapped[int]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"))
    round: Mapped[int]  # 1 at the first submit, one more each time it comes again
    step: Mapped[int]
    role: Mapped[Word]
    state: Mapped[Word]
    why: Mapped[Json]  # table, version, row and facts that asked for this step
    material: Mapped[Json]
    material_sha256: Mapped[str] = mapped_column(String(64))
    opened_at: Mapped[At]
    decided_at: Mapped[OptionalAt]
    decided_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    reason_code: Mapped[Line]
    reason: Mapped[Body]
