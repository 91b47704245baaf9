"""Items with their units and barcodes."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from orderdesk.models.base import (
    Base,
    Body,
    Fraction,
    Json,
    Key,
    LaterRef,
    Line,
    OptionalAmount,
    OptionalPieces,
    Ref,
    Word,
)


class Item(Base):
    """An item 商品; prices are for ``price_unit`` sales units."""

    __tablename__ = "item"
    __table_args__ = (CheckConstraint("price_unit IN (1, 100, 1000)", name="price_unit"),)

    id: Mapped[Key]
    revision: Mapped[int]
    code: Mapped[Word] = mapped_column(unique=True)
    name: Mapped[Line]
    name_en: Mapped[Line]
    readings: Mapped[Body]
    kind: Mapped[Word]
    spec: Mapped[Line]
    brand: Mapped[Line]
    item_group: Mapped[Line]
    unit: Mapped[Word]  # stock unit
    unit_en: Mapped[Line]
    sales_unit: Mapped[Word]
    price_unit: Mapped[int]
    order_multiple: Mapped[OptionalPieces]
    tax_rate: Mapped[Fraction]
    list_price: Mapped[OptionalAmount]
    cost: Mapped[OptionalAmount]
    floor_price: Mapped[OptionalAmount]
    active: Mapped[bool]
    custom: Mapped[Json]
    merged_into_id: Mapped[LaterRef]  # its twin that stayed


class ItemUnit(Base):
    """A further unit of an item: one ``unit`` is ``factor`` stock units."""

    __tablename__ = "item_unit"
    __table_args__ = (CheckConstraint("factor > 0", name="factor_positive"),)

    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"), primary_key=True)
    unit: Mapped[str] = mapped_column(String(64), primary_key=True)
    name_en: Mapped[Line]
    factor: Mapped[Fraction]
    floating: Mapped[bool]


class ItemBarcode(Base):
    """A barcode with its unit: one item has several 一品多码."""

    __tablename__ = "item_barcode"
    __table_args__ = (Index("ix_item_barcode_item_id", "item_id"),)

    barcode: Mapped[str] = mapped_column(String(64), primary_key=True)
    item_id: Mapped[Ref] = mapped_column(ForeignKey("item.id", ondelete="CASCADE"))
    unit: Mapped[Word]
