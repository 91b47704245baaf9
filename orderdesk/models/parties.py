"""Customers, where their goods go, and what they call our items."""

from datetime import date

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import (
    At,
    Base,
    Body,
    Json,
    Key,
    LaterRef,
    LaterWord,
    Line,
    OptionalAmount,
    OptionalAt,
    OptionalRef,
    Ref,
    Word,
)


class Customer(Base):
    """A customer 购货方; bill-to and payer are partners of their own where they differ."""

    __tablename__ = "customer"

    id: Mapped[Key]
    revision: Mapped[int]
    code: Mapped[Word] = mapped_column(unique=True)
    name: Mapped[Line]
    name_en: Mapped[Line]
    readings: Mapped[Body]  # pinyin and initials, blank-separated
    customer_class: Mapped[Word]
    tier: Mapped[Word]
    status: Mapped[Word]
    contact: Mapped[Line]
    phone: Mapped[Line]
    salesperson_id: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    department: Mapped[Line]
    bill_to_id: Mapped[OptionalRef] = mapped_column(ForeignKey("customer.id"))
    payer_id: Mapped[OptionalRef] = mapped_column(ForeignKey("customer.id"))
    terms_kind: Mapped[Word]
    terms_days: Mapped[int]
    terms_closing_day: Mapped[int | None]
    terms_due_day: Mapped[int | None]
    price_sources: Mapped[Line]  # blank-separated, in order
    currency: Mapped[str] = mapped_column(String(3))
    prices_include_tax: Mapped[bool]
    credit_limit: Mapped[OptionalAmount]
    receivable: Mapped[OptionalAmount]
    receivable_as_of: Mapped[date | None]
    when_short: Mapped[Word]
    delivery_method: Mapped[LaterWord]  # this and the two below: empty is as the house does it
    freight_terms: Mapped[LaterWord]
    rounding: Mapped[LaterWord]
    note: Mapped[Body]
    invoice: Mapped[Json]  # 开票资料
    custom: Mapped[Json]
    merged_into_id: Mapped[LaterRef]  # its twin that stayed


class CustomerAddress(Base):
    """A saved ship-to with its receiver."""

    __tablename__ = "customer_address"
    __table_args__ = (Index("ix_customer_address_customer_id", "customer_id"),)

    id: Mapped[Key]
    customer_id: Mapped[Ref] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"))
    position: Mapped[int]
    label: Mapped[Line]
    province: Mapped[Line]
    city: Mapped[Line]
    district: Mapped[Line]
    rest: Mapped[Line]
    receiver: Mapped[Line]
    phone: Mapped[Line]
    main: Mapped[bool]


class CustomerItem(Base):
    """The customer's own number of an item 客户料号."""

    __tablename__ = "customer_item"

    customer_id: Mapped[Ref] = mapped_column(ForeignKey("customer.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[str] = mapped_column(String(64), primary_key=True)
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    name: Mapped[Line]


class TierChange(Base):
    """A customer's tier from a day on, with its reason; neither applied nor cancelled, it is planned."""

    __tablename__ = "tier_change"
    __table_args__ = (Index("ix_tier_change_customer_id", "customer_id", "effective"),)

    id: Mapped[Key]
    revision: Mapped[int]
    customer_id: Mapped[Ref] = mapped_column(ForeignKey("customer.id"))
    from_tier: Mapped[Word]
    to_tier: Mapped[Word]
    reason: Mapped[Body]
    effective: Mapped[date]
    asked_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    asked_at: Mapped[At]
    applied_at: Mapped[OptionalAt]
    cancelled_at: Mapped[OptionalAt]
