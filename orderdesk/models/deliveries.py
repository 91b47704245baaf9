"""Deliveries: the physical parts of orders; and every print of their notes and of orders' confirmations."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import (
    At,
    Base,
    Body,
    Json,
    Key,
    LaterList,
    Line,
    OptionalAt,
    OptionalRef,
    Pieces,
    Ref,
    Word,
)


class Delivery(Base):
    """One part of one or several orders, from one site to one address on one day. Numbered at goods issue."""

    __tablename__ = "delivery"
    __table_args__ = (
        CheckConstraint(
            "state IN ('planned', 'released', 'picking', 'packed', 'at_dock', 'shipped', 'delivered', "
            "'exception', 'cancelled')",
            name="state",
        ),
        Index("ix_delivery_state", "state", "planned"),
        Index("ix_delivery_order_id", "order_id"),
        Index("ix_delivery_shipped_at", "shipped_at"),
    )

    id: Mapped[Key]
    revision: Mapped[int]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id"))  # the order it was planned for
    part: Mapped[int]  # /1, /2, … under the order
    number: Mapped[str | None] = mapped_column(String(64), unique=True)  # delivery note, from goods issue on
    state: Mapped[Word]
    customer_id: Mapped[Ref] = mapped_column(ForeignKey("customer.id"))
    site_id: Mapped[Ref] = mapped_column(ForeignKey("site.id"))
    planned: Mapped[date | None]
    deliver_to: Mapped[Json]
    method: Mapped[Line]
    picked_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    shipped_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    shipped_at: Mapped[OptionalAt]
    note: Mapped[Body]  # as in the order
    notes: Mapped[LaterList]


class DeliveryLine(Base):
    """A quantity of a schedule line on a delivery, in the order line's unit."""

    __tablename__ = "delivery_line"
    __table_args__ = (
        UniqueConstraint("delivery_id", "position"),
        CheckConstraint("picked >= 0 AND picked <= quantity", name="picked_within"),
        CheckConstraint("shipped >= 0 AND shipped <= quantity", name="shipped_within"),
        Index("ix_delivery_line_schedule_line_id", "schedule_line_id"),
    )

    id: Mapped[Key]
    delivery_id: Mapped[Ref] = mapped_column(ForeignKey("delivery.id", ondelete="CASCADE"))
    position: Mapped[int]
    schedule_line_id: Mapped[Ref] = mapped_column(ForeignKey("schedule_line.id"))
    order_line_id: Mapped[Ref] = mapped_column(ForeignKey("order_line.id"))
    quantity: Mapped[Pieces]
    picked: Mapped[Pieces]
    shipped: Mapped[Pieces]
    before: Mapped[Pieces]  # shipped of the order line before this delivery, fixed at goods issue
    short_reason: Mapped[Line]


class NotePrint(Base):
    """A print of a delivery note; copy 1 is the original."""

    __tablename__ = "note_print"

    delivery_id: Mapped[Ref] = mapped_column(ForeignKey("delivery.id"), primary_key=True)
    copy_no: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    printed_at: Mapped[At]
    printed_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    reason: Mapped[Body]


class ConfirmationPrint(Base):
    """A print of an order's confirmation: which revision of the order the customer was asked to check."""

    __tablename__ = "confirmation_print"
    __table_args__ = (UniqueConstraint("order_id", "copy_no"),)

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"))
    copy_no: Mapped[int]  # over all revisions
    order_revision: Mapped[int]
    language: Mapped[Word]
    printed_at: Mapped[At]
    printed_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
