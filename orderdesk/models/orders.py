"""Sales orders.

A draft is its canonical JSON (``order_revision``); lines and schedule lines are rows from the submit on,
and are taken away again when the order becomes a draft. So there is one truth about an order at any time.
"""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import (
    Amount,
    At,
    Base,
    Body,
    Fraction,
    Json,
    Key,
    LaterFlag,
    LaterLine,
    LaterList,
    LaterWord,
    Line,
    OptionalAmount,
    OptionalAt,
    OptionalRef,
    Pieces,
    Ref,
    Word,
)


class Order(Base):
    """A sales order. ``source`` is empty for our own; else the system it came from, whose number it keeps."""

    __tablename__ = "sales_order"
    __table_args__ = (
        UniqueConstraint("source", "number"),
        CheckConstraint("state IN ('draft', 'submitted', 'released', 'closed', 'cancelled')", name="state"),
        Index("ix_sales_order_state", "state", "document_date"),
        Index("ix_sales_order_customer_id", "customer_id", "document_date"),
        Index("ix_sales_order_po_number", "customer_id", "po_number"),
        Index("ix_sales_order_entered_at", "entered_at"),
        Index("ix_sales_order_po_number_alone", "po_number"),
    )
    below = ""  # no column: the digest of the lines that this transaction wrote, for the audit

    id: Mapped[Key]
    revision: Mapped[int]
    source: Mapped[Line]
    number: Mapped[Word]
    kind: Mapped[Word]
    state: Mapped[Word]
    state_cause: Mapped[Line]  # refused, discarded, …
    state_reason: Mapped[Body]
    channel: Mapped[Word]
    parked: Mapped[bool]
    customer_id: Mapped[OptionalRef] = mapped_column(ForeignKey("customer.id"))  # sold-to
    bill_to_id: Mapped[OptionalRef] = mapped_column(ForeignKey("customer.id"))
    payer_id: Mapped[OptionalRef] = mapped_column(ForeignKey("customer.id"))
    customer_class: Mapped[Line]
    tier: Mapped[Line]
    deliver_to: Mapped[Json]
    site_id: Mapped[OptionalRef] = mapped_column(ForeignKey("site.id"))
    po_number: Mapped[Line]
    document_date: Mapped[date]
    requested: Mapped[date | None]
    salesperson_id: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    department: Mapped[Line]
    entered_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[At]
    authors: Mapped[Body]  # ids of all who wrote it, blank-separated: none of them may approve it
    submitted_at: Mapped[OptionalAt]
    released_at: Mapped[OptionalAt]
    approved_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    self_approved_reason: Mapped[Body]
    delivery_method: Mapped[Line]
    urgency: Mapped[Line]
    when_short: Mapped[Line]
    terms: Mapped[Body]
    currency: Mapped[str] = mapped_column(String(3))
    rate: Mapped[Fraction]  # company currency per unit of ``currency``
    prices_include_tax: Mapped[bool]
    order_discount: Mapped[Fraction]
    rounding_step: Mapped[Line]
    freight_terms: Mapped[Line]
    freight_gross: Mapped[Amount]
    goods_net: Mapped[Amount]
    tax: Mapped[Amount]
    rounding: Mapped[Amount]
    total: Mapped[Amount]  # amount due, tax included
    line_count: Mapped[int]
    exposure: Mapped[Amount]  # what this order takes of the customer's credit
    note: Mapped[Body]  # the one note of orders from before there were several with flags
    notes: Mapped[LaterList]
    invoice_kind: Mapped[LaterWord]
    drop_order: Mapped[LaterFlag]  # 代发
    sender_name: Mapped[LaterLine]
    sender_phone: Mapped[LaterLine]
    facts: Mapped[Body]  # the facts at submit, for rehearsal
    route: Mapped[Body]  # the receipt of the approval table
    custom: Mapped[Json]


