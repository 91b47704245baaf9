"""Price adjustments 调价单: which prices change on which day, why, and what stood there before."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import (
    Amount,
    At,
    Base,
    Body,
    Json,
    Key,
    OptionalAmount,
    OptionalAt,
    OptionalRef,
    Ref,
    Word,
)


class PriceAdjustment(Base):
    """A price adjustment. Whether a published one is only scheduled or in force is told by its start."""

    __tablename__ = "price_adjustment"
    __table_args__ = (
        CheckConstraint("state IN ('draft', 'published', 'cancelled', 'rolled_back')", name="state"),
        CheckConstraint("open_orders IN ('keep', 'ask', 'follow')", name="open_orders"),
        Index("ix_price_adjustment_state", "state", "start"),
    )

    id: Mapped[Key]
    revision: Mapped[int]
    number: Mapped[Word] = mapped_column(unique=True)
    state: Mapped[Word]
    start: Mapped[date]
    reason: Mapped[Body]
    open_orders: Mapped[Word]
    written_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    written_at: Mapped[At]
    published_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[OptionalAt]
    ended_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    ended_at: Mapped[OptionalAt]
    end_reason: Mapped[Body]


class PriceAdjustmentLine(Base):
    """One price that changes: ``before`` and ``after`` are all entries of the list for this item and unit."""

    __tablename__ = "price_adjustment_line"
    __table_args__ = (
        UniqueConstraint("adjustment_id", "position"),
        CheckConstraint("new_price >= 0", name="not_negative"),
        Index("ix_price_adjustment_line_price", "price_list_id", "item_id"),
    )

    id: Mapped[Key]
    adjustment_id: Mapped[Ref] = mapped_column(ForeignKey("price_adjustment.id", ondelete="CASCADE"))
    position: Mapped[int]
    price_list_id: Mapped[Ref] = mapped_column(ForeignKey("price_list.id"))
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    unit: Mapped[Word]
    old_price: Mapped[OptionalAmount]  # what holds on the start date without the adjustment
    new_price: Mapped[Amount]
    before: Mapped[Json]
    after: Mapped[Json]
