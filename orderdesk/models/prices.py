"""Price data with validity: lists for everybody, lists of a tier, agreements with one customer.

And breaks.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import Amount, Base, Fraction, Key, Line, OptionalRef, Pieces, Ref, Word


class PriceList(Base):
    """A price list; ``source`` says for whom it is, the flags what may still come on top."""

    __tablename__ = "price_list"
    __table_args__ = (
        CheckConstraint("source IN ('list', 'tier', 'agreement')", name="source"),
        CheckConstraint("(source = 'agreement') = (customer_id IS NOT NULL)", name="agreement_has_customer"),
        Index("ix_price_list_customer_id", "customer_id"),
    )

    id: Mapped[Key]
    revision: Mapped[int]
    code: Mapped[Word] = mapped_column(unique=True)
    name: Mapped[Line]
    source: Mapped[Word]
    tier: Mapped[Line]
    customer_id: Mapped[OptionalRef] = mapped_column(ForeignKey("customer.id"))
    currency: Mapped[str] = mapped_column(String(3))
    prices_include_tax: Mapped[bool]
    allows_breaks: Mapped[bool]
    allows_promotion: Mapped[bool]
    allows_order_discount: Mapped[bool]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class Price(Base):
    """The price of an item in a list, in ``unit``.

    For the days from ``valid_from`` to ``valid_to`` (both in).
    """

    __tablename__ = "price"
    __table_args__ = (
        CheckConstraint("price >= 0", name="not_negative"),
        Index("ix_price_price_list_id_item_id", "price_list_id", "item_id"),
    )

    id: Mapped[Key]
    price_list_id: Mapped[Ref] = mapped_column(ForeignKey("price_list.id", ondelete="CASCADE"))
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    unit: Mapped[Word]
    price: Mapped[Amount]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class PriceBreak(Base):
    """A break 阶梯价 of a list: from a quantity on, a fraction off the whole or the part above."""

    __tablename__ = "price_break"
    __table_args__ = (
        CheckConstraint("discount >= 0 AND discount <= 1000000", name="fraction"),
        Index("ix_price_break_price_list_id_item_id", "price_list_id", "item_id"),
    )

    id: Mapped[Key]
    price_list_id: Mapped[Ref] = mapped_column(ForeignKey("price_list.id", ondelete="CASCADE"))
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    unit: Mapped[Word]
    from_quantity: Mapped[Pieces]
    discount: Mapped[Fraction]
    mode: Mapped[Word]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