class OrderRevision(Base):
    """The canonical JSON of each revision of a draft; a stale ``base_revision`` is merged against it."""

    __tablename__ = "order_revision"

    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"), primary_key=True)
    revision: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    draft: Mapped[Json]
    sha256: Mapped[str] = mapped_column(String(64))
    saved_by: Mapped[OptionalRef]
    saved_at: Mapped[At]


class OrderLine(Base):
    """A line as submitted, with names and figures as they were then, and the receipt of its price."""

    __tablename__ = "order_line"
    __table_args__ = (
        UniqueConstraint("order_id", "position"),
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("amount_net + tax = amount_gross", name="amounts_agree"),
        Index("ix_order_line_item_id", "item_id"),
    )

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"))
    position: Mapped[int]
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id"))
    code: Mapped[Word]
    name: Mapped[Line]
    spec: Mapped[Line]
    kind: Mapped[Word]
    quantity: Mapped[Pieces]  # in ``unit``
    unit: Mapped[Word]
    factor: Mapped[Fraction]  # stock units per ``unit``
    price_unit: Mapped[int]
    unit_price: Mapped[Amount]  # typed basis
    net_unit_price: Mapped[Amount]
    gross_unit_price: Mapped[Amount]
    price_source: Mapped[Word]
    discount: Mapped[Fraction]
    tax_rate: Mapped[Fraction]
    amount_net: Mapped[Amount]
    tax: Mapped[Amount]
    amount_gross: Mapped[Amount]
    gift: Mapped[bool]
    list_value: Mapped[Amount]
    cost: Mapped[OptionalAmount]
    reason: Mapped[Line]  # of a manual price or a gift
    note: Mapped[Body]  # as in the order
    notes: Mapped[LaterList]
    when_short: Mapped[LaterWord]  # empty: as the order says
    receipt: Mapped[Body]


class ScheduleLine(Base):
    """Quantity × date × address × receiver × site under a line, in the line's unit."""

    __tablename__ = "schedule_line"
    __table_args__ = (
        CheckConstraint("quantity > 0", name="quantity_positive"),
        CheckConstraint("shipped >= 0 AND cancelled >= 0", name="not_negative"),
        Index("ix_schedule_line_order_line_id", "order_line_id"),
        Index("ix_schedule_line_requested", "requested"),
    )

    id: Mapped[Key]
    order_line_id: Mapped[Ref] = mapped_column(ForeignKey("order_line.id", ondelete="CASCADE"))
    position: Mapped[int]
    quantity: Mapped[Pieces]
    shipped: Mapped[Pieces]
    cancelled: Mapped[Pieces]
    requested: Mapped[date | None]
    promised: Mapped[date | None]
    planned: Mapped[date | None]
    deliver_to: Mapped[Json]
    site_id: Mapped[Ref] = mapped_column(ForeignKey("site.id"))


class Hold(Base):
    """A hold of an order 冻结: what it stops, its cause, and who may lift it."""

    __tablename__ = "hold"
    __table_args__ = (Index("ix_hold_order_id", "order_id"), Index("ix_hold_set_at", "set_at"))

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"))
    level: Mapped[Word]  # header, line, schedule
    object_id: Mapped[Ref]
    kind: Mapped[Word]
    cause: Mapped[Body]  # the rule or command that set it, with its facts
    set_by: Mapped[OptionalRef]
    set_at: Mapped[At]
    lift_roles: Mapped[Line]
    lifted_by: Mapped[OptionalRef]
    lifted_at: Mapped[OptionalAt]
    lift_reason: Mapped[Body]


class OrderComment(Base):
    """What somebody of the firm said about an order, to the others; no paper and no customer ever sees it."""

    __tablename__ = "order_comment"
    __table_args__ = (
        Index("ix_order_comment_order_id", "order_id", "said_at"),
        Index("ix_order_comment_said_at", "said_at"),
    )

    id: Mapped[Key]
    order_id: Mapped[Ref] = mapped_column(ForeignKey("sales_order.id", ondelete="CASCADE"))
    text: Mapped[Body]
    said_by: Mapped[OptionalRef] = mapped_column(ForeignKey("person.id"))
    said_at: Mapped[At]
