"""Stock as movements with a locked level row per item and site, reservations.

And the customers' credit rows.
"""

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import Amount, At, Base, Body, Key, OptionalRef, Pieces, Ref, Word


class StockLevel(Base):
    """What lies at a site, and how much of it is reserved; both in stock units, never negative."""

    __tablename__ = "stock_level"
    __table_args__ = (CheckConstraint("reserved >= 0 AND reserved <= on_hand", name="reserved_within"),)

    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"), primary_key=True)
    site_id: Mapped[Ref] = mapped_column(ForeignKey("site.id"), primary_key=True)
    on_hand: Mapped[Pieces]
    reserved: Mapped[Pieces]


class StockMovement(Base):
    """One movement; the sum of all is what is on hand."""

    __tablename__ = "stock_movement"
    __table_args__ = (Index("ix_stock_movement_item_id_site_id", "item_id", "site_id"),)

    id: Mapped[Key]
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    site_id: Mapped[Ref] = mapped_column(ForeignKey("site.id"))
    quantity: Mapped[Pieces]  # signed, stock units
    kind: Mapped[Word]  # opening, goods_in, count, goods_issue
    object_id: Mapped[OptionalRef]  # the delivery of a goods issue
    at: Mapped[At]
    note: Mapped[Body]


class Reservation(Base):
    """Stock that is kept for a schedule line, in stock units."""

    __tablename__ = "reservation"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="positive"),
        Index("ix_reservation_item_id_site_id", "item_id", "site_id"),
    )

    schedule_line_id: Mapped[Ref] = mapped_column(
        ForeignKey("schedule_line.id", ondelete="CASCADE"), primary_key=True
    )
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    site_id: Mapped[Ref] = mapped_column(ForeignKey("site.id"))
    quantity: Mapped[Pieces]
    reserved_at: Mapped[At]


class CreditAccount(Base):
    """How much of a customer's credit its orders take.

    The row is locked at every transition that raises it.
    """

    __tablename__ = "credit_account"

    customer_id: Mapped[Key] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    exposure: Mapped[Amount]
